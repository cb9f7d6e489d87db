"""What `docs/operations.md` tells of names' likeness is so."""

import re
from pathlib import Path

import pytest

from config.settings import Settings
from matching.search import score

OPERATIONS = Path(__file__).resolve().parents[2] / "docs" / "operations.md"

ROW = re.compile(r"^\| ([^|`]+) \| ([^|`]+) \| ([01]\.\d\d) \| (told|asked|shown|nothing) \|$", re.MULTILINE)
"""A row of the table of likeness: two names, their score, what is done from it."""

ROWS = ROW.findall(OPERATIONS.read_text(encoding="utf-8"))


def done_from(value: float) -> str:
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    if value >= defaults["search_notify"]:
        return "told"
    if value >= defaults["search_ask"]:
        return "asked"
    return "shown" if value >= defaults["search_show"] else "nothing"


def test_the_table_shows_everything_that_may_be_done() -> None:
    assert {done for *_, done in ROWS} == {"told", "asked", "shown", "nothing"}


@pytest.mark.parametrize(("one", "other", "told", "done"), ROWS)
def test_the_names_have_the_score_that_is_told(one: str, other: str, told: str, done: str) -> None:
    value = score(one, other)
    assert f"{value:.2f}" == told
    assert done_from(value) == done
