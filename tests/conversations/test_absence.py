"""Stories of conversations that rest or end: silence, a blocked bot, a deleted account, stop, money."""

from datetime import timedelta

import pytest

from sandbox.messages import Message
from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.conftest import Newcomer
from tests.conversations.machine import Machine
from tests.conversations.steps import having, label, sees, was_told, words
from tests.conversations.talking import (
    NAME,
    Talk,
    asks_for_it,
    both_enter,
    cards,
    decides,
    enters,
    exposed,
    heard,
    shown,
    two,
)

FORTNIGHT = timedelta(days=14, seconds=1)


def _times(talk: Talk, person: Person, text_id: str) -> int:
    """How often a person was told this about the conversation."""
    text = words(person.language, text_id, code=talk.code)
    return having(lambda message: message.text == text, person.messages)


@pytest.mark.thorough
async def test_after_fourteen_silent_days_it_ends_and_the_report_is_open_again(
    desk: Desk, someone: Newcomer
) -> None:
    talk = await two(desk)
    await enters(talk.owner, talk)
    desk.world.clock.wind(timedelta(days=13))
    await desk.tick()
    await talk.owner.taps(f"talk:{talk.id}")
    await talk.owner.sends("Вы ещё здесь?")  # from here it counts anew
    desk.world.clock.wind(timedelta(days=13))
    await desk.tick()
    assert _times(talk, talk.owner, "conversation-silent") == 0
    desk.world.clock.wind(timedelta(days=1, minutes=1))
    await desk.tick()
    await desk.tick()
    assert [_times(talk, one, "conversation-silent") for one in (talk.finder, talk.owner)] == [1, 1]
    assert words("ru", "post-found", card="").strip() in desk.posts[0].text
    toast = await talk.owner.taps_stale(talk.owner.messages[-1], f"talk:{talk.id}")
    assert toast == words("ru", "conversation-over")
    zarina = await someone("Zarina", "uz")
    await zarina.sends(talk.code)
    await zarina.taps(f"claim:{talk.code}")
    assert not sees(zarina, "document-gone")


