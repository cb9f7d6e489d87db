# ruff: noqa: ASYNC240 - a test's own files are small
"""Tasks of the operator, on files as the bot leaves them."""

import os
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot import opening, tasks
from config.settings import Settings
from domain.clock import SystemClock
from domain.errors import StartRefused
from domain.people import Person
from storage import people
from storage.encryption import new_key
from storage.keyfile import keyring
from storage.names import Indexed
from storage.opening import lock
from storage.transaction import Transaction
from tests.bot.conftest import MakeSettings
from tests.storage.store import Store

Said = pytest.CaptureFixture[str]
Task = Callable[[Settings], Awaitable[int]]
DATABASE = Path("data", "tabyldy.db")
KEYS = Path("keys", "data.key")


def key(letter: bytes) -> str:
    return new_key(lambda size: letter * size)


PEOPLE = tuple(
    Person(
        id=f"{number:032d}",
        telegram_id=7_000_000_000 + number,
        language="en",
        language_chosen=True,
        consented_at=None,
        reachable=True,
        intent=None,
        known_since=SystemClock().now(),
    )
    for number in range(3)
)


async def fill(settings: Settings) -> None:
    """A database with people in it."""

    async def add(tx: Transaction) -> None:
        for person in PEOPLE:
            await people.add(tx, person)

    database = await opening.open_database(settings, SystemClock().now())
    await database.write(add)
    await database.close()


async def readable(settings: Settings) -> bool:
    """Whether a bot with these settings knows the people of the database."""

    async def read(tx: Transaction) -> list[Person | None]:
        return [await people.find(tx, person.telegram_id, SystemClock().now()) for person in PEOPLE]

    database = await opening.open_database(settings, SystemClock().now())
    try:
        return await database.read(read) == list(PEOPLE)
    finally:
        await database.close()


async def test_a_new_database_is_made_and_then_is_up_to_date(settings: MakeSettings, capsys: Said) -> None:
    assert await tasks.migrate(settings()) == 0
    assert DATABASE.exists()
    assert await tasks.migrate(settings()) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The database is up to date now.",
        "The database was up to date already.",
    ]


async def test_a_database_of_a_newer_version_is_left_alone(settings: MakeSettings) -> None:
    await tasks.migrate(settings())
    with closing(sqlite3.connect(DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StartRefused, match="written by a newer version"):
        await tasks.migrate(settings())


@pytest.mark.parametrize("task", [tasks.migrate, tasks.rotate_key, tasks.index_names])
async def test_nothing_is_changed_under_a_running_bot(
    settings: MakeSettings, task: Callable[[Settings], Awaitable[int]]
) -> None:
    await fill(settings())
    held = lock(settings().database_url)
    assert held is not None
    with pytest.raises(StartRefused, match="Another process is already working"):
        await task(settings())
    held.release()


async def test_a_key_file_is_replaced_and_everything_opens_with_the_new_key(
    settings: MakeSettings, capsys: Said
) -> None:
    await fill(settings())
    former = KEYS.read_text()
    assert await tasks.rotate_key(settings()) == 0
    assert KEYS.read_text() != former
    assert len(KEYS.read_text().split()) == 1, "the old key is gone"
    assert KEYS.stat().st_mode & 0o777 == 0o600
    assert await readable(settings())
    said = capsys.readouterr().out.splitlines()
    assert "people.telegram_id: 3" in said
    assert said[-1].endswith("values are sealed with the new key. Save the new key apart from the database.")
    with pytest.raises(StartRefused, match="does not open this database"):
        await readable(settings(data_key=former.strip()))


async def test_an_interrupted_rotation_goes_on_with_the_key_it_made(settings: MakeSettings) -> None:
    await fill(settings())
    made = key(b"n")
    KEYS.write_text(f"{made}\n{KEYS.read_text()}")
    assert await tasks.rotate_key(settings()) == 0
    assert KEYS.read_text().split() == [made]
    assert await readable(settings())


async def test_keys_in_the_settings_are_put_in_front_by_the_operator(
    settings: MakeSettings, capsys: Said
) -> None:
    old, new = key(b"o"), key(b"n")
    await fill(settings(data_key=old))
    with pytest.raises(StartRefused, match=r"DATA_KEY=.*,<old key>"):
        await tasks.rotate_key(settings(data_key=old))
    assert await tasks.rotate_key(settings(data_key=f"{new},{old}")) == 0
    assert "Take the old key out of DATA_KEY now." in capsys.readouterr().out
    assert await readable(settings(data_key=new))
    assert not KEYS.exists()


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Store]:
    database = await opening.open_database(settings, SystemClock().now())
    yield Store(settings.database_url, database)
    await database.close()


