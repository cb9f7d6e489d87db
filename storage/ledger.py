"""The ledger: entries that are only ever added, what waits to become one, receipts, and rates."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Row, Select, and_, func, select, update

from domain.ledger import Entry, EntryKind, Proposal, ProposalState
from domain.messages import Attachment, AttachmentKind
from domain.money import Currency, Money, Rate
from storage.schema import ledger_entries, ledger_head, proposals, rates, receipts
from storage.transaction import Transaction

_HEAD: Final = 1
"""The id of the one row that tells where the chain ends."""


_RECEIPTS: Final = select(
    receipts.c.id, receipts.c.state, receipts.c.file, receipts.c.proposed, receipts.c.digest
)
"""Receipts without their pictures, which weigh much."""


class ReceiptState(StrEnum):
    """A receipt is fetched from Telegram by the clock; one that is no picture and no PDF stays unreadable."""

    WAITING = "waiting"
    READY = "ready"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt. `proposed` are the cells that had better be covered; None: nobody has looked for text."""

    id: str
    state: ReceiptState
    file: Attachment | None
    proposed: frozenset[int] | None
    digest: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """Where the whole chain ends: the last entry's `seq` and hash; (0, 64 zeros) before the first."""

    seq: int
    hash: str


async def head(tx: Transaction, genesis: str) -> Head:
    """Where the chain ends, locked until the transaction ends; `genesis` is the hash before the first."""
    await tx.execute(tx.insert(ledger_head).values(id=_HEAD, seq=0, hash=genesis).on_conflict_do_nothing())
    row = (await tx.execute(select(ledger_head).where(ledger_head.c.id == _HEAD).with_for_update())).one()
    return Head(row.seq, row.hash)


async def head_seen(tx: Transaction) -> Head | None:
    """Where the chain ends, for reading; None while there is no entry."""
    row = (await tx.execute(select(ledger_head).where(ledger_head.c.seq > 0))).first()
    return Head(row.seq, row.hash) if row else None


async def append(tx: Transaction, entry: Entry) -> None:
    """Add the next entry; whoever does holds the head."""
    row = asdict(entry) | {"hundredths": entry.money.hundredths, "currency": entry.money.currency.value}
    del row["money"]
    row["kind"] = entry.kind.value
    await tx.execute(ledger_entries.insert().values(**row))
    which = ledger_head.c.id == _HEAD
    await tx.execute(update(ledger_head).where(which).values(seq=entry.seq, hash=entry.hash))


async def all_entries(tx: Transaction) -> Sequence[Entry]:
    """Every entry there is, in the order they were added."""
    return await _entries(tx, select(ledger_entries).order_by(ledger_entries.c.seq))


async def entries_of(tx: Transaction, appeal: str) -> Sequence[Entry]:
    """The entries of the appeal of a code, by number."""
    which = ledger_entries.c.appeal == appeal
    return await _entries(tx, select(ledger_entries).where(which).order_by(ledger_entries.c.number))


async def last_entries(tx: Transaction, appeal: str, limit: int) -> Sequence[Entry]:
    """The newest entries of an appeal, newest first."""
    which = ledger_entries.c.appeal == appeal
    newest = select(ledger_entries).where(which).order_by(ledger_entries.c.number.desc())
    return await _entries(tx, newest.limit(limit))


async def sums(tx: Transaction, appeal: str) -> Mapping[EntryKind, Sequence[Money]]:
    """What an appeal's entries sum up to, by kind, one sum for each currency."""
    kind, currency = ledger_entries.c.kind, ledger_entries.c.currency
    rows = await tx.execute(
        select(kind, currency, func.sum(ledger_entries.c.hundredths).label("whole"))
        .where(ledger_entries.c.appeal == appeal)
        .group_by(kind, currency)
    )
    summed: dict[EntryKind, list[Money]] = {}
    for row in rows:
        money = Money.of_hundredths(int(row.whole), Currency(row.currency))
        summed.setdefault(EntryKind(row.kind), []).append(money)
    return summed


async def add_proposal(tx: Transaction, proposal: Proposal) -> None:
    """Store an entry that waits for a yes."""
    key = {"id": proposal.id, "appeal_id": proposal.appeal_id, "author_id": proposal.author_id}
    said = tx.vault.seal(json.dumps(_said(proposal), ensure_ascii=False), f"proposals.said.{proposal.id}")
    await tx.execute(
        proposals.insert().values(**key, said=said, created_at=proposal.created_at, **_changeable(proposal))
    )


async def save_proposal(tx: Transaction, proposal: Proposal) -> None:
    """Store what has become of a proposed entry."""
    which = proposals.c.id == proposal.id
    await tx.execute(update(proposals).where(which).values(**_changeable(proposal)))


