"""Stories of the way home: by the owner's code, by a courier, by two who say so, or over a counter."""

from datetime import timedelta

import pytest

from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.beforehand import reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.machine import Machine
from tests.conversations.steps import (
    CHECKPOINT,
    TAIL,
    asks,
    having,
    label,
    picks,
    presses,
    sees,
    told_of,
    was_told,
    words,
)
from tests.conversations.talking import (
    NAME,
    Talk,
    asks_for_it,
    both_enter,
    cards,
    carries,
    connected,
    digits_of,
    exposed,
    returned,
    shown,
    two,
    types_code,
    wrong,
)

OTHER = "ОМАРОВА ДИНА"
MASKED = "Жаңабай И."


def _thanked(talk: Talk, count: int) -> list[bool]:
    return [
        was_told(person, f"thanks-{talk.side(person)}", code=talk.code, count=count)
        for person in (talk.finder, talk.owner)
    ]


def _post(desk: Desk, text_id: str, talk: Talk) -> bool:
    """Whether the one post says nothing but this."""
    return [post.text for post in desk.posts] == [words("ru", text_id, code=talk.code)]


async def _is_over(talk: Talk) -> None:
    """The conversation is gone, and nobody finds the report."""
    for person in (talk.finder, talk.owner):
        over = words(person.language, "conversation-over")
        for verb in ("talk", "code", "handed", "given", "received", "stop"):
            toast = await person.taps_stale(person.messages[-1], f"{verb}:{talk.id}")
            assert toast == over
    await talk.owner.sends("Исраилов Жаңабай")
    assert talk.code not in talk.owner.screen


async def test_the_right_code_brings_it_home_and_everything_that_told_of_it_says_so(
    desk: Desk, someone: Newcomer
) -> None:
    watcher = await someone("Watcher", "uz")
    await waiting(desk, watcher, NAME)
    talk = await two(desk)
    rival = await someone("Rival", "en")
    await rival.sends(talk.code)
    await rival.taps(f"claim:{talk.code}")
    await rival.taps(label(rival, "button-state"))
    await rival.sends("It has a blue cover")
    assert len(told_of(watcher, talk.code)) == 1
    [dispute] = cards(desk, "case-dispute", **dict.fromkeys(_DISPUTE, ""))
    digits = await digits_of(talk)
    await types_code(talk, digits)
    assert was_told(talk.finder, "handover-done", code=talk.code)
    assert _thanked(talk, 1) == [True, True]
    assert _post(desk, "post-returned", talk)
    assert desk.posts[0].buttons == []
    assert [message.text for message in watcher.messages] == [words("uz", "mention-returned", code=talk.code)]
    assert sees(rival, "claim-ended", code=talk.code, state=words("en", "state-returned"))
    assert words("ru", "decided-settled") in dispute.text
    await _is_over(talk)
    assert not talk.finder.told(digits)
    assert exposed(desk, talk.finder, talk.owner, rival, watcher) == []


_DISPUTE = ("card", "name", "first", "first_facts", "second", "second_facts", "finder")


@pytest.mark.thorough
async def test_five_wrong_codes_are_the_last_and_both_sides_can_still_say_so(desk: Desk) -> None:
    talk = await two(desk, "uz", "ru")
    digits = await digits_of(talk)
    for left in (4, 3, 2, 1):
        await types_code(talk, wrong(digits))
        assert sees(talk.finder, "handover-wrong", count=left)
    await types_code(talk, wrong(digits))
    assert sees(talk.finder, "handover-no-tries")
    await types_code(talk, digits)
    assert sees(talk.finder, "handover-no-tries")
    assert not talk.owner.told(words("ru", "thanks-owner", code=talk.code, count=1))
    await talk.finder.taps(label(talk.finder, "button-given"))
    await talk.owner.taps(label(talk.owner, "button-received"))
    assert _thanked(talk, 1) == [True, True]


@pytest.mark.thorough
@pytest.mark.parametrize("typed", ["12345", "1234567", "abcdef", "١٢٣٤٥", "🙂", "12 34 5"])
async def test_what_is_no_code_costs_no_try(desk: Desk, typed: str) -> None:
    talk = await two(desk, "uz", "ru")
    digits = await digits_of(talk)
    await types_code(talk, typed)
    assert sees(talk.finder, "form-code-unreadable")
    await talk.finder.sends(f"{digits[:3]} {digits[3:]}")
    assert _thanked(talk, 1) == [True, True]


