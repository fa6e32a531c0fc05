"""In force "kể từ ngày thông qua": the day on which an assembly adopted it, which its last paragraph tells."""

from __future__ import annotations

import re
from datetime import date

from decisions.fact import Candidate, Fact
from extract.find.days import Day, day_at
from extract.find.itself import ITSELF
from extract.plain import pattern
from extract.settle import Claim, settle
from extract.sheet import Sheet, trim

FROM_ADOPTION = pattern(r"(?:kể\s+)?(?:từ\s+)?ngày\s+(?:được\s+)?[^.;\n\d]{0,80}?\bthông\s+qua\b", re.IGNORECASE)
#: "Nghị quyết này được Hội đồng nhân dân tỉnh khóa XII, kỳ họp thứ 8 thông qua ngày 19 tháng 12 năm 2022".
_ADOPTED = pattern(
    rf"\b{ITSELF}\s+(?:đã\s+)?được\b[^.;\n]{{0,240}}?\bthông\s+qua\b"
    r"[^.;\n]{0,80}?\bngày\s+(?=\d)",
    re.IGNORECASE,
)
_LIKELY = 0.6


def adopted_from(sheet: Sheet, said_at: int, start: int, issued_on: Fact[date]) -> tuple[Fact[date], int] | None:
    """The day of adoption, if what begins at `start` counts from it, and where those words end.

    Sure where the same sentence tells the day; told elsewhere, or only by the date at the head, it is for a person to confirm.
    """
    match = FROM_ADOPTION.match(sheet.plain, start)
    if match is None:
        return None
    day = _day_of_adoption(sheet, said_at)
    said = sheet.mention(trim(sheet.flat, said_at, match.end()), "effect/3")
    if day and day.value and "\n" not in sheet.flat[min(day.span.end, said_at) : max(day.span.start, said_at)]:
        printed = sheet.mention(day.span, "effect/3")
        claim = Claim(value=day.value, said=(said, printed), typed=sheet.typed(day.span), fits=not day.damaged)
        return settle([claim], "figures"), match.end()
    value = day.value if day else issued_on.value
    if value is None:
        return Fact(state="review", said=(said,)), match.end()
    mentions = (said, sheet.mention(day.span, "effect/3")) if day else (said, *issued_on.said)
    candidates = (Candidate(value=value, confidence=_LIKELY, said=mentions),)
    fact = Fact(value=value, state="review", confidence=_LIKELY, said=mentions, candidates=candidates)
    return fact, match.end()


def _day_of_adoption(sheet: Sheet, said_at: int) -> Day | None:
    """The nearest one that is told: the text may hold more than one instrument."""
    found = [day for match in _ADOPTED.finditer(sheet.plain) if (day := day_at(sheet.plain, match.end()))]
    return min(found, key=lambda day: abs(day.span.start - said_at), default=None)
