"""Counting for the weekly summary: what came home, what waits, what is stuck; which weeks are told."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Row, Select, and_, delete, exists, func, or_, select

from domain.appeals import LIVE, AppealState
from domain.cases import CaseKind, CaseState
from domain.claims import ClaimState
from domain.conversations import ConversationState
from domain.documents import LIVE_STATES, PUBLIC_STATES, ReportState
from domain.messages import PUBLIC_CHAT, DeliveryState, Lane
from domain.reposts import ItemKind
from domain.summaries import Home, Patience, Stuck
from storage.outbox import UNFINISHED
from storage.schema import (
    appeals,
    cases,
    claims,
    conversations,
    deliveries,
    handovers,
    ledger_entries,
    notes,
    posts,
    reports,
    reposts,
)
from storage.transaction import Transaction

PAGE: Final = 200
"""So many places are opened before others have their turn: some milliseconds."""

_TOLD: Final = "summary"
_HOME: Final = "home"
_NOTE_LENGTH: Final = 255
_KEPT: Final = timedelta(days=60)
_NEVER_SEEN: Final = (ReportState.QUEUED, ReportState.HIDDEN, ReportState.SHADOWED, ReportState.REJECTED)
"""Reports in these states may never have been public: they are no finds of the week."""

_ASKS: Final = appeals.c.state.in_([state.value for state in LIVE])


async def is_told(tx: Transaction, week: date) -> bool:
    """Whether the summary of the week that ends with this day was told."""
    return (
        await tx.execute(select(notes.c.name).where(notes.c.name == f"{_TOLD} {week}"))
    ).first() is not None


async def tell(tx: Transaction, week: date, now: datetime) -> bool:
    """Note that a week is being told; False when it was told before, by whichever process."""
    row = {"name": f"{_TOLD} {week}", "value": now.isoformat()}
    done = await tx.execute(tx.insert(notes).values(row).on_conflict_do_nothing())
    return done.rowcount == 1


async def places_of_days(tx: Transaction, days: Sequence[date]) -> Mapping[date, Mapping[str, int]]:
    """How many documents of each place came home on these days; a day that was not noted is left out."""
    names = {f"{_HOME} {day}": day for day in days}
    rows = await tx.execute(select(notes).where(notes.c.name.in_(names)))
    return {names[row.name]: _read_places(row.value) for row in rows}


async def note_places(tx: Transaction, day: date, places: Mapping[str, int]) -> None:
    """Note the places (gazetteer codes) of a day, those with most first; what finds no room is left out.

    Reports forget their places within days, and a place's number is nobody's.
    """
    row = {"name": f"{_HOME} {day}", "value": _written_places(places)}
    await tx.execute(tx.insert(notes).values(row).on_conflict_do_nothing())


async def forget_older(tx: Transaction, today: date) -> None:
    """Forget what was noted of weeks that are long told."""
    old = [
        and_(notes.c.name >= f"{name} ", notes.c.name < f"{name} {today - _KEPT}") for name in (_TOLD, _HOME)
    ]
    await tx.execute(delete(notes).where(or_(*old)))


async def came_home(
    tx: Transaction, ways: Collection[str], since: datetime, until: datetime
) -> Sequence[Home]:
    """The documents that came home in these ways from `since` until before `until`, oldest first."""
    rows = await tx.execute(
        select(reports.c.id, reports.c.created_at, reports.c.place, handovers.c.at)
        .join(handovers, handovers.c.report_id == reports.c.id)
        .where(reports.c.ended_at >= since, reports.c.ended_at < until, handovers.c.way.in_(sorted(ways)))
        .order_by(reports.c.ended_at, reports.c.id)
    )
    return [Home(row.created_at, row.at, _place(tx, row)) for row in rows]


async def count_found(tx: Transaction, since: datetime, until: datetime) -> int:
    """How many documents were reported from `since` until before `until` and stood in the channel."""
    states = [state.value for state in ReportState if state not in _NEVER_SEEN]
    which = and_(reports.c.state.in_(states), reports.c.created_at >= since, reports.c.created_at < until)
    return await _count(tx, select(func.count()).select_from(reports).where(which))


async def waiting_places(tx: Transaction) -> Mapping[str, int]:
    """How many reports everybody may find, by place as stored; read page by page."""
    found: Counter[str] = Counter()
    for state in PUBLIC_STATES:
        page = await _page(tx, state, None)
        found.update(_place(tx, row) for row in page)
        while len(page) == PAGE:
            page = await _page(tx, state, page[-1])
            found.update(_place(tx, row) for row in page)
    return found


async def count_appeals(tx: Transaction) -> int:
    """How many appeals ask everybody for money now."""
    return await _count(tx, select(func.count()).select_from(appeals).where(_ASKS))


async def count_proven(tx: Transaction, since: datetime, until: datetime) -> int:
    """How many of those got an entry with a receipt from `since` until before `until`."""
    shown = exists().where(
        ledger_entries.c.appeal == appeals.c.code,
        ledger_entries.c.recorded_at >= since,
        ledger_entries.c.recorded_at < until,
        ledger_entries.c.receipt != "",
    )
    return await _count(tx, select(func.count()).select_from(appeals).where(_ASKS, shown))


async def stuck(
    tx: Transaction, now: datetime, patience: Patience, turns: int, paused: Collection[ItemKind]
) -> Stuck:
    """What waits longer than its patience; the channel's items have turns below `turns`."""
    return Stuck(
        cases=await _cases(tx, now - patience.cases),
        posts=await _posts(tx),
        claims=await _claims(tx, now - patience.claims),
        conversations=await _conversations(tx, now - patience.conversations),
        unclaimed=await _unclaimed(tx, now - patience.finds),
        overdue=await _overdue(tx, now - patience.reposts, turns, paused),
        paused=sorted(paused, key=list(ItemKind).index),
        outcomes=await _outcomes(tx, now - patience.outcomes),
    )


