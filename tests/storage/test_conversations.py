"""Conversations: whose they are, whether they go on, who is silent or away."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy.exc import IntegrityError

from domain.conversations import Conversation, ConversationState
from domain.documents import Report
from domain.people import Person
from storage import conversations, people
from tests.storage.conftest import store_fixture
from tests.storage.store import SECOND, START, Store


@store_fixture
async def finder(store: Store) -> Person:
    return await store.person()


@store_fixture
async def owner(store: Store) -> Person:
    return await store.person()


@store_fixture
async def report(store: Store, finder: Person) -> Report:
    return await store.report(finder)


@store_fixture
async def talk(store: Store, report: Report, owner: Person) -> Conversation:
    return await store.conversation(report, owner)


async def end(store: Store, conversation: Conversation) -> None:
    await store.write(lambda tx: conversations.end(tx, conversation.id, START))


async def found(store: Store, conversation: Conversation) -> Conversation | None:
    return await store.read(lambda tx: conversations.get(tx, conversation.id))


async def test_a_conversation_is_read_as_it_was_saved(store: Store, talk: Conversation) -> None:
    assert await found(store, talk) == talk
    assert await store.read(lambda tx: conversations.of_report(tx, talk.report_id)) == talk
    assert await store.read(lambda tx: conversations.get(tx, "nothing")) is None
    assert await store.read(lambda tx: conversations.of_report(tx, "nothing")) is None


async def test_what_changes_is_kept_and_the_code_stays(store: Store, talk: Conversation) -> None:
    changed = replace(
        talk,
        state=ConversationState.FROZEN,
        code_tries=4,
        given=True,
        received=True,
        absence_told=True,
        last_at=START + SECOND,
    )
    await store.write(lambda tx: conversations.save(tx, replace(changed, code="999999")))
    assert await found(store, talk) == changed


@pytest.mark.parametrize("missing", ["report_id", "claim_id", "finder_id", "owner_id"])
async def test_a_conversation_needs_what_it_is_about(
    store: Store, report: Report, owner: Person, missing: str
) -> None:
    with pytest.raises(IntegrityError):
        await store.conversation(report, owner, **{missing: "nothing"})


async def test_a_person_sees_what_goes_on_the_liveliest_first(
    store: Store, finder: Person, owner: Person
) -> None:
    as_finder = await store.conversation(await store.report(finder), owner)
    as_owner = await store.conversation(await store.report(owner), finder, last_at=START + SECOND)
    over = await store.conversation(await store.report(finder), owner)
    await store.conversation(await store.report(owner), await store.person())
    await end(store, over)
    assert list(await store.read(lambda tx: conversations.of_person(tx, finder.id))) == [as_owner, as_finder]
    ever = await store.read(lambda tx: conversations.ever_of_person(tx, finder.id))
    assert [one.id for one in ever] == [as_finder.id, as_owner.id, over.id]


async def test_what_is_ended_goes_on_no_more_but_is_remembered(store: Store, talk: Conversation) -> None:
    await end(store, talk)
    assert await found(store, talk) == replace(talk, state=ConversationState.ENDED)
    assert await store.read(lambda tx: conversations.of_report(tx, talk.report_id)) is None
    (kept,) = await store.read(lambda tx: conversations.all_of_report(tx, talk.report_id))
    assert kept.id == talk.id


async def test_an_end_can_be_taken_back(store: Store, talk: Conversation) -> None:
    await store.line(talk, "Сәлем")
    await end(store, talk)
    again = replace(talk, state=ConversationState.FROZEN, last_at=START + SECOND)
    await store.write(lambda tx: conversations.reopen(tx, again))
    assert await store.read(lambda tx: conversations.of_report(tx, talk.report_id)) == again
    late = START + 10 * SECOND
    assert await store.read(lambda tx: conversations.ended_before(tx, late, 5)) == []


async def test_a_report_may_have_had_several_of_which_one_goes_on(
    store: Store, report: Report, talk: Conversation
) -> None:
    await end(store, talk)
    second = await store.conversation(report, await store.person())
    assert await store.read(lambda tx: conversations.of_report(tx, report.id)) == second
    every = await store.read(lambda tx: conversations.all_of_report(tx, report.id))
    assert {one.id for one in every} == {talk.id, second.id}


async def test_silence_is_counted_from_the_last_word(store: Store, finder: Person, owner: Person) -> None:
    made = [
        await store.conversation(await store.report(finder), owner, last_at=START + number * SECOND)
        for number in (2, 1, 3)
    ]
    over = await store.conversation(await store.report(finder), owner)
    await store.conversation(await store.report(finder), owner, state=ConversationState.FROZEN)
    await end(store, over)
    silent = partial(conversations.silent_since, moment=START + 3 * SECOND)
    assert list(await store.read(partial(silent, limit=5))) == [made[1], made[0]]
    assert list(await store.read(partial(silent, limit=1))) == [made[1]]
    assert list(await store.read(lambda tx: conversations.silent_since(tx, START, 5))) == []


async def test_who_is_away_is_told_of_once(store: Store, finder: Person, owner: Person) -> None:
    talk, second = [await store.conversation(await store.report(finder), owner) for _ in range(2)]
    over = await store.conversation(await store.report(finder), owner)
    await store.conversation(await store.report(await store.person()), await store.person())
    await end(store, over)
    absent = partial(conversations.with_somebody_absent, limit=5)
    assert list(await store.read(absent)) == []
    await store.write(lambda tx: people.mark_unreachable(tx, owner.id))
    assert list(await store.read(absent)) == [(talk, owner.id), (second, owner.id)]
    assert len(await store.read(partial(conversations.with_somebody_absent, limit=1))) == 1
    await store.write(lambda tx: conversations.save(tx, replace(talk, absence_told=True)))
    assert list(await store.read(absent)) == [(second, owner.id)]
    await store.write(lambda tx: people.mark_unreachable(tx, finder.id))
    assert {who for _, who in await store.read(absent)} == {finder.id, owner.id}


async def test_whoever_is_back_may_be_told_of_again(store: Store, finder: Person, owner: Person) -> None:
    told = {"absence_told": True}
    mine = await store.conversation(await store.report(finder), owner, **told)
    theirs = await store.conversation(await store.report(finder), await store.person(), **told)
    over = await store.conversation(await store.report(finder), owner, **told)
    await end(store, over)
    await store.write(lambda tx: conversations.mark_present(tx, owner.id))
    assert await found(store, mine) == replace(mine, absence_told=False)
    assert await found(store, theirs) == theirs
    assert await found(store, over) == replace(over, state=ConversationState.ENDED)


async def test_what_was_said_in_what_ended_before_is_to_be_forgotten(
    store: Store, finder: Person, owner: Person
) -> None:
    ended, silent, going = [await store.conversation(await store.report(finder), owner) for _ in range(3)]
    for one in (ended, going):
        await store.line(one, "Сәлем")
    for one in (ended, silent):
        await end(store, one)
    assert await store.read(lambda tx: conversations.ended_before(tx, START, 5)) == []
    late = partial(conversations.ended_before, moment=START + SECOND, limit=5)
    assert await store.read(late) == [ended.id]
    await store.write(lambda tx: conversations.drop_lines(tx, ended.id))
    assert await store.read(late) == []
