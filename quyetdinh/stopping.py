"""Stopping what runs until it is stopped: Ctrl-C, TERM of a service manager, or the end of the parent process."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from types import FrameType


@contextmanager
def stopping(tell: Callable[[], None] = lambda: None) -> Iterator[threading.Event]:
    """What is set at the first INT or TERM, after `tell` was called; the second one ends the process at once.

    No exception: it would come up in the midst of whatever runs, in an import or in a connection that is being closed,
    and what is in hand would not come to its end.
    """
    stop = threading.Event()
    asked: SimpleQueue[bool] = SimpleQueue()

    def ask(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        asked.put(True)  # `set` would wait for a lock that what was interrupted may hold

    def pass_on() -> None:
        if asked.get():
            tell()
            stop.set()

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    threading.Thread(target=pass_on, daemon=True).start()
    for number, handler in before.items():
        if handler != signal.SIG_IGN:  # a job in the background is not to be stopped by Ctrl-C
            signal.signal(number, ask)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        asked.put(False)


def stop_when_orphaned() -> None:
    """Stops this process when its standard input closes: that is when its parent has gone, however it went."""

    def wait() -> None:
        # Not through the buffer: Python aborts where a thread still holds its lock at the end.
        while os.read(sys.stdin.fileno(), 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()
