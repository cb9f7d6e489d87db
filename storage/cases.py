"""Cases and their cards; words in them are sealed."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, and_, delete, func, or_, select, update

from domain.cases import Case, CaseKind, CaseState, Decision
from storage.schema import case_cards, cases, deliveries
from storage.transaction import Transaction

_OPEN = cases.c.state == CaseState.OPEN.value


async def add(tx: Transaction, case: Case) -> None:
    """Store a new case."""
    await tx.execute(
        cases.insert().values(
            id=case.id,
            kind=case.kind.value,
            subject=case.subject,
            report_id=case.report_id or None,
            opened_by=case.opened_by,
            created_at=case.created_at,
            reminded_at=case.created_at,
            **_columns(tx, case),
        )
    )


async def save(tx: Transaction, case: Case) -> None:
    """Store what may change about a case."""
    await tx.execute(update(cases).where(cases.c.id == case.id).values(**_columns(tx, case)))


async def get(tx: Transaction, case_id: str) -> Case | None:
    """The case of that id, its row locked until the transaction ends."""
    row = (await tx.execute(select(cases).where(cases.c.id == case_id).with_for_update())).first()
    return _case(tx, row) if row else None


async def open_about(tx: Transaction, subject: str, *kinds: CaseKind) -> Sequence[Case]:
    """The open cases of these kinds about a subject."""
    wanted = [kind.value for kind in kinds]
    rows = await tx.execute(select(cases).where(cases.c.subject == subject, cases.c.kind.in_(wanted), _OPEN))
    return [_case(tx, row) for row in rows]


async def open_of_report(tx: Transaction, report_id: str) -> Sequence[Case]:
    """The open cases behind which a report stands."""
    rows = await tx.execute(select(cases).where(cases.c.report_id == report_id, _OPEN))
    return [_case(tx, row) for row in rows]


async def open_concerning(tx: Transaction, person_id: str) -> Sequence[Case]:
    """The open cases that a person asked for or that are about them."""
    theirs = or_(cases.c.opened_by == person_id, cases.c.about_id == person_id)
    rows = await tx.execute(select(cases).where(theirs, _OPEN).order_by(cases.c.id))
    return [_case(tx, row) for row in rows]


async def let_go(tx: Transaction, person_id: str) -> None:
    """Nobody is asked about, or named in, any case of theirs any more."""
    await tx.execute(update(cases).where(cases.c.about_id == person_id).values(about_id=None))
    await tx.execute(
        update(cases).where(cases.c.opened_by == person_id).values(opened_by=None, details=None, former=None)
    )


async def decided_by(tx: Transaction, person_id: str) -> Sequence[Case]:
    """What somebody has decided."""
    rows = await tx.execute(select(cases).where(cases.c.decided_by == person_id).order_by(cases.c.id))
    return [_case(tx, row) for row in rows]


async def oldest_open(tx: Transaction, limit: int) -> Sequence[Case]:
    """The cases that wait longest."""
    rows = await tx.execute(select(cases).where(_OPEN).order_by(cases.c.created_at, cases.c.id).limit(limit))
    return [_case(tx, row) for row in rows]


async def count_open(tx: Transaction) -> Mapping[CaseKind, int]:
    """How many cases of each kind wait."""
    waiting = func.count().label("waiting")
    rows = await tx.execute(select(cases.c.kind, waiting).where(_OPEN).group_by(cases.c.kind))
    return {CaseKind(row.kind): row.waiting for row in rows}


async def unreminded(tx: Transaction, moment: datetime) -> Sequence[Case]:
    """Open cases that nobody was reminded of since `moment`."""
    rows = await tx.execute(select(cases).where(_OPEN, cases.c.reminded_at < moment).order_by(cases.c.id))
    return [_case(tx, row) for row in rows]


async def mark_reminded(tx: Transaction, ids: Sequence[str], now: datetime) -> None:
    """Note that moderators were reminded of these cases."""
    await tx.execute(update(cases).where(cases.c.id.in_(ids)).values(reminded_at=now))


async def add_card(tx: Transaction, case_id: str, delivery: str) -> None:
    """Note a delivery that shows a case."""
    await tx.execute(case_cards.insert().values(case_id=case_id, delivery_id=delivery))


async def cards(tx: Transaction, case_id: str) -> Sequence[tuple[str, str]]:
    """The deliveries that show a case: (delivery, recipient)."""
    rows = await tx.execute(
        select(deliveries.c.id, deliveries.c.recipient)
        .join(case_cards, case_cards.c.delivery_id == deliveries.c.id)
        .where(case_cards.c.case_id == case_id)
    )
    return [(row.id, row.recipient) for row in rows]


async def shown_as(tx: Transaction, recipient: str, message: int) -> Case | None:
    """The case that a message of the bot's shows in a chat."""
    which = and_(deliveries.c.recipient == recipient, deliveries.c.telegram_message == message)
    row = (
        await tx.execute(
            select(cases)
            .join(case_cards, case_cards.c.case_id == cases.c.id)
            .join(deliveries, deliveries.c.id == case_cards.c.delivery_id)
            .where(which)
        )
    ).first()
    return _case(tx, row) if row else None


