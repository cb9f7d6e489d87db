"""Mobile numbers that money is sent to, as E.164 (ITU-T), also as they are dialled at home in six countries.

Which numbers are mobile is the numbering plans' of each country, as phonenumbers ships them.
"""

import re
from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

from domain.payees import Details, DetailsKind
from matching.payee_rules.faults import Fault, Unreadable
from matching.payee_rules.typed import HANDFUL, Window

_REGIONS: Final = ("KZ", "UZ", "KG", "TJ", "RU", "TR")
_LONGEST: Final = 40
_SIGNS: Final = re.compile(r"[\d\s+()./_·•*-]+")
_MOBILE: Final = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)

# As it is dialled at home, or with the country and no plus: the national number, and what to put before it.
_DIALLED: Final = (
    (re.compile(r"[78]?([79]\d{9})"), "+7"),
    (re.compile(r"((?:998|996|992)\d{9}|905\d{9})"), "+"),
    (re.compile(r"0?(5\d{9})"), "+90"),
    (re.compile(r"0(\d{9})"), "+996"),
)
_SHORTEST_DIALLED: Final = 10
_SHORTEST: Final = 8
_LONGEST_NUMBER: Final = 15
_PASSPORT_SHAPES: Final = ((4, 6), (2, 2, 6))  # series and number of a Russian one
_BILLION: Final = 11
_ROUND: Final = "000000"


def read(text: str) -> Details:
    """Give the mobile number in a text of `plain`; Unreadable tells PHONE, or COUNTRY when it may be several.

    93 123 45 67 is somebody's in Uzbekistan and somebody else's in Tajikistan: money is sent to neither.
    """
    readings = readings_of(text)
    if not readings:
        raise Unreadable(Fault.PHONE)
    if len(readings) > 1:
        raise Unreadable(Fault.COUNTRY)
    return readings[0]


def readings_of(text: str) -> tuple[Details, ...]:
    """Give every mobile number that a text of `plain` may be."""
    said = text.strip()
    if len(said) > _LONGEST or not _SIGNS.fullmatch(said):
        return ()
    regions = (None,) if said.startswith("+") else _REGIONS
    return tuple(dict.fromkeys(number for region in regions if (number := _mobile(said, region))))


def found(window: Window) -> Details | None:
    """Give the mobile number that a window of a text looks like: +… or at least ten digits."""
    size = len(window.digits)
    if not _SHORTEST <= size <= _LONGEST_NUMBER or not (window.whole or len(window.sizes) <= HANDFUL):
        return None
    if window.plus:
        return _mobile(f"+{window.digits}", None)
    is_sum = window.is_sum and size <= _BILLION
    if is_sum or window.sizes in _PASSPORT_SHAPES or size < _SHORTEST_DIALLED:
        return None
    return None if window.digits.endswith(_ROUND) else _dialled(window.digits)


def number_of(value: str) -> PhoneNumber:
    """Give a stored E.164 number for formatting."""
    return phonenumbers.parse(value)


def international(value: str) -> str:
    """Give a stored E.164 number as it is read: +7 701 234 5667."""
    return phonenumbers.format_number(number_of(value), PhoneNumberFormat.INTERNATIONAL).replace("-", " ")


def _dialled(digits: str) -> Details | None:
    """Give the number that is dialled so at home in one of the six countries."""
    for form, before in _DIALLED:
        match = form.fullmatch(digits)
        number = _mobile(before + match[1], None) if match else None
        if number:
            return number
    return None


def _mobile(said: str, region: str | None) -> Details | None:
    try:
        number = phonenumbers.parse(said, region)
    except NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) not in _MOBILE:
        return None
    return Details(DetailsKind.PHONE, phonenumbers.format_number(number, PhoneNumberFormat.E164))
