"""The verbs of the store, each of them one transaction."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from typing import Literal

from sqlalchemy import Connection

from decisions.decision import Decision
from decisions.ledger import Batch, Outcome
from decisions.problem import Trouble
from decisions.reading import Reading
from search_api.store import CitationRow, Edge, Entry, Held, Json, Line, Node, Resolution, Scan
from search_api.store.sql import engine, held, ledger, links, nodes, outbox, results, save, series
from search_api.store.sql.migrate import up_to_date


class SqlStore:
    """A `DecisionStore`. May be used by several threads at once."""

    def __init__(self, url: str) -> None:
        self._engine = engine.open_engine(url)
        self._own = threading.local()
        try:
            up_to_date(self._engine)
        except BaseException:
            self._engine.dispose()
            raise

    # --- the ledger -------------------------------------------------------------------------------------------------
    def open_batch(self, origin: str) -> str:
        with self._write() as connection:
            return ledger.open_batch(connection, origin)

    def receive(self, batch: str, files: Sequence[tuple[str, str]]) -> list[int]:
        with self._write() as connection:
            return ledger.receive(connection, batch, files)

    def refuse(self, batch: str, name: str, trouble: Trouble) -> int:
        with self._write() as connection:
            return ledger.refuse(connection, batch, name, trouble)

    def complete(self, batch: str) -> None:
        with self._write() as connection:
            ledger.complete(connection, batch)

    def finish(self, file: int, outcome: Outcome, *, trouble: Trouble | None = None, ids: Sequence[str] = ()) -> None:
        with self._write() as connection:
            ledger.finish(connection, file, outcome, trouble, ids)

    def waiting(self, batch: str | None = None) -> list[Line]:
        with self._read() as connection:
            return ledger.waiting(connection, batch)

    def retry(self, batch: str | None = None, *, most: int | None = None) -> list[Line]:
        with self._write() as connection:
            return ledger.retry(connection, batch, most)

    def unsealed(self) -> list[str]:
        with self._read() as connection:
            return ledger.unsealed(connection)

    def batch(self, batch: str) -> Batch | None:
        with self._read() as connection:
            return ledger.batch(connection, batch)

    def batches(self, *, before: str | None = None, limit: int = 20) -> list[Batch]:
        with self._read() as connection:
            return ledger.batches_before(connection, before, limit)

    # --- results of stages ------------------------------------------------------------------------------------------
    def result(self, input: str, stage: str, version: str) -> Json | None:
        with self._read() as connection:
            return results.result(connection, input, stage, version)

    def keep_result(self, input: str, stage: str, version: str, value: Json) -> None:
        with self._write() as connection:
            results.keep_result(connection, input, stage, version, value)

    # --- decisions --------------------------------------------------------------------------------------------------
    def scan(self, sha256: str) -> Scan | None:
        with self._read() as connection:
            return held.scan(connection, sha256)

    def scans(self) -> list[Scan]:
        with self._read() as connection:
            return held.all_scans(connection)

    def ids_of_scan(self, sha256: str) -> tuple[str, ...]:
        with self._read() as connection:
            return held.ids_of_scan(connection, sha256)

    def save(self, scan: Scan, reading: Reading, decisions: Sequence[Decision]) -> tuple[str, ...]:
        with self._write() as connection:
            return save.save(connection, scan, reading, decisions)

    def decision(self, id: str) -> Held | None:
        with self._read() as connection:
            return held.decision(connection, id)

    def reading(self, scan: str) -> Reading | None:
        with self._read() as connection:
            return held.reading(connection, scan)

    def find(self, number: str, *, issuer: str | None = None, issued_on: date | None = None) -> list[Node]:
        with self._read() as connection:
            return nodes.find(connection, number, issuer, issued_on)

    def decisions(self, *, after: str | None = None, limit: int = 100) -> list[Held]:
        with self._read() as connection:
            return held.decisions_after(connection, after, limit)

    # --- the chain --------------------------------------------------------------------------------------------------
    @contextmanager
    def alone(self) -> Iterator[None]:
        with self._write() as connection:
            engine.alone(connection)
            self._own.connection = connection
            try:
                yield
            finally:
                self._own.connection = None

    def to_link(self) -> list[str]:
        with self._read() as connection:
            return [id for id, _ in outbox.wanted(connection, "link")]

    def serials(self, ids: Sequence[str]) -> set[str]:
        with self._read() as connection:
            return links.serials(connection, ids)

    def citations(self, serials: Iterable[str]) -> list[CitationRow]:
        with self._read() as connection:
            return links.citation_rows(connection, serials)

    def held_nodes(self, serials: Iterable[str]) -> list[Node]:
        with self._read() as connection:
            return nodes.held_nodes(connection, serials)

    def resolve(self, linked: Sequence[str], found: Sequence[Resolution], nodes: Sequence[Node]) -> set[str]:
        with self._write() as connection:
            return links.resolve(connection, linked, found, nodes)

    def node(self, id: str) -> Node | None:
        with self._read() as connection:
            return nodes.node(connection, id)

    def edges(
        self, nodes: Iterable[str], *, end: Literal["source", "target"] | None = None, actions: Iterable[str] = ()
    ) -> list[Edge]:
        with self._read() as connection:
            return links.edges(connection, nodes, end, actions)

    def cited_but_missing(self, limit: int = 100) -> list[tuple[Node, int]]:
        with self._read() as connection:
            return nodes.cited_but_missing(connection, limit)

    def series(self, issuers: Iterable[str]) -> list[Entry]:
        with self._read() as connection:
            return series.series(connection, issuers)

    def as_read(self, id: str) -> Decision | None:
        with self._read() as connection:
            return save.as_read(connection, id)

    def amend(self, id: str, decision: Decision) -> bool:
        with self._write() as connection:
            return save.put(connection, id, decision)

    # --- the index --------------------------------------------------------------------------------------------------
    def to_index(self, limit: int = 200) -> list[tuple[str, int]]:
        with self._read() as connection:
            return outbox.wanted(connection, "index", limit)

    def indexed(self, done: Sequence[tuple[str, int]]) -> None:
        with self._write() as connection:
            outbox.done(connection, "index", done)

    def index_all(self) -> int:
        with self._write() as connection:
            return outbox.want_all_indexed(connection)

    def close(self) -> None:
        self._engine.dispose()

    def _read(self) -> AbstractContextManager[Connection]:
        return self._joined() or engine.reading(self._engine)

    def _write(self) -> AbstractContextManager[Connection]:
        return self._joined() or engine.writing(self._engine)

    def _joined(self) -> AbstractContextManager[Connection] | None:
        """The transaction of the surrounding `alone`, if this thread is in one."""
        connection: Connection | None = getattr(self._own, "connection", None)
        return nullcontext(connection) if connection is not None else None
