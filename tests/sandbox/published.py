"""The published description of the Bot API, which stands outside the project."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
PUBLISHED = Path(os.environ.get("BOT_API_JSON", PROJECT.parent / "shared" / "data" / "bot_api.json"))


def published_api() -> Any:
    """Its methods and types; the test is skipped where the file is not."""
    if not PUBLISHED.is_file():
        pytest.skip(f"the published Bot API is not at {PUBLISHED}; set BOT_API_JSON to compare with it")
    return _read()


@cache
def _read() -> Any:
    return json.loads(PUBLISHED.read_text("utf-8"))
