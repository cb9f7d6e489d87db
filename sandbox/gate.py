"""Who may talk to the page's server: this computer's own browser pages, and nobody through them."""

from collections.abc import Collection

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

_POLICY = "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; frame-ancestors 'none'"
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


class Gate:
    """Refuses other host names (a rebound one would let a foreign page read the desk); adds safe headers.

    An answer keeps those that it has itself: an appeal's public page brings a policy with the hash of its own
    style, which the desk's policy would leave out.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOCAL_HOSTS) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        app = self._app if host_of(Request(scope)) in self._hosts else _strange_host()
        await app(scope, receive, _with_headers(send))


def host_of(request: Request) -> str:
    """The host a browser asked for, without the port."""
    return request.headers.get("host", "").removesuffix(f":{request.url.port}")


def why_not(request: Request) -> tuple[int, str] | None:
    """Why a POST is refused (status, words), or None: only JSON, and only from this page's own origin."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return 415, "send application/json"
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.headers.get('host', '')}":
        return 403, "this desk takes orders from its own page only"
    return None


def _strange_host() -> ASGIApp:
    return JSONResponse({"ok": False, "message": "open this desk by its own address"}, status_code=403)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            held = list(message.get("headers", []))
            named = {name.lower() for name, _ in held}
            message = {**message, "headers": [*held, *(each for each in _HEADERS if each[0] not in named)]}
        await send(message)

    return sending
