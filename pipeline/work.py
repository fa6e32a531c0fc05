"""Working until told to stop, or until a batch is done: the one loop of `work` and `ingest`."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing

from decisions.problem import Trouble
from pipeline.bench import Bench
from pipeline.lock import only_worker
from pipeline.reindex import rebuild_if_stale
from pipeline.renew import outdated
from pipeline.scratch import scratch
from pipeline.sweep import ATTEMPTS, sweep
from pipeline.worker import Worker
from search_api.store import DecisionStore

_log = logging.getLogger(__name__)

#: (files done, files received, name of the file that is next)
Progress = Callable[[int, int, str], None]

_TICK = 0.2  #: seconds between two looks at the ledger
_SWEEP = 30.0  #: seconds between two sweeps
_PATIENCE = 10.0  #: seconds between two tries to open what does not open


def work(
    bench: Bench,
    *,
    until: str | None = None,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> None:
    """Be the worker of this home, or wait for one that is and step in when it ends.

    Returns when `stop` is set, or when the batch `until`, and all that was left unfinished before it, has its
    outcomes and is searchable.

    Raises:
        Trouble: the index or the queue cannot be opened, and somebody waits for a batch. What waits goes on waiting;
            a worker without a goal tries again until it can.
    """
    watch = _Watch(bench.store, until, progress, stop or threading.Event())
    while not watch.over():
        with only_worker(bench.work_url) as alone:
            if not alone:
                watch.leave_to_another()
                watch.tick()
                continue
            try:
                _be_worker(bench, watch)
            except Trouble as trouble:
                if until is not None:
                    raise
                _log.error("%s", trouble)
                watch.pause(_PATIENCE)


def _be_worker(bench: Bench, watch: _Watch) -> None:
    with scratch(bench.work_url), closing(bench.open_index()) as index, Worker(bench, index) as worker:
        rebuild_if_stale(bench.store, index)
        watch.also(sweep(bench, worker))
        worker.renew(outdated(bench.store))
        swept = time.monotonic()
        while not watch.over():
            watch.tick()
            if time.monotonic() - swept > _SWEEP:
                sweep(bench, worker, most=ATTEMPTS)
                swept = time.monotonic()


class _Watch:
    """Looks at the ledger, tells of progress and knows when it is over."""

    def __init__(
        self, store: DecisionStore, until: str | None, progress: Progress | None, stop: threading.Event
    ) -> None:
        self._store = store
        self._until = until
        self._progress = progress
        self._stop = stop
        self._before: set[str] | None = None  #: None: nobody has looked yet

    def also(self, batches: set[str]) -> None:
        """These were unfinished when we began, and come first."""
        self._before = batches

    def leave_to_another(self) -> None:
        """A worker that is there already looks after what was left unfinished."""
        self._before = self._before or set()

    def tick(self) -> None:
        self._stop.wait(_TICK)

    def pause(self, seconds: float) -> None:
        self._stop.wait(seconds)

    def over(self) -> bool:
        if self._stop.is_set():
            return True
        if self._until is None or self._before is None or not self._done(self._until):
            return False
        self._before = {id for id in self._before if not self._done(id)}
        return not self._before

    def _done(self, id: str) -> bool:
        batch = self._store.batch(id)
        if batch is None:
            return True
        if id == self._until and self._progress:
            waiting = batch.count("waiting")
            current = next((line.name for line in batch.files if line.outcome == "waiting"), "")
            self._progress(batch.received - waiting, batch.received, current)
        return batch.done
