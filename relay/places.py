"""The gazetteer: places by code, by what people type, by language and by position."""

import csv
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final, Self

from domain.documents import GAZETTEER_PREFIX
from domain.places import Place, PlaceKind
from matching import place_words
from matching.lexicon import Lexicon
from matching.place_words import Typed, joined, without_kind

_LANGUAGES: Final = ("en", "ru", "kk", "uz", "ky", "tg", "tr")
_REACH_KM: Final = 40.0
_EARTH_KM: Final = 6371.0
_KIND_ORDER: Final = {kind: number for number, kind in enumerate(PlaceKind)}
_BORDERS: Final = frozenset({PlaceKind.BORDER_ROAD, PlaceKind.BORDER_RAIL})
_CITIES: Final = frozenset({PlaceKind.CITY, PlaceKind.COUNTRY})
_CLEARLY_WORSE: Final = 0.15
# Russian case endings in place of a name's last letter (в Москве, из Турции) or behind it (из Ташкента).
_CASES: Final = {
    "а": ("ы", "и", "е", "у", "ой"),
    "я": ("и", "е", "ю", "ей"),
    "ь": ("и", "ью", "я", "ю", "ем", "е"),
    "й": ("я", "ю", "ем", "е"),
}
_CASES_OF_CONSONANTS: Final = ("а", "у", "ом", "е")
_CONSONANT_LAST: Final = re.compile("[б-дж-зк-нп-тф-щ]$", re.IGNORECASE)
_GENITIVES: Final = ("nin", "din", "tin", "in")  # Turkic -ның, -дың, -тың and Uzbek -ning, folded


@dataclass(frozen=True, slots=True)
class _Entry:
    """A place, how it is spelled in folded words, and its rank among the likely ones of each language.

    `exact` are spellings with their kinds (аэропорт Алматы), `names` those without, which may be mistyped,
    `cities` what a station or bazaar lies in; `common` are spellings that are a person's name or a word too.
    """

    place: Place
    exact: frozenset[str]
    names: frozenset[str]
    cities: frozenset[str]
    common: frozenset[str]
    ranks: Mapping[str, int]


class Gazetteer:
    """Places by code and by name: where documents are lost, or the cities and countries to be treated in."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._entries = {entry.place.code: entry for entry in entries}
        known = self._entries.values()
        self._lexicon = Lexicon(name for entry in known for name in entry.names | entry.cities)

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read `places.tsv` beside this module: border posts, airports, stations, bazaars."""
        return cls(_entry(row) for row in _rows("places.tsv"))

    @classmethod
    @cache
    def load_cities(cls) -> Self:
        """Read `cities.tsv` beside this module: cities of the six countries, and countries."""
        return cls(_entry(row) for row in _rows("cities.tsv"))

    def get(self, code: str) -> Place | None:
        """Give the place with this code, as in a poster's link, or None."""
        entry = self._entries.get(code)
        return entry.place if entry else None

    def all(self) -> tuple[Place, ...]:
        """Give every place in the order of the file."""
        return tuple(entry.place for entry in self._entries.values())

    def find(self, text: str, limit: int = 5) -> tuple[Place, ...]:
        """Give the places a typed text may mean, best first; nothing when none is meant.

        Any script and spelling, small typos, a beginning of four letters, words such as пост or bozor and
        a locative ending are understood. Inside a longer sentence a place counts when its words stand there;
        one that is also a person's name or a word (Ойбек, Ауыл) only beside such a word or ending. A country
        named beside one of its cities only says where that is.
        """
        typed = Typed.read(text)
        meant = self._meant(typed.readings)
        scored = [(_score(entry, typed, meant), entry) for entry in self._entries.values()]
        best = max(value for value, _ in scored)
        found = [(value, entry) for value, entry in scored if value and value > best - _CLEARLY_WORSE] or [
            (1.0, entry) for entry in self._mentioned(typed)
        ]
        found.sort(key=lambda pair: (-pair[0], _KIND_ORDER[pair[1].place.kind], _best_rank(pair[1])))
        return tuple(entry.place for _, entry in found[:limit])

    def _mentioned(self, typed: Typed) -> list[_Entry]:
        """Give what stands inside a longer text; a country beside its city only says where that is."""
        found = [entry for entry in self._entries.values() if _is_mentioned(entry, typed)]
        told = {entry.place.country for entry in found if entry.place.kind is not PlaceKind.COUNTRY}
        return [
            entry
            for entry in found
            if entry.place.kind is not PlaceKind.COUNTRY or entry.place.country not in told
        ]

    def likely(self, language: str, limit: int = 6) -> tuple[Place, ...]:
        """Give the places that a language's people name most, best first; English ones when it is unknown."""
        ranked = self._ranked(language) or self._ranked("en")
        return tuple(entry.place for entry in ranked[:limit])

    def near(self, lat: float, lon: float, limit: int = 4) -> tuple[Place, ...]:
        """Give the nearest places within 40 km of a position in degrees, nearest first."""
        far = sorted((_kilometres(entry.place, lat, lon), code) for code, entry in self._entries.items())
        return tuple(self._entries[code].place for distance, code in far[:limit] if distance <= _REACH_KM)

    def around(self, place: Place) -> frozenset[str]:
        """Give the codes of a place and of all within 40 km of it; its own alone without coordinates."""
        if place.lat is None or place.lon is None:
            return frozenset({place.code})
        near = self.near(place.lat, place.lon, limit=len(self._entries))
        return frozenset({place.code, *(each.code for each in near)})

    def stored(self, place: str) -> Place | None:
        """Give the place that a report or a watch names by its code; None for free words and lost places."""
        return self.get(place.removeprefix(GAZETTEER_PREFIX)) if place.startswith(GAZETTEER_PREFIX) else None

    def _ranked(self, language: str) -> list[_Entry]:
        known = [entry for entry in self._entries.values() if language in entry.ranks]
        return sorted(known, key=lambda entry: entry.ranks[language])

    def _meant(self, readings: Iterable[str]) -> dict[str, float]:
        """Give the known names that a reading of a text may mean, each with how sure that is."""
        meant: dict[str, float] = {}
        for reading in readings:
            alike = self._lexicon.alike(reading, place_words.ALIKE)
            sure = {name: value for name, value in alike.items() if place_words.allowed(reading, name, value)}
            if place_words.is_begun(reading):
                sure = dict.fromkeys(self._lexicon.begun(reading), place_words.BEGUN) | sure
            meant |= {name: max(value, meant.get(name, 0.0)) for name, value in sure.items()}
        return meant


