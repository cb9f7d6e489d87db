"""Outcomes: what came of an appeal is told, looked at by a moderator, and read by everybody."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.appeal_forms import OUTCOME
from domain.appeals import LIVE, Appeal, AppealState, Ending
from domain.cases import CaseKind
from domain.errors import Refusal
from domain.forms import PREVIEW, Answers, Draft, first_open
from domain.messages import Attachment, Button, Content, Lane, OnDoubt, Outgoing
from domain.people import Person
from relay import appeal_form, appeals, cases, forms, outcome_cards, roles
from relay.outcome_cards import SHOWABLE, Outcome
from relay.work import Work
from storage import appeals as stored
from storage import drafts, ledger, outbox, posts

CLOSES: Final = "closes"
"""The answer that is given beforehand: whether the sums of the ledger close."""


async def begin(work: Work, person: Person, appeal_id: str) -> Draft:
    """Begin to tell what came of an appeal.

    Refusal for whoever is neither its organiser nor a moderator, while it is open, while an outcome of it or
    entries of its ledger wait for moderators, when it was told, and while a half-filled form would be lost.
    """
    appeal = await _owed(work, person, appeal_id)
    return await forms.begin_about(work, person, OUTCOME, appeal.id, await _given(work, appeal))


async def recounted(work: Work, draft: Draft) -> Draft:
    """The draft by what the ledger says now: where its sums do not close any more it asks why."""
    appeal = await appeals.by_id(work, draft.subject or "")
    answers = {**draft.answers, **await _given(work, appeal)}
    if answers == draft.answers:
        return draft
    at = first_open(OUTCOME, answers)
    asked = replace(draft, answers=answers, at=at, revision=draft.revision + 1, updated_at=work.now)
    await drafts.save(work.tx, asked)
    return asked


async def previewed(work: Work, draft: Draft) -> Outcome:
    """The outcome as it would be told with what a draft holds by now."""
    appeal = await appeals.by_id(work, draft.subject or "")
    return await outcome_cards.of(work, replace(appeal, ending=_ending_in(draft.answers)))


def is_unfit(draft: Draft) -> bool:
    """Whether what was sent as a picture is a document rather than a photo or video."""
    return draft.at == PREVIEW and any(file.kind not in SHOWABLE for file in _files(draft.answers))


async def propose(work: Work, person: Person, draft: Draft) -> Appeal:
    """Ask moderators to look at what a draft tells.

    Refusal as for `begin`, for a document in place of a photo or video, and while the sums neither close nor
    are explained.
    """
    appeal = await _owed(work, person, draft.subject or "")
    if is_unfit(draft):
        raise Refusal("outcome-picture-unfit")
    told = await outcome_cards.of(work, replace(appeal, ending=_ending_in(draft.answers)))
    if not told.explains:
        raise Refusal("outcome-sums-changed")
    await stored.save(work.tx, told.appeal)
    await drafts.drop(work.tx, person.id)
    if not person.is_shadowed:
        await _ask_moderators(work, person, told.appeal)
    return told.appeal


async def accept(work: Work, appeal: Appeal) -> Appeal:
    """Close an appeal with its outcome and tell everybody.

    Refusal when none waits, while entries of its ledger wait for a yes, and when its sums have changed so
    that they neither close nor are explained.
    """
    if appeal.state is not AppealState.ENDED or not appeal.ending.words:
        raise Refusal("case-moved-on")
    await _require_no_entries_wait(work, appeal)
    told = await outcome_cards.of(work, appeal)
    if not told.explains:
        raise Refusal("outcome-sums-moved")
    closed = replace(appeal, state=AppealState.CLOSED, ended_at=work.now, stale=False)
    await stored.save(work.tx, closed)
    await stored.care_at(work.tx, appeal.id, None)
    await appeals.close_posts(work, closed)
    await _publish(work, replace(told, appeal=closed))
    return closed


async def decline(work: Work, appeal: Appeal) -> Appeal:
    """Forget what was told: it may be told anew. Refusal when nothing waits."""
    if appeal.state is not AppealState.ENDED or not appeal.ending.words:
        raise Refusal("case-moved-on")
    untold = replace(appeal, ending=Ending())
    await stored.save(work.tx, untold)
    return untold


async def bring_back(work: Work, appeal: Appeal, ending: Ending) -> Appeal:
    """Let a declined outcome wait again; Refusal when another was told since, or it is forgotten."""
    if appeal.state is not AppealState.ENDED or appeal.ending.words or not ending.words:
        raise Refusal("undo-impossible")
    waiting = replace(appeal, ending=ending)
    await stored.save(work.tx, waiting)
    return waiting


async def forget_unread(work: Work, appeal_id: str) -> None:
    """Forget what was told of an appeal whose writer has left, when nobody is looking at it any more."""
    appeal = await stored.get(work.tx, appeal_id)
    if appeal is not None and appeal.state is AppealState.ENDED and not await waits(work, appeal):
        await stored.save(work.tx, replace(appeal, ending=Ending()))


async def waits(work: Work, appeal: Appeal) -> bool:
    """Whether moderators are looking at an outcome of it."""
    return await cases.is_open(work, appeal.id, CaseKind.OUTCOME)


async def seems_to_wait(work: Work, appeal: Appeal, organiser: Person) -> bool:
    """The same as its organiser is to see it: what somebody told who reaches nobody seems to be looked at."""
    return await waits(work, appeal) or (organiser.is_shadowed and bool(appeal.ending.words))


async def ask_organiser(work: Work, appeal: Appeal, text_id: str, **values: str | int) -> str:
    """Tell the organiser something, with a button to tell the outcome; the delivery, empty if they left."""
    organiser = await work.person(appeal.organiser_id)
    if organiser.is_gone:
        return ""
    text = work.catalog.text(organiser.language, text_id, code=appeal.code, **values)
    tell = Button(work.catalog.label(organiser.language, "button-outcome"), tap=f"outcome:{appeal.id}")
    return await work.tell(organiser.id, Content(text, ((tell,),)))


async def _owed(work: Work, person: Person, appeal_id: str) -> Appeal:
    """The appeal whose outcome this person may tell now, its row locked."""
    appeal = await stored.locked(work.tx, appeal_id)
    theirs = appeal is not None and appeal.organiser_id == person.id
    if appeal is None or not (theirs or await roles.acts_for_page(work, person)):
        raise Refusal("my-gone")
    if appeal.state in LIVE:
        raise Refusal("outcome-end-first")
    if appeal.state is not AppealState.ENDED:
        raise Refusal("outcome-told" if appeal.state is AppealState.CLOSED else "appeal-not-going")
    if await (seems_to_wait(work, appeal, person) if theirs else waits(work, appeal)):
        raise Refusal("outcome-waits")
    await _require_no_entries_wait(work, appeal)
    return appeal


async def _require_no_entries_wait(work: Work, appeal: Appeal) -> None:
    """Refusal while moderators are asked about a line of the ledger; one they never saw holds up nothing."""
    for proposal in await ledger.proposed(work.tx, appeal.id):
        if await cases.is_open(work, proposal.id, CaseKind.LEDGER):
            raise Refusal("outcome-entries-wait")


async def _given(work: Work, appeal: Appeal) -> Answers:
    told = await outcome_cards.of(work, appeal)
    return {CLOSES: "yes" if told.balance.closes else "no"}


def _files(answers: Answers) -> Sequence[Attachment]:
    return appeal_form.files_in(answers.get("picture", ""))


def _ending_in(answers: Answers) -> Ending:
    explained = answers.get("explained", "") if answers.get(CLOSES) == "no" else ""
    picture = next((outcome_cards.noted(file) for file in _files(answers)), "")
    return Ending(words=answers.get("words", ""), explained=explained, picture=picture)


async def _ask_moderators(work: Work, author: Person, appeal: Appeal) -> None:
    """Open a case, with what will hang on the post beside it; that is taken back with the papers."""
    ending = appeal.ending
    await cases.open_case(
        work,
        CaseKind.OUTCOME,
        appeal.code,
        subject=appeal.id,
        about_id=appeal.organiser_id,
        opened_by=author.id,
        details={"words": ending.words, "explained": ending.explained, "picture": ending.picture},
    )
    held = outcome_cards.picture(ending)
    if held is None:
        return
    text = work.catalog.text(work.moderators_language, "case-outcome-picture", code=appeal.code)
    for delivery in await cases.tell(work, Content(text, attachment=held)):
        await stored.note_copy(work.tx, appeal.id, delivery)


async def _publish(work: Work, told: Outcome) -> None:
    """Post it in every channel, below the appeal's own post where that is known."""
    known = await posts.of_item(work.tx, told.appeal.id)
    below = {post.channel: await outbox.message_of(work.tx, post.delivery) for post in known}
    for each in work.policy.channels:
        content = outcome_cards.post(work, each.language, told)
        answering = replace(content, answers=below.get(each.recipient))
        await work.queue(Outgoing(each.recipient, answering, Lane.POST, OnDoubt.RESEND))
