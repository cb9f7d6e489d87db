"""getMe, getChat, getChatMember, getFile, and the answer to a tap."""

from sandbox.access import find_account, find_chat, require_presence
from sandbox.accounts import Json
from sandbox.links import BadLinkError, deep_link
from sandbox.messages import Media
from sandbox.objects import bot_member, full_chat, person_member
from sandbox.parameters import Parameters
from sandbox.queries import Toast
from sandbox.refusals import bad_request
from sandbox.wording import check_length
from sandbox.world import World

MAX_TOAST = 200
MAX_DOWNLOAD = 20 * 1024 * 1024
"""Bytes that a bot may fetch (getFile: 20 MB)."""


def get_me(world: World, _params: Parameters) -> Json:
    """The bot's own account."""
    return {
        **world.bot.user,
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": world.inline_mode,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, params: Parameters) -> Json:
    """All that is known of a chat the bot is in."""
    chat = find_chat(world, params)
    if not chat.is_private:
        require_presence(world, chat)
    return full_chat(chat)


def get_chat_member(world: World, params: Parameters) -> Json:
    """The standing of the bot or of a person in a chat."""
    chat, account = find_chat(world, params), find_account(world, params)
    if not chat.is_private:
        require_presence(world, chat)
    if account.is_bot:
        return bot_member(account, chat, chat.bot)
    if chat.is_channel and not chat.bot.is_admin:
        raise bad_request("member list is inaccessible")
    return person_member(account, inside=account.id in chat.members)


def get_file(world: World, params: Parameters) -> Json:
    """Where to download a picture, a video, a voice or a document."""
    wanted = params.text("file_id")
    photo, file = world.pictures.photo(wanted), world.files.any(wanted)
    if photo is not None:
        return _file(photo, world.pictures.path(photo))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return _file(file, world.files.path(file))


def _file(file: Media, path: str) -> Json:
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": path,
    }


def answer_callback_query(world: World, params: Parameters) -> bool:
    """The answer to a tap; only the first one is shown."""
    query = world.queries.get(params.text("callback_query_id"))
    if query is None or not query.is_open(world.clock.now()):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text, url = params.text("text"), params.text("url")
    check_length(text, MAX_TOAST, "MESSAGE_TOO_LONG")
    if url and not _opens_bot(url, world.bot.username):
        raise bad_request("URL_INVALID")
    if query.toast is None:
        query.toast = Toast(text, alert=params.flag("show_alert"), url=url)
        world.changed("toast", query.person)
    return True


def _opens_bot(url: str, username: str) -> bool:
    try:
        link = deep_link(url)
    except BadLinkError:
        return False
    return link is not None and link.username.lower() == username.lower()
