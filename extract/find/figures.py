"""Digits that several witnesses saw, joined into one fact: what a pen wrote is believed on their word together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import prod
from typing import TypeVar

from decisions.fact import Candidate, Fact, Mention
from models.evidence.joint import Witness, joint, learned

T = TypeVar("T")

_MOST = 5  #: candidates that a person is shown
_WORTH = 0.01  #: the least probability of a candidate worth showing


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the witnesses make of one opening together, and what they said."""

    values: dict[str, float]  #: digits → probability, likeliest first
    said: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A day on which the paper had its date already, as far as it is known."""

    on: Mapping[date, float]  #: days with their probabilities; what is missing to 1 is any day
    soon: int  #: days before it within which papers are dated as a rule
    late: float  #: how usual longer is beside that
    after: float  #: how likely a date after it is all the same


def weigh(witnesses: Sequence[Witness], said: Sequence[Mention]) -> Figures:
    """The witnesses joined; 5 and 05 are one value, written as the likeliest string of the first that knows it."""
    return Figures(values=joint(_aligned(witnesses)), said=tuple(dict.fromkeys(said)))


def chosen(values: dict[T, float], said: tuple[Mention, ...], *, trusted: bool = True) -> Fact[T]:
    """The fact: sure from the learned probability on, and where nothing else (`trusted`) speaks against it."""
    shown = [(value, p) for value, p in values.items() if p >= _WORTH][:_MOST]
    if not shown:
        return Fact(state="review", said=said)
    value, probability = shown[0]
    candidates = tuple(Candidate(value=v, confidence=round(p, 4), said=said) for v, p in shown)
    sure = trusted and probability >= learned().sure
    return Fact(
        value=value,
        state="sure" if sure else "review",
        confidence=round(probability, 4) if sure else min(round(probability, 4), 0.9),
        said=said,
        candidates=() if sure else candidates,
    )


def combined(parts: Sequence[Figures], make: Callable[[Sequence[str]], T | None]) -> tuple[dict[T, float], float]:
    """The values that several openings make together (day, month, year), given that `make` refuses what cannot be.

    The second is how likely the witnesses found what cannot be: who sees an 82nd of July is no witness to be sure by.
    """
    found: dict[T, float] = {}
    refused = 0.0
    combinations: list[tuple[tuple[str, ...], float]] = [((), 1.0)]
    for part in parts:
        likely = list(part.values.items())[:_MOST]
        combinations = [((*digits, d), p * q) for digits, p in combinations for d, q in likely]
    for digits, probability in combinations:
        value = make(digits)
        if value is None:
            refused += probability
        else:
            found[value] = found.get(value, 0.0) + probability
    left = max(1.0 - refused, 1e-6)
    return {value: p / left for value, p in sorted(found.items(), key=lambda pair: -pair[1])}, refused


def before(days: dict[date, float], bounds: Sequence[Bound]) -> dict[date, float]:
    """Dates weighed by what came after the paper was dated: hardly later, and nearly always soon before."""
    odds = {day: p * fit(day, bounds) for day, p in days.items()}
    whole = sum(odds.values()) + max(0.0, 1.0 - sum(days.values()))
    return (
        dict(sorted(((day, each / whole) for day, each in odds.items()), key=lambda pair: -pair[1])) if whole else days
    )


def fit(day: date, bounds: Sequence[Bound]) -> float:
    """How much likelier the bounds are, the paper being of that day, than if it were of none that is known."""
    return prod(
        sum(p * _lag(bound, (on - day).days) for on, p in bound.on.items()) / bound.late
        + max(0.0, 1.0 - sum(bound.on.values()))
        for bound in bounds
    )


def _lag(bound: Bound, days: int) -> float:
    """How usual it is that so many days lie between, the most usual 1."""
    if days < 0:
        return bound.after
    return 1.0 if days <= bound.soon else bound.late


def _aligned(witnesses: Sequence[Witness]) -> list[Witness]:
    """Leading zeros written as the first witness that knows the value writes them, so that 5 supports 05."""
    written: dict[int, str] = {}
    for witness in witnesses:
        for digits in sorted(witness.says, key=lambda d: -witness.says[d]):
            written.setdefault(int(digits), digits)
    aligned = []
    for witness in witnesses:
        says: dict[str, float] = {}
        for digits, probability in witness.says.items():
            spelled = written[int(digits)]
            says[spelled] = says.get(spelled, 0.0) + probability
        aligned.append(replace(witness, says=says))
    return aligned
