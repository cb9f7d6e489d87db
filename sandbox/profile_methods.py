"""The methods that set and tell the bot's commands, name and descriptions.

The limits are the documented ones; how the server words a too long name is not documented, so
those three sentences are this emulator's own.
"""

from sandbox.accounts import Json
from sandbox.parameters import Parameters
from sandbox.profile import DEFAULT, Scope, language, menu, text_for
from sandbox.refusals import bad_request
from sandbox.wording import check_length
from sandbox.world import World

MAX_NAME = 64
MAX_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120
#: Scope type -> the ids it needs.
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def set_my_commands(world: World, params: Parameters) -> bool:
    """Commands of one scope and language; an empty list removes them."""
    commands = menu(params.things("commands"))
    world.profile.commands[_scope(world, params), language(params.text("language_code"))] = commands
    world.changed("world")
    return True


def delete_my_commands(world: World, params: Parameters) -> bool:
    """Forget the commands of one scope and language."""
    world.profile.commands.pop((_scope(world, params), language(params.text("language_code"))), None)
    world.changed("world")
    return True


def get_my_commands(world: World, params: Parameters) -> list[Json]:
    """The commands of exactly this scope and language."""
    return world.profile.commands.get((_scope(world, params), language(params.text("language_code"))), [])


def set_my_name(world: World, params: Parameters) -> bool:
    """The bot's name in one language; the one without a language also names its account."""
    _set(params, "name", world.profile.names, MAX_NAME)
    world.bot.first_name = world.profile.names.get("") or world.bot.first_name
    world.changed("world")
    return True


def set_my_description(world: World, params: Parameters) -> bool:
    """The text of an empty chat."""
    _set(params, "description", world.profile.descriptions, MAX_DESCRIPTION)
    world.changed("world")
    return True


def set_my_short_description(world: World, params: Parameters) -> bool:
    """The text of the profile page and of shared links."""
    _set(params, "short_description", world.profile.short_descriptions, MAX_SHORT_DESCRIPTION)
    world.changed("world")
    return True


def get_my_name(world: World, params: Parameters) -> Json:
    """The name as a person of that language sees it."""
    code = language(params.text("language_code"))
    return {"name": text_for(world.profile.names, code) or world.bot.first_name}


def get_my_description(world: World, params: Parameters) -> Json:
    """The description in that language."""
    return {"description": text_for(world.profile.descriptions, language(params.text("language_code")))}


def get_my_short_description(world: World, params: Parameters) -> Json:
    """The short description in that language."""
    code = language(params.text("language_code"))
    return {"short_description": text_for(world.profile.short_descriptions, code)}


def _set(params: Parameters, name: str, table: dict[str, str], limit: int) -> None:
    text, code = params.text(name).strip(), language(params.text("language_code"))
    check_length(text, limit, f"bot {name.replace('_', ' ')} length must not exceed {limit}")
    if text:
        table[code] = text
    else:
        table.pop(code, None)


def _scope(world: World, params: Parameters) -> Scope:
    scope = params.thing("scope")
    if not scope:
        return DEFAULT
    if scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    ids = {name: _scope_id(scope, name) for name in _SCOPES[scope["type"]]}
    if "chat_id" in ids and ids["chat_id"] not in world.chats:
        raise bad_request("chat not found")
    return scope["type"], ids.get("chat_id", 0), ids.get("user_id", 0)


def _scope_id(scope: Json, name: str) -> int:
    value = scope.get(name)
    if not isinstance(value, int):
        raise bad_request(f"can't parse BotCommandScope: Can't find field \"{name}\"")
    return value
