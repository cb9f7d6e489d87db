"""Claims in chat: the owner answers what only the owner knows, or asks a volunteer."""

from domain.documents import ProofKind, Report
from domain.errors import Refusal
from domain.forms import CLAIM, DESCRIBE, PREVIEW, SKIPPED, STATEMENT, Draft
from domain.messages import Button, Content
from domain.people import Person
from handlers import conversations, people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import cards, claims, forms, proofs
from relay.claims import Disputed, Proven, Way, Wrong
from relay.work import Work


async def claim(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "this is mine": the first question, once the person has agreed; the card tapped stays."""
    code = incoming.after("claim:")
    refused = await people.gate(work, person, f"{people.INTENT_CLAIM}_{code}")
    return refused or _added(await begin(work, person, code))


async def after_consent(work: Work, person: Person, code: str) -> Screen:
    """Go on with a claim that waited for the consent; a refusal takes the consent's place."""
    try:
        return await begin(work, person, code)
    except Refusal as refusal:
        return Screen(Content(work.catalog.text(person.language, refusal.text_id, **refusal.values)))


async def begin(work: Work, person: Person, code: str) -> Screen:
    """The next step of a claim: a question, a volunteer, where to fetch it, or the conversation.

    Refusal while a half-filled form would be lost by it.
    """
    report, way = await claims.way(work, person, code)
    match way:
        case Way.PROVE:
            return await _prove(work, person, report)
        case Way.STATE:
            return _offer_volunteer(work, person, report, "claim-needs-volunteer")
        case Way.PICK_UP:
            card = Html(cards.card(work, person.language, report))
            return Screen(Content(work.catalog.text(person.language, "claim-pick-up", card=card)))
        case Way.TALK:
            return await conversations.of_claim(work, person, report)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Compare the answers and say what came of it, never which of them was wrong."""
    report = await claims.claimed_report(work, person, draft.subject or "")
    verdict = await claims.prove(work, person, draft)
    match verdict:
        case Proven(conversation):
            return await conversations.opened(work, person, conversation)
        case Disputed():
            text = work.catalog.text(person.language, "claim-disputed", code=report.code)
            return Screen(Content(text), in_place=False)
        case Wrong(0):
            return _offer_volunteer(work, person, report, "claim-wrong-last")
        case Wrong(left):
            text = work.catalog.text(person.language, "claim-wrong", count=left)
            again = Button(
                work.catalog.label(person.language, "button-try-again"), tap=f"claim:{report.code}"
            )
            return Screen(Content(text, ((again,), (_volunteer(work, person, report),))), in_place=False)


async def state(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "I cannot answer, ask a volunteer": one question in the claimant's own words."""
    report = await claims.claimed_report(work, person, incoming.after("state:"))
    draft = await forms.begin_about(work, person, STATEMENT, report.id)
    return questions.render(work, person, draft)


async def finish_statement(work: Work, person: Person, draft: Draft) -> Screen:
    """Give the words to the moderators."""
    report = await claims.state(work, person, draft)
    return Screen(Content(work.catalog.text(person.language, "claim-told", code=report.code)), in_place=False)


async def describe(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle the finder's "describe it": what the volunteer is to compare with the claimant's words."""
    asked = await claims.asked_of_finder(work, person, incoming.after("describe:"))
    draft = await forms.begin_about(work, person, DESCRIBE, asked.id)
    return questions.render(work, person, draft)


async def finish_description(work: Work, person: Person, draft: Draft) -> Screen:
    """Give the finder's words to the moderators."""
    report = await claims.describe(work, person, draft)
    text = work.catalog.text(person.language, "claim-described", code=report.code)
    return Screen(Content(text), in_place=False)


async def _prove(work: Work, person: Person, report: Report) -> Screen:
    """Ask for the facts the finder gave; those the owner gave with a watch need not be typed again."""
    asked = await proofs.kinds(work, report)
    given: dict[str, str] = {kind: SKIPPED for kind in ProofKind if kind not in asked}
    known = await claims.known_facts(work, person, report)
    given |= {kind: fact for kind, fact in known.items() if kind in asked}
    draft = await forms.begin_about(work, person, CLAIM, report.id, given)
    if draft.at == PREVIEW:
        return await finish(work, person, draft)
    return questions.render(work, person, draft)


def _offer_volunteer(work: Work, person: Person, report: Report, text_id: str) -> Screen:
    text = work.catalog.text(person.language, text_id, code=report.code)
    return Screen(Content(text, ((_volunteer(work, person, report),),)), in_place=False)


def _volunteer(work: Work, person: Person, report: Report) -> Button:
    return Button(work.catalog.label(person.language, "button-state"), tap=f"state:{report.id}")


def _added(screen: Screen) -> Screen:
    return Screen(screen.content, in_place=False, closes=False, draft=screen.draft)
