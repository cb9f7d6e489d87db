"""Troubles: posts that failed or whose fate is in doubt; moderators look and decide."""

from domain.cases import Action
from domain.documents import Report
from domain.errors import Refusal
from domain.messages import Button, Content, DeliveryState
from domain.people import Person
from relay import cases, posts
from relay.work import Work
from storage import documents, outbox

AT_ONCE = 20
"""How many troubles are told of in one go."""


async def ask_removal(work: Work, report: Report) -> None:
    """Ask the moderators to look for a post that may be out although its report has ended."""
    text = work.catalog.text(work.moderators_language, "trouble-delete", code=report.code)
    await cases.tell(work, Content(text))


async def report_troubles(work: Work) -> int:
    """Tell the moderators of posts that failed or are in doubt, once each; how many."""
    troubles = await outbox.unreported_troubles(work.tx, AT_ONCE)
    for delivery, report_id, state, problem in troubles:
        report = await documents.get(work.tx, report_id)
        if report is not None:
            await cases.tell(work, _trouble(work, report, delivery, state, problem))
        await outbox.mark_reported(work.tx, delivery, work.now)
    return len(troubles) + await _report_notices(work)


async def _report_notices(work: Work) -> int:
    """Tell of notices in private chats that still show what has ended and cannot be changed."""
    stuck = await outbox.unreported_notices(work.tx, AT_ONCE)
    for delivery, report_id, problem in stuck:
        report = await documents.get(work.tx, report_id)
        if report is not None:
            language = work.moderators_language
            text = work.catalog.text(language, "trouble-notice", code=report.code, problem=problem)
            await cases.tell(work, Content(text))
        await outbox.mark_reported(work.tx, delivery, work.now)
    return len(stuck)


async def send_again(work: Work, moderator: Person, delivery: str, code: str) -> None:
    """Send a report's post that failed or is in doubt once more, as it should read by now.

    Refusal when that was done before, or when the report has ended and nothing need be posted.
    """
    report = await documents.find_code(work.tx, code)
    if report is None or not await posts.is_wanted(work, report, delivery):
        raise Refusal("document-gone")
    if not await outbox.requeue(work.tx, delivery, work.now):
        raise Refusal("trouble-settled")
    await outbox.rewrite(work.tx, delivery, posts.present(work, report))
    await cases.record(work, moderator.id, Action.SENT_AGAIN, code, "post")


def _trouble(work: Work, report: Report, delivery: str, state: DeliveryState, problem: str) -> Content:
    language = work.moderators_language
    text_id = "trouble-unknown" if state is DeliveryState.UNKNOWN else "trouble-undeliverable"
    text = work.catalog.text(language, text_id, code=report.code, problem=problem)
    again = Button(work.catalog.label(language, "button-send-again"), tap=f"resend:{delivery}:{report.code}")
    leave = Button(work.catalog.label(language, "button-leave"), tap=f"leave:{delivery}")
    return Content(text, ((again, leave),))
