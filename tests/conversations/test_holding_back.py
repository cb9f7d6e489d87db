"""Stories of what is held back: links, cards and phones wait for their author's second thought."""

from datetime import timedelta

import pytest

from sandbox.messages import Message
from tests.conftest import Desk
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import data_of, label, sees, words
from tests.conversations.talking import (
    Talk,
    asks_for_it,
    both_enter,
    decides,
    exposed,
    heard,
    shown,
    signed,
    two,
)

PHONE = "звоните +998 90 123-45-67"
CARD = "переведите на 4111 1111 1111 1111"
LINK = "пишите мне t.me/quiet_dombra"


async def _talking(desk: Desk) -> Talk:
    talk = await two(desk, "uz", "ru")
    await both_enter(talk)
    return talk


def _warned(talk: Talk, reader: str, text: str) -> str:
    """A line with a contact in it as its reader sees it."""
    head = words(reader, "line-from-owner", code=talk.code)
    return f"{head}\n{words(reader, 'line-warning')}\n\n{text}"


@pytest.mark.parametrize(
    "text", [PHONE, *(pytest.param(text, marks=pytest.mark.thorough) for text in (CARD, LINK))]
)
async def test_a_contact_goes_nowhere_before_it_is_sent_anyway_and_then_with_a_warning(
    desk: Desk, text: str
) -> None:
    talk = await _talking(desk)
    told = len(talk.finder.messages)
    await talk.owner.sends(text)
    assert sees(talk.owner, "held-ask")
    assert not signed(talk.owner)
    assert len(talk.finder.messages) == told
    await talk.owner.taps(label(talk.owner, "button-anyway"))
    assert sees(talk.owner, "held-sent")
    assert [message.text for message in talk.finder.messages[told:]] == [_warned(talk, "uz", text)]
    assert exposed(desk, talk.finder, talk.owner) == []


