"""What a whole test run shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from tests.servers.elasticsearch import running_elasticsearch

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
