"""A day as the paper writes it: "ngày 01 tháng 7 năm 2022", "01/7/2022", "29-3-2021", "5.3.2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from decisions.text import Span
from extract.plain import pattern

#: A part of patterns for plain text.
DAY = r"\d{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)\d{1,2}(?:\s?[/.-]\s?|\s+năm\s+)\d{4}"
_PARTS = (r"\d{1,2}|\d\s\d", r"\d{1,2}|\d\s\d", r"(?:19|20)\d{2}(?!\d)")
_D, _M, _Y = (f"({part})" for part in _PARTS)
#: Figures with letters among them, as optical readers have ones and noughts: "l3", "LI". Only "tháng" beside shows them.
_LIKE = rf"({_PARTS[0]}|(?<!\w)[\dlILT|\]!O]{{1,3}}(?!\w))"
_ONES = str.maketrans("lILT|]!O", "11111110")
#: Order is always day, month, year (Decree 30/2020/NĐ-CP app. I).
_DAY = pattern(
    rf"(?<![\d/.\-])(?:{_LIKE}\s*tháng\s*{_LIKE}(?:\s*,?\s*năm\s*|\s*,\s*){_Y}|{_D}\s?[/.\-–]\s?{_M}\s?[/.\-–\s]\s?{_Y})",
    re.IGNORECASE,
)
#: A year with a figure too many or too few, or of a time when nobody wrote in this form: "09/6/20205", "năm 205".
_NO_YEAR = r"(?:\d{3}|\d{5,6}|0\d{3}|2[1-9]\d{2}|[3-9]\d{3})(?![\d%]|[.,/-]\d)"
_SLIPPED = pattern(
    rf"(?<=ngày )\d{{1,2}}(?:\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?|\s+tháng\s+\d{{1,2}}\s+năm\s+){_NO_YEAR}(?!\s?\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`value` is None for a day that the calendar does not have; `damaged` where its figures are torn or misread."""

    value: date | None
    span: Span
    damaged: bool = False


def find_days(plain: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """All days in a stretch of plain text, left to right."""
    for match in _DAY.finditer(plain, start, len(plain) if end is None else end):
        yield _day(match)


def slipped_days(plain: str, start: int, end: int) -> Iterator[Span]:
    """What is printed as a day and has no year that can be."""
    return (Span(start=match.start(), end=match.end()) for match in _SLIPPED.finditer(plain, start, end))


def day_at(plain: str, start: int) -> Day | None:
    """The day that begins at a place."""
    match = _DAY.match(plain, start)
    return _day(match) if match else None


def with_ones(figures: str) -> str:
    """Figures with the letters that optical readers see in them turned back: "II" → "11"."""
    return figures.translate(_ONES)


def calendar_day(day: str, month: str, year: str) -> date | None:
    """The date that three figures make, spaces inside them forgotten; None if there is none."""
    try:
        return date(*(int("".join(part.split())) for part in (year, month, day)))
    except ValueError:
        return None


def _day(match: re.Match[str]) -> Day:
    day, month, year = (part for part in match.groups() if part is not None)
    whole = day.isdecimal() and month.isdecimal() and re.search(r"[/.\-–]\d{1,2}\s\d{4}$", match.group()) is None
    value = calendar_day(with_ones(day), with_ones(month), year)
    return Day(value=value, span=Span(start=match.start(), end=match.end()), damaged=not whole)
