"""The boundary of an update: one transaction around one handler, committed first, answered after."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias

from telegram import Update

from domain.errors import Refusal
from domain.forms import Draft
from domain.inline import InlineAnswer
from domain.messages import Claimed, Content, Lane, OnDoubt, Outgoing, chat
from domain.people import Person
from domain.reposts import ItemKind
from handlers.incoming import Incoming, read
from handlers.screen import InlineScreen, Screen
from relay import bans, clone_watch, conversations, forms, inline, people, posts, replies
from relay.work import Relay, Work

Handler: TypeAlias = Callable[[Work, Person, Incoming], Awaitable[Screen]]

InlineHandler: TypeAlias = Callable[[Work, Person, Incoming], Awaitable[InlineScreen]]

Callback: TypeAlias = Callable[[Update, Any], Coroutine[Any, Any, None]]

TOAST_LENGTH = 200  # Bot API, answerCallbackQuery


class Outlet(Protocol):
    """The way out that the process lends to the handlers."""

    async def deliver(self, claimed: Claimed) -> None:
        """Send a reply and record what came of it; never raises for Telegram's sake."""

    async def answer_tap(self, query_id: str, toast: str | None) -> None:
        """Stop the tapped button's spinner, with a word over it if there is one."""

    async def close_buttons(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message that is answered."""

    async def acknowledge(self, chat_id: int, message_id: int) -> None:
        """Put a small sign under a person's message: it was passed on."""

    async def answer_inline(self, query_id: str, answer: InlineAnswer) -> None:
        """Show a list above the text field of whoever types; worthless if it cannot be shown now."""

    def wake(self) -> None:
        """Tell the delivery loop that there may be something to send."""


@dataclass(frozen=True, slots=True)
class _Answer:
    toast: str | None = None
    claimed: Claimed | None = None
    closes: int | None = None
    acknowledged: int | None = None
    others_wait: bool = False


class Boundary:
    """Turns handlers into PTB callbacks."""

    def __init__(self, relay: Relay, outlet: Outlet) -> None:
        self._relay = relay
        self._outlet = outlet

    def on(self, handler: Handler, *, for_all: bool = False) -> Callback:
        """A PTB callback that runs `handler` once per update id; `for_all` lets banned people in too."""
        served = handler if for_all else _unless_banned(handler)

        async def callback(update: Update, _: object) -> None:
            incoming = read(update)
            if incoming is not None:
                await self._handle(served, incoming)

        return callback

    def on_inline(self, handler: InlineHandler, refused: InlineHandler) -> Callback:
        """A PTB callback that answers an inline query; `refused` answers when the handler refuses.

        The answer is no message: it is sent after the commit, stored nowhere and never repeated.
        """

        async def callback(update: Update, _: object) -> None:
            asked = read_inline(update)
            if asked is not None:
                await self._look_up(handler, refused, asked)

        return callback

    async def _look_up(self, handler: InlineHandler, refused: InlineHandler, asked: Incoming) -> None:
        try:
            screen = await self._relay.work(lambda work: _looked_up(work, handler, asked))
        except Refusal:  # the caps of a search: whatever was counted is undone
            screen = await self._relay.work(lambda work: _looked_up(work, refused, asked))
        if screen is None or asked.query_id is None:
            return
        if screen.committed is not None:
            screen.committed()
        await self._outlet.answer_inline(asked.query_id, screen.answer)

    async def _handle(self, handler: Handler, incoming: Incoming) -> None:
        try:
            answer = await self._relay.work(lambda work: _answered(work, handler, incoming))
        except Refusal as refusal:  # whatever the handler changed is undone; only the no is kept
            said = _refusing(refusal)
            answer = await self._relay.work(lambda work: _answered(work, said, incoming))
        if incoming.query_id is not None:
            await self._outlet.answer_tap(incoming.query_id, answer.toast)
        if answer.closes is not None:
            await self._outlet.close_buttons(incoming.chat_id, answer.closes)
        if answer.acknowledged is not None:
            await self._outlet.acknowledge(incoming.chat_id, answer.acknowledged)
        if answer.claimed is not None:
            await self._outlet.deliver(answer.claimed)
        if answer.others_wait:
            self._outlet.wake()


def read_inline(update: Update) -> Incoming | None:
    """An inline query as a value; it does not tell in which chat it was typed."""
    query = update.inline_query
    if query is None:
        return None
    return Incoming(
        update_id=update.update_id,
        telegram_id=query.from_user.id,
        chat_id=query.from_user.id,
        private=False,
        client_language=query.from_user.language_code,
        text=query.query,
        query_id=query.id,
    )


async def _looked_up(work: Work, handler: InlineHandler, asked: Incoming) -> InlineScreen | None:
    """What to show; None for a query that was answered before."""
    if not await replies.first_time(work, asked.update_id):
        return None
    asker = await inline.asker(work, asked.telegram_id, asked.client_language)
    return await handler(work, asker, asked)


async def _answered(work: Work, handler: Handler, incoming: Incoming) -> _Answer:
    answer = await _apply(work, handler, incoming)
    return replace(answer, others_wait=bool(work.queued))


async def _apply(work: Work, handler: Handler, incoming: Incoming) -> _Answer:
    if not await replies.first_time(work, incoming.update_id):
        return _Answer()
    if not (incoming.private or incoming.tap or await _is_ours(work, incoming)):
        return _Answer()  # who talks in other groups is nobody we know
    if incoming.stopped and not await people.is_known(work, incoming.telegram_id):
        return _Answer()  # whoever erased themselves and leaves is not made known again by leaving
    in_private = incoming.replied_post is None  # who comments in a group may keep the bot out all the same
    person = await people.meet(work, incoming.telegram_id, incoming.client_language, in_private=in_private)
    if incoming.is_command and incoming.private:  # a command is never meant for the other side
        person = await conversations.leave(work, person)
    await _look_for_copies(work, person, incoming)
    screen = await handler(work, person, incoming)
    sign = incoming.source if screen.acknowledged else None
    if screen.content is None:
        return _Answer(screen.toast, acknowledged=sign)
    answer = await _written(work, person, incoming, screen, screen.content)
    for content in screen.more:
        await work.tell(person.id, content)
    return replace(answer, acknowledged=sign)


async def _is_ours(work: Work, incoming: Incoming) -> bool:
    """Whether a message in a group is said among moderators, or below a post where it concerns us.

    Below an appeal's post that is what names a card or an account; other talk there is nobody's business.
    """
    if incoming.chat_id == work.policy.moderators_chat:
        return True
    shown = await _below(work, incoming)
    if shown is None:
        return False
    kind, _ = shown
    return kind is ItemKind.QUESTION or (kind is ItemKind.APPEAL and clone_watch.names_details(incoming.text))


async def _below(work: Work, incoming: Incoming) -> tuple[ItemKind, str] | None:
    """What stands by itself in the post that is answered: its kind and id."""
    post = incoming.replied_post
    return await posts.standing_as(work, post.channel, post.message) if post else None


async def _look_for_copies(work: Work, person: Person, incoming: Incoming) -> None:
    """Look, wherever words came from, whether they carry an appeal with another account."""
    among_moderators = incoming.chat_id == work.policy.moderators_chat
    if among_moderators or not clone_watch.names_details(incoming.text):
        return
    shown = await _below(work, incoming)
    appeal = shown[1] if shown is not None and shown[0] is ItemKind.APPEAL else None
    public = not incoming.private
    await clone_watch.watch(work, person, incoming.text, post=appeal, public=public)


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


def _unless_banned(handler: Handler) -> Handler:
    """The same handler for everybody but who is banned: they are told so, and nothing else happens."""

    async def served(work: Work, person: Person, incoming: Incoming) -> Screen:
        if not (person.is_banned and incoming.private):
            return await handler(work, person, incoming)
        if incoming.edited or incoming.stopped:
            return Screen()
        if incoming.tap is not None:
            raise Refusal("banned-toast")
        return Screen(Content(bans.notice(work, person)))

    return served


def _refusing(refusal: Refusal) -> Handler:
    """A handler that only says no: over the tapped button, or as a message."""

    async def refuse(work: Work, person: Person, incoming: Incoming) -> Screen:
        if incoming.tap is not None:
            words = work.catalog.label(person.language, refusal.text_id, **refusal.values)
            return Screen(toast=words[:TOAST_LENGTH])
        return Screen(Content(work.catalog.text(person.language, refusal.text_id, **refusal.values)))

    return refuse
