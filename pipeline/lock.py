"""One worker for one embedded home."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from search_api.intake.call import sqlite_path


@contextmanager
def only_worker(work_url: str) -> Iterator[bool]:
    """True where this process is the worker while the block runs, False where another one is.

    Two workers on SQLite would take each other's work for abandoned. Where the queue is a server any number may work.
    """
    path = sqlite_path(work_url)
    if path is None:
        yield True
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(path.name + ".worker").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield True
