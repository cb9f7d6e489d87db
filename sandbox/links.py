"""Links: which addresses Telegram accepts, and what a t.me link to the bot means."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_SCHEMES = {"http", "https", "tg"}
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOST = re.compile(r"(?:[^\s/?#@]+\.)+[^\s/?#@.]{2,}|\d{1,3}(?:\.\d{1,3}){3}")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class BadLinkError(ValueError):
    """The address is not one Telegram opens; the text is the server's reason."""


@dataclass(slots=True, frozen=True)
class DeepLink:
    """A link that opens a bot, with the payload of its `start` parameter (may be empty)."""

    username: str
    payload: str


def require_link(url: str) -> str:
    """The address, with http:// before a bare host; raises BadLinkError."""
    address = url.strip()
    if not address:
        raise BadLinkError("URL is empty")
    scheme = _SCHEME.match(address)
    if scheme is None or "." in scheme[1]:
        address = f"http://{address}"
    elif scheme[1].lower() not in _SCHEMES:
        raise BadLinkError("Unsupported URL protocol")
    parts = urlsplit(address)
    if parts.scheme.lower() != "tg" and not _HOST.fullmatch(parts.hostname or ""):
        raise BadLinkError("Wrong HTTP URL")
    return address


def checked_link(url: str) -> str | None:
    """The address, or None when Telegram would drop the link."""
    try:
        return require_link(url)
    except BadLinkError:
        return None


def deep_link(url: str) -> DeepLink | None:
    """The bot and payload of https://t.me/<bot>?start=… or tg://resolve?domain=…; None for others.

    A payload outside of 1-64 of A-Z a-z 0-9 _ - raises BadLinkError, as clients drop it.
    """
    parts = urlsplit(url.strip())
    query = parse_qs(parts.query)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        username = query.get("domain", [""])[0]
    elif parts.scheme in {"http", "https"} and parts.hostname in {"t.me", "telegram.me"}:
        username = parts.path.strip("/")
    else:
        return None
    if not re.fullmatch(r"\w{3,32}", username):
        return None
    payload = query.get("start", [""])[0]
    if payload and not _PAYLOAD.fullmatch(payload):
        raise BadLinkError("a start payload is 1-64 of A-Z a-z 0-9 _ -")
    return DeepLink(username, payload)
