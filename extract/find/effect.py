"""From when, and until when, is it in force? The final article says so, never the date of the act it replaces."""

from __future__ import annotations

import re
from datetime import date, timedelta

from decisions.fact import Fact
from decisions.text import Span
from extract.find.days import day_at
from extract.outline import Outline
from extract.plain import pattern
from extract.settle import Claim, follow, settle
from extract.sheet import Sheet, trim

_IN_FORCE = pattern(r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*")
_FROM_SIGNING = pattern(r"(?:kể\s+)?từ\s+ngày\s+(?:ký|kí)(?:\s+ban\s+hành)?")
_FROM_DAY = pattern(r"(?:thi\s+hành\s+)?(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)")
_DAYS_AFTER = pattern(r"sau\s+(?P<days>\d{1,3})\s*(?:\([^)]{1,40}\)\s*)?ngày\s*,?\s*kể\s+từ\s+ngày\s+ký")
_UNTIL = pattern(r"đến\s+(?:hết\s+)?(?:ngày\s+)(?=\d)")
_OWN = re.compile(
    r"(?:quyet dinh|nghi quyet|chi thi|quy dinh|quy che|ke hoach|thong bao|van ban) nay\s*(?:\S+\s+){0,3}$"
)


def find_effect(outline: Outline, issued_on: Fact[date]) -> tuple[Fact[date], Fact[date]]:
    """The dates from which and until which the instrument is in force, as its own words have it."""
    if outline.head is None:
        return Fact(), Fact()
    for match in _IN_FORCE.finditer(outline.sheet.plain, outline.body.start, outline.body.end):
        if _speaks_of_itself(outline.sheet, match):
            fact, end = _from(outline.sheet, match, issued_on)
            if fact is not None:
                return fact, _until(outline.sheet, end, outline.body.end)
    return Fact(), Fact()


def _speaks_of_itself(sheet: Sheet, match: re.Match[str]) -> bool:
    """ "Quyết định này có hiệu lực": not the act it replaces, not "ngày Quyết định này có hiệu lực"."""
    before = sheet.bare[max(0, match.start() - 60) : match.start()] + sheet.bare[match.start() : match.end()]
    head = before[: before.rfind("co hieu luc") if "co hieu luc" in before else len(before)]
    own = _OWN.search(" ".join(head.split()) + " ")
    dated = re.search(r"ngay\s+(?:\S+\s+){2}nay\s*$", " ".join(head.split()) + " ")
    return own is not None and dated is None


def _from(sheet: Sheet, match: re.Match[str], issued_on: Fact[date]) -> tuple[Fact[date] | None, int]:
    start = match.end()
    signing = _FROM_SIGNING.match(sheet.plain, start)
    if signing:
        span = trim(sheet.flat, match.start(), signing.end())
        return follow(issued_on, lambda day: day, sheet.mention(span, "effect/1")), signing.end()
    after = _DAYS_AFTER.match(sheet.plain, start)
    if after:
        days = timedelta(days=int(after["days"]))
        span = trim(sheet.flat, match.start(), after.end())
        return follow(issued_on, lambda day: day + days, sheet.mention(span, "effect/1")), after.end()
    lead = _FROM_DAY.match(sheet.plain, start)
    day = day_at(sheet.plain, lead.end()) if lead else None
    if day is None:
        return None, start
    return _stated(sheet, day.span, day.value, not day.damaged), day.span.end


def _until(sheet: Sheet, start: int, end: int) -> Fact[date]:
    lead = _UNTIL.search(sheet.plain, start, min(end, start + 40))
    day = day_at(sheet.plain, lead.end()) if lead else None
    return _stated(sheet, day.span, day.value, not day.damaged) if day else Fact()


def _stated(sheet: Sheet, span: Span, value: date | None, whole: bool) -> Fact[date]:
    said = (sheet.mention(span, "effect/1"),)
    return settle([Claim(value=value, said=said, typed=sheet.typed(span), fits=whole)], "figures")
