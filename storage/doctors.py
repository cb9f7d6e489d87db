"""The directory of doctors: its entries, and which two of them may be one. What they say is sealed."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_, select, update

from domain.doctors import SHOWN_ENTRIES, Details, Entry, EntryState
from domain.specialities import Speciality
from storage.schema import entries, likenesses
from storage.transaction import Transaction

LIVE_ENTRIES = (*SHOWN_ENTRIES, EntryState.HIDDEN)
"""Entries that a further recommendation may belong to: a hidden one must not come back under another code."""

_SHOWN = and_(
    entries.c.state.in_([state.value for state in SHOWN_ENTRIES]),
    entries.c.details.is_not(None),
)
_LIVE = entries.c.state.in_([state.value for state in LIVE_ENTRIES])
_BATCH = 400  # SQLite before 3.32 takes no more than 999 parameters
_CODE = "@"


class Alike(StrEnum):
    """What became of a pair of entries that may be one; apart ones are never proposed again."""

    PROPOSED = "proposed"
    MERGED = "merged"
    APART = "apart"


async def add(tx: Transaction, entry: Entry) -> None:
    """Store a new entry."""
    key = {"id": entry.id, "code": entry.code, "created_at": entry.created_at}
    await tx.execute(entries.insert().values(**key, **_columns(tx, entry)))


async def save(tx: Transaction, entry: Entry) -> None:
    """Store what may change about an entry."""
    await tx.execute(update(entries).where(entries.c.id == entry.id).values(**_columns(tx, entry)))


async def get(tx: Transaction, entry_id: str) -> Entry | None:
    """The entry of that id, in whatever state."""
    return await _first(tx, entries.c.id == entry_id)


async def find_code(tx: Transaction, code: str) -> Entry | None:
    """The entry that is called so in public, in whatever state."""
    return await _first(tx, entries.c.code == code)


async def current(tx: Transaction, entry: Entry) -> Entry:
    """The entry that a merged one is part of by now; itself when it is not merged."""
    while entry.state is EntryState.MERGED and entry.into is not None:
        into = await get(tx, entry.into)
        if into is None:
            return entry
        entry = into
    return entry


async def parts_of(tx: Transaction, entry_id: str) -> Sequence[Entry]:
    """What was merged into an entry, directly or through others."""
    found: list[Entry] = []
    near = [entry_id]
    while near:
        joined = await _every(tx, entries.c.into == near.pop())
        found += joined
        near += [entry.id for entry in joined]
    return found


async def of(
    tx: Transaction,
    speciality: Speciality | None = None,
    places: Collection[str] | None = None,
    language: str | None = None,
) -> Sequence[Entry]:
    """What everybody may read of a speciality, in these places (codes behind `@`), in this language.

    None stands for all of them. An entry that names no languages is found by none.
    """
    which = [_SHOWN]
    if speciality is not None:
        which.append(entries.c.speciality == speciality.value)
    if places is not None:
        which.append(entries.c.place.in_(list(places)))
    found = await _every(tx, and_(*which))
    return [
        each for each in found if language is None or (each.details and language in each.details.languages)
    ]


async def live(tx: Transaction, speciality: Speciality, phone: str) -> Sequence[Entry]:
    """The entries that somebody of this speciality, or with this phone, may stand in already."""
    same = entries.c.speciality == speciality.value
    which = or_(same, entries.c.phone == _hashed(tx, phone)) if phone else same
    return await _every(tx, and_(_LIVE, entries.c.details.is_not(None), which))


async def among(tx: Transaction, ids: Sequence[str]) -> Sequence[Entry]:
    """Those of the entries named that everybody may read."""
    found: list[Entry] = []
    for start in range(0, len(ids), _BATCH):
        found += await _every(tx, and_(_SHOWN, entries.c.id.in_(ids[start : start + _BATCH])))
    return found


async def page(tx: Transaction, after: str, limit: int) -> Sequence[Entry]:
    """What everybody may read, by id, those after this id."""
    which = and_(_SHOWN, entries.c.id > after)
    rows = await tx.execute(select(entries).where(which).order_by(entries.c.id).limit(limit))
    return [_entry(tx, row) for row in rows]


async def live_names(tx: Transaction, after: str, limit: int) -> Sequence[tuple[str, str]]:
    """The ids and the doctors' names of live entries, by id, those after this id; "" names a clinic alone."""
    which = and_(_LIVE, entries.c.details.is_not(None), entries.c.id > after)
    rows = await tx.execute(select(entries).where(which).order_by(entries.c.id).limit(limit))
    found = [_entry(tx, row) for row in rows]
    return [(entry.id, entry.details.doctor if entry.details else "") for entry in found]


