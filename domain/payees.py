"""Payees: whom an appeal's money goes to, and the details it is sent to. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class PayeeKind(StrEnum):
    """Whose account it is: never the organiser's."""

    RECIPIENT = "recipient"
    ORGANISATION = "organisation"


class DetailsKind(StrEnum):
    """The ways in which people send money here."""

    CARD = "card"
    IBAN = "iban"
    ACCOUNT = "account"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Details:
    """Where money is sent to.

    `value` is bare: 12-19 digits of a card, an IBAN without spaces, the 20 digits of a Russian account, a
    telephone number as E.164. `bank` is the BIK (9 digits) of that account, empty for the others.
    """

    kind: DetailsKind
    value: str
    bank: str = ""

    @property
    def key(self) -> str:
        """What makes two of them the same: `card:4400…`."""
        return f"{self.kind}:{self.bank}{self.value}"


@dataclass(frozen=True, slots=True)
class Payee:
    """Whom the money goes to, by the name the account is held under."""

    kind: PayeeKind
    name: str
    details: Details
