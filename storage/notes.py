"""Notes: small facts that the process keeps for its next start."""

from sqlalchemy import select

from storage.schema import notes
from storage.transaction import Transaction


async def find(tx: Transaction, name: str) -> str | None:
    """What was noted under a name."""
    return (await tx.execute(select(notes.c.value).where(notes.c.name == name))).scalar()


async def put(tx: Transaction, name: str, value: str) -> None:
    """Note something in place of what stood there."""
    statement = tx.insert(notes).values(name=name, value=value)
    await tx.execute(statement.on_conflict_do_update(index_elements=[notes.c.name], set_={"value": value}))