@pytest.mark.thorough
async def test_the_code_does_nothing_in_anybody_elses_hands(desk: Desk, someone: Newcomer) -> None:
    talk = await two(desk)
    digits = await digits_of(talk)
    stranger = await someone("Stranger", "en")
    await stranger.sends("/help")
    for person in (stranger, talk.owner):
        gone = words(person.language, "conversation-gone")
        assert await person.taps_stale(person.messages[-1], f"handed:{talk.id}") == gone
        await person.sends(digits)
        await person.sends(f"{talk.code} {digits}")
    finder = talk.finder
    gone = words(finder.language, "conversation-gone")
    assert await finder.taps_stale(finder.messages[-1], f"code:{talk.id}") == gone
    await finder.sends(f"{talk.code} {digits}")  # no courier's way for who is none
    assert _thanked(talk, 1) == [False, False]
    assert not _post(desk, "post-returned", talk)


@pytest.mark.thorough
async def test_a_courier_at_the_owners_door_types_both_codes(desk: Desk, someone: Newcomer) -> None:
    talk = await two(desk)
    courier = await someone("Karim", "ru")
    await carries(desk, courier)
    digits = await digits_of(talk)
    await courier.sends(f"{talk.code} {wrong(digits)}")
    assert sees(courier, "handover-wrong", count=4)
    await courier.sends("22222 123456")
    assert sees(courier, "conversation-over")
    await courier.sends(f"{talk.code.lower()}  {digits}")
    assert sees(courier, "handover-done", code=talk.code)
    assert _thanked(talk, 1) == [True, True]
    assert _post(desk, "post-returned", talk)
    await courier.sends(f"{talk.code} {digits}")
    assert sees(courier, "conversation-over")


@pytest.mark.thorough
@pytest.mark.parametrize("first", ["finder", pytest.param("owner", marks=pytest.mark.thorough)])
async def test_both_say_so_without_a_code(desk: Desk, first: str) -> None:
    talk = await two(desk)
    verbs = {"finder": "given", "owner": "received"}
    sayer = talk.finder if first == "finder" else talk.owner
    other = talk.other(sayer)
    await sayer.taps_stale(sayer.messages[-1], f"{verbs[first]}:{talk.id}")
    assert was_told(sayer, "handover-waits", code=talk.code)
    assert sees(other, f"confirm-{talk.side(other)}", code=talk.code)
    asked = len(other.messages)
    await sayer.taps_stale(sayer.messages[-1], f"{verbs[first]}:{talk.id}")  # said twice is said once
    assert len(other.messages) == asked
    assert _thanked(talk, 1) == [False, False]
    assert not _post(desk, "post-returned", talk)
    await other.taps(label(other, f"button-{verbs[talk.side(other)]}"))
    assert _thanked(talk, 1) == [True, True]
    await _is_over(talk)


@pytest.mark.thorough
async def test_who_does_not_have_it_can_call_a_volunteer_instead(desk: Desk) -> None:
    talk = await two(desk)
    await talk.finder.taps_stale(talk.finder.messages[-1], f"given:{talk.id}")
    await talk.owner.taps(label(talk.owner, "button-complain"))
    await talk.owner.taps(label(talk.owner, "button-complain-sure"))
    values = {"who": words("ru", "side-owner"), "code": talk.code, "line": "", "lines": ""}
    assert len(cards(desk, "case-complaint", **values)) == 1
    assert _thanked(talk, 1) == [False, False]


@pytest.mark.thorough
async def test_the_count_grows_only_by_what_came_home(desk: Desk, someone: Newcomer) -> None:
    aliya, boris, dina = (
        await someone("Aliya", "kk"),
        await someone("Boris", "ru"),
        await someone("Dina", "uz"),
    )
    first = await connected(desk, aliya, boris)
    await returned(first)
    assert _thanked(first, 1) == [True, True]
    taken_back, handed_in = await reported(desk, aliya, OTHER), await reported(desk, aliya, "КАРИМОВ АЛИ")
    await aliya.sends("/my")
    await aliya.taps(OTHER)
    for button in ("button-withdraw-r", "button-withdraw-r-sure"):
        await aliya.taps(label(aliya, button))
    await _hands_in(aliya, "КАРИМОВ АЛИ")
    second = await connected(desk, aliya, dina, "ЖУСУПОВ НУРЛАН")
    await returned(second)
    assert _thanked(second, 2) == [True, True]
    assert taken_back != handed_in


async def _hands_in(finder: Person, name: str) -> None:
    """From /my: handed to the police at the border post."""
    await finder.sends("/my")
    await finder.taps(name)
    await finder.taps(label(finder, "button-hand-in"))
    await picks(finder, "police", CHECKPOINT)
    await presses(finder, "send")


