from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.chats import Chat, Standing
from sandbox.pictures import sample_picture
from sandbox.world import World
from tests.sandbox.conftest import Api


def test_a_message_comes_back_parsed(api: Api, world: World, aigul: Account) -> None:
    sent = api.ok("sendMessage", chat_id=aigul.id, text=" 🙂 <b>Табылды</b>! /my ", parse_mode="HTML")
    assert sent["text"] == "🙂 Табылды! /my"
    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 7},
        {"type": "bot_command", "offset": 12, "length": 3},
    ]
    assert sent["from"]["id"] == world.bot.id
    assert sent["chat"] == {"id": aigul.id, "type": "private", "first_name": "Айгүл"}
    assert world.render(aigul.id)["messages"][-1]["html"] == "🙂 <b>Табылды</b>! /my"


@pytest.mark.parametrize("length", [1, 4096])
def test_lengths_that_pass(api: Api, aigul: Account, length: int) -> None:
    assert api.ok("sendMessage", chat_id=aigul.id, text="<b>" + "a" * length + "</b>", parse_mode="HTML")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a" * 4097, "message is too long"),
        ("🙂" * 2049, "message is too long"),
        ("  \n ", "message text is empty"),
        ("<b></b>", "message text is empty"),
        ("<b>a", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ],
)
def test_texts_that_do_not(api: Api, aigul: Account, text: str, error: str) -> None:
    answer = api.refused("sendMessage", chat_id=aigul.id, text=text, parse_mode="HTML")
    assert answer == (400, f"Bad Request: {error}")


def test_other_parse_modes_and_wrong_entities(api: Api, aigul: Account) -> None:
    def refused(**params: Any) -> str:
        return api.refused("sendMessage", chat_id=aigul.id, text="abc", **params)[1]

    assert refused(parse_mode="Markdown") == "Bad Request: unsupported parse_mode"
    assert "Unsupported type" in refused(entities=[{"type": "huge", "offset": 0, "length": 1}])
    assert "outside of the text" in refused(entities=[{"type": "bold", "offset": 2, "length": 2}])
    sent = api.ok(
        "sendMessage", chat_id=aigul.id, text="abc", entities=[{"type": "bold", "offset": 0, "length": 3}]
    )
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


def test_links_to_people_become_mentions(api: Api, aigul: Account) -> None:
    text = f'<a href="tg://user?id={aigul.id}">A</a> <a href="tg://user?id=5">B</a>'
    sent = api.ok("sendMessage", chat_id=aigul.id, text=text, parse_mode="HTML")
    assert sent["entities"] == [{"type": "text_mention", "offset": 0, "length": 1, "user": aigul.user}]


def test_who_can_be_written_to(api: Api, world: World, aigul: Account) -> None:
    stranger = world.add_person("Борис", "ru")
    assert api.refused("sendMessage", chat_id=stranger.id, text="a") == (400, "Bad Request: chat not found")
    world.add_group("Шекара", [aigul, stranger])
    assert api.refused("sendMessage", chat_id=stranger.id, text="a") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    world.block(aigul.id)
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert api.refused("sendMessage", chat_id=aigul.id, text="a") == blocked
    assert api.refused("sendChatAction", chat_id=aigul.id, action="typing") == blocked
    world.unblock(aigul.id)
    assert api.ok("sendMessage", chat_id=aigul.id, text="a")
    assert api.refused("sendMessage", chat_id=5, text="a") == (400, "Bad Request: chat not found")


def test_channels_by_name_and_rights(api: Api, world: World, channel: Chat) -> None:
    post = api.ok("sendMessage", chat_id="@Tabyldy_Channel", text="a")
    assert post["sender_chat"]["id"] == channel.id
    assert "from" not in post
    assert api.refused("sendMessage", chat_id="@nobody", text="a")[1] == "Bad Request: chat not found"
    silent = world.add_channel("Тыныш", "silent_channel", bot_can_post=False)
    assert api.refused("sendMessage", chat_id=silent.id, text="a") == (
        400,
        "Bad Request: need administrator rights in the channel chat",
    )


@pytest.mark.parametrize(
    ("status", "kind", "error"),
    [
        ("left", "channel", "bot is not a member of the channel chat"),
        ("kicked", "channel", "bot was kicked from the channel chat"),
        ("left", "supergroup", "bot is not a member of the supergroup chat"),
        ("kicked", "group", "bot was kicked from the group chat"),
    ],
)
def test_chats_without_the_bot(api: Api, status: str, kind: str, error: str) -> None:
    world = api.world
    aigul = world.add_person("Айгүл", "kk")
    if kind == "channel":
        chat = world.add_channel("a", "a_channel")
    else:
        chat = world.add_group("a", [aigul], supergroup=kind == "supergroup")
    world.set_standing(chat, Standing(status), by=aigul)
    for method, more in (
        ("sendMessage", {"text": "a"}),
        ("getChat", {}),
        ("deleteMessage", {"message_id": 1}),
    ):
        assert api.refused(method, chat_id=chat.id, **more) == (403, f"Forbidden: {error}")


def test_answers_to_messages(api: Api, world: World, aigul: Account) -> None:
    first = world.send_text(aigul.id, aigul.id, "кімде?").id
    sent = api.ok("sendMessage", chat_id=aigul.id, text="a", reply_parameters={"message_id": first})
    assert sent["reply_to_message"]["text"] == "кімде?"
    gone = {"message_id": 999}
    answer = api.refused("sendMessage", chat_id=aigul.id, text="a", reply_parameters=gone)
    assert answer == (400, "Bad Request: message to be replied not found")
    kind = {**gone, "allow_sending_without_reply": True}
    assert "reply_to_message" not in api.ok("sendMessage", chat_id=aigul.id, text="a", reply_parameters=kind)


