"""What is told of a code, a number or a link: never more than everybody may know, and nothing is kept."""

import random
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as example
from hypothesis import strategies as st
from sqlalchemy import select

from domain.appeals import AppealState
from domain.errors import Refusal
from domain.ids import Ids
from domain.messages import Content, DeliveryState, Lane, OnDoubt, Outgoing, chat
from domain.payees import DetailsKind
from domain.policy import Policy
from domain.reposts import ItemKind
from locales.catalog import Catalog
from relay import check_links, checks, people
from relay.checks import Asked, Checked, Verdict
from relay.places import Gazetteer
from relay.work import Relay, Work
from sandbox.clock import SandboxClock
from storage import appeals, outbox, posts, schema
from storage.transaction import Database
from tests.relay.given_appeals import CARD, OTHER_CARD, PHONE, THIRD_CARD, WORDS, changed, given, proposed
from tests.storage.conftest import seal_hash_key, sqlite_url
from tests.storage.store import START, vault

T = TypeVar("T")

CODE, OTHER_CODE = "K7M4Q", "T9RGC"
ASKER = 700_202
MISTYPED = "4400 4301 2345 6788"
CHANNEL_NUMBER = -1001234567
POLICY = Policy(
    "tabyldy_bot",
    "@Tabyldy_channel",
    "ru",
    None,
    (1,),
    ZoneInfo("Asia/Tashkent"),
    more_channels=(("kk", CHANNEL_NUMBER),),
    new_for=timedelta(0),
    pages_url="https://tabyldy.example/appeals",
)
DAY = timedelta(days=1)

BY_CODE = {
    AppealState.QUEUED: Verdict.WAITING,
    AppealState.APPROVED: Verdict.WAITING,
    AppealState.OPEN: Verdict.OPEN,
    AppealState.FROZEN: Verdict.FROZEN,
    AppealState.ENDED: Verdict.ENDED,
    AppealState.CLOSED: Verdict.CLOSED,
    AppealState.REFUSED: Verdict.REFUSED,
    AppealState.WITHDRAWN: Verdict.WITHDRAWN,
    AppealState.CANCELLED: Verdict.CANCELLED,
}


class Page:
    """A page's database, looked into by one who is a stranger to it."""

    def __init__(self, database: Database, policy: Policy) -> None:
        self.clock = SandboxClock(START)
        ids = Ids(random.Random(5).randbytes)
        self.relay = Relay(database, self.clock, policy, Catalog.load(), Gazetteer.load(), ids)

    async def does(self, action: Callable[[Work], Awaitable[T]]) -> T:
        return await self.relay.work(action)

    async def tells(self, text: str) -> Checked:
        return await self.does(lambda work: checks.look_up(work, text))

    async def verdict(self, text: str) -> Verdict:
        return (await self.tells(text)).verdict

    async def spends(self, text: str) -> Verdict:
        async def ask(work: Work) -> Verdict:
            return (await checks.ask(work, await people.meet(work, ASKER, "ru"), text)).verdict

        return await self.does(ask)


MakePage = Callable[..., Awaitable[Page]]


@pytest.fixture
async def make_page(tmp_path: Path, empty_database: Path) -> AsyncIterator[MakePage]:
    opened: list[Database] = []

    async def make(**changes: object) -> Page:
        path = Path(shutil.copy(empty_database, tmp_path / f"{len(opened)}.db"))
        database = Database(sqlite_url(path), vault())
        await database.write(seal_hash_key)
        opened.append(database)
        return Page(database, replace(POLICY, **changes))  # type: ignore[arg-type] # any of a policy's choices

    yield make
    for database in opened:
        await database.close()


@pytest.fixture
async def page(make_page: MakePage) -> Page:
    return await make_page()


@pytest.mark.parametrize(("state", "verdict"), BY_CODE.items())
async def test_a_code_tells_how_the_appeal_stands(page: Page, state: AppealState, verdict: Verdict) -> None:
    await page.does(lambda work: given(work, CODE, state))
    for text in (CODE, "k7m-4q", "#K7M4Q", "Сбор K7M4Q, помогите"):
        assert await page.verdict(text) is verdict


