"""The boundary of an update: one transaction around one handler, committed first, answered after."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from telegram import Update

from domain.errors import Refusal
from domain.forms import Draft
from domain.messages import Claimed, Content, Lane, OnDoubt, Outgoing, chat
from domain.people import Person
from handlers.incoming import Incoming, read
from handlers.screen import Screen
from relay import forms, people, replies
from relay.work import Relay, Work

Handler: TypeAlias = Callable[[Work, Person, Incoming], Awaitable[Screen]]

TOAST_LENGTH = 200  # Bot API, answerCallbackQuery


class Outlet(Protocol):
    """The way out that the process lends to the handlers."""

    async def deliver(self, claimed: Claimed) -> None:
        """Send a reply and record what came of it; never raises for Telegram's sake."""

    async def answer_tap(self, query_id: str, toast: str | None) -> None:
        """Stop the tapped button's spinner, with a word over it if there is one."""

    async def close_buttons(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message that is answered."""

    def wake(self) -> None:
        """Tell the delivery loop that there may be something to send."""


@dataclass(frozen=True, slots=True)
class _Answer:
    toast: str | None = None
    claimed: Claimed | None = None
    closes: int | None = None


class Boundary:
    """Turns handlers into PTB callbacks."""

    def __init__(self, relay: Relay, outlet: Outlet) -> None:
        self._relay = relay
        self._outlet = outlet

    def on(self, handler: Handler) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
        """A PTB callback that runs `handler` once per update id."""

        async def callback(update: Update, _: object) -> None:
            incoming = read(update)
            if incoming is not None:
                await self._handle(handler, incoming)

        return callback

    async def _handle(self, handler: Handler, incoming: Incoming) -> None:
        try:
            answer = await self._relay.work(lambda work: _apply(work, handler, incoming))
        except Refusal as refusal:  # whatever the handler changed is undone; only the no is kept
            said = _refusing(refusal)
            answer = await self._relay.work(lambda work: _apply(work, said, incoming))
        if incoming.query_id is not None:
            await self._outlet.answer_tap(incoming.query_id, answer.toast)
        if answer.closes is not None:
            await self._outlet.close_buttons(incoming.chat_id, answer.closes)
        if answer.claimed is not None:
            await self._outlet.deliver(answer.claimed)
        self._outlet.wake()


async def _apply(work: Work, handler: Handler, incoming: Incoming) -> _Answer:
    if not await replies.first_time(work, incoming.update_id):
        return _Answer()
    person = await people.meet(work, incoming.telegram_id, incoming.client_language)
    screen = await handler(work, person, incoming)
    if screen.content is None:
        return _Answer(screen.toast)
    return await _written(work, person, incoming, screen, screen.content)


async def _written(
    work: Work, person: Person, incoming: Incoming, screen: Screen, content: Content
) -> _Answer:
    edits = incoming.message_id if screen.in_place else None
    closes = await _answered_message(work, incoming, screen.draft) if screen.closes and not edits else None
    recipient = person.id if incoming.private else chat(incoming.chat_id)
    outgoing = Outgoing(recipient, content, Lane.REPLY, OnDoubt.RESEND, edits_message=edits)
    delivery, claimed = await replies.reply(work, outgoing, incoming.chat_id)
    if screen.draft is not None:
        await forms.shown(work, screen.draft, delivery)
    return _Answer(screen.toast, claimed, closes)


async def _answered_message(work: Work, incoming: Incoming, draft: Draft | None) -> int | None:
    """The message whose buttons have had their use: the one tapped, or the form's former question."""
    if incoming.message_id is not None:
        return incoming.message_id
    return await forms.screen_message(work, draft) if draft else None


def _refusing(refusal: Refusal) -> Handler:
    """A handler that only says no: over the tapped button, or as a message."""

    async def refuse(work: Work, person: Person, incoming: Incoming) -> Screen:
        if incoming.tap is not None:
            words = work.catalog.label(person.language, refusal.text_id, **refusal.values)
            return Screen(toast=words[:TOAST_LENGTH])
        return Screen(Content(work.catalog.text(person.language, refusal.text_id, **refusal.values)))

    return refuse
