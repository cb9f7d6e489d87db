"""Stories of the directory in which something comes in between."""

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.doctors import EntryState
from domain.medical import Recommended
from domain.specialities import Speciality
from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine, Newcomer
from tests.conversations.directory import ALMATY, KIM, entered, entry_of, helped_by, looks, opens
from tests.conversations.moderating import decides, first_person
from tests.conversations.steps import newest, presses, sees, words
from tests.conversations.traces import everything_held

TWIN = Recommended(doctor="Ким А.В.", clinic="Сункар", place=ALMATY)
MARKUP = "<b>Ким & 'Ли'</b> &lt;"
LONGEST = "Я" * 80


async def corrects(person: Person, code: str, key: str, said: str) -> None:
    """Propose what an entry should say."""
    await opens(person, code)
    await person.taps(f"doctor:{code}:wrong")
    await person.taps(f"doctor:{code}:correct")
    await presses(person, f"change:{key}")
    await person.sends(said)
    await presses(person, "send")


async def said_of(desk: Desk, code: str) -> tuple[str, str]:
    """The clinic of an entry and its phone."""
    details = (await entry_of(desk, code)).details
    assert details is not None
    return details.clinic, details.phone


async def hides(person: Person, code: str) -> None:
    """Say that an entry is about oneself."""
    await opens(person, code)
    for verb in ("wrong", "about", "hide"):
        await person.taps(f"doctor:{code}:{verb}")


async def test_names_with_markup_are_words(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "uz")
    code = await entered(desk, replace(KIM, doctor=MARKUP, clinic=MARKUP, why=MARKUP), boris)
    await looks(anna)
    assert MARKUP in anna.screen
    await opens(anna, code)
    assert anna.screen.count(MARKUP) == 3
    await anna.taps(f"doctor:{code}:wrong")
    await anna.taps(f"doctor:{code}:dispute")
    await anna.sends(MARKUP)
    assert desk.to_moderators[-1].text.count(MARKUP) == 4


