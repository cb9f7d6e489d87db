"""Rates: read exactly as they were written, and what is no rate is told what to write instead."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given as example
from hypothesis import strategies as st

from domain.appeals import AppealState
from domain.cases import Action
from domain.errors import Refusal
from domain.money import Currency, Rate
from locales.choice import NAMES
from relay import rates
from relay.places import Gazetteer
from relay.work import Work
from storage import appeals, audit
from tests.relay.given_appeals import OTHER_CARD, given
from tests.relay.outcome_page import CHIEF, CODE, OTHER_CODE, POLICY, Page, page_in, refused
from tests.storage.store import START

TODAY = date(2026, 11, 22)
WHOLE = "USD KZT 512.40 21.11 nationalbank.kz"
RATE = Rate(Currency.USD, Currency.KZT, Decimal("512.40"), date(2026, 11, 21), "nationalbank.kz")


@pytest.fixture
async def page(tmp_path: Path, empty_database: Path) -> AsyncIterator[Page]:
    async with page_in(tmp_path, empty_database) as opened:
        yield opened


def tools() -> Work:
    """What reading needs; the transaction is never touched."""
    untouched: object = None
    return Work(untouched, START, POLICY, untouched, Gazetteer.load(), untouched, untouched, untouched)  # type: ignore[arg-type] # see above


def read(text: str) -> Rate:
    return rates.read(tools(), text)


def why(text: str) -> str:
    with pytest.raises(Refusal) as refusal:
        read(text)
    return refusal.value.text_id


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (WHOLE, RATE),
        ("usd kzt 512,40 21.11.2026 nationalbank.kz", RATE),
        (
            "USD  UZS 12730 2026-11-22 cbu.uz",
            Rate(Currency.USD, Currency.UZS, Decimal(12730), TODAY, "cbu.uz"),
        ),
        ("RUB KZT 5.123456 cbr.ru", Rate(Currency.RUB, Currency.KZT, Decimal("5.123456"), TODAY, "cbr.ru")),
        (
            "EUR USD 1.08 сайт Народного банка",
            Rate(Currency.EUR, Currency.USD, Decimal("1.08"), TODAY, "сайт Народного банка"),
        ),
    ],
)
def test_a_rate_is_read_exactly(text: str, meant: Rate) -> None:
    assert read(text) == meant
    assert str(read(text).worth) == str(meant.worth)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("USD", "rate-unreadable"),
        ("USD KZT 512.40", "rate-unreadable"),
        ("GBP KZT 600 bank", "rate-currency"),
        ("USD доллар 600 bank", "rate-currency"),
        ("USD USD 1 bank", "rate-same"),
        ("USD KZT 0 bank", "rate-number"),
        ("USD KZT 0.000000 bank", "rate-number"),
        ("USD KZT -5 bank", "rate-number"),
        ("USD KZT 1.1234567 bank", "rate-number"),
        ("USD KZT 1e3 bank", "rate-number"),
        ("USD KZT ٥ bank", "rate-number"),
        ("USD KZT NaN bank", "rate-number"),
        ("USD KZT 512 23.11.2026 bank", "rate-day"),
        ("USD KZT 512 22.09 bank", "rate-day"),
        ("USD KZT 512 31.02 bank", "rate-day"),
        ("USD KZT 512 99.99 bank", "rate-day"),
        ("USD KZT 512 21.11", "rate-source"),
        (f"USD KZT 512 {'b' * 201}", "rate-source"),
    ],
)
def test_what_is_no_rate_says_which_part_is_wrong(text: str, refusal: str) -> None:
    assert why(text) == refusal


def test_a_rate_is_at_most_sixty_days_old() -> None:
    oldest = TODAY - timedelta(days=60)
    assert read(f"USD KZT 512 {oldest:%d.%m.%Y} bank").day == oldest
    assert why(f"USD KZT 512 {oldest - timedelta(days=1):%d.%m.%Y} bank") == "rate-day"


@example(st.text(st.sampled_from("USDKZT 0123456789.,-eбанк"), max_size=60))
def test_no_words_break_anything(text: str) -> None:
    try:
        rate = read(text)
    except Refusal as refusal:
        assert refusal.text_id.startswith("rate-")  # noqa: PT017 - both ends are fine
    else:
        assert rate.worth > 0
        assert rate.of is not rate.into


async def enters(page: Page, text: str) -> Rate:
    return await page.by(CHIEF, lambda work, me: rates.enter(work, me, text))


async def known(page: Page) -> Sequence[Rate]:
    return await page.does(rates.known)


async def test_a_newer_rate_takes_the_place_of_the_older(page: Page) -> None:
    assert await enters(page, WHOLE) == RATE
    assert await known(page) == [RATE]
    newer = await enters(page, "USD KZT 513 nationalbank.kz")
    other = await enters(page, "EUR KZT 555.5 nationalbank.kz")
    assert await known(page) == [other, newer]


async def test_every_page_and_every_post_is_made_anew_and_the_log_tells_of_it(page: Page) -> None:
    await page.does(lambda work: given(work, CODE))
    await page.does(
        lambda work: given(work, OTHER_CODE, AppealState.CLOSED, details=OTHER_CARD, organiser=700_404)
    )

    async def rest(work: Work) -> None:
        for appeal in await appeals.unwritten(work.tx, 9):
            await appeals.written(work.tx, appeal.id)

    await page.does(rest)
    await enters(page, WHOLE)
    unwritten = await page.does(lambda work: appeals.unwritten(work.tx, 9))
    assert [appeal.code for appeal in unwritten] == [CODE, OTHER_CODE]
    drawn = await page.does(lambda work: appeals.to_draw(work.tx, work.now, 9))
    assert [appeal.code for appeal in drawn] == [CODE]
    [record] = await page.does(lambda work: audit.newest(work.tx, 9, None))
    assert (record.action, record.subject, record.note) == (Action.RATE, "USD KZT", "512.40")


async def test_what_is_no_rate_changes_nothing(page: Page) -> None:
    assert await refused(enters(page, "USD KZT 0 bank")) == "rate-number"
    assert await known(page) == []


@pytest.mark.parametrize("language", NAMES)
async def test_a_rate_is_shown_with_its_day_and_its_source(page: Page, language: str) -> None:
    shown = await page.does(lambda work: _line(work, language))
    for part in ("1 USD", "512.40 KZT", "nationalbank.kz", "21"):
        assert part in shown


async def _line(work: Work, language: str) -> str:
    return rates.line(work, language, RATE)
