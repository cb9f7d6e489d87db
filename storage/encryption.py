"""Secrets at rest: AES-GCM values bound to their row, keyed hashes, and the ring of keys that opens them.

A sealed value is `key id (4 bytes) | nonce (12) | ciphertext and tag`. The place it belongs to
(`table.column.row`) is authenticated with it, so a value copied into another row does not open.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.errors import StartRefused
from domain.ids import Entropy

KEY_BYTES = 32
NONCE_BYTES = 12  # NIST SP 800-38D: 96 bits
KEY_ID_BYTES = 4
NAME_KEY_BYTES = 8  # 64 bits: no accidental collisions among millions, too short to store a name's own hash


class WrongKey(StartRefused):
    """None of the keys given opens a sealed value."""


def new_key(entropy: Entropy) -> str:
    """A fresh data key in the form that settings and key files hold: 44 characters of base64."""
    return base64.urlsafe_b64encode(entropy(KEY_BYTES)).decode()


@dataclass(frozen=True)
class Keyring:
    """The data keys known, the first of which seals; the others only open what they once sealed."""

    keys: tuple[bytes, ...]

    @classmethod
    def read(cls, text: str) -> "Keyring":
        """Keys in base64, separated by spaces, commas or lines; StartRefused with advice when malformed."""
        words = text.replace(",", " ").split()
        try:
            keys = tuple(base64.b64decode(word, altchars=b"-_", validate=True) for word in words)
        except ValueError:  # not base64, or letters of another alphabet
            keys = ()
        if not keys or any(len(key) != KEY_BYTES for key in keys):
            raise StartRefused(
                "The data key is not valid: it must be 32 bytes in base64 (44 characters). "
                "Leave DATA_KEY empty to have one made in DATA_KEY_FILE, or restore the key you saved."
            )
        return cls(keys)

    def by_id(self, key_id: bytes) -> bytes:
        """The key that sealed a value; WrongKey when it is not on the ring."""
        for key in self.keys:
            if key_identity(key) == key_id:
                return key
        raise WrongKey(
            "The data key does not open this database. Restore the key it was written with "
            "(DATA_KEY or DATA_KEY_FILE); nothing was changed."
        )


def key_identity(key: bytes) -> bytes:
    """The public name of a key: the first 4 bytes of its SHA-256."""
    return hashlib.sha256(key).digest()[:KEY_ID_BYTES]


class Vault:
    """Seals and opens personal fields, and hashes what must be found again without being readable.

    `hash_key` is 32 random bytes kept sealed in the database, so that rotation of the data key leaves
    every hash as it is.
    """

    def __init__(self, keyring: Keyring, entropy: Entropy, hash_key: bytes = b"") -> None:
        self._keyring = keyring
        self._entropy = entropy
        self._hash_key = hash_key

    def with_hash_key(self, hash_key: bytes) -> "Vault":
        """The same vault, able to hash."""
        return Vault(self._keyring, self._entropy, hash_key)

    def seal(self, text: str, place: str) -> bytes:
        """Encrypt `text` for `place` (`table.column.row id`)."""
        key = self._keyring.keys[0]
        nonce = self._entropy(NONCE_BYTES)
        return key_identity(key) + nonce + AESGCM(key).encrypt(nonce, text.encode(), place.encode())

    def open(self, value: bytes, place: str) -> str:
        """Decrypt what `seal` made for the same place; WrongKey when no key on the ring opens it."""
        key = self._keyring.by_id(value[:KEY_ID_BYTES])
        nonce, body = value[KEY_ID_BYTES : KEY_ID_BYTES + NONCE_BYTES], value[KEY_ID_BYTES + NONCE_BYTES :]
        try:
            return AESGCM(key).decrypt(nonce, body, place.encode()).decode()
        except InvalidTag as fault:
            raise WrongKey(f"A sealed value in {place.rsplit('.', 1)[0]} was altered or moved.") from fault

    def is_current(self, value: bytes) -> bool:
        """Whether a value was sealed with the key in use."""
        return value[:KEY_ID_BYTES] == key_identity(self._keyring.keys[0])

    def digest(self, purpose: str, text: str) -> bytes:
        """A keyed hash (HMAC-SHA256, 32 bytes) of `text`, different for every purpose."""
        return hmac.digest(self._hash_key, f"{purpose}\0{text}".encode(), "sha256")

    def name_digest(self, key: str) -> bytes:
        """The keyed hash of one search key of a name."""
        return self.digest("name", key)[:NAME_KEY_BYTES]
