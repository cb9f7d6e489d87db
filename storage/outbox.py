"""The outbox: messages and their deliveries, written with the facts they tell, claimed just before sending.

A delivery is queued, then sending (under a lease), then ended. Deliveries of one lane to one recipient leave
in the order they were written. `docs/decisions/0005-outbox.md` tells why.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, exists, func, or_, select, update

from domain.messages import PUBLIC_CHAT, Claimed, Content, DeliveryState, Lane, OnDoubt, Outgoing
from storage.people import open_telegram_id
from storage.schema import case_cards, deliveries, lines, mentions, messages, people, posts
from storage.transaction import Transaction
from storage.types import UtcDateTime

MISSED_KEPT = timedelta(days=30)
"""So long what somebody missed may still be of use to them."""

NOBODY = 0
"""The Telegram id of a person who has erased themselves: nothing is sent there."""

UNFINISHED = (DeliveryState.QUEUED.value, DeliveryState.SENDING.value)

_earlier = deliveries.alias("earlier")
_original = deliveries.alias("original")

# Built once: these run for every message, and building them costs more than running them.
_FIRST_DUE = (
    select(deliveries.c.id, deliveries.c.message, deliveries.c.edits)
    .where(
        deliveries.c.state == DeliveryState.QUEUED.value,
        deliveries.c.due_at <= bindparam("now", type_=UtcDateTime),
        deliveries.c.recipient.not_in(bindparam("resting", expanding=True)),
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
    .limit(1)
    .with_for_update(skip_locked=True)
)
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
    .where(deliveries.c.id == bindparam("delivery"))
)


@dataclass(frozen=True, slots=True)
class Ticket:
    """The ids of a message and its delivery, and the moment they are written."""

    message: str
    delivery: str
    now: datetime


async def add(
    tx: Transaction, outgoing: Outgoing, ticket: Ticket, lease_until: datetime | None = None
) -> bool:
    """Write a message with its one delivery.

    With `lease_until` the writer means to send it at once: the delivery is born claimed, and True is given,
    unless an earlier one to the same recipient still waits in the same lane.
    """
    sealed = _sealed(tx, ticket.message, outgoing.content)
    await tx.execute(messages.insert().values(id=ticket.message, content=sealed, created_at=ticket.now))
    claim = lease_until is not None and not await _waiting(tx, outgoing)
    await tx.execute(
        deliveries.insert().values(
            id=ticket.delivery,
            message=ticket.message,
            recipient=outgoing.recipient,
            lane=outgoing.lane.value,
            state=(DeliveryState.SENDING if claim else DeliveryState.QUEUED).value,
            on_doubt=outgoing.on_doubt.value,
            due_at=ticket.now,
            lease_until=lease_until if claim else None,
            attempts=1 if claim else 0,
            edits=outgoing.edits,
            telegram_message=outgoing.edits_message,
            or_delete=outgoing.or_delete,
        )
    )
    return claim


async def claim(
    tx: Transaction, now: datetime, lease_until: datetime, resting: Sequence[str] = ()
) -> Claimed | None:
    """Take the next delivery that is due, most urgent lane first; None when nothing is due.

    Recipients that are `resting` (they got a message a moment ago) are passed over, so nobody waits for them.
    A delivery waits for the earlier ones of its lane to its recipient, and an edit for its original. An
    edit of a message that never came to be is cancelled: the original says its words if it is sent again.
    """
    while (due := await _first_due(tx, now, resting)) is not None:
        claimed = await _taken(tx, due, now, lease_until)
        if claimed is not None:
            return claimed
    return None


async def _taken(
    tx: Transaction, due: Row[tuple[object, ...]], now: datetime, lease_until: datetime
) -> Claimed | None:
    """The delivery, claimed; None when it is cancelled because nothing is left to edit or nobody to tell."""
    if due.edits is not None and await message_of(tx, due.edits) is None:
        await _set(tx, due.edits, {"message": due.message})
        await finish(tx, due.id, DeliveryState.CANCELLED, now)
        return None
    values = {"lease_until": lease_until, "attempts": deliveries.c.attempts + 1}
    await _set(tx, due.id, {"state": DeliveryState.SENDING.value, **values})
    claimed = await load(tx, due.id)
    if claimed.chat_id != NOBODY:
        return claimed
    await finish(tx, due.id, DeliveryState.CANCELLED, now)
    return None


async def _first_due(
    tx: Transaction, now: datetime, resting: Sequence[str]
) -> Row[tuple[object, ...]] | None:
    return (await tx.execute(_FIRST_DUE, {"now": now, "resting": list(resting)})).first()


async def load(tx: Transaction, delivery_id: str) -> Claimed:
    """A claimed delivery with what is needed to send it."""
    row = (await tx.execute(_LOADED, {"delivery": delivery_id})).one()
    content = tx.vault.open(row.content, f"messages.content.{row.message}")
    return Claimed(
        id=row.id,
        recipient=row.recipient,
        chat_id=_chat_id(tx, row),
        content=Content.from_json(json.loads(content)),
        lane=Lane(row.lane),
        on_doubt=OnDoubt(row.on_doubt),
        attempts=row.attempts,
        message_id=row.telegram_message or row.original_message,
        or_delete=row.or_delete,
    )


async def finish(
    tx: Transaction, delivery_id: str, state: DeliveryState, now: datetime, result: int | str | None = None
) -> None:
    """End a delivery; `result` is the Telegram message's id when sent, the problem in words otherwise.

    An edit tells its original where the message is now: Telegram may have wanted a new one.
    """
    values: dict[str, object] = {"state": state.value, "ended_at": now, "lease_until": None}
    if isinstance(result, int):
        values["telegram_message"] = result
    elif result is not None:
        values["problem"] = result[:255]
    which = deliveries.c.id == delivery_id
    ended = update(deliveries).where(which).values(**values).returning(deliveries.c.edits)
    edits = (await tx.execute(ended)).scalar()
    if edits is not None and isinstance(result, int):
        await _set(tx, edits, {"telegram_message": result})


async def postpone(tx: Transaction, delivery_id: str, due_at: datetime) -> None:
    """Put a delivery that surely was not sent back into the queue, unless it was settled meanwhile."""
    values = {"state": DeliveryState.QUEUED.value, "due_at": due_at, "lease_until": None}
    which = and_(deliveries.c.id == delivery_id, deliveries.c.state == DeliveryState.SENDING.value)
    await tx.execute(update(deliveries).where(which).values(**values))


async def recover(tx: Transaction, now: datetime) -> int:
    """Settle deliveries whose sender died: queue those to be resent, park the others; how many there were."""
    expired = and_(deliveries.c.state == DeliveryState.SENDING.value, deliveries.c.lease_until <= now)
    again = await tx.execute(
        update(deliveries)
        .where(expired, deliveries.c.on_doubt == OnDoubt.RESEND.value)
        .values(state=DeliveryState.QUEUED.value, lease_until=None)
    )
    parked = await tx.execute(
        update(deliveries)
        .where(expired)
        .values(state=DeliveryState.UNKNOWN.value, lease_until=None, ended_at=now)
    )
    return again.rowcount + parked.rowcount


async def next_due(tx: Transaction) -> datetime | None:
    """When the earliest queued delivery is due."""
    earliest = select(func.min(deliveries.c.due_at)).where(deliveries.c.state == DeliveryState.QUEUED.value)
    return (await tx.execute(earliest)).scalar()


async def state_of(tx: Transaction, delivery_id: str) -> DeliveryState:
    """A delivery's state."""
    state = select(deliveries.c.state).where(deliveries.c.id == delivery_id)
    return DeliveryState((await tx.execute(state)).scalar_one())