async def all_of_report(tx: Transaction, report_id: str) -> Sequence[Case]:
    """Every case behind which a report stands."""
    rows = await tx.execute(select(cases).where(cases.c.report_id == report_id).order_by(cases.c.id))
    return [_case(tx, row) for row in rows]


async def all_about(tx: Transaction, subjects: Sequence[str]) -> Sequence[Case]:
    """Every case about one of these subjects."""
    rows = await tx.execute(select(cases).where(cases.c.subject.in_(subjects)).order_by(cases.c.id))
    return [_case(tx, row) for row in rows]


async def concerning(tx: Transaction, person_id: str, kind: CaseKind) -> Sequence[Case]:
    """Every case of a kind that a person asked for or that is about them."""
    theirs = and_(
        or_(cases.c.opened_by == person_id, cases.c.about_id == person_id), cases.c.kind == kind.value
    )
    rows = await tx.execute(select(cases).where(theirs).order_by(cases.c.id))
    return [_case(tx, row) for row in rows]


async def wipe(tx: Transaction, ids: Sequence[str]) -> None:
    """Forget the words and the cards of cases; that they were decided stays."""
    which = cases.c.id.in_(ids)
    await tx.execute(delete(case_cards).where(case_cards.c.case_id.in_(ids)))
    await tx.execute(update(cases).where(which).values(details=None, former=None, about_id=None))


def _columns(tx: Transaction, case: Case) -> dict[str, object]:
    return {
        "state": case.state.value,
        "about_id": case.about_id,
        "decision": case.decision.value if case.decision else None,
        "decided_by": case.decided_by,
        "decided_at": case.decided_at,
        "details": _sealed(tx, case.details, f"cases.details.{case.id}"),
        "former": _sealed(tx, case.former, f"cases.former.{case.id}"),
    }


def _sealed(tx: Transaction, words: Mapping[str, str], place: str) -> bytes | None:
    return tx.vault.seal(json.dumps(dict(words), ensure_ascii=False), place) if words else None


def _opened(tx: Transaction, sealed: bytes | None, place: str) -> Mapping[str, str]:
    found: dict[str, str] = json.loads(tx.vault.open(sealed, place)) if sealed else {}
    return found


def _case(tx: Transaction, row: Row[tuple[object, ...]]) -> Case:
    return Case(
        id=row.id,
        kind=CaseKind(row.kind),
        subject=row.subject,
        report_id=row.report_id or "",
        about_id=row.about_id,
        opened_by=row.opened_by,
        state=CaseState(row.state),
        decision=Decision(row.decision) if row.decision else None,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        details=_opened(tx, row.details, f"cases.details.{row.id}"),
        former=_opened(tx, row.former, f"cases.former.{row.id}"),
        created_at=row.created_at,
    )
