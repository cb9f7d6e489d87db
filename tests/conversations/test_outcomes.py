"""What came of an appeal, in chat: told by its organiser or a volunteer, looked at, read in the channel."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.ledger import EntryKind
from domain.money import Money
from relay.work import Work
from sandbox.person import Person
from storage import ledger
from tests.bot.given import entries, tenge
from tests.conftest import Desk
from tests.conversations.asking_help import appeal_card, appeal_posts, opened, opens_own
from tests.conversations.beforehand import acquainted
from tests.conversations.moderating import decides, reads
from tests.conversations.steps import data_of, label, presses, sees, was_told, words

if TYPE_CHECKING:
    from sandbox.messages import Message

DAY = timedelta(days=1)
LANGUAGES = pytest.mark.parametrize("language", ["kk", "uz"])
SAID = "Операция прошла 3 декабря, Айгүл уже дома и снова рисует."
WHY = "Остаток аурухана қайтарады, келесі аптада."
ALL_SPENT = ((EntryKind.RECEIVED, tenge(300_000)), (EntryKind.SPENT, tenge(300_000)))
PART_SPENT = ((EntryKind.RECEIVED, tenge(300_000)), (EntryKind.SPENT, tenge(250_000)))


async def written_down(desk: Desk, code: str, *said: tuple[EntryKind, Money], after: int = 0) -> None:
    """Entries that stand in an appeal's ledger."""

    async def write(work: Work) -> None:
        for entry in entries(said, work, code=code, after=after):
            await ledger.append(work.tx, entry)

    await desk.app.relay.work(write)


async def ended(desk: Desk, organiser: Person, *said: tuple[EntryKind, Money]) -> str:
    """An appeal that its organiser has ended just now; its code."""
    code = await opened(desk, organiser)
    await written_down(desk, code, *said)
    await opens_own(organiser)
    await organiser.taps(label(organiser, "button-endappeal"))
    await organiser.taps(label(organiser, "button-endedappeal"))
    return code


async def tells(organiser: Person) -> None:
    """Tell what came of it, without a picture."""
    await organiser.taps(label(organiser, "button-outcome"))
    await organiser.sends(SAID)
    await presses(organiser, "skip", "send")


def outcome_posts(desk: Desk) -> "list[Message]":
    return [post for post in desk.posts if SAID in post.text]


@LANGUAGES
async def test_an_outcome_is_told_looked_at_and_read_below_the_post(desk: Desk, language: str) -> None:
    organiser = await acquainted(desk, "Ернар", language)
    code = await ended(desk, organiser, *ALL_SPENT)
    [post] = appeal_posts(desk, code)
    await organiser.taps(label(organiser, "button-outcome"))
    assert sees(organiser, "outcome-words")
    assert "300" in organiser.screen
    await organiser.sends(SAID)
    await organiser.sends_video()
    assert SAID in organiser.screen
    assert words(language, "outcome-sum", kind="spent", sum="").rstrip() in organiser.screen
    await presses(organiser, "send")
    assert sees(organiser, "outcome-queued", code=code)
    assert outcome_posts(desk) == []
    card = appeal_card(desk, code)
    assert SAID in card.text
    assert any(message.video for message in desk.to_moderators)
    await decides(desk.moderator("Damira"), card, "approve")
    assert reads(card, "approve")
    [told] = outcome_posts(desk)
    assert told.reply_to == post.id
    assert told.video
    assert words("ru", "appeal-state-closed", day="22 ноября", ends="") in post.text
    assert was_told(organiser, "outcome-accepted", code=code)
    await organiser.sends("/appeal")
    assert sees(organiser, "appeal-purpose")


@LANGUAGES
async def test_sums_that_do_not_match_are_explained(desk: Desk, language: str) -> None:
    organiser = await acquainted(desk, "Ернар", language)
    await ended(desk, organiser, *PART_SPENT)
    await organiser.taps(label(organiser, "button-outcome"))
    await organiser.sends(SAID)
    assert sees(organiser, "outcome-explained")
    assert words(language, "outcome-left", sum="").rstrip() in organiser.screen
    await organiser.sends(WHY)
    await presses(organiser, "skip")
    assert WHY in organiser.screen
    await presses(organiser, "change:explained")
    assert sees(organiser, "outcome-explained")


