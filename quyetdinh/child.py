"""The worker as a child process of `serve`: it starts with it, ends with it, and its end is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from quyetdinh.desk import Desk
from quyetdinh.settings import environment

_PATIENCE = 15  #: seconds for the worker to finish the step in flight


@contextmanager
def worker_beside(desk: Desk) -> Iterator[subprocess.Popen[bytes]]:
    log = desk.settings.home / "log" / "worker.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as lines:
        # A session of its own: Ctrl-C reaches `serve` alone, which then stops the worker in order.
        child = subprocess.Popen(
            [sys.executable, "-m", "quyetdinh", "work", "--until-orphaned"],
            env={**os.environ, **environment(desk.settings)},
            stdin=subprocess.PIPE,  # closes with this process, even after kill -9: then the worker stops too
            stdout=lines,
            stderr=lines,
            start_new_session=True,
        )
    stopping = threading.Event()

    def watch() -> None:
        code = child.wait()
        if not stopping.is_set():
            desk.tell("serve.worker_lost", code=code, log=log)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield child
    finally:
        stopping.set()
        _stop(child)


def _stop(child: subprocess.Popen[bytes]) -> None:
    child.send_signal(signal.SIGTERM)
    try:
        child.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
