"""The index on disk, in this process: tantivy."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tantivy import DocAddress, Index, IndexWriter, Order, Searcher
from tantivy import Query as Compiled

from decisions.question import Answer, IndexEntry, Question
from search_api.index.cursor import After, cursor
from search_api.index.embedded_query import SHOWN, below, compiled, document, schema
from search_api.index.facets import ASKED
from search_api.index.fields import FACETS, fingerprint, record
from search_api.index.filters import filters
from search_api.index.folders import Folders, Generation
from search_api.index.hits import NOTHING, Ranked, answer, page_size
from search_api.index.query import parse
from search_api.index.troubles import IndexBusy, IndexNotWritten, IndexReadOnly, IndexStale

_HEAP = 64_000_000  #: bytes that the writer may hold before it writes a segment
_FIRST_LOOK = 100
_LOOK_FURTHER = 4  #: how many times as many hits are looked at when ties leave a page open

#: Touches every file of every segment: a damaged one is noticed before a person's question meets it.
_PROBE = Question(words='"a b" đ 1/A-A', limit=1)

_Row = tuple[float, int, DocAddress]  #: score, rank, where it is stored


class TantivyIndex:
    """A `DecisionIndex` in a folder. One process may write; any number may read, and see its commits at once."""

    def __init__(self, path: str, *, writer: bool = False) -> None:
        self._folders = Folders(Path(path))
        self._schema = schema()
        self._reading = threading.Lock()
        self._writing = threading.Lock()
        self._index: Index | None = None
        self._seen: tuple[Path, object] | None = None  #: folder, and stamp of the commit that `_index` shows
        self._may_write = writer
        self._writer: IndexWriter | None = None
        if writer and not self.stale():
            self._open_writer()

    def put(self, entries: Sequence[IndexEntry]) -> None:
        documents = [(entry.id, document(record(entry))) for entry in entries]
        with self._changes() as writer:
            for id, made in documents:
                writer.delete_documents_by_term("id", id)
                writer.add_document(made)

    def drop(self, ids: Sequence[str]) -> None:
        with self._changes() as writer:
            for id in ids:
                writer.delete_documents_by_term("id", id)

    def clear(self) -> None:
        if not self._may_write:
            raise IndexReadOnly(where=self._folders.home)
        with self._writing:
            self._close_writer()
            self._begin()
            self._open_writer()

    def ask(self, question: Question) -> Answer:
        searcher = self._searcher()
        if searcher is None:
            return NOTHING
        query = parse(question.words)
        asked = compiled(query, filters(question), self._schema)
        after = cursor(question.cursor)
        size = page_size(question.limit)
        find = self._by_score if query.must else self._by_rank
        try:
            total: int = searcher.search(asked, limit=1).count  # type: ignore[attr-defined]  # missing in its stubs
            found = [_ranked(searcher, row) for row in find(searcher, asked, after, size + 1, total)]
            counts = _counts(searcher, asked)
        except ValueError as wrong:
            raise IndexStale() from wrong
        return answer(query, total, found, size, counts)

    def count(self) -> int:
        searcher = self._searcher()
        return searcher.num_docs if searcher else 0

    def fingerprint(self) -> str | None:
        built = self._folders.current()
        return built.fingerprint if built and (self.stale() or self.count()) else None

    def stale(self) -> bool:
        try:
            self.ask(_PROBE)
        except IndexStale:
            return True
        return False

    def close(self) -> None:
        with self._writing:
            self._close_writer()
        with self._reading:
            self._index = self._seen = None

    # --- writing ----------------------------------------------------------------------------------------------------
    @contextmanager
    def _changes(self) -> Iterator[IndexWriter]:
        """All of the changes made inside, or none."""
        if not self._may_write:
            raise IndexReadOnly(where=self._folders.home)
        with self._writing:
            writer = self._writer or self._open_writer()
            try:
                yield writer
                writer.commit()
            except ValueError as wrong:
                self._writer = None  # a writer that failed once never works again
                raise IndexNotWritten(where=self._folders.home, reason=wrong) from wrong

    def _begin(self) -> Generation:
        folder = self._folders.begin()
        Index(self._schema, str(folder))
        return self._folders.use(folder, fingerprint())

    def _open_writer(self) -> IndexWriter:
        built = self._folders.current() or self._begin()
        if built.fingerprint != fingerprint():
            raise IndexStale()
        try:
            # One thread: commits are small, and each thread would leave a segment of its own at every one of them.
            self._writer = Index.open(str(built.folder)).writer(_HEAP, 1)
        except (OSError, ValueError) as wrong:
            raise (IndexBusy(where=self._folders.home) if "LockBusy" in str(wrong) else IndexStale()) from wrong
        return self._writer

    def _close_writer(self) -> None:
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None

    # --- reading ----------------------------------------------------------------------------------------------------
    def _searcher(self) -> Searcher | None:
        """What the last commit shows, of whatever process; None where nothing was ever written."""
        with self._reading:
            built = self._folders.current()
            while built is not None:
                try:
                    return self._fresh(built).searcher()
                except (OSError, ValueError) as wrong:
                    self._index = self._seen = None
                    now = self._folders.current()
                    if now == built:
                        raise IndexStale() from wrong
                    built = now  # rebuilt while we were opening it
        return None

    def _fresh(self, built: Generation) -> Index:
        if built.fingerprint != fingerprint():
            raise ValueError("built by other rules")
        stamp = built.stamp()
        if self._index is None or self._seen is None or self._seen[0] != built.folder:
            self._index = Index.open(str(built.folder))
            self._index.config_reader("manual")
        if self._seen != (built.folder, stamp):
            self._index.reload()
            self._seen = (built.folder, stamp)
        return self._index

    def _by_rank(
        self, searcher: Searcher, asked: Compiled, after: After | None, wanted: int, total: int
    ) -> Iterable[_Row]:
        """Nothing is scored: the engine's own order by one field is exact."""
        if after:
            asked = below(asked, after.rank, self._schema)
        found = searcher.search(asked, limit=wanted, count=False, order_by_field="rank", order=Order.Desc)
        return [(0.0, rank, address) for rank, address in found.hits]

    def _by_score(
        self, searcher: Searcher, asked: Compiled, after: After | None, wanted: int, total: int
    ) -> Iterable[_Row]:
        """tantivy orders equal scores by chance of storage: so look at hits until all ties of the page are in sight."""
        look = max(_FIRST_LOOK, 2 * wanted)
        while True:
            rows = _rows(searcher, asked, look)
            if look < total:
                rows = [row for row in rows if row[0] > rows[-1][0]]
            page = _behind(rows, after, complete=look >= total)
            if look >= total or len(page) >= wanted:
                return page[:wanted]
            look *= _LOOK_FURTHER


