"""Identifiers made by the application itself, so that any database can hold them."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Entropy: TypeAlias = Callable[[int], bytes]
"""`entropy(n)` gives n random bytes; `secrets.token_bytes` in life, a seeded source in tests."""

CODE_ALPHABET = "23456789CDFGHJKMNPQRTVWX"
"""No vowels (no accidental words), no 0/O, 1/I/L, S/5, B/8: a code is read aloud at a border post."""

CODE_LENGTH = 5

_COUNTER_BITS = 12
_TAIL_BITS = 62


class Ids:
    """Makes UUIDs version 7 (RFC 9562, counter in `rand_a`): each sorts after all that came before it."""

    def __init__(self, entropy: Entropy) -> None:
        self.entropy = entropy
        self._last = 0

    def next(self, now: datetime) -> str:
        """A new id, 32 hexadecimal characters."""
        tick = int(now.timestamp() * 1000) << _COUNTER_BITS
        self._last = max(tick, self._last + 1)
        millis, counter = self._last >> _COUNTER_BITS, self._last & (1 << _COUNTER_BITS) - 1
        tail = int.from_bytes(self.entropy(8), "big") & (1 << _TAIL_BITS) - 1
        return f"{millis << 80 | 0x7 << 76 | counter << 64 | 0b10 << _TAIL_BITS | tail:032x}"


def new_code(entropy: Entropy) -> str:
    """A short public code of a report, such as `K7M4Q`. Not unique by itself: the caller checks."""
    noise = int.from_bytes(entropy(8), "big")
    letters = []
    for _ in range(CODE_LENGTH):
        noise, index = divmod(noise, len(CODE_ALPHABET))
        letters.append(CODE_ALPHABET[index])
    return "".join(letters)


def new_digits(entropy: Entropy, length: int) -> str:
    """A random number of so many digits, zeros in front included."""
    return str(int.from_bytes(entropy(16), "big") % 10**length).zfill(length)


def read_code(text: str) -> str | None:
    """The code a person typed, tidied (`k7m-4q` is `K7M4Q`), or None when it cannot be one."""
    code = "".join(letter for letter in text.upper() if letter not in " -#")
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET) else None
