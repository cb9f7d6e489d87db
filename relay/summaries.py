"""The weekly summary: numbers and a chart for every channel, and what is stuck for the moderators."""

import asyncio
import base64
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from statistics import median
from typing import Final

from domain.clock import local_day
from domain.documents import GAZETTEER_PREFIX
from domain.messages import Attachment, AttachmentKind, Content
from domain.policy import Policy
from domain.summaries import ELSEWHERE, WEEK, Home, Patience, Place, Stuck, Summary, Week
from media import charts
from relay import cases, channel, reposts, summary_cards
from relay.handovers import Way
from relay.places import Gazetteer
from relay.summary_cards import Words
from relay.work import Relay, Work
from storage import medical, watches
from storage import summaries as stored
from storage.transaction import Transaction

HOUR: Final = 18
"""On Sunday at that hour of the channel's clock people are at home and have time to pass it on."""

LATE: Final = time(21)
"""Until that hour of Tuesday a summary that the bot slept through is still of the week people remember."""

LATE_DAYS: Final = timedelta(days=2)

SHORT: Final = 3
"""Of fewer documents than this a median tells nothing: those of the last LONG days are taken, if enough."""

LONG: Final = timedelta(days=90)

SHOWN: Final = 5
"""So many places are told apart; the rest is one line."""

PROVEN: Final = (Way.CODE, Way.COURIER)
"""Only what was proven counts: anybody may say so."""


async def tell(relay: Relay) -> int:
    """Tell the week when it is time to; 1 when that was done now.

    Opens its own transactions: much is read before a little is written.
    """
    now = relay.clock.now()
    await _note_places(relay, local_day(now, relay.policy.zone))
    week = due(relay.policy, now)
    if week is None or await relay.database.read(lambda tx: stored.is_told(tx, week.sunday)):
        return 0
    summary, stuck = await relay.database.read(partial(_counted, relay, week, now))
    posts = await _posts(relay, week, summary)
    return await relay.work(partial(_write, week, posts, stuck))


def due(policy: Policy, now: datetime) -> Week | None:
    """The week that is to be told now; None before Sunday's hour, after Tuesday's, and in quiet hours."""
    local = now.astimezone(policy.zone)
    sunday = local.date() - timedelta(days=local.isoweekday() % WEEK.days)
    begins = datetime.combine(sunday, time(HOUR), policy.zone).astimezone(UTC)
    ends = datetime.combine(sunday + LATE_DAYS, LATE, policy.zone).astimezone(UTC)
    quiet = policy.reposts.quiet
    if not begins <= now < ends or (quiet is not None and quiet.holds(local)):
        return None
    return Week(sunday)


def summed(gazetteer: Gazetteer, returned: Mapping[str, int], waiting: Mapping[str, int]) -> Sequence[Place]:
    """The places with most and, together, all others; both numbers are by place as reports hold it."""
    homes, waits = _known(gazetteer, returned), _known(gazetteer, waiting)
    codes = sorted(
        (homes.keys() | waits.keys()) - {ELSEWHERE}, key=lambda code: (-homes[code], -waits[code], code)
    )
    shown = [Place(code, homes[code], waits[code]) for code in codes[:SHOWN]]
    others = Place(
        ELSEWHERE,
        homes.total() - sum(place.returned for place in shown),
        waits.total() - sum(place.waiting for place in shown),
    )
    return [*shown, others] if others.returned or others.waiting else shown


def usual_days(homes: Iterable[Home]) -> int | None:
    """The median of whole days from report to return, half a day counting as one; None of none."""
    lasted = [(home.returned - home.found) / timedelta(days=1) for home in homes]
    return int(median(lasted) + 0.5) if lasted else None


async def _note_places(relay: Relay, today: date) -> None:
    """Note, day by day, where what came home was found: reports forget their places within days."""
    days = Week(today).days
    noted = await relay.database.read(lambda tx: stored.places_of_days(tx, days))
    missing = [day for day in days if day not in noted]
    if missing:
        await relay.work(partial(_note_days, missing))


