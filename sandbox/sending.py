"""sendMessage, sendPhoto, sendVideo, sendVoice, sendDocument, sendLocation and sendChatAction."""

from sandbox.access import find_chat, require_writing
from sandbox.accounts import Json
from sandbox.attachments import find_document, find_photo, find_video, find_voice
from sandbox.chats import Chat, ChatKind
from sandbox.markup import markup_for
from sandbox.messages import Message
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request, too_many
from sandbox.wording import check_length, words
from sandbox.world import MAX_CAPTION, MAX_TEXT, World, on_the_globe

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_message(world: World, params: Parameters) -> Json:
    """A text to a chat."""
    chat = _open_chat(world, params)
    text, entities = words(params, "text", world.accounts)
    if not text:
        raise bad_request("message text is empty")
    check_length(text, MAX_TEXT, "message is too long")
    message = _addressed(world, chat, params)
    message.text, message.entities = text, entities
    message.link_preview = params.thing("link_preview_options") or None
    return _sent(world, message)


def send_photo(world: World, params: Parameters) -> Json:
    """A picture with an optional caption."""
    chat, caption, entities = _captioned(world, params)
    photo = find_photo(world, params.text("photo"), params.files)
    message = _addressed(world, chat, params)
    message.text, message.entities, message.photo = caption, entities, photo
    return _sent(world, message)


def send_video(world: World, params: Parameters) -> Json:
    """A video with an optional caption."""
    chat, caption, entities = _captioned(world, params)
    video = find_video(world, params.text("video"), params.files, params.number("duration"))
    message = _addressed(world, chat, params)
    message.text, message.entities, message.video = caption, entities, video
    return _sent(world, message)


def send_voice(world: World, params: Parameters) -> Json:
    """A voice message with an optional caption."""
    chat, caption, entities = _captioned(world, params)
    voice = find_voice(world, params.text("voice"), params.files, params.number("duration"))
    message = _addressed(world, chat, params)
    message.text, message.entities, message.voice = caption, entities, voice
    return _sent(world, message)


def send_document(world: World, params: Parameters) -> Json:
    """A file of any kind with an optional caption."""
    chat, caption, entities = _captioned(world, params)
    document = find_document(world, params.text("document"), params.files)
    message = _addressed(world, chat, params)
    message.text, message.entities, message.document = caption, entities, document
    return _sent(world, message)


def send_location(world: World, params: Parameters) -> Json:
    """A point on the map, in degrees; it does not move."""
    chat = _open_chat(world, params)
    latitude, longitude = params.fraction("latitude"), params.fraction("longitude")
    if not on_the_globe(latitude, longitude):
        raise bad_request("invalid location specified")
    if params.has("live_period"):
        raise bad_request("live locations are not known to this sandbox")
    message = _addressed(world, chat, params)
    message.location = {"latitude": latitude, "longitude": longitude}
    if params.has("horizontal_accuracy"):
        message.location["horizontal_accuracy"] = params.fraction("horizontal_accuracy")
    return _sent(world, message)


def send_chat_action(world: World, params: Parameters) -> bool:
    """The passing line "is typing" over a chat."""
    chat = find_chat(world, params)
    require_writing(world, chat)
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def _captioned(world: World, params: Parameters) -> tuple[Chat, str, list[Json]]:
    """The chat that may be written to, the caption and its entities."""
    chat = _open_chat(world, params)
    caption, entities = words(params, "caption", world.accounts)
    check_length(caption, MAX_CAPTION, "message caption is too long")
    return chat, caption, entities


def _open_chat(world: World, params: Parameters) -> Chat:
    chat = find_chat(world, params)
    require_writing(world, chat)
    return chat


def _addressed(world: World, chat: Chat, params: Parameters) -> Message:
    """A message of the bot with its buttons and the message it answers; the last thing that can refuse."""
    markup = markup_for(chat, params.thing("reply_markup"))
    answered = _answered(chat, params.thing("reply_parameters"))
    seconds = world.limits.wait(chat, world.clock.now())
    if seconds:
        raise too_many(seconds)
    message = world.new_message(chat, sender=world.bot, inline=markup.inline, keyboard=markup.keyboard)
    message.sender_chat = chat.id if chat.is_channel else None
    message.protected = params.flag("protect_content")
    if answered is not None:
        message.reply_to = answered.id
        message.thread = (answered.thread or answered.id) if chat.kind is ChatKind.SUPERGROUP else None
    return message


def _answered(chat: Chat, reply: Json) -> Message | None:
    if not reply:
        return None
    if reply.get("chat_id", chat.id) != chat.id:
        raise bad_request("replies to other chats are not known to this sandbox")
    found = chat.messages.get(reply["message_id"])
    if found is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


def _sent(world: World, message: Message) -> Json:
    world.publish(message)
    return world.objects.message(message)
