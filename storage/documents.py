"""Reports of found documents and their proofs: names and places sealed, proofs hashed only."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, and_, delete, func, select, update

from domain.documents import (
    LIVE_STATES,
    PUBLIC_STATES,
    Country,
    DocumentType,
    ProofKind,
    Report,
    ReportState,
    Whereabouts,
)
from storage.schema import proofs, reports
from storage.transaction import Transaction


async def add(tx: Transaction, report: Report) -> None:
    """Store a new report."""
    values = _columns(tx, report)
    await tx.execute(
        reports.insert().values(
            id=report.id,
            code=report.code,
            finder_id=report.finder_id,
            created_at=report.created_at,
            **values,
        )
    )


async def save(tx: Transaction, report: Report) -> None:
    """Store what the finder or a moderator changed."""
    await tx.execute(update(reports).where(reports.c.id == report.id).values(**_columns(tx, report)))


async def get(tx: Transaction, report_id: str) -> Report | None:
    """The report of that id."""
    row = (await tx.execute(select(reports).where(reports.c.id == report_id))).first()
    return _report(tx, row) if row else None


async def find_code(tx: Transaction, code: str) -> Report | None:
    """The report of that public code."""
    row = (await tx.execute(select(reports).where(reports.c.code == code))).first()
    return _report(tx, row) if row else None


async def of_finder(tx: Transaction, person_id: str, limit: int) -> Sequence[Report]:
    """A finder's unfinished reports, newest first."""
    rows = await tx.execute(
        select(reports)
        .where(reports.c.finder_id == person_id, reports.c.ended_at.is_(None))
        .order_by(reports.c.created_at.desc())
        .limit(limit)
    )
    return [_report(tx, row) for row in rows]


async def public_among(tx: Transaction, ids: Sequence[str]) -> Sequence[Report]:
    """Those of the reports named that everybody may find.

    The state is looked at here: asked for it too, SQLite may walk through all reports of that state.
    """
    rows = await tx.execute(select(reports).where(reports.c.id.in_(ids)))
    return [_report(tx, row) for row in rows if ReportState(row.state) in PUBLIC_STATES]


async def all_of_finder(tx: Transaction, person_id: str) -> Sequence[Report]:
    """Everything a finder has reported that is not wiped yet, oldest first."""
    which = and_(reports.c.finder_id == person_id, reports.c.wiped_at.is_(None))
    rows = await tx.execute(select(reports).where(which).order_by(reports.c.id))
    return [_report(tx, row) for row in rows]


async def live_names(tx: Transaction, after: str, limit: int) -> Sequence[tuple[str, str]]:
    """The ids and names of reports that have not ended, by id, those after this id."""
    which = and_(reports.c.state.in_([state.value for state in LIVE_STATES]), reports.c.id > after)
    rows = await tx.execute(
        select(reports.c.id, reports.c.name).where(which).order_by(reports.c.id).limit(limit)
    )
    return [(row.id, tx.vault.open(row.name, f"reports.name.{row.id}")) for row in rows]


async def count_live(tx: Transaction) -> int:
    """How many reports have not ended."""
    states = [state.value for state in LIVE_STATES]
    return int((await tx.execute(select(func.count()).where(reports.c.state.in_(states)))).scalar_one())


