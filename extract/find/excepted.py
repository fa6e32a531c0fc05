"""What a whole act leaves out: "… thay thế Quyết định số 5. Riêng Điều 3 Quyết định số 5 hết hiệu lực từ ngày …"."""

from __future__ import annotations

from collections.abc import Sequence

from decisions.decision import Relation
from extract.find.distinct import Seen
from extract.settle import for_review

_ENDS = frozenset({"ends", "repeals", "replaces", "annuls", "revokes"})


def with_exceptions(stated: Sequence[Relation]) -> list[Relation]:
    """An instrument does not end wholly on one day and in part on a later one: the first is for review."""
    return [for_review(each) if _is_excepted(each, stated) else each for each in stated]


def _is_excepted(whole: Relation, stated: Sequence[Relation]) -> bool:
    if whole.source is not None or whole.scope or whole.action not in _ENDS or whole.effective_on is None:
        return False
    parts = (each for each in stated if each.scope and each.source is None and each.action in _ENDS)
    later = (each for each in parts if each.effective_on is not None and each.effective_on > whole.effective_on)
    return whole.target in Seen(each.target for each in later)
