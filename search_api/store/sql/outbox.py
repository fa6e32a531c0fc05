"""What is still to be linked and indexed: written down with what makes it necessary, crossed out when done."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Literal

from sqlalchemy import Connection, delete, select

from search_api.store.sql.tables import decisions, outbox
from search_api.store.sql.upsert import upsert

Task = Literal["link", "index"]


def want(connection: Connection, task: Task, ids: Iterable[str]) -> None:
    """The stamp tells a later wish from the one that is being fulfilled; it need not grow, only differ."""
    for id in sorted(set(ids)):
        upsert(connection, outbox, {"task": task, "id": id}, {"stamp": time.time_ns()})


def wanted(connection: Connection, task: Task, limit: int | None = None) -> list[tuple[str, int]]:
    query = select(outbox.c.id, outbox.c.stamp).where(outbox.c.task == task)
    query = query.order_by(outbox.c.stamp, outbox.c.id).limit(limit)
    return [(row.id, row.stamp) for row in connection.execute(query)]


def done(connection: Connection, task: Task, ids: Sequence[tuple[str, int]]) -> None:
    for id, stamp in ids:
        same = (outbox.c.task == task, outbox.c.id == id, outbox.c.stamp == stamp)
        connection.execute(delete(outbox).where(*same))


def forget(connection: Connection, task: Task, ids: Iterable[str]) -> None:
    for id in ids:
        connection.execute(delete(outbox).where(outbox.c.task == task, outbox.c.id == id))


def want_all_indexed(connection: Connection) -> int:
    ids = connection.scalars(select(decisions.c.id)).all()
    want(connection, "index", ids)
    return len(ids)
