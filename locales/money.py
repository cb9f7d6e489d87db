"""Sums of money in words: whole digits for reading, short ones for a picture."""

from decimal import ROUND_DOWN, Decimal
from typing import Final

from babel.numbers import format_compact_decimal, format_decimal

from domain.money import Currency, Money

SHORTENED: Final = Decimal(10) ** 6
"""From a million on a sum on a picture is told in millions."""

# CLDR has bare codes for most of these (UZS, KGS, TJS), which few readers know. The sums of Uzbekistan and of
# Kyrgyzstan have one name in Kazakh and in Uzbek, so here each is called as its own country's people say.
_SIGNS: Final = {
    Currency.KZT: "₸",
    Currency.RUB: "₽",
    Currency.TRY: "₺",
    Currency.USD: "$",
    Currency.EUR: "€",
}
_CYRILLIC: Final = {**_SIGNS, Currency.UZS: "сум", Currency.KGS: "сом", Currency.TJS: "сомони"}
_UNITS: Final = {
    "kk": _CYRILLIC,
    "ru": _CYRILLIC,
    "uz": {
        **_SIGNS,
        Currency.KZT: "tenge",
        Currency.UZS: "soʻm",
        Currency.KGS: "qirgʻiz somi",
        Currency.TJS: "somoniy",
        Currency.RUB: "rubl",
        Currency.TRY: "lira",
    },
    "en": {**_SIGNS, Currency.UZS: "soʻm", Currency.KGS: "Kyrgyz som", Currency.TJS: "somoni"},
}
_SIGN_FIRST: Final = "en"
_NO_BREAK: Final = "\u00a0"
_MINUS: Final = "-"
_WHOLE: Final = "#,##0"
_WITH_HUNDREDTHS: Final = "#,##0.00"


def money_in_words(language: str, money: Money) -> str:
    """A whole sum in one unbroken piece: `4 250 000 ₸`, `₸4,250,000`, `1 500,50 сум`."""
    pattern = _WHOLE if money.amount == money.amount.to_integral_value() else _WITH_HUNDREDTHS
    return _with_unit(language, str(format_decimal(money.amount, pattern, locale=language)), money.currency)


def short_in_words(language: str, money: Money) -> str:
    """The same for a picture, from a million on with one decimal: `4,2 млн ₸`; never more than it is."""
    if abs(money.amount) < SHORTENED:
        return money_in_words(language, money)
    step = Decimal(10) ** (money.amount.adjusted() // 3 * 3 - 1)
    shown = (money.amount / step).to_integral_value(ROUND_DOWN) * step
    number = format_compact_decimal(shown, format_type="short", locale=language, fraction_digits=1)
    return _with_unit(language, str(number), money.currency)


def _with_unit(language: str, number: str, currency: Currency) -> str:
    """A formatted number with its currency where the language puts it."""
    unit = _UNITS[language][currency]
    if language != _SIGN_FIRST or unit.isalpha() or _NO_BREAK in unit or " " in unit:
        return f"{number} {unit}".replace(" ", _NO_BREAK)
    minus = _MINUS if number.startswith(_MINUS) else ""
    return f"{minus}{unit}{number.removeprefix(_MINUS)}"
