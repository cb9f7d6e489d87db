"""Run or test the project with nothing installed but Python: make `.venv` from the lock, start the program.

`python3 dev.py run` plays the product in a browser, or runs the real bot when BOT_TOKEN is set;
`python3 dev.py test` passes its arguments to pytest. Standard library only, and no syntax newer than
Python 3.7, so that an old interpreter reaches the sentence that says what is missing.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.exit(
        "Tabyldy needs Python 3.11 or newer; this is Python {}.{}. Install a newer one, then name it: "
        "python3.11 dev.py run".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-dev.lock"
WINDOWS = os.name == "nt"
INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C
HIGHEST_PORT = 65535

USAGE = """Tabyldy, from a fresh copy to a running program.

  python3 dev.py run [--no-browser] [--port N]   play the product in a browser; with BOT_TOKEN, run the bot
  python3 dev.py test [pytest arguments]         run the tests
"""


class SetupError(Exception):
    """The environment could not be made; the text says what to do next."""


def say(text: str) -> None:
    """Tell the person now: the process is about to be replaced, so nothing may stay in a buffer."""
    print(text, flush=True)


# --- what to start --------------------------------------------------------------------------------


def parse_dotenv(text: str) -> dict[str, str]:
    """Read `NAME=value` lines: `export`, quotes and comments are understood, the last value wins."""
    values = {}
    for line in text.splitlines():
        name, equals, value = line.strip().partition("=")
        name = name.removeprefix("export ").strip()
        if equals and name and not name.startswith("#"):
            values[name] = unquote(value.strip())
    return values


def unquote(value: str) -> str:
    """Strip one pair of quotes, or the comment after an unquoted value."""
    quote = value[:1]
    if quote and quote in "'\"" and quote in value[1:]:
        return value[1 : value.index(quote, 1)]
    return "" if value.startswith("#") else value.split(" #", 1)[0].split("\t#", 1)[0].rstrip()


def bot_token(environment: "os._Environ[str] | dict[str, str]", dotenv: Path) -> str:
    """Return the bot's token, or an empty text.

    The environment wins even when it is empty there: `BOT_TOKEN= python3 dev.py run` plays in the sandbox
    beside a `.env` that holds a token.
    """
    if "BOT_TOKEN" in environment:
        return environment["BOT_TOKEN"].strip()
    if not dotenv.is_file():
        return ""
    return parse_dotenv(dotenv.read_text(encoding="utf-8-sig", errors="replace")).get("BOT_TOKEN", "")


def run_module(arguments: argparse.Namespace, token: str) -> list[str]:
    """Choose the module behind `run` and its arguments; raise SetupError for options the bot has not."""
    options = ["--no-browser"] if arguments.no_browser else []
    if arguments.port is not None:
        options += ["--port", str(arguments.port)]
    if not token:
        return ["sandbox", *options]
    if options:
        message = (
            "--port and --no-browser belong to the sandbox, but BOT_TOKEN is set: this would run the bot.\n"
            "Leave them out to run the bot, or set BOT_TOKEN to nothing in the environment for the sandbox."
        )
        raise SetupError(message)
    return ["bot"]


# --- the environment ------------------------------------------------------------------------------


def venv_program(venv: Path, name: str, *, windows: bool) -> Path:
    """Say where a virtual environment keeps a program on this kind of system."""
    return venv / "Scripts" / f"{name}.exe" if windows else venv / "bin" / name


def stamp_for(lock: Path, venv: Path, python: str) -> dict[str, str]:
    """Describe a finished environment: its lock's SHA-256, its folder (scripts hold it) and its Python."""
    return {"lock": hashlib.sha256(lock.read_bytes()).hexdigest(), "folder": str(venv), "python": python}


