"""A stolen database file or backup reveals nobody: what people wrote is not in its bytes."""

from pathlib import Path

import pytest
from sqlalchemy import select

from sandbox.person import Person
from storage.backup import backup
from storage.schema import metadata
from storage.transaction import Transaction
from tests.conftest import Desk
from tests.storage.conftest import store_fixture
from tests.storage.everything import NAME, fill, rows_of, sealed_values
from tests.storage.store import START, Store

TAIL = "S4X8"  # letters that no hexadecimal id in the file can hold


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@store_fixture
async def secret(file_store: Store) -> list[bytes]:
    return (await fill(file_store)).secret


def seen_in(folder: Path, secret: list[bytes]) -> list[bytes]:
    held = bytes_of(folder)
    return [word for word in secret if word in held]


async def test_nothing_personal_is_in_the_files_of_a_running_bot(secret: list[bytes], tmp_path: Path) -> None:
    assert (tmp_path / "tabyldy.db-wal").stat().st_size > 0
    assert seen_in(tmp_path, secret) == []


async def test_nothing_personal_is_in_the_file_of_a_stopped_bot(
    file_store: Store, secret: list[bytes], tmp_path: Path
) -> None:
    await file_store.database.close()
    assert names_in(tmp_path) == ["tabyldy.db"]
    assert seen_in(tmp_path, secret) == []


async def test_nothing_personal_is_in_a_backup(
    secret: list[bytes], sqlite_file: Path, tmp_path: Path
) -> None:
    copy = backup(sqlite_file, tmp_path / "backups", START, "nightly")
    assert copy.stat().st_mode & 0o077 == 0
    assert seen_in(copy.parent, secret) == []


async def test_nothing_personal_is_in_any_column(store: Store) -> None:
    """What `pg_dump` of a stolen server would give."""

    async def dumped(tx: Transaction) -> list[bytes]:
        rows = [row for table in metadata.sorted_tables for row in await tx.execute(select(table))]
        return [_bytes(value) for row in rows for value in row]

    held = (await fill(store)).secret
    values = await store.read(dumped)
    assert [word for word in held if any(word in value for value in values)] == []


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


async def test_the_look_is_at_every_table_and_every_sealed_column(store: Store) -> None:
    await fill(store)
    held = {**await store.read(rows_of), **await store.read(sealed_values)}
    assert [place for place, count in held.items() if not count] == []


async def test_the_look_through_the_bytes_would_find_what_stands_in_clear(
    file_store: Store, secret: list[bytes], tmp_path: Path
) -> None:
    await file_store.person(intent=NAME, telegram_id=1)
    assert NAME.split(maxsplit=1)[0].encode() in seen_in(tmp_path, secret)


@pytest.mark.thorough
async def test_a_day_of_people_leaves_nothing_personal_in_the_files(desk: Desk, tmp_path: Path) -> None:
    boris, anna = desk.person("Бақытжан", "ru"), desk.person("Gulnara", "en")
    await plays(boris, "/start", tap("language:ru"), tap("agree"), "/lost", tap("Паспорт"), tap("Казахстан"))
    await plays(boris, "Жанабай Исраилов", "чайхана Достархан", tap("Сообщ"))
    await plays(anna, "/found", tap("agree"), tap("Passport"), tap("Kazakhstan"), "ИСРАИЛОВ ЖАҢАБАЙ")
    await plays(anna, "teahouse Dostarkhan", f"N 123{TAIL}", tap("Send"))
    told = ["Жанабай", "Исраилов", "ИСРАИЛОВ", "Достархан", "Dostarkhan", TAIL, "Бақытжан", "Gulnara"]
    messages = [*boris.messages, *anna.messages, *desk.posts]
    screens = [line for message in messages for line in message.text.splitlines() if len(line) > 12]
    assert any("Исраилов" in message.text for message in boris.messages)
    assert len(desk.posts) == 1
    assert seen_in(tmp_path, [word.encode() for word in told + screens]) == []


def tap(label: str) -> tuple[str]:
    return (label,)


async def plays(person: Person, *steps: str | tuple[str]) -> None:
    for step in steps:
        await (person.sends(step) if isinstance(step, str) else person.taps(*step))
