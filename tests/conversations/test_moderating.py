"""Stories of reports that wait for a yes: one tap, two people at once, nobody who may not."""

import pytest

from domain.cases import DECISIONS, REASONS, CaseKind
from tests.conftest import MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.machine import Machine
from tests.conversations.moderating import (
    NAME,
    both_decide,
    case_of,
    decides,
    open_kinds,
    reads,
    standing,
    three_people,
    verbs,
)
from tests.conversations.steps import (
    LANGUAGES,
    label,
    picks,
    presses,
    reports,
    sees,
    told_of,
    was_told,
    words,
)


async def _queued(make_desk: MakeDesk) -> Machine:
    desk = await make_desk(auto_approve=False)
    assert isinstance(desk, Machine)
    return desk


async def test_a_report_waits_for_a_yes_and_is_then_posted_and_told(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    code = await reports(aliya, NAME)
    assert sees(aliya, "found-queued", code=code)
    assert desk.posts == []
    await boris.sends("Жанабай Исраилов")
    assert code not in boris.screen
    [card] = desk.to_moderators
    assert NAME in card.text
    assert verbs(card) == ["approve", "menu.reject", "menu.more"]
    timur = desk.moderator("Timur")
    assert await decides(timur, card, "approve") == ""
    assert reads(card, "approve")
    assert "Timur" in card.text
    assert verbs(card) == ["undo"]
    assert desk.to_moderators == [card], "one card for a case, changed in place"
    assert sees(aliya, "review-approved-finder", code=code)
    assert len(told_of(boris, code)) == 1
    [post] = desk.posts
    assert code in post.text


@pytest.mark.thorough
async def test_each_reason_is_read_in_the_authors_language(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    timur = desk.moderator("Timur")
    for number, reason in enumerate(REASONS[CaseKind.REVIEW]):
        language = LANGUAGES[number % len(LANGUAGES)]
        author = await acquainted(desk, f"Author {number}", language)
        code = await reported(desk, author, NAME)
        card = desk.to_moderators[-1]
        await decides(timur, card, "menu.reject")
        assert {f"reject.{one}" for one in REASONS[CaseKind.REVIEW]} < set(verbs(card))
        await timur.taps(f"case:{case_of(card)}:reject.{reason}", message=card)
        said = words(language, f"rejected-{reason}")
        assert sees(author, "review-rejected-finder", code=code, reason=said)
        assert reads(card, "reject")
        assert (await standing(desk, code)).report == "rejected"
    assert desk.posts == []


@pytest.mark.thorough
async def test_a_menu_leads_back_and_decides_nothing(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    [card] = desk.to_moderators
    timur, before = desk.moderator("Timur"), (card.text, verbs(card))
    for menu in ("reject", "more"):
        await decides(timur, card, f"menu.{menu}")
        assert "menu." in verbs(card)
        assert "approve" not in verbs(card)
        await decides(timur, card, "menu.")
        assert (card.text, verbs(card)) == before


async def test_of_two_moderators_at_once_the_second_is_told(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya = await acquainted(desk, "Aliya", "kk")
    timur, zarina = desk.moderator("Timur"), desk.moderator("Zarina")
    taps = [(timur, "approve"), (zarina, "reject.personal")]
    for first, second in (taps, taps[::-1]):
        code = await reported(desk, aliya, NAME)
        card, posts = desk.to_moderators[-1], len(desk.posts)
        toasts = await both_decide(desk, card, first, second)
        assert sorted(str(toast) for toast in toasts) == ["", words("ru", "case-decided-already")]
        done = (first, second)[toasts.index("")][1].partition(".")[0]
        assert reads(card, done)
        assert len(desk.posts) - posts == int(done == "approve")
        told = [message for message in aliya.messages if code in message.text]
        assert len(told) == 1, "one decision, one notice"


@pytest.mark.thorough
async def test_who_has_no_right_decides_nothing(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    code = await reported(desk, aliya, NAME)
    [card] = desk.to_moderators
    case = case_of(card)
    await boris.sends("/help")
    for verb in ("approve", "reject.other", "undo", "hide", "ban.forever", "ban.lift", "menu.more"):
        toast = await boris.taps_stale(boris.messages[-1], f"case:{case}:{verb}")
        assert toast == words("ru", "not-a-moderator")
    for data in ("resend:x:y", "leave:x", "case:", "case::", f"case:{code}"):
        assert await boris.taps_stale(boris.messages[-1], data) == words("ru", "not-a-moderator")
    assert (await standing(desk, code)).report == "queued"
    assert NAME not in "".join(message.text for message in boris.messages)


@pytest.mark.thorough
async def test_forged_buttons_of_a_moderator_change_nothing(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    [card] = desk.to_moderators
    timur, case = desk.moderator("Timur"), case_of(card)
    foreign = {one for kind in CaseKind for one in DECISIONS[kind]} - set(DECISIONS[CaseKind.REVIEW])
    stale = words("ru", "tap-stale")
    for verb in (*foreign, "settled", "burn", "", "ban", "ban.burn", "approve.burn.it"):
        toast = await decides(timur, card, verb, case)
        assert (toast == stale) is (verb != "approve.burn.it")
        if verb != "approve.burn.it":
            assert (await standing(desk, code)).report == "queued"
    for unknown in ("nothing", "0" * 32, ""):
        assert await decides(timur, card, "approve", unknown) == stale
    assert len(desk.posts) == 1


@pytest.mark.thorough
async def test_a_copy_of_a_card_in_another_chat_decides_nothing(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    [card] = desk.to_moderators
    timur = desk.moderator("Timur")
    elsewhere = desk.world.add_group("Friends", [desk.world.person(timur.id)])
    case = case_of(card)
    query = desk.world.tap(timur.id, elsewhere.id, 77, f"case:{case}:approve")
    await desk.settle()
    assert desk.world.toast(query) == words("ru", "not-a-moderator")
    assert (await standing(desk, code)).report == "queued", "who is no moderator by name is one in the chat"
    assert NAME not in "".join(message.text for message in elsewhere.messages.values())


@pytest.mark.thorough
async def test_a_report_taken_back_before_the_yes_has_settled_itself(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    await reports(aliya, NAME)
    [card] = desk.to_moderators
    case = case_of(card)
    await aliya.sends("/my")
    for button in (NAME, label(aliya, "button-withdraw-r"), label(aliya, "button-withdraw-r-sure")):
        await aliya.taps(button)
    assert reads(card, "settled")
    assert card.buttons == []
    assert await decides(timur, card, "approve", case) == words("ru", "case-decided-already")
    assert await decides(timur, card, "undo", case) == words("ru", "undo-late")
    assert desk.posts == []


@pytest.mark.thorough
async def test_a_yes_never_holds_for_words_changed_meanwhile(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    code = await reports(aliya, NAME)
    [former] = desk.to_moderators
    case = case_of(former)
    await aliya.sends("/my")
    await aliya.taps(NAME)
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:name")
    await aliya.sends("ОМАРОВА ДИНА")
    await presses(aliya, "send")
    assert reads(former, "settled")
    assert await decides(timur, former, "approve", case) == words("ru", "case-decided-already")
    assert desk.posts == []
    newest = desk.to_moderators[-1]
    assert await open_kinds(desk, code) == [CaseKind.REVIEW]
    await decides(timur, newest, "approve")
    assert "Дина О." in desk.posts[0].text
    assert reads(newest, "approve")


@pytest.mark.thorough
async def test_an_edit_of_a_published_report_is_looked_at_before_it_shows(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    code = await reports(aliya, NAME)
    await decides(timur, desk.to_moderators[-1], "approve")
    await aliya.sends("/my")
    await aliya.taps(NAME)
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:whereabouts")
    await picks(aliya, "police")
    await presses(aliya, "skip")
    await presses(aliya, "send")
    assert sees(aliya, "found-queued", code=code)
    [post] = desk.posts
    former = post.text
    newest = desk.to_moderators[-1]
    assert words("ru", "whereabouts-police") in newest.text
    await decides(timur, newest, "approve")
    assert desk.posts == [post], "edited in place"
    assert post.text != former
    assert words("ru", "whereabouts-police") in post.text


async def test_an_author_is_asked_by_answering_the_card_and_answers_onto_it(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    code = await reported(desk, aliya, NAME)
    [card] = desk.to_moderators
    for asked, said in (("Which cover?", "A green one"), ("And <b>inside</b>?", "A ticket & a photo")):
        await timur.sends(asked, chat=desk.moderators.id, reply_to=card.id)
        assert sees(aliya, "moderator-asks", words=asked, code=code)
        assert words("ru", "case-asked", words=asked) in card.text
        assert words("ru", "case-answered", words="")[:8] not in card.text, "a new question waits anew"
        await aliya.taps(f"answer:{case_of(card)}")
        await aliya.sends(said)
        assert sees(aliya, "answer-done")
        assert words("ru", "case-answered", words=said) in card.text
    assert desk.to_moderators == [card]
    await decides(timur, card, "approve")
    assert await aliya.taps(f"answer:{case_of(card)}") == words("kk", "case-decided-already")


@pytest.mark.thorough
async def test_only_who_was_asked_answers(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    timur = desk.moderator("Timur")
    await reported(desk, aliya, NAME)
    [card] = desk.to_moderators
    stale = words("kk", "tap-stale")
    await aliya.sends("/help")
    assert await aliya.taps_stale(aliya.messages[-1], f"answer:{case_of(card)}") == stale, "nobody asked yet"
    await timur.sends("Which cover?", chat=desk.moderators.id, reply_to=card.id)
    await boris.sends("/help")
    forged = await boris.taps_stale(boris.messages[-1], f"answer:{case_of(card)}")
    assert forged == words("ru", "tap-stale")


@pytest.mark.thorough
async def test_small_talk_and_commands_in_the_chat_reach_nobody(make_desk: MakeDesk) -> None:
    desk = await _queued(make_desk)
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    await reported(desk, aliya, NAME)
    [card] = desk.to_moderators
    heard = len(aliya.messages)
    desk.world.privacy_mode = False
    await timur.sends("Nice weather", chat=desk.moderators.id)
    [small_talk] = [
        message for message in desk.moderators.messages.values() if message.text == "Nice weather"
    ]
    await timur.sends("Indeed", chat=desk.moderators.id, reply_to=small_talk.id)
    await timur.sends("/unknown", chat=desk.moderators.id, reply_to=card.id)
    assert len(aliya.messages) == heard
    assert desk.to_moderators == [card]


@pytest.mark.thorough
async def test_nobody_is_asked_where_the_author_is_gone_or_all_is_decided(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    scene = await three_people(desk)
    timur = desk.moderator("Timur")
    [card] = desk.to_moderators
    await decides(timur, card, "approve")
    await timur.sends("Which cover?", chat=desk.moderators.id, reply_to=card.id)
    assert desk.to_moderators[-1].text == words("ru", "case-decided-already")
    assert not was_told(scene.finder, "moderator-asks", words="Which cover?", code=scene.code)