async def message_of(tx: Transaction, delivery_id: str) -> int | None:
    """The Telegram message a delivery became; None when it was not sent, or is forgotten."""
    message = select(deliveries.c.telegram_message).where(deliveries.c.id == delivery_id)
    return (await tx.execute(message)).scalar()


async def rewrite(tx: Transaction, delivery_id: str, content: Content) -> None:
    """Change what a queued delivery will say."""
    columns = select(deliveries.c.message).where(deliveries.c.id == delivery_id)
    message = (await tx.execute(columns)).scalar_one()
    sealed = _sealed(tx, message, content)
    await tx.execute(update(messages).where(messages.c.id == message).values(content=sealed))


async def overwrite(tx: Transaction, delivery_id: str, content: Content) -> None:
    """Forget what a delivery and all its edits ever said: they say this now, whenever they are sent again."""
    which = or_(deliveries.c.id == delivery_id, deliveries.c.edits == delivery_id)
    held = await tx.execute(select(deliveries.c.message).where(which))
    for message in set(held.scalars()):
        sealed = _sealed(tx, message, content)
        await tx.execute(update(messages).where(messages.c.id == message).values(content=sealed))


async def requeue(tx: Transaction, delivery_id: str, now: datetime) -> bool:
    """Send again what ended in doubt or failure; False when it did not, or newer words took its place."""
    ended = (DeliveryState.UNKNOWN.value, DeliveryState.UNDELIVERABLE.value)
    later = deliveries.alias("later")
    replaced = exists().where(
        later.c.edits == deliveries.c.edits,
        later.c.id > deliveries.c.id,
        later.c.state.in_([*UNFINISHED, DeliveryState.SENT.value]),
    )
    which = and_(deliveries.c.id == delivery_id, deliveries.c.state.in_(ended), ~replaced)
    return await _queue_again(tx, which, now) == 1


