"""Broadcasts in chat: writing one, two taps to start it, and the buttons that change its course."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from domain.broadcasts import TEXT_LENGTH, Broadcast, BroadcastState
from domain.errors import Refusal
from domain.forms import BROADCAST, PREVIEW, Draft
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import broadcast_cards, broadcast_drafts, broadcasts, forms, roles
from relay.broadcast_drafts import Readers
from relay.work import Work

_Act: TypeAlias = Callable[[Work, Person, str], Awaitable[Screen]]

LISTED: Final = 15
"""So many that wait are shown: a message has room for some 40 of their lines."""

_AUDIENCE = ("topic", "place", "country", "language")
"""Questions under which stands how many people there are."""


async def command(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/broadcast`: what goes on and what waits; where nothing does, a new one."""
    await roles.require_moderator(work, person, incoming.chat_id)
    if not incoming.private:
        return Screen(Content(work.catalog.text(work.moderators_language, "broadcast-in-private")))
    going_on = await broadcasts.going_on(work)
    if not going_on:
        return await compose(work, person)
    return Screen(await _overview(work, person, going_on[0], going_on[1:]))


async def compose(work: Work, person: Person) -> Screen:
    """Start writing one, unless a half-filled form would be lost: then ask first."""
    await roles.require_moderator(work, person, person.telegram_id)
    return await people.open_form(work, person, BROADCAST)


async def screen(work: Work, person: Person, draft: Draft, notice: str | None = None) -> Screen:
    """The screen a half-written broadcast stands at, with the number of its readers as it is now.

    Whoever is no moderator any more loses the draft.
    """
    if not await roles.may_moderate(work, person, person.telegram_id):
        await forms.drop(work, person)
        return people.with_menu(work, person, work.catalog.text(person.language, "not-a-moderator"))
    if notice is None and (torn := await broadcast_drafts.back_at_torn_text(work, draft)) is not None:
        notice = work.catalog.text(person.language, "broadcast-text-torn", limit=TEXT_LENGTH)
        return questions.render(work, person, torn, notice)
    if notice is not None and await broadcast_drafts.perhaps_torn(work, draft):
        torn_off = work.catalog.text(person.language, "broadcast-text-perhaps-torn", limit=TEXT_LENGTH)
        notice = f"{notice}\n\n{torn_off}"
    plain = questions.render(work, person, draft, notice)
    if plain.content is None or (draft.at != PREVIEW and draft.at not in _AUDIENCE):
        return plain
    readers = await broadcast_drafts.readers(work, draft.answers)
    if draft.at != PREVIEW:
        count = work.catalog.text(person.language, "broadcast-count", count=readers.count)
        return replace(plain, content=replace(plain.content, text=f"{plain.content.text}\n\n{count}"))
    return replace(plain, content=_preview(work, person, draft, plain.content, readers))


async def confirm(work: Work, person: Person, draft: Draft) -> Screen:
    """Handle the first of two taps: say once more to how many it goes, and when."""
    await roles.require_moderator(work, person, person.telegram_id)
    broadcast_drafts.check(work, person, draft.answers)
    readers = await broadcast_drafts.readers(work, draft.answers)
    label = work.catalog.label
    if not readers.count:
        raise Refusal("broadcast-nobody")
    text = work.catalog.text(person.language, "broadcast-ask", count=readers.count)
    span = _span(work, person, readers)
    yes = label(person.language, "button-broadcast-go", count=readers.count)
    back = Button(label(person.language, "button-back"), tap=questions.tap(draft, "resume"))
    rows = ((Button(yes, tap=f"broadcast:go:{draft.token}"),), (back,))
    return Screen(Content(f"{text}\n{span}", rows))


