"""Videos, voices, documents and places that the bot sends, and what it may do with them afterwards."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.attachments import MAX_FILE_BYTES
from sandbox.files import Upload
from sandbox.lookups import MAX_DOWNLOAD
from sandbox.pictures import sample_picture
from sandbox.world import World
from tests.sandbox.conftest import Api

BUTTONS = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}
DATA = Upload(b'{"held": []}', "mydata.json")
Send = Callable[..., dict[str, Any]]


@pytest.fixture
def sent(api: Api, world: World, aigul: Account) -> Send:
    """The bot sends one message of a kind to Айгүл; returns it."""
    voice = world.send_voice(aigul.id, aigul.id).voice
    assert voice is not None
    ways: dict[str, tuple[str, dict[str, bytes | Upload], dict[str, Any]]] = {
        "text": ("sendMessage", {}, {"text": "бір"}),
        "photo": ("sendPhoto", {"photo": sample_picture()}, {}),
        "video": ("sendVideo", {"video": b"ftyp"}, {"duration": 2}),
        "voice": ("sendVoice", {}, {"voice": voice.file_id}),
        "document": ("sendDocument", {"document": DATA}, {}),
        "location": ("sendLocation", {}, {"latitude": 41.45, "longitude": "69.32"}),
    }

    def send(kind: str, **more: Any) -> dict[str, Any]:
        method, files, params = ways[kind]
        made: dict[str, Any] = api.ok(method, files, chat_id=aigul.id, **params, **more)
        return made

    return send


def place_of(message: dict[str, Any]) -> dict[str, int]:
    return {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}


def test_a_voice_is_passed_on_by_its_id(api: Api, world: World, aigul: Account, sent: Send) -> None:
    heard = world.send_voice(aigul.id, aigul.id, 7).voice
    assert heard is not None
    passed = api.ok(
        "sendVoice", chat_id=aigul.id, voice=heard.file_id, caption="<b>дауыс</b>", parse_mode="HTML"
    )
    assert passed["voice"] == heard.as_json
    assert (passed["caption"], passed["caption_entities"][0]["type"]) == ("дауыс", "bold")
    assert world.render(aigul.id)["messages"][-1]["voice"] == {"seconds": 7}
    uploaded = api.ok("sendVoice", {"voice": b"OggS"}, chat_id=aigul.id, duration=2)["voice"]
    assert (uploaded["duration"], uploaded["file_size"]) == (2, 4)
    assert "caption" not in sent("voice")


def test_a_video_is_passed_on_by_its_id(api: Api, world: World, aigul: Account) -> None:
    seen = world.send_video(aigul.id, aigul.id, 7).video
    assert seen is not None
    passed = api.ok(
        "sendVideo", chat_id=aigul.id, video=seen.file_id, caption="<b>бейне</b>", parse_mode="HTML"
    )
    assert passed["video"] == seen.as_json
    assert (passed["caption"], passed["caption_entities"][0]["type"]) == ("бейне", "bold")
    assert world.render(aigul.id)["messages"][-1]["video"] == {"seconds": 7}
    uploaded = api.ok("sendVideo", {"video": b"ftyp"}, chat_id=aigul.id, duration=2)["video"]
    assert (uploaded["duration"], uploaded["file_size"], uploaded["mime_type"]) == (2, 4, "video/mp4")
    assert (uploaded["width"], uploaded["height"]) == (640, 360)


def test_each_video_of_a_person_is_another_file(world: World, aigul: Account) -> None:
    first, second = (world.send_video(aigul.id, aigul.id).video for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.file_id != second.file_id


def test_what_a_person_sends_is_told_to_the_bot(
    world: World, aigul: Account, updates: Callable[[], list[Any]]
) -> None:
    updates()
    world.send_document(aigul.id, aigul.id, Upload(b"%PDF", "чек.pdf"), " көр ")
    world.send_video(aigul.id, aigul.id, 3)
    document, video = (update["message"] for update in updates())
    assert (document["document"]["file_name"], document["document"]["mime_type"]) == (
        "чек.pdf",
        "application/pdf",
    )
    assert document["caption"] == "көр"
    assert (video["video"]["duration"], "caption" in video) == (3, False)


def test_a_document_keeps_its_name(api: Api, world: World, aigul: Account, sent: Send) -> None:
    document = sent("document", caption="бәрі")["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "mydata.json",
        "application/json",
        len(DATA.content),
    )
    again = api.ok("sendDocument", chat_id=aigul.id, document=document["file_id"])
    assert again["document"] == document
    other = api.ok("sendDocument", {"document": Upload(DATA.content, "b")}, chat_id=aigul.id)["document"]
    assert other["file_id"] != document["file_id"]
    assert other["mime_type"] == "application/octet-stream"
    attached = api.ok("sendDocument", {"d": DATA}, chat_id=aigul.id, document="attach://d")
    assert attached["document"] == document
    shown = world.render(aigul.id)["messages"][-1]["document"]
    address = f"/document/{document['file_id']}"
    assert shown == {"name": "mydata.json", "type": "application/json", "size": 12, "url": address}


def test_a_place_is_sent_in_degrees(sent: Send) -> None:
    assert sent("location", reply_markup=BUTTONS)["location"] == {"latitude": 41.45, "longitude": 69.32}
    near = sent("location", horizontal_accuracy=50)["location"]
    assert near["horizontal_accuracy"] == 50


@pytest.mark.parametrize(
    ("method", "files", "params", "error"),
    [
        ("sendVoice", {}, {}, "there is no voice in the request"),
        ("sendVoice", {}, {"voice": "unknown"}, "wrong file identifier/HTTP URL specified"),
        ("sendVoice", {}, {"voice": "VOICE", "caption": "🙂" * 513}, "message caption is too long"),
        ("sendVideo", {}, {}, "there is no video in the request"),
        ("sendVideo", {}, {"video": "unknown"}, "wrong file identifier/HTTP URL specified"),
        ("sendVideo", {}, {"video": "VOICE"}, "can't use file of type VoiceNote as Video"),
        ("sendVideo", {"video": b""}, {}, "file must be non-empty"),
        ("sendVideo", {"video": b"x"}, {"caption": "a" * 1025}, "message caption is too long"),
        ("sendPhoto", {}, {"photo": "VOICE"}, "can't use file of type VoiceNote as Photo"),
        ("sendDocument", {}, {"document": "VOICE"}, "can't use file of type VoiceNote as Document"),
        ("sendDocument", {}, {}, "there is no document in the request"),
        ("sendDocument", {"document": b""}, {}, "file must be non-empty"),
        ("sendDocument", {}, {"document": "https://a.kz/a.pdf"}, "failed to get HTTP URL content"),
        ("sendDocument", {"document": b"x"}, {"caption": "a" * 1025}, "message caption is too long"),
        ("sendLocation", {}, {"longitude": 1}, "latitude is empty"),
        ("sendLocation", {}, {"latitude": 1}, "longitude is empty"),
        ("sendLocation", {}, {"latitude": 91, "longitude": 0}, "invalid location specified"),
        ("sendLocation", {}, {"latitude": "nan", "longitude": 0}, "invalid location specified"),
        (
            "sendLocation",
            {},
            {"latitude": "north", "longitude": 0},
            'parameter "latitude" must be of type Float',
        ),
        (
            "sendLocation",
            {},
            {"latitude": True, "longitude": 0},
            'parameter "latitude" must be of type Float',
        ),
        (
            "sendLocation",
            {},
            {"latitude": 1, "longitude": 1, "live_period": 60},
            "live locations are not known to this sandbox",
        ),
    ],
)
def test_media_that_is_refused(
    api: Api, method: str, files: dict[str, bytes], params: dict[str, Any], error: str
) -> None:
    aigul = api.world.add_person("Айгүл", "kk")
    voice = api.world.send_voice(aigul.id, aigul.id).voice
    assert voice is not None
    filled = {name: voice.file_id if value == "VOICE" else value for name, value in params.items()}
    assert api.refused(method, files, chat_id=aigul.id, **filled) == (400, f"Bad Request: {error}")


def test_a_file_has_its_largest_size(api: Api, aigul: Account) -> None:
    for method, field in (("sendDocument", "document"), ("sendVideo", "video")):
        huge = {field: bytes(MAX_FILE_BYTES + 1)}
        assert api.refused(method, huge, chat_id=aigul.id) == (413, "Request Entity Too Large")


def test_files_are_downloaded_by_their_path(api: Api, world: World, sent: Send) -> None:
    for kind, start, end in (
        ("voice", "voice/", ".oga"),
        ("video", "videos/", ".mp4"),
        ("document", "documents/", ".json"),
    ):
        stored = sent(kind)[kind]
        file = api.ok("getFile", file_id=stored["file_id"])
        assert file["file_path"].startswith(start)
        assert file["file_path"].endswith(end)
        content = world.download(file["file_path"])
        assert content is not None
        assert len(content) == file["file_size"] == stored["file_size"]
        assert world.download(f"{file['file_path']}.exe") is None


def test_a_bot_downloads_20_mb(api: Api, world: World) -> None:
    large = world.files.keep_document(Upload(bytes(MAX_DOWNLOAD + 1), "large"))
    assert api.refused("getFile", file_id=large.file_id) == (400, "Bad Request: file is too big")
    exact = world.files.keep_document(Upload(bytes(MAX_DOWNLOAD), "large"))
    assert api.ok("getFile", file_id=exact.file_id)["file_size"] == MAX_DOWNLOAD


@pytest.mark.parametrize("kind", ["photo", "video", "voice", "document"])
def test_captions_and_buttons_of_media_are_edited(api: Api, sent: Send, kind: str) -> None:
    message = sent(kind, caption="бір", reply_markup=BUTTONS)
    place = place_of(message)
    edited = api.ok("editMessageCaption", **place, caption="екі", reply_markup=BUTTONS)
    assert (edited["caption"], edited[kind], edited["reply_markup"]) == ("екі", message[kind], BUTTONS)
    assert "reply_markup" not in api.ok("editMessageReplyMarkup", **place)


@pytest.mark.parametrize("kind", ["photo", "video", "voice", "document", "location"])
def test_media_has_no_text_to_edit(api: Api, sent: Send, kind: str) -> None:
    answer = api.refused("editMessageText", **place_of(sent(kind)), text="екі")
    assert answer == (400, "Bad Request: there is no text in the message to edit")


def test_a_place_has_no_caption_but_may_have_buttons(api: Api, sent: Send) -> None:
    place = place_of(sent("location"))
    answer = api.refused("editMessageCaption", **place, caption="a")
    assert answer == (400, "Bad Request: there is no caption in the message to edit")
    assert api.ok("editMessageReplyMarkup", **place, reply_markup=BUTTONS)["reply_markup"] == BUTTONS


def test_pictures_and_documents_replace_one_another(api: Api, world: World, sent: Send) -> None:
    photo, document = sent("photo", reply_markup=BUTTONS), sent("document")
    named = {"type": "document", "media": document["document"]["file_id"], "caption": "<i>екі</i>"}
    edited = api.ok("editMessageMedia", **place_of(photo), media={**named, "parse_mode": "HTML"})
    assert (edited["caption"], edited["document"]) == ("екі", document["document"])
    assert "photo" not in edited
    assert "reply_markup" not in edited
    assert edited["edit_date"] == int(world.clock.now().timestamp())
    back = {"type": "photo", "media": photo["photo"][0]["file_id"]}
    assert api.ok("editMessageMedia", **place_of(photo), media=back)["photo"] == photo["photo"]
    same = api.refused("editMessageMedia", **place_of(photo), media=back)
    assert same[1].startswith("Bad Request: message is not modified")
    assert api.ok("editMessageMedia", **place_of(photo), media={**back, "caption": "бір"})["caption"] == "бір"
    other = {"type": "photo", "media": "attach://p"}
    assert api.ok("editMessageMedia", {"p": sample_picture(50, 50)}, **place_of(photo), media=other)


def test_a_video_takes_the_place_of_a_picture_and_gives_it_back(api: Api, sent: Send) -> None:
    photo, video = sent("photo"), sent("video")["video"]
    named = {"type": "video", "media": video["file_id"], "caption": "екі"}
    edited = api.ok("editMessageMedia", **place_of(photo), media=named)
    assert (edited["video"], edited["caption"], "photo" in edited) == (video, "екі", False)
    same = api.refused("editMessageMedia", **place_of(photo), media=named)
    assert same[1].startswith("Bad Request: message is not modified")
    uploaded = {"type": "video", "media": "attach://v", "duration": 9}
    again = api.ok("editMessageMedia", {"v": b"ftyp"}, **place_of(photo), media=uploaded)
    assert again["video"]["duration"] == 9
    back = {"type": "photo", "media": photo["photo"][0]["file_id"]}
    assert "video" not in api.ok("editMessageMedia", **place_of(photo), media=back)


@pytest.mark.parametrize("kind", ["text", "voice", "location"])
def test_other_messages_have_no_media_to_edit(api: Api, sent: Send, kind: str) -> None:
    media = {"type": "photo", "media": sent("photo")["photo"][0]["file_id"]}
    answer = api.refused("editMessageMedia", **place_of(sent(kind)), media=media)
    assert answer == (400, "Bad Request: there is no media in the message to edit")


@pytest.mark.parametrize(
    ("media", "error"),
    [
        ({"type": "photo", "media": "unknown"}, "wrong file identifier/HTTP URL specified"),
        ({"type": "photo", "media": "attach://p"}, "there is no photo in the request"),
        ({"type": "photo"}, "can't parse InputMediaPhoto: Can't find field \"media\""),
        ({"type": "sticker", "media": "x"}, "can't parse InputMedia: Unsupported type specified"),
        ({"type": "document", "media": "x", "caption": "a" * 1025}, "message caption is too long"),
        ({"type": "photo", "media": "DOCUMENT"}, "can't use file of type Document as Photo"),
        ({"type": "video", "media": "DOCUMENT"}, "can't use file of type Document as Video"),
        ({"type": "video", "media": "attach://v"}, "there is no video in the request"),
    ],
)
def test_media_that_takes_no_place(api: Api, sent: Send, media: dict[str, str], error: str) -> None:
    document = sent("document")["document"]["file_id"]
    named = {name: document if value == "DOCUMENT" else value for name, value in media.items()}
    answer = api.refused("editMessageMedia", **place_of(sent("photo")), media=named)
    assert answer == (400, f"Bad Request: {error}")


def test_the_copy_in_the_discussion_shows_the_same(api: Api, world: World, aigul: Account) -> None:
    group = world.add_group("Пікірлер", [aigul])
    channel = world.add_channel("Табылды", "tabyldy_channel", discussion=group)
    photo = api.ok("sendPhoto", {"photo": sample_picture()}, chat_id=channel.id)
    api.ok("sendLocation", chat_id=channel.id, latitude=1, longitude=2)
    document = world.files.keep_document(DATA)
    api.ok("editMessageMedia", **place_of(photo), media={"type": "document", "media": document.file_id})
    first, second = world.render(group.id)["messages"]
    assert (first["photo"], first["document"]["name"]) == (None, "mydata.json")
    assert second["location"] == {"lat": 1.0, "lon": 2.0}


@pytest.mark.parametrize(
    "method",
    [
        "sendVideo",
        "sendVoice",
        "sendDocument",
        "sendLocation",
        "editMessageMedia",
        "editMessageCaption",
        "setMessageReaction",
    ],
)
def test_flood_mode_refuses_the_writes_of_media(api: Api, world: World, sent: Send, method: str) -> None:
    place, voice = place_of(sent("photo")), sent("voice")["voice"]["file_id"]
    world.flood_seconds = 5
    params: dict[str, Any] = {
        "video": voice,
        "voice": voice,
        "document": voice,
        "latitude": 1,
        "longitude": 1,
    }
    media = {"type": "photo", "media": "x"}
    assert api.refused(method, **place, **params, media=media) == (
        429,
        "Too Many Requests: retry after 5",
    )
