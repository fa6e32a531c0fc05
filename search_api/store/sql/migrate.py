"""The schema brought up to date when a store is opened."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from search_api.store.sql import engine as engines
from search_api.store.troubles import StoreTooNew


def up_to_date(engine: Engine) -> None:
    """Run the migrations that are missing. Of two processes that open at once, the second one waits and finds it done."""
    config = _config()
    script = ScriptDirectory.from_config(config)
    with engines.reading(engine) as connection:
        if _revision(connection) == script.get_current_head():
            return
    with engines.writing(engine) as connection:
        engines.alone(connection)
        revision = _revision(connection)
        if revision is not None and revision not in {each.revision for each in script.walk_revisions()}:
            raise StoreTooNew
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "search_api.store:migrations")
    return config
