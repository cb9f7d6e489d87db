import json
from typing import Any

import pytest

from sandbox.accounts import Account
from tests.sandbox.conftest import Api

NO_FIELD = "Can't find field"
BUTTON = "can't parse inline keyboard button"


@pytest.mark.parametrize(
    ("method", "params", "error"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": ""}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("sendPhoto", {"chat_id": 1}, "there is no photo in the request"),
        ("deleteMessage", {"chat_id": 1}, "message identifier is not specified"),
        ("getFile", {}, "file_id not specified"),
        ("getChatMember", {"chat_id": 1}, "invalid user_id specified"),
        ("setMyCommands", {}, 'parameter "commands" is required'),
        ("sendMessage", {"chat_id": 1, "text": 5}, 'parameter "text" must be of type String'),
        ("getUpdates", {"limit": "ten"}, 'parameter "limit" must be of type Integer'),
        ("getUpdates", {"limit": True}, 'parameter "limit" must be of type Integer'),
        ("getUpdates", {"allowed_updates": "message"}, "can't parse allowed_updates JSON object"),
        ("getUpdates", {"allowed_updates": {}}, 'parameter "allowed_updates" must be of type Array'),
        (
            "deleteWebhook",
            {"drop_pending_updates": 2},
            'parameter "drop_pending_updates" must be of type Boolean',
        ),
        ("setMyCommands", {"commands": [5]}, 'parameter "commands" must be of type Object'),
        (
            "setMyCommands",
            {"commands": [{"command": "a"}]},
            f'can\'t parse BotCommand: {NO_FIELD} "description"',
        ),
    ],
)
def test_what_is_missing_or_of_a_wrong_type(
    api: Api, method: str, params: dict[str, Any], error: str
) -> None:
    assert api.refused(method, **params) == (400, f"Bad Request: {error}")


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ({}, "can't parse reply keyboard markup JSON object"),
        ({"keyboard": [["a"]]}, "inline keyboard expected"),
        ({"inline_keyboard": [[{"url": "a.kz"}]]}, f'{BUTTON}: {NO_FIELD} "text"'),
        ({"inline_keyboard": [[{"text": 5}]]}, f'{BUTTON}: Field "text" must be of type String'),
        (
            {"inline_keyboard": [{"text": "a"}]},
            'can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array',
        ),
    ],
)
def test_markup_that_cannot_be_read(api: Api, aigul: Account, markup: Any, error: str) -> None:
    answer = api.refused("editMessageReplyMarkup", chat_id=aigul.id, message_id=1, reply_markup=markup)
    assert answer == (400, f"Bad Request: {error}")


def test_forms_and_json_bodies_are_read_alike(api: Api, aigul: Account) -> None:
    markup = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}
    as_json = api.ok("sendMessage", chat_id=aigul.id, text="1", protect_content=True, reply_markup=markup)
    as_form = api.ok(
        "sendMessage",
        chat_id=str(aigul.id),
        text="1",
        protect_content="true",
        reply_markup=json.dumps(markup),
    )
    assert {**as_form, "message_id": 0} == {**as_json, "message_id": 0}
    assert as_form["has_protected_content"] is True


def test_unknown_parameters_are_ignored(api: Api, aigul: Account) -> None:
    assert api.ok("sendMessage", chat_id=aigul.id, text="1", tune="loud")["text"] == "1"
