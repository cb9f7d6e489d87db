"""Claims: a person says that a found document is theirs, proves it, or asks a volunteer to look."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from domain.cases import CaseKind
from domain.claims import Claim, ClaimState
from domain.conversations import Conversation
from domain.documents import AUTHORITIES, ProofKind, Report, ReportState
from domain.errors import Refusal
from domain.forms import Draft
from domain.messages import Button, Content
from domain.people import Person
from relay import caps, cases, conversations, documents, posts, proofs
from relay.caps import Cap
from relay.items import Find
from relay.work import Work
from storage import claims, drafts, watches
from storage import conversations as stored
from storage import documents as reports


class Way(StrEnum):
    """How a claim goes on from here."""

    PROVE = "prove"
    STATE = "state"
    PICK_UP = "pick_up"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Proven:
    """All facts agree: the two may talk."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Disputed:
    """All facts agree, but somebody else has proven the same before: moderators decide."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not all facts agree; `left` more guesses are allowed today."""

    left: int


Verdict: TypeAlias = Proven | Disputed | Wrong


async def way(work: Work, person: Person, code: str) -> tuple[Report, Way]:
    """How this person can claim the report of a code.

    Refusal when it is their own or has ended, when moderators are at it or said no, or over the cap.
    """
    report = await documents.public_report(work, code)
    if report.finder_id == person.id:
        raise Refusal("claim-own")
    if report.whereabouts in AUTHORITIES:
        return report, Way.PICK_UP
    claim = await _made(work, person, report)
    if claim.state is ClaimState.ACCEPTED:
        return report, Way.TALK
    _still_open(claim)
    asks = await proofs.kinds(work, report) and await proofs.tries_left(work, person, report)
    return report, Way.PROVE if asks else Way.STATE


async def claimed_report(work: Work, person: Person, report_id: str) -> Report:
    """The report this person is claiming; Refusal when moderators are at it or it has ended."""
    report, claim = await _claimed(work, person, report_id)
    _still_open(claim)
    return report


async def known_facts(work: Work, person: Person, report: Report) -> dict[ProofKind, str]:
    """The facts the person gave with a watch that was told of this report: they need not be typed again.

    They were compared once when the watch was told. Whoever was compared since must be able to type others.
    """
    watch = await watches.watch_told_of(work.tx, report.id, person.id)
    if watch is None or await proofs.tried(work, person, report) > 1:
        return {}
    return dict(watch.facts)


async def prove(work: Work, person: Person, draft: Draft) -> Verdict:
    """Compare the answers of a claim form; a right one opens the conversation.

    Refusal when the report has ended meanwhile or moderators are at it.
    """
    report, claim = await _claimed(work, person, draft.subject or "")
    _still_open(claim)
    await drafts.drop(work.tx, person.id)
    facts = {kind: draft.answers.get(kind, "") for kind in ProofKind}
    if not await proofs.guess(work, person, report, facts):
        return Wrong(await proofs.tries_left(work, person, report))
    proven = replace(claim, proven=True)
    if report.state is ReportState.CLAIMED:
        await _dispute(work, report, proven)
        return Disputed()
    return Proven(await connect(work, report, proven))


async def state(work: Work, person: Person, draft: Draft) -> Report:
    """Ask moderators: the claimant's words go to them, and the finder is asked for theirs."""
    report, claim = await _claimed(work, person, draft.subject or "")
    _still_open(claim)
    await drafts.drop(work.tx, person.id)
    claim = replace(claim, statement=draft.answers["words"])
    if person.is_shadowed:
        await claims.save(work.tx, replace(claim, state=ClaimState.ASKED))
    elif report.state is ReportState.CLAIMED:
        await _dispute(work, report, claim)
    else:
        await _ask(work, report, claim)
    return report


async def describe(work: Work, person: Person, draft: Draft) -> Report:
    """The finder's words about the document, for the moderators who compare; Refusal when it is too late."""
    claim = await asked_of_finder(work, person, draft.subject or "")
    await drafts.drop(work.tx, person.id)
    await claims.save(work.tx, replace(claim, finder_statement=draft.answers["words"]))
    await cases.refresh(work, claim.id, CaseKind.CLAIM, CaseKind.DISPUTE)
    report = await reports.get(work.tx, claim.report_id)
    if report is None:
        raise Refusal("document-gone")
    return report


async def asked_of_finder(work: Work, person: Person, claim_id: str) -> Claim:
    """The waiting claim about which a finder is asked; Refusal when it is not theirs or is settled."""
    claim = await claims.get(work.tx, claim_id)
    report = await reports.get(work.tx, claim.report_id) if claim else None
    if claim is None or report is None or report.finder_id != person.id:
        raise Refusal("tap-stale")
    if claim.state not in (ClaimState.ASKED, ClaimState.DISPUTED):
        raise Refusal("claim-settled")
    return claim


