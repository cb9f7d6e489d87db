"""The product killed again and again while it sends: who is missed, told twice, listed as perhaps told."""

import asyncio
import random
import tempfile
from pathlib import Path
from typing import Final

from bench import _delivery_control as control
from bench._delivery_control import Weather
from bench._delivery_figures import Conditions, Losses, Report, fates
from bench._delivery_people import prepare
from bench._delivery_process import start
from bench._delivery_product import NAME
from bench._delivery_task import Task
from domain.messages import OnDoubt

_SEED: Final = 11


async def measure(policy: OnDoubt, conditions: Conditions, kills: int) -> Losses:
    """Send notices (resend) or a broadcast (park), killed so many times, then to the end.

    Nothing else goes wrong: no call fails, nobody has blocked the bot, no answer is lost.
    """
    weather = Weather(conditions.limit, conditions.flood, newcomers=0, faults=False)
    with tempfile.TemporaryDirectory(prefix="tabyldy-bench-") as folder:
        async with control.telegram(weather) as port:
            task = Task(port, conditions.limit, conditions.recipients)
            await prepare(Path(folder), task, policy)
            done, report = await _killed(Path(folder), task, kills)
            seen = await control.counts(port)
    found = fates(conditions.recipients, seen, report.unknown)
    each = (round(count / max(done, 1), 3) for count in found)
    return Losses(policy.value, conditions.flood, done, *found, *each)


async def _killed(folder: Path, task: Task, kills: int) -> tuple[int, Report]:
    """Let it run and kill it, then let it end; how often it was killed, fewer times if it is done before.

    A life lasts at random up to twice what the recipients allow.
    """
    chance = random.Random(_SEED)  # noqa: S311 - a run that can be repeated, nothing to keep secret
    longest = 2 * task.recipients / task.limit / (kills + 1)
    for done in range(kills):
        running = await start(NAME, task, folder)
        try:
            await running.begun()
            async with asyncio.timeout(chance.uniform(0, longest)):
                return done, await running.report()
        except TimeoutError:
            continue
        finally:
            await running.kill()
    running = await start(NAME, task, folder)
    try:
        await running.begun()
        return kills, await running.report()
    finally:
        await running.kill()
