"""Counters per person and day, for caps."""

from datetime import date

from sqlalchemy import delete

from storage.schema import counters
from storage.transaction import Transaction


async def increase(tx: Transaction, person_id: str, action: str, day: date) -> int:
    """Count one more and give the new number."""
    key = {"person_id": person_id, "action": action, "day": day}
    statement = tx.insert(counters).values(**key, count=1)
    statement = statement.on_conflict_do_update(
        index_elements=[counters.c.person_id, counters.c.action, counters.c.day],
        set_={"count": counters.c.count + 1},
    ).returning(counters.c.count)
    return int((await tx.execute(statement)).scalar_one())


async def drop_older(tx: Transaction, day: date) -> int:
    """Forget the days before `day`; how many rows there were."""
    return (await tx.execute(delete(counters).where(counters.c.day < day))).rowcount
