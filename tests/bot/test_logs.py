import asyncio
import gc
import io
import json
import logging
import sys

import pytest
import structlog

from bot import logs


class Terminal(io.StringIO):
    """Standard error as a person at a terminal has it."""

    def isatty(self) -> bool:
        return True


pytestmark = pytest.mark.usefixtures("plain_logs")


@pytest.fixture(autouse=True)
def bare_logging(monkeypatch: pytest.MonkeyPatch) -> None:
    """The root logger as a new process has it."""
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(logging.root, "level", logging.WARNING)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logs.configure()
    return stream


def read(words: dict[str, int], name: str) -> int:
    return words[name]


def fails() -> None:
    try:
        read({}, "Жаңабай")
    except KeyError as fault:
        raise ValueError(f"no such name: {fault}") from fault


def test_an_event_is_one_line_of_json(written: io.StringIO) -> None:
    structlog.get_logger().info("backup made", size=7)
    line = json.loads(written.getvalue())
    assert (line["event"], line["size"], line["level"]) == ("backup made", 7, "info")
    assert line["timestamp"].endswith("Z")


def test_a_fault_is_told_by_its_places_and_not_by_its_words(written: io.StringIO) -> None:
    try:
        fails()
    except ValueError:
        structlog.get_logger().exception("job failed")
    line = json.loads(written.getvalue())
    assert "in fails" in line["exception"]
    assert "'Жаңабай'" not in line["exception"], "the source stands there, its values do not"
    kinds = [row for row in line["exception"].splitlines() if not row.startswith(" ")]
    assert kinds == ["KeyError", "which led to", "ValueError"]


def test_a_fault_given_by_hand_is_told_the_same_way(written: io.StringIO) -> None:
    structlog.get_logger().error("fault", exc_info=RuntimeError("Жаңабай"))
    line = json.loads(written.getvalue())
    assert line["exception"] == "RuntimeError"


def test_a_cause_that_was_put_aside_is_not_told(written: io.StringIO) -> None:
    fault = ValueError("x")
    fault.__context__, fault.__suppress_context__ = KeyError("y"), True
    structlog.get_logger().error("fault", exc_info=fault)
    assert json.loads(written.getvalue())["exception"] == "ValueError"


def test_libraries_speak_from_warnings_up_and_without_words_too(written: io.StringIO) -> None:
    logging.getLogger("telegram.ext").info("hello")
    logging.getLogger("httpx").info("https://api/bot4242:token/getMe")
    assert written.getvalue() == ""
    try:
        fails()
    except ValueError:
        logging.getLogger("telegram.ext").exception("No error handlers are registered")
    said = written.getvalue()
    assert said.startswith("ERROR telegram.ext No error handlers are registered\n")
    assert said.endswith("ValueError\n")
    assert "'Жаңабай'" not in said


async def lost() -> None:
    read({}, "Жаңабай")


async def test_a_lost_task_is_told_without_its_words(written: io.StringIO) -> None:
    task = asyncio.create_task(lost())
    await asyncio.wait([task])
    del task
    gc.collect()
    said = written.getvalue()
    assert said.startswith("ERROR asyncio Task exception was never retrieved\n")
    assert "in lost" in said
    assert "Жаңабай" not in said.replace('read({}, "Жаңабай")', "")


async def test_a_failed_callback_is_told_without_what_it_was_called_with(written: io.StringIO) -> None:
    asyncio.get_running_loop().call_soon(int, "Жаңабай")
    await asyncio.sleep(0)
    said = written.getvalue()
    assert said.startswith("ERROR asyncio Exception in callback int\n")
    assert said.endswith("ValueError\n")
    assert "Жаңабай" not in said


def test_the_last_word_of_a_process_has_no_words_of_others(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", written)
    name, phone = "Исраилов", "+998901234567"
    try:
        try:
            fails()
        except ValueError as fault:
            raise ExceptionGroup(name, [fault, KeyError(phone)]) from None
    except ExceptionGroup as group:
        sys.excepthook(type(group), group, group.__traceback__)
    said = written.getvalue()
    kinds = [row for row in said.splitlines() if not row.startswith(" ")]
    assert kinds == ["ExceptionGroup", "KeyError", "which led to", "ValueError", "KeyError"]
    assert "in fails" in said
    assert (name in said, phone in said) == (False, False)


def test_a_terminal_gets_readable_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logs.configure()
    try:
        fails()
    except ValueError:
        structlog.get_logger().exception("job failed", job="tidy")
    said = stream.getvalue()
    assert "job failed" in said
    assert "tidy" in said
    assert "ValueError" in said
    assert "'Жаңабай'" not in said
