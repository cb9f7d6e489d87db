"""The last boundary: a person is told in their language, the operator without anything personal."""

import io
import json
import sys

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs
from telegram import Update

from bot import logs
from domain.errors import StorageUnavailable
from storage.transaction import Transaction
from tests.conftest import Desk


async def breaks(desk: Desk) -> None:
    """Break the database as a bad disk or a hasty hand would: a table is gone."""

    async def drop(tx: Transaction) -> None:
        await tx.execute(text("DROP TABLE inbox"))

    await desk.app.relay.database.write(drop)


async def locks_out(desk: Desk) -> None:
    """Make the database refuse every write."""

    async def refuse(tx: Transaction) -> None:
        await tx.execute(text("PRAGMA query_only=ON"))

    await desk.app.relay.database.write(refuse)


@pytest.mark.parametrize("language", ["kk", "ru", "uz", "en", "ky", "fr"])
async def test_a_fault_is_told_in_the_language_of_the_client(desk: Desk, language: str) -> None:
    person = desk.person("Anna", language)
    await breaks(desk)
    with capture_logs():
        await person.sends("/help")
    spoken = {"ky": "ru", "fr": "en"}.get(language, language)
    assert person.screen == desk.app.relay.catalog.label(spoken, "fault")
    assert len(person.messages) == 1


async def test_a_fault_under_a_button_is_an_alert(desk: Desk) -> None:
    person = desk.person("Anna", "en")
    await person.sends("/start")
    await breaks(desk)
    with capture_logs():
        toast = await person.taps("language:en")
    assert toast == desk.app.relay.catalog.label("en", "fault")[:200]
    answer = desk.world.last_toast(person.id)
    assert answer is not None
    assert answer.alert


async def test_a_database_that_cannot_be_written_is_named(desk: Desk) -> None:
    person = desk.person("Anna", "en")
    await locks_out(desk)
    with capture_logs() as lines, pytest.raises(StorageUnavailable):  # the outbox cannot be written either
        await person.sends("/help")
    assert person.screen == desk.app.relay.catalog.label("en", "storage-down")
    assert [(line["event"], line["log_level"]) for line in lines] == [("storage unavailable", "error")]
    assert "readonly database" in lines[0]["fault"]


async def test_a_person_who_cannot_be_told_does_not_break_the_boundary(desk: Desk) -> None:
    person = desk.person("Anna", "en")
    await breaks(desk)
    desk.world.send_text(person.id, person.id, "/help")
    person.blocks()
    with capture_logs() as lines:
        await desk.settle()
    assert "a fault could not be told" in [line["event"] for line in lines]


async def test_an_update_without_a_person_is_only_logged(desk: Desk) -> None:
    with capture_logs() as lines:
        await desk.app.application.process_error(Update(1), RuntimeError("broken"))
    assert [line["event"] for line in lines] == ["fault"]


@pytest.mark.usefixtures("plain_logs")
async def test_nothing_personal_reaches_the_log(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    logs.configure()
    person = desk.person("Anna", "en")
    await breaks(desk)
    await person.sends("Жаңабай Исраилов N 1234821")
    line = json.loads(written.getvalue())
    assert line["event"] == "fault"
    assert "storage/inbox.py" in line["exception"]
    assert line["exception"].endswith("OperationalError")
    for personal in ("Жаңабай", "Исраилов", "1234821", "Anna", str(person.id)):
        assert personal not in written.getvalue()


@pytest.mark.usefixtures("plain_logs")
async def test_a_fault_while_somebody_types_is_logged_without_what_was_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    logs.configure()
    person = desk.person("Anna", "en")
    await breaks(desk)
    await person.asks_inline("Жаңабай Исраилов")
    assert (person.offers, person.door) == ([], None)
    assert json.loads(written.getvalue())["event"] == "fault"
    for personal in ("Жаңабай", "Исраилов", "Anna", str(person.id)):
        assert personal not in written.getvalue()