async def requeue_unreachable(tx: Transaction, person_id: str, now: datetime) -> int:
    """Queue what a person missed while they had blocked the bot; how many messages."""
    state = DeliveryState.UNREACHABLE.value
    which = and_(
        deliveries.c.recipient == person_id,
        deliveries.c.state == state,
        deliveries.c.lane == Lane.NOTICE.value,
    )
    return await _queue_again(tx, which, now)


async def unreported_troubles(tx: Transaction, limit: int) -> Sequence[tuple[str, str, DeliveryState, str]]:
    """Posts that failed or are in doubt and that nobody was told of: (delivery, report, state, problem)."""
    states = (DeliveryState.UNKNOWN.value, DeliveryState.UNDELIVERABLE.value)
    rows = await tx.execute(
        select(deliveries.c.id, posts.c.report_id, deliveries.c.state, deliveries.c.problem)
        .join(posts, posts.c.delivery_id.in_([deliveries.c.id, deliveries.c.edits]))
        .where(deliveries.c.state.in_(states), deliveries.c.reported_at.is_(None))
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return [(row.id, row.report_id, DeliveryState(row.state), row.problem or "") for row in rows]


async def mark_reported(tx: Transaction, delivery_id: str, now: datetime) -> None:
    """Note that the moderators were told of a trouble."""
    await _set(tx, delivery_id, {"reported_at": now})


async def move_chat(tx: Transaction, recipient: str, new_recipient: str) -> None:
    """Follow a group that became a supergroup."""
    which = and_(deliveries.c.recipient == recipient, deliveries.c.state.in_(UNFINISHED))
    await tx.execute(update(deliveries).where(which).values(recipient=new_recipient))


async def drop_older(tx: Transaction, moment: datetime) -> int:
    """Forget replies and notices that ended before `moment`; how many there were.

    Notices that a person missed because they had blocked the bot are kept for a month more, and messages that
    may yet be edited (of a report, a case, a conversation) until that is over.
    """
    personal = deliveries.c.lane.in_([Lane.REPLY.value, Lane.NOTICE.value])
    missed = and_(
        deliveries.c.lane == Lane.NOTICE.value,
        deliveries.c.state == DeliveryState.UNREACHABLE.value,
        ~deliveries.c.recipient.startswith(PUBLIC_CHAT),
        deliveries.c.ended_at >= moment - MISSED_KEPT,
    )
    old = and_(personal, ~missed, deliveries.c.ended_at < moment, ~_needed())
    gone = await tx.execute(delete(deliveries).where(old, deliveries.c.edits.is_not(None)))
    originals = await tx.execute(delete(deliveries).where(old))
    await _drop_unused_messages(tx)
    return gone.rowcount + originals.rowcount


async def shown_to(tx: Transaction, person_id: str) -> Sequence[tuple[datetime, str]]:
    """What is held of the messages to a person: (written at, text), oldest first."""
    rows = await tx.execute(
        select(messages.c.id, messages.c.created_at, messages.c.content)
        .join(deliveries, deliveries.c.message == messages.c.id)
        .where(deliveries.c.recipient == person_id)
        .order_by(messages.c.id)
    )
    return [
        (row.created_at, json.loads(tx.vault.open(row.content, f"messages.content.{row.id}"))["text"])
        for row in rows
    ]


async def erase(tx: Transaction, person_id: str) -> None:
    """Forget everything that was sent or is to be sent to a person."""
    theirs = deliveries.c.recipient == person_id
    ids = select(deliveries.c.id).where(theirs)
    for table in (mentions, case_cards):
        await tx.execute(delete(table).where(table.c.delivery_id.in_(ids)))
    await tx.execute(update(lines).where(lines.c.delivery_id.in_(ids)).values(delivery_id=None))
    await tx.execute(delete(deliveries).where(theirs, deliveries.c.edits.is_not(None)))
    await tx.execute(delete(deliveries).where(theirs))
    await _drop_unused_messages(tx)


async def forget(tx: Transaction, ids: Sequence[str]) -> None:
    """Forget these deliveries and what would change them, sent or not."""
    await tx.execute(delete(deliveries).where(deliveries.c.edits.in_(ids)))
    await tx.execute(delete(deliveries).where(deliveries.c.id.in_(ids)))
    await _drop_unused_messages(tx)


async def unreported_notices(tx: Transaction, limit: int) -> Sequence[tuple[str, str, str]]:
    """Notices of what has ended that could be neither changed nor deleted: (delivery, report, problem)."""
    rows = await tx.execute(
        select(deliveries.c.id, mentions.c.report_id, deliveries.c.problem)
        .join(mentions, mentions.c.delivery_id == deliveries.c.edits)
        .where(deliveries.c.state == DeliveryState.UNDELIVERABLE.value, deliveries.c.reported_at.is_(None))
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return [(row.id, row.report_id, row.problem or "") for row in rows]


async def _drop_unused_messages(tx: Transaction) -> None:
    used = exists().where(deliveries.c.message == messages.c.id)
    await tx.execute(delete(messages).where(~used))


def _needed() -> ColumnElement[bool]:
    """Whether something may still have to find a delivery."""
    kept_by = (
        exists().where(table.c.delivery_id == deliveries.c.id) for table in (mentions, case_cards, lines)
    )
    edit = deliveries.alias("edit")
    return or_(*kept_by, exists().where(edit.c.edits == deliveries.c.id))


def _sealed(tx: Transaction, message: str, content: Content) -> bytes:
    return tx.vault.seal(json.dumps(content.to_json(), ensure_ascii=False), f"messages.content.{message}")


async def _set(tx: Transaction, delivery_id: str, values: dict[str, object]) -> None:
    await tx.execute(update(deliveries).where(deliveries.c.id == delivery_id).values(**values))


async def _waiting(tx: Transaction, outgoing: Outgoing) -> bool:
    which = and_(
        deliveries.c.recipient == outgoing.recipient,
        deliveries.c.lane == outgoing.lane.value,
        deliveries.c.state.in_(UNFINISHED),
    )
    return (await tx.execute(select(deliveries.c.id).where(which).limit(1))).first() is not None


async def _queue_again(tx: Transaction, which: ColumnElement[bool], now: datetime) -> int:
    values = {
        "state": DeliveryState.QUEUED.value,
        "due_at": now,
        "attempts": 0,
        "problem": None,
        "reported_at": None,
        "ended_at": None,
    }
    return (await tx.execute(update(deliveries).where(which).values(**values))).rowcount


def _chat_id(tx: Transaction, row: Row[tuple[object, ...]]) -> int | str:
    if row.telegram_id is not None:
        return open_telegram_id(tx, row.recipient, row.telegram_id)
    chat = str(row.recipient).removeprefix(PUBLIC_CHAT)
    return int(chat) if chat.lstrip("-").isdigit() else chat