def test_a_photo_is_uploaded_once_and_sent_by_its_id(api: Api, world: World, aigul: Account) -> None:
    image = sample_picture(320, 200)
    sent = api.ok("sendPhoto", {"photo": image}, chat_id=aigul.id, caption="<i>QR</i>", parse_mode="HTML")
    assert sent["caption"] == "QR"
    assert sent["caption_entities"] == [{"type": "italic", "offset": 0, "length": 2}]
    size = sent["photo"][0]
    assert (size["width"], size["height"], size["file_size"]) == (320, 200, len(image))
    again = api.ok("sendPhoto", chat_id=aigul.id, photo=size["file_id"])
    assert again["photo"] == sent["photo"]
    attached = api.ok("sendPhoto", {"p1": image}, chat_id=aigul.id, photo="attach://p1")
    assert attached["photo"] == sent["photo"]
    shown = world.render(aigul.id)["messages"][-1]["photo"]
    assert shown == f"/photo/{size['file_id']}"
    assert world.photo(size["file_id"]) == image


@pytest.mark.parametrize(
    ("files", "params", "error"),
    [
        ({"photo": b""}, {}, "file must be non-empty"),
        ({"photo": b"not a picture"}, {}, "IMAGE_PROCESS_FAILED"),
        ({"photo": b"\x89PNG\r\n\x1a\n" + b"\0" * (10 * 1024 * 1024)}, {}, "file is too big"),
        ({"photo": sample_picture(9000, 1001)}, {}, "PHOTO_INVALID_DIMENSIONS"),
        ({"photo": sample_picture(2100, 100)}, {}, "PHOTO_INVALID_DIMENSIONS"),
        ({"photo": sample_picture()}, {"caption": "a" * 1025}, "message caption is too long"),
        ({}, {"photo": "unknown"}, "wrong file identifier/HTTP URL specified"),
        ({}, {"photo": "https://a.kz/a.png"}, "failed to get HTTP URL content"),
        ({}, {"photo": "attach://p1"}, "there is no photo in the request"),
    ],
)
def test_photos_that_are_refused(
    api: Api, aigul: Account, files: dict[str, bytes], params: dict[str, str], error: str
) -> None:
    assert api.refused("sendPhoto", files, chat_id=aigul.id, **params) == (400, f"Bad Request: {error}")


def test_chat_actions(api: Api, aigul: Account) -> None:
    assert api.ok("sendChatAction", chat_id=aigul.id, action="typing") is True
    answer = api.refused("sendChatAction", chat_id=aigul.id, action="dancing")
    assert answer == (400, "Bad Request: wrong parameter action in request")


def test_flood_mode_refuses_writes_and_nothing_else(api: Api, world: World, aigul: Account) -> None:
    world.flood_seconds = 7
    answer = api.answer("sendMessage", chat_id=aigul.id, text="a")
    assert answer.status == 429
    assert answer.body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert api.ok("getMe")
    world.flood_seconds = 0
    assert api.ok("sendMessage", chat_id=aigul.id, text="a")


def test_real_limits_when_switched_on(api: Api, world: World, aigul: Account, channel: Chat) -> None:
    for _ in range(50):
        api.ok("sendMessage", chat_id=channel.id, text="a")
    world.limits.on = True
    for _ in range(20):
        api.ok("sendMessage", chat_id=channel.id, text="a")
    answer = api.answer("sendMessage", chat_id=channel.id, text="a")
    assert answer.body["parameters"] == {"retry_after": 60}
    assert api.ok("sendMessage", chat_id=aigul.id, text="a")
    world.clock.wind(timedelta(seconds=60))
    assert api.ok("sendMessage", chat_id=channel.id, text="a")


def test_a_refused_message_takes_no_id(api: Api, world: World, channel: Chat) -> None:
    first = api.ok("sendMessage", chat_id=channel.id, text="a")["message_id"]
    api.refused("sendMessage", chat_id=channel.id, text="a", reply_parameters={"message_id": 99})
    assert api.ok("sendMessage", chat_id=channel.id, text="a")["message_id"] == first + 1
    assert [call.ok for call in world.calls] == [True, False, True]


def test_posts_are_forwarded_to_the_discussion(
    api: Api, world: World, aigul: Account, updates: Callable[[], list[Any]]
) -> None:
    group = world.add_group("Пікірлер", [aigul])
    channel = world.add_channel("Табылды", "tabyldy_channel", discussion=group)
    updates()
    post = api.ok("sendMessage", chat_id=channel.id, text="<b>Төлқұжат</b>", parse_mode="HTML")
    (update,) = updates()
    copy = update["message"]
    assert copy["is_automatic_forward"] is True
    assert copy["sender_chat"]["id"] == channel.id
    assert copy["from"]["id"] == 777000
    assert copy["forward_origin"]["message_id"] == post["message_id"]
    assert copy["text"] == "Төлқұжат"
    world.send_text(aigul.id, group.id, "менікі", reply_to=copy["message_id"])
    answer = updates()[0]["message"]
    assert answer["reply_to_message"]["forward_origin"]["chat"]["id"] == channel.id
    assert answer["message_thread_id"] == copy["message_id"]
    api.ok("editMessageText", chat_id=channel.id, message_id=post["message_id"], text="Қайтарылды")
    assert world.render(group.id)["messages"][0]["html"] == "Қайтарылды"
    api.ok("deleteMessage", chat_id=channel.id, message_id=post["message_id"])
    assert [message["html"] for message in world.render(group.id)["messages"]] == ["менікі"]
