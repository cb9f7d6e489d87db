"""Claims: who says that a report is theirs."""

from datetime import datetime

from sqlalchemy import func, select

from storage.schema import claims
from storage.transaction import Transaction


async def add(tx: Transaction, report_id: str, person_id: str, now: datetime) -> bool:
    """Note a claim; False when this person has claimed this report before."""
    row = {"report_id": report_id, "person_id": person_id, "created_at": now}
    done = await tx.execute(tx.insert(claims).values(**row).on_conflict_do_nothing())
    return done.rowcount == 1


async def count_since(tx: Transaction, person_id: str, moment: datetime) -> int:
    """How many reports a person has claimed since `moment`."""
    count = select(func.count()).where(claims.c.person_id == person_id, claims.c.created_at >= moment)
    return int((await tx.execute(count)).scalar_one())
