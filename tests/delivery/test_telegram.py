"""One message on its way: what is sent and what is seen on the other side."""

from typing import Any

import pytest
from telegram.ext import ExtBot

from delivery import telegram
from delivery.outcome import Later, Sent, Undeliverable, Unreachable
from domain.messages import Button, Claimed, Content, Lane, OnDoubt
from sandbox.clock import SandboxClock
from sandbox.messages import Message
from sandbox.product import make_bot
from sandbox.world import World
from tests.conftest import START

TAP = Button("Mine", tap="claim:K7M4Q")
OPEN = Button("Share", url="https://t.me/share/url?url=x")
COPY = Button("Copy", copy="K7M4Q")


@pytest.fixture
def world() -> World:
    return World(SandboxClock(START))


@pytest.fixture
async def bot(world: World) -> ExtBot[None]:
    bot = make_bot(world)
    await bot.initialize()
    return bot


@pytest.fixture
def anna(world: World) -> int:
    account = world.add_person("Anna", "en")
    world.send_text(account.id, account.id, "/start")
    return account.id


def claimed(chat_id: int | str, content: Content, message_id: int | None = None) -> Claimed:
    return Claimed(
        id="d1",
        recipient="p1",
        chat_id=chat_id,
        content=content,
        lane=Lane.REPLY,
        on_doubt=OnDoubt.RESEND,
        attempts=1,
        message_id=message_id,
    )


def newest(world: World, chat_id: int) -> Message:
    return next(iter(world.chats[chat_id].newest_first))


async def sent(bot: ExtBot[None], chat_id: int, content: Content) -> int:
    outcome = await telegram.send(bot, claimed(chat_id, content))
    assert isinstance(outcome, Sent)
    assert outcome.message_id is not None
    return outcome.message_id


async def test_a_new_message_arrives_with_its_markup(world: World, bot: ExtBot[None], anna: int) -> None:
    message_id = await sent(bot, anna, Content("<b>Found!</b> A &amp; B", ((TAP, OPEN), (COPY,))))
    message = newest(world, anna)
    assert (message.id, message.text) == (message_id, "Found! A & B")
    assert message.entities == [{"type": "bold", "offset": 0, "length": 6}]
    assert message.inline == [
        [
            {"text": "Mine", "callback_data": "claim:K7M4Q"},
            {"text": "Share", "url": "https://t.me/share/url?url=x"},
        ],
        [{"text": "Copy", "copy_text": {"text": "K7M4Q"}}],
    ]


async def test_links_in_a_message_show_no_preview(world: World, bot: ExtBot[None], anna: int) -> None:
    await sent(bot, anna, Content("https://example.org"))
    assert newest(world, anna).link_preview == {"is_disabled": True}


async def test_the_menu_is_a_lasting_keyboard(world: World, bot: ExtBot[None], anna: int) -> None:
    await sent(bot, anna, Content("Hello", menu=(("Found", "Lost"), ("Search",))))
    keyboard: Any = newest(world, anna).keyboard
    labels = [[button["text"] for button in row] for row in keyboard["keyboard"]]
    assert labels == [["Found", "Lost"], ["Search"]]
    assert keyboard["is_persistent"]
    assert keyboard["resize_keyboard"]


async def test_a_message_is_changed_in_place(world: World, bot: ExtBot[None], anna: int) -> None:
    message_id = await sent(bot, anna, Content("Question 1", ((TAP,),)))
    outcome = await telegram.send(bot, claimed(anna, Content("Question 2"), message_id))
    assert outcome == Sent(message_id)
    assert newest(world, anna).text == "Question 2"
    assert newest(world, anna).inline == []


async def test_a_change_that_changes_nothing_counts_as_sent(
    world: World, bot: ExtBot[None], anna: int
) -> None:
    message_id = await sent(bot, anna, Content("Same", ((TAP,),)))
    again = await telegram.send(bot, claimed(anna, Content("Same", ((TAP,),)), message_id))
    assert isinstance(again, Sent)
    assert len([message for message in world.chats[anna].messages.values() if message.from_bot]) == 1


async def test_what_can_no_longer_be_changed_is_sent_anew(world: World, bot: ExtBot[None], anna: int) -> None:
    message_id = await sent(bot, anna, Content("Question 1"))
    world.remove(world.chats[anna].messages[message_id])
    outcome = await telegram.send(bot, claimed(anna, Content("Question 2"), message_id))
    assert outcome == Sent(newest(world, anna).id)
    assert newest(world, anna).id != message_id
    assert newest(world, anna).text == "Question 2"


async def test_a_message_of_somebody_else_is_not_changed_but_answered(
    world: World, bot: ExtBot[None], anna: int
) -> None:
    own = newest(world, anna)
    outcome = await telegram.send(bot, claimed(anna, Content("Answer"), own.id))
    assert outcome == Sent(newest(world, anna).id)
    assert own.text == "/start"


async def test_a_channel_is_reached_by_its_name(world: World, bot: ExtBot[None]) -> None:
    channel = world.add_channel("Found", "found_here")
    assert isinstance(await telegram.send(bot, claimed("@found_here", Content("Post"))), Sent)
    assert newest(world, channel.id).text == "Post"


async def test_who_stopped_the_bot_is_unreachable(world: World, bot: ExtBot[None], anna: int) -> None:
    world.block(anna)
    assert await telegram.send(bot, claimed(anna, Content("Hello"))) == Unreachable()


async def test_a_channel_without_rights_refuses_for_good(world: World, bot: ExtBot[None]) -> None:
    channel = world.add_channel("Found", "found_here", bot_can_post=False)
    outcome = await telegram.send(bot, claimed(channel.id, Content("Post")))
    assert isinstance(outcome, Undeliverable)
    assert "administrator rights" in outcome.problem


async def test_a_net_that_is_down_and_a_flood_mean_later(world: World, bot: ExtBot[None], anna: int) -> None:
    world.net_down = True
    assert await telegram.send(bot, claimed(anna, Content("Hello"))) == Later()
    world.net_down = False
    world.flood_seconds = 9
    assert await telegram.send(bot, claimed(anna, Content("Hello"))) == Later(9, everyone=True)


async def test_a_tap_is_answered_with_words_or_silently(world: World, bot: ExtBot[None], anna: int) -> None:
    message_id = await sent(bot, anna, Content("Question", ((TAP,),)))
    for words in ("Too late", None):
        query = world.tap(anna, anna, message_id, "claim:K7M4Q")
        await telegram.answer_tap(bot, query, words)
        answer = world.answer(query)
        assert answer is not None
        assert (answer.text, answer.alert) == (words or "", words is not None)


async def test_nobody_waits_for_a_tap_that_cannot_be_answered(world: World, bot: ExtBot[None]) -> None:
    await telegram.answer_tap(bot, "12345", "Too late")
    world.net_down = True
    await telegram.answer_tap(bot, "12345", "Too late")
    assert [call.ok for call in world.calls if call.method == "answerCallbackQuery"] == [False]


async def test_buttons_are_taken_off_and_a_missing_message_does_not_matter(
    world: World, bot: ExtBot[None], anna: int
) -> None:
    message_id = await sent(bot, anna, Content("Question", ((TAP,),)))
    await telegram.close_buttons(bot, anna, message_id)
    assert newest(world, anna).inline == []
    await telegram.close_buttons(bot, anna, 999_999)
    assert newest(world, anna).text == "Question"
