"""Files and folders into the ledger, then the work on them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from decisions.ledger import Batch
from pipeline.bench import Bench
from pipeline.walk import Unreadable, walk
from pipeline.work import Progress, work
from search_api.intake.archive import Refused

_CHUNK = 1 << 20


def ingest(
    bench: Bench,
    paths: Sequence[Path],
    *,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> Batch:
    """Take in all that lies under the paths; returns its ledger when all of it is searchable (or `stop` is set).

    Raises:
        Trouble: ours (the disk is full, the index does not answer). What was received is finished by the next run.
    """
    stop = stop or threading.Event()
    batch = receive(bench, paths, stop=stop)
    work(bench, until=batch, progress=progress, stop=stop)
    ledger = bench.store.batch(batch)
    assert ledger is not None
    return ledger


def receive(bench: Bench, paths: Sequence[Path], *, stop: threading.Event | None = None) -> str:
    """Copy the files into the spool; the sealed batch, of what had come when `stop` was set."""
    intake = bench.intake
    batch = intake.begin("ingest")
    try:
        for found in walk(paths):
            if stop and stop.is_set():
                break
            if found.trouble:
                intake.refuse(batch, found.name, found.trouble)
            else:
                intake.add(batch, found.name, _chunks(found.path))
    finally:
        intake.seal(batch)
    return batch


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise Refused(Unreadable()) from error
