"""Is what was read what is true? One verdict for each thing that a truth tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from decisions.decision import Appointment, Citation, Decision, Relation, Signer
from decisions.fact import Fact, State
from decisions.fold import mark, nfc
from decisions.issuer import issuer_key
from decisions.number import number_key

Outcome = Literal["right", "wrong_sure", "wrong_unsure", "empty"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong_sure", "wrong_unsure", "empty")

#: As long texts are compared: a letter or two may be misread, no word may be missing or added.
ALIKE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`sure` says whether no person would have been asked; `truth` and `read` are for eyes, never for files."""

    field: str
    outcome: Outcome
    sure: bool
    truth: str
    read: str


def judge(truth: Decision, read: Decision) -> Iterator[Verdict]:
    """A verdict for everything that the truth tells, and for everything that was read and is not in it.

    Facts that the truth leaves absent are not judged: a truth made by eye does not tell all.
    """
    yield from _facts(truth, read)
    yield from _signer(truth.signer, read.signer)
    yield from _cited("base", truth.bases, (*read.bases, *read.citations))
    yield from _cited("citation", truth.citations, (*read.bases, *read.citations))
    yield from _invented(truth, read)
    yield from _relations(truth.relations, read.relations)
    yield from _appointments(truth.appointments, read.appointments)
    yield from _articles(truth, read)


