"""The one file that asks which database engine it is talking to."""

from typing import Any

from sqlalchemy import Engine, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.sqlite import creator

BUSY_TIMEOUT_MS = 5_000
READERS = 4

_BUSY = ("database is locked", "database table is locked")
_CROSSED = ("40001", "40P01")
"""SQLSTATE (ISO 9075, PostgreSQL appendix A) of transactions that met others: not serializable, deadlock."""
_UNAVAILABLE = (
    "readonly database",
    "read-only",
    "disk is full",
    "disk full",
    "disk i/o error",
    "unable to open database",
    "connection was closed",
    "connection refused",
    "no space left",
    "not a database",
    "disk image is malformed",
    "the database system is",  # starting up, shutting down
    "too many clients",
    "connection slots are reserved",
)


def is_sqlite(url: str) -> bool:
    """Whether the database is one local file."""
    return make_url(url).get_backend_name() == "sqlite"


def sqlite_file(url: str) -> str:
    """The path of the SQLite file a URL names."""
    return make_url(url).database or ""


def writer_engine(url: str, *, migrating: bool = False) -> AsyncEngine:
    """The engine for changes: a single connection, so that the changes of one process never cross.

    On SQLite its transactions take the file's lock at once; on a server, where other processes write too,
    they are serializable: of two that cannot stand one after the other, one is tried again. `migrating` lets
    SQLite put a changed table in a former one's place, which its rows in other tables point to all the while
    (sqlite.org/lang_altertable.html, 7); `broken_references` says afterwards whether all is right.
    """
    if not is_sqlite(url):
        return create_async_engine(
            url, pool_size=1, max_overflow=0, pool_pre_ping=True, isolation_level="SERIALIZABLE"
        )
    engine = create_async_engine(url, async_creator=creator(url), pool_size=1, max_overflow=0)
    _tune_sqlite(engine.sync_engine, begin="BEGIN IMMEDIATE", keep_references=not migrating)
    return engine


def reader_engine(url: str) -> AsyncEngine:
    """The engine for questions: each transaction sees one state, and none waits for the writer."""
    if not is_sqlite(url):
        return create_async_engine(url, pool_pre_ping=True, isolation_level="REPEATABLE READ")
    engine = create_async_engine(url, async_creator=creator(url), pool_size=READERS, max_overflow=0)
    _tune_sqlite(engine.sync_engine, begin="BEGIN")
    return engine


def broken_references(connection: Connection) -> int:
    """How many rows point to rows that are not there; a server never lets it come to that."""
    if connection.dialect.name != "sqlite":
        return 0
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def _tune_sqlite(engine: Engine, begin: str, *, keep_references: bool = True) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own connection
        connection.isolation_level = None  # SQLAlchemy, not the driver, begins transactions
        try:
            _set_pragmas(connection, keep_references=keep_references)
        except engine.dialect.loaded_dbapi.Error:
            connection.close()  # nobody else knows of it yet, and its thread would live on
            raise

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _set_pragmas(connection: Any, *, keep_references: bool) -> None:  # noqa: ANN401 - the driver's own connection
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        f"foreign_keys={'ON' if keep_references else 'OFF'}",
        "synchronous=FULL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def insert(engine_name: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that knows ON CONFLICT; `engine_name` is `connection.dialect.name`."""
    return postgresql.insert(table) if engine_name == "postgresql" else sqlite.insert(table)


def is_busy(fault: DBAPIError) -> bool:
    """Whether trying the same transaction again may succeed."""
    return getattr(fault.orig, "sqlstate", None) in _CROSSED or _says(fault, _BUSY)


def is_unavailable(fault: DBAPIError) -> bool:
    """Whether the database as a whole cannot be written now."""
    return fault.connection_invalidated or _says(fault, _UNAVAILABLE)


def _says(fault: DBAPIError, phrases: tuple[str, ...]) -> bool:
    said = str(fault.orig).lower()
    return any(phrase in said for phrase in phrases)