async def due(tx: Transaction, now: datetime, limit: int) -> Sequence[tuple[Report, datetime | None]]:
    """Live reports to be looked at by now, longest due first, locked; with when each finder last heard."""
    rows = await tx.execute(
        select(reports)
        .where(reports.c.care_at <= now)
        .order_by(reports.c.care_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [(_report(tx, row), row.cared_at) for row in rows]


async def look_again(tx: Transaction, report_id: str, care_at: datetime, cared_at: datetime | None) -> None:
    """Note when a report is to be looked at next, and when its finder last heard of it."""
    values = {"care_at": care_at, "cared_at": cared_at}
    await tx.execute(update(reports).where(reports.c.id == report_id).values(**values))


async def unwiped(tx: Transaction, moment: datetime, limit: int) -> Sequence[str]:
    """The ids of reports that ended before `moment` and still hold something personal."""
    which = and_(reports.c.ended_at < moment, reports.c.wiped_at.is_(None))
    rows = await tx.execute(select(reports.c.id).where(which).order_by(reports.c.ended_at).limit(limit))
    return list(rows.scalars())


async def wipe(tx: Transaction, report_id: str, now: datetime) -> None:
    """Forget everything personal in a report; that it was, and how it ended, stays."""
    values = {
        "name": tx.vault.seal("", f"reports.name.{report_id}"),
        "place": tx.vault.seal("", f"reports.place.{report_id}"),
        "handed_place": None,
        "wiped_at": now,
    }
    await tx.execute(update(reports).where(reports.c.id == report_id).values(**values))
    await drop_proofs(tx, report_id, [])


async def drop_proofs(tx: Transaction, report_id: str, kept: Sequence[ProofKind]) -> None:
    """Forget a report's proofs but those kept."""
    kinds = [kind.value for kind in kept]
    await tx.execute(delete(proofs).where(proofs.c.report_id == report_id, proofs.c.kind.not_in(kinds)))


async def add_proof(tx: Transaction, report_id: str, kind: ProofKind, fact: str, salt: bytes) -> None:
    """Keep a secret fact, in its normal form, as a keyed hash with a salt of its own."""
    digest = _proof_digest(tx, kind.value, salt, fact)
    row = {"report_id": report_id, "kind": kind.value, "salt": salt, "digest": digest}
    await tx.execute(proofs.insert().values(**row))


async def proof_kinds(tx: Transaction, report_id: str) -> frozenset[ProofKind]:
    """Which kinds of proof a report has."""
    rows = await tx.execute(select(proofs.c.kind).where(proofs.c.report_id == report_id))
    return frozenset(ProofKind(kind) for kind in rows.scalars())


async def proofs_agree(tx: Transaction, report_id: str, facts: Mapping[ProofKind, str]) -> bool:
    """Whether these facts, in their normal form, are those the finder gave: all of them.

    Every digest is computed and compared in constant time, whatever the ones before it were. False when
    the finder gave none.
    """
    rows = (await tx.execute(select(proofs).where(proofs.c.report_id == report_id))).all()
    right = [
        hmac.compare_digest(
            row.digest, _proof_digest(tx, row.kind, row.salt, facts.get(ProofKind(row.kind), ""))
        )
        for row in rows
    ]
    return bool(right) and sum(right) == len(right)


def _proof_digest(tx: Transaction, kind: str, salt: bytes, fact: str) -> bytes:
    return tx.vault.digest(f"proof.{kind}.{salt.hex()}", fact)


def _columns(tx: Transaction, report: Report) -> dict[str, object]:
    return {
        "state": report.state.value,
        "type": report.type.value,
        "country": report.country.value,
        "name": tx.vault.seal(report.name, f"reports.name.{report.id}"),
        "place": tx.vault.seal(report.place, f"reports.place.{report.id}"),
        "day": report.day,
        "whereabouts": report.whereabouts.value,
        "handed_place": _sealed_place(tx, report),
        "renewed_at": report.renewed_at,
        "ended_at": report.ended_at,
        # Whatever has changed, the clock looks at it again and finds out by itself what is next.
        "care_at": report.renewed_at if report.state in LIVE_STATES else None,
    }


def _sealed_place(tx: Transaction, report: Report) -> bytes | None:
    if not report.handed_place:
        return None
    return tx.vault.seal(report.handed_place, f"reports.handed_place.{report.id}")


def _report(tx: Transaction, row: Row[tuple[object, ...]]) -> Report:
    return Report(
        id=row.id,
        code=row.code,
        finder_id=row.finder_id,
        state=ReportState(row.state),
        type=DocumentType(row.type),
        country=Country(row.country),
        name=tx.vault.open(row.name, f"reports.name.{row.id}"),
        place=tx.vault.open(row.place, f"reports.place.{row.id}"),
        day=row.day,
        whereabouts=Whereabouts(row.whereabouts),
        handed_place=(
            tx.vault.open(row.handed_place, f"reports.handed_place.{row.id}") if row.handed_place else ""
        ),
        created_at=row.created_at,
        renewed_at=row.renewed_at or row.created_at,
        ended_at=row.ended_at,
    )
