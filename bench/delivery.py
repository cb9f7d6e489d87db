"""How fast many people are told the same, whom it misses, and how long others wait for an answer meanwhile.

    python -m bench.delivery --limit 30 --recipients 1800 --flood window [--peers]
    python -m bench.delivery --limit 30 --recipients 1800 --flood soft --kill 100

A fake Telegram in a process of its own keeps Telegram's limits (`bench._delivery_limits`) and has its faults:
3 % of the recipients blocked the bot, 0.5 % of the calls fail, 0.2 % are accepted and their answer is lost;
an answer takes 40 ms. `--flood` says what becomes of a bot that sends too much: *window* refuses everything
for 1, 3, 5 ... 35 s, *soft* only as long as a limit is exceeded. From the first message on, new people say
/start at a steady rate. Each strategy runs in a process of its own against a fresh Telegram.

The product sends a broadcast from a database file, encrypted, in the folder for temporary files (TMPDIR moves
it), through its own outbox. `--peers` runs other ways to send with python-telegram-bot beside it
(`bench._delivery_peers`). `--kill N` kills the product N times at random moments and starts it again, once
with notices, which are sent again when in doubt, once with a broadcast, which is not.

`--json` prints one object for each strategy, or for each policy. `bench._delivery_figures` tells what each
number means.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Final

from bench import _delivery_control as control
from bench import _delivery_kill
from bench._command import head, positive
from bench._delivery_control import Weather
from bench._delivery_figures import HEAD, KILL_HEAD, Conditions, Figures, Losses, figures, line
from bench._delivery_peers import PEERS, NoPeerError, require
from bench._delivery_people import prepare
from bench._delivery_process import report_of
from bench._delivery_product import NAME
from bench._delivery_server import FLOODS, LATENCY
from bench._delivery_task import Task
from domain.messages import OnDoubt

NEWCOMERS: Final = 4
"""People who say /start for the first time, a second."""


async def measure(strategy: str, conditions: Conditions) -> Figures:
    """Run one strategy to its end."""
    weather = Weather(conditions.limit, conditions.flood, NEWCOMERS)
    with tempfile.TemporaryDirectory(prefix="tabyldy-bench-") as folder:
        async with control.telegram(weather) as port:
            task = Task(port, conditions.limit, conditions.recipients)
            if strategy == NAME:
                await prepare(Path(folder), task, OnDoubt.PARK)
            report = await report_of(strategy, task, Path(folder))
            return figures(strategy, conditions, await control.counts(port), report)


async def _print(given: argparse.Namespace) -> None:
    conditions = Conditions(given.flood, given.limit, given.recipients, LATENCY)
    print(*_head(given), sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    async for result in _results(given, conditions):
        print(json.dumps(result._asdict()) if given.json else line(result), flush=True)


async def _results(given: argparse.Namespace, conditions: Conditions) -> AsyncIterator[Figures | Losses]:
    if given.kill:
        for policy in OnDoubt:
            yield await _delivery_kill.measure(policy, conditions, given.kill)
        return
    for strategy in (NAME, *(PEERS if given.peers else ())):
        yield await measure(strategy, conditions)


def _head(given: argparse.Namespace) -> list[str]:
    told = f"{given.recipients} recipients, {given.limit} calls a second"
    if given.kill:
        return [*head("delivery"), f"{told}; killed at random, nothing else goes wrong", KILL_HEAD]
    trip = f"waits are above the network's round trip of {LATENCY * 1000:.0f} ms"
    return [*head("delivery"), f"{told}, {NEWCOMERS} newcomers a second; {trip}", HEAD]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit 2 with a message when a peer is missing."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.delivery", description=str(__doc__).partition("\n")[0]
    )
    parser.add_argument("--limit", type=positive, default=30, metavar="N", help="calls a second")
    parser.add_argument("--recipients", type=positive, default=300, metavar="N")
    parser.add_argument("--flood", choices=FLOODS, default="window", help="what becomes of too many calls")
    parser.add_argument("--peers", action="store_true", help="run other ways to send too")
    parser.add_argument("--kill", type=positive, metavar="N", help="kill the product so often")
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    if given.kill and given.peers:
        parser.error("--kill is for the product: a peer forgets everything, leave --peers out")
    try:
        if given.peers:
            require()
        asyncio.run(_print(given))
    except NoPeerError as fault:
        parser.exit(2, f"{fault}\n")


if __name__ == "__main__":
    main()
