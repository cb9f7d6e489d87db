"""The name index made anew: by the operator's command, and at start when the rules of spelling changed."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Final, TypeAlias

from domain.errors import StorageUnavailable
from matching.folded import fingerprint
from relay import likenesses, names
from relay.work import Relay, Work
from storage import doctors, documents, notes, watches
from storage.names import Indexed
from storage.transaction import Transaction

NOTE: Final = "names"
"""Under this stands by which rules the index was made; nothing while it is being made."""

AT_ONCE: Final = (200, 40, 8)
"""Names in one transaction: whoever writes to the bot meanwhile waits no longer than for these.

Fewer are tried where it meets other processes' changes again and again, on a server that is busy.
"""

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many names are done, and of how many: new ones may come while it goes on."""

_NamesAfter: TypeAlias = Callable[[Transaction, str, int], Awaitable[Sequence[tuple[str, str]]]]

_FINDABLE: Final[Sequence[tuple[Indexed, _NamesAfter]]] = (
    (Indexed.REPORT, documents.live_names),
    (Indexed.WATCH, watches.open_names),
    (Indexed.DOCTOR, likenesses.live_names),
)


async def follow_rules(relay: Relay, progress: Progress) -> int:
    """Make the index anew if it was not made by today's rules; how many names, 0 when it was."""
    if await relay.work(_is_current):
        return 0
    return await rebuild(relay, progress)


async def rebuild(relay: Relay, progress: Progress) -> int:
    """Index all that can be found anew, in short transactions; how many names.

    Each name is found as before until its turn comes. Interrupted, it has to be run again from the beginning.
    """
    total, done = await relay.work(_begin), 0
    if not total:
        return 0
    for kind, names_after in _FINDABLE:
        last = ""
        while batch := await _next(relay, kind, names_after, last):
            last, done = batch[-1], done + len(batch)
            progress(done, total)
    await relay.work(_end)
    return done


def by_tenths(tell: Progress) -> Progress:
    """Tell of every tenth only: a log or a file would get thousands of lines for a million names."""
    told = 0

    def progress(done: int, total: int) -> None:
        nonlocal told
        tenths = 10 * done // total
        if tenths > told:
            told = tenths
            tell(done, total)

    return progress


async def _is_current(work: Work) -> bool:
    return await notes.find(work.tx, NOTE) == fingerprint()


async def _begin(work: Work) -> int:
    """Take note that the index is not to be relied on, unless there is nothing to index; how many names."""
    found = documents.count_live, watches.count_open, doctors.count_live
    total = sum([await count(work.tx) for count in found])
    await notes.put(work.tx, NOTE, "" if total else fingerprint())
    return total


async def _next(relay: Relay, kind: Indexed, names_after: _NamesAfter, last: str) -> Sequence[str]:
    """Index the next names after an id, as many at once as goes; their ids."""
    for at_once in AT_ONCE:
        with suppress(StorageUnavailable):
            return await relay.work(partial(_batch, kind, names_after, last, at_once))
    return await relay.work(partial(_batch, kind, names_after, last, 1))


async def _batch(
    kind: Indexed, names_after: _NamesAfter, last: str, at_once: int, work: Work
) -> Sequence[str]:
    named = await names_after(work.tx, last, at_once)
    await names.put_many(work, kind, [pair for pair in named if pair[1]])  # a clinic alone has no name
    return [subject_id for subject_id, _ in named]


async def _end(work: Work) -> None:
    await notes.put(work.tx, NOTE, fingerprint())
