"""The inbox: ids of updates whose effects are in the database, so that none is applied twice."""

from datetime import datetime

from sqlalchemy import delete

from storage.schema import inbox
from storage.transaction import Transaction


async def record(tx: Transaction, update_id: int, now: datetime) -> bool:
    """Note an update in the transaction of its effects; False when it was applied before."""
    row = {"update_id": update_id, "received_at": now}
    done = await tx.execute(tx.insert(inbox).values(**row).on_conflict_do_nothing())
    return done.rowcount == 1


async def drop_older(tx: Transaction, moment: datetime) -> int:
    """Forget the updates received before `moment`; how many there were."""
    return (await tx.execute(delete(inbox).where(inbox.c.received_at < moment))).rowcount
