"""What is true: originals, results, decisions, citations and ledgers, in SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, Protocol

from decisions.decision import Citation, Decision
from decisions.ledger import Batch, Outcome
from decisions.problem import Trouble
from decisions.reading import Reading

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """An original as kept: its bytes lie in `Files` under `sha256`."""

    sha256: str
    name: str
    media_type: str
    size: int  #: bytes
    pages: int
    kept_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a ledger as the worker sees it: a file in the spool, waiting to be taken in."""

    file: int
    batch: str
    name: str
    spool: str  #: key in the spool
    attempts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One scan of a decision: the first one, or a later copy of it."""

    scan: str
    ordinal: int
    name: str
    media_type: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A document that is held. Citations of `decision` carry what they resolve to. Articles have absent facts."""

    id: str
    decision: Decision
    copies: tuple[Copy, ...]  #: the first is the one that `decision` was read from
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An instrument in the chain: a held decision, or one that is only cited (held=False; `id` begins with "m-")."""

    id: str
    held: bool
    kind: str | None = None
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    subject: str | None = None
    name: str | None = None  #: of the file that it came in as; what has neither number nor subject is called by it


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation between two nodes, said by the held document `said_by`. `relation` holds action, scope, sentence …"""

    source: str
    target: str
    said_by: str
    relation: Json  #: as `wire.relation_json`


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationRow:
    """A citation for resolving: one row for all that say the same; `said_by` is one of the documents that say it."""

    key: int
    said_by: str
    citation: Citation  #: a short form is completed from the full form in the same document
    node: str | None
    own_issuer: str | None = None  #: of the citing document, where the citation may leave it to the reader
    own_day: date | None = None  #: of the citing document, if sure, where a law is cited without number and day


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a citation was found to mean."""

    key: int
    match: str
    node: str | None
    number: str | None  #: what is meant, where it differs from what is printed
    candidates: tuple[tuple[str, float], ...] = ()  #: (node id, confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A held document among those of its issuer: what it is known by, and what of that is doubtful."""

    id: str
    kind: str | None
    number: str | None
    issued_on: date | None
    issuer: str  #: `issuer_key`
    doubts: frozenset[str]  #: of "number", "issued_on", "signer": those in review; "weighed", "number_out_of_run"


