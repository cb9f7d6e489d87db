"""What one run comes to: how much of the limit was used, who was missed or told twice, what it cost."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bench._delivery_ledger import Counts
from bench._delivery_task import recipients
from bench._search_figures import milliseconds, nearest_rank


class Report(NamedTuple):
    """What a strategy's process says about itself.

    `cpu_seconds` (user and system) and `memory_growth_mb` (resident at its highest, less what it was before)
    are of the sending alone; `unknown` are the chats it lists as perhaps reached.
    """

    cpu_seconds: float
    memory_growth_mb: float
    unknown: Sequence[int]


class Fates(NamedTuple):
    """How many recipients were missed in silence, told more than once, listed as perhaps told."""

    lost: int
    duplicated: int
    unknown: int


class Figures(NamedTuple):
    """One strategy under one flood model.

    `fraction` is the share of the limit that was used: calls let through a second, those to people who
    blocked the bot, those that failed and the answers to newcomers among them, since the limit is spent on
    them too; a short run may exceed 1, since a bucket that was full comes on top. Lost is who neither has the
    text nor blocked the bot nor is listed as unknown, also because the strategy was stopped: it took too
    long. CPU is all the process computed from the first message to the last, for each call let through.
    Milliseconds are by nearest rank from /start to the answer, without the network's round trip; None where
    nobody new came.
    """

    strategy: str
    flood: str
    fraction: float
    too_many_requests: int
    lost: int
    duplicated: int
    unknown: int
    cpu_ms_per_message: float
    memory_growth_mb: float
    start_p50_ms: float | None
    start_p99_ms: float | None


class Losses(NamedTuple):
    """What kills did to one policy: recipients missed, told twice, perhaps told; in all and for each kill."""

    policy: str
    flood: str
    kills: int
    lost: int
    duplicated: int
    unknown: int
    lost_per_kill: float
    duplicated_per_kill: float
    unknown_per_kill: float


class Conditions(NamedTuple):
    """The flood model, calls a second, how many recipients, seconds of the network's round trip."""

    flood: str
    limit: int
    recipients: int
    round_trip: float


def figures(strategy: str, conditions: Conditions, counts: Counts, report: Report) -> Figures:
    """Put together what Telegram saw and what the strategy says."""
    waits = [max(0.0, wait - conditions.round_trip) for wait in counts.waits]
    return Figures(
        strategy,
        conditions.flood,
        round(counts.per_second / conditions.limit, 4),
        counts.too_many,
        *fates(conditions.recipients, counts, report.unknown),
        milliseconds(report.cpu_seconds / max(counts.handled, 1)),
        round(report.memory_growth_mb, 1),
        *(milliseconds(nearest_rank(waits, percent)) if waits else None for percent in (50, 99)),
    )


def fates(count: int, counts: Counts, unknown: Sequence[int]) -> Fates:
    """What became of the recipients; whoever is listed as unknown may have the text all the same."""
    settled = {*counts.accepted, *counts.blocked, *unknown}
    lost = sum(chat not in settled for chat in recipients(count))
    return Fates(lost, sum(times > 1 for times in counts.accepted.values()), len(unknown))


def line(cells: Sequence[object]) -> str:
    """One line of the table."""
    first, *others = map(_told, cells)
    return " ".join([f"{first:<15}", *(f"{cell:>10}" for cell in others)])


def _told(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.3f}"
    return "-" if cell is None else str(cell)


HEAD: Final = line(
    (
        *("strategy", "flood", "fraction", "429s", "lost", "twice", "unknown"),
        *("CPU ms", "MB more", "p50 ms", "p99 ms"),
    )
)
KILL_HEAD: Final = line(
    (
        *("policy", "flood", "kills", "lost", "twice", "unknown"),
        *("lost/kill", "twice/kill", "unkn./kill"),
    )
)
