"""The life of an instrument by its own words: issued, in force from, in force until."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from decisions.number import parse_number
from search_api.store import DecisionStore, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    issued_on: date | None = None
    start: date | None = None  #: in force from; None: not known
    last: date | None = None  #: the last day in force by its own words
    sure: bool = True  #: is the day from which it is in force believed without a person?


def life(store: DecisionStore, node: Node) -> Life:
    """A decision on a single matter is in force from the day it is signed unless it says otherwise; a normative act is not.

    Of an instrument that is only cited no more than its date is known.
    """
    held = store.decision(node.id) if node.held else None
    if held is None:
        return Life(issued_on=node.issued_on)
    issued, effective = held.decision.issued_on, held.decision.effective_on
    start = effective.value or (None if _normative(node) else issued.value)
    # Where a normative act is silent, nothing but its date is left to count from.
    sure = start is not None and (effective if effective.value else issued).state != "review"
    return Life(issued_on=issued.value, start=start, last=held.decision.expires_on.value, sure=sure)


def _normative(node: Node) -> bool:
    number = parse_number(node.number or "")
    return number is not None and number.style in ("assembly", "normative")
