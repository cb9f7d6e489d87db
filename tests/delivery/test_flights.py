"""Deliveries on their way: many at once, none torn by a stop, none taken by a second process."""

import asyncio
from datetime import timedelta

import pytest
from telegram.ext import ExtBot

from delivery.duty import LEASE, Duty
from delivery.limiter import Limiter
from delivery.line import Line
from delivery.worker import PATIENCE
from domain.messages import DeliveryState, Lane
from sandbox.person import Person
from tests.conftest import Desk
from tests.delivery.conftest import Post
from tests.delivery.slow import Sender, reply


async def test_messages_to_many_are_on_their_way_together(
    post: Post, sender: Sender, anna: Person, boris: Person
) -> None:
    for person in (anna, boris):
        for number in range(2):
            await post.to(person, f"Message {number}")
    draining = asyncio.create_task(sender.worker.drain())
    await sender.request.until(2)
    assert not draining.done()
    assert [ends(person) for person in (anna, boris)] == ["Message 0", "Message 0"], "each one's own in order"
    sender.request.gate.set()
    assert await draining == 4
    assert [ends(person) for person in (anna, boris)] == ["Message 1", "Message 1"]


def ends(person: Person) -> str:
    return person.messages[-1].text


async def test_a_stop_lets_arrive_what_is_on_its_way(post: Post, sender: Sender, desk: Desk) -> None:
    posted = await post.to_chat(desk.channel.id, "Post")
    running = asyncio.create_task(sender.worker.run())
    await sender.request.until(1)
    stopping = asyncio.create_task(sender.worker.finish())
    await asyncio.sleep(0)
    assert not stopping.done()
    assert await post.state(posted) is DeliveryState.SENDING
    sender.request.gate.set()
    await asyncio.gather(stopping, running)
    assert await post.state(posted) is DeliveryState.SENT
    assert [message.text for message in desk.posts] == ["Post"]


async def test_after_a_stop_nothing_new_is_begun_and_another_process_may(
    post: Post, sender: Sender, desk: Desk, anna: Person
) -> None:
    await sender.worker.finish()
    waiting = await post.to(anna, "Hello")
    assert await sender.worker.drain() == 0
    assert await post.state(waiting) is DeliveryState.QUEUED
    assert await Duty(desk.app.relay.database, desk.world.clock, "another").held()


async def test_while_another_process_has_the_duty_nothing_is_sent(
    post: Post, sender: Sender, desk: Desk, anna: Person
) -> None:
    other = Duty(desk.app.relay.database, desk.world.clock, "another")
    assert await other.held()
    await post.to(anna, "Hello")
    running = asyncio.create_task(sender.worker.run())
    sender.worker.wake()
    await asyncio.wait_for(sender.duty.refused.wait(), 5)
    assert ends(anna) != "Hello"
    desk.world.clock.wind(LEASE + timedelta(seconds=1))  # the other is heard of no more
    sender.worker.wake()
    await sender.request.until(1)
    assert ends(anna) == "Hello"
    sender.request.gate.set()
    await sender.worker.finish()
    await running


async def test_a_reply_during_a_long_silence_is_queued_for_afterwards(
    post: Post, sender: Sender, desk: Desk, anna: Person
) -> None:
    limiter = Limiter(lambda: 0.0)
    limiter.refused(anna.id, PATIENCE + 30)
    assert limiter.paused() > PATIENCE
    delivery = await reply(desk, anna, sender.with_limiter(limiter))
    assert await post.state(delivery) is DeliveryState.QUEUED
    sender.request.gate.set()
    desk.world.clock.wind(timedelta(seconds=PATIENCE + 31))
    assert await sender.worker.drain() == 1
    assert ends(anna) == "Answer"


@pytest.mark.parametrize("lane", [Lane.POST, Lane.NOTICE])
async def test_what_goes_to_one_chat_is_never_paid_for(
    post: Post, sender: Sender, desk: Desk, lane: Lane
) -> None:
    sender.request.gate.set()
    paid = Line(sender.line.people, sender.line.bulk, sender.line.limiter, paid=True)
    worker = sender.with_line(paid)
    await post.to_chat(desk.channel.id, "Post", lane)
    assert await worker.drain() == 1
    assert "allow_paid_broadcast" not in sender.request.asked[-1]


def test_bulk_uses_connections_of_its_own() -> None:
    people_, bulk = ExtBot("1:a"), ExtBot("1:b")
    line = Line(people_, bulk, Limiter(lambda: 0.0))
    assert [line.bot_for(lane) is bulk for lane in Lane] == [False, False, True, True]
