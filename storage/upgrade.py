"""Brings the schema up to this version, after a backup copy; refuses a database from a newer one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.errors import StartRefused, StorageUnavailable
from storage import dialect
from storage.backup import backup


class NewerSchema(StartRefused):
    """The database was written by a later version of the program."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


async def current_revision(engine: AsyncEngine) -> str | None:
    """The revision the database stands at; None for an empty one. NewerSchema when it is not known here."""
    async with engine.connect() as connection:
        revision = await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_revision()
        )
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise NewerSchema(
            f"The database was written by a newer version of Tabyldy (schema {revision}). "
            "Install that version, or restore a backup made before it; nothing was changed."
        )
    return revision


def newest_revision() -> str:
    """The revision this program works with."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


async def is_newest(url: str) -> bool:
    """Whether the database stands at this version's schema; NewerSchema, StorageUnavailable as `upgrade`."""
    engine = dialect.reader_engine(url)
    try:
        return await current_revision(engine) == newest_revision()
    except (DBAPIError, OSError) as fault:
        raise StorageUnavailable(str(getattr(fault, "orig", fault))) from fault
    finally:
        await engine.dispose()


async def upgrade(url: str, backups: Path, now: datetime) -> bool:
    """Migrate the database to this version; False when it stood there already.

    A SQLite file that holds anything is first copied to `backups`. Raises NewerSchema, or
    StorageUnavailable when the database cannot be reached or written.
    """
    engine = dialect.writer_engine(url, migrating=True)
    try:
        revision = await current_revision(engine)
        if revision == newest_revision():
            return False
        if revision is not None and dialect.is_sqlite(url):
            backup(Path(dialect.sqlite_file(url)), backups, now, "before-upgrade")
        async with engine.begin() as connection:
            await connection.run_sync(_to("head"))
    except (DBAPIError, OSError) as fault:
        raise StorageUnavailable(str(getattr(fault, "orig", fault))) from fault
    else:
        return True
    finally:
        await engine.dispose()


def _to(revision: str) -> Callable[[Connection], None]:
    def run(connection: Connection) -> None:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        if broken := dialect.broken_references(connection):
            raise StartRefused(
                f"The upgrade would leave {broken} rows without what they belong to. Nothing was changed."
            )

    return run
