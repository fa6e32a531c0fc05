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


def life(store: DecisionStore, node: Node) -> Life:
    """A decision on a single matter is in force from the day it is signed unless it says otherwise; a normative act is not.

    Of an instrument that is only cited no more than its date is known.
    """
    held = store.decision(node.id) if node.held else None
    if held is None:
        return Life(issued_on=node.issued_on)
    issued_on = held.decision.issued_on.value
    start = held.decision.effective_on.value or (None if _normative(node) else issued_on)
    return Life(issued_on=issued_on, start=start, last=held.decision.expires_on.value)


def _normative(node: Node) -> bool:
    number = parse_number(node.number or "")
    return number is not None and number.style in ("assembly", "normative")