@pytest.mark.thorough
async def test_a_caption_is_read_too_and_the_picture_waits_with_it(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends_photo(caption=PHONE)
    assert not talk.finder.messages[-1].photo
    await talk.owner.taps(label(talk.owner, "button-anyway"))
    assert talk.finder.messages[-1].photo == talk.owner.said[-1].photo
    assert talk.finder.messages[-1].text == _warned(talk, "uz", PHONE)


@pytest.mark.thorough
async def test_what_was_dropped_reaches_nobody_and_cannot_be_sent_afterwards(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends(PHONE)
    question = talk.owner.messages[-1]
    anyway = data_of(question, "anyway:")
    await talk.owner.taps(label(talk.owner, "button-unsent"))
    assert sees(talk.owner, "held-dropped")
    assert await talk.owner.taps_stale(question, anyway) == words("ru", "tap-stale")
    await talk.owner.edits(talk.owner.said[-1], "без телефона")
    assert shown(talk.finder, "+998") + shown(talk.finder, "без телефона") == []


@pytest.mark.thorough
async def test_send_it_anyway_tapped_twice_sends_it_once(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends(CARD)
    question = talk.owner.messages[-1]
    data = data_of(question, "anyway:")
    queries = [desk.world.tap(talk.owner.id, question.chat_id, question.id, data) for _ in range(2)]
    await desk.settle()
    assert sorted(str(desk.world.toast(query)) for query in queries) == ["", words("ru", "tap-stale")]
    assert len(shown(talk.finder, CARD)) == 1


@pytest.mark.thorough
async def test_only_its_author_may_send_or_drop_what_is_held(desk: Desk, someone: Newcomer) -> None:
    talk = await _talking(desk)
    await talk.owner.sends(PHONE)
    question = talk.owner.messages[-1]
    stranger = await someone("Stranger", "en")
    await stranger.sends("/help")
    for person in (stranger, talk.finder):
        for verb in ("anyway:", "unsent:"):
            toast = await person.taps_stale(person.messages[-1], data_of(question, verb))
            assert toast in {words(person.language, text) for text in ("tap-stale", "conversation-gone")}
    assert shown(talk.finder, PHONE) == []
    await talk.owner.taps_stale(question, data_of(question, "anyway:"))
    assert len(shown(talk.finder, PHONE)) == 1


@pytest.mark.thorough
async def test_held_words_that_are_edited_go_out_as_they_read_at_last(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends(PHONE)
    question = talk.owner.messages[-1]
    data = data_of(question, "anyway:")
    await talk.owner.edits(talk.owner.said[-1], f"{PHONE}, вечером")
    await talk.owner.edits(talk.owner.said[-1], "я в гостинице")
    assert shown(talk.finder, "вечером") + shown(talk.finder, "гостинице") == []
    await talk.owner.taps_stale(question, data)
    assert len(heard(talk, talk.finder, "я в гостинице")) == 1
    assert shown(talk.finder, "+998") == []


@pytest.mark.thorough
async def test_an_edit_that_adds_a_phone_waits_and_then_takes_the_place_of_the_old_words(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends("завтра в 10")
    told = len(talk.finder.messages)
    await talk.owner.edits(talk.owner.said[-1], PHONE)
    assert sees(talk.owner, "held-ask")
    assert heard(talk, talk.finder, "завтра в 10")
    await talk.owner.taps(label(talk.owner, "button-anyway"))
    assert len(talk.finder.messages) == told
    assert talk.finder.messages[-1].text == _warned(talk, "uz", PHONE)
    await talk.owner.edits(talk.owner.said[-1], "передумал")
    assert talk.finder.messages[-1].text.endswith("\n\nпередумал")
    assert words("uz", "line-warning") not in talk.finder.messages[-1].text


@pytest.mark.thorough
async def test_an_edit_that_was_not_sent_leaves_the_words_as_they_were(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends("завтра в 10")
    await talk.owner.edits(talk.owner.said[-1], PHONE)
    await talk.owner.taps(label(talk.owner, "button-unsent"))
    assert heard(talk, talk.finder, "завтра в 10")
    await talk.owner.edits(talk.owner.said[-1], "завтра в 11")
    assert heard(talk, talk.finder, "завтра в 11")


@pytest.mark.thorough
@pytest.mark.parametrize("after", ["завтра в 11", pytest.param("завтра в 10", marks=pytest.mark.thorough)])
async def test_a_phone_taken_out_again_cannot_be_sent_by_the_old_question(desk: Desk, after: str) -> None:
    talk = await _talking(desk)
    await talk.owner.sends("завтра в 10")
    await talk.owner.edits(talk.owner.said[-1], PHONE)
    question = talk.owner.messages[-1]
    await talk.owner.edits(talk.owner.said[-1], after)
    stale = await talk.owner.taps_stale(question, data_of(question, "anyway:"))
    assert stale == words("ru", "tap-stale")
    assert heard(talk, talk.finder, after)
    assert shown(talk.finder, "+998") == []


@pytest.mark.thorough
async def test_of_two_edits_that_wait_the_newest_is_sent(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends("завтра в 10")
    await talk.owner.edits(talk.owner.said[-1], PHONE)
    first = talk.owner.messages[-1]
    await talk.owner.edits(talk.owner.said[-1], CARD)
    data = data_of(first, "anyway:")
    await talk.owner.taps_stale(first, data)
    assert talk.finder.messages[-1].text == _warned(talk, "uz", CARD)
    assert await talk.owner.taps_stale(first, data) == words("ru", "tap-stale")


@pytest.mark.thorough
async def test_nothing_that_is_held_gets_around_the_three_that_may_wait(desk: Desk) -> None:
    talk = await _talking(desk)
    questions = []
    for number in range(5):
        await talk.owner.sends(f"{PHONE} {number}.")
        questions.append(talk.owner.messages[-1])
    toasts = [await talk.owner.taps_stale(asked, data_of(asked, "anyway:")) for asked in questions]
    wait = words("ru", "conversation-wait", minutes=10)
    assert toasts == ["", "", "", wait, wait]
    assert len(shown(talk.finder, "+998")) == 3
    await talk.finder.replies(talk.finder.messages[-1], "javob")
    assert await talk.owner.taps_stale(questions[3], data_of(questions[3], "anyway:")) == ""
    assert len(shown(talk.finder, "+998")) == 4


@pytest.mark.thorough
async def test_what_is_sent_long_after_it_was_held_counts_from_then_on(desk: Desk) -> None:
    talk = await _talking(desk)
    for number in range(3):
        await talk.owner.sends(f"{PHONE} {number}.")
    questions = [
        message for message in talk.owner.messages if words("ru", "button-anyway") in _labels(message)
    ]
    desk.world.clock.wind(timedelta(minutes=20))
    for asked in questions:
        await talk.owner.taps_stale(asked, data_of(asked, "anyway:"))
    await talk.owner.sends("/help")
    await talk.owner.taps_stale(talk.owner.messages[-1], f"talk:{talk.id}")
    await talk.owner.sends("четвёртое")
    assert sees(talk.owner, "conversation-wait", minutes=10)
    assert shown(talk.finder, "четвёртое") == []


def _labels(message: Message) -> list[str]:
    return [str(button["text"]) for button in message.buttons]


@pytest.mark.thorough
async def test_a_message_that_fills_all_the_room_does_not_push_the_warning_out(desk: Desk) -> None:
    talk = await _talking(desk)
    full = f"{PHONE} " + "ж" * (4096 - len(PHONE) - 1)
    await talk.owner.sends(full)
    await talk.owner.taps(label(talk.owner, "button-anyway"))
    warning, line = talk.finder.messages[-2:]
    assert words("uz", "line-warning") in warning.text
    assert line.text == full
    await talk.finder.replies(warning, "rahmat")
    assert heard(talk, talk.owner, "rahmat")


@pytest.mark.thorough
async def test_what_is_held_waits_while_the_conversation_rests(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends(PHONE)
    question = talk.owner.messages[-1]
    data = data_of(question, "anyway:")
    await asks_for_it(talk.finder, "money", talk.id)
    assert await talk.owner.taps_stale(question, data) == words("ru", "conversation-frozen")
    assert shown(talk.finder, PHONE) == []
    await decides(desk, desk.moderator("Timur"), "resume")
    await talk.owner.taps_stale(question, data)
    assert len(shown(talk.finder, PHONE)) == 1


@pytest.mark.thorough
async def test_what_is_held_dies_with_the_conversation(desk: Desk) -> None:
    talk = await _talking(desk)
    await talk.owner.sends(PHONE)
    question = talk.owner.messages[-1]
    data = data_of(question, "anyway:")
    await asks_for_it(talk.owner, "stop", talk.id)
    assert await talk.owner.taps_stale(question, data) == words("ru", "conversation-over")
    assert shown(talk.finder, PHONE) == []
