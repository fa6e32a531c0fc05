"""The number of an instrument itself: in its head, in a form field, and where its annexes name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from decisions.fact import Fact, Mention
from decisions.fold import fold
from decisions.kind import kind_of
from decisions.number import Number, find_numbers, parse_number
from decisions.reading import FormField, Slot
from decisions.tables import rows
from decisions.text import Span
from extract.find.damage import expected_symbol, guess_number, symbol_in
from extract.find.fields import beside
from extract.find.figures import chosen, weigh
from extract.find.initials import initialled
from extract.find.kinds import abbreviation, known_codes
from extract.find.slashed import without_year
from extract.find.slots import again, engine, reader, seen, slot_of
from extract.heads import NUMBER_MARK, numbered
from extract.outline import Outline
from extract.plain import plain
from extract.settle import Claim, settle
from extract.sheet import Line, Sheet, trim
from models.evidence.joint import Witness

_SELF = re.compile(r"\(?\s{0,3}(?:ban hanh\s{1,3})?kem theo\s{1,3}(?P<kind>[a-z ]{4,20}?)\s{1,3}so\b")
#: The register of copies: their numbers name a certificate, no instrument.
COPY_CODES = ("SY", "SL", "TrS", "BS")
_SYMBOL_READ = 0.9  #: confidence from which the symbol of an issuer that no table has is believed
_YEAR = re.compile(r"/\s?((?:19|20)\d{2})\s?/")
#: … and behind figures that were not read, which may have taken the slash with them.
_YEAR_BEHIND = re.compile(r"(?:[^\s\d]\s*|\d\s+)((?:19|20)\d{2})\s?/")
#: "Số:      /2025/QĐ-UBND": nothing but the year behind the slash of a number that is not filled in.
_YEAR_ALONE = re.compile(r"[\s._…-]*/\s?(?:19|20)\d{2}\s?/")
_EDGE = 0.004  #: of the page's width: boxes of words and openings are no closer
_FIELD = re.compile(r"^so\b|number|ky ?hieu|so ?van ?ban")


def find_number(
    outline: Outline, fields: tuple[FormField, ...], slots: tuple[Slot, ...], issuer: str | None
) -> Fact[str]:
    """The number, in normal form: "218/QĐ-UBND". The issuer's symbol helps to guess what is damaged, never to be sure.

    What letters from the file itself say (a text layer, a form field) is taken; what was written on paper is weighed:
    the reader of digits, the engine for print, and what the annexes repeat.
    """
    if outline.head is None:
        return Fact()
    symbol = expected_symbol(outline.head.kind, issuer)
    claims = _claims(outline, fields, symbol) or list(_left_blank(outline))
    slot = slot_of(outline, slots, "number")
    if slot is None or _lettered(claims, slot) or any(claim.typed for claim in claims):
        return settle(claims, "pen")
    printed, trusted = _symbol(outline, claims, symbol, issuer)
    if printed is None:
        return settle(claims, "pen")
    serial, year = without_year(slot, _years(outline, slots, claims))
    year = year or _year_within(printed, outline, claims, slot)
    figures = weigh(_witnesses(outline, serial, claims), (seen(slot), *(m for claim in claims for m in claim.said)))
    if year and not printed.startswith(f"{year}/"):
        printed = f"{year}/{printed}"
    joint = _joint(claims)
    values = {f"{digits}{joint}{printed}": probability for digits, probability in figures.values.items()}
    return chosen(values, figures.said, trusted=trusted and (year is None or _is_seen(year, outline, slots)))


def _is_seen(year: str, outline: Outline, slots: tuple[Slot, ...]) -> bool:
    """Does print show the year between its slashes, and does the date end in it?"""
    dated = slot_of(outline, slots, "year")
    ends = dated is not None and bool(dated.strings) and dated.strings[0][0].endswith(year[-2:])
    heads = (line.text for line in (outline.head.lines if outline.head else ()) if numbered(line))
    return ends and any(year in _YEAR.findall(text) for text in heads)


def _year_within(symbol: str, outline: Outline, claims: list[Claim[str]], slot: Slot) -> str | None:
    """The year that the paper shows in the number where its symbol was read without one: 19/QĐ-UBND of 19/2021/QĐ-UBND."""
    if _YEAR.match(f"/{symbol}"):
        return None
    heads = (line.text for line in (outline.head.lines if outline.head else ()) if numbered(line))
    printed = (year for text in heads for year in _YEAR_BEHIND.findall(NUMBER_MARK.sub("", text, count=1)))
    read = (parse_number(claim.value) for claim in claims if claim.value)
    years = (str(number.year) for number in read if number and number.year)
    return next(iter((*printed, *years, *_behind(slot, claims))), None)


def _behind(slot: Slot, claims: list[Claim[str]]) -> Iterator[str]:
    """Years that print shows where the room of the pen has ended: "2021/QĐ-UBND" behind a 63 that was not read."""
    for claim in claims:
        place, digits = claim.said[0].place, _digits(claim.value)
        if _YEAR.match(f"/{digits}/") and place and place.box and slot.place.box:
            if place.page == slot.place.page and place.box.x0 > slot.place.box.x1 - _EDGE:
                yield digits


def _years(outline: Outline, slots: tuple[Slot, ...], claims: list[Claim[str]]) -> frozenset[str]:
    """The years that the number may hold: those that the engine for print saw in it, and that of the date."""
    read = (parse_number(claim.value) for claim in claims if claim.value)
    slot = slot_of(outline, slots, "year")
    last = slot.strings[0][0][-2:] if slot and slot.strings else ""
    dated = {f"20{last}"} if len(last) == 2 else set()
    printed = (year for claim in claims for each in claim.said for year in _YEAR.findall(each.text))
    return frozenset({str(number.year) for number in read if number and number.year} | dated | {*printed})


def _joint(claims: list[Claim[str]]) -> str:
    """What parts digits and symbol: "868-QĐ/UBND" bears the form of the Party."""
    read = (parse_number(claim.value) for claim in claims if claim.value)
    return "-" if any(number and number.style == "party" for number in read) else "/"


def _digits(value: str | None) -> str:
    return re.split(r"[/-]", value or "")[0]


def _lettered(claims: list[Claim[str]], slot: Slot) -> bool:
    """ "28B/QĐ-UBND" where the reader saw 28: it knows digits only, and the letter belongs to the number."""
    serials = [_digits(claim.value) for claim in claims]
    return any(serial[-1:].isalpha() and serial[:-1] == digits for serial in serials for digits, _ in slot.strings[:1])


def number_witnesses(outline: Outline, slots: tuple[Slot, ...], issuer: str | None) -> list[Witness]:
    """What is said about the digits of a number on paper, by whom."""
    slot = slot_of(outline, slots, "number")
    if outline.head is None or slot is None:
        return []
    return _witnesses(outline, slot, _claims(outline, (), expected_symbol(outline.head.kind, issuer)))


def _claims(outline: Outline, fields: tuple[FormField, ...], symbol: str | None) -> list[Claim[str]]:
    head = list(_from_head(outline, symbol))
    typed = list(_from_fields(outline, fields, head))
    # A printed symbol whose digits are typed into a field says nothing by itself.
    read = [claim for claim in head if not typed or claim.value is not None]
    return [*read, *_from_annex(outline), *typed]


def _witnesses(outline: Outline, slot: Slot, claims: list[Claim[str]]) -> list[Witness]:
    found = [reader(slot)]
    for claim in claims:
        digits = _digits(claim.value)
        if digits.isdecimal():
            below = _is_below(outline, claim)
            found.append(again(digits, claim.confidence) if below else engine(slot, digits, claim.confidence))
    return found


def _symbol(
    outline: Outline, claims: list[Claim[str]], expected: str | None, issuer: str | None
) -> tuple[str | None, bool]:
    """The part after the digits, and whether it can be believed: known of this issuer, made of the first letters of its
    name, or read well enough.
    """
    assert outline.head is not None
    read = [(claim, number) for claim in claims if claim.value and (number := parse_number(claim.value))]
    for claim, number in read:
        symbol = str(number).removeprefix(number.serial)[1:]
        expected = expected or _of_name(symbol, issuer)
        known = expected is not None and plain(symbol.replace("/", "-")) == plain(expected)
        if known or claim.confidence >= _SYMBOL_READ:
            whole = expected if known and number.style != "party" else symbol
            return whole, known or fits_kind(number, outline.head.kind)
    printed = [symbol_in(line.text) for line in outline.head.lines if numbered(line)]
    spelled = next((match["symbol"].replace(" ", "") for match in printed if match), None)
    if spelled is None:
        return expected, False
    spelled = _of_kind(spelled, outline.head.kind)
    expected = expected or _of_name(spelled, issuer)
    known = expected is not None and plain(spelled) == plain(expected)
    return (expected if known else spelled), known


def _of_name(symbol: str, issuer: str | None) -> str | None:
    """ "QĐ-SGDĐT" where the office is called Sở Giáo dục và Đào tạo: a code of the table, then its first letters."""
    code, dash, body = symbol.partition("-")
    year, slash, kind = code.rpartition("/")
    formed = dash and kind in known_codes() and (not slash or year.isdecimal())
    own = initialled(body, issuer) if issuer and formed else None
    return f"{year}{slash}{kind}{dash}{own}" if own else None


def _of_kind(symbol: str, kind: str | None) -> str:
    """ "Qb-UBND" on a decision: a code that no kind bears, as long as the kind's own and begun like it, is that one."""
    code, dash, body = symbol.partition("-")
    own = abbreviation(kind) or ""
    misread = code not in known_codes() and len(code) == len(own) and code[:1].upper() == own[:1]
    return f"{own}{dash}{body}" if misread else symbol


