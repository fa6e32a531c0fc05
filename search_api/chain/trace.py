"""The chain of an instrument on a day: nodes with their status, relations with their sentence, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from decisions.problem import NotFound, Problem, problem
from decisions.question import Spell
from decisions.tables import action_effects
from search_api.chain.effect import Effect, Effects
from search_api.chain.holdings import PROBLEMS
from search_api.chain.name import day, title
from search_api.chain.status import course, status_on, today
from search_api.chain.term import term
from search_api.chain.walk import MOST, Direction, Walk, walk
from search_api.store import DecisionStore, Edge, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """An instrument on the way."""

    node: Node
    status: str  #: on the day that is asked
    steps: int  #: from the root; negative: the root acts on it
    spells: tuple[Spell, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A relation on the way."""

    edge: Edge
    effective_on: date | None  #: from when it works; None where it changes no status

    @property
    def until(self) -> date | None:
        """The last day of a suspension, or to which day something is extended."""
        said = self.edge.relation.get("until")
        return date.fromisoformat(said) if said else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    root: Stop
    as_of: date
    stops: tuple[Stop, ...]  #: nearest first, the root among them
    legs: tuple[Leg, ...]
    problems: tuple[Problem, ...]

    @property
    def status(self) -> str:
        return self.root.status

    def stop(self, id: str) -> Stop:
        return next(stop for stop in self.stops if stop.node.id == id)


def trace(
    store: DecisionStore,
    root_id: str,
    *,
    as_of: date | None = None,
    direction: Direction = "both",
    depth: int | None = None,
) -> Trace:
    """The chain from a held or cited instrument, over at most `depth` steps. NotFound."""
    on, effects = as_of or today(), Effects(store)
    if effects.node(root_id) is None:
        raise NotFound(what=root_id)
    way = walk(store, root_id, direction, depth)
    stops, problems = _stops(effects, way, on)
    known = {stop.node.id: stop.node for stop in stops}
    edges = [e for e in way.edges.values() if e.source != e.target and e.source in known and e.target in known]
    problems += [*_beside_others(store, root_id), *_other_days(edges, known)]
    if way.cut:
        problems.append(problem("chain_cut", shown=MOST))
    return Trace(
        root=next(stop for stop in stops if stop.node.id == root_id),
        as_of=on,
        stops=tuple(stops),
        legs=tuple(Leg(edge=edge, effective_on=_works_from(effects, edge)) for edge in edges),
        problems=tuple(dict.fromkeys(problems)),
    )


def _stops(effects: Effects, way: Walk, on: date) -> tuple[list[Stop], list[Problem]]:
    stops: list[Stop] = []
    problems: list[Problem] = []
    for id, steps in sorted(way.steps.items(), key=lambda item: (abs(item[1]), item[0])):
        node = effects.node(id)
        if node is None:
            continue
        counted, doubts = effects.on(node)
        problems += [*doubts, *_extensions(effects, node, counted)]
        spells = course(effects.life(node), counted)
        status = status_on(spells, on)
        stops.append(Stop(node=node, status=status, steps=steps, spells=spells, effects=tuple(counted)))
    return stops, problems


def _extensions(effects: Effects, node: Node, counted: list[Effect]) -> Iterator[Problem]:
    """What is to be looked at of those who extend an instrument: whether they came in time, and to which day."""
    for each in term(effects.life(node), counted).remarks:
        until = each.edge.relation["until"]
        yield effects.tell(
            each.code,
            each.edge,
            ended=day(each.ended) if each.ended else "",
            until=day(date.fromisoformat(until)) if until else "",
        )


def _works_from(effects: Effects, edge: Edge) -> date | None:
    return effects.day(edge) if edge.relation["action"] in action_effects() else None


def _beside_others(store: DecisionStore, root_id: str) -> list[Problem]:
    """What the company of the root's other documents says against it: its place in the run of numbers."""
    held = store.decision(root_id)
    return [problem for problem in held.decision.problems if problem.code in PROBLEMS] if held else []


def _other_days(edges: list[Edge], known: dict[str, Node]) -> Iterator[Problem]:
    """An instrument cited with another date than its own: it was found by its number, and one of the two is wrong."""
    for edge in edges:
        printed, node = edge.relation["target"]["issued_on"], known[edge.target]
        if printed and node.issued_on and printed != node.issued_on.isoformat():
            yield problem(
                "cited_date_differs",
                source=title(known[edge.source]),
                target=title(node),
                printed=day(date.fromisoformat(printed)),
                issued=day(node.issued_on),
            )
