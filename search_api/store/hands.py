"""What people have confirmed or corrected stays when new rules read the same scan again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from decisions.decision import Decision
from decisions.fact import Candidate, Fact
from search_api.store.merge import BY_HAND, FACTS


def keep_hands(before: Sequence[Decision], now: Sequence[Decision]) -> list[Decision]:
    """The new readings of a scan, with the facts that a person has settled in the old ones.

    Where the rules now find another number of decisions in the scan it is not sure which is which: nothing is carried.
    """
    if len(before) != len(now):
        return list(now)
    return [_carry(old, new) for old, new in zip(before, now, strict=True)]


def _carry(old: Decision, new: Decision) -> Decision:
    facts: dict[str, Any] = {name: _settled(getattr(old, name), getattr(new, name)) for name in FACTS}
    return replace(new, **facts)


def _settled(old: Fact[Any], new: Fact[Any]) -> Fact[Any]:
    if old.state not in BY_HAND or new.state in BY_HAND:
        return new
    if new.value is None or new.value == old.value:
        return old
    machine = Candidate(value=new.value, confidence=new.confidence, said=new.said)
    others = tuple(c for c in old.candidates if c.value != new.value)
    return replace(old, candidates=(*others, machine))
