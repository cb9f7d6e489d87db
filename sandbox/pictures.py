"""Stored pictures: their size read from the file's own header, and a small sample to send."""

import hashlib
import struct
import zlib

from sandbox.messages import Photo

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MARKER = 0xFF
#: JPEG frame headers, which carry height and width; C4, C8 and CC are other segments.
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class NotAPictureError(ValueError):
    """The bytes are neither PNG nor JPEG."""


def picture_size(image: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG; raises NotAPictureError."""
    if image.startswith(_PNG) and len(image) > len(_PNG) + 16:
        width, height = struct.unpack(">II", image[16:24])
        return int(width), int(height)
    if image.startswith(_JPEG):
        return _jpeg_size(image)
    raise NotAPictureError("only PNG and JPEG pictures are known here")


def _jpeg_size(image: bytes) -> tuple[int, int]:
    position = len(_JPEG)
    while position + 9 <= len(image) and image[position] == _MARKER:
        length = int.from_bytes(image[position + 2 : position + 4], "big")
        if image[position + 1] in _FRAMES:
            height, width = struct.unpack(">HH", image[position + 5 : position + 9])
            return int(width), int(height)
        position += 2 + length
    raise NotAPictureError("the JPEG has no frame header")


def sample_picture(width: int = 90, height: int = 60) -> bytes:
    """A plain grey PNG of that size in pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xb0" * width) * height)
    return _PNG + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


class PictureStore:
    """Pictures by file id; the same bytes get the same id."""

    def __init__(self) -> None:
        self._images: dict[str, bytes] = {}
        self._photos: dict[str, Photo] = {}

    def keep(self, image: bytes) -> Photo:
        """Store a picture; raises NotAPictureError."""
        width, height = picture_size(image)
        digest = hashlib.sha256(image).hexdigest()
        file_id = f"AgAC{digest[:40]}"
        photo = Photo(file_id, digest[40:56], width, height, len(image))
        self._images[file_id] = image
        return self._photos.setdefault(file_id, photo)

    def photo(self, file_id: str) -> Photo | None:
        """What is known of a file id."""
        return self._photos.get(file_id)

    def image(self, file_id: str) -> bytes:
        """The stored bytes; raises KeyError for an unknown id."""
        return self._images[file_id]

    def path(self, photo: Photo) -> str:
        """The download path that getFile tells."""
        kind = "png" if self._images[photo.file_id].startswith(_PNG) else "jpg"
        return f"photos/{photo.file_id}.{kind}"

    def by_path(self, path: str) -> bytes | None:
        """The bytes behind a download path, or None."""
        file_id = path.removeprefix("photos/").rpartition(".")[0]
        photo = self._photos.get(file_id)
        return self._images[file_id] if photo and self.path(photo) == path else None
