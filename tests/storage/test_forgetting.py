"""What the outbox shows of a person, keeps while it may be needed, and forgets."""

from datetime import datetime, timedelta

from sqlalchemy import select

from domain.conversations import Conversation
from domain.messages import Claimed, DeliveryState, Lane, OnDoubt, chat
from domain.people import Person
from storage import cases, conversations, documents, outbox, people, posts, schema, sending
from tests.storage.conftest import store_fixture
from tests.storage.store import LEASE, SECOND, START, Store, claim_one, outgoing

CHANNEL = chat(-1001)
SENT = DeliveryState.SENT
LATER = START + timedelta(days=3)


@store_fixture
async def anna(store: Store) -> Person:
    return await store.person()


async def sent(
    store: Store, recipient: str, words: str, *, edits: str | None = None, at: datetime = START
) -> str:
    delivery = await store.queued(outgoing(recipient, words, edits=edits))
    await store.write(lambda tx: outbox.finish(tx, delivery, SENT, at, 9))
    return delivery


async def forgotten(store: Store, moment: datetime = LATER) -> int:
    return await store.write(lambda tx: outbox.drop_older(tx, moment))


async def held(store: Store) -> set[str]:
    """The deliveries that are left; each has its message, and no message is left without one."""
    rows = (await store.read(lambda tx: tx.execute(select(schema.deliveries)))).all()
    kept = (await store.read(lambda tx: tx.execute(select(schema.messages.c.id)))).scalars()
    assert {row.message for row in rows} == set(kept)
    return {row.id for row in rows}


async def claimed(store: Store) -> Claimed:
    found = await store.write(lambda tx: claim_one(tx, START, START + LEASE))
    assert found is not None
    return found


# deleted where it cannot be edited


async def test_whether_a_message_is_rather_deleted_reaches_its_sender(store: Store, anna: Person) -> None:
    original = await sent(store, anna.id, "Found: J.")
    plain = await store.queued(outgoing(anna.id, "Returned", edits=original))
    assert not (await claimed(store)).or_delete
    await store.write(lambda tx: outbox.finish(tx, plain, SENT, START, 9))
    await store.queued(outgoing(anna.id, "Closed", edits=original, or_delete=True))
    found = await claimed(store)
    assert (found.or_delete, found.message_id, found.content.text) == (True, 9, "Closed")


# kept while it may be needed


async def test_what_tells_of_a_report_is_kept_until_that_is_over(store: Store, anna: Person) -> None:
    report = await store.report(await store.person())
    told, plain = await sent(store, anna.id, "Found: J."), await sent(store, anna.id, "Hello")
    await store.write(lambda tx: posts.mention(tx, report.id, told))
    assert await forgotten(store) == 1
    assert await held(store) == {told}
    await store.write(lambda tx: posts.forget_mentions(tx, report.id))
    assert await forgotten(store) == 1
    assert await held(store) == set()
    assert plain not in await held(store)


async def test_the_card_of_a_case_is_kept_until_the_case_is_wiped(store: Store, anna: Person) -> None:
    report = await store.report(anna)
    case = await store.case(report)
    card = await sent(store, chat(-1005), "Case")
    await store.write(lambda tx: cases.add_card(tx, case.id, card))
    assert await forgotten(store) == 0
    await store.write(lambda tx: cases.wipe(tx, [case.id]))
    assert await forgotten(store) == 1
    assert await held(store) == set()


async def test_what_carries_a_line_is_kept_and_forgotten_with_it(store: Store, anna: Person) -> None:
    talk = await store.conversation(await store.report(await store.person()), anna)
    carrier = await sent(store, anna.id, "Hello")
    await store.line(talk, "Hello", delivery=carrier)
    assert await forgotten(store) == 0
    assert await held(store) == {carrier}
    await sent(store, anna.id, "Hello, you", edits=carrier)
    await store.write(lambda tx: conversations.drop_lines(tx, talk.id))
    assert await held(store) == set()


async def test_an_original_is_kept_as_long_as_an_edit_of_it(store: Store, anna: Person) -> None:
    original = await sent(store, anna.id, "old words")
    edit = await sent(store, anna.id, "new words", edits=original, at=LATER)
    assert await forgotten(store) == 0
    assert await held(store) == {original, edit}
    assert await forgotten(store, LATER + SECOND) == 2
    assert await held(store) == set()


async def test_edits_of_what_is_kept_are_forgotten(store: Store, anna: Person) -> None:
    report = await store.report(await store.person())
    told = await sent(store, anna.id, "Found: J.")
    await store.write(lambda tx: posts.mention(tx, report.id, told))
    for words in ("Claimed", "Returned"):
        await sent(store, anna.id, words, edits=told)
    assert await forgotten(store) == 2
    assert await held(store) == {told}
    assert await store.read(lambda tx: outbox.message_of(tx, told)) == 9


