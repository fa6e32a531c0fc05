"""What a golden decision does to people, and what it trusts them with: printed in its articles, told in its truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from decisions.decision import Appointment, Delegation, Person
from samples.draft import Unsaid
from samples.golden.slots import Slots

Row = Mapping[str, Any]

_IN_WORDS = (
    *("position", "unit", "from_position", "from_unit", "rank", "rank_code", "grade", "coefficient"),
    *("from_rank", "from_rank_code", "from_grade", "from_coefficient", "allowance", "form", "reason"),
)


def act_of(act: Row, row: Row, slots: Slots, paragraphs: tuple[str, ...]) -> Appointment:
    """A personnel act; what it tells in words must be printed in the articles."""
    key = act["who"]
    who = slots.said.get(key) or Person(name=slots.people[key].name)
    told: dict[str, Any] = {name: slots.fill(act[name]) for name in _IN_WORDS if name in act}
    _demand(told.values(), slots.fill(row["text"]))
    return Appointment(
        action=act["action"],
        person=who,
        **told,
        effective_on=slots.day(act["since"]) if "since" in act else None,
        until=slots.day(act["until"]) if "until" in act else None,
        next_raise_from=slots.day(act["next"]) if "next" in act else None,
        term_months=act.get("term"),
        sentence=next(each for each in paragraphs if who.name in each),
    )


def power_of(power: Row, row: Row, slots: Slots, paragraphs: tuple[str, ...]) -> Delegation:
    """Who may do what for whom."""
    told: dict[str, Any] = {name: slots.fill(power[name]) for name in ("to", "by", "task") if name in power}
    _demand(told.values(), slots.fill(row["text"]))
    key = power.get("who")
    return Delegation(
        action=power["action"],
        **told,
        person=slots.said.get(key) if key else None,
        effective_on=slots.day(power["since"]) if "since" in power else None,
        until=slots.day(power["until"]) if "until" in power else None,
        term_months=power.get("term"),
        sentence=next(each for each in paragraphs if told["to"] in each),
    )


def _demand(said: Iterable[str], text: str) -> None:
    for each in said:
        if each not in text:
            raise Unsaid(what=each, where=text)
