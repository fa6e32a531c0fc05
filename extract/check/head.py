"""What does not add up in the head: the number, the body it names, the kind and the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Decision
from decisions.fact import Mention
from decisions.kind import used_for
from decisions.number import Number, parse_number
from decisions.problem import Problem, problem
from decisions.tables import kind_names, rows, valid
from extract.casing import ever_a_unit, place_name
from extract.check.places import vi, where
from extract.find.damage import symbol_in
from extract.find.issuer import symbol_fits
from extract.find.kinds import known_codes
from extract.find.number import fits_kind
from extract.letters import UP
from extract.outline import Outline

#: Kinds that many an office does not number: what two parties sign, and forms that are filled in for somebody.
_UNNUMBERED = re.compile(r"hop_dong|bien_ban|ban_|giay_|phieu_|hien_phap")
#: "2025/" before the symbol is of the form, no figure of the number.
_YEAR = re.compile(r"(?:19|20)\d{2}\s*\Z")


def head_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    yield from _no_number(decision, outline)
    yield from _number(decision)
    yield from _unit(decision)


def _no_number(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Nothing for it, or a place that was left blank, or that cannot be read."""
    fact, kind = decision.number, decision.kind.value
    if fact.state == "absent" and kind and not _UNNUMBERED.match(kind):
        top = outline.sheet.place(outline.head.kind_span) if outline.head else None
        yield problem("number_absent", field="number", place=where(decision.kind) or top)
    elif fact.state == "review" and fact.value is None and fact.said:
        printed = fact.said[0]
        code = "number_blank" if _is_blank(printed, outline) else "number_unreadable"
        yield problem(code, field="number", place=printed.place, printed=printed.text)


def _is_blank(printed: Mention, outline: Outline) -> bool:
    """Is there no figure before the symbol? Of a page that was on paper a pen may have written what no eye could read."""
    if printed.span is None or outline.sheet.source(printed.span) != "born":
        return False
    symbol = symbol_in(printed.text)
    before = printed.text[: symbol.start()] if symbol else printed.text
    return not any(char.isdecimal() for char in _YEAR.sub("", before))


def _number(decision: Decision) -> Iterator[Problem]:
    number, kind, issuer = decision.number.value, decision.kind.value, decision.issuer.value
    parsed = parse_number(number) if number else None
    if number is None or parsed is None:
        return
    here = where(decision.number)
    if kind and not (fits_kind(parsed, kind) or used_for(parsed, kind) or _is_misread(decision, parsed)):
        yield problem("number_kind_mismatch", field="number", place=here, number=number, kind=kind_names()[kind])
    if issuer and not symbol_fits(number, issuer):
        yield problem("number_issuer_mismatch", field="number", place=here, number=number, issuer=issuer)
    day = decision.issued_on.value
    if parsed.year and day and parsed.year != day.year:
        yield problem("number_year_mismatch", field="number", place=here, number=number, year=day.year)
    if parsed.style == "party" and issuer and "ủy ban nhân dân" in issuer.lower():
        yield problem("number_form", field="number", place=here, printed=number, number=number)


def _is_misread(decision: Decision, number: Number) -> bool:
    """Is the abbreviation one that nobody uses, in a number that is in doubt as it is? "04/Qb"."""
    return decision.number.state != "sure" and number.kind_code not in known_codes()


def _unit(decision: Decision) -> Iterator[Problem]:
    """A body of a unit, or of a level, that was gone or not there yet on the date of issue."""
    issuer, day = decision.issuer.value or "", decision.issued_on.value
    named = re.search(rf"\s(({_unit_types()})\s[{UP}0-9].*)\Z", issuer)
    if day is None or named is None:
        return
    unit, level = named[1], named[2]
    gone = ever_a_unit(unit) and not place_name(unit, day)[1]
    if gone or not any(row["name"] == level for row in valid("unit_types", day)):
        yield problem("units_disbanded", field="issuer", place=where(decision.issuer), unit=unit, issued=vi(day))


def _unit_types() -> str:
    return "|".join(row["name"] for row in rows("unit_types"))
