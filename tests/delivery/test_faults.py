"""What goes wrong at the wrong moment: stops, silences, full disks, clocks, late answers, lost duties."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from delivery import duty, worker
from delivery.duty import Duty
from delivery.limiter import Limiter, Limits
from domain.errors import StorageUnavailable
from domain.messages import DeliveryState, OnDoubt
from sandbox.person import Person
from storage import outbox, sending
from tests.conftest import Desk
from tests.delivery.conftest import Post
from tests.delivery.slow import Sender, reply
from tests.delivery.test_worker import count

QUEUED, SENT, UNKNOWN = DeliveryState.QUEUED, DeliveryState.SENT, DeliveryState.UNKNOWN


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "AFTER_FAULT", 0.0)


@pytest.fixture
def disk_full_once(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first records are refused; what the refusals were."""
    refused: list[str] = []
    record = sending.sent

    async def sent(tx: Any, ended: Any, now: Any) -> None:
        if ended and not refused:
            refused.append("database or disk is full")
            raise StorageUnavailable(refused[0])
        await record(tx, ended, now)

    monkeypatch.setattr(sending, "sent", sent)
    return refused


async def test_a_sender_that_lost_its_duty_claims_nothing_more(
    desk: Desk, post: Post, sender: Sender, anna: Person, boris: Person
) -> None:
    first = await post.to(anna, "First")
    draining = asyncio.create_task(sender.worker.drain())
    await sender.request.until(1)
    desk.world.clock.wind(duty.LEASE + timedelta(seconds=1))  # it was suspended: nobody heard of it
    assert await Duty(desk.app.relay.database, desk.world.clock, "another").held()
    second = await post.to(boris, "Second")
    sender.request.gate.set()
    await draining
    assert [await post.state(each) for each in (first, second)] == [SENT, QUEUED]


async def test_a_long_broadcast_keeps_the_duty(
    desk: Desk, post: Post, sender: Sender, anna: Person, boris: Person
) -> None:
    other = Duty(desk.app.relay.database, desk.world.clock, "another")
    chats = (anna.id, boris.id, desk.channel.id, desk.moderators.id)
    draining = None
    for number, chat_id in enumerate(chats, start=1):
        await post.to_chat(chat_id, "Hello")
        sender.worker.wake()
        draining = draining or asyncio.create_task(sender.worker.drain())
        await sender.request.until(number)
        desk.world.clock.wind(duty.LEASE * 0.6)
    assert draining is not None
    assert not draining.done()
    assert not await other.held()
    sender.request.gate.set()
    assert await draining == len(chats)


