"""What a person did, as a value: everything a handler may know of a Telegram update."""

from dataclasses import dataclass

from telegram import Message, MessageOriginChannel, Update
from telegram.constants import ChatMemberStatus, ChatType

from domain.messages import Attachment, AttachmentKind, chat


@dataclass(frozen=True, slots=True)
class ChannelPost:
    """A post in a channel: every way in which the outbox may name that channel, and the message's id."""

    channel: frozenset[str]
    message: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update.

    `tap` is a button's callback data, `message_id` the message that holds it. `text` is what was typed, or a
    caption, `argument` what followed a command. `source` is the person's own message, `reply_to` the one it
    answers, `replied_id` and `replied_name` who wrote that, `reply_taps` what its buttons hold. In a group
    for comments `replied_post` is the post that is answered. `location` is
    (latitude, longitude) in degrees. `attachment` hangs on the message and can be passed on; `unfit`:
    something hangs on it that cannot. `file` can be kept: a photo, a video, or a document under its name.
    `edited`: the message was sent before and is changed now. `stopped`: the person has just blocked the bot.
    """

    update_id: int
    telegram_id: int
    chat_id: int
    private: bool
    client_language: str | None
    text: str = ""
    argument: str = ""
    tap: str | None = None
    query_id: str | None = None
    message_id: int | None = None
    name: str = ""
    username: str | None = None
    source: int | None = None
    reply_to: int | None = None
    replied_id: int | None = None
    replied_name: str = ""
    reply_taps: tuple[str, ...] = ()
    replied_post: ChannelPost | None = None
    attachment: Attachment | None = None
    unfit: bool = False
    file: Attachment | None = None
    edited: bool = False
    location: tuple[float, float] | None = None
    stopped: bool = False

    @property
    def is_command(self) -> bool:
        """Whether a command was typed."""
        return self.text.startswith("/")

    def after(self, prefix: str) -> str:
        """The rest of the tapped button's data behind `prefix`."""
        return (self.tap or "").removeprefix(prefix)


def read(update: Update) -> Incoming | None:
    """The update as a value; None when no person stands behind it, as behind a post's copy in a group."""
    query, message = update.callback_query, update.message or update.edited_message
    if update.effective_user is None or update.effective_chat is None or _is_copy(message):
        return None
    text = (message.text or message.caption or "") if message else ""
    spot = message.location if message else None
    answered = message.reply_to_message if message else None
    writer = answered.from_user if answered else None
    held = _attachment(message) if message else None
    return Incoming(
        update_id=update.update_id,
        telegram_id=update.effective_user.id,
        chat_id=update.effective_chat.id,
        private=update.effective_chat.type == ChatType.PRIVATE,
        client_language=update.effective_user.language_code,
        text=text,
        argument=text.partition(" ")[2].strip() if text.startswith("/") else "",
        tap=query.data if query else None,
        query_id=query.id if query else None,
        message_id=query.message.message_id if query and query.message else None,
        name=update.effective_user.first_name,
        username=update.effective_user.username,
        source=message.message_id if message else None,
        reply_to=answered.message_id if answered else None,
        replied_id=writer.id if writer and not writer.is_bot else None,
        replied_name=writer.first_name if writer and not writer.is_bot else "",
        reply_taps=_taps(answered) if answered else (),
        # Who writes as a channel or an anonymous admin is nobody: one account of Telegram's stands for all.
        replied_post=_post(answered) if answered and not update.effective_user.is_bot else None,
        attachment=held,
        unfit=message is not None and held is None and bool(message.effective_attachment),
        file=_file(message) if message else None,
        edited=update.edited_message is not None,
        stopped=_stopped(update),
        location=(spot.latitude, spot.longitude) if spot else None,
    )


def _attachment(message: Message) -> Attachment | None:
    """What hangs on a message, of the kinds that are passed on."""
    if message.photo:
        return Attachment(AttachmentKind.PHOTO, message.photo[-1].file_id)
    if message.voice:
        return Attachment(AttachmentKind.VOICE, message.voice.file_id)
    if message.location:
        spot = message.location
        return Attachment(AttachmentKind.LOCATION, f"{spot.latitude},{spot.longitude}")
    return None


def _file(message: Message) -> Attachment | None:
    """The file of a message, of the kinds that can be kept and shown again."""
    if message.photo:
        return Attachment(AttachmentKind.PHOTO, message.photo[-1].file_id)
    if message.video:
        return Attachment(AttachmentKind.VIDEO, message.video.file_id, message.video.file_name or "")
    if message.document and not message.animation:  # an animation comes as both, and is sent as neither
        return Attachment(AttachmentKind.DOCUMENT, message.document.file_id, message.document.file_name or "")
    return None


def _taps(message: Message) -> tuple[str, ...]:
    """The callback data of a message's buttons."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return tuple(str(button.callback_data) for row in rows for button in row if button.callback_data)


def _is_copy(message: Message | None) -> bool:
    """Whether Telegram itself put a channel's post here (Bot API, `is_automatic_forward`)."""
    return message is not None and bool(message.is_automatic_forward)


def _post(message: Message) -> ChannelPost | None:
    """The post that a message in a discussion group is the copy of."""
    origin = message.forward_origin
    if not _is_copy(message) or not isinstance(origin, MessageOriginChannel):
        return None
    names = {chat(origin.chat.id), chat(f"@{origin.chat.username}".casefold())}
    return ChannelPost(frozenset(names), origin.message_id)


def _stopped(update: Update) -> bool:
    change = update.my_chat_member
    return change is not None and change.new_chat_member.status == ChatMemberStatus.BANNED
