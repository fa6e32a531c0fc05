"""The decisions of a scan, saved in the place of what was saved of it before; copies find their decision."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, or_, select

from decisions import reading_wire, wire
from decisions.decision import Decision
from decisions.issuer import issuer_key
from decisions.number import number_key
from decisions.reading import Reading
from decisions.tables import action_effects
from search_api.store import Scan
from search_api.store.copies import keys, likeness
from search_api.store.drawers import drawers, serial_of
from search_api.store.hands import keep_hands
from search_api.store.merge import together
from search_api.store.sql import cited as citations
from search_api.store.sql import engine, outbox
from search_api.store.sql.series import amend, doubts_of
from search_api.store.sql.tables import cited, copies, decisions, likenesses, mentions, readings, relations, scans
from search_api.store.sql.upsert import upsert

#: Problems that the store itself finds; they are found anew at each save and no part of what was read.
_OURS = ("possible_copy", "copies_disagree", "number_out_of_run", "issued_after_receipt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read from one scan at one place."""

    scan: str
    ordinal: int
    decision: Decision


def save(connection: Connection, scan: Scan, reading: Reading, found: Sequence[Decision]) -> tuple[str, ...]:
    engine.alone(connection)
    _keep_scan(connection, scan)
    upsert(connection, readings, {"scan": scan.sha256}, {"value": reading_wire.reading_json(reading)})
    before = sorted(_reads(connection, copies.c.scan == scan.sha256), key=lambda read: read.ordinal)
    now = keep_hands([read.decision for read in before], [_as_read(decision) for decision in found])
    new = [Read(scan=scan.sha256, ordinal=i, decision=decision) for i, decision in enumerate(now)]
    return _settle(connection, scan.sha256, new)


def as_read(connection: Connection, id: str) -> Decision | None:
    """What all copies of a decision say together, before anything else that is held has a say."""
    members = [read.decision for read in _reads(connection, copies.c.decision == id)]
    return together(members[0], members[1:]) if members else None


def put(connection: Connection, id: str, decision: Decision) -> bool:
    """What the holdings make of a decision; where it was taken for another before, citations are linked anew."""
    stale = _drawers(connection, [id])
    changed = amend(connection, id, decision, _columns(decision))
    if changed and stale != _drawers(connection, [id]):
        outbox.want(connection, "link", _one_for_each(connection, stale))
    return changed


def decision_id(scan: str, ordinal: int) -> str:
    return "d-" + hashlib.sha256(f"{scan}:{ordinal}".encode()).hexdigest()[:12]


def _settle(connection: Connection, scan: str, new: Sequence[Read]) -> tuple[str, ...]:
    """Take out what came from the scan, put in what comes now, and note what has to be linked and indexed again."""
    touched = set(connection.scalars(select(copies.c.decision).where(copies.c.scan == scan)))
    stale = _drawers(connection, touched)
    kept_at = {row.id: row.kept_at for row in connection.execute(_rows_of(touched, decisions.c.kept_at))}
    uncited = set(connection.scalars(select(mentions.c.cited).where(mentions.c.decision.in_(touched))))
    _want_targets_indexed(connection, touched)
    outbox.want(connection, "link", _held_targets(connection, uncited))
    orphans = _take_out(connection, scan)
    homes = {(read.scan, read.ordinal): _home(connection, read, kept_at) for read in (*new, *orphans)}
    alive = {*homes.values(), *connection.scalars(_rows_of(touched))}
    for id in sorted(alive):
        _rebuild(connection, id)
    citations.unresolve(connection, touched - alive)
    stale |= citations.drop_uncited(connection, uncited)
    outbox.want(connection, "index", touched | alive)
    outbox.want(connection, "link", alive | _one_for_each(connection, stale))
    outbox.forget(connection, "link", touched - alive)
    return tuple(homes[(read.scan, read.ordinal)] for read in new)


def _keep_scan(connection: Connection, scan: Scan) -> None:
    known = connection.scalar(select(scans.c.kept_at).where(scans.c.sha256 == scan.sha256))
    values = {name: getattr(scan, name) for name in ("name", "media_type", "size", "pages")}
    kept_at = known or scan.kept_at or datetime.now(UTC)
    upsert(connection, scans, {"sha256": scan.sha256}, {**values, "kept_at": kept_at})


def _as_read(decision: Decision) -> Decision:
    """Without what the store and the chain have added, so that what the store gave can be saved again."""
    return replace(
        decision,
        bases=tuple(citations.as_printed(c) for c in decision.bases),
        citations=tuple(citations.as_printed(c) for c in decision.citations),
        relations=tuple(
            replace(r, target=citations.as_printed(r.target), source=r.source and citations.as_printed(r.source))
            for r in decision.relations
        ),
        problems=tuple(p for p in decision.problems if p.code not in _OURS),
    )


def _reads(connection: Connection, which: ColumnElement[bool]) -> list[Read]:
    query = select(copies).where(which).order_by(copies.c.rank, copies.c.scan, copies.c.ordinal)
    return [
        Read(scan=row.scan, ordinal=row.ordinal, decision=wire.decision_from(row.body))
        for row in connection.execute(query)
    ]


