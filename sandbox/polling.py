"""A request with the waiting of a long poll: what HTTP and the in-process transport share."""

from collections.abc import Mapping
from typing import Any

from sandbox.delivery_methods import require_polling
from sandbox.files import Upload
from sandbox.methods import ApiAnswer, call, refused
from sandbox.parameters import read
from sandbox.refusals import ApiRefusal, NetDown, conflict
from sandbox.world import World

#: The server holds a poll no longer than this, in seconds.
MAX_WAIT = 50


async def respond(
    world: World, method: str, params: Mapping[str, Any], files: Mapping[str, Upload]
) -> ApiAnswer:
    """The answer to one request; raises NetDown when none arrives.

    getUpdates waits up to its `timeout` in real seconds while nothing is pending.
    """
    try:
        if method.lower() == "getupdates" and not world.net_down:
            await _wait(world, params)
    except ApiRefusal as refusal:
        return refused(refusal)
    answer = call(world, method, params, files)
    if world.answers_lost:
        raise NetDown("the sandbox lost the answer on its way")
    return answer


async def _wait(world: World, params: Mapping[str, Any]) -> None:
    checked = read("getUpdates", params, {})
    require_polling(world)
    world.updates.confirm(checked.number("offset"))
    alone = await world.updates.wait(min(max(checked.number("timeout"), 0), MAX_WAIT))
    if not alone and not world.net_down:
        require_polling(world)
        raise conflict(
            "terminated by other getUpdates request; make sure that only one bot instance is running"
        )
