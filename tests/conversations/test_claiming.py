"""Stories of "this is mine": the owner says it twice, a volunteer is called."""

from datetime import timedelta

from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import TAIL, YEAR, label, offers, sees, words

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"


async def test_mine_said_twice_calls_a_volunteer_with_both_sides(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    code = await reported(desk, aliya, NAME)
    await boris.sends("Isroilov Janaboy")
    await boris.taps(f"claim:{code}")
    assert code in boris.screen
    assert desk.to_moderators == []
    await boris.taps(f"claimed:{code}")
    assert sees(boris, "claim-told", code=code)
    [request] = desk.to_moderators
    assert NAME in request.text
    assert {words("ru", "proof-number_tail"), words("ru", "proof-birth_year")} <= set(
        request.text.replace(",", "\n").replace(": ", "\n").replace("\n ", "\n").split("\n")
    )
    assert TAIL not in request.text
    assert YEAR not in request.text
    links = [entity["user"]["id"] for entity in request.entities if entity["type"] == "text_mention"]
    assert links == [boris.id, aliya.id]


async def test_the_notice_leads_to_the_claim_too(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reported(desk, aliya, NAME)
    await boris.taps(label(boris, "button-mine"))
    await boris.taps(label(boris, "button-mine-sure"))
    assert sees(boris, "claim-told", code=code)


async def test_not_mine_after_a_search_offers_to_wait(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await boris.sends("Жанабай Исраилов")
    await boris.taps(f"claim:{code}")
    await boris.taps(f"decline:{code}")
    assert sees(boris, "claim-declined", code=code)
    assert offers(boris, "watch")


async def test_from_a_post_a_newcomer_agrees_before_a_volunteer_is_called(
    desk: Desk, someone: Newcomer
) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    boris = desk.person("Boris", "ru")
    await boris.opens(f"https://t.me/tabyldy_bot?start=r_{code}")
    await boris.taps("language:ru")
    await boris.taps(f"claim:{code}")
    await boris.taps(f"claimed:{code}")
    assert sees(boris, "consent", public="initial")
    assert desk.to_moderators == []
    await boris.taps("agree")
    await boris.taps(f"claim:{code}")
    await boris.taps(f"claimed:{code}")
    assert len(desk.to_moderators) == 1


async def test_ones_own_find_and_a_second_claim_are_refused(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await aliya.sends(code)
    assert not offers(aliya, f"claim:{code}")
    assert await aliya.taps_stale(aliya.messages[-1], f"claimed:{code}") == words("kk", "claim-own")
    for said in (None, words("ru", "claim-again")):
        await boris.sends(code)
        await boris.taps(f"claim:{code}")
        assert (await boris.taps(f"claimed:{code}") or None) == said
    assert len(desk.to_moderators) == 1


async def test_claims_are_limited_within_a_day(make_desk: MakeDesk) -> None:
    desk = await make_desk(claims_per_day=1)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    codes = [await reported(desk, aliya, name) for name in (NAME, "ОМАРОВА ДИНА")]
    toasts = []
    for wait, code in ((0, codes[0]), (0, codes[1]), (25, codes[1])):
        desk.world.clock.wind(timedelta(hours=wait))
        await boris.sends(code)
        await boris.taps(f"claim:{code}")
        toasts.append(await boris.taps(f"claimed:{code}"))
    assert toasts == ["", words("ru", "claim-too-many", limit=1), ""]


async def test_a_report_that_was_taken_back_meanwhile_cannot_be_claimed(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await boris.sends("Жанабай Исраилов")
    await aliya.sends("/my")
    for button in (NAME, label(aliya, "button-withdraw-r"), label(aliya, "button-withdraw-r-sure")):
        await aliya.taps(button)
    assert await boris.taps(f"claim:{code}") == words("ru", "document-gone")
    message = boris.messages[-1]
    for data in (f"claimed:{code}", f"decline:{code}"):
        assert await boris.taps_stale(message, data) == words("ru", "document-gone")
    assert desk.to_moderators == []
