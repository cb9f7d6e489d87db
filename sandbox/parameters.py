"""Reading a request: every parameter present, of its type, and turned into a Python value.

Forms carry strings and JSON inside strings, JSON bodies carry values: both are read alike.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.accounts import Json
from sandbox.files import Upload
from sandbox.refusals import ApiRefusal, bad_request
from sandbox.rules import MARKUP_KINDS, METHODS, NOUNS, OBJECTS, UNIONS, Rule

_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}
#: What the server says when a required parameter is absent or empty.
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "video": "there is no video in the request",
    "voice": "there is no voice in the request",
    "document": "there is no document in the request",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
    "user_id": "invalid user_id specified",
    "inline_query_id": "query is too old and response timeout expired or query ID is invalid",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}
_MAY_BE_EMPTY = {"url"}


class _WrongTypeError(ValueError):
    """A value is not of the type its place wants."""


@dataclass(slots=True, frozen=True)
class Parameters:
    """The parameters of one request after the check; absent optional ones read as empty."""

    values: Json
    files: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the request carried it."""
        return name in self.values

    def text(self, name: str) -> str:
        """A String, or an empty one."""
        return str(self.values.get(name, ""))

    def number(self, name: str, default: int = 0) -> int:
        """An Integer."""
        return int(self.values.get(name, default))

    def fraction(self, name: str) -> float:
        """A Float."""
        return float(self.values.get(name, 0))

    def flag(self, name: str) -> bool:
        """A Boolean."""
        return bool(self.values.get(name, False))

    def thing(self, name: str) -> Json:
        """An object, or an empty one."""
        return dict(self.values.get(name, {}))

    def things(self, name: str) -> list[Any]:
        """An array, or an empty one."""
        return list(self.values.get(name, []))


def read(method: str, params: Mapping[str, Any], files: Mapping[str, Upload]) -> Parameters:
    """Check a request against the table; unknown parameters are ignored, as the server does.

    Raises ApiRefusal (400) with the server's words.
    """
    values: Json = {}
    for rule in METHODS[method]:
        given = params.get(rule.name)
        if given is not None and not (given == "" and _must_say_something(rule)):
            values[rule.name] = _parameter(rule, given)
        elif rule.required and not ("InputFile" in rule.types and rule.name in files):
            raise bad_request(_MISSING.get(rule.name, f'parameter "{rule.name}" is required'))
    return Parameters(values, files)


def _must_say_something(rule: Rule) -> bool:
    return rule.required and rule.name not in _MAY_BE_EMPTY


def _parameter(rule: Rule, given: Any) -> Any:  # noqa: ANN401 - wire values have any type
    structured = not {*_PLAIN, "InputFile"} & set(rule.types)
    value = _unpacked(rule, given) if structured and isinstance(given, str) else given
    try:
        return _value(_chosen(rule, value), value)
    except _WrongTypeError as error:
        raise bad_request(f'parameter "{rule.name}" must be of type {error}') from error


def _unpacked(rule: Rule, given: str) -> Any:  # noqa: ANN401 - wire values have any type
    try:
        return json.loads(given)
    except json.JSONDecodeError as error:
        noun = "reply keyboard markup" if rule.name == "reply_markup" else rule.name
        raise bad_request(f"can't parse {noun} JSON object") from error


def _chosen(rule: Rule, value: Any) -> str:  # noqa: ANN401 - wire values have any type
    """The one type to check against: unions of objects are told apart by their own field."""
    if rule.name == "reply_markup":
        if not isinstance(value, dict):
            raise bad_request("object expected as reply markup")
        return _markup_kind(rule, value)
    if "InputFile" in rule.types:
        return "String"
    if rule.types == ("Integer", "String"):
        return "Integer" if isinstance(value, int) or str(value).lstrip("-").isdigit() else "String"
    return rule.types[0]


def _markup_kind(rule: Rule, value: Json) -> str:
    kind = next((kind for name, kind in MARKUP_KINDS.items() if name in value), None)
    if kind is None:
        raise bad_request("can't parse reply keyboard markup JSON object")
    if kind not in rule.types:
        raise bad_request("inline keyboard expected")
    return kind


def _value(kind: str, value: Any) -> Any:  # noqa: ANN401 - wire values have any type
    if kind in _PLAIN:
        return _PLAIN[kind](value)
    if kind.startswith("["):
        if not isinstance(value, list):
            raise _WrongTypeError("Array")
        return [_value(kind[1:-1], item) for item in value]
    if kind == "KeyboardButton" and isinstance(value, str):
        return {"text": value}
    if not isinstance(value, dict):
        raise _WrongTypeError("Object")
    variant = _variant(kind, value) if kind in UNIONS else kind
    return _object(variant, value) if variant in OBJECTS else dict(value)


def _variant(union: str, value: Json) -> str:
    variant = UNIONS[union].get(str(value.get("type", "")))
    if variant is None:
        raise _unreadable(union, "Unsupported type specified")
    return variant


def _object(kind: str, value: Json) -> Json:
    made: Json = {}
    for rule in OBJECTS[kind]:
        if value.get(rule.name) is not None:
            made[rule.name] = _field(kind, rule, value[rule.name])
        elif rule.required:
            raise _unreadable(kind, f'Can\'t find field "{rule.name}"')
    return made


def _field(kind: str, rule: Rule, value: Any) -> Any:  # noqa: ANN401 - wire values have any type
    try:
        return _value(_chosen(rule, value), value)
    except _WrongTypeError as error:
        raise _unreadable(kind, f'Field "{rule.name}" must be of type {error}') from error


def _unreadable(kind: str, reason: str) -> ApiRefusal:
    return bad_request(f"can't parse {NOUNS.get(kind, kind)}: {reason}")


def _string(value: Any) -> str:  # noqa: ANN401 - wire values have any type
    if isinstance(value, str):
        return value
    raise _WrongTypeError("String")


def _integer(value: Any) -> int:  # noqa: ANN401 - wire values have any type
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.removeprefix("-").isdecimal():
        return int(value)
    raise _WrongTypeError("Integer")


def _float(value: Any) -> float:  # noqa: ANN401 - wire values have any type
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _WrongTypeError("Float")
    try:
        return float(value)
    except ValueError as error:
        raise _WrongTypeError("Float") from error


def _boolean(value: Any) -> bool:  # noqa: ANN401 - wire values have any type
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUTH:
        return _TRUTH[value.lower()]
    raise _WrongTypeError("Boolean")


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "String": _string,
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
}
