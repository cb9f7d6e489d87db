"""The way out for handlers: replies go through the outbox worker, small signs straight to Telegram."""

from delivery import inline, telegram
from delivery.telegram import AnyBot
from delivery.worker import Worker
from domain.inline import InlineAnswer
from domain.messages import Claimed


class BotOutlet:
    """Implements `handlers.boundary.Outlet`."""

    def __init__(self, bot: AnyBot, worker: Worker) -> None:
        self._bot = bot
        self._worker = worker

    async def deliver(self, claimed: Claimed) -> None:
        """Send a reply and record what came of it."""
        await self._worker.deliver(claimed)

    async def answer_tap(self, query_id: str, toast: str | None) -> None:
        """Stop the tapped button's spinner."""
        await telegram.answer_tap(self._bot, query_id, toast)

    async def close_buttons(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message that is answered."""
        await telegram.close_buttons(self._bot, chat_id, message_id)

    async def acknowledge(self, chat_id: int, message_id: int) -> None:
        """Show under a person's message that it was passed on."""
        await telegram.acknowledge(self._bot, chat_id, message_id)

    async def answer_inline(self, query_id: str, answer: InlineAnswer) -> None:
        """Show a list above the text field of whoever types."""
        await inline.answer(self._bot, query_id, answer)

    def wake(self) -> None:
        """Tell the delivery loop that there may be something to send."""
        self._worker.wake()
