"""Links that people want to be sure of: which of them lead to us, and to what. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qs, urlsplit

from domain.ids import read_code
from domain.messages import PUBLIC_CHAT, chat
from domain.policy import Policy

_TELEGRAM: Final = ("t.me", "telegram.me", "telegram.dog")
"""Hosts of Telegram's own links (core.telegram.org/api/links)."""

_PRIVATE: Final = "c"
_PREVIEW: Final = "s"
"""First parts of links: to a message of a chat by its number, to a channel's preview in the web."""

_CHANNEL_NUMBER: Final = "-100"
"""What the Bot API puts before the number that stands in such a link."""

_MOST_DIGITS: Final = 9
"""Of a message's number: the Bot API tells it as an Integer, of 32 bits."""

_AROUND: Final = "<>()[]«»\"'“”.,;:!\u200b\u200e\u200f\u2060\ufeff" + "".join(map(chr, range(0x202A, 0x202F)))
"""What stands around a link in words, also the signs of direction that a copied text carries unseen."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: to what has a code, to a message of a channel of ours, or elsewhere.

    `is_told`: it is certain where it leads. A channel's name tells nothing while only its number is known.
    """

    code: str | None = None
    channel: str = ""
    message: int = 0
    is_told: bool = True

    @property
    def is_ours(self) -> bool:
        """Whether it leads to us."""
        return self.code is not None or self.channel != ""


def links_in(policy: Policy, text: str) -> Iterator[Link]:
    """The links that stand in a text, in their order."""
    for word in text.split():
        address = word.strip(_AROUND)
        if "/" in address.strip("/"):
            yield _read(policy, address)


def _read(policy: Policy, address: str) -> Link:
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return Link()
    if parts.scheme == "tg":
        return _telegrams_own(policy, host, _values(parts))
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return Link()
    if host in _TELEGRAM:
        return _telegram(policy, [each for each in parts.path.split("/") if each], _values(parts))
    return _page(policy, parts, port)


def _telegram(policy: Policy, path: Sequence[str], values: dict[str, str]) -> Link:
    """`t.me/bot?start=…`, `t.me/channel/12`, `t.me/c/1234567/12`."""
    shown = path[1:] if path and path[0] == _PREVIEW else path
    match shown:
        case [name]:
            return _bot(policy, name, values)
        case [kind, number, *_, message] if kind == _PRIVATE:
            return _post(policy, f"{_CHANNEL_NUMBER}{number}", message)
        case [name, message]:
            return _post(policy, f"@{name}", message)
        case _:
            return Link()


def _telegrams_own(policy: Policy, what: str, values: dict[str, str]) -> Link:
    """`tg://resolve?domain=bot&start=…`, `tg://resolve?domain=channel&post=12`, `tg://privatepost?…`."""
    if what == "privatepost":
        return _post(policy, f"{_CHANNEL_NUMBER}{values.get('channel', '')}", values.get("post", ""))
    if what == "resolve" and "post" in values:
        return _post(policy, f"@{values.get('domain', '')}", values["post"])
    return _bot(policy, values.get("domain", ""), values) if what == "resolve" else Link()


def _bot(policy: Policy, name: str, values: dict[str, str]) -> Link:
    """What `/start check_K7M4Q` or any other start with a code is about."""
    if name.casefold() != policy.bot_username.casefold():
        return Link()
    return Link(code=read_code(values.get("start", "").rpartition("_")[2]))


def _post(policy: Policy, name: str, message: str) -> Link:
    if not (message.isascii() and message.isdecimal() and len(message) <= _MOST_DIGITS):
        return Link()
    asked = chat(name).casefold()
    for each in policy.channels:
        if each.recipient.casefold() == asked:
            return Link(channel=each.recipient, message=int(message))
    written_otherwise = any(name.startswith("@") != _is_named(each.recipient) for each in policy.channels)
    return Link(is_told=not written_otherwise)


def _is_named(recipient: str) -> bool:
    return recipient.removeprefix(PUBLIC_CHAT).startswith("@")


def _page(policy: Policy, parts: SplitResult, port: int | None) -> Link:
    """An appeal's public page, in whatever language."""
    if policy.pages_url is None:
        return Link()
    pages = urlsplit(policy.pages_url)
    is_ours = (parts.hostname, port) == (pages.hostname, pages.port)
    if not (is_ours and parts.path.startswith(f"{pages.path}/")):
        return Link()
    return Link(code=read_code(parts.path.removeprefix(f"{pages.path}/").partition("/")[0]))


def _values(parts: SplitResult) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(parts.query).items()}
