"""From which day on, as a sentence says it of an act, or of the instrument that is acted upon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.find.days import Day, day_at
from extract.plain import pattern

_FROM = pattern(r"\b(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)", re.IGNORECASE)
_OPENS_FROM = pattern(
    r"(?:Nay\s+|Trong\s+(?:khoảng\s+)?thời\s+gian\s+)?(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)", re.IGNORECASE
)
_UNTIL = pattern(r"\s+(?:cho\s+)?đến\s+(?:hết\s+)?(?:ngày\s+)?(?=\d)", re.IGNORECASE)
#: "… Quyết định số 5 có hiệu lực từ ngày …"; joined on by a comma or "và" it is said of this instrument.
_OF_TARGET = pattern(r"(?<!,)(?<!;)(?<!\bvà)(?<!này)(?<!thời)\s+(?:đã\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*\Z", re.I)
#: "từ ngày 01/4/2024 thành ngày 01/3/2024": what is changed is a day.
_CHANGED = pattern(r"\s*(?:sửa\s+)?(?:thành|sang|lên)\s", re.IGNORECASE)


@lru_cache(maxsize=8)
def starting_day(text: str, start: int, end: int) -> Day | None:
    """ "kể từ ngày 01/01/2026" in a stretch."""
    return next((day for day, of_target in _days_from(text, start, end) if not of_target), None)


def day_of_target(text: str, start: int, end: int) -> Day | None:
    """ "Quyết định số 5 có hiệu lực từ ngày 15/01/2020": from when it was in force, not since when it is ended."""
    return next((day for day, of_target in _days_from(text, start, end) if of_target), None)


def opening_day(text: str, start: int, end: int) -> Day | None:
    """ "Kể từ ngày 01/5/2021, Quyết định số 5 hết hiệu lực": the day with which a sentence opens."""
    lead = _OPENS_FROM.match(text, start, end)
    return day_at(text, lead.end()) if lead else None


def opening_until(text: str, start: int, end: int) -> Day | None:
    """ "Từ ngày 01/5/2021 đến hết ngày 30/6/2021, tạm dừng …": the last day with which a sentence opens."""
    first = opening_day(text, start, end)
    lead = _UNTIL.match(text, first.span.end, end) if first else None
    return day_at(text, lead.end()) if lead else None


def _days_from(text: str, start: int, end: int) -> Iterator[tuple[Day, bool]]:
    for lead in _FROM.finditer(text, start, end):
        day = day_at(text, lead.end())
        if day and not _CHANGED.match(text, day.span.end, end):
            yield day, _OF_TARGET.search(text, max(start, lead.start() - 40), lead.start()) is not None
