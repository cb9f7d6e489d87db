"""A chat as the page draws it: plain JSON with sanitised HTML."""

from collections.abc import Mapping

from sandbox.accounts import Json
from sandbox.chats import Chat
from sandbox.markup_html import html_of
from sandbox.messages import Document, Message


def render_chat(chats: Mapping[int, Chat], chat: Chat) -> Json:
    """The chat with all its live messages, oldest first."""
    return {
        "id": chat.id,
        "type": str(chat.kind),
        "title": chat.title or chat.first_name,
        "username": chat.username,
        "members": sorted(chat.members),
        "open": chat.is_open,
        "messages": [_message(chats, chat.messages[key]) for key in sorted(chat.messages)],
    }


def _message(chats: Mapping[int, Chat], message: Message) -> Json:
    sender = message.sender
    return {
        "id": message.id,
        "from": None
        if sender is None
        else {"id": sender.id, "name": sender.first_name, "is_bot": sender.is_bot},
        "sender_chat": None if message.sender_chat is None else chats[message.sender_chat].title,
        "date": message.date.isoformat(),
        "edited": message.edited is not None,
        "html": html_of(message.text, message.entities),
        "photo": f"/photo/{message.photo.file_id}" if message.photo else None,
        "video": {"seconds": message.video.duration} if message.video else None,
        "voice": {"seconds": message.voice.duration} if message.voice else None,
        "document": _document(message.document),
        "location": _location(message.location),
        "inline": [[_button(button) for button in row] for row in message.inline],
        "reply_to": message.reply_to,
        "service": message.service,
        "reaction": message.reaction,
        "via": message.via.username if message.via else None,
        **_keyboard(message.keyboard or {}),
    }


def _document(document: Document | None) -> Json | None:
    """Name, type, size in bytes, and where the page fetches it."""
    if document is None:
        return None
    return {
        "name": document.name,
        "type": document.mime_type,
        "size": document.size,
        "url": f"/document/{document.file_id}",
    }


def _location(location: Json | None) -> Json | None:
    return {"lat": location["latitude"], "lon": location["longitude"]} if location else None


def _button(button: Json) -> Json:
    shown: Json = {"text": button["text"]}
    if "callback_data" in button:
        shown["data"] = button["callback_data"]
    if "url" in button:
        shown["url"] = button["url"]
    if "copy_text" in button:
        shown["copy"] = button["copy_text"]["text"]
    return shown


def _keyboard(keyboard: Json) -> Json:
    rows = keyboard.get("keyboard")
    shown = (
        None
        if rows is None
        else {
            "rows": rows,
            "persistent": keyboard.get("is_persistent", False),
            "one_time": keyboard.get("one_time_keyboard", False),
            "placeholder": keyboard.get("input_field_placeholder"),
        }
    )
    return {"reply_keyboard": shown, "remove_keyboard": keyboard.get("remove_keyboard", False)}
