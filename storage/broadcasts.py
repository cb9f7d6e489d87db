"""Broadcasts: their texts, and their deliveries from the first page of the audience to the last."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, bindparam, case, delete, exists, func, or_, select, update

from domain.broadcasts import Audience, Broadcast, BroadcastState, Progress
from domain.documents import Country
from domain.messages import Content, DeliveryState, Lane, OnDoubt
from domain.subscriptions import EVERYWHERE, Quiet, Topic
from storage import outbox
from storage.audiences import HOURS, READERS, country_in, meant, quiet_in
from storage.schema import broadcast_texts, broadcasts, deliveries, messages, subscribers
from storage.transaction import Transaction
from storage.types import UtcDateTime

SOON: Final = timedelta(minutes=30)
"""What is due within this time only waits for another try; quiet hours mostly last longer."""

_QUEUED: Final = DeliveryState.QUEUED.value
_PUT_OFF: Final = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("delivery"))
    .values(due_at=bindparam("until", type_=UtcDateTime))
)


@dataclass(frozen=True, slots=True)
class Part:
    """One person's part in what goes to many: the delivery's id, which message, and when it is due."""

    delivery: str
    person_id: str
    message: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queued delivery, and what its recipient's quiet hours go by."""

    delivery: str
    country: Country | None
    quiet: Quiet | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a message was last changed to: by which delivery, whether that still waits to be sent."""

    delivery: str
    queued: bool
    content: Content


async def add(tx: Transaction, broadcast: Broadcast) -> None:
    """Store a new broadcast."""
    audience = broadcast.audience
    await tx.execute(
        broadcasts.insert().values(
            id=broadcast.id,
            author_id=broadcast.author_id,
            topic=audience.topic.value if audience.topic else None,
            place=audience.place or None,
            country=audience.country.value if audience.country else None,
            language=audience.language,
            starts_at=broadcast.starts_at,
            created_at=broadcast.created_at,
            **_changeable(broadcast),
        )
    )


async def save(tx: Transaction, broadcast: Broadcast) -> None:
    """Store what may change about a broadcast."""
    which = broadcasts.c.id == broadcast.id
    await tx.execute(update(broadcasts).where(which).values(**_changeable(broadcast)))


async def get(tx: Transaction, broadcast_id: str) -> Broadcast | None:
    """The broadcast of that id, its row locked until the transaction ends."""
    which = select(broadcasts).where(broadcasts.c.id == broadcast_id).with_for_update()
    row = (await tx.execute(which)).first()
    return _broadcast(row) if row else None


async def in_states(tx: Transaction, *states: BroadcastState) -> Sequence[Broadcast]:
    """The broadcasts in these states, the one that starts first first."""
    which = broadcasts.c.state.in_([state.value for state in states])
    rows = await tx.execute(select(broadcasts).where(which).order_by(broadcasts.c.starts_at, broadcasts.c.id))
    return [_broadcast(row) for row in rows]


async def unreported(tx: Transaction) -> Sequence[Broadcast]:
    """The broadcasts that have begun and whose end nobody was told of, the oldest first."""
    states = (BroadcastState.RUNNING, BroadcastState.PAUSED, BroadcastState.CANCELLED)
    which = and_(broadcasts.c.state.in_([state.value for state in states]), broadcasts.c.told_at.is_not(None))
    rows = await tx.execute(select(broadcasts).where(which).order_by(broadcasts.c.id))
    return [_broadcast(row) for row in rows]


async def spans_since(tx: Transaction, moment: datetime) -> Sequence[tuple[datetime, datetime]]:
    """From when until when broadcasts went on that have ended since then, the one that began first first."""
    which = and_(broadcasts.c.ended_at >= moment, broadcasts.c.started_at.is_not(None))
    spans = select(broadcasts.c.started_at, broadcasts.c.ended_at).where(which)
    rows = await tx.execute(spans.order_by(broadcasts.c.started_at, broadcasts.c.id))
    return [(row.started_at, row.ended_at) for row in rows]


async def last_start(tx: Transaction, topic: Topic) -> datetime | None:
    """When the latest broadcast of the page's own on a topic starts or started; None before the first."""
    own = and_(broadcasts.c.author_id.is_(None), broadcasts.c.topic == topic.value)
    kept = or_(broadcasts.c.state != BroadcastState.CANCELLED.value, broadcasts.c.started_at.is_not(None))
    latest = select(broadcasts.c.starts_at).where(own, kept).order_by(broadcasts.c.starts_at.desc())
    return (await tx.execute(latest.limit(1))).scalar()


async def of_author(tx: Transaction, person_id: str) -> Sequence[Broadcast]:
    """Every broadcast somebody wrote, the oldest first."""
    which = select(broadcasts).where(broadcasts.c.author_id == person_id)
    return [_broadcast(row) for row in await tx.execute(which.order_by(broadcasts.c.id))]


