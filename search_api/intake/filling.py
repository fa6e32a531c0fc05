"""Is anybody still filling a batch? A lock that dies with its process knows."""

from __future__ import annotations

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from search_api.intake.call import sqlite_path


class Filling:
    """A lock beside an embedded queue, shared by all who fill a batch; kill -9 lets go of it.

    Where the queue is a server there is no folder that all share: a batch whose filler died stays open there, and
    what it had received is taken in all the same.
    """

    def __init__(self, work_url: str) -> None:
        path = sqlite_path(work_url)
        self._path = path.with_name(path.name + ".filling") if path else None
        self._held: dict[str, IO[bytes]] = {}
        self._guard = threading.Lock()

    def begin(self) -> IO[bytes] | None:
        """Taken before the batch is opened, so that there is no moment at which it looks abandoned."""
        if self._path is None:
            return None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("ab")
        fcntl.flock(file, fcntl.LOCK_SH)
        return file

    def hold(self, batch: str, lock: IO[bytes] | None) -> None:
        if lock:
            with self._guard:
                self._held[batch] = lock

    def release(self, batch: str) -> None:
        """The batch is not being filled any more."""
        with self._guard:
            lock = self._held.pop(batch, None)
        if lock:
            lock.close()

    def close(self) -> None:
        """What is held is abandoned."""
        for batch in list(self._held):
            self.release(batch)

    @contextmanager
    def nobody(self) -> Iterator[bool]:
        """True where nobody fills a batch; nobody can begin one while the block runs."""
        if self._path is None:
            yield False
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True
