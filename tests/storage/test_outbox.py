"""The outbox on each engine: order, leases, doubt, edits, and what is kept for whom."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from domain.messages import Button, Claimed, Content, DeliveryState, Lane, OnDoubt, Outgoing, chat
from domain.reposts import ItemKind
from storage import outbox, posts, sending
from tests.storage.store import LEASE, SECOND, START, Store, claim_one, outgoing

CHANNEL = chat(-1001234)
SENT = DeliveryState.SENT


def post(text: str, edits: str | None = None) -> Outgoing:
    return outgoing(CHANNEL, text, lane=Lane.POST, on_doubt=OnDoubt.PARK, edits=edits)


async def claim(store: Store, now: datetime | None = None) -> Claimed | None:
    now = now or store.now
    return await store.write(lambda tx: claim_one(tx, now, now + LEASE))


async def claimed_text(store: Store) -> str | None:
    claimed = await claim(store)
    return claimed.content.text if claimed else None


async def finish(
    store: Store, delivery: str, state: DeliveryState = SENT, result: int | str | None = None
) -> None:
    await store.write(lambda tx: outbox.finish(tx, delivery, state, store.now, result))


async def state_of(store: Store, delivery: str) -> DeliveryState:
    return await store.read(lambda tx: outbox.state_of(tx, delivery))


async def test_a_claimed_message_has_all_that_sending_needs(store: Store) -> None:
    anna = await store.person()
    rows = ((Button("Да", tap="yes"), Button("Link", url="https://t.me/x")), (Button("K7", copy="K7"),))
    content = Content("Табылды: <code>K7M4Q</code>", rows, (("/found", "/lost"),))
    delivery = await store.queued(
        Outgoing(anna.id, content, Lane.REPLY, OnDoubt.RESEND, edits_message=4_000_000_000)
    )
    assert await claim(store) == Claimed(
        id=delivery,
        recipient=anna.id,
        chat_id=anna.telegram_id,
        content=content,
        lane=Lane.REPLY,
        on_doubt=OnDoubt.RESEND,
        attempts=1,
        message_id=4_000_000_000,
    )


@pytest.mark.parametrize(("named", "chat_id"), [(-1001234, -1001234), ("@tabyldy", "@tabyldy")])
async def test_a_channel_is_reached_by_number_or_name(
    store: Store, named: int | str, chat_id: int | str
) -> None:
    await store.queued(outgoing(chat(named), "Found"))
    claimed = await claim(store)
    assert claimed is not None
    assert claimed.chat_id == chat_id


async def test_what_is_claimed_is_not_claimed_again(store: Store) -> None:
    await store.queued(outgoing(CHANNEL, "Found"))
    assert await claimed_text(store) == "Found"
    assert await claim(store) is None


async def test_urgent_lanes_go_first(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    await store.queued(post("post"))
    await store.queued(outgoing(anna.id, "notice"))
    await store.queued(outgoing(boris.id, "reply", lane=Lane.REPLY))
    assert [await claimed_text(store) for _ in range(4)] == ["reply", "notice", "post", None]


async def test_one_recipients_messages_leave_one_after_another(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    first = await store.queued(outgoing(anna.id, "one"))
    await store.queued(outgoing(anna.id, "two"))
    await store.queued(outgoing(boris.id, "his"))
    assert [await claimed_text(store) for _ in range(3)] == ["one", "his", None]
    await finish(store, first, SENT, 1)
    assert await claimed_text(store) == "two"


async def test_a_postponed_message_still_goes_before_its_followers(store: Store) -> None:
    anna = await store.person()
    first = await store.queued(outgoing(anna.id, "one"))
    await store.queued(outgoing(anna.id, "two"))
    await claim(store)
    await store.write(lambda tx: sending.postpone(tx, first, START + 30 * SECOND))
    assert await claim(store, START + 29 * SECOND) is None
    again = await claim(store, START + 30 * SECOND)
    assert again is not None
    assert (again.content.text, again.attempts) == ("one", 2)


async def test_the_next_due_moment_is_known(store: Store) -> None:
    assert await store.read(sending.next_due) is None
    first = await store.queued(outgoing(CHANNEL, "one"))
    await claim(store)
    assert await store.read(sending.next_due) is None
    await store.write(lambda tx: sending.postpone(tx, first, START + 30 * SECOND))
    assert await store.read(sending.next_due) == START + 30 * SECOND


async def test_a_reply_is_born_claimed_unless_an_earlier_one_waits(store: Store) -> None:
    anna = await store.person()
    reply = outgoing(anna.id, "reply", lane=Lane.REPLY)
    tickets = [outbox.Ticket(store.new_id(), store.new_id(), START) for _ in range(2)]
    assert await store.write(lambda tx: outbox.add(tx, reply, tickets[0], START + LEASE))
    assert not await store.write(lambda tx: outbox.add(tx, reply, tickets[1], START + LEASE))
    assert await claim(store) is None
    await finish(store, tickets[0].delivery, SENT, 1)
    claimed = await claim(store)
    assert claimed is not None
    assert claimed.id == tickets[1].delivery


async def test_a_notice_on_its_way_does_not_hold_a_reply_up(store: Store) -> None:
    anna = await store.person()
    await store.queued(outgoing(anna.id, "notice"))
    ticket = outbox.Ticket(store.new_id(), store.new_id(), START)
    reply = outgoing(anna.id, "reply", lane=Lane.REPLY)
    assert await store.write(lambda tx: outbox.add(tx, reply, ticket, START + LEASE))


async def test_a_dead_senders_messages_are_resent_or_parked_by_their_choice(store: Store) -> None:
    anna = await store.person()
    notice, doubtful = await store.queued(outgoing(anna.id, "notice")), await store.queued(post("post"))
    for _ in range(2):
        await claim(store)
    assert await store.write(lambda tx: sending.recover(tx, START + LEASE - SECOND)) == 0
    assert await store.write(lambda tx: sending.recover(tx, START + LEASE)) == 2
    assert await state_of(store, notice) is DeliveryState.QUEUED
    assert await state_of(store, doubtful) is DeliveryState.UNKNOWN
    assert await claimed_text(store) == "notice"
    assert await claim(store, START + 365 * 24 * 3600 * SECOND) is None


async def test_at_start_every_lease_is_void(store: Store) -> None:
    notice = await store.queued(outgoing(CHANNEL, "notice"))
    posted = await store.queued(post("post"))
    for _ in range(2):
        await claim(store)
    assert await store.write(lambda tx: sending.recover_all(tx, START)) == 2
    assert await state_of(store, notice) is DeliveryState.QUEUED
    assert await state_of(store, posted) is DeliveryState.UNKNOWN


async def test_what_a_dead_sender_left_in_doubt_ended_when_it_was_found(store: Store) -> None:
    """Whatever counts days from then must come to an end."""
    anna = await store.person()
    told = outgoing(anna.id, "told", lane=Lane.POST, on_doubt=OnDoubt.PARK)
    await store.queued(told)
    await claim(store)
    await store.write(lambda tx: sending.recover_all(tx, START))
    assert await store.write(lambda tx: outbox.drop_older(tx, START + SECOND)) == 1


async def test_what_a_living_sender_has_in_hand_is_not_settled(store: Store) -> None:
    slow, dead = [await store.queued(outgoing(chat(n), "Found")) for n in (1, 2)]
    for _ in range(2):
        await claim(store)
    assert await store.write(lambda tx: sending.recover(tx, START + LEASE, {slow})) == 1
    states = [await state_of(store, delivery) for delivery in (slow, dead)]
    assert states == [DeliveryState.SENDING, DeliveryState.QUEUED]


async def test_a_claim_is_over_when_the_delivery_is_settled_or_claimed_anew(store: Store) -> None:
    await store.queued(outgoing(CHANNEL, "notice"))
    first = await _claimed(store)
    assert await store.read(lambda tx: sending.is_current(tx, first))
    await store.write(lambda tx: sending.recover_all(tx, START))
    assert not await store.read(lambda tx: sending.is_current(tx, first))
    second = await _claimed(store)
    current = [await store.read(partial(sending.is_current, claimed=each)) for each in (first, second)]
    assert current == [False, True]


async def test_a_settled_message_is_not_put_back(store: Store) -> None:
    delivery = await store.queued(post("post"))
    await claim(store)
    await finish(store, delivery, SENT, 5)
    await store.write(lambda tx: sending.postpone(tx, delivery, START))
    assert await state_of(store, delivery) is SENT


async def test_a_waiting_message_can_be_rewritten(store: Store) -> None:
    await store.queued(post("old"))
    delivery = await store.queued(outgoing(chat(5), "old"))
    await store.write(lambda tx: outbox.rewrite(tx, delivery, Content("new")))
    assert [await claimed_text(store) for _ in range(2)] == ["new", "old"]


async def test_an_edit_waits_for_its_original_and_follows_it(store: Store) -> None:
    original = await store.queued(post("post"))
    edit = await store.queued(post("edited", edits=original))
    assert await claimed_text(store) == "post"
    assert await claim(store) is None
    await finish(store, original, SENT, 77)
    claimed = await claim(store)
    assert claimed is not None
    assert (claimed.id, claimed.message_id) == (edit, 77)


async def test_an_edit_waits_for_its_original_even_when_the_group_moved(store: Store) -> None:
    original = await store.queued(post("post"))
    await claim(store)
    await store.write(lambda tx: outbox.move_chat(tx, CHANNEL, chat(-1009)))
    await store.queued(post("edited", edits=original))
    assert await claim(store) is None


async def test_a_message_sent_anew_is_where_the_next_edit_goes(store: Store) -> None:
    original = await store.queued(post("post"))
    await finish(store, original, SENT, 77)
    edit = await store.queued(post("edited", edits=original))
    await finish(store, edit, SENT, 91)
    await store.queued(post("edited again", edits=original))
    claimed = await claim(store)
    assert claimed is not None
    assert claimed.message_id == 91


async def test_words_of_an_edit_without_a_message_are_what_the_original_says_later(store: Store) -> None:
    original = await store.queued(post("Found: a passport of J."))
    await finish(store, original, DeliveryState.UNDELIVERABLE, "not enough rights")
    edit = await store.queued(post("Withdrawn", edits=original))
    assert await claim(store) is None
    assert await state_of(store, edit) is DeliveryState.CANCELLED
    assert await store.write(lambda tx: outbox.requeue(tx, original, START))
    claimed = await claim(store)
    assert claimed is not None
    assert (claimed.id, claimed.content.text) == (original, "Withdrawn")


async def test_a_failed_edit_is_not_sent_over_newer_words(store: Store) -> None:
    original = await store.queued(post("post"))
    await finish(store, original, SENT, 77)
    failed = await store.queued(post("old words", edits=original))
    await finish(store, failed, DeliveryState.UNDELIVERABLE, "not enough rights")
    newer = await store.queued(post("new words", edits=original))
    await finish(store, newer, SENT, 77)
    assert not await store.write(lambda tx: outbox.requeue(tx, failed, START))
    assert await claim(store) is None


async def test_only_doubt_and_failure_are_sent_again(store: Store) -> None:
    for state, again in [
        (DeliveryState.UNKNOWN, True),
        (DeliveryState.UNDELIVERABLE, True),
        (DeliveryState.SENT, False),
        (DeliveryState.CANCELLED, False),
        (DeliveryState.UNREACHABLE, False),
    ]:
        delivery = await store.queued(outgoing(chat(state.value), state.value))
        await finish(store, delivery, state)
        assert await _requeued(store, delivery) is again
        assert not await _requeued(store, delivery)


async def _requeued(store: Store, delivery: str) -> bool:
    return await store.write(lambda tx: outbox.requeue(tx, delivery, START))


async def test_who_returns_gets_the_notices_they_missed(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    for message in (
        outgoing(anna.id, "missed"),
        outgoing(anna.id, "a reply", lane=Lane.REPLY),
        outgoing(boris.id, "his"),
    ):
        await finish(store, await store.queued(message), DeliveryState.UNREACHABLE)
    assert await store.write(lambda tx: outbox.requeue_unreachable(tx, anna.id, START)) == 1
    assert [await claimed_text(store) for _ in range(2)] == ["missed", None]


async def test_troubles_with_posts_are_told_once(store: Store) -> None:
    finder = await store.person()
    report, other = await store.report(finder), await store.report(finder)
    original, fine = await store.queued(post("post")), await store.queued(post("fine"))
    await store.write(lambda tx: posts.put(tx, ItemKind.FIND, report.id, CHANNEL, original))
    await store.write(lambda tx: posts.put(tx, ItemKind.FIND, other.id, CHANNEL, fine))
    await finish(store, fine, SENT, 1)
    await finish(store, original, DeliveryState.UNKNOWN)
    edit = await store.queued(post("edit", edits=original))
    await finish(store, edit, DeliveryState.UNDELIVERABLE, "x" * 300)
    assert await store.read(lambda tx: outbox.unreported_troubles(tx, 5)) == [
        (original, DeliveryState.UNKNOWN, ""),
        (edit, DeliveryState.UNDELIVERABLE, "x" * 255),
    ]
    for delivery in (original, edit):
        await store.write(partial(outbox.mark_reported, delivery_id=delivery, now=START))
    assert list(await store.read(lambda tx: outbox.unreported_troubles(tx, 5))) == []


async def test_a_group_that_moved_takes_what_waits_for_it_along(store: Store) -> None:
    done = await store.queued(post("done"))
    await finish(store, done, SENT, 1)
    await store.queued(post("waits"))
    await store.queued(outgoing(chat(-77), "elsewhere"))
    await store.write(lambda tx: outbox.move_chat(tx, CHANNEL, chat(-1009)))
    chats = {(await _claimed(store)).chat_id for _ in range(2)}
    assert chats == {-1009, -77}


async def _claimed(store: Store) -> Claimed:
    claimed = await claim(store)
    assert claimed is not None
    return claimed


async def test_finished_talk_is_forgotten_but_posts_and_missed_notices_are_kept(store: Store) -> None:
    anna = await store.person()
    talk = await store.queued(outgoing(anna.id, "reply", lane=Lane.REPLY))
    told = await store.queued(outgoing(anna.id, "notice"))
    missed = await store.queued(outgoing(anna.id, "missed"))
    posted = await store.queued(post("post"))
    waiting = await store.queued(outgoing(anna.id, "waiting"))
    for delivery, state in [
        (talk, SENT),
        (told, SENT),
        (missed, DeliveryState.UNREACHABLE),
        (posted, SENT),
    ]:
        await finish(store, delivery, state, 9 if state is SENT else None)
    later = START + timedelta(days=3)
    assert await store.write(lambda tx: outbox.drop_older(tx, START)) == 0
    assert await store.write(lambda tx: outbox.drop_older(tx, later)) == 2
    assert await store.read(lambda tx: outbox.message_of(tx, talk)) is None
    assert await store.read(lambda tx: outbox.message_of(tx, posted)) == 9
    assert await state_of(store, missed) is DeliveryState.UNREACHABLE
    assert await claimed_text(replace(store, now=later)) == "waiting"
    assert await state_of(store, waiting) is DeliveryState.SENDING


async def test_nobody_waits_behind_a_resting_recipient(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    for person, words in ((anna, "first"), (boris, "second")):
        await store.queued(outgoing(person.id, words))
    claimed = await store.write(lambda tx: claim_one(tx, START + LEASE, START + 2 * LEASE, [anna.id]))
    assert claimed is not None
    assert claimed.recipient == boris.id
    again = await store.write(lambda tx: claim_one(tx, START + LEASE, START + 2 * LEASE, [anna.id]))
    assert again is None
