"""Writes the pages of appeals: what changed since it was last written, never half a page."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import structlog

from bot.page_files import HIDDEN
from relay import appeal_pages
from relay.appeal_page_parts import Told
from relay.work import Relay, Work
from storage import appeals

AT_ONCE: Final = 100
"""Appeals of one turn; the others have theirs the next time."""

_FILE: Final = 0o644
_FOLDER: Final = 0o755
_OURS: Final = ("*.html", "*.jsonl", "receipts/*.jpg", f"{HIDDEN}*", f"receipts/{HIDDEN}*")
"""The kinds of files that are written here; an operator may lay others beside them."""

log = structlog.get_logger()


class Pages:
    """The folder of all pages, kept up to date turn by turn."""

    def __init__(self, relay: Relay, folder: Path) -> None:
        self._relay = relay
        self._folder = folder
        self._day = date.min
        self._stuck: set[str] = set()

    async def write(self) -> None:
        """Write what changed. At the start and on each new day all pages have their turn.

        They count days, and what was lost of the folder comes back. A page that cannot be written holds up
        no other one; that is logged once, and the next turn tries again.
        """
        await self._relay.work(self._begin_day)
        for appeal in await self._relay.work(lambda work: appeals.unwritten(work.tx, AT_ONCE)):
            work, told = await self._relay.work(partial(_read, appeal.id))
            made = await asyncio.to_thread(appeal_pages.files, work, told)
            if await self._put(told.appeal.code, made):
                await self._relay.work(partial(_settle, told))

    async def _begin_day(self, work: Work) -> None:
        if self._day != work.today:
            await appeals.rewrite_all(work.tx)
            self._day = work.today

    async def _put(self, code: str, made: Mapping[str, bytes]) -> bool:
        """Bring an appeal's folder up to date in a thread; whether that went well."""
        try:
            await asyncio.to_thread(put, self._folder / code, made)
        except OSError as fault:
            if code not in self._stuck:
                log.warning("pages cannot be written", reason=fault.strerror, folder=str(self._folder / code))
            self._stuck.add(code)
            return False
        self._stuck.discard(code)
        return True


def put(folder: Path, made: Mapping[str, bytes]) -> None:
    """Let a folder hold these files by their path in it, each replaced whole, and no other of ours.

    What is there already stays untouched. Without files the folder goes. OSError when the disk is full.
    """
    if not made:
        shutil.rmtree(folder, ignore_errors=not folder.exists())
        return
    for path, content in made.items():
        file = folder / path
        if not file.is_file() or file.read_bytes() != content:
            _replace(file, content)
    for file in _strays(folder, made):
        file.unlink()


def _replace(file: Path, content: bytes) -> None:
    """Write beside, then move: whoever reads at this moment gets the old file or the new one.

    Everybody may read it, a web server of another user too, though the process keeps its files to itself.
    """
    for folder in reversed((file.parent, *file.parent.parents)):
        if not folder.exists():
            folder.mkdir()
            folder.chmod(_FOLDER)
    beside = file.with_name(f"{HIDDEN}{file.name}")
    beside.write_bytes(content)
    beside.chmod(_FILE)
    beside.replace(file)


def _strays(folder: Path, made: Mapping[str, bytes]) -> Iterator[Path]:
    """What was written here once and is not to be seen any more."""
    wanted = {folder / path for path in made}
    yield from (file for kind in _OURS for file in folder.glob(kind) if file.is_file() and file not in wanted)


async def _read(appeal_id: str, work: Work) -> tuple[Work, Told]:
    """All that the page tells, and the moment of which it tells."""
    appeal = await appeals.get(work.tx, appeal_id)
    if appeal is None:
        raise LookupError("an appeal is never deleted, only its words are")
    return work, await appeal_pages.read(work, appeal)


async def _settle(told: Told, work: Work) -> None:
    """Note that the page is written, unless there is more to tell since it was read."""
    _, now = await _read(told.appeal.id, work)
    if now == told:
        await appeals.written(work.tx, told.appeal.id)
