"""The sandbox's time: real time plus what was wound forward, or a time that stands still."""

from datetime import UTC, datetime, timedelta


class SandboxClock:
    """Aware UTC time that only moves forward.

    With a start it stands still until wound (tests); without one it runs with the real time.
    """

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError(
                "a sandbox clock starts at an aware datetime, such as datetime(2026, 3, 1, tzinfo=UTC)"
            )
        self._start = start
        self._wound = timedelta()

    @property
    def wound(self) -> timedelta:
        """How far the clock has been wound forward."""
        return self._wound

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        base = datetime.now(UTC) if self._start is None else self._start.astimezone(UTC)
        return base + self._wound

    def wind(self, step: timedelta) -> None:
        """Move time forward by a step; a negative step raises ValueError."""
        if step < timedelta():
            raise ValueError("the sandbox clock is wound forward only")
        self._wound += step
