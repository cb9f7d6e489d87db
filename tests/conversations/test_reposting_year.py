"""A year of the channel, played by the whole bot: what people see, beside a plain book of what is due."""

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot import jobs
from domain.documents import ReportState
from domain.reposts import Rules
from relay import documents, people
from relay.work import Work
from sandbox.messages import Message
from sandbox.person import Person
from storage import documents as stored
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import MakeMachine

RULES = Rules()
PLACES = ("@kzuz_zhibek_zholy", "Чорсу", "Алматы, автовокзал")
GIVEN = ("ЖАҢАБАЙ", "ДИЛНОЗА", "РУСТАМ", "ЕРЛАН", "АЙГЕРІМ")
FAMILY = ("ИСРАИЛОВ", "КАРИМОВА", "ЮСУПОВ", "ОМАРОВ", "САДЫКОВА", "ТУЛЕГЕНОВ", "АХМЕДОВА")
LINK = re.compile(r"start=r_(\w+)")
SETTLING = timedelta(minutes=1)
DUE = ("reposts", "reports", "wipe")
"""The rounds a year of reposts needs; the others have stories of their own."""


@dataclass
class Known:
    """What the book says of one find."""

    finder: Person
    open: bool = True
    shown: list[datetime] = field(default_factory=list)

    def due(self) -> datetime:
        """From when on it may be shown again, by the rule as product.md has it."""
        gap = RULES.gaps[min(len(self.shown), len(RULES.gaps)) - 1]
        return self.shown[-1] + timedelta(days=gap)


class Year:
    """People report, take back and let run out; the clock goes by parts of the day, with outages."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.chance = random.Random(seed)
        self.book: dict[str, Known] = {}
        self.seen: set[int] = set()
        self.digests: list[datetime] = []
        self.made: list[datetime] = []
        self.zone = desk.app.relay.policy.zone

    @property
    def now(self) -> datetime:
        return self.desk.world.clock.now().astimezone(self.zone)

    async def report(self, finder: Person) -> None:
        name = f"{self.chance.choice(FAMILY)} {self.chance.choice(GIVEN)}"
        code = await reported(self.desk, finder, name, place=self.chance.choice(PLACES))
        self.book[code] = Known(finder, shown=[self.now])

    async def take_back(self) -> None:
        code, known = self.chance.choice([pair for pair in self.book.items() if pair[1].open])

        async def act(work: Work) -> None:
            report = await stored.find_code(work.tx, code)
            assert report is not None
            finder = await people.meet(work, known.finder.id, None)
            await documents.withdraw(work, finder, report.id)

        await self.desk.app.relay.work(act)
        await self.desk.settle()

    async def wind_to(self, hour: int) -> None:
        """Wind to this hour of the clock on the wall, today's or tomorrow's."""
        target = self.now.replace(hour=hour, minute=2, second=0, microsecond=0)
        if target <= self.now:
            target += timedelta(days=1)
        self.desk.world.clock.wind(target - self.now)

    async def tick(self) -> None:
        await self.round(*DUE)
        if {message.id for message in self.desk.posts} - self.seen:  # what is out lets the former posts go
            await self.round("reposts")
        await self.look()

    async def round(self, *names: str) -> None:
        for name in names:
            await jobs.until_done(self.desk.app, jobs.ROUNDS[name])
        await self.desk.app.worker.drain()
        self.desk.world.clock.wind(SETTLING)

    async def look(self) -> None:
        """Compare the channel with the book."""
        await self.read_states()
        telling = self.telling()
        for code, known in self.book.items():
            assert len(telling.get(code, [])) == known.open, (code, known)
        fresh = [m for m in self.desk.posts if m.id not in self.seen and len(LINK.findall(links(m))) > 0]
        digests = [m for m in fresh if m.inline == []]
        assert len(digests) <= 1
        for digest in digests:
            self.check(digest)
        self.seen |= {message.id for message in self.desk.posts}
        if not digests and self.may_show():
            self.nothing_is_due([])

    async def read_states(self) -> None:
        async def states(work: Work) -> dict[str, bool]:
            live = [code for code, known in self.book.items() if known.open]
            every = [(code, await stored.find_code(work.tx, code)) for code in live]
            return {code: report is not None and report.state is ReportState.OPEN for code, report in every}

        for code, is_open in (await self.desk.app.relay.work(states)).items():
            self.book[code].open = is_open

    def telling(self) -> dict[str, list[Message]]:
        """Which messages tell of each code."""
        found: dict[str, list[Message]] = {}
        for message in self.desk.posts:
            for code in set(LINK.findall(links(message))):
                found.setdefault(code, []).append(message)
        return found

    def check(self, digest: Message) -> None:
        at = digest.date.astimezone(self.zone)
        codes = LINK.findall(links(digest))
        assert len(codes) == len(set(codes)) <= RULES.lines
        assert RULES.parts[0] <= at.hour < 22, "by day"
        part = self.part(at)
        assert part not in self.digests, "one for each part of a day"
        self.digests.append(part)
        self.made.append(at)
        for code in codes:
            known = self.book[code]
            assert known.due() <= at, f"{code} is early"
            known.shown.append(part)
        if len(codes) < RULES.lines:
            self.nothing_is_due(codes)

    def nothing_is_due(self, shown: list[str]) -> None:
        """Whoever was due when the part began stands in its digest; without one nobody was due."""
        part = self.part(self.now)
        forgotten = [
            code
            for code, known in self.book.items()
            if known.open and code not in shown and known.due() <= part
        ]
        assert forgotten == [], (part, [self.book[code].shown for code in forgotten])

    def may_show(self) -> bool:
        """Whether there could be a digest now."""
        rested = not self.made or self.now - self.made[-1] >= timedelta(hours=RULES.rest_hours)
        by_day = RULES.parts[0] <= self.now.hour < 22
        return by_day and rested and self.part(self.now) not in self.digests

    def part(self, at: datetime) -> datetime:
        """The beginning of the part of the day; of the night, the day's last one, long over."""
        hours = [hour for hour in RULES.parts if hour <= at.hour]
        day = at if hours else at - timedelta(days=1)
        return day.replace(hour=max(hours or RULES.parts), minute=0, second=0, microsecond=0)


