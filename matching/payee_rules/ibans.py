"""IBANs (ISO 13616): length and form of each country's, and the two check digits (ISO 7064, mod 97-10).

Lengths and forms are SWIFT's IBAN registry as python-stdnum ships it; national check digits are checked too
where that library knows them.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from stdnum import iban, numdb
from stdnum.exceptions import InvalidChecksum, ValidationError

from domain.payees import Details, DetailsKind
from matching.payee_rules.faults import Fault, Unreadable
from matching.payee_rules.typed import bare

_SAME_SHAPE: Final = str.maketrans("КТАВСЕНМОРХУІЈЅктавсенморхуіјѕ", "KTABCEHMOPXYIJSKTABCEHMOPXYIJS")
_CAPITALS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LABEL: Final = re.compile(r"^\s*IBAN[\s:]*")
_BEGINNING: Final = re.compile(r"(?<![A-Z0-9])(?:IBAN)?([A-Z]{2}) ?[0-9]{2}")
_LETTERS: Final = re.compile(r"[A-Z0-9]+")
_CHECKED: Final = re.compile(r"[A-Z]{2}[0-9]{2}")
_COUNTRY: Final = 2


def latin(text: str) -> str:
    """Give a text of `plain` in capitals, Cyrillic letters of Latin shape as Latin; places stay the same."""
    return text.translate(_SAME_SHAPE).translate(_CAPITALS)


def read(text: str) -> Details:
    """Give the IBAN in a text of `plain`; Unreadable tells LETTERS, COUNTRY, LENGTH or CHECK."""
    compact = bare(_LABEL.sub("", latin(text)))
    if not _LETTERS.fullmatch(compact):
        raise Unreadable(Fault.LETTERS)
    expected = length(compact[:_COUNTRY])
    if expected is None:
        raise Unreadable(Fault.COUNTRY)
    if len(compact) != expected:
        raise Unreadable(Fault.LENGTH)
    if not _CHECKED.match(compact):
        raise Unreadable(Fault.LETTERS)
    try:
        return Details(DetailsKind.IBAN, iban.validate(compact))
    except InvalidChecksum as fault:
        raise Unreadable(Fault.CHECK) from fault
    except ValidationError as fault:
        raise Unreadable(Fault.LETTERS) from fault


@cache
def length(country: str) -> int | None:
    """Give how many characters an IBAN of a country has, by its two letters (ISO 3166-1); None for none."""
    if not country.isalpha():
        return None
    form = numdb.get("iban").info(country)[0][1].get("bban")
    return 4 + sum(int(size) for size in re.findall(r"(\d+)!", form)) if form else None


def found(text: str) -> Iterator[tuple[int, int, Details | None]]:
    """Give where in a text of `plain` an IBAN stands and which; None where it only looks like one."""
    shown = latin(text)
    done = 0
    for begun in _BEGINNING.finditer(shown):
        size = length(begun[1])
        match = _of_length(size).match(shown, begun.start(1)) if size and begun.start(1) >= done else None
        details = _valid(match[0]) if match else None
        if match and (details or text[match.start() : match.start() + _COUNTRY].isascii()):
            yield match.start(), match.end(), details
            done = match.end() if details else done


@cache
def _of_length(size: int) -> re.Pattern[str]:
    return re.compile(rf"[A-Z0-9](?:[ .-]{{0,2}}[A-Z0-9]){{{size - 1}}}(?![A-Z0-9])")


def _valid(typed: str) -> Details | None:
    try:
        return read(typed)
    except Unreadable:
        return None
