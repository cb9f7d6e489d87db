"""The name index: who stands under which keys, with which words; every change is whole or not at all."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from domain.errors import StorageUnavailable
from storage import names
from storage.encryption import WrongKey
from storage.names import Entry, Indexed, Stored, Word
from storage.schema import name_keys, name_words
from storage.schema import names as names_table
from storage.transaction import Transaction
from tests.storage.store import Store, vault

REPORT, WATCH = Indexed.REPORT, Indexed.WATCH
GIVEN, FAMILY = 0, 1
MANY = 900  # more than two statements take


def entry(subject_id: str, *words: str, keys: Sequence[str] = (), sex: int = 0) -> Entry:
    return Entry(subject_id, sex, [(GIVEN, word) for word in words], keys)


async def put(store: Store, *entries: Entry, kind: Indexed = REPORT) -> None:
    await store.write(lambda tx: names.put(tx, kind, entries))


async def remove(store: Store, *subject_ids: str) -> None:
    await store.write(lambda tx: names.remove(tx, subject_ids))


async def under(store: Store, *keys: str, kind: Indexed = REPORT, most: int = 2_000) -> set[tuple[str, str]]:
    """The pairs of a key and whose name stands under it."""

    async def look(tx: Transaction) -> set[tuple[str, str]]:
        found = await names.under(tx, kind, dict.fromkeys(keys, 1.0), most)
        return {(key, each.subject_id) for key, each in found}

    return await store.read(look)


async def stored(store: Store, key: str) -> list[Stored]:
    """The names under a key as they come back."""

    async def look(tx: Transaction) -> list[Stored]:
        found = await names.under(tx, REPORT, {key: 1.0}, 5)
        return [each for _, each in found]

    return await store.read(look)


async def vocabulary(store: Store) -> list[Word]:
    return list(await store.read(lambda tx: names.words_from(tx, 0)))


async def words(store: Store) -> set[str]:
    return {word.word for word in await vocabulary(store)}


async def rows(store: Store) -> tuple[int, int, int]:
    """How many names, keys and words there are."""

    async def count(tx: Transaction) -> list[int]:
        tables = (names_table, name_keys, name_words)
        return [
            int((await tx.execute(select(func.count()).select_from(table))).scalar_one()) for table in tables
        ]

    one, two, three = await store.read(count)
    return one, two, three


async def test_a_name_stands_under_its_words_and_its_keys(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov", keys=["srl|šnp"]), entry("b", "dina", "israilov"))
    assert await under(store, "israilov", "srl|šnp", "janabai", "madina") == {
        ("israilov", "a"),
        ("israilov", "b"),
        ("srl|šnp", "a"),
        ("janabai", "a"),
    }


async def test_a_name_comes_back_with_its_parts_in_their_order(store: Store) -> None:
    await put(store, Entry("a", -1, [(FAMILY, "israilov"), (GIVEN, "janabai"), (GIVEN, "israilov")], ["key"]))
    numbers = {word.word: word.number for word in await vocabulary(store)}
    parts = [(FAMILY, numbers["israilov"]), (GIVEN, numbers["janabai"]), (GIVEN, numbers["israilov"])]
    assert await stored(store, "key") == [Stored("a", -1, parts)]


@pytest.mark.parametrize("sex", [-1, 0, 1])
async def test_the_sex_is_kept(store: Store, sex: int) -> None:
    await put(store, entry("a", "janabai", sex=sex))
    assert [each.sex for each in await stored(store, "janabai")] == [sex]


async def test_reports_and_watches_are_looked_for_apart(store: Store) -> None:
    await put(store, entry("a-report", "janabai"))
    await put(store, entry("a-watch", "janabai"), kind=WATCH)
    assert await under(store, "janabai") == {("janabai", "a-report")}
    assert await under(store, "janabai", kind=WATCH) == {("janabai", "a-watch")}


async def test_a_new_name_replaces_the_former_one_with_its_words(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov", keys=["old"]))
    await put(store, entry("a", "janabai", "omarov", keys=["new"]))
    assert await under(store, "israilov", "old") == set()
    assert await under(store, "omarov", "janabai", "new") == {("omarov", "a"), ("janabai", "a"), ("new", "a")}
    assert await words(store) == {"janabai", "omarov"}


async def test_the_words_that_stay_keep_their_place(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov"))
    before = {word.word: word for word in await vocabulary(store)}
    await put(store, entry("a", "janabai", "omarov"))
    after = {word.word: word for word in await vocabulary(store)}
    assert after["janabai"] == before["janabai"]
    assert after["omarov"].order > max(word.order for word in before.values())


async def test_a_removed_name_leaves_nothing(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov", keys=["key"]))
    await remove(store, "a")
    assert await rows(store) == (0, 0, 0)


async def test_a_word_stays_as_long_as_somebody_bears_it(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov"), entry("b", "dina", "israilov"))
    await put(store, entry("c", "janabai"), kind=WATCH)
    await remove(store, "a")
    assert await words(store) == {"janabai", "dina", "israilov"}
    await remove(store, "b")
    assert await words(store) == {"janabai"}
    await remove(store, "c")
    assert await rows(store) == (0, 0, 0)


async def test_two_names_that_lose_a_word_at_once_lose_it_wholly(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov"), entry("b", "dina", "israilov"))
    await remove(store, "a", "b")
    assert await words(store) == set()


async def test_who_is_not_indexed_is_removed_in_vain(store: Store) -> None:
    await put(store, entry("a", "janabai"))
    await remove(store, "b")
    await remove(store)
    assert await rows(store) == (1, 1, 1)


async def test_a_name_without_letters_stands_under_nothing(store: Store) -> None:
    await put(store, entry("a"))
    await put(store)
    assert await rows(store) == (1, 0, 0)
    assert await under(store) == set()
    await put(store, entry("a", "janabai"))
    assert await under(store, "janabai") == {("janabai", "a")}


async def test_a_word_is_in_the_vocabulary_once_and_a_key_is_not(store: Store) -> None:
    await put(store, entry("a", "janabai", "janabai", keys=["janabai", "key", "key"]))
    assert await rows(store) == (1, 2, 1)
    assert await under(store, "janabai", "janabai", "key") == {("janabai", "a"), ("key", "a")}


async def test_only_so_many_are_given(store: Store) -> None:
    await put(store, *(entry(f"{number}", "janabai") for number in range(5)))
    assert len(await under(store, "janabai", most=3)) == 3


async def test_more_than_a_statement_takes_is_put_found_and_removed(store: Store) -> None:
    everybody = [f"{number:032x}" for number in range(MANY)]
    borne = {subject: f"word{subject}" for subject in everybody}
    await put(store, *(entry(subject, word, "shared", keys=["key"]) for subject, word in borne.items()))
    assert await rows(store) == (MANY, 3 * MANY, MANY + 1)
    assert await under(store, *borne.values()) == {(word, subject) for subject, word in borne.items()}
    orders = [word.order for word in await vocabulary(store)]
    assert orders == sorted(set(orders))
    await remove(store, *everybody[1:])
    assert await words(store) == {borne[everybody[0]], "shared"}


async def test_words_are_read_from_a_place_on(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov"))
    known = await vocabulary(store)
    await put(store, entry("b", "dina", "israilov"))
    fresh = await store.read(lambda tx: names.words_from(tx, known[-1].order))
    assert [word.word for word in fresh] == [known[-1].word, "dina"]


# whole or not at all


async def test_what_is_undone_leaves_the_index_as_it_was(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov"))
    before = await vocabulary(store)

    async def fails(tx: Transaction) -> None:
        await names.put(tx, REPORT, [entry("a", "omarov"), entry("b", "dina")])
        await names.remove(tx, ["a"])
        raise LookupError

    with pytest.raises(LookupError):
        await store.write(fails)
    assert await vocabulary(store) == before
    assert await under(store, "janabai", "omarov", "dina") == {("janabai", "a")}


async def test_on_a_full_disk_a_name_is_not_half_replaced(file_store: Store) -> None:
    await put(file_store, entry("a", "janabai", "israilov"))
    before = await vocabulary(file_store)
    many = [entry("a", "omarov"), *(entry(f"b{number}", f"word{number}") for number in range(MANY))]

    async def too_much(tx: Transaction) -> None:
        pages = (await tx.execute(text("PRAGMA page_count"))).scalar_one()
        await tx.execute(text(f"PRAGMA max_page_count={pages}"))
        await names.put(tx, REPORT, many)

    with pytest.raises(StorageUnavailable, match="full"):
        await file_store.write(too_much)
    assert await vocabulary(file_store) == before
    assert await rows(file_store) == (1, 2, 2)
    assert await under(file_store, "janabai", "omarov") == {("janabai", "a")}


async def test_power_lost_in_the_middle_leaves_the_former_name(
    file_store: Store, sqlite_file: Path, tmp_path: Path
) -> None:
    await put(file_store, entry("a", "janabai", "israilov"))
    copied = await file_store.write(partial(_cut_off, file=sqlite_file, folder=tmp_path / "later"))
    with closing(sqlite3.connect(copied)) as survivor:
        assert survivor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sealed = survivor.execute('SELECT id, word FROM name_words ORDER BY "order"').fetchall()
        [(held, keys)] = survivor.execute(
            "SELECT (SELECT count(*) FROM names), (SELECT count(*) FROM name_keys)"
        ).fetchall()
    opened = {vault().open(word, f"name_words.word.{number}") for number, word in sealed}
    assert (opened, held, keys) == ({"janabai", "israilov"}, 1, 2)


async def _cut_off(tx: Transaction, file: Path, folder: Path) -> Path:
    """What the disk holds at the moment before a change of a name is committed."""
    await tx.execute(text("PRAGMA cache_size=1"))  # so that pages reach the disk before the end
    before = _sizes(file)
    await names.put(tx, REPORT, [entry("a", "omarov"), *(entry(f"b{n}", f"word{n}") for n in range(MANY))])
    assert _sizes(file) > before
    return _copied(file, folder)


def _sizes(file: Path) -> int:
    return sum(file.with_name(file.name + end).stat().st_size for end in ("", "-wal"))


def _copied(file: Path, folder: Path) -> Path:
    folder.mkdir()
    for end in ("", "-wal"):
        source = file.with_name(file.name + end)
        (folder / source.name).write_bytes(source.read_bytes())
    return folder / file.name


# what stands in clear


async def test_words_are_sealed_and_everything_else_is_numbers(store: Store) -> None:
    await put(store, entry("a", "janabai", "israilov", keys=["srl|šnp"]))

    async def clear(tx: Transaction) -> list[object]:
        columns = [
            column
            for table in (names_table, name_keys, name_words)
            for column in table.columns
            if not column.info.get("sealed")
        ]
        return [value for column in columns for value in (await tx.execute(select(column))).scalars()]

    held = await store.read(clear)
    assert {value for value in held if isinstance(value, str)} == {"a"}
    assert not [value for value in held if isinstance(value, bytes) and b"janabai" in value]
    assert {len(value) for value in held if isinstance(value, bytes)} == {1 + 2 * 9}


async def test_a_word_does_not_open_in_the_place_of_another(store: Store) -> None:
    await put(store, entry("a", "janabai"))
    [word] = await vocabulary(store)
    other = names._place(word.number + 1)
    with pytest.raises(WrongKey, match="was altered or moved"):
        await store.read(lambda tx: _opened(tx, word.sealed, other))


async def _opened(tx: Transaction, sealed: bytes, place: str) -> str:
    return tx.vault.open(sealed, place)


async def test_the_same_word_is_never_sealed_the_same_twice(store: Store) -> None:
    await put(store, entry("a", "janabai"))
    [before] = await vocabulary(store)
    await remove(store, "a")
    await put(store, entry("a", "janabai"))
    [after] = await vocabulary(store)
    assert (after.number, after.order, after.word) == (before.number, before.order, before.word)
    assert after.sealed != before.sealed
