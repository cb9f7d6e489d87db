"""Stories of an appeal's ledger: written from a phone, confirmed by somebody else, corrected, looked at."""

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from domain.money import Currency, Money
from locales.money import money_in_words
from relay import ledger
from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.asking_help import appeal_posts, copies, opened, opens_own
from tests.conversations.beforehand import acquainted
from tests.conversations.moderating import decides, reads
from tests.conversations.steps import data_of, label, newest, offers, picks, presses, sees, was_told, words
from tests.conversations.talking import carries

if TYPE_CHECKING:
    from sandbox.messages import Message

LANGUAGES = pytest.mark.parametrize("language", ["kk", "uz"])
NOTE = "Көршілер мен туыстар жинаған ақша"


async def writes(
    person: Person, *, what: str = "received", amount: str = "150 000 тенге", note: str = NOTE
) -> None:
    """Write down a sum without a receipt, from the open ledger to the end."""
    await person.taps(label(person, "button-ledger-add"))
    await picks(person, what)
    await person.sends(amount)
    await person.sends(note)
    await presses(person, "skip", "send")


def card_of(desk: Desk, code: str) -> "Message":
    """The newest card of a line that moderators are shown."""
    title = words("ru", "kind-ledger")
    assert title
    cards = [
        message
        for message in desk.to_moderators
        if code in message.text
        and any(str(button.get("callback_data", "")).endswith(":approve") for button in message.buttons)
    ]
    return cards[-1]


def tenge(amount: int) -> Money:
    return Money(Decimal(amount), Currency.KZT)


def plain(text: str) -> str:
    """A text whose sums can be compared."""
    return text.replace("\u00a0", " ")


@LANGUAGES
async def test_a_sum_is_written_confirmed_and_shown_to_everybody(desk: Desk, language: str) -> None:
    organiser = await acquainted(desk, "Ернар", language)
    code = await opened(desk, organiser)
    await organiser.sends("/ledger")
    assert sees(organiser, "ledger-empty")
    await writes(organiser)
    assert sees(organiser, "ledger-sent")
    card = card_of(desk, code)
    assert NOTE in card.text
    assert "150 000 ₸" in plain(card.text)
    assert not await decides(desk.moderator("Зере"), card, "approve")
    assert reads(card, "approve")
    kind, sum_ = label(organiser, "what-received"), money_in_words(language, tenge(150_000))
    assert was_told(organiser, "ledger-confirmed", code=code, kind=kind, sum=sum_, number=1)
    await organiser.sends("/ledger")
    assert f"{kind}: {sum_}" in organiser.screen
    assert NOTE in organiser.screen
    desk.world.clock.wind(timedelta(minutes=6))
    await desk.tick()
    assert "150 000 ₸" in plain(appeal_posts(desk, code)[-1].text)


@LANGUAGES
async def test_a_wrong_sum_is_corrected_by_another_line(desk: Desk, language: str) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", language), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await organiser.sends("/ledger")
    await writes(organiser)
    await decides(moderator, card_of(desk, code), "approve")
    await organiser.sends("/ledger")
    await organiser.taps(label(organiser, "button-ledger-correct", number=1))
    await organiser.sends("105 000")
    await organiser.sends("Нөлді артық жазыппын")
    right = money_in_words(language, tenge(105_000))
    assert right in organiser.screen
    await presses(organiser, "send")
    card = card_of(desk, code)
    assert "-45 000 ₸" in plain(card.text)
    await decides(moderator, card, "approve")
    await organiser.sends("/ledger")
    assert f"{label(organiser, 'what-received')}: {right}" in organiser.screen
    assert not [button for button in organiser.buttons() if "2" in button]


