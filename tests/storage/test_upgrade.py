"""Migrations: from nothing and from every past revision to the schema, never without a way back."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, event, insert, select
from sqlalchemy.pool import Pool

from domain.errors import StorageUnavailable
from storage import upgrade
from storage.backup import backup
from storage.schema import metadata
from storage.upgrade import NewerSchema, is_newest, newest_revision
from tests.storage.conftest import on, sqlite_url
from tests.storage.store import START

pytestmark = pytest.mark.thorough

SCRIPTS = ScriptDirectory.from_config(upgrade._config())
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()]
ROW = {"update_id": 7_734_512_001, "received_at": START}


async def at(url: str, revision: str) -> None:
    """Bring an empty database to a past revision, with a row in it."""

    def put(connection: Connection) -> None:
        inbox = MetaData()
        inbox.reflect(connection, only=["inbox"])
        connection.execute(insert(inbox.tables["inbox"]).values(**ROW))

    await on(url, upgrade._to(revision))
    await on(url, put)


def differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


def rows(connection: Connection) -> list[int]:
    return list(connection.execute(select(metadata.tables["inbox"].c.update_id)).scalars())


def bytes_of(path: Path) -> bytes:
    return path.read_bytes()


def backups_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*")) if folder.exists() else []


async def test_an_empty_database_becomes_the_schema(empty_url: str, tmp_path: Path) -> None:
    assert await upgrade.upgrade(empty_url, tmp_path / "backups", START)
    assert await on(empty_url, differences) == []
    assert await is_newest(empty_url)


async def test_a_difference_would_be_seen(empty_url: str, tmp_path: Path) -> None:
    await upgrade.upgrade(empty_url, tmp_path / "backups", START)
    await on(empty_url, metadata.tables["notes"].drop)
    assert await on(empty_url, differences) != []


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_past_revision_becomes_the_schema_with_its_rows(
    empty_url: str, tmp_path: Path, revision: str
) -> None:
    await at(empty_url, revision)
    changed = await upgrade.upgrade(empty_url, tmp_path / "backups", START)
    assert changed is (revision != newest_revision())
    assert await on(empty_url, differences) == []
    assert await on(empty_url, rows) == [ROW["update_id"]]


async def test_a_database_at_the_newest_revision_is_left_alone(empty_url: str, tmp_path: Path) -> None:
    await upgrade.upgrade(empty_url, tmp_path / "backups", START)
    assert not await upgrade.upgrade(empty_url, tmp_path / "backups", START)
    assert backups_in(tmp_path / "backups") == []


async def test_a_newer_schema_is_refused_and_left_alone(empty_url: str, tmp_path: Path) -> None:
    await at(empty_url, newest_revision())
    await on(empty_url, _from_the_future)
    with pytest.raises(NewerSchema, match=r"newer version of Tabyldy \(schema 9999\).*nothing was changed"):
        await upgrade.upgrade(empty_url, tmp_path / "backups", START)
    with pytest.raises(NewerSchema):
        await is_newest(empty_url)
    assert await on(empty_url, differences) == []
    assert await on(empty_url, rows) == [ROW["update_id"]]
    assert backups_in(tmp_path / "backups") == []


def _from_the_future(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


# the copy before an upgrade, of a SQLite file


@pytest.fixture
def _tomorrows_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be when it knows one revision more: a table is added."""

    def to_tomorrow(_: str) -> Any:
        def run(connection: Connection) -> None:
            connection.exec_driver_sql("CREATE TABLE tomorrow (id INTEGER)")
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'tomorrow'")
            connection.exec_driver_sql("INSERT INTO tomorrow VALUES (1)")

        return run

    monkeypatch.setattr(upgrade, "_to", to_tomorrow)
    monkeypatch.setattr(upgrade, "newest_revision", lambda: "tomorrow")


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


async def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    await upgrade.upgrade(sqlite_url(tmp_path / "tabyldy.db"), tmp_path / "backups", START)
    assert backups_in(tmp_path / "backups") == []


