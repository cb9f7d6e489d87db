"""Cases: what waits for moderators, the cards that show it, and what is forgotten of it."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.cases import Case, CaseKind, CaseState, Decision
from domain.documents import Report
from domain.messages import DeliveryState, chat
from domain.people import Person
from storage import cases, outbox, schema
from tests.storage.conftest import store_fixture
from tests.storage.store import SECOND, START, Store, outgoing

MODERATORS = chat(-1005)
DETAILS = {"words": "Рахмет, Айгүл!", "line": "0192"}
FORMER = {"state": "open"}


@store_fixture
async def person(store: Store) -> Person:
    return await store.person()


@store_fixture
async def report(store: Store) -> Report:
    return await store.report(await store.person())


def decided(case: Case) -> Case:
    return replace(case, state=CaseState.DECIDED, decision=Decision.APPROVE, decided_at=START + SECOND)


async def save(store: Store, case: Case) -> None:
    await store.write(lambda tx: cases.save(tx, case))


async def found(store: Store, case: Case) -> Case | None:
    return await store.read(lambda tx: cases.get(tx, case.id))


async def shown(store: Store, case: Case, recipient: str, message: int) -> str:
    """A card of the case that became this message in the recipient's chat."""
    delivery = await store.queued(outgoing(recipient, "Іс"))
    await store.write(lambda tx: cases.add_card(tx, case.id, delivery))
    await store.write(lambda tx: outbox.finish(tx, delivery, DeliveryState.SENT, START, message))
    return delivery


async def test_a_case_is_read_as_it_was_opened(store: Store, report: Report, person: Person) -> None:
    plain = await store.case(report)
    full = await store.case(
        report,
        kind=CaseKind.STORY,
        about_id=person.id,
        opened_by=report.finder_id,
        details=DETAILS,
        former=FORMER,
    )
    assert [await found(store, case) for case in (plain, full)] == [plain, full]
    assert await store.read(lambda tx: cases.get(tx, "nothing")) is None


async def test_what_becomes_of_a_case_is_kept(store: Store, report: Report, person: Person) -> None:
    case = await store.case(report, details=DETAILS)
    changed = replace(
        decided(case), about_id=person.id, decided_by=person.id, details={"asked": "Қашан?"}, former=FORMER
    )
    await save(store, changed)
    assert await found(store, case) == changed
    await save(store, case)
    assert await found(store, case) == case


async def test_no_words_are_no_sealed_value(store: Store, report: Report) -> None:
    await store.case(report)
    row = (await store.read(lambda tx: tx.execute(select(schema.cases)))).one()
    assert (row.details, row.former) == (None, None)


@pytest.mark.parametrize("missing", ["report_id", "about_id", "opened_by"])
async def test_a_case_is_about_what_is_known(store: Store, report: Report, missing: str) -> None:
    with pytest.raises(IntegrityError):
        await store.case(report, **{missing: "nothing"})


async def test_the_open_cases_about_a_subject_are_found_by_kind(store: Store, report: Report) -> None:
    claim = await store.case(report, kind=CaseKind.CLAIM, subject="claim")
    dispute = await store.case(report, kind=CaseKind.DISPUTE, subject="claim")
    review = await store.case(report)
    over = await store.case(report, kind=CaseKind.CLAIM, subject="claim")
    await save(store, decided(over))
    about = partial(cases.open_about, subject="claim")
    by_kind = [
        await store.read(lambda tx: cases.open_about(tx, "claim", CaseKind.CLAIM)),
        await store.read(lambda tx: cases.open_about(tx, "claim", CaseKind.MONEY)),
        await store.read(lambda tx: cases.open_about(tx, report.id, *CaseKind)),
        await store.read(about),
    ]
    assert [list(one) for one in by_kind] == [[claim], [], [review], []]
    both = await store.read(lambda tx: cases.open_about(tx, "claim", *CaseKind))
    assert {case.id for case in both} == {claim.id, dispute.id}
    of_report = await store.read(lambda tx: cases.open_of_report(tx, report.id))
    assert {case.id for case in of_report} == {claim.id, dispute.id, review.id}


async def test_a_persons_cases_are_those_they_opened_and_those_about_them(
    store: Store, report: Report, person: Person
) -> None:
    opened = await store.case(report, opened_by=person.id)
    about = await store.case(report, about_id=person.id)
    over = await store.case(report, about_id=person.id)
    await store.case(report, opened_by=report.finder_id, about_id=report.finder_id)
    await save(store, decided(over))
    assert list(await store.read(lambda tx: cases.open_concerning(tx, person.id))) == [opened, about]


