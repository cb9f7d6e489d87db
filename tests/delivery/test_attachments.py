"""What hangs on a message: sent whole, and changed as far as Telegram lets a bot change it."""

import base64

import pytest

from delivery.outcome import Sent, Undeliverable
from domain.messages import Attachment, AttachmentKind, Button, Content
from sandbox.files import Upload, footage, recording
from sandbox.pictures import sample_picture
from tests.delivery.conftest import Line

ANSWER = ((Button("Answer", tap="talk:1"),),)
PLACE = Attachment(AttachmentKind.LOCATION, "42.8746,74.5698")
DRAWING = Attachment(AttachmentKind.DRAWING, base64.b64encode(sample_picture(40, 30)).decode(), "week.png")
CARD = Attachment(AttachmentKind.PICTURE_FILE, base64.b64encode(sample_picture(60, 40)).decode(), "card.png")
LETTER = Attachment(AttachmentKind.FILE, "Ырас, 1 \N{LEFTWARDS ARROW} 2\n", "mydata.txt")


@pytest.fixture
def photo(line: Line) -> Attachment:
    return Attachment(AttachmentKind.PHOTO, line.world.pictures.keep(sample_picture()).file_id)


@pytest.fixture
def voice(line: Line) -> Attachment:
    return Attachment(AttachmentKind.VOICE, line.world.files.keep_voice(recording(3, 1), 3).file_id)


@pytest.fixture
def video(line: Line) -> Attachment:
    return Attachment(AttachmentKind.VIDEO, line.world.files.keep_video(footage(3, 1), 3).file_id)


@pytest.fixture
def document(line: Line) -> Attachment:
    held = line.world.files.keep_document(Upload(b"%PDF", "receipt.pdf"))
    return Attachment(AttachmentKind.DOCUMENT, held.file_id, held.name)


@pytest.fixture(params=list(AttachmentKind))
def attachment(
    request: pytest.FixtureRequest,
    photo: Attachment,
    video: Attachment,
    document: Attachment,
    voice: Attachment,
) -> Attachment:
    all_ = (photo, video, document, voice, PLACE, LETTER, DRAWING, CARD)
    return {attachment.kind: attachment for attachment in all_}[request.param]


async def test_a_photo_is_sent_by_its_id_with_a_caption(line: Line, photo: Attachment) -> None:
    message = await line.sent(Content("<b>The owner</b> &amp; a photo", ANSWER, attachment=photo))
    assert message.photo is not None
    assert message.photo.file_id == photo.value
    assert message.text == "The owner & a photo"
    assert message.entities == [{"type": "bold", "offset": 0, "length": 9}]


async def test_a_voice_is_sent_by_its_id_with_a_caption(line: Line, voice: Attachment) -> None:
    message = await line.sent(Content("<i>The finder</i>", attachment=voice))
    assert message.voice is not None
    assert message.voice.file_id == voice.value
    assert message.text == "The finder"
    assert message.entities == [{"type": "italic", "offset": 0, "length": 10}]


async def test_a_video_is_sent_by_its_id_with_a_caption(line: Line, video: Attachment) -> None:
    message = await line.sent(Content("<b>The thanks</b>", ANSWER, attachment=video))
    assert message.video is not None
    assert message.video.file_id == video.value
    assert (message.text, message.inline != []) == ("The thanks", True)


async def test_a_persons_file_is_sent_by_its_id_with_its_own_name(line: Line, document: Attachment) -> None:
    message = await line.sent(Content("<b>A receipt</b>", attachment=document))
    assert message.document is not None
    assert (message.document.file_id, message.document.name) == (document.value, "receipt.pdf")
    assert message.text == "A receipt"


async def test_a_picture_file_is_uploaded_as_it_is_under_its_name(line: Line) -> None:
    message = await line.sent(Content("<b>The code</b> to print", attachment=CARD))
    assert message.document is not None
    assert (message.document.name, message.document.mime_type) == ("card.png", "image/png")
    assert line.world.files.content(message.document.file_id) == base64.b64decode(CARD.value)
    assert (message.photo, message.text) == (None, "The code to print")


async def test_an_attachment_stands_under_the_message_it_answers(line: Line, attachment: Attachment) -> None:
    about = line.newest
    message = await line.sent(Content("", attachment=attachment, answers=about.id))
    assert message.reply_to == about.id


async def test_photos_videos_and_documents_give_way_to_one_another(
    line: Line, photo: Attachment, video: Attachment, document: Attachment
) -> None:
    message = await line.sent(Content("0", attachment=photo))
    for words, other in enumerate((video, document, DRAWING, CARD, photo), start=1):
        changed = await line.send(Content(str(words), attachment=other), edits=message.id)
        assert changed == Sent(message.id)
        assert message.text == str(words)
    assert message.photo is not None
    assert message.photo.file_id == photo.value
    assert line.from_bot == [message]


