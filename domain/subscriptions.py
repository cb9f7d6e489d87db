"""Subscriptions: what a person wants to hear of, near which places, and when they are left in peace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from domain.documents import Country


class Topic(StrEnum):
    """What can be subscribed to, in the order people meet it."""

    DOCUMENTS = "documents"
    MEDICAL = "medical"
    APPEALS = "appeals"


EVERYWHERE: Final = ""
"""The place of a subscription that is not bound to one."""

MOST_PLACES: Final = 5
"""So many places one person may name: whoever needs more is better served by everywhere."""

_HOURS: Final = 24
_DAYS_AHEAD: Final = 3
"""Quiet hours end within a day; where the clock skips their end, on the next."""

_ZONES: Final[Mapping[Country, str]] = {
    Country.UZ: "Asia/Tashkent",
    Country.KZ: "Asia/Almaty",
    Country.KG: "Asia/Bishkek",
    Country.TJ: "Asia/Dushanbe",
    Country.RU: "Europe/Moscow",
    Country.TR: "Europe/Istanbul",
}
"""IANA names of the zone that most people of a country live in."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Whole hours of the clock on the wall, from `start` until before `end` (0-23), perhaps over midnight.

    ValueError for hours that no clock shows, and for a span without length: no quiet hours are no `Quiet`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is no span of hours."""
        hours = range(_HOURS)
        if self.start not in hours or self.end not in hours or self.start == self.end:
            message = f"no quiet hours: from {self.start} until {self.end}"
            raise ValueError(message)

    def holds(self, local: datetime) -> bool:
        """Whether a moment of the person's own clock is quiet."""
        if self.start < self.end:
            return self.start <= local.hour < self.end
        return local.hour >= self.start or local.hour < self.end

    def until(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When the quiet hours that `now` falls into end (UTC); None when it is not quiet in `zone`.

        Where the clock is moved, an end that it skips is the moment it jumps, and one that it shows twice is
        the first still ahead.
        """
        local = now.astimezone(zone)
        if not self.holds(local):
            return None
        ends = (
            datetime.combine(local.date() + timedelta(days=day), time(self.end, fold=fold), zone)
            for day in range(_DAYS_AHEAD)
            for fold in (0, 1)
        )
        ahead = (end.astimezone(UTC) for end in ends)
        return min(end for end in ahead if end > now and not self.holds(end.astimezone(zone)))


QUIET_AT_NIGHT: Final = Quiet(22, 8)
"""Where nobody has chosen."""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who asked to hear of things: at least one topic, or they are no subscriber.

    `places` are gazetteer codes that bound DOCUMENTS, at most MOST_PLACES, in order; none means everywhere.
    `country` leaves out what is meant for other countries only; None leaves out nothing, so that what is
    meant for one country reaches them too. `quiet` is None when any hour is right.
    """

    person_id: str
    topics: frozenset[Topic]
    places: tuple[str, ...]
    country: Country | None
    quiet: Quiet | None
    since: datetime


def zone_of(country: Country | None, default: ZoneInfo) -> ZoneInfo:
    """Whose clock tells a subscriber's quiet hours: their country's, else the page's own."""
    name = _ZONES.get(country) if country else None
    return ZoneInfo(name) if name else default