async def test_what_is_written_after_the_end_reaches_the_post(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await opens_own(organiser)
    await organiser.taps(label(organiser, "button-endappeal"))
    await organiser.taps(label(organiser, "button-endedappeal"))
    await organiser.sends("/ledger")
    await writes(organiser)
    await decides(moderator, card_of(desk, code), "approve")
    desk.world.clock.wind(timedelta(minutes=6))
    await desk.tick()
    [post] = appeal_posts(desk, code)
    assert "150 000 ₸" in plain(post.text)
    assert not copies(post)


async def test_what_never_was_is_corrected_to_nothing(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await organiser.sends("/ledger")
    await writes(organiser)
    await decides(moderator, card_of(desk, code), "approve")
    await organiser.sends("/ledger")
    await organiser.taps(label(organiser, "button-ledger-correct", number=1))
    await organiser.sends("0")
    await organiser.sends("Этих денег не было, строка лишняя")
    await presses(organiser, "send")
    await decides(moderator, card_of(desk, code), "approve")
    await organiser.sends("/ledger")
    assert f"{label(organiser, 'what-received')}: {money_in_words('ru', tenge(0))}" in organiser.screen


async def test_a_courier_writes_by_the_code_and_others_only_look(desk: Desk) -> None:
    organiser, courier = await acquainted(desk, "Ернар", "kk"), await acquainted(desk, "Karim", "ru")
    donor = await acquainted(desk, "Dina", "en")
    code = await opened(desk, organiser)
    await carries(desk, courier)
    await courier.sends(f"/ledger {code}")
    await writes(courier, what="delivered", amount="20 000 тенге", note="Продукты на неделю")
    assert words("ru", "ledger-by-volunteer") in card_of(desk, code).text
    await decides(desk.moderator("Зере"), card_of(desk, code), "approve")
    await donor.sends(f"/ledger {code}")
    assert "Продукты на неделю" in donor.screen
    assert label(donor, "button-ledger-add") not in donor.buttons()


async def test_a_moderator_finds_the_ledger_in_the_chat_and_writes_in_private(desk: Desk) -> None:
    code = await opened(desk, await acquainted(desk, "Ернар", "kk"))
    moderator = desk.moderator("Зере")
    await moderator.sends("/start")
    await moderator.taps("language:ru")
    await moderator.sends("/appeals", chat=desk.moderators.id)
    shown = desk.to_moderators[-1]
    await moderator.taps_stale(shown, data_of(shown, "manage:"))
    card = desk.to_moderators[-1]
    await moderator.taps_stale(card, data_of(card, "ledgerof:"))
    [link] = [str(button["url"]) for button in desk.to_moderators[-1].buttons if "url" in button]
    await moderator.opens(link)
    if offers(moderator, "agree"):
        await moderator.taps("agree")
    assert label(moderator, "button-ledger-add") in moderator.buttons()
    await writes(moderator)
    card = card_of(desk, code)
    assert await decides(moderator, card, "approve") == words("ru", "ledger-own")
    assert not await decides(desk.moderator("Елена"), card, "approve")


async def test_what_is_confirmed_cannot_be_undone_and_what_is_refused_can(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await organiser.sends("/ledger")
    await writes(organiser)
    card = card_of(desk, code)
    await decides(moderator, card, "reject.unproven")
    assert reads(card, "reject")
    assert was_told(organiser, "ledger-refused-unproven")
    await decides(moderator, card, "undo")
    assert was_told(organiser, "decision-undone", code=code)
    await decides(moderator, card, "approve")
    assert await decides(moderator, card, "undo") == words("ru", "ledger-for-ever")
    assert reads(card, "approve")


@LANGUAGES
async def test_a_slip_is_explained_and_nothing_is_lost(desk: Desk, language: str) -> None:
    organiser = await acquainted(desk, "Ернар", language)
    await opened(desk, organiser)
    await organiser.sends("/ledger")
    await organiser.taps(label(organiser, "button-ledger-add"))
    await picks(organiser, "spent")
    await organiser.sends("көп ақша")
    assert sees(organiser, "form-amount-number")
    await organiser.sends("20 000 som")
    await organiser.sends("Қоңырау шалыңыз: +7 701 123 45 67")
    assert sees(organiser, "appeal-no-contacts")
    await organiser.sends("Екі аптаға дәрі")
    await organiser.sends("чегі жоқ")
    assert sees(organiser, "form-file-wanted")
    await presses(organiser, "skip", "change:day")
    await organiser.sends("01.03.2026")
    assert await presses(organiser, "send") == words(language, "ledger-day-wrong")
    await presses(organiser, "change:day")
    await picks(organiser, "yesterday")
    await presses(organiser, "send")
    assert sees(organiser, "ledger-sent")


async def test_who_has_no_appeal_is_told_how_to_look_at_one(desk: Desk) -> None:
    boris = await acquainted(desk, "Борис", "ru")
    for typed in ("/ledger", "/ledger K7M4Q"):
        await boris.sends(typed)
        assert sees(boris, "ledger-which")


async def test_a_long_ledger_is_turned_page_by_page(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    for number in range(1, 9):
        await organiser.sends("/ledger")
        await writes(organiser, amount=f"{number} 000 тенге", note=f"Перевод {number}")
        await decides(moderator, card_of(desk, code), "approve")
    await organiser.sends("/ledger")
    assert "Перевод 8" in organiser.screen
    assert "Перевод 2" not in organiser.screen
    await organiser.taps(label(organiser, "button-ledger-older"))
    assert "Перевод 2" in organiser.screen
    await organiser.taps(label(organiser, "button-ledger-newer"))
    assert "Перевод 8" in organiser.screen


async def test_an_old_button_of_a_form_does_nothing(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    code = await opened(desk, organiser)
    await organiser.sends("/ledger")
    await organiser.taps(label(organiser, "button-ledger-add"))
    await picks(organiser, "spent")
    await organiser.sends("5 000 тенге")
    await organiser.sends("Дорога в больницу")
    await presses(organiser, "skip")
    message, held = newest(organiser, "send")
    await organiser.taps_stale(message, held)
    assert await organiser.taps_stale(message, held) == words("ru", "tap-stale")
    cards = [card for card in desk.to_moderators if "Дорога в больницу" in card.text and code in card.text]
    assert len(cards) == 1


async def test_the_channel_gets_the_head_of_the_chain_once_in_the_evening(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "kk")
    code = await opened(desk, organiser)
    await organiser.sends("/ledger")
    await writes(organiser)
    await decides(desk.moderator("Зере"), card_of(desk, code), "approve")
    await desk.pass_time(timedelta(hours=16))
    title = words("ru", "ledger-head", count=1, head="", pages="no").partition("\n")[0].strip()
    posts = [post for post in desk.posts if title in post.text]
    assert len(posts) == 1
    assert posts[0].date.astimezone(desk.app.relay.policy.zone).hour == ledger.HEAD_HOUR
