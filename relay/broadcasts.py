"""Broadcasts: brought on by the clock; paused, resumed, cancelled, sent again by moderators."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from domain.broadcasts import FILLED, Broadcast, BroadcastState
from domain.cases import Action
from domain.documents import Country
from domain.errors import Refusal
from domain.messages import Content
from domain.people import Person
from domain.subscriptions import Quiet
from relay import broadcast_cards, broadcast_drafts, cases, roles
from relay.work import Work
from storage import audiences, outbox
from storage import broadcasts as stored

PAGE: Final = 200
"""So many people are written or forgotten in one transaction of some 15 ms; everybody else waits for it."""

TOLD_EVERY: Final = timedelta(seconds=4)
"""A little less than the time between two rounds, so that none is passed over for being early."""

LOOK_AHEAD: Final = timedelta(seconds=15)
"""What leaves within this time is looked through for people who sleep by now; a round is every 5 seconds."""

PUNCTUAL: Final = timedelta(hours=1)
"""A start that is later than this was missed: "we meet in two hours" may not hold good any more."""


async def find(work: Work, broadcast_id: str) -> Broadcast:
    """The broadcast of that id; Refusal when there is none."""
    broadcast = await stored.get(work.tx, broadcast_id)
    if broadcast is None:
        raise Refusal("tap-stale")
    return broadcast


async def going_on(work: Work) -> Sequence[Broadcast]:
    """What runs or rests, and then what waits for its moment, the first first."""
    under_way = await stored.in_states(work.tx, BroadcastState.RUNNING, BroadcastState.PAUSED)
    return [*under_way, *await stored.in_states(work.tx, BroadcastState.SCHEDULED)]


async def pause(work: Work, moderator: Person, broadcast_id: str) -> Broadcast:
    """Let nothing more of a broadcast leave for now; Refusal when it does not run."""
    return await _turned(work, moderator, broadcast_id, (BroadcastState.RUNNING, BroadcastState.PAUSED))


async def resume(work: Work, moderator: Person, broadcast_id: str) -> Broadcast:
    """Let a broadcast go on, except for those who sleep by now; Refusal when it does not rest."""
    turn = (BroadcastState.PAUSED, BroadcastState.RUNNING)
    broadcast = await _turned(work, moderator, broadcast_id, turn)
    await _hush(work, broadcast)
    return broadcast


async def cancel(work: Work, moderator: Person, broadcast_id: str) -> Broadcast:
    """End a broadcast: who has not got it does not get it any more. Refusal when it is over."""
    broadcast = await find(work, broadcast_id)
    if not broadcast.is_under_way and broadcast.state is not BroadcastState.SCHEDULED:
        raise Refusal("broadcast-over")
    ended = replace(broadcast, state=BroadcastState.CANCELLED, ended_at=work.now)
    await stored.save(work.tx, ended)
    await broadcast_drafts.record(work, moderator, ended, "cancelled")
    if broadcast.state is BroadcastState.SCHEDULED and moderator.id != broadcast.author_id:
        await _tell_author(work, ended)  # no report will: it has not begun
    return ended


async def in_doubt(work: Work, broadcast_id: str) -> tuple[Broadcast, int]:
    """An ended broadcast and how many perhaps got it; Refusal when that is no question any more."""
    broadcast = await find(work, broadcast_id)
    progress = await stored.progress(work.tx, broadcast, work.now)
    if broadcast.state is not BroadcastState.DONE or not progress.unknown:
        raise Refusal("broadcast-over")
    return broadcast, progress.unknown


async def send_again(work: Work, moderator: Person, broadcast_id: str) -> Broadcast:
    """Send it once more to those who perhaps got it. Refusal while another one is under way."""
    broadcast, _ = await in_doubt(work, broadcast_id)
    if await stored.in_states(work.tx, BroadcastState.RUNNING, BroadcastState.PAUSED):
        raise Refusal("broadcast-wait")
    if not await stored.send_again(work.tx, broadcast, work.now):
        raise Refusal("broadcast-nobody-again")
    again = replace(broadcast, state=BroadcastState.RUNNING, ended_at=None, told_at=work.now)
    await stored.save(work.tx, again)
    await _hush(work, again)
    await broadcast_drafts.record(work, moderator, again, "again")
    return again


async def advance(work: Work) -> int:
    """Bring broadcasts on by one step; 0 when nothing is to be done at once.

    A step is one page of something or one change of state, so that no transaction lasts. One broadcast is
    under way at a time: the next one starts when it is over.
    """
    for broadcast in await stored.unreported(work.tx):
        done = await _go_on(work, broadcast)
        if done:
            return done
    under_way = await stored.in_states(work.tx, BroadcastState.RUNNING, BroadcastState.PAUSED)
    started = 0 if under_way else await _start_next(work)
    if started or any(broadcast.state is BroadcastState.RUNNING for broadcast in under_way):
        return started
    return await _forget(work)  # one that rests for days keeps nothing of the others


async def _go_on(work: Work, broadcast: Broadcast) -> int:
    """One step of a broadcast that has begun."""
    match broadcast.state:
        case BroadcastState.RUNNING if broadcast.reached != FILLED:
            return await _fill(work, broadcast)
        case BroadcastState.RUNNING:
            moved = await _hush(work, broadcast)
        case BroadcastState.CANCELLED:
            moved = await stored.cancel_page(work.tx, broadcast.id, work.now, PAGE)
        case _:
            moved = 0
    return moved or await _tell(work, broadcast)


async def _start_next(work: Work) -> int:
    """Start what is due, unless who wrote it has lost the right to meanwhile.

    What was missed while the bot was down begins with a rest: a person knows whether it still holds good.
    """
    waiting = await stored.in_states(work.tx, BroadcastState.SCHEDULED)
    due = next((broadcast for broadcast in waiting if broadcast.starts_at <= work.now), None)
    if due is None:
        return 0
    if due.author_id is None:
        await stored.save(
            work.tx, replace(due, state=BroadcastState.RUNNING, started_at=work.now, told_at=work.now)
        )
        return 1
    author = await work.person(due.author_id)
    if author.ban is not None or not await roles.may_moderate(work, author, author.telegram_id):
        return await _drop(work, due)
    await _begin(work, due, author)
    return 1


async def _begin(work: Work, due: Broadcast, author: Person) -> None:
    missed = await _missed(work, due)
    state = BroadcastState.PAUSED if missed else BroadcastState.RUNNING
    started = replace(due, state=state, started_at=work.now, told_at=work.now)
    await stored.save(work.tx, started)
    if missed:
        moment = broadcast_cards.starts_in_words(work, author.language, due)
        said = work.catalog.text(author.language, "broadcast-missed", moment=moment)
        await work.tell(author.id, Content(said))
    shown = await work.tell(author.id, await broadcast_cards.card(work, author.language, started))
    await stored.save(work.tx, replace(started, progress=shown))
    await broadcast_drafts.record(work, author, started, "paused" if missed else "started")


async def _missed(work: Work, due: Broadcast) -> bool:
    """Whether its moment is long over although no other one was in its way."""
    free_since = due.starts_at
    for began, ended in await stored.spans_since(work.tx, due.starts_at):
        if began - free_since <= PUNCTUAL:
            free_since = max(free_since, ended)
    return work.now - free_since > PUNCTUAL


async def _drop(work: Work, broadcast: Broadcast) -> int:
    """Take back what somebody planned who decides nothing any more; the moderators are told."""
    await stored.save(work.tx, replace(broadcast, state=BroadcastState.CANCELLED, ended_at=work.now))
    words = await broadcast_cards.line(work, work.moderators_language, broadcast)
    text = work.catalog.text(work.moderators_language, "broadcast-dropped")
    await cases.tell(work, Content(f"{text}\n\n{words}"))
    await cases.record(work, None, Action.BROADCAST, broadcast.id[-6:], "cancelled")
    return 1


async def _fill(work: Work, broadcast: Broadcast) -> int:
    """Write one page of the audience; who sleeps gets it when their quiet hours end."""
    page = await audiences.page(work.tx, broadcast, work.now, PAGE)
    texts = await stored.texts(work.tx, broadcast.id)
    any_text = next(iter(texts.values()))
    parts = [
        stored.Part(
            work.new_id(),
            reader.person_id,
            texts.get(reader.language, any_text),
            _quiet_end(work, reader.country, reader.quiet) or work.now,
        )
        for reader in page
    ]
    await stored.write(work.tx, broadcast.id, parts)
    reached = page[-1].person_id if len(page) == PAGE else FILLED
    count = broadcast.recipients + len(page)
    await stored.save(work.tx, replace(broadcast, reached=reached, recipients=count))
    return 1


async def _hush(work: Work, broadcast: Broadcast) -> int:
    """Let those wait whose quiet hours have begun since they were written; how many of the next ones."""
    soon = max(PAGE, round(work.policy.messages_per_second * LOOK_AHEAD.total_seconds()))
    ends = {
        waiting.delivery: _quiet_end(work, waiting.country, waiting.quiet)
        for waiting in await stored.next_due(work.tx, broadcast.id, work.now, soon)
    }
    moved = {delivery: end for delivery, end in ends.items() if end is not None}
    await stored.put_off(work.tx, moved)
    return len(moved)


def _quiet_end(work: Work, country: Country | None, quiet: Quiet | None) -> datetime | None:
    return broadcast_drafts.quiet_until(work, country, quiet, work.now)


async def _tell(work: Work, broadcast: Broadcast) -> int:
    """Show how far a broadcast is, or that it is over when nothing of it is left."""
    progress = await stored.progress(work.tx, broadcast, work.now)
    if broadcast.state is not BroadcastState.PAUSED and not progress.left:
        return await _end(work, broadcast)
    rested = broadcast.told_at is not None and work.now - broadcast.told_at >= TOLD_EVERY
    if rested and await _show(work, broadcast):
        await stored.save(work.tx, replace(broadcast, told_at=work.now))
    return 0


async def _end(work: Work, broadcast: Broadcast) -> int:
    """End a broadcast with a report to its author and to the moderators; its figures stay in the log."""
    over = BroadcastState.DONE if broadcast.state is BroadcastState.RUNNING else broadcast.state
    ended = replace(broadcast, state=over, ended_at=broadcast.ended_at or work.now, told_at=None)
    await stored.save(work.tx, ended)
    await _show(work, ended)
    await _tell_author(work, ended)
    told = broadcast.author_id is not None or broadcast.recipients > 0
    if work.policy.moderators_chat is not None and told:
        card = await broadcast_cards.report(work, work.moderators_language, ended)
        await work.tell_chat(work.policy.moderators_chat, card)
    progress = await stored.progress(work.tx, ended, work.now)
    note = broadcast_cards.figures(progress)
    await cases.record(work, None, Action.BROADCAST, ended.id[-6:], note)
    return 1


async def _tell_author(work: Work, broadcast: Broadcast) -> None:
    if broadcast.author_id is None:
        return
    author = await work.person(broadcast.author_id)
    if not author.is_gone:
        await work.tell(author.id, await broadcast_cards.card(work, author.language, broadcast))


async def _show(work: Work, broadcast: Broadcast) -> bool:
    """Bring the message that shows how far a broadcast is up to date; False when it says so already.

    A change that has not left yet is changed itself: they never pile up while the net is down.
    """
    last = await stored.told(work.tx, broadcast.progress)
    if last is None or broadcast.progress is None or broadcast.author_id is None:
        return False
    author = await work.person(broadcast.author_id)
    content = await broadcast_cards.card(work, author.language, broadcast)
    if last.content == content:
        return False
    if last.queued:
        await outbox.rewrite(work.tx, last.delivery, content)
    else:
        await work.amend(broadcast.progress, author.id, content)
    return True


async def _forget(work: Work) -> int:
    """Forget a page of who got what and what it said, some days after the end."""
    old = await stored.ended_before(work.tx, work.now - work.policy.wiped_after)
    return await stored.forget_page(work.tx, old, PAGE) if old else 0


async def _turned(
    work: Work, moderator: Person, broadcast_id: str, turn: tuple[BroadcastState, BroadcastState]
) -> Broadcast:
    """A broadcast gone from the one state into the other; Refusal when it is in neither or already there."""
    broadcast = await find(work, broadcast_id)
    former, state = turn
    if broadcast.state is not former:
        raise Refusal("broadcast-already" if broadcast.is_under_way else "broadcast-over")
    turned = replace(broadcast, state=state)
    await stored.save(work.tx, turned)
    await broadcast_drafts.record(work, moderator, turned, state)
    return turned
