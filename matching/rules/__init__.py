"""The rules of spelling as tables: one line a rule, each with an example and a source, read once.

A table is tab-separated text: lines that begin with `#` explain it, the first other line names the columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

NOTHING: Final = "-"
"""What a cell says when a letter has no sound."""


class RuleError(ValueError):
    """A table that cannot be used; the text names the file, the line and what to change."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a table: where it stands (`letters.tsv:41`), and its cells by column."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def number(self, column: str) -> float:
        """Give a cell that is a number; RuleError when it is none."""
        try:
            return float(self.cells[column])
        except ValueError as fault:
            raise RuleError(f"{self.place}: {column} must be a number such as 0.35") from fault


def read(table: str, *columns: str) -> tuple[Rule, ...]:
    """Give the rules of one table of this folder; RuleError unless every line has exactly these columns."""
    text = (files(__name__) / table).read_text(encoding="utf-8")
    return parse(table, text, columns)


def parse(table: str, text: str, columns: tuple[str, ...]) -> tuple[Rule, ...]:
    """Give the rules in the text of a table; RuleError for a wrong heading, an empty or a missing cell."""
    lines = [
        (number, line.split("\t"))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines or tuple(lines[0][1]) != columns:
        place = f"{table}:{lines[0][0] if lines else 1}"
        raise RuleError(f"{place}: the columns must be {', '.join(columns)}, with tabs between them")
    return tuple(_rule(f"{table}:{number}", cells, columns) for number, cells in lines[1:])


def mapping(rules: Iterable[Rule], column: str, value: str) -> dict[str, str]:
    """Give one column by another; RuleError when two rules say different things of the same letters."""
    found: dict[str, Rule] = {}
    for rule in rules:
        known = found.setdefault(rule[column], rule)
        if known[value] != rule[value]:
            raise RuleError(
                f"{rule.place}: {rule[column]} is {rule[value]} here and {known[value]} at {known.place}"
            )
    return {key: rule[value] for key, rule in found.items()}


def _rule(place: str, cells: list[str], columns: tuple[str, ...]) -> Rule:
    if len(cells) != len(columns):
        raise RuleError(f"{place}: {len(cells)} cells instead of {len(columns)} ({', '.join(columns)})")
    for column, cell in zip(columns, cells, strict=True):
        if not cell.strip() or cell != cell.strip():
            raise RuleError(f"{place}: {column} is empty or has spaces around it: {cell!r}")
    return Rule(place, dict(zip(columns, cells, strict=True)))


LETTERS: Final = read("letters.tsv", "language", "alphabet", "written", "sound", "example", "source")
EXCHANGES: Final = read("exchanges.tsv", "letters", "cost", "example", "source")
ALONE: Final = read("alone.tsv", "letter", "cost", "example", "source")
LOOK_ALIKES: Final = read("look_alikes.tsv", "latin", "cyrillic", "read", "example", "source")
PATRONYMICS: Final = read("patronymics.tsv", "language", "form", "written", "child", "example", "source")
SURNAME_ENDINGS: Final = read(
    "surname_endings.tsv", "ending", "sex", "masculine", "kind", "example", "source"
)
NAME_ENDINGS: Final = read("name_endings.tsv", "language", "ending", "example", "source")
TALK: Final = read("talk.tsv", "language", "kind", "word", "meaning", "source")
SHORT_FORMS: Final = read("short_forms.tsv", "language", "full", "short", "source")
SAME_NAMES: Final = read("same_names.tsv", "names", "languages", "source")
SHARED_ENDINGS: Final = read("shared_endings.tsv", "language", "ending", "example", "source")
