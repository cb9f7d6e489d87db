"""People, the net and the clock do whatever they like; then each open find has one post."""

import random
from typing import TYPE_CHECKING

import pytest

from bot import jobs
from relay import documents
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import MakeMachine
from tests.conversations.machine import Machine
from tests.conversations.reposting import (
    ABLE,
    DAY,
    HOUR,
    MUTE,
    NAMES,
    SETTLING,
    act,
    asked_of,
    changed,
    forwarded,
    gone_by,
    hidden,
    shown_again,
    telling_of,
)
from tests.conversations.steps import data_of

if TYPE_CHECKING:
    from sandbox.person import Person


class Chaos:
    """People and the net do whatever they like; when all is quiet again each open find has one post."""

    def __init__(self, desk: Machine, finder: "Person", moderator: "Person", seed: int) -> None:
        self.desk = desk
        self.finder = finder
        self.moderator = moderator
        self.chance = random.Random(seed)
        self.open: list[str] = []
        self.hidden: list[str] = []
        self.ended: list[str] = []
        self.said: list[str] = []
        self.deeds = [self.report, self.end, self.hide, self.show, self.rename, self.forward]
        self.deeds += [self.report, self.net, self.rights, self.power, self.answer, self.sleep]

    async def step(self) -> None:
        deed = self.chance.choice(self.deeds)
        self.said.append(deed.__name__)
        await deed()
        await gone_by(self.desk, self.chance.choice([SETTLING, 4 * HOUR, 9 * HOUR, 30 * HOUR]))

    async def report(self) -> None:
        number = len(self.open) + len(self.hidden) + len(self.ended)
        if len(self.open) < 6 and not self.desk.world.net_down:
            self.open.append(
                await reported(self.desk, self.finder, f"{NAMES[number % 4]} {'А' * (number // 4)}")
            )

    def any_open(self) -> str:
        return self.open.pop(self.chance.randrange(len(self.open)))

    async def end(self) -> None:
        if self.open:
            code = self.any_open()
            await act(self.desk, self.finder, code, documents.withdraw)
            self.ended.append(code)

    async def hide(self) -> None:
        if self.open:
            code = self.any_open()
            await hidden(self.desk, code)
            self.hidden.append(code)

    async def show(self) -> None:
        if self.hidden:
            code = self.hidden.pop()
            await shown_again(self.desk, code)
            self.open.append(code)

    async def rename(self) -> None:
        if self.open:
            await changed(self.desk, self.chance.choice(self.open), name=self.chance.choice(NAMES))

    async def forward(self) -> None:
        if self.open:
            await forwarded(self.desk, self.chance.choice(self.open))

    async def net(self) -> None:
        self.desk.world.net_down = not self.desk.world.net_down

    async def rights(self) -> None:
        self.desk.channel.bot = MUTE if self.desk.channel.bot.can_post else ABLE

    async def power(self) -> None:
        down, self.desk.world.net_down = self.desk.world.net_down, False
        await self.desk.restart()
        self.desk.world.net_down = down

    async def answer(self) -> None:
        down, self.desk.world.net_down = self.desk.world.net_down, False
        await jobs.tell_troubles(self.desk.app)
        await self.desk.settle()
        for asked in asked_of(self.desk):
            await self.moderator.taps_stale(asked, data_of(asked, "resend:"))
        self.desk.world.net_down = down

    async def sleep(self) -> None:
        self.desk.world.clock.wind(self.chance.choice([DAY, 3 * DAY]))

    async def quiet(self, days: int) -> None:
        self.desk.world.net_down = False
        self.desk.channel.bot = ABLE
        for number in range(2 * days):
            await gone_by(self.desk, 12 * HOUR)
            if number < 3:
                await self.answer()

    def problems(self) -> dict[str, int]:
        """How many posts there are of each find of which there should be another number."""
        over = [*self.hidden, *self.ended]
        wanted = {**dict.fromkeys(self.open, 1), **dict.fromkeys(over, 0)}
        found = {code: len(telling_of(self.desk.channel, code)) for code in wanted}
        return {code: found[code] for code in wanted if found[code] != wanted[code]}


async def whatever_happens(desk: Machine, seed: int, steps: int, *, days: int) -> Chaos:
    """So many steps, then so many quiet days."""
    chaos = Chaos(desk, await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur"), seed)
    for _ in range(steps):
        await chaos.step()
    await chaos.quiet(days)
    return chaos


async def test_after_some_trouble_each_find_has_one_post(unwatched: MakeMachine) -> None:
    chaos = await whatever_happens(await unwatched(reports_per_day=1000), 7, 12, days=3)
    assert len(chaos.open) > 1
    assert chaos.problems() == {}, chaos.said


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(24))
async def test_whatever_happens_each_find_has_one_post(unwatched: MakeMachine, seed: int) -> None:
    chaos = await whatever_happens(await unwatched(reports_per_day=1000), seed, 25, days=25)
    assert chaos.problems() == {}, chaos.said
