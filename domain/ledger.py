"""The ledger of appeals: entries, what they sum up to, what one says before it is confirmed. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from domain.money import Currency, Money, nothing, totals


class EntryKind(StrEnum):
    """What happened to money, in the order it happens.

    Received on the payee's account; transferred on to a hospital or to the family; spent; delivered is the
    worth of what was handed out and changes no balance: it was bought with what is spent.
    """

    RECEIVED = "received"
    TRANSFERRED = "transferred"
    SPENT = "spent"
    DELIVERED = "delivered"


OUT: Final = (EntryKind.TRANSFERRED, EntryKind.SPENT)
"""What takes money off the balance."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger, for everybody and for ever.

    `seq` counts all entries of the page, `number` those of one appeal, both from 1. `receipt` is the SHA-256
    of the published picture (64 hex digits) or empty; `corrects` the number of the entry that this one
    corrects by the difference. `previous` is the hash of the appeal's entry before, `before` that of the
    page's entry before, `hash` its own: `domain/chain.py` says of what.
    """

    seq: int
    appeal: str
    number: int
    kind: EntryKind
    money: Money
    day: date
    note: str
    receipt: str
    corrects: int | None
    recorded_at: datetime
    previous: str
    before: str
    hash: str


class ProposalState(StrEnum):
    """A proposed entry waits for a moderator other than who wrote it."""

    QUEUED = "queued"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry as the organiser or a courier wrote it; `receipt_id` is the id of its receipt, if any.

    `covered` are the cells of the receipt's grid that are covered when it is published; None: it is withheld.
    """

    id: str
    appeal_id: str
    author_id: str
    state: ProposalState
    kind: EntryKind
    money: Money
    day: date
    note: str
    corrects: int | None
    receipt_id: str | None
    covered: frozenset[int] | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Balance:
    """What an appeal's entries sum up to, by kind and currency."""

    sums: Mapping[EntryKind, Mapping[Currency, Money]]

    def of(self, kind: EntryKind, currency: Currency) -> Money:
        """The sum of one kind in one currency."""
        return self.sums.get(kind, {}).get(currency, nothing(currency))

    @property
    def left(self) -> Mapping[Currency, Money]:
        """What was received and neither transferred nor spent, for each currency that is not even."""
        moved = [(kind, money) for kind, held in self.sums.items() for money in held.values()]
        signed = [
            money if kind is EntryKind.RECEIVED else -money
            for kind, money in moved
            if kind is not EntryKind.DELIVERED
        ]
        return {currency: money for currency, money in totals(signed).items() if money.hundredths}

    @property
    def closes(self) -> bool:
        """Whether all that was received went on."""
        return not self.left


def balance(entries: Iterable[Entry]) -> Balance:
    """What entries sum up to."""
    listed = list(entries)
    return Balance(
        {
            kind: totals(entry.money for entry in listed if entry.kind is kind)
            for kind in EntryKind
            if any(entry.kind is kind for entry in listed)
        }
    )