def alike(one: str, other: str) -> bool:
    """The same words, but for a letter here and there."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio() >= ALIKE


def words(text: str | None) -> str:
    """As a person compares: one placement of tones, one case, single spaces."""
    return " ".join(mark(nfc(text or "")).split()).strip(" .,;:")


def _facts(truth: Decision, read: Decision) -> Iterator[Verdict]:
    yield from _fact("kind", truth.kind, read.kind, truth.kind.value == read.kind.value)
    same = number_key(truth.number.value or "") == number_key(read.number.value or "")
    yield from _fact("number", truth.number, read.number, same)
    for name in ("issued_on", "effective_on", "expires_on"):
        told, found = getattr(truth, name), getattr(read, name)
        yield from _fact(name, told, found, told.value == found.value)
    for name in ("issuer", "issuer_parent", "place"):
        told, found = getattr(truth, name), getattr(read, name)
        yield from _fact(name, told, found, issuer_key(told.value) == issuer_key(found.value))
    told, found = truth.subject.value or "", read.subject.value or ""
    yield from _fact("subject", truth.subject, read.subject, alike(told, found))


def _fact(field: str, truth: Fact[Any], read: Fact[Any], right: bool) -> Iterator[Verdict]:
    if truth.value is not None:
        yield _verdict(field, truth.value, read.value, read.state, right)


def _signer(truth: Fact[Signer], read: Fact[Signer]) -> Iterator[Verdict]:
    told, found = truth.value, read.value or Signer(name=None)
    if told is None:
        return
    for name in ("name", "position", "capacity", "on_behalf_of"):
        value, other = getattr(told, name), getattr(found, name)
        # A stack without TM. or KT. has no capacity: to read one there is as wrong as to miss one.
        if value is not None or other is not None:
            yield _verdict(f"signer {name}", value, other, read.state, words(value) == words(other))


def _cited(field: str, truth: Iterable[Citation], read: Iterable[Citation]) -> Iterator[Verdict]:
    by_key = {_key(citation): citation for citation in reversed(tuple(read)) if _key(citation)}
    for told in truth:
        found = by_key.get(_key(told))
        if _key(told) is None:
            continue
        state: State = found.state if found else "absent"
        yield _verdict(
            field, told.number or told.text, found and (found.number or found.text), state, found is not None
        )
        if found is not None and told.issued_on:
            right = told.issued_on == found.issued_on
            yield _verdict(f"{field} date", told.issued_on, found.issued_on, state, right)
        if found is not None and told.issuer:
            right = issuer_key(told.issuer) == issuer_key(found.issuer)
            yield _verdict(f"{field} issuer", told.issuer, found.issuer, state, right)


def _key(citation: Citation) -> str | None:
    """What tells an instrument apart here: its number, or the day of a law that is named without one."""
    if citation.number:
        return number_key(citation.number)
    return f"{citation.kind} {citation.issued_on}" if citation.issued_on else None


def _invented(truth: Decision, read: Decision) -> Iterator[Verdict]:
    """Numbers among the bases that no base bears. A made paper tells them all, and a row of a truth file says so too."""
    if not truth.bases:
        return
    told = {number_key(c.number) for c in (*truth.bases, *truth.citations) if c.number}
    for found in read.bases:
        if found.number:
            yield _verdict("base is true", found.number, found.number, found.state, number_key(found.number) in told)


def _relations(truth: Iterable[Relation], read: Iterable[Relation]) -> Iterator[Verdict]:
    acts = {(relation.action, _key(relation.target)): relation for relation in read}
    for told in truth:
        key = _key(told.target)
        if key is None:
            continue
        found = acts.get((told.action, key))
        state: State = found.state if found else "absent"
        yield _verdict("relation", f"{told.action} {key}", found and f"{found.action} {key}", state, found is not None)
        if found is not None and told.action not in ("based_on", "refers_to"):
            right = tuple(map(words, told.scope)) == tuple(map(words, found.scope))
            yield _verdict("relation scope", told.scope or "whole", found.scope or "whole", state, right)


def _appointments(truth: tuple[Appointment, ...], read: tuple[Appointment, ...]) -> Iterator[Verdict]:
    for told in truth:
        mine = [act for act in read if words(act.person.name) == words(told.person.name)]
        found = next((act for act in mine if act.action == told.action), None)
        named = found or next(iter(mine), None)
        yield _verdict(
            "person", told.person.name, named and named.person.name, named.state if named else "absent", bool(named)
        )
        if named is None:
            continue
        if told.action:
            yield _verdict("act", told.action, named.action, named.state, found is not None)
        if found is not None:
            yield from _act(told, found)
    if truth:
        names = {words(told.person.name) for told in truth}
        for act in read:
            yield _verdict(
                "person is true", act.person.name, act.person.name, act.state, words(act.person.name) in names
            )


def _act(told: Appointment, found: Appointment) -> Iterator[Verdict]:
    """The posts and days of an act. "Chủ tịch Ủy ban nhân dân phường" is the post "Chủ tịch" of that unit, too."""
    for name, unit in (("position", "unit"), ("from_position", "from_unit"), ("unit", ""), ("from_unit", "")):
        value, other = getattr(told, name), getattr(found, name)
        whole = f"{value} {getattr(told, unit)}" if unit else value
        if value is not None:
            yield _verdict(f"act {name}", value, other, found.state, words(other) in (words(value), words(whole)))
    for name in ("effective_on", "until"):
        value, other = getattr(told, name), getattr(found, name)
        if value is not None:
            yield _verdict(f"act {name}", value, other, found.state, value == other)


def _articles(truth: Decision, read: Decision) -> Iterator[Verdict]:
    """The text of each article; it has no state of its own, so that a wrong one counts as unsure."""
    found = {article.label: article.text for article in read.articles}
    for article in truth.articles:
        text = found.get(article.label)
        right = text is not None and alike(article.text, text)
        yield _verdict("article", article.text, text, "review", right)


def _verdict(field: str, truth: Any, read: Any, state: State, right: bool) -> Verdict:
    sure = state in ("sure", "confirmed", "corrected")
    outcome: Outcome = "right" if right else "empty" if not read else "wrong_sure" if sure else "wrong_unsure"
    return Verdict(field=field, outcome=outcome, sure=sure, truth=_shown(truth), read=_shown(read))


def _shown(value: Any) -> str:
    return "" if value is None else re.sub(r"\s+", " ", str(value))
