"""Rulings about lines of a ledger: a yes writes them for ever, a no can be taken back for some minutes."""

from collections.abc import Mapping

from domain.appeals import Appeal
from domain.cases import Case, CaseKind, Decision, Reason
from domain.errors import Refusal
from domain.ledger import Proposal
from domain.messages import Content
from relay import ledger, ledger_cards, receipts
from relay.decisions import Former, Ruling
from relay.work import Work
from storage import appeals, outbox
from storage import ledger as stored

_KNOWN = "entries"
"""How many entries the appeal had when a line was refused."""


async def _confirm(work: Work, case: Case, _: Reason | None) -> Former:
    proposal, appeal = await _subject(work, case)
    moderator = await work.person(case.decided_by or "")
    entry = await ledger.confirm(work, moderator, proposal)
    await receipts.take_away(work, proposal)
    return await _tell(work, proposal, "ledger-confirmed", code=appeal.code, number=entry.number)


async def _stands(_: Work, __: Case) -> None:
    """What stands in the ledger stays there: everybody's copy would say that it was torn out."""
    raise Refusal("ledger-for-ever")


async def _refuse(work: Work, case: Case, reason: Reason | None) -> Former:
    proposal, appeal = await _subject(work, case)
    await ledger.refuse(work, proposal.id)
    await receipts.take_away(work, proposal)
    author = await work.person(proposal.author_id)
    said = work.catalog.label(author.language, f"ledger-refused-{reason or Reason.OTHER}")
    known = str(len(await stored.entries_of(work.tx, appeal.code)))
    told = await _tell(work, proposal, "ledger-refused", code=appeal.code, reason=said)
    return {**told, _KNOWN: known}


async def _unrefuse(work: Work, case: Case) -> None:
    proposal = await ledger.bring_back(work, case.subject, int(case.former[_KNOWN]))
    appeal = await appeals.get(work.tx, proposal.appeal_id)
    if "notice" not in case.former or appeal is None:
        return
    author = await work.person(proposal.author_id)
    content = Content(work.catalog.text(author.language, "decision-undone", code=appeal.code))
    await work.amend(case.former["notice"], author.id, content)
    await outbox.overwrite(work.tx, case.former["notice"], content)


RULINGS: Mapping[tuple[CaseKind, Decision], Ruling] = {
    (CaseKind.LEDGER, Decision.APPROVE): Ruling(_confirm, _stands),
    (CaseKind.LEDGER, Decision.REJECT): Ruling(_refuse, _unrefuse),
}


async def _subject(work: Work, case: Case) -> tuple[Proposal, Appeal]:
    proposal = await stored.get_proposal(work.tx, case.subject)
    appeal = await appeals.get(work.tx, proposal.appeal_id) if proposal else None
    if proposal is None or appeal is None:
        raise Refusal("case-moved-on")
    return proposal, appeal


async def _tell(work: Work, proposal: Proposal, text_id: str, **values: str | int) -> Former:
    """Tell the author what was decided, unless they have erased themselves."""
    author = await work.person(proposal.author_id)
    if author.is_gone:
        return {}
    said = {**ledger_cards.told(work, author.language, proposal), **values}
    return {
        "notice": await work.tell(author.id, Content(work.catalog.text(author.language, text_id, **said)))
    }
