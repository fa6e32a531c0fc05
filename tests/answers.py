"""Truth and reading taken apart into answers, field by field: which were found, missed, invented, and how sure.

Two measures side by side. Strict: the value is the very same (NFC). Soft: without case, punctuation and spaces, and at
least 0.95 alike, as a clerk would let it pass.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from decisions.decision import Appointment, Citation, Decision, Delegation, Relation, Signer
from decisions.fact import State
from decisions.fold import mark, nfc
from decisions.number import number_key

ALIKE = 0.95
_SURE = ("sure", "confirmed", "corrected")
_SINGLE = ("kind", "number", "issued_on", "place", "issuer", "issuer_parent", "subject", "effective_on", "expires_on")
_SIGNER = ("name", "position", "capacity", "on_behalf_of")
_CITATION = ("kind", "issued_on", "issuer", "subject")
_UNREAD = ("number_unreadable", "date_unreadable", "signer_missing", "signer_under_seal", "text_cut")
_POSTS = {"unit": "position", "from_unit": "from_position"}
_POWER = ("person", "by", "task", "effective_on", "until", "term_months")
_ACT = (
    *("position", "unit", "from_position", "from_unit", "effective_on", "until", "term_months"),
    *("rank", "rank_code", "grade", "coefficient", "from_rank", "from_rank_code", "from_grade", "from_coefficient"),
    *("allowance", "next_raise_from", "form", "reason"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One thing that is true, one that was found, or both. `state` is that of what was found."""

    field: str
    told: Any = None
    found: Any = None
    state: State | None = None  #: None for what was not found, or bears no state

    @property
    def strict(self) -> bool:
        return self.told is not None and _shown(self.told) == _shown(self.found)

    @property
    def soft(self) -> bool:
        return self.told is not None and self.found is not None and alike(self.told, self.found)

    @property
    def sure(self) -> bool:
        return self.found is not None and self.state in _SURE

    @property
    def wrong_sure(self) -> bool:
        return self.sure and not self.soft

    def __str__(self) -> str:
        return f"{self.field}: {_shown(self.found) or '—'} ({self.state or 'no state'}) for {_shown(self.told) or '—'}"


def answers(truth: Decision, read: Decision) -> Iterator[Answer]:
    """All answers of one decision; what neither has is no answer."""
    for name in _SINGLE:
        told, found = getattr(truth, name), getattr(read, name)
        yield from _answer(name, told.value, found.value, found.state)
    yield from _signer(truth.signer.value, read.signer.value, read.signer.state)
    yield from _citations("base", truth.bases, read.bases)
    yield from _citations("citation", truth.citations, read.citations)
    yield from _relations(truth.relations, read.relations)
    yield from _acts(truth, read)
    yield from _powers(truth, read)
    yield from _articles(truth, read)
    yield from _annexes(truth, read)
    yield from _answer("provision", truth.provision, read.provision, None)
    yield from _matched("recipient", truth.recipients, read.recipients, _plain)
    yield from _matched("problem", _codes(truth), _codes(read), str)


def alike(one: Any, other: Any) -> bool:
    """The same but for case, punctuation, spaces and a letter in twenty; figures are the same or they are not."""
    first, second = _plain(_shown(one)), _plain(_shown(other))
    if first == second:
        return True
    if re.sub(r"\D", "", first) != re.sub(r"\D", "", second):
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _answer(field: str, told: Any, found: Any, state: State | None) -> Iterator[Answer]:
    told, found = told or None, found or None
    if told is not None or found is not None:
        yield Answer(field=field, told=told, found=found, state=state)


def _signer(told: Signer | None, found: Signer | None, state: State) -> Iterator[Answer]:
    for name in _SIGNER:
        yield from _answer(f"signer.{name}", getattr(told, name, None), getattr(found, name, None), state)


def _citations(field: str, told: Iterable[Citation], found: Iterable[Citation]) -> Iterator[Answer]:
    for one, other in _pairs(told, found, _cited):
        state = other.state if other else None
        yield from _answer(field, one and _name(one), other and _name(other), state)
        if one and other:
            for name in _CITATION:
                yield from _answer(f"{field}.{name}", getattr(one, name), getattr(other, name), state)


def _relations(told: Iterable[Relation], found: Iterable[Relation]) -> Iterator[Answer]:
    def key(relation: Relation) -> str:
        source = _cited(relation.source) if relation.source else "this"
        return f"{source} {relation.action} {_cited(relation.target)}"

    for one, other in _pairs(told, found, key):
        state = other.state if other else None
        field = f"relation.{(one or other or _nothing()).action}"
        yield from _answer(field, one and key(one), other and key(other), state)
        if one and other:
            yield from _answer("relation.scope", " + ".join(one.scope), " + ".join(other.scope), state)
            if one.action not in ("based_on", "refers_to") and one.source is None:
                yield from _answer("relation.effective_on", one.effective_on, other.effective_on, state)


