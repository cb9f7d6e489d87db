"""A former post goes away: it is deleted, or says where its successor is; it never comes anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from delivery import telegram
from delivery.outcome import Later, Outcome, Sent, Undeliverable, Unreachable
from domain.messages import Claimed, Content, Lane, OnDoubt
from sandbox.messages import Message
from tests.delivery.conftest import Line

POINTER = Content('<a href="https://t.me/tabyldy_test/7">There</a>')
TOO_OLD = timedelta(hours=48)


async def goes_away(line: Line, message: Message, content: Content = POINTER) -> Outcome:
    claimed = Claimed(
        id="d1",
        recipient="p1",
        chat_id=line.person,
        content=content,
        lane=Lane.POST,
        on_doubt=OnDoubt.RESEND,
        attempts=1,
        message_id=message.id,
    )
    return await telegram.send(line.bot, replace(claimed, deletes=True), line.uploads)


async def test_it_is_deleted(line: Line) -> None:
    message = await line.sent(Content("Said"))
    assert await goes_away(line, message) == Sent(None)
    assert line.from_bot == []


async def test_asked_twice_it_is_gone_once(line: Line) -> None:
    """The answer to the first was lost."""
    message = await line.sent(Content("Said"))
    assert [await goes_away(line, message) for _ in range(2)] == [Sent(None)] * 2
    assert line.from_bot == []


@pytest.mark.parametrize("times", [1, 2])
async def test_what_is_too_old_points_on_however_often_it_is_asked(line: Line, times: int) -> None:
    message = await line.sent(Content("Said"))
    line.world.clock.wind(TOO_OLD)
    assert [await goes_away(line, message) for _ in range(times)] == [Sent(None)] * times
    assert [shown.text for shown in line.from_bot] == ["There"]


async def test_too_old_and_taken_away_by_hand_it_is_not_sent_anew(line: Line) -> None:
    message = await line.sent(Content("Said"))
    line.world.clock.wind(TOO_OLD)
    line.world.remove(message)
    assert await goes_away(line, message) == Sent(None)
    assert line.from_bot == []


async def test_what_can_be_neither_deleted_nor_changed_is_a_problem_told(line: Line) -> None:
    message = await line.sent(Content("Hello", menu=(("Found",),)))
    line.world.clock.wind(TOO_OLD)
    assert isinstance(await goes_away(line, message), Undeliverable)
    assert line.from_bot == [message]


async def test_silence_and_a_lost_net_put_it_off(line: Line) -> None:
    message = await line.sent(Content("Said"))
    line.world.flood_seconds = 9
    assert await goes_away(line, message) == Later(9)
    line.world.flood_seconds = 0
    line.world.net_down = True
    assert await goes_away(line, message) == Later()
    line.world.net_down = False
    assert line.from_bot == [message]
    assert await goes_away(line, message) == Sent(None)
    assert line.from_bot == []


async def test_shut_out_it_changes_nothing(line: Line) -> None:
    message = await line.sent(Content("Said"))
    line.world.block(line.person)
    assert isinstance(await goes_away(line, message), Unreachable | Undeliverable)
    assert line.from_bot == [message]