def _is_below(outline: Outline, claim: Claim[str]) -> bool:
    """Does a claim stand in an annex?"""
    span = claim.said[0].span
    return outline.annex is not None and span is not None and span.start >= outline.annex.start


def fits_kind(number: Number, kind: str | None) -> bool:
    """Does the abbreviation in a number go with the kind? Unknown kinds and numbers without one go with all."""
    if kind is None or number.kind_code is None:
        return True
    codes = _codes(kind)
    return not codes or number.kind_code in codes or kind_of(number) == kind or _goes_on(number.kind_code, codes)


def _goes_on(code: str, codes: frozenset[str]) -> bool:
    """ "QĐST" of a court, "QĐLS" of two offices: the kind's own abbreviation, and what is special about it."""
    return code not in known_codes() and code.isupper() and code.startswith(tuple(codes))


def _from_head(outline: Outline, symbol: str | None) -> Iterator[Claim[str]]:
    assert outline.head is not None
    for line in outline.head.lines:
        if numbered(line):
            mark = NUMBER_MARK.search(line.text)
            claim = _claim(outline, line, mark.end() if mark else 0, symbol)
            if claim:
                yield claim
                return  # ô 3 of the form is the first: an ĐẾN stamp or a certified copy brings others


def _claim(outline: Outline, line: Line, after: int, symbol: str | None) -> Claim[str] | None:
    sheet, start = outline.sheet, line.span.start + after
    found = next(find_numbers(sheet.flat, start, line.span.end), None)
    if found and found.number.kind_code not in COPY_CODES and _plausible(found.number, outline):
        before = sheet.flat[start : found.start].strip(" .:")
        whole = trim(sheet.flat, start if before else found.start, found.end)
        number = _with_torn_digits(found.number, before)
        return Claim(value=str(number), said=_said(sheet, whole), typed=sheet.typed(whole), fits=not before)
    damaged = guess_number(sheet.flat[start : line.span.end], symbol)
    if found is None and damaged is None:
        return None
    span = trim(sheet.flat, start, max(found.end if found else 0, start + damaged.end if damaged else 0))
    value = damaged.value if damaged and damaged.value else str(found.number) if found else None
    if _YEAR_ALONE.match(sheet.flat, start, span.end) and sheet.source(span) == "born":
        value = None
    return Claim(value=value, said=_said(sheet, span), typed=sheet.typed(span), fits=False)