def _acts(truth: Decision, read: Decision) -> Iterator[Answer]:
    def key(act: Appointment) -> str:
        return f"{act.action} {_plain(act.person.name)}"

    for one, other in _pairs(truth.appointments, read.appointments, key):
        state = other.state if other else None
        act = one or other or _nothing()
        yield from _answer(f"act.{act.action}", one and one.person.name, other and other.person.name, state)
        if one and other:
            for name in ("honorific", "born_on"):
                told, found = getattr(one.person, name), getattr(other.person, name)
                yield from _answer(f"act.{name}", told, found, state)
            for name in _ACT:
                yield from _attribute(name, one, other, truth)


def _attribute(name: str, one: Appointment, other: Appointment, truth: Decision) -> Iterator[Answer]:
    """A post with its unit is that post; an act without a day of its own may take the decision's."""
    told, found = getattr(one, name), getattr(other, name)
    if name in ("position", "from_position"):
        told = _as_found(_with_unit(told, getattr(one, "unit" if name == "position" else "from_unit")), found)
    if name in ("unit", "from_unit"):
        told = _as_found((*_with_those_above(told), *_rest(told, getattr(other, _POSTS[name]))), found)
    if name == "effective_on" and told is None and found == truth.effective_on.value:
        return
    yield from _answer(f"act.{name}", told, found, other.state)


def _with_unit(post: str | None, unit: str | None) -> tuple[str | None, ...]:
    """ "Chuyên viên", "Chuyên viên Phòng A", "Chuyên viên Phòng A, Sở B": one post, told with more or less."""
    units = _with_those_above(unit) if unit else ()
    return (post, *(f"{post}{between}{each}" for each in units for between in (" ", ", ")))


def _with_those_above(unit: str | None) -> tuple[str | None, ...]:
    """ "Phòng A, Sở B" is "Phòng A", too."""
    parts = (unit or "").split(", ")
    return (unit, *(", ".join(parts[:count]) for count in range(1, len(parts))))


def _rest(unit: str | None, post: str | None) -> tuple[str, ...]:
    """ "Phòng A, Sở B" is "Sở B" where the post is told as "Chuyên viên Phòng A"."""
    first, _, above = (unit or "").partition(", ")
    return (above,) if above and _plain(post or "").endswith(_plain(first)) else ()


def _as_found(told: tuple[str | None, ...], found: str | None) -> str | None:
    """Of the ways to say it the one that was found, else the first."""
    return next((each for each in told if each and found and alike(each, found)), told[0])


def _powers(truth: Decision, read: Decision) -> Iterator[Answer]:
    def key(power: Delegation) -> str:
        return f"{power.action} {_plain(power.person.name if power.person else power.to)}"

    for one, other in _pairs(truth.delegations, read.delegations, key):
        state = other.state if other else None
        yield from _answer("power", one and key(one), other and key(other), state)
        if one and other:
            for name in _POWER:
                told, found = getattr(one, name), getattr(other, name)
                if name == "person":
                    told, found = getattr(told, "name", None), getattr(found, "name", None)
                if name != "effective_on" or told or found != truth.effective_on.value:
                    yield from _answer(f"power.{name}", told, found, state)


def _annexes(truth: Decision, read: Decision) -> Iterator[Answer]:
    told = [f"{annex.label} {annex.title}".strip() for annex in truth.annexes]
    found = [f"{annex.label} {annex.title}".strip() for annex in read.annexes]
    yield from _matched("annex", told, found, _plain)


def _articles(truth: Decision, read: Decision) -> Iterator[Answer]:
    pairs = _pairs(truth.articles, read.articles, lambda article: article.label)
    for one, other in pairs:
        told = one and f"{one.label}. {' '.join(one.text.split())}"
        found = other and f"{other.label}. {' '.join(other.text.split())}"
        yield from _answer("article", told, found, None)


def _matched(field: str, told: Iterable[str], found: Iterable[str], key: Callable[[str], str]) -> Iterator[Answer]:
    for one, other in _pairs(told, found, key):
        yield from _answer(field, one and one.rstrip(" ;.,"), other and other.rstrip(" ;.,"), None)


def _pairs(told: Iterable[Any], found: Iterable[Any], key: Callable[[Any], str]) -> Iterator[tuple[Any, Any]]:
    """Each told with the first found of the same key, then those found that nothing told."""
    left = list(found)
    for one in told:
        other = next((each for each in left if key(each) == key(one)), None)
        if other is not None:
            left.remove(other)
        yield one, other
    yield from ((None, each) for each in left)


def _cited(citation: Citation) -> str:
    """What tells an instrument apart within one text: its number, else its kind with its day or its name."""
    if citation.number:
        return number_key(citation.number)
    return f"{citation.kind} {citation.issued_on or _plain(citation.subject or citation.text)}"


def _name(citation: Citation) -> str:
    return citation.number or citation.subject or citation.text


def _codes(decision: Decision) -> tuple[str, ...]:
    """What does not add up on the paper; that it could not be read is no finding about it."""
    return tuple(problem.code for problem in decision.problems if problem.code not in _UNREAD)


def _plain(text: str) -> str:
    return "".join(char for char in mark(nfc(text)) if char.isalnum())


def _shown(value: Any) -> str:
    return "" if value is None else unicodedata.normalize("NFC", " ".join(str(value).split()))


def _nothing() -> Any:
    raise AssertionError("a pair has at least one side")
