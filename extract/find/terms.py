"""Since when, until when, for how long: the times of a personnel act."""

from __future__ import annotations

import re
from datetime import date

from decisions.text import Span
from extract.find.days import day_at
from extract.plain import pattern

_FROM = pattern(r"(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)", re.IGNORECASE)
_UNTIL = pattern(r"đến\s+(?:hết\s+)?(?:ngày\s+)(?=\d)", re.IGNORECASE)
_TERM = pattern(
    r"thời\s+(?:hạn|gian)\s*(?:giữ\s+(?:chức\s+vụ|chức)|bổ\s+nhiệm(?:\s+lại)?|luân\s+chuyển|biệt\s+phái)?\s*(?:là|:)?\s*"
    r"(?P<many>\d{1,3})\s*(?:\([^)]{2,30}\)\s*)?(?P<unit>năm|tháng)",
    re.IGNORECASE,
)
_BORN_DAY = pattern(r"sinh\s+ngày\s*:?\s*(?=\d)", re.IGNORECASE)
_BORN_YEAR = pattern(r"sinh\s+(?:năm\s+)?(?P<year>19\d{2}|20\d{2})", re.IGNORECASE)


def from_day(plain: str, clause: Span) -> date | None:
    """ "kể từ ngày 01/7/2022"."""
    return _day(_FROM, plain, clause.start, clause.end)


def until_day(plain: str, clause: Span) -> date | None:
    """ "đến hết ngày 30/6/2027"."""
    return _day(_UNTIL, plain, clause.start, clause.end)


def months(text: str) -> int | None:
    """ "Thời hạn giữ chức vụ là 05 năm" → 60."""
    match = _TERM.search(text)
    if match is None:
        return None
    return int(match["many"]) * (12 if match["unit"].lower() == "nam" else 1)


def born_on(plain: str, start: int, end: int) -> str | None:
    """ISO date or year of birth."""
    day = _day(_BORN_DAY, plain, start, end)
    if day:
        return day.isoformat()
    year = _BORN_YEAR.search(plain, start, end)
    return year["year"] if year else None


def _day(lead: re.Pattern[str], plain: str, start: int, end: int) -> date | None:
    for match in lead.finditer(plain, start, end):
        day = day_at(plain, match.end())
        if day:
            return day.value
    return None