def _rows(searcher: Searcher, asked: Compiled, look: int) -> list[_Row]:
    hits = searcher.search(asked, limit=look, count=False).hits
    ranks = searcher.fast_field_values("rank", [address for _, address in hits])
    rows = [(score, int(rank or 0), address) for (score, address), rank in zip(hits, ranks, strict=True)]
    return sorted(rows, key=lambda row: row[:2], reverse=True)


def _behind(rows: list[_Row], after: After | None, *, complete: bool) -> list[_Row]:
    """The rows after the last hit of the page before. Its rank finds it, also where scores have shifted since."""
    if after is None:
        return rows
    for place, (_, rank, _) in enumerate(rows):
        if rank == after.rank:
            return rows[place + 1 :]
    return [row for row in rows if row[:2] < (after.score, after.rank)] if complete else []


def _ranked(searcher: Searcher, row: _Row) -> Ranked:
    score, rank, address = row
    stored = searcher.doc(address).get_first(SHOWN)
    return Ranked(score=score, rank=rank, shown=json.loads(bytes(stored or b"")))


def _counts(searcher: Searcher, asked: Compiled) -> dict[str, list[tuple[str, int]]]:
    wanted = {name: {"terms": {"field": name, "size": ASKED}} for name in FACETS}
    given = searcher.aggregate(asked, wanted)
    return {name: [(bucket["key"], bucket["doc_count"]) for bucket in given[name]["buckets"]] for name in FACETS}
