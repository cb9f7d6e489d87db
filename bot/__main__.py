"""The command line: `python -m bot [command]`; without one, the bot runs."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from bot import check, ledger, logs, schedule, tasks
from bot.live import run
from config.settings import read_settings
from domain.errors import StartRefused, StorageUnavailable

Command: TypeAlias = Callable[..., Awaitable[int]]
"""What a command does with the settings and with its options by their names; its exit status."""

COMMANDS: dict[str, tuple[Command, str]] = {
    "run": (run, "run the bot (what happens without a command)"),
    "check": (
        check.run,
        "say what is wrong: settings, channel, database, clock, key",
    ),
    "migrate": (tasks.migrate, "bring the database up to this version"),
    "rotate-key": (tasks.rotate_key, "seal everything with a new data key"),
    "index-names": (tasks.index_names, "index all names anew (a start does it when the rules have changed)"),
    "schedule": (schedule.run, "print what would come back to the channel in the coming days"),
    "ledger": (ledger.run, "export the public ledger as a file, or verify such a file"),
    "backup": (tasks.make_backup, "copy the SQLite database now"),
    "health": (tasks.health, "succeed if a running bot of these settings is alive"),
}

OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "ledger": ledger.options,
    "schedule": schedule.options,
}
"""What puts the options of a command onto its line."""

ASKS_FOR_SETTINGS: Final = frozenset({"ledger"})
"""These commands are given `read_settings` itself: whoever verifies a file has no settings, or wrong ones."""


def main(arguments: list[str]) -> int:
    """Run one command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="Tabyldy, a Telegram bot.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    for name, (_, words) in COMMANDS.items():
        line = commands.add_parser(name, help=words)
        if name in OPTIONS:
            OPTIONS[name](line)
    given = vars(parser.parse_args(arguments))
    name = given.pop("command") or "run"
    logs.configure()
    os.umask(0o077)  # database, backups and keys are the operator's alone
    try:
        return asyncio.run(_run(name, given))
    except (StartRefused, StorageUnavailable) as fault:
        sys.stderr.write(f"Tabyldy cannot go on.\n{_advice(fault)}\n")
        return 1
    except KeyboardInterrupt:
        return 130


async def _run(name: str, options: dict[str, object]) -> int:
    command, _ = COMMANDS[name]
    settings = read_settings if name in ASKS_FOR_SETTINGS else read_settings()
    return await command(settings, **options)


def _advice(fault: Exception) -> str:
    if isinstance(fault, StorageUnavailable):
        return f"The database cannot be written: {fault}. Check the disk's room and the rights on its folder."
    return str(fault)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
