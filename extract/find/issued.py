"""When and where was it issued? The line right of the number: "Hà Nội, ngày 05 tháng 3 năm 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from decisions.fact import Fact, Mention
from decisions.reading import FormField
from decisions.text import Span
from extract.casing import is_unit_name
from extract.find.days import calendar_day, find_days, with_ones
from extract.find.fields import beside
from extract.find.number import self_references
from extract.heads import DATE_MARK, MOTTO, NUMBER_MARK
from extract.letters import UP
from extract.outline import Outline
from extract.settle import Claim, settle
from extract.sheet import Line, Sheet, joined, trim

_FIRST_YEAR = 1945


def find_issued_on(outline: Outline, fields: tuple[FormField, ...]) -> Fact[date]:
    """The date of issue."""
    line = date_line(outline)
    claims = list(_from_annex(outline))
    if line is not None:
        claims.insert(0, _from_line(outline.sheet, line, fields))
    return settle(claims, "pen")


def find_place(outline: Outline, issuer: str | None) -> Fact[str]:
    """The địa danh before the date: the unit of the issuer, or one that is known (Decree 30/2020/NĐ-CP, appendix I)."""
    line = date_line(outline)
    if line is None:
        return Fact()
    match = DATE_MARK.search(line.bare)
    before = line.text[: match.start()] if match else ""
    name = re.search(rf"[{UP}][^\d,;:]*(?=[,.]?\s*$)", re.sub(r"\s*[,.]\s*$", "", before))
    if name is None:
        return Fact()
    span = trim(outline.sheet.flat, line.span.start + name.start(), line.span.start + name.end())
    said = outline.sheet.mention(span, "place/1")
    place, typed = joined(said.text), outline.sheet.typed(span)
    fits = typed or place.lower() in (issuer or "").lower() or is_unit_name(place)
    return settle([Claim(value=place, said=(said,), typed=typed, fits=fits)], "print")


def date_line(outline: Outline) -> Line | None:
    """The line of the head that holds the date; without what stands left of it in the same line."""
    if outline.head is None:
        return None
    for line in outline.head.lines:
        match = DATE_MARK.search(line.bare)
        if match is None:
            continue
        cut = max((m.end() for m in MOTTO.finditer(line.bare, 0, match.start())), default=0)
        number = re.search(rf"(?:{NUMBER_MARK.pattern}).*?/\S+(?:\s?-\s?\S+)?", line.text[: match.start()])
        cut = max(cut, number.end() if number else 0)
        span = trim(outline.sheet.flat, line.span.start + cut, line.span.end)
        offset = span.start - line.span.start
        return Line(span=span, text=line.text[offset:], bare=line.bare[offset:])
    return None


def _from_line(sheet: Sheet, line: Line, fields: tuple[FormField, ...]) -> Claim[date]:
    match = DATE_MARK.search(line.bare)
    assert match is not None
    day, month, year = (line.text[slice(*match.span(part))].strip(" .,:;_-") for part in ("day", "month", "year"))
    year = "".join(re.findall(r"\d", year)[:4])
    span = trim(sheet.flat, line.span.start + match.start(), line.span.start + match.start("year") + 6)
    said = [sheet.mention(_whole_words(sheet, span, line.span.end), "date/1")]
    missing = [part for part in (day, month) if not part]
    typed_in = beside(sheet, said[0], fields)[: len(missing)]
    if missing and len(typed_in) == len(missing):
        values = iter(typed_in)
        day, month = (part or _take(values, said) for part in (day, month))
    meant = with_ones(day), with_ones(month), year
    value = _plausible(calendar_day(*meant)) if _figures(*meant) else None
    clean = all(re.fullmatch(r"\d{1,2}", part) for part in (day, month)) and len(year) == 4
    return Claim(value=value, said=tuple(said), typed=sheet.typed(span), fits=clean)


def _take(values: Iterator[FormField], said: list[Mention]) -> str:
    field = next(values)
    said.append(Mention(text=field.value, by="form_field/1", place=field.place))
    return field.value.strip()


def _whole_words(sheet: Sheet, span: Span, limit: int) -> Span:
    end = span.end
    while end < limit and not sheet.flat[end].isspace():
        end += 1
    return trim(sheet.flat, span.start, end)


def _figures(day: str, month: str, year: str) -> bool:
    return all(re.fullmatch(r"\d\s?\d?", part) for part in (day, month)) and len(year) == 4


def _plausible(value: date | None) -> date | None:
    return value if value and value.year >= _FIRST_YEAR else None


def _from_annex(outline: Outline) -> Iterator[Claim[date]]:
    for span in self_references(outline):
        day = next(find_days(outline.sheet.plain, span.start, span.end), None)
        if day:
            said = (outline.sheet.mention(day.span, "date/1"),)
            yield Claim(value=day.value, said=said, typed=outline.sheet.typed(day.span), fits=not day.damaged)
