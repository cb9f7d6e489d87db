"""An edit that must not leave the old words: what can no longer be changed is deleted, never sent anew."""

from datetime import timedelta

import pytest

from delivery.outcome import Later, Outcome, Sent, Undeliverable, Unreachable
from domain.messages import Attachment, AttachmentKind, Content
from sandbox.messages import Message
from sandbox.pictures import sample_picture
from tests.delivery.conftest import Line

WORDS = Content("Taken back")


async def taken_back(line: Line, message: Message) -> Outcome:
    return await line.send(WORDS, edits=message.id, or_delete=True)


@pytest.fixture
async def fixed(line: Line) -> Message:
    """A message that no bot may edit: it brought the menu."""
    return await line.sent(Content("Hello", menu=(("Found",),)))


async def test_what_can_be_changed_is_changed(line: Line) -> None:
    message = await line.sent(Content("Said"))
    assert await taken_back(line, message) == Sent(message.id)
    assert [shown.text for shown in line.from_bot] == ["Taken back"]


async def test_what_says_so_already_stays(line: Line) -> None:
    message = await line.sent(WORDS)
    assert await taken_back(line, message) == Sent(None)
    assert line.from_bot == [message]


async def test_what_cannot_be_changed_is_deleted(line: Line, fixed: Message) -> None:
    assert await taken_back(line, fixed) == Sent(None)
    assert line.from_bot == []


async def test_words_cannot_take_the_place_of_a_picture_which_is_deleted(line: Line) -> None:
    image = line.world.pictures.keep(sample_picture())
    message = await line.sent(Content("Said", attachment=Attachment(AttachmentKind.PHOTO, image.file_id)))
    assert await taken_back(line, message) == Sent(None)
    assert line.from_bot == []


async def test_what_is_gone_already_is_not_looked_for(line: Line) -> None:
    message = await line.sent(Content("Said"))
    line.world.remove(message)
    assert await taken_back(line, message) == Sent(None)
    assert line.from_bot == []
    assert "deleteMessage" not in {call.method for call in line.world.calls}


async def test_what_cannot_even_be_deleted_is_a_problem_told(line: Line, fixed: Message) -> None:
    line.world.clock.wind(timedelta(hours=48))
    outcome = await taken_back(line, fixed)
    assert isinstance(outcome, Undeliverable)
    assert "can't be deleted" in outcome.problem
    assert line.from_bot == [fixed]


async def test_any_other_refusal_deletes_nothing(line: Line) -> None:
    message = await line.sent(Content("Said"))
    broken = await line.send(Content("<b>not closed"), edits=message.id, or_delete=True)
    assert isinstance(broken, Undeliverable)
    line.world.flood_seconds = 9
    assert await taken_back(line, message) == Later(9)
    line.world.flood_seconds = 0
    line.world.net_down = True
    assert await taken_back(line, message) == Later()
    line.world.net_down = False
    line.world.block(line.person)
    assert await taken_back(line, message) == Unreachable()
    assert line.from_bot == [message]
