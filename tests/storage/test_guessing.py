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
from matching.folded import folded
from matching.index import keys
from relay import proofs
from relay.work import Work
from storage import counters, documents, people
from storage.names import Indexed
from storage.schema import proofs as table
from storage.transaction import Transaction
from tests.storage.conftest import store_fixture
from tests.storage.store import HASH_KEY, START, Store

TAIL, YEAR = ProofKind.NUMBER_TAIL, ProofKind.BIRTH_YEAR
FACTS = {TAIL: "4821", YEAR: "1987"}
EVERY_TAIL = [f"{number:04}" for number in range(10_000)]
SOME_TAILS = [*EVERY_TAIL[::97], FACTS[TAIL]]

Stolen = tuple[dict[str, tuple[bytes, bytes]], list[bytes]]
"""What a thief of the file sees: (salt, digest) of each kind of proof, and all binary values."""


def work_of(store: Store, tx: Transaction) -> Work:
    """As much of a use case's tools as proofs need."""
    nothing = cast("Any", None)
    return Work(tx, START, nothing, nothing, nothing, nothing, Ids(store.entropy), nothing)


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


async def test_people_cannot_be_guessed_either(file_store: Store, sqlite_file: Path) -> None:
    """Telegram ids can be listed as well: all keyed hashes of them need the key."""
    anna = await file_store.person()

    async def act(tx: Transaction) -> list[bytes]:
        who = counters.seeker(tx, anna.telegram_id)
        await counters.increase(tx, who, "search", START.date())
        return [people.telegram_key(tx, anna.telegram_id), who.encode()]

    stored = await file_store.write(act)
    await file_store.database.close()
    seen = blobs(sqlite_file)
    assert stored[0] in seen
    met_ = {
        form
        for one in hashed(str(anna.telegram_id), b"", seen)
        for form in (one, one[:8], one.hex()[:32].encode())
    }
    assert not met_ & set(stored)


# the index of names: its words can be listed too, and stand there as numbers

NAMES = (("a", "Жаңабай Исраилов"), ("b", "Дина Исраилова"), ("c", "Мадина Алиева"))
GUESSES = sorted(
    {word for _, name in NAMES for word in (*(part.word for part in folded(name).parts), *keys(folded(name)))}
)


def numbers(path: Path) -> set[bytes]:
    """Every number in the tables of the index, and every eight bytes in a row of its binary values."""
    with closing(sqlite3.connect(path)) as thief:
        rows = [
            row
            for table in ("names", "name_keys", "name_words")
            for row in thief.execute(f"SELECT * FROM {table}")  # noqa: S608 - the names above
        ]
    values = [value for row in rows for value in row]
    whole = {value.to_bytes(8, "big", signed=True) for value in values if isinstance(value, int)}
    inside = [value for value in values if isinstance(value, bytes)]
    return whole | {value[start : start + 8] for value in inside for start in range(len(value) - 7)}


def guessed(guesses: list[str], stored: set[bytes], secret: list[bytes]) -> set[str]:
    """The words that a thief with these keys would see confirmed."""
    forms = {
        guess: {form for one in hashed(guess, b"", secret) for form in (one[:8], one[7::-1])}
        for guess in guesses
    }
    return {guess for guess, made in forms.items() if made & stored}


@store_fixture
async def index(file_store: Store, sqlite_file: Path) -> tuple[set[bytes], list[bytes]]:
    """What a thief sees of the index, and all that could be a key."""
    for subject_id, name in NAMES:
        await file_store.index(Indexed.REPORT, subject_id, name)
    await file_store.index(Indexed.WATCH, "w", NAMES[0][1])
    await file_store.database.close()
    return numbers(sqlite_file), blobs(sqlite_file)


async def test_no_word_of_the_index_can_be_guessed_without_the_key(
    index: tuple[set[bytes], list[bytes]],
) -> None:
    stored, secret = index
    assert guessed(GUESSES, stored, [*secret, *sorted(stored)[::7]]) == set()


async def test_with_the_key_every_word_would_be_met(index: tuple[set[bytes], list[bytes]]) -> None:
    """The look above is no empty gesture: all words stand there, under the one key that is not in clear."""
    stored, secret = index
    assert guessed(GUESSES, stored, [*secret, HASH_KEY]) == set(GUESSES)
    assert guessed(["farhad", "umarov"], stored, [HASH_KEY]) == set()


def test_words_hashed_without_a_key_would_be_met() -> None:
    careless = {hashlib.sha256(word.encode()).digest()[:8] for word in GUESSES}
    assert guessed([*GUESSES, "farhad"], careless, []) == set(GUESSES)
