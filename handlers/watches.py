"""Watches in chat: `/lost`, what to do meanwhile, and the answers to a notice."""

from collections.abc import Sequence
from dataclasses import replace

from domain.documents import Report
from domain.forms import LOST, Draft
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, public_watches
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import cards, documents, watches
from relay.work import Work


async def lost(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/lost`."""
    refused = await people.gate(work, person, people.INTENT_LOST)
    return refused or await people.open_form(work, person, LOST)


async def after_search(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle the watch offered under a search: what was searched for need not be typed again."""
    refused = await people.gate(work, person, people.INTENT_WATCH)
    return refused or await people.open_watch(work, person)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Start the watch that was previewed; show at once what is already there, and what to do meanwhile."""
    watch, found, perhaps = await watches.save_watch(work, person, draft)
    country = work.catalog.label(person.language, f"country-{watch.country}")
    changed = "lost-changed" if draft.subject else "lost-saved"
    text = work.catalog.text(person.language, changed, name=watch.name)
    if watch.code:
        changed = work.catalog.text(person.language, "lost-public-changed")
        text = f"{text}\n\n{changed}"
    if not draft.subject:
        advice = work.catalog.text(person.language, "lost-advice", country=country, code=watch.country)
        text = f"{text}\n\n{advice}"
    offer = () if watch.code else public_watches.rows(work, person.language, watch)
    if found or perhaps:
        shown = _already_there(work, person, text, found, perhaps)
        return Screen(replace(shown, buttons=(*shown.buttons, *offer)), in_place=False)
    if offer:
        return Screen(Content(text, offer), in_place=False)
    return Screen(Content(text, menu=people.menu(work, person.language)), in_place=False)


async def decline(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "not mine": a watch goes on, and who has none is offered one."""
    report = await documents.public_report(work, incoming.after("decline:"))
    if await watches.decline(work, person, report):
        return Screen(Content(work.catalog.text(person.language, "match-declined", code=report.code)))
    watch = Button(work.catalog.label(person.language, "button-watch"), tap="watch")
    text = work.catalog.text(person.language, "claim-declined", code=report.code)
    return Screen(Content(text, ((watch,),)))


def _already_there(
    work: Work, person: Person, saved: str, found: Sequence[Report], perhaps: Sequence[Report]
) -> Content:
    """What was found before: the sure ones, then those that only may be theirs."""
    text = saved
    for text_id, reports in (("lost-already", found), ("lost-perhaps", perhaps)):
        listed = "\n\n".join(cards.card(work, person.language, report) for report in reports)
        if listed:
            text = work.catalog.text(person.language, text_id, saved=Html(text), cards=Html(listed))
    buttons = tuple(
        (
            Button(
                work.catalog.label(person.language, "button-mine-code", code=report.code),
                tap=f"claim:{report.code}",
            ),
        )
        for report in (*found, *perhaps)
    )
    return Content(text, buttons)
