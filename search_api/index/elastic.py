"""The index on a server or a cluster of them: Elasticsearch 8 or 9, through the official client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError
from elasticsearch.helpers import streaming_bulk

from decisions.question import Answer, IndexEntry, Question
from search_api.index.cursor import After, cursor
from search_api.index.elastic_address import address
from search_api.index.elastic_query import COUNTS, ORDER, SETTINGS, compiled, document, mappings, only
from search_api.index.fields import FACETS, fingerprint, record
from search_api.index.filters import filters
from search_api.index.hits import NOTHING, Ranked, answer, page_size
from search_api.index.query import parse
from search_api.index.troubles import IndexFailed, IndexRefused, IndexStale, IndexUnreachable

Json = dict[str, Any]

_SECONDS = 30
_BULK_BYTES = 8 * 1024 * 1024


class ElasticIndex:
    """A `DecisionIndex` behind an alias.

    The alias `name` leads to one index, `name`-`fingerprint`. Asking for the index of today's fingerprint by its own
    name makes sure that no answer ever comes from one that was built by other rules.
    """

    def __init__(self, url: str) -> None:
        where = address(url)
        self._where = where.server
        self._alias = where.name
        self._name = f"{where.name}-{fingerprint()}"
        trusted: Json = {"ca_certs": where.ca} if where.ca else {}
        self._client = Elasticsearch(
            where.server,
            basic_auth=where.login,
            request_timeout=_SECONDS,
            retry_on_timeout=True,
            max_retries=3,
            **trusted,
        )

    def put(self, entries: Sequence[IndexEntry]) -> None:
        with self._plainly():
            self._ensure()
            self._bulk({"_op_type": "index", "_id": entry.id, **document(record(entry))} for entry in entries)

    def drop(self, ids: Sequence[str]) -> None:
        with self._plainly():
            self._ensure()
            self._bulk({"_op_type": "delete", "_id": id} for id in ids)

    def clear(self) -> None:
        with self._plainly():
            for name in self._behind_alias():
                self._client.indices.delete(index=name, ignore_unavailable=True)
            self._create()

    def ask(self, question: Question) -> Answer:
        query = parse(question.words)
        asked = compiled(query, filters(question))
        size = page_size(question.limit)
        after = cursor(question.cursor)
        with self._plainly():
            try:
                found = self._search(asked, size=size + 1, after=self._place(asked, after), counts=COUNTS)
            except NotFoundError:
                return self._nothing()
        return answer(query, found["hits"]["total"]["value"], _ranked(found), size, _counts(found))

    def count(self) -> int:
        with self._plainly():
            try:
                return int(self._client.count(index=self._name)["count"])
            except NotFoundError:
                return 0

    def fingerprint(self) -> str | None:
        with self._plainly():
            built = [name.rpartition("-")[2] for name in self._behind_alias()]
        if built == [fingerprint()] and not self.count():
            return None
        return built[0] if built else None

    def stale(self) -> bool:
        with self._plainly():
            there = self._behind_alias()
        return bool(there) and there != [self._name]

    def close(self) -> None:
        self._client.close()

    # --- writing ----------------------------------------------------------------------------------------------------
    def _ensure(self) -> None:
        there = self._behind_alias()
        if not there:
            self._create()
        elif there != [self._name]:
            raise IndexStale()

    def _create(self) -> None:
        made = self._client.options(ignore_status=400).indices.create(
            index=self._name, settings=SETTINGS, mappings=mappings(), aliases={self._alias: {}}
        )
        error = made.get("error", {}).get("type")
        if error not in (None, "resource_already_exists_exception"):  # another worker was first: as good
            raise IndexFailed(where=self._where, reason=error)

    def _bulk(self, actions: Iterable[Json]) -> None:
        """All actions, each an error unless it is the removal of what is not there; searchable afterwards."""
        # require_alias: were the index removed meanwhile, the server would make one of its own with guessed fields.
        done = streaming_bulk(
            self._client,
            actions,
            index=self._alias,
            require_alias=True,
            max_chunk_bytes=_BULK_BYTES,
            max_retries=3,
            raise_on_error=False,
        )
        for ok, outcome in done:
            (said,) = outcome.values()
            if not ok and said.get("result") != "not_found":
                raise IndexFailed(where=self._where, reason=said.get("error", {}).get("reason", said))
        self._client.indices.refresh(index=self._alias)

    # --- reading ----------------------------------------------------------------------------------------------------
    def _search(self, asked: Json, *, size: int, after: list[Any] | None, counts: Json | None) -> Any:
        return self._client.search(
            index=self._name,
            query=asked,
            size=size,
            sort=ORDER,
            search_after=after,
            aggs=counts,
            source_includes=["shown"],
            track_total_hits=True,
        )

    def _place(self, asked: Json, after: After | None) -> list[Any] | None:
        """Where the page before ended, by today's scores; by those of then if that hit is gone."""
        if after is None:
            return None
        now = self._search(only(asked, after.id), size=1, after=None, counts=None)["hits"]["hits"]
        return list(now[0]["sort"]) if now else [after.score, after.rank]

    def _nothing(self) -> Answer:
        if self._behind_alias():
            raise IndexStale()
        return NOTHING

    def _behind_alias(self) -> list[str]:
        try:
            return sorted(self._client.indices.get_alias(name=self._alias).body)
        except NotFoundError:
            return []

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """The client's errors in words that say what to do."""
        try:
            yield
        except ApiError as wrong:
            if wrong.status_code in (401, 403):
                raise IndexRefused(where=self._where, reason=wrong.message) from wrong
            if wrong.status_code in (502, 503, 504):
                raise IndexUnreachable(where=self._where) from wrong
            raise IndexFailed(where=self._where, reason=wrong.message) from wrong
        except NoConnection as wrong:
            raise IndexUnreachable(where=self._where) from wrong
        except TransportError as wrong:
            raise IndexFailed(where=self._where, reason=wrong.message) from wrong


def _ranked(found: Any) -> list[Ranked]:
    return [
        Ranked(score=hit["sort"][0], rank=hit["sort"][1], shown=hit["_source"]["shown"])
        for hit in found["hits"]["hits"]
    ]


def _counts(found: Any) -> dict[str, list[tuple[str, int]]]:
    given = found["aggregations"]
    return {name: [(bucket["key"], bucket["doc_count"]) for bucket in given[name]["buckets"]] for name in FACETS}
