"""What the clock does: troubles told, what ran out ended, old things forgotten, a nightly copy."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeAlias

import structlog

from bot import opening, receipts
from bot.assembly import App
from bot.pages import Pages
from bot.timetable import Job, Timetable
from config.settings import Settings
from relay import (
    appeal_care,
    appeals,
    broadcasts,
    cases,
    conversations,
    corrections,
    ledger,
    medical_care,
    news,
    reminders,
    reposts,
    retention,
    summaries,
    troubles,
    upkeep,
)
from relay.work import Relay, Work
from storage import dialect
from storage.backup import backup

TROUBLES_EVERY = timedelta(seconds=20)
LOOK_EVERY = timedelta(seconds=20)
TIDY_EVERY = timedelta(hours=1)
WEEKLY_EVERY = timedelta(minutes=1)
SIGN_OF_LIFE_EVERY = timedelta(seconds=15)
BROADCASTS_EVERY = timedelta(seconds=5)
PAGES_EVERY = timedelta(seconds=60)
RECEIPTS_EVERY = timedelta(seconds=5)
BACKUP_HOUR = 4  # the quietest hour of the page's zone

Round: TypeAlias = Callable[[Work], Awaitable[int]]
Look: TypeAlias = Callable[[Relay], Awaitable[int]]

ROUNDS: Mapping[str, Round] = {
    "absence": conversations.tell_absence,
    "silence": conversations.end_silent,
    "reports": reminders.look_after_reports,
    "watches": reminders.look_after_watches,
    "questions": medical_care.look_after,
    "wipe": retention.wipe,
    "wiped questions": medical_care.wipe,
    "wiped entries": corrections.forget,
    "reminders": cases.remind,
    "news": news.tell,
    "ended appeals": appeal_care.end_due,
    "outcomes": appeal_care.remind,
    "wiped appeals": appeal_care.wipe,
    "ledger": ledger.tell_head,
    "appeals": appeals.publish_next,
    "appeal posts": appeals.redraw,
    "reposts": reposts.advance,
}
"""What the clock looks after, each by itself: one that fails must not keep the wipe from running."""

BROADCASTS: Mapping[str, Round] = {"broadcasts": broadcasts.advance}
"""What somebody watches while it goes on."""

WEEKLY: Mapping[str, Look] = {"summary": summaries.tell}
"""What reads much before it writes a little, in transactions of its own; before the wipe has its turn."""

TURNS: Sequence[tuple[timedelta, Mapping[str, Round]]] = (
    (LOOK_EVERY, ROUNDS),
    (BROADCASTS_EVERY, BROADCASTS),
)
"""How often each has its turn."""

log = structlog.get_logger()


def timetable_of(app: App, settings: Settings) -> Timetable:
    """The jobs of a running bot."""
    timetable = common(app)
    timetable.every(SIGN_OF_LIFE_EVERY, {"sign of life": lambda: _sign_of_life(settings)})
    pages = Pages(app.relay, settings.pages_home)
    timetable.every(PAGES_EVERY, {"pages": partial(on_duty, app, pages.write)})
    if dialect.is_sqlite(settings.database_url):
        timetable.nightly(BACKUP_HOUR, {"backup": lambda: _backup(app, settings)})
    return timetable


def common(app: App) -> Timetable:
    """The jobs that the sandbox runs too."""
    timetable = Timetable(app.relay.policy.zone)
    jobs: list[tuple[timedelta, str, Job]] = [
        (TROUBLES_EVERY, "troubles", partial(tell_troubles, app)),
        (TIDY_EVERY, "tidy", partial(_tidy, app)),
        (RECEIPTS_EVERY, "receipts", partial(receipts.fetch, app)),
    ]
    jobs += [(WEEKLY_EVERY, name, partial(look_once, app, look)) for name, look in WEEKLY.items()]
    for interval, rounds in TURNS:
        jobs += [(interval, name, partial(until_done, app, each)) for name, each in rounds.items()]
    for interval, name, job in jobs:
        timetable.every(interval, {name: partial(on_duty, app, job)})
    return timetable


async def on_duty(app: App, job: Job) -> None:
    """Do a job, unless another process that shares the database has the duty to."""
    if await app.clockwork.held():
        await job()


async def tick(app: App) -> None:
    """Everything that the timetable does about the product, once, as it would by now; a fault is raised."""
    await tell_troubles(app)
    await receipts.fetch(app)
    for look in WEEKLY.values():
        await look_once(app, look)
    for _, rounds in TURNS:
        for each in rounds.values():
            await until_done(app, each)
    await _tidy(app)


async def tell_troubles(app: App) -> None:
    """Tell the moderators of posts that failed or are in doubt."""
    if await app.relay.work(troubles.report_troubles):
        app.worker.wake()


async def until_done(app: App, round_: Round) -> None:
    """Go on with a round, a short transaction each time, until it finds nothing left."""
    while await app.relay.work(round_):
        app.worker.wake()


async def look_once(app: App, look: Look) -> None:
    """See whether something is due, and do it."""
    if await look(app.relay):
        app.worker.wake()


def life_sign(settings: Settings) -> Path:
    """The file whose age says whether the bot is alive."""
    return settings.data_folder / "heartbeat"


async def _sign_of_life(settings: Settings) -> None:
    sign = life_sign(settings)
    sign.parent.mkdir(parents=True, exist_ok=True)  # nobody made it where the database is a server's
    sign.touch()


async def _tidy(app: App) -> None:
    forgotten = await app.relay.work(upkeep.tidy)
    if any(forgotten.values()):
        log.info("tidied", **forgotten)


async def _backup(app: App, settings: Settings) -> None:
    database = Path(dialect.sqlite_file(settings.database_url))
    folder, now = opening.backups_folder(settings), app.relay.clock.now()
    copy = await asyncio.to_thread(backup, database, folder, now, "nightly")
    log.info("backup made", size=copy.stat().st_size)
