"""SQLite through aiosqlite, with one hand-over to the connection's thread for each statement.

A statement is short, the way to the thread and back is not: SQLAlchemy goes it four times for each, to make a
cursor, execute, fetch and close. Everything is fetched at once anyway.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite
from sqlalchemy.engine import make_url

_UNUSED = 64
"""Rows that aiosqlite fetches at a time when one goes through them one by one, which nobody does here."""


class OneStepCursor:
    """What SQLAlchemy asks of a cursor; a statement is executed, fetched and closed in one step."""

    arraysize = 1

    def __init__(self, connection: "OneStepConnection") -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> None:
        """Run one statement and keep its rows."""
        await self._connection.step(self._run, "execute", sql, parameters)

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> None:
        """Run one statement for each row of parameters."""
        await self._connection.step(self._run, "executemany", sql, parameters)

    async def fetchall(self) -> Sequence[Any]:
        """Give the rows that the statement gave."""
        return self._rows

    async def close(self) -> None:
        """Nothing is open any more."""

    def _run(self, connection: sqlite3.Connection, how: str, sql: str, parameters: Any) -> None:  # noqa: ANN401 - the driver's
        """In the connection's thread."""
        cursor = connection.cursor()
        try:
            getattr(cursor, how)(sql, parameters)
            self._rows = cursor.fetchall() if cursor.description else ()
            self.description, self.lastrowid = cursor.description, cursor.lastrowid
            self.rowcount = cursor.rowcount
        finally:
            cursor.close()


class OneStepConnection(aiosqlite.Connection):
    """An aiosqlite connection with such cursors; a process that ends does not wait for its thread."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=_UNUSED)
        self._thread.daemon = True

    def cursor(self) -> OneStepCursor:  # type: ignore[override]  # aiosqlite's own costs a step
        """Make a cursor, which costs nothing."""
        return OneStepCursor(self)

    async def step(self, action: Callable[..., None], *given: Any) -> None:  # noqa: ANN401 - the driver's
        """Do something with the driver's connection in its thread."""
        await self._execute(lambda: action(self._conn, *given))  # type: ignore[no-untyped-call]  # its own


def creator(url: str) -> Callable[[], Awaitable[OneStepConnection]]:
    """Give what opens a connection to the database of a URL, for SQLAlchemy's `async_creator`."""
    made = make_url(url)
    given, options = made.get_dialect()().create_connect_args(made)

    async def create() -> OneStepConnection:
        connection = OneStepConnection(partial(sqlite3.connect, *given, **options))
        await connection
        return connection

    return create
