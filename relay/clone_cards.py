"""Copies of an appeal as moderators read them: the words, and where they would have the money go."""

from domain.cases import Case
from locales.catalog import clipped
from relay.work import Work


async def case_values(work: Work, case: Case) -> dict[str, str]:
    """What the card of a suspected copy needs beside the appeal's own."""
    where = f"clone-where-{case.details.get('where', 'private')}"
    return {
        "words": clipped(case.details.get("words", "—")),
        "details": case.details.get("details", "—"),
        "where": work.catalog.label(work.moderators_language, where),
    }
