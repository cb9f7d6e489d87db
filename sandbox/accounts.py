"""People and bots as Telegram knows them."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True)
class Account:
    """One account; `language_code` is what its client reports, empty for bots.

    A deleted account keeps its name here, so that a reader of the desk knows whose it was.
    """

    id: int
    first_name: str
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    deleted: bool = False

    @property
    def user(self) -> Json:
        """The account as a Bot API `User`."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


#: Telegram's own account, the author of automatic forwards into discussion groups.
TELEGRAM = Account(777000, "Telegram")
