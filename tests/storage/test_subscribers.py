"""Subscribers, and what waits to be sent to them."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from domain.documents import Country
from domain.messages import DeliveryState, Lane, OnDoubt
from domain.people import Person
from domain.subscriptions import QUIET_AT_NIGHT, Quiet, Subscriber, Topic
from storage import schema, subscribers
from storage.transaction import Transaction
from tests.storage.store import SECOND, START, Store, outgoing


def subscriber(person: Person, **changes: Any) -> Subscriber:
    plain = Subscriber(person.id, frozenset({Topic.DOCUMENTS}), (), None, QUIET_AT_NIGHT, START)
    return replace(plain, **changes)


async def saved(store: Store, wanted: Subscriber) -> Subscriber | None:
    await store.write(partial(subscribers.save, subscriber=wanted))
    return await store.read(lambda tx: subscribers.get(tx, wanted.person_id))


async def test_who_asked_for_nothing_is_no_subscriber(store: Store) -> None:
    anna = await store.person()
    assert await store.read(lambda tx: subscribers.get(tx, anna.id)) is None
    with pytest.raises(ValueError, match="asks for nothing"):
        await saved(store, subscriber(anna, topics=frozenset()))


async def test_a_subscriber_is_read_as_saved_and_each_change_takes_the_place_of_the_last(
    store: Store,
) -> None:
    anna = await store.person()
    for wanted in (
        subscriber(anna, topics=frozenset(Topic), places=("kzuz_zhibek_zholy", "tashkent_south_rail")),
        subscriber(anna, topics=frozenset({Topic.MEDICAL}), country=Country.UZ, quiet=None),
        subscriber(anna, places=("kzuz_zhibek_zholy",), quiet=Quiet(0, 7)),
        subscriber(anna, country=Country.ELSEWHERE),
    ):
        assert await saved(store, wanted) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    topics=st.frozensets(st.sampled_from(Topic), min_size=1),
    places=st.frozensets(st.sampled_from(["a", "b_1", "c"])),
    country=st.none() | st.sampled_from(Country),
    quiet=st.none() | st.sampled_from([QUIET_AT_NIGHT, Quiet(0, 7)]),
)
async def test_whatever_is_chosen_is_kept(
    file_store: Store,
    topics: frozenset[Topic],
    places: frozenset[str],
    country: Country | None,
    quiet: Quiet | None,
) -> None:
    kept = tuple(sorted(places)) if Topic.DOCUMENTS in topics else ()
    wanted = subscriber(await file_store.person(), topics=topics, places=kept, country=country, quiet=quiet)
    assert await saved(file_store, wanted) == wanted


async def test_who_changes_something_is_a_subscriber_since_they_first_were(store: Store) -> None:
    first = subscriber(await store.person())
    await saved(store, first)
    later = replace(first, quiet=None, since=START + SECOND)
    assert await saved(store, later) == replace(later, since=START)


async def test_who_is_removed_leaves_no_row_and_others_stay(store: Store) -> None:
    anna, boris = subscriber(await store.person(), places=("a", "b")), subscriber(await store.person())
    await saved(store, anna)
    await saved(store, boris)
    await store.write(lambda tx: subscribers.remove(tx, anna.person_id))
    await store.write(lambda tx: subscribers.remove(tx, anna.person_id))
    assert await store.read(lambda tx: subscribers.get(tx, anna.person_id)) is None
    assert await store.read(lambda tx: subscribers.get(tx, boris.person_id)) == boris
    for table in (schema.subscribers, schema.subscriptions):
        count = await store.read(lambda tx, table=table: tx.execute(select(func.count()).select_from(table)))  # type: ignore[misc] # a lambda with a default
        assert count.scalar_one() == 1


async def _broadcast(store: Store, author: Person, topic: Topic | None) -> str:
    broadcast = store.new_id()
    row = {
        "id": broadcast,
        "author_id": author.id,
        "state": "running",
        "topic": topic.value if topic else None,
        "recipients": 0,
        "created_at": START,
    }
    await store.write(lambda tx: tx.execute(schema.broadcasts.insert().values(row)))
    return broadcast


async def _sent_by(store: Store, broadcast: str, person: Person) -> str:
    message = outgoing(person.id, "Жаңалық", lane=Lane.BROADCAST, on_doubt=OnDoubt.PARK)
    delivery = await store.queued(message)

    async def belong(tx: Transaction) -> None:
        mine = schema.deliveries.c.id == delivery
        await tx.execute(update(schema.deliveries).where(mine).values(broadcast=broadcast))

    await store.write(belong)
    return delivery


async def _state(store: Store, delivery: str) -> DeliveryState:
    state = select(schema.deliveries.c.state).where(schema.deliveries.c.id == delivery)
    return DeliveryState((await store.read(lambda tx: tx.execute(state))).scalar_one())


async def test_only_what_waits_of_broadcasts_to_this_person_is_cancelled(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    broadcast = await _broadcast(store, boris, Topic.MEDICAL)
    theirs, others = await _sent_by(store, broadcast, anna), await _sent_by(store, broadcast, boris)
    notice = await store.queued(outgoing(anna.id, "Құжатыңыз табылды"))
    out = await _sent_by(store, broadcast, anna)
    sending = {"state": DeliveryState.SENDING.value}
    mine = schema.deliveries.c.id == out
    await store.write(lambda tx: tx.execute(update(schema.deliveries).where(mine).values(sending)))
    assert await store.write(lambda tx: subscribers.cancel_queued(tx, anna.id, START)) == 1
    assert await store.write(lambda tx: subscribers.cancel_queued(tx, anna.id, START)) == 0
    states = [await _state(store, delivery) for delivery in (theirs, others, notice, out)]
    assert states == [
        DeliveryState.CANCELLED,
        DeliveryState.QUEUED,
        DeliveryState.QUEUED,
        DeliveryState.SENDING,
    ]


async def test_who_leaves_one_topic_still_gets_what_is_for_everybody_and_of_others(store: Store) -> None:
    anna = await store.person()
    kept = [
        await _sent_by(store, await _broadcast(store, anna, topic), anna) for topic in (Topic.APPEALS, None)
    ]
    gone = await _sent_by(store, await _broadcast(store, anna, Topic.MEDICAL), anna)
    assert await store.write(lambda tx: subscribers.cancel_queued(tx, anna.id, START, Topic.MEDICAL)) == 1
    assert await _state(store, gone) is DeliveryState.CANCELLED
    assert [await _state(store, delivery) for delivery in kept] == [DeliveryState.QUEUED] * 2
