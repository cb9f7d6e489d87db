"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import hmac
import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.forms import BadBodyError, read_body
from sandbox.methods import ApiAnswer, refused
from sandbox.polling import respond
from sandbox.refusals import ApiRefusal, NetDown, bad_request
from sandbox.world import World

_TOKEN = re.compile(r"\d+:[\w-]+")


def bot_api_routes(world: World) -> list[Route]:
    """Routes of a Bot API server whose one bot is the world's; point `base_url` at them."""

    async def method(request: Request) -> Response:
        return await _method(world, request)

    async def file(request: Request) -> Response:
        return _file(world, request)

    return [
        Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", file, methods=["GET"]),
    ]


async def _method(world: World, request: Request) -> Response:
    refusal = _token_refusal(world, request.path_params["token"])
    if refusal is not None:
        return _json(refused(refusal))
    body = await request.body()
    try:
        form = read_body(request.headers.get("content-type", ""), body, request.url.query)
        return _json(await respond(world, request.path_params["method"], form.values, form.files))
    except BadBodyError as error:
        return _json(refused(bad_request(str(error))))
    except NetDown:
        return _no_answer()


def _file(world: World, request: Request) -> Response:
    if world.net_down:
        return _no_answer()
    refusal = _token_refusal(world, request.path_params["token"])
    if refusal is not None:
        return _json(refused(refusal))
    content = world.download(request.path_params["path"])
    if content is None:
        return _json(refused(ApiRefusal(404, "Not Found")))
    return Response(content, media_type="application/octet-stream")


def _token_refusal(world: World, token: str) -> ApiRefusal | None:
    if not _TOKEN.fullmatch(token):
        return ApiRefusal(404, "Not Found")
    if not hmac.compare_digest(token, world.token):
        return ApiRefusal(401, "Unauthorized")
    return None


def _json(answer: ApiAnswer) -> Response:
    return Response(answer.payload, status_code=answer.status, media_type="application/json")


def _no_answer() -> Response:
    """What a client of a broken line sees: the gateway's answer, which PTB raises as NetworkError."""
    return _json(refused(ApiRefusal(502, "Bad Gateway")))
