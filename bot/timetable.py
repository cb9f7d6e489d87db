"""The timetable: APScheduler ticks; what is due lives in the database."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

Job = Callable[[], Awaitable[object]]

log = structlog.get_logger()


class Timetable:
    """Runs jobs at intervals and at hours of the day; one that failed is logged and runs again next time."""

    def __init__(self, zone: ZoneInfo) -> None:
        # A late tick still runs (misfire_grace_time None), once however many were missed (coalesce).
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._zone = zone
        self._scheduler = AsyncIOScheduler(timezone=zone, job_defaults=defaults)

    def every(self, interval: timedelta, jobs: Mapping[str, Job]) -> None:
        """Run each job at the start, since there may be something left to do, and then again and again."""
        for name, job in jobs.items():
            trigger = IntervalTrigger(seconds=int(interval.total_seconds()), timezone=self._zone)
            now = datetime.now(self._zone)
            self._scheduler.add_job(_guarded(name, job), trigger, id=name, next_run_time=now)

    def nightly(self, hour: int, jobs: Mapping[str, Job]) -> None:
        """Run each job once a night at `hour` of the page's zone."""
        for name, job in jobs.items():
            self._scheduler.add_job(_guarded(name, job), CronTrigger(hour=hour, timezone=self._zone), id=name)

    def start(self) -> None:
        """Begin ticking in the running loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking; jobs under way are cancelled with the loop."""
        self._scheduler.shutdown(wait=False)


def _guarded(name: str, job: Job) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await job()
        except Exception:
            log.exception("job failed", job=name)

    return run
