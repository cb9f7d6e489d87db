"""The duty to send: of two processes on one database one sends, and the other when the first is gone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from delivery.duty import AGAIN, LEASE, SENDER, Duty
from storage import leases
from tests.conftest import START, Desk


@dataclass
class Hands:
    """A clock that is set, forward or back."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


def duty(desk: Desk, holder: str) -> Duty:
    return Duty(desk.app.relay.database, desk.world.clock, holder)


async def test_one_process_sends_and_keeps_sending(desk: Desk) -> None:
    await desk.app.worker.finish()
    one, two = duty(desk, "one"), duty(desk, "two")
    for _ in range(5):
        assert (await one.held(), await two.held()) == (True, False)
        desk.world.clock.wind(LEASE / 2)


async def test_another_takes_over_when_the_first_is_silent(desk: Desk) -> None:
    await desk.app.worker.finish()
    one, two = duty(desk, "one"), duty(desk, "two")
    assert (await one.held(), await two.held()) == (True, False)
    desk.world.clock.wind(LEASE + timedelta(seconds=1))
    assert (await two.held(), await one.held()) == (True, False)


async def test_whoever_stops_gives_it_up_at_once(desk: Desk) -> None:
    await desk.app.worker.finish()
    one, two = duty(desk, "one"), duty(desk, "two")
    assert await one.held()
    await one.give_up()
    assert await two.held()


async def test_the_only_process_takes_over_from_a_dead_one(desk: Desk) -> None:
    dead, new = duty(desk, "dead"), duty(desk, "new")
    await desk.app.worker.finish()
    assert await dead.held()
    await new.take_over()
    assert await new.held()


async def test_a_clock_wound_back_does_not_make_two_senders(desk: Desk) -> None:
    await desk.app.worker.finish()
    database, clock = desk.app.relay.database, Hands(START)
    one, two = Duty(database, clock, "one"), Duty(database, clock, "two")
    assert await one.held()
    clock.moment -= timedelta(hours=1)
    await database.write(lambda tx: leases.release(tx, SENDER))  # as when its lease is over for the others
    assert (await two.held(), await one.held()) == (True, False)


async def test_whoever_has_not_got_it_asks_once_a_second(desk: Desk) -> None:
    await desk.app.worker.finish()
    one, two = duty(desk, "one"), duty(desk, "two")
    assert (await one.held(), await two.held()) == (True, False)
    await one.give_up()
    assert not await two.held()
    desk.world.clock.wind(AGAIN)
    assert await two.held()
