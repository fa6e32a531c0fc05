"""Programs that are started for a file must not be stopped along with us: a half-read page looks like a bad one."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def undisturbed() -> Iterator[None]:
    """What this thread starts while the block runs, threads and programs, does not notice Ctrl-C and the like.

    A terminal sends Ctrl-C, and a service manager TERM, to all processes of a group: Tesseract would die of it, and its
    page would be kept as one that cannot be read. The main thread goes on being told.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
