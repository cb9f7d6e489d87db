"""The way in: `/start`, the language, the consent, and on to what the person came for."""

from domain.documents import GAZETTEER_PREFIX
from domain.forms import FOUND, LOST, MEDICAL
from domain.people import Person
from handlers import (
    appeals,
    checks,
    claims,
    doctors,
    ledger,
    medical,
    medical_answers,
    outcomes,
    people,
    public_watches,
    subscriptions,
)
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay.people import agree as agree_to_terms
from relay.people import choose_language, intend
from relay.work import Work

LONGEST_PAYLOAD = 64  # characters, core.telegram.org/bots/features#deep-linking


async def start(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/start` and deep links: a language first, then what the link is for."""
    person = await intend(work, person, _intent(incoming.argument))
    if not person.language_chosen:
        return people.languages(work, person)
    return await _resume(work, person)


async def pick_language(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a language button; the first time, or before the consent, it leads on to what was begun."""
    waits = not person.language_chosen or person.intent is not None
    person = await choose_language(work, person, incoming.after("language:"))
    if waits:
        return await _resume(work, person)
    return people.with_menu(work, person, work.catalog.text(person.language, "language-changed"))


async def agree(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle the consent button and go on with what the person came for."""
    return await _resume(work, await agree_to_terms(work, person))


async def _resume(work: Work, person: Person) -> Screen:
    """Go on with what a person came for; everything but looking at a document needs the consent first."""
    intent = person.intent or ""
    kind, _, value = intent.partition("_")
    looks = kind in _LOOKS or (kind == people.INTENT_WATCH and value)
    refused = None if looks else await people.gate(work, person, intent)
    if refused is not None:
        return refused
    await intend(work, person, None)
    return await _go_on(work, person, kind, value)


async def _go_on(work: Work, person: Person, kind: str, value: str) -> Screen:
    match kind:
        case people.INTENT_FOUND:
            given = {"place": f"{GAZETTEER_PREFIX}{value}"} if work.gazetteer.get(value) else None
            return await people.open_form(work, person, FOUND, given)
        case people.INTENT_LOST:
            return await people.open_form(work, person, LOST)
        case people.INTENT_MEDICAL:
            return await people.open_form(work, person, MEDICAL)
        case people.INTENT_WATCH if not value:
            return await people.open_watch(work, person)
        case _ if kind in _OPENS:
            return await _OPENS[kind](work, person, value)
        case _:
            return people.with_menu(work, person, work.catalog.text(person.language, "home"))


def _intent(argument: str) -> str | None:
    known = argument.partition("_")[0] in people.INTENTS
    return argument if known and len(argument) <= LONGEST_PAYLOAD else None


_LOOKS = (
    people.INTENT_REPORT,
    people.INTENT_QUESTION,
    people.INTENT_DOCTOR,
    people.INTENT_SEE_APPEAL,
    people.INTENT_CHECK,
)
"""What anybody may look at without having agreed to anything."""

_OPENS = {
    people.INTENT_QUESTION: medical.card,
    people.INTENT_RECOMMEND: medical_answers.begin,
    people.INTENT_COMPLETE: medical_answers.completing,
    people.INTENT_DOCTOR: doctors.card,
    people.INTENT_REPORT: people.report_card,
    people.INTENT_WATCH: public_watches.card,
    people.INTENT_SEEN: public_watches.report,
    people.INTENT_CLAIM: claims.after_consent,
    people.INTENT_TOPIC: subscriptions.follow,
    people.INTENT_APPEAL: appeals.asked_for,
    people.INTENT_SEE_APPEAL: appeals.card,
    people.INTENT_CHECK: checks.linked,
    people.INTENT_OUTCOME: outcomes.linked,
    people.INTENT_CANCEL: appeals.cancel_linked,
    people.INTENT_LEDGER: ledger.linked,
}
"""What is opened by the rest of a link."""
