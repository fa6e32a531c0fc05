"""What citations in a row share: the kind and issuer above them, the symbol, date and issuer at their end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from decisions.number import parse_number
from decisions.text import Span
from extract.find.bodies import issuer_at
from extract.find.cited import Cited
from extract.find.following import SIGNED
from extract.find.kinds import kind_of_words, names
from extract.plain import pattern
from extract.sheet import Sheet

_SERIAL = r"\d{1,5}[a-zđ]?(?:/(?:19|20)\d{2})?"
#: "số 12, 13 và" before "14/QĐ-UBND".
_SERIALS = pattern(rf"(?<![\w/.,-])(?:{_SERIAL}\s*(?:,\s*và|,|;|và)\s*(?:số\s+)?)+\Z", re.IGNORECASE)
_ONE = re.compile(r"\d+[a-zđ]?(?:/\d{4})?")
_BETWEEN = pattern(r"\s*(?:,|;|\n|và|,\s*và|;\s*và)?\s*(?:[-+–•]\s*|\d{1,2}[.)]\s*)?(?:số\s*:?\s*)?", re.IGNORECASE)
_PLURAL = pattern(r"\b(?:các|những|hai|ba|bốn|năm|\d{1,2})\s+\Z", re.IGNORECASE)
_SAME_DAY = pattern(rf"\bcùng\s+{SIGNED}?ngày\b", re.IGNORECASE)
_ITEM = pattern(r":\s*(?:[-+–•]\s*|\d{1,2}[.)]\s*|[a-zđ]\)\s*)?\Z", re.IGNORECASE)
_REACH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """ "Các Nghị định của Chính phủ:" above items that begin with "số"."""

    kind: str
    issuer: str | None


def serials_before(sheet: Sheet, start: int, floor: int) -> tuple[Span, ...]:
    """The serials, without a symbol of their own, that share the one of the number at `start`."""
    low = max(floor, start - _REACH)
    if not sheet.flat[low:start].rstrip().endswith((",", ";", "và", "số")):
        return ()
    match = _SERIALS.search(sheet.plain, low, start)
    if match is None:
        return ()
    return tuple(Span(start=m.start(), end=m.end()) for m in _ONE.finditer(sheet.plain, match.start(), match.end()))


def with_symbol(serial: str, number: str) -> str | None:
    """ "12" beside "14/QĐ-UBND" is "12/QĐ-UBND"; "12/2020" beside "13/2021/QĐ-UBND" keeps its own year."""
    last = parse_number(number)
    if last is None or last.style in ("party", "historic"):
        return None
    own, _, year = serial.partition("/")
    made = parse_number(str(replace(last, serial=own, year=int(year) if year else last.year)))
    return str(made) if made else None


def heading_above(sheet: Sheet, start: int, floor: int) -> Heading | None:
    """The heading that ends in a colon right before an item that begins at `start`."""
    low = max(floor, start - _REACH)
    colon = _ITEM.search(sheet.plain, low, start)
    if colon is None:
        return None
    kinds = list(re.finditer(rf"\b(?:{names(laws=False)})\b", sheet.bare[low : colon.start()]))
    for match in reversed(kinds):
        kind = kind_of_words(match.group())
        issuer, end = issuer_at(sheet.flat, low + match.end(), colon.start() + 1)
        if kind and issuer and not re.search(r"[;.\n]", sheet.flat[end : colon.start()]):
            return Heading(kind=kind, issuer=issuer)
    return None


def go_on(sheet: Sheet, before: Cited, start: int) -> bool:
    """Does nothing but a comma, "và" or "số" stand between a citation and the next?"""
    return _BETWEEN.fullmatch(sheet.plain, min(before.span.end, start), start) is not None


def shared(sheet: Sheet, found: Sequence[Cited]) -> list[Cited]:
    """The citations with what the last of their series says for all: the issuer, and the date too below "các", or where
    it says "cùng ngày".
    """
    given = list(found)
    same_day = False
    for index in range(len(given) - 2, -1, -1):
        one, following = given[index], given[index + 1]
        goes_on = go_on(sheet, one, following.core.start)
        same_day = goes_on and (same_day or _SAME_DAY.search(sheet.plain, *_bounds(following)) is not None)
        alike = following.inherits or (same_day and one.citation.kind == following.citation.kind)
        alike = alike or _beside(sheet, one, following)
        if alike and goes_on:
            given[index] = _completed(one, following, dated=same_day or _is_plural(sheet, given, index))
    return given


def _beside(sheet: Sheet, one: Cited, following: Cited) -> bool:
    """ "Nghị định số 48/2013/NĐ-CP và Nghị định số 92/2017/NĐ-CP của Chính phủ": two of one symbol, and one issuer for both."""
    if one.citation.subject is not None:
        return False
    numbers = [parse_number(each.citation.number or "") for each in (one, following)]
    symbols = {(number.style, number.kind_code, number.body) if number else None for number in numbers}
    between = sheet.flat[one.span.end : following.core.start]
    return len(symbols) == 1 and None not in symbols and not re.search(r"[;\n]", between)


def _bounds(cited: Cited) -> tuple[int, int]:
    return cited.core.start, cited.core.end


def _completed(one: Cited, following: Cited, *, dated: bool) -> Cited:
    said, other = one.citation, following.citation
    issuer = said.issuer or other.issuer
    day = said.issued_on
    number = parse_number(said.number) if said.number else None
    if day is None and dated and other.issued_on and (number is None or number.year in (None, other.issued_on.year)):
        day = other.issued_on
    return replace(one, citation=replace(said, issuer=issuer, issued_on=day))


def _is_plural(sheet: Sheet, found: Sequence[Cited], index: int) -> bool:
    """Does the series open with "các"? Only then does one date stand for all of it."""
    while found[index].inherits and index:
        index -= 1
    start = found[index].span.start
    return _PLURAL.search(sheet.plain, max(0, start - 12), start) is not None
