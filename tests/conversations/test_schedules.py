"""Stories of the timetable in the moderators' hands: the plan is what happens, and buttons change it."""

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.people import Person as Known
from domain.people import Role
from domain.reposts import ItemKind, Rules, Showing
from relay.repost_policy import next_part
from relay.work import Work
from storage import reposts, volunteers
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import Newcomer
from tests.conversations.moderating import does, first_person, proves
from tests.conversations.steps import LANGUAGES, catalog, codes_in, data_of, label, words

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.person import Person

NAMES = ("ИСРАИЛОВ ЖАҢАБАЙ", "КАРИМОВА ДИЛНОЗА", "ЮСУПОВ РУСТАМ")
OTHER_LANGUAGES = [
    pytest.param(language, marks=() if language == "kk" else pytest.mark.thorough) for language in LANGUAGES
]


async def three_finds(desk: Desk, someone: Newcomer) -> list[str]:
    """Three documents reported within one hour of the first day."""
    aliya = await someone("Aliya", "kk")
    codes = []
    for name in NAMES:
        codes.append(await reported(desk, aliya, name))
        desk.world.clock.wind(timedelta(minutes=5))
    return codes


async def asks(desk: Desk, moderator: "Person", argument: str = "") -> "Message":
    """What `/schedule` says in the moderators' group."""
    await moderator.sends(f"/schedule {argument}".strip(), chat=desk.moderators.id)
    return desk.to_moderators[-1]


def planned(message: "Message") -> list[tuple[str, list[str]]]:
    """The digests that the schedule shows: the head of each, and the codes of its lines."""
    blocks = [block.splitlines() for block in message.text.split("\n\n")]
    return [(lines[0], codes_in("\n".join(lines[1:]))) for lines in blocks if "\n•" in "\n".join(lines)]


def verbs(message: "Message") -> list[str]:
    """What the buttons do, each with the kind it is about if there is one."""
    held = [str(button["callback_data"]).split(":") for button in message.buttons]
    return [one[1] if one[1] in {"item", "forward", "skip", "list"} else ":".join(one[1:]) for one in held]


def held_by(post: "Message") -> set[str]:
    return set(re.findall(r"r_([A-Z0-9]{5})", json.dumps([post.entities, post.inline])))


async def until_digest(desk: Desk, most: int = 60) -> set[str] | None:
    """Let parts of the day begin until the channel has a new digest: the codes in it."""
    before = {post.id for post in desk.posts}
    rules, zone = desk.app.relay.policy.reposts, desk.app.relay.policy.zone
    for _ in range(most):
        now = desk.world.clock.now()
        desk.world.clock.wind(next_part(now, rules, zone) - now)
        await desk.tick()
        new = [held_by(post) for post in desk.posts if post.id not in before]
        await desk.tick()  # what stood there goes
        if any(new):
            return set().union(*new)
    return None


async def test_the_plan_is_what_happens_for_three_days_in_a_row(desk: Desk, someone: Newcomer) -> None:
    marat = desk.moderator("Marat")
    codes = await three_finds(desk, someone)
    seen = []
    for _ in range(3):
        plan = planned(await asks(desk, marat))
        head, lines = plan[0]
        digest = await until_digest(desk)
        assert digest == set(lines)
        local = desk.world.clock.now().astimezone(desk.app.relay.policy.zone)
        assert re.search(rf"\b{local.hour:02}:00\b", head), "the plan names the hour"
        seen.append((local.day, tuple(sorted(lines))))
        later = await reported(desk, await someone(f"Finder {local.day}", "kk"), NAMES[local.day % 3])
        codes.append(later)
    assert len(set(seen)) == 3
    assert {code for _, lines in seen for code in lines} <= set(codes)
    assert set(codes[:3]) == set(seen[0][1])


async def test_the_schedule_says_what_comes_when_and_why(desk: Desk, someone: Newcomer) -> None:
    marat = desk.moderator("Marat")
    codes = await three_finds(desk, someone)
    schedule = await asks(desk, marat)
    first, second, *_ = planned(schedule)
    assert first == (words("ru", "schedule-digest", moment="Завтра в 19:00", count=3), codes)
    assert second == (words("ru", "schedule-digest", moment="25 ноября, 19:00", count=3), codes)
    find = words("ru", "schedule-kind", kind="find")
    line = words("ru", "schedule-again", count=2, day="22 ноября")
    assert f"• {codes[0]} · {find} · {line}" in schedule.text
    assert words("ru", "schedule-posts", number=3, limit=20) in schedule.text
    assert words("ru", "schedule-no-channel") not in schedule.text
    pauses = [f"pause:{kind}" for kind in ItemKind]
    assert verbs(schedule) == ["item", "item", "item", *pauses]
    assert not [part for name in NAMES for part in name.split() if part in schedule.text.upper()]