async def test_a_silence_does_not_hold_up_a_stop(
    post: Post, sender: Sender, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    limiter = Limiter(asyncio.get_running_loop().time)
    limiter.refused(anna.id, 3600)
    waiting = await post.to(anna, "Hello")
    silent = sender.with_limiter(limiter)
    turns, asked = limiter.turns, asyncio.Event()

    async def watched(*given: Any) -> int:
        asked.set()
        return await turns(*given)

    monkeypatch.setattr(limiter, "turns", watched)
    running = asyncio.create_task(silent.run())
    await asked.wait()
    async with asyncio.timeout(3):
        await silent.finish()
        await running
    assert await post.state(waiting) is QUEUED


async def test_a_silence_keeps_nobody_from_the_records_and_the_duty(
    post: Post, sender: Sender, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "TURN_PATIENCE", 0.01)
    limiter = Limiter(asyncio.get_running_loop().time)
    limiter.refused(anna.id, 3600)
    await post.to(anna, "Hello")
    assert await asyncio.wait_for(sender.with_limiter(limiter).drain(), 3) == 0


async def test_what_is_claimed_while_a_stop_begins_is_still_sent_and_recorded(
    post: Post, sender: Sender, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = sending.claim
    stops: list[asyncio.Task[None]] = []

    async def interrupted(*given: Any) -> Any:
        claimed = await claim(*given)
        stops.append(asyncio.create_task(sender.worker.finish()))
        await asyncio.sleep(0)
        return claimed

    monkeypatch.setattr(sending, "claim", interrupted)
    sender.request.gate.set()
    first = await post.to(anna, "First")
    await sender.worker.run()
    await asyncio.gather(*stops)
    assert len(stops) == 1
    assert await post.state(first) is SENT


async def test_what_a_full_disk_refused_is_recorded_at_the_stop(
    post: Post, sender: Sender, anna: Person, disk_full_once: list[str]
) -> None:
    sender.request.gate.set()
    notice = await post.to(anna, "Hello")
    with capture_logs() as logs:
        await sender.worker.drain()
    assert [line["fault"] for line in logs] == disk_full_once
    assert await post.state(notice) is DeliveryState.SENDING
    await sender.worker.finish()
    assert await post.state(notice) is SENT


async def test_a_reply_that_arrived_is_no_fault_of_its_update_when_the_disk_is_full(
    post: Post, sender: Sender, desk: Desk, anna: Person, disk_full_once: list[str]
) -> None:
    sender.request.gate.set()
    with capture_logs() as logs:
        delivery = await reply(desk, anna, sender.worker)
    assert [line["fault"] for line in logs] == disk_full_once
    await sender.worker.finish()
    assert await post.state(delivery) is SENT


async def test_a_process_without_the_duty_records_its_own_replies(
    post: Post, sender: Sender, desk: Desk, anna: Person, disk_full_once: list[str]
) -> None:
    sender.request.gate.set()
    assert await Duty(desk.app.relay.database, desk.world.clock, "another").held()
    delivery = await reply(desk, anna, sender.worker)
    assert disk_full_once
    running = asyncio.create_task(sender.worker.run())
    await asyncio.wait_for(sender.duty.refused.wait(), 5)
    assert await post.state(delivery) is SENT
    await sender.worker.finish()
    await running


async def test_a_clock_wound_forward_repeats_nothing_that_is_on_its_way(
    post: Post, sender: Sender, desk: Desk, anna: Person, boris: Person
) -> None:
    answering = asyncio.create_task(reply(desk, anna, sender.worker))
    await sender.request.until(1)
    desk.world.clock.wind(timedelta(hours=1))
    await post.to(boris, "Hello")
    running = asyncio.create_task(sender.worker.run())
    await sender.request.until(2)
    sender.request.gate.set()
    delivery = await answering
    await sender.worker.drain()
    await sender.worker.finish()
    await running
    assert await post.state(delivery) is SENT
    assert (count(anna, "Answer"), count(boris, "Hello")) == (1, 1)


async def test_a_late_answer_counts_though_the_lease_was_over(
    post: Post, sender: Sender, desk: Desk, anna: Person
) -> None:
    notice = await post.to(anna, "Hello")
    posted = await post.to_chat(desk.channel.id, "Post")
    draining = asyncio.create_task(sender.worker.drain())
    await sender.request.until(2)
    now = desk.world.clock.now()
    await desk.app.relay.database.write(lambda tx: sending.recover_all(tx, now))  # by another process
    assert [await post.state(each) for each in (notice, posted)] == [QUEUED, UNKNOWN]
    sender.request.gate.set()
    await draining
    assert [await post.state(each) for each in (notice, posted)] == [SENT, SENT]


async def test_a_late_doubt_does_not_undo_what_was_decided_meanwhile(
    post: Post, sender: Sender, desk: Desk
) -> None:
    desk.world.answers_lost = True
    posted = await post.to_chat(desk.channel.id, "Post")
    draining = asyncio.create_task(sender.worker.drain())
    await sender.request.until(1)
    now, database = desk.world.clock.now(), desk.app.relay.database
    await database.write(lambda tx: sending.recover_all(tx, now))
    assert await database.write(lambda tx: outbox.requeue(tx, posted, now + timedelta(hours=1)))
    sender.request.gate.set()
    await draining
    assert await post.state(posted) is QUEUED, "a moderator wants it sent again"


async def test_a_fault_of_our_own_on_the_way_is_a_doubt(
    post: Post, sender: Sender, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def faulty(*_: Any, **__: Any) -> Any:
        raise KeyError("result")

    monkeypatch.setattr(type(sender.line.people), "send_message", faulty)
    parked = await post.to_chat(-1001, "Post", on_doubt=OnDoubt.PARK)
    resent = await post.to(anna, "Hello", OnDoubt.RESEND)
    with capture_logs() as logs:
        assert await sender.worker.drain() == 2
    assert [await post.state(each) for each in (parked, resent)] == [UNKNOWN, QUEUED]
    assert [line["event"] for line in logs] == ["outbox fault"] * 2


async def test_one_answer_that_does_not_come_keeps_nobody_else_waiting(
    post: Post, sender: Sender, anna: Person, boris: Person
) -> None:
    await post.to(anna, "Hello")
    draining = asyncio.create_task(sender.worker.drain())
    await sender.request.until(1)
    await post.to(boris, "Hello")  # written by another process: nobody wakes this one
    await sender.request.until(2)
    sender.request.gate.set()
    assert await draining == 2


async def test_very_many_replies_at_once_arrive_once_each(
    desk: Desk, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three thousand at 30 a second, in a small: more than can leave while they wait."""
    monkeypatch.setattr(worker, "PATIENCE", 0.05)
    limiter = Limiter(asyncio.get_running_loop().time, Limits(100.0, 0, 0))
    sender.request.gate.set()
    crowded = sender.with_limiter(limiter)
    crowd = [desk.person(f"Person {number}", "en") for number in range(100)]
    for person in crowd:
        desk.world.send_text(person.id, person.id, "/help")
    await desk.settle()
    await asyncio.gather(*(reply(desk, person, crowded) for person in crowd))
    early = sum(count(person, "Answer") for person in crowd)
    assert early < len(crowd), "there were more than could leave at once"
    desk.world.clock.wind(timedelta(seconds=5))
    await crowded.drain()
    assert [count(person, "Answer") for person in crowd] == [1] * len(crowd)
