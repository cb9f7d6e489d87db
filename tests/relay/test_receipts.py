"""Receipts of a ledger: covered before everybody sees them, withheld otherwise, forgotten when refused."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from domain.cases import Decision
from domain.errors import Refusal
from domain.ledger import Proposal, ProposalState
from domain.people import Person
from media import receipts as media
from relay import ledger, receipts
from relay.work import Work
from storage import ledger as stored
from storage.ledger import ReceiptState
from tests.relay.given_appeals import ORGANISER
from tests.relay.keeping import CODE, DAY, FILE, Desk, sent, today


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.directory.close()


def test_a_published_receipt_is_the_covered_picture_and_its_hash_stands_in_the_entry(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    picture = desk.fetched(proposal)
    desk.covers(proposal, frozenset({0, 1, 2}))
    desk.decides(proposal)
    [entry] = desk.entries()
    published = desk.directory.does(lambda work: stored.published(work.tx, CODE))
    assert published == {entry.receipt: media.covered(picture, frozenset({0, 1, 2}))}
    assert media.digest(published[entry.receipt]) == entry.receipt


def test_a_receipt_is_withheld_unless_somebody_says_otherwise(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    desk.fetched(proposal)
    assert "никто не увидит" in desk.card(proposal)
    desk.decides(proposal)
    assert desk.entries()[0].receipt == ""
    assert desk.directory.does(lambda work: stored.published(work.tx, CODE)) == {}


def test_covering_once_more_takes_the_yes_back(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    desk.fetched(proposal)
    desk.covers(proposal, frozenset({0, 1}))
    assert "увидят все" in desk.card(proposal)

    async def change(work: Work) -> None:
        held = await receipts.covering(work, await desk.case(work, proposal))
        await receipts.cover(work, held, frozenset({0}))

    desk.directory.does(change)
    assert desk.proposal(proposal).covered is None
    assert "никто не увидит" in desk.card(proposal)


def test_nobody_publishes_what_they_have_not_seen(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    desk.fetched(proposal, frozenset({7, 8}))

    async def two_look(work: Work) -> None:
        case = await desk.case(work, proposal)
        seen = await receipts.covering(work, case)
        assert seen.cells == {7, 8}
        now = await receipts.cover(work, seen, frozenset())
        await receipts.allow(work, now, seen.mask)

    with pytest.raises(Refusal, match="receipt-changed"):
        desk.directory.does(two_look)
    assert desk.proposal(proposal).covered is None


def test_an_entry_waits_for_its_receipt(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    assert "загружается" in desk.card(proposal)
    with pytest.raises(Refusal, match="ledger-receipt-waits"):
        desk.decides(proposal)


def test_the_original_of_a_refused_receipt_is_forgotten_and_fetched_again(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    desk.fetched(proposal)
    case = desk.decides(proposal, Decision.REJECT)
    assert not desk.directory.does(lambda work: stored.picture(work.tx, proposal.receipt_id or ""))
    desk.undoes(case)
    [waiting] = desk.directory.does(receipts.waiting)
    assert waiting.file == FILE
    assert waiting.id == desk.proposal(proposal).receipt_id
    desk.fetched(desk.proposal(proposal))
    desk.covers(proposal, frozenset({3}))
    desk.decides(proposal)
    assert desk.entries()[0].receipt


def test_an_unreadable_receipt_is_asked_for_again_and_all_else_is_kept(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE), day=(desk.directory.does(today) - DAY).isoformat())
    desk.directory.does(lambda work: receipts.give_up(work, proposal.receipt_id or ""))
    assert "не открылся" in desk.told()
    assert "не открылся" in desk.card(proposal)

    async def send_again(work: Work, known: Person) -> Proposal:
        draft = await ledger.begin_again(work, known, proposal.id)
        assert draft.at == "receipt"
        draft = replace(draft, answers={**draft.answers, "receipt": sent(FILE)})
        return await ledger.propose(work, known, draft)

    again = desk.directory.by(ORGANISER, send_again)
    same = ("kind", "money", "day", "note")
    assert [getattr(again, name) for name in same] == [getattr(proposal, name) for name in same]
    assert desk.proposal(proposal).state is ProposalState.REFUSED
    waiting = desk.directory.does(lambda work: stored.proposed(work.tx, desk.appeal.id))
    assert [one.id for one in waiting] == [again.id]


def test_a_receipt_that_was_forgotten_meanwhile_is_not_kept(desk: Desk) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    desk.directory.does(lambda work: stored.wipe(work.tx, desk.appeal.id))
    desk.fetched(proposal)
    found = desk.directory.does(lambda work: stored.get_receipt(work.tx, proposal.receipt_id or ""))
    assert found is not None
    assert found.state is ReceiptState.UNREADABLE
    assert desk.directory.does(lambda work: stored.picture(work.tx, found.id)) is None
