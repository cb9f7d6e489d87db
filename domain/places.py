"""Places: where documents are lost and found (border posts, stations, bazaars), and cities and countries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class PlaceKind(StrEnum):
    """What sort of place it is."""

    BORDER_ROAD = "border_road"
    BORDER_RAIL = "border_rail"
    AIRPORT = "airport"
    RAILWAY = "railway"
    BUS = "bus"
    BAZAAR = "bazaar"
    OTHER = "other"
    CITY = "city"
    COUNTRY = "country"


# Readers of a Cyrillic alphabet are helped by Russian, readers of a Latin one by English.
_INSTEAD: Final[Mapping[str, tuple[str, ...]]] = {"kk": ("ru",), "ky": ("ru",), "tg": ("ru",)}
_LAST: Final = "en"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    `country` and `neighbour` (the country beyond a border post) are ISO 3166-1 alpha-2; `lat` and `lon` are
    degrees (WGS 84), rough, or None; `names` are labels by language code and always include "en".
    """

    code: str
    kind: PlaceKind
    country: str
    neighbour: str | None
    lat: float | None
    lon: float | None
    names: Mapping[str, str] = field(hash=False)
    aliases: tuple[str, ...]

    def label(self, language: str) -> str:
        """Give the name to show in a language, else in one its readers know, at last in English."""
        for code in (language, *_INSTEAD.get(language, ()), _LAST):
            if code in self.names:
                return self.names[code]
        return self.code
