"""From an instrument along its relations: what it rests on, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from decisions.tables import action_effects
from search_api.store import DecisionStore, Edge

Direction = Literal["out", "in", "both"]
#: More than this nobody can follow; the chain is then said to be cut.
MOST = 300


@dataclass(slots=True, kw_only=True)
class Walk:
    """Nodes with their steps from the root (negative: what it acts on), nearest first, and the relations between them."""

    steps: dict[str, int]
    edges: dict[tuple[str, ...], Edge] = field(default_factory=dict)
    cut: bool = False


def walk(store: DecisionStore, root: str, direction: Direction, depth: int | None) -> Walk:
    """Outwards only along what acts outwards, inwards only along what comes in; circles end where they began.

    What has been done to the instruments on the way belongs to the chain too: a basis that was replaced is shown with
    what replaced it.
    """
    found = Walk(steps={root: 0})
    if direction != "in":
        _go(store, found, [root], end="source", depth=depth)
    if direction != "out":
        _go(store, found, [root], end="target", depth=depth)
    _go(store, found, list(found.steps), end="target", depth=depth, actions=action_effects())
    return found


def _go(
    store: DecisionStore,
    found: Walk,
    front: list[str],
    *,
    end: Literal["source", "target"],
    depth: int | None,
    actions: Iterable[str] = (),
) -> None:
    taken = 0
    while front and (depth is None or taken < depth):
        ahead = []
        for edge in store.edges(front, end=end, actions=actions):
            here, there = (edge.source, edge.target) if end == "source" else (edge.target, edge.source)
            if there not in found.steps:
                if len(found.steps) >= MOST:
                    found.cut = True
                    continue
                found.steps[there] = found.steps[here] + (-1 if end == "source" else 1)
                ahead.append(there)
            found.edges[_key(edge)] = edge
        front = ahead
        taken += 1


def _key(edge: Edge) -> tuple[str, ...]:
    """The same relation may be met from both of its ends."""
    said = edge.relation
    return (edge.source, edge.target, said["action"], edge.said_by, json.dumps([said["span"], said["scope"]]))
