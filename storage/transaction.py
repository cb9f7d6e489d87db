"""Transactions: one at a time for changes, tried again when the database was busy, named when it is down."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import CursorResult, Executable, Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.errors import StorageUnavailable
from storage import dialect
from storage.encryption import Vault

TRIES = 4

T = TypeVar("T")


@dataclass(frozen=True)
class Transaction:
    """An open transaction and the vault that opens its sealed columns."""

    connection: AsyncConnection
    vault: Vault

    async def execute(
        self,
        statement: Executable,
        values: Mapping[str, object] | Sequence[Mapping[str, object]] | None = None,
    ) -> CursorResult[Any]:
        """Run one statement; `values` fill its named parameters, once for each row of them."""
        return await self.connection.execute(statement, values)

    def insert(self, table: Table) -> Any:  # noqa: ANN401 - either dialect's Insert
        """An INSERT with ON CONFLICT."""
        return dialect.insert(self.connection.dialect.name, table)


class Database:
    """One database: `write` for changes, `read` for questions. Close it when done."""

    def __init__(self, url: str, vault: Vault) -> None:
        self._vault = vault
        self._writer = dialect.writer_engine(url)
        self._reader = dialect.reader_engine(url)

    async def write(self, action: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `action` in a transaction that is committed when it returns.

        `action` must touch nothing but the transaction: it is run again when the database was busy.
        Raises StorageUnavailable when the database cannot be written; whatever `action` raises undoes it.
        """
        for left in reversed(range(TRIES)):
            try:
                return await self._once(self._writer, action)
            except DBAPIError as fault:
                if not dialect.is_busy(fault):
                    raise
                if not left:
                    raise StorageUnavailable(str(fault.orig)) from fault
        raise AssertionError("the last try either returns or raises")

    async def read(self, action: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `action` on one consistent state of the database, without waiting for writers."""
        return await self._once(self._reader, action)

    async def close(self) -> None:
        """Give all connections back."""
        await self._writer.dispose()
        await self._reader.dispose()

    async def _once(self, engine: AsyncEngine, action: Callable[[Transaction], Awaitable[T]]) -> T:
        try:
            async with engine.begin() as connection:
                return await action(Transaction(connection, self._vault))
        except DBAPIError as fault:
            if dialect.is_unavailable(fault):
                raise StorageUnavailable(str(fault.orig)) from fault
            raise
        except (OSError, NoConnectionFree) as fault:  # the server's address or the pool does not answer
            raise StorageUnavailable(str(fault)) from fault
