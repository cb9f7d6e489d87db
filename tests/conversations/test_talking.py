"""Stories of a finder and an owner who write through the bot, and see nothing of one another."""

from datetime import timedelta

import pytest

from sandbox.messages import Message
from sandbox.pictures import sample_picture
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import Newcomer
from tests.conversations.machine import Machine
from tests.conversations.steps import label, sees, words
from tests.conversations.talking import (
    ACCOUNT,
    UNFIT,
    Talk,
    asks_for_it,
    both_enter,
    connected,
    enters,
    exposed,
    heard,
    names,
    sends_unfit,
    shown,
    signed,
    two,
)

OTHER = "ОМАРОВА ДИНА"
STRANGE = (
    "<b>Жібек</b> & <a href='x'>жолы</a> &amp; </i>",
    "\u200f\u202eمرحبا\u2066 салом",
    "👨‍👩‍👧🙏🏽 " * 40,
    "line one\n\n  line two\n```code``` *stars* _low_ {braces} { $code }",
)


async def test_each_side_writes_by_the_button_and_answers_by_telegrams_own_reply(desk: Desk) -> None:
    talk = await two(desk)
    names(desk, talk.owner)
    await enters(talk.owner, talk)
    assert sees(talk.owner, "talk-owner", code=talk.code)
    await talk.owner.sends("Ассалому алайкум! Қаердасиз?")
    assert signed(talk.owner)
    [line] = heard(talk, talk.finder, "Ассалому алайкум! Қаердасиз?")
    said = len(talk.owner.messages)
    await talk.finder.replies(line, "Жібек Жолы, сағат 9")
    assert signed(talk.finder)
    assert len(talk.owner.messages) == said + 1
    assert len(heard(talk, talk.owner, "Жібек Жолы, сағат 9")) == 1
    assert exposed(desk, talk.finder, talk.owner) == []


@pytest.mark.thorough
async def test_photo_voice_and_place_go_both_ways_as_copies_without_a_sender(desk: Desk) -> None:
    talk = await two(desk)
    names(desk, talk.finder)
    await both_enter(talk)
    for sender in (talk.finder, talk.owner):
        reader = talk.other(sender)
        head = words(reader.language, f"line-from-{talk.side(sender)}", code=talk.code)
        await sender.sends_photo(sample_picture(), "Вот <такая> обложка")
        assert reader.messages[-1].photo == sender.said[-1].photo
        assert reader.messages[-1].text == f"{head}\n\nВот <такая> обложка"
        await sender.sends_voice(7)
        assert reader.messages[-1].voice == sender.said[-1].voice
        assert reader.messages[-1].text == head
        await sender.sends_location(41.45, 69.32)
        assert reader.messages[-1].location == {"latitude": 41.45, "longitude": 69.32}
        assert reader.messages[-2].text == head  # a place has no caption of its own
        assert all(message.reaction for message in sender.said[-3:])
    assert exposed(desk, talk.finder, talk.owner) == []


@pytest.mark.thorough
@pytest.mark.parametrize("text", STRANGE)
async def test_words_arrive_as_they_were_written(desk: Desk, text: str) -> None:
    talk = await two(desk, "uz", "ru")
    await enters(talk.finder, talk)
    await talk.finder.sends(text)
    assert len(heard(talk, talk.owner, text.strip())) == 1


@pytest.mark.thorough
async def test_what_fills_all_the_room_arrives_whole_and_still_says_whose_it_is(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    full = "ж & <" * 819 + "."
    head = words("ru", "line-from-finder", code=talk.code)
    await talk.finder.sends(full)
    assert [message.text for message in talk.owner.messages[-2:]] == [head, full]
    await talk.finder.sends_photo(caption="😀" * 512)
    assert [message.text for message in talk.owner.messages[-2:]] == [head, "😀" * 512]
    assert talk.owner.messages[-1].photo
    await talk.owner.replies(talk.owner.messages[-1], "Рахмет")
    assert heard(talk, talk.finder, "Рахмет")
    await talk.finder.edits(talk.finder.said[0], "ю" * 4096)
    assert len(shown(talk.owner, "ю" * 4096)) == 1
    assert shown(talk.owner, full) == []


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["command", "menu", "done", "form", "silence"])
async def test_whoever_has_left_talks_to_the_bot_again(desk: Desk, way: str) -> None:
    talk = await two(desk)
    elsewhere = await reported(desk, await acquainted(desk, "Zarina", "uz"), OTHER)
    await enters(talk.owner, talk)
    await talk.owner.sends("Бірінші")
    match way:
        case "command":
            await talk.owner.sends("/help")
        case "menu":
            await talk.owner.sends(words("ru", "menu-my"))
        case "done":
            await talk.owner.taps(label(talk.owner, "button-done"))
            assert sees(talk.owner, "talk-left")
        case "form":
            await talk.owner.taps_stale(talk.owner.messages[-1], f"claim:{elsewhere}")
        case "silence":
            desk.world.clock.wind(timedelta(minutes=30, seconds=1))
    told = len(talk.finder.messages)
    await talk.owner.sends("Каримов Алишер")
    await talk.owner.sends_photo()
    assert len(talk.finder.messages) == told
    assert not signed(talk.owner)
    assert shown(talk.finder, "Каримов") == []


