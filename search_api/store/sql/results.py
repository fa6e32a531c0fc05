"""What a stage made of an input under a version of its rules, kept so that no work is done twice."""

from __future__ import annotations

from sqlalchemy import Connection, select

from search_api.store import Json
from search_api.store.sql.tables import results
from search_api.store.sql.upsert import upsert


def result(connection: Connection, input: str, stage: str, version: str) -> Json | None:
    found: Json | None = connection.scalar(
        select(results.c.value).where(results.c.input == input, results.c.stage == stage, results.c.version == version)
    )
    return found


def keep_result(connection: Connection, input: str, stage: str, version: str, value: Json) -> None:
    upsert(connection, results, {"input": input, "stage": stage, "version": version}, {"value": value})
