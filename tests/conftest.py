"""What a whole test run shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from search_api.store import DecisionStore, open_store
from tests.servers.elasticsearch import running_elasticsearch
from tests.servers.postgresql import running_postgresql

_names = count()


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """A real Elasticsearch, started at the first test that asks for it. Where it cannot start, the test fails."""
    with running_elasticsearch() as url:
        yield url


@pytest.fixture(scope="session", params=["tantivy", "elasticsearch"])
def new_index_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """A maker of URLs of empty indexes, once for each engine: what asks for it is asked of both."""
    if request.param == "tantivy":
        return lambda: f"tantivy://{tmp_path_factory.mktemp('index')}"
    server = request.getfixturevalue("elasticsearch_url")
    return lambda: f"{server}/test-{next(_names)}"


@pytest.fixture(scope="session")
def new_postgresql_url() -> Iterator[Callable[[], str]]:
    """A maker of URLs of empty databases on a real PostgreSQL. Where it cannot start, the test fails."""
    with running_postgresql() as url:
        server = create_engine(url.format(name="postgres").replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")

        def new() -> str:
            name = f"test_{next(_names)}"
            with server.connect() as connection:
                connection.exec_driver_sql(f"CREATE DATABASE {name}")
            return url.format(name=name)

        yield new
        server.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, once for each database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.db"
    new: Callable[[], str] = request.getfixturevalue("new_postgresql_url")
    return new()


@pytest.fixture
def store(store_url: str) -> Iterator[DecisionStore]:
    """An empty store, once for each database."""
    opened = open_store(store_url)
    yield opened
    opened.close()
