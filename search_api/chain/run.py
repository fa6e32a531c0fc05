"""The run of numbers of a body in a year: numbers grow with dates (Decree 30/2020/NĐ-CP art. 15).

Some bodies keep several runs under one symbol, or begin anew. So a run counts only where all else that is held of it
is in order, and it only ever lowers what goes against it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from decisions.decision import Decision
from decisions.fact import Candidate, Fact, Mention
from decisions.number import number_key
from search_api.chain.name import day
from search_api.store import Entry

T = TypeVar("T", str, date)
_Key = tuple[str, str | None, str, int]

BY = "run/1"
_SLACK = timedelta(days=7)  #: so far offices give numbers before or after their day
_FEWEST = 4  #: documents from which one sees a run
_AGAINST = 0.2  #: how likely a value is all the same that goes against the run


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A settled document of a run."""

    serial: int
    issued_on: date
    id: str
    number: str


class Runs:
    """All runs among the documents of some bodies."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        found: dict[_Key, list[_Step]] = defaultdict(list)
        for entry in entries:
            key = _key(entry, entry.number, entry.issued_on)
            if key and entry.number and entry.issued_on and not entry.doubts & {"number", "issued_on"}:
                step = _Step(serial=_serial(entry.number), issued_on=entry.issued_on, id=entry.id, number=entry.number)
                found[key].append(step)
        self._runs = {key: sorted(steps, key=lambda s: (s.serial, s.issued_on)) for key, steps in found.items()}
        self._out = {id for steps in self._runs.values() if (id := _culprit(steps))}

    def out(self, entry: Entry) -> bool:
        """Is it the one document that stands out of a run which is else in order?"""
        return entry.id in self._out

    def beside(self, entry: Entry) -> str:
        """ "85/QĐ-UBND (15/01/2025), 90/QĐ-UBND (20/01/2025)": the neighbours of a number."""
        key = _key(entry, entry.number, entry.issued_on)
        return _neighbours(self._runs[key], entry.id, _serial(entry.number or "0")) if key else ""

    def bear_on(self, entry: Entry, decision: Decision) -> Decision:
        """The decision with what goes against the run lowered, where only its number or only its date is in doubt."""
        number, issued = decision.number, decision.issued_on
        if number.state == "review" and issued.state != "review" and issued.value:
            on = issued.value
            return replace(decision, number=self._lowered(entry, number, lambda value: (value, on)))
        if issued.state == "review" and number.state != "review" and number.value:
            own = number.value
            return replace(decision, issued_on=self._lowered(entry, issued, lambda value: (own, value)))
        return decision

    def _lowered(self, entry: Entry, fact: Fact[T], meant: Callable[[T], tuple[str, date]]) -> Fact[T]:
        """Candidates that go against the run, behind those that do not."""
        against: list[str] = [self._against(entry, *meant(candidate.value)) for candidate in fact.candidates]
        if not any(against):
            return fact
        lowered = [_lower(c, beside) if beside else c for c, beside in zip(fact.candidates, against, strict=True)]
        order = tuple(sorted(lowered, key=lambda candidate: -candidate.confidence))
        said = tuple(dict.fromkeys((*fact.said, *(_mention(beside) for beside in against if beside))))
        confidence = min(fact.confidence, order[0].confidence)
        return replace(fact, value=order[0].value, confidence=confidence, said=said, candidates=order)

    def _against(self, entry: Entry, number: str, on: date) -> str:
        """The neighbours that speak against a number on a day; empty where none does."""
        key = _key(entry, number, on)
        steps = [step for step in self._runs.get(key, []) if step.id != entry.id] if key else []
        if len(steps) < _FEWEST or not _in_order(steps) or not _goes_against(steps, _serial(number), on):
            return ""
        return _neighbours(steps, entry.id, _serial(number))


def _key(entry: Entry, number: str | None, on: date | None) -> _Key | None:
    """The run that a number would belong to: of one body, kind, symbol and year."""
    symbol = re.sub(r"^\S+\s?", "", number_key(number)) if number else ""
    return (entry.issuer, entry.kind, symbol, on.year) if number and on and _serial(number) else None


def _serial(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits.group()) if digits else 0


def _in_order(steps: list[_Step]) -> bool:
    """Do the dates grow with the numbers, the slack allowed?"""
    latest = date.min
    for step in steps:
        if latest != date.min and latest - step.issued_on > _SLACK:
            return False
        latest = max(latest, step.issued_on)
    return True


def _goes_against(steps: list[_Step], serial: int, on: date) -> bool:
    return any(
        (step.serial < serial and step.issued_on - on > _SLACK)
        or (step.serial > serial and on - step.issued_on > _SLACK)
        for step in steps
    )


def _culprit(steps: list[_Step]) -> str | None:
    """The one document without which a run would be in order; None where it is, or where it might be one of several."""
    if len(steps) <= _FEWEST or _in_order(steps):
        return None
    suspects = {step.id for step in _first_breach(steps)}
    alone = [id for id in suspects if _in_order([step for step in steps if step.id != id])]
    return alone[0] if len(alone) == 1 else None


def _first_breach(steps: list[_Step]) -> tuple[_Step, _Step]:
    """The first document that comes too early, and the one before it that is too late."""
    latest = steps[0]
    for step in steps:
        if latest.issued_on - step.issued_on > _SLACK:
            return latest, step
        latest = max(latest, step, key=lambda each: each.issued_on)
    raise AssertionError("a run in order has no breach")


def _neighbours(steps: list[_Step], id: str, serial: int) -> str:
    others = [step for step in steps if step.id != id]
    at = bisect_left([step.serial for step in others], serial)
    return ", ".join(f"{step.number} ({day(step.issued_on)})" for step in others[max(0, at - 1) : at + 1])


def _lower(candidate: Candidate[T], beside: str) -> Candidate[T]:
    confidence = round(candidate.confidence * _AGAINST, 4)
    return replace(candidate, confidence=confidence, said=(*candidate.said, _mention(beside)))


def _mention(beside: str) -> Mention:
    return Mention(text=beside, by=BY, confidence=1 - _AGAINST)
