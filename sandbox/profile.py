"""The bot's profile: names, descriptions and command menus by language and scope."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sandbox.accounts import Json
from sandbox.entities import utf16_length
from sandbox.refusals import bad_request

MAX_COMMANDS = 100
_NAME = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2}|")
_MAX_NAME = 32
_MAX_DESCRIPTION = 256

#: A scope as (type, chat id, user id); absent ids are 0.
Scope = tuple[str, int, int]
DEFAULT: Scope = ("default", 0, 0)
ALL_PRIVATE: Scope = ("all_private_chats", 0, 0)


@dataclass(slots=True)
class Profile:
    """What setMyCommands, setMyName, setMyDescription and setMyShortDescription set; "" is every language."""

    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)

    def commands_for(self, person: int, language: str) -> list[Json]:
        """The menu a person sees in their chat with the bot, by the documented order of scopes."""
        scopes: tuple[Scope, ...] = (("chat", person, 0), ALL_PRIVATE, DEFAULT)
        keys = ((scope, code) for scope in scopes for code in (language, ""))
        return next((self.commands[key] for key in keys if self.commands.get(key)), [])


def language(code: str) -> str:
    """A two-letter code or nothing; raises ApiRefusal."""
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def text_for(table: dict[str, str], code: str) -> str:
    """The text of a language, or the one for every language."""
    return table.get(code) or table.get("", "")


def menu(commands: Iterable[Json]) -> list[Json]:
    """Commands as the server keeps them; raises ApiRefusal."""
    made = [_command(item) for item in commands]
    if len(made) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return made


def _command(item: Json) -> Json:
    name, description = item["command"].strip().removeprefix("/"), item["description"].strip()
    if not name:
        raise bad_request("Command must be non-empty")
    if len(name) > _MAX_NAME:
        raise bad_request(f"Command length must not exceed {_MAX_NAME}")
    if not description:
        raise bad_request("Command description must be non-empty")
    if utf16_length(description) > _MAX_DESCRIPTION:
        raise bad_request(f"Command description length must not exceed {_MAX_DESCRIPTION}")
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
