"""Stories of `/my`: one's own reports and watches, and nobody else's."""

from datetime import timedelta

import pytest

from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import fills_found, label, offers, picks, presses, sees, words


async def test_my_lists_reports_and_watches_and_shows_each(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "en")
    code = await reported(desk, dana, "Karimov Alisher", type="id_card", country="UZ")
    await waiting(desk, dana, "Omarova Dana")
    await dana.sends("/my")
    assert dana.buttons() == ["🙌 ID card · Karimov Alisher", "🔔 Passport · Omarova Dana"]
    await dana.taps("Karimov")
    assert code in dana.screen
    assert "Karimov Alisher" in dana.screen
    assert sees(dana, "state-open")
    await dana.taps("my")
    await dana.taps("Omarova")
    assert sees(dana, "country-KZ")


async def test_an_edited_watch_keeps_the_rest(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await waiting(desk, dana, "Омарова Дана")
    await dana.sends("/my")
    await dana.taps("Омарова Дана")
    await dana.taps(label(dana, "button-edit"))
    await presses(dana, "change:country")
    await picks(dana, "RU")
    await presses(dana, "send")
    assert sees(dana, "lost-changed", name="Омарова Дана")
    await dana.sends("/my")
    await dana.taps("Омарова Дана")
    assert sees(dana, "country-RU")
    assert sees(dana, "type-passport")


async def test_an_edit_waits_until_the_open_form_is_finished(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await reported(desk, dana, "Каримов Алишер")
    await dana.sends("/found")
    await picks(dana, "passport")
    await dana.sends("/my")
    await dana.taps("Каримов Алишер")
    assert await dana.taps(label(dana, "button-edit")) == words("ru", "form-finish-first")
    await picks(dana, "KZ")
    assert any(words("ru", "found-name", public="initial") in message.text for message in dana.messages)


async def test_an_edit_that_is_cancelled_changes_nothing(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await reported(desk, dana, "Каримов Алишер")
    await dana.sends("/my")
    await dana.taps("Каримов Алишер")
    await dana.taps(label(dana, "button-edit"))
    await presses(dana, "change:country")
    await picks(dana, "TR")
    await presses(dana, "cancel")
    assert words("ru", "country-KZ") in desk.posts[0].text


@pytest.mark.parametrize("kind", ["r", "w"])
async def test_what_belongs_to_somebody_else_is_refused(desk: Desk, someone: Newcomer, kind: str) -> None:
    dana, eve = await someone("Dana", "ru"), await someone("Eve", "ru")
    if kind == "r":
        await reported(desk, dana, "Каримов Алишер")
    else:
        await waiting(desk, dana, "Каримов Алишер")
    await dana.sends("/my")
    [own] = [str(button["callback_data"]) for button in dana.messages[-1].buttons]
    item = own.removeprefix("my:")
    await eve.sends("/my")
    for data in (own, f"edit:{item}", f"withdraw:{item}", f"gone:{item}"):
        assert await eve.taps_stale(eve.messages[-1], data) == words("ru", "my-gone")
    await dana.sends("/my")
    assert offers(dana, own)


async def test_what_is_over_is_refused(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await reported(desk, dana, "Каримов Алишер")
    await dana.sends("/my")
    own = str(dana.messages[-1].buttons[0]["callback_data"])
    item = own.removeprefix("my:")
    assert await dana.taps_stale(dana.messages[-1], f"gone:{item}") == ""
    for data in (own, f"edit:{item}", f"withdraw:{item}", f"gone:{item}"):
        assert await dana.taps_stale(dana.messages[-1], data) == words("ru", "my-gone")


async def test_an_edit_of_what_was_taken_back_meanwhile_is_refused(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    code = await reported(desk, dana, "Каримов Алишер")
    await dana.sends("/my")
    await dana.sends("/my")
    item = str(dana.messages[-1].buttons[0]["callback_data"]).removeprefix("my:")
    await dana.taps("Каримов Алишер")
    await dana.taps(label(dana, "button-edit"))
    await dana.taps_stale(dana.messages[0], f"gone:{item}")
    assert await presses(dana, "send") == words("ru", "my-gone")
    assert desk.posts[0].text == words("ru", "post-closed", code=code)


async def test_reports_are_limited_by_the_day(make_desk: MakeDesk) -> None:
    desk = await make_desk(reports_per_day=1, new_for=timedelta(0))
    dana = await acquainted(desk, "Dana", "ru")
    await reported(desk, dana, "Каримов Алишер")
    await fills_found(dana, "Омарова Дина")
    assert await presses(dana, "send") == words("ru", "found-too-many", limit=1)
    assert "Омарова Дина" in dana.screen
    assert len(desk.posts) == 1
