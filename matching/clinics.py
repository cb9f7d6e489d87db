"""Names of hospitals and clinics: what they say, and how alike two of them are.

Городская больница №4, 4-я горбольница, ГКБ 4 and №4 қалалық аурухана are one place. The words that say so
stand in `matching/medical/clinic_words.tsv`; what is left of a name is its own, and is compared by letters.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, TypeAlias

from rapidfuzz.distance import Prefix

from matching import medical, rules, scripts
from matching.likeness import likeness, skeleton, sound_class
from matching.spelling import fold

_Said: TypeAlias = tuple[tuple[str, str], ...]
"""What a word says, as roles and meanings."""

_COLUMNS: Final = ("role", "means", "language", "words")
_BEGINNING: Final = "*"
_LONGEST_PHRASE: Final = 3
_MOST_WORDS: Final = 16
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+|\+")
_SAID: Final = frozenset({"kind", "scope", "people", "topic"})
_WRITTEN: Final = frozenset({"common", "name"})
_EVERYBODY: Final = frozenset({"family"})
_UNSAID: Final = frozenset({"ignore", "street", "title"})

# What stands between two names, as factors of their likeness; set on the development half of
# `bench/data/doctors.tsv`.
_OTHER_NUMBER: Final = 0.1  # №4 and №7
_NUMBER_MISSING: Final = 0.55
_NUMBER_BESIDE_NAME_MISSING: Final = 0.7
_OTHER_KIND: Final = 0.3  # hospital №4 and polyclinic №4
_KIND_MISSING: Final = 0.9
_OTHER_TOPIC: Final = 0.3
_TOPIC_MISSING: Final = 0.9
_TOPIC_OF_MANY_MISSING: Final = 0.5  # without a name or a number the topic is the name
_OTHER_SCOPE: Final = 0.4  # the city's and the region's
_SCOPE_MISSING: Final = 0.95
_OTHER_PEOPLE: Final = 0.5  # the children's hospital №2 and the hospital №2
_NAME_MISSING: Final = 0.85  # НИИ кардиологии, and the same with a founder's name
_COMMON: Final = 0.4  # how much of a word like Мед or Плюс counts
_OTHER_COMMON: Final = 0.7  # Сункар Мед and Сункар Дент
_JOINED: Final = 0.85  # likeness from which names written together and apart are one
_STRICTNESS: Final = (
    1.5  # power: a name of one short word is another with one letter changed (Жансая, Жансау)
)
_SHORTEST_END: Final = 3
_SHORTEST_BEGINNING: Final = 4
_SHORTEST_STEM: Final = 6
_LONGEST_ENDING: Final = 4
_BENT: Final = 0.9
_MET: Final = 0.6  # likeness from which two words are one
_SHORTEST_CITY: Final = 3
_CITY_SOUNDS: Final = 4


@dataclass(frozen=True, slots=True)
class Clinic:
    """A clinic's name taken apart: words of its own, numbers, and what the table knows it says.

    `names` are folded words in their order; `kinds`, `scopes`, `people` and `topics` are words of the table.
    """

    names: tuple[str, ...]
    numbers: frozenset[str]
    kinds: frozenset[str]
    scopes: frozenset[str]
    people: frozenset[str]
    topics: frozenset[str]

    @property
    def is_named(self) -> bool:
        """Whether it has a word of its own, not only a kind and a number."""
        if self.numbers or self.topics or self.kinds:
            return any(name not in _words().common for name in self.names)
        return bool(self.names)

    @property
    def is_in_every_city(self) -> bool:
        """Whether other cities have one that is called the same: the hospital №1, the region's hospital."""
        if self.is_named or "republic" in self.scopes:
            return False
        return bool(self.numbers or self.scopes or not self.topics)


@dataclass(frozen=True, slots=True)
class _Words:
    """The table: what a phrase or a beginning says, as pairs of role and meaning."""

    phrases: dict[str, _Said]
    beginnings: tuple[tuple[str, _Said], ...]
    common: frozenset[str]
    titles: frozenset[str]
    title_beginnings: tuple[str, ...]

    def says(self, phrase: str) -> _Said | None:
        """Give what folded words with spaces between them say, None when the table does not know them."""
        known = self.phrases.get(phrase)
        if known is not None:
            return known
        return next((said for beginning, said in self.beginnings if phrase.startswith(beginning)), None)


def is_title(word: str) -> bool:
    """Tell whether a word stands before doctors' names (проф., д-р, shifokor, кардиолог), in any script."""
    folded, words = fold(word), _words()
    return folded in words.titles or folded.startswith(words.title_beginnings)


def is_city(name: str, city: str) -> bool:
    """Tell whether a folded word is a city's name or made of it (Andijon, Андижанская)."""
    if name == city or name.startswith(f"{city}sk"):
        return True
    sounds = skeleton(city)[:_CITY_SOUNDS]
    return len(sounds) >= _SHORTEST_CITY and skeleton(name).startswith(sounds)


