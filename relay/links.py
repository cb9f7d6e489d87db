"""Link buttons as people type them: one a line, what stands on it and where it leads."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from domain.errors import Refusal
from domain.messages import Button

MOST: Final = 3
LABEL_LENGTH: Final = 34
"""Characters that a small phone shows on a button."""

_LINE: Final = re.compile(r"^(.+?)\s*[|–—]\s*(\S+)$")
_HOST: Final = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+", re.ASCII)
_UNSEEN: Final = re.compile(
    r"[\u0000-\u0009\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""What a copied address drags along unseen: with it the link leads nowhere."""

_LONGEST: Final = 2048
_PORTS: Final = range(1, 65536)


def read(text: str) -> Sequence[Button]:
    """The buttons of `label | https://example.org` lines; Refusal with advice when a line is none."""
    seen = (_UNSEEN.sub("", line).strip() for line in text.splitlines())
    lines = [line for line in seen if line]
    if not 1 <= len(lines) <= MOST:
        raise Refusal("form-links-too-many", limit=MOST)
    return [_button(line) for line in lines]


def to_answer(buttons: Sequence[Button]) -> str:
    """The same as an answer that `of_answer` reads."""
    return "\n".join(f"{button.text} | {button.url}" for button in buttons)


def of_answer(answer: str) -> Sequence[Button]:
    """The buttons of an answer; none when it was passed over."""
    return read(answer) if answer else []


def _button(line: str) -> Button:
    found = _LINE.match(line)
    label, url = (" ".join(found[1].split()), _address(found[2])) if found else ("", None)
    if url is None or len(label) > LABEL_LENGTH or not any(sign.isalnum() for sign in label):
        raise Refusal("form-link-unreadable")
    return Button(label, url=url)


def _address(typed: str) -> str | None:
    """An address of the web or of Telegram; None for anything else, and for what hides where it leads."""
    url = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(url)
        known = parts.port is None or parts.port in _PORTS
    except ValueError:
        return None
    safe = parts.scheme in ("http", "https") and "@" not in parts.netloc and len(url) <= _LONGEST
    return url if safe and known and _HOST.fullmatch(parts.hostname or "") else None
