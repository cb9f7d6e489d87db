"""Retention: reports run out, and what has ended loses everything personal after some days."""

from datetime import timedelta

from domain.documents import Report, ReportState
from domain.messages import Button, Content
from relay import cases, endings, matches, posts, public_watches
from relay.items import Find
from relay.work import Work
from storage import claims, conversations, documents, watches
from storage import posts as stored_posts

AT_ONCE = 50


async def expire(work: Work, report: Report) -> None:
    """End a report that nobody has renewed in time; its finder is told and may open it again."""
    # What is hidden and nobody decided about must not be opened again by its finder.
    hidden = report.state is ReportState.HIDDEN
    await endings.finish(work, report, ReportState.REJECTED if hidden else ReportState.EXPIRED)
    await watches.drop_matches(work.tx, report.id)  # so that its watchers are told again if it comes back
    await stored_posts.forget_mentions(work.tx, report.id)
    await _tell_finder(work, report, hidden=hidden)


async def wipe(work: Work) -> int:
    """Forget everything personal in what ended 3 days ago; how many things."""
    moment = work.now - work.policy.wiped_after
    old_reports = await documents.unwiped(work.tx, moment, AT_ONCE)
    for report_id in old_reports:
        await forget(work, report_id)
    old_watches = await watches.ended_before(work.tx, moment, AT_ONCE)
    for watch_id in old_watches:
        await public_watches.forget(work, watch_id)
    silent = await conversations.ended_before(work.tx, moment, AT_ONCE)
    for conversation_id in silent:
        await conversations.drop_lines(work.tx, conversation_id)
    return len(old_reports) + len(old_watches) + len(silent)


async def forget(work: Work, report_id: str) -> None:
    """Wipe a report that has ended, and all that was said about it."""
    await documents.wipe(work.tx, report_id, work.now)
    await matches.forget(work, report_id)
    await claims.forget_statements(work.tx, report_id)
    for conversation in await conversations.all_of_report(work.tx, report_id):
        await conversations.drop_lines(work.tx, conversation.id)
    await watches.drop_matches(work.tx, report_id)
    report = await documents.get(work.tx, report_id)
    if report is not None:
        await posts.forget(work, Find(report))
        await posts.forget_mentions(work, report)
        await cases.wipe(work, report)


async def _tell_finder(work: Work, report: Report, *, hidden: bool) -> None:
    finder = await work.person(report.finder_id)
    if finder.is_gone:
        return
    if hidden:
        text = work.catalog.text(finder.language, "about-me-finder", code=report.code)
        await work.tell(finder.id, Content(text))
        return
    days = work.policy.open_for_type(report.type) // timedelta(days=1)
    text = work.catalog.text(finder.language, "found-expired", code=report.code, days=days)
    renew = Button(work.catalog.label(finder.language, "button-renew"), tap=f"renew:{report.id}")
    await work.tell(finder.id, Content(text, ((renew,),)))