@pytest.mark.thorough
async def test_half_an_hour_counts_from_the_last_message(desk: Desk) -> None:
    talk = await two(desk, "uz", "en")
    await enters(talk.finder, talk)
    for text in ("one", "two", "three"):
        desk.world.clock.wind(timedelta(minutes=29))
        await talk.finder.sends(text)
        assert len(heard(talk, talk.owner, text)) == 1


@pytest.mark.thorough
async def test_a_reply_after_the_silence_is_passed_on_and_what_follows_is_not(desk: Desk) -> None:
    talk = await two(desk, "uz", "en")
    await both_enter(talk)
    await talk.owner.sends("Where are you?")
    desk.world.clock.wind(timedelta(hours=5))
    await talk.finder.replies(heard(talk, talk.finder, "Where are you?")[0], "Home")
    await talk.finder.sends("Karimov Alisher")
    assert heard(talk, talk.owner, "Home")
    assert shown(talk.owner, "Karimov") == []


async def _finder_of_two(desk: Desk) -> tuple[Talk, Talk]:
    aliya = await acquainted(desk, "Aliya", "kk")
    boris, dina = await acquainted(desk, "Boris", "ru"), await acquainted(desk, "Dina", "uz")
    first, second = await connected(desk, aliya, boris), await connected(desk, aliya, dina, OTHER)
    await both_enter(first)
    await both_enter(second)
    return first, second


async def test_two_conversations_of_one_finder_never_cross(desk: Desk) -> None:
    first, second = await _finder_of_two(desk)
    aliya = first.finder
    await first.owner.sends("Мен Борис емеспін")
    await second.owner.sends("Mening pasportim")
    from_first = heard(first, aliya, "Мен Борис емеспін")[0]
    from_second = heard(second, aliya, "Mening pasportim")[0]
    await aliya.replies(from_first, "to the first")  # while what she types goes to the second
    await aliya.sends("typed to the second")
    await aliya.replies(from_second, "to the second")
    await aliya.replies(aliya.said[0], "to the first, once more")  # an answer to her own words
    assert [bool(shown(first.owner, text)) for text in ("to the first", "the second")] == [True, False]
    assert [bool(shown(second.owner, text)) for text in ("to the second", "the first")] == [True, False]
    assert len(shown(first.owner, "to the first, once more")) == 1
    assert exposed(desk, aliya, first.owner, second.owner) == []


@pytest.mark.thorough
async def test_a_reply_to_a_conversations_card_goes_to_that_conversation(desk: Desk) -> None:
    first, second = await _finder_of_two(desk)
    card = next(message for message in first.finder.messages if first.code in message.text)
    await first.finder.replies(card, "about the first")
    assert heard(first, first.owner, "about the first")
    assert shown(second.owner, "about the first") == []


@pytest.mark.thorough
async def test_a_reply_in_a_conversation_that_is_over_goes_to_no_other(desk: Desk) -> None:
    first, second = await _finder_of_two(desk)
    await first.owner.sends("Қай жердесіз?")
    line = heard(first, first.finder, "Қай жердесіз?")[0]
    await asks_for_it(first.owner, "stop", first.id)
    await first.finder.replies(line, "for the first one only")
    assert sees(first.finder, "conversation-over")
    assert shown(second.owner, "for the first") == []
    await first.finder.sends("for the second")
    assert heard(second, second.owner, "for the second")


