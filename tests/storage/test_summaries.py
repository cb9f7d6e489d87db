"""Counting for the weekly summary: each number is right, and none is found by walking through everything."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

import pytest

from domain import chain
from domain.appeals import Appeal, AppealState
from domain.cases import CaseKind, CaseState
from domain.claims import ClaimState
from domain.conversations import ConversationState
from domain.documents import PUBLIC_STATES, Report, ReportState
from domain.ledger import Entry, EntryKind
from domain.messages import DeliveryState, Lane, chat
from domain.reposts import Item, ItemKind
from domain.summaries import Home, Patience, Stuck
from storage import appeals, dialect, documents, handovers, ledger, notes, outbox, posts, reposts, summaries
from storage.transaction import Transaction
from tests.bot import given
from tests.storage.store import START, Store, outgoing
from tests.storage.test_plans import plan

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
TODAY = date(2026, 11, 22)
WAYS = ("code", "courier")
PLACE = "@kzuz_zhibek_zholy"
CHANNEL = chat(-1001)
TURNS = 6


async def came_home(store: Store, found: datetime, returned: datetime, way: str = "code") -> Report:
    """A document that was reported and given back at these moments."""
    finder = await store.person()
    report = await store.report(finder, place=PLACE, created_at=found)
    await store.ended(report, state=ReportState.RETURNED, ended_at=returned)
    await store.write(lambda tx: handovers.add(tx, report.id, way, returned))
    return report


async def waiting(store: Store, *, since: timedelta = timedelta(), **changes: object) -> Report:
    return await store.report(await store.person(), created_at=START - since, **changes)


async def posted(store: Store, report: Report, state: DeliveryState, **changes: object) -> str:
    """A delivery to the channel that ended in a state."""
    delivery = await store.queued(outgoing(CHANNEL, "Табылды", lane=Lane.POST, **changes))
    await store.write(lambda tx: outbox.finish(tx, delivery, state, START, "no rights"))
    if "edits" not in changes:
        await store.write(lambda tx: posts.put(tx, ItemKind.FIND, report.id, CHANNEL, delivery))
    return delivery


async def stuck(store: Store, *paused: ItemKind) -> Stuck:
    return await store.read(lambda tx: summaries.stuck(tx, START, Patience(), TURNS, paused))


async def test_a_week_is_told_once(store: Store) -> None:
    assert not await store.read(lambda tx: summaries.is_told(tx, TODAY))
    assert await store.write(lambda tx: summaries.tell(tx, TODAY, START))
    assert await store.read(lambda tx: summaries.is_told(tx, TODAY))
    assert not await store.write(lambda tx: summaries.tell(tx, TODAY, START + DAY))
    assert await store.write(lambda tx: summaries.tell(tx, TODAY - WEEK, START)), "a clock may jump back"
    assert not await store.write(lambda tx: summaries.tell(tx, TODAY, START))


async def test_of_many_that_would_tell_it_one_does(store: Store) -> None:
    tries = [store.write(lambda tx: summaries.tell(tx, TODAY, START)) for _ in range(5)]
    assert sorted(await asyncio.gather(*tries)) == [False] * 4 + [True]


async def test_places_of_a_day_are_noted_once_and_read_back(store: Store) -> None:
    yesterday = TODAY - DAY
    await store.write(lambda tx: summaries.note_places(tx, yesterday, {"kzcn_dostyk": 2, "tas_airport": 11}))
    await store.write(lambda tx: summaries.note_places(tx, yesterday, {"kzcn_dostyk": 7}))
    await store.write(lambda tx: summaries.note_places(tx, yesterday - DAY, {}))
    days = [TODAY, yesterday, yesterday - DAY]
    assert await store.read(lambda tx: summaries.places_of_days(tx, days)) == {
        yesterday: {"kzcn_dostyk": 2, "tas_airport": 11},
        yesterday - DAY: {},
    }


async def test_of_more_places_than_a_note_holds_those_with_most_stay(store: Store) -> None:
    many = {f"istanbul_zeytinburnu{number}": number for number in range(1, 40)}
    await store.write(lambda tx: summaries.note_places(tx, TODAY, many))
    noted = (await store.read(lambda tx: summaries.places_of_days(tx, [TODAY])))[TODAY]
    assert len(noted) >= 9
    assert noted == dict(sorted(many.items(), key=lambda item: -item[1])[: len(noted)])


async def test_notes_of_weeks_long_ago_are_forgotten_and_no_others(store: Store) -> None:
    long_ago = TODAY - timedelta(days=61)
    await store.write(lambda tx: notes.put(tx, "paused", "find"))
    for day in (long_ago, TODAY - WEEK):
        await store.write(partial(summaries.tell, week=day, now=START))
        await store.write(partial(summaries.note_places, day=day, places={"kzcn_dostyk": 1}))
    await store.write(lambda tx: summaries.forget_older(tx, TODAY))
    assert await store.read(lambda tx: summaries.is_told(tx, TODAY - WEEK))
    assert not await store.read(lambda tx: summaries.is_told(tx, long_ago))
    days = await store.read(lambda tx: summaries.places_of_days(tx, [long_ago, TODAY - WEEK]))
    assert list(days) == [TODAY - WEEK]
    assert await store.read(lambda tx: notes.find(tx, "paused")) == "find"


async def test_only_proven_handovers_of_the_time_came_home(store: Store) -> None:
    since, until = START - WEEK, START
    await came_home(store, since - DAY, since - timedelta(seconds=1))
    first = await came_home(store, since - DAY, since)
    await came_home(store, since, until - DAY, way="both")
    last = await came_home(store, since, until - timedelta(seconds=1), way="courier")
    await came_home(store, since, until)
    await store.ended(await waiting(store))
    homes = await store.read(lambda tx: summaries.came_home(tx, WAYS, since, until))
    assert homes == [
        Home(first.created_at, since, PLACE),
        Home(last.created_at, until - timedelta(seconds=1), PLACE),
    ]


async def test_what_was_wiped_came_home_from_nowhere(store: Store) -> None:
    report = await came_home(store, START - WEEK, START - DAY)
    await store.write(lambda tx: documents.wipe(tx, report.id, START))
    [home] = await store.read(lambda tx: summaries.came_home(tx, WAYS, START - WEEK, START))
    assert (home.place, home.returned) == ("", START - DAY)


async def test_finds_of_the_time_count_unless_nobody_may_have_seen_them(store: Store) -> None:
    unseen = {ReportState.QUEUED, ReportState.HIDDEN, ReportState.SHADOWED, ReportState.REJECTED}
    for state in ReportState:
        await waiting(store, since=DAY, state=state)
    await waiting(store, since=WEEK + DAY)
    await waiting(store, since=WEEK)
    await waiting(store)
    counted = await store.read(lambda tx: summaries.count_found(tx, START - WEEK, START))
    assert counted == len(set(ReportState) - unseen) + 1


@pytest.mark.parametrize("page", [1, 2, 3, 500])
async def test_waiting_reports_are_counted_by_place_however_small_the_pages(
    store: Store, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summaries, "PAGE", page)
    for number, state in enumerate(ReportState):
        await waiting(store, since=number * DAY, state=state, place=PLACE)
    for since in (DAY, DAY, DAY, 2 * DAY):
        await waiting(store, since=since, place="чайхана у моста")
    assert await store.read(summaries.waiting_places) == {PLACE: len(PUBLIC_STATES), "чайхана у моста": 4}


async def test_nothing_is_stuck_in_an_empty_database(store: Store) -> None:
    nothing = await stuck(store)
    assert nothing == Stuck({}, 0, 0, 0, 0, 0, [])
    assert nothing.is_empty


async def test_cases_are_stuck_after_three_days_by_kind(store: Store) -> None:
    report = await waiting(store)
    old, young = START - 3 * DAY - timedelta(seconds=1), START - 3 * DAY
    for kind in (CaseKind.STORY, CaseKind.REVIEW, CaseKind.STORY):
        await store.case(report, kind=kind, created_at=old)
    await store.case(report, kind=CaseKind.MONEY, created_at=young)
    await store.case(report, kind=CaseKind.DISPUTE, created_at=old, state=CaseState.DECIDED)
    found = (await stuck(store)).cases
    assert list(found.items()) == [(CaseKind.REVIEW, 1), (CaseKind.STORY, 2)]


async def test_posts_in_doubt_or_failed_are_stuck_until_something_newer_is_out(store: Store) -> None:
    lost, failed, fine = [await waiting(store) for _ in range(3)]
    await posted(store, lost, DeliveryState.UNKNOWN)
    await posted(store, failed, DeliveryState.UNDELIVERABLE)
    original = await posted(store, fine, DeliveryState.SENT)
    assert (await stuck(store)).posts == 2
    await posted(store, fine, DeliveryState.UNDELIVERABLE, edits=original)
    assert (await stuck(store)).posts == 3
    await posted(store, fine, DeliveryState.SENT, edits=original)
    assert (await stuck(store)).posts == 2
    await store.write(lambda tx: posts.forget(tx, lost.id))
    assert (await stuck(store)).posts == 1


async def test_claims_are_stuck_after_three_days_while_their_report_lives(store: Store) -> None:
    ages = {ClaimState.ASKED: 4, ClaimState.DISPUTED: 5, ClaimState.TRIED: 9, ClaimState.REFUSED: 9}
    for state, days in ages.items():
        report = await waiting(store, state=ReportState.CLAIMED)
        await store.claim(report, await store.person(), state=state, created_at=START - days * DAY)
    over = await store.ended(await waiting(store))
    await store.claim(over, await store.person(), state=ClaimState.ASKED, created_at=START - 9 * DAY)
    await store.claim(
        await waiting(store), await store.person(), state=ClaimState.ASKED, created_at=START - DAY
    )
    assert (await stuck(store)).claims == 2


async def test_conversations_are_stuck_after_five_days_without_a_word(store: Store) -> None:
    for days, state in ((6, "open"), (4, "open"), (9, "frozen"), (9, "ended")):
        report = await waiting(store, state=ReportState.CLAIMED)
        last = START - days * DAY
        owner = await store.person()
        await store.conversation(report, owner, state=ConversationState(state), last_at=last)
    assert (await stuck(store)).conversations == 1


async def test_finds_that_nobody_claims_are_stuck_after_fourteen_days(store: Store) -> None:
    await waiting(store, since=15 * DAY)
    await waiting(store, since=14 * DAY)
    await waiting(store, since=15 * DAY, state=ReportState.QUEUED)
    claimed = await waiting(store, since=15 * DAY)
    await store.claim(claimed, await store.person(), state=ClaimState.REFUSED)
    assert (await stuck(store)).unclaimed == 1


async def test_items_are_stuck_three_days_after_they_were_due_unless_their_kind_is_paused(
    store: Store,
) -> None:
    due = ((ItemKind.FIND, 0, 4), (ItemKind.FIND, 5, 4), (ItemKind.WATCH, 1, 4), (ItemKind.FIND, 1, 3))
    for number, (kind, turn, days) in enumerate(due):
        item = Item(kind, f"{number:032x}", turn, turn, START - WEEK, None, START - days * DAY)
        await store.write(partial(reposts.begin, item=item))
    assert (await stuck(store)).overdue == 3
    paused = await stuck(store, ItemKind.FIND, ItemKind.APPEAL)
    assert (paused.overdue, paused.paused) == (1, [ItemKind.APPEAL, ItemKind.FIND])
    assert not paused.is_empty


async def appeal(store: Store, code: str, state: AppealState, *, ended: timedelta | None = None) -> Appeal:
    """An appeal that stands so; `ended` so long ago."""
    organiser = await store.person()
    over = START - ended if ended is not None else None
    put = replace(
        given.of(state, code), id=store.new_id(), organiser_id=organiser.id, created_at=START, ended_at=over
    )
    await store.write(lambda tx: appeals.add(tx, put, given.NEED))
    return put


async def entry(store: Store, number: int, code: str, at: datetime, receipt: str = "ab" * 32) -> None:
    """An entry of an appeal's ledger."""
    line = Entry(
        seq=number,
        appeal=code,
        number=number,
        kind=EntryKind.SPENT,
        money=given.tenge(1),
        day=TODAY,
        note="note",
        receipt=receipt,
        corrects=None,
        recorded_at=at,
        previous=chain.GENESIS,
        before=chain.GENESIS,
        hash=f"{number:064x}",
    )
    await store.write(lambda tx: ledger.append(tx, line))


