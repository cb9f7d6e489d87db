"""Appeals: what is asked for is sealed, and so are the payees, found again by a keyed hash alone."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, or_, select, update

from domain.appeals import (
    LIVE,
    OVER,
    WAITING,
    WITH_LEDGER,
    WORKING,
    Appeal,
    AppealState,
    Check,
    Consent,
    Ending,
    Need,
    PayeeVersion,
    Purpose,
    Relation,
    Vouch,
)
from domain.messages import Attachment, AttachmentKind
from domain.money import Currency, Money
from domain.payees import Details, DetailsKind, Payee, PayeeKind
from storage.bans import SHADOWED
from storage.schema import appeal_papers, appeals, deliveries, paper_copies, payees, vouches
from storage.transaction import Transaction

_OWED = appeals.c.state == AppealState.ENDED.value


async def add(tx: Transaction, appeal: Appeal, need: Need) -> None:
    """Store a new appeal."""
    key = {"id": appeal.id, "code": appeal.code, "organiser_id": appeal.organiser_id}
    days = {"starts": need.starts, "ends": need.ends, "created_at": appeal.created_at}
    await tx.execute(appeals.insert().values(**key, **days, **_columns(tx, appeal)))


async def save(tx: Transaction, appeal: Appeal) -> None:
    """Store what has become of an appeal; its page is written anew."""
    await _set(tx, appeal.id, _columns(tx, appeal))


async def get(tx: Transaction, appeal_id: str) -> Appeal | None:
    """The appeal of that id."""
    return await _first(tx, appeals.c.id == appeal_id)


async def locked(tx: Transaction, appeal_id: str) -> Appeal | None:
    """The same, its row locked until the transaction ends."""
    row = (await tx.execute(select(appeals).where(appeals.c.id == appeal_id).with_for_update())).first()
    return _appeal(tx, row) if row else None


async def find_code(tx: Transaction, code: str) -> Appeal | None:
    """The appeal that is called so in public."""
    return await _first(tx, appeals.c.code == code)


async def in_states(tx: Transaction, *states: AppealState) -> Sequence[Appeal]:
    """The appeals in these states, oldest first."""
    return await _all(tx, appeals.c.state.in_([state.value for state in states]))


async def of_organiser(tx: Transaction, person_id: str) -> Sequence[Appeal]:
    """Every appeal of a person, oldest first."""
    return await _all(tx, appeals.c.organiser_id == person_id)


async def working_of(tx: Transaction, person_id: str) -> Appeal | None:
    """The appeal of a person that is not over: waiting, open, or without its outcome."""
    mine = appeals.c.organiser_id == person_id
    return await _first(tx, and_(mine, appeals.c.state.in_([state.value for state in WORKING])))


async def place_in_queue(tx: Transaction, appeal: Appeal) -> int:
    """How many wait before it, itself included: 1 is the next. Whoever reaches nobody holds up nobody."""
    earlier = appeals.c.id <= appeal.id  # ids are made in the order of time
    counts = or_(appeals.c.id == appeal.id, appeals.c.organiser_id.not_in(SHADOWED))
    which = and_(appeals.c.state.in_([state.value for state in WAITING]), earlier, counts)
    return int((await tx.execute(select(func.count()).select_from(appeals).where(which))).scalar_one())


async def past_end(
    tx: Transaction, today: date, limit: int, states: Collection[AppealState] = LIVE
) -> Sequence[Appeal]:
    """What is asked for until a day that is over, of the appeals in these states."""
    which = and_(appeals.c.state.in_([state.value for state in states]), appeals.c.ends < today)
    return await _all(tx, which, limit)


async def cared_for(tx: Transaction, now: datetime, limit: int) -> Sequence[Appeal]:
    """Ended appeals whose organiser is to hear of the owed outcome by now, locked."""
    statement = select(appeals).where(_OWED, appeals.c.care_at <= now).order_by(appeals.c.care_at)
    rows = await tx.execute(statement.limit(limit).with_for_update(skip_locked=True))
    return [_appeal(tx, row) for row in rows]


async def care_at(tx: Transaction, appeal_id: str, moment: datetime | None) -> None:
    """Note when an organiser is to hear of an owed outcome next."""
    await _set(tx, appeal_id, {"care_at": moment})


async def to_draw(tx: Transaction, drawn_before: datetime, limit: int) -> Sequence[Appeal]:
    """What stands in the channel, perhaps ended, with an old picture that was not drawn anew since then."""
    rested = or_(appeals.c.drawn_at.is_(None), appeals.c.drawn_at <= drawn_before)
    which = and_(appeals.c.state.in_([state.value for state in WITH_LEDGER]), appeals.c.stale, rested)
    return await _all(tx, which, limit)


async def drawn(tx: Transaction, appeal_id: str, now: datetime) -> None:
    """Note that an appeal's posts tell of all that is known now."""
    await _set(tx, appeal_id, {"stale": False, "drawn_at": now})


