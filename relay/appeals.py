"""Appeals for money: asked, approved by two, shown when the channel has room, ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.appeals import (
    LIVE,
    OVER,
    WAITING,
    WITH_LEDGER,
    Appeal,
    AppealState,
    Ending,
    PayeeVersion,
)
from domain.cases import Action, CaseKind
from domain.errors import Refusal
from domain.forms import Draft
from domain.ids import read_code
from domain.messages import Content
from domain.payees import Payee
from domain.people import Person
from domain.reposts import ItemKind
from relay import (
    appeal_cards,
    appeal_form,
    appeal_news,
    appeal_pictures,
    caps,
    cases,
    clone_watch,
    codes,
    fundraisers,
    posts,
    repost_policy,
    reposts,
    troubles,
    vouches,
)
from relay.caps import Cap
from relay.work import Work
from storage import appeals, drafts, ledger, outbox
from storage import cases as stored_cases

DRAWN_EVERY: Final = timedelta(minutes=5)
"""A post is changed at most so often because of its ledger: Telegram counts edits."""

AT_ONCE: Final = 20


async def ask(work: Work, person: Person, draft: Draft) -> Appeal:
    """Put what a draft asks for into the queue of those who check it.

    Refusal over the cap, while the person owes the outcome of another appeal or has one going, and for
    details that an unrelated appeal uses.
    """
    await require_free(work, person)
    need, payee = appeal_form.need_in(work, draft.answers), appeal_form.payee_in(draft.answers)
    await require_own_details(work, payee, person.id)
    await caps.spend(work, person, Cap.APPEAL)
    await drafts.drop(work.tx, person.id)
    appeal = Appeal(
        id=work.new_id(),
        code=await codes.free_code(work),
        organiser_id=person.id,
        state=AppealState.QUEUED,
        need=need,
        created_at=work.now,
    )
    await appeals.add(work.tx, appeal, need)
    await appeals.propose(work.tx, PayeeVersion(work.new_id(), appeal.id, 1, payee, work.now))
    await keep_papers(work, appeal, draft)
    if not person.is_shadowed:
        await ask_moderators(work, appeal, CaseKind.APPEAL, 1)
        await clone_watch.in_appeal(work, person, need.words, payee.details)
    return appeal


async def require_free(work: Work, person: Person) -> None:
    """Refusal while a person has an appeal that is not over: first its outcome, then the next."""
    going = await appeals.working_of(work.tx, person.id)
    if going is not None:
        owes = going.state is AppealState.ENDED
        raise Refusal("appeal-owes-outcome" if owes else "appeal-one-at-a-time", code=going.code)


async def require_own_details(work: Work, payee: Payee, organiser_id: str, appeal_id: str = "") -> None:
    """Refusal for details that another appeal uses or used, unless it is over and the same organiser's."""
    if await is_taken(work, payee, organiser_id, appeal_id):
        raise Refusal("appeal-details-taken")


async def is_taken(work: Work, payee: Payee, organiser_id: str, appeal_id: str = "") -> bool:
    """Whether another appeal uses or used these details, by the same rule."""
    for other in await appeals.with_details(work.tx, payee.details):
        used_by = await appeals.get(work.tx, other.appeal_id)
        if used_by is not None and not _may_share(used_by, organiser_id, appeal_id):
            return True
    return False


def _may_share(used_by: Appeal, organiser_id: str, appeal_id: str) -> bool:
    """Whether details may be another's too: of what never came out, or of an organiser's former appeal."""
    never_out = used_by.state in (AppealState.REFUSED, AppealState.WITHDRAWN)
    former = used_by.organiser_id == organiser_id and used_by.state in OVER
    return used_by.id == appeal_id or never_out or former


async def keep_papers(work: Work, appeal: Appeal, draft: Draft) -> None:
    """Keep the papers of a draft for those who check the appeal."""
    for file in appeal_form.files_in(draft.answers["papers"]):
        await appeals.add_paper(work.tx, work.new_id(), appeal.id, file)


async def ask_moderators(work: Work, appeal: Appeal, kind: CaseKind, version: int) -> None:
    """Ask two moderators about a version of an appeal."""
    await cases.open_case(
        work,
        kind,
        appeal.code,
        subject=appeal.id,
        about_id=appeal.organiser_id,
        details={"version": str(version)},
    )


async def own(work: Work, person: Person, appeal_id: str) -> Appeal:
    """A person's own appeal; Refusal when it is not theirs."""
    appeal = await appeals.get(work.tx, appeal_id)
    if appeal is None or appeal.organiser_id != person.id:
        raise Refusal("my-gone")
    return appeal