def _left_blank(outline: Outline) -> Iterator[Claim[str]]:
    """ "Số:" behind which neither figures nor a symbol stand: a number was to be there."""
    for line in outline.head.lines if outline.head else ():
        mark = NUMBER_MARK.search(line.text)
        if mark and numbered(line):
            span = trim(outline.sheet.flat, line.span.start + mark.start(), line.span.end)
            yield Claim(value=None, said=_said(outline.sheet, span), typed=outline.sheet.typed(span), fits=False)
            return


def _with_torn_digits(number: Number, before: str) -> Number:
    """ "2 16/QĐ-UBND" is 216, torn: a guess for a person to confirm."""
    digits = "".join(before.split())
    return parse_number(f"{digits}{number}") or number if digits.isdecimal() else number


def _plausible(number: Number, outline: Outline) -> bool:
    assert outline.head is not None
    return fits_kind(number, outline.head.kind)


def _from_annex(outline: Outline) -> Iterator[Claim[str]]:
    """ "(Kèm theo Quyết định số 216/QĐ-UBND …)" above an annex of the same kind is the number once more."""
    sheet = outline.sheet
    for span in self_references(outline):
        found = next(find_numbers(sheet.flat, span.start, span.end), None)
        if found:
            whole = Span(start=found.start, end=found.end)
            yield Claim(
                value=str(found.number),
                said=_said(sheet, whole),
                typed=sheet.typed(whole),
                fits=_plausible(found.number, outline),
            )


