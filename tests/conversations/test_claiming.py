"""Stories of "this is mine": facts that prove it, how often they may be guessed, what cannot be claimed."""

from datetime import timedelta

import pytest

from domain.documents import ReportState
from relay import privacy
from relay.people import meet
from relay.work import Work
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.claiming import (
    WRONG_TAIL,
    WRONG_YEAR,
    asks_volunteer,
    ends,
    fails,
    is_connected,
    may_ask_volunteer,
    may_try_again,
    says_mine,
    state_of,
    tries,
)
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    TAIL,
    YEAR,
    asks,
    data_of,
    label,
    offers,
    picks,
    presses,
    sees,
    told_of,
    words,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
A_DAY = timedelta(hours=24)


async def test_twice_wrong_and_once_right_opens_the_conversation(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    code = await reported(desk, aliya, NAME)
    await boris.sends("Isroilov Janaboy")
    await boris.taps(f"claim:{code}")
    assert asks(boris, "claim-number_tail")
    for left in (2, 1):
        await boris.sends(WRONG_TAIL)
        assert asks(boris, "claim-birth_year")
        await boris.sends(YEAR)
        assert sees(boris, "claim-wrong", count=left)
        await boris.taps(label(boris, "button-try-again"))
    await boris.sends(f"№ 55{TAIL}")
    await boris.sends(YEAR)
    card = desk.posts[0].text.partition("\n\n")[2]
    head, _, rest = words("uz", "conversation-opened-owner", card="#", code=code).partition("#")
    assert boris.screen.startswith(head)
    assert boris.screen.endswith(rest)
    assert is_connected(boris)
    opened = words("kk", "conversation-opened-finder", card="#", code=code).partition("#")[0]
    assert aliya.screen.startswith(opened)
    assert is_connected(aliya)
    [post] = desk.posts
    assert post.text == words("ru", "post-claimed", card="#").replace("#", card)
    assert await state_of(desk, code) is ReportState.CLAIMED
    await says_mine(boris, code)
    assert boris.screen.startswith(words("uz", "conversation-card-owner", card="").strip())
    assert desk.to_moderators == []


async def test_no_answer_tells_which_fact_was_wrong(desk: Desk, someone: Newcomer) -> None:
    code = await reported(
        desk, await someone("Aliya", "kk"), "Karimov Alisher", country="UZ", issue_place="Чиназ"
    )
    answers = [(WRONG_TAIL, YEAR, "Chinoz"), (TAIL, WRONG_YEAR, "Chinoz"), (TAIL, YEAR, "Andijon")]
    seen = set()
    for number, facts in enumerate(answers):
        eve = await someone(f"Eve{number}", "ru")
        await tries(eve, code, *facts)
        newest = eve.messages[-1]
        seen.add((newest.text, str(newest.buttons), len(eve.messages)))
    assert len(seen) == 1
    dina = await someone("Dina", "uz")
    await tries(dina, code, TAIL, YEAR, "Chinoz tuman IIB")
    assert is_connected(dina)


async def test_after_three_wrong_answers_only_a_volunteer_is_left(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await fails(boris, code, times=3)
    assert sees(boris, "claim-wrong-last")
    assert not may_try_again(boris, code)
    assert may_ask_volunteer(boris)
    await says_mine(boris, code)
    assert sees(boris, "claim-needs-volunteer", code=code)
    await waiting(desk, boris, NAME, number_tail=TAIL, birth_year=YEAR)
    await says_mine(boris, code)
    assert sees(boris, "claim-needs-volunteer", code=code)
    for button in ("/delete", label(boris, "button-delete-sure"), "/start", "language:ru", "agree"):
        await (boris.sends(button) if button.startswith("/") else boris.taps(button))
    await says_mine(boris, code)
    assert sees(boris, "claim-needs-volunteer", code=code)
    assert await state_of(desk, code) is ReportState.OPEN
    desk.world.clock.wind(A_DAY)
    await tries(boris, code)
    assert is_connected(boris)


@pytest.mark.thorough
async def test_tries_are_counted_over_all_reports_of_one_person(make_desk: MakeDesk) -> None:
    desk = await make_desk(tries_per_person=4, new_for=timedelta(0))
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    codes = [await reported(desk, aliya, name) for name in (NAME, "ОМАРОВА ДИНА")]
    await fails(boris, codes[0], times=2)
    await fails(boris, codes[1])
    assert sees(boris, "claim-wrong", count=1)
    await fails(boris, codes[1])
    assert sees(boris, "claim-wrong-last")
    await says_mine(boris, codes[0])
    assert sees(boris, "claim-needs-volunteer", code=codes[0])


@pytest.mark.thorough
async def test_tries_are_counted_over_all_people_at_one_report(make_desk: MakeDesk) -> None:
    desk = await make_desk(tries_at_report=4)
    aliya = await acquainted(desk, "Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    crowd = [await acquainted(desk, f"Eve{number}", "uz") for number in range(3)]
    for eve, left in zip(crowd, (2, 1), strict=False):
        await fails(eve, code, times=2)
        assert sees(eve, "claim-wrong", count=1) == (left == 2)
    assert sees(crowd[1], "claim-wrong-last")
    await says_mine(crowd[2], code)
    assert sees(crowd[2], "claim-needs-volunteer", code=code)
    desk.world.clock.wind(A_DAY)
    await tries(crowd[2], code)
    assert is_connected(crowd[2])


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("AB 12O0", "ав 1200"),
        pytest.param("№ 0I2c", "о12С", marks=pytest.mark.thorough),
        pytest.param("КУ-45 07", "ky 45o7", marks=pytest.mark.thorough),
        pytest.param("12345٤4", "454 4", marks=pytest.mark.thorough),
    ],
)
async def test_a_number_is_right_in_any_script_and_case(
    desk: Desk, someone: Newcomer, printed: str, typed: str
) -> None:
    boris = await someone("Boris", "ru")
    code = await reported(desk, await someone("Aliya", "kk"), NAME, number_tail=printed, birth_year="")
    await tries(boris, code, typed)
    assert is_connected(boris)


@pytest.mark.thorough
async def test_ones_own_find_cannot_be_claimed(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    await aliya.sends(code)
    assert not offers(aliya, f"claim:{code}")
    assert await says_mine(aliya, code) == words("kk", "claim-own")
    await aliya.sends("/my")
    report = data_of(aliya.messages[-1], "my:r:").removeprefix("my:r:")
    assert await aliya.taps_stale(aliya.messages[-1], f"state:{report}") == words("kk", "document-gone")
    boris = await someone("Boris", "uz")
    await boris.sends(code)
    assert await boris.taps_stale(boris.messages[-1], f"state:{report}") == words("uz", "document-gone")
    assert desk.to_moderators == []


@pytest.mark.thorough
@pytest.mark.parametrize(
    "states",
    [
        (ReportState.EXPIRED, ReportState.HIDDEN),
        pytest.param(
            (ReportState.RETURNED, ReportState.WITHDRAWN, ReportState.REJECTED), marks=pytest.mark.thorough
        ),
    ],
)
async def test_what_has_ended_can_neither_be_claimed_nor_answered(
    desk: Desk, someone: Newcomer, states: tuple[ReportState, ...]
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    for state in states:
        code = await reported(desk, aliya, NAME)
        await says_mine(boris, code)
        way_out = data_of(boris.messages[-1], "state:")
        await boris.sends(TAIL)
        await ends(desk, code, state)
        assert await boris.taps_stale(boris.messages[-1], way_out) == words("ru", "document-gone"), state
        await boris.sends(YEAR)
        assert sees(boris, "document-gone"), state
        assert await says_mine(boris, code) == words("ru", "document-gone"), state
        await boris.sends("Омарова Дина")  # nobody stays in a form that nothing can come of
        assert sees(boris, "search-nothing", name="Омарова Дина"), state
    assert desk.to_moderators == []


@pytest.mark.thorough
async def test_what_lies_with_the_police_is_fetched_without_questions(desk: Desk, someone: Newcomer) -> None:
    aliya, boris, dina = [await someone(name, "ru") for name in ("Aliya", "Boris", "Dina")]
    code = await reported(desk, aliya, NAME, whereabouts="police", handed_place="Chinoz IIB")
    await says_mine(boris, code)
    assert words("ru", "claim-pick-up", card="").strip() in boris.screen
    assert "Chinoz IIB" in boris.screen
    await says_mine(aliya, code)
    later = await reported(desk, aliya, "ОМАРОВА ДИНА", number_tail="")
    await tries(dina, later, WRONG_YEAR)
    await asks_volunteer(dina, "Это мой паспорт")
    await aliya.sends("/my")
    await aliya.taps("ОМАРОВА ДИНА")
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:whereabouts")
    await picks(aliya, "consulate")
    await aliya.sends("на улице Абая")
    await presses(aliya, "as_written" if offers(aliya, "a:as_written") else "send")
    assert "на улице Абая" in dina.screen
    assert words("ru", "decided-settled") in desk.to_moderators[0].text


@pytest.mark.thorough
async def test_facts_given_with_a_watch_answer_the_claim(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов", number_tail=f"N{TAIL}", birth_year=YEAR)
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    await boris.taps(f"claim:{code}", message=told_of(boris, code)[0])
    assert is_connected(boris)


@pytest.mark.thorough
async def test_a_watch_with_one_fact_leaves_the_other_to_be_asked(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов", number_tail=TAIL)
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    await boris.taps(label(boris, "button-mine"))
    assert asks(boris, "claim-birth_year")
    await boris.sends(YEAR)
    assert is_connected(boris)
    assert await state_of(desk, code) is ReportState.CLAIMED


@pytest.mark.thorough
async def test_a_wrong_fact_in_a_watch_can_be_put_right(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов", number_tail=WRONG_TAIL, birth_year=YEAR)
    await reported(desk, await someone("Aliya", "kk"), NAME)
    await boris.taps(label(boris, "button-mine"))
    assert sees(boris, "claim-wrong", count=1)
    await boris.taps(label(boris, "button-try-again"))
    assert asks(boris, "claim-number_tail")
    await boris.sends(TAIL)
    await boris.sends(YEAR)
    assert is_connected(boris)


@pytest.mark.thorough
async def test_the_true_owner_stands_before_namesakes_and_each_comparison_is_a_try(
    make_desk: MakeDesk,
) -> None:
    desk = await make_desk(tries_per_person=2)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "uz")
    others = await reported(desk, aliya, NAME, number_tail=WRONG_TAIL)
    his = await reported(desk, aliya, NAME)
    await boris.sends("/lost")
    await picks(boris, "passport", "KZ")
    await boris.sends("Isroilov Janaboy")
    await presses(boris, "skip", "change:number_tail")
    await boris.sends(TAIL)
    await presses(boris, "change:birth_year")
    await boris.sends(YEAR)
    await presses(boris, "send")
    every = [str(button["callback_data"]) for button in boris.messages[-1].buttons]
    shown = [data for data in every if data.startswith("claim:")]
    assert shown == [f"claim:{his}", f"claim:{others}"]
    await says_mine(boris, others)
    assert sees(boris, "claim-needs-volunteer", code=others)


@pytest.mark.thorough
async def test_of_two_who_wait_the_surer_one_is_told_first(desk: Desk, someone: Newcomer) -> None:
    boris, dina = await someone("Boris", "ru"), await someone("Dina", "ru")
    await waiting(desk, boris, NAME, number_tail=WRONG_TAIL, birth_year=YEAR)
    await waiting(desk, dina, NAME, number_tail=TAIL, birth_year=YEAR)
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    told = [int(call.params["chat_id"]) for call in desk.world.calls if code in str(call.params)]
    assert [chat for chat in told if chat in {boris.id, dina.id}] == [dina.id, boris.id]


@pytest.mark.thorough
async def test_from_a_post_a_newcomer_agrees_before_the_first_question(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    boris = desk.person("Boris", "ru")
    await boris.opens(f"https://t.me/tabyldy_bot?start=r_{code}")
    await boris.taps("language:ru")
    await boris.taps(f"claim:{code}")
    assert sees(boris, "consent", public="initial")
    await boris.taps("agree")
    assert asks(boris, "claim-number_tail")
    dina = desk.person("Dina", "ru")
    await dina.opens(f"https://t.me/tabyldy_bot?start=r_{code}")
    await dina.taps("language:ru")
    await dina.taps(f"claim:{code}")
    await ends(desk, code, ReportState.RETURNED)
    await dina.taps("agree")
    assert sees(dina, "document-gone")


@pytest.mark.thorough
async def test_not_mine_after_a_search_offers_to_wait(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    boris = await someone("Boris", "ru")
    await boris.sends("Жанабай Исраилов")
    await boris.taps_stale(boris.messages[-1], f"decline:{code}")
    assert sees(boris, "claim-declined", code=code)
    assert offers(boris, "watch")


@pytest.mark.thorough
async def test_a_finder_who_erased_themselves_leaves_nothing_to_claim(desk: Desk, someone: Newcomer) -> None:
    aliya, boris, dina = [await someone(name, "ru") for name in ("Aliya", "Boris", "Dina")]
    open_one, asked = await reported(desk, aliya, NAME), await reported(desk, aliya, "ОМАРОВА ДИНА")
    await says_mine(dina, asked)
    await asks_volunteer(dina, "Это мой паспорт")
    await says_mine(boris, open_one)

    async def erase(work: Work) -> None:
        await privacy.erase(work, await meet(work, aliya.id, None))

    await desk.app.relay.work(erase)
    await desk.settle()
    assert sees(dina, "claim-ended", code=asked, state=words("ru", "state-withdrawn"))
    await boris.sends(TAIL)
    await boris.sends(YEAR)
    assert sees(boris, "document-gone")
    assert words("ru", "decided-settled") in desk.to_moderators[0].text


@pytest.mark.thorough
async def test_the_facts_hold_after_an_edit_and_a_new_one_replaces_the_old(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME, birth_year="1961")
    await aliya.sends("/my")
    await aliya.taps(NAME)
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:birth_year")
    await aliya.sends(YEAR)
    await presses(aliya, "send")
    await tries(boris, code, TAIL, "1961")
    assert sees(boris, "claim-wrong", count=2)
    await tries(boris, code)
    assert is_connected(boris)


@pytest.mark.thorough
async def test_a_claim_waits_for_a_half_filled_form(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    boris = await someone("Boris", "ru")
    await boris.sends("/found")
    await picks(boris, "passport")
    assert await says_mine(boris, code) == words("ru", "form-finish-first")
    await picks(boris, "KZ")
    assert asks(boris, "found-name")