class DecisionStore(Protocol):
    """About twenty verbs in the words of the domain. Every call is one transaction; all are safe to repeat but `refuse`."""

    # --- the ledger -------------------------------------------------------------------------------------------------
    def open_batch(self, origin: str) -> str:
        """A new batch, not yet complete; its id sorts by time."""
        ...

    def receive(self, batch: str, files: Sequence[tuple[str, str]]) -> list[int]:
        """Lines for (name, spool key), outcome waiting. A spool key that the batch knows keeps its line."""
        ...

    def refuse(self, batch: str, name: str, trouble: Trouble) -> int:
        """A line for something that never reached the spool (unknown type in a folder, a broken zip).

        Each call is one file: two of the same name are two lines.
        """
        ...

    def complete(self, batch: str) -> None:
        """All files of the batch have been received."""
        ...

    def finish(
        self, file: int, outcome: Outcome, *, trouble: Trouble | None = None, ids: Sequence[str] = ()
    ) -> None: ...

    def waiting(self, batch: str | None = None) -> list[Line]:
        """Lines without an outcome, of one batch or of all."""
        ...

    def retry(self, batch: str | None = None, *, most: int | None = None) -> list[Line]:
        """Failed lines set to waiting again; not those that have failed `most` times already."""
        ...

    def unsealed(self) -> list[str]:
        """Batches that are not complete, oldest first."""
        ...

    def batch(self, batch: str) -> Batch | None: ...

    def batches(self, *, before: str | None = None, limit: int = 20) -> list[Batch]:
        """Newest first."""
        ...

    # --- results of stages ------------------------------------------------------------------------------------------
    def result(self, input: str, stage: str, version: str) -> Json | None: ...

    def keep_result(self, input: str, stage: str, version: str, value: Json) -> None: ...

    # --- decisions --------------------------------------------------------------------------------------------------
    def scan(self, sha256: str) -> Scan | None: ...

    def scans(self) -> Iterable[Scan]: ...

    def ids_of_scan(self, sha256: str) -> tuple[str, ...]: ...

    def save(self, scan: Scan, reading: Reading, decisions: Sequence[Decision]) -> tuple[str, ...]:
        """The decisions of a scan in the place of what was saved of it before; their ids, in order.

        A decision whose issuer, number and date are those of a held one becomes another copy of it: its id is
        returned, and where the two disagree the fields are put to review. What has to be linked and indexed is
        written down in the same transaction (`to_link`, `to_index`).
        """
        ...

    def decision(self, id: str) -> Held | None: ...

    def reading(self, scan: str) -> Reading | None: ...

    def find(self, number: str, *, issuer: str | None = None, issued_on: date | None = None) -> list[Node]:
        """Held and cited instruments of that number (`number_key`), the held ones first."""
        ...

    def decisions(self, *, after: str | None = None, limit: int = 100) -> list[Held]:
        """All held documents by id: for reindex, export, check."""
        ...

    # --- the chain --------------------------------------------------------------------------------------------------
    def alone(self) -> AbstractContextManager[None]:
        """All calls of this thread inside the block are one transaction, with no other writer of decisions beside it."""
        ...

    def to_link(self) -> list[str]:
        """Held documents that have not been linked since they were saved."""
        ...

    def serials(self, ids: Sequence[str]) -> set[str]:
        """The serials (leading zeros dropped) of the numbers of these documents and of all that they cite.

        Laws are cited without a number too: such a citation counts under its day in ISO form, or its year, and so does
        a held law beside its serial.
        """
        ...

    def citations(self, serials: Iterable[str]) -> list[CitationRow]:
        """All stored citations whose serial is one of these."""
        ...

    def held_nodes(self, serials: Iterable[str]) -> list[Node]:
        """Held instruments that the citations of these serials may mean."""
        ...

    def resolve(self, linked: Sequence[str], found: Sequence[Resolution], nodes: Sequence[Node]) -> set[str]:
        """Keep resolutions and the nodes of missing instruments; queue for indexing and return what changed."""
        ...

    def node(self, id: str) -> Node | None: ...

    def edges(
        self, nodes: Iterable[str], *, end: Literal["source", "target"] | None = None, actions: Iterable[str] = ()
    ) -> list[Edge]:
        """All relations that begin or end in these nodes; only one of the two, and only some actions, where asked."""
        ...

    def cited_but_missing(self, limit: int = 100) -> list[tuple[Node, int]]:
        """Instruments held by nobody, most cited first."""
        ...

    # --- what the holdings say about one document ---------------------------------------------------------------------
    def series(self, issuers: Iterable[str]) -> list[Entry]:
        """All held documents of these issuers (`issuer_key`), by id."""
        ...

    def as_read(self, id: str) -> Decision | None:
        """What the copies of a document say together, before the other holdings have a say; citations as printed."""
        ...

    def amend(self, id: str, decision: Decision) -> bool:
        """Put what the holdings make of `as_read(id)` in its place; was anything changed?

        Lasts until the document is saved again. Queues for indexing, and for linking where its identity changed.
        """
        ...

    # --- the index --------------------------------------------------------------------------------------------------
    def to_index(self, limit: int = 200) -> list[tuple[str, int]]:
        """(id, stamp) of documents whose index entry is out of date; an id that is no longer held is to be dropped."""
        ...

    def indexed(self, done: Sequence[tuple[str, int]]) -> None:
        """Forget these, unless a newer stamp has come meanwhile."""
        ...

    def index_all(self) -> int:
        """Mark every held document as out of date in the index."""
        ...

    def close(self) -> None: ...


def open_store(url: str) -> DecisionStore:
    """`sqlite:///path` (PostgreSQL comes through the same door). Brings the schema up to date."""
    from search_api.store.sql import SqlStore

    return SqlStore(url)
