"""Subscribers: what each asked to hear of, and what still waits to be sent to them."""

from datetime import datetime

from sqlalchemy import Row, delete, or_, select, update

from domain.documents import Country
from domain.messages import DeliveryState, Lane
from domain.subscriptions import EVERYWHERE, Quiet, Subscriber, Topic
from storage.schema import broadcasts, deliveries, subscribers, subscriptions
from storage.transaction import Transaction


async def get(tx: Transaction, person_id: str) -> Subscriber | None:
    """What a person subscribed to; None for who is no subscriber."""
    row = (await tx.execute(select(subscribers).where(subscribers.c.person_id == person_id))).first()
    if row is None:
        return None
    asked = await tx.execute(
        select(subscriptions.c.topic, subscriptions.c.place).where(subscriptions.c.person_id == person_id)
    )
    return _subscriber(row, [(Topic(each.topic), each.place) for each in asked])


async def save(tx: Transaction, subscriber: Subscriber) -> None:
    """Store a subscriber in place of what was stored of them; ValueError without a topic.

    `since` is kept as it was first stored.
    """
    if not subscriber.topics:
        raise ValueError("who asks for nothing is no subscriber")
    changeable = {
        "country": subscriber.country.value if subscriber.country else None,
        "quiet_from": subscriber.quiet.start if subscriber.quiet else None,
        "quiet_until": subscriber.quiet.end if subscriber.quiet else None,
    }
    row = {"person_id": subscriber.person_id, "since": subscriber.since, **changeable}
    statement = tx.insert(subscribers).values(**row)
    await tx.execute(
        statement.on_conflict_do_update(index_elements=[subscribers.c.person_id], set_=changeable)
    )
    await _drop_subscriptions(tx, subscriber.person_id)
    await tx.execute(subscriptions.insert(), _rows(subscriber))


async def remove(tx: Transaction, person_id: str) -> None:
    """Forget that a person ever subscribed to anything."""
    await _drop_subscriptions(tx, person_id)
    await tx.execute(delete(subscribers).where(subscribers.c.person_id == person_id))


async def cancel_queued(tx: Transaction, person_id: str, now: datetime, topic: Topic | None = None) -> int:
    """Take back what waits to be sent to a person because they subscribed, to one topic or any; how much.

    That is broadcasts, and posts to one person: the news of finds. What is being sent this moment cannot
    be taken back.
    """
    finds = deliveries.c.lane == Lane.POST.value
    sent = deliveries.c.broadcast.is_not(None)
    if topic is not None:
        of_topic = select(broadcasts.c.id).where(broadcasts.c.topic == topic.value)
        sent = deliveries.c.broadcast.in_(of_topic)
    which = update(deliveries).where(
        deliveries.c.recipient == person_id,
        deliveries.c.state == DeliveryState.QUEUED.value,
        or_(sent, finds) if topic in (None, Topic.DOCUMENTS) else sent,
    )
    cancelled = await tx.execute(which.values(state=DeliveryState.CANCELLED.value, ended_at=now))
    return cancelled.rowcount


async def _drop_subscriptions(tx: Transaction, person_id: str) -> None:
    await tx.execute(delete(subscriptions).where(subscriptions.c.person_id == person_id))


def _rows(subscriber: Subscriber) -> list[dict[str, object]]:
    """One row for each topic, and for each place of the one topic that has places."""
    return [
        {"topic": topic.value, "place": place, "person_id": subscriber.person_id}
        for topic in Topic
        if topic in subscriber.topics
        for place in (subscriber.places if topic is Topic.DOCUMENTS else ()) or (EVERYWHERE,)
    ]


def _subscriber(row: Row[tuple[object, ...]], asked: list[tuple[Topic, str]]) -> Subscriber:
    return Subscriber(
        person_id=row.person_id,
        topics=frozenset(topic for topic, _ in asked),
        places=tuple(sorted(place for _, place in asked if place != EVERYWHERE)),
        country=Country(row.country) if row.country else None,
        quiet=Quiet(row.quiet_from, row.quiet_until) if row.quiet_from is not None else None,
        since=row.since,
    )
