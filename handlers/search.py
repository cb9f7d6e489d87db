"""Search in chat: `/search` or just a typed name; a few masked cards, or a watch."""

from collections.abc import Sequence

from domain.documents import Report
from domain.forms import PREVIEW, SEARCH, Draft
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import cards, forms
from relay.search import search
from relay.work import Work


async def command(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/search` and `/search some name`."""
    if await forms.unfinished(work, person) is not None:
        return await people.open_form(work, person, SEARCH)
    draft = await forms.begin(work, person, SEARCH)
    if not incoming.argument:
        return questions.render(work, person, draft)
    return await _go_on(work, person, await forms.answer_text(work, draft, incoming.argument))


async def by_name(work: Work, person: Person, name: str) -> Screen:
    """Search for a name that was typed without any command."""
    draft = await forms.begin(work, person, SEARCH)
    return await _go_on(work, person, await forms.answer_text(work, draft, name))


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Show what was found."""
    found = await search(work, person, draft.answers)
    return Screen(_results(work, person, draft, found), in_place=True, draft=draft)


async def _go_on(work: Work, person: Person, draft: Draft) -> Screen:
    """Ask what is still missing, or show what was found."""
    if draft.at != PREVIEW:
        return questions.render(work, person, draft)
    return await finish(work, person, draft)


def _results(work: Work, person: Person, draft: Draft, found: Sequence[Report]) -> Content:
    language, name = person.language, draft.answers["name"]
    label = work.catalog.label
    if not found:
        watch = Button(label(language, "button-watch"), tap="watch")
        return Content(work.catalog.text(language, "search-nothing", name=name), ((watch,),))
    listed = "\n\n".join(cards.card(work, language, report) for report in found)
    text = work.catalog.text(language, "search-found", count=len(found), cards=Html(listed))
    mine = tuple(
        (Button(label(language, "button-mine-code", code=report.code), tap=f"claim:{report.code}"),)
        for report in found
    )
    return Content(text, (*mine, (Button(label(language, "button-none-mine"), tap="watch"),)))