@pytest.mark.thorough
async def test_three_messages_may_wait_for_an_answer_and_no_more(desk: Desk) -> None:
    talk = await two(desk, "uz", "ru")
    await both_enter(talk)
    for number in range(1, 5):
        await talk.finder.sends(f"savol {number}")
    assert sees(talk.finder, "conversation-wait", minutes=10)
    assert not signed(talk.finder)
    assert [len(shown(talk.owner, f"savol {number}")) for number in range(1, 5)] == [1, 1, 1, 0]
    await talk.owner.sends("ответ")
    assert signed(talk.owner)
    for number in range(5, 9):
        await talk.finder.sends(f"savol {number}")
    assert [len(shown(talk.owner, f"savol {number}")) for number in range(5, 9)] == [1, 1, 1, 0]
    desk.world.clock.wind(timedelta(minutes=10))
    await talk.finder.sends("savol 9")
    assert len(heard(talk, talk.owner, "savol 9")) == 1


@pytest.mark.thorough
async def test_of_an_album_nothing_is_lost_silently(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    told = len(talk.finder.messages)
    for number in range(5):
        desk.world.send_photo(talk.owner.id, talk.owner.id, sample_picture(), f"surat {number}")
    await desk.settle()
    arrived = [message.text[-1] for message in talk.finder.messages[told:] if message.photo]
    assert arrived == ["0", "1", "2"]
    wait = words("ru", "conversation-wait", minutes=10)
    assert sum(wait in message.text for message in talk.owner.messages) == 2
    assert [bool(message.reaction) for message in talk.owner.said] == [True] * 3 + [False] * 2


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("what", "caption"),
    [
        ("video", "мой паспорт"),
        *(pytest.param(what, "", marks=pytest.mark.thorough) for what in UNFIT),
        pytest.param("document", "скан", marks=pytest.mark.thorough),
    ],
)
async def test_what_cannot_be_passed_on_is_refused_and_the_talk_goes_on(
    desk: Desk, what: str, caption: str
) -> None:
    talk = await two(desk)
    await both_enter(talk)
    told = len(talk.finder.messages)
    await sends_unfit(desk, talk.owner, what, caption)
    assert sees(talk.owner, "conversation-only")
    assert len(talk.finder.messages) == told
    assert "setMessageReaction" not in {call.method for call in desk.world.calls}
    await talk.owner.sends("словами")
    assert heard(talk, talk.finder, "словами")


@pytest.mark.thorough
async def test_edits_of_words_and_captions_show_on_the_other_side(desk: Desk) -> None:
    talk = await two(desk)
    await both_enter(talk)
    await talk.owner.sends("завтра в 10")
    await talk.owner.sends_photo(caption="обложка")
    text, photo = talk.owner.said[-2:]
    told = len(talk.finder.messages)
    await talk.owner.edits(text, "послезавтра в 11 <утра>")
    await talk.owner.edits(photo, "обложка, синяя")
    await talk.owner.edits(photo, "обложка, синяя & чистая")
    assert len(talk.finder.messages) == told
    assert len(heard(talk, talk.finder, "послезавтра в 11 <утра>")) == 1
    [shown_photo] = heard(talk, talk.finder, "обложка, синяя & чистая")
    assert shown_photo.photo == photo.photo
    assert shown(talk.finder, "завтра в 10") == []


@pytest.mark.thorough
async def test_an_edit_of_what_was_never_passed_on_does_nothing(desk: Desk) -> None:
    talk = await two(desk, "uz", "en")
    await both_enter(talk)
    for number in range(4):
        await talk.finder.sends(f"savol {number}")
    refused = talk.finder.said[-1]
    await talk.finder.sends("/help")
    await talk.finder.sends("Karimov Alisher")
    searched = talk.finder.said[-1]
    before = (len(talk.owner.messages), len(talk.finder.messages))
    for message in (refused, searched):
        await talk.finder.edits(message, "changed afterwards")
    assert (len(talk.owner.messages), len(talk.finder.messages)) == before
    assert shown(talk.owner, "changed") == []


