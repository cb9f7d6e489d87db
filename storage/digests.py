"""Digests: which parts of the day had one, and which items stand in each of their messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, exists, select

from domain.messages import DeliveryState, Lane
from domain.reposts import ItemKind
from storage.schema import deliveries, digest_lines, digests
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Line:
    """One item in a digest's message."""

    kind: ItemKind
    subject: str


async def last(tx: Transaction) -> tuple[datetime, datetime] | None:
    """The latest part of a day that had its digest, and when that was made."""
    newest = select(digests.c.part_at, digests.c.made_at).order_by(digests.c.part_at.desc()).limit(1)
    row = (await tx.execute(newest)).first()
    return (row.part_at, row.made_at) if row else None


async def make(tx: Transaction, part: datetime, now: datetime) -> bool:
    """Note the digest of a part of the day; False when it had one, made here or by another process."""
    row = {"part_at": part, "made_at": now}
    done = await tx.execute(tx.insert(digests).values(row).on_conflict_do_nothing())
    return done.rowcount == 1


async def forget_older(tx: Transaction, moment: datetime) -> int:
    """Forget which parts of a day before `moment` had one; how many there were."""
    return (await tx.execute(delete(digests).where(digests.c.part_at < moment))).rowcount


async def add_lines(tx: Transaction, delivery: str, lines: Sequence[Line]) -> None:
    """Note what stands in a digest's message, in this order."""
    rows = [
        {"delivery_id": delivery, "subject": line.subject, "kind": line.kind.value, "position": position}
        for position, line in enumerate(lines)
    ]
    await tx.execute(digest_lines.insert(), rows)


async def lines(tx: Transaction, delivery: str) -> Sequence[Line]:
    """What stands in a digest's message; nothing when it is none, or all of it has moved on."""
    rows = await tx.execute(
        select(digest_lines.c.kind, digest_lines.c.subject)
        .where(digest_lines.c.delivery_id == delivery)
        .order_by(digest_lines.c.position)
    )
    return [Line(ItemKind(row.kind), row.subject) for row in rows]


async def has_lines(tx: Transaction, delivery: str) -> bool:
    """Whether a delivery is a digest's message in which something stands."""
    held = exists().where(digest_lines.c.delivery_id == delivery)
    return bool((await tx.execute(select(held))).scalar_one())


async def waiting(tx: Transaction, now: datetime) -> Sequence[str]:
    """The digests' messages that are due and not sent yet, as when the net is down."""
    which = and_(
        deliveries.c.state == DeliveryState.QUEUED.value,
        deliveries.c.broadcast.is_(None),
        deliveries.c.lane == Lane.POST.value,
        deliveries.c.due_at <= now,
        exists().where(digest_lines.c.delivery_id == deliveries.c.id),
    )
    rows = await tx.execute(select(deliveries.c.id).where(which).order_by(deliveries.c.id))
    return list(rows.scalars())


async def drop_line(tx: Transaction, delivery: str, subject: str) -> None:
    """Take an item out of a digest's message."""
    which = (digest_lines.c.delivery_id == delivery) & (digest_lines.c.subject == subject)
    await tx.execute(delete(digest_lines).where(which))