async def test_open_appeals_are_counted_and_those_with_receipts_of_the_week(store: Store) -> None:
    codes = {state: f"K{number}222" for number, state in enumerate(AppealState)}
    for state, code in codes.items():
        await appeal(store, code, state)
    proven, frozen = codes[AppealState.OPEN], codes[AppealState.FROZEN]
    since = START - WEEK
    await entry(store, 1, proven, since)
    await entry(store, 2, proven, START - DAY)
    await entry(store, 3, frozen, since - timedelta(seconds=1))
    await entry(store, 4, frozen, START)
    await entry(store, 5, frozen, START - DAY, receipt="")
    await entry(store, 6, codes[AppealState.CLOSED], START - DAY)
    assert await store.read(summaries.count_appeals) == 2
    assert await store.read(lambda tx: summaries.count_proven(tx, since, START)) == 1


async def test_outcomes_are_stuck_after_seven_days_unless_moderators_have_one(store: Store) -> None:
    await appeal(store, "K2222", AppealState.ENDED, ended=WEEK + timedelta(seconds=1))
    await appeal(store, "K3333", AppealState.ENDED, ended=WEEK)
    await appeal(store, "K4444", AppealState.CLOSED, ended=2 * WEEK)
    told = await appeal(store, "K5555", AppealState.ENDED, ended=2 * WEEK)
    report = await waiting(store)
    await store.case(report, kind=CaseKind.OUTCOME, subject=told.id)
    found = await stuck(store)
    assert found.outcomes == 1
    assert not found.is_empty


