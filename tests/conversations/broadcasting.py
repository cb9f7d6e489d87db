"""Broadcasts in the stories: who subscribed, how one is written and started, what its card says."""

from datetime import datetime, timedelta

from sqlalchemy import select

from domain.subscriptions import Quiet, Subscriber, Topic
from relay import broadcasts as product
from relay.work import Work
from sandbox.person import Person
from storage import people, subscribers
from storage.schema import broadcasts, deliveries
from storage.transaction import Transaction
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted
from tests.conversations.machine import Machine
from tests.conversations.moderating import first_person
from tests.conversations.steps import picks, presses, words

NEWS = "Снег на перевале.\nПодробности: https://example.org/snow?a=1&b=2"
NEWS_KK = "Асуда қар <жауып> тұр & жол жабық"


async def with_owner(make_desk: MakeDesk, language: str, **changes: object) -> tuple[Machine, Person]:
    """A desk, and its owner, who writes to the bot in private."""
    desk = await make_desk(owner_ids=(first_person(),), **changes)
    assert isinstance(desk, Machine)
    return desk, await acquainted(desk, "Timur", language)


async def subscribed(
    desk: Desk,
    name: str,
    language: str,
    *topics: Topic,
    quiet: Quiet | None = None,
    since: datetime | None = None,
) -> Person:
    """Somebody who asked to hear of things, of appeals if nothing else is said, at any hour."""
    person = await acquainted(desk, name, language)

    async def subscribe(work: Work) -> None:
        known = await people.find(work.tx, person.id, work.now)
        assert known is not None
        asked = frozenset(topics or {Topic.APPEALS})
        await subscribers.save(work.tx, Subscriber(known.id, asked, (), None, quiet, since or work.now))

    await desk.app.relay.work(subscribe)
    return person


async def writes(person: Person, *, ru: str = NEWS, kk: str = "", topic: str = "everybody") -> None:
    """Walk `/broadcast` up to its preview."""
    await person.sends("/broadcast")
    for text in (kk, "", ru, ""):
        if text:
            await person.sends(text)
        else:
            await presses(person, "skip")
    await picks(person, topic)


async def taps_go(person: Person) -> None:
    """The second tap."""
    await person.taps(button_data(person, "broadcast:go:"))


async def starts(desk: Desk, person: Person) -> None:
    """Tap twice, and let the clock do the rest."""
    await presses(person, "send")
    await taps_go(person)
    await desk.tick()


async def after(desk: Desk, wait: timedelta = timedelta(seconds=6)) -> None:
    desk.world.clock.wind(wait)
    await desk.tick()


def times_got(person: Person, words_of_it: str) -> int:
    return sum(message.text == words_of_it for message in person.messages)


def card_of(person: Person, state: str, language: str) -> str:
    """The oldest card in this state that shows numbers: the message that is changed in place."""
    head = words(language, "broadcast-head", state=words(language, f"broadcast-state-{state}"))
    found = [message.text for message in person.messages if message.text.startswith(head)]
    return next(text for text in found if "%" in text)


def numbers_of(person: Person, state: str, language: str = "ru") -> list[int]:
    """Recipients, delivered, blocked, in doubt, failed: as that card says."""
    lines = card_of(person, state, language).splitlines()
    start = next(number for number, line in enumerate(lines) if "%" in line)
    return [int(line.rpartition(": ")[2]) for line in lines[start + 1 : start + 6]]


async def held_states(desk: Desk) -> dict[str, int]:
    """How many deliveries of broadcasts stand in each state."""

    async def count(tx: Transaction) -> dict[str, int]:
        states = select(deliveries.c.state).where(deliveries.c.broadcast.is_not(None))
        found = list((await tx.execute(states)).scalars())
        return {state: found.count(state) for state in found}

    return await desk.app.relay.database.read(count)


async def writes_another(person: Person) -> None:
    await person.sends("/broadcast")
    await person.taps("broadcast:new")
    await presses(person, "skip", "skip")
    await person.sends(NEWS)
    await presses(person, "skip")
    await picks(person, "everybody")


def button_data(person: Person, start: str) -> str:
    held = [str(button.get("callback_data", "")) for button in person.messages[-1].buttons]
    return next(data for data in held if data.startswith(start))


async def only_one(desk: Desk) -> str:
    async def look(tx: Transaction) -> str:
        return str((await tx.execute(select(broadcasts.c.id))).scalar_one())

    return await desk.app.relay.database.read(look)


async def fills(desk: Desk) -> None:
    """Let the clock write the audience, and nothing leave."""
    while await desk.app.relay.work(product.advance):
        pass