@pytest.mark.thorough
async def test_handed_in_the_report_says_where_and_asks_no_secret(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await _hands_in(aliya, NAME)
    assert words("kk", "handed-in-done", card="").strip() in aliya.screen
    where = words("ru", "whereabouts-police")
    place = desk.app.relay.gazetteer.get(CHECKPOINT)
    assert place is not None
    assert f"{where}: {place.label('ru')}" in desk.posts[0].text
    await boris.sends("Исраилов Жаңабай")
    assert code in boris.screen
    await boris.taps(f"claim:{code}")
    assert words("ru", "claim-pick-up", card="").strip() in boris.screen
    assert where in boris.screen
    assert not asks(boris, "claim-number_tail")


@pytest.mark.thorough
async def test_handed_in_from_the_conversation_the_owner_is_told_where(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    await talk.finder.taps(label(talk.finder, "button-hand-in"))
    await picks(talk.finder, "consulate")
    await talk.finder.sends("Нұр-Сұлтан көшесі")
    await presses(talk.finder, "send")
    assert words("ru", "handed-in-owner", card="").strip() in talk.owner.screen
    assert "Нұр-Сұлтан көшесі" in talk.owner.screen
    assert words("ru", "whereabouts-consulate") in desk.posts[0].text
    assert words("ru", "post-claimed", card="").strip() not in desk.posts[0].text
    await talk.owner.sends("еще здесь?")
    assert shown(talk.finder, "еще здесь?") == []
    await talk.owner.sends("Исраилов Жаңабай")
    assert talk.code in talk.owner.screen
    assert _thanked(talk, 1) == [False, False]


@pytest.mark.thorough
async def test_a_notice_that_cannot_be_edited_any_more_is_deleted(desk: Desk, someone: Newcomer) -> None:
    watcher = await someone("Watcher", "uz")
    await waiting(desk, watcher, NAME)
    talk = await two(desk)
    [notice] = told_of(watcher, talk.code)
    notice.keyboard = {}  # what was sent with a keyboard no bot may edit
    await returned(talk)
    assert shown(watcher, talk.code) == []


@pytest.mark.thorough
@pytest.mark.parametrize("how", ["fixed", "gone", "old"])
async def test_a_post_that_cannot_be_edited_is_deleted_or_moderators_are_told(desk: Desk, how: str) -> None:
    talk = await two(desk)
    [post] = desk.posts
    if how == "gone":
        desk.world.remove(post)
    else:
        post.keyboard = {}
    if how == "old":
        desk.world.clock.wind(timedelta(days=3))
    await returned(talk)
    await desk.tick()
    assert [post.id for post in desk.posts] == ([post.id] if how == "old" else [])
    told = having(lambda message: talk.code in message.text, desk.to_moderators)
    assert told == (1 if how == "old" else 0)
    await desk.tick()
    assert having(lambda message: talk.code in message.text, desk.to_moderators) == told


@pytest.mark.thorough
async def test_what_a_watcher_was_never_told_says_nothing_when_they_return(
    desk: Desk, someone: Newcomer
) -> None:
    watcher = await someone("Watcher", "uz")
    await waiting(desk, watcher, NAME)
    watcher.blocks()
    await desk.settle()
    talk = await two(desk)
    await returned(talk)
    watcher.unblocks()
    await desk.settle()
    assert not watcher.told(MASKED)
    assert {message.text for message in watcher.messages} <= {words("uz", "mention-returned", code=talk.code)}


@pytest.mark.thorough
async def test_a_code_typed_while_the_bot_dies_counts_once(machine: Machine) -> None:
    talk = await two(machine)
    digits = await digits_of(talk)
    await talk.finder.taps(f"handed:{talk.id}")
    machine.world.clock.wind(timedelta(seconds=1))
    await machine.restart()
    machine.world.send_text(talk.finder.id, talk.finder.id, digits)
    await machine.dies_while_answering("sendMessage")
    machine.world.clock.wind(timedelta(seconds=1))
    await machine.settle()
    await machine.settle()
    for person in (talk.finder, talk.owner):
        thanks = words(person.language, f"thanks-{talk.side(person)}", code=talk.code, count=1)
        assert len(shown(person, thanks)) == 1
    assert _post(machine, "post-returned", talk)


@pytest.mark.thorough
async def test_a_handover_form_of_a_talk_that_ended_meanwhile_does_nothing(desk: Desk) -> None:
    talk = await two(desk)
    digits = await digits_of(talk)
    await talk.finder.taps(f"handed:{talk.id}")
    await asks_for_it(talk.owner, "stop", talk.id)
    await talk.finder.sends(digits)
    assert _thanked(talk, 1) == [False, False]
    assert was_told(talk.finder, "conversation-over")
    assert TAIL not in talk.finder.screen
