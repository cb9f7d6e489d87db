"""What the clock does: troubles told, what ran out ended, old things forgotten, a nightly copy."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeAlias

import structlog

from bot import opening
from bot.assembly import App
from bot.timetable import Timetable
from config.settings import Settings
from relay import broadcasts, cases, conversations, news, retention, troubles, upkeep
from relay.work import Work
from storage import dialect
from storage.backup import backup

TROUBLES_EVERY = timedelta(seconds=20)
LOOK_EVERY = timedelta(seconds=20)
TIDY_EVERY = timedelta(hours=1)
SIGN_OF_LIFE_EVERY = timedelta(seconds=15)
BROADCASTS_EVERY = timedelta(seconds=5)
BACKUP_HOUR = 4  # the quietest hour of the page's zone

Round: TypeAlias = Callable[[Work], Awaitable[int]]

ROUNDS: Mapping[str, Round] = {
    "absence": conversations.tell_absence,
    "silence": conversations.end_silent,
    "expiry": retention.expire,
    "wipe": retention.wipe,
    "reminders": cases.remind,
    "news": news.tell,
}
"""What the clock looks after, each by itself: one that fails must not keep the wipe from running."""

BROADCASTS: Mapping[str, Round] = {"broadcasts": broadcasts.advance}
"""What somebody watches while it goes on."""

log = structlog.get_logger()


def timetable_of(app: App, settings: Settings) -> Timetable:
    """The jobs of a running bot."""
    timetable = common(app)
    timetable.every(SIGN_OF_LIFE_EVERY, {"sign of life": lambda: _sign_of_life(settings)})
    if dialect.is_sqlite(settings.database_url):
        timetable.nightly(BACKUP_HOUR, {"backup": lambda: _backup(app, settings)})
    return timetable


def common(app: App) -> Timetable:
    """The jobs that the sandbox runs too."""
    timetable = Timetable(app.relay.policy.zone)
    timetable.every(TROUBLES_EVERY, {"troubles": lambda: tell_troubles(app)})
    for interval, rounds in ((LOOK_EVERY, ROUNDS), (BROADCASTS_EVERY, BROADCASTS)):
        timetable.every(interval, {name: partial(until_done, app, each) for name, each in rounds.items()})
    timetable.every(TIDY_EVERY, {"tidy": lambda: _tidy(app)})
    return timetable


async def tell_troubles(app: App) -> None:
    """Tell the moderators of posts that failed or are in doubt."""
    if await app.relay.work(troubles.report_troubles):
        app.worker.wake()


async def until_done(app: App, round_: Round) -> None:
    """Go on with a round, a short transaction each time, until it finds nothing left."""
    while await app.relay.work(round_):
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