async def test_a_blocked_bot_is_told_once_and_what_was_written_waits_in_order(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    await talk.owner.sends("алғашқы")
    talk.finder.blocks()
    await desk.settle()
    await desk.tick()
    assert _times(talk, talk.owner, "conversation-absent") == 1
    await talk.owner.sends("бірінші")
    await talk.owner.edits(talk.owner.said[-1], "бірінші, түзетілген")
    await talk.owner.sends_photo(caption="екінші")
    await talk.owner.edits(talk.owner.said[0], "алғашқы, түзетілген")
    await desk.tick()
    assert _times(talk, talk.owner, "conversation-absent") == 1
    told = len(talk.finder.messages)
    talk.finder.unblocks()
    await desk.settle()
    came = [message.text.split("\n\n")[-1] for message in talk.finder.messages[told:]]
    assert came == ["бірінші, түзетілген", "екінші"]
    assert heard(talk, talk.finder, "алғашқы, түзетілген")
    await talk.finder.replies(talk.finder.messages[-1], "мен осындамын")
    assert heard(talk, talk.owner, "мен осындамын")
    talk.finder.blocks()
    await desk.settle()
    await desk.tick()
    assert _times(talk, talk.owner, "conversation-absent") == 2  # gone again: told again


@pytest.mark.thorough
async def test_whose_other_side_is_gone_may_ask_a_volunteer_once(desk: Desk) -> None:
    talk = await two(desk)
    talk.finder.blocks()
    await desk.settle()
    asked = talk.owner.messages[-1]
    await talk.owner.taps(label(talk.owner, "button-ask-volunteer"))
    assert sees(talk.owner, "complain-done")
    who = words("ru", "side-owner")
    assert len(cards(desk, "case-absence", who=who, code=talk.code, lines="")) == 1
    assert await talk.owner.taps_stale(asked, f"absent:{talk.id}") == words("ru", "complaint-again")
    assert len(cards(desk, "case-absence", who=who, code=talk.code, lines="")) == 1


@pytest.mark.thorough
async def test_a_deleted_account_is_noticed_by_the_first_message_that_cannot_arrive(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    talk.finder.deletes_account()
    await talk.owner.sends("Вы здесь?")
    await desk.tick()
    await talk.owner.sends("Алло")
    await desk.tick()
    assert _times(talk, talk.owner, "conversation-absent") == 1
    await talk.owner.taps(label(talk.owner, "button-ask-volunteer"))
    await decides(desk, desk.moderator("Timur"), "end")
    assert _times(talk, talk.owner, "conversation-ended-by-moderator") == 1


@pytest.mark.thorough
async def test_an_owner_who_stops_may_claim_again(desk: Desk) -> None:
    talk = await two(desk)
    await asks_for_it(talk.owner, "stop", talk.id)
    assert sees(talk.owner, "stop-done")
    assert _times(talk, talk.finder, "conversation-stopped") == 1
    await talk.owner.sends(talk.code)
    await talk.owner.taps(f"claim:{talk.code}")
    assert sees(talk.owner, "claim-number_tail")


@pytest.mark.thorough
async def test_a_finder_who_stops_is_left_alone_until_a_volunteer_connects_them(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    await asks_for_it(talk.finder, "stop", talk.id)
    assert _times(talk, talk.owner, "conversation-stopped") == 1
    stopped = talk.owner.messages[-1]
    await talk.owner.sends("Жанабай Исраилов")  # means the bot now
    assert shown(talk.finder, "Исраилов") == []
    claim = await talk.owner.taps_stale(talk.owner.messages[-1], f"claim:{talk.code}")
    assert claim == words("ru", "claim-stopped")
    await talk.owner.taps(label(talk.owner, "button-ask-volunteer"), message=stopped)
    await decides(desk, desk.moderator("Timur"), "resume")
    for person, side in ((talk.finder, "finder"), (talk.owner, "owner")):
        resumed = words(person.language, f"conversation-resumed-{side}", card="").strip()
        assert resumed in person.screen
    await enters(talk.owner, talk)
    await talk.owner.sends("спасибо, что согласились")
    assert heard(talk, talk.finder, "спасибо, что согласились")


@pytest.mark.thorough
async def test_ending_is_asked_about_once_and_can_be_thought_over(desk: Desk) -> None:
    talk = await two(desk)
    await talk.owner.taps(f"stop:{talk.id}")
    assert sees(talk.owner, "stop-ask", code=talk.code)
    await talk.owner.taps(label(talk.owner, "button-back"))
    await talk.owner.taps(label(talk.owner, "button-write"))
    await talk.owner.sends("продолжаем")
    assert heard(talk, talk.finder, "продолжаем")


@pytest.mark.thorough
@pytest.mark.parametrize("by", ["owner", pytest.param("finder", marks=pytest.mark.thorough)])
@pytest.mark.parametrize("where", ["line", pytest.param("card", marks=pytest.mark.thorough)])
async def test_asked_for_money_nothing_passes_until_moderators_have_looked(
    desk: Desk, by: str, where: str
) -> None:
    talk = await two(desk, "uz", "ru")
    victim = talk.finder if by == "finder" else talk.owner
    other = talk.other(victim)
    await both_enter(talk)
    await other.sends("сначала 500 000 сум")
    line = heard(talk, victim, "сначала 500 000 сум")[0]
    if where == "line":
        await victim.taps(label(victim, "button-money"), message=line)
        await victim.taps(label(victim, "button-money-sure"))
    else:
        await asks_for_it(victim, "money", talk.id)
    assert was_told(victim, "money-done")
    assert [_times(talk, one, "conversation-frozen-notice") for one in (victim, other)] == [1, 1]
    values = {"who": words("ru", f"side-{by}"), "code": talk.code, "line": "", "lines": ""}
    [card] = cards(desk, "case-money", **values)
    assert card.text.count("сначала 500 000 сум") == (2 if where == "line" else 1)
    await _nothing_passes(talk, line, victim)
    await decides(desk, desk.moderator("Timur"), "resume")
    await both_enter(talk)
    await other.sends("простите")
    assert heard(talk, victim, "простите")
    assert exposed(desk, talk.finder, talk.owner) == []


async def _nothing_passes(talk: Talk, line: Message, victim: Person) -> None:
    """Neither words nor contacts nor a handover go through while the conversation rests."""
    owner, finder = talk.owner, talk.finder
    before = (len(shown(owner, "hush")), len(shown(finder, "hush")))
    await owner.sends("hush")
    await finder.sends("hush")
    await victim.replies(line, "hush")
    assert words(victim.language, "conversation-frozen") in victim.screen
    for person in (owner, finder):
        said = person.said[0] if person.said else None
        if said is not None and said.text.startswith("сначала"):
            await person.edits(said, "hush hush")
        refused = words(person.language, "conversation-frozen")
        for data in (f"talk:{talk.id}", f"sure.share:{talk.id}", f"received:{talk.id}"):
            assert await person.taps_stale(person.messages[-1], data) == refused
    assert await owner.taps_stale(owner.messages[-1], f"code:{talk.id}") == words("ru", "conversation-frozen")
    toast = await finder.taps_stale(finder.messages[-1], f"handed:{talk.id}")
    assert toast == words(finder.language, "conversation-frozen")
    assert before == (len(shown(owner, "hush")), len(shown(finder, "hush")))


@pytest.mark.thorough
async def test_who_is_complained_of_cannot_settle_it_by_stopping(desk: Desk) -> None:
    talk = await two(desk)
    await asks_for_it(talk.owner, "money", talk.id)
    await asks_for_it(talk.finder, "stop", talk.id)
    assert _times(talk, talk.owner, "conversation-stopped") == 1
    await decides(desk, desk.moderator("Timur"), "end")  # the case still waits for its decision
    assert words("ru", "decided-end") in desk.to_moderators[-1].text


@pytest.mark.thorough
async def test_who_is_complained_of_cannot_settle_it_by_taking_the_report_back(desk: Desk) -> None:
    talk = await two(desk)
    await asks_for_it(talk.owner, "money", talk.id)
    await talk.finder.sends("/my")
    for button in (
        NAME,
        label(talk.finder, "button-withdraw-r"),
        label(talk.finder, "button-withdraw-r-sure"),
    ):
        await talk.finder.taps(button)
    await decides(desk, desk.moderator("Timur"), "end")
    assert words("ru", "decided-end") in desk.to_moderators[-1].text


@pytest.mark.thorough
async def test_a_report_calls_moderators_once_and_stops_nothing(desk: Desk) -> None:
    talk = await two(desk, "uz", "ru")
    await both_enter(talk)
    await talk.owner.sends("қўпол сўз")
    [line] = heard(talk, talk.finder, "қўпол сўз")
    await talk.finder.taps(label(talk.finder, "button-complain"), message=line)
    ask = talk.finder.messages[-1]
    await talk.finder.taps(label(talk.finder, "button-complain-sure"))
    assert sees(talk.finder, "complain-done")
    again = await talk.finder.taps_stale(ask, f"sure.complain:{talk.id}")
    assert again == words("uz", "complaint-again")
    assert len(desk.to_moderators) == 1
    await talk.owner.sends("кечиринг")
    assert heard(talk, talk.finder, "кечиринг")


@pytest.mark.thorough
async def test_every_line_and_the_card_carry_answer_money_report_and_stop(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    await talk.finder.sends("сәлем")
    await talk.finder.sends_photo()
    await talk.finder.sends_location(41.0, 69.0)
    verbs = ("button-money", "button-complain", "button-stop")
    for message in (*talk.owner.messages[-4:-2], talk.owner.messages[-1]):
        labels = [button["text"] for button in message.buttons]
        assert labels == [words("ru", one) for one in ("button-answer", *verbs)]
    await talk.owner.sends("/my")
    await talk.owner.taps(f"talks:{talk.id}")
    assert {words("ru", one) for one in verbs} <= set(talk.owner.buttons())


@pytest.mark.thorough
async def test_silence_told_and_a_block_noticed_survive_a_restart(machine: Machine) -> None:
    talk = await two(machine)
    await both_enter(talk)
    talk.finder.blocks()
    await machine.settle()
    await talk.owner.sends("күтіп тұрмын")
    machine.world.clock.wind(timedelta(seconds=1))
    await machine.restart()
    await machine.tick()
    assert _times(talk, talk.owner, "conversation-absent") == 1
    talk.finder.unblocks()
    await machine.restart()
    await machine.settle()
    assert len(heard(talk, talk.finder, "күтіп тұрмын")) == 1
    machine.world.clock.wind(FORTNIGHT)
    await machine.tick()
    machine.world.clock.wind(timedelta(seconds=1))
    await machine.restart()
    await machine.tick()
    assert _times(talk, talk.owner, "conversation-silent") == 1
    assert was_told(talk.finder, "conversation-silent", code=talk.code)
