"""Lines of a ledger: who writes and confirms them, what corrects them, the head of the chain."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from domain import chain
from domain.appeals import Appeal, AppealState
from domain.cases import CaseKind, Decision
from domain.errors import Refusal
from domain.ledger import EntryKind, ProposalState
from domain.money import Currency, Money
from domain.people import Ban, BanKind, Person, Role
from domain.reposts import Rules
from domain.subscriptions import Quiet
from relay import ledger, ledger_cards, roles
from relay.work import Work
from storage import appeals as stored_appeals
from storage import bans, notes, outbox
from storage import cases as stored_cases
from tests.relay.directory import CHIEF
from tests.relay.given_appeals import ORGANISER
from tests.relay.keeping import DAY, Desk, tenge, today

COURIER, STRANGER, MODERATOR = 7_734_512_021, 7_734_512_022, 7_734_512_023
HOUR = timedelta(hours=1)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.directory.close()


@pytest.fixture
def courier(desk: Desk) -> int:
    desk.directory.by(CHIEF, lambda work, chief: roles.give(work, chief, COURIER, Role.COURIER, "Ержан"))
    return COURIER


# Writing and confirming


def test_a_confirmed_line_stands_in_the_ledger_and_its_author_hears_of_it(desk: Desk) -> None:
    proposal = desk.proposes(amount="150000.50")
    assert "150 000,50 ₸" in desk.card(proposal)
    desk.decides(proposal)
    [entry] = desk.entries()
    assert (entry.seq, entry.number, entry.kind, entry.money) == (1, 1, EntryKind.RECEIVED, tenge("150000.5"))
    assert entry.recorded_at.microsecond == 0
    assert desk.proposal(proposal).state is ProposalState.CONFIRMED
    assert "запись № 1" in desk.told()
    chain.verify(chain.export([entry]))


def test_a_confirmed_line_is_to_be_drawn_and_written(desk: Desk) -> None:
    async def rested(work: Work) -> None:
        await stored_appeals.drawn(work.tx, desk.appeal.id, work.now)
        await stored_appeals.written(work.tx, desk.appeal.id)

    async def waiting(work: Work) -> tuple[list[Appeal], list[Appeal]]:
        drawn_before = work.now + HOUR
        return (
            list(await stored_appeals.to_draw(work.tx, drawn_before, 9)),
            list(await stored_appeals.unwritten(work.tx, 9)),
        )

    desk.directory.does(rested)
    assert desk.directory.does(waiting) == ([], [])
    desk.enters()
    to_draw, unwritten = desk.directory.does(waiting)
    assert [one.id for one in to_draw] == [one.id for one in unwritten] == [desk.appeal.id]


def test_a_sum_without_a_currency_is_in_the_goals(desk: Desk) -> None:
    assert desk.proposes(amount="5.00").money == tenge("5")
    assert desk.proposes(amount="5.00 USD").money == Money(Decimal(5), Currency.USD)
    assert desk.proposes(amount="5.00", currency="UZS").money == Money(Decimal(5), Currency.UZS)


def test_couriers_and_moderators_write_too_and_strangers_do_not(desk: Desk, courier: int) -> None:
    desk.proposes(courier, what="delivered")
    desk.proposes(CHIEF)
    with pytest.raises(Refusal, match="my-gone"):
        desk.proposes(STRANGER)


@pytest.mark.parametrize("state", [AppealState.APPROVED, AppealState.CLOSED, AppealState.CANCELLED])
def test_nothing_is_written_before_an_appeal_is_public_or_when_it_is_over(state: AppealState) -> None:
    desk = Desk(state)
    with pytest.raises(Refusal, match="ledger-closed"):
        desk.proposes()
    desk.directory.close()


def test_a_line_cannot_be_confirmed_when_the_appeal_is_over(desk: Desk) -> None:
    proposal = desk.proposes()
    closed = replace(desk.appeal, state=AppealState.CLOSED)
    desk.directory.does(lambda work: stored_appeals.save(work.tx, closed))
    with pytest.raises(Refusal, match="case-moved-on"):
        desk.decides(proposal)
    desk.decides(proposal, Decision.REJECT)
    assert desk.entries() == []


@pytest.mark.parametrize(("days", "fits"), [(0, True), (-7, True), (-8, False), (1, False)])
def test_a_day_lies_between_a_week_before_the_appeal_and_today(desk: Desk, days: int, fits: bool) -> None:  # noqa: FBT001 - pytest gives it
    day = (desk.directory.does(today) + days * DAY).isoformat()
    if fits:
        desk.proposes(day=day)
    else:
        with pytest.raises(Refusal, match="ledger-day-wrong"):
            desk.proposes(day=day)


@pytest.mark.parametrize(
    "note", ["Звоните +7 701 123 45 67", "На карту 4400 4301 1234 5670", "Пишите @almaty_help"]
)
def test_a_note_holds_no_contacts_and_no_accounts(desk: Desk, note: str) -> None:
    with pytest.raises(Refusal, match="appeal-no-contacts"):
        desk.proposes(note=note)


def test_so_many_lines_wait_and_no_more(desk: Desk) -> None:
    first = desk.proposes()
    for _ in range(ledger.OPEN_PROPOSALS - 1):
        desk.proposes()
    with pytest.raises(Refusal, match="ledger-too-many"):
        desk.proposes()
    desk.decides(first)
    desk.proposes()


def test_nobody_confirms_their_own_line_or_a_line_of_their_own_appeal(desk: Desk, courier: int) -> None:
    by_chief, by_courier = desk.proposes(CHIEF), desk.proposes(courier)
    for proposal, moderator in ((by_chief, CHIEF), (by_chief, ORGANISER), (by_courier, ORGANISER)):
        with pytest.raises(Refusal, match="ledger-own"):
            desk.decides(proposal, moderator=moderator)
    assert desk.entries() == []
    desk.decides(by_chief, moderator=MODERATOR)


def test_what_stands_in_the_ledger_cannot_be_undone(desk: Desk) -> None:
    case = desk.decides(desk.proposes())
    with pytest.raises(Refusal, match="ledger-for-ever"):
        desk.undoes(case)
    assert len(desk.entries()) == 1


def test_a_refused_line_can_wait_again(desk: Desk) -> None:
    proposal = desk.proposes()
    case = desk.decides(proposal, Decision.REJECT)
    assert "не принята" in desk.told()
    desk.undoes(case)
    assert desk.proposal(proposal).state is ProposalState.QUEUED
    desk.decides(proposal)
    assert len(desk.entries()) == 1


def test_the_card_warns_when_more_would_be_gone_than_came(desk: Desk) -> None:
    desk.enters("1000.00")
    assert "⚠️" not in desk.card(desk.proposes(amount="1000.00", what="spent"))
    assert "-200 ₸" in desk.card(desk.proposes(amount="1200.00", what="transferred"))
    assert "⚠️" not in desk.card(desk.proposes(amount="5000.00", what="delivered"))


def test_who_is_banned_in_silence_writes_for_nobody(desk: Desk) -> None:
    async def shadow(work: Work, _: Person) -> None:
        await bans.put(work.tx, ORGANISER, Ban(BanKind.SHADOW, None))

    desk.directory.by(ORGANISER, shadow)
    proposal = desk.proposes()
    waiting = desk.directory.does(lambda work: stored_cases.open_about(work.tx, proposal.id, CaseKind.LEDGER))
    assert list(waiting) == []


# Corrections


def test_a_correction_adds_the_difference_to_what_it_is_so_far(desk: Desk) -> None:
    desk.enters("1200.00", "spent")
    desk.decides(desk.corrects(1, "1500.00"))
    desk.decides(desk.corrects(1, "900.00"))
    assert [entry.money.amount for entry in desk.entries()] == [1200, 300, -600]
    assert [entry.corrects for entry in desk.entries()] == [None, 1, 1]
    held = desk.directory.does(lambda work: ledger_cards.balance_of(work, desk.appeal))
    assert held.of(EntryKind.SPENT, Currency.KZT) == tenge("900")
    chain.verify(chain.export(desk.entries()))


@pytest.mark.parametrize(
    ("number", "amount", "refusal"),
    [
        (1, "1200.00", "ledger-same-sum"),
        (1, "3.00 USD", "ledger-same-currency"),
        (2, "3.00", "ledger-correct-first"),
        (9, "3.00", "my-gone"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    desk: Desk, number: int, amount: str, refusal: str
) -> None:
    desk.enters("1000.00")
    desk.decides(desk.corrects(1, "1200.00"))
    with pytest.raises(Refusal, match=refusal):
        desk.corrects(number, amount)


def test_one_correction_of_an_entry_waits_at_a_time(desk: Desk) -> None:
    desk.enters("1000.00")
    desk.corrects(1, "1200.00")
    with pytest.raises(Refusal, match="ledger-correction-waits"):
        desk.corrects(1, "1300.00")


@pytest.mark.parametrize("confirmed", [False, True])
def test_a_refused_correction_stays_refused_when_another_came_since(desk: Desk, confirmed: bool) -> None:  # noqa: FBT001 - pytest gives it
    desk.enters("1000.00")
    case = desk.decides(desk.corrects(1, "1200.00"), Decision.REJECT)
    other = desk.corrects(1, "1300.00")
    if confirmed:
        desk.decides(other)
    with pytest.raises(Refusal, match="undo-impossible"):
        desk.undoes(case)


# The head of the chain


def test_the_head_is_posted_once_in_the_evening_and_only_when_the_chain_grew(desk: Desk) -> None:
    def heads() -> int:
        return desk.directory.does(ledger.tell_head)

    desk.directory.clock.wind(6 * HOUR)  # 20:00 where the channel is
    assert heads() == 0
    desk.enters()
    assert (heads(), heads()) == (1, 0)
    desk.enters()
    assert heads() == 0
    desk.directory.clock.wind(DAY)
    assert (heads(), heads()) == (1, 0)
    desk.directory.clock.wind(DAY)
    assert heads() == 0
    assert desk.directory.does(lambda work: notes.find(work.tx, ledger.HEAD_TOLD)) == "2026-11-23 2"


@pytest.mark.parametrize(
    ("quiet", "hours"),
    [(Quiet(22, 9), {20, 21}), (Quiet(20, 9), {19}), (Quiet(18, 23), {17, 23}), (None, {20, 21, 22, 23})],
)
def test_the_head_comes_in_the_evening_and_outside_quiet_hours(
    desk: Desk, quiet: Quiet | None, hours: set[int]
) -> None:
    relay = desk.directory.relay
    policy = replace(relay.policy, reposts=Rules(quiet=quiet))
    desk.directory.relay = replace(relay, policy=policy)
    desk.enters()
    desk.directory.clock.wind(9 * HOUR + 24 * 60 * timedelta(minutes=1))  # 23:00, a day later
    told = set()
    for _ in range(24):
        desk.directory.clock.wind(HOUR)
        desk.directory.does(lambda work: notes.put(work.tx, ledger.HEAD_TOLD, "2026-01-01 0"))
        if desk.directory.does(ledger.tell_head):
            told.add(desk.directory.clock.now().astimezone(policy.zone).hour)
    assert told == {hour for hour in hours if quiet is None or hour < quiet.start or quiet.end <= hour}


def test_the_post_tells_the_number_of_entries_and_the_hash(desk: Desk) -> None:
    entry = desk.enters()
    desk.directory.clock.wind(6 * HOUR)

    async def posted(work: Work) -> str:
        await ledger.tell_head(work)
        [channel] = work.policy.channels
        return "\n".join(text for _, text in await outbox.shown_to(work.tx, channel.recipient))

    text = desk.directory.does(posted)
    assert entry.hash in text
    assert "1 запись" in text
