"""What does not add up in the head: the number, the body it names, the kind and the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Decision
from decisions.kind import used_for
from decisions.number import Number, parse_number
from decisions.problem import Problem, problem
from decisions.tables import kind_names, rows, valid
from extract.casing import ever_a_unit, place_name
from extract.check.places import vi, where
from extract.find.issuer import symbol_fits
from extract.find.kinds import known_codes
from extract.find.number import fits_kind
from extract.letters import UP


def head_problems(decision: Decision) -> Iterator[Problem]:
    yield from _unreadable(decision)
    yield from _number(decision)
    yield from _unit(decision)


def _unreadable(decision: Decision) -> Iterator[Problem]:
    fact = decision.number
    if fact.state == "review" and fact.value is None and fact.said:
        yield problem("number_unreadable", field="number", place=where(fact), printed=fact.said[0].text)


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
