"""Stories of appeals in which something comes in between, or somebody tries what nobody should."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bot import jobs
from domain.appeals import Appeal, AppealState, Consent, Ending, Need, Purpose, Relation
from domain.broadcasts import CAPTION_LENGTH, utf16_length
from domain.cases import CaseState
from domain.money import Currency, Money, Rate
from locales.catalog import plain
from relay.fundraisers import Fundraiser
from relay.raised import Raised
from relay.work import Work
from sandbox.person import Person
from storage import appeals
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
    vouches,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine
from tests.conversations.lost_in_channel import shadows
from tests.conversations.machine import Machine
from tests.conversations.moderating import case_of, decides, first_person
from tests.conversations.steps import (
    LANGUAGES,
    code_in,
    data_of,
    label,
    picks,
    presses,
    sees,
    was_told,
    words,
)
from tests.conversations.test_clones import flagged
from tests.conversations.test_outcomes import SAID, ended, tells
from tests.conversations.traces import erases, everything_held, places_of, takes_consent_back

DAY = timedelta(days=1)
OTHER_WORDS = "Собираем на лекарства для бабушки, помогите кто может"
EMOJI = "Я" + "😀" * 599
THIRD_CARD = "8600123456789012"


async def standing(desk: Desk, code: str) -> AppealState:
    async def look(work: Work) -> AppealState:
        appeal = await appeals.find_code(work.tx, code)
        assert appeal is not None
        return appeal.state

    return await desk.app.relay.work(look)


async def organiser_and_other(desk: Desk) -> tuple[Person, Person]:
    return await acquainted(desk, "Ернар", "kk"), await acquainted(desk, "Боря", "ru")


async def copies_it(person: Person) -> None:
    """Send an appeal's words with a card of one's own."""
    await person.sends(f"{WORDS} Карта {THIRD_CARD}")


async def told_by_clock_alone(machine: Machine, code: str) -> None:
    """Publish an appeal whose post is sent while Telegram's answer is lost."""
    card = appeal_card(machine, code)
    for name in ("Damir", "Elena"):
        await vouches(machine.moderator(name), card)
    await jobs.until_done(machine.app, jobs.ROUNDS["appeals"])
    machine.world.answers_lost = True
    await machine.app.worker.drain()
    machine.world.answers_lost = False
    await machine.tick()


async def own_account_asked(desk: Desk) -> Person:
    """Somebody who asks for themselves, to the account of an organisation; up to the preview."""
    person = await acquainted(desk, "Ернар", "ru")
    await begins_appeal(person)
    await picks(person, "treatment")
    await person.sends(BENEFICIARY)
    await picks(person, "initial", "self")
    await person.sends(WORDS)
    await person.sends("5000000 тенге")
    await picks(person, "30", "organisation")
    await person.sends("Городская больница")
    await picks(person, "card")
    await person.sends(CARD)
    await person.sends_photo()
    await picks(person, "done")
    return person


# what people write


async def test_subscribers_hear_of_an_appeal_of_emoji(desk: Desk) -> None:
    donor = await acquainted(desk, "Dilnoza", "uz")
    await donor.sends("/start topic_appeals")
    code = await opened(desk, await acquainted(desk, "Ернар", "kk"), words=EMOJI)
    await desk.tick()
    assert any(code in message.text and message.photo for message in donor.messages)


