"""What is counted and remembered for a while: caps, handovers, updates seen, notes."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.documents import Report
from storage import counters, documents, handovers, inbox, notes, schema
from storage.transaction import Transaction
from tests.storage.conftest import store_fixture
from tests.storage.store import START, Store

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)


@store_fixture
async def anna(store: Store) -> str:
    """How the counters know Anna."""
    return await seeker(store, 7_734_512_001)


@store_fixture
async def boris(store: Store) -> str:
    """How the counters know Boris."""
    return await seeker(store, 7_734_512_002)


async def seeker(store: Store, telegram_id: int) -> str:
    async def mark(tx: Transaction) -> str:
        return counters.seeker(tx, telegram_id)

    return await store.read(mark)


async def test_a_seeker_is_the_same_for_ever_and_shows_no_number(anna: str, boris: str, store: Store) -> None:
    assert anna == await seeker(store, 7_734_512_001)
    assert anna != boris
    assert len(anna) == 32
    assert "7734512001" not in anna


async def test_counters_count_per_person_action_and_day(store: Store, anna: str, boris: str) -> None:
    counted = [
        await store.write(lambda tx: counters.increase(tx, anna, "search", TODAY)),
        await store.write(lambda tx: counters.increase(tx, anna, "search", TODAY)),
        await store.write(lambda tx: counters.increase(tx, anna, "search", TOMORROW)),
        await store.write(lambda tx: counters.increase(tx, anna, "claim", TODAY)),
        await store.write(lambda tx: counters.increase(tx, boris, "search", TODAY)),
    ]
    assert counted == [1, 2, 1, 1, 1]
    assert await store.read(lambda tx: counters.count(tx, anna, "search", TODAY)) == 2
    assert await store.read(lambda tx: counters.count(tx, boris, "claim", TODAY)) == 0


async def test_counting_at_once_loses_nothing(store: Store, anna: str) -> None:
    counted = await asyncio.gather(
        *(store.write(lambda tx: counters.increase(tx, anna, "search", TODAY)) for _ in range(8))
    )
    assert sorted(counted) == list(range(1, 9))


async def sought(store: Store, who: str, day: date, *names: str) -> None:
    for name in names:
        await store.write(partial(counters.add_sought, row_id=store.new_id(), who=who, day=day, name=name))


async def test_names_sought_are_remembered_per_person_and_day(store: Store, anna: str, boris: str) -> None:
    await sought(store, anna, TODAY, "Жанабай Исраилов", "O‘g‘iloy Yo‘ldosheva")
    await sought(store, anna, TOMORROW, "Дина Омарова")
    await sought(store, boris, TODAY, "Ержан Сейтов")
    names = await store.read(lambda tx: counters.names_sought(tx, anna, TODAY))
    assert sorted(names) == ["O‘g‘iloy Yo‘ldosheva", "Жанабай Исраилов"]


async def test_a_name_that_is_being_typed_grows_in_its_place(store: Store, anna: str, boris: str) -> None:
    for row_id, who, name in (("row1", anna, "Ким На"), ("row2", anna, "Каримов"), ("row3", boris, "Ким На")):
        await store.write(partial(counters.add_sought, row_id=row_id, who=who, day=TODAY, name=name))

    async def grow(tx: Transaction) -> list[bool]:
        steps = (("Ким На", "Ким Нат"), ("Ким Нат", "Ким Наталья"), ("Ким На", "Ким Нина"))
        return [await counters.regrow_sought(tx, anna, TODAY, *step) for step in steps]

    assert await store.write(grow) == [True, True, False]
    assert set(await store.read(lambda tx: counters.names_sought(tx, anna, TODAY))) == {
        "Ким Наталья",
        "Каримов",
    }
    assert await store.read(lambda tx: counters.names_sought(tx, boris, TODAY)) == ["Ким На"]


async def test_who_erases_themselves_leaves_numbers_and_no_names(store: Store, anna: str, boris: str) -> None:
    await sought(store, anna, TODAY, "Жанабай Исраилов", "Дина Омарова")
    await sought(store, anna, date(2026, 11, 21), "Ержан Сейтов")
    await sought(store, boris, TODAY, "Ержан Сейтов")
    for total in (2, 2):  # nothing is counted twice
        await store.write(lambda tx: counters.blind(tx, anna, TODAY, "erased"))
        assert await store.read(lambda tx: counters.count(tx, anna, "erased", TODAY)) == total
    held = await store.read(lambda tx: tx.execute(select(schema.sought.c.seeker)))
    assert list(held.scalars()) == [boris]


async def test_tries_are_counted_by_person_by_report_and_by_time(store: Store, anna: str, boris: str) -> None:
    finder = await store.person()
    one, two = await store.report(finder), await store.report(finder)
    made = [(anna, one, 0), (anna, one, 23), (anna, two, 5), (boris, one, 1), (anna, one, 24)]
    for who, report, hours in made:
        await tried(store, who, report, START - timedelta(hours=hours))
    day_ago = START - timedelta(hours=24)
    counted = [
        await store.read(lambda tx: counters.tries_since(tx, day_ago)),
        await store.read(lambda tx: counters.tries_since(tx, day_ago, who=anna)),
        await store.read(lambda tx: counters.tries_since(tx, day_ago, report_id=one.id)),
        await store.read(lambda tx: counters.tries_since(tx, day_ago, who=anna, report_id=one.id)),
        await store.read(lambda tx: counters.tries_since(tx, day_ago, who=boris, report_id=two.id)),
    ]
    assert counted == [4, 3, 3, 2, 0]


async def tried(store: Store, who: str, report: Report, moment: datetime) -> None:
    row_id = store.new_id()
    await store.write(lambda tx: counters.add_try(tx, row_id, who, report.id, moment))


async def test_spent_counters_names_and_tries_are_forgotten(store: Store, anna: str) -> None:
    report = await store.report(await store.person())
    for day in (TODAY, TOMORROW):
        await store.write(partial(counters.increase, who=anna, action="search", day=day))
        await sought(store, anna, day, "Жанабай Исраилов")
    for moment in (START - timedelta(seconds=1), START):
        await tried(store, anna, report, moment)
    assert await store.write(lambda tx: counters.drop_older(tx, TOMORROW, START)) == 3
    assert await store.write(lambda tx: counters.drop_older(tx, TOMORROW, START)) == 0
    assert await store.write(lambda tx: counters.increase(tx, anna, "search", TODAY)) == 1
    assert await store.write(lambda tx: counters.increase(tx, anna, "search", TOMORROW)) == 2
    assert await store.read(lambda tx: counters.names_sought(tx, anna, TODAY)) == []
    assert len(await store.read(lambda tx: counters.names_sought(tx, anna, TOMORROW))) == 1
    assert await store.read(lambda tx: counters.tries_since(tx, datetime.min.replace(tzinfo=UTC))) == 1


async def test_a_document_comes_home_once(store: Store) -> None:
    finder = await store.person()
    one, two = await store.report(finder), await store.report(finder)
    assert await store.read(handovers.count) == 0
    for report in (one, two):
        await store.write(partial(handovers.add, report_id=report.id, way="code", now=START))
    with pytest.raises(IntegrityError):
        await store.write(lambda tx: handovers.add(tx, one.id, "both", START))
    assert await store.read(handovers.count) == 2
    await store.write(lambda tx: documents.wipe(tx, one.id, START))
    assert await store.read(handovers.count) == 2


async def test_an_update_is_new_only_once(store: Store) -> None:
    big = 2**40
    assert await store.write(lambda tx: inbox.record(tx, big, START))
    assert not await store.write(lambda tx: inbox.record(tx, big, START))
    assert await store.write(lambda tx: inbox.record(tx, big + 1, START))


async def test_an_update_whose_effects_were_undone_is_new_again(store: Store) -> None:
    async def fails_after_it(tx: Transaction) -> None:
        assert await inbox.record(tx, 7, START)
        raise LookupError

    with pytest.raises(LookupError):
        await store.write(fails_after_it)
    assert await store.write(lambda tx: inbox.record(tx, 7, START))


async def test_old_updates_are_forgotten(store: Store) -> None:
    await store.write(lambda tx: inbox.record(tx, 1, START - timedelta(days=4)))
    await store.write(lambda tx: inbox.record(tx, 2, START))
    assert await store.write(lambda tx: inbox.drop_older(tx, START - timedelta(days=3))) == 1
    assert not await store.write(lambda tx: inbox.record(tx, 2, START))


async def test_a_note_holds_the_last_words(store: Store) -> None:
    assert await store.read(lambda tx: notes.find(tx, "profile")) is None
    await store.write(lambda tx: notes.put(tx, "profile", "one"))
    await store.write(lambda tx: notes.put(tx, "profile", "two"))
    await store.write(lambda tx: notes.put(tx, "other", "three"))
    assert await store.read(lambda tx: notes.find(tx, "profile")) == "two"
