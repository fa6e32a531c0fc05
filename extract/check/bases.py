"""Bases that were no longer in force on the day of issue, by the table of well-known instruments and its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from decisions.decision import Citation, Decision
from decisions.fold import words
from decisions.number import number_key
from decisions.problem import Problem, problem
from decisions.tables import Row, rows
from extract.check.places import vi
from extract.find.kinds import LAWS


def base_problems(decision: Decision) -> Iterator[Problem]:
    """Only where the day of issue is sure and the base surely one of the table."""
    issued = decision.issued_on.value if decision.issued_on.state in ("sure", "confirmed", "corrected") else None
    if issued is None:
        return
    for base in decision.bases:
        row = _registered(base)
        ended = date.fromisoformat(row["valid_to"]) if row and row["valid_to"] else None
        # Name and day, or number and day, of one row of the table are no misreading, though single words were dim.
        if ended and ended < issued and (base.state != "review" or base.issued_on):
            days = {"ended": vi(ended), "issued": vi(issued)}
            yield problem("base_expired", field="bases", place=base.place, name=_name(base), **days)


def _registered(base: Citation) -> Row | None:
    law = base.kind in LAWS
    if base.number:
        row = _by_number().get((number_key(base.number), law))
        dated = row is not None and base.issued_on in (None, date.fromisoformat(row["issued_on"]))
        return row if dated else None
    if not law or base.issued_on is None or not base.subject:
        return None
    return _by_name().get((base.issued_on, " ".join(words(base.subject))))


def _name(base: Citation) -> str:
    return base.number or " ".join(base.text.split())


@cache
def _by_number() -> dict[tuple[str, bool], Row]:
    return {(number_key(row["number"]), row["kind"] in LAWS): row for row in rows("instruments") if row["number"]}


@cache
def _by_name() -> dict[tuple[date, str], Row]:
    laws = [row for row in rows("instruments") if row["kind"] in LAWS]
    return {(date.fromisoformat(row["issued_on"]), " ".join(words(row["subject"]))): row for row in laws}
