"""Which doctor a text means: names, home words, organs and complaints, found by matching/medical/*.tsv."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final

from domain.specialities import Speciality
from matching import medical, rules
from matching.medical.speciality_words import Token, Words, tokens

SHOWN: Final = 3
"""Specialities that fit on one screen as buttons."""
SEPARATOR: Final = ", "
"""What stands between the phrases of one cell."""

_KINDS: Final = {"name": 3.0, "home": 2.2, "complaint": 1.6, "organ": 1.2}
"""What one word of a phrase says of its speciality, by the kind of the phrase."""
_MEANINGS: Final = {"doctor": 0.2, "pain": 0.3, "child": 0.3, "operation": 0.6}
"""What a word says that many phrases have; all words of one meaning are one word, in every language."""
_BETWEEN: Final = "between"
_OTHER: Final = "other"
_INSIDE: Final = 0.5  # "сердце" inside "операция на сердце" says less than alone
_BESIDE: Final = 0.25  # a second complaint of the same speciality
_BROAD: Final = {Speciality.THERAPIST, Speciality.SURGEON, Speciality.PEDIATRICIAN, Speciality.DIAGNOSTICS}
_BROADLY: Final = 0.9  # "хирург-онколог" is an oncologist
_MOST_APART: Final = 4  # words that may stand among those of one phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of the table: what it means, how it is written, and its words, to be met side by side."""

    speciality: Speciality
    language: str
    kind: str
    written: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """A phrase found in a text: at which of its words, and how much that says."""

    speciality: Speciality
    places: frozenset[int]
    score: float


@dataclass(frozen=True, slots=True)
class _Tables:
    """Both tables as they are asked: the words, and the phrases by one word of theirs."""

    words: Words
    phrases: tuple[Phrase, ...]
    by_word: dict[str, list[Phrase]] = field(default_factory=dict)


def find(text: str, limit: int = SHOWN) -> tuple[Speciality, ...]:
    """Give the specialities a text of any length means, best first, at most `limit`; it may mean none."""
    matches = _weighed(_matches(tokens(text)))
    by_speciality: defaultdict[Speciality, list[_Match]] = defaultdict(list)
    for match in sorted(matches, key=lambda match: -match.score):
        by_speciality[match.speciality].append(match)
    scores = {speciality: _total(found) for speciality, found in by_speciality.items()}
    order = list(Speciality)
    best_first = sorted(scores, key=lambda speciality: (-scores[speciality], order.index(speciality)))
    return tuple(best_first[:limit])


def phrases() -> tuple[Phrase, ...]:
    """Give every phrase of the table, in its order; RuleError when a line of it cannot be used."""
    return _tables().phrases


def _matches(typed: list[Token]) -> list[_Match]:
    """Give the phrases found, of those of one speciality at the same words the one that says most."""
    tables = _tables()
    places: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for place, token in enumerate(typed):
        for word, sureness in tables.words.meant(token).items():
            places[word][place] = sureness
    best: dict[tuple[Speciality, frozenset[int]], _Match] = {}
    for phrase in chain.from_iterable(tables.by_word.get(word, ()) for word in list(places)):
        match = _match(phrase, places)
        known = match and best.get((match.speciality, match.places))
        if match and (not known or known.score < match.score):
            best[match.speciality, match.places] = match
    return list(best.values())


def _match(phrase: Phrase, places: dict[str, dict[int, float]]) -> _Match | None:
    """Find the words of a phrase near one another, in any order; None when they are not."""
    if any(word not in places for word in phrase.words):
        return None
    for start in places[phrase.words[0]]:
        chosen = _nearest(phrase.words, places, start)
        if chosen and max(chosen) - min(chosen) < len(chosen) + _MOST_APART:
            said = zip(phrase.words, chosen, strict=True)
            score = sum(_MEANINGS.get(word, 1.0) * places[word][place] for word, place in said)
            broadly = _BROADLY if phrase.speciality in _BROAD else 1.0
            return _Match(phrase.speciality, frozenset(chosen), score * _KINDS[phrase.kind] * broadly)
    return None


def _nearest(words: tuple[str, ...], places: dict[str, dict[int, float]], start: int) -> list[int]:
    """Give a place of its own for each word, near where the first stands; empty when one has none left."""
    chosen = [start]
    for word in words[1:]:
        free = places[word].keys() - set(chosen)
        if not free:
            return []
        chosen.append(min(free, key=lambda place: (abs(place - start), place)))
    return chosen


def _weighed(matches: list[_Match]) -> list[_Match]:
    """Give matches with less for those inside a longer phrase of another speciality."""
    return [
        _Match(match.speciality, match.places, match.score * _INSIDE)
        if any(match.places < other.places and match.speciality != other.speciality for other in matches)
        else match
        for match in matches
    ]


def _total(matches: list[_Match]) -> float:
    """Give what the matches of one speciality say together, the best of them first."""
    told = set(matches[0].places)
    total = matches[0].score
    for match in matches[1:]:
        if told.isdisjoint(match.places):
            total += _BESIDE * match.score
            told |= match.places
    return total


@cache
def _tables() -> _Tables:
    words = Words()
    between = _read_words(words)
    found = _read_phrases(words, between)
    tables = _Tables(words, tuple(found))
    for phrase in found:
        anchor = next((word for word in phrase.words if word not in _MEANINGS), phrase.words[0])
        tables.by_word.setdefault(anchor, []).append(phrase)
    return tables


def _read_words(words: Words) -> frozenset[str]:
    """Add the words of many phrases and the false friends; give the small words that phrases leave out."""
    between: set[str] = set()
    for rule, word in _cells("speciality_words.tsv", "meaning", "language", "words"):
        if rule["meaning"] == _OTHER:
            words.add_other(word)
        elif rule["meaning"] == _BETWEEN:
            between.add(word)
        elif rule["meaning"] in _MEANINGS:
            words.add(rule["language"], word, rule["meaning"])
        else:
            raise rules.RuleError(f"{rule.place}: no such meaning: {rule['meaning']}")
    return frozenset(between)


def _read_phrases(words: Words, between: frozenset[str]) -> list[Phrase]:
    return [
        _phrase(rule, written, words, between)
        for rule, written in _cells("specialities.tsv", "speciality", "language", "kind", "words")
    ]


def _phrase(rule: rules.Rule, written: str, words: Words, between: frozenset[str]) -> Phrase:
    if rule["speciality"] not in list(Speciality) or rule["kind"] not in _KINDS:
        raise rules.RuleError(
            f"{rule.place}: no such speciality or kind: {rule['speciality']} {rule['kind']}"
        )
    cells = [cell for cell in written.replace("-", " ").split() if cell not in between]
    said = tuple(dict.fromkeys(_added(words, rule["language"], cell) for cell in cells))
    if not said:
        raise rules.RuleError(f"{rule.place}: nothing but small words: {written!r}")
    return Phrase(Speciality(rule["speciality"]), rule["language"], rule["kind"], written, said)


def _added(words: Words, language: str, cell: str) -> str:
    """Give the word of phrases a cell stands for: a meaning, or a word of its own, which is added."""
    shared = words.known(language, cell) & set(_MEANINGS)
    word = min(shared, default=f"{language}:{cell.lower()}")
    if not shared:
        words.add(language, cell, word)
    return word


def _cells(table: str, *columns: str) -> Iterator[tuple[rules.Rule, str]]:
    """Give every entry of the words of a table, each with its line."""
    text = (files(medical) / table).read_text(encoding="utf-8")
    for rule in rules.parse(table, text, columns):
        yield from ((rule, entry) for entry in rule["words"].split(SEPARATOR))