async def told_by(tx: Transaction, appeal_id: str, broadcast_id: str) -> None:
    """Note the broadcast by which subscribers hear of an appeal."""
    await _set(tx, appeal_id, {"broadcast_id": broadcast_id})


async def broadcast_of(tx: Transaction, appeal_id: str) -> str | None:
    """The broadcast by which subscribers hear of an appeal."""
    return (await tx.execute(select(appeals.c.broadcast_id).where(appeals.c.id == appeal_id))).scalar()


async def unwritten(tx: Transaction, limit: int) -> Sequence[Appeal]:
    """Appeals whose page does not tell yet how they stand."""
    return await _all(tx, appeals.c.unwritten, limit)


async def written(tx: Transaction, appeal_id: str) -> None:
    """Note that an appeal's page tells how it stands."""
    await _set(tx, appeal_id, {"unwritten": False})


async def rewrite_all(tx: Transaction) -> None:
    """Let every page be written anew: what all of them tell has changed."""
    await tx.execute(update(appeals).values(unwritten=True))


async def all_stale(tx: Transaction) -> None:
    """Let every appeal in the channel be drawn anew: what all of them tell has changed."""
    live = appeals.c.state.in_([state.value for state in LIVE])
    await tx.execute(update(appeals).where(live).values(stale=True))


async def unwiped(tx: Transaction, moment: datetime, limit: int) -> Sequence[str]:
    """The ids of appeals that ended before `moment` and still keep what moderators saw."""
    which = and_(
        appeals.c.state.in_([state.value for state in OVER]),
        appeals.c.ended_at < moment,
        appeals.c.wiped_at.is_(None),
    )
    rows = await tx.execute(select(appeals.c.id).where(which).order_by(appeals.c.ended_at).limit(limit))
    return list(rows.scalars())


async def wipe_papers(tx: Transaction, appeal_id: str) -> None:
    """Forget an appeal's papers, and where moderators were shown them."""
    await tx.execute(delete(appeal_papers).where(appeal_papers.c.appeal_id == appeal_id))
    await tx.execute(delete(paper_copies).where(paper_copies.c.appeal_id == appeal_id))


async def wiped(tx: Transaction, appeal_id: str, now: datetime) -> None:
    """Note that of an appeal nothing is kept any more but what was public of it."""
    await _set(tx, appeal_id, {"wiped_at": now, "care_at": None})


async def forget_need(tx: Transaction, appeal_id: str) -> None:
    """Forget what was asked for and by which account: it never was public."""
    await _set(tx, appeal_id, {"need": None})
    await tx.execute(delete(payees).where(payees.c.appeal_id == appeal_id))


async def add_paper(tx: Transaction, paper_id: str, appeal_id: str, file: Attachment) -> None:
    """Keep a paper that only moderators see."""
    held = tx.vault.seal(json.dumps(asdict(file)), f"appeal_papers.file.{paper_id}")
    await tx.execute(appeal_papers.insert().values(id=paper_id, appeal_id=appeal_id, file=held))


async def papers(tx: Transaction, appeal_id: str) -> Sequence[Attachment]:
    """An appeal's papers in the order they came."""
    which = select(appeal_papers).where(appeal_papers.c.appeal_id == appeal_id).order_by(appeal_papers.c.id)
    return [_file(tx.vault.open(row.file, f"appeal_papers.file.{row.id}")) for row in await tx.execute(which)]


async def note_copy(tx: Transaction, appeal_id: str, delivery: str) -> None:
    """Note a message that shows a paper to moderators."""
    await tx.execute(paper_copies.insert().values(appeal_id=appeal_id, delivery_id=delivery))


