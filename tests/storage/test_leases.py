"""Leases: one holder at a time, another only after the end or a release."""

from storage import leases
from tests.storage.store import SECOND, START, Store

UNTIL = START + 30 * SECOND


async def test_one_holder_at_a_time(store: Store) -> None:
    assert await store.write(lambda tx: leases.hold(tx, "sender", "one", START, UNTIL))
    assert not await store.write(lambda tx: leases.hold(tx, "sender", "two", START, UNTIL))
    assert await store.write(lambda tx: leases.hold(tx, "other", "two", START, UNTIL)), "another task"


async def test_the_holder_prolongs_it(store: Store) -> None:
    await store.write(lambda tx: leases.hold(tx, "sender", "one", START, UNTIL))
    later = UNTIL - SECOND
    assert await store.write(lambda tx: leases.hold(tx, "sender", "one", later, later + 30 * SECOND))
    assert not await store.write(lambda tx: leases.hold(tx, "sender", "two", UNTIL, UNTIL + 30 * SECOND))


async def test_another_takes_it_when_it_has_run_out(store: Store) -> None:
    await store.write(lambda tx: leases.hold(tx, "sender", "one", START, UNTIL))
    assert await store.write(lambda tx: leases.hold(tx, "sender", "two", UNTIL, UNTIL + 30 * SECOND))
    assert not await store.write(lambda tx: leases.hold(tx, "sender", "one", UNTIL, UNTIL + 30 * SECOND))


async def test_only_its_holder_gives_it_back(store: Store) -> None:
    await store.write(lambda tx: leases.hold(tx, "sender", "one", START, UNTIL))
    await store.write(lambda tx: leases.release(tx, "sender", "two"))
    assert not await store.write(lambda tx: leases.hold(tx, "sender", "two", START, UNTIL))
    await store.write(lambda tx: leases.release(tx, "sender", "one"))
    assert await store.write(lambda tx: leases.hold(tx, "sender", "two", START, UNTIL))


async def test_a_database_of_one_process_takes_over_whoever_held_it(store: Store) -> None:
    await store.write(lambda tx: leases.hold(tx, "sender", "dead", START, UNTIL))
    await store.write(lambda tx: leases.release(tx, "sender"))
    assert await store.write(lambda tx: leases.hold(tx, "sender", "two", START, UNTIL))


async def test_a_clock_that_was_put_back_does_not_keep_a_dead_process_s_lease_for_days(store: Store) -> None:
    await store.write(lambda tx: leases.hold(tx, "sender", "dead", START, UNTIL))
    back = START - 3600 * SECOND
    assert await store.write(lambda tx: leases.hold(tx, "sender", "two", back, back + 30 * SECOND))
    little = back - 20 * SECOND
    assert not await store.write(lambda tx: leases.hold(tx, "sender", "one", little, little + 30 * SECOND))
