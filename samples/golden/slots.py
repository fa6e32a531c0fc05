"""What stands in braces in a phrasing: people, citations, days counted from the day of issue, words of the office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from decisions.decision import Citation, Person
from decisions.problem import Trouble
from samples.cited import short_date
from samples.golden.offices import Office
from samples.head import written_date

_SLOT = re.compile(r"\{([^{}]+)\}")
_DAY = re.compile(r"([+-]\d+|on)( w)?")


class UnknownSlot(Trouble):
    code = "unknown_slot"
    vi = "Bản thảo dùng «{{{slot}}}» nhưng không khai báo. Hãy sửa bản thảo."
    en = "The draft uses “{{{slot}}}” but does not declare it. Mend the draft."


@dataclass(slots=True)
class Slots:
    """What the slots of one draft stand for; what was said of a person is kept, since only that can be found."""

    on: date
    office: Office
    people: Mapping[str, Person]
    listed: tuple[Person, ...] = ()  #: the people of the list in the annex
    cites: dict[str, Citation] = field(default_factory=dict)
    inside: dict[str, tuple[str, ...]] = field(default_factory=dict)  #: which citations the title of another names
    said: dict[str, Person] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """The text with its slots filled."""
        return _SLOT.sub(lambda match: self._word(match[1]), text)

    def day(self, said: str) -> date:
        """ "+12", "-400" count from the day of issue; everything else is an ISO date."""
        return self.on + timedelta(days=int(said)) if said[0] in "+-" else date.fromisoformat(said)

    def named_in(self, text: str) -> tuple[Citation, ...]:
        """The citations whose slots stand in an unfilled text, in its order."""
        return tuple(self.cites[name] for name in self._names(text))

    def inside_of(self, text: str) -> tuple[Citation, ...]:
        """Those that are named in the titles of the others."""
        return tuple(self.cites[inner] for name in self._names(text) for inner in self.inside[name])

    def _names(self, text: str) -> tuple[str, ...]:
        slots = dict.fromkeys(match[1].removesuffix(".day") for match in _SLOT.finditer(text))
        return tuple(name for name in slots if name in self.cites)

    def _word(self, slot: str) -> str:
        day = _DAY.fullmatch(slot)
        if day:
            on = self.on if day[1] == "on" else self.day(day[1])
            return written_date(on).removeprefix("ngày ") if day[2] else short_date(on)
        name, _, form = slot.partition(".")
        if name in self.cites:
            return self._cited(self.cites[name], form)
        if name.lower() in self.people:
            called = self._called(name.lower(), form)
            return called[:1].upper() + called[1:] if name.isupper() else called
        if name in ("unit", "issuer", "parent", "seat", "symbol", "head"):
            return getattr(self.office, name) or ""
        raise UnknownSlot(slot=slot)

    def _cited(self, citation: Citation, form: str) -> str:
        """As printed, or its number or day alone, as columns of a table have them."""
        if form == "day" and citation.issued_on:
            return short_date(citation.issued_on)
        return citation.number or "" if form == "number" else citation.text

    def _called(self, key: str, form: str) -> str:
        """ "ông A", "đồng chí A", "ông A, sinh ngày …", "ông A, sinh năm …", "A"."""
        who = self.people[key]
        said = self.said.get(key, Person(name=who.name))
        title = {"name": None, "comrade": "đồng chí", "either": who.honorific}.get(form, who.honorific)
        born = date.fromisoformat(who.born_on or "1970-01-01")
        birth = {"born": born.isoformat(), "year": str(born.year), "brackets": str(born.year)}.get(form)
        self.said[key] = replace(said, honorific=said.honorific or title, born_on=said.born_on or birth)
        called = f"{title} {who.name}" if title else who.name
        match form:
            case "born":
                return f"{called}, sinh ngày {short_date(born)}"
            case "year":
                return f"{called}, sinh năm {born.year}"
            case "brackets":
                return f"{called} (sinh năm {born.year})"
            case "either":
                other = {"ông": "bà", "bà": "ông"}[who.honorific or "ông"]
                return f"{title} ({other}) {who.name}"
            case _:
                return called


def figures(pattern: str, rng: np.random.Generator) -> str:
    """ "###/QĐ-UBND": every # a digit, none of them a leading nought."""
    out = ""
    for at, char in enumerate(pattern):
        first = at == 0 or pattern[at - 1] != "#"
        out += str(rng.integers(1 if first else 0, 10)) if char == "#" else char
    return out
