"""One engine for one database: how it is opened, locked and asked for a transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DatabaseError, OperationalError

from decisions.problem import Missing
from search_api.store.troubles import StoreBusy, StoreFull, StoreUnreadable

#: Seconds that a writer waits for another one.
PATIENCE = 60

# Any number will do, as long as nobody else uses it in the same PostgreSQL database.
_ADVISORY_LOCK = 0x7175_7965_7464


def open_engine(url: str) -> Engine:
    """The engine for `sqlite:///path` or `postgresql://…`; the folder of an SQLite file is made."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(url, address.database)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    try:
        return create_engine(address, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise Missing(what=error.name, cure=f"pip install {error.name}") from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the store and writes nothing."""
    with _told(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write; on SQLite it waits here for its turn, so that it never fails half way for that."""
    with _told(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def alone(connection: Connection) -> None:
    """Wait until no other transaction is alone, until this one ends. SQLite's writers are alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})


def _sqlite(url: str, path: str | None) -> Engine:
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver's own BEGIN comes too late and is never IMMEDIATE; we say it ourselves.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """What goes wrong in the database, said to people."""
    try:
        yield
    except OperationalError as error:
        said = str(error.orig).lower()
        if "locked" in said or "busy" in said:
            raise StoreBusy from error
        if "full" in said or "readonly" in said or "disk i/o" in said:
            raise StoreFull from error
        raise StoreUnreadable(what=engine.url.render_as_string(hide_password=True)) from error
    except DatabaseError as error:
        if "malformed" in str(error.orig) or "not a database" in str(error.orig):
            raise StoreUnreadable(what=engine.url.render_as_string(hide_password=True)) from error
        raise