def _take_out(connection: Connection, scan: str) -> list[Read]:
    """Remove the scan's readings. Copies that stood behind one of them are left without a decision: give them back."""
    led = select(copies.c.decision).where(copies.c.scan == scan, copies.c.rank == 0)
    orphans = _reads(connection, copies.c.decision.in_(led) & (copies.c.scan != scan))
    leaderless = connection.scalars(led).all()
    connection.execute(delete(copies).where(copies.c.decision.in_(leaderless)))
    connection.execute(delete(copies).where(copies.c.scan == scan))
    connection.execute(delete(decisions).where(decisions.c.id.in_(leaderless)))
    return orphans


def _home(connection: Connection, read: Read, kept_at: dict[str, datetime]) -> str:
    """The decision that a reading is a copy of, or a new one of its own."""
    for id in _similar(connection, read.decision):
        members = _reads(connection, copies.c.decision == id)
        if any(likeness(read.decision, member.decision) == "same" for member in members):
            return _put(connection, id, read, rank=_next_rank(connection, id))
    id = decision_id(read.scan, read.ordinal)
    body = wire.decision_json(read.decision)
    moment = kept_at.get(id) or datetime.now(UTC)
    connection.execute(insert(decisions).values(id=id, kept_at=moment, body=body, **_columns(read.decision)))
    return _put(connection, id, read, rank=0)


def _put(connection: Connection, id: str, read: Read, rank: int) -> str:
    body = wire.decision_json(read.decision)
    connection.execute(insert(copies).values(scan=read.scan, ordinal=read.ordinal, decision=id, rank=rank, body=body))
    return id


def _next_rank(connection: Connection, id: str) -> int:
    highest = connection.scalar(select(func.max(copies.c.rank)).where(copies.c.decision == id))
    return int(highest or 0) + 1


def _similar(connection: Connection, decision: Decision) -> list[str]:
    """Held decisions of the same issuer and of the same number or date, as far as the evidence allows."""
    columns = decisions.c
    of_issuer = columns.issuer_key.in_(keys(decision, "issuer"))
    of_number = columns.number_key.in_(keys(decision, "number"))
    of_day = columns.issued_on.in_(keys(decision, "issued_on"))
    query = select(columns.id).where(of_issuer, or_(of_number, of_day)).order_by(columns.kept_at, columns.id)
    return list(connection.scalars(query))


def _rebuild(connection: Connection, id: str) -> None:
    """Say anew what all copies of a decision say together, what it cites, and what it is like."""
    members = [read.decision for read in _reads(connection, copies.c.decision == id)]
    decision = together(members[0], members[1:])
    values = {"body": wire.decision_json(decision), **_columns(decision)}
    connection.execute(decisions.update().where(decisions.c.id == id).values(values))
    citations.keep_citations(connection, id, decision)
    _note_likenesses(connection, id, members)


def _note_likenesses(connection: Connection, id: str, members: Sequence[Decision]) -> None:
    connection.execute(delete(likenesses).where(or_(likenesses.c.decision == id, likenesses.c.other == id)))
    for other in sorted({o for member in members for o in _similar(connection, member)} - {id}):
        theirs = [read.decision for read in _reads(connection, copies.c.decision == other)]
        if any(likeness(one, two) for one in members for two in theirs):
            upsert(connection, likenesses, {"decision": id, "other": other}, {})
            upsert(connection, likenesses, {"decision": other, "other": id}, {})


def _columns(decision: Decision) -> dict[str, object]:
    number, issuer = decision.number.value, decision.issuer.value
    return {
        "kind": decision.kind.value,
        "number": number,
        "number_key": number_key(number) if number else None,
        "issued_on": decision.issued_on.value,
        "serial": serial_of(number) if number else None,
        "issuer": issuer,
        "issuer_key": issuer_key(issuer) or None,
        "subject": decision.subject.value,
        "doubts": doubts_of(decision),
    }


def _rows_of(ids: Iterable[str], *columns: ColumnElement[Any]) -> Select[Any]:
    return select(decisions.c.id, *columns).where(decisions.c.id.in_(sorted(ids)))


def _drawers(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Where citations lie that may mean one of these documents."""
    found = connection.execute(
        _rows_of(ids, *(decisions.c[name] for name in ("kind", "number", "issued_on", "subject")))
    )
    return {each for row in found for each in drawers(row.kind, row.number, row.issued_on, row.subject)}


def _one_for_each(connection: Connection, serials: Iterable[str]) -> set[str]:
    """One document citing from each drawer: linking it links the whole drawer again."""
    rows = (
        select(func.min(mentions.c.decision))
        .join(cited, cited.c.key == mentions.c.cited)
        .where(cited.c.serial.in_(sorted(serials)))
        .group_by(cited.c.serial)
    )
    return set(connection.scalars(rows))


def _held_targets(connection: Connection, cited_keys: Iterable[int]) -> Sequence[str]:
    """Held documents that are cited so: their witnesses may leave."""
    query = select(cited.c.node).where(cited.c.key.in_(sorted(cited_keys)))
    return connection.scalars(select(decisions.c.id).where(decisions.c.id.in_(query))).all()


def _want_targets_indexed(connection: Connection, ids: Iterable[str]) -> None:
    """What these documents did to others they may no longer do: the status of the others is out of date."""
    query = (
        select(cited.c.node)
        .join(relations, relations.c.target == cited.c.key)
        .where(relations.c.decision.in_(sorted(ids)), relations.c.action.in_(action_effects()))
    )
    held = select(decisions.c.id).where(decisions.c.id.in_(query))
    outbox.want(connection, "index", connection.scalars(held).all())