async def test_what_is_paused_is_neither_planned_nor_posted_until_it_goes_on(
    desk: Desk, someone: Newcomer
) -> None:
    marat, dina = desk.moderator("Marat"), desk.moderator("Dina")
    codes = await three_finds(desk, someone)
    schedule = await asks(desk, marat)
    assert await marat.taps("schedule:pause:find", message=schedule) == ""
    assert planned(schedule) == [], "the screen changes in place"
    assert words("ru", "schedule-paused", kind="find", count=3) in schedule.text
    assert verbs(schedule) == ["pause:appeal", "resume:find", "pause:watch", "pause:question"]
    toast = await dina.taps_stale(schedule, "schedule:pause:find")
    assert toast == words("ru", "schedule-paused-already")
    assert await until_digest(desk, 9) is None
    card = await asks(desk, marat, codes[0])
    assert words("ru", "schedule-wait-paused", kind="find") in card.text
    await marat.taps("schedule:resume:find", message=schedule)
    assert await marat.taps_stale(schedule, "schedule:resume:find") == words("ru", "schedule-resumed-already")
    [(_, next_lines), *_] = planned(schedule)
    assert await until_digest(desk) == set(next_lines) == set(codes)
    await marat.sends("/audit", chat=desk.moderators.id)
    done = [line for line in desk.to_moderators[-1].text.splitlines() if "Marat" in line]
    assert [words("ru", "audit-timetable") in line for line in done] == [True, True], "two acts, two lines"


async def test_an_item_skipped_once_rests_as_if_it_had_been_shown(desk: Desk, someone: Newcomer) -> None:
    marat = desk.moderator("Marat")
    codes = await three_finds(desk, someone)
    schedule = await asks(desk, marat)
    await marat.taps(codes[1], message=schedule)
    assert words("ru", "schedule-next", moment="Завтра в 19:00") in schedule.text
    assert words("ru", "schedule-wait-turn") in schedule.text
    assert words("ru", "schedule-shown", count=1, day="22 ноября") in schedule.text
    skip = data_of(schedule, "schedule:skip:")
    await marat.taps_stale(schedule, skip)
    assert words("ru", "schedule-skipped", moment="25 ноября, 14:05") in schedule.text
    assert await marat.taps_stale(schedule, skip) == words("ru", "schedule-moved-already")
    assert words("ru", "schedule-due", moment="25 ноября, 14:05") in schedule.text, "one tap skips once"
    await marat.taps("schedule:list", message=schedule)
    assert [set(lines) for _, lines in planned(schedule)[:2]] == [{codes[0], codes[2]}, set(codes)]
    assert await until_digest(desk) == {codes[0], codes[2]}
    assert await until_digest(desk) == set(codes)


async def test_an_item_brought_forward_stands_first_in_the_next_digest(desk: Desk, someone: Newcomer) -> None:
    marat = desk.moderator("Marat")
    codes = await three_finds(desk, someone)
    card = await asks(desk, marat, codes[2].lower())
    forward = data_of(card, "schedule:forward:")
    await marat.taps_stale(card, forward)
    assert words("ru", "schedule-forwarded", moment="Сегодня в 19:00") in card.text
    assert await marat.taps_stale(card, forward) == words("ru", "schedule-moved-already")
    again = data_of(card, "schedule:forward:")
    assert again != forward
    assert await marat.taps_stale(card, again) == words("ru", "schedule-moved-already"), "it is first already"
    schedule = await asks(desk, marat)
    head, lines = planned(schedule)[0]
    assert (lines, "Сегодня в 19:00" in head) == ([codes[2]], True)
    assert words("ru", "schedule-brought") in schedule.text
    assert await until_digest(desk, 1) == {codes[2]}
    await marat.sends(f"/audit {codes[2]}", chat=desk.moderators.id)
    assert desk.to_moderators[-1].text.count(words("ru", "audit-timetable")) == 1