async def tapped(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a button of a broadcast; one that came too late says so."""
    await roles.require_moderator(work, person, incoming.chat_id)
    verb, _, subject = incoming.after("broadcast:").partition(":")
    act = _ACTS.get(verb)
    if act is None:
        raise Refusal("tap-stale")
    await roles.note_name(work, person, incoming.name)
    return await act(work, person, subject)


async def _sample(work: Work, person: Person, token: str) -> Screen:
    """Send what would be sent, and the preview anew below it: its buttons come next."""
    draft = await _draft(work, person, token)
    await broadcast_drafts.samples(work, person, draft)
    shown = await screen(work, person, draft)
    if shown.content is not None:
        await forms.shown(work, draft, await work.tell(person.id, shown.content))
    return Screen()


async def _go(work: Work, person: Person, token: str) -> Screen:
    """Handle the second tap."""
    planned = await broadcast_drafts.plan(work, person, await _draft(work, person, token))
    card = await broadcast_cards.card(work, person.language, planned)
    text_id = "broadcast-planned" if planned.starts_at > work.now else "broadcast-starting"
    waits = any(one.is_under_way for one in await broadcasts.going_on(work))
    said = work.catalog.text(person.language, "broadcast-waits" if waits else text_id)
    return Screen(replace(card, text=f"{card.text}\n\n{said}"))


async def _new(work: Work, person: Person, _: str) -> Screen:
    return replace(await compose(work, person), in_place=False, closes=False)


async def _pause(work: Work, person: Person, subject: str) -> Screen:
    return await _card(work, person, await broadcasts.pause(work, person, subject))


async def _resume(work: Work, person: Person, subject: str) -> Screen:
    return await _card(work, person, await broadcasts.resume(work, person, subject))


async def _ask_cancel(work: Work, person: Person, subject: str) -> Screen:
    """Ask once: what was cancelled cannot go on."""
    broadcast = await broadcasts.find(work, subject)
    if not broadcast.is_under_way and broadcast.state is not BroadcastState.SCHEDULED:
        raise Refusal("broadcast-over")
    line = await broadcast_cards.line(work, person.language, broadcast)
    text = f"{work.catalog.text(person.language, 'broadcast-cancel-ask')}\n\n{line}"
    return _asking(work, person, text, f"broadcast:stop:{subject}", "button-broadcast-stop")


async def _stop(work: Work, person: Person, subject: str) -> Screen:
    return await _card(work, person, await broadcasts.cancel(work, person, subject))


async def _ask_again(work: Work, person: Person, subject: str) -> Screen:
    """Ask once: some of them may get it twice."""
    _, count = await broadcasts.in_doubt(work, subject)
    text = work.catalog.text(person.language, "broadcast-again-ask", count=count)
    return _asking(work, person, text, f"broadcast:resend:{subject}", "button-broadcast-resend")


async def _resend(work: Work, person: Person, subject: str) -> Screen:
    return await _card(work, person, await broadcasts.send_again(work, person, subject))


_ACTS: dict[str, _Act] = {
    "sample": _sample,
    "go": _go,
    "new": _new,
    "pause": _pause,
    "resume": _resume,
    "cancel": _ask_cancel,
    "stop": _stop,
    "again": _ask_again,
    "resend": _resend,
}
"""What each verb behind `broadcast:` does with the draft's token or the broadcast's id that follows it."""


async def _draft(work: Work, person: Person, token: str) -> Draft:
    """The previewed broadcast that a button belongs to; Refusal for an earlier state of it, or none."""
    draft = await forms.current(work, person)
    if draft is None or draft.token != token or draft.form != BROADCAST.key or draft.at != PREVIEW:
        raise Refusal("tap-stale")
    return draft


def _preview(work: Work, person: Person, draft: Draft, plain: Content, readers: Readers) -> Content:
    """The preview with its readers; while something is wrong there is no way to send it."""
    problems = broadcast_drafts.problems(work, person, draft.answers)
    text = work.catalog.text
    parts = [plain.text, "\n".join(_readers(work, person, draft, readers)), _span(work, person, readers)]
    parts += [text(person.language, "broadcast-fix", problem=problem) for problem in problems]
    send, *others = plain.buttons
    sample = Button(
        work.catalog.label(person.language, "button-broadcast-sample"),
        tap=f"broadcast:sample:{draft.token}",
    )
    ready = () if problems else ((sample,), send)
    return replace(plain, text="\n\n".join(parts), buttons=(*ready, *others))


def _readers(work: Work, person: Person, draft: Draft, readers: Readers) -> list[str]:
    """How many people there are, by the language they read, and what those get who have no text of theirs."""
    text, label = work.catalog.text, work.catalog.label
    lines = [text(person.language, "broadcast-count", count=readers.count)]
    texts = broadcast_drafts.written(draft.answers)
    for language, count in readers.languages.items():
        said = broadcast_drafts.read_by(work, draft.answers, language) if texts else language
        lines.append(
            text(
                person.language,
                "broadcast-readers" if said == language else "broadcast-readers-other",
                name=label(person.language, f"broadcast-language-{language}"),
                other=label(person.language, f"broadcast-language-{said}"),
                number=count,
            )
        )
    if readers.later:
        lines.append(text(person.language, "broadcast-later", count=readers.later))
    return lines


def _span(work: Work, person: Person, readers: Readers) -> str:
    """How long it takes, for those who get it at once."""
    due = readers.count - readers.later
    span = broadcast_cards.span_in_words(work, person.language, broadcast_drafts.duration(work, due))
    pace = f"{work.policy.messages_per_second:g}"
    return work.catalog.text(person.language, "broadcast-takes", span=span, pace=pace)


async def _overview(work: Work, person: Person, first: Broadcast, waiting: Sequence[Broadcast]) -> Content:
    """What goes on with its buttons, what waits with a way to take it back, and a way to write another."""
    card = await broadcast_cards.card(work, person.language, first)
    label = work.catalog.label
    parts, rows = [card.text], list(card.buttons)
    for each in waiting[:LISTED]:
        moment = broadcast_cards.starts_in_words(work, person.language, each)
        parts.append(await broadcast_cards.line(work, person.language, each))
        cancel = label(person.language, "button-broadcast-cancel-one", moment=moment)
        rows.append((Button(cancel, tap=f"broadcast:cancel:{each.id}"),))
    if len(waiting) > LISTED:
        more = work.catalog.text(person.language, "broadcast-more", count=len(waiting) - LISTED)
        parts.append(more)
    rows.append((Button(label(person.language, "button-broadcast-new"), tap="broadcast:new"),))
    return Content("\n\n".join(parts), tuple(rows))


async def _card(work: Work, person: Person, broadcast: Broadcast) -> Screen:
    return Screen(await broadcast_cards.card(work, person.language, broadcast))


def _asking(work: Work, person: Person, text: str, tap: str, text_id: str) -> Screen:
    """A question of its own: what was tapped goes on changing in its place."""
    yes = Button(work.catalog.label(person.language, text_id), tap=tap)
    return Screen(Content(text, ((yes,),)), in_place=False, closes=False)
