"""Stories of moderators: reports that wait for a yes, two who decide at once, somebody who may not."""

from sandbox.clock import SandboxClock
from sandbox.world import World
from tests.conftest import START, Desk, MakeDesk
from tests.conversations.beforehand import acquainted, waiting
from tests.conversations.steps import data_of, label, picks, presses, reports, sees, told_of, words

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"


async def _queued(make_desk: MakeDesk) -> Desk:
    return await make_desk(auto_approve=False)


async def test_a_report_waits_for_a_yes_and_is_then_posted_and_told(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reports(aliya, NAME)
    assert sees(aliya, "found-queued", code=code)
    assert desk.posts == []
    assert told_of(boris, code) == []
    await boris.sends("Жанабай Исраилов")
    assert code not in boris.screen
    [review] = desk.to_moderators
    assert NAME in review.text
    timur = desk.moderator("Timur")
    await timur.taps_stale(review, data_of(review, "approve:"))
    assert review.text == words("ru", "review-approved", code=code)
    assert review.buttons == []
    assert sees(aliya, "review-approved-finder", code=code)
    assert len(told_of(boris, code)) == 1
    assert code in desk.posts[0].text


async def test_a_rejected_report_is_told_to_its_finder_and_to_nobody_else(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reports(aliya, NAME)
    [review] = desk.to_moderators
    await desk.moderator("Timur").taps_stale(review, data_of(review, "reject:"))
    assert review.text == words("ru", "review-rejected", code=code)
    assert sees(aliya, "review-rejected-finder", code=code)
    assert desk.posts == []
    assert told_of(boris, code) == []
    await aliya.sends("/my")
    assert sees(aliya, "my-nothing")


async def test_of_two_moderators_at_once_the_second_is_told(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    code = await reports(await acquainted(desk, "Aliya", "kk"), NAME)
    [review] = desk.to_moderators
    timur, zarina = desk.moderator("Timur"), desk.moderator("Zarina")
    approve, reject = data_of(review, "approve:"), data_of(review, "reject:")
    queries = [
        desk.world.tap(timur.id, review.chat_id, review.id, approve),
        desk.world.tap(zarina.id, review.chat_id, review.id, reject),
    ]
    await desk.settle()
    decided = words("ru", "review-decided")
    assert sorted(str(desk.world.toast(query)) for query in queries) == ["", decided]
    posted = desk.world.toast(queries[0]) == ""
    assert len(desk.posts) == int(posted)
    state = "approved" if posted else "rejected"
    assert review.text == words("ru", f"review-{state}", code=code)


async def test_somebody_outside_the_chat_may_not_decide(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya = await acquainted(desk, "Aliya", "kk")
    code = await reports(aliya, NAME)
    for data in (f"approve:{code}", f"reject:{code}", "resend:x:y", "leave:x"):
        assert await aliya.taps_stale(aliya.messages[-1], data) == words("kk", "not-a-moderator")
    assert desk.posts == []


async def test_a_report_taken_back_before_the_yes_is_decided_already(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    await reports(aliya, NAME)
    await aliya.sends("/my")
    for button in (NAME, label(aliya, "button-withdraw-r"), label(aliya, "button-withdraw-r-sure")):
        await aliya.taps(button)
    [review] = desk.to_moderators
    approve = data_of(review, "approve:")
    assert await timur.taps_stale(review, approve) == words("ru", "review-decided")
    assert await timur.taps_stale(review, "approve:22222") == words("ru", "document-gone")
    assert desk.posts == []


async def test_a_yes_never_holds_for_words_changed_meanwhile(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    code = await reports(aliya, NAME)
    await aliya.sends("/my")
    await aliya.taps(NAME)
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:name")
    await aliya.sends("ОМАРОВА ДИНА")
    await presses(aliya, "send")
    former, newest = desk.to_moderators
    assert await timur.taps_stale(former, data_of(former, "approve:")) == words("ru", "review-changed")
    assert desk.posts == []
    await timur.taps_stale(newest, data_of(newest, "approve:"))
    assert "Дина О." in desk.posts[0].text
    assert newest.text == words("ru", "review-approved", code=code)


async def test_an_edit_of_a_published_report_is_looked_at_before_it_shows(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    code = await reports(aliya, NAME)
    [review] = desk.to_moderators
    await timur.taps_stale(review, data_of(review, "approve:"))
    await aliya.sends("/my")
    await aliya.taps(NAME)
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:whereabouts")
    await picks(aliya, "police")
    await presses(aliya, "send")
    assert sees(aliya, "found-queued", code=code)
    [post] = desk.posts
    former = post.text
    newest = desk.to_moderators[-1]
    assert words("ru", "whereabouts-police") in newest.text
    await timur.taps_stale(newest, data_of(newest, "approve:"))
    assert len(desk.posts) == 1
    assert desk.posts[0].text != former
    assert words("ru", "whereabouts-police") in desk.posts[0].text


def _first_person() -> int:
    """The Telegram id that the first person at any desk gets."""
    twin = World(SandboxClock(START))
    twin.add_group("Moderators", [])
    twin.add_channel("Channel", "tabyldy_test")
    return twin.add_person("Chief", "ru").id


async def test_without_a_moderators_chat_the_pages_owner_decides(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False, moderators_chat=None, owner_ids=(_first_person(),))
    chief, aliya = await acquainted(desk, "Chief", "ru"), await acquainted(desk, "Aliya", "kk")
    code = await reports(aliya, "ОМАРОВА ДИНА")
    assert words("ru", "review-card", card="", name="ОМАРОВА ДИНА").split("\n")[-1] in chief.screen
    await chief.taps(data_of(chief.messages[-1], "approve:"))
    assert sees(chief, "review-approved", code=code)
    assert sees(aliya, "review-approved-finder", code=code)
    assert len(desk.posts) == 1