def self_references(outline: Outline) -> Iterator[Span]:
    """Stretches of the annexes that name the instrument they belong to, after its "số"."""
    if outline.annex is None or outline.head is None or outline.head.kind is None:
        return
    sheet = outline.sheet
    for line in sheet.within(outline.annex):
        # The heading may go on in the next line: "(Kèm theo Quyết định" above "số 217/QĐ-UBND …)".
        match = _SELF.match(sheet.bare, line.span.start, outline.annex.end)
        if match and "_".join(match["kind"].split()) == outline.head.kind:
            end = min(match.end() + 120, outline.annex.end)
            closed = sheet.flat.find(")", match.end(), end)  # days below it are those of something else
            yield Span(start=match.end(), end=closed if closed >= 0 else end)


def _from_fields(outline: Outline, fields: tuple[FormField, ...], heads: list[Claim[str]]) -> Iterator[Claim[str]]:
    """A form field holds the whole number, or its digits beside a printed symbol."""
    for field in fields:
        number = parse_number(field.value.strip())
        if number is not None and _plausible(number, outline):
            yield Claim(value=str(number), said=(_typed_in(field),), typed=True)
    for claim in heads:
        printed = claim.said[0]
        symbol = symbol_in(printed.text)
        digits = beside(outline.sheet, printed, fields) or tuple(f for f in fields if _names_number(f))
        if symbol and digits:
            number = parse_number(f"{digits[0].value.strip()}/{symbol['symbol']}")
            if number is not None:
                yield Claim(value=str(number), said=(printed, _typed_in(digits[0])), typed=True)


def _typed_in(field: FormField) -> Mention:
    return Mention(text=field.value, by="form_field/1", place=field.place)


def _names_number(field: FormField) -> bool:
    return field.value.strip().isdecimal() and _FIELD.search(fold(field.name)) is not None


def _said(sheet: Sheet, span: Span) -> tuple[Mention, ...]:
    return (sheet.mention(span, "number/1"),)


@cache
def _codes(kind: str) -> frozenset[str]:
    found = [row for row in rows("kinds") if row["code"] == kind]
    return frozenset(code for row in found for code in (row["abbreviation"], row["party_abbreviation"]) if code)
