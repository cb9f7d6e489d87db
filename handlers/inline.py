"""Inline in chat: `@bot name` typed anywhere; a few masked cards to choose from, or a door to the bot."""

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
from relay import cards, inline
from relay.work import Work

HOME = "inline"
"""A start parameter that asks for nothing: the bot opens and says what can be done there."""


class Lookup:
    """Answers inline queries; what is being typed is remembered here and nowhere else."""

    def __init__(self) -> None:
        self._typing = inline.Typing()

    async def answer(self, work: Work, person: Person, incoming: Incoming) -> InlineScreen:
        """The cards for a full name, otherwise what to type; Refusal over the caps of a search."""
        if person.is_banned:
            return InlineScreen(_answer(work, person, "banned-toast", HOME))
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


async def enough(work: Work, person: Person, _: Incoming) -> InlineScreen:
    """What whoever is over a cap is shown, whether or not there is something: the bot can wait for them."""
    return InlineScreen(_answer(work, person, "inline-enough", people.INTENT_LOST))


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
