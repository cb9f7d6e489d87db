"""Single words of the tables of specialities, found again in what people type: endings, alphabets, typos.

Words of kk, ru and uz meet by their folded spelling, which is one for all their alphabets; English words meet
as they are written, because the folded alphabet is no spelling of English (`eye` would be `e`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching import scripts
from matching.spelling import fold

BEGINNING: Final = "*"
"""What a word of a table ends with when every word that begins so is meant: `ауыр*`."""
ENGLISH: Final = "en"

_MOST_WORDS: Final = 60  # of one text: a question of 400 characters
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")

_SPELLED_SO: Final = 1.0
_SPELLED_OTHERWISE: Final = 0.9  # қуық and күйік fold to one word: who writes the letters means the letters
_FIRST_LETTERS: Final = 3
_TYPO: Final = 0.8
_SHORTEST_TYPO: Final = 7  # letters of a word that one slip may stand in; shorter ones are too near to others
_LONG: Final = 10  # letters of a word that two slips may stand in
_SHORTEST_BENT: Final = 3  # letters of a word that takes endings
_SHORTEST_STEM: Final = 4  # letters that stay of a Russian word without its last vowels
_SHORTEST_LOAN: Final = 5  # letters of a word that takes the endings of the other languages too
_LONGEST_ENDING: Final = 5

# Endings in the folded alphabet (matching/spelling.py). Kazakh and Uzbek: plural, whose, case, in this order.
_PLURALS: Final = ("", *(first + "ar" for first in "ldt"), *(first + "er" for first in "ldt"))
_WHOSE: Final = (
    *("", "m", "i", "u", "n", "a", "im", "um", "am", "in", "un", "an", "si"),
    "miz",
    "imiz",
    "niz",
    "iniz",
    "siniz",
)
_CASES: Final = (
    *(
        "",
        "ga",
        "ge",
        "ka",
        "ke",
        "na",
        "ne",
        "a",
        "e",
        "ni",
        "di",
        "ti",
        "n",
        "nin",
        "din",
        "tin",
        "da",
        "de",
    ),
    *(
        "ta",
        "te",
        "nda",
        "nde",
        "dan",
        "den",
        "tan",
        "ten",
        "nan",
        "nen",
        "men",
        "ben",
        "pen",
        "dagi",
        "degi",
    ),
    *("tagi", "tegi", "ndagi", "ndegi", "li", "lik", "mi", "či", "ši"),
)
_TURKIC: Final = frozenset(map("".join, product(_PLURALS, _WHOSE, _CASES)))
_RUSSIAN_NOUNS: Final = (
    *("", *"auieo", "om", "em", "iom", "oi", "ei", "ou", "eiu", "am", "ami", "ah", "ov", "ev"),
    *("ia", "iu", "ie", "io", "iei", "iam", "iami", "iah", "iov"),
)
_RUSSIAN_ADJECTIVES: Final = ("ogo", "ego", "omu", "emu", "im", "ih", "imi", "aia", "uiu", "oe", "oiu")
_RUSSIAN: Final = frozenset(_RUSSIAN_NOUNS + _RUSSIAN_ADJECTIVES)
_LOAN: Final = _RUSSIAN | _TURKIC
_ENGLISH: Final = frozenset({"", "s", "es"})
_NONE: Final = frozenset({""})
_SOFTENED: Final = {"k": "g", "p": "b"}  # жүрек жүрегі, yurak yuragi, асап асабы


@dataclass(frozen=True, slots=True)
class Token:
    """One typed word: as written (small letters, plain apostrophes), without apostrophes, and folded."""

    written: str
    bare: str
    folded: str


@dataclass(frozen=True, slots=True)
class _Form:
    """A beginning of typed words: which word it is, its first letters, the endings it takes (None: any)."""

    language: str
    word: str
    first_letters: str
    endings: frozenset[str] | None

    def takes(self, ending: str) -> bool:
        """Tell whether a word may go on so after this beginning."""
        return self.endings is None or ending in self.endings


def tokens(text: str) -> list[Token]:
    """Give the words of a text of any length, at most 60, without signs; a hyphen parts words."""
    shown = " ".join(scripts.visible(piece) for piece in text.split()[:_MOST_WORDS])
    written = [found.lower() for found in _WORD.findall(scripts.straight(shown))]
    return [Token(word, word.replace("'", ""), fold(word)) for word in written[:_MOST_WORDS]]


class Words:
    """The words of the tables by what people type for them."""

    def __init__(self) -> None:
        self._forms: defaultdict[str, list[_Form]] = defaultdict(list)
        self._english: defaultdict[str, list[_Form]] = defaultdict(list)
        self._others: set[str] = set()
        self._known: dict[tuple[bool, str], set[str]] = defaultdict(set)

    def add(self, language: str, cell: str, word: str) -> None:
        """Let the spellings of one written word of a language lead to a word of phrases."""
        plain = scripts.straight(cell).lower()
        begun = plain.endswith(BEGINNING)
        letters = plain.removesuffix(BEGINNING)
        forms = self._english if language == ENGLISH else self._forms
        for stem, endings in _stems(language, letters, begun=begun).items():
            forms[stem].append(_Form(language, word, letters[:_FIRST_LETTERS], endings))
        spelled = _spelled(language, letters)
        if not begun and len(spelled) >= _SHORTEST_TYPO:
            self._known[language == ENGLISH, spelled[0]].add(spelled)

    def add_other(self, cell: str) -> None:
        """Let a written word mean none of the words that it is spelled or folded like."""
        self._others.add(scripts.straight(cell).lower())

    def known(self, language: str, cell: str) -> set[str]:
        """Give the words that a written word of a table means already in its own language."""
        letters = scripts.straight(cell).lower().removesuffix(BEGINNING)
        token = Token(letters, letters.replace("'", ""), fold(letters))
        return {form.word for form in self._taking(token) if form.language == language}

    def meant(self, token: Token) -> dict[str, float]:
        """Give the words a typed one means, each with how sure that is, 0..1; empty for all other words."""
        if self._is_other(token.written):
            return {}
        return self._exactly(token) or self._nearly(token)

    def _is_other(self, written: str) -> bool:
        cuts = (written[:length] + BEGINNING for length in range(2, len(written) + 1))
        return written in self._others or any(cut in self._others for cut in cuts)

    def _exactly(self, token: Token) -> dict[str, float]:
        found: dict[str, float] = {}
        for form in self._taking(token):
            found[form.word] = max(found.get(form.word, 0.0), _sureness(form, token))
        return found

    def _taking(self, token: Token) -> Iterator[_Form]:
        """Give the forms a typed word begins with, when the rest of it is an ending of theirs."""
        for forms, typed in ((self._forms, token.folded), (self._english, token.bare)):
            for length in range(len(typed), 0, -1):
                yield from (form for form in forms.get(typed[:length], ()) if form.takes(typed[length:]))

    def _nearly(self, token: Token) -> dict[str, float]:
        """Give the words that a long word with a slip may mean.

        Slips are counted letter by letter: what spellings of names exchange (matching/likeness.py) would make
        one word of рядом and роддом. The first letter is seldom missed.
        """
        found: dict[str, float] = {}
        for english, reading in _readings(token):
            words = self._known.get((english, reading[0]), ())
            slips = 1 + (len(reading) >= _LONG)
            for known, _, _ in process.extract_iter(reading, words, scorer=OSA.distance, score_cutoff=slips):
                found |= dict.fromkeys(self._exactly(Token(known, known, known)), _TYPO)
        return found


def _spelled(language: str, letters: str) -> str:
    return letters.replace("'", "") if language == ENGLISH else fold(letters)


def _stems(language: str, letters: str, *, begun: bool) -> dict[str, frozenset[str] | None]:
    """Give the beginnings by which a written word is recognised, each with the endings it takes."""
    spelled = _spelled(language, letters)
    if begun:
        return dict.fromkeys(_variants(language, letters))
    if language == ENGLISH:
        return {spelled: _ENGLISH if len(spelled) >= _SHORTEST_BENT else _NONE}
    if len(spelled) < _SHORTEST_BENT:
        return {spelled: _NONE}
    own = _RUSSIAN if language == "ru" else _TURKIC
    endings = _LOAN if len(spelled) >= _SHORTEST_LOAN else own
    if language != "ru":
        softened = {word[:-1] + _SOFTENED.get(word[-1], word[-1]) for word in _variants(language, letters)}
        return dict.fromkeys([*_variants(language, letters), *softened], endings)
    stem = spelled.rstrip("aeiou")
    if stem == spelled or len(stem) < _SHORTEST_STEM:
        return {spelled: endings if stem == spelled else _NONE}
    return {stem: _RUSSIAN - _NONE, spelled: endings}


def _variants(language: str, letters: str) -> set[str]:
    """Give the folded spellings of a word; Uzbek oʻ is also typed as a plain o."""
    plain = letters.replace("o'", "o") if language == "uz" else letters
    return {_spelled(language, letters), _spelled(language, plain)}


def _sureness(form: _Form, token: Token) -> float:
    return _SPELLED_SO if token.written.startswith(form.first_letters) else _SPELLED_OTHERWISE


def _readings(token: Token) -> set[tuple[bool, str]]:
    """Give a long word as English and as folded, the latter with and without the ending it may have."""
    sizes = [size for size in range(1, _LONGEST_ENDING + 1) if token.folded[-size:] in _LOAN]
    folded = {token.folded, *(token.folded[:-size] for size in sizes)}
    readings = {(True, token.bare), *((False, reading) for reading in folded)}
    return {(english, reading) for english, reading in readings if len(reading) >= _SHORTEST_TYPO - 1}
