"""The first schema: ledger, results, scans, decisions, the chain, the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _ledger()
    _results()
    _scans()
    _decisions()
    _chain()
    _outbox()


def _ledger() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
    )
    op.create_table(
        "lines",
        sa.Column("file", KEY, nullable=False),
        sa.Column("batch", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("spool", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("reason_en", sa.Text(), nullable=True),
        sa.Column("code", sa.String(length=60), nullable=True),
        sa.Column("ids", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name=op.f("fk_lines_batch")),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_lines")),
        sa.UniqueConstraint("batch", "spool", name=op.f("uq_lines_batch_spool")),
    )
    op.create_index(op.f("ix_lines_outcome_batch"), "lines", ["outcome", "batch"], unique=False)


def _results() -> None:
    op.create_table(
        "results",
        sa.Column("input", sa.String(length=200), nullable=False),
        sa.Column("stage", sa.String(length=60), nullable=False),
        sa.Column("version", sa.String(length=200), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("input", "stage", "version", name=op.f("pk_results")),
    )


def _scans() -> None:
    op.create_table(
        "scans",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=120), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_scans")),
    )
    op.create_table(
        "readings",
        sa.Column("scan", sa.String(length=64), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["scan"], ["scans.sha256"], name=op.f("fk_readings_scan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan", name=op.f("pk_readings")),
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("number_key", sa.Text(), nullable=True),
        sa.Column("serial", sa.String(length=20), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("issuer_key", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_issued_on"), "decisions", ["issued_on"], unique=False)
    op.create_index(op.f("ix_decisions_number_key"), "decisions", ["number_key"], unique=False)
    op.create_index(op.f("ix_decisions_serial"), "decisions", ["serial"], unique=False)
    op.create_table(
        "copies",
        sa.Column("scan", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_copies_decision"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["scan"], ["scans.sha256"], name=op.f("fk_copies_scan")),
        sa.PrimaryKeyConstraint("scan", "ordinal", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_decision"), "copies", ["decision"], unique=False)
    op.create_table(
        "likenesses",
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("other", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision"], ["decisions.id"], name=op.f("fk_likenesses_decision"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["other"], ["decisions.id"], name=op.f("fk_likenesses_other"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("decision", "other", name=op.f("pk_likenesses")),
    )


def _chain() -> None:
    op.create_table(
        "cited",
        sa.Column("key", KEY, nullable=False),
        sa.Column("identity", sa.String(length=64), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("own_issuer", sa.Text(), nullable=True),
        sa.Column("serial", sa.String(length=20), nullable=False),
        sa.Column("match", sa.String(length=10), nullable=True),
        sa.Column("node", sa.String(length=20), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("candidates", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_cited")),
        sa.UniqueConstraint("identity", name=op.f("uq_cited_identity")),
    )
    op.create_index(op.f("ix_cited_node"), "cited", ["node"], unique=False)
    op.create_index(op.f("ix_cited_serial"), "cited", ["serial"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("path", sa.String(length=40), nullable=False),
        sa.Column("cited", KEY, nullable=False),
        sa.ForeignKeyConstraint(["cited"], ["cited.key"], name=op.f("fk_mentions_cited")),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_mentions_decision"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("decision", "path", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_cited_decision"), "mentions", ["cited", "decision"], unique=False)
    op.create_table(
        "relations",
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("target", KEY, nullable=False),
        sa.Column("source", KEY, nullable=True),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_relations_decision"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source"], ["cited.key"], name=op.f("fk_relations_source")),
        sa.ForeignKeyConstraint(["target"], ["cited.key"], name=op.f("fk_relations_target")),
        sa.PrimaryKeyConstraint("decision", "ordinal", name=op.f("pk_relations")),
    )
    op.create_index(op.f("ix_relations_source"), "relations", ["source"], unique=False)
    op.create_index(op.f("ix_relations_target"), "relations", ["target"], unique=False)
    op.create_table(
        "nodes",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("number_key", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nodes")),
    )
    op.create_index(op.f("ix_nodes_number_key"), "nodes", ["number_key"], unique=False)


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("task", sa.String(length=10), nullable=False),
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("task", "id", name=op.f("pk_outbox")),
    )
