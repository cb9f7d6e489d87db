"""Files that are not pictures: uploads as they come, stored voices and documents."""

import hashlib
from dataclasses import dataclass, field
from mimetypes import guess_type

from sandbox.messages import Document, Voice

_BYTES_PER_SECOND = 2_000  # 16 kbit/s of Opus, about what clients record


@dataclass(slots=True, frozen=True)
class Upload:
    """A file in a request; the name is what the sender called it, without folders."""

    content: bytes
    name: str = ""


def recording(seconds: int, number: int) -> bytes:
    """The bytes of a make-believe voice: as long as a real one, another for each number, without sound."""
    head = b"OggS" + number.to_bytes(8, "big")
    return head.ljust(seconds * _BYTES_PER_SECOND, b"\x00")


@dataclass(slots=True)
class FileStore:
    """Voices and documents by file id; the same bytes under the same name get the same id."""

    _contents: dict[str, bytes] = field(default_factory=dict)
    _voices: dict[str, Voice] = field(default_factory=dict)
    _documents: dict[str, Document] = field(default_factory=dict)

    def keep_voice(self, content: bytes, seconds: int) -> Voice:
        """Store a voice message of that length."""
        file_id, unique_id = self._kept("AwAC", content, str(seconds))
        return self._voices.setdefault(file_id, Voice(file_id, unique_id, seconds, len(content)))

    def keep_document(self, upload: Upload) -> Document:
        """Store a document under its name; its type is told by the name's ending."""
        file_id, unique_id = self._kept("BQAC", upload.content, upload.name)
        kind = guess_type(upload.name)[0] or "application/octet-stream"
        made = Document(file_id, unique_id, upload.name, kind, len(upload.content))
        return self._documents.setdefault(file_id, made)

    def voice(self, file_id: str) -> Voice | None:
        """What is known of a voice's file id."""
        return self._voices.get(file_id)

    def document(self, file_id: str) -> Document | None:
        """What is known of a document's file id."""
        return self._documents.get(file_id)

    def content(self, file_id: str) -> bytes:
        """The stored bytes; raises KeyError for an unknown id."""
        return self._contents[file_id]

    def path(self, file: Voice | Document) -> str:
        """The download path that getFile tells."""
        if isinstance(file, Voice):
            return f"voice/{file.file_id}.oga"
        _, dot, ending = file.name.rpartition(".")
        return f"documents/{file.file_id}{dot}{ending if dot else ''}"

    def by_path(self, path: str) -> bytes | None:
        """The bytes behind a download path, or None."""
        file_id = path.partition("/")[2].partition(".")[0]
        file = self._voices.get(file_id) or self._documents.get(file_id)
        return self._contents[file_id] if file and self.path(file) == path else None

    def _kept(self, kind: str, content: bytes, label: str) -> tuple[str, str]:
        digest = hashlib.sha256(label.encode() + b"\x00" + content).hexdigest()
        file_id = f"{kind}{digest[:40]}"
        self._contents[file_id] = content
        return file_id, digest[40:56]