async def by_id(work: Work, appeal_id: str) -> Appeal:
    """The appeal of that id; Refusal when there is none."""
    appeal = await appeals.get(work.tx, appeal_id)
    if appeal is None:
        raise Refusal("tap-stale")
    return appeal


async def in_states(work: Work, *states: AppealState) -> Sequence[Appeal]:
    """The appeals in these states, oldest first; what waits of somebody who reaches nobody is left out."""
    found = await appeals.in_states(work.tx, *states)
    hidden = [
        each for each in found if each.state in WAITING and (await work.person(each.organiser_id)).is_shadowed
    ]
    return [each for each in found if each not in hidden]


async def of_organiser(work: Work, person: Person) -> Sequence[Appeal]:
    """A person's appeals that are not over, oldest first."""
    mine = await appeals.of_organiser(work.tx, person.id)
    return [appeal for appeal in mine if appeal.state not in OVER]


async def known(work: Work, text: str) -> Appeal | None:
    """The appeal whose code was typed, unless it was taken back; None when the text is no such code."""
    code = read_code(text)
    appeal = await appeals.find_code(work.tx, code) if code else None
    return None if appeal is None or appeal.state is AppealState.WITHDRAWN else appeal


async def place(work: Work, appeal: Appeal) -> int:
    """Its place in the queue: 1 is the next."""
    return await appeals.place_in_queue(work.tx, appeal)


async def approve(work: Work, appeal: Appeal) -> Appeal:
    """Let an appeal wait for the channel's next room; Refusal unless two different moderators approved it."""
    await vouches.require_approved(work, appeal, appeal.version)
    approved = replace(appeal, state=AppealState.APPROVED, approved_at=work.now)
    await appeals.save(work.tx, approved)
    version = await appeals.payee_of(work.tx, appeal.id, appeal.version)
    if version is None:
        raise Refusal("case-moved-on")
    await appeals.turn(work.tx, version, since=work.now, until=None)
    return approved


async def publish_next(work: Work) -> int:
    """Publish the approved appeal that has waited longest, when the channel has room for one; how many.

    Those whose last day is over are let go, checked or not.
    """
    late = await appeals.past_end(work.tx, work.today, AT_ONCE, WAITING)
    for appeal in late:
        await _run_out(work, appeal)
    for appeal in await appeals.in_states(work.tx, AppealState.APPROVED):
        if appeal.need is not None and appeal.need.starts <= work.today <= appeal.need.ends:
            return len(late) + await _publish(work, appeal)
    return len(late)


async def _publish(work: Work, appeal: Appeal) -> int:
    await vouches.require_approved(work, appeal, appeal.version)
    opened = replace(appeal, state=AppealState.OPEN, opened_at=work.now, drawn_at=work.now)
    item = await fundraisers.of(work, opened)
    part = repost_policy.part_at(work.now, work.policy.reposts, work.policy.zone)
    resting = ItemKind.APPEAL in await reposts.paused(work.tx)
    if work.policy.channels and (part is None or resting or not await reposts.single_post_fits(work, item)):
        return 0
    await appeals.save(work.tx, opened)
    await posts.publish(work, item)
    await appeal_news.begin(work, item)
    await tell_organiser(work, opened, "appeal-opened")
    return 1


async def _run_out(work: Work, appeal: Appeal) -> None:
    """Let go of an appeal whose last day came before its turn."""
    over = replace(appeal, state=AppealState.WITHDRAWN, ended_at=work.now)
    await appeals.save(work.tx, over)
    await cases.settle(work, appeal.id)
    await tell_organiser(work, over, "appeal-too-late")


async def redraw(work: Work) -> int:
    """Bring posts of appeals whose ledger has grown up to date, each at most every 5 minutes; how many."""
    due = await appeals.to_draw(work.tx, work.now - DRAWN_EVERY, AT_ONCE)
    for appeal in due:
        item = await fundraisers.of(work, appeal)
        if item.is_public:
            await posts.refresh(work, item)
        else:
            await posts.close(work, item)
        await appeals.drawn(work.tx, appeal.id, work.now)
    return len(due)


async def freeze(work: Work, appeal: Appeal) -> Appeal:
    """Ask everybody to send nothing for now, at once."""
    frozen = replace(appeal, state=AppealState.FROZEN, stale=False, drawn_at=work.now)
    await appeals.save(work.tx, frozen)
    await appeal_news.stop(work, appeal.id)
    item = await fundraisers.of(work, frozen)
    await posts.refresh(work, item)
    if await posts.is_in_doubt(work, item):
        await troubles.ask_removal(work, appeal.code, "trouble-frozen")
    return frozen


