"""The duty to send: of two processes on one database one sends, and the other when the first is gone."""

from datetime import timedelta

from delivery.duty import LEASE, Duty
from tests.conftest import Desk


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
