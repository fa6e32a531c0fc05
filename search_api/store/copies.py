"""Are two readings copies of one decision? Issuer, number and date decide, each sure in at least one of the two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from decisions.decision import Decision
from decisions.fact import Fact
from decisions.issuer import issuer_key
from decisions.number import number_key
from search_api.store.wording import overlap

#: same: copies of one decision · like: perhaps, a person must look
Likeness = Literal["same", "like"]

#: Two readings of one subject agree at least so far; two subjects that only share their formulas do not.
ALIKE = 0.8

_IDENTITY: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("number", number_key),
    ("issuer", issuer_key),
    ("issued_on", lambda day: day),
)


def likeness(one: Decision, other: Decision) -> Likeness | None:
    """What two readings are to each other. An unsure number never makes one decision out of two."""
    if one.kind.value and other.kind.value and one.kind.value != other.kind.value:
        return None
    pairs = [(getattr(one, name), getattr(other, name), key) for name, key in _IDENTITY]
    # First what is cheap: a body signs a hundred decisions on one day, and their numbers tell nearly all apart.
    if not all(_may_be_equal(a, b, key) for a, b, key in pairs):
        return None
    agree = overlap(one.subject.value, other.subject.value)
    if all(_equal(a, b, key) for a, b, key in pairs):
        sure = all(_sure(a) or _sure(b) for a, b, _ in pairs)
        return "same" if sure and (agree is None or agree >= ALIKE) else "like"
    return "like" if agree is not None and agree >= ALIKE else None


def keys(decision: Decision, name: str) -> set[Any]:
    """All that the evidence allows for a part of the identity ("number", "issuer", "issued_on"), as keys."""
    return _allowed(getattr(decision, name), dict(_IDENTITY)[name])


def _equal(one: Fact[Any], other: Fact[Any], key: Callable[[Any], Any]) -> bool:
    return one.value is not None and other.value is not None and bool(key(one.value) == key(other.value))


def _may_be_equal(one: Fact[Any], other: Fact[Any], key: Callable[[Any], Any]) -> bool:
    return bool(_allowed(one, key) & _allowed(other, key))


def _allowed(fact: Fact[Any], key: Callable[[Any], Any]) -> set[Any]:
    values = [fact.value, *(c.value for c in fact.candidates)] if fact.state == "review" else [fact.value]
    return {key(value) for value in values if value is not None}


def _sure(fact: Fact[Any]) -> bool:
    return fact.state in ("sure", "confirmed", "corrected")
