"""Strategies as processes: started for a task, listened to, killed."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from bench._delivery_figures import Report
from bench._delivery_run import SENDING
from bench._delivery_task import Task


class Running:
    """One strategy at work."""

    def __init__(self, process: Process, strategy: str) -> None:
        self._process = process
        self._strategy = strategy

    async def begun(self) -> None:
        """Wait until it begins to send; RuntimeError when it ended before."""
        if (await self._line()).decode().strip() != SENDING:
            raise RuntimeError(f"{self._strategy} does not begin: see above")

    async def report(self) -> Report:
        """Wait until it is done; RuntimeError when it ended before."""
        return Report(**json.loads(await self._line()))

    async def kill(self) -> None:
        """End it at once, whatever it does."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()

    async def _line(self) -> bytes:
        if self._process.stdout is None or not (line := await self._process.stdout.readline()):
            raise RuntimeError(f"{self._strategy} failed: see above")
        return line


async def start(strategy: str, task: Task, folder: Path | None = None) -> Running:
    """Start a strategy in a process of its own; `folder` is the product's database."""
    given = ["--port", task.port, "--limit", task.limit, "--recipients", task.recipients]
    if folder is not None:
        given += ["--folder", str(folder)]
    module = (sys.executable, "-m", "bench._delivery_run", strategy)
    return Running(await asyncio.create_subprocess_exec(*module, *map(str, given), stdout=PIPE), strategy)


async def report_of(strategy: str, task: Task, folder: Path | None = None) -> Report:
    """Let a strategy do a task from beginning to end."""
    running = await start(strategy, task, folder)
    try:
        await running.begun()
        return await running.report()
    finally:
        await running.kill()
