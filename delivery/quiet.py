"""The silence that Telegram asked of the whole bot, and the one call that tries whether it is over."""

from typing import Final

PROBE_PATIENCE: Final = 10.0
"""Seconds until another call may try: the answer to the first was lost. Longer than any answer takes."""


class Quiet:
    """Flowing; silent until a moment; then one call, the probe, goes ahead and others wait for its answer.

    Moments are monotonic seconds.
    """

    def __init__(self) -> None:
        self._until: float | None = None
        self._probe_sent: float | None = None

    @property
    def flowing(self) -> bool:
        """Whether nothing was refused, or a probe was accepted since."""
        return self._until is None

    @property
    def probing(self) -> bool:
        """Whether the silence waits for the answer to its probe."""
        return self._probe_sent is not None

    def lifts_at(self) -> float:
        """The moment from which something may leave, if no answer comes before; in the past while flowing."""
        if self._probe_sent is not None:
            return self._probe_sent + PROBE_PATIENCE
        return 0.0 if self._until is None else self._until

    def left(self, now: float) -> float:
        """The seconds of silence that are left; 0 while a probe's answer is awaited."""
        return max(0.0, (self._until or 0.0) - now)

    def fall(self, now: float, seconds: float) -> bool:
        """Be silent for so long, or for longer than before; whether a new silence began with it.

        Refusals that come while it is silent answer calls that were under way when it began: they make no
        new one, and prolong it only to the end of what they ask for themselves.
        """
        begins = self._until is None or self.probing
        self._until = max(now + seconds, self._until or 0.0)
        self._probe_sent = None
        return begins

    def send_probe(self, now: float) -> None:
        """The call that goes now is the probe."""
        self._probe_sent = now

    def take_back_probe(self) -> None:
        """The probe was not sent or told nothing: another may go."""
        self._probe_sent = None

    def end(self) -> bool:
        """Telegram accepted a call; whether the silence is over by that."""
        if not self.probing:
            return False
        self._until = self._probe_sent = None
        return True
