"""The timetable: when each unresolved item is due in the channel again, and what was shown when."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, select, update

from domain.reposts import Item, ItemKind, Showing
from storage.schema import reposts, showings
from storage.transaction import Transaction
from storage.types import UtcDateTime

DUE = (
    select(reposts)
    .where(
        reposts.c.kind == bindparam("kind"),
        reposts.c.turn == bindparam("turn"),
        reposts.c.due_at <= bindparam("at", type_=UtcDateTime),
    )
    .order_by(reposts.c.due_at, reposts.c.subject)
    .limit(bindparam("most"))
)
"""The claim of one turn: the index over kind, turn, due_at, subject gives it in order, however many wait."""


async def begin(tx: Transaction, item: Item) -> bool:
    """Put an item on the timetable; False when it stands there already, which changes nothing."""
    row = {"subject": item.subject, "since": item.since, **_columns(item)}
    done = await tx.execute(tx.insert(reposts).values(row).on_conflict_do_nothing())
    return done.rowcount == 1


async def save(tx: Transaction, items: Sequence[Item]) -> None:
    """Store when items are due next."""
    for item in items:
        await tx.execute(update(reposts).where(reposts.c.subject == item.subject).values(**_columns(item)))


async def put_off(tx: Transaction, subject: str, due_at: datetime) -> None:
    """Let an item wait; nothing else about it changes."""
    await tx.execute(update(reposts).where(reposts.c.subject == subject).values(due_at=due_at))


async def get(tx: Transaction, subject: str) -> Item | None:
    """The item of that subject; None when it does not come back."""
    row = (await tx.execute(select(reposts).where(reposts.c.subject == subject))).first()
    return _item(row) if row else None


async def end(tx: Transaction, subject: str) -> None:
    """Take an item off the timetable."""
    await tx.execute(delete(reposts).where(reposts.c.subject == subject))


async def due(
    tx: Transaction, kinds: Collection[ItemKind], turns: int, at: datetime, most: int
) -> Sequence[Item]:
    """Of each of these kinds and each turn below `turns` the first `most` items that are due at `at`.

    The rows are locked where the database can: of two processes one makes the digest.
    """
    found: list[Item] = []
    for kind in sorted(kinds):
        for turn in range(turns):
            given = {"kind": kind.value, "turn": turn, "at": at, "most": most}
            found += await _items(tx, DUE.with_for_update(skip_locked=True), given)
    return found


async def ahead(
    tx: Transaction, kinds: Collection[ItemKind], turns: int, until: datetime, most: int
) -> Sequence[Item]:
    """The same for reading: what is or falls due until a moment."""
    found: list[Item] = []
    for kind in sorted(kinds):
        for turn in range(turns):
            found += await _items(tx, DUE, {"kind": kind.value, "turn": turn, "at": until, "most": most})
    return found


async def counted(tx: Transaction) -> Mapping[ItemKind, int]:
    """How much of each kind is on the timetable; kinds of which there is nothing are left out."""
    number = func.count().label("number")
    rows = await tx.execute(select(reposts.c.kind, number).group_by(reposts.c.kind))
    return {ItemKind(row.kind): row.number for row in rows}


async def note(tx: Transaction, ids: Sequence[str], shown: Sequence[Showing]) -> None:
    """Note what was shown, each under an id of its own."""
    rows = [
        {"id": own, "kind": each.kind.value, "subject": each.subject, "at": each.at, "post": each.post}
        for own, each in zip(ids, shown, strict=True)
    ]
    if rows:
        await tx.execute(showings.insert(), rows)


async def shown_since(tx: Transaction, moment: datetime) -> Sequence[Showing]:
    """What was shown since a moment, oldest first."""
    rows = await tx.execute(select(showings).where(showings.c.at >= moment).order_by(showings.c.at))
    return [Showing(ItemKind(row.kind), row.subject, row.at, row.post) for row in rows]


async def forget_older(tx: Transaction, moment: datetime) -> int:
    """Forget what was shown before `moment`; how many there were."""
    return (await tx.execute(delete(showings).where(showings.c.at < moment))).rowcount


async def _items(tx: Transaction, query: Select[Any], given: Mapping[str, object]) -> list[Item]:
    return [_item(row) for row in await tx.execute(query, given)]


def _columns(item: Item) -> dict[str, object]:
    return {
        "kind": item.kind.value,
        "shown": item.shown,
        "turn": item.turn,
        "shown_at": item.shown_at,
        "due_at": item.due_at,
    }


def _item(row: Row[tuple[object, ...]]) -> Item:
    return Item(ItemKind(row.kind), row.subject, row.shown, row.turn, row.since, row.shown_at, row.due_at)
