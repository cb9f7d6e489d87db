"""Posts and mentions: where an item stands in each channel, and the notices that tell of a report."""

from functools import partial

import pytest
from sqlalchemy.exc import IntegrityError

from domain.documents import Report
from domain.messages import DeliveryState, chat
from domain.reposts import ItemKind
from storage import outbox, posts
from storage.posts import Post
from tests.storage.conftest import store_fixture
from tests.storage.store import Store, outgoing

CHANNEL, KAZAKH = chat(-1001), chat(-1002)


@store_fixture
async def report(store: Store) -> Report:
    return await store.report(await store.person())


async def post(store: Store, channel: str = CHANNEL) -> str:
    return await store.queued(outgoing(channel, "Found"))


async def stands(store: Store, report: Report) -> list[Post]:
    return list(await store.read(lambda tx: posts.of_item(tx, report.id)))


async def test_an_item_has_one_live_post_in_each_channel(store: Store, report: Report) -> None:
    assert await stands(store, report) == []
    one, two, other = await post(store), await post(store), await post(store, KAZAKH)
    for channel, delivery in ((CHANNEL, one), (KAZAKH, other), (CHANNEL, two)):
        await store.write(
            partial(posts.put, kind=ItemKind.FIND, subject=report.id, channel=channel, delivery=delivery)
        )
    assert await stands(store, report) == [
        Post(ItemKind.FIND, report.id, CHANNEL, two, None),
        Post(ItemKind.FIND, report.id, KAZAKH, other, None),
    ]
    await store.write(lambda tx: posts.forget(tx, report.id))
    assert await stands(store, report) == []


async def test_a_digest_takes_a_post_s_place_when_it_is_out(store: Store, report: Report) -> None:
    first, digest = await post(store), await post(store)
    find = partial(posts.put, kind=ItemKind.FIND, subject=report.id, channel=CHANNEL, delivery=first)
    await store.write(find)
    await store.write(lambda tx: posts.succeed(tx, ItemKind.FIND, report.id, CHANNEL, digest))
    [both] = await stands(store, report)
    assert (both.delivery, both.next) == (first, digest)
    for delivery in (first, digest):
        assert await store.read(partial(posts.shown_by, delivery=delivery)) == [both]
    assert await store.read(lambda tx: posts.succeeded(tx, 5)) == []
    await store.write(lambda tx: outbox.finish(tx, digest, DeliveryState.SENT, store.now, 7))
    assert await store.read(lambda tx: posts.succeeded(tx, 5)) == [both]
    await store.write(lambda tx: posts.move_on(tx, both))
    assert await stands(store, report) == [Post(ItemKind.FIND, report.id, CHANNEL, digest, None)]
    assert await store.read(lambda tx: posts.succeeded(tx, 5)) == []


async def test_what_stood_nowhere_stands_in_its_digest_at_once(store: Store, report: Report) -> None:
    digest = await post(store)
    await store.write(lambda tx: posts.succeed(tx, ItemKind.FIND, report.id, CHANNEL, digest))
    assert await stands(store, report) == [Post(ItemKind.FIND, report.id, CHANNEL, digest, None)]


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
    delivery = await post(store)
    for one, two in (("nothing", delivery), (report.id, "nothing")):
        with pytest.raises(IntegrityError):
            await store.write(partial(posts.mention, report_id=one, delivery_id=two))


async def test_a_post_is_no_mention(store: Store, report: Report) -> None:
    delivery = await post(store)
    await store.write(lambda tx: posts.put(tx, ItemKind.FIND, report.id, CHANNEL, delivery))
    assert await store.read(lambda tx: posts.mentioned(tx, report.id)) == []
