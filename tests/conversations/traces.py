"""What is left of people: every value of the database, opened, and the file itself."""

import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from _pytest.mark import ParameterSet
from sqlalchemy import Column, Table, select

from relay import upkeep
from relay.work import Work
from sandbox.person import Person
from storage import documents
from storage.schema import metadata
from tests.conftest import Desk
from tests.conversations.steps import TAIL, YEAR, data_of, label, presses, words


def all_of(*cases: str) -> list[ParameterSet]:
    """The other cases of a story, which the quick run leaves out."""
    return [pytest.param(case, marks=pytest.mark.thorough) for case in cases]


class Held(NamedTuple):
    """One value of the database: where it stands, what it says, and how it is kept."""

    place: str
    words: str
    stored: bytes


async def everything_held(desk: Desk) -> list[Held]:
    """Every value of every table, what is sealed opened; the hash key aside."""

    async def walk(work: Work) -> list[Held]:
        return [held for table in metadata.sorted_tables for held in await _rows(work, table)]

    return await desk.app.relay.work(walk)


async def _rows(work: Work, table: Table) -> list[Held]:
    rows = (await work.tx.execute(select(table))).mappings().all()
    return [
        _value(work, table, column, dict(row))
        for row in rows
        for column in table.columns
        if row[column.name] is not None and table.name != "secrets"
    ]


def _value(work: Work, table: Table, column: Column[Any], row: dict[str, Any]) -> Held:
    value, place = row[column.name], f"{table.name}.{column.name}"
    if column.info.get("sealed"):
        key = row[table.primary_key.columns.values()[0].name]
        return Held(place, work.tx.vault.open(value, f"{place}.{key}"), value)
    if isinstance(value, bytes):
        return Held(place, value.hex(), value)
    return Held(place, str(value), str(value).encode())


async def places_of(desk: Desk, *secrets: str) -> list[str]:
    """Where the database holds any of these words, as `table.column: word`."""
    return sorted(
        {
            f"{held.place}: {secret}"
            for held in await everything_held(desk)
            for secret in secrets
            if secret.casefold() in held.words.casefold()
        }
    )


async def sealed_with(desk: Desk, *secrets: str) -> list[bytes]:
    """The stored bytes of every value that holds any of these words."""
    return [
        held.stored
        for held in await everything_held(desk)
        if any(secret.casefold() in held.words.casefold() for secret in secrets)
    ]


def file_of(desk: Desk, folder: Path) -> bytes:
    """The database file as a backup has it: copied into `folder`, without the room of what is gone."""
    copy = folder / "copy.db"
    copy.unlink(missing_ok=True)
    database = sqlite3.connect(str(desk.app.relay.database._writer.url.database))
    database.execute("VACUUM INTO ?", (str(copy),))
    database.close()
    return copy.read_bytes()


async def report_id(desk: Desk, code: str) -> str:
    """The id of the report of a code."""
    report = await desk.app.relay.database.read(lambda tx: documents.find_code(tx, code))
    assert report is not None
    return report.id


async def tidied(desk: Desk) -> dict[str, int]:
    """Let the hourly tidying run."""
    return await desk.app.relay.work(upkeep.tidy)


async def proves(owner: Person, code: str) -> str:
    """Claim a report and answer the facts that no watch has answered; the conversation's id."""
    await owner.sends(code)
    await owner.taps(f"claim:{code}")
    if owner.messages[-1].text.startswith(words(owner.language, "claim-title")):
        await owner.sends(TAIL)
        await owner.sends(YEAR)
    return data_of(owner.messages[-1], "talk:").partition(":")[2]


async def writes(person: Person, conversation: str, words: str) -> None:
    """Say something to the other side."""
    await person.taps(f"talk:{conversation}")
    await person.sends(words)
    await person.taps(label(person, "button-done"))


async def states(claimant: Person, report: str, words: str) -> None:
    """Tell a volunteer in one's own words why a document is one's own."""
    await claimant.taps(f"state:{report}")
    await claimant.sends(words)


async def erases(person: Person) -> None:
    """Walk `/delete` to its end."""
    await person.sends("/delete")
    await person.taps("delete.sure")


async def takes_consent_back(person: Person) -> None:
    """Walk from the policy to the end of the consent."""
    await person.sends("/privacy")
    await person.taps("unconsent")
    await person.taps("unconsent.sure")


async def withdraws(finder: Person, report: str) -> None:
    """Take a report back."""
    await finder.sends("/my")
    for data in (f"my:r:{report}", f"withdraw:r:{report}", f"gone:r:{report}"):
        await finder.taps(data)


async def hands_over(finder: Person, owner: Person, conversation: str) -> None:
    """The owner says the code, the finder types it."""
    await owner.taps(f"code:{conversation}")
    digits = next(word for word in owner.screen.split() if word.isdigit())
    await finder.taps(f"handed:{conversation}")
    await finder.sends(digits)


async def hands_in(finder: Person, report: str, place: str) -> None:
    """Leave a found document with the police."""
    await finder.sends("/my")
    await finder.taps(f"my:r:{report}")
    await finder.taps(f"handin:{report}")
    await presses(finder, "a:police")
    await finder.sends(place)
    await presses(finder, "send")


def decision(desk: Desk, verb: str) -> str:
    """The data of the newest card's button that decides so."""
    data = [str(button.get("callback_data")) for card in desk.to_moderators for button in card.buttons]
    return [one for one in data if one.endswith(f":{verb}")][-1]


async def decides(desk: Desk, moderator: Person, verb: str) -> str | None:
    """Tap a decision on the newest card that offers it."""
    data = decision(desk, verb)
    card = next(
        card
        for card in reversed(desk.to_moderators)
        if data in [b.get("callback_data") for b in card.buttons]
    )
    return await moderator.taps_stale(card, data)
