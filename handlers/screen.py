"""What a handler gives back: the screen a person is to see next."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.forms import Draft
from domain.inline import InlineAnswer
from domain.messages import Content


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: a message, a toast over the tapped button, or both.

    `in_place` replaces the tapped message instead of adding one; a message added `closes` the buttons of the
    tapped one. `draft` is the form whose question the screen shows, so that its buttons can be closed when
    the next question comes. `more` follows as further messages. `acknowledged`: the person's own message gets
    a small sign that it was passed on.
    """

    content: Content | None = None
    toast: str | None = None
    in_place: bool = True
    closes: bool = True
    draft: Draft | None = None
    more: tuple[Content, ...] = ()
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class InlineScreen:
    """The list above the text field of whoever types behind the bot's name.

    `committed` is called once the effects are in the database: for what is remembered in memory alone.
    """

    answer: InlineAnswer
    committed: Callable[[], None] | None = None