async def thaw(work: Work, appeal: Appeal) -> Appeal:
    """Let an appeal go on; its days may be over by now, which the clock sees."""
    going = replace(appeal, state=AppealState.OPEN, stale=False, drawn_at=work.now)
    await appeals.save(work.tx, going)
    item = await fundraisers.of(work, going)
    await posts.refresh(work, item)
    await appeal_news.begin_again(work, item)
    return going


async def withdraw(work: Work, person: Person, appeal_id: str) -> Appeal:
    """Take an appeal back that is not public yet; Refusal later: it ends with an outcome then."""
    appeal = await own(work, person, appeal_id)
    if appeal.state not in WAITING:
        raise Refusal("my-gone")
    over = replace(appeal, state=AppealState.WITHDRAWN, ended_at=work.now)
    await appeals.save(work.tx, over)
    await cases.settle(work, appeal.id)
    return over


async def end(work: Work, appeal: Appeal) -> Appeal:
    """Ask for no more: from now on the outcome is owed. Refusal when it does not stand in the channel."""
    if appeal.state not in LIVE:
        raise Refusal("appeal-not-going")
    ended = replace(appeal, state=AppealState.ENDED, ended_at=work.now, stale=False, drawn_at=work.now)
    await appeals.save(work.tx, ended)
    await appeals.care_at(work.tx, appeal.id, work.now)
    await appeals.drop_proposal(work.tx, appeal.id, appeal.version + 1)
    await settle_change(work, appeal)
    await close_posts(work, ended)
    return ended


async def cancel(work: Work, moderator: Person, appeal: Appeal, ending: Ending) -> Appeal:
    """End an appeal for good, with why and what becomes of money that was given; Refusal when it is over."""
    if appeal.state not in (*WAITING, *WITH_LEDGER):
        raise Refusal("appeal-not-going")
    if moderator.id == appeal.organiser_id:  # an outcome that is owed is not to be got round
        raise Refusal("appeal-cancel-own")
    state = AppealState.REFUSED if appeal.state in WAITING else AppealState.CANCELLED
    over = replace(appeal, state=state, ended_at=work.now, ending=ending, stale=False)
    await appeals.save(work.tx, over)
    await cases.settle(work, appeal.id)
    for proposal in await ledger.proposed(work.tx, appeal.id):
        await cases.settle(work, proposal.id)
    await close_posts(work, over)
    await cases.record(work, moderator.id, Action.ENDED, appeal.code, state)
    await tell_organiser(work, over, f"appeal-{state}-organiser")
    return over


async def close_posts(work: Work, appeal: Appeal) -> None:
    """Let an appeal's posts say how it ended; where nobody knows whether they are out, a person looks."""
    await appeal_news.stop(work, appeal.id)
    if not await posts.close(work, await fundraisers.of(work, appeal)):
        await troubles.ask_removal(work, appeal.code)


async def wipe_papers(work: Work, appeal: Appeal) -> None:
    """Forget an appeal's papers, also in the messages that showed them to moderators."""
    text = work.catalog.text(work.moderators_language, "case-paper-wiped", code=appeal.code)
    content = Content(text, attachment=appeal_pictures.blank())
    for delivery, recipient in await appeals.copies(work.tx, appeal.id):
        await work.amend(delivery, recipient, content, or_delete=True)
        await outbox.overwrite(work.tx, delivery, content)
    await appeals.wipe_papers(work.tx, appeal.id)


async def tell_organiser(work: Work, appeal: Appeal, text_id: str, **values: str | int) -> str:
    """Tell the organiser something of their appeal; the delivery, empty when they have erased themselves."""
    organiser = await work.person(appeal.organiser_id)
    if organiser.is_gone:
        return ""
    said = {
        "code": appeal.code,
        "why": appeal_cards.why(work, organiser.language, appeal),
        "money": appeal.ending.money or appeal_cards.GONE,
        **values,
    }
    return await work.tell(organiser.id, Content(work.catalog.text(organiser.language, text_id, **said)))


async def settle_change(work: Work, appeal: Appeal) -> None:
    """Close the case about other details; what else is asked about the appeal, a copy of it, goes on."""
    for case in await stored_cases.open_about(work.tx, appeal.id, CaseKind.CHANGE):
        await cases.close(work, case)
