"""Stories of what ends by itself: reports run out, and what has ended is forgotten."""

from datetime import date, timedelta

import pytest

from domain.reposts import Rules
from locales.dates import day_in_words
from sandbox.person import Person
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.moderating import reads, standing
from tests.conversations.steps import TAIL, label, sees, told_of, was_told, words
from tests.conversations.traces import (
    all_of,
    decides,
    everything_held,
    hands_over,
    places_of,
    proves,
    report_id,
    states,
    tidied,
    withdraws,
    writes,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
OTHER = "ОМАРОВА ДИНА"
PLACE = "чайхана у моста"
SAID = (
    "выезжаю через час",
    "жду у вокзала",
    "там штамп Оша",
    "синяя обложка",
    "Какой штамп?",
    "штамп как штамп",
)
PUBLIC = "Жаңабай И."
INDEX = ("names", "name_keys", "name_words")

DAY = timedelta(days=1)
MOMENT = timedelta(minutes=1)


async def wears_on(desk: Desk, time: timedelta) -> None:
    """Let time pass with all that the clock does in it."""
    desk.world.clock.wind(time)
    await desk.tick()
    await tidied(desk)


async def rows_of(desk: Desk, *tables: str) -> list[str]:
    """Which of these tables hold anything."""
    return sorted({held.place.partition(".")[0] for held in await everything_held(desk)} & set(tables))


async def hides(person: Person, code: str) -> None:
    """Say that a report is about oneself, and be sure."""
    await person.sends(code)
    await person.taps(f"aboutme:{code}")
    await person.taps(f"hideme:{code}")


async def lived(desk: Desk, aliya: Person, boris: Person, carla: Person) -> tuple[str, str]:
    """A report about which everything was said that can be; its code and its conversation's id."""
    dina = desk.moderator("Dina")
    await waiting(desk, carla, "Жанабай Исраилов")
    await aliya.sends(NAME)
    code = await reported(desk, aliya, NAME, place=PLACE)
    await carla.taps(f"claim:{code}")
    await states(carla, await report_id(desk, code), SAID[2])
    await aliya.taps(label(aliya, "button-describe"))
    await aliya.sends(SAID[3])
    await dina.sends(SAID[4], chat=desk.moderators.id, reply_to=desk.to_moderators[-1].id)
    await carla.taps(label(carla, "button-answer"))
    await carla.sends(SAID[5])
    conversation = await proves(boris, code)
    await writes(aliya, conversation, SAID[0])
    await writes(boris, conversation, SAID[1])
    return code, conversation


@pytest.mark.thorough
@pytest.mark.parametrize("end", ["returned", *all_of("withdrawn", "expired", "rejected")])
async def test_three_days_after_its_end_nothing_personal_is_left(
    desk: Desk, someone: Newcomer, end: str
) -> None:
    aliya, boris, carla = [await someone(name, "ru") for name in ("Aliya", "Boris", "Carla")]
    code, conversation = await lived(desk, aliya, boris, carla)
    report = await report_id(desk, code)
    match end:
        case "returned":
            await hands_over(aliya, boris, conversation)
        case "withdrawn":
            await withdraws(aliya, report)
        case "expired":
            await boris.taps(f"stop:{conversation}")
            await boris.taps(f"sure.stop:{conversation}")
            await wears_on(desk, 30 * DAY + MOMENT)
        case "rejected":
            await hides(carla, code)
            card = desk.to_moderators[-1]
            close = next(data for b in card.buttons if (data := str(b["callback_data"])).endswith(":close"))
            await desk.moderator("Emil").taps_stale(card, close)
    await wears_on(desk, 3 * DAY - MOMENT)
    assert await places_of(desk, NAME, PLACE, SAID[2], SAID[3]) != []
    await wears_on(desk, 2 * MOMENT)
    assert await places_of(desk, NAME, PLACE, PUBLIC, *SAID) == []
    assert await rows_of(desk, "proofs", "lines", "matches", "mentions", "case_cards") == []
    assert (
        words("ru", "post-returned" if end == "returned" else "post-closed", code=code) in desk.posts[0].text
    )
    assert [said for said in (NAME, *SAID) for card in desk.to_moderators if said in card.text] == []
    await boris.sends(code)
    assert not any(each in boris.screen for each in (PUBLIC, PLACE))
    assert await boris.taps_stale(boris.messages[-1], f"claim:{code}") == words("ru", "document-gone")


@pytest.mark.thorough
async def test_what_is_open_stays_as_it_is(desk: Desk, someone: Newcomer) -> None:
    aliya, boris, carla = [await someone(name, "ru") for name in ("Aliya", "Boris", "Carla")]
    code, conversation = await lived(desk, aliya, boris, carla)
    ended = await reported(desk, aliya, OTHER)
    await withdraws(aliya, await report_id(desk, ended))
    await wears_on(desk, 10 * DAY)
    assert await places_of(desk, OTHER) == []
    assert {place.partition(":")[0] for place in await places_of(desk, NAME, *SAID[:4])} == {
        "reports.name", "lines.said", "claims.statement", "claims.finder_statement", "messages.content",
    }  # fmt: skip
    assert await rows_of(desk, "proofs", "matches", "watches") == ["matches", "proofs", "watches"]
    await writes(aliya, conversation, "ещё жду")
    assert boris.told("ещё жду")
    await hands_over(aliya, boris, conversation)
    assert words("ru", "post-returned", code=code) in desk.posts[0].text


@pytest.mark.thorough
async def test_a_watch_that_was_ended_is_forgotten(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "uz")
    await waiting(desk, boris, "Жанабай Исраилов", number_tail=TAIL, place=PLACE)
    assert await rows_of(desk, *INDEX) == sorted(INDEX)
    await boris.sends("/my")
    watch = str(boris.messages[-1].buttons[0]["callback_data"]).rpartition(":")[2]
    for data in (f"my:w:{watch}", f"withdraw:w:{watch}", f"gone:w:{watch}"):
        await boris.taps(data)
    await wears_on(desk, 3 * DAY - MOMENT)
    assert await places_of(desk, TAIL) == [f"watches.facts: {TAIL}"]
    await wears_on(desk, 2 * MOMENT)
    assert await places_of(desk, "Жанабай Исраилов", TAIL, PLACE) == []
    assert await rows_of(desk, "watches", *INDEX) == []


async def test_a_report_runs_out_and_is_opened_again(make_desk: MakeDesk) -> None:
    desk = await make_desk(reposts=Rules(after=(365,)))  # one post, to be followed to its end
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "uz")
    await waiting(desk, boris, "Janaboy Isroilov")
    code = await reported(desk, aliya, NAME)
    report = await report_id(desk, code)
    await wears_on(desk, 30 * DAY - MOMENT)
    assert code in desk.posts[0].text
    assert not was_told(aliya, "found-expired", code=code, days=30)
    await wears_on(desk, 2 * MOMENT)
    assert sees(aliya, "found-expired", code=code, days=30)
    assert words("ru", "post-closed", code=code) in desk.posts[0].text
    assert told_of(boris, code) == []
    await boris.sends("Janaboy Isroilov")
    assert sees(boris, "search-nothing", name="Janaboy Isroilov")
    await wears_on(desk, 3 * DAY - 3 * MOMENT)
    await aliya.taps(f"renew:{report}")
    assert sees(aliya, "found-renewed", code=code, day=day_in_words("kk", date(2027, 1, 24)))
    assert [code in post.text for post in desk.posts].count(True) == 1
    assert "Жаңабай И." in desk.posts[0].text
    assert len(told_of(boris, code)) == 1
    await boris.sends("Janaboy Isroilov")
    assert code in boris.screen
    await wears_on(desk, 29 * DAY)
    assert code in desk.posts[0].text
    assert await proves(boris, code)


