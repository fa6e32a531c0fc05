"""Instruments as nodes of the chain: those that are held and those that are only cited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, FromClause, Row, and_, func, or_, select

from decisions.issuer import issuer_key
from decisions.number import number_key
from search_api.store import Node
from search_api.store.drawers import BY_NAME, by_name_alone
from search_api.store.sql.tables import cited, copies, decisions, mentions, nodes, scans

_COLUMNS = ("id", "kind", "number", "issued_on", "issuer", "subject")
#: The name of the file that a held decision was read from.
_FILE = (
    select(scans.c.name)
    .join(copies, copies.c.scan == scans.c.sha256)
    .where(copies.c.decision == decisions.c.id, copies.c.rank == 0)
    .correlate(decisions)
    .limit(1)
    .scalar_subquery()
)


def node(connection: Connection, id: str) -> Node | None:
    for table in (decisions, nodes):
        row = connection.execute(_of(table).where(table.c.id == id)).one_or_none()
        if row is not None:
            return _node(row, held=table is decisions)
    return None


def held_nodes(connection: Connection, serials: Iterable[str]) -> list[Node]:
    """Held instruments of these serials, and those cited by name of these days or years."""
    wanted, columns = sorted(set(serials)), decisions.c
    when = [or_(*(columns.issued_on.between(first, last) for first, last in _times(wanted)))] if _times(wanted) else []
    if any(by_name_alone(each) for each in wanted):
        when = [columns.issued_on.is_not(None)]  # of any day: few of those who collect decisions hold laws
    named = [and_(columns.kind.in_(BY_NAME), *when)] if when else []
    query = _of(decisions).where(or_(columns.serial.in_(wanted), *named)).order_by(columns.id)
    return [_node(row, held=True) for row in connection.execute(query)]


def find(connection: Connection, number: str, issuer: str | None, issued_on: date | None) -> list[Node]:
    found = []
    for table in (decisions, nodes):
        query = _of(table).where(table.c.number_key == number_key(number)).order_by(table.c.issued_on, table.c.id)
        found += [_node(row, held=table is decisions) for row in connection.execute(query)]
    asked = f" {issuer_key(issuer)} "
    of_issuer = [each for each in found if issuer is None or asked in f" {issuer_key(each.issuer)} "]
    return [each for each in of_issuer if issued_on in (None, each.issued_on)]


def cited_but_missing(connection: Connection, limit: int) -> list[tuple[Node, int]]:
    times = func.count(mentions.c.decision.distinct()).label("times")
    query = (
        _of(nodes)
        .add_columns(times)
        .join(cited, cited.c.node == nodes.c.id)
        .join(mentions, mentions.c.cited == cited.c.key)
        .group_by(*(nodes.c[name] for name in _COLUMNS))
        .order_by(times.desc(), nodes.c.number, nodes.c.id)
        .limit(limit)
    )
    return [(_node(row, held=False), row.times) for row in connection.execute(query)]


def _times(serials: Iterable[str]) -> list[tuple[date, date]]:
    """The first and last day of those serials that are a day or a year."""
    days = [date.fromisoformat(each) for each in serials if re.fullmatch(r"\d{4}-\d\d-\d\d", each)]
    years = [int(each) for each in serials if re.fullmatch(r"(?:19|20)\d\d", each)]
    return [(day, day) for day in days] + [(date(year, 1, 1), date(year, 12, 31)) for year in years]


def _of(table: FromClause) -> Any:
    query = select(*(table.c[name] for name in _COLUMNS))
    return query.add_columns(_FILE.label("name")) if table is decisions else query


def _node(row: Row[Any], *, held: bool) -> Node:
    return Node(held=held, name=row.name if held else None, **{column: getattr(row, column) for column in _COLUMNS})
