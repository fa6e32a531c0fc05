"""Since when, until when, for how long: the times of a personnel act or a delegation."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from decisions.fact import Fact
from decisions.text import Span
from extract.find.counts import COUNT, counted
from extract.find.days import Day, calendar_day, day_at, find_days
from extract.find.itself import ITSELF
from extract.plain import pattern

_FROM = pattern(
    r"(?<!\w)(?:kể\s+)?từ\s+(?:ngày\s*:?\s*)?(?:mồng\s+|mùng\s+)?(?=\d)"
    r"|(?<=,\s)có\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?(?:vào\s+)?ngày\s+(?=\d)"
    r"|(?<!\w)thời\s+(?:gian|điểm)\s+hưởng(?:\s+(?:lương|phụ\s+cấp))?\s*:?\s*(?:ngày\s+)?(?=\d)"
    r"|(?<!\w)thời\s+(?:gian|điểm)\s+(?:nhận|bắt\s+đầu|điều\s+động|bổ\s+nhiệm|nghỉ)[^:;.\d]{0,30}:\s*(?:ngày\s+)?(?=\d)",
    re.IGNORECASE,
)
_FROM_MONTH = pattern(r"(?<!\w)từ\s+tháng\s+(?P<month>\d{1,2})\s*(?:/|\s+năm\s+)(?P<year>20\d{2})\s+đến", re.IGNORECASE)
#: "từ ngày 05 đến ngày 09 tháng 4 năm 2026": the first day has the month and the year of the last.
_FROM_SHORT = pattern(
    r"(?<!\w)từ\s+(?:ngày\s+)?(?P<day>\d{1,2})(?:\s?/\s?(?P<month>\d{1,2}))?\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(?=\d)",
    re.IGNORECASE,
)
#: A day from which the time for the next rise is counted is not the day of the act, nor is one of the past.
_NOT_FROM = pattern(r"(?:lần\s+sau|để\s+xét|mốc)[^.;]{0,60}\Z|trước\s+\Z", re.IGNORECASE)
_PAST = pattern(r"\s*(?:,\s*)?(?:đến\s+nay|hiện\s+(?:là|giữ|nay|đang)|đã\s+(?:có|đạt|hoàn))", re.IGNORECASE)
#: "hưởng bậc 4/9 từ ngày …, lên bậc 5/9 kể từ ngày …": where two days are told, the one of what was before.
_OF_BEFORE = pattern(r"\s*,?\s*(?:lên|từ)\s+(?:bậc|hệ\s+số|ngạch|hạng)(?!\w)|\s*,?\s*nay\s", re.IGNORECASE)
_SIGNED = pattern(rf"(?<!\w)từ\s+ngày\s+(?:ký|(?:(?:quyết\s+định|{ITSELF})\s+được\s+)?ban\s+hành)", re.IGNORECASE)
_IN_FORCE = pattern(rf"(?<!\w)từ\s+ngày\s+(?:quyết\s+định|{ITSELF})\s+có\s+hiệu\s+lực", re.IGNORECASE)
#: "đến khi đủ tuổi nghỉ hưu (ngày 01/02/2028)", too.
_UNTIL = pattern(
    r"(?:(?<!\w)đến|(?<=\d\s)tới)\s+(?:hết\s+)?(?:khi\s+(?:đủ\s+tuổi\s+)?nghỉ\s+hưu\s*(?:\(|,|từ|vào|là)\s*)?(?:ngày\s+)?"
    r"(?:mồng\s+|mùng\s+)?(?=\d)",
    re.IGNORECASE,
)
_UNTIL_MONTH = pattern(
    r"(?<!\w)đến\s+(?:hết\s+)?tháng\s+(?P<month>\d{1,2})\s*(?:/|\s+năm\s+)(?P<year>20\d{2})", re.IGNORECASE
)
_UNTIL_YEAR = pattern(r"(?<!\w)đến\s+(?:hết|cuối)\s+năm\s+(?P<year>20\d{2})(?!\s*[-–]\s*\d)", re.IGNORECASE)
_TERM = pattern(
    r"(?:(?<!trước )thời\s+(?:hạn|gian)(?!\s*(?:tính|xét|nâng|giữ\s+bậc|tập\s+sự|thử\s+việc))|nhiệm\s+kỳ)(?:Điều\s+\d{1,3}|[^,;.\n\d]){0,60}?"
    r"(?P<many>\d{1,3})\s*(?:\([^)]{2,30}\)\s*)?(?P<unit>năm|tháng)(?!\s+\d)|(?<=\()(?P<figure>\d{2})\)\s*(?P<span>năm|tháng)(?!\s+\d)",
    re.IGNORECASE,
)
#: "thời hạn năm năm", "trong 02 năm"; "thành tích trong 2 năm qua" is no term.
_IN_WORDS = pattern(
    rf"(?<!\w)(?:(?<!trước )thời\s+(?:hạn|gian)(?!\s*(?:tính|xét|nâng|giữ\s+bậc|tập\s+sự|thử\s+việc))(?:\s+[^\s,;.\d]+){{0,6}}?|trong(?:\s+vòng)?)\s+"
    rf"(?P<many>{COUNT})\s+(?:\([^)]{{2,30}}\)\s*)?(?P<unit>năm|tháng)(?!\s+(?:\d|rưỡi|qua(?!\w)|liền|liên|gần|trở|học|công|cuối|đầu))",
    re.IGNORECASE,
)
_DAYS = pattern(r"thời\s+(?:hạn|gian)[^,;.\n\d]{0,40}?\d{1,3}\s*(?:\([^)]{2,30}\)\s*)?ngày(?!\s+\d)", re.IGNORECASE)
_BORN = pattern(
    r"(?<!hy\s)(?<!hi\s)(?:ngày\s+sinh|sinh\s+ngày|sinh|(?<!\w)SN|ngày,?\s+tháng,?\s+năm\s+sinh)\s*:?\s*(?=\d)",
    re.IGNORECASE,
)
_BORN_YEAR = pattern(r"(?:sinh\s+(?:năm\s*)?|(?<!\w)SN\s*|năm\s+sinh\s*):?\s*(?P<year>19\d{2}|20\d{2})", re.IGNORECASE)


def from_day(plain: str, clause: Span, *, whole: bool = False) -> date | None:
    """ "kể từ ngày 01/7/2022"; the first day of "từ tháng 9/2022 đến tháng 9/2024". `whole`: in its whole form only, or
    told by a word before ("có hiệu lực từ ngày").
    """
    before: date | None = None
    matches = sorted(
        _FROM.finditer(plain, clause.start, clause.end), key=lambda match: not match.group().startswith("ke")
    )
    if whole:
        matches = [match for match in matches if not match.group().startswith("tu")]
    for match in matches:  # "giáo viên từ ngày … đến Trường B kể từ ngày …": the full form is that of the act
        day = day_at(plain, match.end())
        counts = day is not None and not _PAST.match(plain, day.span.end, clause.end)
        if day and counts and not _NOT_FROM.search(plain[clause.start : match.start()]):
            if not _OF_BEFORE.match(plain, day.span.end, clause.end):
                return day.value
            before = before or day.value
    if whole:
        return before
    before = before or _short_day(plain, clause)
    month = _FROM_MONTH.search(plain, clause.start, clause.end)
    if before or month is None or not 1 <= int(month["month"]) <= 12:
        return before
    return date(int(month["year"]), int(month["month"]), 1)


def _short_day(plain: str, clause: Span) -> date | None:
    for match in _FROM_SHORT.finditer(plain, clause.start, clause.end):
        last = day_at(plain, match.end())
        if last is None or last.value is None:
            continue
        first = calendar_day(match["day"], match["month"] or str(last.value.month), str(last.value.year))
        if first and first <= last.value:
            return first
    return None


def from_signing(plain: str, clause: Span) -> bool:
    """ "kể từ ngày ký"."""
    return _SIGNED.search(plain, clause.start, clause.end) is not None


def counted_from(plain: str, clause: Span, issued_on: Fact[date], effective_on: Fact[date]) -> Fact[date] | None:
    """The day from which a stretch counts without naming it: "kể từ ngày ký", "từ ngày Quyết định này có hiệu lực"."""
    if from_signing(plain, clause):
        return issued_on
    if _IN_FORCE.search(plain, clause.start, clause.end):
        return effective_on if effective_on.value else issued_on
    return None


def until_day(plain: str, clause: Span) -> date | None:
    """The value of `last_day`."""
    day = last_day(plain, clause)
    return day.value if day else None


def last_day(plain: str, clause: Span) -> Day | None:
    """ "đến hết ngày 30/6/2027"; the last day of "đến hết tháng 9 năm 2025" and of "đến hết năm 2025"."""
    for match in _UNTIL.finditer(plain, clause.start, clause.end):
        day = day_at(plain, match.end())
        if day:
            return day
    month = _UNTIL_MONTH.search(plain, clause.start, clause.end)
    if month is None:
        whole = _UNTIL_YEAR.search(plain, clause.start, clause.end)
        return _end_of(whole, 12) if whole else None
    return _end_of(month, int(month["month"]))


def _end_of(match: re.Match[str], month: int) -> Day:
    """The last day of a month of the year that is printed."""
    year = int(match["year"])
    value = date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None
    return Day(value=value, span=Span(start=match.start(), end=match.end()))


def months(text: str) -> int | None:
    """ "Thời hạn giữ chức vụ là 05 năm" → 60, in plain text."""
    match = _TERM.search(text)
    if match is None:
        told = _IN_WORDS.search(text)
        return counted(told["many"]) * _months_of(told["unit"]) or None if told else None
    many, unit = match["many"] or match["figure"], match["unit"] or match["span"]
    return int(many) * _months_of(unit) or None


def _months_of(unit: str) -> int:
    return 12 if unit.lower() == "nam" else 1


def told_in_days(text: str) -> bool:
    """ "thời gian 15 ngày", in plain text: whether its first day counts, the paper does not say."""
    return _DAYS.search(text) is not None


def born_on(plain: str, start: int, end: int) -> str | None:
    """ISO date or year of birth."""
    for match in _BORN.finditer(plain, start, end):
        day = day_at(plain, match.end())
        if day:
            return day.value.isoformat() if day.value else None
    year = _BORN_YEAR.search(plain, start, end)
    return year["year"] if year else None


def birth_in(cell: str) -> str | None:
    """The day or year of birth that fills a cell of a table: "15/3/1975" → "1975-03-15", "1975" → "1975"."""
    day = next(find_days(cell), None)
    if day:
        return day.value.isoformat() if day.value else None
    year = re.fullmatch(r"\D*((?:19|20)\d{2})\D*", cell)
    return year[1] if year else None
