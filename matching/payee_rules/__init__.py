"""How the numbers that money is sent to are written and checked, one kind a module, and their tables."""

from importlib.resources import files

from matching import rules


def table(name: str, *columns: str) -> tuple[rules.Rule, ...]:
    """Give the lines of one table of this folder; RuleError names the line that cannot be used."""
    return rules.parse(name, (files(__name__) / name).read_text(encoding="utf-8"), columns)
