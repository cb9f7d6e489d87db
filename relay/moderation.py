"""Moderation: reports that wait for a yes, and posts whose fate is in doubt."""

import hashlib
from dataclasses import replace

from domain.documents import Report, ReportState
from domain.errors import Refusal
from domain.messages import Button, Content, DeliveryState
from locales.catalog import Html
from relay import cards, posts, publication
from relay.people import meet
from relay.work import Work
from storage import documents, outbox, people

AT_ONCE = 20
"""How many troubles are told of in one go."""


def may_moderate(work: Work, chat_id: int, telegram_id: int) -> bool:
    """Whether a tap in this chat by this person counts as a moderator's."""
    in_chat = work.policy.moderators_chat is not None and chat_id == work.policy.moderators_chat
    return in_chat or telegram_id in work.policy.owner_ids


async def tell(work: Work, content: Content) -> None:
    """Tell the moderators' chat, or each owner of the page where there is none."""
    if work.policy.moderators_chat is not None:
        await work.tell_chat(work.policy.moderators_chat, content)
        return
    for telegram_id in work.policy.owner_ids:
        owner = await meet(work, telegram_id, work.moderators_language)
        await work.tell(owner.id, content)


async def ask_review(work: Work, report: Report) -> None:
    """Ask the moderators about a report that waits; the buttons hold for what it says now."""
    language = work.moderators_language
    text = work.catalog.text(
        language, "review-card", card=Html(cards.card(work, language, report)), name=report.name
    )
    present = f"{report.code}:{_stamp(report)}"
    approve = Button(work.catalog.label(language, "button-approve"), tap=f"approve:{present}")
    reject = Button(work.catalog.label(language, "button-reject"), tap=f"reject:{present}")
    await tell(work, Content(text, ((approve, reject),)))


async def approve(work: Work, code: str, stamp: str) -> Report:
    """Open a waiting report; Refusal when somebody decided before or the finder changed it meanwhile."""
    report = await _waiting(work, code, stamp)
    report = replace(report, state=ReportState.OPEN)
    await documents.save(work.tx, report)
    await publication.publish(work, report)
    await _tell_finder(work, report, "review-approved-finder")
    return report


async def reject(work: Work, code: str, stamp: str) -> Report:
    """Close a waiting report; Refusal when somebody decided before or the finder changed it meanwhile."""
    report = await _waiting(work, code, stamp)
    if not await posts.close(work, report):  # it was public before the change that is rejected now
        await ask_removal(work, report)
    await documents.end(work.tx, report.id, ReportState.REJECTED, work.now)
    await _tell_finder(work, report, "review-rejected-finder")
    return report


async def ask_removal(work: Work, report: Report) -> None:
    """Ask the moderators to look for a post that may be out although its report was taken back."""
    text = work.catalog.text(work.moderators_language, "trouble-delete", code=report.code)
    await tell(work, Content(text))


async def report_troubles(work: Work) -> int:
    """Tell the moderators of posts that failed or are in doubt, once each; how many."""
    troubles = await outbox.unreported_troubles(work.tx, AT_ONCE)
    for delivery, report_id, state, problem in troubles:
        report = await documents.get(work.tx, report_id)
        if report is not None:
            await tell(work, _trouble(work, report, delivery, state, problem))
        await outbox.mark_reported(work.tx, delivery, work.now)
    return len(troubles)


async def send_again(work: Work, delivery: str, code: str) -> None:
    """Send a report's post that failed or is in doubt once more, as it should read by now.

    Refusal when that was done before, or when the report has ended and nothing need be posted.
    """
    report = await documents.find_code(work.tx, code)
    if report is None or not await posts.is_wanted(work, report, delivery):
        raise Refusal("document-gone")
    if not await outbox.requeue(work.tx, delivery, work.now):
        raise Refusal("trouble-settled")
    await outbox.rewrite(work.tx, delivery, posts.present(work, report))


def _trouble(work: Work, report: Report, delivery: str, state: DeliveryState, problem: str) -> Content:
    language = work.moderators_language
    text_id = "trouble-unknown" if state is DeliveryState.UNKNOWN else "trouble-undeliverable"
    text = work.catalog.text(language, text_id, code=report.code, problem=problem)
    again = Button(work.catalog.label(language, "button-send-again"), tap=f"resend:{delivery}:{report.code}")
    leave = Button(work.catalog.label(language, "button-leave"), tap=f"leave:{delivery}")
    return Content(text, ((again, leave),))


def _stamp(report: Report) -> str:
    """A short mark of what a report says, so that a yes never holds for other words."""
    said = (report.type, report.country, report.name, report.place, report.day.isoformat())
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:8]


async def _waiting(work: Work, code: str, stamp: str) -> Report:
    report = await documents.find_code(work.tx, code)
    if report is None:
        raise Refusal("document-gone")
    if report.state is not ReportState.QUEUED:
        raise Refusal("review-decided")
    if stamp != _stamp(report):
        raise Refusal("review-changed")
    return report


async def _tell_finder(work: Work, report: Report, text_id: str) -> None:
    finder = await people.get(work.tx, report.finder_id)
    await work.tell(finder.id, Content(work.catalog.text(finder.language, text_id, code=report.code)))
