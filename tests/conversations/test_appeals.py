"""Appeals for money from the first question to the channel; a changed account; an early end."""

import pytest

from tests.conftest import Desk
from tests.conversations.asking_help import (
    BENEFICIARY,
    CARD,
    OTHER_CARD,
    WORDS,
    appeal_card,
    appeal_posts,
    asks_for_help,
    begins_appeal,
    changes_payee,
    copies,
    fills_appeal,
    opened,
    opens_own,
    shares,
    ticks_all,
    vouches,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.moderating import decides, reads
from tests.conversations.steps import label, picks, presses, sees, was_told, words

LANGUAGES = pytest.mark.parametrize("language", ["kk", "uz"])


@LANGUAGES
async def test_an_appeal_is_asked_checked_by_two_and_published(desk: Desk, language: str) -> None:
    organiser = await acquainted(desk, "Ернар", language)
    code = await asks_for_help(organiser)
    assert sees(organiser, "appeal-queued", code=code, place=1)
    card = appeal_card(desk, code)
    assert BENEFICIARY in card.text
    damir, elena = desk.moderator("Damir"), desk.moderator("Elena")
    await vouches(damir, card)
    await desk.tick()
    assert not desk.posts
    await vouches(elena, card)
    assert reads(card, "approve")
    await desk.tick()
    [post] = appeal_posts(desk, code)
    assert "Айгүл С." in post.text
    assert WORDS in post.text
    assert copies(post) == [CARD]
    assert was_told(organiser, "appeal-opened", code=code)


async def test_the_same_person_cannot_say_yes_twice(desk: Desk) -> None:
    code = await asks_for_help(await acquainted(desk, "Ернар", "kk"))
    card, damir = appeal_card(desk, code), desk.moderator("Damir")
    await vouches(damir, card)
    assert await decides(damir, card, "approve") == words("ru", "approve-twice")
    await desk.tick()
    assert not desk.posts


async def test_who_has_not_checked_everything_cannot_say_yes(desk: Desk) -> None:
    code = await asks_for_help(await acquainted(desk, "Ернар", "kk"))
    card, damir = appeal_card(desk, code), desk.moderator("Damir")
    await ticks_all(damir, card, ("papers", "called", "payee"))
    assert await decides(damir, card, "approve") == words("ru", "approve-check-first")


async def test_who_asks_cannot_check(desk: Desk) -> None:
    organiser = desk.moderator("Ернар")
    await organiser.sends("/start")
    await organiser.taps("language:kk")
    code = await asks_for_help(organiser)
    toast = await decides(organiser, appeal_card(desk, code), "tick.papers")
    assert toast == words("kk", "approve-own")


async def test_a_yes_can_be_taken_back_while_the_other_is_missing(desk: Desk) -> None:
    code = await asks_for_help(await acquainted(desk, "Ернар", "kk"))
    card, damir = appeal_card(desk, code), desk.moderator("Damir")
    await vouches(damir, card)
    await decides(damir, card, "unvouch")
    await vouches(desk.moderator("Elena"), card)
    await desk.tick()
    assert not desk.posts
    await decides(damir, card, "approve")
    await desk.tick()
    assert len(appeal_posts(desk, code)) == 1


@LANGUAGES
async def test_a_mistyped_card_is_refused_and_nothing_is_lost(desk: Desk, language: str) -> None:
    organiser = await acquainted(desk, "Ернар", language)
    wrong = CARD[:5] + str((int(CARD[5]) + 1) % 10) + CARD[6:]
    await begins_appeal(organiser)
    await picks(organiser, "treatment")
    await organiser.sends(BENEFICIARY)
    await picks(organiser, "initial", "family")
    await organiser.sends(WORDS)
    await organiser.sends("5 млн теңге")
    await picks(organiser, "30", "recipient")
    await organiser.sends(BENEFICIARY)
    await picks(organiser, "card")
    await organiser.sends(wrong)
    assert sees(organiser, "form-details-card-check")
    await organiser.sends(CARD)
    await organiser.sends_photo()
    await picks(organiser, "done")
    assert "4400" in organiser.screen


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [("none", "appeal-needs-consent"), ("mine", "appeal-not-own-account")],
)
async def test_what_cannot_be_asked_is_refused_with_a_reason(desk: Desk, answer: str, refusal: str) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    await begins_appeal(organiser)
    await picks(organiser, "treatment")
    await organiser.sends(BENEFICIARY)
    if answer == "mine":
        await picks(organiser, "initial", "family")
        await organiser.sends(WORDS)
        await organiser.sends("5 млн тенге")
        await picks(organiser, "30")
    await picks(organiser, answer)
    assert sees(organiser, refusal)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("Собираем на тепловизоры и бронежилеты для бойцов", "appeal-unwanted-military"),
        ("Помогите закрыть микрокредит, банк требует долг", "appeal-unwanted-loan"),
        (f"Помогите, вот карта {OTHER_CARD}", "appeal-no-contacts"),
    ],
)
async def test_words_that_nobody_may_read_are_refused(desk: Desk, said: str, refusal: str) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    await begins_appeal(organiser)
    await picks(organiser, "treatment")
    await organiser.sends(BENEFICIARY)
    await picks(organiser, "initial", "family")
    await organiser.sends(said)
    assert sees(organiser, refusal)
    await organiser.sends(WORDS)
    assert sees(organiser, "appeal-amount")


