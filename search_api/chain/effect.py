"""What others have done to an instrument, from which day; what is not sure or cannot be is told and not counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from decisions.problem import Problem, problem
from decisions.tables import action_effects
from search_api.chain.life import Life, life
from search_api.chain.name import action, title
from search_api.store import DecisionStore, Edge, Json, Node

_SURE = ("sure", "confirmed", "corrected")
_BY_HAND = ("confirmed", "corrected")
_FOR_A_TIME = ("suspends", "extends")
ENDINGS = ("replaced", "repealed", "annulled", "expired")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """From this day on, this relation makes the instrument `status` (a status, or "extended")."""

    status: str
    on: date
    signed: date  #: on which day it was done; where that is not known, from which it works
    edge: Edge
    last: date | None = None  #: the last day of a suspension, or to which day it is extended


class Effects:
    """The effects on instruments of one store; what has been looked up is remembered for as long as this lives."""

    def __init__(self, store: DecisionStore) -> None:
        self._store = store
        self._nodes: dict[str, Node | None] = {}
        self._lives: dict[str, Life] = {}

    def on(self, target: Node) -> tuple[list[Effect], list[Problem]]:
        """The effects that count, by day, and what was left out of account."""
        effects: list[Effect] = []
        problems: list[Problem] = []
        for edge in self._store.edges([target.id], end="target", actions=action_effects()):
            against = self._against(edge, target)
            if against:
                problems.append(self.tell(against, edge))
                continue
            on = self.day(edge)
            if on is None:
                problems.append(self.tell("edge_undated", edge))
                continue
            signed = self._signed(edge) or on
            effect = Effect(status=_status(edge.relation), on=on, signed=signed, edge=edge, last=_last(edge.relation))
            effects.append(effect)
            if not self._is_day_sure(edge):
                problems.append(self.tell("edge_day_unsure", edge))
            if effect.status == "extended" and effect.last is None:
                problems.append(self.tell("expiry_extended", edge))
        return sorted(effects, key=lambda effect: (effect.on, effect.edge.source)), problems

    def day(self, edge: Edge) -> date | None:
        """The day from which a relation works: its own, or that of the instrument that does it."""
        said = edge.relation["effective_on"]
        if said:
            return date.fromisoformat(said)
        source = self.node(edge.source)
        own = self.life(source) if source else Life()
        return own.start or own.issued_on

    def _is_day_sure(self, edge: Edge) -> bool:
        """A day of its own is as sure as the relation; that of the instrument as sure as its date.

        Whether an extension came in time hangs on the day of the instrument, whatever day of its own it has.
        """
        source = self.node(edge.source)
        own = edge.relation["effective_on"] and _status(edge.relation) != "extended"
        return bool(own) or source is None or self.life(source).sure

    def _signed(self, edge: Edge) -> date | None:
        source = self.node(edge.source)
        return self.life(source).issued_on or source.issued_on if source else None

    def life(self, node: Node) -> Life:
        if node.id not in self._lives:
            self._lives[node.id] = life(self._store, node)
        return self._lives[node.id]

    def node(self, id: str) -> Node | None:
        if id not in self._nodes:
            self._nodes[id] = self._store.node(id)
        return self._nodes[id]

    def _against(self, edge: Edge, target: Node) -> str | None:
        """Why a relation does not count: the code of a problem."""
        if edge.source == target.id:
            return "edge_self_loop"
        if self._backwards(edge):
            return "edge_backwards"
        if not _is_sure(edge.relation):
            return "edge_unsure"
        if _status(edge.relation) in ENDINGS and self._in_circle(edge):
            return "edge_cycle"
        return None

    def _backwards(self, edge: Edge) -> bool:
        """An older instrument cannot touch a younger one."""
        source, target = self.node(edge.source), self.node(edge.target)
        if source is None or target is None or source.issued_on is None or target.issued_on is None:
            return False
        return source.issued_on < target.issued_on

    def _in_circle(self, edge: Edge) -> bool:
        """Does the target, over however many steps, end the instrument that ends it?"""
        seen, ahead = {edge.target}, [edge.target]
        while ahead:
            reached = {each.target for each in self._ended_by(ahead)}
            if edge.source in reached:
                return True
            ahead = sorted(reached - seen)
            seen |= reached
        return False

    def _ended_by(self, ids: list[str]) -> Iterator[Edge]:
        for edge in self._store.edges(ids, end="source", actions=action_effects()):
            if _status(edge.relation) in ENDINGS and edge.source != edge.target and not self._backwards(edge):
                yield edge

    def tell(self, code: str, edge: Edge, *, until: str = "", ended: str = "") -> Problem:
        """What is to be said of a relation with both ends named, and with the days that some sentences ask for."""
        source, target = self.node(edge.source), self.node(edge.target)
        said = edge.relation["action"]
        return problem(
            code,
            source=title(source) if source else edge.source,
            target=title(target) if target else edge.target,
            action=action(said),
            action_en=action(said, "en"),
            until=until,
            ended=ended,
        )


def _status(relation: Json) -> str:
    """A relation to some parts only leaves the rest in force."""
    status = action_effects()[relation["action"]]
    return status if relation["scope"] == "whole" or status == "extended" else "partly_amended"


def _last(relation: Json) -> date | None:
    until = relation.get("until") if relation["action"] in _FOR_A_TIME else None
    return date.fromisoformat(until) if until else None


def _is_sure(relation: Json) -> bool:
    """Sure of the verb and of both ends. A number that was mended by machine ends nothing until a person has agreed."""
    ends = [end for end in (relation["source"], relation["target"]) if end]
    if relation["state"] in _BY_HAND:
        return True
    return relation["state"] in _SURE and all(_end_is_sure(end) for end in ends)


def _end_is_sure(citation: Json) -> bool:
    return citation["state"] in _BY_HAND or (citation["state"] in _SURE and citation["match"] != "corrected")
