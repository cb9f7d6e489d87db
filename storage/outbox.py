"""The outbox: messages and their deliveries, written with the facts they tell.

A delivery is queued, then sending (`storage/sending.py`), then ended. Deliveries of one lane to one recipient
leave in the order they were written. `docs/decisions/0005-outbox.md` tells why.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update

from domain.messages import PUBLIC_CHAT, Content, DeliveryState, Lane, Outgoing
from storage.schema import (
    broadcast_texts,
    case_cards,
    deliveries,
    lines,
    medical_answers,
    mentions,
    messages,
    paper_copies,
    posts,
)
from storage.transaction import Transaction

MISSED_KEPT = timedelta(days=30)
"""So long what somebody missed may still be of use to them."""

UNFINISHED = (DeliveryState.QUEUED.value, DeliveryState.SENDING.value)


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
    held = sealed(tx, ticket.message, outgoing.content)
    await tx.execute(messages.insert().values(id=ticket.message, content=held, created_at=ticket.now))
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
            deletes=outgoing.deletes,
        )
    )
    return claim


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


async def state_of(tx: Transaction, delivery_id: str) -> DeliveryState:
    """A delivery's state."""
    state = select(deliveries.c.state).where(deliveries.c.id == delivery_id)
    return DeliveryState((await tx.execute(state)).scalar_one())


async def message_of(tx: Transaction, delivery_id: str) -> int | None:
    """The Telegram message a delivery became; None when it was not sent, or is forgotten."""
    message = select(deliveries.c.telegram_message).where(deliveries.c.id == delivery_id)
    return (await tx.execute(message)).scalar()


async def pass_on(tx: Transaction, delivery_id: str, message: str) -> None:
    """Let a delivery say another message, whenever it is sent."""
    await _set(tx, delivery_id, {"message": message})


async def rewrite(tx: Transaction, delivery_id: str, content: Content) -> None:
    """Change what a queued delivery will say."""
    columns = select(deliveries.c.message).where(deliveries.c.id == delivery_id)
    message = (await tx.execute(columns)).scalar_one()
    held = sealed(tx, message, content)
    await tx.execute(update(messages).where(messages.c.id == message).values(content=held))


async def waiting_edit(tx: Transaction, delivery_id: str) -> str | None:
    """The newest change of a delivery's message that has not left yet."""
    which = and_(deliveries.c.edits == delivery_id, deliveries.c.state == DeliveryState.QUEUED.value)
    newest = select(deliveries.c.id).where(which).order_by(deliveries.c.id.desc()).limit(1)
    return (await tx.execute(newest)).scalar()


async def overwrite(tx: Transaction, delivery_id: str, content: Content) -> None:
    """Forget what a delivery and all its edits ever said: they say this now, whenever they are sent again."""
    which = or_(deliveries.c.id == delivery_id, deliveries.c.edits == delivery_id)
    told = await tx.execute(select(deliveries.c.message).where(which))
    for message in set(told.scalars()):
        held = sealed(tx, message, content)
        await tx.execute(update(messages).where(messages.c.id == message).values(content=held))


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


async def unreported_troubles(tx: Transaction, limit: int) -> Sequence[tuple[str, DeliveryState, str]]:
    """Posts that failed or are in doubt and that nobody was told of: (delivery, state, problem)."""
    states = (DeliveryState.UNKNOWN.value, DeliveryState.UNDELIVERABLE.value)
    original = func.coalesce(deliveries.c.edits, deliveries.c.id)
    is_post = exists().where(or_(posts.c.delivery_id == original, posts.c.next_id == original))
    rows = await tx.execute(
        select(deliveries.c.id, deliveries.c.state, deliveries.c.problem)
        .where(deliveries.c.state.in_(states), deliveries.c.reported_at.is_(None), is_post)
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return [(row.id, DeliveryState(row.state), row.problem or "") for row in rows]


async def original_of(tx: Transaction, delivery_id: str) -> tuple[str, str] | None:
    """The delivery whose message a delivery is or changes, and its recipient; None when it is forgotten."""
    columns = select(deliveries.c.edits, deliveries.c.recipient).where(deliveries.c.id == delivery_id)
    row = (await tx.execute(columns)).first()
    return (row.edits or delivery_id, row.recipient) if row else None


async def mark_reported(tx: Transaction, delivery_id: str, now: datetime) -> None:
    """Note that the moderators were told of a trouble."""
    await _set(tx, delivery_id, {"reported_at": now})


async def move_chat(tx: Transaction, recipient: str, new_recipient: str) -> None:
    """Follow a group that became a supergroup."""
    which = and_(deliveries.c.recipient == recipient, deliveries.c.state.in_(UNFINISHED))
    await tx.execute(update(deliveries).where(which).values(recipient=new_recipient))


async def drop_older(tx: Transaction, moment: datetime) -> int:
    """Forget what was sent to people, and notices to groups, that ended before `moment`; how many there were.

    Notices that a person missed because they had blocked the bot are kept for a month more, and messages that
    may yet be edited (of a report, a case, a conversation, an answer) until that is over.
    """
    to_person = and_(deliveries.c.lane == Lane.POST.value, ~deliveries.c.recipient.startswith(PUBLIC_CHAT))
    personal = or_(deliveries.c.lane.in_([Lane.REPLY.value, Lane.NOTICE.value]), to_person)
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
    for table in (mentions, case_cards, paper_copies):
        await tx.execute(delete(table).where(table.c.delivery_id.in_(ids)))
    for table in (lines, medical_answers):
        await tx.execute(update(table).where(table.c.delivery_id.in_(ids)).values(delivery_id=None))
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
    sent = exists().where(deliveries.c.message == messages.c.id)
    kept = exists().where(broadcast_texts.c.message == messages.c.id)
    await tx.execute(delete(messages).where(~sent, ~kept))


def _needed() -> ColumnElement[bool]:
    """Whether something may still have to find a delivery."""
    kept_by = (
        exists().where(table.c.delivery_id == deliveries.c.id)
        for table in (mentions, case_cards, lines, medical_answers, paper_copies)
    )
    edit = deliveries.alias("edit")
    return or_(*kept_by, exists().where(edit.c.edits == deliveries.c.id))


def sealed(tx: Transaction, message: str, content: Content) -> bytes:
    """What a message's row holds of its content."""
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
