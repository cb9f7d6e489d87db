"""Care for appeals: what is over asks for no more, an owed outcome is asked for, papers are forgotten."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from domain.appeals import Appeal, AppealState
from domain.clock import local_day
from domain.messages import Content
from relay import appeal_cards, appeals, cases, outcomes, reminders
from relay.work import Work
from storage import appeals as stored
from storage import ledger

WEEK: Final = timedelta(days=7)
"""So often an organiser is asked for an owed outcome, counted from the day on which the appeal ended."""

LATE: Final = 2
"""After so many weeks the moderators hear of it too."""

AT_ONCE: Final = 20

_NEVER_PUBLIC: Final = (AppealState.REFUSED, AppealState.WITHDRAWN)


async def end_due(work: Work) -> int:
    """End the appeals whose last day is over; how many. Their organisers hear of it by `remind`, by day."""
    due = await stored.past_end(work.tx, work.today, AT_ONCE)
    for appeal in due:
        await appeals.end(work, appeal)
    return len(due)


async def remind(work: Work) -> int:
    """Ask organisers for owed outcomes, tell moderators of those that are two weeks late; how many were due.

    Nobody is asked at night, nor while moderators are looking at an outcome. After an outage of weeks only
    the newest question is asked; the weekly summary counts what moderators were not told of.
    """
    due = await stored.cared_for(work.tx, work.now, AT_ONCE)
    late = [appeal.code for appeal in due if await _look_after(work, appeal)]
    if late:
        text = partial(work.catalog.text, work.moderators_language)
        await cases.tell(work, Content(text("outcomes-late", count=len(late), codes=", ".join(late))))
    return len(due)


async def wipe(work: Work) -> int:
    """Forget what was never public of appeals that were over 3 days ago; how many."""
    old = await stored.unwiped(work.tx, work.now - work.policy.wiped_after, AT_ONCE)
    for appeal_id in old:
        await _forget(work, await appeals.by_id(work, appeal_id))
    return len(old)


async def _look_after(work: Work, appeal: Appeal) -> bool:
    """Ask for one outcome, or wait until its organiser is awake; whether moderators are to hear of it now."""
    if appeal.ended_at is None:
        raise LookupError("an appeal that ended at no time")
    organiser = await work.person(appeal.organiser_id)
    awake = await reminders.awake_at(work, organiser)
    if awake is not None:
        await stored.care_at(work.tx, appeal.id, awake)
        return False
    weeks = (work.now - appeal.ended_at) // WEEK
    await stored.care_at(work.tx, appeal.id, appeal.ended_at + (weeks + 1) * WEEK)
    if await outcomes.seems_to_wait(work, appeal, organiser):
        return False
    if organiser.reachable and not organiser.is_banned:
        await _ask(work, appeal, appeal.ended_at)
    return weeks == LATE


async def _ask(work: Work, appeal: Appeal, ended_at: datetime) -> None:
    """Ask for the outcome; on the first day only where nobody was asked at the moment it ended."""
    days = (work.now - ended_at) // timedelta(days=1)
    if days >= WEEK.days:
        await outcomes.ask_organiser(work, appeal, "outcome-reminder", count=days)
    elif _ended_by_clock(work, appeal, ended_at):
        await outcomes.ask_organiser(work, appeal, "outcome-owed")


def _ended_by_clock(work: Work, appeal: Appeal, ended_at: datetime) -> bool:
    """Whether its last day was over: whoever ends it before was asked for the outcome at once."""
    return appeal.need is not None and local_day(ended_at, work.policy.zone) > appeal.need.ends


async def _forget(work: Work, appeal: Appeal) -> None:
    proposals = await ledger.proposal_ids(work.tx, appeal.id)
    await cases.wipe_about(work, [appeal.id, *proposals], appeal.code)
    await appeals.wipe_papers(work, appeal)
    await ledger.wipe(work.tx, appeal.id)
    await stored.drop_proposal(work.tx, appeal.id, appeal.version + 1)
    if appeal.state in _NEVER_PUBLIC:
        await stored.forget_need(work.tx, appeal.id)
    else:
        await _keep_public(work, appeal)
    await stored.wiped(work.tx, appeal.id, work.now)


async def _keep_public(work: Work, appeal: Appeal) -> None:
    """Keep no more of anybody's name than everybody has read."""
    if appeal.need is not None:
        need = replace(appeal.need, beneficiary=appeal_cards.beneficiary(appeal.need))
        await stored.save(work.tx, replace(appeal, need=need))
    for version in range(1, appeal.version + 1):
        known = await stored.payee_of(work.tx, appeal.id, version)
        if known is not None:
            shown = replace(known.payee, name=appeal_cards.payee_name(known.payee))
            await stored.rename(work.tx, replace(known, payee=shown))
