"""Codes: what reports and watches are called in public, each by one of its own."""

from domain.ids import new_code
from relay.work import Work
from storage import documents, watches


async def free_code(work: Work) -> str:
    """A code that nothing is called by."""
    code = new_code(work.ids.entropy)
    while not await is_free(work, code):
        code = new_code(work.ids.entropy)
    return code


async def is_free(work: Work, code: str) -> bool:
    """Whether neither a report nor a watch is called so."""
    if await documents.find_code(work.tx, code) is not None:
        return False
    return await watches.find_code(work.tx, code) is None
