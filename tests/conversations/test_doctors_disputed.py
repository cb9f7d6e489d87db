"""Stories of entries that are disputed, hidden, corrected, and of two that are one or are not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.doctors import Details, EntryState
from domain.medical import Recommended
from relay.medical_form import phone_in_words
from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.conftest import MakeMachine, Newcomer
from tests.conversations.directory import (
    ALMATY,
    KIM,
    entered,
    entry_of,
    helped_by,
    looks,
    opens,
)
from tests.conversations.moderating import decides, reads, verbs
from tests.conversations.steps import LANGUAGES, label, presses, sees, words
from tests.conversations.traces import erases

DAY = timedelta(days=1)


async def disputes(person: Person, code: str, said: str) -> None:
    await opens(person, code)
    await person.taps(label(person, "button-entry-wrong"))
    await person.taps(label(person, "button-entry-dispute"))
    await person.sends(said)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_untrue_is_checked_and_removed(make_desk: MakeMachine, language: str) -> None:
    desk = await make_desk()
    anna = desk.person("Anna", language)
    await anna.sends("/start")
    await anna.taps(f"language:{language}")
    code = await entered(desk, KIM, anna)
    await opens(anna, code)
    await anna.taps(label(anna, "button-entry-wrong"))
    await anna.taps(label(anna, "button-entry-dispute"))
    await anna.taps("agree")
    await disputes(anna, code, "Он там давно не работает")
    assert sees(anna, "dispute-done", name=KIM.doctor)
    await opens(anna, code)
    assert sees(anna, "standing-disputed")
    [card] = desk.to_moderators
    assert "Он там давно не работает" in card.text
    assert KIM.doctor in card.text
    assert verbs(card) == ["remove", "keep", "menu.more"]
    timur = desk.moderator("Timur")
    assert await decides(timur, card, "remove") == ""
    assert reads(card, "remove")
    assert sees(anna, "entry-removed-told", name=KIM.doctor, code=code)
    await anna.opens(desk.app.relay.policy.deep_link(f"d_{code}"))
    assert sees(anna, "entry-gone")
    await decides(timur, card, "undo")
    assert anna.told(words(language, "decision-undone", code=code))
    await opens(anna, code)
    assert sees(anna, "standing-disputed")


async def test_what_is_kept_is_checked_no_more(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "kk"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await disputes(anna, code, "Ол жерде жұмыс істемейді")
    [card] = desk.to_moderators
    await decides(desk.moderator("Timur"), card, "keep")
    assert sees(anna, "entry-kept-told", name=KIM.doctor, code=code)
    await opens(anna, code)
    assert not sees(anna, "standing-disputed")


async def test_about_me_hides_at_once_but_not_again_after_it_was_kept(desk: Desk, someone: Newcomer) -> None:
    doctor, boris = await someone("Alexey", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    for _ in range(2):
        await opens(doctor, code)
        await doctor.taps(label(doctor, "button-entry-wrong"))
        await doctor.taps(label(doctor, "button-entry-about"))
        toast = await doctor.taps(label(doctor, "button-entry-hide"))
        if toast:
            break
        assert sees(doctor, "entry-about-done", code=code)
        assert (await entry_of(desk, code)).state is EntryState.HIDDEN
        await looks(boris)
        assert KIM.doctor not in boris.screen
        await decides(desk.moderator("Timur"), desk.to_moderators[-1], "keep")
    assert toast == words("ru", "case-decided-already")
    assert (await entry_of(desk, code)).state is EntryState.OPEN


async def test_recommended_again_a_hidden_entry_stays_hidden(desk: Desk, someone: Newcomer) -> None:
    doctor, boris = await someone("Alexey", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await opens(doctor, code)
    await doctor.taps(f"doctor:{code}:wrong")
    await doctor.taps(f"doctor:{code}:about")
    await doctor.taps(f"doctor:{code}:hide")
    assert await entered(desk, KIM, doctor) == code
    assert (await entry_of(desk, code)).state is EntryState.HIDDEN


@pytest.mark.parametrize("decision", ["approve", "reject.unclear"])
async def test_a_correction_is_looked_at_first(desk: Desk, someone: Newcomer, decision: str) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await opens(anna, code)
    await anna.taps(label(anna, "button-entry-wrong"))
    await anna.taps(label(anna, "button-entry-correct"))
    assert await presses(anna, "send") == words("ru", "correction-same")
    await presses(anna, "change:phone")
    await anna.sends("8 727 300 11 22")
    await presses(anna, "send")
    assert sees(anna, "correction-done", name=KIM.doctor)
    assert (await entry_of(desk, code)).details == _details_of(KIM)
    [card] = desk.to_moderators
    assert phone_in_words("+77273001122") in card.text
    timur = desk.moderator("Timur")
    await decides(timur, card, decision)
    details = (await entry_of(desk, code)).details
    assert details is not None
    approved = decision == "approve"
    assert details.phone == ("+77273001122" if approved else KIM.phone)
    if approved:
        assert sees(anna, "correction-approved-told", name=KIM.doctor, code=code)
    else:
        reason = words("ru", "rejected-unclear")
        assert sees(anna, "correction-rejected-told", name=KIM.doctor, code=code, reason=reason)
    await decides(timur, card, "undo")
    assert (await entry_of(desk, code)).details == _details_of(KIM)


async def test_who_erases_themselves_leaves_no_word_behind(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await opens(anna, code)
    await anna.taps(f"doctor:{code}:wrong")
    await anna.taps(f"doctor:{code}:correct")
    await presses(anna, "change:clinic")
    await anna.sends("Клиника Сункар Плюс")
    await presses(anna, "send")
    desk.world.clock.wind(2 * DAY)
    await disputes(anna, code, "Он давно уехал")
    correction, dispute = desk.to_moderators
    await erases(anna)
    for card in (correction, dispute):
        assert "Плюс" not in card.text
        assert "уехал" not in card.text
    timur = desk.moderator("Timur")
    assert await decides(timur, correction, "approve") == words("ru", "case-moved-on")
    assert await decides(timur, dispute, "keep") == ""
    assert (await entry_of(desk, code)).state is EntryState.OPEN


async def test_two_disputes_are_two_cases_and_the_entry_is_checked_until_the_last(
    desk: Desk, someone: Newcomer
) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await disputes(anna, code, "Он давно уехал")
    await disputes(boris, code, "Телефон чужой")
    first, second = desk.to_moderators
    timur = desk.moderator("Timur")
    await decides(timur, first, "keep")
    assert (await entry_of(desk, code)).state is EntryState.DISPUTED
    await decides(timur, second, "remove")
    await decides(timur, second, "undo")
    assert (await entry_of(desk, code)).state is EntryState.DISPUTED
    await decides(timur, second, "keep")
    assert (await entry_of(desk, code)).state is EntryState.OPEN


async def test_a_newcomer_disputes_once_a_day(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await disputes(anna, code, "Он давно уехал")
    await disputes(anna, code, "И телефон чужой")
    assert sees(anna, "doctor-dispute-too-many", limit=1)
    assert len(desk.to_moderators) == 1


# the same doctor twice


async def test_the_same_doctor_in_another_spelling_is_the_same_entry(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    again = replace(KIM, doctor="Kim Aleksey Viktorovich", clinic="Sunkar", why="")
    assert await entered(desk, again, anna) == code
    assert await helped_by(desk, code) == (2, 0)
    assert desk.to_moderators == []


async def test_two_that_may_be_one_are_joined_by_volunteers(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    known = await entered(desk, KIM, boris)
    new = await entered(desk, Recommended(doctor="Ким А.В.", clinic="Сункар", place=ALMATY), anna)
    assert new != known
    [card] = desk.to_moderators
    assert known in card.text
    assert new in card.text
    assert verbs(card)[:2] == ["merge", "apart"]
    timur = desk.moderator("Timur")
    await decides(timur, card, "merge")
    assert reads(card, "merge")
    assert await helped_by(desk, known) == (2, 0)
    await anna.opens(desk.app.relay.policy.deep_link(f"d_{new}"))
    assert known in anna.screen
    await decides(timur, card, "undo")
    assert await helped_by(desk, known) == (1, 0)
    assert await helped_by(desk, new) == (1, 0)


async def test_told_apart_they_are_never_asked_about_again(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    await entered(desk, KIM, boris)
    await entered(desk, Recommended(doctor="Ким А.В.", clinic="Сункар", place=ALMATY), anna)
    [card] = desk.to_moderators
    await decides(desk.moderator("Timur"), card, "apart")
    assert reads(card, "apart")
    await entered(desk, replace(KIM, why="Очень внимательный"), anna)
    assert desk.to_moderators == [card]


def _details_of(said: Recommended) -> Details:
    return Details(said.doctor, said.clinic, said.phone, said.languages, said.why)
