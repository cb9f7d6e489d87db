"""Where money is sent to: reading and checking what is typed, and showing it again. Pure.

Nothing here asks a bank: a number that passes is well-formed, not somebody's.
"""

import re
from typing import Final

from domain.payees import Details, DetailsKind
from matching.payee_rules import accounts, cards, ibans, phones
from matching.payee_rules.faults import Fault, Unreadable
from matching.payee_rules.found import found_in
from matching.payee_rules.typed import bare, plain

__all__ = (
    "Fault",
    "Unreadable",
    "copied",
    "found_in",
    "grouped",
    "guessed",
    "looks_like_details",
    "masked",
    "read",
    "system",
)

_READERS: Final = {
    DetailsKind.CARD: cards.read,
    DetailsKind.IBAN: ibans.read,
    DetailsKind.ACCOUNT: accounts.read,
    DetailsKind.PHONE: phones.read,
}
_COVERED: Final = "•"
_BY_FOURS: Final = (4, 4, 4, 4, 4, 4, 4, 4, 4)
_ACCOUNT_PARTS: Final = (5, 3, 1, 4, 7)
"""Balance account, currency, key, branch, number (Bank of Russia, chart of accounts)."""

_LONGEST_TYPED: Final = 80
_ONE_NUMBER: Final = re.compile(r"\+?[\d\s().·•_-]+")
_AN_IBAN: Final = re.compile(r"\s*(?:IBAN[\s:]*)?[A-Z]{2}[A-Z0-9 .-]+\s*")
_UNKNOWN_CARD: Final = 16
_SHORTEST_PHONE: Final = 11
_WITH_BANK: Final = accounts.LENGTH + accounts.BANK_LENGTH


def read(kind: DetailsKind, text: str) -> Details:
    """Give the details that are typed; Unreadable with `why` when they are no such ones.

    Digits may be of any script, with spaces, dots and dashes between. An account is typed together with its
    BIK, in any order; Cyrillic letters of an IBAN that look Latin are read as Latin.
    """
    return _READERS[kind](plain(text))


def system(details: Details) -> str:
    """Give the name of a card's system for reading: `Visa`, `Humo`; "" for what is no card of a known one."""
    known = cards.named(details.value) if details.kind is DetailsKind.CARD else None
    return known[0] if known else ""


def masked(details: Details) -> str:
    """Give details for everybody: `4400 •••• •••• 1234`, `KZ86 •••• 1234`, `+7 7•• ••• •• 67`."""
    first, last = details.value[:4], details.value[-4:]
    match details.kind:
        case DetailsKind.CARD:
            return f"{first} {_COVERED * 4} {_COVERED * 4} {last}"
        case DetailsKind.IBAN:
            return f"{first} {_COVERED * 4} {last}"
        case DetailsKind.ACCOUNT:
            return f"{details.value[:5]} {_COVERED * 3} {last}"
        case DetailsKind.PHONE:
            return _masked_phone(details.value)


def grouped(details: Details) -> str:
    """Give whole details for who compares them: `4400 4301 …`; an account with its BIK after a dot."""
    match details.kind:
        case DetailsKind.PHONE:
            return phones.international(details.value)
        case DetailsKind.ACCOUNT:
            return f"{_cut(details.value, _ACCOUNT_PARTS)} · {details.bank}"
        case _:
            return _cut(details.value, _BY_FOURS)


def copied(details: Details) -> str:
    """Give what a button copies: the bare value, for an account with its BIK after a space; 34 at most."""
    return f"{details.value} {details.bank}".strip()


def guessed(text: str) -> tuple[Details, ...]:
    """Give every reading of a number typed without saying what it is, in the order of the kinds.

    A telephone number without its country may be one in several.
    """
    shown = plain(text)
    found = [details for kind in _READERS if (details := _valid(kind, shown))]
    return tuple(dict.fromkeys([*found, *phones.readings_of(shown)]))


def looks_like_details(text: str) -> bool:
    """Whether a text is nothing but such a number, be it mistyped: enough digits, whatever they sum up to.

    Numbers that papers have too (of 9 to 15 digits) count only as a telephone number with its + or 0 or 8.
    """
    shown = plain(text).strip()
    if len(text) > _LONGEST_TYPED or not shown:
        return False
    if _ONE_NUMBER.fullmatch(shown):
        return _is_number(shown)
    return _is_iban(ibans.latin(shown)) or _valid(DetailsKind.ACCOUNT, shown) is not None


def _is_number(shown: str) -> bool:
    digits = bare(shown).removeprefix("+")
    if shown.startswith("+") or len(digits) < cards.SHORTEST_FOUND:
        is_long = len(digits) >= _SHORTEST_PHONE or digits.startswith("0") or shown.startswith("+")
        return is_long and bool(phones.readings_of(shown))
    known = cards.named(digits)
    is_card = len(digits) in known[1] if known else len(digits) == _UNKNOWN_CARD
    return is_card or len(digits) in {accounts.LENGTH, _WITH_BANK}


def _is_iban(shown: str) -> bool:
    compact = bare(shown.removeprefix("IBAN").lstrip(" :"))
    return bool(_AN_IBAN.fullmatch(shown)) and len(compact) == ibans.length(compact[:2])


def _valid(kind: DetailsKind, shown: str) -> Details | None:
    try:
        return _READERS[kind](shown)
    except Unreadable:
        return None


def _cut(value: str, sizes: tuple[int, ...]) -> str:
    """Give a value in groups of these sizes, as many as it fills."""
    groups = []
    for size in sizes:
        groups.append(value[:size])
        value = value[size:]
    return " ".join(filter(None, groups))


def _masked_phone(value: str) -> str:
    """Give a telephone number by its country, its first digit and its last two."""
    country, _, rest = phones.international(value).partition(" ")
    covered = re.sub(r"\d", _COVERED, rest[1:-2])
    return f"{country} {rest[0]}{covered.rstrip()} {rest[-2:]}"
