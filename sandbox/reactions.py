"""setMessageReaction: the one emoji that a bot may put under a message."""

from sandbox.access import find_chat, require_presence
from sandbox.accounts import Json
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.world import World

_PUBLISHED = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥
🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨
🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡
"""
#: What ReactionTypeEmoji allows; a test compares it with the published list.
EMOJI = frozenset(_PUBLISHED.split())


def set_message_reaction(world: World, params: Parameters) -> bool:
    """Put a reaction under a message in place of the former one; none takes it away."""
    chat = find_chat(world, params)
    require_presence(world, chat)
    message = chat.messages.get(params.number("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    message.reaction = _one(params.things("reaction"))
    world.changed("chat", chat.id)
    return True


def _one(given: list[Json]) -> str:
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = given[0].get("emoji", "") if given else None
    if emoji is None:
        return ""
    if emoji not in EMOJI:  # custom and paid ones have no emoji: bots may not use them here
        raise bad_request("REACTION_INVALID")
    return str(emoji)
