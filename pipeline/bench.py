"""What a worker needs on its bench."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from decisions.reading import Reading
from search_api.index import DecisionIndex
from search_api.intake import Intake
from search_api.store import DecisionStore
from search_api.store.files import Files

#: (path of the original, its name) → what it says. Raises troubles, see `ocr.read.read`.
Reader = Callable[[Path, str], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    store: DecisionStore
    files: Files
    intake: Intake
    work_url: str
    #: opens the index for writing. Called by the one who works, never by those who only wait: tantivy has one writer.
    open_index: Callable[[], DecisionIndex]
    read: Reader
    at_once: int = max(1, min(4, os.cpu_count() or 1))  #: files read at the same time
    worker: str | None = None  #: a name of its own on a server queue; None: made up for this process
