"""sendMessage, sendPhoto and sendChatAction."""

from sandbox.access import find_chat, require_writing
from sandbox.accounts import Json
from sandbox.chats import Chat, ChatKind
from sandbox.markup import markup_for
from sandbox.messages import Message, Photo
from sandbox.parameters import Parameters
from sandbox.pictures import NotAPictureError
from sandbox.refusals import bad_request, too_many
from sandbox.wording import check_length, words
from sandbox.world import MAX_CAPTION, MAX_TEXT, World

_MAX_PHOTO_BYTES = 10 * 1024 * 1024
_MAX_SIDES = 10_000
_MAX_RATIO = 20
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
    chat = _open_chat(world, params)
    caption, entities = words(params, "caption", world.accounts)
    check_length(caption, MAX_CAPTION, "message caption is too long")
    photo = _photo(world, params)
    message = _addressed(world, chat, params)
    message.text, message.entities, message.photo = caption, entities, photo
    return _sent(world, message)


def send_chat_action(world: World, params: Parameters) -> bool:
    """The passing line "is typing" over a chat."""
    chat = find_chat(world, params)
    require_writing(chat)
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def _open_chat(world: World, params: Parameters) -> Chat:
    chat = find_chat(world, params)
    require_writing(chat)
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


def _photo(world: World, params: Parameters) -> Photo:
    named = params.text("photo")
    upload = named.removeprefix("attach://") if named.startswith("attach://") else "photo"
    if named and upload == "photo" and not named.startswith("attach://"):
        return _known_photo(world, named)
    image = params.files.get(upload)
    if image is None:
        raise bad_request("there is no photo in the request")
    return _uploaded(world, image)


def _known_photo(world: World, named: str) -> Photo:
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    photo = world.pictures.photo(named)
    if photo is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return photo


def _uploaded(world: World, image: bytes) -> Photo:
    if not image:
        raise bad_request("file must be non-empty")
    if len(image) > _MAX_PHOTO_BYTES:
        raise bad_request("file is too big")
    try:
        photo = world.pictures.keep(image)
    except NotAPictureError as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    sides = sorted((photo.width, photo.height))
    if sum(sides) > _MAX_SIDES or sides[0] * _MAX_RATIO < sides[1]:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return photo