async def test_nobody_else_sees_or_changes_the_schedule(desk: Desk, someone: Newcomer) -> None:
    boris, marat = await someone("Boris", "kk"), desk.moderator("Marat")
    [code, *_] = await three_finds(desk, someone)
    for said in ("/schedule", f"/schedule {code}"):
        await boris.sends(said)
        assert boris.screen == words("kk", "not-a-moderator")
    assert await boris.taps_stale(boris.messages[-1], "schedule:pause:find") == words("kk", "not-a-moderator")
    schedule = await asks(desk, marat)
    assert verbs(schedule)[-3:] == ["pause:find", "pause:watch", "pause:question"]
    courier = desk.moderator("Rustam")

    async def carries(work: Work, known: Known) -> None:
        await volunteers.put(work.tx, known.id, Role.COURIER, "Rustam")

    await does(desk, courier, carries)
    assert (await asks(desk, courier)).text == words("ru", "not-a-moderator")
    assert await courier.taps_stale(schedule, "schedule:pause:find") == words("ru", "not-a-moderator")


async def test_a_moderator_reads_it_in_private_too(make_desk: MakeDesk) -> None:
    desk = await make_desk(owner_ids=(first_person(),))
    timur = await acquainted(desk, "Timur", "kk")
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAMES[0])
    await timur.sends("/schedule")
    assert planned(timur.messages[-1])[0][1] == [code]
    await timur.taps(code)
    assert words("ru", "schedule-next", moment="Завтра в 19:00") in timur.screen


@pytest.mark.parametrize(
    "data",
    [
        "schedule:",
        "schedule:fly:find",
        "schedule:pause:",
        "schedule:pause:money",
        "schedule:resume:find,watch",
    ],
)
async def test_a_button_that_never_was_changes_nothing(desk: Desk, someone: Newcomer, data: str) -> None:
    marat = desk.moderator("Marat")
    await three_finds(desk, someone)
    schedule = await asks(desk, marat)
    before = schedule.text
    assert await marat.taps_stale(schedule, data) == words("ru", "tap-stale")
    assert schedule.text == before


@pytest.mark.parametrize("verb", ["item", "skip", "forward"])
async def test_a_button_for_nothing_known_says_so(desk: Desk, someone: Newcomer, verb: str) -> None:
    marat = desk.moderator("Marat")
    await three_finds(desk, someone)
    schedule = await asks(desk, marat)
    for target in ("", "nobody", "nobody.ff", "." * 20):
        assert await marat.taps_stale(schedule, f"schedule:{verb}:{target}") == words("ru", "schedule-gone")
    assert len(planned(schedule)) > 0


async def test_an_item_that_ends_between_goes_from_the_screen(desk: Desk, someone: Newcomer) -> None:
    marat, aliya = desk.moderator("Marat"), await someone("Aliya", "kk")
    code, other = [await reported(desk, aliya, name) for name in NAMES[:2]]
    schedule, card = await asks(desk, marat), await asks(desk, marat, code)
    item = str(schedule.buttons[0]["callback_data"])
    await aliya.sends("/my")
    for button in (NAMES[0], label(aliya, "button-withdraw-r"), label(aliya, "button-withdraw-r-sure")):
        await aliya.taps(button)
    assert await marat.taps_stale(schedule, item) == words("ru", "schedule-gone")
    assert planned(schedule)[0][1] == [other]
    for verb in ("skip", "forward"):
        toast = await marat.taps_stale(card, data_of(await asks(desk, marat, other), f"schedule:{verb}:"))
        assert toast == "", "the other one is still there"
    assert (await asks(desk, marat, code)).text == words("ru", "schedule-over", code=code)


async def test_a_code_that_does_not_come_back_is_told_why(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    marat = desk.moderator("Marat")
    waiting = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAMES[0])
    assert (await asks(desk, marat, waiting)).text == words("ru", "schedule-not-public", code=waiting)
    for unknown in ("ZZZZZ", "K7M4Q", "<b>", "' OR 1=1"):
        assert (await asks(desk, marat, unknown)).text == words("ru", "schedule-unknown")


async def test_a_find_whose_owner_is_fetching_it_rests(desk: Desk, someone: Newcomer) -> None:
    marat = desk.moderator("Marat")
    codes = await three_finds(desk, someone)
    await proves(desk, await someone("Boris", "uz"), codes[0])
    card = await asks(desk, marat, codes[0])
    assert words("ru", "schedule-wait-resting") in card.text
    assert verbs(card) == ["list"]
    lines = planned(await asks(desk, marat))[0][1]
    assert await until_digest(desk) == set(lines) == set(codes[1:])


