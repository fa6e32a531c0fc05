"""Personnel decisions from a table of acts, each row in the words that offices use for it (samples/personnel.csv)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files

import numpy as np

from decisions.decision import Appointment, Person
from samples.cited import short_date
from samples.district import district_decision
from samples.draft import Clause, Draft
from samples.names import Offices, person

Row = Mapping[str, str]


def personnel_decisions(people: Offices, rng: np.random.Generator) -> tuple[Draft, ...]:
    """A draft for every row of the table, each about another invented person."""
    return tuple(personnel_decision(row, _who(row, rng), people) for row in acts())


def acts() -> tuple[Row, ...]:
    """The rows: slots of the act, and sentences with the slots in braces."""
    lines = (files("samples") / "personnel.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(lines))


def personnel_decision(row: Row, who: Person, people: Offices) -> Draft:
    """The draft of one row. `action` may name two acts: one sentence then does both."""
    words = _words(row, who)
    sentence = row["sentence"].format_map(words)
    first = Clause(
        label="Điều 1",
        paragraphs=tuple(part for part in (sentence, row["term"].format_map(words)) if part),
        appointments=tuple(_appointment(row, action, who, sentence) for action in row["action"].split()),
    )
    return district_decision(
        people,
        number=int(row["number"]),
        on=date.fromisoformat(row["on"]),
        subject=row["subject"].format_map(words),
        first=first,
        second=row["second"].format_map(words),
        carried_out_by=row["carried_out_by"].format_map(words),
        deputy=bool(row["deputy"]),
    )


def _who(row: Row, rng: np.random.Generator) -> Person:
    who = person(rng, honorific=row["honorific"] or None)
    return replace(who, born_on=row["born_on"] or who.born_on)


def _words(row: Row, who: Person) -> dict[str, str]:
    called = f"{who.honorific} {who.name}"
    born = f"{called}, sinh ngày {_printed(who.born_on or '')}"
    return {
        **row,
        "since": _printed(row["since"]),
        "until": _printed(row["until"]),
        "called": called,
        "Called": _capital(called),
        "born": born,
        "Born": _capital(born),
    }


def _appointment(row: Row, action: str, who: Person, sentence: str) -> Appointment:
    # To be moved is to come to another unit; the post there is what the appointment beside it gives.
    moved = action == "dieu_dong"
    return Appointment(
        action=action,
        person=who,
        position=None if moved else row["position"] or None,
        unit=row["unit"] or None,
        from_position=row["from_position"] or None,
        from_unit=row["from_unit"] or None,
        effective_on=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        term_months=int(row["term_months"]) if row["term_months"] and not moved else None,
        rank=row["rank"] or None,
        rank_code=row["rank_code"] or None,
        grade=row["grade"] or None,
        coefficient=row["coefficient"] or None,
        sentence=sentence,
    )


def _printed(iso: str) -> str:
    return short_date(date.fromisoformat(iso)) if iso else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
