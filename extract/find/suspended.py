"""For how long is something suspended? "Thời hạn tạm đình chỉ: 45 ngày, kể từ ngày 22 tháng 4 năm 2021"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from decisions.text import Span
from extract.find.counts import COUNT, counted
from extract.find.days import day_at
from extract.find.expiry import later
from extract.find.itself import ITSELF
from extract.plain import pattern

_COUNTED = (
    rf"(?P<count>{COUNT})\s*(?:\([^)]{{1,40}}\)\s*)?(?P<unit>ngày|tháng|năm)\s*,?\s*(?:kể\s+)?từ\s+ngày\s+"
    rf"(?:(?P<own>ký|kí|ban\s+hành|{ITSELF}\s+có\s+hiệu\s+lực)\b|(?=\d))"
)
_WITHIN = pattern(rf"\b(?:trong\s+)?(?:thời\s+hạn|thời\s+gian|vòng)\s+(?:là\s+)?{_COUNTED}", re.IGNORECASE)
#: The sentence behind the one that suspends.
_TERM_OF_IT = pattern(
    r"[\s.;]*(?:\d{1,2}[.)]\s*|[-+–]\s*)?Thời\s+(?:hạn|gian)\s+(?:tạm\s+)?(?:đình\s+chỉ|ngưng|ngừng|dừng|hoãn)"
    rf"(?:\s+[^\W\d]+){{0,6}}?\s*:?\s*(?:là\s+|trong\s+)?{_COUNTED}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From when until when; `doubtful` where offices differ on whether the first day counts: in a term of days."""

    since: date
    until: date
    doubtful: bool


def term_of(plain: str, after: Span, effective_on: date | None) -> Term | None:
    """The term that a clause tells behind the act and its object, or the sentence that follows it."""
    match = _WITHIN.search(plain, after.start, after.end) or _TERM_OF_IT.match(plain, after.end)
    if match is None:
        return None
    day = None if match["own"] else day_at(plain, match.end())
    since = day.value if day else effective_on if match["own"] else None
    unit = match["unit"].lower()
    until = later(since, counted(match["count"]), unit) if since else None
    if since is None or until is None:
        return None
    return Term(since=since, until=until, doubtful=unit == "ngay" or (day is not None and day.damaged))
