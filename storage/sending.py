"""Sending: what the worker takes from the outbox, under a lease, and what it says became of it.

A delivery is marked as being sent, durably, just before it is; `docs/decisions/0005-outbox.md` tells why.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    union_all,
    update,
)

from domain.broadcasts import BroadcastState
from domain.messages import PUBLIC_CHAT, Claimed, Content, DeliveryState, Lane, OnDoubt
from storage import outbox
from storage.outbox import UNFINISHED
from storage.people import open_telegram_id
from storage.schema import broadcasts, deliveries, messages, people
from storage.transaction import Transaction
from storage.types import UtcDateTime

NOBODY = 0
"""The Telegram id of a person who has erased themselves: nothing is sent there."""

_Due: TypeAlias = Row[Any]

_earlier = deliveries.alias("earlier")
_original = deliveries.alias("original")


def _due() -> Select[Any]:
    return select(deliveries.c.id, deliveries.c.message, deliveries.c.edits).where(
        deliveries.c.state == DeliveryState.QUEUED.value,
        deliveries.c.due_at <= bindparam("now", type_=UtcDateTime),
        deliveries.c.recipient.not_in(bindparam("resting", expanding=True)),
    )


# Built once: these run for every message, and building them costs more than running them.
_FIRST_DUE = (
    _due()
    .where(
        deliveries.c.broadcast.is_(None),
        ~exists().where(
            or_(
                and_(_earlier.c.recipient == deliveries.c.recipient, _earlier.c.lane == deliveries.c.lane),
                _earlier.c.id == deliveries.c.edits,
            ),
            _earlier.c.state.in_(UNFINISHED),
            _earlier.c.id < deliveries.c.id,
        ),
    )
    .order_by(deliveries.c.lane, deliveries.c.due_at, deliveries.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_OF_BROADCAST = (
    _due()
    .where(deliveries.c.broadcast == bindparam("broadcast"))
    .order_by(deliveries.c.due_at, deliveries.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_RUNNING = select(broadcasts.c.id).where(broadcasts.c.state == BroadcastState.RUNNING.value)
_LOADED = (
    select(
        deliveries,
        messages.c.content,
        people.c.telegram_id,
        _original.c.telegram_message.label("original_message"),
    )
    .join(messages, messages.c.id == deliveries.c.message)
    .outerjoin(people, people.c.id == deliveries.c.recipient)
    .outerjoin(_original, _original.c.id == deliveries.c.edits)
    .where(deliveries.c.id.in_(bindparam("deliveries", expanding=True)))
)
_MARKED = (
    update(deliveries)
    .where(deliveries.c.id.in_(bindparam("deliveries", expanding=True)))
    .values(
        state=DeliveryState.SENDING.value,
        lease_until=bindparam("until", type_=UtcDateTime),
        attempts=deliveries.c.attempts + 1,
    )
)
_SENT = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("delivery"))
    .values(
        state=DeliveryState.SENT.value,
        ended_at=bindparam("now", type_=UtcDateTime),
        lease_until=None,
        telegram_message=func.coalesce(bindparam("became", type_=BigInteger), deliveries.c.telegram_message),
    )
)


async def claim(
    tx: Transaction, now: datetime, lease_until: datetime, most: int = 1, resting: Sequence[str] = ()
) -> Sequence[Claimed]:
    """Take the next deliveries that are due, most urgent lane first; none when nothing is due.

    Recipients that are `resting` (they got a message a moment ago) are passed over, so nobody waits for them.
    A delivery waits for the earlier ones of its lane to its recipient, and an edit for its original. An
    edit of a message that never came to be is cancelled: the original says its words if it is sent again.
    Broadcasts come last, and only while they run.
    """
    claimed: list[Claimed] = []
    while len(claimed) < most:
        due = await _first_due(tx, now, most - len(claimed), resting)
        if not due:
            break
        claimed += await _taken(tx, due, now, lease_until)
    return claimed


async def load(tx: Transaction, ids: Sequence[str]) -> Sequence[Claimed]:
    """Claimed deliveries with what is needed to send them, in this order."""
    rows = await tx.execute(_LOADED, {"deliveries": list(ids)})
    found = {claimed.id: claimed for claimed in _claimed(tx, list(rows))}
    return [found[delivery] for delivery in ids]


async def sent(tx: Transaction, ended: Sequence[tuple[str, int | None]], now: datetime) -> None:
    """Record deliveries that edit no other as sent, each with the Telegram message's id, if there is one."""
    if ended:
        rows = [{"delivery": delivery, "became": message, "now": now} for delivery, message in ended]
        await tx.execute(_SENT, rows)


async def postpone(tx: Transaction, delivery_id: str, due_at: datetime) -> None:
    """Put a delivery that surely was not sent back into the queue, unless it was settled meanwhile."""
    values = {"state": DeliveryState.QUEUED.value, "due_at": due_at, "lease_until": None}
    which = and_(deliveries.c.id == delivery_id, deliveries.c.state == DeliveryState.SENDING.value)
    await tx.execute(update(deliveries).where(which).values(**values))


