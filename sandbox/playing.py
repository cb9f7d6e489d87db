"""Playing the story: each step acts through the world, as a person at the page would."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from fnmatch import fnmatchcase

from sandbox.accounts import Json
from sandbox.passing import Passing
from sandbox.refusals import SandboxRefusal
from sandbox.story import ROLES, STORY, Action, Says, SaysDigits, Sends, Step, Taps, Winds
from sandbox.world import World

_SIX_DIGITS = re.compile(r"\b\d{6}\b")

Settle = Callable[[], Awaitable[None]]


class Player:
    """Where the story stands, and its next step.

    `casts` maps roles and `channel`, `moderators` to ids. A part whose phone has already been used is given
    to a fresh person of the same name, so that the story begins anew however the desk was played with.
    """

    def __init__(
        self,
        world: World,
        settle: Settle,
        passing: Passing,
        casts: Mapping[str, int],
        steps: Sequence[Step] = STORY,
    ) -> None:
        self._world = world
        self._settle = settle
        self._passing = passing
        self._casts = dict(casts)
        self._steps = steps
        self._at: int | None = None
        self._left: list[Action] = []
        self._problem: str | None = None
        self._busy = False
        self._telling = 0

    async def move(self, move: str) -> None:
        """`start`, `next` or `stop`; `next` while a step is being played does nothing.

        Stopping or starting anew ends the step that is being played. Raises SandboxRefusal in free play.
        """
        if move == "next" and self._at is None:
            raise SandboxRefusal("no story is being told: press “Show me” to begin one")
        if move == "next" and self._busy:
            return
        if move != "next":
            self._close()
        if move == "start":
            self._recast()
        if move != "stop":
            await self._tell()
        self._world.changed("world")

    def view(self) -> Json | None:
        """The step as JSON, or None in free play; `pane` is the id of the person or chat to look at."""
        if self._at is None:
            return None
        step = self._steps[self._at]
        return {
            "step": self._at + 1,
            "steps": len(self._steps),
            "caption": step.caption,
            "pane": self._casts[step.who],
            "last": self._at == len(self._steps) - 1 and self._problem is None,
            "problem": self._problem,
        }

    def _close(self) -> None:
        self._telling += 1
        self._at, self._left, self._problem, self._busy = None, [], None, False

    async def _tell(self) -> None:
        """Play the next step, or what is left of one that had a problem."""
        if self._problem is None:
            self._turn_page()
        telling, self._busy = self._telling, True
        try:
            await self._play(telling)
        finally:
            if telling == self._telling:
                self._busy = False

    def _turn_page(self) -> None:
        at = 0 if self._at is None else min(self._at + 1, len(self._steps) - 1)
        self._at, self._left = at, list(self._steps[at].actions)
        self._world.changed("world")

    async def _play(self, telling: int) -> None:
        """Do what is left of the step; what cannot be done stays and is tried again by the next call."""
        self._problem = None
        while self._left:
            try:
                self._act(self._actor(), self._left[0])
            except SandboxRefusal as refusal:
                self._problem = f"This step cannot be played now: {refusal}."
                return
            if isinstance(self._left.pop(0), Winds):
                await self._passing.over()
            await self._settle()
            if telling != self._telling:
                return

    def _actor(self) -> int:
        return self._casts[self._steps[self._at or 0].who]

    def _act(self, person: int, action: Action) -> None:
        if self._world.net_down or self._world.flood_seconds:
            raise SandboxRefusal("the bot cannot answer while “Net down” or “Flood” is on")
        match action:
            case Says(text):
                self._world.send_text(person, person, text)
            case Taps(data):
                message, button = self._button(person, data)
                self._world.tap(person, person, message, button)
            case Sends(latitude, longitude):
                self._world.send_location(person, person, latitude, longitude)
            case SaysDigits(role):
                self._world.send_text(person, person, self._digits(role))
            case _:
                self._passing.begin(timedelta(hours=action.hours))

    def _button(self, person: int, pattern: str) -> tuple[int, str]:
        """The newest button whose data fits: message id and data; SandboxRefusal tells the ones there are."""
        chat = self._world.chats.get(person)
        mine = [message for message in chat.newest_first if message.from_bot] if chat else []
        there = [
            (message.id, button["callback_data"])
            for message in mine
            for button in message.buttons
            if "callback_data" in button
        ]
        for message, data in there:
            if fnmatchcase(data, pattern):
                return message, data
        named = ", ".join(data for _, data in there[:12]) or "none"
        raise SandboxRefusal(f"the bot shows no button {pattern} (there are: {named})")

    def _digits(self, role: str) -> str:
        """The newest six digits that the bot has shown to a role."""
        chat = self._world.chats.get(self._casts[role])
        for message in chat.newest_first if chat else ():
            found = _SIX_DIGITS.search(message.text)
            if found and message.from_bot:
                return found[0]
        raise SandboxRefusal(f"the bot has shown no code to the {role} yet")

    def _recast(self) -> None:
        for role in ROLES:
            known = self._casts.get(role.name)
            chat = self._world.chats.get(known) if known is not None else None
            if known is None or self._world.deactivated(known) or (chat and chat.messages):
                self._casts[role.name] = self._world.add_person(role.first_name, role.language).id

    @property
    def casts(self) -> Mapping[str, int]:
        """Who plays now, with the channel and the moderators' chat."""
        return self._casts