@lru_cache(maxsize=16_384)
def read(text: str, cities: frozenset[str] = frozenset()) -> Clinic:
    """Take a clinic's name apart; never raises.

    `cities` are folded names of the cities it may stand in: there the city's own name tells nothing apart.
    """
    said = list(_said(_tokens(text)))
    meanings = {role: frozenset(means for each, means in said if each == role) for role in _SAID}
    names = [half for role, means in said if role in _WRITTEN for half in _halves(means)]
    elsewhere = [name for name in names if not any(is_city(name, city) for city in cities)]
    numbers = frozenset(means for role, means in said if role == "number")
    tells = elsewhere or numbers or any(meanings.values())
    return Clinic(
        names=tuple(elsewhere if tells else names),
        numbers=numbers,
        kinds=meanings["kind"],
        scopes=meanings["scope"],
        people=meanings["people"],
        topics=meanings["topic"],
    )


def _halves(name: str) -> tuple[str, ...]:
    """Give a word in two where a common one is its end: Гастромед is Гастро Мед."""
    ends = (end for end in _words().common if len(end) >= _SHORTEST_END and name.endswith(end))
    end = next((end for end in ends if len(name) - len(end) >= _SHORTEST_BEGINNING), None)
    return (name.removesuffix(end), end) if end else (name,)


@lru_cache(maxsize=65_536)
def alike(one: Clinic, two: Clinic) -> float:
    """Give how alike two names of clinics are, 0..1, symmetric."""
    if one == two and not one.names:
        return _unnamed(one, two)
    named = one.is_named, two.is_named
    if all(named):
        base = _names(one, two)
    elif any(named):
        base = _NAME_MISSING * _unnamed(one, two)
    else:
        base = _unnamed(one, two) * (_names(one, two) if one.names and two.names else 1.0)
    told = math.prod(factor(one, two, sure=all(named)) for factor in (_numbers, _topics, _people))
    return base * told * _kinds(one, two) * _scopes(one, two)


def keys(clinic: Clinic) -> frozenset[str]:
    """Give what two names of one clinic have in common at least once: sounds of a word, a number, a topic."""
    own = [name for name in clinic.names if not _is_common(name)] or list(clinic.names)
    words = {sound_class(name) for name in (*own, "".join(clinic.names)) if name}
    words |= {f"{skeleton(name[:_SHORTEST_STEM])}-" for name in own if len(name) > _SHORTEST_STEM}
    known = clinic.numbers | clinic.topics
    if not known and not clinic.is_named:
        known = clinic.people | clinic.scopes | clinic.kinds
    return frozenset(words | known)


def _names(one: Clinic, two: Clinic) -> float:
    """Give how alike the words of their own are, together or apart, in any order."""
    joined = math.pow(likeness("".join(one.names), "".join(two.names)), _STRICTNESS)
    return max(joined if joined >= _JOINED else 0.0, _paired(one.names, two.names))


