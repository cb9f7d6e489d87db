"""An event loop whose time jumps to the next timer: stories of waiting are over at once."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from delivery.limiter import Limiter, Limits

T = TypeVar("T")


class _Jump(selectors.SelectSelector):
    """Waits for nothing: the time until the next timer is over at once."""

    now = 1000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "everybody waits, and for nothing"
        self.now += timeout
        return super().select(0)


class JumpingLoop(asyncio.SelectorEventLoop):
    """Begins at 1000 seconds."""

    def __init__(self) -> None:
        self._jump = _Jump()
        super().__init__(self._jump)

    def time(self) -> float:
        return self._jump.now


def play(story: Callable[[Limiter], Coroutine[Any, Any, T]], limits: Limits | None = None) -> T:
    """Let a story happen with a limiter, in no time."""

    async def told() -> T:
        return await story(Limiter(asyncio.get_running_loop().time, limits or Limits()))

    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(told())