def _score(entry: _Entry, typed: Typed, meant: Mapping[str, float]) -> float:
    """Give how well a whole text names a place, 0 when it does not."""
    named = max((meant.get(name, 0.0) for name in entry.names), default=0.0)
    if entry.place.kind in _CITIES and (named == 1.0 or typed.whole in entry.exact):
        return 1.0 + _CLEARLY_WORSE  # a city that is spelled right is no other that is spelled alike
    if typed.whole in entry.exact:
        return 1.0 + place_words.RIGHT_KIND
    city = max((meant.get(name, 0.0) for name in entry.cities), default=0.0) * place_words.CITY_ONLY
    best = max(named, city)
    if best and typed.kinds:
        best += place_words.RIGHT_KIND if entry.place.kind in typed.kinds else -place_words.RIGHT_KIND
    return best


def _is_mentioned(entry: _Entry, typed: Typed) -> bool:
    spellings = entry.names | entry.exact
    alone, beside = typed.said & spellings - entry.common, typed.said_as_place & entry.common
    return bool(alone or beside)


def _best_rank(entry: _Entry) -> float:
    return min(entry.ranks.values(), default=math.inf)


def _rows(file: str) -> Iterator[dict[str, str]]:
    lines = resources.files("relay").joinpath(file).read_text(encoding="utf-8").splitlines()
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _entry(row: dict[str, str]) -> _Entry:
    names = {language: row[language] for language in _LANGUAGES if row[language]}
    place = Place(
        code=row["code"],
        kind=PlaceKind(row["kind"]),
        country=row["country"],
        neighbour=row["neighbour"] or None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        names=MappingProxyType(names),
        aliases=tuple(row["aliases"].split("|")) if row["aliases"] else (),
    )
    own, cities = _spellings(place)
    exact = _folded(place, (*names.values(), *place.aliases))
    common = own | exact if row["common"] == "yes" else _folded(place, row["common"].split("|"))
    return _Entry(place, exact, own, cities, common, dict(_ranks(row["likely"])))


def _spellings(place: Place) -> tuple[frozenset[str], frozenset[str]]:
    """Give a place's own names, and the cities that name it only together with its kind.

    An alias with a comma (Уфа, Россия) is no name that may be mistyped.
    """
    parts = {half for label in place.names.values() for half in place_words.halves(label)}
    if place.kind in _CITIES:
        return _folded(place, parts | {alias for alias in place.aliases if "," not in alias}), frozenset()
    plain = {without_kind(text) for text in parts | set(place.aliases)} - {""}
    if place.kind in _BORDERS:
        return frozenset(plain), frozenset()
    own = {joined(alias) for alias in place.aliases if joined(alias) == without_kind(alias)}
    return frozenset(own - {""}), frozenset(plain - own)


def _folded(place: Place, names: Iterable[str]) -> frozenset[str]:
    """Give names as folded words, of cities and countries in every case that people put them in."""
    written = set(names) - {""}
    if place.kind not in _CITIES:
        return frozenset(map(joined, written)) - {""}
    told = {joined(case) for name in written for case in (name, *_cases(name))}
    return frozenset(told | {joined(name) + ending for name in written for ending in _GENITIVES})


def _cases(name: str) -> Iterator[str]:
    """Give a name in the other cases; none for one that does not end like a Russian noun."""
    if _CONSONANT_LAST.search(name):
        yield from (name + ending for ending in _CASES_OF_CONSONANTS)
    yield from (name[:-1] + ending for ending in _CASES.get(name[-1].lower(), ()))


def _ranks(cell: str) -> Iterator[tuple[str, int]]:
    """Read the `likely` column, "kk:1 uz:3": the place's rank among the buttons of each language."""
    for item in cell.split():
        language, _, rank = item.partition(":")
        yield language, int(rank)


def _kilometres(place: Place, lat: float, lon: float) -> float:
    """Give the great-circle distance (haversine, sphere of 6371 km); infinite without coordinates."""
    if place.lat is None or place.lon is None:
        return math.inf
    one, two = math.radians(lat), math.radians(place.lat)
    half_lat, half_lon = (two - one) / 2, math.radians(place.lon - lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(one) * math.cos(two) * math.sin(half_lon) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))
