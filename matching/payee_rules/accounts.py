"""Russian bank accounts: 20 digits and the bank's BIK, with the Bank of Russia's key digit.

The key: the Bank of Russia's "Order of calculating the control key in an account number" of 8 September 1997,
No. 515. Three digits of the BIK stand before the account, the 23 digits are weighted 7, 1, 3, and the last
digits of the products sum up to a multiple of ten. The three digits are the BIK's last ones, but for accounts
that the Bank of Russia itself keeps a nought and the BIK's digits 5 and 6. BIKs of banks begin with 04 (Bank
of Russia, rules of its payment system); those of the Treasury do not and are not read, because its accounts
keep to another rule.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator
from typing import Final

from domain.payees import Details, DetailsKind
from matching.payee_rules.faults import Fault, Unreadable
from matching.payee_rules.typed import HANDFUL, Window, windows

LENGTH: Final = 20
BANK_LENGTH: Final = 9

_RUSSIA: Final = "04"
_OF_THE_BANK_OF_RUSSIA: Final = frozenset({"000", "001", "002"})  # the last digits of its own divisions' BIKs
_CORRESPONDENT: Final = "301"  # balance account 301: a bank's money with another
_WEIGHTS: Final = (7, 1, 3) * 8


def read(text: str) -> Details:
    """Give the account in a text of `plain`, typed before or after its BIK, with any words between.

    Unreadable tells LETTERS, LENGTH, CORRESPONDENT, BANK or CHECK.
    """
    looked_at = list(windows(text))
    if not looked_at:
        raise Unreadable(Fault.LETTERS)
    accounts = [each.digits for each in looked_at if is_account(each)]
    if not accounts:
        raise Unreadable(Fault.LENGTH)
    own = [digits for digits in accounts if not digits.startswith(_CORRESPONDENT)]
    if not own:
        raise Unreadable(Fault.CORRESPONDENT)
    banks = [each.digits for each in looked_at if is_bank(each)]
    if not banks:
        raise Unreadable(Fault.BANK)
    agreeing = ((account, bank) for account in own for bank in banks if agrees(account, bank))
    account, bank = next(agreeing, ("", ""))
    if not account:
        raise Unreadable(Fault.CHECK)
    return Details(DetailsKind.ACCOUNT, account, bank)


def is_account(window: Window) -> bool:
    """Whether it has the digits of an account, the payee's or a bank's."""
    return len(window.digits) == LENGTH and not window.plus and _is_one(window)


def is_bank(window: Window) -> bool:
    """Whether it is a BIK."""
    return len(window.digits) == BANK_LENGTH and window.digits.startswith(_RUSSIA) and _is_one(window)


def agrees(account: str, bank: str) -> bool:
    """Whether the key digit of 20 digits is right for a BIK."""
    central = bank[-3:] in _OF_THE_BANK_OF_RUSSIA or account.startswith(_CORRESPONDENT)
    before = f"0{bank[4:6]}" if central else bank[-3:]
    return (
        not sum(int(digit) * weight for digit, weight in zip(before + account, _WEIGHTS, strict=False)) % 10
    )


def found(looked_at: Iterable[Window]) -> Iterator[tuple[int, int, Details]]:
    """Give where an account of a payee stands and which, each with a BIK next to it: after or before."""
    listed = list(looked_at)
    banks = sorted({(each.start, each.digits) for each in listed if is_bank(each)})
    for window in filter(is_account, listed):
        after = bisect(banks, (window.start, ""))
        beside = [bank for _, bank in (*banks[after : after + 1], *banks[max(0, after - 1) : after])]
        agreeing = [bank for bank in beside if agrees(window.digits, bank)]
        if agreeing and not window.digits.startswith(_CORRESPONDENT):
            yield window.start, window.end, Details(DetailsKind.ACCOUNT, window.digits, agreeing[0])


def _is_one(window: Window) -> bool:
    return window.whole or len(window.sizes) <= HANDFUL
