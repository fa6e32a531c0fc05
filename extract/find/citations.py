"""Other instruments, named in the text: kind, number, date, issuer and subject as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from decisions.decision import Citation
from decisions.fact import Candidate
from decisions.kind import kind_as_told, used_for
from decisions.number import Found, Number, find_numbers, parse_number
from decisions.register import assembly_terms, in_time
from decisions.text import Span
from extract.find.bodies import issuer_before
from extract.find.cited import Cited
from extract.find.damage import LOOKS_LIKE, with_dashes, with_digits, with_room
from extract.find.following import by_name, from_head
from extract.find.harmed import Harmed, harmed_numbers
from extract.find.ill_formed import meant_by, perhaps_lacks_year
from extract.find.kinds import abbreviation, body_symbols, kind_of_number, known_codes
from extract.find.laws import unnumbered_laws
from extract.find.lead import Lead, lead_of
from extract.find.number import COPY_CODES, fits_kind
from extract.find.series import go_on, heading_above, serials_before, shared, with_symbol
from extract.plain import pattern, plain
from extract.settle import for_review
from extract.sheet import Sheet, joined

_SURE_DIGITS = 0.9
#: What sticks to the first digit of a number was a digit itself: "§1/QĐ-BGDĐT".
_STAIN = re.compile(r"(?<![^\s:.(“\"'])[^\s:.(“\"'–-]*[^\w\s:.(“\"'–-][^\s:.(“\"'–-]*\Z")
#: What is known of a number that allows any reading.
_UNREAD = Number(style="administrative", serial="", year=None, kind_code=None, body=None)
_TORN = pattern(r"(?:số|so)\s*:?\s*(?P<digits>[\dlIiO|]{1,3})\s$", re.IGNORECASE)


def find_citations(sheet: Sheet, within: Span, *, in_bases: bool = False) -> tuple[Cited, ...]:
    """All citations in a stretch, left to right. `in_bases`: "Căn cứ Luật …;" counts too."""
    found = shared(sheet, list(_numbered(sheet, within)))
    taken = [c.core for c in found]
    for law in unnumbered_laws(sheet.plain, within, in_bases=in_bases):
        if not any(law.head.start < t.end and t.start < law.head.end for t in taken):
            found.append(by_name(sheet, law, within.end))
    return tuple(sorted(found, key=lambda cited: cited.span.start))


def _numbered(sheet: Sheet, within: Span) -> Iterator[Cited]:
    """The citations with a number, whole or damaged, from left to right."""
    text = with_room(with_dashes(with_digits(sheet.flat)))
    harmed = list(harmed_numbers(text, within))
    whole = [n for n in find_numbers(text, within.start, within.end) if not any(_touch(h.span, n) for h in harmed)]
    found: list[Harmed | Found] = [*harmed, *whole]
    floor, last = within.start, None
    outer: Cited | None = None  # in whose title the last one may stand
    for each in sorted(found, key=_start):
        made = (
            _harmed(sheet, each, floor, within.end)
            if isinstance(each, Harmed)
            else _whole(sheet, each, floor, within.end, last)
        )
        for cited in made:
            last = _with_issuer(sheet, cited, floor, (last, outer))
            outer = last if outer is None or last.core.start >= outer.span.end else outer
            floor = last.core.end
            yield last


def _touch(span: Span, number: Found) -> bool:
    return span.start < number.end and number.start < span.end


def _start(each: Harmed | Found) -> int:
    return each.span.start if isinstance(each, Harmed) else each.start


def _whole(sheet: Sheet, found: Found, floor: int, limit: int, before: Cited | None) -> Iterator[Cited]:
    """The citation of a number that a grammar knows, behind those that share its symbol."""
    serials = serials_before(sheet, found.start, floor)
    lead = lead_of(sheet, found.number, serials[0].start if serials else found.start, floor)
    if serials and lead.kind:
        yield from _sharing(sheet, found, lead, serials)
        yield _built(sheet, found, replace(lead, start=found.start), floor, limit, inherits=True)
        return
    if serials:
        lead = lead_of(sheet, found.number, found.start, floor)
    inherits = lead.kind is None and not lead.loose and before is not None and go_on(sheet, before, lead.start)
    if inherits and before is not None and _goes_with(found.number, before.citation.kind):
        lead = replace(lead, kind=before.citation.kind)
    elif lead.kind is None and lead.marked:
        heading = heading_above(sheet, lead.start, floor)
        if heading and _goes_with(found.number, heading.kind):
            lead = replace(lead, kind=heading.kind, issuer=heading.issuer, of_list=True)
    if _believable(found.number, lead.kind, lead.marked):
        yield _built(sheet, found, lead, floor, limit, inherits=inherits)


def _sharing(sheet: Sheet, found: Found, lead: Lead, serials: tuple[Span, ...]) -> Iterator[Cited]:
    """ "Quyết định số 12, 13 và 14/QĐ-UBND": all but the last, whose symbol is theirs."""
    for index, serial in enumerate(serials):
        number = with_symbol(sheet.text[serial], str(found.number))
        if number is None:
            continue
        span = Span(start=serial.start if index else lead.start, end=serial.end)
        citation = Citation(
            text=sheet.text[span],
            number=number,
            printed=sheet.text[serial],
            kind=kind_as_told(lead.kind, found.number),
            issuer=lead.issuer,
            span=span,
            place=sheet.place(span),
            confidence=sheet.text.confidence(span),
        )
        if sheet.source(span) == "ocr" and sheet.text.confidence(span) < _SURE_DIGITS:
            citation = for_review(citation)
        yield Cited(citation=citation, span=span, core=span, inherits=index > 0)


def _harmed(sheet: Sheet, harmed: Harmed, floor: int, limit: int) -> Iterator[Cited]:
    """The citation of a damaged number behind a kind or "số": in review, with all that it may have been."""
    guess = next((parse_number(each) for each in harmed.may_be(None, None)), None)
    lead = lead_of(sheet, guess or _UNREAD, harmed.span.start, floor)
    if not lead.marked:
        return
    cited = from_head(sheet, Span(start=lead.start, end=harmed.span.end), lead, limit)
    torn = _TORN.search(sheet.plain, max(floor, harmed.span.start - 14), harmed.span.start)
    first = torn.start("digits") if torn else harmed.span.start
    ahead = torn["digits"].translate(LOOKS_LIKE) if torn else ""
    readings = tuple(f"{ahead}{each}" for each in harmed.may_be(cited.citation.issued_on, lead.kind))
    parsed = parse_number(readings[0]) if readings else None
    citation = replace(
        cited.citation,
        number=readings[0] if len(readings) == 1 else None,
        printed=joined(sheet.text.string[first : harmed.span.end]),
        kind=_kind(lead, parsed),
        candidates=tuple(Candidate(value=each, confidence=round(0.6 / len(readings), 2)) for each in readings),
    )
    yield replace(cited, citation=for_review(citation))


def _built(sheet: Sheet, found: Found, lead: Lead, floor: int, limit: int, *, inherits: bool) -> Cited:
    number, torn = _mended(sheet, found, floor)
    known = _known_body(number) if sheet.source(Span(start=found.start, end=found.end)) == "ocr" else number
    number, torn = known, torn or known != number
    stain = _STAIN.search(sheet.flat, max(floor, found.start - 8), found.start)
    first = stain.start() if stain else found.start
    printed = joined(sheet.text.string[first : found.end])
    mended = with_dashes(with_digits(f"số {printed}")) != f"số {printed}"
    cited = from_head(sheet, Span(start=min(lead.start, first), end=found.end), lead, limit)
    citation = replace(
        cited.citation,
        number=None if stain else str(_with_kind(number, lead.kind) if mended else number),
        printed=printed,
        kind=_kind(lead, number),
    )
    figures = Span(start=first, end=found.end)
    doubtful = torn or stain is not None or mended
    if sheet.source(figures) == "ocr":
        carried = _digits_carry(sheet, figures, number.year, citation.issued_on)
        # A word that is neither kind nor "số" before it may hold its first figure: "sốt 10/2004/NĐ-CP".
        led = lead.marked or inherits
        doubtful = doubtful or not (led and carried and _symbol_carries(number, lead.kind))
    if number.style == "assembly" and not in_time(number):
        citation = replace(citation, candidates=_of_its_time(number, citation.issued_on))
        doubtful = doubtful or bool(citation.candidates)
    elif meant := meant_by(number, citation.kind, citation.issued_on):
        citation, doubtful = replace(citation, candidates=meant), True
    doubtful = doubtful or perhaps_lacks_year(number, citation.issued_on)
    citation = for_review(citation) if doubtful else citation
    return replace(cited, citation=citation, inherits=inherits, issued_before=cited.issued_before or lead.of_list)


def _kind(lead: Lead, number: Number | None) -> str | None:
    return (kind_as_told(lead.kind, number) or kind_of_number(number)) if number else lead.kind


def _of_its_time(number: Number, day: date | None) -> tuple[Candidate[str], ...]:
    """ "43/2024/QH1": no such term in that year; the number as printed, and those that its year allows."""
    year = number.year or 0
    terms = assembly_terms(day if day and day.year == year else None, year)
    body = re.sub(r"\d+$", "", number.body or "")
    meant = [str(number), *(str(replace(number, body=f"{body}{term}")) for term in terms)]
    return tuple(Candidate(value=each, confidence=round(0.9 / len(meant), 2)) for each in meant)


def _with_issuer(sheet: Sheet, cited: Cited, floor: int, ahead: tuple[Cited | None, ...]) -> Cited:
    """The issuer named before "ban hành", or above the list, for all citations that it governs."""
    said = cited.citation.issuer
    issuer = issuer_before(sheet.flat, floor, cited.core.start) if said is None else None
    if issuer is None:
        issuer = next((each.citation.issuer for each in ahead if each and _governs(sheet, each, cited)), None)
    if issuer is None or said not in (None, issuer):
        return cited
    return replace(cited, citation=replace(cited.citation, issuer=issuer), issued_before=True)


def _governs(sheet: Sheet, before: Cited, cited: Cited) -> bool:
    """Did the body above the list of one citation issue the next?"""
    alike = before.issued_before and before.citation.kind == cited.citation.kind
    return alike and go_on(sheet, before, cited.core.start)


def _goes_with(number: Number, kind: str | None) -> bool:
    """Can a kind named further ahead be this number's too? Letters have no abbreviation: theirs is the body's."""
    if number.kind_code is None or number.kind_code in known_codes():
        return fits_kind(number, kind) or used_for(number, kind)
    return kind == "cong_van"


def _believable(number: Number, kind: str | None, marked: bool) -> bool:
    """A number without a word before it must at least carry the abbreviation of a kind. Copies are no instruments, but
    before 1960 SL was the symbol of ordinances: "Sắc lệnh số 63/SL".
    """
    if number.kind_code in COPY_CODES:
        return kind == "sac_lenh"
    if kind is not None or number.style in ("assembly", "normative", "party"):
        return True
    known = number.kind_code in known_codes()
    return (known or (marked and number.style == "administrative")) and number.body is not None


def _digits_carry(sheet: Sheet, figures: Span, year: int | None, day: date | None) -> bool:
    """Were the digits seen well enough? No grammar catches a wrong one. A year that the date repeats was seen twice."""
    if year is not None and day is not None:
        return year == day.year
    return sheet.text.confidence(figures) >= _SURE_DIGITS


def _symbol_carries(number: Number, kind: str | None) -> bool:
    """Is the symbol whole? It names a body, and the kind that the words before it name."""
    return (number.body is not None or number.kind_code not in known_codes()) and fits_kind(number, kind)


def _with_kind(number: Number, kind: str | None) -> Number:
    """ "1420/TT:-BQL" below "Tờ trình": TTr, of which the last letter is the stain."""
    code = abbreviation(kind) or ""
    cut = number.kind_code is not None and code.startswith(number.kind_code)
    return replace(number, kind_code=code) if cut else number


def _known_body(number: Number) -> Number:
    """ "80/2019/QĐ-UBNĐ": the symbol of a body that tables know, with a mark too many or too few."""
    known = {plain(symbol): symbol for symbol in body_symbols()}
    meant = known.get(plain(number.body or ""))
    return replace(number, body=meant) if meant and number.body not in body_symbols() else number


def _mended(sheet: Sheet, found: Found, floor: int) -> tuple[Number, bool]:
    """ "số 2 16/QĐ-UBND" is torn: read as 216, for a person to confirm. So is a number with spaces in it."""
    torn = _TORN.search(sheet.plain, max(floor, found.start - 14), found.start)
    if torn:
        return parse_number(f"{torn['digits'].translate(LOOKS_LIKE)}{found.number}") or found.number, True
    return found.number, False