async def is_current(tx: Transaction, claimed: Claimed) -> bool:
    """Whether a delivery is still under this very claim, and not settled or claimed anew meanwhile."""
    which = and_(
        deliveries.c.id == claimed.id,
        deliveries.c.state == DeliveryState.SENDING.value,
        deliveries.c.attempts == claimed.attempts,
    )
    return (await tx.execute(select(deliveries.c.id).where(which))).first() is not None


async def recover(tx: Transaction, now: datetime, in_hand: Collection[str] = ()) -> int:
    """Settle deliveries whose lease has run out: queue those to be resent, park the others; how many.

    Those `in_hand` are left alone: their sender lives, it is only slow, or the clock was wound.
    """
    expired = and_(deliveries.c.state == DeliveryState.SENDING.value, deliveries.c.lease_until <= now)
    ids = (await tx.execute(select(deliveries.c.id).where(expired))).scalars().all()
    dead = [delivery for delivery in ids if delivery not in in_hand]
    return await _abandoned(tx, deliveries.c.id.in_(dead), now) if dead else 0


async def recover_all(tx: Transaction, now: datetime) -> int:
    """Settle whatever is being sent, since nobody lives who sends it; how many there were."""
    return await _abandoned(tx, deliveries.c.state == DeliveryState.SENDING.value, now)


async def next_due(tx: Transaction) -> datetime | None:
    """When the earliest queued delivery is due; those of a broadcast that does not run wait for it."""
    queued = deliveries.c.state == DeliveryState.QUEUED.value
    earliest = select(func.min(deliveries.c.due_at).label("due_at"))
    either = union_all(
        earliest.where(queued, deliveries.c.broadcast.is_(None)),
        earliest.where(queued, deliveries.c.broadcast.in_(_RUNNING)),
    ).subquery()
    return (await tx.execute(select(func.min(either.c.due_at)))).scalar()


async def _abandoned(tx: Transaction, which: ColumnElement[bool], now: datetime) -> int:
    """Of what was being sent, queue what is to be resent and park the rest; how many there were."""
    again = await tx.execute(
        update(deliveries)
        .where(which, deliveries.c.on_doubt == OnDoubt.RESEND.value)
        .values(state=DeliveryState.QUEUED.value, lease_until=None)
    )
    parked = await tx.execute(
        update(deliveries)
        .where(which, deliveries.c.on_doubt == OnDoubt.PARK.value)
        .values(state=DeliveryState.UNKNOWN.value, lease_until=None, ended_at=now)
    )
    return again.rowcount + parked.rowcount


async def _first_due(tx: Transaction, now: datetime, most: int, resting: Sequence[str]) -> Sequence[_Due]:
    given = {"now": now, "resting": list(resting), "most": most}
    due = (await tx.execute(_FIRST_DUE, given)).all()
    if due:
        return due
    for broadcast in (await tx.execute(_RUNNING)).scalars().all():
        due = (await tx.execute(_OF_BROADCAST, {**given, "broadcast": broadcast})).all()
        if due:
            return due
    return []


async def _taken(
    tx: Transaction, due: Sequence[_Due], now: datetime, lease_until: datetime
) -> Sequence[Claimed]:
    """Those that are to be sent; the others are cancelled: there is nothing to edit, or nobody to tell."""
    ids = [row.id for row in due if not await _is_idle(tx, row, now)]
    if not ids:
        return []
    await tx.execute(_MARKED, {"deliveries": ids, "until": lease_until})
    loaded = await load(tx, ids)
    for claimed in loaded:
        if claimed.chat_id == NOBODY:
            await outbox.finish(tx, claimed.id, DeliveryState.CANCELLED, now)
    return [claimed for claimed in loaded if claimed.chat_id != NOBODY]


async def _is_idle(tx: Transaction, row: _Due, now: datetime) -> bool:
    """Whether an edit has nothing to change; it is cancelled then, and its words go to its original."""
    if row.edits is None or await outbox.message_of(tx, row.edits) is not None:
        return False
    await outbox.pass_on(tx, row.edits, row.message)
    await outbox.finish(tx, row.id, DeliveryState.CANCELLED, now)
    return True


def _claimed(tx: Transaction, rows: Sequence[_Due]) -> Iterator[Claimed]:
    contents: dict[str, Content] = {}  # a broadcast's message goes to many
    for row in rows:
        if row.message not in contents:
            opened = tx.vault.open(row.content, f"messages.content.{row.message}")
            contents[row.message] = Content.from_json(json.loads(opened))
        yield Claimed(
            id=row.id,
            recipient=row.recipient,
            chat_id=_chat_id(tx, row),
            content=contents[row.message],
            lane=Lane(row.lane),
            on_doubt=OnDoubt(row.on_doubt),
            attempts=row.attempts,
            message_id=row.telegram_message or row.original_message,
            or_delete=row.or_delete,
            deletes=row.deletes,
            edits=row.edits,
        )


def _chat_id(tx: Transaction, row: _Due) -> int | str:
    if row.telegram_id is not None:
        return open_telegram_id(tx, row.recipient, row.telegram_id)
    chat = str(row.recipient).removeprefix(PUBLIC_CHAT)
    return int(chat) if chat.lstrip("-").isdigit() else chat
