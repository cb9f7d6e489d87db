import json
import os
from pathlib import Path
from typing import Any

import pytest

from sandbox.methods import HANDLERS, WRITES
from sandbox.rules import METHODS, OBJECTS, Rule

PROJECT = Path(__file__).parents[2]
PUBLISHED = Path(os.environ.get("BOT_API_JSON", PROJECT.parent / "shared" / "data" / "bot_api.json"))


@pytest.fixture(scope="module")
def published() -> Any:
    if not PUBLISHED.is_file():
        pytest.skip(f"the published Bot API is not at {PUBLISHED}; set BOT_API_JSON to compare with it")
    return json.loads(PUBLISHED.read_text("utf-8"))


def as_published(rule: Rule) -> tuple[str, list[str], bool]:
    types = [kind.replace("[", "Array of ").replace("]", "") for kind in rule.types]
    return rule.name, types, rule.required


def fields(entry: Any) -> list[tuple[str, list[str], bool]]:
    return [(field["name"], field["types"], field["required"]) for field in entry.get("fields", [])]


@pytest.mark.parametrize("method", METHODS)
def test_method_parameters_are_the_published_ones(method: str, published: Any) -> None:
    assert [as_published(rule) for rule in METHODS[method]] == fields(published["methods"][method])


@pytest.mark.parametrize("kind", OBJECTS)
def test_object_fields_are_the_published_ones(kind: str, published: Any) -> None:
    assert [as_published(rule) for rule in OBJECTS[kind]] == fields(published["types"][kind])


def test_every_method_of_the_table_is_carried_out() -> None:
    assert set(HANDLERS) == set(METHODS)
    assert set(HANDLERS) >= WRITES
