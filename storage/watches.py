"""Watches and their matches: names and places sealed; a report is told to a watch once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, func, select, update

from domain.documents import Country, DocumentType, ProofKind, Watch, WatchState
from storage.schema import matches, watches
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Due:
    """A watch to be looked at since `care_at`; `silences` questions were left without an answer."""

    watch: Watch
    care_at: datetime
    silences: int


async def add(tx: Transaction, watch: Watch) -> None:
    """Store a new watch."""
    await tx.execute(
        watches.insert().values(
            id=watch.id,
            person_id=watch.person_id,
            created_at=watch.created_at,
            care_at=watch.created_at if watch.state is WatchState.OPEN else None,
            **_columns(tx, watch),
        )
    )


async def save(tx: Transaction, watch: Watch) -> None:
    """Store what the owner changed."""
    await tx.execute(update(watches).where(watches.c.id == watch.id).values(**_columns(tx, watch)))


async def end(
    tx: Transaction, watch_id: str, now: datetime, state: WatchState = WatchState.WITHDRAWN
) -> None:
    """Close a watch for good."""
    values = {"state": state.value, "ended_at": now, "care_at": None}
    await tx.execute(update(watches).where(watches.c.id == watch_id).values(**values))


async def get(tx: Transaction, watch_id: str) -> Watch | None:
    """The watch of that id."""
    row = (await tx.execute(select(watches).where(watches.c.id == watch_id))).first()
    return _watch(tx, row) if row else None


async def find_code(tx: Transaction, code: str) -> Watch | None:
    """The watch that is called so in the channel."""
    row = (await tx.execute(select(watches).where(watches.c.code == code))).first()
    return _watch(tx, row) if row else None


async def of_owner(tx: Transaction, person_id: str, limit: int) -> Sequence[Watch]:
    """An owner's open watches, newest first."""
    rows = await tx.execute(
        select(watches)
        .where(watches.c.person_id == person_id, watches.c.state == WatchState.OPEN.value)
        .order_by(watches.c.created_at.desc())
        .limit(limit)
    )
    return [_watch(tx, row) for row in rows]


async def count_open(tx: Transaction, person_id: str | None = None) -> int:
    """How many watches an owner has open, or all owners together."""
    count = select(func.count()).where(watches.c.state == WatchState.OPEN.value)
    if person_id is not None:
        count = count.where(watches.c.person_id == person_id)
    return int((await tx.execute(count)).scalar_one())


async def open_names(tx: Transaction, after: str, limit: int) -> Sequence[tuple[str, str]]:
    """The ids and names of open watches, by id, those after this id."""
    rows = await tx.execute(
        select(watches.c.id, watches.c.name)
        .where(watches.c.state == WatchState.OPEN.value, watches.c.id > after)
        .order_by(watches.c.id)
        .limit(limit)
    )
    return [(row.id, tx.vault.open(row.name, f"watches.name.{row.id}")) for row in rows]


async def open_among(tx: Transaction, ids: Sequence[str]) -> Sequence[Watch]:
    """Those of the watches named that are open; the state is looked at here, as with reports."""
    rows = await tx.execute(select(watches).where(watches.c.id.in_(ids)))
    return [_watch(tx, row) for row in rows if row.state == WatchState.OPEN.value]


async def add_match(tx: Transaction, report_id: str, watch_id: str, now: datetime) -> bool:
    """Note that a watch is being told of a report; False when it was told before."""
    row = {"report_id": report_id, "watch_id": watch_id, "created_at": now}
    done = await tx.execute(tx.insert(matches).values(**row).on_conflict_do_nothing())
    return done.rowcount == 1


async def watch_told_of(tx: Transaction, report_id: str, person_id: str) -> Watch | None:
    """The oldest open watch of this person that was told of this report."""
    return next(iter(await told_of(tx, report_id, person_id)), None)


async def told_of(tx: Transaction, report_id: str, person_id: str) -> Sequence[Watch]:
    """Every open watch of this person that was told of this report, oldest first."""
    rows = await tx.execute(
        select(watches)
        .join(matches, matches.c.watch_id == watches.c.id)
        .where(
            matches.c.report_id == report_id,
            watches.c.person_id == person_id,
            watches.c.state == WatchState.OPEN.value,
        )
        .order_by(watches.c.id)
    )
    return [_watch(tx, row) for row in rows]


async def due(tx: Transaction, now: datetime, limit: int) -> Sequence[Due]:
    """Open watches that are to be looked at by now, longest due first, locked."""
    rows = await tx.execute(
        select(watches)
        .where(watches.c.care_at <= now)
        .order_by(watches.c.care_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [Due(_watch(tx, row), row.care_at, row.silences) for row in rows]


async def look_again(tx: Transaction, watch_id: str, care_at: datetime, silences: int) -> None:
    """Note when the owner is to be asked next, and how many questions went unanswered."""
    values = {"care_at": care_at, "silences": silences}
    await tx.execute(update(watches).where(watches.c.id == watch_id).values(**values))


async def all_of_owner(tx: Transaction, person_id: str) -> Sequence[Watch]:
    """Everything an owner waits or waited for, oldest first."""
    which = watches.c.person_id == person_id
    rows = await tx.execute(select(watches).where(which).order_by(watches.c.id))
    return [_watch(tx, row) for row in rows]


async def ended_before(tx: Transaction, moment: datetime, limit: int) -> Sequence[str]:
    """The ids of watches that ended before `moment`."""
    which = watches.c.ended_at < moment
    rows = await tx.execute(select(watches.c.id).where(which).order_by(watches.c.ended_at).limit(limit))
    return list(rows.scalars())


async def drop(tx: Transaction, watch_id: str) -> None:
    """Forget a watch and what it was told of."""
    await tx.execute(delete(matches).where(matches.c.watch_id == watch_id))
    await tx.execute(delete(watches).where(watches.c.id == watch_id))


async def drop_matches(tx: Transaction, report_id: str) -> None:
    """Forget whom a report was told to."""
    await tx.execute(delete(matches).where(matches.c.report_id == report_id))


async def decline_match(tx: Transaction, report_id: str, watch_id: str, now: datetime) -> None:
    """Note that the owner said "not mine"."""
    await tx.execute(
        update(matches)
        .where(matches.c.report_id == report_id, matches.c.watch_id == watch_id)
        .values(declined_at=now)
    )


def _columns(tx: Transaction, watch: Watch) -> dict[str, object]:
    return {
        "state": watch.state.value,
        "type": watch.type.value,
        "country": watch.country.value,
        "code": watch.code or None,
        "name": tx.vault.seal(watch.name, f"watches.name.{watch.id}"),
        "place": tx.vault.seal(watch.place, f"watches.place.{watch.id}"),
        "facts": tx.vault.seal(json.dumps(dict(watch.facts)), f"watches.facts.{watch.id}"),
    }


def _watch(tx: Transaction, row: Row[tuple[object, ...]]) -> Watch:
    return Watch(
        id=row.id,
        person_id=row.person_id,
        state=WatchState(row.state),
        type=DocumentType(row.type),
        country=Country(row.country),
        name=tx.vault.open(row.name, f"watches.name.{row.id}"),
        place=tx.vault.open(row.place, f"watches.place.{row.id}"),
        created_at=row.created_at,
        facts=_facts(tx, row.id, row.facts),
        code=row.code or "",
    )


def _facts(tx: Transaction, watch_id: str, sealed: bytes | None) -> dict[ProofKind, str]:
    held = json.loads(tx.vault.open(sealed, f"watches.facts.{watch_id}")) if sealed else {}
    return {ProofKind(kind): fact for kind, fact in held.items()}