def links(message: Message) -> str:
    """Every address in a message."""
    urls = [str(entity.get("url", "")) for entity in message.entities]
    return " ".join(urls + [str(button.get("url", "")) for button in message.buttons])


async def lived(desk: Desk, seed: int, days: int) -> Year:
    year = Year(desk, seed)
    people_ = [await acquainted(desk, name, "kk") for name in ("Aliya", "Boris", "Vera")]
    end = year.now + timedelta(days=days)
    while year.now < end:
        for hour in RULES.parts:
            await year.wind_to(hour)
            chance = year.chance.random()
            if chance < 0.01:  # an outage: nothing runs for hours or days
                desk.world.clock.wind(timedelta(hours=year.chance.randrange(1, 120)))
            if chance < 0.25:
                await year.report(year.chance.choice(people_))
            if chance > 0.9 and any(known.open for known in year.book.values()):
                await year.take_back()
            await year.tick()
    return year


def summed_up(year: Year) -> tuple[int, int]:
    return len(year.book), len(year.digests)


async def test_some_weeks_of_the_channel(make_desk: MakeMachine) -> None:
    year = await lived(await make_desk(reports_per_day=1000), seed=1, days=24)
    found, digests = summed_up(year)
    assert found > 8
    assert digests > 8


@pytest.mark.thorough
async def test_a_year_of_the_channel(make_desk: MakeMachine) -> None:
    year = await lived(await make_desk(reports_per_day=1000), seed=2, days=365)
    found, digests = summed_up(year)
    assert found > 150
    assert digests > 150
