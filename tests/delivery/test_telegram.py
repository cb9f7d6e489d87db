"""One message on its way: what is sent and what is seen on the other side."""

from typing import Any

from delivery import telegram
from delivery.outcome import Later, Sent, Undeliverable, Unreachable
from domain.messages import Button, Content
from tests.delivery.conftest import Line

TAP = Button("Mine", tap="claim:K7M4Q")
OPEN = Button("Share", url="https://t.me/share/url?url=x")
COPY = Button("Copy", copy="K7M4Q")


async def test_a_new_message_arrives_with_its_markup(line: Line) -> None:
    message = await line.sent(Content("<b>Found!</b> A &amp; B", ((TAP, OPEN), (COPY,))))
    assert message.text == "Found! A & B"
    assert message.entities == [{"type": "bold", "offset": 0, "length": 6}]
    assert message.inline == [
        [
            {"text": "Mine", "callback_data": "claim:K7M4Q"},
            {"text": "Share", "url": "https://t.me/share/url?url=x"},
        ],
        [{"text": "Copy", "copy_text": {"text": "K7M4Q"}}],
    ]


async def test_links_in_a_message_show_no_preview(line: Line) -> None:
    message = await line.sent(Content("https://example.org"))
    assert message.link_preview == {"is_disabled": True}


async def test_the_menu_is_a_lasting_keyboard(line: Line) -> None:
    message = await line.sent(Content("Hello", menu=(("Found", "Lost"), ("Search",))))
    keyboard: Any = message.keyboard
    labels = [[button["text"] for button in row] for row in keyboard["keyboard"]]
    assert labels == [["Found", "Lost"], ["Search"]]
    assert keyboard["is_persistent"]
    assert keyboard["resize_keyboard"]


async def test_a_message_is_changed_in_place(line: Line) -> None:
    message = await line.sent(Content("Question 1", ((TAP,),)))
    assert await line.send(Content("Question 2"), edits=message.id) == Sent(message.id)
    assert [(shown.text, shown.inline) for shown in line.from_bot] == [("Question 2", [])]


async def test_a_change_that_changes_nothing_counts_as_sent(line: Line) -> None:
    message = await line.sent(Content("Same", ((TAP,),)))
    assert isinstance(await line.send(Content("Same", ((TAP,),)), edits=message.id), Sent)
    assert len(line.from_bot) == 1


async def test_what_can_no_longer_be_changed_is_sent_anew(line: Line) -> None:
    message = await line.sent(Content("Question 1"))
    line.world.remove(message)
    outcome = await line.send(Content("Question 2"), edits=message.id)
    assert outcome == Sent(line.newest.id)
    assert line.newest.id != message.id
    assert line.newest.text == "Question 2"


async def test_a_message_of_somebody_else_is_not_changed_but_answered(line: Line) -> None:
    own = line.newest
    assert await line.send(Content("Answer"), edits=own.id) == Sent(line.newest.id)
    assert [shown.text for shown in line.from_bot] == ["Answer"]
    assert own.text == "/start"


async def test_a_channel_is_reached_by_its_name(line: Line) -> None:
    channel = line.world.add_channel("Found", "found_here")
    assert isinstance(await line.send(Content("Post"), to="@found_here"), Sent)
    assert [post.text for post in channel.messages.values()] == ["Post"]


async def test_who_stopped_the_bot_is_unreachable(line: Line) -> None:
    line.world.block(line.person)
    assert await line.send(Content("Hello")) == Unreachable()


async def test_who_left_telegram_is_unreachable(line: Line) -> None:
    line.world.deactivate(line.person)
    assert await line.send(Content("Hello")) == Unreachable()


async def test_a_channel_without_rights_refuses_for_good(line: Line) -> None:
    channel = line.world.add_channel("Found", "found_here", bot_can_post=False)
    outcome = await line.send(Content("Post"), to=channel.id)
    assert isinstance(outcome, Undeliverable)
    assert "administrator rights" in outcome.problem


async def test_a_net_that_is_down_and_a_flood_mean_later(line: Line) -> None:
    line.world.net_down = True
    assert await line.send(Content("Hello")) == Later()
    line.world.net_down = False
    line.world.flood_seconds = 9
    assert await line.send(Content("Hello")) == Later(9)


async def test_a_tap_is_answered_with_words_or_silently(line: Line) -> None:
    message = await line.sent(Content("Question", ((TAP,),)))
    for words in ("Too late", None):
        query = line.world.tap(line.person, line.person, message.id, "claim:K7M4Q")
        await telegram.answer_tap(line.bot, query, words)
        answer = line.world.answer(query)
        assert answer is not None
        assert (answer.text, answer.alert) == (words or "", words is not None)


async def test_nobody_waits_for_a_tap_that_cannot_be_answered(line: Line) -> None:
    await telegram.answer_tap(line.bot, "12345", "Too late")
    line.world.net_down = True
    await telegram.answer_tap(line.bot, "12345", "Too late")
    assert [call.ok for call in line.world.calls if call.method == "answerCallbackQuery"] == [False]


async def test_buttons_are_taken_off_and_a_missing_message_does_not_matter(line: Line) -> None:
    message = await line.sent(Content("Question", ((TAP,),)))
    await telegram.close_buttons(line.bot, line.person, message.id)
    assert line.newest.inline == []
    await telegram.close_buttons(line.bot, line.person, 999_999)
    assert line.newest.text == "Question"


async def test_a_message_that_was_passed_on_gets_a_sign(line: Line) -> None:
    await telegram.acknowledge(line.bot, line.person, line.newest.id)
    assert line.newest.reaction == "👌"


async def test_a_sign_that_cannot_be_put_does_not_matter(line: Line) -> None:
    await telegram.acknowledge(line.bot, line.person, 999_999)
    line.world.net_down = True
    await telegram.acknowledge(line.bot, line.person, line.newest.id)
    assert [call.ok for call in line.world.calls if call.method == "setMessageReaction"] == [False]
    assert line.newest.reaction == ""
