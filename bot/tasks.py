"""Tasks for the operator: migrate, rotate the key, index the names anew, back up, ask for health."""

import base64
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from bot import opening
from bot.assembly import make_relay
from bot.jobs import life_sign
from config.settings import Settings
from domain.clock import SystemClock
from domain.errors import StartRefused
from relay import indexing
from storage import dialect, keyfile
from storage.backup import backup
from storage.encryption import Keyring, new_key
from storage.opening import lock, open_database, prepare_folder
from storage.rotation import rotate
from storage.upgrade import upgrade

ALIVE = 60  # seconds since the last sign of life


async def migrate(settings: Settings) -> int:
    """Bring the database up to this version; a SQLite file is copied first."""
    prepare_folder(settings.database_url)
    held = lock(settings.database_url)
    try:
        done = await upgrade(settings.database_url, opening.backups_folder(settings), SystemClock().now())
    finally:
        if held is not None:
            held.release()
    _say("The database is up to date now." if done else "The database was up to date already.")
    return 0


async def rotate_key(settings: Settings) -> int:
    """Seal everything with a new key.

    With a key file the new key is made and written before it is used, the old one dropped when nothing
    needs it any more. With DATA_KEY the operator puts the new key in front of the old one and runs this.
    """
    held = lock(settings.database_url)
    try:
        ring = _grown_ring(settings)
        database = await open_database(settings.database_url, ring, secrets.token_bytes)
        try:
            total = await rotate(database, lambda place, done: _say(f"{place}: {done}"))
        finally:
            await database.close()
        if not settings.data_key:
            keyfile.write(settings.data_key_file, [_words(ring.keys[0])])
    finally:
        if held is not None:
            held.release()
    old = " Take the old key out of DATA_KEY now." if settings.data_key else ""
    _say(f"{total} values are sealed with the new key.{old} Save the new key apart from the database.")
    return 0


async def index_names(settings: Settings) -> int:
    """Index the names of all that can be found anew; on a server's database also while the bot works."""
    prepare_folder(settings.database_url)
    policy = opening.policy_of(settings, "")
    held = lock(settings.database_url)
    try:
        database = await opening.open_database(settings, SystemClock().now())
        try:
            relay = make_relay(database, SystemClock(), policy, secrets.token_bytes)
            with _progress() as progress:
                total = await indexing.rebuild(relay, progress)
        finally:
            await database.close()
    finally:
        if held is not None:
            held.release()
    _say(f"{total} names are indexed.")
    return 0


async def make_backup(settings: Settings) -> int:
    """Copy the SQLite database while the bot works."""
    if not dialect.is_sqlite(settings.database_url):
        raise StartRefused("This database is a server's: back it up with the server's own tool (pg_dump).")
    database = Path(dialect.sqlite_file(settings.database_url))
    if not prepare_folder(settings.database_url):
        raise StartRefused(f"There is no database at {database} yet.")
    copy = backup(database, opening.backups_folder(settings), SystemClock().now(), "by-hand")
    _say(f"Copied to {copy}")
    return 0


async def health(settings: Settings) -> int:
    """Succeed if the bot gave a sign of life in the last minute."""
    try:
        age = time.time() - life_sign(settings).stat().st_mtime
    except FileNotFoundError:
        age = float("inf")
    alive = age < ALIVE
    _say("alive" if alive else "no sign of life in the last minute")
    return 0 if alive else 1


def _grown_ring(settings: Settings) -> Keyring:
    ring = opening.open_keyring(settings, make=False)
    if settings.data_key:
        if len(ring.keys) == 1:
            raise StartRefused(
                f"Put a new key in front of the old one: DATA_KEY={new_key(secrets.token_bytes)},<old key>"
                " — then run this again."
            )
        return ring
    if len(ring.keys) > 1:  # an earlier rotation was interrupted: finish it with the key it made
        return ring
    keys = [new_key(secrets.token_bytes), *(_words(key) for key in ring.keys)]
    keyfile.write(settings.data_key_file, keys)
    return Keyring.read("\n".join(keys))


def _words(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


@contextmanager
def _progress() -> Iterator[indexing.Progress]:
    """Show how far the names are: a bar on a terminal, elsewhere a line for each tenth."""
    if not sys.stderr.isatty():
        yield indexing.by_tenths(lambda done, total: _say(f"{done} of {total} names"))
        return
    with tqdm(unit=" names") as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield progress


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