def read_stamp(venv: Path) -> dict[str, str]:
    """Read what the last finished set-up wrote; empty when none finished or the file is damaged."""
    try:
        stamp = json.loads((venv / "stamp.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(venv: Path, stamp: dict[str, str]) -> None:
    """Record a finished set-up in one step, so that a torn file cannot pass for a whole one."""
    draft = venv / "stamp.json.new"
    draft.write_text(json.dumps(stamp), encoding="utf-8")
    draft.replace(venv / "stamp.json")


def python_of(venv: Path) -> str:
    """Ask the environment's interpreter for its version, such as `3.11`; empty when missing or broken."""
    program = venv_program(venv, "python", windows=WINDOWS)
    question = [str(program), "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        answer = subprocess.run(
            question, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
        )
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def ensure_environment(lock: Path) -> None:
    """Make `.venv` hold what the lock says; return at once when it already does.

    The test lock holds everything of the run lock, so `run` is content with either, and `test` adds to a
    finished `run`. In every other case, an interrupted set-up included, the environment is made anew:
    it never holds a package that no lock names.
    """
    python = python_of(VENV)
    stamp = read_stamp(VENV) if python else {}
    fitting = [stamp_for(each, VENV, python) for each in {lock, TEST_LOCK}]
    if stamp in fitting:
        return
    say("Setting up, once: this takes a minute or two.")
    if not stamp or stamp != stamp_for(RUN_LOCK, VENV, python):
        make_environment()
    (VENV / "stamp.json").unlink(missing_ok=True)
    install(lock)
    write_stamp(VENV, stamp_for(lock, VENV, python_of(VENV)))
    say("Ready.")


def make_environment() -> None:
    """Make an empty `.venv` in place of whatever is there; pip is added only where it is needed."""
    if importlib.util.find_spec("venv") is None:
        raise SetupError(missing_part("venv"))
    say(f"Making .venv with Python {sys.version.split()[0]}.")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    command = [base_python(), "-m", "venv", "--without-pip", "--clear", str(VENV)]
    if subprocess.run(command, check=False).returncode != 0:
        message = (
            "The folder .venv could not be made: see the lines above.\n"
            "Close programs that use it, check that the disk has room and the folder is yours, and try again."
        )
        raise SetupError(message)


def base_python() -> str:
    """Return the interpreter behind this one, for we may run in the very `.venv` that is to be remade."""
    base = getattr(sys, "_base_executable", None)
    return str(base or sys.executable)


def install(lock: Path) -> None:
    """Install a lock with its hashes: by uv where it is at hand, otherwise, or when uv fails, by pip."""
    uv = shutil.which("uv")
    python = str(venv_program(VENV, "python", windows=WINDOWS))
    if uv:
        say(f"Installing the packages of {lock.name} with uv.")
        command = [
            uv,
            "pip",
            "install",
            "--compile-bytecode",
            "--python",
            python,
            "--require-hashes",
            "-r",
            str(lock),
        ]
        if subprocess.run(command, cwd=ROOT, check=False).returncode == 0:
            return
        say("uv could not do it; trying pip.")
    add_pip(python)
    say(f"Installing the packages of {lock.name} with pip.")
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "-r", str(lock)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        message = (
            "The packages could not be installed: see the lines above.\n"
            "Check the network connection and run the same command again; nothing needs to be cleaned up."
        )
        raise SetupError(message)


def add_pip(python: str) -> None:
    """Put the pip that comes with Python into the environment; raise SetupError where it is missing."""
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(missing_part("ensurepip"))
    command = [python, "-m", "ensurepip", "--default-pip"]
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if answer.returncode != 0:
        say(answer.stdout)
        raise SetupError(missing_part("ensurepip"))


def missing_part(name: str) -> str:
    """Tell how to get the part of Python that some systems package apart."""
    version = "{}.{}".format(*sys.version_info[:2])
    return (
        f"This Python comes without its `{name}` module, which is needed to make .venv.\n"
        f"On Debian and Ubuntu: sudo apt install python3-venv (or python{version}-venv). "
        "Then run the same command again."
    )


# --- commands -------------------------------------------------------------------------------------


def start(module: list[str]) -> int:
    """Become `python -m <module> …` of the environment; its exit code is ours."""
    command = [str(venv_program(VENV, "python", windows=WINDOWS)), "-m", *module]
    os.chdir(ROOT)
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606 - replaced, so that signals and exit codes need no forwarding
    return subprocess.run(command, check=False).returncode


def port(text: str) -> int:
    """Read a port number from 0 (any free one) to 65535."""
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port number from 0 to {HIGHEST_PORT}")
    return int(text)


def run_arguments(words: list[str]) -> argparse.Namespace:
    """Read the options of `run`; a wrong one ends the program with code 2 and the usage."""
    parser = argparse.ArgumentParser(prog="dev.py run", description="Play in a browser, or run the bot.")
    parser.add_argument("--no-browser", action="store_true", help="print the sandbox's address, open nothing")
    parser.add_argument("--port", type=port, metavar="N", help="the sandbox's port (0: any free one)")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Carry out one command and return the exit code: 2 for a wrong command, 1 when the set-up failed."""
    command, rest = (words[0], words[1:]) if words else ("", [])
    if command == "run":
        module = run_module(run_arguments(rest), bot_token(os.environ, ROOT / ".env"))
        ensure_environment(RUN_LOCK)
        return start(module)
    if command == "test":
        ensure_environment(TEST_LOCK)
        return start(["pytest", *rest])
    if command == "setup":  # the Makefile's: everything that `check` and `test` need
        ensure_environment(TEST_LOCK)
        return 0
    asked_for = command in {"-h", "--help"}
    print(USAGE, end="", file=sys.stdout if asked_for else sys.stderr)
    return 0 if asked_for else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        sys.exit(f"\n{problem}")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
