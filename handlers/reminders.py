"""Reminders in chat: the answers of an owner who is asked whether they still look for a document."""

from domain.messages import Content
from domain.people import Person
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import reminders, watches
from relay.work import Work


async def looking(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "yes, still looking"; who answers when nobody waits any more may begin anew."""
    if await reminders.still_looking(work, person, incoming.after("looking:")):
        return Screen(Content(work.catalog.text(person.language, "care-lost-goes-on")))
    text = work.catalog.text(person.language, "care-lost-late")
    return Screen(Content(text, ((reminders.anew(work, person.language),),)))


async def at_home(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "I have it back"."""
    await watches.have_back(work, person, incoming.after("athome:"))
    return Screen(Content(work.catalog.text(person.language, "care-lost-home")))
