"""Opens a database for work: one process per SQLite file, the key proven, the hash key at hand."""

from pathlib import Path

from filelock import FileLock, Timeout

from domain.errors import StartRefused
from domain.ids import Entropy
from storage import dialect
from storage.encryption import Keyring, Vault
from storage.secrets import hash_key
from storage.transaction import Database


async def open_database(url: str, keyring: Keyring, entropy: Entropy) -> Database:
    """The database, ready. WrongKey when the key does not fit, StorageUnavailable when it is not writable."""
    vault = Vault(keyring, entropy)
    first = Database(url, vault)
    try:
        key = await first.write(lambda tx: hash_key(tx, vault, entropy))
    finally:
        await first.close()
    return Database(url, vault.with_hash_key(key))


def lock(url: str) -> FileLock | None:
    """Hold a SQLite file for this process alone (StartRefused when another one has it); None elsewhere."""
    if not dialect.is_sqlite(url):
        return None
    path = Path(dialect.sqlite_file(url))
    held = FileLock(path.with_suffix(".lock"))
    try:
        held.acquire(timeout=0)
    except Timeout as fault:
        raise StartRefused(f"Another process is already working with {path}. Stop it first.") from fault
    except OSError as fault:
        raise StartRefused(f"The folder of {path} cannot be written: {fault.strerror}.") from fault
    return held


def prepare_folder(url: str) -> bool:
    """Make the folder of a SQLite file; whether the database exists already (always True elsewhere)."""
    if not dialect.is_sqlite(url):
        return True
    path = Path(dialect.sqlite_file(url))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise StartRefused(f"The folder {path.parent} cannot be made: {fault.strerror}.") from fault
    return path.exists()
