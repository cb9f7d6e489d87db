"""The tables of texts beside the tests: what a reader must recognise, and what only looks like it."""

import csv
from collections.abc import Sequence
from pathlib import Path


def rows(name: str) -> Sequence[dict[str, str]]:
    """The rows of a table in this folder."""
    with (Path(__file__).parent / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def texts(name: str, column: str, expected: str) -> list[str]:
    """The texts of a table that say `expected` in a column."""
    return [row["text"] for row in rows(name) if row[column] == expected]