async def test_what_was_hidden_and_nobody_decided_runs_out_for_good(desk: Desk, someone: Newcomer) -> None:
    aliya, zoya = await someone("Aliya", "kk"), await someone("Zoya", "uz")
    code = await reported(desk, aliya, NAME)
    report = await report_id(desk, code)
    await wears_on(desk, DAY)
    await hides(zoya, code)
    card = desk.to_moderators[-1]
    await wears_on(desk, 29 * DAY - MOMENT)
    assert (await standing(desk, code)).report == "hidden"
    await wears_on(desk, 2 * MOMENT)
    now = await standing(desk, code)
    assert (now.report, now.cases) == ("rejected", {})
    assert now.post == words("ru", "post-closed", code=code)
    assert reads(card, "settled")
    assert sees(aliya, "about-me-finder", code=code)
    assert aliya.buttons() == []
    assert not was_told(aliya, "found-expired", code=code, days=30)
    assert await aliya.taps_stale(aliya.messages[-1], f"renew:{report}") == words("kk", "my-gone")
    await wears_on(desk, 3 * DAY + MOMENT)
    assert await places_of(desk, NAME) == []


async def test_what_is_opened_again_waits_for_a_yes_like_a_new_report(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    code = await reported(desk, aliya, NAME)
    await decides(desk, timur, "approve")
    await wears_on(desk, 30 * DAY + MOMENT)
    assert sees(aliya, "found-expired", code=code, days=30)
    cards = len(desk.to_moderators)
    await aliya.taps(f"renew:{await report_id(desk, code)}")
    assert sees(aliya, "found-queued", code=code)
    assert not aliya.told(words("kk", "found-renewed", code=code, day="…").partition("…")[0])
    now = await standing(desk, code)
    assert (now.report, now.post) == ("queued", words("ru", "post-closed", code=code))
    assert len(desk.to_moderators) == cards + 1
    await decides(desk, timur, "approve")
    now = await standing(desk, code)
    assert (now.report, [code in post.text for post in desk.posts].count(True)) == ("open", 1)
    assert PUBLIC in str(now.post)


async def test_what_waited_for_a_yes_in_vain_runs_out_too(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    aliya = await acquainted(desk, "Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    [card] = desk.to_moderators
    await wears_on(desk, 30 * DAY + MOMENT)
    assert sees(aliya, "found-expired", code=code, days=30)
    assert reads(card, "settled")
    now = await standing(desk, code)
    assert (now.report, now.cases, now.post) == ("expired", {}, None)
    await wears_on(desk, 3 * DAY + MOMENT)
    assert await places_of(desk, NAME) == []


@pytest.mark.thorough
async def test_too_late_it_is_refused_kindly(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    report = await report_id(desk, await reported(desk, aliya, NAME))
    await wears_on(desk, 30 * DAY + MOMENT)
    notice = aliya.messages[-1]
    await wears_on(desk, 3 * DAY + MOMENT)
    assert await aliya.taps_stale(notice, f"renew:{report}") == words("kk", "my-gone")


@pytest.mark.thorough
async def test_only_its_finder_opens_again_what_ran_out_and_not_what_was_taken_back(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    codes = [await reported(desk, aliya, name) for name in (NAME, OTHER)]
    old, withdrawn = [await report_id(desk, code) for code in codes]
    await withdraws(aliya, withdrawn)
    message = aliya.messages[-1]
    assert await aliya.taps_stale(message, f"renew:{withdrawn}") == words("kk", "my-gone")
    await wears_on(desk, 30 * DAY + MOMENT)
    await boris.sends("/my")
    assert await boris.taps_stale(boris.messages[-1], f"renew:{old}") == words("uz", "my-gone")
    for _ in range(2):
        await aliya.taps_stale(aliya.messages[-1], f"renew:{old}")
    assert [codes[0] in post.text for post in desk.posts].count(True) == 1


@pytest.mark.thorough
async def test_a_claimed_report_does_not_run_out_under_its_conversation(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    code = await reported(desk, aliya, NAME)
    conversation = await proves(boris, code)
    for week in range(5):
        await wears_on(desk, 7 * DAY)
        await writes(aliya, conversation, f"week {week}")
    assert not was_told(aliya, "found-expired", code=code, days=30)
    assert code in desk.posts[0].text
    await hands_over(aliya, boris, conversation)


@pytest.mark.thorough
async def test_nobody_is_told_whose_account_is_gone(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    code = await reported(desk, aliya, NAME)
    aliya.deletes_account()
    await wears_on(desk, 30 * DAY + MOMENT)
    assert words("ru", "post-closed", code=code) in desk.posts[0].text
    await boris.sends("Janaboy Isroilov")
    assert sees(boris, "search-nothing", name="Janaboy Isroilov")


@pytest.mark.thorough
async def test_more_than_one_round_of_reports_runs_out_at_once(make_desk: MakeDesk) -> None:
    desk = await make_desk(reports_per_day=100, new_for=timedelta(0), channel=None)
    aliya = await acquainted(desk, "Aliya", "kk")
    for number in range(51):
        await reported(desk, aliya, f"Сейткали {'А' * (number + 2)}")
    await wears_on(desk, 30 * DAY + MOMENT)
    await aliya.sends("/my")
    assert sees(aliya, "my-nothing")
    await wears_on(desk, 3 * DAY + MOMENT)
    assert await places_of(desk, "Сейткали") == []


@pytest.mark.thorough
async def test_what_the_bot_said_is_forgotten_after_two_days(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    await waiting(desk, boris, "Janaboy Isroilov")
    code = await reported(desk, aliya, NAME)
    await aliya.sends(code)
    await aliya.sends("/mydata")
    await boris.sends("Мадина Алиева")
    aliya.blocks()
    await desk.settle()
    await proves(boris, code)
    assert "messages.content: Мадина Алиева" in await places_of(desk, "Мадина Алиева")
    await wears_on(desk, 2 * DAY - MOMENT)
    assert "messages.content: Мадина Алиева" in await places_of(desk, "Мадина Алиева")
    await wears_on(desk, DAY)
    assert await places_of(desk, "Мадина Алиева") == []
    assert await rows_of(desk, "mentions", "matches") == ["matches", "mentions"]
    aliya.unblocks()
    await aliya.sends("/my")
    await desk.settle()
    assert aliya.told(words("kk", "conversation-opened-finder", card="", code=code).splitlines()[0])
    await wears_on(desk, 3 * DAY)
    assert f"messages.content: {NAME}" not in await places_of(desk, NAME)