@pytest.mark.parametrize(("state", "verdict"), BY_CODE.items())
async def test_details_tell_the_same_but_nothing_of_what_was_taken_back(
    page: Page, state: AppealState, verdict: Verdict
) -> None:
    await page.does(lambda work: given(work, CODE, state))
    told = Verdict.UNKNOWN if state is AppealState.WITHDRAWN else verdict
    for text in ("4400430123456789", "4400 4301 2345 6789", "4400-4301-2345-6789", "карта 4400430123456789"):
        assert await page.verdict(text) is told


@pytest.mark.parametrize("state", [state for state in AppealState if state is not AppealState.OPEN])
async def test_where_money_goes_is_told_of_open_appeals_alone(page: Page, state: AppealState) -> None:
    await page.does(lambda work: given(work, CODE, state))
    await page.does(lambda work: given(work, OTHER_CODE, details=OTHER_CARD, organiser=700_303))
    assert (await page.tells(CODE)).payee is None
    payee = (await page.tells(OTHER_CODE)).payee
    assert payee is not None
    assert payee.details == OTHER_CARD


async def test_an_appeal_whose_last_day_is_over_has_ended_before_the_clock_sees_it(page: Page) -> None:
    await page.does(lambda work: given(work, CODE, days=1))
    page.clock.wind(DAY)
    assert await page.verdict(CODE) is Verdict.OPEN
    page.clock.wind(DAY)
    checked = await page.tells("4400430123456789")
    assert (checked.verdict, checked.payee) == (Verdict.ENDED, None)


async def test_former_details_are_told_from_those_in_force(page: Page) -> None:
    appeal = await page.does(lambda work: given(work, CODE))
    page.clock.wind(DAY)
    await page.does(lambda work: changed(work, appeal, OTHER_CARD, work.now))
    former, new = await page.tells(CARD.value), await page.tells(OTHER_CARD.value)
    assert (former.verdict, former.until) == (Verdict.CHANGED, START + DAY)
    assert (new.verdict, new.until) == (Verdict.OPEN, None)
    for checked in (former, new):
        assert checked.payee is not None
        assert checked.payee.details == OTHER_CARD


async def test_details_that_wait_for_two_are_not_confirmed_and_the_former_wait_too(page: Page) -> None:
    appeal = await page.does(lambda work: given(work, CODE))
    await page.does(lambda work: proposed(work, appeal, OTHER_CARD))
    assert await page.verdict(OTHER_CARD.value) is Verdict.PROPOSED
    assert await page.verdict(CARD.value) is Verdict.FROZEN
    assert (await page.tells(CODE)).payee is None


@pytest.mark.parametrize("over", [AppealState.CLOSED, AppealState.CANCELLED, AppealState.REFUSED])
@pytest.mark.parametrize("living_first", [True, False])
async def test_of_appeals_with_the_same_card_the_living_one_counts(
    page: Page, over: AppealState, *, living_first: bool
) -> None:
    states = [AppealState.OPEN, over] if living_first else [over, AppealState.OPEN]
    for state in states:
        code = CODE if state is AppealState.OPEN else OTHER_CODE
        await page.does(lambda work, code=code, state=state: given(work, code, state))  # type: ignore[misc] # bound per round
        page.clock.wind(DAY)
    checked = await page.tells(CARD.value)
    assert checked.verdict is Verdict.OPEN
    assert checked.appeal is not None
    assert checked.appeal.code == CODE


async def test_a_mistyped_number_is_not_looked_up_and_not_counted(make_page: MakePage) -> None:
    page = await make_page(checks_per_day=1)
    await page.does(lambda work: given(work, CODE))
    for text in (MISTYPED, MISTYPED.replace(" ", ""), "KZ00125KZT5004100100", "что-то", ""):
        assert await page.spends(text) in (Verdict.UNREADABLE, Verdict.NOTHING)
    assert await page.spends(CODE) is Verdict.OPEN


@pytest.mark.parametrize("text", ["22222", "4111111111111111", "+998901234567", "KZ86125KZT5004100100"])
async def test_what_nobody_asked_for_here_is_unknown(page: Page, text: str) -> None:
    await page.does(lambda work: given(work, CODE))
    assert await page.verdict(text) is Verdict.UNKNOWN


async def test_a_phone_is_found_however_its_country_is_written(page: Page) -> None:
    await page.does(lambda work: given(work, CODE, details=PHONE))
    for text in ("+7 701 123 45 67", "8 (701) 123-45-67", "87011234567"):
        checked = await page.tells(text)
        assert (checked.verdict, checked.details) == (Verdict.OPEN, (PHONE,))


