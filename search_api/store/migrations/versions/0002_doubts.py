"""What is doubtful of a decision beside its identity, so that a run of numbers is read without its texts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    # None in what was saved before: not known, to be looked at.
    op.add_column("decisions", sa.Column("doubts", sa.Text(), nullable=True))
    op.create_index(op.f("ix_decisions_issuer_key"), "decisions", ["issuer_key"])
