"""The road of one file, from the spool into the store."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from decisions.ledger import Outcome
from decisions.problem import Rejected, Trouble
from decisions.reading import Reading
from pipeline.attempts import attempt
from pipeline.bench import Reader
from pipeline.claim import bringer
from pipeline.log import where
from pipeline.renew import save
from pipeline.results import reading_of
from pipeline.troubles import Broken, SameBytes, SpoolLost
from search_api.store import DecisionStore, Line, Scan
from search_api.store.files import Files

_log = logging.getLogger(__name__)


def take(store: DecisionStore, files: Files, read: Reader, line: Line) -> str | None:
    """Read, judge and save the file of a line. Safe to repeat after a death at any moment.

    Returns the SHA-256 of the original where it is saved and waits to be made searchable; None where the line has
    got its outcome.
    """
    try:
        with attempt(store, line.file):
            return _save(store, files, read, line)
    except Rejected as trouble:
        _end(store, files, line, "rejected", trouble)
    except Trouble as trouble:
        store.finish(line.file, "failed", trouble=trouble)
    except Exception as error:
        _log.error("line %s of %s: %s", line.file, line.batch, where(error))
        store.finish(line.file, "failed", trouble=Broken(what=type(error).__name__))
    return None


def tidy(store: DecisionStore, files: Files, line: Line) -> None:
    """Let go of the bytes of a line that a worker ended before it died. A failed one keeps them for another try."""
    batch = store.batch(line.batch)
    outcomes = {each.file: each.outcome for each in batch.files} if batch else {}
    if outcomes.get(line.file) in ("stored", "duplicate", "rejected"):
        files.discard(line.spool)


def _save(store: DecisionStore, files: Files, read: Reader, line: Line) -> str | None:
    path = files.spool_path(line.spool)
    if not path.exists():
        raise SpoolLost
    sha256 = _sha256(path)
    if bringer(store, sha256) not in (None, line.file):
        files.keep(line.spool)  # whoever has lost an original mends it by sending it again
        _end(store, files, line, "duplicate", SameBytes(), store.ids_of_scan(sha256))
        return None
    reading = reading_of(store, sha256, path, line.name, read)
    files.keep(line.spool)
    save(store, _scan(line, path, reading), reading)
    return sha256


def _end(
    store: DecisionStore, files: Files, line: Line, outcome: Outcome, trouble: Trouble, ids: tuple[str, ...] = ()
) -> None:
    # In this order: a line without its bytes could not be judged again; bytes without a line are seen by `tidy`.
    store.finish(line.file, outcome, trouble=trouble, ids=ids)
    files.discard(line.spool)


def _scan(line: Line, path: Path, reading: Reading) -> Scan:
    return Scan(
        sha256=reading.sha256,
        name=line.name.rsplit("/", 1)[-1],
        media_type=reading.media_type,
        size=path.stat().st_size,
        pages=len(reading.text.pages),
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
