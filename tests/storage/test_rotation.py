"""Rotation of the data key: everything is sealed anew, at once or in several goes, and is found as before."""

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from operator import methodcaller

import pytest
from sqlalchemy import select

from storage import conversations, documents, drafts, names, people, rotation, volunteers, watches
from storage.encryption import WrongKey, key_identity, new_key
from storage.names import Indexed
from storage.schema import metadata, proofs
from storage.secrets import hash_key
from storage.transaction import Database, Transaction
from tests.storage.conftest import store_fixture
from tests.storage.everything import ANSWER, NAME, VOLUNTEER, Everything, fill, sealed_values
from tests.storage.store import HASH_KEY, KEY, LEASE, START, Store, claim_one, keyring, vault

pytestmark = pytest.mark.thorough

NEW = new_key(random.Random(11).randbytes)
ENTROPY = random.Random(12).randbytes


@dataclass
class Filled:
    """A store in which every sealed column holds something, and some that may be empty are."""

    store: Store
    held: Everything
    values: int


@store_fixture
async def filled(store: Store) -> Filled:
    held = await fill(store)
    for _ in range(4):
        await store.report(held.anna)
    counted = await store.read(sealed_values)
    assert all(counted.values())
    return Filled(store, held, sum(counted.values()))


@store_fixture
async def both(filled: Filled) -> AsyncIterator[Database]:
    """The database opened for rotation, the new key in front of the old one."""
    database = Database(filled.store.url, vault(NEW, KEY))
    yield database
    await database.write(lambda tx: tx.execute(metadata.tables["secrets"].delete()))
    await database.write(lambda tx: hash_key(tx, vault(KEY), lambda _: HASH_KEY))
    await database.close()


def silently(_: str, __: int) -> None:
    return


async def sealing_keys(database: Database) -> set[bytes]:
    """The identities of the keys that sealed what the database holds."""
    found = set()
    for table in metadata.sorted_tables:
        for column in table.columns:
            if column.info.get("sealed"):
                values = await database.read(methodcaller("execute", select(column)))
                found |= {value[:4] for value in values.scalars() if value is not None}
    return found


def identity(key: str) -> bytes:
    return key_identity(keyring(key).keys[0])


async def test_everything_is_sealed_with_the_new_key(filled: Filled, both: Database) -> None:
    assert await sealing_keys(both) == {identity(KEY)}
    assert await rotation.rotate(both, silently) == filled.values
    assert await sealing_keys(both) == {identity(NEW)}


async def test_the_new_key_alone_opens_everything_then(filled: Filled, both: Database) -> None:
    await rotation.rotate(both, silently)
    database = Database(filled.store.url, vault(NEW))
    assert await database.read(lambda tx: documents.get(tx, filled.held.report.id)) == filled.held.report
    assert await database.read(lambda tx: drafts.find(tx, filled.held.anna.id)) == filled.held.draft
    claimed = await database.write(lambda tx: claim_one(tx, START, START + LEASE))
    assert claimed is not None
    assert claimed.content.text.startswith(ANSWER)
    assert await database.read(lambda tx: watches.get(tx, filled.held.watch.id)) == filled.held.watch
    assert await database.read(lambda tx: conversations.get_line(tx, filled.held.line.id)) == filled.held.line
    assert await database.read(lambda tx: volunteers.names(tx, [filled.held.anna.id])) == {
        filled.held.anna.id: VOLUNTEER
    }
    assert await database.read(lambda tx: hash_key(tx, vault(NEW), ENTROPY)) == HASH_KEY
    await database.close()


async def test_the_old_key_opens_nothing_any_more(filled: Filled, both: Database) -> None:
    await rotation.rotate(both, silently)
    with pytest.raises(WrongKey):
        await filled.store.read(lambda tx: documents.get(tx, filled.held.report.id))
    with pytest.raises(WrongKey):
        await filled.store.read(lambda tx: hash_key(tx, vault(KEY), ENTROPY))


async def test_people_names_and_proofs_are_found_as_before(filled: Filled, both: Database) -> None:
    before = await both.read(_proofs)
    await rotation.rotate(both, silently)
    database = Database(filled.store.url, vault(NEW))
    assert (
        await database.read(lambda tx: people.find(tx, filled.held.anna.telegram_id, START))
        == filled.held.anna
    )
    found = await Store(filled.store.url, database).found(Indexed.REPORT, NAME)
    assert found == [filled.held.report.id]
    assert await database.read(_proofs) == before
    await database.close()


async def test_words_are_sealed_anew_whatever_their_numbers(
    filled: Filled, both: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stand under hashes, half of which are below zero."""
    monkeypatch.setattr(rotation, "BATCH", 3)
    await filled.store.index(Indexed.REPORT, filled.store.new_id(), "Мадина Алиева")
    await filled.store.index(Indexed.WATCH, filled.store.new_id(), "Дархан Фархадович Умаров")
    before = await filled.store.read(lambda tx: names.words_from(tx, 0))
    assert {word.number < 0 for word in before} == {True, False}
    assert len(before) == 9
    told: list[int] = []
    await rotation.rotate(both, lambda place, done: told.append(done) if "name_words" in place else None)
    assert told == [3, 6, 9, 9]
    database = Database(filled.store.url, vault(NEW))
    after = await database.read(lambda tx: names.words_from(tx, 0))
    assert [(word.number, word.order, word.word) for word in after] == [
        (word.number, word.order, word.word) for word in before
    ]
    assert {word.sealed[:4] for word in after} == {identity(NEW)}
    await database.close()


async def test_a_process_that_knew_the_words_goes_on_after_the_rotation(
    filled: Filled, both: Database
) -> None:
    running = Store(filled.store.url, both)
    assert await running.found(Indexed.REPORT, NAME) == [filled.held.report.id]
    await rotation.rotate(both, silently)
    await running.index(Indexed.REPORT, running.new_id(), "Мадина Алиева")
    assert len(await running.found(Indexed.REPORT, "Madina Aliyeva")) == 1
    assert await running.found(Indexed.REPORT, NAME) == [filled.held.report.id]


async def _proofs(tx: Transaction) -> list[bytes]:
    return list((await tx.execute(select(proofs.c.digest).order_by(proofs.c.kind))).scalars())


async def test_progress_is_told_table_by_table(
    filled: Filled, both: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    told: list[tuple[str, int]] = []
    await rotation.rotate(both, lambda place, done: told.append((place, done)))
    assert [done for place, done in told if place == "reports.name"] == [2, 4, 5]
    assert sum(dict(told).values()) == filled.values


@pytest.mark.parametrize("stop_after", [1, 7])
async def test_an_interrupted_rotation_goes_on_where_it_stopped(
    filled: Filled, both: Database, monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    calls = []

    def power_cut(place: str, _: int) -> None:
        calls.append(place)
        if len(calls) == stop_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await rotation.rotate(both, power_cut)
    assert await sealing_keys(both) == {identity(KEY), identity(NEW)}
    assert await both.read(lambda tx: documents.get(tx, filled.held.report.id)) == filled.held.report
    left = await rotation.rotate(both, silently)
    assert 0 < left < filled.values
    assert await sealing_keys(both) == {identity(NEW)}
    assert await rotation.rotate(both, silently) == 0


async def test_with_one_key_there_is_nothing_to_do(filled: Filled) -> None:
    assert await rotation.rotate(filled.store.database, silently) == 0
