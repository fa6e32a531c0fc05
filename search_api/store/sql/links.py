"""What the citations were found to mean, and the relations that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, func, or_, select, update

from decisions import wire
from decisions.number import number_key
from decisions.tables import action_effects
from search_api.store import CitationRow, Edge, Json, Node, Resolution
from search_api.store.drawers import drawers
from search_api.store.sql import cited as citations
from search_api.store.sql import engine, outbox
from search_api.store.sql.held import meant
from search_api.store.sql.tables import cited, decisions, mentions, nodes, relations
from search_api.store.sql.upsert import upsert

T = TypeVar("T")
_AT_ONCE = 5000
_SAID = ("kind", "number", "issued_on", "issuer", "subject")


def serials(connection: Connection, ids: Sequence[str]) -> set[str]:
    columns = (decisions.c[name] for name in ("kind", "number", "issued_on", "subject"))
    own = connection.execute(select(*columns).where(decisions.c.id.in_(ids)))
    found = {each for row in own for each in drawers(row.kind, row.number, row.issued_on, row.subject)}
    theirs = select(cited.c.serial).join(mentions, mentions.c.cited == cited.c.key).where(mentions.c.decision.in_(ids))
    return found | set(connection.scalars(theirs.distinct()))


def citation_rows(connection: Connection, serials: Iterable[str]) -> list[CitationRow]:
    first = select(func.min(mentions.c.decision)).where(mentions.c.cited == cited.c.key).scalar_subquery()
    query = select(cited, first.label("said_by")).where(cited.c.serial.in_(sorted(set(serials))))
    query = query.order_by(cited.c.identity)
    return [
        CitationRow(
            key=row.key,
            said_by=row.said_by,
            citation=wire.citation_from(row.citation),
            node=row.node,
            own_issuer=row.own_issuer,
            own_day=row.own_day,
        )
        for row in connection.execute(query)
    ]


def resolve(
    connection: Connection, linked: Sequence[str], found: Sequence[Resolution], missing: Sequence[Node]
) -> set[str]:
    engine.alone(connection)
    _keep_nodes(connection, missing)
    moved, left, reached = _move(connection, found)
    changed = _saying(connection, moved) | _held_among(connection, left | reached | _targets(connection, linked))
    citations.drop_unused(connection, left)
    changed |= set(linked)
    outbox.want(connection, "index", changed)
    outbox.forget(connection, "link", linked)
    return changed


def edges(connection: Connection, ids: Iterable[str], end: str | None, actions: Iterable[str]) -> list[Edge]:
    wanted, some = sorted(set(ids)), sorted(set(actions))
    ends = {
        "target": (_TARGET.c.node.in_(wanted),),
        "source": (_SOURCE.c.node.in_(wanted), relations.c.decision.in_(wanted) & relations.c.source.is_(None)),
    }
    query = _EDGES.where(relations.c.action.in_(some)) if some else _EDGES
    rows = {}
    for which in ends[end] if end else (*ends["target"], *ends["source"]):  # each query can use its own index
        for row in connection.execute(query.where(which)):
            rows[(row.decision, row.ordinal)] = row
    return [_edge(connection, rows[place]) for place in sorted(rows)]


_TARGET, _SOURCE = cited.alias("target"), cited.alias("source")
_EDGES = (
    select(relations.c.decision, relations.c.ordinal, relations.c.body, relations.c.source, _TARGET)
    .add_columns(func.coalesce(_SOURCE.c.node, relations.c.decision).label("begins"))
    .join(_TARGET, _TARGET.c.key == relations.c.target)
    .outerjoin(_SOURCE, _SOURCE.c.key == relations.c.source)
    .where(_TARGET.c.node.is_not(None), or_(relations.c.source.is_(None), _SOURCE.c.node.is_not(None)))
)


def _edge(connection: Connection, row: Row[Any]) -> Edge:
    said: Json = {**row.body, "target": meant(row.body["target"], row)}
    if row.source is not None:
        source = connection.execute(select(cited).where(cited.c.key == row.source)).one()
        said["source"] = meant(said["source"], source)
    return Edge(source=row.begins, target=row.node, said_by=row.decision, relation=said)


def _keep_nodes(connection: Connection, missing: Sequence[Node]) -> None:
    known = set()
    for some in _batches([node.id for node in missing]):
        rows = connection.execute(select(nodes).where(nodes.c.id.in_(some))).mappings()
        known |= {Node(held=False, **{name: row[name] for name in ("id", *_SAID)}) for row in rows}
    for node in missing:
        if node not in known:
            key = number_key(node.number) if node.number else None
            values = {name: getattr(node, name) for name in _SAID}
            upsert(connection, nodes, {"id": node.id}, {**values, "number_key": key})


def _move(connection: Connection, found: Sequence[Resolution]) -> tuple[set[int], set[str], set[str]]:
    """Write down what is new: the citations whose meaning changed, the nodes they left, the nodes they reach now."""
    before: dict[int, Row[Any]] = {}
    for some in _batches([each.key for each in found]):
        before |= {row.key: row for row in connection.execute(select(cited).where(cited.c.key.in_(some)))}
    moved: set[int] = set()
    left: set[str] = set()
    reached: set[str] = set()
    for each in found:
        values: Json = {"match": each.match, "node": each.node, "number": each.number}
        values["candidates"] = [list(pair) for pair in each.candidates]
        old = before.get(each.key)
        if old is None or all(getattr(old, name) == value for name, value in values.items()):
            continue
        connection.execute(update(cited).where(cited.c.key == each.key).values(values))
        moved.add(each.key)
        left |= {old.node} if old.node and old.node != each.node else set()
        reached |= {each.node} if each.node and old.node != each.node else set()
    return moved, left, reached


def _saying(connection: Connection, keys: Iterable[int]) -> set[str]:
    saying: set[str] = set()
    for some in _batches(sorted(keys)):
        saying |= set(connection.scalars(select(mentions.c.decision).where(mentions.c.cited.in_(some)).distinct()))
    return saying


def _batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Databases bound the number of values in one statement."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _targets(connection: Connection, ids: Sequence[str]) -> set[str]:
    """What these documents amend, replace, end …: its status may have changed."""
    query = select(cited.c.node).join(relations, relations.c.target == cited.c.key)
    query = query.where(
        relations.c.action.in_(action_effects()), relations.c.decision.in_(ids), cited.c.node.is_not(None)
    )
    return {node for node in connection.scalars(query.distinct()) if node}


def _held_among(connection: Connection, ids: Iterable[str]) -> set[str]:
    return set(connection.scalars(select(decisions.c.id).where(decisions.c.id.in_(sorted(ids)))))
