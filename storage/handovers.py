"""Handovers: which documents came home, how and when. Nothing in it is anybody's."""

from datetime import datetime

from sqlalchemy import func, select

from storage.schema import handovers
from storage.transaction import Transaction


async def add(tx: Transaction, report_id: str, way: str, now: datetime) -> None:
    """Note that a document was given back."""
    await tx.execute(handovers.insert().values(report_id=report_id, way=way, at=now))


async def count(tx: Transaction) -> int:
    """How many documents came home."""
    return int((await tx.execute(select(func.count()).select_from(handovers))).scalar_one())
