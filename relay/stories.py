"""Stories: one line of thanks for the channel, by the finder or the owner, read by a moderator first."""

from domain.cases import Case, CaseKind
from domain.documents import Report, ReportState
from domain.errors import Refusal
from domain.forms import Draft
from domain.messages import Content, Lane, OnDoubt, Outgoing, chat
from domain.people import Person
from relay import cases, contacts
from relay.work import Work
from storage import cases as stored_cases
from storage import conversations, documents, drafts


async def returned_report(work: Work, person: Person, report_id: str) -> Report:
    """The returned report that this person gave or got back; Refusal when it is not theirs or long over."""
    report = await documents.get(work.tx, report_id)
    if report is None or report.state is not ReportState.RETURNED or not report.name:
        raise Refusal("story-late")
    talks = await conversations.all_of_report(work.tx, report_id)
    if not any(talk.side_of(person.id) for talk in talks):
        raise Refusal("story-late")
    return report


async def offer(work: Work, person: Person, draft: Draft) -> None:
    """Give a line of thanks to the moderators; Refusal with a contact in it, or when theirs waits already."""
    report = await returned_report(work, person, draft.subject or "")
    words = draft.answers["words"]
    if contacts.found(words):
        raise Refusal("story-no-contacts")
    await drafts.drop(work.tx, person.id)
    if person.is_shadowed:
        return
    waiting = await stored_cases.open_about(work.tx, report.id, CaseKind.STORY)
    if any(case.opened_by == person.id for case in waiting):
        raise Refusal("claim-asked")
    await cases.open_case(
        work,
        CaseKind.STORY,
        report.code,
        subject=report.id,
        report_id=report.id,
        about_id=person.id,
        opened_by=person.id,
        details={"words": words},
    )


async def take_back(work: Work, delivery: str) -> None:
    """Say in place of a posted line that it was taken back."""
    if work.policy.channel is None:
        return
    content = Content(work.catalog.text(work.policy.channel_language, "post-story-gone"))
    await work.queue(
        Outgoing(
            chat(work.policy.channel), content, Lane.POST, OnDoubt.RESEND, edits=delivery, or_delete=True
        )
    )


async def publish(work: Work, case: Case) -> str | None:
    """Post a line of thanks; its delivery, None where there is no channel.

    It says nothing of anybody, so in doubt it is rather posted twice than lost.
    """
    if work.policy.channel is None:
        return None
    text = work.catalog.text(work.policy.channel_language, "post-story", words=case.details.get("words", ""))
    outgoing = Outgoing(chat(work.policy.channel), Content(text), Lane.POST, OnDoubt.RESEND)
    return (await work.queue(outgoing))[0]