@pytest.mark.thorough
async def test_a_stranger_can_do_nothing_with_a_conversations_buttons(desk: Desk, someone: Newcomer) -> None:
    talk = await two(desk)
    await both_enter(talk)
    await talk.owner.sends("привет")
    line = heard(talk, talk.finder, "привет")[0]
    line_data = next(data for data in _data(line) if data.startswith("money:"))
    stranger = await someone("Stranger", "en")
    await stranger.sends("/help")
    told = (len(talk.finder.messages), len(talk.owner.messages), len(desk.to_moderators))
    verbs = ("talk", "talks", "share", "stop", "money", "complain", "absent", "code", "handed", "given")
    sure = ("sure.share", "sure.stop", "sure.money", "sure.complain", "received")
    for data in (*(f"{verb}:{talk.id}" for verb in verbs + sure), line_data, f"sure.{line_data}"):
        toast = await stranger.taps_stale(stranger.messages[-1], data)
        assert toast == words("en", "conversation-gone"), data
    await stranger.sends("let me in")
    assert told == (len(talk.finder.messages), len(talk.owner.messages), len(desk.to_moderators))


def _data(message: Message) -> list[str]:
    return [str(button.get("callback_data", "")) for button in message.buttons]


@pytest.mark.thorough
async def test_only_who_shares_is_seen_and_both_are_told(desk: Desk) -> None:
    talk = await two(desk, "uz", "ru")
    names(desk, talk.owner)
    await asks_for_it(talk.owner, "share", talk.id)
    assert sees(talk.owner, "share-done")
    assert sees(talk.finder, "share-received", contact=f"@{ACCOUNT}", code=talk.code)
    urls = [entity.get("url") for entity in talk.finder.messages[-1].entities]
    assert f"https://t.me/{ACCOUNT}" in urls
    assert not talk.owner.told("Aliya")
    assert not talk.owner.told(str(talk.finder.id))


@pytest.mark.thorough
async def test_who_has_no_username_is_shared_by_a_link_to_the_account(desk: Desk) -> None:
    talk = await two(desk)
    await talk.finder.sends("/share")
    await talk.finder.taps(label(talk.finder, "button-share-sure"))
    assert sees(talk.owner, "share-received", contact=words("ru", "side-finder"), code=talk.code)
    linked = [entity["user"]["id"] for entity in talk.owner.messages[-1].entities if "user" in entity]
    assert linked == [talk.finder.id]
    assert exposed(desk, talk.owner, talk.finder)
    assert not talk.finder.told("Boris")


@pytest.mark.thorough
async def test_share_asks_in_which_conversation_and_knows_when_there_is_none(
    desk: Desk, someone: Newcomer
) -> None:
    first, second = await _finder_of_two(desk)
    names(desk, first.finder)
    await first.finder.sends("/share")
    assert sees(first.finder, "share-which")
    await asks_for_it(first.finder, "share", second.id)
    assert second.owner.told(f"@{ACCOUNT}")
    assert not first.owner.told(ACCOUNT)
    lonely = await someone("Lonely", "en")
    await lonely.sends("/share")
    assert sees(lonely, "share-nobody")


@pytest.mark.thorough
async def test_my_shows_the_conversation_and_leads_into_it(desk: Desk) -> None:
    talk = await two(desk)
    for person, side in ((talk.finder, "finder"), (talk.owner, "owner")):
        await person.sends("/my")
        who = label(person, f"side-{talk.side(talk.other(person))}")
        await person.taps(label(person, "my-conversation", who=who, code=talk.code))
        assert words(person.language, f"conversation-card-{side}", card="").strip() in person.screen
        await person.taps(label(person, "button-write"))
        await person.sends(f"from the {side}")
        assert heard(talk, talk.other(person), f"from the {side}")


@pytest.mark.thorough
async def test_a_restart_at_any_moment_loses_and_doubles_nothing(machine: Machine) -> None:
    talk = await two(machine)
    await both_enter(talk)
    await machine.restart()
    await talk.owner.sends("бірінші")
    machine.world.send_text(talk.owner.id, talk.owner.id, "екінші")
    await machine.dies_while_answering("setMessageReaction")
    machine.world.clock.wind(timedelta(seconds=1))
    await machine.settle()
    machine.world.send_text(talk.owner.id, talk.owner.id, "карта 4111 1111 1111 1111")
    await machine.dies_while_answering("sendMessage")
    machine.world.clock.wind(timedelta(seconds=1))
    await machine.settle()
    await machine.restart()
    await talk.owner.taps(label(talk.owner, "button-anyway"))
    seen = [len(shown(talk.finder, text)) for text in ("бірінші", "екінші", "4111 1111")]
    assert seen == [1, 1, 1]
    assert sum(words("ru", "held-ask")[:30] in message.text for message in talk.owner.messages) == 0
