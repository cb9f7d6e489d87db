"""`python -m sandbox [--port N] [--no-browser]`: the whole product in a browser, without a token."""

import argparse
import asyncio
import importlib
import signal
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn

from bot.page_files import PATH, Site
from sandbox.accounts import Account
from sandbox.chats import Standing
from sandbox.clock import SandboxClock
from sandbox.guest import Guest
from sandbox.server import make_app
from sandbox.story import cast_people
from sandbox.world import World

PORT = 8765
HOST = "127.0.0.1"
MODERATORS = ("Сәуле", "Марат")
"""Two, because an appeal for money is looked at by two."""


def main(arguments: list[str]) -> int:
    """Open the desk; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A Telegram on your desk.")
    parser.add_argument("--port", type=int, default=PORT, help=f"the page's port (default {PORT})")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    options = parser.parse_args(arguments)
    if not _is_free(options.port):
        sys.stderr.write(f"Port {options.port} is taken. Choose another: --port {options.port + 1}\n")
        return 1
    with suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(prefix="tabyldy-pages-") as folder:
        site = Site(Path(folder), f"http://{HOST}:{options.port}{PATH}")
        asyncio.run(_open_desk(options.port, site, open_browser=not options.no_browser))
    return 0


async def _open_desk(port: int, site: Site, *, open_browser: bool) -> None:
    """Show the page at once and let the bot join a moment later: reading its code takes the longest."""
    world, guest = World(SandboxClock()), Guest()
    casts = cast_people(world)
    casts |= _add_places(world, [world.person(one) for one in casts.values()])
    web = make_app(
        world, settle=lambda: guest.rests(world), casts=casts, follow=guest.follows, pages=site.folder
    )
    server = _Server(uvicorn.Config(web, host=HOST, port=port, log_level="warning", lifespan="off"))
    bot = asyncio.create_task(_join(world, guest, casts, site))
    # A desk without its bot would only puzzle people.
    bot.add_done_callback(lambda _: setattr(server, "should_exit", True))
    _invite(port, open_browser=open_browser)
    await server.serve()
    if not bot.done():
        bot.cancel()
    with suppress(asyncio.CancelledError):
        await bot


def _add_places(world: World, travellers: list[Account]) -> dict[str, int]:
    """The channel with its discussion group, the volunteers' group and one without the bot; ids by role."""
    volunteers = [world.add_person(name, "ru") for name in MODERATORS]
    moderators = world.add_group("Табылды · волонтёры", volunteers)
    elsewhere = world.add_group("Попутчики", travellers)
    elsewhere.bot = Standing("left")  # people ask the bot by its name where it is not
    discussion = world.add_group("Табылды · пікірлер", [])
    discussion.bot = Standing("administrator")  # in privacy mode only an administrator reads the comments
    channel = world.add_channel("Табылды · бюро находок", "tabyldy", discussion=discussion)
    return {"channel": channel.id, "moderators": moderators.id, "discussion": discussion.id}


class _Server(uvicorn.Server):
    """Uvicorn that leaves quietly on Ctrl-C and hangs up on open pages, which would keep it waiting."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on the signals of the desk's own loop, and raise nothing afterwards."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows: Ctrl-C interrupts the loop there
                loop.add_signal_handler(number, self._leave)
        yield

    def _leave(self) -> None:
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the open streams and the winding of the clock, then everything else."""
        desk = self.config.app.state  # type: ignore[union-attr] # the app is the desk's Starlette
        desk.live.close()
        await desk.passing.stop()
        await super().shutdown(sockets)


async def _join(world: World, guest: Guest, casts: dict[str, int], site: Site) -> None:
    product = await asyncio.to_thread(importlib.import_module, "sandbox.product")
    channel, moderators = world.chat(casts["channel"]), world.chat(casts["moderators"])
    await product.play(world, guest, channel, moderators, site)


def _invite(port: int, *, open_browser: bool) -> None:
    address = f"http://{HOST}:{port}/"
    sys.stdout.write(f"Tabyldy is on your desk: {address}  (Ctrl-C puts it away)\n")
    sys.stdout.flush()
    if open_browser:
        webbrowser.open(address)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
