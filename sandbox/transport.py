"""The emulator as the network of a telegram.Bot in the same process."""

import re
from urllib.parse import unquote, urlsplit

from aiohttp import SocketTimeoutError
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from sandbox.files import Upload
from sandbox.methods import refused
from sandbox.polling import respond
from sandbox.refusals import ApiRefusal, NetDown
from sandbox.world import World

_METHOD = re.compile(r".*/bot(?P<token>[^/]+)/(?P<method>\w+)")
_FILE = re.compile(r".*/file/bot(?P<token>[^/]+)/(?P<path>.+)")
#: What PTB's own transport passes for "not given".
_NO_TIMEOUT = BaseRequest.DEFAULT_NONE


class InProcessRequest(BaseRequest):
    """PTB's transport without a socket; give it as `request` and `get_updates_request`.

    A network that is down raises NetworkError caused by ConnectionRefusedError (nothing was sent), a lost
    answer raises TimedOut caused by SocketTimeoutError (it may have taken effect), as the live bot's does.
    """

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def read_timeout(self) -> float | None:
        """Answers come at once."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is PTB's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = _NO_TIMEOUT,
        write_timeout: object = _NO_TIMEOUT,
        connect_timeout: object = _NO_TIMEOUT,
        pool_timeout: object = _NO_TIMEOUT,
    ) -> tuple[int, bytes]:
        """Status and payload of one request."""
        del method, read_timeout, write_timeout, connect_timeout, pool_timeout
        path = unquote(urlsplit(url).path)
        try:
            return await self._exchange(path, request_data or RequestData())
        except NetDown as down:
            if self._world.net_down:
                raise NetworkError("Cannot connect") from ConnectionRefusedError(str(down))
            raise TimedOut from SocketTimeoutError(str(down))

    async def _exchange(self, path: str, data: RequestData) -> tuple[int, bytes]:
        file = _FILE.fullmatch(path)
        if file is not None:
            return self._download(file["token"], file["path"])
        wanted = _METHOD.fullmatch(path)
        if wanted is None or wanted["token"] != self._world.token:
            answer = refused(ApiRefusal(401, "Unauthorized"))
        else:
            files = {name: Upload(_content(part), part[0]) for name, part in data.multipart_data.items()}
            answer = await respond(self._world, wanted["method"], data.json_parameters, files)
        return answer.status, answer.payload

    def _download(self, token: str, path: str) -> tuple[int, bytes]:
        if self._world.net_down:
            raise NetDown("the sandbox's network is switched off")
        content = self._world.download(path) if token == self._world.token else None
        if content is None:
            answer = refused(ApiRefusal(404, "Not Found"))
            return answer.status, answer.payload
        return 200, content


def _content(part: tuple[str, object, str]) -> bytes:
    """The bytes of an upload, which PTB gives as bytes or as an open file."""
    content = part[1]
    if isinstance(content, bytes):
        return content
    read = getattr(content, "read", None)
    if read is None:
        raise TypeError(f"an upload is bytes or a file, not {type(content).__name__}")
    return bytes(read())
