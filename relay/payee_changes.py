"""Other details for an appeal: the post is frozen at once, two approve, the change is told below it."""

from dataclasses import replace

from domain.appeal_forms import PAYEE_CHANGE
from domain.appeals import LIVE, Appeal, AppealState, PayeeVersion
from domain.cases import CaseKind
from domain.errors import Refusal
from domain.forms import Draft
from domain.messages import Content, Lane, OnDoubt, Outgoing
from domain.people import Person
from relay import appeal_cards, appeal_form, appeals, caps, forms, vouches
from relay.caps import Cap
from relay.work import Work
from storage import appeals as stored
from storage import drafts, outbox, posts


async def propose(work: Work, person: Person, draft: Draft) -> Appeal:
    """Ask for other details; nobody is to send anything until two have looked at them.

    Refusal for details that are the same, that another appeal uses, and while others are being looked at.
    """
    appeal = await changeable(work, person, draft.subject or "")
    payee = appeal_form.payee_in(draft.answers)
    now = await stored.payee(work.tx, appeal.id)
    if now is not None and now.payee == payee:
        raise Refusal("appeal-details-same")
    await appeals.require_own_details(work, payee, person.id, appeal.id)
    await caps.spend(work, person, Cap.APPEAL)
    await drafts.drop(work.tx, person.id)
    version = appeal.version + 1
    await stored.propose(work.tx, PayeeVersion(work.new_id(), appeal.id, version, payee, work.now))
    await appeals.keep_papers(work, appeal, draft)
    frozen = await appeals.freeze(work, appeal)
    await appeals.ask_moderators(work, frozen, CaseKind.CHANGE, version)
    await announce(work, frozen, "appeal-change-begun")
    return frozen


async def begin(work: Work, person: Person, appeal_id: str) -> Draft:
    """Begin to give other details, by the rules of whose account it may be; Refusal as for `changeable`."""
    appeal = await changeable(work, person, appeal_id)
    given = {"relation": appeal.need.relation.value} if appeal.need else {}
    return await forms.begin_about(work, person, PAYEE_CHANGE, appeal.id, given)


async def changeable(work: Work, person: Person, appeal_id: str) -> Appeal:
    """A person's own open appeal; Refusal while it waits, while details are looked at and when it is over."""
    appeal = await appeals.own(work, person, appeal_id)
    if appeal.state is AppealState.FROZEN:
        raise Refusal("appeal-change-waits")
    if appeal.state is not AppealState.OPEN:
        raise Refusal("appeal-not-going")
    return appeal


async def accept(work: Work, appeal: Appeal) -> Appeal:
    """Put the proposed details in force; Refusal unless two different moderators approved them."""
    version = appeal.version + 1
    await vouches.require_approved(work, appeal, version)
    former = await stored.payee_of(work.tx, appeal.id, appeal.version)
    new = await stored.payee_of(work.tx, appeal.id, version)
    if new is None or former is None or appeal.state is not AppealState.FROZEN:
        raise Refusal("case-moved-on")
    await stored.turn(work.tx, former, since=former.since, until=work.now)
    await stored.turn(work.tx, new, since=work.now, until=None)
    changed = replace(appeal, version=version, changed_at=work.now)
    going = await appeals.thaw(work, changed)
    await announce(work, going, "appeal-change-done", new)
    return going


async def decline(work: Work, appeal: Appeal) -> Appeal:
    """Leave the former details in force and go on; Refusal when nothing waits."""
    if appeal.state is not AppealState.FROZEN:
        raise Refusal("case-moved-on")
    await stored.drop_proposal(work.tx, appeal.id, appeal.version + 1)
    going = await appeals.thaw(work, appeal)
    await announce(work, going, "appeal-change-declined")
    return going


async def withdraw(work: Work, person: Person, appeal_id: str) -> Appeal:
    """Let the organiser take their proposal back; the former details hold good."""
    appeal = await appeals.own(work, person, appeal_id)
    await appeals.settle_change(work, appeal)
    return await decline(work, appeal)


async def announce(work: Work, appeal: Appeal, text_id: str, version: PayeeVersion | None = None) -> None:
    """Say below an appeal's posts what happens to its details; one that is not out yet says so itself."""
    for post in await posts.of_item(work.tx, appeal.id):
        message = await outbox.message_of(work.tx, post.delivery)
        if message is None or appeal.state not in LIVE:
            continue
        language = work.policy.language_of(post.channel)
        payee = appeal_cards.payee_line(work, language, version.payee) if version else appeal_cards.GONE
        title = appeal_cards.title(work, language, appeal)
        text = work.catalog.text(language, text_id, title=title, payee=payee, code=appeal.code)
        content = Content(text, answers=message)
        await work.queue(Outgoing(post.channel, content, Lane.POST, OnDoubt.RESEND))
