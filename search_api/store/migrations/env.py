"""Runs migrations on the connection, and in the transaction, that search_api/store/sql/migrate.py hands over."""

from __future__ import annotations

from alembic import context

from search_api.store.sql.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