async def _page(
    tx: Transaction, state: ReportState, after: Row[tuple[object, ...]] | None
) -> Sequence[Row[tuple[object, ...]]]:
    """The next reports of a state in the order of the index over state and moment."""
    which = reports.c.state == state.value
    if after is not None:
        later = or_(reports.c.created_at > after.created_at, reports.c.id > after.id)
        which = and_(which, reports.c.created_at >= after.created_at, later)
    columns = select(reports.c.id, reports.c.created_at, reports.c.place).where(which)
    return (await tx.execute(columns.order_by(reports.c.created_at, reports.c.id).limit(PAGE))).all()


async def _cases(tx: Transaction, moment: datetime) -> Mapping[CaseKind, int]:
    which = and_(cases.c.state == CaseState.OPEN.value, cases.c.created_at < moment)
    counted = select(cases.c.kind, func.count().label("waiting")).where(which).group_by(cases.c.kind)
    found = {CaseKind(row.kind): row.waiting for row in await tx.execute(counted)}
    return {kind: found[kind] for kind in CaseKind if kind in found}


async def _posts(tx: Transaction) -> int:
    """What an item's place in a channel hangs on, unless a newer change of it is out or on its way."""
    later = deliveries.alias("later")
    replaced = exists().where(
        later.c.edits == deliveries.c.edits,
        later.c.id > deliveries.c.id,
        later.c.state.in_([*UNFINISHED, DeliveryState.SENT.value]),
    )
    shows = or_(
        *(
            exists().where(each)
            for each in (
                posts.c.delivery_id == deliveries.c.id,
                posts.c.next_id == deliveries.c.id,
                posts.c.delivery_id == deliveries.c.edits,
            )
        )
    )
    which = and_(
        deliveries.c.state.in_([DeliveryState.UNKNOWN.value, DeliveryState.UNDELIVERABLE.value]),
        deliveries.c.broadcast.is_(None),
        deliveries.c.lane == Lane.POST.value,
        deliveries.c.recipient.startswith(PUBLIC_CHAT),
    )
    return await _count(tx, select(func.count()).select_from(deliveries).where(which, shows, ~replaced))


async def _claims(tx: Transaction, moment: datetime) -> int:
    """Claims of what has not ended for which moderators, and before them finders, have found no answer."""
    which = and_(
        reports.c.state.in_([state.value for state in LIVE_STATES]),
        claims.c.state.in_([ClaimState.ASKED.value, ClaimState.DISPUTED.value]),
        claims.c.created_at < moment,
    )
    joined = reports.join(claims, claims.c.report_id == reports.c.id)
    return await _count(tx, select(func.count()).select_from(joined).where(which))


async def _conversations(tx: Transaction, moment: datetime) -> int:
    which = and_(conversations.c.state == ConversationState.OPEN.value, conversations.c.last_at < moment)
    return await _count(tx, select(func.count()).select_from(conversations).where(which))


async def _unclaimed(tx: Transaction, moment: datetime) -> int:
    claimed = exists().where(claims.c.report_id == reports.c.id)
    states = [state.value for state in PUBLIC_STATES]
    which = and_(reports.c.state.in_(states), reports.c.created_at < moment, ~claimed)
    return await _count(tx, select(func.count()).select_from(reports).where(which))


async def _overdue(tx: Transaction, moment: datetime, turns: int, paused: Collection[ItemKind]) -> int:
    """Counted turn by turn: the index over kind, turn and moment gives each number."""
    kinds = [kind.value for kind in ItemKind if kind not in paused]
    which = and_(reposts.c.kind.in_(kinds), reposts.c.turn.in_(range(turns)), reposts.c.due_at < moment)
    return await _count(tx, select(func.count()).select_from(reposts).where(which))


async def _outcomes(tx: Transaction, moment: datetime) -> int:
    """Appeals that ended before `moment` and of which nobody has told what came of them."""
    told = exists().where(
        cases.c.subject == appeals.c.id,
        cases.c.kind == CaseKind.OUTCOME.value,
        cases.c.state == CaseState.OPEN.value,
    )
    which = and_(appeals.c.state == AppealState.ENDED.value, appeals.c.ended_at < moment)
    return await _count(tx, select(func.count()).select_from(appeals).where(which, ~told))


async def _count(tx: Transaction, counted: Select[int]) -> int:
    return int((await tx.execute(counted)).scalar_one())


def _place(tx: Transaction, row: Row[tuple[object, ...]]) -> str:
    return tx.vault.open(row.place, f"reports.place.{row.id}")


def _written_places(places: Mapping[str, int]) -> str:
    words = ""
    for code, count in sorted(places.items(), key=lambda item: (-item[1], item[0])):
        more = f"{words} {code}:{count}".strip()
        words = more if len(more) <= _NOTE_LENGTH else words
    return words


def _read_places(words: str) -> Mapping[str, int]:
    pairs = (word.partition(":") for word in words.split())
    return {code: int(count) for code, _, count in pairs}
