"""Claims in chat: "this is mine", said twice, brings a volunteer."""

from domain.errors import Refusal
from domain.messages import Button, Content
from domain.people import Person
from handlers import people
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import cards, claims, documents
from relay.work import Work


async def ask(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show what will happen before a volunteer is called; the list or notice tapped stays as it is."""
    report = await documents.open_report(work, incoming.after("claim:"))
    label = work.catalog.label
    card = Html(cards.card(work, person.language, report))
    yes = Button(label(person.language, "button-mine-sure"), tap=f"claimed:{report.code}")
    no = Button(label(person.language, "button-not-mine"), tap=f"decline:{report.code}")
    content = Content(work.catalog.text(person.language, "claim-ask", card=card), ((yes,), (no,)))
    return Screen(content, in_place=False, closes=False)


async def claim(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Call the volunteer, once the person has agreed."""
    code = incoming.after("claimed:")
    refused = await people.gate(work, person, f"{people.INTENT_CLAIM}_{code}")
    return refused or await _told(work, person, code)


async def after_consent(work: Work, person: Person, code: str) -> Screen:
    """Go on with a claim that waited for the consent; a refusal takes the consent's place."""
    try:
        return await _told(work, person, code)
    except Refusal as refusal:
        return Screen(Content(work.catalog.text(person.language, refusal.text_id, **refusal.values)))


async def _told(work: Work, person: Person, code: str) -> Screen:
    report = await claims.claim(work, person, code)
    return Screen(Content(work.catalog.text(person.language, "claim-told", code=report.code)))
