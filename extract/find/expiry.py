"""Until when is it in force? "đến hết ngày 31/12/2026", "trong thời hạn 03 năm", "hết hiệu lực kể từ ngày …"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from decisions.fact import Candidate, Fact
from decisions.text import Span
from extract.find.counts import COUNT, counted
from extract.find.days import day_at
from extract.find.itself import KIND, may_mean
from extract.plain import pattern
from extract.settle import Claim, doubted, settle
from extract.sheet import Sheet, trim

_REACH = 60
#: At noon it is still in force, at "0 giờ" no more.
_HOUR = r"(?:(?P<hour>\d{1,2})\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút)?)?,?\s*)?"
_UNTIL_DAY = pattern(
    rf"[^.;\n]{{0,40}}?\b(?:cho\s+)?đến\s+(?:hết\s+)?{_HOUR}(?:ngày\s+)?(?=\d{{1,2}}(?:\s?[/.-]\s?\d|\s+tháng\s))",
    re.IGNORECASE,
)
_UNTIL_END = pattern(
    r"[^.;\n]{0,40}?\b(?:cho\s+)?đến\s+(?:hết\s+|cuối\s+)(?:tháng\s+(?P<month>\d{1,2})\s*(?:[/-]|năm)\s*|năm\s+)"
    r"(?P<year>(?:19|20)\d{2})(?!\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_TERM = pattern(
    r"[^.;\n]{0,40}?\btrong\s+(?:thời\s+hạn\s+|thời\s+gian\s+|vòng\s+)?"
    rf"(?P<count>{COUNT})\s*(?:\([^)]{{1,30}}\)\s*)?"
    r"(?P<unit>năm|tháng|ngày)\b",
    re.IGNORECASE,
)
_CEASES = (
    r"(?:sẽ\s+)?(?:tự\s+(?:động\s+)?)?(?:(?:hết|chấm\s+dứt|thôi(?:\s+có)?|không\s+còn)\s+hiệu\s+lực|hết\s+giá\s+trị)(?:\s+thi\s+hành)?"
    r"\s+(?P<from>(?:kể\s+)?từ\s+|sau\s+|vào\s+|đến\s+(?:hết\s+)?)?(?:ngày\s+)?(?=\d)"
)
_ENDS = pattern(
    rf"\b(?P<kind>{KIND})\s+này\s+{_CEASES}",
    re.IGNORECASE,
)
#: "Hiệu lực của Quyết định này kết thúc vào ngày 31/12/2026."
_CLOSES = pattern(
    rf"\bhiệu\s+lực(?:\s+thi\s+hành)?\s+của\s+(?P<kind>{KIND})\s+này\s+(?:sẽ\s+)?(?:kết\s+thúc|chấm\s+dứt|hết)"
    r"\s+(?P<from>(?:kể\s+)?từ\s+|sau\s+|vào\s+|đến\s+(?:hết\s+)?)?(?:ngày\s+)?(?=\d)",
    re.IGNORECASE,
)
#: "Quyết định này tự hết hiệu lực sau 12 tháng kể từ ngày ký."
_ENDS_AFTER = pattern(
    rf"\b(?P<kind>{KIND})\s+này\s+(?:sẽ\s+)?(?:tự\s+(?:động\s+)?)?(?:hết|chấm\s+dứt|thôi(?:\s+có)?)\s+hiệu\s+lực(?:\s+thi\s+hành)?"
    rf"\s+sau\s+(?P<count>{COUNT})\s*(?:\([^)]{{1,30}}\)\s*)?(?P<unit>năm|tháng|ngày)\b",
    re.IGNORECASE,
)
#: "đến hết năm học 2025 - 2026", "đến hết nhiệm kỳ": a last day that the paper does not name.
_UNNAMED = pattern(
    r"[^.;\n]{0,40}?\bđến\s+(?:hết|cuối)\s+(?:năm\s+học|nhiệm\s+kỳ|niên|quý|khóa|mùa|đợt)\b", re.IGNORECASE
)
_AND_ENDS = pattern(rf"[^.;\n]{{0,20}}?\s(?:và|,)\s+{_CEASES}", re.IGNORECASE)
_BY = "expiry/2"


def find_expiry(sheet: Sheet, body: Span, statements: list[int], effective: Fact[date], kind: str | None) -> Fact[date]:
    """The last day in force of an instrument of a kind. `statements`: where a sentence has just said from when; what follows says until when."""
    for start in statements:
        fact = _after(sheet, start, min(body.end, start + _REACH), effective)
        if fact is not None:
            return fact
    return next(_ended_after(sheet, body, kind, effective), None) or next(_ended(sheet, body, kind), Fact())


def _after(sheet: Sheet, start: int, end: int, effective: Fact[date]) -> Fact[date] | None:
    until = _UNTIL_DAY.match(sheet.plain, start, end)
    if until:
        return _day(sheet, until.end(), timedelta(days=1) if int(until["hour"] or 24) == 0 else timedelta(0))
    ceases = _AND_ENDS.match(sheet.plain, start, end)
    if ceases:
        return _last_before(sheet, ceases)
    closing = _UNTIL_END.match(sheet.plain, start, end)
    if closing:
        year, month = int(closing["year"]), int(closing["month"] or 12)
        value = date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None
        return _settled(sheet, trim(sheet.flat, closing.start(), closing.end()), value, whole=value is not None)
    term = _TERM.match(sheet.plain, start, end)
    if term:
        return _counted(sheet, term, effective)
    unnamed = _UNNAMED.match(sheet.plain, start, end)
    return _unnamed(sheet, unnamed) if unnamed else None


def _unnamed(sheet: Sheet, words: re.Match[str]) -> Fact[date]:
    return Fact(state="review", said=(sheet.mention(trim(sheet.flat, words.start(), words.end()), _BY),))


def _ended(sheet: Sheet, body: Span, kind: str | None) -> Iterator[Fact[date]]:
    for words in (_ENDS, _CLOSES):
        for match in words.finditer(sheet.plain, body.start, body.end):
            if may_mean(match["kind"], kind):
                yield _last_before(sheet, match)


def _ended_after(sheet: Sheet, body: Span, kind: str | None, effective: Fact[date]) -> Iterator[Fact[date]]:
    """From the signing or from its first day on, which may be two: a person tells."""
    for match in _ENDS_AFTER.finditer(sheet.plain, body.start, body.end):
        if may_mean(match["kind"], kind):
            yield doubted(_counted(sheet, match, effective))


def _last_before(sheet: Sheet, ceases: re.Match[str]) -> Fact[date]:
    """ "hết hiệu lực từ ngày 01/01/2026": the day before is the last."""
    lead = (ceases["from"] or "").split()
    return _day(sheet, ceases.end(), timedelta(days=1) if lead[-1:] == ["tu"] else timedelta(0))


def _day(sheet: Sheet, start: int, before: timedelta) -> Fact[date]:
    """A day in figures; `before`: so much before it is the last day."""
    day = day_at(sheet.plain, start)
    if day is None:
        return Fact()
    value = day.value - before if day.value else None
    return _settled(sheet, day.span, value, whole=not day.damaged)


def _settled(sheet: Sheet, span: Span, value: date | None, *, whole: bool) -> Fact[date]:
    said = (sheet.mention(span, _BY),)
    return settle([Claim(value=value, said=said, typed=sheet.typed(span), fits=whole)], "figures")


def _counted(sheet: Sheet, term: re.Match[str], effective: Fact[date]) -> Fact[date]:
    """A term of years or months from a sure day ends on the same day of its last month; else a person must confirm it.

    Civil Code 91/2015/QH13 art. 147, 148: the first day is not counted. Of a term of days offices often count it, and
    end a day before.
    """
    span = trim(sheet.flat, term.start(), term.end())
    said = (sheet.mention(span, _BY), *effective.said)
    last = later(effective.value, counted(term["count"]), term["unit"].lower()) if effective.value else None
    if last is None:
        return Fact(state="review", said=said)
    if term["unit"].lower() != "ngay" and effective.state == "sure":
        return settle([Claim(value=last, said=said, typed=sheet.typed(span))], "figures")
    values = (last, last - timedelta(days=1))
    return Fact(
        value=last,
        state="review",
        confidence=0.6,
        said=said,
        candidates=tuple(Candidate(value=v, confidence=c, said=said) for v, c in zip(values, (0.6, 0.4), strict=True)),
    )


def later(day: date, count: int, unit: str) -> date | None:
    """So many "ngay", "thang" or "nam" after a day; None beyond the calendar."""
    try:
        if unit == "ngay":
            return day + timedelta(days=count)
        months = day.month - 1 + count * (12 if unit == "nam" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None
