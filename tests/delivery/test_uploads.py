"""What the bot has drawn: uploaded once, sent by Telegram's id to everybody else."""

import asyncio
import base64
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from telegram import InputFile, Message
from telegram.error import BadRequest, NetworkError

from delivery import uploads
from delivery.outcome import Later, Sent
from delivery.uploads import Sendable, Uploads
from domain.messages import Attachment, AttachmentKind, Content, Lane, OnDoubt, Outgoing
from relay.work import Work
from sandbox.pictures import sample_picture
from storage import people
from tests.conftest import Desk
from tests.delivery.conftest import Line


def picture(
    width: int = 40, kind: AttachmentKind = AttachmentKind.DRAWING, name: str = "a.png"
) -> Attachment:
    return Attachment(kind, base64.b64encode(sample_picture(width, 30)).decode(), name)


KINDS = pytest.mark.parametrize("kind", [AttachmentKind.DRAWING, AttachmentKind.PICTURE_FILE])


def uploaded(line: Line | Desk) -> int:
    """How many requests of the bot carried a file."""
    return sum("attach://" in str(call.params) for call in line.world.calls)


@KINDS
async def test_a_picture_for_twenty_people_is_uploaded_once(desk: Desk, kind: AttachmentKind) -> None:
    guests = [desk.person(f"Guest {number}", "en") for number in range(20)]
    for guest in guests:
        await guest.sends("/help")

    async def write(work: Work) -> None:
        for guest in guests:
            known = await people.find(work.tx, guest.id, work.now)
            assert known is not None
            content = Content("Look", attachment=picture(kind=kind))
            await work.queue(Outgoing(known.id, content, Lane.BROADCAST, OnDoubt.RESEND))

    await desk.app.relay.work(write)
    assert await desk.app.worker.drain() == 20
    files = [guest.messages[-1].media for guest in guests]
    assert all(file is not None and file == files[0] for file in files)
    assert uploaded(desk) == 1


async def test_channels_and_people_share_what_was_uploaded(line: Line) -> None:
    channels = [line.world.add_channel(f"Channel {number}", f"channel_{number}") for number in range(3)]
    for channel in channels:
        assert isinstance(await line.send(Content("Post", attachment=picture()), to=channel.id), Sent)
    await line.sent(Content("Look", attachment=picture(name="another name")))
    assert uploaded(line) == 1


@KINDS
async def test_a_change_that_keeps_the_picture_uploads_nothing(line: Line, kind: AttachmentKind) -> None:
    message = await line.sent(Content("Said", attachment=picture(kind=kind)))
    file = message.media
    changed = await line.send(Content("Otherwise", attachment=picture(kind=kind)), edits=message.id)
    assert (changed, message.text, message.media) == (Sent(message.id), "Otherwise", file)
    assert uploaded(line) == 1


async def test_a_picture_that_came_by_a_change_is_remembered_too(line: Line) -> None:
    message = await line.sent(Content("Said", attachment=picture(40)))
    await line.send(Content("Said", attachment=picture(50)), edits=message.id)
    await line.sent(Content("Look", attachment=picture(50)))
    assert uploaded(line) == 2


async def test_a_photo_a_document_and_a_document_of_another_name_are_different_files(line: Line) -> None:
    for held in (
        picture(),
        picture(kind=AttachmentKind.PICTURE_FILE),
        picture(kind=AttachmentKind.PICTURE_FILE, name="b.png"),
    ):
        message = await line.sent(Content("", attachment=held))
        assert message.document is None or message.document.name == held.name
    assert uploaded(line) == 3


@KINDS
async def test_an_id_that_telegram_refuses_is_uploaded_again(line: Line, kind: AttachmentKind) -> None:
    held = picture(kind=kind)
    first = await line.sent(Content("Look", attachment=held))
    line.uploads._ids = dict.fromkeys(line.uploads._ids, "AgAC-forgotten")
    again = await line.sent(Content("Look", attachment=held))
    assert (again.id != first.id, again.media) == (True, first.media)
    assert uploaded(line) == 2
    await line.sent(Content("Look", attachment=held))
    assert uploaded(line) == 2


async def test_a_refusal_of_something_else_is_no_reason_to_upload(line: Line) -> None:
    await line.sent(Content("Look", attachment=picture()))
    await line.send(Content("Look", attachment=picture()), to=12345)
    await line.send(Content("a" * 1025, attachment=picture()))
    assert [call.ok for call in line.world.calls[-2:]] == [False, False]
    assert uploaded(line) == 1


