"""The day of the citing document, where a law is cited by its name and nothing else says which one is meant."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # What was saved before has none: such laws stay open until their documents are read again.
    op.add_column("cited", sa.Column("own_day", sa.Date(), nullable=True))
