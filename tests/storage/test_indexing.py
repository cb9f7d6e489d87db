"""The name index made anew: whole, in short transactions, when the rules changed or the operator wants it."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.documents import LIVE_STATES, ReportState
from domain.errors import StorageUnavailable
from matching import folded, rules
from relay import indexing
from storage import documents, names, notes, watches
from storage.names import Entry, Indexed
from storage.transaction import Transaction
from tests.storage.conftest import store_fixture
from tests.storage.store import Store, relay_on

REPORT, WATCH = Indexed.REPORT, Indexed.WATCH
NAME, OTHER, WANTED = "Жаңабай Исраилов", "Дина Омарова", "Фархад Умаров"


def silently(_: int, __: int) -> None:
    return


async def words(store: Store) -> set[str]:
    return {word.word for word in await store.read(lambda tx: names.words_from(tx, 0))}


async def noted(store: Store) -> str | None:
    return await store.read(lambda tx: notes.find(tx, indexing.NOTE))


async def rebuild(store: Store, progress: indexing.Progress = silently) -> int:
    return await indexing.rebuild(store.relay, progress)


async def follow(store: Store) -> int:
    return await indexing.follow_rules(store.relay, silently)


@dataclass
class Held:
    """What stands in a database whose index is empty."""

    store: Store
    reports: tuple[str, str]
    watch: str


@store_fixture
async def held(store: Store) -> Held:
    anna, boris = await store.person(), await store.person()
    reports = await store.report(anna, name=NAME), await store.report(anna, name=OTHER)
    watch = await store.watch(boris, name=WANTED)
    return Held(store, (reports[0].id, reports[1].id), watch.id)


async def all_found(held: Held) -> bool:
    found = [await held.store.found(REPORT, name) for name in ("Janaboy Isroilov", "Dina Omarova")]
    return [each[:1] for each in found] == [[held.reports[0]], [held.reports[1]]] and (
        await held.store.found(WATCH, "Farhod Umarov")
    ) == [held.watch]


async def test_an_empty_index_is_filled(held: Held) -> None:
    assert await held.store.found(REPORT, NAME) == []
    assert await rebuild(held.store) == 3
    assert await all_found(held)
    assert await noted(held.store) == folded.fingerprint()


@pytest.mark.parametrize("state", ReportState)
async def test_only_reports_that_have_not_ended_are_indexed(store: Store, state: ReportState) -> None:
    ended = None if state in LIVE_STATES else store.now
    report = await store.report(await store.person(), state=state, ended_at=ended)
    assert await rebuild(store) == (state in LIVE_STATES)
    assert await store.found(REPORT, report.name) == [report.id] * (state in LIVE_STATES)


async def test_a_watch_that_has_ended_is_not_indexed(store: Store) -> None:
    watch = await store.watch(await store.person())
    await store.write(lambda tx: watches.end(tx, watch.id, store.now))
    assert await rebuild(store) == 0
    assert await store.found(WATCH, watch.name) == []


async def test_a_report_that_was_wiped_is_passed_over(store: Store) -> None:
    report = await store.ended(await store.report(await store.person()))
    await store.write(lambda tx: documents.wipe(tx, report.id, store.now))
    assert await rebuild(store) == 0
    assert await words(store) == set()


async def test_the_words_of_former_rules_go(held: Held) -> None:
    former = Entry(held.reports[0], 0, [(0, "zhanabay"), (1, "issrailow")], ["other|key"])
    await held.store.write(lambda tx: names.put(tx, REPORT, [former]))
    await rebuild(held.store)
    assert await words(held.store) == {"janabai", "israilov", "dina", "omarov", "farhad", "umarov"}
    assert (
        await held.store.read(lambda tx: names.under(tx, REPORT, {"other|key": 1.0, "zhanabay": 1.0}, 5))
        == []
    )


async def test_made_anew_twice_it_is_the_same(held: Held) -> None:
    await rebuild(held.store)
    before = await held.store.read(lambda tx: names.words_from(tx, 0))
    assert await rebuild(held.store) == 3
    assert await held.store.read(lambda tx: names.words_from(tx, 0)) == before, "no word lost its place"
    assert await all_found(held)


@pytest.fixture
def _two_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "AT_ONCE", (2,))


@pytest.mark.usefixtures("_two_at_once")
async def test_it_goes_in_short_steps_and_tells_of_each(held: Held) -> None:
    for _ in range(3):
        await held.store.report(await held.store.person(), name=OTHER)
    told: list[tuple[int, int]] = []
    assert await rebuild(held.store, lambda done, total: told.append((done, total))) == 6
    assert told == [(2, 6), (4, 6), (5, 6), (6, 6)]


@pytest.mark.usefixtures("_two_at_once")
@pytest.mark.parametrize("stop_after", [2, 3])
async def test_interrupted_it_is_done_again_at_the_next_start(held: Held, stop_after: int) -> None:
    assert await follow(held.store) == 3

    def power_cut(done: int, _: int) -> None:
        if done == stop_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await rebuild(held.store, power_cut)
    assert await noted(held.store) != folded.fingerprint()
    assert await all_found(held), "what is half done is found all the same"
    assert await follow(held.store) == 3
    assert await all_found(held)


async def test_on_a_full_disk_what_was_indexed_stays_and_the_rest_follows(file_store: Store) -> None:
    anna = await file_store.person()
    reports = [await file_store.report(anna, name=f"Исраилов {name}") for name in _invented(600)]

    async def fills_up(tx: Transaction, room: int) -> None:
        pages = (await tx.execute(text("PRAGMA page_count"))).scalar_one()
        await tx.execute(text(f"PRAGMA max_page_count={pages + room}"))

    await file_store.write(partial(fills_up, room=25))
    told: list[int] = []
    with pytest.raises(StorageUnavailable, match="full"):
        await rebuild(file_store, lambda done, _: told.append(done))
    assert told
    assert told[-1] < len(reports)
    assert await noted(file_store) == ""
    assert (await file_store.found(REPORT, reports[0].name))[:1] == [reports[0].id]
    await file_store.write(partial(fills_up, room=1_000_000))
    assert await follow(file_store) == len(reports)
    assert (await file_store.found(REPORT, reports[-1].name))[:1] == [reports[-1].id]


def _invented(how_many: int) -> list[str]:
    """Words that no two of sound alike."""
    sounds = "bdgklmnprst"
    every = ("a".join(letters) + "a" for letters in product(sounds, repeat=4))
    return [next(every) for _ in range(how_many)]


@pytest.mark.usefixtures("_two_at_once")
async def test_whoever_searches_meanwhile_finds_everybody(held: Held) -> None:
    for _ in range(6):
        await held.store.report(await held.store.person(), name="Мадина Алиева")
    await rebuild(held.store)
    again = asyncio.create_task(rebuild(held.store))
    looks = 0
    while not again.done():
        assert await all_found(held)
        looks += 1
    assert await again == 9
    assert looks


@pytest.mark.usefixtures("_two_at_once")
async def test_what_comes_and_goes_meanwhile_is_as_it_should_be(held: Held) -> None:
    anna = await held.store.person()
    meanwhile: list[asyncio.Task[None]] = []

    async def changes() -> None:
        report = await held.store.report(anna, name="Мадина Алиева")
        await held.store.index(REPORT, report.id, report.name)
        await held.store.write(lambda tx: names.remove(tx, [held.watch]))
        await held.store.write(lambda tx: watches.end(tx, held.watch, held.store.now))

    def once(_: int, __: int) -> None:
        if not meanwhile:
            meanwhile.append(asyncio.create_task(changes()))

    await rebuild(held.store, once)
    await meanwhile[0]
    assert len(await held.store.found(REPORT, "Мадина Алиева")) == 1
    assert len(await held.store.found(REPORT, NAME)) == 1
    assert await held.store.found(WATCH, WANTED) == []


async def test_while_the_rules_are_the_same_nothing_is_done(held: Held) -> None:
    assert await follow(held.store) == 3
    await held.store.write(lambda tx: names.remove(tx, [held.watch]))
    assert await follow(held.store) == 0
    assert await held.store.found(WATCH, WANTED) == []


@pytest.mark.parametrize("by", ["", "0" * 64])
async def test_an_index_that_other_rules_made_is_made_anew(held: Held, by: str) -> None:
    await held.store.write(lambda tx: notes.put(tx, indexing.NOTE, by))
    assert await follow(held.store) == 3
    assert await all_found(held)


async def test_an_empty_database_only_notes_its_rules(store: Store) -> None:
    told: list[int] = []
    assert await indexing.follow_rules(store.relay, lambda done, _: told.append(done)) == 0
    assert (await noted(store), told) == (folded.fingerprint(), [])


async def test_words_of_a_process_that_runs_meanwhile_are_right_afterwards(held: Held) -> None:
    await held.store.found(REPORT, NAME)
    running = relay_on(held.store.database)
    former = Entry(held.reports[0], 0, [(0, "zhanabay"), (1, "issrailow")], [])
    await held.store.write(lambda tx: names.put(tx, REPORT, [former]))
    await running.work(lambda work: work.words.refresh(work.tx))
    await indexing.rebuild(relay_on(held.store.database), silently)
    await running.work(lambda work: work.words.refresh(work.tx))
    assert {"janabai", "israilov"} <= set(running.words.by_number.values())
    assert await all_found(held)


def test_every_tenth_is_told_of_once() -> None:
    told: list[tuple[int, int]] = []
    progress = indexing.by_tenths(lambda done, total: told.append((done, total)))
    for done in range(200, 10_001, 200):
        progress(done, 10_000)
    assert told == [(tenth * 1000, 10_000) for tenth in range(1, 11)]


@pytest.mark.parametrize(("steps", "tell"), [([3], [3]), ([1, 2, 3, 4], [1, 2, 3, 4]), ([2, 4], [2, 4])])
def test_few_names_are_told_of_as_they_come(steps: list[int], tell: list[int]) -> None:
    told: list[int] = []
    progress = indexing.by_tenths(lambda done, _: told.append(done))
    for done in steps:
        progress(done, 3)
    assert told == tell


@pytest.fixture
def _forgotten() -> Iterator[None]:
    """The fingerprint is worked out anew, now and by whoever comes after."""
    folded.fingerprint.cache_clear()
    yield
    folded.fingerprint.cache_clear()


@pytest.mark.usefixtures("_forgotten")
def test_the_fingerprint_is_another_one_for_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    before = folded.fingerprint()
    folded.fingerprint.cache_clear()
    assert folded.fingerprint() == before
    folded.fingerprint.cache_clear()
    monkeypatch.setattr(folded, "VERSION", folded.VERSION + 1)
    assert folded.fingerprint() != before


@pytest.mark.usefixtures("_forgotten")
def test_the_fingerprint_is_another_one_after_a_change_of_any_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Path(str(files(rules)))
    tables = sorted(path.name for path in here.glob("*.tsv"))
    found = {folded.fingerprint()}
    for changed in tables:
        tried = Path(shutil.copytree(here, tmp_path / changed))
        (tried / changed).write_text((here / changed).read_text(encoding="utf-8") + "#\n", encoding="utf-8")
        monkeypatch.setattr(folded, "files", lambda _, tried=tried: tried)
        folded.fingerprint.cache_clear()
        found.add(folded.fingerprint())
    assert len(found) == 1 + len(tables)
