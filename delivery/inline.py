"""The answer to an inline query: sent once and at once, because nobody waits for a late one."""

import structlog
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from domain.inline import Choice, InlineAnswer

log = structlog.get_logger()


async def answer(bot: Bot, query_id: str, answered: InlineAnswer) -> None:
    """Show the answer to the person who typed, and to nobody else: it is never cached.

    One that comes too late (the person has typed on, the net was slow) is no fault, and is not repeated.
    """
    door = InlineQueryResultsButton(answered.door.text, start_parameter=answered.door.start)
    choices = [_article(choice) for choice in answered.choices]
    try:
        await bot.answer_inline_query(query_id, choices, cache_time=0, is_personal=True, button=door)
    except TelegramError as fault:
        log.info("an inline query was not answered", fault=type(fault).__name__)


def _article(choice: Choice) -> InlineQueryResultArticle:
    links = [
        [InlineKeyboardButton(button.text, url=button.url) for button in row]
        for row in choice.content.buttons
    ]
    return InlineQueryResultArticle(
        choice.id,
        choice.title,
        InputTextMessageContent(
            choice.content.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup(links),
        description=choice.description,
    )