async def let_go(tx: Transaction, person_id: str) -> None:
    """Nobody's message shows any more how far the broadcasts of this person are."""
    which = broadcasts.c.author_id == person_id
    await tx.execute(update(broadcasts).where(which).values(progress=None))


async def put_text(
    tx: Transaction, broadcast: Broadcast, message: str, content: Content, languages: Sequence[str]
) -> None:
    """Store one message of a broadcast, for the readers of these languages."""
    sealed = outbox.sealed(tx, message, content)
    await tx.execute(messages.insert().values(id=message, content=sealed, created_at=broadcast.created_at))
    rows = [
        {"broadcast_id": broadcast.id, "language": language, "message": message} for language in languages
    ]
    await tx.execute(broadcast_texts.insert(), rows)


async def texts(tx: Transaction, broadcast_id: str) -> Mapping[str, str]:
    """The message that the readers of each language get; nothing when it is forgotten."""
    which = broadcast_texts.c.broadcast_id == broadcast_id
    rows = await tx.execute(select(broadcast_texts).where(which).order_by(broadcast_texts.c.language))
    return {row.language: row.message for row in rows}


async def contents(tx: Transaction, broadcast_id: str) -> Mapping[str, Content]:
    """What the readers of each language get to read; nothing when it is forgotten."""
    rows = await tx.execute(
        select(broadcast_texts.c.language, messages.c.id, messages.c.content)
        .join(messages, messages.c.id == broadcast_texts.c.message)
        .where(broadcast_texts.c.broadcast_id == broadcast_id)
    )
    return {row.language: _content(tx, row) for row in rows}


async def write(tx: Transaction, broadcast_id: str, parts: Sequence[Part]) -> None:
    """Queue a page of a broadcast. What is in doubt is parked: nobody is told twice by itself."""
    if parts:
        await tx.execute(deliveries.insert(), [_delivery(broadcast_id, part) for part in parts])


async def progress(tx: Transaction, broadcast: Broadcast, now: datetime) -> Progress:
    """How many deliveries of a broadcast stand where."""
    later = case((deliveries.c.due_at > now + SOON, 1), else_=0)
    rows = await tx.execute(
        select(deliveries.c.state, func.count().label("all"), func.sum(later).label("later"))
        .where(deliveries.c.broadcast == broadcast.id)
        .group_by(deliveries.c.state)
    )
    counted = {DeliveryState(row.state): (int(row.all), int(row.later)) for row in rows}

    def ended(state: DeliveryState) -> int:
        return counted.get(state, (0, 0))[0]

    queued, waiting = counted.get(DeliveryState.QUEUED, (0, 0))
    return Progress(
        recipients=broadcast.recipients,
        queued=queued - waiting + ended(DeliveryState.SENDING),
        later=waiting,
        sent=ended(DeliveryState.SENT),
        blocked=ended(DeliveryState.UNREACHABLE),
        unknown=ended(DeliveryState.UNKNOWN),
        failed=ended(DeliveryState.UNDELIVERABLE),
        cancelled=ended(DeliveryState.CANCELLED),
    )


async def first_problem(tx: Transaction, broadcast_id: str) -> str:
    """What Telegram said when it first refused a message of a broadcast; "" when it never did."""
    which = _of(broadcast_id, DeliveryState.UNDELIVERABLE)
    first = select(deliveries.c.problem).where(which).order_by(deliveries.c.due_at, deliveries.c.id)
    return str((await tx.execute(first.limit(1))).scalar() or "")


async def asked_at(tx: Transaction, screen: str | None) -> datetime | None:
    """When the message was written that this delivery showed; None when it is forgotten or never was."""
    written = select(messages.c.created_at).join(deliveries, deliveries.c.message == messages.c.id)
    return (await tx.execute(written.where(deliveries.c.id == screen))).scalar()


async def told(tx: Transaction, delivery: str | None) -> Told | None:
    """What a message was last changed to; None when it is forgotten or never was."""
    if delivery is None:
        return None
    newest = (
        select(deliveries.c.id.label("delivery"), deliveries.c.state, messages.c.id, messages.c.content)
        .join(messages, messages.c.id == deliveries.c.message)
        .where(or_(deliveries.c.id == delivery, deliveries.c.edits == delivery))
        .order_by(deliveries.c.id.desc())
        .limit(1)
    )
    row = (await tx.execute(newest)).first()
    return Told(row.delivery, row.state == _QUEUED, _content(tx, row)) if row else None