def _paired(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """Give the share of words that met, the most alike first, weighed by how much each tells."""
    pairs = sorted(
        ((_word(first, second), first, second) for first in one for second in two),
        key=lambda pair: (-pair[0], *sorted(pair[1:])),
    )
    left_one, left_two, met = list(one), list(two), 0.0
    for value, first, second in pairs:
        if value >= _MET and first in left_one and second in left_two:
            left_one.remove(first)
            left_two.remove(second)
            met += value * (_weight(first) + _weight(second))
    apart = left_one and left_two and all(map(_is_common, left_one + left_two))
    return met / sum(map(_weight, one + two)) * (_OTHER_COMMON if apart else 1.0)


def _word(one: str, two: str) -> float:
    """Give how alike two words are, also in another case (Бодрецкий лаб, лаборатория Бодрецкого)."""
    begun = Prefix.similarity(one, two)
    bent = begun >= _SHORTEST_STEM and max(len(one), len(two)) - begun <= _LONGEST_ENDING
    return max(math.pow(likeness(one, two), _STRICTNESS), _BENT if bent else 0.0)


def _weight(name: str) -> float:
    return _COMMON if _is_common(name) else 1.0


def _is_common(name: str) -> bool:
    return name in _words().common


def _unnamed(one: Clinic, two: Clinic) -> float:
    """Give how sure two places without names of their own are one, by what both say."""
    if one.numbers & two.numbers or one.topics & two.topics:
        return 1.0
    if one.people & two.people or "maternity" in one.kinds & two.kinds:
        return 0.9
    if one.scopes & two.scopes:
        return 0.65 if one.scopes == {"city"} else 0.9
    return 0.5 if one.kinds & two.kinds or one == two else 0.0


def _numbers(one: Clinic, two: Clinic, *, sure: bool) -> float:
    """Give the factor for the numbers; a name of its own outweighs one that is left out."""
    if one.numbers == two.numbers:
        return 1.0
    if one.numbers and two.numbers:
        return _OTHER_NUMBER
    return _NUMBER_BESIDE_NAME_MISSING if sure else _NUMBER_MISSING


def _kinds(one: Clinic, two: Clinic) -> float:
    if one.kinds == two.kinds or one.kinds & two.kinds:
        return 1.0
    return _OTHER_KIND if one.kinds and two.kinds else _KIND_MISSING


def _topics(one: Clinic, two: Clinic, *, sure: bool) -> float:
    """Give the factor for what they treat; a name of its own outweighs a topic that one leaves out."""
    if one.topics == two.topics:
        return 1.0
    if one.topics and two.topics:
        return _TOPIC_MISSING if one.topics & two.topics else _OTHER_TOPIC
    return _TOPIC_MISSING if sure else _TOPIC_OF_MANY_MISSING


def _people(one: Clinic, two: Clinic, *, sure: bool) -> float:
    """Give the factor for whom they treat: a polyclinic of families is one of everybody."""
    if one.people - _EVERYBODY == two.people - _EVERYBODY:
        return 1.0
    return _TOPIC_MISSING if sure else _OTHER_PEOPLE


def _scopes(one: Clinic, two: Clinic) -> float:
    """Give the factor for whose they are."""
    if one.scopes == two.scopes:
        return 1.0
    return _OTHER_SCOPE if one.scopes and two.scopes else _SCOPE_MISSING


def _tokens(text: str) -> list[str]:
    """Give the folded words, numbers without zeros in front, and pluses."""
    shown = scripts.straight(scripts.visible(text))
    words = (_number(each) if each.isdigit() else fold(each) or each for each in _TOKEN.findall(shown))
    return list(words)[:_MOST_WORDS]


def _number(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _said(tokens: list[str]) -> Iterator[tuple[str, str]]:
    """Give what the words say, as roles and meanings; nothing after the beginning of an address."""
    place = 0
    while place < len(tokens):
        length, found = _longest(tokens, place)
        if any(role == "street" for role, _ in found):
            return
        yield from found
        place += length


def _longest(tokens: list[str], place: int) -> tuple[int, _Said]:
    """Give how many words from here the table knows as one, and what they say."""
    for length in range(_LONGEST_PHRASE, 0, -1):
        phrase = " ".join(tokens[place : place + length])
        known = _words().says(phrase) if length == 1 else _words().phrases.get(phrase)
        if known is not None:
            return length, known
    word = tokens[place]
    return 1, (("number" if word.isdecimal() else "name", word),)


@cache
def _words() -> _Words:
    """Read the table once; RuleError names the line that cannot be used."""
    text = (files(medical) / "clinic_words.tsv").read_text(encoding="utf-8")
    table = rules.parse("clinic_words.tsv", text, _COLUMNS)
    roles = {rule["means"]: rule["role"] for rule in table if rule["role"] in _SAID}
    known = [(word, _meaning(rule, roles)) for rule in table for word in rule["words"].split(", ")]
    clinics = [(word, said) for word, said in known if said[0][0] != "title"]
    titles = [word for word, said in known if said[0][0] == "title"]
    cut = _by_word((word, said) for word, said in clinics if word.endswith(_BEGINNING))
    return _Words(
        phrases=_by_word((word, said) for word, said in clinics if not word.endswith(_BEGINNING)),
        beginnings=tuple(sorted(cut.items(), key=lambda item: (-len(item[0]), item[0]))),
        common=frozenset(fold(rule["means"]) for rule in table if rule["role"] == "common"),
        titles=frozenset(_folded(word) for word in titles if not word.endswith(_BEGINNING)),
        title_beginnings=tuple(_folded(word) for word in titles if word.endswith(_BEGINNING)),
    )


def _meaning(rule: rules.Rule, roles: dict[str, str]) -> _Said:
    """Give what the words of a line say; RuleError when an abbreviation has a meaning without a line."""
    if rule["role"] in _UNSAID:
        return ((rule["role"], ""),)
    if rule["role"] != "short":
        return ((rule["role"], fold(rule["means"]) if rule["role"] in _WRITTEN else rule["means"]),)
    unknown = [means for means in rule["means"].split() if means not in roles]
    if unknown:
        raise rules.RuleError(f"{rule.place}: no line says what {unknown[0]} is")
    return tuple((roles[means], means) for means in rule["means"].split())


def _by_word(known: Iterable[tuple[str, _Said]]) -> dict[str, _Said]:
    """Give what folded words say; RuleError when two lines say different things of one."""
    found: dict[str, _Said] = {}
    for word, said in known:
        if found.setdefault(_folded(word), said) != said:
            raise rules.RuleError(f"clinic_words.tsv: {word} says {said} and {found[_folded(word)]}")
    return found


def _folded(words: str) -> str:
    return " ".join(_tokens(words.rstrip(_BEGINNING)))
