"""The words of a message: markup parsed, lengths checked, links to people recognised."""

import re
from collections.abc import Mapping

from sandbox.accounts import Account, Json
from sandbox.detection import with_detected
from sandbox.entities import ParseError, parse_html, trimmed, utf16_length
from sandbox.markup_html import KNOWN_TYPES
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request

_PERSON = re.compile(r"tg://user\?id=(\d+)")


def words(params: Parameters, name: str, accounts: Mapping[int, Account]) -> tuple[str, list[Json]]:
    """Text and entities of `text` or `caption`, trimmed; raises ApiRefusal.

    Lengths and offsets are in UTF-16 code units. HTML is the one parse mode of this emulator.
    """
    source, mode = params.text(name), params.text("parse_mode")
    if mode and mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    if mode:
        text, entities = _parsed(source)
    else:
        given = params.things("entities" if name == "text" else "caption_entities")
        text, entities = source, _given(source, given)
    body, kept = trimmed(text, entities)
    return body, with_detected(body, _people(kept, accounts))


def _parsed(source: str) -> tuple[str, list[Json]]:
    try:
        return parse_html(source)
    except ParseError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def _given(text: str, entities: list[Json]) -> list[Json]:
    end = utf16_length(text)
    for entity in entities:
        if entity["type"] not in KNOWN_TYPES:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > end:
            raise bad_request("can't parse entities: Entity is outside of the text")
    return entities


def _people(entities: list[Json], accounts: Mapping[int, Account]) -> list[Json]:
    """Links tg://user?id=… become mentions of known people; those of strangers are dropped."""
    kept: list[Json] = []
    for entity in entities:
        link = _PERSON.fullmatch(entity.get("url", ""))
        if link is None:
            kept.append(entity)
        elif int(link[1]) in accounts:
            plain = {name: value for name, value in entity.items() if name != "url"}
            kept.append({**plain, "type": "text_mention", "user": accounts[int(link[1])].user})
    return kept


def check_length(text: str, limit: int, reason: str) -> None:
    """Refuse a text longer than the limit in UTF-16 code units."""
    if utf16_length(text) > limit:
        raise bad_request(reason)
