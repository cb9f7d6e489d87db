"""dev.py chooses, reads and remembers rightly, and the locks it installs are sound."""

import argparse
import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BOT_TOKEN=1:abc", "1:abc"),
        ("  BOT_TOKEN = 1:abc  ", "1:abc"),
        ("export BOT_TOKEN=1:abc", "1:abc"),
        ('BOT_TOKEN="1:abc" # from BotFather', "1:abc"),
        ("BOT_TOKEN='1:a#b c'", "1:a#b c"),
        ("BOT_TOKEN=1:abc # from BotFather", "1:abc"),
        ("BOT_TOKEN=1:a#bc", "1:a#bc"),
        ("BOT_TOKEN=a=b", "a=b"),
        ("BOT_TOKEN=one\nBOT_TOKEN=two", "two"),
        ("BOT_TOKEN=1:abc\r\nPORT=1\r\n", "1:abc"),
        ("BOT_TOKEN=", ""),
        ("BOT_TOKEN=''", ""),
        ("BOT_TOKEN= # none yet", ""),
        ("# BOT_TOKEN=1:abc", None),
        ("MY_BOT_TOKEN=1:abc", None),
        ("BOT_TOKEN", None),
        ("", None),
    ],
)
def test_dotenv_is_read_as_people_write_it(line: str, expected: str | None) -> None:
    assert dev.parse_dotenv(line).get("BOT_TOKEN") == expected


