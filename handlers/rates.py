"""Rates in chat: moderators say what a currency is worth, and see what is known."""

from domain.messages import Content
from domain.people import Person
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import rates, roles
from relay.work import Work


async def command(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/rate`: with words it enters a rate, without it lists what is known and how to write one."""
    await roles.require_moderator(work, person, incoming.chat_id)
    language = work.moderators_language
    if incoming.argument:
        rate = await rates.enter(work, person, incoming.argument)
        entered = Html(rates.line(work, language, rate))
        return Screen(Content(work.catalog.text(language, "rate-entered", rate=entered)))
    known = [rates.line(work, language, rate) for rate in await rates.known(work)]
    listed = Html("\n".join(known or [work.catalog.text(language, "rates-none")]))
    return Screen(Content(work.catalog.text(language, "rates-list", rates=listed)))
