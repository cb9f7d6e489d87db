"""Posts and mentions: which delivery is the live post of a report, and which other messages tell of it."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from storage.schema import deliveries, mentions, posts
from storage.transaction import Transaction


async def live(tx: Transaction, report_id: str) -> str | None:
    """The delivery of the report's live post."""
    return (await tx.execute(select(posts.c.delivery_id).where(posts.c.report_id == report_id))).scalar()


async def put(tx: Transaction, report_id: str, delivery_id: str) -> None:
    """Note the delivery that posts a report, in place of one that never left."""
    statement = tx.insert(posts).values(report_id=report_id, delivery_id=delivery_id)
    await tx.execute(
        statement.on_conflict_do_update(index_elements=[posts.c.report_id], set_={"delivery_id": delivery_id})
    )


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
