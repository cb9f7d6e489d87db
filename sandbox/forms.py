"""Request bodies: urlencoded and multipart forms, JSON objects, and query strings.

Multipart bodies are taken apart here because a form parser would be one more dependency for one page
of code; the grammar is RFC 7578.
"""

import json
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote

from sandbox.accounts import Json
from sandbox.files import Upload

_BOUNDARY = re.compile(r"boundary=(?:\"([^\"]+)\"|([^\s;]+))")
_NAME = re.compile(rb"(?i)[;\s]name=\"([^\"]*)\"")
_FILE = re.compile(rb"(?i)[;\s]filename(?:=\"(?P<plain>[^\"]*)\"|\*=(?P<coded>[^\s;]*)|=(?P<token>[^\s;]*))")
#: Browsers and httpx write these three characters of a plain file name so, and no others.
_ESCAPED = (("%22", '"'), ("%0A", "\n"), ("%0D", "\r"))


class BadBodyError(ValueError):
    """The body is not what its content type says."""


@dataclass(slots=True)
class Form:
    """Values by name, and uploaded files by the name of their part."""

    values: Json = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)


def read_body(content_type: str, body: bytes, query: str = "") -> Form:
    """All parameters of a request; those in the query string give way to those in the body."""
    form = Form(dict(parse_qsl(query, keep_blank_values=True)))
    kind = content_type.partition(";")[0].strip().lower()
    try:
        _READERS.get(kind, _nothing)(form, content_type, body)
    except UnicodeDecodeError as error:
        raise BadBodyError("text is not encoded in UTF-8") from error
    return form


def _nothing(_form: Form, _content_type: str, _body: bytes) -> None:
    """Other kinds of body carry no parameters."""


def _urlencoded(form: Form, _content_type: str, body: bytes) -> None:
    form.values.update(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))


def _json(form: Form, _content_type: str, body: bytes) -> None:
    try:
        values = json.loads(body or b"{}")
    except json.JSONDecodeError as error:
        raise BadBodyError("can't parse JSON body") from error
    if not isinstance(values, dict):
        raise BadBodyError("JSON body must be an object")
    form.values.update(values)


def _multipart(form: Form, content_type: str, body: bytes) -> None:
    match = _BOUNDARY.search(content_type)
    if match is None:
        raise BadBodyError("multipart boundary is missing")
    boundary = b"\r\n--" + (match[1] or match[2]).encode()
    _, *parts = (b"\r\n" + body).split(boundary)
    for part in parts:
        if not part.startswith(b"--"):
            _part(form, part)


def _part(form: Form, part: bytes) -> None:
    head, found, content = part.partition(b"\r\n\r\n")
    name = _NAME.search(head)
    if not found or name is None:
        raise BadBodyError("multipart part has no name")
    file = _FILE.search(head)
    if file is not None:
        form.files[name[1].decode()] = Upload(content, _file_name(file))
    else:
        form.values[name[1].decode()] = content.decode()


def _file_name(found: re.Match[bytes]) -> str:
    """What the sender calls the file, without folders (RFC 7578 4.2; `filename*` is RFC 5987)."""
    if found["coded"] is not None:
        name = unquote(found["coded"].decode().rpartition("'")[2])
    else:
        name = (found["plain"] or found["token"] or b"").decode()
        for written, meant in _ESCAPED:
            name = name.replace(written, meant)
    return re.split(r"[/\\]", name)[-1]


_READERS = {
    "application/x-www-form-urlencoded": _urlencoded,
    "application/json": _json,
    "multipart/form-data": _multipart,
}
