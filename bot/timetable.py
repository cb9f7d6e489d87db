"""The timetable: APScheduler ticks; what is due lives in the database."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

Job = Callable[[], Awaitable[object]]

GRACE = 20.0
"""Seconds that jobs under way have to come to their end; each is a short transaction after another."""

log = structlog.get_logger()


class Timetable:
    """Runs jobs at intervals and at hours of the day; one that failed is logged and runs again next time."""

    def __init__(self, zone: ZoneInfo) -> None:
        # A late tick still runs (misfire_grace_time None), once however many were missed (coalesce).
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._zone = zone
        self._running: set[asyncio.Task[None]] = set()
        self._scheduler = AsyncIOScheduler(timezone=zone, job_defaults=defaults)

    def every(self, interval: timedelta, jobs: Mapping[str, Job]) -> None:
        """Run each job at the start, since there may be something left to do, and then again and again."""
        for name, job in jobs.items():
            trigger = IntervalTrigger(seconds=int(interval.total_seconds()), timezone=self._zone)
            now = datetime.now(self._zone)
            self._scheduler.add_job(self._tracked(name, job), trigger, id=name, next_run_time=now)

    def nightly(self, hour: int, jobs: Mapping[str, Job]) -> None:
        """Run each job once a night at `hour` of the page's zone."""
        for name, job in jobs.items():
            trigger = CronTrigger(hour=hour, timezone=self._zone)
            self._scheduler.add_job(self._tracked(name, job), trigger, id=name)

    def start(self) -> None:
        """Begin ticking in the running loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop ticking and let jobs under way end: a torn transaction would not give its connection back."""
        self._scheduler.pause()
        if self._running:
            await asyncio.wait(self._running, timeout=GRACE)
        self._scheduler.shutdown(wait=False)

    def _tracked(self, name: str, job: Job) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            task = asyncio.create_task(_guarded(name, job))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
            await task

        return run


async def _guarded(name: str, job: Job) -> None:
    try:
        await job()
    except Exception:
        log.exception("job failed", job=name)
