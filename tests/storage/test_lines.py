"""Lines: what was said, by whom, carried by which message, and what became of it."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy.exc import IntegrityError

from domain.conversations import Conversation, Line, LineState, Said, Side
from domain.messages import Attachment, AttachmentKind, DeliveryState
from storage import conversations, outbox
from tests.storage.conftest import store_fixture
from tests.storage.store import SECOND, START, Store, outgoing

FINDER, OWNER = Side.FINDER, Side.OWNER
HELD, SENT, DROPPED = LineState.HELD, LineState.SENT, LineState.DROPPED


@store_fixture
async def talk(store: Store) -> Conversation:
    return await store.conversation(await store.report(await store.person()), await store.person())


@store_fixture
async def other(store: Store) -> Conversation:
    """A conversation of other people."""
    return await store.conversation(await store.report(await store.person()), await store.person())


async def carried(store: Store, recipient: str, message: int) -> str:
    """A delivery that became this message in the recipient's chat."""
    delivery = await store.queued(outgoing(recipient, "Сәлем"))
    await store.write(lambda tx: outbox.finish(tx, delivery, DeliveryState.SENT, START, message))
    return delivery


async def words_of(store: Store, talk: Conversation, side: Side) -> list[str]:
    lines = await store.read(lambda tx: conversations.lines_of(tx, talk.id, side))
    return [line.said.text for line in lines]


@pytest.mark.parametrize(
    "said",
    [
        Said('Құжат сізде ме? 😀 "O‘g‘il"\n<b>'),
        Said("", Attachment(AttachmentKind.VOICE, "AwACAgIAAxkBAAIB")),
        Said("мына жерде", Attachment(AttachmentKind.PHOTO, "AgACAgIAAxkBAAIC")),
        Said("", Attachment(AttachmentKind.LOCATION, "41.3111,69.2797")),
        Said("", Attachment(AttachmentKind.FILE, "бүкіл мәтін", "хат.txt")),
    ],
)
async def test_a_line_is_read_as_it_was_said(store: Store, talk: Conversation, said: Said) -> None:
    line = await store.line(talk, "", said=said, source=4_000_000_000)
    assert await store.read(lambda tx: conversations.get_line(tx, line.id)) == line
    assert await store.read(lambda tx: conversations.get_line(tx, "nothing")) is None


async def test_a_line_needs_its_conversation_and_its_delivery(store: Store, talk: Conversation) -> None:
    for changes in ({"conversation_id": "nothing"}, {"delivery": "nothing"}):
        with pytest.raises(IntegrityError):
            await store.line(talk, "Сәлем", **changes)


async def test_what_becomes_of_a_line_is_kept_and_whose_it_is_does_not_change(
    store: Store, talk: Conversation, other: Conversation
) -> None:
    line = await store.line(talk, "Карта нөмірі", state=HELD)
    delivery = await carried(store, talk.finder_id, 5)
    sent = replace(line, said=Said("Сәлем"), state=SENT, delivery=delivery)
    moved = replace(sent, conversation_id=other.id, side=FINDER, source=7, created_at=START + SECOND)
    await store.write(lambda tx: conversations.put_line(tx, moved))
    assert await store.read(lambda tx: conversations.get_line(tx, line.id)) == sent


async def test_of_a_message_the_line_that_was_sent_counts(store: Store, talk: Conversation) -> None:
    async def became() -> Line | None:
        return await store.read(lambda tx: conversations.line_from(tx, talk.id, OWNER, 101))

    assert await became() is None
    first = await store.line(talk, "бір", state=DROPPED)
    assert await became() == first
    second = await store.line(talk, "екі", state=HELD)
    assert await became() == second
    sent = await store.line(talk, "үш")
    assert await became() == sent
    await store.line(talk, "төрт", state=HELD)
    assert await became() == sent


async def test_a_message_is_known_by_its_chat_as_well_as_its_number(
    store: Store, talk: Conversation, other: Conversation
) -> None:
    mine = await store.line(talk, "менің")
    answer = await store.line(talk, "жауап", side=FINDER)
    theirs = await store.line(other, "олардың")
    found = [
        await store.read(lambda tx: conversations.line_from(tx, talk.id, OWNER, 101)),
        await store.read(lambda tx: conversations.line_from(tx, talk.id, FINDER, 101)),
        await store.read(lambda tx: conversations.line_from(tx, other.id, OWNER, 101)),
        await store.read(lambda tx: conversations.line_from(tx, talk.id, OWNER, 102)),
    ]
    assert found == [mine, answer, theirs, None]


async def test_a_reply_is_to_the_line_its_reader_sees(
    store: Store, talk: Conversation, other: Conversation
) -> None:
    shown = await store.line(talk, "Сәлем", delivery=await carried(store, talk.finder_id, 55))
    theirs = await store.line(other, "Салом", delivery=await carried(store, other.finder_id, 55))
    await carried(store, talk.finder_id, 56)
    waits = await store.queued(outgoing(talk.finder_id, "кейін"))
    await store.line(talk, "кейін", delivery=waits)
    read = [
        await store.read(partial(conversations.line_shown_as, person_id=who, message=message))
        for who, message in [
            (talk.finder_id, 55),
            (other.finder_id, 55),
            (talk.owner_id, 55),
            (talk.finder_id, 56),
            (talk.finder_id, 57),
        ]
    ]
    assert read == [shown, theirs, None, None, None]


async def test_a_line_is_found_under_the_message_it_was_sent_anew_as(
    store: Store, talk: Conversation
) -> None:
    delivery = await carried(store, talk.finder_id, 55)
    line = await store.line(talk, "Сәлем", delivery=delivery)
    edit = await store.queued(outgoing(talk.finder_id, "Сәлем!", edits=delivery))
    await store.write(lambda tx: outbox.finish(tx, edit, DeliveryState.SENT, START, 60))
    assert await store.read(lambda tx: conversations.line_shown_as(tx, talk.finder_id, 60)) == line


async def test_the_last_lines_are_those_that_were_sent(
    store: Store, talk: Conversation, other: Conversation
) -> None:
    for words, side, state in [
        ("бір", OWNER, SENT),
        ("екі", FINDER, SENT),
        ("сілтеме", OWNER, HELD),
        ("үш", OWNER, SENT),
        ("жоқ", FINDER, DROPPED),
    ]:
        await store.line(talk, words, side=side, state=state)
    await store.line(other, "басқа")
    last = await store.read(lambda tx: conversations.last_lines(tx, talk.id, 2))
    assert [line.said.text for line in last] == ["екі", "үш"]


async def test_one_side_may_be_forgotten_alone(store: Store, talk: Conversation, other: Conversation) -> None:
    for where in (talk, other):
        await store.line(where, "иесі", state=HELD)
        await store.line(where, "тапқан", side=FINDER)
    assert await words_of(store, talk, OWNER) == ["иесі"]
    await store.write(lambda tx: conversations.drop_lines_of(tx, talk.id, OWNER))
    left = [await words_of(store, where, side) for where in (talk, other) for side in Side]
    assert left == [["тапқан"], [], ["тапқан"], ["иесі"]]
    await store.write(lambda tx: conversations.drop_lines(tx, talk.id))
    left = [await words_of(store, where, side) for where in (talk, other) for side in Side]
    assert left == [[], [], ["тапқан"], ["иесі"]]
