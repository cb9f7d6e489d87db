from datetime import timedelta
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.chats import Chat, Standing
from sandbox.pictures import sample_picture
from sandbox.world import World
from tests.sandbox.conftest import Api

BUTTONS = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}


@pytest.fixture
def sent(api: Api, aigul: Account) -> dict[str, Any]:
    made = api.ok("sendMessage", chat_id=aigul.id, text="бір", reply_markup=BUTTONS)
    return {"chat_id": aigul.id, "message_id": made["message_id"]}


def test_an_edit_replaces_text_and_buttons(api: Api, world: World, sent: dict[str, Any]) -> None:
    world.clock.wind(timedelta(days=30))
    edited = api.ok("editMessageText", **sent, text="<b>екі</b>", parse_mode="HTML")
    assert edited["text"] == "екі"
    assert edited["edit_date"] == int(world.clock.now().timestamp())
    assert "reply_markup" not in edited
    shown = world.render(sent["chat_id"])["messages"][-1]
    assert shown["edited"] is True
    assert shown["inline"] == []


def test_an_edit_must_change_something(api: Api, sent: dict[str, Any]) -> None:
    reason = (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )
    assert api.refused("editMessageText", **sent, text="бір", reply_markup=BUTTONS) == (400, reason)
    assert api.refused("editMessageReplyMarkup", **sent, reply_markup=BUTTONS) == (400, reason)
    assert api.ok("editMessageText", **sent, text="<i>бір</i>", parse_mode="HTML", reply_markup=BUTTONS)
    assert api.ok("editMessageReplyMarkup", **sent)["text"] == "бір"


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"message_id": 999}, "message to edit not found"),
        ({"message_id": 0}, "message identifier is not specified"),
        ({"text": ""}, "message text is empty"),
        ({"text": "a" * 4097}, "MESSAGE_TOO_LONG"),
        ({"chat_id": 5}, "chat not found"),
        ({"inline_message_id": "x"}, "MESSAGE_ID_INVALID"),
    ],
)
def test_edits_that_are_refused(api: Api, sent: dict[str, Any], params: dict[str, Any], error: str) -> None:
    answer = api.refused("editMessageText", **{"text": "екі", **sent, **params})
    assert answer == (400, f"Bad Request: {error}")


def test_an_edit_names_its_chat(api: Api) -> None:
    assert api.refused("editMessageText", text="a", message_id=1) == (400, "Bad Request: chat_id is empty")


def test_only_own_messages_are_edited(api: Api, world: World, aigul: Account) -> None:
    theirs = world.send_text(aigul.id, aigul.id, "менікі").id
    answer = api.refused("editMessageText", chat_id=aigul.id, message_id=theirs, text="a")
    assert answer == (400, "Bad Request: message can't be edited")


def test_a_message_with_a_reply_keyboard_is_never_edited(api: Api, aigul: Account) -> None:
    made = api.ok("sendMessage", chat_id=aigul.id, text="a", reply_markup={"keyboard": [["a"]]})
    answer = api.refused("editMessageText", chat_id=aigul.id, message_id=made["message_id"], text="b")
    assert answer == (400, "Bad Request: message can't be edited")


def test_captions_belong_to_pictures(api: Api, aigul: Account, sent: dict[str, Any]) -> None:
    photo = api.ok("sendPhoto", {"photo": sample_picture()}, chat_id=aigul.id, caption="a")
    picture = {"chat_id": aigul.id, "message_id": photo["message_id"]}
    assert api.refused("editMessageText", **picture, text="b")[1] == (
        "Bad Request: there is no text in the message to edit"
    )
    assert api.refused("editMessageCaption", **sent, caption="b")[1] == (
        "Bad Request: there is no caption in the message to edit"
    )
    assert api.refused("editMessageCaption", **picture, caption="b" * 1025)[1] == (
        "Bad Request: message caption is too long"
    )
    edited = api.ok("editMessageCaption", **picture, caption="b", reply_markup=BUTTONS)
    assert (edited["caption"], edited["reply_markup"]) == ("b", BUTTONS)
    assert "caption" not in api.ok("editMessageCaption", **picture)


def test_a_blocked_bot_edits_nothing(api: Api, world: World, aigul: Account, sent: dict[str, Any]) -> None:
    world.block(aigul.id)
    assert api.refused("editMessageText", **sent, text="екі")[0] == 403


def test_messages_are_deleted_within_48_hours(api: Api, world: World, sent: dict[str, Any]) -> None:
    world.clock.wind(timedelta(hours=47, minutes=59))
    assert api.ok("deleteMessage", **sent) is True
    assert world.render(sent["chat_id"])["messages"][-1]["html"] == "/start"
    assert api.refused("deleteMessage", **sent) == (400, "Bad Request: message to delete not found")


def test_and_not_after(api: Api, world: World, sent: dict[str, Any], channel: Chat) -> None:
    post = api.ok("sendMessage", chat_id=channel.id, text="a")["message_id"]
    world.clock.wind(timedelta(hours=48))
    too_old = (400, "Bad Request: message can't be deleted for everyone")
    assert api.refused("deleteMessage", **sent) == too_old
    assert api.refused("deleteMessage", chat_id=channel.id, message_id=post) == too_old


@pytest.mark.parametrize(
    ("kind", "standing", "allowed"),
    [
        ("supergroup", Standing("member"), False),
        ("supergroup", Standing("administrator"), False),
        ("supergroup", Standing("administrator", can_delete=True), True),
        ("group", Standing("administrator"), True),
    ],
)
def test_deleting_what_others_said_in_groups(
    api: Api, kind: str, standing: Standing, *, allowed: bool
) -> None:
    world = api.world
    aigul = world.add_person("Айгүл", "kk")
    group = world.add_group("Шекара", [aigul], supergroup=kind == "supergroup")
    world.set_standing(group, standing, by=aigul)
    theirs = world.send_text(aigul.id, group.id, "паспорт таптым").id
    own = api.ok("sendMessage", chat_id=group.id, text="a")["message_id"]
    assert api.ok("deleteMessage", chat_id=group.id, message_id=own)
    assert api.answer("deleteMessage", chat_id=group.id, message_id=theirs).body["ok"] is allowed


def test_in_a_private_chat_the_bot_deletes_both_sides(api: Api, world: World, aigul: Account) -> None:
    theirs = world.send_text(aigul.id, aigul.id, "қате").id
    assert api.ok("deleteMessage", chat_id=aigul.id, message_id=theirs)


def test_in_a_channel_rights_are_needed(api: Api, world: World, aigul: Account, channel: Chat) -> None:
    post = api.ok("sendMessage", chat_id=channel.id, text="a")["message_id"]
    world.set_standing(channel, Standing("administrator"), by=aigul)
    assert api.refused("deleteMessage", chat_id=channel.id, message_id=post)[0] == 400
    assert api.refused("editMessageText", chat_id=channel.id, message_id=post, text="b")[0] == 400
    world.set_standing(channel, Standing("administrator", can_post=True), by=aigul)
    assert api.ok("editMessageText", chat_id=channel.id, message_id=post, text="b")
    assert api.ok("deleteMessage", chat_id=channel.id, message_id=post)
