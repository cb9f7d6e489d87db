"""`python -m bot schedule`: prints what would come back to the channel; it changes nothing."""

import secrets
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from bot import opening
from bot.assembly import make_relay
from config.settings import Settings
from domain.clock import SystemClock, local_day
from domain.policy import Policy
from domain.reposts import Item, ItemKind
from relay import schedules
from relay.schedules import Digest, Plan, Why
from relay.work import Relay, Work
from storage.transaction import Transaction

DAYS: Final = 30
MOST_DAYS: Final = 365


def options(parser: ArgumentParser) -> None:
    """Add what the command takes."""
    words = f"how many days ahead, 1-{MOST_DAYS} (default: {DAYS})"
    parser.add_argument("--days", type=_days, default=DAYS, metavar="N", help=words)


async def run(settings: Settings, days: int = DAYS) -> int:
    """Print the coming digests day by day; on SQLite, too, while the bot works."""
    policy = opening.policy_of(settings, "")
    database = await opening.open_for_reading(settings)
    try:
        relay = make_relay(database, SystemClock(), policy, secrets.token_bytes)
        now = relay.clock.now()
        plan = await database.read(lambda tx: schedules.days(_work(relay, tx, now), days))
    finally:
        await database.close()
    for line in (*_head(policy, plan, days), *_body(policy, plan), *_totals(policy, plan)):
        sys.stdout.write(f"{line}\n")
    return 0


def _days(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_DAYS:
        return int(text)
    raise ArgumentTypeError(f"must be a whole number of days from 1 to {MOST_DAYS}, not {text!r}")


def _work(relay: Relay, tx: Transaction, now: datetime) -> Work:
    """What the use case is given, in a transaction that only reads."""
    return Work(tx, now, relay.policy, relay.catalog, relay.gazetteer, relay.cities, relay.ids, relay.words)


def _head(policy: Policy, plan: Plan, days: int) -> Iterator[str]:
    span = "next day" if days == 1 else f"next {days} days"
    yield f"What comes back in the {span} if nothing is new and nothing ends ({policy.zone.key}):"
    if not policy.channels:
        yield "CHANNEL_ID is not set: nothing is posted before it is."
    if plan.paused:
        yield f"Paused by moderators: {', '.join(sorted(plan.paused))}."


def _body(policy: Policy, plan: Plan) -> Iterator[str]:
    """A block for each day that has a digest."""
    for day, digests in groupby(plan.digests, key=lambda digest: local_day(digest.at, policy.zone)):
        yield ""
        yield f"{day:%Y-%m-%d %A}"
        for digest in digests:
            yield f"  {digest.at.astimezone(policy.zone):%H:%M}"
            yield from (
                f"    {plan.codes[turn.subject]} {turn.kind} {_why(policy, turn)}" for turn in digest.turns
            )


def _why(policy: Policy, turn: Item) -> str:
    if turn.shown_at is None:
        return Why.FIRST_TIME
    times = "once" if turn.shown == 1 else f"{turn.shown} times"
    shown = f"shown {times}, last on {local_day(turn.shown_at, policy.zone):%Y-%m-%d}"
    return f"{Why.FORWARD}, {shown}" if schedules.why(turn) is Why.FORWARD else shown


def _totals(policy: Policy, plan: Plan) -> Iterator[str]:
    lines = [turn for digest in plan.digests for turn in digest.turns]
    appeals = sum(turn.kind is ItemKind.APPEAL for turn in lines)
    share = appeals / len(lines) if lines else 0
    yield ""
    yield (
        f"Digests: {len(plan.digests)}. Lines: {len(lines)}. Appeals: {share:.0%} of the lines. "
        f"Most lines in a day: {_fullest(policy, plan.digests)}."
    )


def _fullest(policy: Policy, digests: Sequence[Digest]) -> int:
    lines: Counter[object] = Counter()
    for digest in digests:
        lines[local_day(digest.at, policy.zone)] += len(digest.turns)
    return max(lines.values(), default=0)
