"""Files that are not pictures: uploads as they come, stored voices, videos and documents."""

import hashlib
from dataclasses import dataclass, field
from mimetypes import guess_type

from sandbox.messages import Document, Video, Voice

_BYTES_PER_SECOND = 2_000  # 16 kbit/s of Opus, about what clients record
_VIDEO_BYTES_PER_SECOND = 100_000  # 0.8 Mbit/s, about what clients make of a video they send
_VIDEO_FRAME = (640, 360)  # pixels


@dataclass(slots=True, frozen=True)
class Upload:
    """A file in a request; the name is what the sender called it, without folders."""

    content: bytes
    name: str = ""


def recording(seconds: int, number: int) -> bytes:
    """The bytes of a make-believe voice: as long as a real one, another for each number, without sound."""
    head = b"OggS" + number.to_bytes(8, "big")
    return head.ljust(seconds * _BYTES_PER_SECOND, b"\x00")


def footage(seconds: int, number: int) -> bytes:
    """The bytes of a make-believe video: a real one's size, another for each number, without pictures."""
    head = b"\x00\x00\x00\x18ftypmp42" + number.to_bytes(8, "big")
    return head.ljust(seconds * _VIDEO_BYTES_PER_SECOND, b"\x00")


@dataclass(slots=True)
class FileStore:
    """Voices, videos and documents by file id; the same bytes under the same name get the same id."""

    _contents: dict[str, bytes] = field(default_factory=dict)
    _voices: dict[str, Voice] = field(default_factory=dict)
    _videos: dict[str, Video] = field(default_factory=dict)
    _documents: dict[str, Document] = field(default_factory=dict)

    def keep_voice(self, content: bytes, seconds: int) -> Voice:
        """Store a voice message of that length."""
        file_id, unique_id = self._kept("AwAC", content, str(seconds))
        return self._voices.setdefault(file_id, Voice(file_id, unique_id, seconds, len(content)))

    def keep_video(self, content: bytes, seconds: int) -> Video:
        """Store a video of that length; all have one frame."""
        file_id, unique_id = self._kept("BAAC", content, str(seconds))
        made = Video(file_id, unique_id, seconds, *_VIDEO_FRAME, len(content))
        return self._videos.setdefault(file_id, made)

    def keep_document(self, upload: Upload) -> Document:
        """Store a document under its name; its type is told by the name's ending."""
        file_id, unique_id = self._kept("BQAC", upload.content, upload.name)
        kind = guess_type(upload.name)[0] or "application/octet-stream"
        made = Document(file_id, unique_id, upload.name, kind, len(upload.content))
        return self._documents.setdefault(file_id, made)

    def voice(self, file_id: str) -> Voice | None:
        """What is known of a voice's file id."""
        return self._voices.get(file_id)

    def video(self, file_id: str) -> Video | None:
        """What is known of a video's file id."""
        return self._videos.get(file_id)

    def document(self, file_id: str) -> Document | None:
        """What is known of a document's file id."""
        return self._documents.get(file_id)

    def any(self, file_id: str) -> Voice | Video | Document | None:
        """What is known of a file id, of whatever kind."""
        return self.voice(file_id) or self.video(file_id) or self.document(file_id)

    def content(self, file_id: str) -> bytes:
        """The stored bytes; raises KeyError for an unknown id."""
        return self._contents[file_id]

    def path(self, file: Voice | Video | Document) -> str:
        """The download path that getFile tells."""
        if isinstance(file, Voice):
            return f"voice/{file.file_id}.oga"
        if isinstance(file, Video):
            return f"videos/{file.file_id}.mp4"
        _, dot, ending = file.name.rpartition(".")
        return f"documents/{file.file_id}{dot}{ending if dot else ''}"

    def by_path(self, path: str) -> bytes | None:
        """The bytes behind a download path, or None."""
        file_id = path.partition("/")[2].partition(".")[0]
        file = self.any(file_id)
        return self._contents[file_id] if file and self.path(file) == path else None

    def _kept(self, kind: str, content: bytes, label: str) -> tuple[str, str]:
        digest = hashlib.sha256(label.encode() + b"\x00" + content).hexdigest()
        file_id = f"{kind}{digest[:40]}"
        self._contents[file_id] = content
        return file_id, digest[40:56]