QUESTIONS: dict[str, Callable[[Transaction], Awaitable[object]]] = {
    "told": lambda tx: summaries.is_told(tx, TODAY),
    "days": lambda tx: summaries.places_of_days(tx, [TODAY, TODAY - DAY]),
    "home": lambda tx: summaries.came_home(tx, WAYS, START - WEEK, START),
    "found": lambda tx: summaries.count_found(tx, START - WEEK, START),
    "waiting": summaries.waiting_places,
    "appeals": summaries.count_appeals,
    "proven": lambda tx: summaries.count_proven(tx, START - WEEK, START),
    "stuck": lambda tx: summaries.stuck(tx, START, Patience(), TURNS, [ItemKind.APPEAL]),
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_no_number_is_counted_by_walking_through_everything(
    store: Store, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    monkeypatch.setattr(summaries, "PAGE", 1)
    await waiting(store)
    steps = await plan(store, QUESTIONS[question])
    assert steps
    assert [step for step in steps if step.startswith("SCAN") and "CONSTANT" not in step] == [], steps


async def test_pages_of_waiting_reports_come_in_the_order_of_an_index(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    monkeypatch.setattr(summaries, "PAGE", 1)
    await waiting(store)
    steps = await plan(store, summaries.waiting_places)
    by_state = "SEARCH reports USING INDEX ix_reports_state_created_at (state=?"
    assert {step[: len(by_state)] for step in steps if "reports" in step} == {by_state}
    whole = [
        step for step in steps if "B-TREE" in step and "RIGHT PART" not in step and "LAST TERM" not in step
    ]
    assert whole == [], "nothing but reports of one moment is sorted"
