"""Regressions: names that were once missed or wrongly joined, as a table with reasons."""

from pathlib import Path

import pytest

from matching.search import NOTIFY, SHOW, score

LINES = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("misses.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
VERDICTS = {
    "told": lambda value: value >= NOTIFY,
    "shown": lambda value: value >= SHOW,
    "not told": lambda value: value < NOTIFY,
    "not shown": lambda value: value < SHOW,
}


@pytest.mark.parametrize(("one", "two", "verdict", "reason"), LINES)
def test_a_past_miss_stays_mended(one: str, two: str, verdict: str, reason: str) -> None:
    value = score(one, two)
    assert VERDICTS[verdict](value), f"{value:.2f}: {reason}"
