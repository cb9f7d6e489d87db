"""What may be wrong with a typed number that money is to be sent to."""

from enum import StrEnum


class Fault(StrEnum):
    """The kinds of slip, each with another advice.

    card: LETTERS, LENGTH, CHECK, SYSTEM. iban: LETTERS, COUNTRY, LENGTH, CHECK. account: LETTERS, LENGTH,
    CORRESPONDENT, BANK, CHECK. phone: PHONE, COUNTRY.
    """

    LENGTH = "length"
    """Digits are missing, or there are too many."""

    LETTERS = "letters"
    """A letter or sign stands where a digit belongs, or there is no number at all."""

    CHECK = "check"
    """A digit is mistyped: the number does not agree with its own check digits."""

    SYSTEM = "system"
    """No card system that is known here has such numbers."""

    COUNTRY = "country"
    """An IBAN of no country; a telephone number that may be one of several countries."""

    BANK = "bank"
    """The bank's BIK is missing or is none."""

    CORRESPONDENT = "correspondent"
    """The bank's own account with the Bank of Russia, not the payee's."""

    PHONE = "phone"
    """No mobile number."""


class Unreadable(ValueError):  # noqa: N818 - named by what is wrong with a text, not by its class
    """A text that is no such number; `why` tells which slip it is."""

    def __init__(self, why: Fault) -> None:
        super().__init__(str(why))
        self.why = why
