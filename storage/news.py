"""News of finds: how far each is told to those who follow its place, and what is written to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import and_, delete, exists, select, update

from domain.documents import PUBLIC_STATES, Country
from domain.messages import Content, DeliveryState, Lane, OnDoubt
from domain.subscriptions import Quiet, Topic
from storage import counters, outbox
from storage.audiences import HOURS, READERS, country_in, quiet_in, reachable
from storage.broadcasts import Part, Waiting
from storage.people import open_telegram_id
from storage.schema import deliveries, mentions, messages, news, people, reports, subscribers, subscriptions
from storage.transaction import Transaction

EVERYBODY: Final = "f" * 32
"""The id after all others: up to it a find is told."""


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who is to hear of a find: their language, their quiet hours, their mark among the counters."""

    person_id: str
    seeker: str
    language: str
    country: Country | None
    quiet: Quiet | None


async def begin(tx: Transaction, report_id: str) -> None:
    """Note a find that is to be told; one that was noted before, told or not, stays as it is."""
    row = {"report_id": report_id, "reached": ""}
    await tx.execute(tx.insert(news).values(row).on_conflict_do_nothing())


async def next_one(tx: Transaction) -> tuple[str, str] | None:
    """The oldest public find that is not told to everybody: its report, and the person it has reached."""
    public = exists().where(
        reports.c.id == news.c.report_id, reports.c.state.in_([state.value for state in PUBLIC_STATES])
    )
    left = select(news).where(news.c.reached != EVERYBODY, public).order_by(news.c.report_id).limit(1)
    row = (await tx.execute(left.with_for_update(of=news))).first()
    return (row.report_id, row.reached) if row else None


async def reach(tx: Transaction, report_id: str, reached: str) -> None:
    """Note up to whom a find is told."""
    await tx.execute(update(news).where(news.c.report_id == report_id).values(reached=reached))


async def forget(tx: Transaction, report_id: str) -> None:
    """Forget how far a find was told."""
    await tx.execute(delete(news).where(news.c.report_id == report_id))


async def following(tx: Transaction, places: Sequence[str], after: str, limit: int) -> Sequence[str]:
    """The next people who follow any of these places (gazetteer codes), each once, by id."""
    rows = await tx.execute(
        select(subscriptions.c.person_id)
        .where(
            subscriptions.c.topic == Topic.DOCUMENTS.value,
            subscriptions.c.place.in_(places),
            subscriptions.c.person_id > after,
        )
        .distinct()
        .order_by(subscriptions.c.person_id)
        .limit(limit)
    )
    return list(rows.scalars())


async def followers(
    tx: Transaction, report_id: str, among: Sequence[str], now: datetime
) -> Sequence[Follower]:
    """Those of these people who are to hear of a find.

    Not its finder, nor who was told of it as an owner who waits, nor who cannot or must not be written to.
    """
    finder = select(reports.c.finder_id).where(reports.c.id == report_id).scalar_subquery()
    told = exists().where(
        mentions.c.report_id == report_id,
        deliveries.c.id == mentions.c.delivery_id,
        deliveries.c.recipient == people.c.id,
    )
    rows = await tx.execute(
        select(people.c.id, people.c.telegram_id, people.c.language, *HOURS)
        .select_from(READERS)
        .where(people.c.id.in_(among), people.c.id != finder, ~told, *reachable(now))
        .order_by(people.c.id)
    )
    return [
        Follower(
            person_id=row.id,
            seeker=counters.seeker(tx, open_telegram_id(tx, row.id, row.telegram_id)),
            language=row.language,
            country=country_in(row),
            quiet=quiet_in(row),
        )
        for row in rows
    ]


async def put_text(tx: Transaction, message: str, content: Content, now: datetime) -> None:
    """Store the message for the followers of one language; one that is stored already stays as it is."""
    row = {"id": message, "content": outbox.sealed(tx, message, content), "created_at": now}
    await tx.execute(tx.insert(messages).values(row).on_conflict_do_nothing())


async def write(tx: Transaction, parts: Sequence[Part]) -> None:
    """Queue a page of a find's deliveries. What is in doubt is sent again: to read it twice harms nobody."""
    if parts:
        await tx.execute(deliveries.insert(), [_delivery(part) for part in parts])


async def next_due(tx: Transaction, now: datetime, limit: int) -> Sequence[Waiting]:
    """The news that are due and not sent yet, those that wait longest first."""
    rows = await tx.execute(
        select(deliveries.c.id, *HOURS)
        .join(subscribers, subscribers.c.person_id == deliveries.c.recipient)
        .where(
            deliveries.c.state == DeliveryState.QUEUED.value,
            deliveries.c.broadcast.is_(None),
            deliveries.c.lane == Lane.POST.value,
            deliveries.c.due_at <= now,
        )
        .order_by(deliveries.c.due_at, deliveries.c.id)
        .limit(limit)
    )
    return [Waiting(row.id, country_in(row), quiet_in(row)) for row in rows]


async def take_back(tx: Transaction, message_ids: Sequence[str], now: datetime) -> int:
    """Cancel what is still queued of these messages; how much it was."""
    queued = and_(deliveries.c.message.in_(message_ids), deliveries.c.state == DeliveryState.QUEUED.value)
    values = {"state": DeliveryState.CANCELLED.value, "ended_at": now}
    return (await tx.execute(update(deliveries).where(queued).values(**values))).rowcount


def _delivery(part: Part) -> dict[str, object]:
    return {
        "id": part.delivery,
        "message": part.message,
        "recipient": part.person_id,
        "lane": Lane.POST.value,
        "state": DeliveryState.QUEUED.value,
        "on_doubt": OnDoubt.RESEND.value,
        "due_at": part.due_at,
        "attempts": 0,
        "or_delete": False,
    }
