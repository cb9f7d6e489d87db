"""Contacts in free text: what would let two strangers leave the bot or pay one another.

It stops people who do not think of it and slows down those who do; spelled-out digits, a letter O for a zero
and pictures are not read. What it must not do is hold back a date, a price or the usual number of a document.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import luhn

from matching import scripts


class Contact(StrEnum):
    """What was found: an address or account name, a card or bank account, a telephone number."""

    LINK = "link"
    CARD = "card"
    PHONE = "phone"


# Endings of addresses met in the region. Words of its languages that happen to be endings are left out,
# because people forget the space after a full stop: az, su, de, biz, top, us, in, to.
_TOP: Final = (
    "com|net|org|info|io|me|kz|uz|ru|kg|tj|tr|tm|by|ua|eu|tv|cc|ly|gg|app|dev|site|online|shop|xyz|club|link|pro"
    "|xn--[a-z0-9]+|рф|қаз"
)
# "site .kz", "site [.] kz", "site(dot)kz"; a space after the full stop alone is the end of a sentence.
_DOT: Final = r"(?:\.|\s{1,3}\.\s{0,3}|\s{0,3}[\[({<]\s?(?:\.|dot)\s?[\])}>]\s{0,3})"
_SPACED_DOT: Final = rf"(?:\s{{0,3}}\.\s{{0,3}}|{_DOT})"
# A name ends with a letter, or with up to three digits after one: 1.kg is a weight.
_NAME_END: Final = r"(?:(?<=[^\W\d_])|(?<=[^\W\d_]\d)|(?<=[^\W\d_]\d\d)|(?<=[^\W\d_]\d{3}))"
_LINK: Final = re.compile(
    r"[a-z]{2,10}\s?:\s?/\s?/"  # any scheme: https, hxxp, tg
    rf"|(?<!\w)www{_SPACED_DOT}\w"
    rf"|(?<![\w'])t{_SPACED_DOT}me(?!\w)"  # not "I can't. Me neither"
    r"|(?<!\w)т\.м[еe](?!\w)"
    r"|telegram\s?\.\s?(?:me|dog|org)(?!\w)"
    r"|@[a-z][a-z0-9_]{3,}"  # Telegram: 5 to 32 signs, 4 when bought at auction; also the end of an e-mail
    rf"|{_NAME_END}{_DOT}(?:{_TOP})(?![\w-])",
    re.IGNORECASE,
)
# What every match of _LINK without "www" has in it, looked for first: it begins with a sign, so that letters
# are passed over quickly, and everyday texts have none.
_LINK_SIGN: Final = re.compile(
    rf"@|:\s?/|[\[({{<]\s?(?:\.|dot)|\.(?:м|\s{{0,3}}(?:{_TOP}|dog)(?!\w))", re.IGNORECASE
)
_LATIN: Final = r"A-Za-z\u00aa-\u036f\u1e00-\u1eff"  # and some signs; scripts.is_latin is the judge
_CYRILLIC: Final = r"\u0400-\u052f"
_BETWEEN_LETTERS: Final = rf"[^\s{_LATIN}{_CYRILLIC}]*"
_MIXED_WORD: Final = re.compile(
    rf"[{_LATIN}]{_BETWEEN_LETTERS}[{_CYRILLIC}]|[{_CYRILLIC}]{_BETWEEN_LETTERS}[{_LATIN}]"
)

# Days and times are no digits of a number. Not inside a longer one: 998.90.12.11.20.
_DAY: Final = r"(?<![\d./])(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|1[0-2])(?:\1(?:19|20)?\d\d)?(?![./]?\d)"
_TIME: Final = r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![:\d])"
# Beginnings of currency words in the region's alphabets. A sum ends with a zero thousand, a telephone rarely.
_MONEY: Final = (
    r"(?:сум|сўм|сом|so'm|som|sum|тен|тг|teng|tg|руб|rub|лир|lir|дол|dol|tl|uzs|kzt|kgs|tjs|try|usd|[$€₸₽₺])"
)
_SUM: Final = (
    r"(?<![\d+])(?<!\d[\s.,(\-])\d{1,3}"
    rf"(?:(?:[ .,']?\d{{3}}){{0,3}}[ .,']?000(?!\d)(?:[.,]00)?\s?{_MONEY}|(?:[ .,']000){{2,}}(?![\s.\-]?\d))"
)
_NO_NUMBER: Final = re.compile(f"{_DAY}|{_TIME}|{_SUM}", re.IGNORECASE)

_BETWEEN: Final = r"[\s./*_|•·=~\-‐-―−]{0,3}"
_RUN: Final = re.compile(rf"\d(?:{_BETWEEN}\d){{12,}}")
_ACCOUNT: Final = (
    re.compile(  # IBAN: Kazakhstan 3 + 13 signs, Turkey 22 digits after the check digits (ISO 13616)
        r"(?<!\w)(?:kz\d\d[ -]?\d{3}(?:[ -]?[a-z\d]){13}|tr\d\d(?:[ -]?\d){22})(?!\w)", re.IGNORECASE
    )
)
_CARD_DIGITS: Final = range(13, 20)  # ISO/IEC 7812-1: up to 19; no card of the region has fewer than 13
_FOUR: Final = 4
_THOUSANDS: Final = 3
_YEAR: Final = re.compile(r"(?:19|20)\d\d")

# Dashes and stars that the phone library does not take for separators.
_SEPARATORS: Final = str.maketrans(dict.fromkeys("*_|•·=~,/", "-"))
_LONE_DIGITS: Final = re.compile(r"(?<!\d)\d(?:[\W_]{1,3}\d(?!\d)){6,}")
_INTERNATIONAL: Final = re.compile(r"\+\s?\d(?:[\s().\-]{0,3}\d){9,14}")
_CALLED_A_PHONE: Final = re.compile(
    r"(?<![^\W\d_])(?:тел(?:еф[^\W\d_]{0,9})?|tel(?:ef[^\W\d_]{0,12})?|моб|mob|phone|whats\s?app|viber|imo)"
    r"\W{0,3}\d(?:[\s().\-]{0,3}\d){4,}",
    re.IGNORECASE,
)
_REGIONS: Final = (
    "UZ",
    "RU",
    "KG",
    "TJ",
    "TR",
)  # Kazakhstan shares +7, and all rules of reading, with Russia
_SHORTEST_PHONE: Final = 9  # digits; Turkish 444 0 000 is left out, it looks like a price
_MAY_BE_PHONE: Final = re.compile(r"\d(?:[\W_]{0,4}\d){8}")

# What every number of a card, an account or a telephone has in it, before days and sums are taken out.
_FIVE_DIGITS: Final = re.compile(r"[0-9](?:[\W_]{0,4}[0-9]){4}")

# All but the blocks where no sign vanishes and no digit is another than 0 to 9 (Unicode 14): Latin, Greek,
# Cyrillic, dashes and quotes, money, pictures.
_UNUSUAL: Final = re.compile(
    r"[^\x00-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u20a0-\u20cf\U0001f000-\U0001faff]"
)

_IN_PUBLIC: Final = re.compile(r"(?:\d[\s()\-.,/_+]*){6}|@")


def found(text: str) -> frozenset[Contact]:
    """Give the kinds of contacts in a text of up to 4,096 characters (Telegram's limit), in any digits."""
    plain = _plain(text)
    counted = _NO_NUMBER.sub(";", plain) if _FIVE_DIGITS.search(plain) else ""
    tests = {
        Contact.LINK: _has_link(plain),
        Contact.CARD: _has_card(counted),
        Contact.PHONE: _has_phone(counted),
    }
    return frozenset(contact for contact, is_there in tests.items() if is_there)


def fits_in_public(text: str) -> bool:
    """Tell whether everybody may read a text: no contact, no six digits in a row, no account's sign.

    Stricter than `found`, for places of posts: six digits may be a town's telephone or a document's number.
    """
    return not _IN_PUBLIC.search(_plain(text)) and not found(text)


def _plain(text: str) -> str:
    """Give compatibility forms unified, every digit in ASCII, invisible signs and marks removed."""
    unified = unicodedata.normalize("NFKC", scripts.straight(text)).replace("。", ".")
    return _UNUSUAL.sub(lambda found: _usual(found[0]), unified)


def _usual(sign: str) -> str:
    if unicodedata.category(sign) in {"Cf", "Mn", "Me"}:
        return ""
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _has_link(text: str) -> bool:
    """Look at the text as it is and with look-alikes of another alphabet in a word made one."""
    if not _MIXED_WORD.search(text):
        return _is_link(" ".join(text.split()))  # with fewer spaces nothing is missed
    return _is_link(text) or _is_link(" ".join(map(scripts.one_script, text.split())))


def _is_link(text: str) -> bool:
    return bool((_LINK_SIGN.search(text) or "www" in text.lower()) and _LINK.search(text))


def _has_card(text: str) -> bool:
    if _ACCOUNT.search(text):
        return True
    return any(_is_card(re.findall(r"\d+", run)) for run in _RUN.findall(text))


def _is_card(groups: list[str]) -> bool:
    """Tell whether groups of digits, or some of them in a row, are a card's number."""
    fours = any(_are_fours(groups[start : start + _FOUR]) for start in range(len(groups)))
    return fours or any(map(luhn.is_valid, _readings(groups)))


def _are_fours(four: list[str]) -> bool:
    """Recognise four groups of four digits, for a mistyped card is still one; but years are none."""
    return [len(group) for group in four] == [_FOUR] * _FOUR and not all(map(_YEAR.fullmatch, four))


def _readings(groups: list[str]) -> Iterator[str]:
    """Give runs of groups with as many digits as a card: all of them, or equal ones with a shorter end.

    Threes are prices.
    """
    whole = "".join(groups)
    if len(whole) in _CARD_DIGITS:
        yield whole
    for start, first in enumerate(groups):
        if len(first) != _THOUSANDS:
            yield from _equal_ones(groups[start : start + _CARD_DIGITS[-1]])


def _equal_ones(groups: list[str]) -> Iterator[str]:
    digits = ""
    for group in groups:
        digits += group
        if len(digits) in _CARD_DIGITS:
            yield digits
        if len(group) != len(groups[0]):
            return


def _has_phone(text: str) -> bool:
    if _INTERNATIONAL.search(text) or _CALLED_A_PHONE.search(text):
        return True
    joined = _LONE_DIGITS.sub(lambda run: re.sub(r"\D", "", run[0]), text)
    if not _MAY_BE_PHONE.search(joined):
        return False
    return any(map(_is_phone, {joined, joined.translate(_SEPARATORS)}))


def _is_phone(text: str) -> bool:
    """Ask the phone library: numbers that are valid in one of the countries, with or without its code.

    VALID and not POSSIBLE, which takes rows of years, coordinates and Russian passport numbers for phones and
    finds nothing more in the tests' table.
    """
    matches = (match for region in _REGIONS for match in PhoneNumberMatcher(text, region, Leniency.VALID))
    return any(len(re.sub(r"\D", "", match.raw_string)) >= _SHORTEST_PHONE for match in matches)