async def copies(tx: Transaction, appeal_id: str) -> Sequence[tuple[str, str]]:
    """The messages that show an appeal's papers: (delivery, recipient)."""
    rows = await tx.execute(
        select(deliveries.c.id, deliveries.c.recipient)
        .join(paper_copies, paper_copies.c.delivery_id == deliveries.c.id)
        .where(paper_copies.c.appeal_id == appeal_id)
        .order_by(deliveries.c.id)
    )
    return [(row.id, row.recipient) for row in rows]


async def propose(tx: Transaction, version: PayeeVersion) -> None:
    """Store a payee that is to be approved."""
    held = _sealed_payee(tx, version)
    await tx.execute(
        payees.insert().values(
            id=version.id,
            appeal_id=version.appeal_id,
            version=version.version,
            payee=held,
            key=_key(tx, version.payee.details),
            proposed_at=version.proposed_at,
            since=version.since,
            until=version.until,
        )
    )


async def rename(tx: Transaction, version: PayeeVersion) -> None:
    """Store a payee by another name; where the money goes stays."""
    held = _sealed_payee(tx, version)
    await tx.execute(update(payees).where(payees.c.id == version.id).values(payee=held))


async def turn(
    tx: Transaction, version: PayeeVersion, *, since: datetime | None, until: datetime | None
) -> None:
    """Note from when until when a payee is in force."""
    await tx.execute(update(payees).where(payees.c.id == version.id).values(since=since, until=until))


async def drop_proposal(tx: Transaction, appeal_id: str, version: int) -> None:
    """Forget a payee that never was in force, and who looked at it."""
    mine = and_(payees.c.appeal_id == appeal_id, payees.c.version == version, payees.c.since.is_(None))
    await tx.execute(delete(payees).where(mine))
    theirs = and_(vouches.c.appeal_id == appeal_id, vouches.c.version == version)
    await tx.execute(delete(vouches).where(theirs))


async def payee(tx: Transaction, appeal_id: str) -> PayeeVersion | None:
    """The payee in force, or the first one proposed while none is; None when it is forgotten."""
    which = and_(payees.c.appeal_id == appeal_id, payees.c.until.is_(None), payees.c.payee.is_not(None))
    order = (payees.c.since.is_(None), payees.c.version)
    row = (await tx.execute(select(payees).where(which).order_by(*order).limit(1))).first()
    return _payee_version(tx, row) if row else None


async def payee_of(tx: Transaction, appeal_id: str, version: int) -> PayeeVersion | None:
    """One version of an appeal's payee."""
    which = and_(payees.c.appeal_id == appeal_id, payees.c.version == version, payees.c.payee.is_not(None))
    row = (await tx.execute(select(payees).where(which))).first()
    return _payee_version(tx, row) if row else None


async def with_details(tx: Transaction, details: Details) -> Sequence[PayeeVersion]:
    """Every payee of these details that any appeal ever proposed, oldest first."""
    which = and_(payees.c.key == _key(tx, details), payees.c.payee.is_not(None))
    rows = await tx.execute(select(payees).where(which).order_by(payees.c.proposed_at, payees.c.appeal_id))
    return [_payee_version(tx, row) for row in rows]


async def vouch(tx: Transaction, appeal_id: str, version: int, one: Vouch) -> None:
    """Note what a moderator has checked, and whether they approve."""
    row = {"checks": ",".join(sorted(one.checks)), "approved_at": one.approved_at}
    key = {"appeal_id": appeal_id, "version": version, "person_id": one.person_id}
    statement = tx.insert(vouches).values(**key, **row)
    index = [vouches.c.appeal_id, vouches.c.version, vouches.c.person_id]
    await tx.execute(statement.on_conflict_do_update(index_elements=index, set_=row))


async def vouched(tx: Transaction, appeal_id: str, version: int) -> Sequence[Vouch]:
    """What moderators have checked of one version, the first approval first."""
    which = and_(vouches.c.appeal_id == appeal_id, vouches.c.version == version)
    order = (vouches.c.approved_at.is_(None), vouches.c.approved_at, vouches.c.person_id)
    rows = await tx.execute(select(vouches).where(which).order_by(*order))
    return [
        Vouch(
            row.person_id, frozenset(Check(each) for each in row.checks.split(",") if each), row.approved_at
        )
        for row in rows
    ]


