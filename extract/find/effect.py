"""From when is it in force? By its own words, never by the date of the act it replaces or of the acts it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from decisions.fact import Fact
from decisions.text import Span
from extract.find.adopted import adopted_from
from extract.find.clauses import sentences
from extract.find.counts import COUNT, counted
from extract.find.days import day_at
from extract.find.expiry import find_expiry, later
from extract.find.itself import KIND, may_mean
from extract.find.kind import find_kind
from extract.find.quoted import Quoted, quoted
from extract.outline import Outline
from extract.plain import pattern
from extract.settle import Claim, follow, settle
from extract.sheet import Sheet, trim

#: An act that says so is meant to work before it is signed.
BACKWARDS = r"(?:trở\s+về\s+trước|hồi\s+tố)"
#: "Thông tư có hiệu lực …", with no "này", may be said of another in the sentences of a decision.
_KIND = rf"(?:Quyết định|Nghị quyết|Chỉ thị|Quy định|Quy chế|Kế hoạch|Thông báo|Văn bản|{KIND}(?=\s+này\b))"
#: "Quyết định này (và Quy chế kèm theo) có hiệu lực thi hành"; "ngày Quyết định này có hiệu lực" speaks of others.
_SELF = pattern(
    rf"(?P<other>\b(?:ngày|khi|trước|thời điểm|đến|nếu|của|theo|tại)\s+)?\b(?P<kind>{_KIND})(?P<this>\s+này)?"
    r"(?P<with>(?:\s+(?!thay\b|bãi\b|sửa\b|bổ\b|số\b|hủy\b|ngày\b)[^\W\d]+){0,6}?)\s*,?\s+"
    r"(?:có\s+hiệu\s+lực(?:\s+(?:thi\s+hành|pháp\s+luật|áp\s+dụng))?|có\s+giá\s+trị(?:\s+thi\s+hành)?|được\s+(?:áp\s+dụng|thi\s+hành)|thi\s+hành)"
    rf"\s*[,:;]?\s*(?P<back>{BACKWARDS}\s*,?\s*(?:tính\s+)?)?",
    re.IGNORECASE,
)
#: "Quyết định này thay thế Quyết định số … và có hiệu lực …": its act stands before its effect.
#: Councils say so behind the day of their session: "Nghị quyết này được … thông qua ngày … và có hiệu lực từ …".
_ACTS = pattern(
    rf"\b(?P<kind>{KIND})\s+này\s+(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung|(?:đã\s+)?được\b[^.;\n]{{0,240}}?\bthông\s+qua)\b",
    re.IGNORECASE,
)
#: Joined on, it says "và" or stands behind a semicolon; without either it may be said of what is replaced.
_IN_FORCE = pattern(
    r"(?P<joined>\s+(?:và|đồng\s+thời)|;)?(?<!này)(?<!thời)(?:,|\s)\s*có\s+hiệu\s+lực(?:\s+(?:thi\s+hành|pháp\s+luật|áp\s+dụng))?"
    rf"\s*[,:;]?\s*(?P<back>{BACKWARDS}\s*,?\s*(?:tính\s+)?)?",
    re.IGNORECASE,
)
#: What may stand between the beginning of a sentence and an instrument that does not say "này".
_OPENS = pattern(
    r"(?:\A|[\n.;:])\s*(?:Điều\s+\d+[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-+–]\s*|[a-zđ]\)\s*)?(?:Hiệu lực(?:\s+thi\s+hành)?[.:]?\s*)?\Z",
    re.IGNORECASE,
)
#: "Mức thu tại Điều 1 Quyết định này được áp dụng từ ngày …" speaks of the charges.
_PART_OF = pattern(r"\b(?:Điều|khoản|điểm|Phụ lục|mục)\s+\w\S{0,3}\s*\Z", re.IGNORECASE)
_FROM_SIGNING = pattern(
    r"(?:(?:kể\s+)?(?:từ\s+)?ngày|ngay\s+(?:sau\s+)?khi)\s+(?:được\s+)?(?:ký|kí|ban\s+hành)\b(?!\s+(?:hợp\s+đồng|kết))"
    r"(?:\s+ban\s+hành\b)?",
    re.I,
)
#: "có giá trị trong thời hạn 24 tháng kể từ ngày ký": how long, then from when.
_FOR_TERM = pattern(
    rf"(?:thi\s+hành\s+)?trong\s+(?:thời\s+hạn\s+|thời\s+gian\s+|vòng\s+)?{COUNT}\s*(?:\([^)]{{1,40}}\)\s*)?"
    r"(?:ngày|tháng|năm)\s*,?\s+(?=(?:kể\s+)?từ\s+ngày\s)",
    re.I,
)
_FROM_DAY = pattern(
    r"(?:thi\s+hành\s+)?(?:(?:kể\s+)?từ|vào)\s+(?:\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút)?)?,?\s*)?(?:ngày\s+)?(?=\d)",
    re.I,
)
_TIME_AFTER = pattern(
    rf"sau\s+(?P<count>{COUNT})\s*(?:\([^)]{{1,40}}\)\s*)?(?P<unit>ngày|tháng|năm)\s*,?\s*(?:kể\s+)?từ\s+ngày\s+(?:ký|kí|ban\s+hành)\b",
    re.I,
)
#: "Quyết định này không có hiệu lực kể từ ngày ký mà từ ngày 01/4/2021".
_DENIED = pattern(r"(?<!\w)(?:không|chưa)\s*\Z", re.IGNORECASE)
_BUT = pattern(
    r"[^.;\n]{0,80}?,?\s+mà\s+(?:chỉ\s+)?(?:có\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?)?(?=(?:kể\s+)?từ\s|vào\s|sau\s)",
    re.IGNORECASE,
)
#: A day that stands elsewhere: "có hiệu lực theo Quyết định số …", "từ năm học 2025 - 2026", "khi dự án hoàn thành".
_ELSEWHERE = pattern(r"(?:(?:kể\s+)?từ|theo|khi|sau|cùng|đồng thời)\s+[^.;\n]{2,80}", re.IGNORECASE)


def find_effect(outline: Outline, issued_on: Fact[date]) -> tuple[Fact[date], Fact[date]]:
    """The first and the last day on which the instrument is in force, as its own words have them.

    In review where it speaks of a day that it does not name, and where two of its sentences disagree.
    """
    if outline.head is None:
        return Fact(), Fact()
    sheet = outline.sheet
    quotes, kind = quoted(sheet.flat), find_kind(outline).value
    found = [_from(sheet, match, issued_on) for match in _statements(sheet, outline.body, quotes, kind)]
    found += [_of_this(issued_on, *each) for each in _after_acts(sheet, outline.body, quotes, issued_on, kind)]
    facts = [fact for fact, _ in found if fact is not None]
    first = next((fact for fact in facts if fact.value is not None), facts[0] if facts else Fact())
    others = [fact for fact in facts if fact.value is not None and fact.value != first.value]
    effective = _disputed(first, others) if others else first
    return effective, find_expiry(
        sheet, outline.body, [end for fact, end in found if fact is not None], effective, kind
    )


def _statements(sheet: Sheet, body: Span, quotes: Quoted, kind: str | None) -> Iterator[re.Match[str]]:
    for match in _SELF.finditer(sheet.plain, body.start, body.end):
        if match["other"] or quotes.around(match.start()) or not may_mean(match["kind"], kind):
            continue
        opens = _OPENS.search(sheet.plain, max(body.start, match.start() - 60), match.start())
        if opens or (match["this"] and not _PART_OF.search(sheet.plain, body.start, match.start())):
            yield match


def _after_acts(
    sheet: Sheet, body: Span, quotes: Quoted, issued_on: Fact[date], kind: str | None
) -> Iterator[tuple[bool, tuple[Fact[date] | None, int]]]:
    """What is said of effect behind an act on another, and whether it is plainly said of this instrument."""
    for acts in _ACTS.finditer(sheet.plain, body.start, body.end):
        if quotes.around(acts.start()) is None and may_mean(acts["kind"], kind):
            sentence = next(sentences(sheet.flat, Span(start=acts.start(), end=body.end)))
            for match in _IN_FORCE.finditer(sheet.plain, acts.end(), sentence.end):
                yield match["joined"] is not None, _from(sheet, match, issued_on)


def _of_this(
    issued_on: Fact[date], joined: bool, found: tuple[Fact[date] | None, int]
) -> tuple[Fact[date] | None, int]:
    """What is not joined on is the day of the replaced act, unless it had not come yet: then a person must say whose it is."""
    fact, end = found
    if joined or fact is None or fact.value is None or issued_on.value is None:
        return found if joined else (None, end)
    return (None if fact.value < issued_on.value else replace(fact, state="review"), end)


def _from(sheet: Sheet, match: re.Match[str], issued_on: Fact[date]) -> tuple[Fact[date] | None, int]:
    """The day that a statement names or counts from, and where its words end; None where it names none."""
    if _DENIED.search(match.groupdict().get("with") or ""):
        return _instead(sheet, match, issued_on)
    term = _FOR_TERM.match(sheet.plain, match.end())
    if term:
        return _starting(sheet, match, term.end(), issued_on)[0], match.end()
    return _starting(sheet, match, match.end(), issued_on)


def _instead(sheet: Sheet, match: re.Match[str], issued_on: Fact[date]) -> tuple[Fact[date] | None, int]:
    """The day that is named behind one that is denied; where none is, nobody knows it."""
    but = _BUT.match(sheet.plain, match.end())
    if but:
        return _starting(sheet, match, but.end(), issued_on)
    return _named_elsewhere(sheet, match, match.end())


def _starting(sheet: Sheet, match: re.Match[str], start: int, issued_on: Fact[date]) -> tuple[Fact[date] | None, int]:
    """What stands at `start`, right behind the words of effect or behind their term."""
    after = _TIME_AFTER.match(sheet.plain, start)
    if after:
        count, unit = counted(after["count"]), after["unit"].lower()
        said = sheet.mention(trim(sheet.flat, match.start(), after.end()), "effect/3")
        return follow(issued_on, lambda day: later(day, count, unit), said), after.end()
    signing = _FROM_SIGNING.match(sheet.plain, start)
    if signing:
        said = sheet.mention(trim(sheet.flat, match.start(), signing.end()), "effect/3")
        return follow(issued_on, lambda day: day, said), signing.end()
    adopted = adopted_from(sheet, match.start(), start, issued_on)
    if adopted:
        return adopted
    lead = _FROM_DAY.match(sheet.plain, start)
    day = day_at(sheet.plain, lead.end()) if lead else None
    if day is not None:
        said = sheet.mention(trim(sheet.flat, match.start(), day.span.end) if match["back"] else day.span, "effect/3")
        claim = Claim(value=day.value, said=(said,), typed=sheet.typed(day.span), fits=not day.damaged)
        return settle([claim], "figures"), day.span.end
    return _named_elsewhere(sheet, match, start)


def _named_elsewhere(sheet: Sheet, match: re.Match[str], start: int) -> tuple[Fact[date] | None, int]:
    elsewhere = _ELSEWHERE.match(sheet.plain, start)
    if elsewhere is None:
        return None, start
    said = sheet.mention(trim(sheet.flat, match.start(), elsewhere.end()), "effect/3")
    return Fact(state="review", said=(said,)), start


def _disputed(first: Fact[date], others: list[Fact[date]]) -> Fact[date]:
    """Two sentences, two days: a person must choose."""
    claims = [Claim(value=fact.value, said=fact.said, typed=False) for fact in (first, *others)]
    return settle(claims, "figures")
