"""The shape of batches and their ledgers."""

from __future__ import annotations

from datetime import datetime

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from decisions.ledger import Outcome
from search_api.http.shapes import Shape

_SUMMARY: JsonDict = {
    "batch": "01J9Z3",
    "received": 4,
    "stored": 2,
    "duplicate": 1,
    "rejected": 1,
    "failed": 0,
    "waiting": 0,
    "done": True,
    "started_at": "2026-07-01T08:00:00+00:00",
    "finished_at": "2026-07-01T08:00:41+00:00",
}


class Accepted(Shape):
    """The batch to follow at `Location`."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"batch": "01J9Z3"}})

    batch: str


class Summary(Shape):
    """The counts of a batch: received = stored + duplicate + rejected + failed + waiting."""

    batch: str
    received: int
    stored: int
    duplicate: int
    rejected: int = Field(description="the file's fault: its reason says what to do")
    failed: int = Field(description="ours: can be tried again")
    waiting: int
    done: bool
    started_at: datetime
    finished_at: datetime | None


class Line(Shape):
    """One file of a batch."""

    name: str
    outcome: Outcome
    reason: str | None
    code: str | None
    id: str | None = Field(description="the first of `ids`")
    ids: list[str] = Field(description="decisions that came of the file, or the held one that it duplicates")


class Ledger(Summary):
    """A batch with its files."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                **_SUMMARY,
                "files": [
                    {
                        "name": "hop 1/qd-216.pdf",
                        "outcome": "stored",
                        "reason": None,
                        "code": None,
                        "id": "d-4f1c0a9be210",
                        "ids": ["d-4f1c0a9be210"],
                    },
                    {
                        "name": "hop 1/khoa.pdf",
                        "outcome": "rejected",
                        "reason": "Tệp đòi mật khẩu để mở. Hãy bỏ mật khẩu rồi gửi lại.",
                        "code": "encrypted",
                        "id": None,
                        "ids": [],
                    },
                ],
            }
        },
    )

    files: list[Line]


class BatchList(Shape):
    """Batches without their files, newest first."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"batches": [_SUMMARY], "next": None}})

    batches: list[Summary]
    next: str | None