async def test_sums_that_change_meanwhile_are_asked_about_before_it_is_sent(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "kk")
    code = await ended(desk, organiser, *ALL_SPENT)
    await organiser.taps(label(organiser, "button-outcome"))
    await organiser.sends(SAID)
    await presses(organiser, "skip")
    await written_down(desk, code, (EntryKind.RECEIVED, tenge(7)), after=2)
    await presses(organiser, "send")
    assert sees(organiser, "outcome-sums-changed")
    assert sees(organiser, "outcome-explained")
    await organiser.sends(WHY)
    await presses(organiser, "send")
    assert sees(organiser, "outcome-queued", code=code)


async def test_a_file_is_asked_for_as_a_photo(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "kk")
    code = await ended(desk, organiser)
    await organiser.taps(label(organiser, "button-outcome"))
    await organiser.sends(SAID)
    await organiser.sends_document("smile.jpg", b"invented")
    assert sees(organiser, "outcome-picture-unfit")
    await organiser.sends_photo()
    assert sees(organiser, "outcome-no-sums")
    await presses(organiser, "send")
    assert sees(organiser, "outcome-queued", code=code)


async def test_a_refused_outcome_is_told_once_more(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "uz")
    code = await ended(desk, organiser)
    await tells(organiser)
    damira = desk.moderator("Damira")
    await decides(damira, appeal_card(desk, code), "reject.unclear")
    reason = label(organiser, "outcome-refused-unclear")
    assert was_told(organiser, "outcome-refused", code=code, reason=reason)
    await tells(organiser)
    await decides(damira, appeal_card(desk, code), "approve")
    assert len(outcome_posts(desk)) == 1


async def test_a_volunteer_tells_it_where_the_organiser_does_not_and_another_says_yes(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "kk")
    code = await ended(desk, organiser)
    await tells(organiser)
    damira, elenora = desk.moderator("Damira"), desk.moderator("Elenora")
    await decides(damira, appeal_card(desk, code), "reject.unclear")
    await damira.sends("/start")
    await damira.taps("language:ru")
    await damira.taps(label(damira, "button-agree"))
    await damira.sends("/appeals", chat=desk.moderators.id)
    shown = desk.to_moderators[-1]
    await damira.taps_stale(shown, data_of(shown, "manage:"))
    shown = desk.to_moderators[-1]
    await damira.taps_stale(shown, data_of(shown, "outcome:"))
    [link] = [button["url"] for button in desk.to_moderators[-1].buttons]
    await damira.opens(link)
    assert sees(damira, "outcome-words")
    await damira.sends(SAID)
    await presses(damira, "skip", "send")
    card = appeal_card(desk, code)
    assert await decides(damira, card, "approve") == words("ru", "outcome-own")
    await decides(elenora, card, "approve")
    assert len(outcome_posts(desk)) == 1


async def test_an_appeal_past_its_last_day_ends_and_its_organiser_is_asked(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "uz")
    code = await opened(desk, organiser, ends="14")
    await desk.days(14, step=DAY)
    assert not was_told(organiser, "outcome-owed", code=code)
    await desk.days(1, step=DAY)
    assert was_told(organiser, "outcome-owed", code=code)
    over = words("ru", "appeal-state-ended", day="7 декабря", ends="")
    assert any(over in post.text for post in desk.posts)
    await desk.days(7, step=DAY)
    assert was_told(organiser, "outcome-reminder", code=code, count=7)
    await tells(organiser)
    assert sees(organiser, "outcome-queued", code=code)


async def test_moderators_enter_rates_and_read_what_is_wrong_with_them(desk: Desk) -> None:
    damira = desk.moderator("Damira")

    async def says(text: str) -> str:
        await damira.sends(text, chat=desk.moderators.id)
        return desk.to_moderators[-1].text

    assert words("ru", "rates-none") in await says("/rate")
    assert words("ru", "rate-same", currency="USD") in await says("/rate USD USD 1 nationalbank.kz")
    entered = await says("/rate usd kzt 512,40 21.11 nationalbank.kz")
    line = "1 USD = 512.40 KZT · 21 ноября · nationalbank.kz"
    assert line in entered
    assert line in await says("/rate")


async def test_nobody_else_enters_rates(desk: Desk) -> None:
    anna = await acquainted(desk, "Anna", "kk")
    await anna.sends("/rate USD KZT 512 nationalbank.kz")
    assert sees(anna, "not-a-moderator")
