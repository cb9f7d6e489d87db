"""What the page of an appeal tells: what everybody may know, right in every language, and nothing more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest

from domain import chain
from domain.appeals import Appeal, AppealState, Consent, Ending
from domain.ledger import Entry, EntryKind
from domain.money import Currency, Money, Rate
from locales.choice import NAMES
from relay import appeal_pages
from relay.appeal_page_parts import Told, curve_points
from relay.appeal_pages import BLOCK
from relay.work import Work
from storage import ledger
from tests.bot import given
from tests.conftest import Desk

MONEY = [
    (EntryKind.RECEIVED, given.tenge(300_000)),
    (EntryKind.TRANSFERRED, given.tenge(100_000)),
    (EntryKind.SPENT, given.tenge(20_000)),
    (EntryKind.DELIVERED, given.tenge(15_000)),
    (EntryKind.RECEIVED, Money(Decimal(100), Currency.USD)),
]
DOLLAR = Rate(Currency.USD, Currency.KZT, Decimal("512.5"), date(2026, 11, 21), "National Bank")


async def files(
    desk: Desk, appeal: Appeal, said: Sequence[tuple[EntryKind, Money]] = (), rates: Sequence[Rate] = ()
) -> Mapping[str, str]:
    """The pages of an appeal that is stored with these entries."""

    async def make(work: Work) -> Mapping[str, bytes]:
        held = await given.stored(appeal, work)
        await given.written_down(said, work)
        for rate in rates:
            await ledger.put_rate(work.tx, rate)
        return await appeal_pages.files_of(work, held)

    made = await desk.app.relay.work(make)
    return {path: content.decode() for path, content in made.items() if not path.endswith(".jpg")}


def text(page: str) -> str:
    """A page as it is read."""
    bare = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(
        re.sub(r"<[^>]+>", " ", bare).replace("\u00a0", " ").replace("&lt;", "<").replace("&gt;", ">").split()
    )


async def english(desk: Desk, appeal: Appeal, said: Sequence[tuple[EntryKind, Money]] = ()) -> str:
    return text((await files(desk, appeal, said))["en.html"])


async def test_a_page_tells_for_whom_what_for_and_how_far_it_is(desk: Desk) -> None:
    page = await english(desk, given.of(AppealState.OPEN), MONEY)
    for said in ("Айгүл Т.", "K7M2Q", "Операция в декабре.", "<деньги>", "3 December 2026", "12 days left",
                 "30%", "₸300,000", "₸1,000,000",
                 "Two volunteers checked this appeal: 20 November 2026"):  # fmt: skip
        assert said in page, said


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize(
    "state",
    [AppealState.OPEN, AppealState.FROZEN, AppealState.ENDED, AppealState.CLOSED, AppealState.CANCELLED],
)
async def test_nothing_private_is_on_any_page(desk: Desk, state: AppealState, language: str) -> None:
    made = await files(desk, given.of(state), MONEY)
    page = made[f"{language}.html"]
    for secret in ("Төлегенова", given.CARD, given.CARD[4:12], str(given.ORGANISER), "friend", "uncovered"):
        assert secret not in page, secret
    assert f'<html lang="{language}">' in page
    assert "Гүлнар" in page
    assert given.CARD[-4:] in page


async def test_whoever_agreed_to_be_named_is(desk: Desk) -> None:
    need = replace(given.NEED, consent=Consent.FULL)
    assert "Айгүл Төлегенова" in await english(desk, given.of(AppealState.OPEN, need=need))


async def test_sums_stand_by_kind_and_currency_and_what_is_left(desk: Desk) -> None:
    page = await english(desk, given.of(AppealState.OPEN), MONEY)
    assert "Received ₸300,000 $100 Passed on ₸100,000 Spent ₸20,000 Handed out as goods ₸15,000" in page
    assert "Left ₸180,000 $100" in page


async def test_without_a_rate_nothing_is_converted(desk: Desk) -> None:
    page = await english(desk, given.of(AppealState.OPEN), MONEY)
    assert "not counted here" in page
    assert "512.5" not in page


async def test_a_converted_total_names_rate_day_and_source(desk: Desk) -> None:
    made = await files(desk, given.of(AppealState.OPEN), MONEY, [DOLLAR])
    page = text(made["en.html"])
    assert "Received ₸351,250 of ₸1,000,000" in page
    assert "1 USD = 512.5 KZT · 21 November 2026 · National Bank" in page


async def test_a_paused_appeal_asks_nobody_for_money(desk: Desk) -> None:
    page = await english(desk, given.of(AppealState.FROZEN))
    assert "Please do not send money right now" in page
    assert "days left" not in page


async def test_a_cancelled_one_says_why_and_what_became_of_money(desk: Desk) -> None:
    appeal = replace(given.of(AppealState.CANCELLED), ending=Ending(why="False papers", money="Sent back"))
    page = await english(desk, appeal)
    assert "Ended by the volunteers: 20 November 2026" in page
    assert "Why False papers What happened to the money already given Sent back" in page


async def test_a_closed_one_tells_what_came_of_it(desk: Desk) -> None:
    ending = Ending(words="She is home", explained="The bank kept a fee", picture="photo:secret")
    page = await english(desk, replace(given.of(AppealState.CLOSED), ending=ending), MONEY)
    assert "What came of it She is home" in page
    assert "About the sums The bank kept a fee" in page
    assert "secret" not in page


async def test_a_forgotten_appeal_keeps_its_money_and_loses_its_words(desk: Desk) -> None:
    page = await english(desk, given.of(AppealState.CLOSED, need=None), MONEY)
    assert "Айгүл" not in page
    assert "₸300,000" in page


async def test_an_entry_tells_its_day_note_number_and_hash(desk: Desk) -> None:
    made = await files(desk, given.of(AppealState.OPEN), MONEY)
    page = text(made["en.html"])
    assert re.search(r"Spent ₸20,000 note 3 22 November 2026 no\. 3 [0-9a-f]{12} ", page)
    assert chain.verify(made["ledger.jsonl"].encode()).head in page
    assert page.index("note 5") < page.index("note 1"), "the newest stands first"


async def test_every_link_leads_to_a_file_of_the_folder_or_to_the_bot(desk: Desk) -> None:
    said = [MONEY[number % len(MONEY)] for number in range(2 * BLOCK + 150)]
    made = await files(desk, given.of(AppealState.OPEN), said)
    anchors = {path: set(re.findall(r'id="(\w+)"', page)) for path, page in made.items()}
    for path, page in made.items():
        for address in re.findall(r'href="([^"]+)"', page):
            file, _, anchor = address.partition("#")
            assert address.startswith("https://t.me/") or file in made, f"{path}: {address}"
            assert not anchor or anchor in anchors[file], f"{path}: {address}"


async def test_full_blocks_have_pages_that_never_change(desk: Desk) -> None:
    appeal = await desk.app.relay.work(partial(given.stored, given.of(AppealState.OPEN)))
    many = [MONEY[number % len(MONEY)] for number in range(3 * BLOCK + 1)]

    async def made_with(count: int, work: Work) -> Mapping[str, bytes]:
        entries = given.entries(many[:count], work)
        return appeal_pages.files(work, Told(appeal, None, entries, {}, ()))

    counts = (2 * BLOCK, 2 * BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 1)
    made = [await desk.app.relay.work(partial(made_with, count)) for count in counts]
    blocks = [sorted(path for path in each if path.startswith("ru-")) for each in made]
    assert blocks == [[], ["ru-1.html"], ["ru-1.html"], ["ru-1.html", "ru-2.html"]]
    assert made[1]["ru-1.html"].count(b"<li id=") == BLOCK
    assert [each["ru.html"].count(b"<li id=") for each in made] == [
        2 * BLOCK,
        BLOCK + 1,
        2 * BLOCK,
        BLOCK + 1,
    ]


async def test_a_correction_leads_to_what_it_corrects(desk: Desk) -> None:
    appeal = await desk.app.relay.work(partial(given.stored, given.of(AppealState.OPEN)))

    async def make(work: Work) -> Mapping[str, bytes]:
        first, second = given.entries([MONEY[0], (EntryKind.RECEIVED, given.tenge(-1_000))], work)
        corrected = [first, replace(second, corrects=1)]
        return appeal_pages.files(work, Told(appeal, None, corrected, {}, ()))

    page = (await desk.app.relay.work(make))["en.html"].decode()
    assert '<a href="en.html#n1">corrects no. 1</a>' in page


async def test_a_withheld_receipt_is_nowhere(desk: Desk) -> None:
    appeal = await desk.app.relay.work(partial(given.stored, given.of(AppealState.OPEN)))
    shown, withheld = given.receipt(), "f" * 64

    async def make(work: Work) -> Mapping[str, bytes]:
        entries = given.entries(MONEY, work, digest=withheld)
        return appeal_pages.files(work, Told(appeal, None, entries, {"a" * 64: shown}, ()))

    made = await desk.app.relay.work(make)
    assert withheld not in made["ru.html"].decode()


async def test_what_was_never_public_has_no_files(desk: Desk) -> None:
    assert await files(desk, given.of(AppealState.QUEUED)) == {}


def test_a_curve_adds_up_day_by_day_whatever_the_order() -> None:
    day = date(2026, 11, 20)

    def entry(number: int, kind: EntryKind, amount: int, after: int, currency: Currency) -> Entry:
        moment = given.of(AppealState.OPEN).created_at
        money, when = Money(Decimal(amount), currency), day + timedelta(days=after)
        return Entry(number, "K7M2Q", number, kind, money, when, "", "", None, moment, "", "", "")

    entries = [
        entry(1, EntryKind.RECEIVED, 100, 2, Currency.KZT),
        entry(2, EntryKind.RECEIVED, 50, 0, Currency.KZT),
        entry(3, EntryKind.SPENT, 30, 2, Currency.KZT),
        entry(4, EntryKind.DELIVERED, 30, 3, Currency.KZT),
        entry(5, EntryKind.RECEIVED, 7, 1, Currency.USD),
    ]
    points = curve_points(entries, Currency.KZT)
    assert [(point.day, int(point.received), int(point.used)) for point in points] == [
        (day, 50, 0), (day + timedelta(days=2), 150, 30),
    ]  # fmt: skip
