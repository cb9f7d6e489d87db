"""Stories of whoever asks for too much in a day: a polite no that tells nothing."""

from datetime import timedelta

import pytest

from domain.policy import Thresholds
from relay.people import meet
from relay.search import search
from relay.work import Work
from sandbox.person import Person
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.claiming import says_mine
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import asks, codes_in, label, picks, presses, sees, words

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
KNOWN = timedelta(0)
"""`new_for` of a page to which nobody is new."""

SPELLINGS = ("Жанабай Исраилов", "Janaboy Isroilov", "ИСРАИЛОВ Жаңабай", "ISRAILOV<<ZHANABAI")


async def _searched(desk: Desk, person: Person, times: int) -> None:
    """So many searches for one name have been made already."""

    async def look(work: Work) -> None:
        known = await meet(work, person.id, None)
        for _ in range(times):
            await search(work, known, {"name": "Жанабай Исраилов"})

    await desk.app.relay.work(look)


async def test_a_capped_search_says_the_same_whether_or_not_there_is_something(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN)
    boris = await acquainted(desk, "Boris", "ru")
    await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    await _searched(desk, boris, desk.app.relay.policy.searches_per_day)
    said = []
    for name in ("Жанабай Исраилов", "Жанабай Исраилова"):
        await boris.sends(name)
        said.append((boris.screen, str(boris.messages[-1].buttons)))
    assert said[0] == said[1]
    assert sees(boris, "search-too-many", limit=20)


@pytest.mark.thorough
async def test_spellings_of_one_name_count_once_and_other_names_end_soon(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN, names_per_day=2)
    boris = await acquainted(desk, "Boris", "uz")
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    await boris.sends("Омарова Дина")
    for spelling in SPELLINGS:
        await boris.sends(spelling)
        assert codes_in(boris.screen) == [code], spelling
    for name in ("Каримов Алишер", "Ким Наталья"):
        await boris.sends(name)
        assert sees(boris, "search-too-many-names", limit=2)
    await boris.sends("/lost")
    await picks(boris, "passport", "KZ")
    await boris.sends("Каримов Алишер")
    assert await presses(boris, "skip", "send") == words("uz", "search-too-many-names", limit=2)
    await boris.sends("/delete")
    await boris.taps(label(boris, "button-delete-sure"))
    await boris.sends("Каримов Алишер")
    assert sees(boris, "search-too-many-names", limit=2)


async def test_a_longer_name_does_not_smuggle_in_a_second_one(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN, names_per_day=2)
    boris = await acquainted(desk, "Boris", "ru")
    for name in ("Ким Алишер", "Ким Алишер Ли Анна", "Ким Алишер Валиевич", "Kim Alisher"):
        await boris.sends(name)
        assert sees(boris, "search-nothing", name=name)
    for name in ("Ли Анна", "Ким Алишер Ли Сергей"):
        await boris.sends(name)
        assert sees(boris, "search-too-many-names", limit=2), name


async def test_looser_thresholds_do_not_loosen_the_cap(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN, names_per_day=1, thresholds=Thresholds(0.0, 0.0, 0.1))
    boris = await acquainted(desk, "Boris", "uz")
    await boris.sends("Karimov Alisher")
    await boris.sends("Karimov Anvar")
    assert sees(boris, "search-too-many-names", limit=1)


@pytest.mark.thorough
async def test_claims_are_limited_within_a_day(make_desk: MakeDesk) -> None:
    desk = await make_desk(claims_per_day=1, new_for=KNOWN)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    codes = [await reported(desk, aliya, name) for name in (NAME, "ОМАРОВА ДИНА")]
    for _ in range(2):  # the same claim again is no new one
        await says_mine(boris, codes[0])
        assert asks(boris, "claim-number_tail")
    assert await says_mine(boris, codes[1]) == words("ru", "claim-too-many", limit=1)
    desk.world.clock.wind(timedelta(hours=24))
    await says_mine(boris, codes[1])
    assert asks(boris, "claim-number_tail")


@pytest.mark.thorough
async def test_watches_and_hides_are_limited_within_a_day(make_desk: MakeDesk) -> None:
    desk = await make_desk(watches_per_day=1, hides_per_day=1, new_for=KNOWN)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    await waiting(desk, boris, "Каримов Алишер")
    await boris.sends("/my")
    await boris.taps("Каримов Алишер")
    await boris.taps(label(boris, "button-withdraw-w"))
    await boris.taps(label(boris, "button-withdraw-w-sure"))
    await boris.sends("/lost")
    await picks(boris, "passport", "KZ")
    await boris.sends("Каримов Алишер")
    assert await presses(boris, "skip", "send") == words("ru", "lost-too-many-today", limit=1)
    await presses(boris, "cancel")
    for wanted in ("", words("ru", "about-me-too-many", limit=1)):
        code = await reported(desk, aliya, NAME)
        await boris.sends(code)
        await boris.taps(f"aboutme:{code}")
        assert await boris.taps(f"hideme:{code}") == wanted
    assert len(desk.to_moderators) == 1


@pytest.mark.thorough
async def test_who_is_new_has_half_and_who_comes_back_is_new(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await _searched(desk, boris, 10)
    await boris.sends("Жанабай Исраилов")
    assert sees(boris, "search-too-many", limit=10)
    desk.world.clock.wind(timedelta(days=1))
    await _searched(desk, boris, 19)
    await boris.sends("Жанабай Исраилов")
    assert sees(boris, "search-nothing", name="Жанабай Исраилов")
    await boris.sends("/delete")
    await boris.taps(label(boris, "button-delete-sure"))
    await boris.sends("Жанабай Исраилов")
    assert sees(boris, "search-too-many", limit=10)


async def test_a_letter_or_initials_are_no_name_to_search(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), NAME)
    boris = await someone("Boris", "ru")
    initials = ("И", "И.", "И. Ж.", "Ж И", "i j", "Ж.И")
    for said in initials:
        await boris.sends(said)
        assert sees(boris, "home"), said
    await boris.sends("/search И. Ж.")
    assert sees(boris, "form-name-unreadable")
    await boris.sends("/search")
    for said in initials:
        await boris.sends(said)
        assert sees(boris, "form-name-unreadable"), said
    await boris.sends("Исраилов Ж.")
    assert sees(boris, "search-nothing", name="Исраилов Ж.") or codes_in(boris.screen)
