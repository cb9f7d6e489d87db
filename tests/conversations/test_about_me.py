"""Stories of "this is about me": hidden at once, looked at afterwards, shown again or kept hidden."""

from datetime import timedelta

import pytest

from domain.cases import CaseKind
from sandbox.person import Person
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.moderating import (
    NAME,
    asks_volunteer,
    decides,
    hands_over,
    open_kinds,
    proves,
    reads,
    standing,
    stops,
    three_people,
    verbs,
)
from tests.conversations.steps import label, offers, sees, told_of, words


async def hides(person: Person, code: str) -> str | None:
    """Say that a report is about oneself, and be sure; the toast."""
    await person.sends(code)
    await person.taps(f"aboutme:{code}")
    return await person.taps(f"hideme:{code}")


async def test_one_word_hides_a_report_everywhere_at_once(desk: Desk, someone: Newcomer) -> None:
    aliya, boris, zoya = (
        await someone("Aliya", "kk"),
        await someone("Boris", "ru"),
        await someone("Zoya", "uz"),
    )
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reported(desk, aliya, NAME)
    [notice], [post] = told_of(boris, code), desk.posts
    assert await hides(zoya, code) == ""
    assert sees(zoya, "about-me-done", code=code)
    assert post.text == words("ru", "post-closed", code=code)
    assert notice.text == words("ru", "mention-closed", code=code)
    [card] = desk.to_moderators
    assert NAME in card.text
    assert verbs(card) == ["close", "show", "menu.more"]
    await boris.sends("Жанабай Исраилов")
    assert code not in boris.screen
    await boris.sends(code)
    assert not offers(boris, f"claim:{code}")
    assert await boris.taps_stale(notice, f"claim:{code}") == words("ru", "document-gone")


