"""Reading updates: what a handler is told of each kind."""

from typing import Any

import pytest
from telegram import Update

from domain.messages import Attachment, AttachmentKind
from handlers.incoming import ChannelPost, Incoming, read

USER = {"id": 7, "is_bot": False, "first_name": "Dana", "language_code": "uz-UZ"}
CHAT = {"id": 7, "type": "private", "first_name": "Dana"}
GROUP = {"id": -9, "type": "group", "title": "Moderators"}


def incoming(**update: Any) -> Incoming | None:
    made = Update.de_json({"update_id": 5, **update}, None)
    assert made is not None
    return read(made)


def message(**parts: Any) -> dict[str, Any]:
    return {"message_id": 3, "date": 1795000000, "chat": CHAT, "from": USER, **parts}


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("/start", ""),
        ("/start f_x", "f_x"),
        ("/search  Жанабай Исраилов ", "Жанабай Исраилов"),
        ("Жанабай Исраилов", ""),
    ],
)
def test_a_commands_argument_is_what_follows_it(text: str, argument: str) -> None:
    read_ = incoming(message=message(text=text))
    assert read_ == Incoming(
        update_id=5,
        telegram_id=7,
        chat_id=7,
        private=True,
        client_language="uz-UZ",
        text=text,
        argument=argument,
        name="Dana",
        source=3,
    )


def test_a_tap_tells_its_data_its_message_and_its_query() -> None:
    query = {
        "id": "q1",
        "from": USER,
        "chat_instance": "1",
        "data": "claim:22222",
        "message": message(chat=GROUP),
    }
    read_ = incoming(callback_query=query)
    assert read_ is not None
    assert (read_.tap, read_.query_id, read_.message_id) == ("claim:22222", "q1", 3)
    assert (read_.chat_id, read_.private, read_.telegram_id) == (-9, False, 7)
    assert read_.after("claim:") == "22222"


def test_a_location_is_told_in_degrees_and_the_words_of_a_photo_are_its_caption() -> None:
    located = incoming(message=message(location={"latitude": 41.45, "longitude": 69.32}))
    assert located is not None
    assert located.location == (41.45, 69.32)
    photo = incoming(message=message(photo=[], caption="паспорт"))
    assert photo is not None
    assert (photo.text, photo.location) == ("паспорт", None)


ANSWERED = message(
    text="💬",
    **{
        "from": {"id": 1, "is_bot": True, "first_name": "Tabyldy"},
        "message_id": 2,
        "reply_markup": {
            "inline_keyboard": [
                [{"text": "Answer", "callback_data": "talk:5"}],
                [{"text": "Post", "url": "https://t.me/x"}, {"text": "Stop", "callback_data": "stop:5"}],
            ]
        },
    },
)


def test_a_reply_tells_which_message_it_answers_and_what_its_buttons_hold() -> None:
    read_ = incoming(message=message(text="here", reply_to_message=ANSWERED))
    assert read_ is not None
    assert (read_.reply_to, read_.reply_taps) == (2, ("talk:5", "stop:5"))
    assert (read_.replied_id, read_.replied_name) == (None, "")


DISCUSSION = {"id": -1009, "type": "supergroup", "title": "Discussion"}
CHANNEL = {"id": -1001, "type": "channel", "title": "Channel", "username": "Tabyldy"}
ORIGIN = {"type": "channel", "date": 1795000000, "chat": CHANNEL, "message_id": 40}
COPY = {
    "message_id": 8,
    "date": 1795000000,
    "chat": DISCUSSION,
    "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
    "sender_chat": CHANNEL,
    "text": "post",
    "is_automatic_forward": True,
    "forward_origin": ORIGIN,
}


def test_a_comment_tells_which_post_of_which_channel_it_answers() -> None:
    read_ = incoming(message=message(chat=DISCUSSION, text="here", reply_to_message=COPY))
    assert read_ is not None
    post = ChannelPost(frozenset({"chat:-1001", "chat:@tabyldy"}), 40)
    assert (read_.replied_post, read_.reply_to) == (post, 8)
    assert (read_.chat_id, read_.private, read_.telegram_id) == (-1009, False, 7)


def test_who_comments_as_a_channel_or_an_anonymous_admin_is_nobody() -> None:
    account = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    read_ = incoming(
        message={**message(chat=DISCUSSION, text="here", reply_to_message=COPY), "from": account}
    )
    assert read_ is not None
    assert read_.replied_post is None


