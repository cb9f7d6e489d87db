"""Bot API objects made of what the sandbox holds: Message, ChatFullInfo, ChatMember."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sandbox.accounts import TELEGRAM, Account, Json
from sandbox.chats import Chat, ChatKind, Standing
from sandbox.messages import Message

_RIGHTS_BY_DEFAULT = (
    "can_manage_chat",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
)
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def unix(moment: datetime) -> int:
    """Seconds since 1970, the Bot API's time."""
    return int(moment.timestamp())


@dataclass(slots=True, frozen=True)
class ObjectMaker:
    """Builds API objects from the live tables of chats and accounts."""

    chats: Mapping[int, Chat]

    def message(self, message: Message, *, with_reply: bool = True) -> Json:
        """A `Message`; the message it answers is included one level deep."""
        chat = self.chats[message.chat_id]
        made: Json = {"message_id": message.id, "date": unix(message.date), "chat": chat.as_json}
        made.update(self._author(message, chat))
        made.update(_content(message))
        made.update(_extras(message))
        if message.forward_of:
            made.update(self._forward(message, message.forward_of))
        answered = chat.messages.get(message.reply_to) if message.reply_to else None
        if with_reply and answered:
            made["reply_to_message"] = self.message(answered, with_reply=False)
        return made

    def _author(self, message: Message, chat: Chat) -> Json:
        made: Json = {}
        if message.sender_chat is not None:
            made["sender_chat"] = self.chats[message.sender_chat].as_json
        if message.sender is not None and not chat.is_channel:
            made["from"] = message.sender.user
        return made

    def _forward(self, message: Message, source: tuple[int, int]) -> Json:
        channel, post = source
        origin = {
            "type": "channel",
            "date": unix(message.date),
            "chat": self.chats[channel].as_json,
            "message_id": post,
        }
        return {"from": TELEGRAM.user, "is_automatic_forward": True, "forward_origin": origin}

    def tapped(self, chat: Chat, message_id: int) -> Json:
        """The message under a tapped button: whole, or `InaccessibleMessage` once deleted."""
        message = chat.messages.get(message_id)
        if message is None:
            return {"chat": chat.as_json, "message_id": message_id, "date": 0}
        return self.message(message)


def _content(message: Message) -> Json:
    words, marks = ("caption", "caption_entities") if message.media else ("text", "entities")
    made: Json = {}
    if message.photo:
        made["photo"] = message.photo.sizes
    if message.video:
        made["video"] = message.video.as_json
    if message.voice:
        made["voice"] = message.voice.as_json
    if message.document:
        made["document"] = message.document.as_json
    if message.text:
        made[words] = message.text
    if message.entities:
        made[marks] = [dict(entity) for entity in message.entities]
    if message.location:
        made["location"] = dict(message.location)
    if message.joined:
        made["new_chat_members"] = [account.user for account in message.joined]
    return made


def _extras(message: Message) -> Json:
    made: Json = {}
    if message.inline:
        made["reply_markup"] = {
            "inline_keyboard": [[dict(button) for button in row] for row in message.inline]
        }
    if message.edited:
        made["edit_date"] = unix(message.edited)
    if message.thread:
        made["message_thread_id"] = message.thread
    if message.link_preview:
        made["link_preview_options"] = message.link_preview
    if message.via:
        made["via_bot"] = message.via.user
    if message.protected:
        made["has_protected_content"] = True
    return made


def full_chat(chat: Chat) -> Json:
    """A `ChatFullInfo`."""
    made = {**chat.as_json, "accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    made["accepted_gift_types"] = dict.fromkeys(_GIFTS, chat.is_private)
    if chat.username:
        made["active_usernames"] = [chat.username]
    if chat.linked is not None:
        made["linked_chat_id"] = chat.linked
    if chat.is_group:
        made["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    if chat.kind is ChatKind.SUPERGROUP and not chat.is_open:
        made["join_to_send_messages"] = True
    return made


def person_member(account: Account, *, inside: bool) -> Json:
    """A person as `ChatMemberMember` or `ChatMemberLeft`."""
    return {"status": "member" if inside else "left", "user": account.user}


def bot_member(bot: Account, chat: Chat, standing: Standing) -> Json:
    """The bot as the `ChatMember` of its standing."""
    made: Json = {"status": standing.status, "user": bot.user}
    if standing.status == "kicked":
        made["until_date"] = 0
    if standing.is_admin:
        made.update(dict.fromkeys(_RIGHTS_BY_DEFAULT, False))
        made.update(can_be_edited=False, is_anonymous=False, can_manage_chat=True)
        made["can_delete_messages"] = standing.can_delete
        if chat.is_channel:
            made.update(can_post_messages=standing.can_post, can_edit_messages=standing.can_edit)
        else:
            made["can_pin_messages"] = False
    return made
