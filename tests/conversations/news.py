"""What the stories of news have in common: who asked for what, and what waits to be sent to them."""

from datetime import timedelta

from domain.broadcasts import Audience, Broadcast, BroadcastState
from domain.messages import Content, DeliveryState
from domain.subscriptions import Subscriber, Topic
from relay import people, subscriptions
from relay.work import Work
from sandbox.person import Person
from storage import audiences, broadcasts, outbox
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted
from tests.conversations.steps import label

NEWS = "Субботняя ярмарка в Таразе"
LINK = "https://t.me/tabyldy_bot?start=topic_"
NIGHT = timedelta(hours=10)


async def subscription(desk: Desk, person: Person) -> Subscriber | None:
    """What is stored of what a person asked for."""

    async def look(work: Work) -> Subscriber | None:
        return await subscriptions.of(work, await people.meet(work, person.id, None))

    return await desk.app.relay.work(look)


async def chosen(desk: Desk, person: Person) -> Subscriber:
    """The same of somebody who did ask."""
    found = await subscription(desk, person)
    assert found is not None
    return found


async def opens_news(person: Person) -> None:
    await person.sends("/settings")
    await person.taps(label(person, "button-news"))


async def subscribed(desk: Desk, name: str, language: str, *payloads: str) -> Person:
    """Somebody who followed these links."""
    person = await acquainted(desk, name, language)
    for payload in payloads:
        await person.opens(f"{LINK}{payload}")
    return person


async def audience(desk: Desk) -> int:
    """How many a broadcast to everybody would reach now."""

    async def count(work: Work) -> int:
        return sum(group.count for group in await audiences.groups(work.tx, Audience(), work.now))

    return await desk.app.relay.work(count)


async def awaits(desk: Desk, person: Person, topic: Topic | None) -> str:
    """A delivery of a broadcast that waits for the end of somebody's quiet hours."""

    async def queue(work: Work) -> str:
        known = await people.meet(work, person.id, None)
        broadcast = Broadcast(
            id=work.new_id(),
            author_id=known.id,
            state=BroadcastState.RUNNING,
            audience=Audience(topic),
            starts_at=work.now,
            created_at=work.now,
            started_at=work.now,
        )
        await broadcasts.add(work.tx, broadcast)
        message, delivery = work.new_id(), work.new_id()
        await broadcasts.put_text(work.tx, broadcast, message, Content(NEWS), [known.language])
        part = broadcasts.Part(delivery, known.id, message, work.now + NIGHT)
        await broadcasts.write(work.tx, broadcast.id, [part])
        return delivery

    return await desk.app.relay.work(queue)


async def state_of(desk: Desk, delivery: str) -> DeliveryState | None:
    return await desk.app.relay.work(lambda work: outbox.state_of(work.tx, delivery))