async def test_a_number_of_several_countries_shows_all_it_may_be(page: Page) -> None:
    readings = (await page.tells("901234567")).details
    assert len(readings) > 1
    assert {each.kind for each in readings} == {DetailsKind.PHONE}


async def test_a_true_code_beside_anothers_card_is_no_yes(page: Page) -> None:
    await page.does(lambda work: given(work, CODE))
    copy = f"{WORDS[:60]} Код {CODE}. Карта {OTHER_CARD.value}"
    checked = await page.tells(copy)
    assert checked.verdict is Verdict.MISMATCH
    assert checked.payee is not None
    assert checked.payee.details == CARD
    assert await page.verdict(f"Код {CODE}. Карта {CARD.value}") is Verdict.OPEN
    assert await page.verdict(f"{CARD.value} или {OTHER_CARD.value}") is Verdict.UNKNOWN
    link = f"https://t.me/tabyldy_bot?start=check_{CODE}"
    assert await page.verdict(f"{link} {OTHER_CARD.value}") is Verdict.MISMATCH


@pytest.mark.parametrize(
    "link",
    [
        "https://t.me/tabyldy_bot?start=check_K7M4Q",
        "t.me/Tabyldy_Bot?start=p_K7M4Q",
        "<https://telegram.me/tabyldy_bot?start=check_K7M4Q>,",
        "tg://resolve?domain=tabyldy_bot&start=check_K7M4Q",
        "https://tabyldy.example/appeals/K7M4Q/",
        "https://tabyldy.example/appeals/K7M4Q/kk.html",
        "Смотрите: https://t.me/tabyldy_bot?start=check_K7M4Q",
    ],
)
async def test_a_link_of_ours_tells_what_its_code_tells(page: Page, link: str) -> None:
    await page.does(lambda work: given(work, CODE))
    assert await page.verdict(link) is Verdict.OPEN


@pytest.mark.parametrize(
    "link",
    [
        "https://t.me/tabyldy_b0t?start=check_K7M4Q",
        "https://tabyldy.example.evil.example/appeals/K7M4Q/",
        "https://evil.example/appeals/K7M4Q/",
        "https://tabyldy.example/other/K7M4Q/",
        "https://tabyldy.example@evil.example/appeals/K7M4Q/",
        "https://t.me/tabyldy_bot?start=check_22222",
        "tg://resolve?domain=other_bot&start=check_K7M4Q",
        "https://[half/K7M4Q",
    ],
)
async def test_a_link_that_only_looks_like_ours_is_unknown(page: Page, link: str) -> None:
    await page.does(lambda work: given(work, CODE))
    checked = await page.tells(link)
    assert (checked.verdict, checked.asked, checked.appeal) == (Verdict.UNKNOWN, Asked.LINK, None)


async def post(work: Work, channel: str, subject: str, kind: ItemKind, message: int) -> None:
    outgoing = Outgoing(channel, Content("a post"), Lane.POST, OnDoubt.PARK)
    delivery, _ = await work.queue(outgoing)
    await outbox.finish(work.tx, delivery, DeliveryState.SENT, work.now, message)
    await posts.put(work.tx, kind, subject, channel, delivery)


@pytest.mark.parametrize(
    "link",
    [
        "https://t.me/tabyldy_channel/12",
        "t.me/s/Tabyldy_Channel/12",
        "https://t.me/tabyldy_channel/12?comment=5",
        "https://t.me/c/1234567/12",
        "tg://privatepost?channel=1234567&post=12",
        "tg://resolve?domain=tabyldy_channel&post=12",
    ],
)
async def test_the_link_of_an_appeals_post_tells_of_it(page: Page, link: str) -> None:
    appeal = await page.does(lambda work: given(work, CODE))
    for channel in ("@Tabyldy_channel", CHANNEL_NUMBER):
        await page.does(lambda work, to=channel: post(work, chat(to), appeal.id, ItemKind.APPEAL, 12))  # type: ignore[misc] # bound per round
    checked = await page.tells(link)
    assert checked.verdict is Verdict.OPEN
    assert await page.verdict(link.replace("12", "13")) is not Verdict.OPEN


