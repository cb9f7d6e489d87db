"""Transactions on each engine: all or nothing, one state for a reader, tried again, named when down."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event, select, text

from domain.errors import StorageUnavailable
from storage import counters, dialect, notes
from storage.schema import notes as notes_table
from storage.transaction import TRIES, Database, Transaction
from tests.storage.conftest import sqlite_url
from tests.storage.store import Store, vault


async def noted(store: Store) -> list[str]:
    names = await store.read(lambda tx: tx.execute(select(notes_table.c.name).order_by(notes_table.c.name)))
    return list(names.scalars())


async def test_what_raises_changes_nothing(store: Store) -> None:
    async def fails(tx: Transaction) -> None:
        await notes.put(tx, "half", "done")
        raise LookupError

    with pytest.raises(LookupError):
        await store.write(fails)
    assert await noted(store) == []


async def test_a_reader_sees_one_state_while_others_write(store: Store) -> None:
    async def reads_twice(tx: Transaction) -> tuple[str | None, str | None]:
        before = await notes.find(tx, "word")
        await store.write(lambda other: notes.put(other, "word", "new"))
        return before, await notes.find(tx, "word")

    await store.write(lambda tx: notes.put(tx, "word", "old"))
    assert await store.read(reads_twice) == ("old", "old")
    assert await store.read(lambda tx: notes.find(tx, "word")) == "new"


async def test_changes_of_one_process_never_cross(store: Store) -> None:
    async def read_and_write(tx: Transaction) -> None:
        value = int(await notes.find(tx, "sum") or 0)
        await asyncio.sleep(0)
        await notes.put(tx, "sum", str(value + 1))

    await asyncio.gather(*(store.write(read_and_write) for _ in range(6)))
    assert await store.read(lambda tx: notes.find(tx, "sum")) == "6"


async def test_who_waits_too_long_for_a_turn_is_told_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store.database._writer.pool, "_timeout", 0)  # it is half a minute in life

    async def meanwhile(_: Transaction) -> None:
        with pytest.raises(StorageUnavailable):
            await store.write(lambda tx: notes.put(tx, "second", ""))

    await store.write(meanwhile)
    assert await noted(store) == []


# one SQLite file


def bytes_of(path: Path) -> bytes:
    return path.read_bytes()


class Rival:
    """Another program that holds the write lock of a SQLite file."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("BEGIN IMMEDIATE")

    def lets_go(self) -> None:
        self._connection.close()


def on_fault(database: Database, action: Callable[[], None]) -> list[str]:
    """Call `action` at the first fault of the writer; the list fills with all its faults."""
    faults: list[str] = []

    @event.listens_for(database._writer.sync_engine, "handle_error")
    def note(context: object) -> None:
        faults.append(str(getattr(context, "original_exception", "")))
        if len(faults) == 1:
            action()

    return faults


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "BUSY_TIMEOUT_MS", 1)


@pytest.mark.usefixtures("_impatient")
async def test_a_busy_database_is_tried_again(file_store: Store, sqlite_file: Path) -> None:
    rival = Rival(sqlite_file)
    faults = on_fault(file_store.database, rival.lets_go)
    await file_store.write(lambda tx: notes.put(tx, "word", "kept"))
    assert faults == ["database is locked"]
    assert await noted(file_store) == ["word"]


@pytest.mark.usefixtures("_impatient")
async def test_a_database_busy_for_too_long_is_named(file_store: Store, sqlite_file: Path) -> None:
    rival = Rival(sqlite_file)
    faults = on_fault(file_store.database, lambda: None)
    with pytest.raises(StorageUnavailable, match="locked"):
        await file_store.write(lambda tx: notes.put(tx, "word", "lost"))
    assert len(faults) == TRIES
    assert await noted(file_store) == []
    rival.lets_go()


async def test_a_read_only_database_is_named_and_unchanged(sqlite_file: Path) -> None:
    before = bytes_of(sqlite_file)
    database = Database(f"sqlite+aiosqlite:///file:{sqlite_file}?mode=ro&uri=true", vault())
    with pytest.raises(StorageUnavailable, match="readonly"):
        await database.write(lambda tx: notes.put(tx, "word", "lost"))
    await database.close()
    assert bytes_of(sqlite_file) == before


async def test_a_full_disk_is_named_and_nothing_is_half_done(file_store: Store) -> None:
    person = await file_store.person()
    await file_store.write(lambda tx: notes.put(tx, "word", "kept"))

    async def too_much(tx: Transaction) -> None:
        pages = (await tx.execute(text("PRAGMA page_count"))).scalar_one()
        await tx.execute(text(f"PRAGMA max_page_count={pages}"))
        await counters.increase(tx, person.id, "search", date(2026, 11, 22))
        for number in range(200):
            await notes.put(tx, f"note {number}", "x" * 255)

    with pytest.raises(StorageUnavailable, match="full"):
        await file_store.write(too_much)
    assert await noted(file_store) == ["word"]
    day = date(2026, 11, 22)
    assert await file_store.write(lambda tx: counters.increase(tx, person.id, "search", day)) == 1


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Anna, " * 1000)
    database = Database(sqlite_url(path), vault())
    with pytest.raises(StorageUnavailable, match="not a database"):
        await database.read(lambda tx: notes.find(tx, "word"))
    await database.close()


async def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    before = threading.enumerate()
    database = Database(sqlite_url(tmp_path / "missing" / "tabyldy.db"), vault())
    with pytest.raises(StorageUnavailable, match="unable to open"):
        await database.write(lambda tx: notes.put(tx, "word", "lost"))
    await database.close()
    await driver_threads_end(before)


async def driver_threads_end(before: list[threading.Thread]) -> None:
    """The driver's thread speaks to the event loop once more after a connection that never came to be."""
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name and thread not in before:
            await asyncio.to_thread(thread.join, 5)


async def test_a_committed_change_survives_the_death_of_the_process(
    file_store: Store, sqlite_file: Path, tmp_path: Path
) -> None:
    await file_store.write(lambda tx: notes.put(tx, "word", "kept"))
    copy = tmp_path / "after-the-crash.db"
    for end in ("", "-wal"):
        copy.with_name(copy.name + end).write_bytes(
            sqlite_file.with_name(sqlite_file.name + end).read_bytes()
        )
    with closing(sqlite3.connect(copy)) as survivor:
        assert survivor.execute("SELECT value FROM notes WHERE name = 'word'").fetchall() == [("kept",)]
