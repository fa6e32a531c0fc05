"""Multipart bodies as they come over the wire, in pieces of any size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from search_api.http.asked import Limits
from search_api.http.troubles import CutOff, NothingUploaded, NotMultipart, UploadBroken, UploadTooLarge
from search_api.http.upload import take_in
from search_api.parts import Parts
from tests.answering import home

BOUNDARY = "limit"
TYPE = f"multipart/form-data; boundary={BOUNDARY}"


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    with home(tmp_path) as opened:
        yield opened


def body(*files: tuple[str | None, bytes]) -> bytes:
    """A form with a field `files` for each (name, content); a name of None makes a plain field."""
    out = b""
    for name, content in files:
        given = "" if name is None else f'; filename="{name}"'
        out += (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"{given}\r\n\r\n'.encode() + content + b"\r\n"
        )
    return out + f"--{BOUNDARY}--\r\n".encode()


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]


def take(parts: Parts, data: Iterable[bytes], **limits: int) -> str:
    return take_in(parts, TYPE, data, Limits(**limits), origin="test")


def lines(parts: Parts) -> list[tuple[str, str, str | None]]:
    (batch,) = parts.store.batches()
    return [(line.name, line.outcome, line.code) for line in batch.files]


@pytest.mark.parametrize("size", [1, 7, 64, 100_000])
def test_files_arrive_whole_whatever_the_pieces(parts: Parts, size: int) -> None:
    """Names with folders and marks, content that looks like a boundary, and an empty file."""
    tricky = b"\r\n--limi\r\n--limit-not" * 50
    batch = take(parts, pieces(body(("hộp 1/qđ 216.txt", b"mot"), ("b.txt", tricky), ("rong.txt", b"")), size))
    waiting = {line.name: parts.files.spool_path(line.spool).read_bytes() for line in parts.store.waiting(batch)}
    assert waiting == {"hộp 1/qđ 216.txt": b"mot", "b.txt": tricky, "rong.txt": b""}
    ledger = parts.store.batch(batch)
    assert ledger is not None
    assert ledger.complete


@pytest.mark.parametrize(
    ("content_type", "data", "trouble"),
    [
        ("application/json", b"{}", NotMultipart),
        ("", b"", NothingUploaded),
        ("multipart/form-data", body(("a.txt", b"x")), UploadBroken),
        (TYPE, body(), NothingUploaded),
        (TYPE, body(("", b"")), NothingUploaded),
        (TYPE, body((None, b"a field, no file")), NothingUploaded),
        (TYPE, b"no form at all", UploadBroken),
    ],
)
def test_upload_of_nothing_is_told_and_opens_no_batch(
    parts: Parts, content_type: str, data: bytes, trouble: type[Exception]
) -> None:
    with pytest.raises(trouble):
        take_in(parts, content_type, [data] if data else [], Limits(), origin="test")
    assert parts.store.batches() == []


def test_broken_connection_keeps_what_arrived_whole(parts: Parts) -> None:
    def breaking() -> Iterator[bytes]:
        whole = body(("a.txt", b"mot"), ("b.txt", b"hai" * 1000))
        yield whole[:-500]
        raise CutOff

    with pytest.raises(CutOff):
        take(parts, breaking())
    assert lines(parts) == [("a.txt", "waiting", None), ("b.txt", "rejected", "cut_off")]


def test_form_that_ends_in_the_middle_of_a_file(parts: Parts) -> None:
    with pytest.raises(UploadBroken):
        take(parts, [body(("a.txt", b"mot"), ("b.txt", b"hai" * 1000))[:-500]])
    assert lines(parts) == [("a.txt", "waiting", None), ("b.txt", "failed", "upload_broken")]


def test_upload_beyond_the_limit_stops(parts: Parts) -> None:
    with pytest.raises(UploadTooLarge):
        take(parts, pieces(body(("a.txt", b"x" * 10), ("b.txt", b"y" * 5000)), 100), upload_bytes=1000)
    assert lines(parts) == [("a.txt", "waiting", None), ("b.txt", "failed", "upload_too_large")]


def test_a_large_upload_is_never_whole_in_memory(parts: Parts) -> None:
    """While the first half of a file is on its way, it lies in the spool already."""
    seen: list[int] = []

    def watched() -> Iterator[bytes]:
        whole = body(("a.txt", b"x" * 4_000_000))
        for n, piece in enumerate(pieces(whole, 64_000)):
            if n == 40:
                spool = parts.files.spool_path("x/x").parent.parent
                seen.append(sum(file.stat().st_size for file in spool.rglob("*") if file.is_file()))
            yield piece

    take(parts, watched())
    assert seen[0] > 2_000_000