async def test_days_that_passed_while_a_form_lay_about_are_asked_for_again(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    await fills_appeal(organiser, ends="14")
    desk.world.clock.wind(15 * DAY)
    await presses(organiser, "send")
    assert sees(organiser, "appeal-days-wrong", limit=180)
    assert sees(organiser, "appeal-ends")
    await picks(organiser, "14")
    await presses(organiser, "send")
    assert not sees(organiser, "appeal-days-wrong", limit=180)
    assert len(desk.to_moderators) == 1


async def test_a_first_day_after_the_last_one_asks_for_the_last_one(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    await fills_appeal(organiser, ends="14")
    await presses(organiser, "change:starts")
    await organiser.sends("25.12")
    assert sees(organiser, "appeal-ends")
    await organiser.sends("30.12")
    await presses(organiser, "send")
    assert sees(organiser, "appeal-queued", code=code_in(organiser.screen), place=1)


async def test_who_asks_for_themselves_gets_no_money_to_their_own_account(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    await fills_appeal(organiser)
    await presses(organiser, "change:relation")
    await picks(organiser, "self")
    assert sees(organiser, "appeal-not-own-account")
    await presses(organiser, "keep", "send")
    assert words("ru", "relation-family") in appeal_card(desk, "").text


async def test_nor_by_changing_the_account_later(desk: Desk) -> None:
    organiser = await own_account_asked(desk)
    await presses(organiser, "send")
    card = appeal_card(desk, "")
    for name in ("Damir", "Elena"):
        await vouches(desk.moderator(name), card)
    await desk.tick()
    await opens_own(organiser)
    await organiser.taps(label(organiser, "button-newpayee"))
    await picks(organiser, "recipient")
    assert sees(organiser, "appeal-not-own-account")
    await picks(organiser, "organisation")
    assert sees(organiser, "payee_change-payee_name")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_cancelled_post_with_sums_in_every_currency_fits_below_its_picture(
    desk: Desk, language: str
) -> None:
    goal = Money(Decimal(999_999_999), Currency.UZS)
    sums = {each: Money(Decimal(999_999_999), each) for each in Currency}
    others = [each for each in Currency if each is not Currency.UZS]

    async def length(work: Work) -> int:
        rates = [Rate(each, Currency.UZS, Decimal("512.40"), work.today, "n" * 200) for each in others]
        day, said = work.today, Ending(why="Ж" * 300, money="Щ" * 300)
        disaster = (Consent.FULL, Relation.FAMILY, Purpose.DISASTER)
        need = Need("Ш" * 60, *disaster, EMOJI, goal, day, day)
        appeal = Appeal("a", "K7M4Q", "o", AppealState.CANCELLED, need, work.now, ending=said)
        shown = Fundraiser(appeal, None, Raised(sums, rates), ())
        return utf16_length(plain(shown.closed(work, language).text))

    assert await desk.app.relay.work(length) <= CAPTION_LENGTH


# one card, two appeals


async def test_a_refusal_is_not_taken_back_when_another_uses_the_card_by_now(desk: Desk) -> None:
    organiser, other = await organiser_and_other(desk)
    card = appeal_card(desk, await asks_for_help(organiser))
    case, damir = case_of(card), desk.moderator("Damir")
    await decides(damir, card, "reject.unproven")
    second = await asks_for_help(other, words=OTHER_WORDS)
    assert await decides(damir, card, "undo", case) == words("ru", "undo-impossible")
    assert await standing(desk, second) is AppealState.QUEUED


async def test_a_refusal_is_not_taken_back_when_its_organiser_is_gone(desk: Desk) -> None:
    organiser, _ = await organiser_and_other(desk)
    code = await asks_for_help(organiser)
    card = appeal_card(desk, code)
    case, damir = case_of(card), desk.moderator("Damir")
    await decides(damir, card, "reject.unproven")
    await erases(organiser)
    assert await decides(damir, card, "undo", case) == words("ru", "undo-impossible")
    assert await standing(desk, code) is AppealState.REFUSED


async def test_of_an_appeal_that_was_never_shown_not_even_the_cards_hash_is_kept(desk: Desk) -> None:
    organiser, _ = await organiser_and_other(desk)
    code = await asks_for_help(organiser)
    await decides(desk.moderator("Damir"), appeal_card(desk, code), "reject.unproven")
    await desk.days(4, step=DAY)
    assert not await places_of(desk, CARD, WORDS, BENEFICIARY)
    assert not [held for held in await everything_held(desk) if held.place.startswith("payees.")]


# copies


async def test_a_suspected_copy_outlives_the_end_of_the_other_questions_about_its_appeal(desk: Desk) -> None:
    organiser, other = await organiser_and_other(desk)
    await opened(desk, organiser)
    await copies_it(other)
    await changes_payee(organiser)
    await opens_own(organiser)
    await organiser.taps(label(organiser, "button-oldpayee"))
    assert len(await flagged(desk)) == 1


async def test_who_is_suspected_settles_neither_that_nor_what_others_wait_for(desk: Desk) -> None:
    organiser, other = await organiser_and_other(desk)
    code = await opened(desk, organiser)
    await copies_it(other)
    await changes_payee(organiser)
    change = appeal_card(desk, code)
    await takes_consent_back(other)
    [case] = await flagged(desk)
    assert case.state is CaseState.OPEN
    for name in ("Damira", "Elenora"):
        await vouches(desk.moderator(name), change, ("called", "payee"))
    assert await standing(desk, code) is AppealState.OPEN
    await erases(other)
    assert not await flagged(desk)
    assert not await places_of(desk, THIRD_CARD)
    assert not any(THIRD_CARD in message.text for message in desk.to_moderators)


async def test_the_card_of_a_cancelled_appeal_is_strange_below_another(desk: Desk) -> None:
    organiser, other = await organiser_and_other(desk)
    first = await opened(desk, organiser)
    damir = desk.moderator("Damir")
    await cancels(desk, damir, first)
    second = await acquainted(desk, "Сауле", "ru")
    code = await opened(desk, second, card=OTHER_CARD, words=OTHER_WORDS)
    await desk.days(8)
    await other.sends(f"Код сбора {code}, карта {CARD}")
    assert len(await flagged(desk)) == 1


# somebody reaches nobody


async def test_who_reaches_nobody_holds_up_nobody_and_is_listed_to_nobody(desk: Desk) -> None:
    organiser, other = await organiser_and_other(desk)
    await shadows(desk, organiser)
    code = await asks_for_help(organiser)
    assert sees(organiser, "appeal-queued", code=code, place=1)
    second = await asks_for_help(other, card=OTHER_CARD, words=OTHER_WORDS)
    assert sees(other, "appeal-queued", code=second, place=1)
    await desk.moderator("Damir").sends("/appeals", chat=desk.moderators.id)
    shown = str(desk.to_moderators[-1].buttons)
    assert second in shown
    assert code not in shown
    await desk.days(32, step=DAY)
    assert was_told(organiser, "appeal-too-late", code=code)


async def test_what_such_a_person_tells_at_the_end_seems_to_be_looked_at(desk: Desk) -> None:
    organiser, _ = await organiser_and_other(desk)
    code = await ended(desk, organiser)
    await shadows(desk, organiser)
    await tells(organiser)
    assert sees(organiser, "outcome-queued", code=code)
    await opens_own(organiser)
    assert await organiser.taps(label(organiser, "button-outcome")) == words("kk", "outcome-waits")
    await desk.days(8, step=DAY)
    assert not was_told(organiser, "outcome-reminder", code=code, count=7)


# somebody leaves


async def test_an_outcome_that_nobody_has_read_goes_with_who_told_it(desk: Desk) -> None:
    organiser, _ = await organiser_and_other(desk)
    code = await ended(desk, organiser)
    await tells(organiser)
    await erases(organiser)
    assert not await places_of(desk, SAID)
    assert await standing(desk, code) is AppealState.ENDED


async def test_also_the_one_that_a_moderator_told_who_leaves(desk: Desk) -> None:
    organiser, _ = await organiser_and_other(desk)
    code = await ended(desk, organiser)
    damir = desk.moderator("Damir")
    await goes_on_in_private(desk, damir, code, "outcome:")
    await damir.sends(SAID)
    await presses(damir, "skip", "send")
    await erases(damir)
    assert not await places_of(desk, SAID)
    await opens_own(organiser)
    await tells(organiser)
    assert sees(organiser, "outcome-queued", code=code)


async def test_a_moderator_who_was_shown_papers_in_private_can_leave(make_desk: MakeMachine) -> None:
    desk = await make_desk(owner_ids=(first_person(),), moderators_chat=None)
    chief = await acquainted(desk, "Chief", "ru")
    await asks_for_help(await acquainted(desk, "Ернар", "kk"))
    [card] = [message for message in chief.messages if "tick.papers" in str(message.buttons)]
    await decides(chief, card, "papers")
    await erases(chief)
    assert sees(chief, "delete-done")


# posts that nobody knows of


async def test_a_changed_card_is_told_to_moderators_where_the_post_is_in_doubt(machine: Machine) -> None:
    organiser, _ = await organiser_and_other(machine)
    code = await asks_for_help(organiser)
    await told_by_clock_alone(machine, code)
    [post] = appeal_posts(machine, code)
    assert copies(post) == [CARD]
    await changes_payee(organiser)
    asked = words("ru", "trouble-frozen", code=code)
    assert any(asked in message.text for message in machine.to_moderators)


async def test_what_nobody_has_checked_by_its_last_day_is_let_go(desk: Desk) -> None:
    organiser, _ = await organiser_and_other(desk)
    code = await asks_for_help(organiser, ends="14")
    card = appeal_card(desk, code)
    damir = desk.moderator("Damir")
    case = case_of(card)
    await vouches(damir, card)
    await desk.days(15, step=DAY)
    assert was_told(organiser, "appeal-too-late", code=code)
    assert await decides(damir, card, "approve", case) == words("ru", "case-decided-already")
    await organiser.sends("/appeal")
    assert sees(organiser, "appeal-purpose")


async def goes_on_in_private(desk: Desk, moderator: Person, code: str, verb: str) -> None:
    """Find an appeal in the moderators' chat, begin to end it or to tell its outcome, and go to the bot."""
    await moderator.sends("/start")
    await moderator.taps("language:ru")
    await moderator.taps(label(moderator, "button-agree"))
    await moderator.sends("/appeals", chat=desk.moderators.id)
    for tap in ("manage:", verb):
        shown = desk.to_moderators[-1]
        await moderator.taps_stale(shown, data_of(shown, tap))
    [link] = [button["url"] for button in desk.to_moderators[-1].buttons]
    assert code in link
    await moderator.opens(link)


async def cancels(desk: Desk, moderator: Person, code: str) -> None:
    """End an appeal and say why, as a moderator does from their chat."""
    await goes_on_in_private(desk, moderator, code, "cancelappeal:")
    await moderator.sends("Документы оказались поддельными, больница об этом ничего не знает.")
    await moderator.sends("Деньги вернут тем, кто их отправил.")
    await presses(moderator, "send")
