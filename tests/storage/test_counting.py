"""What is counted and remembered for a while: claims, counters, updates seen, notes, posts."""

import asyncio
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy.exc import IntegrityError

from storage import claims, counters, inbox, notes, posts
from storage.transaction import Transaction
from tests.storage.store import START, Store, outgoing

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)


async def test_a_person_claims_a_report_once(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report = await store.report(anna)
    assert await store.write(lambda tx: claims.add(tx, report.id, boris.id, START))
    assert not await store.write(lambda tx: claims.add(tx, report.id, boris.id, START))
    assert await store.write(lambda tx: claims.add(tx, report.id, anna.id, START))


async def test_claims_are_counted_from_a_moment_on(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    for hours in (0, 23, 25):
        report, moment = await store.report(anna), START - timedelta(hours=hours)
        await store.write(partial(claims.add, report_id=report.id, person_id=boris.id, now=moment))
    day_ago = START - timedelta(hours=24)
    assert await store.read(lambda tx: claims.count_since(tx, boris.id, day_ago)) == 2
    assert await store.read(lambda tx: claims.count_since(tx, anna.id, day_ago)) == 0


async def test_counters_count_per_person_action_and_day(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    counted = [
        await store.write(lambda tx: counters.increase(tx, anna.id, "search", TODAY)),
        await store.write(lambda tx: counters.increase(tx, anna.id, "search", TODAY)),
        await store.write(lambda tx: counters.increase(tx, anna.id, "search", TOMORROW)),
        await store.write(lambda tx: counters.increase(tx, anna.id, "claim", TODAY)),
        await store.write(lambda tx: counters.increase(tx, boris.id, "search", TODAY)),
    ]
    assert counted == [1, 2, 1, 1, 1]


async def test_counting_at_once_loses_nothing(store: Store) -> None:
    anna = await store.person()
    counted = await asyncio.gather(
        *(store.write(lambda tx: counters.increase(tx, anna.id, "search", TODAY)) for _ in range(8))
    )
    assert sorted(counted) == list(range(1, 9))


async def test_spent_counters_are_forgotten(store: Store) -> None:
    anna = await store.person()
    await store.write(lambda tx: counters.increase(tx, anna.id, "search", TODAY))
    await store.write(lambda tx: counters.increase(tx, anna.id, "search", TOMORROW))
    assert await store.write(lambda tx: counters.drop_older(tx, TOMORROW)) == 1
    assert await store.write(lambda tx: counters.increase(tx, anna.id, "search", TODAY)) == 1
    assert await store.write(lambda tx: counters.increase(tx, anna.id, "search", TOMORROW)) == 2


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


async def test_a_report_has_one_live_post(store: Store) -> None:
    report = await store.report(await store.person())
    assert await store.read(lambda tx: posts.live(tx, report.id)) is None
    delivery = await store.queued(outgoing("chat:-1001", "Found"))
    await store.write(lambda tx: posts.add(tx, report.id, delivery))
    assert await store.read(lambda tx: posts.live(tx, report.id)) == delivery
    with pytest.raises(IntegrityError):
        await store.write(lambda tx: posts.add(tx, report.id, delivery))
