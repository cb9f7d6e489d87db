"""Numbers of bank cards: length, Luhn's check digit, and whose system a number is of (cards.tsv).

ISO/IEC 7812-1 gives a number at most 19 digits, of which the last checks the others by Luhn's formula; that
cards of every system here keep to it is what their systems ask for, not what was tried with each of them.
"""

from functools import cache
from typing import Final

from stdnum import luhn

from domain.payees import Details, DetailsKind
from matching.payee_rules import table
from matching.payee_rules.faults import Fault, Unreadable
from matching.payee_rules.typed import Window, bare

SHORTEST: Final = 12
LONGEST: Final = 19
SHORTEST_FOUND: Final = 16
"""Shorter numbers are read when somebody says they are a card's, but not found in a text: every tenth number
of a person, a company or a parcel would be one."""


def read(text: str) -> Details:
    """Give the card in a text of `plain`; Unreadable tells LETTERS, LENGTH, CHECK or SYSTEM."""
    digits = bare(text)
    if not digits.isdecimal():
        raise Unreadable(Fault.LETTERS)
    known = named(digits)
    if not SHORTEST <= len(digits) <= LONGEST or (known and len(digits) not in known[1]):
        raise Unreadable(Fault.LENGTH)
    if not luhn.is_valid(digits):
        raise Unreadable(Fault.CHECK)
    if known is None:
        raise Unreadable(Fault.SYSTEM)
    return Details(DetailsKind.CARD, digits)


def named(digits: str) -> tuple[str, frozenset[int]] | None:
    """Give the name of a card's system and the lengths of its numbers, by the first digits; None for none."""
    prefixes = _systems()
    lengths = sorted({len(prefix) for prefix in prefixes}, reverse=True)
    return next((prefixes[digits[:size]] for size in lengths if digits[:size] in prefixes), None)


def found(window: Window) -> Details | None:
    """Give the card that a window of a text is, if it is one."""
    digits = window.digits
    alone = window.is_single or window.is_by_fours or (window.whole and len(window.between) == 1)
    if window.plus or window.is_sum or not alone or len(digits) < SHORTEST_FOUND:
        return None
    known = named(digits)
    if known is None or len(digits) not in known[1] or not luhn.is_valid(digits):
        return None
    return Details(DetailsKind.CARD, digits)


@cache
def _systems() -> dict[str, tuple[str, frozenset[int]]]:
    """Give every prefix of the table with its system and lengths."""
    rules = table("cards.tsv", "system", "from", "to", "lengths", "source")
    return {
        str(prefix): (rule["system"], frozenset(map(int, rule["lengths"].split(","))))
        for rule in rules
        for prefix in range(int(rule["from"]), int(rule["to"]) + 1)
    }