async def _set(tx: Transaction, appeal_id: str, values: dict[str, object]) -> None:
    await tx.execute(update(appeals).where(appeals.c.id == appeal_id).values(**values))


async def _first(tx: Transaction, which: ColumnElement[bool]) -> Appeal | None:
    row = (await tx.execute(select(appeals).where(which).order_by(appeals.c.id).limit(1))).first()
    return _appeal(tx, row) if row else None


async def _all(tx: Transaction, which: ColumnElement[bool], limit: int | None = None) -> Sequence[Appeal]:
    order = (appeals.c.created_at, appeals.c.id)
    rows = await tx.execute(select(appeals).where(which).order_by(*order).limit(limit))
    return [_appeal(tx, row) for row in rows]


def _columns(tx: Transaction, appeal: Appeal) -> dict[str, Any]:
    need = json.dumps(_written(appeal.need), ensure_ascii=False) if appeal.need else None
    ending = json.dumps(asdict(appeal.ending), ensure_ascii=False) if appeal.ending != Ending() else None
    return {
        "state": appeal.state.value,
        "need": tx.vault.seal(need, f"appeals.need.{appeal.id}") if need else None,
        "version": appeal.version,
        "approved_at": appeal.approved_at,
        "opened_at": appeal.opened_at,
        "changed_at": appeal.changed_at,
        "ended_at": appeal.ended_at,
        "drawn_at": appeal.drawn_at,
        "stale": appeal.stale,
        "ending": tx.vault.seal(ending, f"appeals.ending.{appeal.id}") if ending else None,
        "unwritten": True,
    }


def _written(need: Need) -> dict[str, str]:
    return {
        "beneficiary": need.beneficiary,
        "consent": need.consent.value,
        "relation": need.relation.value,
        "purpose": need.purpose.value,
        "words": need.words,
        "goal": str(need.goal.amount),
        "currency": need.goal.currency.value,
        "starts": need.starts.isoformat(),
        "ends": need.ends.isoformat(),
    }


def _need(text: str) -> Need:
    held = json.loads(text)
    return Need(
        beneficiary=held["beneficiary"],
        consent=Consent(held["consent"]),
        relation=Relation(held["relation"]),
        purpose=Purpose(held["purpose"]),
        words=held["words"],
        goal=Money(Decimal(held["goal"]), Currency(held["currency"])),
        starts=date.fromisoformat(held["starts"]),
        ends=date.fromisoformat(held["ends"]),
    )


def _appeal(tx: Transaction, row: Row[tuple[object, ...]]) -> Appeal:
    ending = tx.vault.open(row.ending, f"appeals.ending.{row.id}") if row.ending else None
    return Appeal(
        id=row.id,
        code=row.code,
        organiser_id=row.organiser_id,
        state=AppealState(row.state),
        need=_need(tx.vault.open(row.need, f"appeals.need.{row.id}")) if row.need else None,
        created_at=row.created_at,
        version=row.version,
        approved_at=row.approved_at,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        ended_at=row.ended_at,
        drawn_at=row.drawn_at,
        stale=row.stale,
        ending=Ending(**json.loads(ending)) if ending else Ending(),
    )


def _sealed_payee(tx: Transaction, version: PayeeVersion) -> bytes:
    return tx.vault.seal(json.dumps(asdict(version.payee), ensure_ascii=False), f"payees.payee.{version.id}")


def _payee_version(tx: Transaction, row: Row[tuple[object, ...]]) -> PayeeVersion:
    held = json.loads(tx.vault.open(row.payee, f"payees.payee.{row.id}"))
    details = Details(DetailsKind(held["details"]["kind"]), held["details"]["value"], held["details"]["bank"])
    return PayeeVersion(
        row.id,
        row.appeal_id,
        row.version,
        Payee(PayeeKind(held["kind"]), held["name"], details),
        row.proposed_at,
        row.since,
        row.until,
    )


def _file(text: str) -> Attachment:
    held = json.loads(text)
    return Attachment(AttachmentKind(held["kind"]), held["value"], held["name"])


def _key(tx: Transaction, details: Details) -> bytes:
    return tx.vault.digest("payee", details.key)
