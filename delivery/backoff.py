"""How long to wait before the next attempt."""

from datetime import timedelta

FIRST = 1.0  # seconds
LONGEST = 300.0
DOUBLINGS = 16  # more change nothing, and after days without a net they would overflow


def pause(attempts: int, chance: float) -> timedelta:
    """The wait after `attempts` failures: doubling from 1 s to 5 min, spread by `chance` in 0-1."""
    doublings = min(max(attempts - 1, 0), DOUBLINGS)
    wait = min(FIRST * 2.0**doublings, LONGEST)
    return timedelta(seconds=wait * (0.75 + chance / 2))
