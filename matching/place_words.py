"""How people write places: kinds of places as words, locative endings, and folded spellings to compare."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

from domain.places import PlaceKind
from matching import scripts
from matching.spelling import fold

CITY_ONLY: Final = 0.86
"""Score of a station or bazaar when only its city was typed."""
RIGHT_KIND: Final = 0.02
"""What a word such as вокзал or bozor adds to places of that kind."""

BEGUN: Final = 0.84
"""Score of a place of which only the beginning was typed."""
ALIKE: Final = 0.83
"""Likeness from which two long words are one place: other alphabets, one typo."""

_ALIKE_SHORT: Final = 0.9  # the same for words of five letters and less: Бахыт is a man, Бахты a border post
_LONG: Final = 6
_SHORTEST: Final = 4
_SHORTEST_SAID: Final = 5  # letters from which a place is heard inside a sentence
_MOST_WORDS: Final = 12
_MOST_JOINED: Final = 3

# Beginnings of the words for kinds of places; endings (посту, bozorida, вокзале) are theirs.
_BORDER: Final = frozenset({PlaceKind.BORDER_ROAD, PlaceKind.BORDER_RAIL})
_KINDS: Final = {
    "пост бекет шекара чегара граница границе таможня bojxona kedendik кпп гумрук": _BORDER,
    "аэропорт aeroport airport әуежай әуежайы фурудгоҳ havalimanı havaalanı": frozenset({PlaceKind.AIRPORT}),
    "вокзал vokzal жд поезд poyezd станция stansiya бекат station": frozenset({PlaceKind.RAILWAY}),
    "автовокзал avtovokzal автостанция avtobus автобекет otogar автобус": frozenset({PlaceKind.BUS}),
    "базар бозор bozor рынок market bazaar pazar çarşı барахолка": frozenset({PlaceKind.BAZAAR}),
}
_BEGINNINGS: Final = {fold(word): kinds for words, kinds in _KINDS.items() for word in words.split()}
_LONGEST_ENDING: Final = 5
# Words between: prepositions, "near", "city of", the international of airports.
_BETWEEN: Final = frozenset(
    map(
        fold,
        [
            "в",
            "на",
            "у",
            "из",
            "с",
            "со",
            "около",
            "возле",
            "рядом",
            "от",
            "до",
            "за",
            "г",
            "город",
            "города",
            "шаҳар",
            "shahar",
            "қаласы",
            "at",
            "in",
            "near",
            "the",
            "of",
        ],
    )
)
_AT: Final = frozenset({"v", "na"})
# Endings of "at, to, from" in Turkic languages (-да -га -дан) and of the Russian prepositional, folded.
_LOCATIVES: Final = ("indan", "inda", "inde", "dan", "den", "tan", "ten", "nan", "nen", "dagi", "da", "de",
                     "ta", "te", "do", "to", "ga", "ge", "ka", "ke", "go", "ko", "e", "u", "i")  # fmt: skip
_SURE_LOCATIVES: Final = _LOCATIVES[:-3]
_SHORTEST_STEM: Final = 3
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+")
_HALVES: Final = re.compile(r"\s+[–—]\s+|\s*[(),]\s*")


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed text as places see it.

    `whole` is the text as one folded word; `readings` the same without kinds and endings; `kinds` what it
    asks for; `said` the runs of up to three words in it; `said_as_place` the words beside a kind, after на
    or в, or with a locative ending.
    """

    whole: str
    readings: frozenset[str]
    kinds: frozenset[PlaceKind]
    said: frozenset[str]
    said_as_place: frozenset[str]

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a text of any length; only its first words count."""
        words = _tokens(text)[:_MOST_WORDS]
        kinds = [_kind(word) for word in words]
        core = [word for word, kind in zip(words, kinds, strict=True) if not kind and word not in _BETWEEN]
        readings = (
            {"".join(core), *("".join(core[:-1]) + stem for stem in _stems(core[-1]))} if core else set()
        )
        asked = frozenset(kind for group in kinds for kind in group)
        return cls("".join(words), frozenset(readings), asked, _said(words), _said_as_place(words, kinds))


def joined(text: str) -> str:
    """Give a place name as one folded word; digits stay, because stations have numbers."""
    return "".join(_tokens(text))


def halves(name: str) -> list[str]:
    """Give the names of the two sides of a border post, or the parts of a label and its bracket."""
    return [half for half in _HALVES.split(name) if half]


def without_kind(name: str) -> str:
    """Give a name as one folded word without the words of its kind: "taškent" for "Аэропорт Ташкент"."""
    return "".join(word for word in _tokens(name) if not _kind(word) and word not in _BETWEEN)


def is_begun(reading: str) -> bool:
    """Tell whether a reading is long enough for typos and beginnings to count."""
    return len(reading) >= _SHORTEST


def allowed(reading: str, spelling: str, value: float) -> bool:
    """Tell whether two spellings this alike (0..1) mean one place: short words and numbers must agree."""
    least = ALIKE if min(len(reading), len(spelling)) >= _LONG else _ALIKE_SHORT
    return value >= least and _digits(reading) == _digits(spelling)


def _digits(word: str) -> str:
    return "".join(sign for sign in word if sign.isdigit())


def _tokens(text: str) -> list[str]:
    shown = scripts.straight(scripts.visible(text))
    tokens = (token if token.isdigit() else fold(token) for token in _TOKEN.findall(shown))
    return [token for token in tokens if token]


def _kind(word: str) -> frozenset[PlaceKind]:
    """Give the kinds a folded word stands for, empty when it is no such word."""
    for beginning, kinds in _BEGINNINGS.items():
        if word.startswith(beginning) and len(word) - len(beginning) <= _LONGEST_ENDING:
            return kinds
    return frozenset()


def _stems(word: str, endings: tuple[str, ...] = _LOCATIVES) -> list[str]:
    """Give a word without each locative ending it may have."""
    return [
        word.removesuffix(ending)
        for ending in endings
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM
    ]


def _said(words: list[str]) -> frozenset[str]:
    runs = {
        "".join(words[start : start + length])
        for length in range(1, _MOST_JOINED + 1)
        for start in range(len(words) - length + 1)
    }
    runs |= {stem for run in runs for stem in _stems(run)}
    return frozenset(run for run in runs if len(run) >= _SHORTEST_SAID)


def _said_as_place(words: list[str], kinds: list[frozenset[PlaceKind]]) -> frozenset[str]:
    """Give words before a kind of place (Ойбек пости), after на or в, or with a clear locative (Ойбекда)."""
    marked = {stem for word in words for stem in _stems(word, _SURE_LOCATIVES)}
    for (word, before), (after, kind) in pairwise(zip(words, kinds, strict=True)):
        if kind:
            marked |= {word, *_stems(word)}
        if before or word in _AT:
            marked |= {after, *_stems(after)}
    return frozenset(marked)
