"""What a whole test run shares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.elasticsearch import running_elasticsearch


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """A real Elasticsearch, started at the first test that asks for it. Where it cannot start, the test fails."""
    with running_elasticsearch() as url:
        yield url
