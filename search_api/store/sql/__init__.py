"""The store in SQLite or PostgreSQL: each verb is one transaction."""

from search_api.store.sql.store import SqlStore

__all__ = ["SqlStore"]
