"""The audit log: lines are added and read, never changed or taken out."""

from collections.abc import Sequence

from sqlalchemy import select

from domain.cases import Action, Record
from storage.schema import audit
from storage.transaction import Transaction


async def add(tx: Transaction, record: Record) -> None:
    """Write one line."""
    await tx.execute(
        audit.insert().values(
            id=record.id,
            at=record.at,
            actor_id=record.actor_id,
            action=record.action.value,
            subject=record.subject,
            note=record.note,
        )
    )


async def newest(tx: Transaction, limit: int, subject: str | None = None) -> Sequence[Record]:
    """The last lines, newest first; those about one subject when it is given."""
    statement = select(audit).order_by(audit.c.id.desc()).limit(limit)
    if subject is not None:
        statement = statement.where(audit.c.subject == subject)
    rows = await tx.execute(statement)
    return [Record(row.id, row.at, row.actor_id, Action(row.action), row.subject, row.note) for row in rows]