async def test_one_card_serves_no_two_appeals(desk: Desk) -> None:
    await asks_for_help(await acquainted(desk, "Ернар", "kk"))
    other = await acquainted(desk, "Боря", "ru")
    await fills_appeal(other, words="Собираем на лекарства для бабушки, помогите кто может")
    assert await presses(other, "send") == words("ru", "appeal-details-taken")


async def test_who_has_an_appeal_going_opens_no_other(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    code = await asks_for_help(organiser)
    await organiser.sends("/appeal")
    assert sees(organiser, "appeal-one-at-a-time", code=code)


async def test_a_changed_card_freezes_the_post_needs_two_and_is_announced_below_it(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "kk")
    code = await opened(desk, organiser)
    [post] = appeal_posts(desk, code)
    assert shares(post)
    await changes_payee(organiser)
    assert copies(post) == []
    assert not shares(post)
    assert words("ru", "appeal-state-frozen") in post.text
    card = appeal_card(desk, code)
    damir, elena = desk.moderator("Damira"), desk.moderator("Elenora")
    await vouches(damir, card, ("called", "payee"))
    assert copies(post) == []
    await vouches(elena, card, ("called", "payee"))
    assert copies(post) == [OTHER_CARD]
    below = [each for each in desk.posts if each.reply_to == post.id]
    assert len(below) == 2
    assert "5169" in below[-1].text
    assert was_told(organiser, "appeal-change-accepted", code=code)


async def test_a_refused_change_leaves_the_former_card(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "kk")
    code = await opened(desk, organiser)
    [post] = appeal_posts(desk, code)
    await changes_payee(organiser)
    await decides(desk.moderator("Damira"), appeal_card(desk, code), "reject.unproven")
    assert copies(post) == [CARD]
    assert OTHER_CARD not in [copied for each in desk.posts for copied in copies(each)]


async def test_an_ended_appeal_asks_for_no_more(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "kk")
    code = await opened(desk, organiser)
    [post] = appeal_posts(desk, code)
    await opens_own(organiser)
    await organiser.taps(label(organiser, "button-endappeal"))
    await organiser.taps(label(organiser, "button-endedappeal"))
    assert sees(organiser, "appeal-ended", code=code)
    assert copies(post) == []
    assert not shares(post)
    await organiser.sends("/appeal")
    assert sees(organiser, "appeal-owes-outcome", code=code)


async def test_a_second_appeal_waits_for_the_weeks_budget(desk: Desk) -> None:
    first = await opened(desk, await acquainted(desk, "Ернар", "kk"))
    other = await acquainted(desk, "Боря", "ru")
    second = await opened(
        desk, other, card=OTHER_CARD, words="Собираем на лекарства для бабушки, помогите кто может"
    )
    assert len(appeal_posts(desk, first)) == 1
    assert not appeal_posts(desk, second)
    await opens_own(other)
    assert words("ru", "appeal-place", place=1) in other.screen
    await desk.days(8)
    assert len(appeal_posts(desk, second)) == 1


async def test_subscribers_hear_of_an_appeal_without_the_card(desk: Desk) -> None:
    donor = await acquainted(desk, "Dilnoza", "uz")
    await donor.sends("/start topic_appeals")
    code = await opened(desk, await acquainted(desk, "Ернар", "kk"))
    await desk.tick()
    news = [message for message in donor.messages if code in message.text and message.photo]
    assert len(news) == 1
    assert CARD not in str(news[0].buttons)
    await donor.sends(f"/start p_{code}")
    assert copies(donor.messages[-1]) == [CARD]
