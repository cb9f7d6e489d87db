"""Posts: which delivery is the live post of a report."""

from sqlalchemy import select

from storage.schema import posts
from storage.transaction import Transaction


async def live(tx: Transaction, report_id: str) -> str | None:
    """The delivery of the report's live post."""
    return (await tx.execute(select(posts.c.delivery_id).where(posts.c.report_id == report_id))).scalar()


async def add(tx: Transaction, report_id: str, delivery_id: str) -> None:
    """Note the delivery that posts a report."""
    await tx.execute(posts.insert().values(report_id=report_id, delivery_id=delivery_id))
