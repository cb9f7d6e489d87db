"""May the bot do this here: finding chats and the refusals of rights, as the server words them."""

from sandbox.accounts import Account
from sandbox.chats import Chat, ChatKind
from sandbox.messages import Message
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request, forbidden
from sandbox.world import World


def find_chat(world: World, params: Parameters) -> Chat:
    """The chat of `chat_id`: a number or @username; raises ApiRefusal.

    A person known to the bot who never wrote to it is a 403, a stranger is "chat not found".
    """
    wanted = params.values["chat_id"]
    if isinstance(wanted, str):
        return _by_name(world, wanted)
    chat = world.chats.get(wanted)
    if chat is not None:
        return chat
    if wanted in world.accounts and world.has_met(wanted):
        raise forbidden("bot can't initiate conversation with a user")
    raise bad_request("chat not found")


def _by_name(world: World, wanted: str) -> Chat:
    name = wanted.removeprefix("@").lower()
    for chat in world.chats.values():
        if wanted.startswith("@") and not chat.is_private and chat.username.lower() == name:
            return chat
    raise bad_request("chat not found")


def require_presence(world: World, chat: Chat) -> None:
    """The bot is in the chat, not blocked, and somebody is there; raises ApiRefusal."""
    if world.deactivated(chat.id):
        raise forbidden("user is deactivated")
    if chat.bot.present:
        return
    if chat.is_private:
        raise forbidden("bot was blocked by the user")
    verb = "was kicked from" if chat.bot.status == "kicked" else "is not a member of"
    raise forbidden(f"bot {verb} the {chat.kind} chat")


def require_writing(world: World, chat: Chat) -> None:
    """The bot may send to the chat; raises ApiRefusal."""
    require_presence(world, chat)
    if chat.is_channel and not (chat.bot.is_admin and chat.bot.can_post):
        raise bad_request("need administrator rights in the channel chat")


def may_delete(chat: Chat, message: Message) -> bool:
    """The documented rights of deleteMessage, age aside."""
    if chat.is_private:
        return True
    if chat.is_channel:
        return chat.bot.can_delete or (message.from_bot and chat.bot.can_post)
    if message.from_bot:
        return True
    return chat.bot.is_admin and (chat.kind is ChatKind.GROUP or chat.bot.can_delete)


def find_account(world: World, params: Parameters) -> Account:
    """The account of `user_id`; raises ApiRefusal."""
    account = world.accounts.get(params.number("user_id"))
    if account is None:
        raise bad_request("invalid user_id specified")
    return account
