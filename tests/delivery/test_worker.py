"""The worker: nothing is lost, nothing in doubt is repeated that must not be."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram.error import ChatMigrated

from delivery.worker import LEASE
from domain.messages import DeliveryState, Lane, OnDoubt, chat
from sandbox.person import Person
from storage import outbox, people, sending
from tests.conftest import Desk
from tests.delivery.conftest import Post
from tests.storage.store import claim_one

SHORT = timedelta(milliseconds=1)


def count(person: Person, text: str) -> int:
    return sum(message.text == text for message in person.messages)


async def test_messages_of_one_person_leave_in_the_order_they_were_written(post: Post, anna: Person) -> None:
    for number in range(5):
        await post.to(anna, f"Message {number}")
    assert await post.worker.drain() == 5
    assert [message.text for message in anna.messages][-5:] == [f"Message {number}" for number in range(5)]


async def test_urgent_lanes_go_first(desk: Desk, post: Post, anna: Person) -> None:
    await post.to_chat(desk.channel.id, "Post")
    await post.to(anna, "Notice")
    await post.worker.drain()
    sent = [call.params["text"] for call in desk.world.calls if call.method == "sendMessage"]
    assert sent[-2:] == ["Notice", "Post"]


async def test_a_net_that_was_down_loses_nothing(desk: Desk, post: Post, anna: Person) -> None:
    desk.world.net_down = True
    written = [await post.to(anna, f"Message {number}") for number in range(3)]
    posted = await post.to_chat(desk.channel.id, "Post")
    assert await post.worker.drain() == 2, "the later ones wait behind the first"
    assert {await post.state(delivery) for delivery in [*written, posted]} == {DeliveryState.QUEUED}
    for _ in range(20):
        await post.later()
    desk.world.net_down = False
    await post.later()
    assert {await post.state(delivery) for delivery in [*written, posted]} == {DeliveryState.SENT}
    assert [count(anna, f"Message {number}") for number in range(3)] == [1, 1, 1]
    assert [message.text for message in desk.posts] == ["Post"]


async def test_a_retry_waits_its_time(desk: Desk, post: Post, anna: Person) -> None:
    desk.world.net_down = True
    await post.to(anna, "Hello")
    assert await post.worker.drain() == 1
    desk.world.net_down = False
    assert await post.later(SHORT) == 0
    assert await post.later(timedelta(seconds=2)) == 1
    assert count(anna, "Hello") == 1


async def test_a_flood_loses_nothing(desk: Desk, post: Post, anna: Person, boris: Person) -> None:
    desk.world.flood_seconds = 40
    await post.to(anna, "To Anna")
    await post.to(boris, "To Boris")
    await post.worker.drain()
    desk.world.flood_seconds = 0
    assert await post.later(timedelta(seconds=39)) == 0, "nothing is tried before its time"
    assert await post.later(timedelta(seconds=1)) == 2
    assert (count(anna, "To Anna"), count(boris, "To Boris")) == (1, 1)


async def test_a_lost_answer_is_resent_or_parked_by_policy(desk: Desk, post: Post, anna: Person) -> None:
    desk.world.answers_lost = True
    notice = await post.to(anna, "Notice", OnDoubt.RESEND)
    posted = await post.to_chat(desk.channel.id, "Post", on_doubt=OnDoubt.PARK)
    await post.worker.drain()
    desk.world.answers_lost = False
    assert await post.state(notice) is DeliveryState.QUEUED
    assert await post.state(posted) is DeliveryState.UNKNOWN
    await post.later()
    assert count(anna, "Notice") == 2, "a notice is rather told twice than never"
    assert [message.text for message in desk.posts] == ["Post"], "a post is never repeated by itself"


async def test_who_stopped_the_bot_is_marked_and_not_written_to_again(
    desk: Desk, post: Post, anna: Person
) -> None:
    anna.blocks()
    desk.world.updates.forget()  # the bot was down when it was told so
    delivery = await post.to(anna, "Hello")
    await post.worker.drain()
    assert await post.state(delivery) is DeliveryState.UNREACHABLE
    found = await desk.app.relay.database.read(lambda tx: people.find(tx, anna.id, desk.world.clock.now()))
    assert found is not None
    assert not found.reachable


async def test_who_comes_back_gets_what_was_missed(desk: Desk, post: Post, anna: Person) -> None:
    anna.blocks()
    await post.to(anna, "Perhaps your document was found")
    await desk.settle()
    anna.unblocks()
    await anna.sends("/help")
    assert count(anna, "Perhaps your document was found") == 1


async def test_a_group_that_moved_is_followed(
    desk: Desk, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = desk.world.add_group("Old group", [], supergroup=False)
    send = desk.app.bot.send_message

    async def moved(chat_id: int | str, *args: Any, **kwargs: Any) -> Any:
        if chat_id == old.id:
            raise ChatMigrated(desk.moderators.id)
        return await send(chat_id, *args, **kwargs)

    monkeypatch.setattr(type(desk.app.bot), "send_message", lambda _, *args, **kwargs: moved(*args, **kwargs))
    written = [await post.to_chat(old.id, text, Lane.NOTICE) for text in ("First", "Second")]
    with capture_logs() as logs:
        await post.worker.drain()
    assert [message.text for message in desk.to_moderators] == ["First", "Second"]
    assert {await post.state(delivery) for delivery in written} == {DeliveryState.SENT}
    assert logs[0]["chat_id"] == desk.moderators.id


async def test_what_telegram_refuses_is_logged_for_the_operator(post: Post, anna: Person) -> None:
    with capture_logs() as logs:
        delivery = await post.to(anna, "<b>not closed")
        await post.worker.drain()
    assert await post.state(delivery) is DeliveryState.UNDELIVERABLE
    assert [(line["event"], line["lane"]) for line in logs] == [("undeliverable", "NOTICE")]
    assert "can't parse entities" in logs[0]["problem"].lower()
    assert count(anna, "not closed") == 0


@pytest.mark.parametrize("lane", [Lane.NOTICE, Lane.POST])
async def test_a_chat_that_shuts_the_bot_out_is_a_trouble_for_the_operator(
    desk: Desk, post: Post, lane: Lane
) -> None:
    desk.world.chats[desk.channel.id].bot.status = "left"
    with capture_logs() as logs:
        delivery = await post.to_chat(desk.channel.id, "Post", lane)
        await post.worker.drain()
    assert await post.state(delivery) is DeliveryState.UNDELIVERABLE
    assert [(line["event"], line["problem"]) for line in logs] == [
        ("undeliverable", "the bot may not write there")
    ]


async def test_a_change_of_a_post_that_never_came_to_be_is_given_up(desk: Desk, post: Post) -> None:
    desk.world.answers_lost = True
    original = await post.to_chat(desk.channel.id, "Post")
    await post.worker.drain()
    desk.world.answers_lost = False
    change = await post.edit(desk.channel.id, "Post, changed", original)
    await post.worker.drain()
    assert await post.state(change) is DeliveryState.CANCELLED
    assert [message.text for message in desk.posts] == ["Post"]


@pytest.mark.parametrize(("or_delete", "posts"), [(False, ["Taken back"]), (True, [])])
async def test_a_post_that_somebody_deleted_comes_back_only_if_it_should(
    desk: Desk, post: Post, *, or_delete: bool, posts: list[str]
) -> None:
    original = await post.to_chat(desk.channel.id, "Post")
    await post.worker.drain()
    desk.world.remove(desk.posts[0])
    change = await post.edit(desk.channel.id, "Taken back", original, or_delete=or_delete)
    await post.worker.drain()
    assert await post.state(change) is DeliveryState.SENT
    assert [message.text for message in desk.posts] == posts


async def test_a_dead_process_leaves_nothing_behind(desk: Desk, post: Post, anna: Person) -> None:
    notice = await post.to(anna, "Notice")
    posted = await post.to_chat(desk.channel.id, "Post")
    now = desk.world.clock.now()
    for _ in range(2):  # a former process claimed both and died
        await desk.app.relay.database.write(lambda tx: claim_one(tx, now, now + LEASE))
    assert await post.worker.drain() == 0, "what another process holds is left alone"
    assert await post.worker.recover() == 2
    assert await post.worker.drain() == 1
    assert (await post.state(notice), await post.state(posted)) == (DeliveryState.SENT, DeliveryState.UNKNOWN)
    assert count(anna, "Notice") == 1
    assert desk.posts == []


async def test_the_loop_goes_on_after_a_fault(
    desk: Desk, post: Post, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delivery.worker.AFTER_FAULT", 0.0)
    await post.to(anna, "Hello")
    faults = [RuntimeError("Anna Karimova")]
    claim = sending.claim
    arrived = asyncio.Event()
    desk.world.listen(lambda what, which: arrived.set() if (what, which) == ("chat", anna.id) else None)

    async def faulty(*args: Any) -> Any:
        if faults:
            raise faults.pop()
        return await claim(*args)

    monkeypatch.setattr(sending, "claim", faulty)
    with capture_logs() as logs:
        running = asyncio.create_task(post.worker.run())
        await asyncio.wait_for(arrived.wait(), 5)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
    assert count(anna, "Hello") == 1
    assert [line["event"] for line in logs] == ["outbox fault"]


async def test_nothing_personal_reaches_the_log(post: Post, anna: Person) -> None:
    with capture_logs() as logs:
        await post.to(anna, "<b>Жаңабай Исраилов 4821")
        await post.worker.drain()
        anna.blocks()
        await post.to(anna, "Жаңабай Исраилов")
        await post.to_chat(-1001, "Жаңабай Исраилов 4821")
        await post.worker.drain()
    said = repr(logs)
    assert logs
    for personal in ("Жаңабай", "Исраилов", "4821", "Anna", str(anna.id)):
        assert personal not in said


async def test_the_recipient_of_a_moved_group_is_the_new_one(desk: Desk, post: Post) -> None:
    await post.to_chat(-5, "Hello", Lane.NOTICE)
    await desk.app.relay.database.write(lambda tx: outbox.move_chat(tx, chat(-5), chat(desk.moderators.id)))
    await post.worker.drain()
    assert [message.text for message in desk.to_moderators] == ["Hello"]
