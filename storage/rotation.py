"""Key rotation: every sealed value that an older key wrote is sealed again with the key in use."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Table, select, true, update

from storage.schema import metadata
from storage.transaction import Database, Transaction

BATCH = 200


async def rotate(database: Database, progress: Callable[[str, int], None]) -> int:
    """Re-seal everything in short transactions; `progress(table.column, values done)`; how many in all.

    Interrupted, it goes on where it stopped when run again: both keys open until it is through.
    """
    total = 0
    for table, column in _sealed_columns():
        total += await _column(database, table, column, progress)
    return total


def _sealed_columns() -> Iterator[tuple[Table, Column[Any]]]:
    for table in metadata.sorted_tables:
        yield from ((table, column) for column in table.columns if column.info.get("sealed"))


async def _column(
    database: Database, table: Table, column: Column[Any], progress: Callable[[str, int], None]
) -> int:
    key = table.primary_key.columns[0]  # every sealed column stands in a table with a single id
    last, done = None, 0

    async def batch(tx: Transaction) -> tuple[Any, int, bool]:
        after = true() if last is None else key > last
        rows: Sequence[Any] = (
            await tx.execute(select(key, column).where(after).order_by(key).limit(BATCH))
        ).all()
        old = [row for row in rows if row[1] and not tx.vault.is_current(row[1])]
        for row_id, value in old:
            place = f"{table.name}.{column.name}.{row_id}"
            sealed = tx.vault.seal(tx.vault.open(value, place), place)
            await tx.execute(update(table).where(key == row_id).values({column.name: sealed}))
        return (rows[-1][0] if rows else last), len(old), len(rows) == BATCH

    more = True
    while more:
        last, changed, more = await database.write(batch)
        done += changed
        progress(f"{table.name}.{column.name}", done)
    return done
