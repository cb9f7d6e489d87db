"""One message on its way to Telegram: the only place that turns contents into Bot API calls."""

import asyncio
import base64
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.constants import ParseMode, ReactionEmoji
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from delivery.limiter import HELD
from delivery.outcome import Outcome, Sent, cannot_edit, is_gone, of_error
from domain.messages import Attachment, AttachmentKind, Button, Claimed, Content

AnyBot: TypeAlias = ExtBot[Any]

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_PASSED_ON = ReactionEmoji.OK_HAND_SIGN

COURTESY = 5.0
"""Seconds that a small sign may take, its turn with the limiter included. A reply waits behind up to three of
them, and is in memory for another 5 s and the 30 s of a call: all of it within the 60 s of its lease."""


@dataclass(frozen=True, slots=True)
class _Call:
    """What every call for one delivery needs."""

    bot: AnyBot
    claimed: Claimed
    paid: bool | None


async def send(bot: AnyBot, claimed: Claimed, *, paid: bool = False) -> Outcome:
    """Send a message or change one in place; one that can no longer be changed is sent anew or deleted.

    It has had its turn with the limiter. `paid`: the operator pays Telegram for sending more than 30 a second
    (`allow_paid_broadcast`, core.telegram.org/bots/api#sendmessage).
    """
    call = _Call(bot, claimed, paid or None)
    try:
        if claimed.message_id is not None:
            return await _edit(call, claimed.message_id)
        return await _new(call)
    except TelegramError as error:
        return of_error(error)


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
        reply_markup=_markup(claimed.content),
        reply_parameters=_reply(claimed.content),
        allow_paid_broadcast=call.paid,
        rate_limit_args=HELD,
    )
    return Sent(message.message_id)


def _reply(content: Content) -> ReplyParameters | None:
    if content.answers is None:
        return None
    return ReplyParameters(content.answers, allow_sending_without_reply=True)


async def _new_attached(call: _Call, attachment: Attachment) -> Message:
    bot, claimed = call.bot, call.claimed
    chat_id, caption, markup = claimed.chat_id, claimed.content.text, _markup(claimed.content)
    match attachment.kind:
        case AttachmentKind.PHOTO | AttachmentKind.DRAWING:
            return await bot.send_photo(
                chat_id,
                _picture(attachment),
                caption,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                allow_paid_broadcast=call.paid,
                rate_limit_args=HELD,
            )
        case AttachmentKind.VOICE:
            return await bot.send_voice(
                chat_id,
                attachment.value,
                caption=caption,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                rate_limit_args=HELD,
            )
        case AttachmentKind.LOCATION:
            latitude, longitude = map(float, attachment.value.split(","))
            return await bot.send_location(
                chat_id, latitude, longitude, reply_markup=markup, rate_limit_args=HELD
            )
        case AttachmentKind.FILE:
            file = InputFile(attachment.value.encode(), attachment.name)
            return await bot.send_document(
                chat_id, file, caption, parse_mode=ParseMode.HTML, reply_markup=markup, rate_limit_args=HELD
            )


def _picture(attachment: Attachment) -> str | InputFile:
    """A picture that Telegram has, by its id, or one that is uploaded now."""
    if attachment.kind is AttachmentKind.PHOTO:
        return attachment.value
    return InputFile(base64.b64decode(attachment.value), attachment.name, attach=True)


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
    """Change what Telegram lets a bot change: all of a picture, a caption, of a place the buttons alone."""
    bot, claimed = call.bot, call.claimed
    chat_id, caption, markup = claimed.chat_id, claimed.content.text, _inline(claimed.content)
    match attachment.kind:
        case AttachmentKind.PHOTO | AttachmentKind.DRAWING:
            photo = InputMediaPhoto(_picture(attachment), caption, parse_mode=ParseMode.HTML)
            return await bot.edit_message_media(
                photo, chat_id, message_id, reply_markup=markup, rate_limit_args=HELD
            )
        case AttachmentKind.VOICE | AttachmentKind.FILE:
            return await bot.edit_message_caption(
                chat_id,
                message_id,
                caption=caption,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                rate_limit_args=HELD,
            )
        case AttachmentKind.LOCATION:
            return await bot.edit_message_reply_markup(
                chat_id, message_id, reply_markup=markup, rate_limit_args=HELD
            )


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
