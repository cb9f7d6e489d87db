"""Invented numbers that money could be sent to, and every slip that one can be typed with."""

import string
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from domain.payees import Details, DetailsKind
from matching.payees import Fault, Unreadable, read

CARD: Final = DetailsKind.CARD
IBAN: Final = DetailsKind.IBAN
ACCOUNT: Final = DetailsKind.ACCOUNT
PHONE: Final = DetailsKind.PHONE

# Invented numbers; only their check digits are true.
CARDS = {
    "4400241592066110": "Visa",
    "4169257976335559": "Visa",
    "4618761393031134441": "Visa",
    "5169429104339301": "Mastercard",
    "5599094425972485": "Mastercard",
    "2221622612965319": "Mastercard",
    "2720908362211400": "Mastercard",
    "2200567802178501": "Mir",
    "2204191154140033887": "Mir",
    "8600020824264167": "UzCard",
    "5614133331428629": "UzCard",
    "9860177023461433": "Humo",
    "9417594210406542": "Elcart",
    "9762671197308189": "Korti Milli",
    "5058279502449101": "Korti Milli",
    "9792033969195472": "Troy",
    "6502968664071972": "Troy",
    "6226533475639055": "UnionPay",
    "8171215017382402556": "UnionPay",
    "639082036873668487": "Maestro",
    "676394917451": "Maestro",
    "342737255828141": "American Express",
}
IBANS = (
    "KZ22125KZT2004100190",
    "KZ49722C000031415926",
    "TR980006100519786457841999",
    "DE72370400440532019999",
    "GB87WEST12345698765439",
    "FR2520041010050500013M02699",
    "AE800331234567890129999",
    "AZ10NABZ00000000137010009999",
    "GE70NB0000000101909999",
    "BY61NBRB3600900000002Z00AB09",
    "UA363223130000026007233569999",
    "PL37109010140000071219819999",
)
ACCOUNTS = (  # the first is the Bank of Russia's own example, the third is kept by one of its divisions
    ("40602810700000000025", "049805746"),
    ("40817810600271828182", "044525974"),
    ("40503810700000314159", "049805000"),
    ("40820398500001618033", "046577674"),
    ("40703810900002236067", "044030653"),
    ("42301810300005772156", "045004641"),
)
VISA, HUMO = "4400241592066110", "9860177023461433"
KAZAKH, TURKISH = IBANS[0], IBANS[2]
RUSSIAN, BANK = ACCOUNTS[1]
MOBILE = "+77012345667"
DIGITS = string.digits

ALL = [
    *(Details(CARD, number) for number in CARDS),
    *(Details(IBAN, number) for number in IBANS),
    *(Details(ACCOUNT, number, bank) for number, bank in ACCOUNTS),
    *(Details(PHONE, number) for number in (MOBILE, "+998901234567", "+996555123456", "+905321234567")),
]


def fault_of(kind: DetailsKind, text: str) -> Fault | None:
    try:
        read(kind, text)
    except Unreadable as fault:
        return fault.why
    return None


def mistyped(number: str, signs: str) -> Iterator[tuple[str, str, str]]:
    """One sign wrong: what stood there, what stands there, and the number."""
    for place, sign in enumerate(number):
        for other in signs.replace(sign, ""):
            yield sign, other, number[:place] + other + number[place + 1 :]


def swapped(number: str) -> Iterator[tuple[str, str]]:
    """Two neighbours exchanged: which, and the number."""
    for place, pair in enumerate(map("".join, pairwise(number))):
        if pair[0] != pair[1]:
            yield pair, number[:place] + pair[::-1] + number[place + 2 :]
