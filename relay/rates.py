"""Rates: what one currency is worth in another, as a moderator read it somewhere and says where."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.appeal_forms import ENTRY
from domain.cases import Action
from domain.errors import Refusal
from domain.money import Currency, Rate
from domain.people import Person
from locales.dates import day_in_words
from relay import answers, cases
from relay.work import Work
from storage import appeals, ledger

OLDEST: Final = timedelta(days=60)
"""What was true longer ago says nothing of what a sum is worth now."""

LONGEST_SOURCE: Final = 200
_FEWEST: Final = 4
_WORTH: Final = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
_DAY: Final = re.compile(r"\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?|\d{4}-\d{2}-\d{2}")


async def enter(work: Work, moderator: Person, text: str) -> Rate:
    """Note a rate in place of what was known, for every post and page; Refusal when it is none."""
    rate = read(work, text)
    await ledger.put_rate(work.tx, rate)
    await cases.record(work, moderator.id, Action.RATE, f"{rate.of} {rate.into}", f"{rate.worth:f}")
    await appeals.rewrite_all(work.tx)
    await appeals.all_stale(work.tx)
    return rate


async def known(work: Work) -> Sequence[Rate]:
    """Every rate that was entered."""
    return await ledger.known_rates(work.tx)


def read(work: Work, text: str) -> Rate:
    """The rate in `USD KZT 512.40 21.11 nationalbank.kz`; without a day it is today's.

    Refusal with what to write instead.
    """
    words = text.split()
    if len(words) < _FEWEST:
        raise Refusal("rate-unreadable")
    of, into = _currency(words[0]), _currency(words[1])
    if of is into:
        raise Refusal("rate-same", currency=of)
    worth = _worth(words[2])
    is_dated = _DAY.fullmatch(words[3]) is not None
    day = _day(work, words[3]) if is_dated else work.today
    return Rate(of, into, worth, day, _source(words[4 if is_dated else 3 :]))


def line(work: Work, language: str, rate: Rate) -> str:
    """A rate as a line of a list, as Telegram HTML."""
    day = day_in_words(language, rate.day)
    return work.catalog.text(
        language,
        "rate-line",
        of=rate.of,
        worth=f"{rate.worth:f}",
        into=rate.into,
        day=day,
        source=rate.source,
    )


def _currency(word: str) -> Currency:
    try:
        return Currency(word.upper())
    except ValueError as fault:
        raise Refusal("rate-currency", codes=", ".join(Currency)) from fault


def _worth(word: str) -> Decimal:
    worth = Decimal(word.replace(",", ".")) if _WORTH.fullmatch(word) and word.isascii() else Decimal(0)
    if not worth:
        raise Refusal("rate-number")
    return worth


def _day(work: Work, word: str) -> date:
    refused = Refusal("rate-day", limit=OLDEST.days)
    try:
        day = date.fromisoformat(answers.read(work, ENTRY.question("day"), word))
    except Refusal as fault:
        raise refused from fault
    if day < work.today - OLDEST:
        raise refused
    return day


def _source(words: Sequence[str]) -> str:
    source = " ".join(words)
    if not source or len(source) > LONGEST_SOURCE:
        raise Refusal("rate-source", limit=LONGEST_SOURCE)
    return source