async def get_proposal(tx: Transaction, proposal_id: str) -> Proposal | None:
    """The proposed entry of that id; None when its words are forgotten."""
    which = and_(proposals.c.id == proposal_id, proposals.c.said.is_not(None))
    row = (await tx.execute(select(proposals).where(which))).first()
    return _proposal(tx, row) if row else None


async def proposal_with(tx: Transaction, receipt_id: str) -> Proposal | None:
    """The proposed entry that a receipt belongs to, while it waits."""
    which = and_(
        proposals.c.receipt_id == receipt_id,
        proposals.c.state == ProposalState.QUEUED.value,
        proposals.c.said.is_not(None),
    )
    row = (await tx.execute(select(proposals).where(which))).first()
    return _proposal(tx, row) if row else None


async def proposed(tx: Transaction, appeal_id: str) -> Sequence[Proposal]:
    """What waits to stand in an appeal's ledger, oldest first."""
    which = and_(
        proposals.c.appeal_id == appeal_id,
        proposals.c.state == ProposalState.QUEUED.value,
        proposals.c.said.is_not(None),
    )
    rows = await tx.execute(select(proposals).where(which).order_by(proposals.c.id))
    return [_proposal(tx, row) for row in rows]


async def proposals_by(tx: Transaction, person_id: str) -> Sequence[Proposal]:
    """Every entry a person proposed, oldest first."""
    which = and_(proposals.c.author_id == person_id, proposals.c.said.is_not(None))
    rows = await tx.execute(select(proposals).where(which).order_by(proposals.c.id))
    return [_proposal(tx, row) for row in rows]


async def add_receipt(tx: Transaction, receipt_id: str, file: Attachment, now: datetime) -> None:
    """Note a receipt that is to be fetched."""
    held = tx.vault.seal(json.dumps(asdict(file)), f"receipts.file.{receipt_id}")
    row = {"id": receipt_id, "state": ReceiptState.WAITING.value, "file": held, "created_at": now}
    await tx.execute(receipts.insert().values(row))


async def waiting_receipts(tx: Transaction, limit: int) -> Sequence[Receipt]:
    """Receipts that are still to be fetched, oldest first."""
    which = receipts.c.state == ReceiptState.WAITING.value
    rows = await tx.execute(_RECEIPTS.where(which).order_by(receipts.c.id).limit(limit))
    return [_receipt(tx, row) for row in rows]


async def get_receipt(tx: Transaction, receipt_id: str) -> Receipt | None:
    """The receipt of that id."""
    row = (await tx.execute(_RECEIPTS.where(receipts.c.id == receipt_id))).first()
    return _receipt(tx, row) if row else None


async def keep_picture(
    tx: Transaction, receipt_id: str, picture: bytes, covers: frozenset[int] | None
) -> None:
    """Keep a fetched receipt, sealed, and the cells that had better be covered."""
    held = tx.vault.seal(base64.b64encode(picture).decode(), f"receipts.picture.{receipt_id}")
    values = {"state": ReceiptState.READY.value, "picture": held, "proposed": _cells(covers)}
    await _set_receipt(tx, receipt_id, values)


async def forget_picture(tx: Transaction, receipt_id: str) -> None:
    """Forget the picture of a receipt that nobody will look at any more."""
    await _set_receipt(tx, receipt_id, {"state": ReceiptState.UNREADABLE.value, "picture": None})


async def wait_again(tx: Transaction, receipt_id: str) -> None:
    """Let a receipt be fetched once more: it stays one receipt, so that it is wiped as one."""
    values = {"state": ReceiptState.WAITING.value, "picture": None, "proposed": None}
    await _set_receipt(tx, receipt_id, values)


async def give_up(tx: Transaction, receipt_id: str) -> None:
    """Note that a receipt cannot be read."""
    await _set_receipt(tx, receipt_id, {"state": ReceiptState.UNREADABLE.value})


async def picture(tx: Transaction, receipt_id: str) -> bytes | None:
    """A receipt as it was sent; None before it is fetched and when it is forgotten."""
    held = (await tx.execute(select(receipts.c.picture).where(receipts.c.id == receipt_id))).scalar()
    return base64.b64decode(tx.vault.open(held, f"receipts.picture.{receipt_id}")) if held else None


async def publish(tx: Transaction, receipt_id: str, covered: bytes, digest: str) -> None:
    """Keep what everybody may see of a receipt."""
    await _set_receipt(tx, receipt_id, {"published": covered, "digest": digest})


async def published(tx: Transaction, appeal: str) -> Mapping[str, bytes]:
    """The published pictures of an appeal's receipts by their SHA-256."""
    rows = await tx.execute(
        select(receipts.c.digest, receipts.c.published)
        .join(ledger_entries, ledger_entries.c.receipt == receipts.c.digest)
        .where(ledger_entries.c.appeal == appeal, receipts.c.published.is_not(None))
    )
    return {row.digest: row.published for row in rows}


