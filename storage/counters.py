"""Caps: counters, tries and sought names of a seeker, a person known only by a keyed hash.

They outlive a person's own deletion by a few days, so that nobody gets new tries by leaving and coming back.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from storage.schema import counters, sought, tries
from storage.transaction import Transaction


def seeker(tx: Transaction, telegram_id: int) -> str:
    """The mark of a person in these tables: 32 hexadecimal characters of a keyed hash."""
    return tx.vault.digest("seeker", str(telegram_id)).hex()[:32]


async def increase(tx: Transaction, who: str, action: str, day: date) -> int:
    """Count one more and give the new number."""
    key = {"seeker": who, "action": action, "day": day}
    statement = _one_more(tx.insert(counters).values(**key, count=1))
    return int((await tx.execute(statement.returning(counters.c.count))).scalar_one())


async def counts(tx: Transaction, action: str, days: Mapping[str, date]) -> Mapping[str, int]:
    """How often several people did something, each on a day of their own; who never did is left out."""
    rows = await tx.execute(
        select(counters.c.seeker, counters.c.day, counters.c.count.label("times")).where(
            counters.c.seeker.in_(list(days)),
            counters.c.action == action,
            counters.c.day.in_(set(days.values())),
        )
    )
    return {row.seeker: int(row.times) for row in rows if row.day == days[row.seeker]}


async def increase_each(tx: Transaction, action: str, days: Mapping[str, date]) -> None:
    """Count one more for each of several people, on a day of their own."""
    rows = [{"seeker": who, "action": action, "day": day, "count": 1} for who, day in days.items()]
    if rows:
        await tx.execute(_one_more(tx.insert(counters)), rows)


async def names_sought(tx: Transaction, who: str, day: date) -> Sequence[str]:
    """The different names somebody looked for on a day."""
    rows = await tx.execute(select(sought).where(sought.c.seeker == who, sought.c.day == day))
    return [tx.vault.open(row.name, f"sought.name.{row.id}") for row in rows]


async def add_sought(tx: Transaction, row_id: str, who: str, day: date, name: str) -> None:
    """Note one more name that somebody looks for."""
    sealed = tx.vault.seal(name, f"sought.name.{row_id}")
    await tx.execute(sought.insert().values(id=row_id, seeker=who, day=day, name=sealed))


async def regrow_sought(tx: Transaction, who: str, day: date, former: str, name: str) -> bool:
    """Let a name that was noted on a day be `name` from now on; False when `former` was not noted."""
    rows = await tx.execute(select(sought).where(sought.c.seeker == who, sought.c.day == day))
    for row in rows:
        field = f"sought.name.{row.id}"
        if tx.vault.open(row.name, field) == former:
            sealed = tx.vault.seal(name, field)
            await tx.execute(update(sought).where(sought.c.id == row.id).values(name=sealed))
            return True
    return False


async def blind(tx: Transaction, who: str, day: date, action: str) -> None:
    """Forget which names somebody looked for on a day, keeping under `action` how many they were."""
    which = (sought.c.seeker == who, sought.c.day == day)
    count = (await tx.execute(select(func.count()).select_from(sought).where(*which))).scalar_one()
    await tx.execute(delete(sought).where(sought.c.seeker == who))
    for _ in range(int(count)):
        await increase(tx, who, action, day)


async def count(tx: Transaction, who: str, action: str, day: date) -> int:
    """How often somebody did something on a day."""
    key = (counters.c.seeker == who, counters.c.action == action, counters.c.day == day)
    return int((await tx.execute(select(counters.c.count).where(*key))).scalar() or 0)


async def add_try(tx: Transaction, row_id: str, who: str, report_id: str, now: datetime) -> None:
    """Note that somebody tried to prove that a report is theirs."""
    await tx.execute(tries.insert().values(id=row_id, seeker=who, report_id=report_id, created_at=now))


async def tries_since(
    tx: Transaction, moment: datetime, *, who: str | None = None, report_id: str | None = None
) -> int:
    """How many tries there were since `moment`: by somebody, at a report, or both."""
    which = [tries.c.created_at > moment]
    if who is not None:
        which.append(tries.c.seeker == who)
    if report_id is not None:
        which.append(tries.c.report_id == report_id)
    return int((await tx.execute(select(func.count()).select_from(tries).where(*which))).scalar_one())


async def drop_older(tx: Transaction, day: date, moment: datetime) -> int:
    """Forget counters and names from before `day`, tries from before `moment`; how many rows."""
    gone = [
        await tx.execute(delete(counters).where(counters.c.day < day)),
        await tx.execute(delete(sought).where(sought.c.day < day)),
        await tx.execute(delete(tries).where(tries.c.created_at < moment)),
    ]
    return sum(done.rowcount for done in gone)


def _one_more(statement: Any) -> Any:  # noqa: ANN401 - either dialect's Insert
    return statement.on_conflict_do_update(
        index_elements=[counters.c.seeker, counters.c.action, counters.c.day],
        set_={"count": counters.c.count + 1},
    )
