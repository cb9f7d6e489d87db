"""The timetable for moderators: what will come to the channel and why; kinds paused, items moved."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final, TypeAlias

from domain.cases import Action
from domain.documents import LIVE_STATES, WatchState
from domain.errors import Refusal
from domain.people import Person
from domain.reposts import FIRST, ItemKind, Rules
from domain.reposts import Item as Turn
from relay import cases, items, repost_policy, reposts
from relay.items import Item
from relay.repost_calendar import Planned, Timetable, calendar
from relay.repost_policy import Week
from relay.work import Work
from storage import digests, documents, notes, watches
from storage import reposts as stored

_Cut: TypeAlias = Callable[[Iterator[Planned]], list[Planned]]

LISTED: Final = 4
"""So many digests a moderator sees ahead: a day and a little more."""

LOOKED_AHEAD: Final = 7
"""So many days ahead one item is looked for: what else is due by then changes every day."""


class Why(StrEnum):
    """Why an item stands in a digest."""

    FIRST_TIME = "first time"
    FORWARD = "brought forward"
    AGAIN = "again"


class Wait(StrEnum):
    """Why an item does not come earlier: the text that says so."""

    NO_CHANNEL = "schedule-no-channel"
    RESTING = "schedule-wait-resting"
    PAUSED = "schedule-wait-paused"
    NOT_DUE = "schedule-wait-turn"
    QUIET = "schedule-wait-quiet"
    FULL = "schedule-wait-full"
    BUDGET = "schedule-wait-budget"
    OTHERS = "schedule-wait-others"


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest to come: the earliest moment it is made at, and what stands in it."""

    at: datetime
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class Plan:
    """The digests to come if nothing is new and nothing ends, with the codes of what stands in them.

    `paused` are the kinds that are left out. A find that somebody is fetching is left out too.
    """

    digests: Sequence[Digest]
    codes: Mapping[str, str]
    paused: Collection[ItemKind]


@dataclass(frozen=True, slots=True)
class Overview:
    """What comes next; `counts` is how much of each kind is on the timetable, `week` what was shown."""

    plan: Plan
    counts: Mapping[ItemKind, int]
    week: Week

    @property
    def later(self) -> int:
        """How many more come after the digests that are planned."""
        near = {turn.subject for digest in self.plan.digests for turn in digest.turns}
        waiting = sum(count for kind, count in self.counts.items() if kind not in self.plan.paused)
        return max(0, waiting - len(near))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item stands: its next digest (None: none within the days looked ahead), why not earlier."""

    turn: Turn
    item: Item
    at: datetime | None
    wait: Wait | None


async def overview(work: Work) -> Overview:
    """The next digests that have something, what waits, what is paused, how full the channel is."""
    rules = work.policy.reposts
    plan = await _plan(work, max(rules.gaps) + 1, LISTED, lambda coming: list(islice(coming, LISTED)))
    return Overview(plan, await stored.counted(work.tx), await reposts.week(work))


async def days(work: Work, count: int) -> Plan:
    """All digests of so many days ahead."""
    return await _plan(work, count, count * len(work.policy.reposts.parts), list)


async def find(work: Work, code: str) -> str:
    """The subject behind a public code; Refusal that says why it does not come back."""
    report = await documents.find_code(work.tx, code)
    watch = await watches.find_code(work.tx, code)
    kind, found = (ItemKind.FIND, report) if report is not None else (ItemKind.WATCH, watch)
    if found is None:
        raise Refusal("schedule-unknown")
    if await stored.get(work.tx, found.id) is not None:
        return found.id
    item = await items.load(work, kind, found.id)
    if item is not None and item.is_public:
        raise Refusal("schedule-absent", code=code)
    lives = found.state in (*LIVE_STATES, WatchState.OPEN)
    raise Refusal("schedule-not-public" if lives else "schedule-over", code=code)


async def standing(work: Work, subject: str) -> Standing:
    """How an item stands by now's plan; Refusal when it comes back no more."""
    turn, item = await _known(work, subject)
    parts = len(work.policy.reposts.parts)
    plan = await _plan(work, LOOKED_AHEAD, LOOKED_AHEAD * parts, lambda coming: _up_to(coming, subject))
    held = [each for each in plan.digests if any(one.subject == subject for one in each.turns)]
    wait = _wait(work, turn, item, plan, await reposts.week(work))
    return Standing(turn, item, held[0].at if held and work.policy.channels else None, wait)


async def pause(work: Work, moderator: Person, kind: ItemKind) -> bool:
    """Let a kind come back no more for now; False when it rests already."""
    resting = await reposts.paused(work.tx)
    if kind in resting:
        return False
    await _rest(work, {*resting, kind})
    await cases.record(work, moderator.id, Action.TIMETABLE, kind, "paused")
    return True


async def resume(work: Work, moderator: Person, kind: ItemKind) -> bool:
    """Let a kind come back again; False when it does."""
    resting = await reposts.paused(work.tx)
    if kind not in resting:
        return False
    await _rest(work, resting - {kind})
    await cases.record(work, moderator.id, Action.TIMETABLE, kind, "resumed")
    return True


async def skip(work: Work, moderator: Person, subject: str, mark: str) -> bool:
    """Leave an item out once; False when it has moved since `mark`. Refusal when it comes back no more."""
    turn, item = await _known(work, subject)
    if mark_of(turn) != mark:
        return False
    later = repost_policy.skipped(turn, work.now, work.policy.reposts, work.policy.zone)
    await stored.save(work.tx, [later])
    await cases.record(work, moderator.id, Action.TIMETABLE, item.code, "skipped")
    return True


