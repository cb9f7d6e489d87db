"""The last boundary of an update: a fault is logged without anything personal, and the person is told."""

from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import NetworkError, TelegramError
from telegram.ext import CallbackContext

from domain.errors import StorageUnavailable
from locales.catalog import Catalog
from locales.choice import choose

log = structlog.get_logger()


class FaultBoundary:
    """PTB's error handler for this product."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    async def on_error(self, update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Log the fault and tell the person that the message was not taken."""
        fault = context.error
        if isinstance(fault, StorageUnavailable):
            log.error("storage unavailable", fault=str(fault))
        elif isinstance(fault, NetworkError):
            log.warning("network", fault=type(fault).__name__)
        else:
            log.error("fault", exc_info=fault)
        if isinstance(update, Update) and update.effective_user and update.effective_chat:
            text_id = "storage-down" if isinstance(fault, StorageUnavailable) else "fault"
            await self._tell(context.bot, update, text_id)

    async def _tell(self, bot: Bot, update: Update, text_id: str) -> None:
        """Tell without the database, which may be what is broken: in the client's language, sent once."""
        if update.effective_user is None or update.effective_chat is None:
            return
        words = self._catalog.label(choose(update.effective_user.language_code), text_id)
        try:
            if update.callback_query:
                await bot.answer_callback_query(update.callback_query.id, text=words[:200], show_alert=True)
            elif update.message:
                await bot.send_message(update.effective_chat.id, words)
        except TelegramError as fault:
            log.warning("a fault could not be told", fault=type(fault).__name__)
