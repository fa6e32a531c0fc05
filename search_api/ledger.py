"""The ledger of a batch as people get it: the JSON of `ingest --json` and of /api/v1/batches."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from decisions.ledger import Batch, FileLine

Json = dict[str, Any]


def ledger_json(batch: Batch, lang: str = "vi") -> Json:
    """`{"batch", "received", "stored", "duplicate", "rejected", "failed", "waiting", "done", …, "files": […]}`.

    received = stored + duplicate + rejected + failed once `done`; until then `waiting` makes up the rest.
    """
    return {**summary_json(batch), "files": [line_json(line, lang) for line in batch.files]}


def summary_json(batch: Batch) -> Json:
    """The counts of a batch, without its files."""
    return {
        "batch": batch.id,
        "received": batch.received,
        "stored": batch.count("stored"),
        "duplicate": batch.count("duplicate"),
        "rejected": batch.count("rejected"),
        "failed": batch.count("failed"),
        "waiting": batch.count("waiting"),
        "done": batch.done,
        "started_at": _moment(batch.started_at),
        "finished_at": _moment(batch.finished_at),
    }


def line_json(line: FileLine, lang: str = "vi") -> Json:
    """One file: `reason` in the person's language, `id` the first of the `ids` that came of it."""
    return {
        "name": line.name,
        "outcome": line.outcome,
        "reason": (line.reason_en or line.reason) if lang == "en" else line.reason,
        "code": line.code,
        "id": line.ids[0] if line.ids else None,
        "ids": list(line.ids),
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
