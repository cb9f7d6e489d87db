"""The name index over sealed records: who bears which words, by keyed hashes alone.

`names` has a row for each indexed name with its parts, each a role and the hash of a word; `name_keys` says
which names stand under a hashed search key; `name_words` is the vocabulary, each word sealed under its hash.
A key is any text: a word, or what two words of a name give together. See `docs/decisions/0012-names.md`.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import delete, func, select

from storage.schema import name_keys, name_words, names
from storage.transaction import Transaction

_BATCH = 400  # SQLite before 3.32 takes no more than 999 parameters
_SEX = struct.Struct(">b")
_PART = struct.Struct(">bq")

T = TypeVar("T")


class Indexed(IntEnum):
    """Whose name a row of the index belongs to."""

    REPORT = 0
    WATCH = 1
    DOCTOR = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A name to index: whose, of which sex (-1..1), its parts (role 0..127, word) and its search keys."""

    subject_id: str
    sex: int
    parts: Sequence[tuple[int, str]]
    keys: Iterable[str]


@dataclass(frozen=True, slots=True)
class Stored:
    """An indexed name: as `Entry`, with the number of each word instead of the word."""

    subject_id: str
    sex: int
    parts: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary; `order` is higher than that of every word there was when it was added.

    The place of a word that is gone may be given away again; `sealed` is another one each time even then.
    """

    number: int
    order: int
    word: str
    sealed: bytes


async def put(tx: Transaction, kind: Indexed, entries: Sequence[Entry]) -> None:
    """Index names, each in place of its subject's former one; words that stay keep their place."""
    former = await _take_out(tx, [entry.subject_id for entry in entries])
    first = (await tx.execute(select(func.coalesce(func.max(names.c.id), 0)))).scalar_one() + 1
    rows, keys = [], []
    for name_id, entry in enumerate(entries, first):
        parts = ((role, _number(tx, word)) for role, word in entry.parts)
        rows.append({"id": name_id, "subject_id": entry.subject_id, "parts": _packed(entry.sex, parts)})
        numbers = {_number(tx, key) for key in (*entry.keys, *(word for _, word in entry.parts))}
        keys += [{"key": number, "kind": kind.value, "name_id": name_id} for number in numbers]
    if rows:
        await tx.execute(tx.insert(names), rows)
    if keys:
        await tx.execute(tx.insert(name_keys), sorted(keys, key=itemgetter("key")))
    await _add_words(tx, [word for entry in entries for _, word in entry.parts])
    await _drop_unused(tx, former)


async def remove(tx: Transaction, subject_ids: Sequence[str]) -> None:
    """Take names out of the index, and out of the vocabulary what no other name has."""
    await _drop_unused(tx, await _take_out(tx, subject_ids))


async def under(
    tx: Transaction, kind: Indexed, keys: Mapping[str, float], most: int
) -> Sequence[tuple[str, Stored]]:
    """Which names stand under these keys (at most 400), as pairs of a key and a name; at most so many.

    Where there are more, the keys of the greatest weight come first, and of equals those that few names
    share: they tell most, and the names of frequent ones must not crowd theirs out.
    """
    if not keys:
        return []
    by_number = {_number(tx, key): key for key in keys}
    rows = await _rows(tx, kind, list(by_number), most)
    if len(rows) == most:
        weights = {number: keys[key] for number, key in by_number.items()}
        rows = await _heaviest_first(tx, kind, weights, most)
    return [(by_number[number], stored) for number, stored in rows]


async def _rows(
    tx: Transaction, kind: Indexed, numbers: Sequence[int], most: int
) -> list[tuple[int, Stored]]:
    rows = await tx.execute(
        select(name_keys.c.key, names.c.subject_id, names.c.parts)
        .join(names, names.c.id == name_keys.c.name_id)
        .where(name_keys.c.key.in_(numbers), name_keys.c.kind == kind.value)
        .order_by(name_keys.c.key, name_keys.c.name_id)
        .limit(most)
    )
    return [(row.key, Stored(row.subject_id, *_unpacked(row.parts))) for row in rows]


async def _heaviest_first(
    tx: Transaction, kind: Indexed, weights: Mapping[int, float], most: int
) -> list[tuple[int, Stored]]:
    """The rows of as many whole keys as there is room for, and of the first too long one what still fits."""
    sizes = await tx.execute(
        select(name_keys.c.key, func.count().label("size"))
        .where(name_keys.c.key.in_(list(weights)), name_keys.c.kind == kind.value)
        .group_by(name_keys.c.key)
    )
    room = most
    whole: list[int] = []
    too_long: list[int] = []
    for row in sorted(sizes, key=lambda row: (-weights[row.key], row.size, row.key)):
        fits = row.size <= room
        (whole if fits else too_long).append(row.key)
        room -= row.size if fits else 0
    rest = await _rows(tx, kind, too_long[:1], room) if room else []
    return await _rows(tx, kind, whole, most) + rest if whole else rest


async def words_from(tx: Transaction, order: int) -> Sequence[Word]:
    """The words of the vocabulary from this place in their order on."""
    rows = await tx.execute(
        select(name_words.c.id, name_words.c.order, name_words.c.word)
        .where(name_words.c.order >= order)
        .order_by(name_words.c.order)
    )
    return [Word(row.id, row.order, tx.vault.open(row.word, _place(row.id)), row.word) for row in rows]


async def _take_out(tx: Transaction, subject_ids: Sequence[str]) -> set[int]:
    """Drop names with their keys; the numbers of the words they had."""
    words: set[int] = set()
    for batch in _batches(subject_ids):
        which = names.c.subject_id.in_(batch)
        old = (await tx.execute(select(names.c.id, names.c.parts).where(which))).all()
        if not old:
            continue
        await tx.execute(delete(name_keys).where(name_keys.c.name_id.in_([row.id for row in old])))
        await tx.execute(delete(names).where(which))
        words.update(number for row in old for _, number in _unpacked(row.parts)[1])
    return words


async def _add_words(tx: Transaction, words: Iterable[str]) -> None:
    wanted = {_number(tx, word): word for word in words}
    known: set[int] = set()
    for batch in _batches(list(wanted)):
        known.update((await tx.execute(select(name_words.c.id).where(name_words.c.id.in_(batch)))).scalars())
    new = [number for number in wanted if number not in known]
    if not new:
        return
    first = (await tx.execute(select(func.coalesce(func.max(name_words.c.order), 0)))).scalar_one() + 1
    rows = [
        {"id": number, "order": order, "word": tx.vault.seal(wanted[number], _place(number))}
        for order, number in enumerate(new, first)
    ]
    await tx.execute(tx.insert(name_words), rows)


async def _drop_unused(tx: Transaction, numbers: Iterable[int]) -> None:
    used = select(name_keys.c.key).where(name_keys.c.key == name_words.c.id).exists()
    for batch in _batches(list(numbers)):
        await tx.execute(delete(name_words).where(name_words.c.id.in_(batch), ~used))


def _number(tx: Transaction, key: str) -> int:
    """The keyed hash of a key as a signed whole number of 64 bits."""
    return int.from_bytes(tx.vault.name_digest(key), "big", signed=True)


def _place(number: int) -> str:
    return f"name_words.word.{number}"


def _packed(sex: int, parts: Iterable[tuple[int, int]]) -> bytes:
    return _SEX.pack(sex) + b"".join(_PART.pack(*part) for part in parts)


def _unpacked(value: bytes) -> tuple[int, Sequence[tuple[int, int]]]:
    return _SEX.unpack_from(value)[0], list(_PART.iter_unpack(value[_SEX.size :]))


def _batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))
