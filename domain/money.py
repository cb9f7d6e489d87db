"""Money: exact sums in the currencies of the page, and what one is worth in another. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from typing import Final

CENT: Final = Decimal("0.01")
"""The smallest part: all eight currencies have hundredths (ISO 4217)."""

MOST: Final = Decimal(10) ** 16
"""What a thousand of the largest entries sum up to; its hundredths fit every database's whole numbers."""

MOST_AT_ONCE: Final = Decimal(10) ** 13
"""So much and more in one go is a slip of the finger in any of them."""


class Currency(StrEnum):
    """ISO 4217 codes, in the order of the buttons."""

    KZT = "KZT"
    UZS = "UZS"
    KGS = "KGS"
    TJS = "TJS"
    RUB = "RUB"
    TRY = "TRY"
    USD = "USD"
    EUR = "EUR"


@dataclass(frozen=True, slots=True)
class Money:
    """An exact sum, in whole hundredths; negative where an entry corrects another.

    ValueError for what is no such sum.
    """

    amount: Decimal
    currency: Currency

    def __post_init__(self) -> None:
        """Refuse parts of a hundredth, and what nobody has."""
        if not self.amount.is_finite() or abs(self.amount) >= MOST or self.amount % CENT:
            message = f"no sum of money: {self.amount}"
            raise ValueError(message)

    @classmethod
    def of_hundredths(cls, hundredths: int, currency: Currency) -> "Money":
        """So many hundredths."""
        return cls(Decimal(hundredths) * CENT, currency)

    @property
    def hundredths(self) -> int:
        """The sum in hundredths."""
        return int(self.amount / CENT)

    def __add__(self, other: "Money") -> "Money":
        """The sum of both; ValueError for different currencies."""
        if other.currency is not self.currency:
            message = f"{self.currency} and {other.currency} are not added"
            raise ValueError(message)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        """What is left; ValueError for different currencies."""
        return self + -other

    def __neg__(self) -> "Money":
        """The same sum the other way."""
        return Money(-self.amount, self.currency)


def nothing(currency: Currency) -> Money:
    """No money."""
    return Money(Decimal(0), currency)


def totals(sums: Iterable[Money]) -> Mapping[Currency, Money]:
    """The sums by currency, in the order of `Currency`."""
    by_currency: dict[Currency, Money] = {}
    for each in sums:
        by_currency[each.currency] = by_currency.get(each.currency, nothing(each.currency)) + each
    return {currency: by_currency[currency] for currency in Currency if currency in by_currency}


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of `of` is worth in `into`, as a moderator read it on a day at a source."""

    of: Currency
    into: Currency
    worth: Decimal
    day: date
    source: str


def converted(held: Mapping[Currency, Money], into: Currency, rates: Iterable[Rate]) -> Money | None:
    """All of it in one currency, each part rounded half to even; None while a rate is missing."""
    known = {rate.of: rate.worth for rate in rates if rate.into is into}
    whole = nothing(into)
    for currency, each in held.items():
        if currency is into:
            whole += each
        elif currency in known:
            part = (each.amount * known[currency]).quantize(CENT, ROUND_HALF_EVEN)
            whole += Money(part, into)
        else:
            return None
    return whole
