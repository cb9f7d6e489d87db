"""Webhook: Telegram posts updates here; 200 is answered when the effects are committed."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot, Update

from bot import page_files

PATH = "/telegram"
GRACE = 20  # seconds that updates in work have to come to their end
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name, from setWebhook


def make_app(bot: Bot, secret: str, take: Callable[[Update], Awaitable[None]], pages: Path) -> Starlette:
    """The web application behind WEBHOOK_URL, which shows the `pages` of appeals too."""

    async def update(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("wrong secret", status_code=403)
        read = _read(await request.body(), bot)
        if read is None:
            return PlainTextResponse("not an update", status_code=400)
        await take(read)
        return PlainTextResponse("ok")

    async def health(_: Request) -> Response:
        return PlainTextResponse("ok")

    routes = [Route(PATH, update, methods=["POST"]), Route("/health", health), page_files.mounted(pages)]
    return Starlette(routes=routes)


def _read(body: bytes, bot: Bot) -> Update | None:
    """The update in a request; None when it is none."""
    try:
        data = json.loads(body)
        return Update.de_json(data, bot) if isinstance(data["update_id"], int) else None
    except (ValueError, LookupError, TypeError, AttributeError):  # PTB trusts the shape of what it reads
        return None


class _Server(uvicorn.Server):
    """Uvicorn without its own signal handling: the process has one."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


async def serve(app: Starlette, port: int) -> None:
    """Serve until cancelled; then what is in work comes to its end and the port is given back."""
    everywhere = "0.0.0.0"  # noqa: S104 - a webhook is reached from outside
    # No log_config: what uvicorn has to say goes through bot/logs.py.
    config = uvicorn.Config(
        app, host=everywhere, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=GRACE
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await serving
