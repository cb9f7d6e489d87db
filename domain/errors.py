"""Refusals: the expected "no" that a person is told, named by a text id."""


class Refusal(Exception):  # noqa: N818 - the product's word: a refusal is an answer, not an error
    """A use case says no. `text_id` names the text, `values` fill its variables."""

    def __init__(self, text_id: str, **values: str | int) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.values = values


class StorageUnavailable(Exception):  # noqa: N818 - reads as the state it is
    """The database cannot be written now (disk full, read-only, busy for too long). Nothing was changed."""


class StartRefused(Exception):  # noqa: N818 - reads as what happened
    """The process must not start as configured; the message tells the operator what to do."""


class FileTooLarge(Exception):  # noqa: N818 - reads as what is the matter
    """A file is larger than a bot may fetch from Telegram: 20 MB (core.telegram.org/bots/api#getfile)."""


class FileGone(Exception):  # noqa: N818 - reads as what happened
    """Telegram does not know a file any more, or never did: it has to be sent again."""


class FileOutOfReach(Exception):  # noqa: N818 - reads as the state it is
    """Telegram cannot be asked for a file just now; later it can."""
