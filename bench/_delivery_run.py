"""One strategy in a process of its own, so that what it computes and holds is its own.

    python -m bench._delivery_run loop --port 8081 --limit 30 --recipients 1800

It prints `SENDING` when it begins, and one `bench._delivery_figures.Report` as JSON when it is done; then it
may be ended.
"""

import argparse
import asyncio
import gc
import json
import resource
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from bench import _delivery_control as control
from bench._command import positive
from bench._delivery_figures import Report
from bench._delivery_peers import PEERS, Send, Strategy
from bench._delivery_product import NAME, product
from bench._delivery_task import Task
from bot import logs

SENDING: Final = "sending"
SLOWEST: Final = 5
_MEMORY: Final = Path("/proc/self/statm")
_LOOK_SECONDS: Final = 0.5
_MEGABYTE: Final = 1 << 20


async def measured(send: Send, task: Task) -> Report:
    """Send everything and let newcomers get their answers; what is unsent when patience ends stays so."""
    gc.collect()
    before, cpu = resident(), time.process_time()
    highest = asyncio.create_task(_highest())
    unknown: Sequence[int] = ()
    try:
        async with asyncio.timeout(patience(task)):
            unknown = await send()
    except TimeoutError:
        print(f"stopped: it took {SLOWEST} times as long as the limit asks for", file=sys.stderr)
    cpu = time.process_time() - cpu
    highest.cancel()
    report = Report(cpu, max(await highest, resident()) - before, unknown)
    await control.rest(task.port)
    return report


async def _highest() -> float:
    """Look again and again how much this process holds; when cancelled, the most that was seen."""
    most = 0.0
    with suppress(asyncio.CancelledError):
        while True:
            most = max(most, resident())
            await asyncio.sleep(_LOOK_SECONDS)
    return most


def patience(task: Task) -> float:
    """The seconds a strategy has: a few times what the limit asks for, and a minute."""
    return SLOWEST * task.recipients / task.limit + 60


def resident() -> float:
    """Megabytes that this process holds; where the system does not tell, the most it ever held.

    getrusage tells bytes on macOS, kilobytes elsewhere.
    """
    if _MEMORY.exists():
        return int(_MEMORY.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / _MEGABYTE
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (_MEGABYTE if sys.platform == "darwin" else 1024)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one strategy and print its report."""
    parser = argparse.ArgumentParser(prog="python -m bench._delivery_run")
    parser.add_argument("strategy", choices=(NAME, *PEERS))
    parser.add_argument("--port", type=positive, required=True)
    parser.add_argument("--limit", type=positive, required=True)
    parser.add_argument("--recipients", type=positive, required=True)
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="the product's prepared database")
    given = parser.parse_args(arguments)
    strategy = partial(product, given.folder) if given.strategy == NAME else PEERS[given.strategy]
    logs.configure()
    asyncio.run(_tell(strategy, Task(given.port, given.limit, given.recipients)))


async def _tell(strategy: Strategy, task: Task) -> None:
    async with strategy(task) as send:
        print(SENDING, flush=True)
        report = await measured(send, task)
        # Said before everything is closed, which may take minutes: handlers sleep through their windows.
        print(json.dumps(report._asdict()), flush=True)


if __name__ == "__main__":
    main()
