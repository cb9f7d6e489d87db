"""The spelling of places of issue as stored proofs have it: frozen when the first proofs were stored.

A proof is kept as a keyed hash of its form, so this must never follow the tables of `matching/rules`, which
get better with time: a changed form would make every stored place unanswerable.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from matching import scripts

# Russian: GOST 7.79-2000 and ICAO 9303 part 3 table B, reduced to sounds.
_RUSSIAN: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "io", "ж": "j", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h", "ц": "s", "ч": "č", "ш": "š", "щ": "š", "ъ": "", "ы": "i", "ь": "",
    "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
# Kazakh Cyrillic (alphabet of 1940); қ ғ ң һ and the soft vowels.
_KAZAKH: Final = {"ә": "a", "ғ": "g", "қ": "k", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i"}
# Uzbek Cyrillic (1940) and the Latin of 1995: ў = oʻ, ғ = gʻ, ҳ = h, қ = q; Russian papers write ў as у.
_UZBEK: Final = {"ў": "u", "ҳ": "h"}
# Tajik Cyrillic (1940, with the letters of 1998): ӣ, ӯ, ҷ, ҳ.
_TAJIK: Final = {"ӣ": "i", "ӯ": "u", "ҷ": "j"}
# Neighbours met on papers: Tatar, Bashkir, Uyghur, Turkmen, Azerbaijani and Ukrainian letters.
_NEIGHBOURS: Final = {"җ": "j", "ҡ": "k", "ҙ": "z", "ҫ": "s", "ј": "i", "ѕ": "s", "ї": "i", "є": "e",
                      "ґ": "g", "ӓ": "a", "ӧ": "o", "ӱ": "u", "ҝ": "g", "ҹ": "j"}  # fmt: skip
_CYRILLIC: Final = _RUSSIAN | _KAZAKH | _UZBEK | _TAJIK | _NEIGHBOURS

# Kazakh Latin of 2017 (apostrophes), 2018 (acutes: á ǵ ń ó ý) and 2021 (ä ğ ñ ö ū ü ş).
_KAZAKH_LATIN: Final = {"ä": "a", "á": "a", "ğ": "g", "ǵ": "g", "ñ": "ng", "ń": "ng", "ö": "o", "ó": "o",
                        "ū": "u", "ü": "u", "ú": "u", "ý": "u", "ş": "š", "ı": "i"}  # fmt: skip
# Turkish (1928) and Azerbaijani Latin (1991): c is дж.
_TURKISH: Final = {"ç": "č", "c": "j", "â": "a", "î": "i", "û": "u", "ə": "a", "i̇": "i"}
# Passport Latin, ICAO 9303 part 3, and what is left of the plain letters: q = қ, x = Uzbek х, y = й ы.
_PASSPORT: Final = {"q": "k", "x": "h", "y": "i", "ž": "j", "š": "š", "č": "č", "ß": "s", "ø": "o", "æ": "a",
                    "ŋ": "ng", "đ": "d", "ł": "l"}  # fmt: skip
# Chats in Uzbek: 4 is ч (to‘rt), 6 is ш (olti, from Russian шесть).
_CHAT: Final = {"4": "č", "6": "š"}
_LATIN: Final = _PASSPORT | _KAZAKH_LATIN | _TURKISH | _CHAT

# Groups of Latin letters for one sound, longest first: ICAO 9303 part 3 (kh zh ts shch), British usage (dzh),
# Uzbek 1995 (sh ch, s'h kept apart), French papers of the 1990s (dj tch), German (sch), Kyrgyz (tc).
_LATIN_GROUPS: Final = (
    ("shch", "š"), ("dzh", "j"), ("sch", "š"), ("tch", "č"), ("s'h", "s h"), ("dj", "j"), ("zh", "j"),
    ("kh", "h"), ("gh", "g"), ("ch", "č"), ("sh", "š"), ("ts", "s"), ("tc", "s"), ("ph", "f"), ("ck", "k"),
    ("o'", "u"), ("g'", "g"), ("yo'", "iu"), ("iy", "i"),
)  # fmt: skip
# Russian writes the Turkic and Persian ж with дж; Tajik has both.
_CYRILLIC_GROUPS: Final = (("дж", "ж"), ("дҷ", "ҷ"))
# What is left of spelling once letters are sounds: ң = нг = н, yev = ev, doubled letters.
_SOUND_GROUPS: Final = ((re.compile("ng+"), "n"), (re.compile("i+e"), "e"), (re.compile(r"(.)\1+"), r"\1"))


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Give one word (no spaces) in the folded alphabet; letters of other scripts stay, signs vanish."""
    whole = scripts.one_script(unicodedata.normalize("NFC", scripts.straight(word)))
    lowered = whole.replace("İ", "i").lower()
    cyrillic = any(map(scripts.is_cyrillic, lowered))
    for group, sound in _CYRILLIC_GROUPS if cyrillic else _LATIN_GROUPS:
        lowered = lowered.replace(group, sound)
    sounds = "".join(_sound(letter) for letter in lowered)
    for pattern, sound in _SOUND_GROUPS:
        sounds = pattern.sub(sound, sounds)
    return sounds


def _sound(letter: str) -> str:
    known = _CYRILLIC.get(letter, _LATIN.get(letter))
    if known is not None:
        return known
    if not letter.isalpha():
        return ""
    if letter.isascii():
        return letter
    plain = unicodedata.normalize("NFKD", letter)[0]
    return _CYRILLIC.get(plain, _LATIN.get(plain, plain))
