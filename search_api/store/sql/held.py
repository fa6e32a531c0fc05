"""Held documents, as they were saved and with what their citations were found to mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from decisions import place_wire, reading_wire, wire
from decisions.decision import Decision
from decisions.problem import Problem, problem
from decisions.reading import Reading
from search_api.store import Copy, Held, Json, Scan
from search_api.store.sql.tables import cited, copies, decisions, likenesses, mentions, readings, scans


def scan(connection: Connection, sha256: str) -> Scan | None:
    row = connection.execute(select(scans).where(scans.c.sha256 == sha256)).mappings().one_or_none()
    return Scan(**row) if row else None


def all_scans(connection: Connection) -> list[Scan]:
    return [Scan(**row) for row in connection.execute(select(scans).order_by(scans.c.sha256)).mappings()]


def ids_of_scan(connection: Connection, sha256: str) -> tuple[str, ...]:
    query = select(copies.c.decision).where(copies.c.scan == sha256).order_by(copies.c.ordinal)
    return tuple(connection.scalars(query))


def reading(connection: Connection, scan: str) -> Reading | None:
    value = connection.scalar(select(readings.c.value).where(readings.c.scan == scan))
    return reading_wire.reading_from(value) if value else None


def decision(connection: Connection, id: str) -> Held | None:
    row = connection.execute(select(decisions).where(decisions.c.id == id)).one_or_none()
    return _held(connection, row) if row else None


def decisions_after(connection: Connection, after: str | None, limit: int) -> list[Held]:
    query = select(decisions).order_by(decisions.c.id).limit(limit)
    if after is not None:
        query = query.where(decisions.c.id > after)
    return [_held(connection, row) for row in connection.execute(query).all()]


def meant(citation: Json, row: Any) -> Json:
    """A citation's JSON with what the instrument `row` of the table `cited` was found to mean.

    The candidates of an ambiguous citation are ids of nodes.
    """
    if row.match is None:
        return citation
    filled = {**citation, "match": row.match, "resolves_to": row.node}
    if row.number and row.number != citation["number"]:
        filled |= {"number": row.number, "printed": citation["printed"] or citation["number"]}
    if row.match == "ambiguous":
        filled["candidates"] = [{"value": id, "confidence": sure, "said": []} for id, sure in row.candidates]
    return filled


def _held(connection: Connection, row: Row[Any]) -> Held:
    return Held(id=row.id, decision=_decision(connection, row), copies=_copies(connection, row.id), kept_at=row.kept_at)


def _decision(connection: Connection, row: Row[Any]) -> Decision:
    body = row.body
    query = select(mentions.c.path, cited).join(cited, cited.c.key == mentions.c.cited)
    for each in connection.execute(query.where(mentions.c.decision == row.id)):
        _fill(body, each.path.split("/"), each)
    body["problems"] += [place_wire.problem_json(each) for each in _possible_copies(connection, row.id)]
    return wire.decision_from(body)


def _fill(body: Any, path: Sequence[str], row: Any) -> None:
    *way, last = (int(step) if step.isdecimal() else step for step in path)
    for step in way:
        body = body[step]
    body[last] = meant(body[last], row)


def _possible_copies(connection: Connection, id: str) -> Iterable[Problem]:
    query = select(decisions.c.id, decisions.c.number).join(likenesses, likenesses.c.other == decisions.c.id)
    for row in connection.execute(query.where(likenesses.c.decision == id).order_by(decisions.c.id)):
        yield problem("possible_copy", field="number", number=row.number or "", other=row.id)


def _copies(connection: Connection, id: str) -> tuple[Copy, ...]:
    query = select(copies.c.scan, copies.c.ordinal, scans.c.name, scans.c.media_type, scans.c.pages)
    query = query.join(scans, scans.c.sha256 == copies.c.scan)
    rows = connection.execute(query.where(copies.c.decision == id).order_by(copies.c.rank)).mappings()
    return tuple(Copy(**row) for row in rows)