async def connect(work: Work, report: Report, claim: Claim) -> Conversation:
    """Let a claimant and the finder talk; Refusal when somebody else is connected already."""
    if report.state is not ReportState.OPEN:
        raise Refusal("case-already-claimed" if report.state is ReportState.CLAIMED else "document-gone")
    accepted = replace(claim, state=ClaimState.ACCEPTED)
    await claims.save(work.tx, accepted)
    claimed = replace(report, state=ReportState.CLAIMED)
    await reports.save(work.tx, claimed)
    await posts.refresh(work, Find(claimed))
    return await conversations.start(work, claimed, accepted)


async def refuse(work: Work, claim: Claim) -> str:
    """Tell a claimant that moderators said no; the notice's delivery."""
    await claims.save(work.tx, replace(claim, state=ClaimState.REFUSED))
    return await tell(work, claim, "claim-refused-notice")


async def tell(work: Work, claim: Claim, text_id: str) -> str:
    """Tell a claimant how their claim stands; the delivery."""
    claimant = await work.person(claim.person_id)
    report = await reports.get(work.tx, claim.report_id)
    code = report.code if report else "—"
    return await work.tell(claimant.id, Content(work.catalog.text(claimant.language, text_id, code=code)))


async def _made(work: Work, person: Person, report: Report) -> Claim:
    """The person's claim of a report, made now if it is the first; Refusal over the cap."""
    claim = await claims.find(work.tx, report.id, person.id)
    if claim is not None and claim.state is not ClaimState.DROPPED:
        return claim
    await caps.spend(work, person, Cap.CLAIM)
    if claim is not None:
        again = replace(claim, state=ClaimState.TRIED, proven=False, statement="", finder_statement="")
        await claims.save(work.tx, again)
        return again
    claim = Claim(
        id=work.new_id(),
        report_id=report.id,
        person_id=person.id,
        state=ClaimState.TRIED,
        proven=False,
        statement="",
        finder_statement="",
        created_at=work.now,
    )
    await claims.add(work.tx, claim)
    return claim


async def _claimed(work: Work, person: Person, report_id: str) -> tuple[Report, Claim]:
    """The report that a form is about and the person's claim of it; Refusal when it has ended."""
    report = await reports.get(work.tx, report_id)
    claim = await claims.find(work.tx, report_id, person.id)
    if report is None or claim is None or not report.is_public or report.whereabouts in AUTHORITIES:
        raise Refusal("document-gone")
    return report, claim


def _still_open(claim: Claim) -> None:
    if claim.state in (ClaimState.ASKED, ClaimState.DISPUTED):
        raise Refusal("claim-asked")
    if claim.state is ClaimState.REFUSED:
        raise Refusal("claim-refused")
    if claim.state is ClaimState.ACCEPTED:
        raise Refusal("claim-accepted")
    if claim.state is ClaimState.STOPPED:
        raise Refusal("claim-stopped")
    if claim.state is ClaimState.DROPPED:  # it is begun anew with "this is mine", which is counted
        raise Refusal("tap-stale")


async def _ask(work: Work, report: Report, claim: Claim) -> None:
    asked = replace(claim, state=ClaimState.ASKED)
    await claims.save(work.tx, asked)
    await cases.open_case(
        work,
        CaseKind.CLAIM,
        report.code,
        subject=claim.id,
        report_id=report.id,
        about_id=claim.person_id,
        opened_by=claim.person_id,
    )
    await _ask_finder(work, report, asked)


async def _dispute(work: Work, report: Report, claim: Claim) -> None:
    """Two say the same: nothing is handed over until moderators have decided."""
    disputed = replace(claim, state=ClaimState.DISPUTED)
    await claims.save(work.tx, disputed)
    going = await stored.of_report(work.tx, report.id)
    if going is not None and disputed.proven:  # who proved nothing must not be able to stop the others
        await conversations.freeze(work, going)
    await cases.open_case(
        work,
        CaseKind.DISPUTE,
        report.code,
        subject=claim.id,
        report_id=report.id,
        about_id=claim.person_id,
        opened_by=claim.person_id,
        details={"first": going.claim_id} if going else {},
    )
    await _ask_finder(work, report, disputed)


async def _ask_finder(work: Work, report: Report, claim: Claim) -> None:
    finder = await work.person(report.finder_id)
    text = work.catalog.text(finder.language, "claim-ask-finder", code=report.code)
    button = Button(work.catalog.label(finder.language, "button-describe"), tap=f"describe:{claim.id}")
    await work.tell(finder.id, Content(text, ((button,),)))