async def test_without_a_channel_the_schedule_says_what_is_missing(make_desk: MakeDesk) -> None:
    desk = await make_desk(channel=None)
    marat = desk.moderator("Marat")
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAMES[0])
    schedule = await asks(desk, marat)
    assert words("ru", "schedule-no-channel") in schedule.text
    assert words("ru", "schedule-empty") in schedule.text
    assert (await asks(desk, marat, code)).text == words("ru", "schedule-absent", code=code)


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
async def test_moderators_read_it_in_the_channels_language(make_desk: MakeDesk, language: str) -> None:
    desk = await make_desk(channel_language=language)
    marat = desk.moderator("Marat")
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAMES[0])
    tomorrow = catalog().label(language, "schedule-tomorrow", time="19:00")
    schedule = await asks(desk, marat)
    assert schedule.text.startswith(words(language, "schedule-title"))
    assert planned(schedule)[0] == (
        words(language, "schedule-digest", moment=tomorrow, count=1),
        [code],
    )
    pause = catalog().label(language, "button-schedule-pause", kind="find")
    await marat.taps(pause, message=schedule)
    assert words(language, "schedule-paused", kind="find", count=1) in schedule.text
    await marat.taps(catalog().label(language, "button-schedule-resume", kind="find"), message=schedule)
    await marat.taps(code, message=schedule)
    assert words(language, "schedule-next", moment=tomorrow) in schedule.text
    for text_id in ("button-schedule-forward", "button-schedule-skip", "button-schedule-back"):
        await marat.taps(catalog().label(language, text_id), message=schedule)
    assert schedule.text.startswith(words(language, "schedule-title"))


async def test_a_full_timetable_fits_into_one_message(make_desk: MakeDesk) -> None:
    desk = await make_desk(reposts=Rules(lines=30, posts_per_day=3), channel_language="kk")
    marat = desk.moderator("Marat")
    finders = [await acquainted(desk, f"Finder {number}", "kk") for number in range(12)]
    codes = {await reported(desk, finders[number // 5], NAMES[number % 3]) for number in range(60)}
    schedule = await asks(desk, marat)
    shown = planned(schedule)
    assert sum(len(lines) for _, lines in shown) == 40
    assert {code for _, lines in shown for code in lines} <= codes
    assert words("kk", "schedule-more", count=19) in schedule.text
    assert words("kk", "schedule-posts", number=1, limit=3) in schedule.text
    assert len(schedule.text) <= 3500
    assert len(schedule.buttons) <= 40


async def test_a_budget_and_others_in_front_are_named_on_a_card(make_desk: MakeDesk) -> None:
    desk = await make_desk(reposts=Rules(lines=1, posts_per_day=2))
    marat, aliya = desk.moderator("Marat"), await acquainted(desk, "Aliya", "kk")
    codes = []
    for name in NAMES:
        codes.append(await reported(desk, aliya, name))
        desk.world.clock.wind(timedelta(minutes=5))
    card = await asks(desk, marat, codes[2])
    assert words("ru", "schedule-wait-others") in card.text

    async def shown(work: Work) -> None:
        posts = [Showing(ItemKind.APPEAL, work.new_id(), work.now, work.new_id()) for _ in range(2)]
        await reposts.note(work.tx, [work.new_id() for _ in posts], posts)

    await desk.app.relay.work(shown)
    schedule = await asks(desk, marat)
    assert words("ru", "schedule-appeals", number=2, limit=2) in schedule.text
    assert words("ru", "schedule-posts", number=2, limit=2) in schedule.text
    card = await asks(desk, marat, planned(schedule)[0][1][0])
    assert words("ru", "schedule-wait-full") in card.text


async def test_at_night_a_card_says_that_the_channel_sleeps(desk: Desk, someone: Newcomer) -> None:
    marat = desk.moderator("Marat")
    [code, *_] = await three_finds(desk, someone)
    desk.world.clock.wind(timedelta(hours=33))  # the evening's digest was missed: it is 23:15
    card = await asks(desk, marat, code)
    assert words("ru", "schedule-wait-quiet") in card.text
    assert words("ru", "schedule-due-now") in card.text
    assert words("ru", "schedule-next", moment="Завтра в 09:00") in card.text
