"""The ledger: every file that came, and what became of it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, insert, select, update

from decisions.ledger import Batch, FileLine, Outcome
from decisions.problem import Remedy, Trouble
from search_api.store import Line
from search_api.store.sql.tables import batches, lines


def open_batch(connection: Connection, origin: str) -> str:
    now = datetime.now(UTC)
    id = f"b-{now:%Y%m%dT%H%M%S%f}-{secrets.token_hex(2)}"
    connection.execute(insert(batches).values(id=id, origin=origin, started_at=now, complete=False))
    return id


def receive(connection: Connection, batch: str, files: Sequence[tuple[str, str]]) -> list[int]:
    return [_line(connection, batch, name, spool) for name, spool in files]


def refuse(connection: Connection, batch: str, name: str, trouble: Trouble) -> int:
    outcome = "rejected" if trouble.remedy is Remedy.NEVER else "failed"
    return _new_line(connection, batch=batch, name=name, outcome=outcome, **_reason(trouble))


def complete(connection: Connection, batch: str) -> None:
    connection.execute(update(batches).where(batches.c.id == batch).values(complete=True))
    _close_if_done(connection, batch)


def finish(
    connection: Connection, file: int, outcome: Outcome, trouble: Trouble | None = None, ids: Sequence[str] = ()
) -> None:
    tried = lines.c.attempts + (1 if outcome == "failed" else 0)
    row = connection.execute(
        update(lines)
        .where(lines.c.file == file)
        .values(outcome=outcome, ids=list(ids), attempts=tried, **_reason(trouble))
        .returning(lines.c.batch)
    ).one()
    _close_if_done(connection, row.batch)


def waiting(connection: Connection, batch: str | None = None) -> list[Line]:
    return [_waiting_line(row) for row in connection.execute(_lines_in("waiting", batch)).mappings()]


def retry(connection: Connection, batch: str | None, most: int | None) -> list[Line]:
    """Only what reached the spool can be tried again."""
    query = _lines_in("failed", batch).where(lines.c.spool.is_not(None))
    if most is not None:
        query = query.where(lines.c.attempts < most)
    failed = connection.execute(query).mappings().all()
    keys = [row["file"] for row in failed]
    again = {"outcome": "waiting", "reason": None, "reason_en": None, "code": None}
    connection.execute(update(lines).where(lines.c.file.in_(keys)).values(again))
    reopened = {row["batch"] for row in failed}
    connection.execute(update(batches).where(batches.c.id.in_(reopened)).values(finished_at=None))
    return [_waiting_line(row) for row in failed]


def unsealed(connection: Connection) -> list[str]:
    return list(connection.scalars(select(batches.c.id).where(~batches.c.complete).order_by(batches.c.id)))


def batch(connection: Connection, id: str) -> Batch | None:
    row = connection.execute(select(batches).where(batches.c.id == id)).mappings().one_or_none()
    return _batch(connection, row) if row else None


def batches_before(connection: Connection, before: str | None, limit: int) -> list[Batch]:
    query = select(batches).order_by(batches.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(batches.c.id < before)
    return [_batch(connection, row) for row in connection.execute(query).mappings().all()]


def _line(connection: Connection, batch: str, name: str, spool: str) -> int:
    known = connection.scalar(select(lines.c.file).where(lines.c.batch == batch, lines.c.spool == spool))
    if known is not None:
        return int(known)
    return _new_line(connection, batch=batch, name=name, spool=spool, outcome="waiting")


def _new_line(connection: Connection, **values: Any) -> int:
    file = connection.scalar(insert(lines).values(ids=[], attempts=0, **values).returning(lines.c.file))
    assert file is not None
    return int(file)


def _reason(trouble: Trouble | None) -> dict[str, str | None]:
    if trouble is None:
        return {"reason": None, "reason_en": None, "code": None}
    return {"reason": trouble.message("vi"), "reason_en": trouble.message("en"), "code": trouble.code}


def _lines_in(outcome: Outcome, batch: str | None) -> Select[Any]:
    query = select(lines).where(lines.c.outcome == outcome).order_by(lines.c.file)
    return query if batch is None else query.where(lines.c.batch == batch)


def _waiting_line(row: RowMapping) -> Line:
    return Line(
        file=row["file"], batch=row["batch"], name=row["name"], spool=row["spool"] or "", attempts=row["attempts"]
    )


def _close_if_done(connection: Connection, batch: str) -> None:
    open_lines = select(func.count()).where(lines.c.batch == batch, lines.c.outcome == "waiting").scalar_subquery()
    connection.execute(
        update(batches)
        .where(batches.c.id == batch, batches.c.complete, batches.c.finished_at.is_(None), open_lines == 0)
        .values(finished_at=datetime.now(UTC))
    )


def _batch(connection: Connection, row: RowMapping) -> Batch:
    files = connection.execute(select(lines).where(lines.c.batch == row["id"]).order_by(lines.c.file)).mappings()
    return Batch(
        id=row["id"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        complete=row["complete"],
        files=tuple(_file_line(line) for line in files),
    )


def _file_line(row: RowMapping) -> FileLine:
    names = ("file", "name", "outcome", "reason", "reason_en", "code")
    return FileLine(**{name: row[name] for name in names}, ids=tuple(row["ids"]))
