"""A picture that the bot has made is uploaded once; whoever gets it afterwards gets it by Telegram's id."""

import asyncio
import base64
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, TypeAlias, TypeVar
from weakref import WeakValueDictionary

from telegram import InputFile, Message
from telegram.error import BadRequest

from delivery.outcome import is_unknown_file
from domain.messages import Attachment, AttachmentKind

MADE: Final = (AttachmentKind.DRAWING, AttachmentKind.PICTURE_FILE)
"""The kinds that carry the picture itself."""

MOST_KEPT = 512
"""File ids remembered, some 150 bytes each; an older picture is uploaded once more."""

PATIENCE = 5.0
"""Seconds to wait for somebody else's upload of the same picture.

Beside the 40 s that an upload of one's own may last (`delivery.transport`) it is less than a claim's lease.
"""

Sendable: TypeAlias = str | InputFile
"""What a method of the Bot API takes for a file: Telegram's id of it, or the file."""

Answer = TypeVar("Answer", Message, Message | bool)

_Key: TypeAlias = tuple[str, AttachmentKind, str]


class Uploads:
    """The file ids of what was uploaded for one bot token, in memory: forgetting costs an upload."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._ids: dict[_Key, str] = {}
        self._locks: WeakValueDictionary[_Key, asyncio.Lock] = WeakValueDictionary()

    async def carry(self, picture: Attachment, send: Callable[[Sendable], Awaitable[Answer]]) -> Answer:
        """Make one call with a picture of a kind in `MADE`: by its id when it is known, else with its bytes.

        While one call uploads, others with the same picture wait for the id, which is learnt from Telegram's
        answer. With an id that Telegram refuses the picture is uploaded again. Raises what `send` raises.
        """
        key = _key(picture)
        known = self._ids.get(key)
        if known is not None:
            try:
                return await send(known)
            except BadRequest as error:
                if not is_unknown_file(error):
                    raise
                self._forget(key, known)
        async with self._alone(key):
            known = self._ids.get(key)
            if known is None:
                return await self._upload(key, picture, send)
        return await send(known)

    async def _upload(
        self, key: _Key, picture: Attachment, send: Callable[[Sendable], Awaitable[Answer]]
    ) -> Answer:
        answer = await send(InputFile(base64.b64decode(picture.value), picture.name, attach=True))
        file_id = _file_id(answer, picture.kind) if isinstance(answer, Message) else None
        if file_id is not None:
            self._ids[key] = file_id
        if len(self._ids) > self._most:
            del self._ids[next(iter(self._ids))]
        return answer

    def _forget(self, key: _Key, refused: str) -> None:
        """Drop an id, unless somebody has replaced it by now."""
        if self._ids.get(key) == refused:
            del self._ids[key]

    @asynccontextmanager
    async def _alone(self, key: _Key) -> AsyncIterator[None]:
        """Be the only one that uploads a picture, or after `PATIENCE` one of several, which does no harm."""
        lock = self._locks.get(key) or self._locks.setdefault(key, asyncio.Lock())
        try:
            async with asyncio.timeout(PATIENCE):
                await lock.acquire()
        except TimeoutError:
            yield
            return
        try:
            yield
        finally:
            lock.release()


def _key(picture: Attachment) -> _Key:
    """Which file it is. Telegram keeps a document's name with it, so another name is another file.

    The digest is of base64, which is as good as that of the bytes and saves decoding them for each person.
    """
    name = picture.name if picture.kind is AttachmentKind.PICTURE_FILE else ""
    return hashlib.sha256(picture.value.encode()).hexdigest(), picture.kind, name


def _file_id(message: Message, kind: AttachmentKind) -> str | None:
    """The id of the largest size of a photo, or of a document."""
    if kind is AttachmentKind.PICTURE_FILE:
        return message.document.file_id if message.document else None
    largest = max(message.photo, key=lambda size: size.width * size.height, default=None)
    return largest.file_id if largest else None