def test_token_comes_from_dotenv_and_the_environment_wins(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    assert dev.bot_token({}, dotenv) == ""
    dotenv.write_text("\ufeffBOT_TOKEN=file\n", encoding="utf-8")
    assert dev.bot_token({}, dotenv) == "file"
    assert dev.bot_token({"BOT_TOKEN": "environment"}, dotenv) == "environment"
    assert dev.bot_token({"BOT_TOKEN": " "}, dotenv) == ""


@pytest.mark.parametrize(
    ("words", "token", "module"),
    [
        ([], "", ["sandbox"]),
        (["--port", "0", "--no-browser"], "", ["sandbox", "--no-browser", "--port", "0"]),
        (["--port=8080"], "", ["sandbox", "--port", "8080"]),
        ([], "1:abc", ["bot"]),
    ],
)
def test_run_starts_the_bot_only_with_a_token(words: list[str], token: str, module: list[str]) -> None:
    assert dev.run_module(dev.run_arguments(words), token) == module


@pytest.mark.parametrize("words", [["--no-browser"], ["--port", "8080"]])
def test_sandbox_options_do_not_start_the_real_bot(words: list[str]) -> None:
    with pytest.raises(dev.SetupError, match="belong to the sandbox"):
        dev.run_module(dev.run_arguments(words), "1:abc")


@pytest.mark.parametrize("text", ["-1", "65536", "http", "", "8080.0"])
def test_a_port_is_a_number_a_socket_takes(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="not a port"):
        dev.port(text)


def test_windows_keeps_programs_elsewhere() -> None:
    assert dev.venv_program(Path("v"), "python", windows=True) == Path("v/Scripts/python.exe")
    assert dev.venv_program(Path("v"), "python", windows=False) == Path("v/bin/python")


def test_stamp_is_read_back_and_a_damaged_one_counts_as_none(tmp_path: Path) -> None:
    assert dev.read_stamp(tmp_path) == {}
    dev.write_stamp(tmp_path, {"lock": "a"})
    assert dev.read_stamp(tmp_path) == {"lock": "a"}
    for damaged in ("", "{", "[]", "\x00"):
        (tmp_path / "stamp.json").write_text(damaged, encoding="utf-8")
        assert dev.read_stamp(tmp_path) == {}


def test_stamp_changes_with_lock_folder_and_python(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("one==1", encoding="utf-8")
    stamp = dev.stamp_for(lock, tmp_path / "venv", "3.11")
    assert dev.stamp_for(lock, tmp_path / "venv", "3.11") == stamp
    assert dev.stamp_for(lock, tmp_path / "moved", "3.11") != stamp
    assert dev.stamp_for(lock, tmp_path / "venv", "3.12") != stamp
    lock.write_text("one==2", encoding="utf-8")
    assert dev.stamp_for(lock, tmp_path / "venv", "3.11") != stamp


def test_a_missing_or_broken_environment_has_no_python(tmp_path: Path) -> None:
    assert dev.python_of(tmp_path) == ""
    program = dev.venv_program(tmp_path, "python", windows=dev.WINDOWS)
    program.parent.mkdir()
    program.write_bytes(b"not a program")
    program.chmod(0o755)
    assert dev.python_of(tmp_path) == ""


class Steps:
    """Stands in for the two slow steps, making and filling an environment, and tells which were taken."""

    def __init__(self, venv: Path) -> None:
        self.venv = venv
        self.taken: list[str] = []
        self.interrupted = False

    def make(self) -> None:
        self.taken.append("made anew")
        (self.venv / "stamp.json").unlink(missing_ok=True)

    def install(self, lock: Path) -> None:
        self.taken.append(lock.name)
        if self.interrupted:
            raise KeyboardInterrupt

    def for_lock(self, lock: Path) -> list[str]:
        self.taken = []
        dev.ensure_environment(lock)
        return self.taken


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    taken = Steps(tmp_path)
    for name in ("run", "test"):
        lock = tmp_path / f"{name}.lock"
        lock.write_text(f"{name}==1", encoding="utf-8")
        monkeypatch.setattr(dev, f"{name.upper()}_LOCK", lock)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "python_of", lambda _: "3.11")
    monkeypatch.setattr(dev, "make_environment", taken.make)
    monkeypatch.setattr(dev, "install", taken.install)
    return taken


def test_environment_is_made_once(steps: Steps) -> None:
    assert steps.for_lock(dev.RUN_LOCK) == ["made anew", "run.lock"]
    assert steps.for_lock(dev.RUN_LOCK) == []


def test_tests_add_to_a_finished_run_and_run_is_content_with_them(steps: Steps) -> None:
    steps.for_lock(dev.RUN_LOCK)
    assert steps.for_lock(dev.TEST_LOCK) == ["test.lock"]
    assert steps.for_lock(dev.RUN_LOCK) == []
    assert steps.for_lock(dev.TEST_LOCK) == []


def test_a_changed_lock_makes_the_environment_anew(steps: Steps) -> None:
    steps.for_lock(dev.RUN_LOCK)
    dev.RUN_LOCK.write_text("run==2", encoding="utf-8")
    assert steps.for_lock(dev.RUN_LOCK) == ["made anew", "run.lock"]


def test_an_interrupted_set_up_starts_again(steps: Steps) -> None:
    steps.for_lock(dev.RUN_LOCK)
    steps.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        steps.for_lock(dev.TEST_LOCK)
    steps.interrupted = False
    assert steps.for_lock(dev.RUN_LOCK) == ["made anew", "run.lock"]


def test_a_broken_environment_is_made_anew(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    steps.for_lock(dev.RUN_LOCK)
    monkeypatch.setattr(dev, "python_of", lambda _: "")
    assert steps.for_lock(dev.RUN_LOCK) == ["made anew", "run.lock"]


def test_an_old_python_can_read_as_far_as_the_message_for_it() -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    ("words", "code", "stream"),
    [(["--help"], 0, "stdout"), ([], 2, "stderr"), (["sing"], 2, "stderr")],
)
def test_a_wrong_command_shows_the_two_right_ones(
    words: list[str], code: int, stream: str, tmp_path: Path
) -> None:
    answer = subprocess.run(
        [sys.executable, dev.__file__, *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert answer.returncode == code
    assert "dev.py run" in getattr(answer, stream)
    assert "dev.py test" in getattr(answer, stream)


Pin = tuple[str, str, str]  # name, version, marker


def pins(lock: Path) -> dict[Pin, int]:
    """Read a lock as pins and the number of hashes each has."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    found: dict[Pin, int] = {}
    for line in text.splitlines():
        requirement = Requirement(line.partition(" --hash")[0])
        name = canonicalize_name(requirement.name)
        found[name, str(requirement.specifier), str(requirement.marker or "")] = line.count("--hash=sha256:")
    return found


@pytest.mark.parametrize("lock", [dev.RUN_LOCK, dev.TEST_LOCK], ids=lambda lock: lock.name)
def test_locks_pin_everything_with_hashes_and_no_address(lock: Path) -> None:
    found = pins(lock)
    assert found
    assert all(version.startswith("==") and hashes for (_, version, _), hashes in found.items())
    assert "://" not in lock.read_text(encoding="utf-8")


def test_the_test_lock_holds_the_run_lock() -> None:
    assert pins(dev.RUN_LOCK).keys() <= pins(dev.TEST_LOCK).keys()


def test_the_locks_answer_pyproject() -> None:
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        dev.RUN_LOCK: project["project"]["dependencies"],
        dev.TEST_LOCK: [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]],
    }
    for lock, wanted in asked.items():
        locked = {name: version.removeprefix("==") for name, version, _ in pins(lock)}
        requirements = [Requirement(each) for each in wanted]
        stale = [
            str(r) for r in requirements if locked.get(canonicalize_name(r.name), "0") not in r.specifier
        ]
        assert not stale, f"{lock.name} is older than pyproject.toml; run `make lock`: {stale}"
