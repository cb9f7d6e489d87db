"""Bans: kept under the keyed hash of a Telegram id, so that erasing oneself does not end them."""

from datetime import datetime

from sqlalchemy import delete, select

from domain.people import Ban, BanKind
from storage.people import telegram_key
from storage.schema import bans, people
from storage.transaction import Transaction

SHADOWED = (
    select(people.c.id)
    .join(bans, bans.c.telegram_key == people.c.telegram_key)
    .where(bans.c.kind == BanKind.SHADOW.value)
)
"""The ids of those who reach nobody; such a ban has no end."""


async def put(tx: Transaction, telegram_id: int, ban: Ban) -> None:
    """Keep somebody out, in place of any former ban of theirs."""
    row = {"kind": ban.kind.value, "until": ban.until}
    statement = tx.insert(bans).values(telegram_key=telegram_key(tx, telegram_id), **row)
    await tx.execute(statement.on_conflict_do_update(index_elements=[bans.c.telegram_key], set_=row))


async def find(tx: Transaction, telegram_id: int, now: datetime) -> Ban | None:
    """The ban that is in force."""
    which = bans.c.telegram_key == telegram_key(tx, telegram_id)
    row = (await tx.execute(select(bans).where(which))).first()
    return Ban(BanKind(row.kind), row.until) if row and (row.until is None or row.until > now) else None


async def lift(tx: Transaction, telegram_id: int) -> bool:
    """Let somebody in again; False when they were not kept out."""
    gone = await tx.execute(delete(bans).where(bans.c.telegram_key == telegram_key(tx, telegram_id)))
    return gone.rowcount == 1
