"""A schedule and a clock of its own: time passes when a test says so, and timers come as late as it says."""

from collections.abc import Callable
from dataclasses import dataclass, field

from delivery.pace import Pace
from delivery.schedule import Schedule, Waiter
from delivery.windows import Chat, Windows
from domain.messages import Lane

PER_SECOND, CHAT_BURST, PER_GROUP_MINUTE = 30.0, 3, 20


def schedule(
    per_second: float = PER_SECOND, burst: int = CHAT_BURST, minute: int = PER_GROUP_MINUTE
) -> Schedule:
    return Schedule(Pace(per_second), Windows(burst, minute))


@dataclass
class Play:
    """`left` holds who went and when; `lateness` says by how much the next timer is late."""

    schedule: Schedule = field(default_factory=schedule)
    now: float = 1000.0
    lateness: Callable[[], float] = lambda: 0.0
    left: list[tuple[float, Waiter]] = field(default_factory=list)

    def ask(self, chat: Chat | None, lane: Lane = Lane.REPLY, most: int = 1) -> Waiter:
        waiter = Waiter(lane, chat, most)
        self.schedule.ask(waiter, self.now)
        self.release()
        return waiter

    def release(self) -> list[Waiter]:
        released = self.schedule.release(self.now)
        self.left += [(self.now, waiter) for waiter in released]
        wakes_at = self.schedule.wakes_at(self.now)
        assert wakes_at is None or wakes_at > self.now, "a timer that is due at once would never rest"
        return released

    def wait(self, seconds: float) -> None:
        """Let time pass, with a look at each moment the schedule asks for."""
        until = self.now + seconds
        while (wakes_at := self.schedule.wakes_at(self.now)) is not None and wakes_at <= until:
            self.now = wakes_at + self.lateness()
            self.release()
        self.now = max(self.now, until)

    def refuse(self, chat: Chat, seconds: float) -> None:
        self.schedule.refused(chat, seconds, self.now)
        self.release()

    def accept(self) -> None:
        self.schedule.accepted(self.now)
        self.release()

    @property
    def moments(self) -> list[float]:
        """The moment of each turn."""
        return [moment for moment, waiter in self.left for _ in range(waiter.turns)]

    @property
    def chats(self) -> list[Chat | None]:
        return [waiter.chat for _, waiter in self.left]

    @property
    def paused(self) -> float:
        return self.schedule.paused(self.now)

    @property
    def rate(self) -> float:
        return self.schedule.rate(self.now)
