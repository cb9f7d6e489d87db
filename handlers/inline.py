"""Inline in chat: `@bot name` typed anywhere; a few masked cards to choose from, or a door to the bot.

An appeal's code, details or a link of ours are checked instead, at a check's price.
"""

from collections.abc import Sequence
from functools import partial

from domain.documents import Report
from domain.inline import Choice, Door, InlineAnswer
from domain.messages import Button, Content
from domain.people import Person
from handlers import people
from handlers.incoming import Incoming
from handlers.screen import InlineScreen
from locales.dates import day_in_words
from relay import cards, check_cards, checks, inline
from relay.checks import Verdict
from relay.work import Work

HOME = "inline"
"""A start parameter that asks for nothing: the bot opens and says what can be done there."""


class Lookup:
    """Answers inline queries; what is being typed is remembered here and nowhere else."""

    def __init__(self) -> None:
        self._typing = inline.Typing()

    async def answer(self, work: Work, person: Person, incoming: Incoming) -> InlineScreen:
        """The cards for a full name, a verdict, or what to type; Refusal over the caps of either."""
        if person.is_banned:
            return InlineScreen(_answer(work, person, "banned-toast", HOME))
        if await checks.is_meant(work, incoming.text):
            return InlineScreen(await _checked(work, person, incoming.text))
        name = inline.name_in(incoming.text)
        if name is None:
            begun = any(map(str.isalpha, incoming.text))
            return InlineScreen(_answer(work, person, "inline-more" if begun else "inline-ask", HOME))
        former = self._typing.line(person.telegram_id, name, work.now)
        found, line = await inline.found(work, person, name, former)
        text_id = "button-none-mine" if found else "inline-nothing"
        return InlineScreen(
            _answer(work, person, text_id, people.INTENT_LOST, found),
            committed=partial(self._typing.keep, person.telegram_id, line),
        )


async def enough(work: Work, person: Person, incoming: Incoming) -> InlineScreen:
    """What whoever is over a cap is shown, whether or not there is something: the bot can wait for them."""
    if await checks.is_meant(work, incoming.text):
        return InlineScreen(_answer(work, person, "inline-check-enough", HOME))
    return InlineScreen(_answer(work, person, "inline-enough", people.INTENT_LOST))


async def _checked(work: Work, person: Person, text: str) -> InlineAnswer:
    """One verdict to choose; a number that is still being typed has none yet."""
    checked, language = await checks.ask(work, person, text), person.language
    if checked.verdict is Verdict.UNREADABLE:
        return _answer(work, person, "inline-check-more", people.INTENT_CHECK)
    choice = Choice(
        id=people.INTENT_CHECK,
        title=check_cards.short(work, language, checked),
        description=check_cards.what(work, language, checked),
        content=check_cards.shared(work, language, checked),
    )
    return InlineAnswer(Door(work.catalog.label(language, "inline-check"), people.INTENT_CHECK), (choice,))


def _answer(
    work: Work, person: Person, text_id: str, start: str, found: Sequence[Report] = ()
) -> InlineAnswer:
    door = Door(work.catalog.label(person.language, text_id), start)
    return InlineAnswer(door, tuple(_choice(work, person.language, report) for report in found))


def _choice(work: Work, language: str, report: Report) -> Choice:
    """One report: the public card, whose button opens the bot where it can be claimed."""
    label = work.catalog.label
    mine = Button(label(language, "button-mine"), url=cards.item_link(work, report))
    return Choice(
        id=report.code,
        title=label(
            language,
            "my-report",
            type=label(language, f"type-{report.type}"),
            name=cards.public_name(work, language, report.name),
        ),
        description=label(
            language,
            "inline-where",
            country=label(language, f"country-{report.country}"),
            place=cards.place_in_words(work, language, report.place),
            day=day_in_words(language, report.day),
            code=report.code,
        ),
        content=Content(cards.card(work, language, report), ((mine,),)),
    )
