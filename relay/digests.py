"""Digests: several items in one message, grouped by kind and place; a line goes when its item moves on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from domain.broadcasts import utf16_length
from domain.messages import Content, DeliveryState
from domain.reposts import ItemKind
from locales.catalog import Html, escaped, plain
from relay import cards, channel, items
from relay.items import Item
from relay.work import Work
from storage import digests, outbox

LONGEST: Final = 4096
"""UTF-16 units of a message's text, its markup not counted (core.telegram.org/bots/api#sendmessage)."""

MOST: Final = 16
"""Lines of one message: so many always fit, also when their names grow longer later."""

PLACE_LENGTH: Final = 60
"""Characters of a place: what somebody wrote about it may be long, a digest is short."""

_ORDER: Final = tuple(ItemKind)
_OWN_FOOT: Final = (ItemKind.WATCH, ItemKind.QUESTION)
"""A digest that begins with one of these says at its end what its own readers can do."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a digest and what stands in it, in this order."""

    content: Content
    items: Sequence[Item]


def written(work: Work, language: str, shown: Iterable[Item]) -> Sequence[Message]:
    """A digest as one message or, where it is too long for one, as several, torn between two items only."""
    alone: list[Message] = []
    messages: list[Message] = []
    held: list[Item] = []
    for item in _ordered(work, language, shown):
        if item.alone:
            alone.append(Message(item.post(work, language), (item,)))
            continue
        if len(held) == MOST or (held and not _fits(_text(work, language, [*held, item]))):
            messages.append(_message(work, language, held))
            held = []
        held.append(item)
    rest = [_message(work, language, held)] if held else []
    return [*alone, *messages, *rest]


async def refresh(work: Work, delivery: str, recipient: str) -> None:
    """Bring a digest's message up to date: what ended is struck through, what moved on is gone.

    Where all has ended it says so, and is not sent any more if it waits; where nothing is left it goes away.
    """
    if await outbox.state_of(work.tx, delivery) is DeliveryState.CANCELLED:
        return
    standing = await loaded(work, delivery)
    if not standing:
        await channel.take_away(work, recipient, delivery, pointer(work, recipient))
        return
    content = Content(_text(work, work.policy.language_of(recipient), standing))
    if any(item.is_public for item in standing):
        await channel.change(work, recipient, delivery, content)
    else:
        await channel.close(work, recipient, delivery, content)


async def close_line(work: Work, delivery: str, recipient: str) -> bool:
    """Strike through what has ended in a digest's message; False when nobody knows whether it is out."""
    state = await outbox.state_of(work.tx, delivery)
    await refresh(work, delivery, recipient)
    return state is not DeliveryState.UNKNOWN


async def drop_line(work: Work, delivery: str, recipient: str, subject: str) -> None:
    """Take an item out of a digest's message, and forget that it ever stood there."""
    await digests.drop_line(work.tx, delivery, subject)
    await refresh(work, delivery, recipient)
    await forget(work, delivery, recipient)


async def forget(work: Work, delivery: str, recipient: str) -> None:
    """Forget whatever a digest's message said before its present words."""
    language = work.policy.language_of(recipient)
    standing = await loaded(work, delivery)
    if standing:
        await outbox.overwrite(work.tx, delivery, Content(_text(work, language, standing)))


async def present(work: Work, delivery: str, recipient: str) -> Content:
    """What a digest's message is to say by now."""
    return Content(_text(work, work.policy.language_of(recipient), await loaded(work, delivery)))


async def loaded(work: Work, delivery: str) -> Sequence[Item]:
    """What stands in a digest's message, as it is by now."""
    lines = await digests.lines(work.tx, delivery)
    known = [await items.load(work, line.kind, line.subject) for line in lines]
    return [item for item in known if item is not None]


def pointer(work: Work, recipient: str) -> Content:
    """What stays where a post was that Telegram does not delete any more: a way that never leads nowhere."""
    language = work.policy.language_of(recipient)
    words = escaped(work.catalog.label(language, "digest-look"))
    link = Html(f'<a href="{work.policy.bot_link}">{words}</a>')
    return Content(work.catalog.text(language, "digest-moved", link=link))


def _ordered(work: Work, language: str, shown: Iterable[Item]) -> Sequence[Item]:
    """Items by kind, and by place within a kind, the unknown one last; those of one place as they came."""

    def where(item: Item) -> tuple[int, bool, str]:
        place = _place(work, language, item)
        return _ORDER.index(item.kind), not place, place

    return sorted(shown, key=where)


def _message(work: Work, language: str, shown: Sequence[Item]) -> Message:
    return Message(Content(_text(work, language, shown)), tuple(shown))


def _text(work: Work, language: str, shown: Sequence[Item]) -> str:
    """A digest's words: each kind under its title, each place once above its lines."""
    text, ordered = work.catalog.text, _ordered(work, language, shown)
    if not any(item.is_public for item in shown):
        lines = [_line(work, language, item) for item in ordered]
        head, foot = text(language, "digest-title-over"), text(language, "digest-foot-over")
        return "\n\n".join([head, "\n".join(lines), foot])
    parts = []
    for kind, of_kind in groupby(ordered, key=lambda item: item.kind):
        parts += [text(language, f"digest-title-{kind}"), *_places(work, language, of_kind)]
        if kind is ItemKind.FIND:
            parts.append(text(language, "digest-foot-find"))
    if shown and ordered[0].kind in _OWN_FOOT:
        parts.append(text(language, f"digest-foot-{ordered[0].kind}"))
    return "\n\n".join(parts)


def _places(work: Work, language: str, shown: Iterable[Item]) -> Iterator[str]:
    """The lines of each place under its name; those of an unknown one have no name above them."""
    for place, there in groupby(shown, key=lambda item: _place(work, language, item)):
        lines = [_line(work, language, item) for item in there]
        if place:
            lines.insert(0, work.catalog.text(language, "digest-place", place=_short(place)))
        yield "\n".join(lines)


def _line(work: Work, language: str, item: Item) -> str:
    return item.line(work, language) if item.is_public else item.ended_line(work, language)


def _place(work: Work, language: str, item: Item) -> str:
    """Where an item belongs, for reading; nothing when nobody knows."""
    return cards.place_in_words(work, language, item.place) if item.place else ""


def _short(place: str) -> str:
    return place if len(place) <= PLACE_LENGTH else f"{place[: PLACE_LENGTH - 1].rstrip()}…"


def _fits(text: str) -> bool:
    return utf16_length(plain(text)) <= LONGEST
