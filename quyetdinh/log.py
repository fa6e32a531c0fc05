"""Where the program writes down what only those who run it want to know: `log/` in the home, a file a day."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path


def log_of_today(home: Path) -> Path:
    """The file of this day; it may not be there yet."""
    return home / "log" / f"{datetime.now():%Y-%m-%d}.log"


@contextmanager
def logged_aside(home: Path) -> Iterator[None]:
    """While the block runs its log goes to the file of the day: a person at a progress bar gets sentences only."""
    handler = _Aside(log_of_today(home), encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    # DBOS brings a handler for the screen along, unless it finds one.
    queue = logging.getLogger("dbos")
    if not queue.handlers:
        queue.addHandler(logging.NullHandler())
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


class _Aside(logging.FileHandler):
    """Opened, and its folder made, with the first line; without room for a log the work goes on."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        return
