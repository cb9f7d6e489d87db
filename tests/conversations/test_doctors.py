"""Stories of the directory: looked into, stood for, given out as a table."""

import csv
import io
from dataclasses import replace

import pytest

from domain.doctors import EntryState
from domain.medical import Recommended
from domain.specialities import Speciality
from relay.medical_form import phone_in_words
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine, Newcomer
from tests.conversations.directory import (
    ALMATY,
    ASTANA,
    KIM,
    TASHKENT,
    YEAR,
    entered,
    entry_of,
    helped_by,
    looks,
    opens,
    silenced,
)
from tests.conversations.moderating import first_person
from tests.conversations.steps import LANGUAGES, label, newest, offers, picks, sees, words
from tests.conversations.traces import erases

CARDIOLOGIST = Speciality.CARDIOLOGIST
PHONE = phone_in_words(KIM.phone)


# looking


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_looks_for_a_doctor_is_shown_who_helped(make_desk: MakeMachine, language: str) -> None:
    desk = await make_desk(channel_language=language)
    anna, boris = desk.person("Anna", language), desk.person("Boris", language)
    await anna.sends("/start")
    await anna.taps(f"language:{language}")
    code = await entered(desk, KIM, boris)
    await looks(anna)
    assert KIM.doctor in anna.screen
    assert "Сункар" in anna.screen
    assert PHONE not in anna.screen
    assert offers(anna, f"doctor:{code}")
    await anna.taps(f"doctor:{code}")
    for part in (KIM.doctor, PHONE, KIM.why, words(language, "speciality-cardiologist"), code):
        assert part in anna.screen
    assert words(language, "spoken-kk") in anna.screen
    link = desk.app.relay.policy.deep_link(f"d_{code}")
    await boris.sends("/start")
    await boris.taps(f"language:{language}")
    await boris.opens(link)
    assert KIM.doctor in boris.screen


async def test_nobody_there_says_where_to_ask(desk: Desk, someone: Newcomer) -> None:
    await entered(desk, KIM, await someone("Boris", "ru"))
    anna = await someone("Anna", "ru")
    await looks(anna, "dentist")
    head = f"{words('ru', 'speciality-dentist')} · Алматы"
    assert sees(anna, "doctors-nothing", head=head)


