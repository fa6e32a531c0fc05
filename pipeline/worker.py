"""The workflows, and the DBOS that runs them and finds them again after a death."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from types import TracebackType
from typing import Any

from dbos import DBOS, DBOSConfig, SetEnqueueOptions, SetWorkflowID

from pipeline.bench import Bench
from pipeline.portion import portions
from pipeline.renew import renew
from pipeline.road import take, tidy
from pipeline.roll import Roll
from pipeline.settle import settle
from search_api.index import DecisionIndex
from search_api.intake.call import APPLICATION, APPLICATION_VERSION, BATCHES, TAKE_IN, migrate
from search_api.store import Line

READ_PORTION = "read_portion"
SETTLE = "settle"
RENEW = "renew"
FILES = "files"
SETTLING = "settling"
_POLL = 0.2  #: seconds
_LAST = 10  #: priority, 0 comes first
_LIVE = ["ENQUEUED", "PENDING"]

_Saved = list[tuple[int, str, str]]


class Closing(BaseException):
    """Ends a workflow between two steps without an outcome, as a death would: the next worker goes on from there."""


class Worker:
    """A launched DBOS with our three workflows; a context manager, one for a process.

    take_in(batch) plans portions → read_portion takes each file of one, a step each → settle makes them searchable.
    Nothing of a page ever goes through DBOS: it keeps what steps take and give.
    """

    def __init__(self, bench: Bench, index: DecisionIndex) -> None:
        self._bench = bench
        self._index = index
        self._name = bench.worker or f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"
        self._closing = threading.Event()
        self._running = 0
        self._settle_portion: Callable[[_Saved], None]
        self._renew_portion: Callable[[list[str]], None]
        self._idle = threading.Condition()

    def __enter__(self) -> Worker:
        migrate(self._bench.work_url)
        self._roll = Roll(self._bench.work_url, self._name)
        DBOS(config=self._config())
        self._register()
        DBOS.launch()
        DBOS.register_queue(BATCHES, polling_interval_sec=2 * _POLL)
        DBOS.register_queue(FILES, worker_concurrency=self._bench.at_once, polling_interval_sec=_POLL)
        # Links and index are everybody's: two who settle at once would undo each other's links.
        DBOS.register_queue(SETTLING, global_concurrency=1, polling_interval_sec=_POLL)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        with self._idle:
            self._idle.wait_for(lambda: self._running == 0)
        DBOS.destroy(destroy_registry=True)
        self._roll.close()

    def resume(self) -> None:
        """Take up the work of workers that died."""
        pending = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        dead = self._roll.dead({each.executor_id for each in pending if each.executor_id})
        for each in pending:
            if each.executor_id in dead:
                DBOS.resume_workflow(each.workflow_id, queue_name=each.queue_name)

    def lives(self, batch: str) -> bool:
        """Is any workflow of the batch still to run or running?"""
        return bool(DBOS.list_workflows(workflow_id_prefix=batch, status=_LIVE, limit=1, load_input=False))

    def calls(self, batch: str) -> int:
        """How many times the batch has been called for."""
        return len(DBOS.list_workflows(workflow_id_prefix=batch, name=TAKE_IN, load_input=False, load_output=False))

    def settle(self) -> None:
        """Link and index what waits for it without a file on its way."""
        if not self.lives(SETTLE):
            with SetWorkflowID(f"{SETTLE}-{secrets.token_hex(6)}"):
                DBOS.enqueue_workflow(SETTLING, self._settle_portion, [])

    def renew(self, originals: Sequence[str]) -> None:
        """Read and judge originals again, when nothing else is to be done."""
        if originals and not self.lives(RENEW):
            with SetWorkflowID(f"{RENEW}-{secrets.token_hex(6)}"), SetEnqueueOptions(priority=_LAST):
                DBOS.enqueue_workflow(FILES, self._renew_portion, list(originals))

    def _config(self) -> DBOSConfig:
        return {
            "name": APPLICATION,
            "system_database_url": self._bench.work_url,
            "application_version": APPLICATION_VERSION,
            "executor_id": self._name,
            "run_migrations": False,
            "log_level": "ERROR",
            "notification_listener_polling_interval_sec": 1.0,
        }

    def _register(self) -> None:
        # Closures: DBOS finds a workflow by name, and this worker's bench with it.
        @DBOS.workflow(name=TAKE_IN)
        def take_in(batch: str) -> None:
            with self._work():
                for portion in DBOS.run_step({"name": "plan"}, self._plan, batch):
                    DBOS.enqueue_workflow(FILES, read_portion, portion)

        @DBOS.workflow(name=READ_PORTION)
        def read_portion(portion: list[dict[str, Any]]) -> None:
            with self._work():
                saved = self._take_all([Line(**each) for each in portion])
                if saved:
                    DBOS.enqueue_workflow(SETTLING, settle_portion, saved)

        @DBOS.workflow(name=SETTLE)
        def settle_portion(saved: _Saved) -> None:
            with self._work():
                DBOS.run_step({"name": "settle"}, self._settle, saved)

        self._settle_portion = settle_portion

        @DBOS.workflow(name=RENEW)
        def renew_portion(originals: list[str]) -> None:
            with self._work():
                for sha256 in originals:
                    self._still_open()
                    DBOS.run_step({"name": "renew"}, self._renew, sha256)
                DBOS.enqueue_workflow(SETTLING, settle_portion, [])

        self._renew_portion = renew_portion

    def _plan(self, batch: str) -> list[list[dict[str, Any]]]:
        lines = self._bench.store.waiting(batch)
        return [[asdict(line) for line in portion] for portion in portions(self._bench.files, lines)]

    def _take_all(self, lines: Sequence[Line]) -> _Saved:
        saved: _Saved = []
        # Looked at afresh by whoever runs this; a step for every line all the same, DBOS counts them.
        waiting = {line.file for line in self._bench.store.waiting(lines[0].batch)}
        for line in lines:
            self._still_open()
            sha256 = DBOS.run_step({"name": "take"}, self._take, line.file in waiting, asdict(line))
            if sha256:
                saved.append((line.file, sha256, line.spool))
        return saved

    def _take(self, waiting: bool, line: dict[str, Any]) -> str | None:
        store, files = self._bench.store, self._bench.files
        if waiting:
            return take(store, files, self._bench.read, Line(**line))
        tidy(store, files, Line(**line))
        return None

    def _renew(self, sha256: str) -> None:
        renew(self._bench.store, self._bench.files, self._bench.read, sha256)

    def _settle(self, saved: Sequence[tuple[int, str, str]]) -> None:
        settle(self._bench.store, self._bench.files, self._index, saved)

    def _still_open(self) -> None:
        if self._closing.is_set():
            raise Closing

    @contextmanager
    def _work(self) -> Iterator[None]:
        with self._idle:
            self._still_open()
            self._running += 1
        try:
            yield
        finally:
            with self._idle:
                self._running -= 1
                self._idle.notify_all()


logging.getLogger("dbos").setLevel(logging.ERROR)
