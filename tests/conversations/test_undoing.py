"""Stories of decisions taken back: within 5 minutes all is as it was; later, or when things moved on, not."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.cases import CaseKind
from relay.case_cards import UNDO_WITHIN
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.machine import Machine
from tests.conversations.moderating import (
    NAME,
    Two,
    asks_volunteer,
    calls_after_the_end,
    case_of,
    complains,
    decides,
    hands_over,
    log_of,
    proves,
    reads,
    standing,
    stops,
    thanks,
    three_people,
    verbs,
)
from tests.conversations.steps import label, sees, told_of, was_told, words

if TYPE_CHECKING:
    from sandbox.messages import Message

Before = Callable[[Desk, Two], Awaitable[None]]


async def _nothing(_: Desk, __: Two) -> None:
    return


async def _asked(desk: Desk, scene: Two) -> None:
    await asks_volunteer(desk, scene.first, scene.code)


async def _disputed(desk: Desk, scene: Two) -> None:
    await proves(desk, scene.first, scene.code)
    await proves(desk, scene.second, scene.code)


async def _disputed_in_words(desk: Desk, scene: Two) -> None:
    await proves(desk, scene.first, scene.code)
    await asks_volunteer(desk, scene.second, scene.code)


async def _asked_for_money(desk: Desk, scene: Two) -> None:
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.first, CaseKind.MONEY)


async def _complained(desk: Desk, scene: Two) -> None:
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.first, CaseKind.COMPLAINT)


async def _stopped_by_the_finder(desk: Desk, scene: Two) -> None:
    await proves(desk, scene.first, scene.code)
    await calls_after_the_end(desk, scene.first, await stops(desk, scene.finder))


async def _stopped_by_the_owner(desk: Desk, scene: Two) -> None:
    await proves(desk, scene.first, scene.code)
    await calls_after_the_end(desk, scene.first, await stops(desk, scene.first))


async def _hidden(desk: Desk, scene: Two) -> None:
    await asks_volunteer(desk, scene.first, scene.code)
    await _hides(desk, scene)


async def _hidden_while_claimed(desk: Desk, scene: Two) -> None:
    await proves(desk, scene.first, scene.code)
    await _hides(desk, scene)


async def _hidden_while_disputed(desk: Desk, scene: Two) -> None:
    await _disputed(desk, scene)
    await _hides(desk, scene)


async def _hides(desk: Desk, scene: Two) -> None:
    passer = await acquainted(desk, "Passer", "ru")
    await passer.sends(scene.code)
    await passer.taps(f"aboutme:{scene.code}")
    await passer.taps(f"hideme:{scene.code}")


SAMPLE: list[tuple[str, Before]] = [
    ("connect", _asked),
    ("second", _disputed_in_words),
    ("close", _hidden_while_claimed),
]
OTHERS: list[tuple[str, Before]] = [
    ("resume", _stopped_by_the_finder),
    ("refuse", _asked),
    ("first", _disputed),
    ("second", _disputed),
    ("neither", _disputed),
    ("first", _disputed_in_words),
    ("neither", _disputed_in_words),
    ("resume", _asked_for_money),
    ("end", _asked_for_money),
    ("resume", _complained),
    ("end", _complained),
    ("resume", _stopped_by_the_owner),
    ("end", _stopped_by_the_finder),
    ("show", _hidden),
    ("close", _hidden),
    ("show", _hidden_while_claimed),
    ("close", _hidden_while_disputed),
]
EVERY = [*SAMPLE, *(pytest.param(*one, marks=pytest.mark.thorough) for one in OTHERS)]
GONE_HOME = [
    ("second", _disputed),
    *(
        pytest.param(*one, marks=pytest.mark.thorough)
        for one in (("connect", _asked), ("first", _disputed), ("resume", _asked_for_money))
    ),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("verb", "before"), EVERY, ids=lambda value: getattr(value, "__name__", value))
async def test_an_undo_restores_what_was_and_the_same_decision_can_be_made_again(
    make_desk: MakeDesk, verb: str, before: Before
) -> None:
    desk = await make_desk(new_for=timedelta(0))
    scene = await three_people(desk)
    await before(desk, scene)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    was, text, buttons = await standing(desk, scene.code), card.text, verbs(card)
    assert await decides(timur, card, verb) == ""
    decided = await standing(desk, scene.code)
    assert decided != was
    assert reads(card, verb)
    desk.world.clock.wind(UNDO_WITHIN)
    assert await decides(desk.moderator("Zarina"), card, "undo") == ""
    assert await standing(desk, scene.code) == was
    assert (card.text, verbs(card)) == (text, buttons)
    case = case_of(card)
    assert await decides(timur, card, "undo", case) == words("ru", "case-undone-already")
    assert await decides(timur, card, verb) == ""
    assert await standing(desk, scene.code) == decided


@pytest.mark.thorough
@pytest.mark.parametrize(("verb", "before"), SAMPLE[:1])
async def test_after_5_minutes_a_decision_stays(desk: Desk, verb: str, before: Before) -> None:
    scene = await three_people(desk)
    await before(desk, scene)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    await decides(timur, card, verb)
    decided = await standing(desk, scene.code)
    desk.world.clock.wind(UNDO_WITHIN + timedelta(seconds=1))
    assert await decides(timur, card, "undo") == words("ru", "undo-late")
    assert await standing(desk, scene.code) == decided
    assert (await log_of(desk))[-1] == ("decided", verb)


async def _queued(make_desk: MakeDesk) -> "tuple[Machine, Two, Message]":
    desk = await make_desk(auto_approve=False)
    assert isinstance(desk, Machine)
    finder = await acquainted(desk, "Aliya", "kk")
    boris, dina = await acquainted(desk, "Boris", "uz"), await acquainted(desk, "Dina", "ru")
    await waiting(desk, boris, "Janaboy Isroilov")
    code = await reported(desk, finder, NAME)
    return desk, Two(code, finder, boris, dina), desk.to_moderators[-1]


async def test_a_yes_taken_back_empties_the_post_and_every_notice(make_desk: MakeDesk) -> None:
    desk, scene, card = await _queued(make_desk)
    timur = desk.moderator("Timur")
    await decides(timur, card, "approve")
    [notice] = told_of(scene.first, scene.code)
    [post] = desk.posts
    await decides(timur, card, "undo")
    assert post.text == words("ru", "post-closed", code=scene.code)
    assert notice.text == words("uz", "mention-closed", code=scene.code)
    assert notice.buttons == []
    assert sees(scene.finder, "decision-undone", code=scene.code)
    assert (await standing(desk, scene.code)).report == "queued"
    await scene.second.sends("Жанабай Исраилов")
    assert scene.code not in scene.second.screen
    await decides(timur, card, "approve")
    assert desk.posts == [post], "one post, whatever was decided how often"
    assert words("ru", "post-found", card="").strip() in post.text
    assert len(told_of(scene.first, scene.code)) == 1, "told again, as the former notice tells nothing"
    assert len([m for m in scene.finder.messages if scene.code in m.text]) == 2


@pytest.mark.thorough
async def test_a_no_taken_back_lets_the_report_wait_again(make_desk: MakeDesk) -> None:
    desk, scene, card = await _queued(make_desk)
    timur = desk.moderator("Timur")
    await decides(timur, card, "reject.unclear")
    told = len(scene.finder.messages)
    await decides(timur, card, "undo")
    assert sees(scene.finder, "decision-undone", code=scene.code)
    assert len(scene.finder.messages) == told, "the notice is changed in place"
    assert (await standing(desk, scene.code)).report == "queued"
    await decides(timur, card, "approve")
    assert len(told_of(scene.first, scene.code)) == 1
    assert [scene.code in post.text for post in desk.posts] == [True]


@pytest.mark.thorough
async def test_a_yes_taken_back_before_its_post_left_is_posted_by_the_next_yes(make_desk: MakeDesk) -> None:
    desk, scene, card = await _queued(make_desk)
    timur, case = desk.moderator("Timur"), case_of(card)
    for verb in ("approve", "undo", "approve"):
        desk.world.tap(timur.id, card.chat_id, card.id, f"case:{case}:{verb}")
        for update in await desk.updates():
            await desk.app.take(update)
            desk.world.updates.confirm(update.update_id + 1)
    await desk.settle()
    [post] = desk.posts
    assert words("ru", "post-found", card="").strip() in post.text
    assert len(told_of(scene.first, scene.code)) == 1


@pytest.mark.thorough
async def test_a_yes_is_not_taken_back_once_the_owner_has_come(make_desk: MakeDesk) -> None:
    desk, scene, card = await _queued(make_desk)
    timur = desk.moderator("Timur")
    await decides(timur, card, "approve")
    await proves(desk, scene.first, scene.code)
    was = await standing(desk, scene.code)
    assert await decides(timur, card, "undo") == words("ru", "case-moved-on")
    assert await standing(desk, scene.code) == was
    assert reads(card, "approve")
    assert not was_told(scene.finder, "decision-undone", code=scene.code)


@pytest.mark.thorough
async def test_a_no_is_not_taken_back_once_its_author_has_left(make_desk: MakeDesk) -> None:
    desk, scene, card = await _queued(make_desk)
    timur = desk.moderator("Timur")
    await decides(timur, card, "reject.other")
    case = case_of(card)
    await scene.finder.sends("/delete")
    await scene.finder.taps("delete.sure")
    assert await decides(timur, card, "undo", case) == words("ru", "undo-impossible")
    assert (await standing(desk, scene.code)).report == "rejected"


@pytest.mark.thorough
@pytest.mark.parametrize(("verb", "before"), GONE_HOME)
async def test_nothing_is_taken_back_once_the_document_is_home(desk: Desk, verb: str, before: Before) -> None:
    scene = await three_people(desk)
    await before(desk, scene)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    await decides(timur, card, verb)
    await hands_over(desk, scene.finder)
    was, lines = await standing(desk, scene.code), len(await log_of(desk))
    assert was.report == "returned"
    told = [len(person.messages) for person in (scene.finder, scene.first, scene.second)]
    assert await decides(timur, card, "undo") == words("ru", "case-moved-on")
    assert await standing(desk, scene.code) == was
    assert reads(card, verb)
    assert [len(person.messages) for person in (scene.finder, scene.first, scene.second)] == told
    assert len(await log_of(desk)) == lines


@pytest.mark.thorough
async def test_a_refusal_is_not_taken_back_once_somebody_else_has_it(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    timur, [card] = desk.moderator("Timur"), desk.to_moderators
    await decides(timur, card, "refuse")
    await proves(desk, scene.second, scene.code)
    await hands_over(desk, scene.finder)
    assert await decides(timur, card, "undo") == words("ru", "case-moved-on")
    assert (await standing(desk, scene.code)).claims[scene.first.id] == "refused"


@pytest.mark.thorough
async def test_an_end_is_not_taken_back_over_somebody_elses_conversation(desk: Desk) -> None:
    scene = await three_people(desk)
    await _complained(desk, scene)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    await decides(timur, card, "end")
    await proves(desk, scene.second, scene.code)
    was = await standing(desk, scene.code)
    assert await decides(timur, card, "undo") == words("ru", "case-moved-on")
    assert await standing(desk, scene.code) == was


@pytest.mark.thorough
async def test_the_first_claimant_hears_that_the_decision_against_them_was_taken_back(desk: Desk) -> None:
    scene = await three_people(desk)
    await _disputed_in_words(desk, scene)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    await decides(timur, card, "second")
    refused = scene.first.messages[-1]
    assert refused.text == words("uz", "claim-refused-notice", code=scene.code)
    await decides(timur, card, "undo")
    assert refused.text == words("uz", "decision-undone", code=scene.code)
    assert label(scene.first, "button-show-code") in scene.first.buttons()
    assert was_told(scene.second, "conversation-undone", code=scene.code)


@pytest.mark.thorough
async def test_who_waited_for_a_volunteer_is_told_that_it_goes_on(desk: Desk) -> None:
    scene = await three_people(desk)
    await _hidden(desk, scene)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    await decides(timur, card, "close")
    gone = words("uz", "state-rejected")
    assert sees(scene.first, "claim-ended", code=scene.code, state=gone)
    await decides(timur, card, "undo")
    assert sees(scene.first, "decision-undone", code=scene.code)
    assert sees(scene.finder, "decision-undone", code=scene.code)


@pytest.mark.thorough
async def test_a_published_line_of_thanks_is_taken_out_again(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await hands_over(desk, scene.finder)
    await thanks(desk, scene.first, scene.code, "Home again")
    timur, [*_, card] = desk.moderator("Timur"), desk.to_moderators
    for verb in ("publish", "undo", "drop", "undo", "publish"):
        await decides(timur, card, verb)
        shown = sum("Home again" in post.text for post in desk.posts)
        assert shown == int(verb == "publish")
    assert reads(card, "publish")


@pytest.mark.thorough
async def test_two_moderators_undo_at_once(make_desk: MakeDesk) -> None:
    desk, scene, card = await _queued(make_desk)
    timur, zarina = desk.moderator("Timur"), desk.moderator("Zarina")
    await decides(timur, card, "approve")
    case = case_of(card)
    queries = [desk.world.tap(who.id, card.chat_id, card.id, f"case:{case}:undo") for who in (timur, zarina)]
    await desk.settle()
    toasts = sorted(str(desk.world.toast(query)) for query in queries)
    assert toasts == ["", words("ru", "case-undone-already")]
    assert (await standing(desk, scene.code)).report == "queued"
    assert [action for action, _ in await log_of(desk)] == ["opened", "decided", "undone"]