async def test_a_place_is_sent_as_a_point_and_says_nothing(line: Line) -> None:
    message = await line.sent(Content("unseen", ANSWER, attachment=PLACE))
    assert message.location is not None
    assert (message.location["latitude"], message.location["longitude"]) == (42.8746, 74.5698)
    assert message.text == ""


async def test_a_file_is_uploaded_with_its_name_and_a_caption(line: Line) -> None:
    message = await line.sent(Content("<b>Everything</b> held", attachment=LETTER))
    assert message.document is not None
    assert message.document.name == "mydata.txt"
    assert line.world.files.content(message.document.file_id).decode() == LETTER.value
    assert message.text == "Everything held"
    assert message.entities == [{"type": "bold", "offset": 0, "length": 10}]


async def test_a_drawing_is_uploaded_as_a_photo_with_a_caption(line: Line) -> None:
    message = await line.sent(Content("<b>The week</b> in numbers", attachment=DRAWING))
    assert message.photo is not None
    assert (message.photo.width, message.photo.height) == (40, 30)
    assert line.world.pictures.image(message.photo.file_id) == base64.b64decode(DRAWING.value)
    assert message.text == "The week in numbers"
    assert message.entities == [{"type": "bold", "offset": 0, "length": 8}]
    assert line.world.calls[-1].method == "sendPhoto"


async def test_a_drawing_gives_way_to_a_newer_one(line: Line) -> None:
    message = await line.sent(Content("Said", attachment=DRAWING))
    newer = Attachment(AttachmentKind.DRAWING, base64.b64encode(sample_picture(50, 60)).decode(), "week.png")
    assert await line.send(Content("Now", attachment=newer), edits=message.id) == Sent(message.id)
    assert line.from_bot == [message]
    assert message.photo is not None
    assert (message.photo.width, message.photo.height, message.text) == (50, 60, "Now")


async def test_every_attachment_carries_buttons(line: Line, attachment: Attachment) -> None:
    message = await line.sent(Content("Said", ANSWER, attachment=attachment))
    assert message.inline == [[{"text": "Answer", "callback_data": "talk:1"}]]


async def test_every_attachment_may_bring_the_menu(line: Line, attachment: Attachment) -> None:
    message = await line.sent(Content("Said", menu=(("Found",),), attachment=attachment))
    assert message.keyboard is not None


async def test_an_attachment_needs_no_words(line: Line, attachment: Attachment) -> None:
    message = await line.sent(Content("", attachment=attachment))
    assert message.text == ""


async def test_an_attachment_is_changed_in_place(line: Line, attachment: Attachment) -> None:
    message = await line.sent(Content("Said", ANSWER, attachment=attachment))
    changed = await line.send(Content("Said <b>otherwise</b>", attachment=attachment), edits=message.id)
    assert changed == Sent(message.id)
    assert line.from_bot == [message]
    assert message.inline == []
    assert message.text == ("" if message.location else "Said otherwise")


async def test_an_attachment_that_is_the_same_counts_as_sent(line: Line, attachment: Attachment) -> None:
    content = Content("Said", ANSWER, attachment=attachment)
    message = await line.sent(content)
    assert await line.send(content, edits=message.id) == Sent(None)
    assert line.from_bot == [message]


async def test_a_photo_gives_way_to_another(line: Line, photo: Attachment) -> None:
    message = await line.sent(Content("Said", attachment=photo))
    other = line.world.pictures.keep(sample_picture(30, 30)).file_id
    await line.send(Content("Said", attachment=Attachment(AttachmentKind.PHOTO, other)), edits=message.id)
    assert message.photo is not None
    assert message.photo.file_id == other


async def test_what_is_gone_is_sent_anew_with_its_attachment(line: Line, attachment: Attachment) -> None:
    content = Content("Said", ANSWER, attachment=attachment)
    message = await line.sent(content)
    line.world.remove(message)
    assert await line.send(content, edits=message.id) == Sent(line.newest.id)
    again = line.newest
    assert again.id != message.id
    assert (again.media, again.location) == (message.media, message.location)


async def test_words_cannot_take_the_place_of_an_attachment(line: Line, attachment: Attachment) -> None:
    message = await line.sent(Content("Said", attachment=attachment))
    assert await line.send(Content("Words"), edits=message.id) == Sent(line.newest.id)
    assert [shown.text for shown in line.from_bot][1:] == ["Words"]


async def test_a_caption_cannot_be_put_under_plain_words(line: Line, voice: Attachment) -> None:
    message = await line.sent(Content("Words"))
    await line.send(Content("Said", attachment=voice), edits=message.id)
    assert [shown.media is None for shown in line.from_bot] == [True, False]


async def test_an_id_that_telegram_has_forgotten_is_a_problem_told(line: Line) -> None:
    for kind in (AttachmentKind.PHOTO, AttachmentKind.VIDEO, AttachmentKind.DOCUMENT, AttachmentKind.VOICE):
        outcome = await line.send(Content("Said", attachment=Attachment(kind, "AgAC-unknown")))
        assert isinstance(outcome, Undeliverable)
        assert "file identifier" in outcome.problem
