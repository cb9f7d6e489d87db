"""People: meeting one, their language, their consent, their way back after blocking the bot."""

from dataclasses import replace

from domain.errors import Refusal
from domain.people import Person
from locales.choice import NAMES, choose
from relay.work import Work
from storage import bans, conversations, outbox, people


async def meet(
    work: Work, telegram_id: int, client_language: str | None, *, in_private: bool = True
) -> Person:
    """The person who acts, made known now if new.

    A person who had blocked the bot and comes to it again is reachable, and what they missed is queued.
    """
    person = await people.find(work.tx, telegram_id, work.now)
    if person is None:
        return await _welcome(work, telegram_id, client_language)
    if person.reachable or not in_private:
        return person
    person = replace(person, reachable=True)
    await people.save(work.tx, person)
    await outbox.requeue_unreachable(work.tx, person.id, work.now)
    await conversations.mark_present(work.tx, person.id)
    return person


async def is_known(work: Work, telegram_id: int) -> bool:
    """Whether there is such a person."""
    return await people.find(work.tx, telegram_id, work.now) is not None


async def choose_language(work: Work, person: Person, language: str) -> Person:
    """Remember the language a person picked; Refusal for one that is not spoken."""
    if language not in NAMES:
        raise Refusal("tap-stale")
    return await _saved(work, replace(person, language=language, language_chosen=True))


async def agree(work: Work, person: Person) -> Person:
    """Remember that a person agreed to how their reports are kept, once."""
    if person.consented_at is not None:
        return person
    return await _saved(work, replace(person, consented_at=work.now))


async def intend(work: Work, person: Person, intent: str | None) -> Person:
    """Remember what a person came for until they have a language and a consent; None when it is done."""
    if person.intent == intent:
        return person
    return await _saved(work, replace(person, intent=intent))


async def blocked(work: Work, person: Person) -> None:
    """Remember that a person stopped the bot."""
    await people.mark_unreachable(work.tx, person.id)


async def _saved(work: Work, person: Person) -> Person:
    await people.save(work.tx, person)
    return person


async def _welcome(work: Work, telegram_id: int, client_language: str | None) -> Person:
    person = Person(
        id=work.new_id(),
        telegram_id=telegram_id,
        language=choose(client_language),
        language_chosen=False,
        consented_at=None,
        reachable=True,
        intent=None,
        known_since=work.now,
    )
    await people.add(work.tx, person)
    return replace(person, ban=await bans.find(work.tx, telegram_id, work.now))