async def test_a_page_and_cards_of_the_longest_entries_fit(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    for letter in "АБВГДЕЖ":
        said = replace(KIM, doctor=letter * 80, clinic=letter * 80, place="Ж" * 80, phone="", why="&" * 4000)
        code = await entered(desk, said, boris)
    await looks(anna)
    await anna.sends("/doctors")
    await presses(anna, "a:cardiologist")
    await anna.sends("хутор Дальний")
    assert sees(anna, "doctors-place-unknown", place="хутор Дальний")
    await opens(anna, code)
    await corrects(anna, code, "doctor", LONGEST)
    assert LONGEST in desk.to_moderators[-1].text


async def test_a_joined_entry_is_endorsed_corrected_and_hidden_by_its_old_buttons(
    desk: Desk, someone: Newcomer
) -> None:
    anna, boris, vera = [await someone(name, "ru") for name in ("Anna", "Boris", "Vera")]
    known, new = await entered(desk, KIM, boris), await entered(desk, TWIN, anna)
    await opens(vera, new)
    stale, helped = newest(vera, f"doctor:{new}:helped")
    timur, card = desk.moderator("Timur"), desk.to_moderators[-1]
    await decides(timur, card, "merge")
    await vera.taps_stale(stale, helped)
    await vera.taps_stale(stale, helped)
    assert await helped_by(desk, known) == (3, 0)
    await decides(timur, card, "undo")
    assert await helped_by(desk, known) == (2, 0)
    assert await helped_by(desk, new) == (1, 0)


async def test_what_is_removed_is_forgotten_with_all_that_was_joined_to_it(
    desk: Desk, someone: Newcomer
) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    known, _ = await entered(desk, KIM, boris), await entered(desk, TWIN, anna)
    timur = desk.moderator("Timur")
    await decides(timur, desk.to_moderators[-1], "merge")
    await hides(anna, known)
    await decides(timur, desk.to_moderators[-1], "remove")
    await desk.days(4, timedelta(hours=6))
    held = [one for one in await everything_held(desk) if one.place.startswith(("entries.", "endorsements."))]
    assert [one.place for one in held if "Ким" in one.words] == []
    assert [one.place for one in held if one.place.startswith("endorsements.")] == []


async def test_two_corrections_do_not_undo_one_another(desk: Desk, someone: Newcomer) -> None:
    anna, boris, vera = [await someone(name, "ru") for name in ("Anna", "Boris", "Vera")]
    code = await entered(desk, KIM, boris)
    await corrects(anna, code, "clinic", "Сункар Плюс")
    await corrects(boris, code, "phone", "8 727 300 11 22")
    await corrects(vera, code, "clinic", "Сункар Премиум")
    clinic, phone, again = desk.to_moderators
    timur = desk.moderator("Timur")
    await decides(timur, clinic, "approve")
    await decides(timur, phone, "approve")
    assert await said_of(desk, code) == ("Сункар Плюс", "+77273001122")
    await decides(timur, clinic, "undo")
    assert await said_of(desk, code) == (KIM.clinic, "+77273001122")
    await decides(timur, clinic, "approve")
    await decides(timur, again, "approve")
    assert await decides(timur, clinic, "undo") == words("ru", "undo-impossible")
    assert await said_of(desk, code) == ("Сункар Премиум", "+77273001122")


async def test_two_corrections_leave_an_entry_a_name(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    for person, key in ((anna, "doctor"), (boris, "clinic")):
        await opens(person, code)
        await person.taps(f"doctor:{code}:wrong")
        await person.taps(f"doctor:{code}:correct")
        await presses(person, f"change:{key}", "skip", "send")
    first, second = desk.to_moderators
    timur = desk.moderator("Timur")
    await decides(timur, first, "approve")
    assert await decides(timur, second, "approve") == words("ru", "case-moved-on")


async def test_a_form_about_an_entry_that_is_gone_ends(desk: Desk, someone: Newcomer) -> None:
    anna, doctor = await someone("Anna", "ru"), await someone("Alexey", "ru")
    code = await entered(desk, KIM, anna)
    await opens(anna, code)
    await anna.taps(f"doctor:{code}:wrong")
    await anna.taps(f"doctor:{code}:dispute")
    await hides(doctor, code)
    await anna.sends("Он давно уехал")
    assert sees(anna, "entry-gone")
    assert (await entry_of(desk, code)).state is EntryState.HIDDEN
    await anna.sends("/doctors")
    assert sees(anna, "doctors-speciality")


async def test_every_button_of_the_directory_fits(desk: Desk) -> None:
    cities = [place.code for place in desk.app.relay.cities.all()]
    longest = max(cities, key=len)
    data = f"doctors:{max(Speciality, key=len)}:{longest}:kk:spoken"
    assert len(data.encode()) <= 64


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
async def test_lines_and_quotes_stay_in_their_cells(make_desk: MakeMachine, start: str) -> None:
    desk = await make_desk(owner_ids=(first_person(),))
    chief = await acquainted(desk, "Chief", "ru")
    clinic = f'{start}1+1,"x"\n=2'
    await entered(desk, replace(KIM, clinic=clinic), chief)
    await chief.sends("/doctors csv")
    [(_, written)] = chief.documents
    [row] = csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert row["clinic"] == f"'{clinic}"


async def test_a_word_for_an_entry_that_is_hidden_meanwhile_is_refused(desk: Desk, someone: Newcomer) -> None:
    anna, doctor = await someone("Anna", "ru"), await someone("Alexey", "kk")
    code = await entered(desk, KIM, doctor)
    await opens(anna, code)
    card = anna.messages[-1]
    await hides(doctor, code)
    for verb in ("helped", "takeback", "wrong", "correct", "dispute", "hide", "card"):
        assert await anna.taps_stale(card, f"doctor:{code}:{verb}") == words("ru", "entry-gone")
