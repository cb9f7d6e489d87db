"""What is held of a person about appeals, and how they leave: what is public of an appeal's money stays."""

from collections.abc import Mapping, Sequence

from domain.appeals import LIVE, WAITING, Appeal, AppealState
from domain.cases import CaseKind
from domain.ledger import Proposal
from domain.messages import Content
from domain.people import Person
from relay import appeal_cards, appeals, cases, outcomes, receipts
from relay.work import Work
from storage import appeals as stored
from storage import cases as stored_cases
from storage import ledger

Held = Mapping[str, object]


async def asked_for(work: Work, person: Person) -> list[Held]:
    """Every appeal of a person that is held, as plain values with ISO 8601 moments."""
    return [await _appeal(work, one) for one in await stored.of_organiser(work.tx, person.id)]


async def proposed(work: Work, person: Person) -> list[Held]:
    """Every line that a person wrote for a ledger and that is held beside it."""
    return [_proposal(one) for one in await ledger.proposals_by(work.tx, person.id)]


async def lines(work: Work, person: Person) -> Sequence[str]:
    """A person's appeals in a line each, for reading."""
    every = await stored.of_organiser(work.tx, person.id)
    return [f"{one.code} · {appeal_cards.title(work, person.language, one)}" for one in every]


async def end(work: Work, person: Person) -> None:
    """Take back what waits; what stands in the channel asks for no more, and volunteers tell how it ended."""
    for appeal in await stored.of_organiser(work.tx, person.id):
        if appeal.state in WAITING:
            await appeals.withdraw(work, person, appeal.id)
        elif appeal.state in LIVE:
            await appeals.end(work, appeal)
            await _tell_moderators(work, appeal)


async def erase(work: Work, person: Person) -> None:
    """Forget what never was public, and the papers of all; the ledger and what it is about stay."""
    for appeal in await stored.of_organiser(work.tx, person.id):
        await cases.wipe_about(work, [appeal.id], appeal.code)
        await appeals.wipe_papers(work, appeal)
        if appeal.state in (AppealState.WITHDRAWN, AppealState.REFUSED):
            await stored.forget_need(work.tx, appeal.id)
        await outcomes.forget_unread(work, appeal.id)
    for case in await stored_cases.concerning(work.tx, person.id, CaseKind.OUTCOME):
        await outcomes.forget_unread(work, case.subject)
    await cases.wipe_of(work, person.id, CaseKind.CLONE)
    for proposal in await ledger.proposals_by(work.tx, person.id):
        await receipts.take_away(work, proposal)
        await cases.wipe_about(work, [proposal.id], appeal_cards.GONE)
        await ledger.forget_proposal(work.tx, proposal.id)


async def _tell_moderators(work: Work, appeal: Appeal) -> None:
    text = work.catalog.text(work.moderators_language, "appeal-organiser-left", code=appeal.code)
    await cases.tell(work, Content(text))


async def _appeal(work: Work, appeal: Appeal) -> Held:
    need, version = appeal.need, await stored.payee(work.tx, appeal.id)
    return {
        "code": appeal.code,
        "state": appeal.state,
        "for": need.beneficiary if need else None,
        "shown_as": appeal_cards.beneficiary(need) if need else None,
        "relation": need.relation if need else None,
        "purpose": need.purpose if need else None,
        "words": need.words if need else None,
        "goal": f"{need.goal.amount} {need.goal.currency}" if need else None,
        "days": [need.starts.isoformat(), need.ends.isoformat()] if need else None,
        "payee": version.payee.name if version else None,
        "details": version.payee.details.key if version else None,
        "papers": len(await stored.papers(work.tx, appeal.id)),
        "outcome": appeal.ending.words or None,
        "asked_at": appeal.created_at.isoformat(),
    }


def _proposal(proposal: Proposal) -> Held:
    return {
        "kind": proposal.kind,
        "amount": f"{proposal.money.amount} {proposal.money.currency}",
        "day": proposal.day.isoformat(),
        "note": proposal.note,
        "state": proposal.state,
        "with_receipt": proposal.receipt_id is not None,
        "written_at": proposal.created_at.isoformat(),
    }
