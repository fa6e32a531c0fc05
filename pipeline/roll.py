"""Which workers are alive: on a server queue each holds a lock that its death lets go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from decisions.problem import Remedy, Trouble
from search_api.intake.call import sqlite_path


class NameTaken(Trouble):
    code = "worker_name_taken"
    vi = "Đã có một tiến trình khác đang chạy với tên «{name}». Hãy đặt QUYETDINH_WORKER khác cho mỗi tiến trình."
    en = "Another worker is running under the name “{name}”. Give each its own QUYETDINH_WORKER."
    remedy = Remedy.ASK


class Roll:
    """A worker's own entry, and its look at the others. On an embedded home there are no others: the home is locked."""

    def __init__(self, work_url: str, worker: str) -> None:
        self._worker = worker
        self._engine = None if sqlite_path(work_url) else create_engine(_driver(work_url), poolclass=NullPool)
        self._connection: Connection | None = None
        if self._engine:
            self._enter()

    def dead(self, workers: Iterable[str]) -> set[str]:
        """Those of the other workers that are gone."""
        others = {worker for worker in workers if worker != self._worker}
        if self._engine is None:
            return others
        self._enter()
        return {worker for worker in others if self._free(worker)}

    def close(self) -> None:
        """Lets the lock go at once: the server takes its time to see that a connection has ended."""
        if self._connection:
            with suppress(DBAPIError):  # a broken connection has taken the lock with it
                self._connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _key(self._worker)})
            self._connection.close()
            self._connection = None

    def _enter(self) -> None:
        """Again after a broken connection: it has taken our lock with it."""
        try:
            if self._connection:
                self._connection.execute(text("SELECT 1"))
                return
        except DBAPIError:
            self.close()
        assert self._engine is not None
        # Autocommit: an idle transaction would be closed by the server, the lock of the session stays.
        self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if not self._lock(self._worker):
            self.close()
            raise NameTaken(name=self._worker)

    def _free(self, worker: str) -> bool:
        if not self._lock(worker):
            return False
        assert self._connection is not None
        self._connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _key(worker)})
        return True

    def _lock(self, worker: str) -> bool:
        assert self._connection is not None
        query = text("SELECT pg_try_advisory_lock(:key)")
        return bool(self._connection.scalar(query, {"key": _key(worker)}))


def _driver(work_url: str) -> str:
    return make_url(work_url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def _key(worker: str) -> int:
    return int.from_bytes(hashlib.sha256(f"quyetdinh worker {worker}".encode()).digest()[:8], signed=True)
