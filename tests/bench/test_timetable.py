"""The benchmark of the clock: what is measured is a digest, and everything that was to be shown is due."""

from pathlib import Path

from bench import timetable
from bench.timetable import Cost


async def test_each_tick_is_told(tmp_path: Path) -> None:
    costs: list[Cost] = []
    await timetable.measure(f"sqlite+aiosqlite:///{tmp_path / 'tabyldy.db'}", tmp_path, 45, costs.append)
    assert [cost.tick for cost in costs] == [
        "first digest", "moving on", "nothing due", "digest", "moving on", "digest", "moving on",
        "digest, traced", "Sunday",
    ]  # fmt: skip
    assert all(cost.seconds > 0 for cost in costs)
    assert [cost.megabytes is not None for cost in costs].count(True) == 1


def test_a_cost_is_read_at_a_glance() -> None:
    assert timetable.as_text(Cost("digest", 0.0804, 0.0796)).split() == ["digest", "0.080", "0.080"]
    assert timetable.as_text(Cost("traced", 0.1, 0.1, 0.25)).split() == ["traced", "0.100", "0.100", "0.2"]
