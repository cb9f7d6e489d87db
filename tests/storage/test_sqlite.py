"""SQLite with one step on its thread for each statement: the same answers, a quarter of the way."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage import sqlite
from storage.sqlite import OneStepConnection

INSERT = text("INSERT INTO words VALUES (:number, :word)")
ROWS = [{"number": number, "word": f"word {number}"} for number in range(5)]


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'words.db'}"
    engine = create_async_engine(url, async_creator=sqlite.creator(url), pool_size=1, max_overflow=0)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT NOT NULL)"))
        await connection.execute(INSERT, ROWS)
    yield engine
    await engine.dispose()


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done on the connection's thread."""
    done: list[str] = []
    execute = OneStepConnection._execute

    async def counted(connection: OneStepConnection, action: object, *given: object) -> object:
        done.append(str(action))
        return await execute(connection, action, *given)  # type: ignore[no-untyped-call]  # aiosqlite's own

    monkeypatch.setattr(OneStepConnection, "_execute", counted)
    return done


async def all_of(connection: AsyncConnection) -> list[tuple[int, str]]:
    rows = await connection.execute(text("SELECT number, word FROM words ORDER BY number"))
    return [(row.number, row.word) for row in rows]


async def test_a_statement_is_one_step_whatever_it_gives(engine: AsyncEngine, steps: list[str]) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))  # begins
        steps.clear()
        assert len(await all_of(connection)) == 5
        assert len(steps) == 1
        changed = await connection.execute(text("UPDATE words SET word = 'new' WHERE number > 2"))
        assert (changed.rowcount, len(steps)) == (2, 2)
        given = await connection.execute(text("DELETE FROM words WHERE number = 4 RETURNING word"))
        assert ([row.word for row in given], len(steps)) == (["new"], 3)
        await connection.execute(INSERT, [{"number": 10, "word": "a"}, {"number": 11, "word": "b"}])
        assert len(steps) == 4


async def test_what_is_undone_is_gone_and_what_is_committed_stays(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(INSERT, {"number": 7, "word": "lost"})
        await connection.rollback()
        await connection.execute(INSERT, {"number": 8, "word": "kept"})
        await connection.commit()
    async with engine.connect() as connection:
        assert [number for number, _ in await all_of(connection)] == [0, 1, 2, 3, 4, 8]


async def test_a_fault_is_named_and_the_connection_goes_on(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        with pytest.raises(IntegrityError, match="UNIQUE"):
            await connection.execute(INSERT, ROWS[0])
        with pytest.raises(OperationalError, match="no such table"):
            await connection.execute(text("SELECT * FROM nowhere"))
        assert len(await all_of(connection)) == 5


async def test_options_in_the_address_are_the_drivers(tmp_path: Path) -> None:
    file = tmp_path / "there.db"
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE words (word TEXT)")
    made.close()
    url = f"sqlite+aiosqlite:///file:{file}?mode=ro&uri=true"
    engine = create_async_engine(url, async_creator=sqlite.creator(url))
    async with engine.connect() as connection:
        with pytest.raises(OperationalError, match="readonly"):
            await connection.execute(text("INSERT INTO words VALUES ('x')"))
    await engine.dispose()
