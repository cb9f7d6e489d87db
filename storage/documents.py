"""Reports of found documents and their proofs: names and places sealed, proofs hashed only."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, delete, func, select, update

from domain.documents import Country, DocumentType, ProofKind, Report, ReportState, Whereabouts
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


async def end(tx: Transaction, report_id: str, state: ReportState, now: datetime) -> None:
    """Close a report for good."""
    await tx.execute(update(reports).where(reports.c.id == report_id).values(state=state.value, ended_at=now))


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


async def open_among(tx: Transaction, ids: Sequence[str]) -> Sequence[Report]:
    """Those of the reports named that are open."""
    rows = await tx.execute(
        select(reports).where(reports.c.id.in_(ids), reports.c.state == ReportState.OPEN.value)
    )
    return [_report(tx, row) for row in rows]


async def count_of_finder(tx: Transaction, person_id: str, since: datetime) -> int:
    """How many reports a finder has made since `since`."""
    count = select(func.count()).where(reports.c.finder_id == person_id, reports.c.created_at >= since)
    return int((await tx.execute(count)).scalar_one())


async def drop_proofs(tx: Transaction, report_id: str, kept: Sequence[ProofKind]) -> None:
    """Forget a report's proofs but those kept."""
    kinds = [kind.value for kind in kept]
    await tx.execute(delete(proofs).where(proofs.c.report_id == report_id, proofs.c.kind.not_in(kinds)))


async def add_proof(tx: Transaction, report_id: str, kind: ProofKind, fact: str, salt: bytes) -> None:
    """Keep a secret fact as a keyed hash with a salt of its own."""
    digest = tx.vault.digest(f"proof.{kind.value}.{salt.hex()}", fact)
    row = {"report_id": report_id, "kind": kind.value, "salt": salt, "digest": digest}
    await tx.execute(proofs.insert().values(**row))


async def proof_kinds(tx: Transaction, report_id: str) -> frozenset[ProofKind]:
    """Which kinds of proof a report has."""
    rows = await tx.execute(select(proofs.c.kind).where(proofs.c.report_id == report_id))
    return frozenset(ProofKind(kind) for kind in rows.scalars())


def _columns(tx: Transaction, report: Report) -> dict[str, object]:
    return {
        "state": report.state.value,
        "type": report.type.value,
        "country": report.country.value,
        "name": tx.vault.seal(report.name, f"reports.name.{report.id}"),
        "place": tx.vault.seal(report.place, f"reports.place.{report.id}"),
        "day": report.day,
        "whereabouts": report.whereabouts.value,
    }


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
        created_at=row.created_at,
    )
