"""Backup copies of the SQLite file: whole, consistent, made while the bot works, the oldest dropped."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from domain.errors import StorageUnavailable

KEPT = 7


def backup(database: Path, folder: Path, now: datetime, reason: str) -> Path:
    """Copy the database into `folder` and give the copy's path; `reason` stands in its name.

    The copies of one reason are kept to the last 7. StorageUnavailable when no copy can be made; then no
    part of one is left behind.
    """
    copy = folder / f"{database.stem}-{reason}-{now:%Y%m%d-%H%M%S}.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(database, copy)
    except (OSError, sqlite3.Error) as fault:
        raise StorageUnavailable(f"no backup copy can be made at {copy}: {fault}") from fault
    for old in sorted(folder.glob(f"{database.stem}-{reason}-*.db"))[:-KEPT]:
        old.unlink()
    return copy


def _copy(database: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as source:
        try:
            source.execute("VACUUM INTO ?", (str(copy),))
        except sqlite3.Error:
            copy.unlink(missing_ok=True)
            raise
    copy.chmod(0o600)
