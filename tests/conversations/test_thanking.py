"""Stories of a line of thanks: by who gave or got it back, read by a moderator, then in the channel."""

from datetime import timedelta

import pytest

from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import label, offers, presses, sees, was_told, words
from tests.conversations.talking import Talk, cards, decides, returned, two

LINE = "Рахмет! <3 Танымайтын адам төлқұжатымды қайтарды & ештеңе алмады"


async def _home(desk: Desk) -> Talk:
    talk = await two(desk)
    await returned(talk)
    return talk


async def _writes(person: Person, line: str) -> None:
    """Write a line and look at it; it is not sent yet."""
    await person.taps(label(person, "button-story"))
    assert sees(person, "story-words")
    await person.sends(line)


def _stories(desk: Desk) -> list[str]:
    """What stands in the channel besides the post of the report."""
    return [post.text for post in desk.posts[1:]]


@pytest.mark.thorough
@pytest.mark.parametrize("side", ["owner", pytest.param("finder", marks=pytest.mark.thorough)])
async def test_a_line_is_previewed_read_by_a_moderator_and_then_posted(desk: Desk, side: str) -> None:
    talk = await _home(desk)
    author = talk.finder if side == "finder" else talk.owner
    await _writes(author, LINE)
    assert LINE in author.screen
    assert _stories(desk) == []
    await presses(author, "send")
    assert sees(author, "story-done")
    [card] = cards(desk, "case-story", code=talk.code, words="")
    assert LINE in card.text
    assert _stories(desk) == []
    timur = desk.moderator("Timur")
    await decides(desk, timur, "publish")
    assert _stories(desk) == [
        words("ru", "post-story", words=LINE).replace("&lt;", "<").replace("&amp;", "&")
    ]
    await decides(desk, timur, "undo")
    assert _stories(desk) == [words("ru", "post-story-gone")]


@pytest.mark.thorough
async def test_a_line_a_moderator_leaves_out_is_never_posted(desk: Desk) -> None:
    talk = await _home(desk)
    await _writes(talk.owner, LINE)
    await presses(talk.owner, "send")
    await decides(desk, desk.moderator("Timur"), "drop")
    assert _stories(desk) == []
    assert words("ru", "decided-drop") in desk.to_moderators[-1].text


@pytest.mark.thorough
@pytest.mark.parametrize(
    "words_", ["спасибо, мой номер +998 90 123-45-67", "пишите @quiet_dombra", "t.me/abcde"]
)
async def test_a_line_with_a_contact_is_refused_and_can_be_written_again(desk: Desk, words_: str) -> None:
    talk = await _home(desk)
    await _writes(talk.owner, words_)
    assert await presses(talk.owner, "send") == words("ru", "story-no-contacts")
    assert desk.to_moderators == []
    await presses(talk.owner, "change:words")
    await talk.owner.sends("спасибо!")
    await presses(talk.owner, "send")
    assert len(cards(desk, "case-story", code=talk.code, words="")) == 1


@pytest.mark.thorough
async def test_two_hundred_signs_are_enough(desk: Desk) -> None:
    talk = await _home(desk)
    await _writes(talk.owner, "ж" * 201)
    assert sees(talk.owner, "form-text-too-long", limit=200)
    await talk.owner.sends("ж" * 200)
    assert offers(talk.owner, "send")


@pytest.mark.thorough
async def test_each_side_has_one_line_at_a_time(desk: Desk) -> None:
    talk = await _home(desk)
    for person in (talk.owner, talk.finder):
        await _writes(person, LINE)
        await presses(person, "send")
        assert sees(person, "story-done")
    await _writes(talk.owner, "и ещё раз спасибо")
    assert await presses(talk.owner, "send") == words("ru", "claim-asked")
    assert len(cards(desk, "case-story", code=talk.code, words="")) == 2


@pytest.mark.thorough
async def test_nobody_else_and_nobody_later_writes_a_line(desk: Desk, someone: Newcomer) -> None:
    talk = await _home(desk)
    stranger = await someone("Stranger", "en")
    await stranger.sends("/help")
    thanks = next(
        button["callback_data"] for button in talk.owner.messages[-1].buttons if "callback_data" in button
    )
    assert await stranger.taps_stale(stranger.messages[-1], thanks) == words("en", "story-late")
    await _writes(talk.owner, LINE)
    desk.world.clock.wind(timedelta(days=3, minutes=1))
    await desk.tick()
    assert await presses(talk.owner, "send") == words("ru", "story-late")
    assert await talk.finder.taps_stale(talk.finder.messages[-1], thanks) == words("kk", "story-late")
    assert desk.to_moderators == []


@pytest.mark.thorough
async def test_a_report_that_was_taken_back_has_no_story(desk: Desk) -> None:
    talk = await two(desk)
    await talk.finder.sends("/my")
    for button in ("button-withdraw-r", "button-withdraw-r-sure"):
        if button == "button-withdraw-r":
            await talk.finder.taps("ИСРАИЛОВ ЖАҢАБАЙ")
        await talk.finder.taps(label(talk.finder, button))
    assert not was_told(talk.owner, "thanks-owner", code=talk.code, count=1)
    assert words("ru", "button-story") not in talk.owner.buttons()
