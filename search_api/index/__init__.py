"""What can be found: one question, two engines (tantivy on disk, Elasticsearch), the same answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from decisions.question import Answer, IndexEntry, Question


class DecisionIndex(Protocol):
    """Derived from the store and rebuildable. `put` replaces entries of the same id; all calls can be repeated."""

    def put(self, entries: Sequence[IndexEntry]) -> None:
        """Searchable when this returns."""
        ...

    def drop(self, ids: Sequence[str]) -> None: ...

    def clear(self) -> None: ...

    def ask(self, question: Question) -> Answer: ...

    def count(self) -> int: ...

    def fingerprint(self) -> str | None:
        """Of the fields and the fold that built this index; None for an empty one."""
        ...

    def stale(self) -> bool:
        """Was it built by other fields or another fold than today's? Then it must be rebuilt before it answers."""
        ...

    def close(self) -> None: ...


def open_index(url: str, *, writer: bool = False) -> DecisionIndex:
    """`tantivy:///path` or `http(s)://[user:password@]host:port[/name]`. tantivy allows one writer: the worker."""
    if url.startswith("tantivy:"):
        from search_api.index.embedded import TantivyIndex

        return TantivyIndex(url.removeprefix("tantivy://"), writer=writer)
    from search_api.index.elastic import ElasticIndex

    return ElasticIndex(url)
