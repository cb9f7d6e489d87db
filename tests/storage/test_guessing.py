"""Proofs are easy to list: without the key, a stolen file must not tell a right guess from a wrong one."""

import hashlib
import hmac
import random
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import select

from domain.documents import ProofKind, Report
from domain.ids import Ids
from relay import proofs
from relay.work import Work
from storage import counters, documents, names, people
from storage.names import Indexed
from storage.schema import proofs as table
from storage.transaction import Transaction
from tests.storage.conftest import store_fixture
from tests.storage.store import START, Store

TAIL, YEAR = ProofKind.NUMBER_TAIL, ProofKind.BIRTH_YEAR
FACTS = {TAIL: "4821", YEAR: "1987"}
EVERY_TAIL = [f"{number:04}" for number in range(10_000)]
SOME_TAILS = [*EVERY_TAIL[::97], FACTS[TAIL]]

Stolen = tuple[dict[str, tuple[bytes, bytes]], list[bytes]]
"""What a thief of the file sees: (salt, digest) of each kind of proof, and all binary values."""


def work_of(store: Store, tx: Transaction) -> Work:
    """As much of a use case's tools as proofs need."""
    nothing = cast("Any", None)
    return Work(tx, START, nothing, nothing, nothing, Ids(store.entropy))


async def keep(store: Store, report: Report, facts: Mapping[ProofKind, str]) -> None:
    answers = {kind.value: fact for kind, fact in facts.items()}
    await store.write(lambda tx: proofs.save(work_of(store, tx), report, answers))


@store_fixture
async def report(store: Store) -> Report:
    made = await store.report(await store.person())
    await keep(store, made, FACTS)
    return made


def blobs(path: Path) -> list[bytes]:
    """Every binary value in the file, and how it begins: what a thief has for a key."""
    with closing(sqlite3.connect(path)) as thief:
        tables = [name for (name,) in thief.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in tables for row in thief.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - the file's own names
    whole = {value for row in rows for value in row if isinstance(value, bytes)}
    return sorted({b"", *whole, *(value[:32] for value in whole)})


def texts(fact: str, salt: bytes) -> list[bytes]:
    """How a fact could stand in what was hashed: alone, with its purpose, salted before or after."""
    plain = fact.encode()
    purposes = [f"proof.{kind.value}.{salt.hex()}" for kind in (TAIL, YEAR)] + ["telegram", "seeker", "name"]
    purposed = [f"{purpose}\0{fact}".encode() for purpose in purposes]
    return [plain, *purposed, salt + plain, plain + salt, salt.hex().encode() + plain]


def hashed(fact: str, salt: bytes, keys: list[bytes], ways: int | None = None) -> Iterator[bytes]:
    for text in texts(fact, salt)[:ways]:
        yield hashlib.sha256(text).digest()
        for key in keys:
            yield hmac.digest(key, text, "sha256")


async def digests(tx: Transaction) -> list[Any]:
    return list(await tx.execute(select(table).order_by(table.c.report_id, table.c.kind)))


@store_fixture
async def stolen(file_store: Store, sqlite_file: Path) -> Stolen:
    report = await file_store.report(await file_store.person())
    await keep(file_store, report, FACTS)
    await file_store.database.close()
    with closing(sqlite3.connect(sqlite_file)) as thief:
        rows = thief.execute("SELECT kind, salt, digest FROM proofs").fetchall()
    return {kind: (salt, digest) for kind, salt, digest in rows}, blobs(sqlite_file)


def met(kind: ProofKind, guesses: list[str], stolen: Stolen, ways: int | None = None) -> bool:
    rows, keys = stolen
    salt, digest = rows[kind.value]
    tried = sorted({salt, *keys})
    return any(digest == one for guess in guesses for one in hashed(guess, salt, tried, ways))


async def test_the_file_alone_does_not_tell_a_right_guess_from_a_wrong_one(
    stolen: Stolen,
) -> None:
    rows, keys = stolen
    assert rows.keys() == {"number_tail", "birth_year"}
    assert {key for key in keys if key in {digest for _, digest in rows.values()}}
    assert not met(TAIL, [*SOME_TAILS[::5], FACTS[TAIL]], stolen)
    assert not met(YEAR, [FACTS[YEAR]], stolen)


@pytest.mark.thorough
async def test_no_candidate_of_all_meets_the_digest_without_the_key(
    stolen: Stolen,
) -> None:
    assert not met(TAIL, EVERY_TAIL, stolen, ways=2)
    assert not met(YEAR, [str(year) for year in range(1900, 2027)], stolen)


async def test_the_guess_would_be_met_by_a_hash_without_a_key(
    stolen: Stolen,
) -> None:
    """The look above is no empty gesture: it finds what a careless program would have stored."""
    rows, keys = stolen
    salt, _ = rows["number_tail"]
    careless = [
        hashlib.sha256(b"4821").digest(),
        hashlib.sha256(salt + b"4821").digest(),
        hmac.digest(salt, b"4821", "sha256"),
        hmac.digest(salt, f"proof.number_tail.{salt.hex()}\x004821".encode(), "sha256"),
    ]
    for digest in careless:
        assert met(TAIL, ["4820", "4821"], ({"number_tail": (salt, digest)}, keys))


async def test_with_the_key_one_candidate_fits(store: Store, report: Report) -> None:
    async def fitting(tx: Transaction) -> set[str]:
        guesses = {guess: {**FACTS, TAIL: guess} for guess in SOME_TAILS}
        return {
            guess for guess, facts in guesses.items() if await documents.proofs_agree(tx, report.id, facts)
        }

    assert await store.read(fitting) == {FACTS[TAIL]}


async def test_the_same_facts_never_look_the_same_twice(store: Store, report: Report) -> None:
    finder = await store.person()
    for _ in range(3):
        await keep(store, await store.report(finder), FACTS)
    before = await store.read(digests)
    await keep(store, report, FACTS)  # the finder typed them once more
    rows = [*before, *[row for row in await store.read(digests) if row.report_id == report.id]]
    assert len(rows) == 10
    assert len({row.digest for row in rows}) == 10
    assert len({row.salt for row in rows}) == 10
    assert {len(row.salt) for row in rows} == {proofs.SALT_BYTES}


async def test_another_installation_hashes_otherwise(store: Store, report: Report) -> None:
    """A table computed for one page is worth nothing at another."""

    async def elsewhere(tx: Transaction) -> bool:
        other = Transaction(tx.connection, tx.vault.with_hash_key(random.Random(5).randbytes(32)))
        return await documents.proofs_agree(other, report.id, FACTS)

    assert not await store.read(elsewhere)
    assert await store.read(lambda tx: documents.proofs_agree(tx, report.id, FACTS))


async def test_people_and_names_cannot_be_guessed_either(file_store: Store, sqlite_file: Path) -> None:
    """Telegram ids can be listed as well: all keyed hashes of them, and of search keys, need the key."""
    anna = await file_store.person()

    async def act(tx: Transaction) -> list[bytes]:
        await names.put(tx, Indexed.REPORT, "a", ["jnb"])
        who = counters.seeker(tx, anna.telegram_id)
        await counters.increase(tx, who, "search", START.date())
        return [people.telegram_key(tx, anna.telegram_id), who.encode(), tx.vault.name_digest("jnb")]

    stored = await file_store.write(act)
    await file_store.database.close()
    seen = blobs(sqlite_file)
    assert {stored[0], stored[2]} <= set(seen)
    for known in (str(anna.telegram_id), "jnb"):
        met_ = {form for one in hashed(known, b"", seen) for form in (one, one[:8], one.hex()[:32].encode())}
        assert not met_ & set(stored)
