"""The name index over sealed records: keyed hashes of search keys, which reveal no name."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from sqlalchemy import delete, func, select

from storage.schema import name_keys
from storage.transaction import Transaction


class Indexed(StrEnum):
    """Whose name a row of the index belongs to."""

    REPORT = "report"
    WATCH = "watch"


async def put(tx: Transaction, kind: Indexed, subject_id: str, keys: Iterable[str]) -> None:
    """Index a name under its search keys, in place of its former ones."""
    await remove(tx, subject_id)
    rows = [
        {"digest": tx.vault.name_digest(key), "kind": kind.value, "subject_id": subject_id}
        for key in sorted(set(keys))
    ]
    if rows:
        await tx.execute(tx.insert(name_keys).values(rows).on_conflict_do_nothing())


async def remove(tx: Transaction, subject_id: str) -> None:
    """Take a name out of the index."""
    await tx.execute(delete(name_keys).where(name_keys.c.subject_id == subject_id))


async def candidates(tx: Transaction, kind: Indexed, keys: Iterable[str], limit: int) -> Sequence[str]:
    """The subjects that share a search key, those that share most first."""
    digests = [tx.vault.name_digest(key) for key in sorted(set(keys))]
    shared = func.count()
    rows = await tx.execute(
        select(name_keys.c.subject_id)
        .where(name_keys.c.kind == kind.value, name_keys.c.digest.in_(digests))
        .group_by(name_keys.c.subject_id)
        .order_by(shared.desc(), name_keys.c.subject_id.desc())
        .limit(limit)
    )
    return list(rows.scalars())
