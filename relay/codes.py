"""Codes: what reports, watches, questions, entries and appeals are called in public, each by its own."""

from domain.ids import new_code
from relay.work import Work
from storage import appeals, doctors, documents, medical, watches

_FINDERS = (
    documents.find_code,
    watches.find_code,
    medical.find_code,
    doctors.find_code,
    appeals.find_code,
)
"""What looks for each kind of thing that has a code."""


async def free_code(work: Work) -> str:
    """A code that nothing is called by."""
    code = new_code(work.ids.entropy)
    while not await is_free(work, code):
        code = new_code(work.ids.entropy)
    return code


async def is_free(work: Work, code: str) -> bool:
    """Whether nothing is called so."""
    for find_code in _FINDERS:
        if await find_code(work.tx, code) is not None:
            return False
    return True
