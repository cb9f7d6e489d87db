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


def test_a_terminal_gets_readable_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
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
