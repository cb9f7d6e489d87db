"""Stories of what people call volunteers for: claims, disputes, complaints, thanks; and what comes of it."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.cases import CaseKind
from domain.people import Person as Known
from relay import conversations
from relay.work import Work
from sandbox.person import Person
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import Newcomer
from tests.conversations.moderating import (
    NAME,
    SIGNS,
    Two,
    asks_volunteer,
    both_decide,
    calls_after_the_end,
    case_of,
    complains,
    decides,
    does,
    hands_over,
    open_kinds,
    proves,
    reads,
    standing,
    stops,
    thanks,
    three_people,
    verbs,
)
from tests.conversations.steps import TAIL, YEAR, label, sees, was_told, words

if TYPE_CHECKING:
    from sandbox.messages import Message

LOOKS = "Green, a torn corner, a bus ticket inside"
"""What a finder tells a volunteer."""


@pytest.mark.thorough
async def test_a_volunteer_sees_both_statements_and_never_a_proof(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    [card] = desk.to_moderators
    assert verbs(card) == ["connect", "refuse", "menu.more"]
    assert NAME in card.text
    assert SIGNS in card.text
    assert words("ru", "facts-unproven") in card.text
    await scene.finder.taps(label(scene.finder, "button-describe"))
    await scene.finder.sends(LOOKS)
    assert desk.to_moderators == [card]
    assert SIGNS in card.text
    assert LOOKS in card.text
    assert TAIL not in card.text
    assert YEAR not in card.text


async def test_a_volunteer_connects_claimant_and_finder(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    [card] = desk.to_moderators
    await decides(desk.moderator("Timur"), card, "connect")
    assert reads(card, "connect")
    opened = label(scene.first, "button-show-code"), label(scene.finder, "button-type-code")
    assert opened[0] in scene.first.buttons()
    assert opened[1] in scene.finder.buttons()
    now = await standing(desk, scene.code)
    assert (now.report, now.claims) == ("claimed", {scene.first.id: "accepted"})
    assert now.talks == {scene.first.id: "open"}
    assert now.post is not None
    assert words("ru", "post-claimed", card="").strip() in now.post


@pytest.mark.thorough
async def test_a_volunteer_says_no_and_the_claimant_may_not_ask_again(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    [card] = desk.to_moderators
    await decides(desk.moderator("Timur"), card, "refuse")
    assert sees(scene.first, "claim-refused-notice", code=scene.code)
    await scene.first.sends(scene.code)
    assert await scene.first.taps(f"claim:{scene.code}") == words("uz", "claim-refused")
    assert (await standing(desk, scene.code)).report == "open"


@pytest.mark.thorough
async def test_of_two_claims_only_one_can_be_connected(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    await asks_volunteer(desk, scene.second, scene.code)
    timur = desk.moderator("Timur")
    first, second = desk.to_moderators
    assert await decides(timur, first, "connect") == ""
    assert await decides(timur, second, "connect") == words("ru", "case-already-claimed")
    assert case_of(second)
    assert await decides(timur, second, "refuse") == ""
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "open"}


@pytest.mark.thorough
async def test_two_volunteers_decide_about_one_claim_at_once(desk: Desk) -> None:
    timur, zarina = desk.moderator("Timur"), desk.moderator("Zarina")
    taps = [(timur, "connect"), (zarina, "refuse")]
    for number, (first, second) in enumerate((taps, taps[::-1])):
        finder = await acquainted(desk, f"Finder {number}", "en")
        boris = await acquainted(desk, f"Boris {number}", "uz")
        code = await reported(desk, finder, NAME)
        await asks_volunteer(desk, boris, code)
        card = desk.to_moderators[-1]
        toasts = await both_decide(desk, card, first, second)
        assert sorted(str(toast) for toast in toasts) == ["", words("ru", "case-decided-already")]
        done = (first, second)[toasts.index("")][1]
        now = await standing(desk, code)
        assert reads(card, done)
        assert now.claims == {boris.id: {"connect": "accepted", "refuse": "refused"}[done]}
        assert len(now.talks) == int(done == "connect")


@pytest.mark.thorough
async def test_a_case_of_who_has_left_settles_itself(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    [card] = desk.to_moderators
    case = case_of(card)
    await scene.first.sends("/delete")
    await scene.first.taps("delete.sure")
    assert reads(card, "settled")
    timur = desk.moderator("Timur")
    assert await decides(timur, card, "connect", case) == words("ru", "case-decided-already")
    await timur.sends("Are you there?", chat=desk.moderators.id, reply_to=card.id)
    assert desk.to_moderators[-1].text == words("ru", "case-decided-already")


@pytest.mark.thorough
async def test_a_dispute_goes_to_the_first(desk: Desk) -> None:
    scene, card = await _disputed(desk)
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "frozen"}
    await decides(desk.moderator("Timur"), card, "first")
    now = await standing(desk, scene.code)
    assert now.claims == {scene.first.id: "accepted", scene.second.id: "refused"}
    assert now.talks == {scene.first.id: "open"}
    assert sees(scene.second, "claim-refused-notice", code=scene.code)
    assert label(scene.first, "button-show-code") in scene.first.buttons()


@pytest.mark.thorough
async def test_a_dispute_goes_to_the_second(desk: Desk) -> None:
    scene, card = await _disputed(desk)
    await decides(desk.moderator("Timur"), card, "second")
    now = await standing(desk, scene.code)
    assert now.report == "claimed"
    assert now.claims == {scene.first.id: "refused", scene.second.id: "accepted"}
    assert now.talks == {scene.second.id: "open"}
    assert sees(scene.first, "claim-refused-notice", code=scene.code)
    assert label(scene.second, "button-show-code") in scene.second.buttons()


@pytest.mark.thorough
async def test_a_dispute_goes_to_neither_and_everybody_is_told(desk: Desk) -> None:
    scene, card = await _disputed(desk)
    await decides(desk.moderator("Timur"), card, "neither")
    now = await standing(desk, scene.code)
    assert now.report == "open"
    assert now.claims == {scene.first.id: "refused", scene.second.id: "refused"}
    assert now.talks == {}
    for claimant in (scene.first, scene.second):
        assert sees(claimant, "claim-refused-notice", code=scene.code)
    assert sees(scene.finder, "conversation-ended-by-moderator", code=scene.code)


@pytest.mark.thorough
async def test_a_dispute_without_proof_lets_the_first_go_on_meanwhile(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await asks_volunteer(desk, scene.second, scene.code)
    [card] = desk.to_moderators
    assert words("ru", "facts-fit") in card.text
    assert words("ru", "facts-unproven") in card.text
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "open"}
    await decides(desk.moderator("Timur"), card, "first")
    assert not was_told(scene.first, "conversation-frozen-notice", code=scene.code)
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "open"}


@pytest.mark.thorough
async def test_a_conversation_asked_for_money_waits_for_its_own_decision(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.first, CaseKind.MONEY)
    await asks_volunteer(desk, scene.second, scene.code)
    timur = desk.moderator("Timur")
    money, dispute = desk.to_moderators
    await decides(timur, dispute, "first")
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "frozen"}, "money was asked for"
    await decides(timur, money, "resume")
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "open"}


@pytest.mark.thorough
async def test_a_disputed_conversation_does_not_go_on_by_another_case(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.first, CaseKind.COMPLAINT)
    await proves(desk, scene.second, scene.code)
    timur = desk.moderator("Timur")
    complaint, dispute = desk.to_moderators
    await decides(timur, complaint, "resume")
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "frozen"}
    await decides(timur, dispute, "first")
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "open"}


async def test_asked_for_money_the_conversation_rests_until_a_decision(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.first, CaseKind.MONEY)
    for side in (scene.first, scene.finder):
        assert sees(side, "conversation-frozen-notice", code=scene.code)
    await decides(desk.moderator("Timur"), desk.to_moderators[-1], "resume")
    assert label(scene.first, "button-show-code") in scene.first.buttons()
    assert label(scene.finder, "button-type-code") in scene.finder.buttons()
    assert (await standing(desk, scene.code)).talks == {scene.first.id: "open"}


@pytest.mark.thorough
async def test_a_complaint_is_read_and_the_conversation_ended(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await scene.first.sends("/my")
    await scene.first.taps("💬")
    await scene.first.taps(label(scene.first, "button-write"))
    await scene.first.sends("Give it back at once")
    await complains(desk, scene.finder, CaseKind.COMPLAINT)
    [card] = desk.to_moderators
    assert "Give it back at once" in card.text
    assert words("ru", "side-finder") in card.text
    await decides(desk.moderator("Timur"), card, "end")
    now = await standing(desk, scene.code)
    assert (now.report, now.claims) == ("open", {scene.first.id: "dropped"})
    assert now.talks == {}
    for side in (scene.first, scene.finder):
        assert sees(side, "conversation-ended-by-moderator", code=scene.code)


@pytest.mark.thorough
async def test_an_ended_conversation_is_opened_again_by_a_volunteer(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    talk = await stops(desk, scene.finder)
    await scene.first.taps(f"absent:{talk}")
    [card] = desk.to_moderators
    await decides(desk.moderator("Timur"), card, "resume")
    now = await standing(desk, scene.code)
    assert (now.report, now.claims) == ("claimed", {scene.first.id: "accepted"})
    assert now.talks == {scene.first.id: "open"}


@pytest.mark.thorough
async def test_an_ended_conversation_is_not_opened_again_over_somebody_elses(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    talk = await stops(desk, scene.first)
    await calls_after_the_end(desk, scene.first, talk)
    await proves(desk, scene.second, scene.code)
    [card] = desk.to_moderators
    assert await decides(desk.moderator("Timur"), card, "resume") == words("ru", "case-moved-on")
    assert await decides(desk.moderator("Zarina"), card, "end") == ""
    now = await standing(desk, scene.code)
    assert now.talks == {scene.second.id: "open"}


@pytest.mark.thorough
async def test_nobody_is_connected_with_who_has_left_for_good(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    talk = await _talk_of(desk, scene.first)
    await scene.first.sends("/delete")
    await scene.first.taps("delete.sure")
    await calls_after_the_end(desk, scene.finder, talk)
    timur = desk.moderator("Timur")
    card = desk.to_moderators[-1]
    assert await decides(timur, card, "resume") == words("ru", "case-moved-on")
    await timur.sends("Where are you?", chat=desk.moderators.id, reply_to=card.id)
    assert desk.to_moderators[-1].text == words("ru", "case-nobody-to-ask")
    assert await decides(timur, card, "ban.forever") == words("ru", "ban-nobody")
    assert await decides(timur, card, "end") == ""


@pytest.mark.thorough
async def test_a_return_settles_every_case_about_it_but_complaints(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.first, CaseKind.COMPLAINT)
    await asks_volunteer(desk, scene.second, scene.code)
    await hands_over(desk, scene.finder)
    assert await open_kinds(desk, scene.code) == [CaseKind.COMPLAINT]
    complaint, dispute = desk.to_moderators
    assert reads(dispute, "settled")
    assert dispute.buttons == []
    timur = desk.moderator("Timur")
    assert await decides(timur, complaint, "resume") == words("ru", "case-moved-on")
    assert await decides(timur, complaint, "end") == ""
    assert (await standing(desk, scene.code)).report == "returned"


@pytest.mark.thorough
async def test_a_line_of_thanks_is_put_into_the_channel_or_left(desk: Desk) -> None:
    timur = desk.moderator("Timur")
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await hands_over(desk, scene.finder)
    await thanks(desk, scene.first, scene.code, "Home again <3")
    await thanks(desk, scene.finder, scene.code, "Glad to help")
    first, second = desk.to_moderators
    await decides(timur, first, "publish")
    await decides(timur, second, "drop")
    texts = [post.text for post in desk.posts]
    assert sum("Home again <3" in text for text in texts) == 1
    assert not any("Glad to help" in text for text in texts)
    assert (reads(first, "publish"), reads(second, "drop")) == (True, True)


@pytest.mark.thorough
async def test_a_line_of_thanks_whose_words_are_forgotten_is_not_posted(desk: Desk) -> None:
    timur = desk.moderator("Timur")
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await hands_over(desk, scene.finder)
    await thanks(desk, scene.first, scene.code, "Home again")
    [card] = desk.to_moderators
    case, posts = case_of(card), len(desk.posts)
    desk.world.clock.wind(timedelta(days=4))
    await desk.tick()
    await decides(timur, card, "publish", case)
    assert len(desk.posts) == posts


@pytest.mark.thorough
async def test_a_moderator_hides_a_report_by_code_and_card(desk: Desk, someone: Newcomer) -> None:
    aliya, timur = await someone("Aliya", "kk"), desk.moderator("Timur")
    code = await reported(desk, aliya, NAME)
    await timur.sends(f"/hide {code.lower()}", chat=desk.moderators.id)
    card = desk.to_moderators[-1]
    assert (await standing(desk, code)).report == "hidden"
    assert NAME in card.text
    await timur.sends("What is this?", chat=desk.moderators.id, reply_to=card.id)
    assert sees(aliya, "moderator-asks", words="What is this?", code=code), "its finder is asked"
    await timur.sends(f"/hide {code}", chat=desk.moderators.id)
    assert desk.to_moderators[-1].text == words("ru", "document-gone")
    await timur.sends("/hide", chat=desk.moderators.id)
    assert desk.to_moderators[-1].text == words("ru", "document-gone")


@pytest.mark.thorough
async def test_a_claims_card_can_hide_the_report(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    [card] = desk.to_moderators
    timur = desk.moderator("Timur")
    await decides(timur, card, "menu.more")
    await timur.taps(f"case:{case_of(card)}:hide", message=card)
    assert (await standing(desk, scene.code)).report == "hidden"
    assert await open_kinds(desk, scene.code) == [CaseKind.CLAIM, CaseKind.ABOUT_ME]
    assert await decides(timur, card, "connect") == words("ru", "document-gone")
    assert (await standing(desk, scene.code)).talks == {}


@pytest.mark.thorough
async def test_a_queued_report_is_hidden_already(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    scene = await three_people(desk)
    [card] = desk.to_moderators
    assert await decides(desk.moderator("Timur"), card, "hide") == words("ru", "document-gone")
    assert (await standing(desk, scene.code)).report == "queued"


async def _disputed(desk: Desk) -> "tuple[Two, Message]":
    """Two have proven that it is theirs: the people, and the dispute's card."""
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await proves(desk, scene.second, scene.code)
    [card] = desk.to_moderators
    assert verbs(card) == ["first", "second", "neither", "menu.more"]
    return scene, card


async def _talk_of(desk: Desk, person: Person) -> str:
    """The id of the person's one conversation."""

    async def look(work: Work, known: Known) -> str:
        [(talk, _)] = await conversations.of_person(work, known)
        return talk.id

    return await does(desk, person, look)