@pytest.mark.thorough
async def test_shown_again_the_post_is_back_and_watchers_hear_of_it_anew(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris, zoya = (
        await someone("Aliya", "kk"),
        await someone("Boris", "ru"),
        await someone("Zoya", "uz"),
    )
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reported(desk, aliya, NAME)
    before = (await standing(desk, code)).post
    await hides(zoya, code)
    [card] = desk.to_moderators
    await decides(desk.moderator("Timur"), card, "show")
    assert reads(card, "show")
    now = await standing(desk, code)
    assert (now.report, now.post) == ("open", before)
    assert len(desk.posts) == 1
    [again] = told_of(boris, code)
    await boris.taps(f"claim:{code}", message=again)
    assert sees(boris, "claim-number_tail")


@pytest.mark.thorough
async def test_kept_hidden_its_finder_hears_what_to_do(desk: Desk, someone: Newcomer) -> None:
    aliya, zoya = await someone("Aliya", "kk"), await someone("Zoya", "uz")
    code = await reported(desk, aliya, NAME)
    await hides(zoya, code)
    [card] = desk.to_moderators
    await decides(desk.moderator("Timur"), card, "close")
    assert sees(aliya, "about-me-finder", code=code)
    assert (await standing(desk, code)).report == "rejected"
    await aliya.sends("/my")
    assert sees(aliya, "my-nothing")


@pytest.mark.thorough
async def test_a_report_whose_finder_has_left_can_be_kept_hidden(desk: Desk, someone: Newcomer) -> None:
    aliya, zoya = await someone("Aliya", "kk"), await someone("Zoya", "uz")
    code = await reported(desk, aliya, NAME, whereabouts="police", handed_place="")
    await aliya.sends("/delete")
    await aliya.taps("delete.sure")
    await hides(zoya, code)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    for verb in ("close", "undo", "show"):
        assert await decides(timur, card, verb) == ""
    assert (await standing(desk, code)).report == "with_authorities"
    sent = [call for call in desk.world.calls if call.method == "sendMessage"]
    assert all(call.ok for call in sent), "nobody writes to who is gone"


@pytest.mark.thorough
async def test_hides_are_limited_and_more_for_newcomers(make_desk: MakeDesk) -> None:
    desk = await make_desk(hides_per_day=2)
    aliya, zoya = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Zoya", "uz")
    codes = [await reported(desk, aliya, name) for name in (NAME, "ОМАРОВА ДИНА", "ЛАЗАРЕВА ВЕРА")]
    assert await hides(zoya, codes[0]) == ""
    assert await hides(zoya, codes[1]) == words("uz", "about-me-too-many", limit=1)
    desk.world.clock.wind(timedelta(hours=25))
    assert [await hides(zoya, code) for code in codes[1:]] == ["", ""]
    assert len(desk.to_moderators) == 3


@pytest.mark.thorough
async def test_what_moderators_have_shown_again_the_same_person_does_not_hide_twice(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, zoya, boris = (
        await someone("Aliya", "kk"),
        await someone("Zoya", "uz"),
        await someone("Boris", "ru"),
    )
    code = await reported(desk, aliya, NAME)
    await hides(zoya, code)
    timur = desk.moderator("Timur")
    await decides(timur, desk.to_moderators[-1], "show")
    desk.world.clock.wind(timedelta(days=2))
    assert await hides(zoya, code) == words("uz", "case-decided-already")
    assert (await standing(desk, code)).report == "open"
    assert await hides(boris, code) == "", "somebody else may have a better reason"
    assert (await standing(desk, code)).report == "hidden"


@pytest.mark.thorough
async def test_a_finder_takes_their_own_report_back_instead(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    await aliya.sends(code)
    assert not offers(aliya, f"aboutme:{code}")
    assert await aliya.taps_stale(aliya.messages[-1], f"hideme:{code}") == words("kk", "claim-own")
    assert (await standing(desk, code)).report == "open"
    assert desk.to_moderators == []


@pytest.mark.thorough
async def test_what_is_over_or_unknown_cannot_be_hidden(desk: Desk, someone: Newcomer) -> None:
    aliya, zoya = await someone("Aliya", "kk"), await someone("Zoya", "uz")
    code = await reported(desk, aliya, NAME)
    await hides(zoya, code)
    boris = await someone("Boris", "ru")
    await boris.sends("/help")
    for gone in (code, "22222", "", f"{code}{code}"):
        for verb in ("aboutme", "hideme"):
            toast = await boris.taps_stale(boris.messages[-1], f"{verb}:{gone}")
            assert toast == words("ru", "document-gone")
    assert len(desk.to_moderators) == 1


@pytest.mark.thorough
async def test_a_newcomer_agrees_before_hiding(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    zoya = desk.person("Zoya", "uz")
    await zoya.opens(f"https://t.me/tabyldy_bot?start=r_{code}")
    await zoya.taps("language:uz")
    await zoya.taps(f"aboutme:{code}")
    await zoya.taps(f"hideme:{code}")
    assert sees(zoya, "consent", public="initial")
    assert (await standing(desk, code)).report == "open"
    await zoya.taps("agree")
    await zoya.taps(f"aboutme:{code}")
    await zoya.taps(f"hideme:{code}")
    assert (await standing(desk, code)).report == "hidden"


@pytest.mark.thorough
async def test_a_conversation_that_ended_while_hidden_leaves_the_report_open(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await hides(scene.second, scene.code)
    await stops(desk, scene.first)
    await decides(desk.moderator("Timur"), desk.to_moderators[-1], "show")
    now = await standing(desk, scene.code)
    assert (now.report, now.claims, now.talks) == ("open", {scene.first.id: "dropped"}, {})
    await proves(desk, scene.second, scene.code)
    assert (await standing(desk, scene.code)).talks == {scene.second.id: "open"}


@pytest.mark.thorough
async def test_a_report_claimed_between_two_looks_is_claimed_when_shown(desk: Desk) -> None:
    scene = await three_people(desk)
    await hides(scene.second, scene.code)
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    await decides(timur, card, "show")
    await proves(desk, scene.first, scene.code)
    await decides(timur, card, "undo")
    assert (await standing(desk, scene.code)).report == "hidden"
    await decides(timur, card, "show")
    now = await standing(desk, scene.code)
    assert (now.report, now.talks) == ("claimed", {scene.first.id: "open"})


@pytest.mark.thorough
async def test_a_document_may_come_home_while_its_report_is_hidden(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await hides(scene.second, scene.code)
    [card] = desk.to_moderators
    await hands_over(desk, scene.finder)
    assert reads(card, "settled")
    now = await standing(desk, scene.code)
    assert (now.report, now.post) == ("returned", words("ru", "post-returned", code=scene.code))


@pytest.mark.thorough
async def test_a_hidden_report_taken_back_settles_its_case(desk: Desk, someone: Newcomer) -> None:
    aliya, zoya = await someone("Aliya", "kk"), await someone("Zoya", "uz")
    code = await reported(desk, aliya, NAME)
    await hides(zoya, code)
    await aliya.sends("/my")
    for button in (NAME, label(aliya, "button-withdraw-r"), label(aliya, "button-withdraw-r-sure")):
        await aliya.taps(button)
    assert reads(desk.to_moderators[-1], "settled")
    assert (await standing(desk, code)).report == "withdrawn"


@pytest.mark.thorough
async def test_a_claim_waits_while_the_report_is_hidden(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    await hides(scene.second, scene.code)
    claim, hidden = desk.to_moderators
    timur = desk.moderator("Timur")
    assert await decides(timur, claim, "connect") == words("ru", "document-gone")
    await decides(timur, hidden, "show")
    assert await open_kinds(desk, scene.code) == [CaseKind.CLAIM]
    assert await decides(timur, claim, "connect") == ""
