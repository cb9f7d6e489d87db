"""One message on its way to Telegram: the only place that turns contents into Bot API calls."""

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from delivery.outcome import Outcome, Sent, cannot_edit, of_error
from domain.messages import Button, Claimed, Content

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(bot: Bot, claimed: Claimed) -> Outcome:
    """Send a message or change one in place; one that can no longer be changed is sent anew."""
    try:
        if claimed.message_id is not None:
            return await _edit(bot, claimed, claimed.message_id)
        return await _new(bot, claimed)
    except TelegramError as error:
        return of_error(error)


async def answer_tap(bot: Bot, query_id: str, toast: str | None) -> None:
    """Stop a tapped button's spinner; the words in `toast` are shown until they are put away."""
    try:
        await bot.answer_callback_query(query_id, text=toast, show_alert=toast is not None)
    except TelegramError:
        return  # the tap is too old or the net is down: nobody waits for this any more


async def close_buttons(bot: Bot, chat_id: int, message_id: int) -> None:
    """Take the buttons off a message; whether it works changes nothing, old buttons do no harm."""
    try:
        await bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id, reply_markup=None)
    except TelegramError:
        return


async def _new(bot: Bot, claimed: Claimed) -> Sent:
    message = await bot.send_message(
        claimed.chat_id,
        claimed.content.text,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_markup=_markup(claimed.content),
    )
    return Sent(message.message_id)


async def _edit(bot: Bot, claimed: Claimed, message_id: int) -> Outcome:
    try:
        edited = await bot.edit_message_text(
            claimed.content.text,
            chat_id=claimed.chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=_inline(claimed.content),
        )
    except TelegramError as error:
        if cannot_edit(error):
            return await _new(bot, claimed)
        raise
    return Sent(edited.message_id if isinstance(edited, Message) else message_id)


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
