"""Server-sent events: every change of the world reaches every open page, newest state only."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable

from starlette.requests import Request

from sandbox.accounts import Json
from sandbox.view import offers_view
from sandbox.world import World

HEARTBEAT_SECONDS = 15.0
"""How often a silent stream says that it is alive, and looks whether its page is gone."""


class Stream:
    """One page's changes. A chat that changed ten times before it was read is told once, as it is then."""

    def __init__(self) -> None:
        self.changed: dict[tuple[str, int], None] = {}
        self.passing: list[Json] = []
        self.closed = False
        self._arrived = asyncio.Event()

    def wake(self) -> None:
        """There is something to take."""
        self._arrived.set()

    async def wait(self, seconds: float) -> None:
        """Until something changed, at most that many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._arrived.wait()
        except TimeoutError:
            return
        self._arrived.clear()


class Live:
    """The open streams of a world. `world_view()` is the desk as JSON, without the chats."""

    def __init__(self, world: World, world_view: Callable[[], Json]) -> None:
        self._world = world
        self._world_view = world_view
        self._streams: set[Stream] = set()
        world.listen(self._note)

    def close(self) -> None:
        """End every stream, so that a server can stop without waiting for its pages."""
        for stream in self._streams:
            stream.closed = True
            stream.wake()

    async def events(self, request: Request, heartbeat: float = HEARTBEAT_SECONDS) -> AsyncIterator[bytes]:
        """The stream of one page, in the format of `text/event-stream`."""
        with _Opened(self._streams) as stream:
            yield b": open\n\n"
            while True:
                await stream.wait(heartbeat)
                if stream.closed or await request.is_disconnected():
                    return
                told = self._take(stream)
                yield b"".join(map(_frame, told)) or b": still here\n\n"

    def _note(self, what: str, which: int) -> None:
        passes = what in {"toast", "inline"}
        told = (self._toast(which) if what == "toast" else self._offers(which)) if passes else None
        for stream in self._streams:
            if told is not None:
                stream.passing.append(told)
            elif not passes:
                stream.changed[what, which] = None
            stream.wake()

    def _toast(self, person: int) -> Json | None:
        toast = self._world.last_toast(person)
        if toast is None or not (toast.text or toast.url):
            return None
        told = {"text": toast.text, "alert": toast.alert, "url": toast.url}
        return {"type": "toast", "person": person, **told}

    def _offers(self, person: int) -> Json | None:
        newest = self._world.last_offers(person)
        return {"type": "inline", "person": person, **offers_view(*newest)} if newest else None

    def _take(self, stream: Stream) -> list[Json]:
        changed, stream.changed = stream.changed, {}
        passing, stream.passing = stream.passing, []
        return [self._event(what, which) for what, which in sorted(changed, reverse=True)] + passing

    def _event(self, what: str, which: int) -> Json:
        if what == "chat":
            return {"type": "chat", "chat": self._world.render(which)}
        return {"type": "world", **self._world_view()}


class _Opened:
    """A stream that is listed while it is open."""

    def __init__(self, streams: set[Stream]) -> None:
        self._streams = streams
        self._stream = Stream()

    def __enter__(self) -> Stream:
        self._streams.add(self._stream)
        return self._stream

    def __exit__(self, *_: object) -> None:
        self._streams.discard(self._stream)


def _frame(event: Json) -> bytes:
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