async def forward(work: Work, moderator: Person, subject: str, mark: str) -> bool:
    """Let an item go first in the next digest; False when it does already or has moved since `mark`.

    Refusal when it comes back no more.
    """
    turn, item = await _known(work, subject)
    if mark_of(turn) != mark or (turn.turn == FIRST and turn.due_at <= work.now):
        return False
    await stored.save(work.tx, [repost_policy.forward(turn, work.now)])
    await cases.record(work, moderator.id, Action.TIMETABLE, item.code, "forward")
    return True


def mark_of(turn: Turn) -> str:
    """What changes whenever an item is moved: a button that carries it acts once."""
    return f"{int(turn.due_at.timestamp()):x}{turn.turn}"


def why(turn: Turn) -> Why:
    """Why an item that stands in a digest is there."""
    if not turn.shown:
        return Why.FIRST_TIME
    return Why.FORWARD if turn.turn == FIRST else Why.AGAIN


async def _plan(work: Work, ahead: int, most: int, cut: _Cut) -> Plan:
    """What `cut` leaves of the digests of so many days ahead, of which it wants `most` at most.

    Of each turn no more is read than they can hold. What is due but not to be shown just now is left out, as
    it will be when they are made.
    """
    known: dict[str, Item | None] = {}
    idle: set[str] = set()
    timetable = await _timetable(work)
    kinds = items.KINDS - set(timetable.paused)
    rules, zone, until = work.policy.reposts, work.policy.zone, work.now + timedelta(days=ahead)
    while True:
        room = most * rules.lines + len(idle)
        read = await stored.ahead(work.tx, kinds, len(rules.gaps) + 1, until, room)
        open_ = replace(timetable, items=[turn for turn in read if turn.subject not in idle])
        planned = cut(calendar(open_, work.now, ahead, rules, zone))
        await _learn(work, planned, known)
        found = {subject for subject, item in known.items() if item is None or not item.comes_back}
        if found <= idle:
            codes = {subject: item.code for subject, item in known.items() if item is not None}
            return Plan(_dated(planned, work.now, timetable, rules), codes, timetable.paused)
        idle |= found


async def _timetable(work: Work) -> Timetable:
    """What the coming digests follow from, the items aside."""
    last = await digests.last(work.tx)
    done, made_at = last or (None, None)
    shown = await stored.shown_since(work.tx, work.now - reposts.LOOKED_BACK)
    return Timetable((), shown, await reposts.paused(work.tx), made_at, done)


async def _learn(work: Work, planned: Sequence[Planned], known: dict[str, Item | None]) -> None:
    """Load what stands in digests, each item once."""
    new = {turn.subject: turn.kind for each in planned for turn in each.items if turn.subject not in known}
    for subject, kind in new.items():
        known[subject] = await items.load(work, kind, subject)


def _dated(planned: Sequence[Planned], now: datetime, timetable: Timetable, rules: Rules) -> Sequence[Digest]:
    """Digests with the moment they are made: when their part begins, or the rest after the last one ends."""
    rest, dated = timedelta(hours=rules.rest_hours), []
    earliest = max(now, timetable.last_made_at + rest) if timetable.last_made_at is not None else now
    for each in planned:
        dated.append(Digest(max(each.part, earliest), each.items))
        earliest = dated[-1].at + rest
    return dated


def _up_to(coming: Iterator[Planned], subject: str) -> list[Planned]:
    """The digests up to the first in which an item stands."""
    taken = []
    for planned in coming:
        taken.append(planned)
        if any(turn.subject == subject for turn in planned.items):
            break
    return taken


async def _known(work: Work, subject: str) -> tuple[Turn, Item]:
    turn = await stored.get(work.tx, subject)
    item = await items.load(work, turn.kind, subject) if turn is not None else None
    if turn is None or item is None or not item.is_public:
        raise Refusal("schedule-gone")
    return turn, item


async def _rest(work: Work, kinds: Collection[ItemKind]) -> None:
    await notes.put(work.tx, reposts.PAUSED, ",".join(sorted(kinds)))


def _wait(work: Work, turn: Turn, item: Item, plan: Plan, week: Week) -> Wait | None:
    """What keeps an item from an earlier digest; None when nothing does."""
    if not work.policy.channels:
        return Wait.NO_CHANNEL
    if not item.comes_back:
        return Wait.RESTING
    if turn.kind in plan.paused:
        return Wait.PAUSED
    first = plan.digests[0] if plan.digests else None
    if first is None or any(one.subject == turn.subject for one in first.turns):
        return _delay(work, turn, week)
    if turn.due_at > first.at:
        return Wait.NOT_DUE
    full = turn.kind is ItemKind.APPEAL and not repost_policy.appeal_fits(week, work.policy.reposts)
    return Wait.BUDGET if full else Wait.OTHERS


def _delay(work: Work, turn: Turn, week: Week) -> Wait | None:
    """What keeps the next digest, or what nobody is in front of, from coming now."""
    rules, zone = work.policy.reposts, work.policy.zone
    if turn.due_at > work.now:
        return Wait.NOT_DUE
    if rules.quiet is not None and rules.quiet.holds(work.now.astimezone(zone)):
        return Wait.QUIET
    return None if repost_policy.messages_left(week, rules) else Wait.FULL