async def _note_days(days: Sequence[date], work: Work) -> None:
    for day in days:
        homes = await stored.came_home(work.tx, PROVEN, *_bounds(work.policy, day, timedelta(days=1)))
        places = _known(work.gazetteer, Counter(home.place for home in homes))
        known = {code: count for code, count in places.items() if code != ELSEWHERE}
        await stored.note_places(work.tx, day, known)
    await stored.forget_older(work.tx, work.today)


async def _counted(relay: Relay, week: Week, now: datetime, tx: Transaction) -> tuple[Summary, Stuck]:
    """Everything from one state of the database."""
    paused = await reposts.paused(tx)
    turns = len(relay.policy.reposts.gaps) + 1
    return await _summary(relay, week, tx), await stored.stuck(tx, now, Patience(), turns, paused)


async def _summary(relay: Relay, week: Week, tx: Transaction) -> Summary:
    since, until = _bounds(relay.policy, week.days[0], WEEK)
    homes = await stored.came_home(tx, PROVEN, since, until)
    waiting = await stored.waiting_places(tx)
    days = await stored.places_of_days(tx, week.days)
    places = sum((Counter(_as_stored(day)) for day in days.values()), Counter())
    places[ELSEWHERE] = max(len(homes) - places.total(), 0)
    measured = homes if len(homes) >= SHORT else await stored.came_home(tx, PROVEN, until - LONG, until)
    return Summary(
        returned=len(homes),
        found=await stored.count_found(tx, since, until),
        waiting=sum(waiting.values()),
        owners=await watches.count_open(tx),
        days=usual_days(measured) if len(measured) >= SHORT else None,
        places=summed(relay.gazetteer, places, waiting),
        answered=await medical.count_answered(tx, since, until),
        appeals=await stored.count_appeals(tx),
        proven=await stored.count_proven(tx, since, until),
    )


async def _posts(relay: Relay, week: Week, summary: Summary) -> Mapping[str, Content]:
    """What each channel is told; nothing where there is nothing to tell."""
    channels = () if summary.is_empty else relay.policy.channels
    words = Words(relay.catalog, relay.gazetteer, week, summary)
    drawn = {
        language: await asyncio.to_thread(charts.draw, words.chart(language))
        for language in {each.language for each in channels}
    }
    return {
        each.recipient: Content(
            words.caption(each.language),
            attachment=Attachment(
                AttachmentKind.DRAWING,
                base64.b64encode(drawn[each.language]).decode(),
                f"tabyldy-{week.sunday}.png",
            ),
        )
        for each in channels
    }


async def _write(week: Week, posts: Mapping[str, Content], stuck: Stuck, work: Work) -> int:
    """Queue everything together with the note that it is told, so that it goes out once."""
    if not await stored.tell(work.tx, week.sunday, work.now):
        return 0
    for recipient, content in posts.items():
        await channel.put(work, recipient, content)
    await cases.tell(work, Content(summary_cards.stuck(work, stuck)))
    return 1


def _known(gazetteer: Gazetteer, places: Mapping[str, int]) -> Counter[str]:
    """Numbers by the codes of known places; what people wrote themselves and lost places are ELSEWHERE."""
    known: Counter[str] = Counter()
    for place, count in places.items():
        found = gazetteer.stored(place)
        known[found.code if found else ELSEWHERE] += count
    return known


def _as_stored(places: Mapping[str, int]) -> Mapping[str, int]:
    """Numbers by code, as reports name their places."""
    return {f"{GAZETTEER_PREFIX}{code}": count for code, count in places.items()}


def _bounds(policy: Policy, first: date, length: timedelta) -> tuple[datetime, datetime]:
    """The moments between which so many whole days of the channel's calendar lie."""
    midnights = (datetime.combine(day, time(), policy.zone) for day in (first, first + length))
    begins, ends = (midnight.astimezone(UTC) for midnight in midnights)
    return begins, ends
