"""Subscribing: what a person chooses to hear of, where, and when; and the end of it all at once."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.documents import Country
from domain.errors import Refusal
from domain.forms import NEAR
from domain.people import Person
from domain.subscriptions import (
    EVERYWHERE,
    MOST_PLACES,
    QUIET_AT_NIGHT,
    Quiet,
    Subscriber,
    Topic,
    zone_of,
)
from relay import forms
from relay.work import Work
from storage import subscribers

QUIETS: Final = (QUIET_AT_NIGHT, Quiet(23, 7), Quiet(21, 9))
"""The quiet hours that are offered; the first stand until somebody chooses."""


async def of(work: Work, person: Person) -> Subscriber | None:
    """What a person has subscribed to; None for who has to nothing."""
    return await subscribers.get(work.tx, person.id)


def read_link(work: Work, payload: str) -> tuple[Topic, str] | None:
    """What `<topic>` or `documents_<gazetteer code>` of a link stands for; None for what is unknown here."""
    name, _, place = payload.partition("_")
    if name not in set(Topic):
        return None
    known = work.gazetteer.get(place) is not None and name == Topic.DOCUMENTS
    return (Topic(name), place) if known or not place else None


async def follow(work: Work, person: Person, topic: Topic, place: str = EVERYWHERE) -> Subscriber:
    """Subscribe as a link asks. A place comes to those chosen before; no link takes one of them away.

    Refusal when it would be one place too many.
    """
    now = await of(work, person)
    if now is None or topic not in now.topics:
        return await choose(work, person, topic, place)
    if topic is not Topic.DOCUMENTS or place == EVERYWHERE:
        return now
    return await _near(work, now, place)


async def choose(work: Work, person: Person, topic: Topic, place: str = EVERYWHERE) -> Subscriber:
    """Subscribe to a topic; who hears of it already changes nothing."""
    now = await of(work, person) or _newcomer(work, person)
    if topic in now.topics:
        return now
    places = (place,) if place != EVERYWHERE else now.places
    return await _saved(work, replace(now, topics=now.topics | {topic}, places=places))


async def leave(work: Work, person: Person, topic: Topic) -> Subscriber | None:
    """End one topic, and what waits to be sent of it; None when no other is left."""
    now = await of(work, person)
    if now is None or topic not in now.topics:
        return now
    left = replace(now, topics=now.topics - {topic})
    if topic is Topic.DOCUMENTS:
        left = replace(left, places=())
    if not left.topics:
        await stop(work, person)
        return None
    await subscribers.cancel_queued(work.tx, person.id, work.now, topic)
    return await _saved(work, left)


async def add_place(work: Work, person: Person, code: str) -> Subscriber:
    """Hear of documents near a place, and of none elsewhere but the places chosen before.

    Refusal for one too many.
    """
    now = await choose(work, person, Topic.DOCUMENTS, code)
    return await _near(work, now, code)


async def drop_place(work: Work, person: Person, code: str) -> Subscriber | None:
    """Hear no more of a place. With the last one documents end: who asks for less is not to hear of more."""
    now = await _present(work, person)
    if code not in now.places:
        return now
    left = tuple(place for place in now.places if place != code)
    if not left:
        return await leave(work, person, Topic.DOCUMENTS)
    return await _saved(work, replace(now, places=left))


async def everywhere(work: Work, person: Person) -> Subscriber:
    """Hear of documents wherever they are found."""
    now = await _present(work, person)
    if Topic.DOCUMENTS not in now.topics:
        raise Refusal("tap-stale")
    return await _saved(work, replace(now, places=()))


async def choose_country(work: Work, person: Person, country: Country | None) -> Subscriber:
    """Leave out what is meant for other countries only; None leaves out nothing."""
    return await _saved(work, replace(await _present(work, person), country=country))


async def choose_quiet(work: Work, person: Person, quiet: Quiet | None) -> Subscriber:
    """Hear nothing in these hours; None when any hour is right."""
    return await _saved(work, replace(await _present(work, person), quiet=quiet))


async def stop(work: Work, person: Person) -> None:
    """End everything somebody subscribed to, at once: what waits to be sent is not sent any more."""
    await subscribers.remove(work.tx, person.id)
    await subscribers.cancel_queued(work.tx, person.id, work.now)
    draft = await forms.current(work, person)
    if draft is not None and draft.form == NEAR.key:
        await forms.drop(work, person)


def clock_of(work: Work, subscriber: Subscriber) -> datetime:
    """What the clock on the wall shows that a subscriber's quiet hours go by."""
    return work.now.astimezone(zone_of(subscriber.country, work.policy.zone))


async def _near(work: Work, now: Subscriber, place: str) -> Subscriber:
    """The same with one place more."""
    places = tuple(sorted({*now.places, place}))
    if len(places) > MOST_PLACES:
        raise Refusal("news-too-many-places", limit=MOST_PLACES)
    return await _saved(work, replace(now, places=places))


async def _present(work: Work, person: Person) -> Subscriber:
    """A subscriber whose choices are being changed; Refusal when they are none by now."""
    now = await of(work, person)
    if now is None:
        raise Refusal("tap-stale")
    return now


def _newcomer(work: Work, person: Person) -> Subscriber:
    return Subscriber(person.id, frozenset(), (), None, QUIET_AT_NIGHT, work.now)


async def _saved(work: Work, subscriber: Subscriber) -> Subscriber:
    await subscribers.save(work.tx, subscriber)
    return subscriber
