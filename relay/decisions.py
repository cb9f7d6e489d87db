"""Decisions of moderators as what they do and how that is taken back."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from domain.cases import Case, Reason
from relay.work import Work

Former: TypeAlias = Mapping[str, str]
"""What an undo has to know, kept with the case. `claim …` and `case …` name what waited by its id."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """`do` gives what `undo` will have to know. Both raise Refusal when things have moved on."""

    do: Callable[[Work, Case, Reason | None], Awaitable[Former]]
    undo: Callable[[Work, Case], Awaitable[None]]
