"""The file of a request: uploaded with it, or named by an id that the server knows."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sandbox.files import Upload
from sandbox.messages import Document, Media, Photo, Video, Voice
from sandbox.pictures import NotAPictureError
from sandbox.refusals import ApiRefusal, bad_request
from sandbox.world import World

MAX_FILE_BYTES = 50 * 1024 * 1024
"""What a bot may upload (sendDocument, sendVideo, sendVoice: 50 MB)."""

_MAX_PHOTO_BYTES = 10 * 1024 * 1024
_MAX_SIDES = 10_000
_MAX_RATIO = 20
_ATTACHED = "attach://"

Files = Mapping[str, Upload]
File = TypeVar("File", Photo, Video, Voice, Document)


def find_photo(world: World, named: str, files: Files) -> Photo:
    """The picture of a request; `named` is a file id, attach://part, or nothing; raises ApiRefusal."""
    upload = _upload("photo", named, files)
    return _known(world, world.pictures.photo, named) if upload is None else _picture(world, upload.content)


def find_voice(world: World, named: str, files: Files, seconds: int) -> Voice:
    """The voice of a request; the length in seconds is that of an uploaded one."""
    upload = _upload("voice", named, files)
    if upload is None:
        return _known(world, world.files.voice, named)
    return world.files.keep_voice(upload.content, seconds)


def find_video(world: World, named: str, files: Files, seconds: int) -> Video:
    """The video of a request; the length in seconds is that of an uploaded one."""
    upload = _upload("video", named, files)
    if upload is None:
        return _known(world, world.files.video, named)
    return world.files.keep_video(upload.content, seconds)


def find_document(world: World, named: str, files: Files) -> Document:
    """The document of a request."""
    upload = _upload("document", named, files)
    return _known(world, world.files.document, named) if upload is None else world.files.keep_document(upload)


def _upload(field: str, named: str, files: Files) -> Upload | None:
    """The uploaded file, or None when a file id is named instead."""
    if named and not named.startswith(_ATTACHED):
        return None
    upload = files.get(named.removeprefix(_ATTACHED) if named else field)
    if upload is None:
        raise bad_request(f"there is no {field} in the request")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > MAX_FILE_BYTES:
        raise ApiRefusal(413, "Request Entity Too Large")
    return upload


def _known(world: World, find: Callable[[str], File | None], named: str) -> File:
    """The file of an id, which keeps its kind for ever: a voice is never sent as a picture."""
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    found = find(named)
    if found is not None:
        return found
    stores = _stores(world)
    kind = next((name for name, other in stores.items() if other(named)), None)
    if kind is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    wanted = next(name for name, other in stores.items() if other == find)
    raise bad_request(f"can't use file of type {kind} as {wanted}")


def _stores(world: World) -> dict[str, Callable[[str], Media | None]]:
    """Where the files of each kind are found, by the name that the server has for the kind."""
    return {
        "Photo": world.pictures.photo,
        "Video": world.files.video,
        "VoiceNote": world.files.voice,
        "Document": world.files.document,
    }


def _picture(world: World, image: bytes) -> Photo:
    if len(image) > _MAX_PHOTO_BYTES:
        raise bad_request("file is too big")
    try:
        photo = world.pictures.keep(image)
    except NotAPictureError as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    sides = sorted((photo.width, photo.height))
    if sum(sides) > _MAX_SIDES or sides[0] * _MAX_RATIO < sides[1]:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return photo