async def test_an_upload_that_fails_is_tried_again_by_the_next(line: Line) -> None:
    line.world.net_down = True
    assert await line.send(Content("Look", attachment=picture())) == Later()
    line.world.net_down = False
    await line.sent(Content("Look", attachment=picture()))
    assert uploaded(line) == 1


async def test_only_so_many_are_remembered_and_the_oldest_goes(line: Line) -> None:
    line = replace(line, uploads=Uploads(2))
    for width in (40, 50, 60):
        await line.sent(Content("Look", attachment=picture(width)))
    await line.sent(Content("Look", attachment=picture(60)))
    await line.sent(Content("Look", attachment=picture(50)))
    assert uploaded(line) == 3
    await line.sent(Content("Look", attachment=picture(40)))
    assert uploaded(line) == 4


class Gate:
    """Calls to a Telegram that answers when a test says so."""

    def __init__(self, answers: Callable[[Sendable], Awaitable[Message]]) -> None:
        self._answers = answers
        self.open = asyncio.Event()
        self.files: list[Sendable] = []
        self._asked = asyncio.Event()

    async def __call__(self, file: Sendable) -> Message:
        self.files.append(file)
        self._asked.set()
        await self.open.wait()
        return await self._answers(file)

    async def until(self, asked: int) -> None:
        """Until so many calls wait for their answers."""
        async with asyncio.timeout(5):
            while len(self.files) < asked:
                self._asked.clear()
                await self._asked.wait()


def answer(file_id: str) -> Message:
    sizes: list[dict[str, Any]] = [
        {"file_id": f"{file_id}-{side}", "file_unique_id": str(side), "width": side, "height": side}
        for side in (90, 320)
    ]
    made = Message.de_json(
        {"message_id": 1, "date": 1795000000, "chat": {"id": 7, "type": "private"}, "photo": sizes}, None
    )
    assert made is not None
    return made


async def test_whoever_comes_during_the_upload_waits_for_the_largest_sizes_id() -> None:
    gate, kept = Gate(accepting), Uploads()
    calls = [asyncio.create_task(kept.carry(picture(), gate)) for _ in range(5)]
    await gate.until(1)
    gate.open.set()
    await asyncio.gather(*calls)
    assert isinstance(gate.files[0], InputFile)
    assert gate.files[1:] == ["A-320"] * 4


async def test_two_first_uploads_at_once_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "PATIENCE", 0.0)
    gate, kept = Gate(accepting), Uploads()
    calls = [asyncio.create_task(kept.carry(picture(), gate)) for _ in range(2)]
    await gate.until(2)
    gate.open.set()
    assert [message.photo[-1].file_id for message in await asyncio.gather(*calls)] == ["A-320"] * 2
    await kept.carry(picture(), gate)
    assert [isinstance(file, InputFile) for file in gate.files] == [True, True, False]


async def test_when_the_first_upload_fails_one_of_those_who_wait_uploads() -> None:
    faults = [NetworkError("the line is gone")]

    async def failing_once(file: Sendable) -> Message:
        if faults:
            raise faults.pop()
        return await accepting(file)

    gate, kept = Gate(failing_once), Uploads()
    calls = [asyncio.create_task(kept.carry(picture(), gate)) for _ in range(4)]
    await gate.until(1)
    gate.open.set()
    ends = await asyncio.gather(*calls, return_exceptions=True)
    assert [isinstance(end, NetworkError) for end in ends] == [True, False, False, False]
    assert [isinstance(file, InputFile) for file in gate.files] == [True, True, False, False]


async def test_an_id_refused_to_many_at_once_is_uploaded_once_again() -> None:
    async def forgetful(file: Sendable) -> Message:
        if file == "A-320":
            raise BadRequest("Wrong file identifier/HTTP URL specified")
        return answer("B")

    gate, kept = Gate(accepting), Uploads()
    gate.open.set()
    await kept.carry(picture(), gate)
    second = Gate(forgetful)
    calls = [asyncio.create_task(kept.carry(picture(), second)) for _ in range(3)]
    await second.until(3)
    second.open.set()
    await asyncio.gather(*calls)
    assert sum(isinstance(file, InputFile) for file in second.files) == 1
    assert second.files[-2:] == ["B-320", "B-320"]


async def accepting(_: Sendable) -> Message:
    return answer("A")