@pytest.mark.usefixtures("_tomorrows_version")
async def test_a_database_in_use_is_copied_before_it_is_changed(sqlite_file: Path, tmp_path: Path) -> None:
    await on(sqlite_url(sqlite_file), lambda connection: connection.execute(_put_row()))
    assert await upgrade.upgrade(sqlite_url(sqlite_file), tmp_path / "backups", START)
    (copy,) = backups_in(tmp_path / "backups")
    assert copy.name == "tabyldy-before-upgrade-20261122-090000.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "tomorrow" in tables_of(sqlite_file)
    assert "tomorrow" not in tables_of(copy)
    assert await on(sqlite_url(copy), rows) == [ROW["update_id"]]
    assert await on(sqlite_url(copy), differences) == []


def _put_row() -> Any:
    return insert(metadata.tables["inbox"]).values(**ROW)


@pytest.mark.usefixtures("_tomorrows_version")
async def test_without_room_for_the_copy_nothing_is_changed(sqlite_file: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(StorageUnavailable, match="no backup copy can be made"):
        await upgrade.upgrade(sqlite_url(sqlite_file), tmp_path / "backups", START)
    assert "tomorrow" not in tables_of(sqlite_file)


@pytest.mark.usefixtures("_tomorrows_version")
async def test_an_upgrade_on_a_full_disk_changes_nothing(sqlite_file: Path, tmp_path: Path) -> None:
    def full(connection: Any, _: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    with closing(sqlite3.connect(sqlite_file)) as connection:
        connection.execute("VACUUM")  # an upgrade leaves pages free, where a table would find room
    event.listen(Pool, "connect", full)
    try:
        with pytest.raises(StorageUnavailable, match="full"):
            await upgrade.upgrade(sqlite_url(sqlite_file), tmp_path / "backups", START)
    finally:
        event.remove(Pool, "connect", full)
    assert "tomorrow" not in tables_of(sqlite_file)
    assert await on(sqlite_url(sqlite_file), differences) == []


@pytest.mark.usefixtures("_tomorrows_version")
async def test_an_upgrade_of_a_read_only_database_changes_nothing(sqlite_file: Path, tmp_path: Path) -> None:
    before = bytes_of(sqlite_file)
    read_only = f"sqlite+aiosqlite:///file:{sqlite_file}?mode=ro&uri=true"
    with pytest.raises(StorageUnavailable, match="readonly"):
        await upgrade.upgrade(read_only, tmp_path / "backups", START)
    assert bytes_of(sqlite_file) == before


async def test_a_server_that_is_away_is_named(tmp_path: Path) -> None:
    url = "postgresql+asyncpg://postgres@127.0.0.1:1/test"
    with pytest.raises(StorageUnavailable):
        await upgrade.upgrade(url, tmp_path, START)
    with pytest.raises(StorageUnavailable):
        await is_newest(url)


# backup copies


def test_the_last_seven_copies_of_a_reason_are_kept(sqlite_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    by_hand = backup(sqlite_file, folder, START, "by-hand")
    made = [backup(sqlite_file, folder, START.replace(day=day), "nightly") for day in range(1, 10)]
    assert backups_in(folder) == [by_hand, *made[2:]]


def test_a_copy_of_the_same_second_replaces_the_former(sqlite_file: Path, tmp_path: Path) -> None:
    first = backup(sqlite_file, tmp_path / "backups", START, "by-hand")
    assert backup(sqlite_file, tmp_path / "backups", START, "by-hand") == first
    assert backups_in(tmp_path / "backups") == [first]


def test_a_copy_that_fails_leaves_no_part_behind(tmp_path: Path) -> None:
    broken = tmp_path / "tabyldy.db"
    broken.write_bytes(b"no database at all" * 500)
    with pytest.raises(StorageUnavailable, match="not a database"):
        backup(broken, tmp_path / "backups", START, "nightly")
    assert backups_in(tmp_path / "backups") == []
