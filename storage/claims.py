"""Claims: who says that a report is theirs, and how it was settled. Statements are sealed."""

from collections.abc import Sequence

from sqlalchemy import Row, delete, select, update

from domain.claims import Claim, ClaimState
from storage.schema import claims
from storage.transaction import Transaction


async def add(tx: Transaction, claim: Claim) -> None:
    """Store a new claim."""
    key = {"id": claim.id, "report_id": claim.report_id, "person_id": claim.person_id}
    await tx.execute(claims.insert().values(**key, created_at=claim.created_at, **_columns(tx, claim)))


async def save(tx: Transaction, claim: Claim) -> None:
    """Store what may change about a claim."""
    await tx.execute(update(claims).where(claims.c.id == claim.id).values(**_columns(tx, claim)))


async def get(tx: Transaction, claim_id: str) -> Claim | None:
    """The claim of that id."""
    row = (await tx.execute(select(claims).where(claims.c.id == claim_id))).first()
    return _claim(tx, row) if row else None


async def find(tx: Transaction, report_id: str, person_id: str) -> Claim | None:
    """The claim this person has made of this report."""
    which = (claims.c.report_id == report_id, claims.c.person_id == person_id)
    row = (await tx.execute(select(claims).where(*which))).first()
    return _claim(tx, row) if row else None


async def of_report(tx: Transaction, report_id: str, *states: ClaimState) -> Sequence[Claim]:
    """The claims of a report in these states, oldest first."""
    wanted = [state.value for state in states]
    rows = await tx.execute(
        select(claims)
        .where(claims.c.report_id == report_id, claims.c.state.in_(wanted))
        .order_by(claims.c.created_at, claims.c.id)
    )
    return [_claim(tx, row) for row in rows]


async def of_person(tx: Transaction, person_id: str) -> Sequence[Claim]:
    """All that a person has claimed, oldest first."""
    rows = await tx.execute(
        select(claims).where(claims.c.person_id == person_id).order_by(claims.c.created_at, claims.c.id)
    )
    return [_claim(tx, row) for row in rows]


async def forget_statements(tx: Transaction, report_id: str) -> None:
    """Wipe what both sides wrote about a report."""
    blank = {"statement": None, "finder_statement": None}
    await tx.execute(update(claims).where(claims.c.report_id == report_id).values(**blank))


async def drop(tx: Transaction, claim_id: str) -> None:
    """Forget a claim that nothing came of."""
    await tx.execute(delete(claims).where(claims.c.id == claim_id))


def _columns(tx: Transaction, claim: Claim) -> dict[str, object]:
    return {
        "state": claim.state.value,
        "proven": claim.proven,
        "statement": _sealed(tx, claim.statement, f"claims.statement.{claim.id}"),
        "finder_statement": _sealed(tx, claim.finder_statement, f"claims.finder_statement.{claim.id}"),
    }


def _sealed(tx: Transaction, words: str, place: str) -> bytes | None:
    return tx.vault.seal(words, place) if words else None


def _opened(tx: Transaction, sealed: bytes | None, place: str) -> str:
    return tx.vault.open(sealed, place) if sealed else ""


def _claim(tx: Transaction, row: Row[tuple[object, ...]]) -> Claim:
    return Claim(
        id=row.id,
        report_id=row.report_id,
        person_id=row.person_id,
        state=ClaimState(row.state),
        proven=row.proven,
        statement=_opened(tx, row.statement, f"claims.statement.{row.id}"),
        finder_statement=_opened(tx, row.finder_statement, f"claims.finder_statement.{row.id}"),
        created_at=row.created_at,
    )
