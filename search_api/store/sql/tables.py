"""The tables of the store, as today's schema has them (the migrations lead there)."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from search_api.store.sql.types import Moment, PackedJson, PlainJson

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_KEY = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts only INTEGER keys by itself

batches = Table(
    "batches",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("origin", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("complete", Boolean, nullable=False),
)

#: A file of a batch. `spool` is empty for what never reached the spool.
lines = Table(
    "lines",
    metadata,
    Column("file", _KEY, primary_key=True),
    Column("batch", String(40), ForeignKey("batches.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("spool", Text),
    Column("outcome", String(10), nullable=False),
    Column("reason", Text),
    Column("reason_en", Text),
    Column("code", String(60)),
    Column("ids", PlainJson, nullable=False),
    Column("attempts", Integer, nullable=False),
    UniqueConstraint("batch", "spool"),
    Index(None, "outcome", "batch"),
)

results = Table(
    "results",
    metadata,
    Column("input", String(200), primary_key=True),
    Column("stage", String(60), primary_key=True),
    Column("version", String(200), primary_key=True),
    Column("value", PackedJson, nullable=False),
)

scans = Table(
    "scans",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", String(120), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("kept_at", Moment, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("scan", String(64), ForeignKey("scans.sha256", ondelete="CASCADE"), primary_key=True),
    Column("value", PackedJson, nullable=False),
)

#: What is held: one row for a decision, however many scans of it there are. `body` is what all its copies say together.
decisions = Table(
    "decisions",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("body", PackedJson, nullable=False),
    Column("kind", String(60)),
    Column("number", Text),
    Column("number_key", Text),
    Column("serial", String(20)),
    Column("issued_on", Date),
    Column("issuer", Text),
    Column("issuer_key", Text),
    Column("subject", Text),
    Column("kept_at", Moment, nullable=False),
    Column("doubts", Text),  # as `series.doubts_of`; None: saved before it was written down
    Index(None, "number_key"),
    Index(None, "serial"),
    Index(None, "issued_on"),
    Index(None, "issuer_key"),
)

#: One scan of a decision, with what was read from this scan alone; rank 0 is the one that the decision is read from.
copies = Table(
    "copies",
    metadata,
    Column("scan", String(64), ForeignKey("scans.sha256"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("decision", String(20), ForeignKey("decisions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("rank", Integer, nullable=False),
    Column("body", PackedJson, nullable=False),
)

#: Pairs that may be copies of each other, kept apart because it is not sure. Both directions are kept.
likenesses = Table(
    "likenesses",
    metadata,
    Column("decision", String(20), ForeignKey("decisions.id", ondelete="CASCADE"), primary_key=True),
    Column("other", String(20), ForeignKey("decisions.id", ondelete="CASCADE"), primary_key=True),
)

#: An instrument as it is cited: one row for all citations that say the same of it, so that it is resolved once.
cited = Table(
    "cited",
    metadata,
    Column("key", _KEY, primary_key=True),
    Column("identity", String(64), nullable=False, unique=True),
    Column("citation", PlainJson, nullable=False),
    Column("own_issuer", Text),
    Column("own_day", Date),
    Column("serial", String(20), nullable=False, index=True),
    Column("match", String(10)),
    Column("node", String(20), index=True),
    Column("number", Text),
    Column("candidates", PlainJson, nullable=False),
)

#: Where in a decision it is cited: path is "bases/0", "citations/3", "relations/2/target" …
mentions = Table(
    "mentions",
    metadata,
    Column("decision", String(20), ForeignKey("decisions.id", ondelete="CASCADE"), primary_key=True),
    Column("path", String(40), primary_key=True),
    Column("cited", _KEY, ForeignKey("cited.key"), nullable=False),
    Index(None, "cited", "decision"),
)

relations = Table(
    "relations",
    metadata,
    Column("decision", String(20), ForeignKey("decisions.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("target", _KEY, ForeignKey("cited.key"), nullable=False, index=True),
    Column("source", _KEY, ForeignKey("cited.key"), index=True),
    Column("action", String(20), nullable=False),
    Column("body", PlainJson, nullable=False),
)

#: Instruments that are cited and not held.
nodes = Table(
    "nodes",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("kind", String(60)),
    Column("number", Text),
    Column("number_key", Text, index=True),
    Column("issued_on", Date),
    Column("issuer", Text),
    Column("subject", Text),
)

#: What is still to be done with a document after a save: written in the transaction that makes it necessary.
outbox = Table(
    "outbox",
    metadata,
    Column("task", String(10), primary_key=True),
    Column("id", String(20), primary_key=True),
    Column("stamp", BigInteger, nullable=False),
)
