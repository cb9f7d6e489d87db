"""Words that people type beside a name or instead of one, by rules/talk.tsv."""

from typing import Final

from matching import rules
from matching.spelling import fold

_ADDRESSES: Final = frozenset(fold(rule["word"]) for rule in rules.TALK if rule["kind"] == "address")
_TALK: Final = frozenset(fold(rule["word"]) for rule in rules.TALK if rule["kind"] == "talk")


def is_address(word: str) -> bool:
    """Tell whether a word is a form of address (ака, апа, байке, bey) that chats put beside a name."""
    return fold(word) in _ADDRESSES


def is_talk(word: str) -> bool:
    """Tell whether a word is a greeting, a request or a matter (документ, help) and never part of a name."""
    return fold(word) in _TALK