async def next_due(tx: Transaction, broadcast_id: str, now: datetime, limit: int) -> Sequence[Waiting]:
    """Those who get a broadcast next, the first first."""
    rows = await tx.execute(
        select(deliveries.c.id, *HOURS)
        .outerjoin(subscribers, subscribers.c.person_id == deliveries.c.recipient)
        .where(_of(broadcast_id, DeliveryState.QUEUED), deliveries.c.due_at <= now)
        .order_by(deliveries.c.due_at, deliveries.c.id)
        .limit(limit)
    )
    return [Waiting(row.id, country_in(row), quiet_in(row)) for row in rows]


async def put_off(tx: Transaction, moments: Mapping[str, datetime]) -> None:
    """Let queued deliveries wait until these moments."""
    if moments:
        rows = [{"delivery": delivery, "until": until} for delivery, until in moments.items()]
        await tx.execute(_PUT_OFF, rows)


async def cancel_page(tx: Transaction, broadcast_id: str, now: datetime, limit: int) -> int:
    """Take back what of a broadcast is still queued, so many at a time; how many."""
    some = select(deliveries.c.id).where(_of(broadcast_id, DeliveryState.QUEUED)).limit(limit)
    taken = update(deliveries).where(deliveries.c.id.in_(some))
    values = {"state": DeliveryState.CANCELLED.value, "ended_at": now}
    return (await tx.execute(taken.values(**values))).rowcount


async def send_again(tx: Transaction, broadcast: Broadcast, now: datetime) -> int:
    """Queue again what ended in doubt, for those who are in the audience to this day; how many."""
    wanted = (
        select(subscribers.c.person_id)
        .select_from(READERS)
        .where(subscribers.c.person_id == deliveries.c.recipient, *meant(broadcast.audience, now))
        .correlate(deliveries)
        .exists()
    )
    which = and_(_of(broadcast.id, DeliveryState.UNKNOWN), wanted)
    values = {"state": _QUEUED, "due_at": now, "attempts": 0, "ended_at": None}
    return (await tx.execute(update(deliveries).where(which).values(**values))).rowcount


async def ended_before(tx: Transaction, moment: datetime) -> str | None:
    """A broadcast that ended before `moment` and is not forgotten yet."""
    kept = exists().where(broadcast_texts.c.broadcast_id == broadcasts.c.id)
    old = select(broadcasts.c.id).where(broadcasts.c.ended_at < moment, kept).limit(1)
    return (await tx.execute(old)).scalar()


async def forget_page(tx: Transaction, broadcast_id: str, limit: int) -> int:
    """Forget who got a broadcast, so many at a time, and its texts with the last of them; how many rows."""
    some = select(deliveries.c.id).where(deliveries.c.broadcast == broadcast_id).limit(limit)
    gone = (await tx.execute(delete(deliveries).where(deliveries.c.id.in_(some)))).rowcount
    return gone or await _forget_texts(tx, broadcast_id)


async def _forget_texts(tx: Transaction, broadcast_id: str) -> int:
    said = set((await texts(tx, broadcast_id)).values())
    gone = await tx.execute(delete(broadcast_texts).where(broadcast_texts.c.broadcast_id == broadcast_id))
    await tx.execute(delete(messages).where(messages.c.id.in_(said)))
    return gone.rowcount


def _of(broadcast_id: str, state: DeliveryState) -> ColumnElement[bool]:
    return and_(deliveries.c.broadcast == broadcast_id, deliveries.c.state == state.value)


def _delivery(broadcast_id: str, part: Part) -> dict[str, object]:
    return {
        "id": part.delivery,
        "message": part.message,
        "recipient": part.person_id,
        "lane": Lane.BROADCAST.value,
        "state": _QUEUED,
        "on_doubt": OnDoubt.PARK.value,
        "due_at": part.due_at,
        "attempts": 0,
        "or_delete": False,
        "broadcast": broadcast_id,
    }


def _changeable(broadcast: Broadcast) -> dict[str, object]:
    return {
        "state": broadcast.state.value,
        "started_at": broadcast.started_at,
        "ended_at": broadcast.ended_at,
        "reached": broadcast.reached,
        "recipients": broadcast.recipients,
        "progress": broadcast.progress,
        "told_at": broadcast.told_at,
    }


def _broadcast(row: Row[Any]) -> Broadcast:
    return Broadcast(
        id=row.id,
        author_id=row.author_id,
        state=BroadcastState(row.state),
        audience=Audience(
            topic=Topic(row.topic) if row.topic else None,
            place=row.place or EVERYWHERE,
            country=country_in(row),
            language=row.language,
        ),
        starts_at=row.starts_at,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        reached=row.reached or "",
        recipients=row.recipients,
        progress=row.progress,
        told_at=row.told_at,
    )


def _content(tx: Transaction, row: Row[Any]) -> Content:
    return Content.from_json(json.loads(tx.vault.open(row.content, f"messages.content.{row.id}")))
