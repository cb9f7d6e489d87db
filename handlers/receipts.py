"""Receipts in chat: a moderator covers what is nobody's business, and says what is published."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from domain.errors import Refusal
from domain.people import Person
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import cases, moderation, receipts, roles
from relay.receipts import Covering
from relay.work import Work

_Act: TypeAlias = Callable[[Work, Covering, str], Awaitable[Screen]]

OPEN: Final = "open"
_NOTHING: Final = "0"
"""The mask of a receipt of which nothing is covered."""


async def tapped(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a button of a receipt: `receipt:<case>:<verb>[.<value>]`, in whatever chat moderators act."""
    await roles.require_moderator(work, person, incoming.chat_id)
    case_id, _, what = incoming.after("receipt:").partition(":")
    verb, _, value = what.partition(".")
    held = await receipts.covering(work, await moderation.open_one(work, case_id))
    await roles.note_name(work, person, incoming.name)
    if verb == OPEN:
        recipient = cases.moderators_recipient(incoming.chat_id, person.id, private=incoming.private)
        await receipts.show(work, held, recipient)
        return Screen()
    act = _ACTS.get(verb)
    if act is None:
        raise Refusal("tap-stale")
    return await act(work, held, value)


async def _on(work: Work, held: Covering, cell: str) -> Screen:
    return await _with(work, held, held.cells | {_read(cell)})


async def _off(work: Work, held: Covering, cell: str) -> Screen:
    return await _with(work, held, held.cells - {_read(cell)})


async def _found(work: Work, held: Covering, _: str) -> Screen:
    return await _with(work, held, held.cells | (held.receipt.proposed or frozenset()))


async def _all(work: Work, held: Covering, _: str) -> Screen:
    return await _with(work, held, receipts.ALL)


async def _clear(work: Work, held: Covering, _: str) -> Screen:
    return await _with(work, held, frozenset())


async def _grid(work: Work, held: Covering, _: str) -> Screen:
    return Screen(await receipts.screen(work, held))


async def _show(work: Work, held: Covering, _: str) -> Screen:
    return Screen(await receipts.screen(work, held, as_published=True))


async def _publish(work: Work, held: Covering, mask: str) -> Screen:
    if mask == _NOTHING and not held.cells:
        return Screen(await receipts.ask_bare(work, held))
    return await _allow(work, held, mask)


async def _allow(work: Work, held: Covering, mask: str) -> Screen:
    allowed = await receipts.allow(work, held, mask)
    return Screen(await receipts.screen(work, allowed, as_published=True))


async def _withhold(work: Work, held: Covering, _: str) -> Screen:
    withheld = await receipts.withhold(work, held)
    toast = work.catalog.label(work.moderators_language, "receipt-withheld")
    return Screen(await receipts.screen(work, withheld), toast=toast)


_ACTS: Final[dict[str, _Act]] = {
    "on": _on,
    "off": _off,
    "found": _found,
    "all": _all,
    "clear": _clear,
    "grid": _grid,
    "show": _show,
    "publish": _publish,
    "bare": _allow,
    "withhold": _withhold,
}


async def _with(work: Work, held: Covering, cells: frozenset[int]) -> Screen:
    return Screen(await receipts.screen(work, await receipts.cover(work, held, cells)))


def _read(value: str) -> int:
    """The cell that a button names."""
    if not value.isdecimal() or int(value) not in receipts.ALL:
        raise Refusal("tap-stale")
    return int(value)