@pytest.mark.parametrize("digits", [9, 10, 19, 40, 3900])
async def test_no_number_of_a_message_is_too_large_to_be_looked_up(page: Page, digits: int) -> None:
    await page.does(lambda work: given(work, CODE))
    for link in ("https://t.me/tabyldy_channel/", "https://t.me/c/1234567/"):
        assert await page.verdict(f"{link}{'9' * digits}") is Verdict.UNKNOWN


@pytest.mark.parametrize("around", ["\u200e", "\u2060", "\u200b", "\ufeff", "\u202a", "\u202e"])
async def test_signs_that_nobody_sees_around_a_link_do_not_make_it_anothers(page: Page, around: str) -> None:
    await page.does(lambda work: given(work, CODE))
    assert await page.verdict(f"{around}https://t.me/tabyldy_bot?start=check_{CODE}\u202c") is Verdict.OPEN


async def test_a_channels_name_says_nothing_while_only_its_number_is_known(make_page: MakePage) -> None:
    page = await make_page(channel=CHANNEL_NUMBER, more_channels=())
    assert await page.verdict("https://t.me/tabyldy_channel/12") is Verdict.NOTHING
    page = await make_page(more_channels=())
    assert await page.verdict("https://t.me/other_channel/12") is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (CODE, True),
        ("22222", False),
        (CARD.value, True),
        (MISTYPED, True),
        (f"t.me/tabyldy_bot?start=check_{CODE}", True),
        ("t.me/other_bot?start=check_K7M4Q", False),
        ("https://example.org/news", False),
        ("Айгерим Сатпаева", False),
        ("N12345678", False),
        (f"Нашёл карту {CARD.value}", False),
        (f"смотри t.me/tabyldy_bot?start=check_{CODE}", False),
        ("12.05.1990", False),
        ("", False),
    ],
)
async def test_only_what_is_nothing_else_is_taken_for_a_check(page: Page, text: str, *, meant: bool) -> None:
    await page.does(lambda work: given(work, CODE))
    assert await page.does(lambda work: checks.is_meant(work, text)) is meant


async def test_a_day_has_so_many_checks_whatever_the_answer_would_be(make_page: MakePage) -> None:
    page = await make_page(checks_per_day=2)
    await page.does(lambda work: given(work, CODE))
    assert await page.spends(CODE) is Verdict.OPEN
    assert await page.spends(OTHER_CARD.value) is Verdict.UNKNOWN
    for text in (CODE, OTHER_CARD.value, THIRD_CARD.value):
        with pytest.raises(Refusal) as no:
            await page.spends(text)
        assert no.value.text_id == "check-too-many"
    page.clock.wind(DAY)
    assert await page.spends(CODE) is Verdict.OPEN


async def test_nothing_of_what_was_looked_up_is_kept(page: Page) -> None:
    await page.does(lambda work: given(work, CODE))
    before = await page.does(everything)
    await page.spends(OTHER_CARD.value)
    after = await page.does(everything)
    grown = {name for name in after if len(after[name]) > len(before[name])}
    assert grown <= {"people", "counters"}
    assert OTHER_CARD.value not in str(after)
    assert OTHER_CARD.value[-4:] not in str(after["counters"])


async def everything(work: Work) -> dict[str, list[str]]:
    return {
        table.name: [str(tuple(row)) for row in await work.tx.execute(select(table))]
        for table in schema.metadata.sorted_tables
    }


async def test_proposals_of_an_appeal_that_was_forgotten_are_unknown(page: Page) -> None:
    appeal = await page.does(lambda work: given(work, CODE, AppealState.REFUSED))
    await page.does(lambda work: appeals.forget_need(work.tx, appeal.id))
    assert await page.verdict(CARD.value) is Verdict.UNKNOWN


@example(st.text(st.sampled_from("t.me/tabyldy_bot?start=check_K7M4Q:/@[]&#12c "), max_size=60))
def test_no_text_breaks_the_reading_of_links(text: str) -> None:
    for link in check_links.links_in(POLICY, text):
        assert link.code is None or link.code == link.code.upper()


@example(st.text(max_size=80))
def test_codes_among_words_are_codes(text: str) -> None:
    for code in checks.codes_in(text):
        assert len(code) == len(CODE)


def test_a_code_is_found_behind_the_sign_of_a_link() -> None:
    assert list(checks.codes_in("check_K7M4Q, T9RGC. k7m4qq 4400")) == ["K7M4Q", "T9RGC"]
