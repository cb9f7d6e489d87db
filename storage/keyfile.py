"""The data key's own file: made once, readable by its owner only, never inside the database."""

import os
from pathlib import Path

from domain.errors import StartRefused
from domain.ids import Entropy
from storage.encryption import Keyring, new_key


def keyring(data_key: str, key_file: Path, entropy: Entropy, *, make: bool) -> Keyring:
    """The keys from the setting if given, else from the file; with `make` a missing file is created (0600).

    StartRefused when the keys are malformed, when the file is missing and must not be made, or when it
    cannot be read or written.
    """
    if data_key:
        return Keyring.read(data_key)
    if not key_file.exists() and not make:
        raise StartRefused(
            f"The key file {key_file} is missing, but the database exists. "
            "Restore the file you saved: without it the personal data cannot be read."
        )
    try:
        if not key_file.exists():
            write(key_file, [new_key(entropy)])
        return Keyring.read(key_file.read_text(errors="replace"))
    except OSError as fault:
        raise StartRefused(f"The key file {key_file} cannot be used: {fault.strerror}.") from fault


def write(key_file: Path, keys: list[str]) -> None:
    """Replace the key file at once and durably (mode 0600), the key in use first."""
    key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = key_file.with_suffix(".new")
    fresh.unlink(missing_ok=True)  # an interrupted write's, with whatever mode it has
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write("\n".join(keys) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(key_file)
    _settle(key_file.parent)


def _settle(folder: Path) -> None:
    """Make a file's new name survive a power cut: values sealed with a lost key would be lost too."""
    if os.name == "nt":  # Windows opens no folders, and needs no such call
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
