"""Posts and mentions: the live post of a report, and the notices that tell of it."""

from functools import partial

import pytest
from sqlalchemy.exc import IntegrityError

from domain.documents import Report
from domain.messages import chat
from storage import posts
from tests.storage.conftest import store_fixture
from tests.storage.store import Store, outgoing

CHANNEL = chat(-1001)


@store_fixture
async def report(store: Store) -> Report:
    return await store.report(await store.person())


async def test_a_report_has_one_live_post(store: Store, report: Report) -> None:
    assert await store.read(lambda tx: posts.live(tx, report.id)) is None
    delivery = await store.queued(outgoing(CHANNEL, "Found"))
    await store.write(lambda tx: posts.put(tx, report.id, delivery))
    assert await store.read(lambda tx: posts.live(tx, report.id)) == delivery
    second = await store.queued(outgoing(CHANNEL, "Found"))
    await store.write(lambda tx: posts.put(tx, report.id, second))
    assert await store.read(lambda tx: posts.live(tx, report.id)) == second


async def test_whatever_tells_of_a_report_is_known_in_its_order(store: Store, report: Report) -> None:
    anna, boris, other = await store.person(), await store.person(), await store.report(await store.person())
    told = [await store.queued(outgoing(person.id, "Found")) for person in (anna, boris)]
    for one, delivery in [(report, told[1]), (report, told[0]), (other, told[0])]:
        await store.write(partial(posts.mention, report_id=one.id, delivery_id=delivery))
    mentioned = await store.read(lambda tx: posts.mentioned(tx, report.id))
    assert list(mentioned) == [(told[0], anna.id), (told[1], boris.id)]
    await store.write(lambda tx: posts.forget_mentions(tx, report.id))
    assert await store.read(lambda tx: posts.mentioned(tx, report.id)) == []
    assert list(await store.read(lambda tx: posts.mentioned(tx, other.id))) == [(told[0], anna.id)]


async def test_a_mention_needs_both_its_sides(store: Store, report: Report) -> None:
    delivery = await store.queued(outgoing(CHANNEL, "Found"))
    for one, two in (("nothing", delivery), (report.id, "nothing")):
        with pytest.raises(IntegrityError):
            await store.write(partial(posts.mention, report_id=one, delivery_id=two))


async def test_a_post_is_no_mention(store: Store, report: Report) -> None:
    delivery = await store.queued(outgoing(CHANNEL, "Found"))
    await store.write(lambda tx: posts.put(tx, report.id, delivery))
    assert await store.read(lambda tx: posts.mentioned(tx, report.id)) == []
