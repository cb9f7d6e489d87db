"""Leases: what only one of several processes may do at a time."""

from datetime import datetime

from sqlalchemy import delete, or_

from storage.schema import leases
from storage.transaction import Transaction


async def hold(tx: Transaction, name: str, holder: str, now: datetime, until: datetime) -> bool:
    """Take a lease that is free or run out, or prolong one's own; False while another process holds it.

    One that ends later than anybody could have taken it for is of a clock that has been put back since.
    """
    farthest = until + (until - now)
    taken = (
        tx.insert(leases)
        .values(name=name, holder=holder, until=until)
        .on_conflict_do_update(
            index_elements=[leases.c.name],
            set_={"holder": holder, "until": until},
            where=or_(leases.c.holder == holder, leases.c.until <= now, leases.c.until > farthest),
        )
    )
    return (await tx.execute(taken.returning(leases.c.name))).first() is not None


async def release(tx: Transaction, name: str, holder: str | None = None) -> None:
    """Give one's lease back; without a holder, whoever held it (of a database nobody else can have open)."""
    which = leases.c.name == name
    await tx.execute(delete(leases).where(which if holder is None else which & (leases.c.holder == holder)))
