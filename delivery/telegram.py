"""One message on its way to Telegram: the only place that turns contents into Bot API calls."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.constants import ParseMode, ReactionEmoji
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from delivery.limiter import HELD
from delivery.outcome import Outcome, Sent, cannot_edit, is_gone, is_too_large, of_error
from delivery.uploads import MADE, Sendable, Uploads
from domain.errors import FileGone, FileOutOfReach, FileTooLarge
from domain.messages import Attachment, AttachmentKind, Button, Claimed, Content

AnyBot: TypeAlias = ExtBot[Any]

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_PASSED_ON = ReactionEmoji.OK_HAND_SIGN
_MEDIA = {
    AttachmentKind.PHOTO: InputMediaPhoto,
    AttachmentKind.DRAWING: InputMediaPhoto,
    AttachmentKind.VIDEO: InputMediaVideo,
    AttachmentKind.DOCUMENT: InputMediaDocument,
    AttachmentKind.PICTURE_FILE: InputMediaDocument,
}

COURTESY = 5.0
"""Seconds that a small sign may take, its turn with the limiter included. A reply waits behind up to three of
them, and is in memory for another 5 s and the 30 s of a call: all of it within the 60 s of its lease."""


@dataclass(frozen=True, slots=True)
class _Call:
    """What every call for one delivery needs."""

    bot: AnyBot
    claimed: Claimed
    uploads: Uploads
    paid: bool | None


async def send(bot: AnyBot, claimed: Claimed, uploads: Uploads, *, paid: bool = False) -> Outcome:
    """Send a message or change one in place; one that can no longer be changed is sent anew or deleted.

    It has had its turn with the limiter. `uploads` are those of the bot's token. `paid`: the operator pays
    Telegram for sending more than 30 a second (`allow_paid_broadcast`,
    core.telegram.org/bots/api#sendmessage).
    """
    call = _Call(bot, claimed, uploads, paid or None)
    try:
        if claimed.message_id is not None:
            return await _edit(call, claimed.message_id)
        return await _new(call)
    except TelegramError as error:
        return of_error(error)


async def download(bot: AnyBot, file_id: str) -> bytes:
    """The bytes of a file that a person sent.

    Raises FileTooLarge over 20 MB, FileGone when Telegram does not know it, FileOutOfReach for now.
    """
    try:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())
    except BadRequest as error:
        raise (FileTooLarge if is_too_large(error) else FileGone) from error
    except TelegramError as error:
        raise FileOutOfReach from error


async def answer_tap(bot: AnyBot, query_id: str, toast: str | None) -> None:
    """Stop a tapped button's spinner; the words in `toast` are shown until they are put away."""
    await _courtesy(bot.answer_callback_query(query_id, text=toast, show_alert=toast is not None))


async def close_buttons(bot: AnyBot, chat_id: int, message_id: int) -> None:
    """Take the buttons off a message; whether it works changes nothing, old buttons do no harm."""
    await _courtesy(bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id, reply_markup=None))


async def acknowledge(bot: AnyBot, chat_id: int, message_id: int) -> None:
    """Put the sign "passed on" under a person's message; a courtesy: whether it works changes nothing."""
    await _courtesy(bot.set_message_reaction(chat_id, message_id, _PASSED_ON))


async def _courtesy(call: Awaitable[object]) -> None:
    """Make a call that may fail: the tap is too old, the net is down, Telegram wants silence."""
    try:
        async with asyncio.timeout(COURTESY):
            await call
    except (TelegramError, TimeoutError):
        return


async def _new(call: _Call) -> Sent:
    claimed = call.claimed
    attachment = claimed.content.attachment
    if attachment is not None:
        message = await _new_attached(call, attachment)
        return Sent(message.message_id)
    message = await call.bot.send_message(
        claimed.chat_id,
        claimed.content.text,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        **_beside(call),
    )
    return Sent(message.message_id)


def _reply(content: Content) -> ReplyParameters | None:
    if content.answers is None:
        return None
    return ReplyParameters(content.answers, allow_sending_without_reply=True)


async def _new_attached(call: _Call, attachment: Attachment) -> Message:
    match attachment.kind:
        case AttachmentKind.DRAWING | AttachmentKind.PICTURE_FILE:
            return await call.uploads.carry(attachment, partial(_new_file, call, attachment.kind))
        case AttachmentKind.LOCATION:
            latitude, longitude = map(float, attachment.value.split(","))
            return await call.bot.send_location(call.claimed.chat_id, latitude, longitude, **_beside(call))
        case AttachmentKind.FILE:
            file = InputFile(attachment.value.encode(), attachment.name)
            return await _new_file(call, attachment.kind, file)
        case _:
            return await _new_file(call, attachment.kind, attachment.value)


