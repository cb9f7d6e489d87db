"""The page's server: the state, its changes as they happen, and one door for everything a person can do."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot import page_files
from sandbox.accounts import Json
from sandbox.acts import AnyAct, StopClock, TellStory, Wind
from sandbox.gate import LOCAL_HOSTS, Gate, why_not
from sandbox.http import bot_api_routes
from sandbox.live import Live
from sandbox.passing import Follow, Passing, nobody_follows
from sandbox.playing import Player
from sandbox.refusals import SandboxRefusal
from sandbox.settling import Settler
from sandbox.view import chats_view, desk_view
from sandbox.world import World

PAGE = Path(__file__).parent / "page"
MAX_BODY_BYTES = 15_000_000
"""A 10 MB photo (Telegram's own limit) as base64, with room for the rest."""

_ACTS: TypeAdapter[AnyAct] = TypeAdapter(AnyAct)
_PNG = b"\x89PNG"
_OPENED = {"application/pdf", "image/png", "image/jpeg"}
"""What a browser shows without running any of it."""


class Desk:
    """The routes of one world."""

    def __init__(
        self, world: World, settle: Callable[[], Awaitable[None]], follow: Follow, casts: Mapping[str, int]
    ) -> None:
        self.world = world
        self.settle = Settler(settle)
        self.passing = Passing(world, follow)
        self.player = Player(world, self.settle, self.passing, casts)
        self.live = Live(world, self.view)

    def view(self) -> Json:
        """The desk without its chats."""
        return desk_view(self.world, self.player.casts, self.player.view(), self.passing.view())

    async def page(self, _: Request) -> Response:
        """GET / - the page itself."""
        return FileResponse(PAGE / "index.html", headers={"cache-control": "no-cache"})

    async def state(self, _: Request) -> Response:
        """GET /state - everything there is to see."""
        state = {**self.view(), "chats": chats_view(self.world)}
        return JSONResponse(state, headers={"cache-control": "no-store"})

    async def events(self, request: Request) -> Response:
        """GET /events - changes as they happen."""
        return StreamingResponse(
            self.live.events(request), media_type="text/event-stream", headers={"cache-control": "no-store"}
        )

    async def photo(self, request: Request) -> Response:
        """GET /photo/{file_id} - a picture somebody sent."""
        try:
            image = self.world.photo(request.path_params["file_id"])
        except KeyError:
            return _no(404, "there is no such photo")
        kind = "image/png" if image.startswith(_PNG) else "image/jpeg"
        return Response(image, media_type=kind, headers={"cache-control": "max-age=86400, immutable"})

    async def document(self, request: Request) -> Response:
        """GET /document/{file_id} - a file somebody sent: a PDF or picture is shown, all else only saved."""
        file = self.world.files.document(request.path_params["file_id"])
        if file is None:
            return _no(404, "there is no such file")
        way = "inline" if file.mime_type in _OPENED else "attachment"
        name = f"{way}; filename*=UTF-8''{quote(file.name, safe='')}"
        content = self.world.files.content(file.file_id)
        return Response(content, media_type=file.mime_type, headers={"content-disposition": name})

    async def act(self, request: Request) -> Response:
        """POST /act - one thing done; the bot gets its turn after the answer."""
        refused = why_not(request)
        if refused is not None:
            return _no(*refused)
        body = await _body(request)
        if body is None:
            return _no(413, f"too big: at most {MAX_BODY_BYTES // 1_000_000} MB")
        try:
            act = _ACTS.validate_json(body)
            answer = await self._do(act)
        except ValidationError as error:
            return _no(422, _words(error))
        except SandboxRefusal as refusal:
            return _no(422, _sentence(str(refusal)))
        after = self.passing.over if isinstance(act, Wind) else self.settle
        return JSONResponse({"ok": True, **answer}, background=BackgroundTask(after))

    async def _do(self, act: AnyAct) -> Json:
        match act:
            case TellStory(move=move):
                await self.player.move(move)
                return {"story": self.player.view()}
            case Wind(seconds=seconds):
                self.passing.begin(timedelta(seconds=seconds))
            case StopClock():
                await self.passing.stop()
            case _:
                return act.perform(self.world)
        return {}


def make_app(  # noqa: PLR0913 - each has a name, and most have a default
    world: World,
    *,
    settle: Callable[[], Awaitable[None]],
    casts: Mapping[str, int],
    follow: Follow = nobody_follows,
    hosts: Collection[str] = LOCAL_HOSTS,
    pages: Path | None = None,
) -> Starlette:
    """The page and the Bot API of a world.

    `settle` returns when the bot has dealt with everything that happened. `casts` maps the story's roles
    (`sandbox.story.cast_people`) and `channel`, `moderators`, `discussion` to ids. `follow` is what the bot
    does at each hour of a clock that is being wound (`sandbox.passing`). `hosts` are the names it answers to,
    `pages` the folder of the appeals' public pages.
    Before a server stops, `app.state.live.close()` ends the open streams and `app.state.passing.stop()` the
    winding.
    """
    desk = Desk(world, settle, follow, casts)
    app = Starlette(
        routes=[
            Route("/", desk.page),
            Route("/state", desk.state),
            Route("/events", desk.events),
            Route("/act", desk.act, methods=["POST"]),
            Route("/photo/{file_id}", desk.photo),
            Route("/document/{file_id}", desk.document),
            Mount("/static", StaticFiles(directory=PAGE)),
            *([page_files.mounted(pages)] if pages else []),
            *bot_api_routes(world),
        ],
        middleware=[Middleware(Gate, hosts=hosts)],
    )
    app.state.live, app.state.passing = desk.live, desk.passing
    return app


async def _body(request: Request) -> bytes | None:
    """The request's body, or None when it is larger than what is taken."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY_BYTES:
            return None
        parts.append(part)
    return b"".join(parts)


def _no(status: int, message: str) -> JSONResponse:
    return JSONResponse({"ok": False, "message": message}, status_code=status)


def _sentence(words: str) -> str:
    """A refusal with a capital letter and an end, as a person reads it."""
    text = words[:1].upper() + words[1:]
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def _words(error: ValidationError) -> str:
    """The first thing wrong with an act: where, and what."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"This cannot be done: {where + ': ' if where else ''}{first['msg']}"
