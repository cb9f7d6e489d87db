from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.world import World
from tests.sandbox.conftest import Api

FOUND = {"command": "found", "description": "Құжат таптым"}


def test_commands_by_scope_and_language(api: Api, world: World, aigul: Account) -> None:
    english = {"command": "found", "description": "I found a document"}
    private = {"type": "all_private_chats"}
    api.ok("setMyCommands", commands=[english])
    api.ok("setMyCommands", commands=[{**FOUND, "command": "/found"}], scope=private, language_code="kk")
    assert api.ok("getMyCommands") == [english]
    assert api.ok("getMyCommands", scope=private, language_code="kk") == [FOUND]
    assert api.ok("getMyCommands", language_code="kk") == []
    assert world.profile.commands_for(aigul.id, "kk") == [FOUND]
    assert world.profile.commands_for(aigul.id, "ru") == [english]
    mine = {"type": "chat", "chat_id": aigul.id}
    api.ok("setMyCommands", commands=[english], scope=mine)
    assert world.profile.commands_for(aigul.id, "kk") == [english]
    api.ok("deleteMyCommands", scope=mine)
    assert world.profile.commands_for(aigul.id, "kk") == [FOUND]


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ({"command": "Found"}, "BOT_COMMAND_INVALID"),
        ({"command": "табу"}, "BOT_COMMAND_INVALID"),
        ({"command": "a-b"}, "BOT_COMMAND_INVALID"),
        ({"command": "/"}, "command must be non-empty"),
        ({"command": "a" * 33}, "command length must not exceed 32"),
        ({"description": " "}, "command description must be non-empty"),
        ({"description": "a" * 257}, "command description length must not exceed 256"),
    ],
)
def test_wrong_commands(api: Api, command: dict[str, str], error: str) -> None:
    answer = api.refused("setMyCommands", commands=[{**FOUND, **command}])
    assert answer == (400, f"Bad Request: {error}")


def test_the_longest_that_pass(api: Api) -> None:
    longest = [{"command": f"{index:032}", "description": "a" * 256} for index in range(100)]
    assert api.ok("setMyCommands", commands=longest)
    answer = api.refused("setMyCommands", commands=[*longest, FOUND])
    assert answer == (400, "Bad Request: BOT_COMMANDS_TOO_MUCH")


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"language_code": "kaz"}, "invalid language code specified"),
        ({"language_code": "KK"}, "invalid language code specified"),
        ({"scope": {"type": "moon"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat"}}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ],
)
def test_wrong_scopes_and_languages(api: Api, params: dict[str, Any], error: str) -> None:
    answer = api.refused("setMyCommands", commands=[FOUND], **params)
    assert answer == (400, f"Bad Request: {error}")


@pytest.mark.parametrize(
    ("method", "name", "limit"),
    [
        ("MyName", "name", 64),
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
    ],
)
def test_profile_texts(api: Api, method: str, name: str, limit: int) -> None:
    assert api.ok(f"set{method}", **{name: "қ" * limit, "language_code": "kk"}) is True
    assert api.ok(f"get{method}", language_code="kk") == {name: "қ" * limit}
    assert api.ok(f"set{method}", **{name: "base"}) is True
    assert api.ok(f"get{method}", language_code="ru") == {name: "base"}
    assert api.ok(f"set{method}", **{name: "", "language_code": "kk"}) is True
    assert api.ok(f"get{method}", language_code="kk") == {name: "base"}
    status, description = api.refused(f"set{method}", **{name: "қ" * (limit + 1)})
    assert (status, description.endswith(f"length must not exceed {limit}")) == (400, True)


def test_the_name_without_a_language_is_the_accounts(api: Api, world: World) -> None:
    api.ok("setMyName", name="Табылды")
    assert api.ok("getMe")["first_name"] == world.bot.first_name == "Табылды"
