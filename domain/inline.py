"""What an inline query is answered with: cards to choose from and a door to the bot."""

from dataclasses import dataclass

from domain.messages import Content


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list. `id` has 1-64 bytes and is the only one of its kind in an answer.

    `content` is the message it becomes in whatever chat; its buttons are links, since a tap there would not
    tell the chat.
    """

    id: str
    title: str
    description: str
    content: Content


@dataclass(frozen=True, slots=True)
class Door:
    """The button above the list: it opens the bot in private and sends `/start` with `start`.

    `start` is 1-64 of `A-Za-z0-9_-`.
    """

    text: str
    start: str


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """At most 50 choices (answerInlineQuery) below a door."""

    door: Door
    choices: tuple[Choice, ...] = ()
