"""README's table of settings and the settings themselves tell the same."""

import re
from enum import Enum
from pathlib import Path

from config.reading import DaysOpen
from config.settings import Settings
from domain.subscriptions import Quiet

README = Path(__file__).resolve().parents[2] / "README.md"

ROW = re.compile(r"^\| `([A-Z_]+)` \|([^|]*)\|", re.MULTILINE)
"""A row's setting and its default: `| `NAME` | `default` | what it is for |`."""


def rows() -> dict[str, str]:
    return {name: default.strip() for name, default in ROW.findall(README.read_text(encoding="utf-8"))}


def default_in_words(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    if isinstance(value, Quiet):
        return f"{value.start}-{value.end}"
    if isinstance(value, DaysOpen):
        return str(value.usual)
    return str(value.value) if isinstance(value, Enum) else str(value)


def test_the_readme_lists_exactly_the_settings() -> None:
    assert set(rows()) == {name.upper() for name in Settings.model_fields}


def test_the_readme_tells_the_defaults() -> None:
    for name, default in rows().items():
        value = Settings.model_fields[name.lower()].default
        if value in {None, "", ()}:
            assert "`" not in default, f"{name} has no default, but the table shows {default}"
        else:
            assert default == f"`{default_in_words(value)}`", f"the default of {name}"