async def test_a_chain_of_edits_breaks_nothing(store: Store, anna: Person) -> None:
    first = await sent(store, anna.id, "one")
    second = await sent(store, anna.id, "two", edits=first)
    await sent(store, anna.id, "three", edits=second)
    await sent(store, anna.id, "four", edits=first)
    gone = await forgotten(store) + await forgotten(store)
    assert gone == 4
    assert await held(store) == set()


async def test_what_still_waits_is_not_forgotten(store: Store, anna: Person) -> None:
    original = await sent(store, anna.id, "old words")
    edit = await store.queued(outgoing(anna.id, "new words", edits=original))
    assert await forgotten(store) == 0
    assert await held(store) == {original, edit}


async def test_what_somebody_missed_is_kept_a_month_more(store: Store, anna: Person) -> None:
    missed = await store.queued(outgoing(anna.id, "Found: J."))
    await store.write(lambda tx: outbox.finish(tx, missed, DeliveryState.UNREACHABLE, START))
    month = timedelta(days=30)
    assert await forgotten(store, START + month) == 0
    assert await held(store) == {missed}
    assert await forgotten(store, START + month + SECOND) == 1
    assert await held(store) == set()
    assert await store.write(lambda tx: outbox.requeue_unreachable(tx, anna.id, LATER)) == 0


# shown to a person, erased with a person


async def test_a_person_is_shown_all_that_was_written_to_them(store: Store, anna: Person) -> None:
    boris = await store.person()
    await sent(store, anna.id, "Сәлем, Айгүл")
    await store.queued(outgoing(anna.id, "Табылды", lane=Lane.REPLY))
    await store.queued(outgoing(boris.id, "Салом"))
    await store.queued(outgoing(CHANNEL, "Found", lane=Lane.POST, on_doubt=OnDoubt.PARK))
    shown = await store.read(lambda tx: outbox.shown_to(tx, anna.id))
    assert list(shown) == [(START, "Сәлем, Айгүл"), (START, "Табылды")]


async def everything_points_at(store: Store, anna: Person) -> Conversation:
    """Messages to a person that a report, a case, a line and edits hold on to."""
    finder = await store.person()
    report = await store.report(finder)
    talk = await store.conversation(report, anna)
    told = [await sent(store, anna.id, words) for words in ("mention", "card", "line")]
    await store.write(lambda tx: posts.mention(tx, report.id, told[0]))
    case = await store.case(report)
    await store.write(lambda tx: cases.add_card(tx, case.id, told[1]))
    await store.line(talk, "Сәлем", delivery=told[2])
    edit = await sent(store, anna.id, "edit", edits=told[0])
    await sent(store, anna.id, "edit of an edit", edits=edit)
    await store.queued(outgoing(anna.id, "waits", edits=told[1]))
    return talk


async def test_whoever_leaves_leaves_no_message(store: Store, anna: Person) -> None:
    talk = await everything_points_at(store, anna)
    kept = {
        await sent(store, talk.finder_id, "theirs"),
        await store.queued(outgoing(CHANNEL, "Found", lane=Lane.POST)),
    }
    await store.write(lambda tx: outbox.erase(tx, anna.id))
    assert await held(store) == kept
    assert await store.read(lambda tx: outbox.shown_to(tx, anna.id)) == []
    (line,) = await store.read(lambda tx: conversations.last_lines(tx, talk.id, 5))
    assert (line.delivery, line.said.text) == (None, "Сәлем")
    assert await store.read(lambda tx: documents.get(tx, talk.report_id)) is not None
    await store.write(lambda tx: outbox.erase(tx, anna.id))


async def test_a_message_on_its_way_to_whoever_leaves_ends_without_a_trace(
    store: Store, anna: Person
) -> None:
    delivery = await store.queued(outgoing(anna.id, "on its way"))
    await claimed(store)
    await store.write(lambda tx: outbox.erase(tx, anna.id))
    await store.write(lambda tx: outbox.finish(tx, delivery, SENT, START, 9))
    await store.write(lambda tx: sending.postpone(tx, delivery, START))
    assert await held(store) == set()
    assert await store.read(lambda tx: outbox.message_of(tx, delivery)) is None


async def test_nothing_is_sent_to_whoever_has_left(store: Store, anna: Person) -> None:
    """A row without anybody stays behind, and what others do may still write to it."""
    await store.write(lambda tx: people.erase(tx, anna, bytes(32)))
    late = await store.queued(outgoing(anna.id, "too late"))
    boris = await store.person()
    await store.queued(outgoing(boris.id, "his"))
    assert (await claimed(store)).content.text == "his"
    assert await store.read(lambda tx: outbox.state_of(tx, late)) is DeliveryState.CANCELLED
    assert await store.write(lambda tx: claim_one(tx, START, START + LEASE)) is None
