"""Stories of broadcasts being written: bad answers, a moment ahead, roles lost meanwhile, taps too many."""

import json
from datetime import timedelta

from domain.broadcasts import LANGUAGES
from tests.conftest import MakeDesk
from tests.conversations.beforehand import acquainted
from tests.conversations.broadcasting import (
    NEWS,
    after,
    button_data,
    starts,
    subscribed,
    times_got,
    with_owner,
    writes,
    writes_another,
)
from tests.conversations.steps import label, newest, offers, picks, presses, sees, words


async def test_bad_answers_are_explained_and_lose_nothing(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    await subscribed(desk, "Boris", "ru")
    await timur.sends("/broadcast")
    await presses(timur, "skip", "skip", "skip", "skip")
    await picks(timur, "appeals")
    assert words("ru", "broadcast-no-text") in timur.screen
    assert not offers(timur, "send")
    await presses(timur, "change:text_ru")
    await timur.sends("🙂🙂🙂")
    assert sees(timur, "form-text-too-long", limit=4096)
    await timur.sends("Я" * 2000)
    await presses(timur, "change:picture")
    await timur.sends("picture")
    assert sees(timur, "form-photo-wanted")
    await timur.sends_photo()
    russian = words("ru", "broadcast-language-ru")
    assert words("ru", "broadcast-too-long", name=russian, total=2000, limit=1024) in timur.screen
    assert not offers(timur, "send")
    await presses(timur, "change:text_ru")
    await timur.sends(NEWS)
    await presses(timur, "change:links")
    for bad in (
        "Help",
        "Help | javascript:alert(1)",
        "Help | https://a@example.org",
        "| https://example.org",
    ):
        await timur.sends(bad)
        assert sees(timur, "form-link-unreadable"), bad
    await timur.sends("Help | t.me/tabyldy_test\nMore | https://example.org/a?b=c&d=e")
    await presses(timur, "change:moment")
    for bad in ("tomorrow", "32.11 18:30", "24.11 25:00"):
        await timur.sends(bad)
        assert sees(timur, "form-moment-unreadable"), bad
    for over in ("21.11 18:30", "22.11 09:00", "01.03 10:00"):
        await timur.sends(over)
        assert sees(timur, "form-moment-past", limit=30), over
    await timur.sends("24.11 18:30")
    assert "24.11 18:30" in timur.screen
    await timur.taps(label(timur, "button-broadcast-sample"))
    sample = timur.messages[-2]
    assert sample.photo
    assert offers(timur, "send"), "the preview stands below it"
    assert [button["url"] for button in sample.buttons] == [
        "https://t.me/tabyldy_test",
        "https://example.org/a?b=c&d=e",
    ]


async def test_it_waits_for_its_moment_and_can_be_taken_back_before(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await presses(timur, "change:moment")
    await picks(timur, "tomorrow")
    await starts(desk, timur)
    assert sees(timur, "broadcast-planned")
    await writes_another(timur)
    await presses(timur, "change:moment")
    await timur.sends("23.11 11:00")
    await starts(desk, timur)
    await timur.sends("/broadcast")
    assert "23.11 10:00" in timur.screen
    await timur.taps(label(timur, "button-broadcast-cancel-one", moment="23.11 11:00"))
    await timur.taps(label(timur, "button-broadcast-stop"))
    await after(desk, timedelta(hours=19))
    assert times_got(boris, NEWS) == 0
    await after(desk, timedelta(hours=2))
    await after(desk)
    assert times_got(boris, NEWS) == 1


async def test_a_role_taken_back_ends_the_writing_and_what_was_planned(make_desk: MakeDesk) -> None:
    desk, chief = await with_owner(make_desk, "ru")
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await subscribed(desk, "Boris", "ru")
    await aliya.sends("/broadcast")
    assert sees(aliya, "not-a-moderator")
    await chief.sends(f"/role {aliya.id} moderator")
    await writes(aliya)
    await presses(aliya, "change:moment")
    await picks(aliya, "tomorrow")
    await starts(desk, aliya)
    await writes_another(aliya)
    message, go = newest(aliya, "send")
    await chief.sends(f"/role {aliya.id} none")
    assert await aliya.taps_stale(message, go) == words("kk", "not-a-moderator")
    await aliya.sends("Another text")
    assert sees(aliya, "not-a-moderator")
    await after(desk, timedelta(days=1))
    await after(desk)
    assert times_got(boris, NEWS) == 0
    assert desk.to_moderators[-1].text.startswith(words("ru", "broadcast-dropped"))


async def test_a_second_tap_and_old_buttons_start_nothing_more(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await presses(timur, "send")
    message, go = timur.messages[-1], button_data(timur, "broadcast:go:")
    queries = [desk.world.tap(timur.id, timur.id, message.id, go) for _ in range(3)]
    await desk.settle()
    toasts = [desk.world.toast(query) for query in queries]
    assert toasts.count(words("ru", "tap-stale")) == 2
    await desk.tick()
    await after(desk)
    assert times_got(boris, NEWS) == 1
    for forged in ("broadcast:", "broadcast:burn:1", "broadcast:pause:" + "0" * 32, "broadcast:go:"):
        assert await timur.taps_stale(message, forged) == words("ru", "tap-stale"), forged


async def test_the_command_in_the_group_says_where_to_write(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    desk.world.join(timur.id, desk.moderators.id)
    await timur.sends("/broadcast", chat=desk.moderators.id)
    assert desk.to_moderators[-1].text == words("ru", "broadcast-in-private")


async def test_the_longest_there_is_fits_the_preview_and_goes_out_whole(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "kk")
    boris = await subscribed(desk, "Boris", "en")
    longest = "<&>" * 1365 + "Я"
    await timur.sends("/broadcast")
    for _ in LANGUAGES:
        desk.world.clock.wind(timedelta(minutes=1))
        await timur.sends(longest)
    await picks(timur, "everybody")
    await presses(timur, "change:links")
    await timur.sends("\n".join(f"{'Я' * 34} | https://example.org/{'&' * 1200}{number}" for number in "123"))
    await timur.taps(label(timur, "button-broadcast-sample"))
    assert times_got(timur, longest) == len(LANGUAGES)
    await starts(desk, timur)
    await after(desk)
    assert times_got(boris, longest) == 1


async def test_lines_stay_as_they_were_typed(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur, ru="Первая строка\n\n\n\n  • вторая \u202e👨\u200d👩\u200d👧\u0007")
    await starts(desk, timur)
    await after(desk)
    assert times_got(boris, "Первая строка\n\n  • вторая 👨\u200d👩\u200d👧") == 1


async def test_what_somebody_wrote_to_many_is_among_their_data(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    await subscribed(desk, "Boris", "ru")
    await writes(timur, ru="Снег на перевале")
    await starts(desk, timur)
    await after(desk)
    await timur.sends("/mydata")
    held = [json.loads(content) for name, content in timur.documents if name.endswith(".json")]
    assert [(each["state"], each["texts"]) for each in held[0]["broadcasts"]] == [
        ("done", ["Снег на перевале"])
    ]
