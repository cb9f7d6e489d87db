"""Endings: what has to happen when a report is over, however it came to be."""

from dataclasses import replace

from domain.claims import ClaimState
from domain.conversations import Conversation
from domain.documents import Report, ReportState
from domain.messages import Button, Content
from relay import cases, conversations, matches, posts, troubles
from relay.items import Find
from relay.work import Work
from storage import claims, documents
from storage import conversations as stored

_WAITING = (ClaimState.TRIED, ClaimState.ASKED, ClaimState.DISPUTED)
_TOLD = (ClaimState.ASKED, ClaimState.DISPUTED)
"""Claims whose people wait to hear from us."""


async def finish(work: Work, report: Report, state: ReportState) -> Report:
    """End a report: nobody finds it any more, whatever told of it says so, whoever waited is told."""
    ended = replace(report, state=state, ended_at=work.now)
    await documents.save(work.tx, ended)
    await matches.forget(work, report.id)
    going = await stored.of_report(work.tx, report.id)
    if going is not None:
        await _hang_up(work, going, ended)
    await _drop_claims(work, ended)
    await cases.settle_report(work, ended)
    await resolve(work, ended)
    return ended


async def resolve(work: Work, report: Report) -> None:
    """Bring the post and the notices of a report to its present state."""
    if not await posts.close(work, Find(report)):
        await troubles.ask_removal(work, report.code)
    await posts.amend_mentions(work, report)


async def _hang_up(work: Work, conversation: Conversation, report: Report) -> None:
    await conversations.hang_up(work, conversation)
    if report.state is not ReportState.RETURNED:  # who handed it over is thanked instead
        for person_id in (conversation.finder_id, conversation.owner_id):
            await _tell(work, person_id, report)


async def _drop_claims(work: Work, report: Report) -> None:
    """Close the claims of others: somebody else has the document now, or nobody looks any more."""
    for claim in await claims.of_report(work.tx, report.id, *_WAITING):
        await claims.save(work.tx, replace(claim, state=ClaimState.DROPPED))
        if claim.state in _TOLD:
            await _tell(work, claim.person_id, report)


async def _tell(work: Work, person_id: str, report: Report) -> None:
    person = await work.person(person_id)
    state = work.catalog.label(person.language, f"state-{report.state}")
    text = work.catalog.text(person.language, "claim-ended", code=report.code, state=state)
    watch = Button(work.catalog.label(person.language, "button-watch"), tap="lost")
    rows = ((watch,),) if person.id != report.finder_id else ()
    await work.tell(person.id, Content(text, rows))
