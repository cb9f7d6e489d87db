import asyncio

import pytest

from sandbox.settling import Settler


async def test_calls_that_overlap_share_a_run_and_the_last_wish_is_heard() -> None:
    runs: list[int] = []
    gate = asyncio.Event()

    async def settle() -> None:
        runs.append(len(runs))
        await gate.wait()

    settler = Settler(settle)
    calls = [asyncio.create_task(settler()) for _ in range(5)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    late = asyncio.create_task(settler())
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*calls, late)
    assert len(runs) == 2


async def test_a_bot_that_never_rests_is_not_waited_for() -> None:
    stuck = asyncio.Event()

    async def settle() -> None:
        await stuck.wait()

    settler = Settler(settle, patience=0)
    async with asyncio.timeout(5):
        await settler()
        await settler()
    stuck.set()
    await asyncio.sleep(0)


async def test_a_fault_of_the_bot_is_not_swallowed() -> None:
    async def settle() -> None:
        raise LookupError("broken")

    settler = Settler(settle)
    with pytest.raises(LookupError, match="broken"):
        await settler()
