"""What a year of reposts looks like on a page: posts a day, lines, appeals, waiting; and what it costs.

    python -m bench.reposts --days 365 --finds-per-day 6 --appeals-per-week 4

The rules alone (`relay/repost_policy.py`), no database and no Telegram: people report at random by day and
evening, the bot looks every half an hour. Half of the finds end within 8 days and none is open after 30; of
watches half end within a month, of questions within a week, of appeals within three weeks. *Waiting* is how
long something due was not shown, from the part of the day it fell due for; that of appeals is their queue.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bench._command import head, positive
from bench._reposts_year import ZONE, Page, Year, simulate
from bench._search_figures import nearest_rank
from domain.clock import local_day
from domain.reposts import ItemKind, Rules
from relay.repost_policy import WEEK


class Figure(NamedTuple):
    """One line of the table; None where there is nothing to tell."""

    what: str
    mean: float | None
    p95: float | None
    most: float | None


def figures(year: Year, days: int) -> Sequence[Figure]:
    """Count what happened."""
    posts = Counter(local_day(at, ZONE) for _, at in {(each.post, each.at) for each in year.showings})
    weeks = _weeks(year)
    quiet_days = [0] * (days - len(posts))
    return [
        _figure("posts a day", [*posts.values(), *quiet_days]),
        _figure("lines of a digest", year.lines),
        _figure("appeals in 7 days", [appeals for appeals, _ in weeks]),
        _figure("appeals in 7 days, % of all", [100 * appeals / showings for appeals, showings in weeks]),
        _figure("showings until the end", year.times),
        _figure("hours of waiting", year.waits[False]),
        _figure("hours of waiting, appeals", year.waits[True]),
    ]


def _weeks(year: Year) -> Sequence[tuple[int, int]]:
    """How many appeals, of how many showings, were within the seven days that end with each showing."""
    found, begin, appeals = [], 0, 0
    for end, showing in enumerate(year.showings, start=1):
        appeals += showing.kind is ItemKind.APPEAL
        while showing.at - year.showings[begin].at >= WEEK:
            appeals -= year.showings[begin].kind is ItemKind.APPEAL
            begin += 1
        found.append((appeals, end - begin))
    return found


def _figure(what: str, values: Sequence[float]) -> Figure:
    if not values:
        return Figure(what, None, None, None)
    mean = round(sum(values) / len(values), 2)
    return Figure(what, mean, round(nearest_rank(values, 95), 2), round(max(values), 2))


def as_text(figure: Figure) -> str:
    """One line for people to read."""
    cells = ("-" if cell is None else f"{cell:.2f}".removesuffix(".00") for cell in figure[1:])
    return f"{figure.what:32}" + " ".join(f"{cell:>9}" for cell in cells)


def measure(page: Page, rules: Rules) -> Sequence[Figure]:
    """A year in figures, and last what it cost."""
    wall, cpu = time.perf_counter(), time.process_time()
    year = simulate(page, rules)
    seconds, cpu_seconds = time.perf_counter() - wall, time.process_time() - cpu
    cost = [_figure("seconds", [seconds]), _figure("CPU seconds", [cpu_seconds])]
    return [*figures(year, page.days), *cost]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.reposts", description=usage)
    parser.add_argument("--days", type=positive, default=365, metavar="N", help="how long")
    parser.add_argument("--finds-per-day", type=positive, default=6, metavar="N")
    for kind, number in (("appeals", 4), ("watches", 5), ("questions", 6)):
        parser.add_argument(f"--{kind}-per-week", type=positive, default=number, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another year")
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    per_week = {
        ItemKind.FIND: given.finds_per_day * WEEK.days,
        ItemKind.APPEAL: given.appeals_per_week,
        ItemKind.WATCH: given.watches_per_week,
        ItemKind.QUESTION: given.questions_per_week,
    }
    line = f"{'':32}" + " ".join(f"{cell:>9}" for cell in ("mean", "p95", "most"))
    print(*head("reposts"), line, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    for figure in measure(Page(given.days, per_week, given.seed), Rules()):
        print(json.dumps(figure._asdict()) if given.json else as_text(figure), flush=True)


if __name__ == "__main__":
    main()
