"""Audiences: which subscribers a broadcast is for, counted before it starts and read page by page after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select

from domain.broadcasts import Audience, Broadcast
from domain.documents import Country
from domain.people import BanKind
from domain.subscriptions import EVERYWHERE, Quiet, Topic
from storage.schema import bans, people, subscribers, subscriptions
from storage.transaction import Transaction

READERS: Final = subscribers.join(people, people.c.id == subscribers.c.person_id)
HOURS: Final = (subscribers.c.country, subscribers.c.quiet_from, subscribers.c.quiet_until)
"""What `country_in` and `quiet_in` read."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody in the audience: the language they read, and what their quiet hours go by."""

    person_id: str
    language: str
    country: Country | None
    quiet: Quiet | None


@dataclass(frozen=True, slots=True)
class Group:
    """How many in the audience are alike in language and quiet hours."""

    language: str
    country: Country | None
    quiet: Quiet | None
    count: int


async def groups(tx: Transaction, audience: Audience, now: datetime) -> Sequence[Group]:
    """The audience as it is now, counted: people alike in language and quiet hours together."""
    alike = (people.c.language, *HOURS)
    rows = await tx.execute(
        select(*alike, func.count().label("people"))
        .select_from(READERS)
        .where(*meant(audience, now))
        .group_by(*alike)
    )
    return [Group(row.language, country_in(row), quiet_in(row), row.people) for row in rows]


async def page(tx: Transaction, broadcast: Broadcast, now: datetime, limit: int) -> Sequence[Reader]:
    """The next people of the audience behind whom it is written; late subscribers are not in it."""
    rows = await tx.execute(
        select(subscribers.c.person_id, people.c.language, *HOURS)
        .select_from(READERS)
        .where(
            subscribers.c.person_id > broadcast.reached,
            subscribers.c.since <= broadcast.started_at,
            *meant(broadcast.audience, now),
        )
        .order_by(subscribers.c.person_id)
        .limit(limit)
    )
    return [Reader(row.person_id, row.language, country_in(row), quiet_in(row)) for row in rows]


def meant(audience: Audience, now: datetime) -> list[ColumnElement[bool]]:
    """Who a broadcast is for: those who asked for it, want it there and so, and can get it now."""
    asked = subscriptions.c.person_id == subscribers.c.person_id
    if audience.place != EVERYWHERE:
        places = subscriptions.c.place.in_([EVERYWHERE, audience.place])
        asked = and_(asked, subscriptions.c.topic == Topic.DOCUMENTS.value, places)
    elif audience.topic is not None:
        # Without statistics SQLite would walk through the whole topic for each person; a topic in no index
        # leaves it the way by the person.
        asked = and_(asked, subscriptions.c.topic.concat("") == audience.topic.value)
    conditions = [exists().where(asked), *reachable(now)]
    if audience.country is not None:
        own = subscribers.c.country
        conditions.append(or_(own.is_(None), own == audience.country.value))
    if audience.language is not None:
        conditions.append(people.c.language == audience.language)
    return conditions


def reachable(now: datetime) -> list[ColumnElement[bool]]:
    """Who has let the bot in and is not kept out; who is kept out in silence must not notice it."""
    banned = exists().where(
        bans.c.telegram_key == people.c.telegram_key,
        bans.c.kind == BanKind.BAN.value,
        or_(bans.c.until.is_(None), bans.c.until > now),
    )
    return [people.c.reachable.is_(True), ~banned]


def country_in(row: Row[Any]) -> Country | None:
    """The country that a subscriber chose."""
    return Country(row.country) if row.country else None


def quiet_in(row: Row[Any]) -> Quiet | None:
    """A subscriber's quiet hours."""
    return Quiet(row.quiet_from, row.quiet_until) if row.quiet_from is not None else None