async def _new_file(call: _Call, kind: AttachmentKind, file: Sendable) -> Message:
    bot, chat_id = call.bot, call.claimed.chat_id
    words = {"caption": call.claimed.content.text, "parse_mode": ParseMode.HTML, **_beside(call)}
    match kind:
        case AttachmentKind.PHOTO | AttachmentKind.DRAWING:
            return await bot.send_photo(chat_id, file, **words)
        case AttachmentKind.VIDEO:
            return await bot.send_video(chat_id, file, **words)
        case AttachmentKind.VOICE:
            return await bot.send_voice(chat_id, file, **words)
        case _:
            return await bot.send_document(chat_id, file, **words)


def _beside(call: _Call) -> dict[str, Any]:
    """What goes with everything that is sent anew."""
    return {
        "reply_markup": _markup(call.claimed.content),
        "reply_parameters": _reply(call.claimed.content),
        "allow_paid_broadcast": call.paid,
        "rate_limit_args": HELD,
    }


async def _edit(call: _Call, message_id: int) -> Outcome:
    if call.claimed.deletes:
        return await _away(call, message_id)
    try:
        edited = await _change(call, message_id)
    except TelegramError as error:
        if not cannot_edit(error):
            raise
        if not call.claimed.or_delete:
            return await _new(call)
        return Sent(None) if is_gone(error) else await _delete(call, message_id)
    return Sent(edited.message_id if isinstance(edited, Message) else message_id)


async def _change(call: _Call, message_id: int) -> Message | bool:
    claimed = call.claimed
    attachment = claimed.content.attachment
    if attachment is not None:
        return await _change_attached(call, message_id, attachment)
    return await call.bot.edit_message_text(
        claimed.content.text,
        chat_id=claimed.chat_id,
        message_id=message_id,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_markup=_inline(claimed.content),
        rate_limit_args=HELD,
    )


async def _change_attached(call: _Call, message_id: int, attachment: Attachment) -> Message | bool:
    """Change what Telegram lets a bot change: a photo, video or document whole, a caption, or the buttons.

    A text that the bot has written stays what it was: only its caption changes, as that of a voice.
    """
    bot, claimed, markup = call.bot, call.claimed, _inline(call.claimed.content)
    match attachment.kind:
        case AttachmentKind.VOICE | AttachmentKind.FILE:
            return await bot.edit_message_caption(
                claimed.chat_id,
                message_id,
                caption=claimed.content.text,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                rate_limit_args=HELD,
            )
        case AttachmentKind.LOCATION:
            return await bot.edit_message_reply_markup(
                claimed.chat_id, message_id, reply_markup=markup, rate_limit_args=HELD
            )
        case _:
            return await _change_media(call, message_id, attachment)


async def _change_media(call: _Call, message_id: int, attachment: Attachment) -> Message | bool:
    bot, claimed = call.bot, call.claimed

    async def change(file: Sendable) -> Message | bool:
        media = _MEDIA[attachment.kind](file, claimed.content.text, parse_mode=ParseMode.HTML)
        return await bot.edit_message_media(
            media,
            claimed.chat_id,
            message_id,
            reply_markup=_inline(claimed.content),
            rate_limit_args=HELD,
        )

    if attachment.kind in MADE:
        return await call.uploads.carry(attachment, change)
    return await change(attachment.value)


async def _away(call: _Call, message_id: int) -> Sent:
    """Delete a message; what is too old for that says its last words instead.

    Bots delete nothing after 48 hours (core.telegram.org/bots/api#deletemessage), but edit at any time.
    """
    try:
        return await _delete(call, message_id)
    except (BadRequest, Forbidden):
        await _change(call, message_id)
        return Sent(None)


async def _delete(call: _Call, message_id: int) -> Sent:
    try:
        await call.bot.delete_message(call.claimed.chat_id, message_id)
    except TelegramError as error:
        if not is_gone(error):
            raise
    return Sent(None)


def _markup(content: Content) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    if content.menu:
        return ReplyKeyboardMarkup(content.menu, resize_keyboard=True, is_persistent=True)
    return _inline(content)


def _inline(content: Content) -> InlineKeyboardMarkup | None:
    if not content.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in content.buttons])


def _button(button: Button) -> InlineKeyboardButton:
    copy = CopyTextButton(button.copy) if button.copy else None
    return InlineKeyboardButton(button.text, callback_data=button.tap, url=button.url, copy_text=copy)
