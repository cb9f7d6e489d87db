from typing import Any

import pytest

from sandbox.methods import HANDLERS, WRITES
from sandbox.rules import METHODS, OBJECTS, UNIONS, Rule
from tests.sandbox.published import published_api


@pytest.fixture(scope="module")
def published() -> Any:
    return published_api()


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


@pytest.mark.parametrize("union", UNIONS)
def test_kinds_of_an_object_are_published_and_readable(union: str, published: Any) -> None:
    kinds = set(UNIONS[union].values())
    assert kinds <= set(published["types"][union]["subtypes"])
    assert kinds <= set(OBJECTS)


def test_every_method_of_the_table_is_carried_out() -> None:
    assert set(HANDLERS) == set(METHODS)
    assert set(HANDLERS) >= WRITES
