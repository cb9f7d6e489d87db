"""editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup and deleteMessage."""

from datetime import timedelta

from sandbox.access import find_chat, may_delete, require_presence, require_writing
from sandbox.accounts import Json
from sandbox.attachments import Files, find_document, find_photo, find_video
from sandbox.chats import Chat
from sandbox.markup import inline_rows
from sandbox.messages import Media, Message
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.wording import check_length, words
from sandbox.world import MAX_CAPTION, MAX_TEXT, World

#: Bots delete nothing older than this, whatever their rights (deleteMessage).
DELETABLE = timedelta(hours=48)
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(world: World, params: Parameters) -> Json:
    """New text and buttons; buttons that are not given again go away."""
    chat, message = _own_message(world, params)
    text, entities = words(params, "text", world.accounts)
    if not text:
        raise bad_request("message text is empty")
    check_length(text, MAX_TEXT, "MESSAGE_TOO_LONG")
    if message.media or message.location or message.service:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, message, text, entities, inline_rows(chat, params.thing("reply_markup")))


def edit_caption(world: World, params: Parameters) -> Json:
    """New caption and buttons of a picture, a video, a voice or a document."""
    chat, message = _own_message(world, params)
    caption, entities = words(params, "caption", world.accounts)
    check_length(caption, MAX_CAPTION, "message caption is too long")
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _edited(world, message, caption, entities, inline_rows(chat, params.thing("reply_markup")))


def edit_media(world: World, params: Parameters) -> Json:
    """Another picture, video or document with its caption in place of one of them.

    Since Bot API 10.1 a text may become media too; here it is refused, as servers did before.
    """
    chat, message = _own_message(world, params)
    media = params.thing("media")
    caption, entities = words(Parameters(media), "caption", world.accounts)
    check_length(caption, MAX_CAPTION, "message caption is too long")
    if not (message.photo or message.video or message.document):
        raise bad_request("there is no media in the message to edit")
    rows = inline_rows(chat, params.thing("reply_markup"))
    file = _file(world, media, params.files)
    if file == message.media:
        return _edited(world, message, caption, entities, rows)
    message.media = file
    message.text, message.entities, message.inline = caption, entities, rows
    world.show_edit(message)
    return world.objects.message(message)


def _file(world: World, media: Json, files: Files) -> Media:
    named = str(media["media"])
    if media["type"] == "photo":
        return find_photo(world, named, files)
    if media["type"] == "video":
        return find_video(world, named, files, int(media.get("duration", 0)))
    return find_document(world, named, files)


def edit_markup(world: World, params: Parameters) -> Json:
    """New buttons, or none."""
    chat, message = _own_message(world, params)
    rows = inline_rows(chat, params.thing("reply_markup"))
    return _edited(world, message, message.text, message.entities, rows)


def delete_message(world: World, params: Parameters) -> bool:
    """Remove a message within 48 hours, the bot's own or, with rights, another's."""
    chat = find_chat(world, params)
    require_presence(world, chat)
    message = chat.messages.get(params.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    too_old = world.clock.now() - message.date >= DELETABLE
    if too_old or not may_delete(chat, message):
        raise bad_request("message can't be deleted for everyone")
    world.remove(message)
    return True


def _own_message(world: World, params: Parameters) -> tuple[Chat, Message]:
    """The message to edit: the bot's own, and never one that was sent with a reply keyboard."""
    if params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    if not params.has("chat_id"):
        raise bad_request("chat_id is empty")
    if not params.number("message_id"):
        raise bad_request("message identifier is not specified")
    chat = find_chat(world, params)
    require_writing(world, chat)
    message = chat.messages.get(params.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.keyboard is not None:
        raise bad_request("message can't be edited")
    return chat, message


def _edited(world: World, message: Message, text: str, entities: list[Json], rows: list[list[Json]]) -> Json:
    if message.shows(text, entities, rows):
        raise bad_request(_SAME)
    message.text, message.entities, message.inline = text, entities, rows
    world.show_edit(message)
    return world.objects.message(message)
