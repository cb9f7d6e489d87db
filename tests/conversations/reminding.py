"""What the stories of reminders have in common: time that passes, and what is asked then."""

from datetime import date, timedelta

from domain.people import Ban, BanKind
from locales.dates import day_in_words
from sandbox.person import Person
from storage import bans
from tests.conftest import Desk
from tests.conversations.steps import (
    label,
    sees,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
WAITS_FOR = "Жанабай Исраилов"
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
FIRST_DAY = date(2026, 11, 22)  # the stories begin at 14:00 of the page's clock


async def passes(desk: Desk, time: timedelta) -> None:
    """Let time pass at once, as when the bot was off meanwhile."""
    desk.world.clock.wind(time)
    await desk.tick()


def day(person: Person, after: int) -> str:
    """A day so long after the first, as the person reads it."""
    return day_in_words(person.language, FIRST_DAY + after * DAY)


def about(person: Person, code: str, **more: str | int) -> dict[str, str | int]:
    """What every reminder of a passport says."""
    return {"type": label(person, "type-passport"), "code": code, **more}


def is_advised(person: Person, code: str, count: int) -> bool:
    there = label(person, "country-KZ")
    values = about(person, code, count=count, at="KZ", there=there, issuer="KZ", country=there)
    return sees(person, "care-advice", **values)


def is_asked(person: Person, code: str, until: int) -> bool:
    return sees(person, "care-warning-finder", **about(person, code, day=day(person, until)))


def is_asked_about_watch(person: Person, text_id: str = "care-lost") -> bool:
    return sees(person, text_id, type=label(person, "type-passport"), name=WAITS_FOR)


async def banned(desk: Desk, person: Person, kind: BanKind) -> None:
    """Keep somebody out, or let them believe that they are in."""
    await desk.app.relay.work(lambda work: bans.put(work.tx, person.id, Ban(kind, None)))