async def fill_without_index(settings: Settings) -> None:
    """Two reports and a watch that nobody finds."""
    async with opened(settings) as store:
        anna = await store.person()
        for name in ("Жаңабай Исраилов", "Дина Омарова"):
            await store.report(anna, name=name)
        await store.watch(anna, name="Жаңабай Исраилов")


async def how_many_found(settings: Settings) -> tuple[int, int, int]:
    async with opened(settings) as store:
        reports = [await store.found(Indexed.REPORT, name) for name in ("Janaboy Isroilov", "Dina Omarova")]
        return len(reports[0]), len(reports[1]), len(await store.found(Indexed.WATCH, "Janaboy Isroilov"))


async def test_all_names_are_indexed_anew(settings: MakeSettings, capsys: Said) -> None:
    await fill_without_index(settings())
    assert await how_many_found(settings()) == (0, 0, 0)
    assert await tasks.index_names(settings()) == 0
    assert capsys.readouterr().out.splitlines() == ["2 of 3 names", "3 of 3 names", "3 names are indexed."]
    assert await how_many_found(settings()) == (1, 1, 1)
    assert await tasks.index_names(settings()) == 0
    assert await how_many_found(settings()) == (1, 1, 1)


async def test_on_a_terminal_a_bar_shows_how_far_it_is(
    settings: MakeSettings, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill_without_index(settings())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert await tasks.index_names(settings()) == 0
    said = capsys.readouterr()
    assert said.out == "3 names are indexed.\n"
    assert "100%" in said.err
    assert "3/3" in said.err
    assert "Исраилов" not in said.err


async def test_where_there_are_no_names_none_are_indexed(settings: MakeSettings, capsys: Said) -> None:
    await fill(settings())
    assert await tasks.index_names(settings()) == 0
    assert capsys.readouterr().out == "0 names are indexed.\n"


async def test_a_backup_is_a_whole_database(settings: MakeSettings, capsys: Said) -> None:
    await fill(settings())
    assert await tasks.make_backup(settings()) == 0
    [copy] = Path("data", "backups").iterdir()
    assert capsys.readouterr().out == f"Copied to {copy}\n"
    moved = settings(database_url=f"sqlite+aiosqlite:///{copy}")
    assert await readable(moved)


async def test_a_backup_of_nothing_or_of_a_server_is_refused(settings: MakeSettings) -> None:
    with pytest.raises(StartRefused, match=r"There is no database at data/tabyldy\.db yet"):
        await tasks.make_backup(settings())
    with pytest.raises(StartRefused, match="pg_dump"):
        await tasks.make_backup(settings(database_url="postgresql+asyncpg://me@host/db"))


@pytest.mark.parametrize(("age", "status"), [(None, 1), (0, 0), (50, 0), (70, 1), (86_400, 1)])
async def test_health_is_a_young_sign_of_life(
    settings: MakeSettings, capsys: Said, age: int | None, status: int
) -> None:
    if age is not None:
        sign = Path("data", "heartbeat")
        sign.parent.mkdir()
        sign.touch()
        os.utime(sign, (time.time() - age,) * 2)
    assert await tasks.health(settings()) == status
    said = capsys.readouterr().out
    assert said == ("alive\n" if status == 0 else "no sign of life in the last minute\n")


@pytest.mark.usefixtures("elsewhere")
def test_the_key_file_is_made_once_and_for_its_owner_only() -> None:
    made = keyring("", KEYS, os.urandom, make=True)
    assert KEYS.stat().st_mode & 0o777 == 0o600
    assert keyring("", KEYS, os.urandom, make=True) == made
