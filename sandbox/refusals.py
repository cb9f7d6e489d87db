"""The three ways the emulator says no: to the bot, to a person, and by silence."""

from dataclasses import dataclass


class SandboxRefusal(Exception):  # noqa: N818 - a refusal is an expected "no", shown to the person who acted
    """A person tried what a Telegram client would not let them do; the text says why."""


class NetDown(Exception):  # noqa: N818 - named for the state of the wire, which is not an answer
    """The network is switched off: the request got no answer."""


@dataclass
class ApiRefusal(Exception):  # noqa: N818 - the Bot API answered, and the answer is no
    """An unsuccessful Bot API answer: HTTP status, description as the real API writes it."""

    status: int
    description: str
    retry_after: int | None = None


def bad_request(reason: str) -> ApiRefusal:
    """A 400; the real server writes the first letter small unless the text is an upper-case code."""
    if len(reason) > 1 and reason[0].isupper() and not reason[1].isupper() and reason[1] != "_":
        reason = reason[0].lower() + reason[1:]
    return ApiRefusal(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiRefusal:
    """A 403: the bot may not write there."""
    return ApiRefusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiRefusal:
    """A 409: webhook and polling, or two pollers, exclude one another."""
    return ApiRefusal(409, f"Conflict: {reason}")


def too_many(seconds: int) -> ApiRefusal:
    """A 429 with the seconds to wait."""
    return ApiRefusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
