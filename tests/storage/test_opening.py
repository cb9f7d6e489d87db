"""Opening: one process per SQLite file, its folder made, moments in UTC on every engine."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Column, MetaData, Table, select
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import StartRefused
from storage import people
from storage.opening import lock, prepare_folder
from storage.transaction import Transaction
from storage.types import UtcDateTime
from tests.storage.conftest import sqlite_url
from tests.storage.store import START, Store

SERVER_URL = "postgresql+asyncpg://bot:a-secret@db.example:5432/tabyldy"

moments = Table("moments", MetaData(), Column("at", UtcDateTime))


# one process


FIRST_PROCESS = """
import filelock, sys
with filelock.FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "tabyldy.db")
    command = [sys.executable, "-c", FIRST_PROCESS, str(tmp_path / "tabyldy.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(StartRefused, match="Another process is already working with"):
            lock(url)
        first.kill()
    held = lock(url)
    assert held is not None
    held.release()


def test_the_lock_is_free_again_when_it_is_given_back(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "tabyldy.db")
    for _ in range(2):
        held = lock(url)
        assert held is not None
        held.release()


def test_two_files_are_two_locks(tmp_path: Path) -> None:
    held = [lock(sqlite_url(tmp_path / name)) for name in ("one.db", "two.db")]
    assert all(each is not None and each.is_locked for each in held)
    for each in held:
        assert each is not None
        each.release()


def test_a_folder_that_cannot_hold_the_lock_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StartRefused, match="cannot be written"):
        lock(sqlite_url(tmp_path / "data" / "tabyldy.db"))


def test_a_server_is_shared_and_needs_no_folder() -> None:
    assert lock(SERVER_URL) is None
    assert prepare_folder(SERVER_URL)


def test_the_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    path = tmp_path / "data" / "deep" / "tabyldy.db"
    assert not prepare_folder(sqlite_url(path))
    assert path.parent.is_dir()
    path.touch()
    assert prepare_folder(sqlite_url(path))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StartRefused, match="cannot be made"):
        prepare_folder(sqlite_url(tmp_path / "data" / "tabyldy.db"))


# moments


async def kept(connection: AsyncConnection, moment: datetime | None) -> datetime | None:
    await connection.run_sync(moments.create)
    await connection.execute(moments.insert().values(at=moment))
    found: datetime | None = (await connection.execute(select(moments.c.at))).scalar_one()
    return found


class Undo(Exception):  # noqa: N818 - it ends a transaction, nothing is wrong
    """Ends a transaction without a trace."""


@pytest.mark.parametrize(
    "moment",
    [
        START,
        START.replace(microsecond=1),
        datetime.min.replace(year=1900, tzinfo=UTC),
        datetime(2026, 11, 22, 14, 0, tzinfo=ZoneInfo("Asia/Tashkent")),
        datetime(2026, 11, 22, 3, 30, tzinfo=timezone(timedelta(hours=-5, minutes=-30))),
    ],
)
async def test_a_moment_comes_back_the_same_and_in_utc(store: Store, moment: datetime) -> None:
    async def act(tx: Transaction) -> None:
        found = await kept(tx.connection, moment)
        assert found == moment
        assert found is not None
        assert found.utcoffset() == timedelta(0)
        raise Undo

    with pytest.raises(Undo):
        await store.write(act)


async def test_no_moment_stays_none(store: Store) -> None:
    person = await store.person(consented_at=None)
    found = await store.read(lambda tx: people.get(tx, person.id, START))
    assert found.consented_at is None


async def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        await store.person(consented_at=datetime(2026, 11, 22, 9, 0))  # noqa: DTZ001 - the fault under test
