"""The place after a hit, as text that a client hands back to get the next page."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

from search_api.index.troubles import BadCursor


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """The hit that the page before ended with. Its id finds its place again where scores have shifted meanwhile."""

    score: float
    rank: int
    id: str


def cursor_text(after: After) -> str:
    packed = json.dumps([after.score, after.rank, after.id], separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def cursor(text: str | None) -> After | None:
    """The place that `cursor_text` wrote; raises BadCursor for anything else."""
    if not text:
        return None
    try:
        score, rank, id = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        return After(score=float(score), rank=int(rank), id=str(id))
    except (ValueError, TypeError) as wrong:
        raise BadCursor() from wrong