@pytest.mark.parametrize(
    "answered",
    [
        {**COPY, "is_automatic_forward": None},  # somebody forwarded the post by hand
        {**COPY, "forward_origin": {**ORIGIN, "type": "chat", "sender_chat": CHANNEL}},
        message(chat=DISCUSSION, text="another comment"),
    ],
)
def test_other_messages_answer_no_post(answered: dict[str, Any]) -> None:
    read_ = incoming(message=message(chat=DISCUSSION, text="here", reply_to_message=answered))
    assert read_ is not None
    assert read_.replied_post is None
    assert read_.reply_to == answered["message_id"]


def test_nobody_stands_behind_the_copy_of_a_post() -> None:
    assert incoming(message=COPY) is None
    assert incoming(edited_message={**COPY, "edit_date": 1795000001}) is None


FILE = {"file_id": "f", "file_unique_id": "u"}
PHOTO = {"photo": [{**FILE, "width": 2, "height": 2}]}
VOICE = {"voice": {**FILE, "duration": 3}}
PLACE = {"location": {"latitude": 41.5, "longitude": 69.25}}
VIDEO = {"video": {**FILE, "width": 2, "height": 2, "duration": 1}, "caption": "паспорт"}
RECEIPT = {"document": {**FILE, "file_name": "receipt.pdf", "mime_type": "application/pdf"}}
ANIMATION = {"animation": {**FILE, "width": 2, "height": 2, "duration": 1}, "document": FILE}
STICKER = {
    "sticker": {**FILE, "type": "regular", "width": 2, "height": 2, "is_animated": False, "is_video": False}
}


@pytest.mark.parametrize(
    ("parts", "held", "unfit"),
    [
        ({"text": "words"}, None, False),
        (PHOTO, Attachment(AttachmentKind.PHOTO, "f"), False),
        (VOICE, Attachment(AttachmentKind.VOICE, "f"), False),
        (PLACE, Attachment(AttachmentKind.LOCATION, "41.5,69.25"), False),
        (VIDEO, None, True),
        (STICKER, None, True),
        ({"document": FILE}, None, True),
        (ANIMATION, None, True),
        ({"contact": {"phone_number": "+998901234567", "first_name": "Dana"}}, None, True),
    ],
)
def test_what_hangs_on_a_message_can_be_passed_on_or_not(
    parts: dict[str, Any],
    held: Attachment | None,
    unfit: bool,  # noqa: FBT001 - a table of cases
) -> None:
    read_ = incoming(message=message(**parts))
    assert read_ is not None
    assert (read_.attachment, read_.unfit) == (held, unfit)


@pytest.mark.parametrize(
    ("parts", "file"),
    [
        ({"text": "words"}, None),
        (PHOTO, Attachment(AttachmentKind.PHOTO, "f")),
        (VIDEO, Attachment(AttachmentKind.VIDEO, "f")),
        (RECEIPT, Attachment(AttachmentKind.DOCUMENT, "f", "receipt.pdf")),
        ({"document": FILE}, Attachment(AttachmentKind.DOCUMENT, "f")),
        (ANIMATION, None),
        (VOICE, None),
        (PLACE, None),
        (STICKER, None),
    ],
)
def test_photos_videos_and_documents_are_files_that_can_be_kept(
    parts: dict[str, Any], file: Attachment | None
) -> None:
    read_ = incoming(message=message(**parts))
    assert read_ is not None
    assert read_.file == file


def test_an_edit_is_told_from_a_new_message() -> None:
    edited = incoming(edited_message=message(text="changed", edit_date=1795000001))
    assert edited is not None
    assert (edited.edited, edited.text, edited.source) == (True, "changed", 3)


@pytest.mark.parametrize(("status", "stopped"), [("kicked", True), ("member", False)])
def test_a_block_is_told_from_a_return(status: str, stopped: bool) -> None:  # noqa: FBT001 - a table of cases
    bot = {"id": 1, "is_bot": True, "first_name": "Tabyldy"}
    standing = {"user": bot, "status": status, **({"until_date": 0} if stopped else {})}
    change = {
        "chat": CHAT,
        "from": USER,
        "date": 1795000000,
        "old_chat_member": {"user": bot, "status": "left"},
        "new_chat_member": standing,
    }
    read_ = incoming(my_chat_member=change)
    assert read_ is not None
    assert read_.stopped is stopped


def test_an_update_with_nobody_behind_it_is_none() -> None:
    channel = {"id": -1001, "type": "channel", "title": "Channel"}
    assert incoming(channel_post={"message_id": 1, "date": 1795000000, "chat": channel, "text": "x"}) is None