async def test_a_city_a_country_and_everywhere(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    codes = {
        place: await entered(desk, replace(KIM, doctor=name, place=place, phone=""), boris)
        for place, name in (
            (ALMATY, "Омарова Дина"),
            (TASHKENT, "Умаров Фархад"),
            ("@city_astana", "Ли Вера"),
        )
    }
    await looks(anna)
    assert offers(anna, f"doctor:{codes[ALMATY]}")
    assert not offers(anna, f"doctor:{codes[ASTANA]}")
    await anna.taps(label(anna, "button-other-city"))
    await anna.taps("doctors:cardiologist:country_kz::0")
    assert offers(anna, f"doctor:{codes[ASTANA]}")
    assert not offers(anna, f"doctor:{codes[TASHKENT]}")
    await anna.taps(label(anna, "button-other-city"))
    await anna.taps(label(anna, "button-all-cities"))
    assert all(offers(anna, f"doctor:{code}") for code in codes.values())


async def test_a_place_that_nobody_knows_shows_all(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await anna.sends("/doctors")
    await picks(anna, CARDIOLOGIST)
    await anna.sends("хутор Дальний")
    assert sees(anna, "doctors-place-unknown", place="хутор Дальний")
    assert offers(anna, f"doctor:{code}")


async def test_a_language_is_asked_for(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "uz"), await someone("Boris", "ru")
    russian = await entered(desk, KIM, boris)
    uzbek = await entered(desk, Recommended(doctor="Умаров Фархад", place=ALMATY, languages=("uz",)), boris)
    await looks(anna)
    await anna.taps(label(anna, "button-other-language"))
    await anna.taps(label(anna, "spoken-uz"))
    assert offers(anna, f"doctor:{uzbek}")
    assert not offers(anna, f"doctor:{russian}")
    await anna.taps(label(anna, "button-other-language"))
    await anna.taps(label(anna, "button-any-language"))
    assert offers(anna, f"doctor:{russian}")


async def test_many_stand_on_pages_the_most_recommended_first(desk: Desk, someone: Newcomer) -> None:
    anna, boris, vera = [await someone(name, "ru") for name in ("Anna", "Boris", "Vera")]
    names = ("Омарова", "Умаров", "Лазарева", "Кенжебеков", "Турсунов", "Петренко")
    every = [await entered(desk, Recommended(doctor=name, place=ALMATY), boris) for name in names]
    best = await entered(desk, Recommended(doctor="Абдуллаев", place=ALMATY), boris, vera)
    await looks(anna)
    shown = [str(button.get("callback_data")) for button in anna.messages[-1].buttons]
    assert shown[0] == f"doctor:{best}"
    assert sum(one.startswith("doctor:") for one in shown) == 5
    await anna.taps("▶️")
    rest = [str(button.get("callback_data")) for button in anna.messages[-1].buttons]
    assert {one for one in shown + rest if one.startswith("doctor:")} == {
        f"doctor:{code}" for code in (*every, best)
    }
    await anna.taps("◀️")
    assert offers(anna, f"doctor:{best}")


@pytest.mark.parametrize("typed", ["Kim Aleksey", "др Ким Алексей", "сункар"])
async def test_a_name_is_found_in_any_spelling(desk: Desk, someone: Newcomer, typed: str) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await anna.sends(f"/doctors {typed}")
    assert offers(anna, f"doctor:{code}")


async def test_a_name_may_be_typed_in_place_of_a_speciality(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await anna.sends("/doctors")
    await anna.sends("Ким Алексей")
    assert offers(anna, f"doctor:{code}")


# standing for an entry


async def test_one_word_of_each_and_taken_back(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await opens(anna, code)
    assert await anna.taps(label(anna, "button-entry-helped")) == words("ru", "endorse-done")
    assert await helped_by(desk, code) == (2, 0)
    when = "ноябрь 2026"
    assert words("ru", "standing-helped", count=2, when=when).split(when)[0] in anna.screen
    message, _ = newest(anna, f"doctor:{code}:takeback")
    await anna.taps_stale(message, f"doctor:{code}:helped")
    assert await helped_by(desk, code) == (2, 0)
    assert await anna.taps(label(anna, "button-entry-takeback")) == words("ru", "endorse-taken-back")
    assert await helped_by(desk, code) == (1, 0)
    assert offers(anna, f"doctor:{code}:helped")


async def test_who_comes_back_after_erasing_themselves_counts_once(desk: Desk, someone: Newcomer) -> None:
    anna = await someone("Anna", "ru")
    code = await entered(desk, KIM, anna)
    await erases(anna)
    await anna.sends("/start")
    await anna.taps("language:ru")
    await opens(anna, code)
    assert await helped_by(desk, code) == (1, 0)
    assert offers(anna, f"doctor:{code}:takeback")


async def test_a_newcomer_agrees_first(desk: Desk, someone: Newcomer) -> None:
    code = await entered(desk, KIM, await someone("Boris", "ru"))
    zoya = desk.person("Zoya", "ru")
    await zoya.opens(desk.app.relay.policy.deep_link(f"d_{code}"))
    await zoya.taps("language:ru")
    await zoya.taps(label(zoya, "button-entry-helped"))
    assert sees(zoya, "consent", public="initial")
    assert await helped_by(desk, code) == (1, 0)
    await zoya.taps("agree")
    await zoya.taps(label(zoya, "button-entry-helped"))
    assert await helped_by(desk, code) == (2, 0)


async def test_paid_words_are_told_and_stand_last(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    paid = await entered(desk, replace(KIM, phone=""), boris, paid=True)
    honest = await entered(desk, Recommended(doctor="Омарова Дина", place=ALMATY), anna)
    await looks(anna)
    shown = [str(button.get("callback_data")) for button in anna.messages[-1].buttons]
    assert shown[:2] == [f"doctor:{honest}", f"doctor:{paid}"]
    assert words("ru", "standing-paid", count=1) in anna.screen
    await opens(boris, paid)
    assert await boris.taps(label(boris, "button-entry-helped")) == words("ru", "endorse-paid")
    assert await helped_by(desk, paid) == (0, 1)


async def test_after_a_year_a_word_is_said_to_be_old(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    desk.world.clock.wind(YEAR)
    await opens(anna, code)
    said = words("ru", "standing-helped-long-ago", count=1, when="|").split("|")[0]
    assert said in anna.screen
    await anna.taps(label(anna, "button-entry-helped"))
    assert words("ru", "standing-some-old", count=1) in anna.screen


async def test_of_who_is_banned_in_silence_nothing_counts(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await someone("Boris", "ru")
    code = await entered(desk, KIM, boris)
    await silenced(desk, anna)
    await opens(anna, code)
    assert await anna.taps(label(anna, "button-entry-helped")) == words("ru", "endorse-done")
    assert offers(anna, f"doctor:{code}:takeback")
    await anna.taps(label(anna, "button-entry-wrong"))
    await anna.taps(label(anna, "button-entry-about"))
    await anna.taps(label(anna, "button-entry-hide"))
    assert sees(anna, "entry-about-done", code=code)
    assert await helped_by(desk, code) == (1, 0)
    assert (await entry_of(desk, code)).state is EntryState.OPEN
    assert desk.to_moderators == []


@pytest.mark.parametrize(
    "data",
    ["doctors:nobody:::0", "doctors:cardiologist:nowhere::0", "doctors:cardiologist::xx:0", "doctors:"],
)
async def test_a_button_that_nobody_made_does_nothing(desk: Desk, someone: Newcomer, data: str) -> None:
    anna = await someone("Anna", "ru")
    code = await entered(desk, KIM, anna)
    await opens(anna, code)
    card = anna.messages[-1]
    assert await anna.taps_stale(card, data) == words("ru", "tap-stale")
    assert await anna.taps_stale(card, f"doctor:{code}:nothing") == words("ru", "tap-stale")
    assert await anna.taps_stale(card, "doctor:CDFGH:helped") == words("ru", "entry-gone")


# the table


async def test_the_table_is_for_volunteers_and_tells_nobody_who_recommends(
    make_desk: MakeMachine,
) -> None:
    desk = await make_desk(owner_ids=())
    anna = await acquainted(desk, "Anna", "ru")
    await entered(desk, KIM, anna)
    await anna.sends("/doctors csv")
    assert anna.documents == []
    assert sees(anna, "not-a-moderator")


async def test_no_cell_of_the_table_is_a_formula(make_desk: MakeMachine) -> None:
    desk = await make_desk(owner_ids=(first_person(),))
    chief = await acquainted(desk, "Chief", "ru")
    await entered(desk, replace(KIM, clinic="=HYPERLINK(1)"), chief)
    await chief.sends("/doctors csv")
    [(_, written)] = chief.documents
    [row] = csv.DictReader(io.StringIO(written.decode("utf-8-sig")))
    assert row["clinic"] == "'=HYPERLINK(1)"
    assert row["phone"] == f"'{PHONE}"
    assert (row["helped"], row["paid"], row["last"]) == ("1", "0", "2026-11")
    assert str(chief.id).encode() not in written
