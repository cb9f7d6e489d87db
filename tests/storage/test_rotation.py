"""Rotation of the data key: everything is sealed anew, at once or in several goes, and is found as before."""

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from operator import methodcaller

import pytest
from sqlalchemy import select

from domain.documents import ProofKind, Report
from domain.forms import Draft
from domain.messages import chat
from domain.people import Person
from storage import documents, drafts, names, outbox, people, rotation
from storage.encryption import WrongKey, key_identity, new_key
from storage.names import Indexed
from storage.schema import metadata, proofs
from storage.secrets import hash_key
from storage.transaction import Database, Transaction
from tests.storage.store import HASH_KEY, KEY, LEASE, START, Store, keyring, outgoing, vault

pytestmark = pytest.mark.thorough

NEW = new_key(random.Random(11).randbytes)
ENTROPY = random.Random(12).randbytes


@dataclass
class Filled:
    """A store in which every sealed column holds something."""

    store: Store
    anna: Person
    report: Report
    draft: Draft
    values: int


@pytest.fixture
async def filled(store: Store) -> Filled:
    anna, boris = await store.person(), await store.person()
    reports = [await store.report(anna) for _ in range(5)]
    await store.watch(boris, place="вокзал")
    draft = Draft(
        store.new_id(), anna.id, "found", "name", {"type": "passport"}, 2, (), None, None, START, "жибек"
    )

    async def fill(tx: Transaction) -> None:
        await drafts.save(tx, draft)
        await names.put(tx, Indexed.REPORT, reports[0].id, ["jnb", "srl"])
        await documents.add_proof(tx, reports[0].id, ProofKind.NUMBER_TAIL, "4821", b"salt")

    await store.write(fill)
    await store.queued(outgoing(chat(-1), "Табылды"))
    # the hash key, 2 people, 5 reports and 1 watch (a name and a place each), a draft, a message
    return Filled(store, anna, reports[0], draft, 1 + 2 + 2 * 5 + 2 * 1 + 1 + 1)


@pytest.fixture
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
                found |= {value[:4] for value in values.scalars()}
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
    assert await database.read(lambda tx: documents.get(tx, filled.report.id)) == filled.report
    assert await database.read(lambda tx: drafts.find(tx, filled.anna.id)) == filled.draft
    claimed = await database.write(lambda tx: outbox.claim(tx, START, START + LEASE))
    assert claimed is not None
    assert claimed.content.text == "Табылды"
    assert await database.read(lambda tx: hash_key(tx, vault(NEW), ENTROPY)) == HASH_KEY
    await database.close()


async def test_the_old_key_opens_nothing_any_more(filled: Filled, both: Database) -> None:
    await rotation.rotate(both, silently)
    with pytest.raises(WrongKey):
        await filled.store.read(lambda tx: documents.get(tx, filled.report.id))
    with pytest.raises(WrongKey):
        await filled.store.read(lambda tx: hash_key(tx, vault(KEY), ENTROPY))


async def test_people_names_and_proofs_are_found_as_before(filled: Filled, both: Database) -> None:
    before = await both.read(_proof)
    await rotation.rotate(both, silently)
    database = Database(filled.store.url, vault(NEW))
    assert await database.read(lambda tx: people.find(tx, filled.anna.telegram_id)) == filled.anna
    found = await database.read(lambda tx: names.candidates(tx, Indexed.REPORT, ["srl"], 5))
    assert list(found) == [filled.report.id]
    assert await database.read(_proof) == before
    await database.close()


async def _proof(tx: Transaction) -> bytes:
    digest = (await tx.execute(select(proofs.c.digest))).scalar_one()
    assert isinstance(digest, bytes)
    return digest


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
    assert await both.read(lambda tx: documents.get(tx, filled.report.id)) == filled.report
    left = await rotation.rotate(both, silently)
    assert 0 < left < filled.values
    assert await sealing_keys(both) == {identity(NEW)}
    assert await rotation.rotate(both, silently) == 0


async def test_with_one_key_there_is_nothing_to_do(filled: Filled) -> None:
    assert await rotation.rotate(filled.store.database, silently) == 0
