"""Endorsements: one word of one person for one entry, kept so that nobody can read whose it is.

`who` is a keyed hash of the entry and the person together: two words of one person for two entries have
nothing in common. So when two entries are merged nobody can tell who endorsed both, and such a person counts
twice from then on. The rows of the merged entry stay under its own id, and what counts for an entry are its
own rows and those of all that were merged into it; whoever endorses, withdraws or is looked up later is
looked for under each of these ids, so that no third word comes of it and both can be taken back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from domain.doctors import Endorsement
from storage.schema import endorsements, entries
from storage.transaction import Transaction

_BATCH = 400  # SQLite before 3.32 takes no more than 999 parameters


async def endorse(tx: Transaction, entry_id: str, telegram_id: int, at: datetime, *, paid: bool) -> bool:
    """Note a person's word for an entry; False when they gave theirs before.

    A second word changes nothing but this: one that was ever said to be paid stays so.
    """
    theirs = await _rows_of(tx, entry_id, telegram_id)
    if await find(tx, entry_id, telegram_id) is not None:
        if paid:
            await tx.execute(update(endorsements).where(theirs).values(paid=True))
        return False
    row = {"entry_id": entry_id, "who": _who(tx, entry_id, telegram_id), "at": at, "paid": paid}
    await tx.execute(endorsements.insert().values(**row))
    return True


async def withdraw(tx: Transaction, entry_id: str, telegram_id: int) -> bool:
    """Take a person's word back; False when there was none.

    A paid one stays: otherwise whoever works there could take it back and say it again as a patient.
    """
    theirs = and_(await _rows_of(tx, entry_id, telegram_id), endorsements.c.paid.is_(False))
    return (await tx.execute(delete(endorsements).where(theirs))).rowcount > 0


async def find(tx: Transaction, entry_id: str, telegram_id: int) -> Endorsement | None:
    """A person's word for an entry or for one that was merged into it; the paid one when there are two."""
    theirs = await _rows_of(tx, entry_id, telegram_id)
    order = (endorsements.c.paid.desc(), endorsements.c.at)
    row = (await tx.execute(select(endorsements).where(theirs).order_by(*order).limit(1))).first()
    return Endorsement(row.entry_id, row.at, row.paid) if row else None


async def of_each(tx: Transaction, entry_ids: Iterable[str]) -> Mapping[str, Sequence[Endorsement]]:
    """The words for each of these entries and all that were merged into it, by the id that was asked for."""
    asked = {entry_id: entry_id for entry_id in entry_ids}
    root_of = asked | await _merged(tx, asked)
    found: defaultdict[str, list[Endorsement]] = defaultdict(list)
    ids = list(root_of)
    for start in range(0, len(ids), _BATCH):
        which = endorsements.c.entry_id.in_(ids[start : start + _BATCH])
        for row in await tx.execute(select(endorsements).where(which).order_by(endorsements.c.at)):
            found[root_of[row.entry_id]].append(Endorsement(row.entry_id, row.at, row.paid))
    return {entry_id: found[entry_id] for entry_id in asked}


async def forget(tx: Transaction, entry_id: str) -> None:
    """Forget every word for an entry."""
    await tx.execute(delete(endorsements).where(endorsements.c.entry_id == entry_id))


async def _merged(tx: Transaction, root_of: Mapping[str, str]) -> dict[str, str]:
    """What was merged into these entries, directly or through others, each with the entry asked for."""
    found: dict[str, str] = {}
    near = dict(root_of)
    while near:
        further: dict[str, str] = {}
        ids = list(near)
        for start in range(0, len(ids), _BATCH):
            which = entries.c.into.in_(ids[start : start + _BATCH])
            rows = await tx.execute(select(entries.c.id, entries.c.into).where(which))
            further |= {row.id: near[row.into] for row in rows}
        found |= further
        near = further
    return found


async def _rows_of(tx: Transaction, entry_id: str, telegram_id: int) -> ColumnElement[bool]:
    """Where a person's words for an entry stand: under its id, or under that of one merged into it."""
    ids = [entry_id, *await _merged(tx, {entry_id: entry_id})]
    return or_(
        *(
            and_(endorsements.c.entry_id == each, endorsements.c.who == _who(tx, each, telegram_id))
            for each in ids
        )
    )


def _who(tx: Transaction, entry_id: str, telegram_id: int) -> bytes:
    return tx.vault.digest("endorsement", f"{entry_id} {telegram_id}")
