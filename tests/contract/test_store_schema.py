"""The migrations lead to the tables that the code believes in, on each database."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from search_api.store import open_store
from search_api.store.sql.engine import open_engine
from search_api.store.sql.tables import metadata
from search_api.store.troubles import StoreTooNew, StoreUnreadable


def test_the_migrations_make_todays_tables(store_url: str) -> None:
    open_store(store_url).close()
    engine = open_engine(store_url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_store_of_tomorrow_is_not_touched(store_url: str) -> None:
    open_store(store_url).close()
    engine = open_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreTooNew):
        open_store(store_url)


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"not a database, by no means" * 100)
    with pytest.raises(StoreUnreadable):
        open_store(f"sqlite:///{path}")
