"""The directory as a table for volunteers: what everybody may read of it, nothing of who stands for it."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from typing import Final

from domain.doctors import Entry
from relay import cards, doctors, medical_form
from relay.doctor_cards import Shown
from relay.referrals import speciality_in_words
from relay.work import Work
from storage import doctors as stored

COLUMNS: Final = (
    "code", "speciality", "city", "doctor", "clinic", "phone", "languages", "helped", "paid", "last"
)  # fmt: skip
"""The heads of the table; `last` is the month of the last word, `2026-10`: a day might tell who said it."""

_AT_ONCE: Final = 200
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection)."""

_MARK: Final = "\ufeff"
"""By this Excel knows UTF-8."""


async def table(work: Work) -> str:
    """All entries that everybody may read, by id, as RFC 4180 with a byte order mark."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    async for entry in _every(work):
        rows.writerow([_safe(cell) for cell in _cells(work, await doctors.shown(work, entry))])
    return _MARK + written.getvalue()


async def _every(work: Work) -> AsyncIterator[Entry]:
    last = ""
    while page := await stored.page(work.tx, last, _AT_ONCE):
        last = page[-1].id
        for entry in page:
            yield entry


def _cells(work: Work, shown: Shown) -> Sequence[str]:
    language, entry, standing = work.moderators_language, shown.entry, shown.standing
    details = entry.details
    last = standing.last_at.astimezone(work.policy.zone) if standing.last_at else None
    return (
        entry.code,
        speciality_in_words(work, language, entry.speciality),
        cards.place_in_words(work, language, entry.place),
        details.doctor if details else "",
        details.clinic if details else "",
        medical_form.phone_in_words(details.phone) if details and details.phone else "",
        medical_form.languages_in_words(work, language, ",".join(details.languages if details else ())),
        str(standing.helped),
        str(standing.paid),
        f"{last:%Y-%m}" if last else "",
    )


def _safe(cell: str) -> str:
    """A cell that no spreadsheet calculates."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
