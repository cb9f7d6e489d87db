"""What every strategy is asked to do: one text to many people, within a limit, while others say /start."""

from typing import Final, NamedTuple

TEXT: Final = "Water and warm clothes are needed at the border post today."
TOKEN: Final = "4242:bench"  # noqa: S105 - opens nothing but the bench's own server
BOT_ID: Final = 4242
USERNAME: Final = "tabyldy_bench_bot"
MODERATORS: Final = -1_000_042
"""The group of the moderators, for a strategy that has any."""

FIRST_RECIPIENT: Final = 1_000_000
FIRST_NEWCOMER: Final = 1_000_000_000


class Task(NamedTuple):
    """The port of the Telegram on this computer, messages a second, and how many recipients."""

    port: int
    limit: int
    recipients: int

    @property
    def chats(self) -> range:
        """The recipients' chats."""
        return recipients(self.recipients)

    @property
    def address(self) -> str:
        """Where Telegram is."""
        return address(self.port)


def address(port: int) -> str:
    """Where a server on this computer is."""
    return f"http://127.0.0.1:{port}"


def recipients(count: int) -> range:
    """The chats of so many recipients."""
    return range(FIRST_RECIPIENT, FIRST_RECIPIENT + count)


def is_recipient(chat: int | str) -> bool:
    """Whether a chat is of somebody the text is for, rather than of somebody new or of a group."""
    return isinstance(chat, int) and FIRST_RECIPIENT <= chat < FIRST_NEWCOMER
