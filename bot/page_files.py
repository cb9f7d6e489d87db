"""The pages of appeals as files that anybody may fetch: nothing is listed, nothing shown half written."""

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PATH: Final = "/appeals"
HIDDEN: Final = "."
"""What begins so is a file that is still being written."""

_HEADERS: Final = {
    "cache-control": "public, max-age=60",  # as long as a page waits to be written anew
    "content-security-policy": "frame-ancestors 'none'",  # the one part that a page cannot say of itself
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_NOT_FOUND: Final = 404


@dataclass(frozen=True, slots=True)
class Site:
    """Where pages lie, and the address under which the world finds them (no slash at its end)."""

    folder: Path
    address: str


class PageFiles(StaticFiles):
    """A folder of pages, each appeal's in its own; there may be none yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)

    async def check_config(self) -> None:
        """A folder that is not there yet is one without pages, not a fault."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file of a path with the headers of all; HTTPException for what is not there."""
        if any(part.startswith(HIDDEN) for part in PurePath(path).parts):
            raise HTTPException(_NOT_FOUND)
        response = await super().get_response(path, scope)
        response.headers.update(_HEADERS)
        return response


def mounted(folder: Path) -> Mount:
    """The route under which a server shows the pages of a folder."""
    return Mount(PATH, PageFiles(folder))