async def wipe(tx: Transaction, appeal_id: str) -> None:
    """Forget what was written and sent about an appeal's money, but not what was published of it."""
    mine = select(proposals.c.receipt_id).where(proposals.c.appeal_id == appeal_id)
    which = receipts.c.id.in_(mine.where(proposals.c.receipt_id.is_not(None)))
    await tx.execute(update(receipts).where(which).values(file=None, picture=None))
    await tx.execute(update(proposals).where(proposals.c.appeal_id == appeal_id).values(said=None))


async def forget_proposal(tx: Transaction, proposal_id: str) -> None:
    """Forget what one proposed entry said and the receipt behind it."""
    mine = select(proposals.c.receipt_id).where(proposals.c.id == proposal_id)
    which = receipts.c.id.in_(mine.where(proposals.c.receipt_id.is_not(None)))
    values = {"file": None, "picture": None, "state": ReceiptState.UNREADABLE.value}
    await tx.execute(update(receipts).where(which, receipts.c.published.is_(None)).values(**values))
    await tx.execute(update(receipts).where(which).values(file=None, picture=None))
    await tx.execute(update(proposals).where(proposals.c.id == proposal_id).values(said=None))


async def proposal_ids(tx: Transaction, appeal_id: str) -> Sequence[str]:
    """The ids of everything that was ever proposed for an appeal's ledger."""
    rows = await tx.execute(select(proposals.c.id).where(proposals.c.appeal_id == appeal_id))
    return list(rows.scalars())


async def put_rate(tx: Transaction, rate: Rate) -> None:
    """Note what a currency is worth, in place of what was known."""
    row = {"worth": str(rate.worth), "day": rate.day, "source": rate.source}
    statement = tx.insert(rates).values(of=rate.of.value, into=rate.into.value, **row)
    await tx.execute(statement.on_conflict_do_update(index_elements=[rates.c.of, rates.c.into], set_=row))


async def known_rates(tx: Transaction) -> Sequence[Rate]:
    """Every rate that moderators entered."""
    rows = await tx.execute(select(rates).order_by(rates.c.of, rates.c.into))
    return [
        Rate(Currency(row.of), Currency(row.into), Decimal(row.worth), row.day, row.source) for row in rows
    ]


async def _entries(tx: Transaction, statement: Select[Any]) -> Sequence[Entry]:
    return [_entry(row) for row in await tx.execute(statement)]


async def _set_receipt(tx: Transaction, receipt_id: str, values: Mapping[str, object]) -> None:
    await tx.execute(update(receipts).where(receipts.c.id == receipt_id).values(**values))


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(
        seq=row.seq,
        appeal=row.appeal,
        number=row.number,
        kind=EntryKind(row.kind),
        money=Money.of_hundredths(row.hundredths, Currency(row.currency)),
        day=row.day,
        note=row.note,
        receipt=row.receipt,
        corrects=row.corrects,
        recorded_at=row.recorded_at,
        previous=row.previous,
        before=row.before,
        hash=row.hash,
    )


def _said(proposal: Proposal) -> dict[str, str | int | None]:
    return {
        "kind": proposal.kind.value,
        "amount": str(proposal.money.amount),
        "currency": proposal.money.currency.value,
        "day": proposal.day.isoformat(),
        "note": proposal.note,
        "corrects": proposal.corrects,
    }


def _changeable(proposal: Proposal) -> dict[str, Any]:
    return {
        "state": proposal.state.value,
        "receipt_id": proposal.receipt_id,
        "covered": _cells(proposal.covered),
    }


def _proposal(tx: Transaction, row: Row[tuple[object, ...]]) -> Proposal:
    said = json.loads(tx.vault.open(row.said, f"proposals.said.{row.id}"))
    return Proposal(
        id=row.id,
        appeal_id=row.appeal_id,
        author_id=row.author_id,
        state=ProposalState(row.state),
        kind=EntryKind(said["kind"]),
        money=Money(Decimal(said["amount"]), Currency(said["currency"])),
        day=date.fromisoformat(said["day"]),
        note=said["note"],
        corrects=said["corrects"],
        receipt_id=row.receipt_id,
        covered=_cells_in(row.covered),
        created_at=row.created_at,
    )


def _receipt(tx: Transaction, row: Row[tuple[object, ...]]) -> Receipt:
    held = json.loads(tx.vault.open(row.file, f"receipts.file.{row.id}")) if row.file else None
    file = Attachment(AttachmentKind(held["kind"]), held["value"], held["name"]) if held else None
    return Receipt(row.id, ReceiptState(row.state), file, _cells_in(row.proposed), row.digest)


def _cells(cells: frozenset[int] | None) -> str | None:
    return None if cells is None else ",".join(map(str, sorted(cells)))


def _cells_in(text: str | None) -> frozenset[int] | None:
    return None if text is None else frozenset(int(cell) for cell in text.split(",") if cell)
