"""The Bot API over aiohttp: the network of a PTB bot, at a fraction of what PTB's own costs.

Every fault rises as PTB's transport raises it, caused by aiohttp's, so that `delivery.outcome` can tell
what surely was not sent from what may have arrived. No text of a fault holds the token.
"""

import io
import json
import ssl
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT = 5.0  # seconds for address, connection and TLS handshake
READ = 10.0  # seconds between two parts of an answer
WRITE = 10.0  # seconds for a request to leave
WRITE_MEDIA = 20.0  # seconds for one with files to leave: PTB's media_write_timeout
POOL = 5.0  # seconds until one of the pool's connections is free

KEPT_ALIVE = 15.0
"""Seconds that an idle connection is kept.

A request on a connection that the server is just closing is lost in doubt, since a POST cannot be repeated
unasked. So we let go first: well before nginx (75 s unless set otherwise) and a Bot API server of one's own
(500 s), and before a router on the way forgets the connection.
"""

_JSON = {"Content-Type": "application/json"}
#: What PTB passes for "not given".
_NOT_GIVEN = BaseRequest.DEFAULT_NONE


class AiohttpRequest(BaseRequest):
    """One pool of at most `connections` connections; give each kind of traffic its own.

    Time-outs are in seconds; those of a call win, None waits for ever. The proxies of the environment
    (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY) are used.
    """

    def __init__(self, connections: int, *, read_timeout: float | None = READ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._proxies: dict[str, str] = {}
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds that a call waits for an answer when it does not say how long."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool unless it is open; connections are made when they are needed."""
        if self._session is not None:
            return
        self._proxies = getproxies()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=KEPT_ALIVE, ssl=_authorities()
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close the pool and its connections; it may be opened again."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is PTB's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = _NOT_GIVEN,
        write_timeout: object = _NOT_GIVEN,
        connect_timeout: object = _NOT_GIVEN,
        pool_timeout: object = _NOT_GIVEN,
    ) -> tuple[int, bytes]:
        """Status and payload of one request; TimedOut or NetworkError, each caused by aiohttp's fault."""
        media = request_data is not None and request_data.contains_files
        limits = _limits(
            read=_seconds(read_timeout, self._read_timeout),
            write=None if method == "GET" else _seconds(write_timeout, WRITE_MEDIA if media else WRITE),
            connect=_seconds(connect_timeout, CONNECT),
            pool=_seconds(pool_timeout, POOL),
        )
        try:
            return await self._exchange(method, url, request_data, limits)
        except TimeoutError as fault:
            raise TimedOut from fault
        except (aiohttp.ClientError, OSError) as fault:
            raise NetworkError(_words(fault)) from fault

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; NetworkError when it is not the Bot API's, since what it answers may have happened.

        PTB's own raises what means a refusal for good, and logs the payload, which names people.
        """
        try:
            answer = json.loads(payload)
        except ValueError as fault:
            raise NetworkError("The answer is not JSON") from fault
        if not isinstance(answer, dict) or answer.keys().isdisjoint(("result", "description")):
            raise NetworkError("The answer is not the Bot API's")
        return answer

    async def _exchange(
        self, method: str, url: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("This transport is not open: call initialize() first")
        body, headers = _body(data)
        async with self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            timeout=limits,
            allow_redirects=False,
            proxy=self._proxy(url),
        ) as answer:
            return answer.status, await answer.read()

    def _proxy(self, url: str) -> str | None:
        """The proxy to an address; aiohttp's own `trust_env` would ask in two other threads for each call."""
        if not self._proxies:
            return None
        address = urlsplit(url)
        if proxy_bypass(address.hostname or ""):
            return None
        return self._proxies.get(address.scheme) or self._proxies.get("all")


@cache
def _authorities() -> ssl.SSLContext:
    """Whom TLS trusts: the machine's own authorities, and Mozilla's where Python finds none (macOS)."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _seconds(given: object, usual: float | None) -> float | None:
    return given if given is None or isinstance(given, int | float) else usual


def _limits(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    """PTB's four times as aiohttp knows them: that for writing only as part of the time for everything.

    Without `write` there is no such end: a download may take long, as long as it goes on.
    """
    return aiohttp.ClientTimeout(
        total=_sum(pool, connect, write, read),
        connect=_sum(pool, connect),
        sock_connect=connect,
        sock_read=read,
    )


def _sum(*seconds: float | None) -> float | None:
    known = [each for each in seconds if each is not None]
    return sum(known) if len(known) == len(seconds) else None


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """A request's body and the headers that tell it: JSON, or a multipart form where files go with it."""
    if data is None:
        return None, {}
    if data.contains_files:
        return _form(data), {}
    return json.dumps(data.parameters).encode(), _JSON


def _form(data: RequestData) -> aiohttp.FormData:
    """Fields and files; names unquoted, since Telegram takes what stands between the quotes literally."""
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for field, (name, content, kind) in data.multipart_data.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content  # sent in pieces
        form.add_field(field, stream, filename=name, content_type=kind)
    return form


def _words(fault: Exception) -> str:
    """What happened; most of aiohttp's texts quote the address, and with it the token."""
    kind = f"aiohttp.{type(fault).__name__}"
    return f"{kind}: {fault}" if isinstance(fault, aiohttp.ClientConnectorError) else kind
