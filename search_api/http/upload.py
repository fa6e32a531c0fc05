"""A multipart upload, taken file by file from the wire into the batch: never whole in memory, never twice on disk."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from anyio import from_thread
from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

from decisions.problem import Trouble
from search_api.http.asked import Limits
from search_api.http.troubles import CutOff, NothingUploaded, NotMultipart, UploadBroken, UploadTooLarge
from search_api.intake import tidy_name
from search_api.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begin:
    name: str | None  #: None for a part that is no file


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    pass


_Event = _Begin | bytes | _End


def take_in(parts: Parts, content_type: str, body: Iterable[bytes], limits: Limits, origin: str) -> str:
    """The id of the sealed batch that holds all files of the body; raises NothingUploaded before it opens one.

    Where the connection breaks, the files that arrived whole are taken in all the same and the broken one is a line
    of the ledger; then the error goes on.
    """
    events = _events(content_type, _bounded(body, limits.upload_bytes))
    batch: str | None = None
    name = None
    try:
        for event in events:
            if not isinstance(event, _Begin) or event.name is None:
                continue
            batch = batch or parts.intake.begin(origin)
            name = event.name
            parts.intake.add(batch, name, _content(events))
            name = None
    except Exception as error:
        if batch is not None and name is not None:
            parts.store.refuse(batch, tidy_name(name), error if isinstance(error, Trouble) else CutOff())
        raise
    finally:
        if batch is not None:
            parts.intake.seal(batch)
    if batch is None:
        raise NothingUploaded
    return batch


def body_of(request: Request) -> Iterator[bytes]:
    """The body as it comes in, for a function that runs in a thread of the server; raises CutOff."""
    stream = request.stream()
    while (chunk := from_thread.run(_next, stream)) is not None:
        yield chunk


async def _next(stream: AsyncIterator[bytes]) -> bytes | None:
    try:
        return await anext(stream, None)
    except ClientDisconnect:
        raise CutOff from None


def _content(events: Iterator[_Event]) -> Iterator[bytes]:
    for event in events:
        if isinstance(event, _End):
            return
        if isinstance(event, bytes):
            yield event
    raise UploadBroken


def _events(content_type: str, body: Iterable[bytes]) -> Iterator[_Event]:
    """What the parser sees, in its order. An unnamed file without a byte is an empty input of a form: left out."""
    found: deque[_Event] = deque()
    parser = _parser(content_type, found)
    try:
        for chunk in body:
            parser.write(chunk)
            while found:
                yield found.popleft()
        parser.finalize()
    except FormParserError:
        raise UploadBroken from None


def _parser(content_type: str, found: deque[_Event]) -> MultipartParser:
    kind, options = parse_options_header(content_type)
    if not kind:
        raise NothingUploaded
    if kind != b"multipart/form-data":
        raise NotMultipart(what=kind.decode("latin-1"))
    if b"boundary" not in options:
        raise UploadBroken
    header: dict[str, bytes] = {"name": b"", "value": b"", "disposition": b""}

    def header_end() -> None:
        if header["name"].lower() == b"content-disposition":
            header["disposition"] = header["value"]
        header["name"] = header["value"] = b""

    def on_name(data: bytes, start: int, end: int) -> None:
        header["name"] += data[start:end]

    def on_value(data: bytes, start: int, end: int) -> None:
        header["value"] += data[start:end]

    def headers_finished() -> None:
        found.append(_Begin(name=_file_name(header["disposition"])))
        header["disposition"] = b""

    callbacks: Any = {
        "on_header_field": on_name,
        "on_header_value": on_value,
        "on_header_end": header_end,
        "on_headers_finished": headers_finished,
        "on_part_data": lambda data, start, end: found.append(data[start:end]),
        "on_part_end": lambda: found.append(_End()),
    }
    return MultipartParser(options[b"boundary"], callbacks)


def _file_name(disposition: bytes) -> str | None:
    """The name as given, folders included ("hop 1/qd 216.pdf"); browsers send UTF-8 and write quotes as %22."""
    _, options = parse_options_header(disposition)
    name = options.get(b"filename")
    return name.decode("utf-8", "replace").replace("%22", '"') if name else None


def _bounded(body: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for chunk in body:
        size += len(chunk)
        if size > most:
            raise UploadTooLarge(limit=f"{most / 2**30:.0f} GiB")
        yield chunk
