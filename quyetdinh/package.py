"""A folder of records that can be read without this program: originals, JSON, text, and a manifest to check them by."""

from __future__ import annotations

import csv
import hashlib
import json
import mimetypes
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from decisions.problem import NotFound, Trouble

if TYPE_CHECKING:
    from search_api.parts import Parts
    from search_api.store import Copy, Held

#: What Python's own table lacks on a bare system.
_MORE = {"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx"}

COLUMNS = ("path", "sha256", "bytes", "id", "kind", "number", "issued_on", "issuer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What was written: how many documents, and what was left out.

    `broken` are names of originals that are lost or changed, `no_pdfa` says which scans cannot be a PDF/A and why.
    """

    count: int
    broken: tuple[str, ...]
    no_pdfa: tuple[Trouble, ...] = ()


def write_package(
    parts: Parts, folder: Path, ids: Sequence[str], *, pdfa: bool, progress: Callable[[], None]
) -> Package:
    """Writes these documents, all of them where no id is given.

    `decisions/<id>/decision.json`, `text.txt`, `original-1.pdf` … and, where `pdfa` is asked for, `searchable-1.pdf` …
    for those on paper; `manifest.csv` has a row for every file. An original whose bytes are not those that came is
    never handed over as one.

    Raises:
        NotFound: an id that is not held. Nothing is written then.
    """
    held = _these(parts, ids) if ids else _all(parts)
    folder.mkdir(parents=True, exist_ok=True)
    count, broken = 0, []
    no_pdfa: list[Trouble] = []
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = csv.DictWriter(lines, COLUMNS)
        rows.writeheader()
        for each in held:
            whole = [copy for copy in each.copies if parts.files.verify(copy.scan)]
            for path in _write(parts, folder / "decisions" / each.id, each, whole):
                rows.writerow(_row(folder, path, each))
            for path in _write_pdfa(parts, folder / "decisions" / each.id, each, whole, no_pdfa) if pdfa else ():
                rows.writerow(_row(folder, path, each))
            broken += [copy.name for copy in each.copies if copy not in whole]
            count += 1
            progress()
    return Package(count=count, broken=tuple(broken), no_pdfa=tuple(no_pdfa))


def _these(parts: Parts, ids: Sequence[str]) -> list[Held]:
    found = []
    for id in dict.fromkeys(ids):
        held = parts.store.decision(id)
        if held is None:
            raise NotFound(what=id)
        found.append(held)
    return found


def _all(parts: Parts) -> Iterator[Held]:
    page = parts.store.decisions()
    while page:
        yield from page
        page = parts.store.decisions(after=page[-1].id)


def _write(parts: Parts, folder: Path, held: Held, copies: Sequence[Copy]) -> Iterable[Path]:
    from search_api.record import decision_record

    folder.mkdir(parents=True)
    record = folder / "decision.json"
    record.write_text(json.dumps(decision_record(held), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    yield record
    reading = parts.store.reading(held.copies[0].scan)
    if reading is not None:
        text = folder / "text.txt"
        span = held.decision.span
        text.write_text(reading.text[span] if span else reading.text.string, encoding="utf-8")
        yield text
    for number, copy in enumerate(copies, start=1):
        original = folder / f"original-{number}{_suffix(copy)}"
        with parts.files.open(copy.scan) as source, original.open("wb") as target:
            shutil.copyfileobj(source, target)
        yield original


def _write_pdfa(
    parts: Parts, folder: Path, held: Held, copies: Sequence[Copy], troubles: list[Trouble]
) -> Iterable[Path]:
    """The two-layer PDF/A of each scan; why there is none is added to `troubles`."""
    from pdfa.searchable import write_searchable
    from pdfa.troubles import BornText, NoFacsimile

    for number, copy in enumerate(copies, start=1):
        reading = parts.store.reading(copy.scan)
        if reading is None:
            continue
        target = folder / f"searchable-{number}.pdf"
        try:
            write_searchable(parts.files.path(copy.scan), reading, target, name=copy.name, decision=held.decision)
        except BornText:
            continue  # it is no scan, and its original is text already
        except NoFacsimile as trouble:
            troubles.append(trouble)
            continue
        yield target


def _suffix(copy: Copy) -> str:
    return mimetypes.guess_extension(copy.media_type) or _MORE.get(copy.media_type, ".bin")


def _row(folder: Path, path: Path, held: Held) -> dict[str, object]:
    with path.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    decision = held.decision
    return {
        "path": path.relative_to(folder).as_posix(),
        "sha256": sha256,
        "bytes": path.stat().st_size,
        "id": held.id,
        "kind": decision.kind.value,
        "number": decision.number.value,
        "issued_on": decision.issued_on.value,
        "issuer": decision.issuer.value,
    }
