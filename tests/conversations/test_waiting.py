"""Stories of an owner who waits: `/lost`, the notice, and what it answers to."""

import pytest

from relay import documents
from relay.work import Work
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    CHECKPOINT,
    LANGUAGES,
    asks,
    codes_in,
    label,
    offers,
    picks,
    presses,
    sees,
    told_of,
    waits_for,
    was_told,
    words,
)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_owner_waits_is_advised_and_told_of_the_find(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    owner = await someone("Boris", language)
    await waits_for(owner, "Жанабай Исраилов")
    assert sees(owner, "lost-saved", name="Жанабай Исраилов")
    assert words(language, "lost-advice", code="KZ", country=words(language, "country-KZ")) in owner.screen
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ")
    [notice] = told_of(owner, code)
    assert "Жаңабай И." in notice.text
    assert [button["callback_data"] for button in notice.buttons] == [f"claim:{code}", f"decline:{code}"]


async def test_the_watchs_preview_and_place_by_name_or_location(someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    await owner.sends("/lost")
    await picks(owner, "id_card", "UZ")
    await owner.sends("Каримов Алишер")
    assert asks(owner, "lost-place")
    await owner.sends("Gishtkoprik")
    assert "Жибек Жолы" in owner.screen
    await presses(owner, "change:place")
    await owner.sends_location(41.45, 69.32)
    assert "Каримов Алишер" in owner.screen
    await presses(owner, "send")
    assert sees(owner, "lost-saved", name="Каримов Алишер")


async def test_a_watch_is_told_once_and_not_after_an_edit(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    await aliya.sends("/my")
    await aliya.taps("ЖАҢАБАЙ")
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:whereabouts")
    await picks(aliya, "police")
    await presses(aliya, "skip", "send")
    assert len(told_of(boris, code)) == 1


async def test_a_find_corrected_to_the_right_name_is_told_then(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reported(desk, aliya, "ОМАРОВА ДИНА")
    await aliya.sends("/my")
    await aliya.taps("ОМАРОВА")
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:name")
    await aliya.sends("ИСРАИЛОВ ЖАҢАБАЙ")
    assert told_of(boris, code) == []
    await presses(aliya, "send")
    assert len(told_of(boris, code)) == 1


async def test_a_brother_a_father_and_another_document_are_not_told(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    waits = {
        "Исраилов Нурлан Әбдірайымұлы": {},
        "Исраилов Әбдірайым": {},
        "Исраилов Жаңабай": {"type": "driver_licence"},
        "Исраилов  Жаңабай": {"country": "RU"},
    }
    owners = [await someone(f"Owner{number}", "ru") for number in range(len(waits))]
    for owner, (name, other) in zip(owners, waits.items(), strict=True):
        await waiting(desk, owner, name, **other)
    code = await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ")
    assert [told_of(owner, code) for owner in owners] == [[], [], [], []]


async def test_the_finders_own_watch_is_not_told(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reported(desk, boris, "ИСРАИЛОВ ЖАҢАБАЙ")
    assert told_of(boris, code) == []


async def test_a_new_watch_is_shown_what_is_there_already(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    jasur = await someone("Jasur", "uz")
    await waits_for(jasur, "Isroilov Janaboy")
    country = words("uz", "country-KZ")
    assert words("uz", "lost-saved", name="Isroilov Janaboy") in jasur.screen
    assert words("uz", "lost-advice", country=country, code="KZ") in jasur.screen
    assert words("uz", "lost-already", saved="", cards="").strip() in jasur.screen
    assert codes_in(jasur.screen) == [code]
    assert offers(jasur, f"claim:{code}")


async def test_a_changed_watch_is_matched_anew(desk: Desk, someone: Newcomer) -> None:
    jasur = await someone("Jasur", "uz")
    await waiting(desk, jasur, "Karimov Alisher")
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    await jasur.sends("/my")
    await jasur.taps("Karimov Alisher")
    await jasur.taps(label(jasur, "button-edit"))
    await presses(jasur, "change:name")
    await jasur.sends("Isroilov Janaboy")
    await presses(jasur, "send")
    assert sees(jasur, "lost-changed", name="Isroilov Janaboy")
    assert codes_in(jasur.screen) == [code]


async def test_a_watch_that_was_ended_is_told_nothing(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    await boris.sends("/my")
    await boris.taps("Жанабай Исраилов")
    await boris.taps(label(boris, "button-withdraw-w"))
    assert sees(boris, "withdraw-w-ask")
    await boris.taps(label(boris, "button-withdraw-w-sure"))
    assert sees(boris, "withdraw-w-done")
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    assert told_of(boris, code) == []
    await boris.sends("/my")
    assert sees(boris, "my-nothing")


async def test_not_mine_keeps_the_watch_waiting(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    first = await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    await boris.taps(f"decline:{first}")
    assert sees(boris, "match-declined", code=first)
    second = await reported(desk, aliya, "ISRAILOV ZHANABAI")
    assert len(told_of(boris, second)) == 1


async def test_several_owners_are_told_each_in_their_language(desk: Desk, someone: Newcomer) -> None:
    owners = [await someone(f"Owner {language}", language) for language in LANGUAGES]
    for owner in owners:
        await waiting(desk, owner, "Жанабай Исраилов")
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    assert [len(told_of(owner, code)) for owner in owners] == [1, 1, 1, 1]


async def test_watches_are_limited(make_desk: MakeDesk) -> None:
    desk = await make_desk(open_watches=1)
    boris = await acquainted(desk, "Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    await boris.sends("/lost")
    await picks(boris, "passport", "KZ")
    await boris.sends("Каримов Алишер")
    assert await presses(boris, "skip", "send") == words("ru", "lost-too-many", limit=1)
    assert "Каримов Алишер" in boris.screen
    await boris.sends("/my")
    assert boris.buttons() == [f"🔔 {words('ru', 'type-passport')} · Жанабай Исраилов"]


async def test_a_watch_without_a_known_place_or_type_is_told_too(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов", type="other", country="XX", place="")
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ", place=f"@{CHECKPOINT}")
    assert len(told_of(boris, code)) == 1
    await boris.sends("/my")
    await boris.taps("Жанабай Исраилов")
    assert sees(boris, "place-unknown")
    assert not was_told(boris, "fault")


async def test_what_was_found_holds_the_printed_name_only_for_its_finder(
    desk: Desk, someone: Newcomer
) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")

    async def stored(work: Work) -> str:
        return (await documents.public_report(work, code)).name

    assert await desk.app.relay.work(stored) == "ИСРАИЛОВ ЖАҢАБАЙ"
    boris = await someone("Boris", "ru")
    await boris.opens(f"https://t.me/tabyldy_bot?start=r_{code}")
    assert "ИСРАИЛОВ" not in boris.screen
