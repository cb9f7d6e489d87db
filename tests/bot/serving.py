"""A web application on a free port of this machine, in the loop of the test that needs it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.webhook import _Server


def free_socket() -> socket.socket:
    """A socket that listens on a port the machine chose."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    return listening


def free_port() -> int:
    """A port that is free now."""
    with free_socket() as probe:
        return int(probe.getsockname()[1])


@asynccontextmanager
async def served(app: ASGIApp, headers: list[tuple[str, str]] | None = None) -> AsyncIterator[str]:
    """Serve `app`; its address. `headers` stand in every answer, a `date` in place of the true one."""
    own_date = any(name == "date" for name, _ in headers or ())
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        headers=headers,
        date_header=not own_date,
        timeout_graceful_shutdown=1,  # a client that was killed leaves its long poll behind
    )
    server = _Server(config)
    with free_socket() as listening:
        task = asyncio.create_task(server.serve([listening]))
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task