async def test_the_queue_gives_the_oldest_first_and_counts_by_kind(store: Store, report: Report) -> None:
    assert await store.read(cases.count_open) == {}
    late = await store.case(report, created_at=START + 2 * SECOND)
    early = await store.case(report, kind=CaseKind.MONEY)
    middle = await store.case(report, created_at=START + SECOND)
    await save(store, decided(await store.case(report, kind=CaseKind.STORY)))
    assert list(await store.read(lambda tx: cases.oldest_open(tx, 2))) == [early, middle]
    assert late in await store.read(lambda tx: cases.oldest_open(tx, 5))
    assert await store.read(cases.count_open) == {CaseKind.REVIEW: 2, CaseKind.MONEY: 1}


async def test_a_case_is_reminded_of_once_a_day(store: Store, report: Report) -> None:
    old, older = await store.case(report), await store.case(report, created_at=START - SECOND)
    await store.case(report, created_at=START + SECOND)
    await save(store, decided(await store.case(report)))
    assert list(await store.read(lambda tx: cases.unreminded(tx, START))) == [older]
    soon = partial(cases.unreminded, moment=START + SECOND)
    assert {case.id for case in await store.read(soon)} == {old.id, older.id}
    await store.write(lambda tx: cases.mark_reminded(tx, [old.id, older.id], START + SECOND))
    assert await store.read(soon) == []
    await save(store, old)
    assert await store.read(soon) == []


# cards


async def test_a_message_is_known_for_the_card_it_is(store: Store, report: Report) -> None:
    one, two = await store.case(report), await store.case(report)
    await shown(store, one, MODERATORS, 7)
    await shown(store, two, chat(-2), 7)
    await shown(store, two, MODERATORS, 8)
    cards = [
        await store.read(partial(cases.shown_as, recipient=where, message=message))
        for where, message in [(MODERATORS, 7), (chat(-2), 7), (MODERATORS, 8), (chat(-2), 8)]
    ]
    assert cards == [one, two, two, None]


async def test_a_card_that_was_sent_anew_is_still_the_card(store: Store, report: Report) -> None:
    case = await store.case(report)
    card = await shown(store, case, MODERATORS, 7)
    edit = await store.queued(outgoing(MODERATORS, "Шешілді", edits=card))
    await store.write(lambda tx: outbox.finish(tx, edit, DeliveryState.SENT, START, 9))
    assert await store.read(lambda tx: cases.shown_as(tx, MODERATORS, 9)) == case
    assert list(await store.read(lambda tx: cases.cards(tx, case.id))) == [(card, MODERATORS)]


async def test_a_case_has_a_card_for_each_who_decides(store: Store, report: Report, person: Person) -> None:
    case = await store.case(report)
    made = {
        (await shown(store, case, where, 1), where) for where in (person.id, report.finder_id, MODERATORS)
    }
    await shown(store, await store.case(report), MODERATORS, 2)
    assert set(await store.read(lambda tx: cases.cards(tx, case.id))) == made


# what is forgotten


async def test_a_wiped_case_says_only_that_it_was_decided(
    store: Store, report: Report, person: Person
) -> None:
    said = {"about_id": person.id, "details": DETAILS, "former": FORMER}
    case, other = await store.case(report, **said), await store.case(await store.report(person), **said)
    await save(store, decided(case))
    for one in (case, other):
        await shown(store, one, MODERATORS, 7)
    await store.write(lambda tx: cases.wipe(tx, [case.id]))
    assert await found(store, case) == replace(decided(case), about_id=None, details={}, former={})
    assert await store.read(lambda tx: cases.cards(tx, case.id)) == []
    assert await found(store, other) == other
    assert len(await store.read(lambda tx: cases.cards(tx, other.id))) == 1


async def test_whoever_leaves_is_in_no_case_any_more(store: Store, report: Report, person: Person) -> None:
    told = {"details": DETAILS, "former": FORMER}
    about = await store.case(report, about_id=person.id, opened_by=report.finder_id, **told)
    opened = await store.case(report, about_id=report.finder_id, opened_by=person.id, **told)
    other = await store.case(report, about_id=report.finder_id, opened_by=report.finder_id, **told)
    await store.write(lambda tx: cases.let_go(tx, person.id))
    assert await found(store, about) == replace(about, about_id=None)
    assert await found(store, opened) == replace(opened, opened_by=None, details={}, former={})
    assert await found(store, other) == other
