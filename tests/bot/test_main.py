"""The command line: what it says on standard error, and its exit status."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS, main
from config.settings import Settings
from domain.errors import StorageUnavailable
from storage.opening import lock

Said = pytest.CaptureFixture[str]
TOKEN = "4242:AAbb"

pytestmark = pytest.mark.usefixtures("plain_logs", "elsewhere")


@pytest.fixture
def owned(elsewhere: Path) -> None:
    """A `.env` in which everything but the token stands."""
    (elsewhere / ".env").write_text("OWNER_IDS=1\n")


def refusal(said: Said) -> list[str]:
    """The lines of a refusal, which is no traceback."""
    error = said.readouterr().err
    assert "Traceback" not in error
    first, *lines = error.splitlines()
    assert first == "Tabyldy cannot go on."
    return lines


@pytest.mark.parametrize("arguments", [[], ["run"]])
def test_the_bot_does_not_start_without_a_token(owned: None, arguments: list[str], capsys: Said) -> None:  # noqa: ARG001 - sets the environment
    assert main(arguments) == 1
    [line] = refusal(capsys)
    assert line.startswith("BOT_TOKEN is not set. Get one from @BotFather")
    assert line.endswith("or run the sandbox, which needs none: python3 dev.py run")


def test_the_bot_does_not_start_when_nobody_could_be_told(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main([]) == 1
    assert refusal(capsys) == [
        "Set MODERATORS_CHAT_ID or OWNER_IDS: without them nobody is told when an owner turns up."
    ]


def test_every_wrong_setting_is_told_at_once(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setenv("BOT_TOKEN", "mine")
    monkeypatch.setenv("PORT", "high")
    assert main([]) == 1
    assert [line.partition(":")[0] for line in refusal(capsys)] == ["BOT_TOKEN", "PORT"]


@pytest.mark.usefixtures("owned")
def test_a_second_process_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    Path("data").mkdir()
    held = lock(Settings().database_url)
    assert held is not None
    assert main([]) == 1
    assert refusal(capsys) == ["Another process is already working with data/tabyldy.db. Stop it first."]
    held.release()


@pytest.mark.usefixtures("owned")
def test_a_telegram_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    assert main([]) == 1
    [line] = refusal(capsys)
    assert line.startswith("Telegram cannot be reached at TELEGRAM_API_URL")
    held = lock(Settings().database_url)
    assert held is not None, "the database was let go"
    held.release()


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException | int]]:
    """A command that ends as a test tells."""
    ends: list[BaseException | int] = []

    async def ending(_: Settings) -> int:
        end = ends.pop()
        if isinstance(end, BaseException):
            raise end
        return end

    monkeypatch.setitem(COMMANDS, "health", (ending, ""))
    yield ends
    assert ends == []


def test_a_database_that_fails_is_told_with_advice(command: list[BaseException | int], capsys: Said) -> None:
    command.append(StorageUnavailable("database or disk is full"))
    assert main(["health"]) == 1
    [line] = refusal(capsys)
    assert line.startswith("The database cannot be written: database or disk is full. Check the disk's room")


def test_ctrl_c_is_quiet(command: list[BaseException | int], capsys: Said) -> None:
    command.append(KeyboardInterrupt())
    assert main(["health"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("status", [0, 1, 7])
def test_the_status_of_a_command_is_passed_on(command: list[BaseException | int], status: int) -> None:
    command.append(status)
    assert main(["health"]) == status


def test_a_fault_in_the_program_is_not_hidden(command: list[BaseException | int]) -> None:
    command.append(RuntimeError("broken"))
    with pytest.raises(RuntimeError, match="broken"):
        main(["health"])


def test_an_unknown_command_is_refused_with_those_there_are(capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fly"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert all(name in said for name in COMMANDS)


def test_tasks_need_no_token(capsys: Said) -> None:
    assert main(["migrate"]) == 0
    assert main(["backup"]) == 0
    assert main(["health"]) == 1
    assert "no sign of life" in capsys.readouterr().out
