"""Calling the workers: the queue's names, and the client that enqueues by them."""

from __future__ import annotations

import logging
import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import make_url

if TYPE_CHECKING:
    from dbos import DBOSClient

TAKE_IN = "take_in"  #: workflow: plan a batch
BATCHES = "batches"  #: its queue
#: Fixed: with DBOS's own hash of the source, changed code would leave pending work unrecovered in silence.
APPLICATION = "quyetdinh"
APPLICATION_VERSION = "1"


class Call:
    """A client of the queue, opened (and the queue's schema brought up to date) at the first call."""

    def __init__(self, work_url: str) -> None:
        self._work_url = work_url
        self._client: DBOSClient | None = None
        self._lock = threading.Lock()

    def take_in(self, batch: str, *, again: int = 0) -> None:
        """Enqueue the batch. The workflow's id is the batch's, so a repeated call changes nothing.

        `again` > 0 calls for what is left of a batch whose workflow has ended.
        """
        workflow_id = f"{batch}.{again}" if again else batch
        self._open().enqueue(
            {
                "workflow_name": TAKE_IN,
                "queue_name": BATCHES,
                "workflow_id": workflow_id,
                "app_version": APPLICATION_VERSION,
            },
            batch,
        )

    def close(self) -> None:
        with self._lock:
            if self._client:
                self._client.destroy()
                self._client = None

    def _open(self) -> DBOSClient:
        with self._lock:
            if self._client is None:
                # Imported late: a search needs no queue, and DBOS takes half a second to load.
                from dbos import DBOSClient

                migrate(self._work_url)
                self._client = DBOSClient(system_database_url=self._work_url, application_name=APPLICATION)
            return self._client


def migrate(work_url: str) -> None:
    """Bring the queue's schema up to date: an upload may come before any worker ever ran."""
    from dbos import DBOS

    logging.getLogger("dbos").setLevel(logging.WARNING)
    if path := sqlite_path(work_url):
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_ahead(path)
    DBOS.migrate(work_url)


def sqlite_path(url: str) -> Path | None:
    """The file of an embedded queue; None where the queue is a server."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _write_ahead(path: Path) -> None:
    # The mode stays with the file: readers and the one writer no longer wait for each other.
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
