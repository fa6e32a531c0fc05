"""When and where was it issued? The line right of the number: "Hà Nội, ngày 05 tháng 3 năm 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from decisions.fact import Fact, Mention
from decisions.fold import fold, mark
from decisions.reading import FormField, Signature, Slot, SlotName
from decisions.text import Span
from extract.casing import ending_in, is_unit_name, nearly_unit_names
from extract.find.agree import well_read
from extract.find.days import calendar_day, find_days, with_ones
from extract.find.fields import beside
from extract.find.figures import Bound, before, chosen, combined, weigh
from extract.find.number import self_references
from extract.find.slots import again, engine, reader, seen, slot_of
from extract.find.stamped import find_stamped, with_stamps
from extract.heads import DATE_MARK, MOTTO, NUMBER_MARK
from extract.letters import UP
from extract.outline import Outline
from extract.settle import Claim, settle
from extract.sheet import Line, Sheet, joined, trim
from models.evidence.joint import Witness

_FIRST_YEAR = 1945
_IMPOSSIBLE = 0.2  #: probability of dates that cannot be from which no other is sure
_PARTS: tuple[SlotName, ...] = ("day", "month", "year")
#: Figures that are read in each; a form has "năm 20" in print, and a reader taught on forms reads what follows.
_FIGURES: dict[SlotName, int] = {"day": 2, "month": 2, "year": 2}


def find_issued_on(
    outline: Outline,
    fields: tuple[FormField, ...],
    slots: tuple[Slot, ...] = (),
    signatures: tuple[Signature, ...] = (),
) -> Fact[date]:
    """The date of issue. A day that a pen wrote is weighed: reader of digits, engine for print, annexes, signature."""
    claims = _claims(outline, fields)
    signed = max((s.signed_at.date() for s in signatures if s.signed_at), default=None)
    if any(claim.typed for claim in claims):
        return settle(claims, "pen")
    if any(slot_of(outline, slots, name) for name in _PARTS):
        fact = _weighed(outline, slots, claims, signatures, signed)
    else:
        fact = settle(claims, "pen")
    return with_stamps(fact, find_stamped(outline, slots, fact.value or signed))


def _weighed(
    outline: Outline,
    slots: tuple[Slot, ...],
    claims: list[Claim[date]],
    signatures: tuple[Signature, ...],
    signed: date | None,
) -> Fact[date]:
    """What all say together of day, month and year."""
    parts = [weigh(witnesses, said) for witnesses, said in _openings(outline, slots, claims)]
    century = _century(outline)
    days, refused = combined(parts, lambda f: _plausible(calendar_day(f[0], f[1], f"{century or 20}{f[2]:>02}")))
    said = dict.fromkeys(mention for part in parts for mention in part.said)
    # Papers are signed digitally within days of their date.
    bounds = [Bound(on={signed: 1.0}, soon=4, late=0.1, after=1e-4)] if signed else []
    trusted = century is not None and refused < _IMPOSSIBLE
    return chosen(before(days, bounds), (*said, *_by_signature(signatures, signed)), trusted=trusted)


def date_witnesses(outline: Outline, slots: tuple[Slot, ...]) -> list[list[Witness]]:
    """What is said about day, month and year on paper, by whom."""
    return [witnesses for witnesses, _ in _openings(outline, slots, _claims(outline, ()))]


def _claims(outline: Outline, fields: tuple[FormField, ...]) -> list[Claim[date]]:
    line = date_line(outline)
    first = [] if line is None else [_from_line(outline.sheet, line, fields)]
    return [*first, *_from_annex(outline)]


def _openings(
    outline: Outline, slots: tuple[Slot, ...], claims: list[Claim[date]]
) -> Iterator[tuple[list[Witness], list[Mention]]]:
    """Day, month and year, each with its witnesses and their words."""
    line = date_line(outline)
    repeated = [claim for claim in claims if claim.value and (line is None or not _is_within(claim, line))]
    read = _figures_read(outline.sheet, line) if line else {}
    for name in _PARTS:
        slot = slot_of(outline, slots, name)
        witnesses = [reader(slot, last=_FIGURES[name])] if slot else []
        said = [seen(slot)] if slot else []
        if name in read:
            digits, printed = read[name]
            said.append(printed)
            witnesses += [engine(slot, digits[-_FIGURES[name] :], printed.confidence)] if digits else []
        for claim in repeated:
            witnesses.append(again(str(getattr(claim.value, name))[-_FIGURES[name] :], claim.confidence))
            said += claim.said
        yield witnesses, said


def _century(outline: Outline) -> str | None:
    """The first two figures of the year as the engine for print read them."""
    line = date_line(outline)
    year = _figures_read(outline.sheet, line).get("year") if line else None
    digits = year[0] if year else None
    return digits[:2] if digits and len(digits) == 4 and digits.startswith(("19", "20")) else None


def _figures_read(sheet: Sheet, line: Line) -> dict[SlotName, tuple[str | None, Mention]]:
    """What the engine for print read as day, month and year; None for what are no figures."""
    match = DATE_MARK.search(line.bare)
    assert match is not None
    found: dict[SlotName, tuple[str | None, Mention]] = {}
    for name in _PARTS:
        start, end = match.span(name)
        span = trim(sheet.flat, line.span.start + start, line.span.start + end)
        printed = with_ones(line.text[start:end].strip(" .,:;_-"))
        digits = "".join(printed.split()) if name != "year" else "".join(re.findall(r"\d", printed)[:4])
        if span.start < span.end:
            found[name] = digits if digits.isdecimal() else None, sheet.mention(span, "date/1")
    return found


def _is_within(claim: Claim[date], line: Line) -> bool:
    span = claim.said[0].span
    return span is not None and line.span.start <= span.start < line.span.end


def _by_signature(signatures: tuple[Signature, ...], signed: date | None) -> Iterator[Mention]:
    for signature in signatures:
        if signed and signature.signed_at and signature.signed_at.date() == signed:
            yield Mention(text=f"{signed:%d/%m/%Y}", by="signature/1", confidence=0.5, place=signature.place)


def find_place(outline: Outline, issuer: Fact[str]) -> Fact[str]:
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
    # Of a place that an eye read the first word may be lost: "Bằng, ngày …" in Cao Bằng.
    named = issuer.value or ""
    whole = () if typed else ending_in(place, named)
    again = _is_in_all(place, issuer) and not nearly_unit_names(place) and well_read(outline.sheet, place)
    fits = typed or (again and not whole) or is_unit_name(place)
    own = None if fits else _in_other_marks(place, named)
    meant = whole[0] if len(whole) == 1 else own
    read = (meant, place) if meant else (place,)
    return settle([Claim(value=each, said=(said,), typed=typed, fits=fits) for each in read], "print")


def _is_in_all(place: str, issuer: Fact[str]) -> bool:
    """Is it in the issuer's name, whichever of its readings is right: "xã Phù Đổng" and "xã Phù Đống"?"""
    names = [issuer.value, *(each.value for each in issuer.candidates)]
    return all(mark(place) in mark(name or "") for name in names)


def _in_other_marks(place: str, issuer: str) -> str | None:
    """ "Đông Tâm" as the issuer spells it, which names itself more than once: "Ủy ban nhân dân phường Đồng Tâm"."""
    at = fold(issuer).rfind(fold(place))
    spelled = issuer[at : at + len(place)]
    return spelled if at >= 0 and mark(spelled) != mark(place) else None


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
    clean = all(re.fullmatch(r"\d{1,2}", part) for part in (day, month)) and len(year) == 4 and not _goes_on(line)
    return Claim(value=value, said=tuple(said), typed=sheet.typed(span), fits=clean)


def _goes_on(line: Line) -> bool:
    """ "năm 20255": a figure too many, of which nobody knows which."""
    match = DATE_MARK.search(line.bare)
    return match is not None and re.match(r"\D*\d{5}", line.text[match.start("year") :]) is not None


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
