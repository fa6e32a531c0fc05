"""Stopping what runs until it is stopped: Ctrl-C, TERM of a service manager, or the end of the parent process."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[None]:
    """The block may be stopped by INT or TERM; that is its proper end, no error."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def told_when_stopping(tell: Callable[[], None]) -> Iterator[None]:
    """At the first Ctrl-C `tell` says that the file in hand comes to its end first; the second one ends at once."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tell()
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    if before != signal.SIG_IGN:  # a job in the background is not to be stopped by Ctrl-C
        signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def stop_when_orphaned() -> None:
    """Stops this process when its standard input closes: that is when its parent has gone, however it went."""

    def wait() -> None:
        # Not through the buffer: Python aborts where a thread still holds its lock at the end.
        while os.read(sys.stdin.fileno(), 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()
