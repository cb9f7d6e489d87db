from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.chats import Chat
from sandbox.world import World
from tests.sandbox.conftest import Api

BUTTON = "can't parse inline keyboard button"


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Иә", **button}]]}


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "a" * 64},
        {"callback_data": "қ" * 32},
        {"url": "https://t.me/tabyldy_bot?start=1"},
        {"url": "tg://user?id=5"},
        {"copy_text": {"text": "x" * 256}},
        {"switch_inline_query_current_chat": ""},
        {"web_app": {"url": "https://a.kz"}},
    ],
)
def test_buttons_of_one_kind_pass(api: Api, aigul: Account, button: dict[str, Any]) -> None:
    sent = api.ok("sendMessage", chat_id=aigul.id, text="a", reply_markup=inline(**button))
    assert sent["reply_markup"] == inline(**button)


@pytest.mark.parametrize(
    ("button", "error"),
    [
        ({}, f"{BUTTON}: Text buttons are unallowed in the inline keyboard"),
        (
            {"callback_data": ""},
            f"{BUTTON}: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"callback_data": "a", "url": "https://a.kz"},
            f"{BUTTON}: Exactly one kind of button is allowed, got url and callback_data",
        ),
        ({"callback_data": "a" * 65}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "қ" * 33}, "BUTTON_DATA_INVALID"),
        ({"copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": "x"}, 'can\'t parse inline keyboard button: Field "copy_text" must be of type Object'),
        (
            {"url": "ftp://a.kz"},
            "inline keyboard button URL 'ftp://a.kz' is invalid: Unsupported URL protocol",
        ),
        (
            {"url": "http://localhost"},
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        ({"text": " ", "callback_data": "a"}, "BUTTON_TEXT_INVALID"),
        ({"pay": True}, "BUTTON_TYPE_INVALID"),
    ],
)
def test_wrong_buttons_are_refused(api: Api, aigul: Account, button: dict[str, Any], error: str) -> None:
    markup = inline(**button)
    assert api.refused("sendMessage", chat_id=aigul.id, text="a", reply_markup=markup) == (
        400,
        f"Bad Request: {error}",
    )


def test_a_keyboard_has_its_size(api: Api, aigul: Account) -> None:
    button = {"text": "a", "callback_data": "a"}
    too_wide, too_many = [[button] * 9], [[button] * 8] * 13
    for rows in (too_wide, too_many):
        markup = {"inline_keyboard": rows}
        answer = api.refused("sendMessage", chat_id=aigul.id, text="a", reply_markup=markup)
        assert answer == (400, "Bad Request: REPLY_MARKUP_TOO_LONG")


def test_an_empty_inline_keyboard_is_none(api: Api, aigul: Account) -> None:
    sent = api.ok("sendMessage", chat_id=aigul.id, text="a", reply_markup={"inline_keyboard": [[]]})
    assert "reply_markup" not in sent


def test_reply_keyboards_are_kept_and_shown(api: Api, world: World, aigul: Account) -> None:
    markup = {
        "keyboard": [["Таптым", {"text": "Жер", "request_location": True}]],
        "one_time_keyboard": True,
        "input_field_placeholder": "Аты-жөні",
    }
    api.ok("sendMessage", chat_id=aigul.id, text="a", reply_markup=markup)
    shown = world.render(aigul.id)["messages"][-1]
    assert shown["reply_keyboard"] == {
        "rows": [[{"text": "Таптым"}, {"text": "Жер", "request_location": True}]],
        "persistent": False,
        "one_time": True,
        "placeholder": "Аты-жөні",
    }
    api.ok("sendMessage", chat_id=aigul.id, text="b", reply_markup={"remove_keyboard": True})
    assert world.render(aigul.id)["messages"][-1]["remove_keyboard"] is True


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ({"keyboard": []}, "reply keyboard must have at least one button"),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
        (
            {"keyboard": [["a"]], "input_field_placeholder": "x" * 65},
            "input field placeholder must be 1-64 characters long",
        ),
        ({"remove_keyboard": False}, "can't parse reply keyboard markup JSON object"),
    ],
)
def test_wrong_reply_keyboards(api: Api, aigul: Account, markup: dict[str, Any], error: str) -> None:
    answer = api.refused("sendMessage", chat_id=aigul.id, text="a", reply_markup=markup)
    assert answer == (400, f"Bad Request: {error}")


def test_channels_take_inline_keyboards_only(api: Api, channel: Chat) -> None:
    for markup in ({"keyboard": [["a"]]}, {"remove_keyboard": True}, {"force_reply": True}):
        answer = api.refused("sendMessage", chat_id=channel.id, text="a", reply_markup=markup)
        assert answer == (400, "Bad Request: inline keyboard expected")


def test_places_are_asked_for_in_private_chats_only(api: Api, world: World, aigul: Account) -> None:
    group = world.add_group("Шекара", [aigul])
    markup = {"keyboard": [[{"text": "a", "request_location": True}]]}
    answer = api.refused("sendMessage", chat_id=group.id, text="a", reply_markup=markup)
    assert answer == (400, "Bad Request: location can be requested in private chats only")
    web_app = inline(web_app={"url": "https://a.kz"})
    answer = api.refused("sendMessage", chat_id=group.id, text="a", reply_markup=web_app)
    assert answer == (400, "Bad Request: BUTTON_TYPE_INVALID")