async def count_live(tx: Transaction) -> int:
    """How many entries a name can be found by."""
    which = and_(_LIVE, entries.c.details.is_not(None))
    return int((await tx.execute(select(func.count()).select_from(entries).where(which))).scalar_one())


async def removed_before(tx: Transaction, moment: datetime, limit: int) -> Sequence[Entry]:
    """Entries that were removed before a moment and are not forgotten yet."""
    removed = entries.c.state == EntryState.REMOVED.value
    which = and_(removed, entries.c.details.is_not(None), entries.c.updated_at < moment)
    rows = await tx.execute(select(entries).where(which).order_by(entries.c.id).limit(limit))
    return [_entry(tx, row) for row in rows]


async def propose(tx: Transaction, one_id: str, other_id: str, score: float, now: datetime) -> bool:
    """Note that two entries may be one; False when that was noted before, whatever became of it."""
    first, second = sorted((one_id, other_id))
    row = {"first_id": first, "second_id": second, "score": score, "at": now}
    statement = tx.insert(likenesses).values(**row, state=Alike.PROPOSED.value)
    return (await tx.execute(statement.on_conflict_do_nothing())).rowcount == 1


async def settle(tx: Transaction, one_id: str, other_id: str, state: Alike, now: datetime) -> None:
    """Note what became of a pair."""
    values = {"state": state.value, "at": now}
    await tx.execute(update(likenesses).where(_pair(one_id, other_id)).values(**values))


async def likeness_of(tx: Transaction, one_id: str, other_id: str) -> Alike | None:
    """What became of a pair; None when nobody ever thought them alike."""
    state = (await tx.execute(select(likenesses.c.state).where(_pair(one_id, other_id)))).scalar()
    return Alike(state) if state else None


async def proposed_with(tx: Transaction, entry_id: str) -> Sequence[str]:
    """The ids of the entries that wait for a decision together with this one."""
    either = or_(likenesses.c.first_id == entry_id, likenesses.c.second_id == entry_id)
    which = and_(either, likenesses.c.state == Alike.PROPOSED.value)
    rows = await tx.execute(select(likenesses).where(which).order_by(likenesses.c.at))
    return [row.second_id if row.first_id == entry_id else row.first_id for row in rows]


def _pair(one_id: str, other_id: str) -> ColumnElement[bool]:
    first, second = sorted((one_id, other_id))
    return and_(likenesses.c.first_id == first, likenesses.c.second_id == second)


async def _first(tx: Transaction, which: ColumnElement[bool]) -> Entry | None:
    row = (await tx.execute(select(entries).where(which))).first()
    return _entry(tx, row) if row else None


async def _every(tx: Transaction, which: ColumnElement[bool]) -> Sequence[Entry]:
    rows = await tx.execute(select(entries).where(which).order_by(entries.c.id))
    return [_entry(tx, row) for row in rows]


def _columns(tx: Transaction, entry: Entry) -> dict[str, Any]:
    phone = entry.details.phone if entry.details else ""
    return {
        "state": entry.state.value,
        "speciality": entry.speciality.value,
        "place": entry.place if entry.place.startswith(_CODE) else "",
        "details": _sealed(tx, entry),
        "phone": _hashed(tx, phone) if phone else None,
        "into": entry.into,
        "updated_at": entry.updated_at,
    }


def _sealed(tx: Transaction, entry: Entry) -> bytes | None:
    """What an entry says; a place in free words is sealed with it."""
    details = entry.details
    if details is None:
        return None
    written = {
        "doctor": details.doctor,
        "clinic": details.clinic,
        "phone": details.phone,
        "languages": list(details.languages),
        "why": details.why,
        "place": "" if entry.place.startswith(_CODE) else entry.place,
    }
    return tx.vault.seal(json.dumps(written, ensure_ascii=False), f"entries.details.{entry.id}")


def _hashed(tx: Transaction, phone: str) -> bytes:
    return tx.vault.digest("clinic phone", phone)


def _entry(tx: Transaction, row: Row[tuple[object, ...]]) -> Entry:
    written: dict[str, Any] = (
        json.loads(tx.vault.open(row.details, f"entries.details.{row.id}")) if row.details else {}
    )
    free_place = written.pop("place", "")
    return Entry(
        id=row.id,
        code=row.code,
        state=EntryState(row.state),
        speciality=Speciality(row.speciality),
        place=row.place or free_place,
        details=Details(**{**written, "languages": tuple(written["languages"])}) if written else None,
        into=row.into,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
