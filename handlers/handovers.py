"""Handovers in chat: the owner shows a code, the finder types it, or both say that it is done."""

import re

from domain.forms import HAND_IN, HANDOVER, STORY, Draft
from domain.ids import read_code
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, questions
from handlers.boundary import Handler
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import cards, conversations, documents, forms, handovers, roles, stories
from relay.handovers import Returned, WrongCode
from relay.work import Work

_BY_COURIER = re.compile(r"^(\S{5})\s+(\d{6})$")


async def show_code(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show the owner the six digits that they say when the document is in their hands."""
    conversation = await handovers.code_of(work, person, incoming.after("code:"))
    text = work.catalog.text(person.language, "handover-code-shown", digits=conversation.code)
    received = Button(
        work.catalog.label(person.language, "button-received"), tap=f"received:{conversation.id}"
    )
    return Screen(Content(text, ((received,),)), in_place=False, closes=False)


async def ask_code(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask the finder for the code that the owner says."""
    conversation = await handovers.of_finder(work, person, incoming.after("handed:"))
    draft = await forms.begin_about(work, person, HANDOVER, conversation.id)
    return questions.beside(work, person, draft)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Compare the code."""
    return _told(work, person, await handovers.by_code(work, person, draft), draft.subject or "")


async def given(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle the finder's "I gave it back"."""
    return await _confirmed(work, person, incoming.after("given:"))


async def received(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle the owner's "I have it"."""
    return await _confirmed(work, person, incoming.after("received:"))


def or_brought(handler: Handler) -> Handler:
    """The handler of what a person types, unless it is a courier's `K7M4Q 123456` at the owner's door."""

    async def served(work: Work, person: Person, incoming: Incoming) -> Screen:
        return await _by_courier(work, person, incoming.text) or await handler(work, person, incoming)

    return served


async def _by_courier(work: Work, person: Person, text: str) -> Screen | None:
    typed = _BY_COURIER.match(text.strip())
    code = read_code(typed[1]) if typed else None
    if typed is None or code is None or not await roles.is_courier(work, person):
        return None
    return _told(work, person, await handovers.by_courier(work, code, typed[2]), "")


async def hand_in(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask where the finder has left the document."""
    refused = await people.gate(work, person, "")
    if refused is not None:
        return refused
    report = await documents.own(work, person, incoming.after("handin:"))
    draft = await forms.begin_about(work, person, HAND_IN, report.id)
    return questions.render(work, person, draft)


async def finish_hand_in(work: Work, person: Person, draft: Draft) -> Screen:
    """Say where the document is now."""
    report = await documents.hand_in(work, person, draft)
    card = Html(cards.card(work, person.language, report))
    return people.with_menu(work, person, work.catalog.text(person.language, "handed-in-done", card=card))


async def story(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask for a line of thanks for the channel."""
    report = await stories.returned_report(work, person, incoming.after("story:"))
    draft = await forms.begin_about(work, person, STORY, report.id)
    return questions.beside(work, person, draft)


async def finish_story(work: Work, person: Person, draft: Draft) -> Screen:
    """Give the line to the moderators."""
    await stories.offer(work, person, draft)
    return people.with_menu(work, person, work.catalog.text(person.language, "story-done"))


async def _confirmed(work: Work, person: Person, conversation_id: str) -> Screen:
    done = await handovers.confirm(work, person, conversation_id)
    if done is not None:
        return _returned(work, person, done)
    conversation = await conversations.own(work, person, conversation_id)
    report = await conversations.report_of(work, conversation)
    return Screen(Content(work.catalog.text(person.language, "handover-waits", code=report.code)))


def _told(work: Work, person: Person, outcome: Returned | WrongCode, conversation_id: str) -> Screen:
    match outcome:
        case Returned():
            return _returned(work, person, outcome)
        case WrongCode(0):
            text, way_on = work.catalog.text(person.language, "handover-no-tries"), "given"
        case WrongCode(left):
            text, way_on = work.catalog.text(person.language, "handover-wrong", count=left), "handed"
    text_id = "button-given" if way_on == "given" else "button-try-again"
    button = Button(work.catalog.label(person.language, text_id), tap=f"{way_on}:{conversation_id}")
    return Screen(Content(text, ((button,),) if conversation_id else ()), in_place=False)


def _returned(work: Work, person: Person, done: Returned) -> Screen:
    text = work.catalog.text(person.language, "handover-done", code=done.report.code)
    return Screen(Content(text, menu=people.menu(work, person.language)), in_place=False)
