"""The ledger of a batch: received = stored + duplicate + rejected + failed, each file with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

#: stored: in and searchable · duplicate: the same bytes are held · rejected: the file's fault · failed: ours, can be
#: tried again · waiting: not finished yet
Outcome = Literal["stored", "duplicate", "rejected", "failed", "waiting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One file of a batch and what became of it."""

    file: int  #: key of the line in the store
    name: str  #: as the person knows it; members of a zip as "box.zip/scan.pdf"
    outcome: Outcome
    reason: str | None = None  #: Vietnamese sentence; None for plain "stored"
    reason_en: str | None = None
    code: str | None = None  #: code of the trouble
    ids: tuple[str, ...] = ()  #: decisions that came of it, or the held one that it duplicates or copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    id: str
    started_at: datetime
    finished_at: datetime | None
    files: tuple[FileLine, ...]
    complete: bool = True  #: False while the batch is still being unpacked or uploaded

    def count(self, outcome: Outcome) -> int:
        return sum(line.outcome == outcome for line in self.files)

    @property
    def received(self) -> int:
        return len(self.files)

    @property
    def done(self) -> bool:
        return self.complete and not self.count("waiting")
