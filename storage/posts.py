"""Posts and mentions: an item's live post in each channel, and the other messages that tell of a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, and_, delete, or_, select, update

from domain.messages import DeliveryState
from domain.reposts import ItemKind
from storage.schema import deliveries, mentions, posts
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Post:
    """Where an item stands in a channel: a delivery, and the digest that takes its place once it is out."""

    kind: ItemKind
    subject: str
    channel: str
    delivery: str
    next: str | None


async def of_item(tx: Transaction, subject: str) -> Sequence[Post]:
    """Where an item stands, one post in each channel."""
    rows = await tx.execute(select(posts).where(posts.c.subject == subject).order_by(posts.c.channel))
    return [_post(row) for row in rows]


async def put(tx: Transaction, kind: ItemKind, subject: str, channel: str, delivery: str) -> None:
    """Note the delivery that posts an item in a channel, in place of one that never left."""
    row = {"subject": subject, "channel": channel, "kind": kind.value, "delivery_id": delivery}
    statement = tx.insert(posts).values(row)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=[posts.c.subject, posts.c.channel], set_={"delivery_id": delivery, "next_id": None}
        )
    )


async def succeed(tx: Transaction, kind: ItemKind, subject: str, channel: str, digest: str) -> None:
    """Note the digest that is to take an item's place; where it stands nowhere, that is its first post."""
    row = {"subject": subject, "channel": channel, "kind": kind.value, "delivery_id": digest}
    statement = tx.insert(posts).values(row)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=[posts.c.subject, posts.c.channel], set_={"next_id": digest}
        )
    )


async def awaiting(tx: Transaction, channel: str, subjects: Sequence[str]) -> Sequence[Post]:
    """Of these items' posts in a channel those whose place a digest is to take that is not out yet."""
    which = and_(posts.c.channel == channel, posts.c.subject.in_(subjects), posts.c.next_id.is_not(None))
    rows = await tx.execute(select(posts).where(which).order_by(posts.c.subject))
    return [_post(row) for row in rows]


async def succeeded(tx: Transaction, limit: int) -> Sequence[Post]:
    """Posts whose place a digest has taken that is out by now."""
    sent = and_(deliveries.c.id == posts.c.next_id, deliveries.c.state == DeliveryState.SENT.value)
    rows = await tx.execute(
        select(posts).join(deliveries, sent).order_by(posts.c.next_id, posts.c.subject).limit(limit)
    )
    return [_post(row) for row in rows]


async def move_on(tx: Transaction, post: Post) -> None:
    """Let the digest that is out be the item's post."""
    which = and_(posts.c.subject == post.subject, posts.c.channel == post.channel)
    await tx.execute(update(posts).where(which).values(delivery_id=post.next, next_id=None))


async def remove_again(tx: Transaction, channel: str, since: datetime) -> int:
    """Try once more to remove what a digest replaced since then and Telegram did not let go; how many."""
    stuck = and_(
        deliveries.c.recipient == channel,
        deliveries.c.state == DeliveryState.UNDELIVERABLE.value,
        deliveries.c.deletes,
        deliveries.c.due_at >= since,
    )
    values = {"state": DeliveryState.QUEUED.value, "attempts": 0, "problem": None, "ended_at": None}
    return (await tx.execute(update(deliveries).where(stuck).values(**values))).rowcount


async def shown_by(tx: Transaction, delivery: str) -> Sequence[Post]:
    """The posts that a delivery is or is to be: one of an item's own, or all of a digest."""
    which = or_(posts.c.delivery_id == delivery, posts.c.next_id == delivery)
    rows = await tx.execute(select(posts).where(which).order_by(posts.c.subject))
    return [_post(row) for row in rows]


async def standing_as(tx: Transaction, channel: str, message: int) -> Sequence[Post]:
    """The posts that a channel's message shows: one of an item's own, or all of a digest."""
    shown = and_(deliveries.c.recipient == channel, deliveries.c.telegram_message == message)
    rows = await tx.execute(
        select(posts).join(deliveries, deliveries.c.id == posts.c.delivery_id).where(shown)
    )
    return [_post(row) for row in rows]


async def forget(tx: Transaction, subject: str) -> None:
    """Forget where an item stood."""
    await tx.execute(delete(posts).where(posts.c.subject == subject))


async def mention(tx: Transaction, report_id: str, delivery_id: str) -> None:
    """Note a delivery that tells somebody of a report."""
    await tx.execute(mentions.insert().values(report_id=report_id, delivery_id=delivery_id))


async def mentioned(tx: Transaction, report_id: str) -> Sequence[tuple[str, str]]:
    """The deliveries that tell of a report beside its post: (delivery, recipient)."""
    rows = await tx.execute(
        select(deliveries.c.id, deliveries.c.recipient)
        .join(mentions, mentions.c.delivery_id == deliveries.c.id)
        .where(mentions.c.report_id == report_id)
        .order_by(deliveries.c.id)
    )
    return [(row.id, row.recipient) for row in rows]


async def forget_mentions(tx: Transaction, report_id: str) -> None:
    """Let the messages that told of a report be forgotten in their time."""
    await tx.execute(delete(mentions).where(mentions.c.report_id == report_id))


def _post(row: Row[tuple[object, ...]]) -> Post:
    return Post(ItemKind(row.kind), row.subject, row.channel, row.delivery_id, row.next_id)
