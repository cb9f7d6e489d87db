"""Checks in chat: whoever is asked for money asks us first, by a code, a number or a link."""

from dataclasses import replace

from domain.appeal_forms import CHECK
from domain.errors import Refusal
from domain.forms import Draft
from domain.people import Person
from handlers import people
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import check_cards, checks, forms
from relay.work import Work


async def command(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/check` and `/check K7M4Q`; it needs no consent, since a stranger comes from a post."""
    if incoming.argument:
        return await _answered(work, person, incoming.argument)
    return await people.open_form(work, person, CHECK)


async def again(work: Work, person: Person, _: Incoming) -> Screen:
    """Ask for the next thing to check in a message of its own: the verdict above stays to be read."""
    asked = await people.open_form(work, person, CHECK)
    return replace(asked, in_place=False, closes=False)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Answer what a form asked for; the form goes with what was typed, also when the day's cap says no."""
    await forms.drop(work, person)
    try:
        return await _answered(work, person, draft.answers["looked_up"])
    except Refusal as refusal:
        text = work.catalog.text(person.language, refusal.text_id, **refusal.values)
        return people.with_menu(work, person, text)


async def linked(work: Work, person: Person, code: str) -> Screen:
    """Answer the link of a post or of an answer that somebody passed on; without a code, ask for one."""
    if not code:
        return await people.open_form(work, person, CHECK)
    return await _answered(work, person, code)


async def typed(work: Work, person: Person, text: str) -> Screen | None:
    """Answer what was typed when it is nothing but details, a link of ours or an appeal's code; else None."""
    return await _answered(work, person, text) if await checks.is_meant(work, text) else None


async def _answered(work: Work, person: Person, text: str) -> Screen:
    checked = await checks.ask(work, person, text)
    return Screen(check_cards.answer(work, person.language, checked), in_place=False)
