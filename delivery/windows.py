"""How often one chat may get something: exact counts of its last seconds, forgotten when they are over."""

from collections import OrderedDict, deque
from typing import Final, TypeAlias

Chat: TypeAlias = int | str
"""A chat as Telegram names it: people are positive numbers, groups and channels negative ones or `@name`."""

MARGIN: Final = 0.05
"""Seconds by which a window is longer than Telegram's: a call may travel faster than the one before it."""

MINUTE: Final = 60.0


def is_public(chat: Chat) -> bool:
    """Whether it is a group or a channel."""
    return isinstance(chat, str) or chat < 0


class _Window:
    """The last calls to chats of one kind. `rules`: at most so many calls within so many seconds."""

    def __init__(self, *rules: tuple[int, float]) -> None:
        self._rules = [(count, seconds + MARGIN) for count, seconds in rules if count]
        self._most = max((count for count, _ in self._rules), default=0)
        self._longest = max((seconds for _, seconds in self._rules), default=0.0)
        self._moments: OrderedDict[Chat, deque[float]] = OrderedDict()  # whoever got something last is last
        self._rests: dict[Chat, float] = {}  # until when; only chats that `_moments` has

    def take(self, chat: Chat, now: float) -> None:
        """Count a call."""
        moments = self._moments.setdefault(chat, deque(maxlen=self._most))
        moments.append(now)
        self._moments.move_to_end(chat)
        self._rest(chat, moments)
        self._forget(now)

    def put_back(self, chat: Chat) -> None:
        """Uncount the last call."""
        if moments := self._moments.get(chat):
            moments.pop()
            self._rest(chat, moments)

    def free_at(self, chat: Chat) -> float:
        """The moment from which the chat may get the next one, in the past or to come."""
        return self._rests.get(chat, 0.0)

    def resting(self, now: float) -> list[Chat]:
        """The chats that may get nothing just now."""
        self._rests = {chat: end for chat, end in self._rests.items() if end > now}
        return list(self._rests)

    def count(self, chat: Chat, now: float) -> int:
        """How many calls the longest rule still counts."""
        return sum(moment + self._longest > now for moment in self._moments.get(chat, ()))

    def _rest(self, chat: Chat, moments: deque[float]) -> None:
        ends = [moments[-count] + seconds for count, seconds in self._rules if len(moments) >= count]
        if ends:
            self._rests[chat] = max(ends)
        else:
            self._rests.pop(chat, None)

    def _forget(self, now: float) -> None:
        while self._moments:
            chat, moments = next(iter(self._moments.items()))
            if moments and moments[-1] + self._longest > now:
                return
            del self._moments[chat]
            self._rests.pop(chat, None)


class Windows:
    """What chats got lately, and which of them rest. Moments are monotonic seconds.

    A person gets at most `chat_burst` calls within as many seconds, a group or channel `per_group_minute`
    within a minute and one a second. 0 stands for no limit.
    """

    def __init__(self, chat_burst: int, per_group_minute: int) -> None:
        self._people = _Window((chat_burst, chat_burst))
        self._public = _Window((per_group_minute, MINUTE), (min(per_group_minute, 1), 1))
        self._refused: dict[Chat, float] = {}

    def take(self, chat: Chat, now: float) -> None:
        """Count a call to this chat."""
        self._of(chat).take(chat, now)

    def put_back(self, chat: Chat) -> None:
        """Uncount the last call to this chat: it was not made."""
        self._of(chat).put_back(chat)

    def refuse(self, chat: Chat, now: float, seconds: float) -> None:
        """Telegram wants nothing for this chat for so long."""
        until = max(now + seconds, self._refused.get(chat, 0.0))
        self._refused = {other: end for other, end in self._refused.items() if end > now}
        self._refused[chat] = until

    def free_at(self, chat: Chat) -> float:
        """The moment from which this chat may get something, in the past or to come."""
        return max(self._of(chat).free_at(chat), self._refused.get(chat, 0.0))

    def resting(self, now: float) -> list[Chat]:
        """The chats that may get nothing just now."""
        refused = [chat for chat, end in self._refused.items() if end > now]
        full = self._people.resting(now) + self._public.resting(now)
        return list(dict.fromkeys([*full, *refused]))

    def explain(self, chat: Chat, now: float) -> bool:
        """Whether a refusal may be about this chat alone: it is public, or just got more than this call."""
        return is_public(chat) or self._people.count(chat, now) > 1

    def _of(self, chat: Chat) -> _Window:
        return self._public if is_public(chat) else self._people
