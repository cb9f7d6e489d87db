"""Phrases of a table, found in a text in whatever alphabet, case and laziness of letters it is typed.

A table is one of `matching/medical`: a kind, a language and phrases between semicolons. In a phrase `*`
stands for any ending (отрав*) or, in front, any beginning (*циллин), `|` for "or" (рука|нога), `#` for a
number and `~` for up to three words of the same sentence. Words are compared folded (`matching.spelling`),
so a Latin line finds Cyrillic Uzbek, and Kazakh is found without its own letters.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Self

from matching import rules, scripts
from matching.spelling import fold

LONGEST: Final = 4_096
"""Characters that are looked at: Telegram's longest message."""

_COLUMNS: Final = ("kind", "language", "phrases")
_FARTHEST: Final = 3
_MOST_MET: Final = 16_384
_LONGEST_MET: Final = 40  # letters of a word worth remembering
_ABBREVIATION: Final = 3  # letters: ул. кв. им. мг. end no sentence
_BREAK: Final = "."
_NUMBER_SIGN: Final = "№"
_NEVER_GROUPED: Final = {True: "b", False: "б"}  # by whether the word is Latin
_TOKEN: Final = re.compile(
    r"(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<number>\d+(?:[.,/:–-]\d+)*)|(?P<sign>[%$€₸₽₺])|[.!?…;\n]+"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a sign of money or per cent, or the end of a sentence.

    `said` is how it was typed, `folded` how it is compared; `start` and `end` are its places in the text.
    """

    said: str
    folded: str
    start: int
    end: int

    @property
    def is_break(self) -> bool:
        """Tell whether a sentence or line ends here."""
        return self.folded == _BREAK

    @property
    def is_number(self) -> bool:
        """Tell whether it is a number, maybe with a comma, a slash or a dash inside."""
        return self.folded[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as phrases see it: what was typed, in one form of Unicode, and its tokens."""

    text: str
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Read the first 4,096 characters of any text."""
        parts = scripts.straight(text[:LONGEST]).split(_NUMBER_SIGN)  # which would be unified to "No"
        unified = _NUMBER_SIGN.join(unicodedata.normalize("NFKC", part) for part in parts)[:LONGEST]
        found = (_token(match) for match in _TOKEN.finditer(unified))
        return cls(unified, tuple(_ended(list(found))))

    def sentences(self) -> Iterator[range]:
        """Give the places of the tokens of each sentence, in order."""
        first = 0
        for place, token in enumerate(self.tokens):
            if token.is_break:
                yield range(first, place)
                first = place + 1
        yield range(first, len(self.tokens))

    def quoted(self, first: int, last: int) -> str:
        """Give what was typed from one token up to another one, which is left out."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: its kind, its first token, and the token after its last."""

    kind: str
    first: int
    last: int

    def overlaps(self, other: "Found") -> bool:
        """Tell whether two phrases share a token."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True, slots=True)
class _Element:
    """One word of a phrase: the folded words that fit, or their beginnings and endings."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    is_number: bool
    is_gap: bool

    def fits(self, token: Token) -> bool:
        said = token.folded
        if said in self.words or said.startswith(self.beginnings) or said.endswith(self.endings):
            return True
        return self.is_number and token.is_number


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: str
    first: _Element
    rest: tuple[_Element, ...]


class Phrases:
    """The phrases of one table."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._by_word: dict[str, list[_Phrase]] = defaultdict(list)
        self._by_beginning: dict[str, list[_Phrase]] = defaultdict(list)
        self._by_ending: dict[str, list[_Phrase]] = defaultdict(list)
        self._by_number: list[_Phrase] = []
        self._met: dict[str, tuple[_Phrase, ...]] = {}
        for phrase in dict.fromkeys(phrases):  # two languages may share one
            self._index(phrase)
        self._lengths = sorted({len(beginning) for beginning in self._by_beginning})
        self._endings = tuple(self._by_ending)

    @classmethod
    @cache
    def load(cls, table: str) -> Self:
        """Read a table of `matching/medical`; RuleError names the line that cannot be used."""
        text = (files("matching") / "medical" / table).read_text(encoding="utf-8")
        return cls.parse(table, text)

    @classmethod
    def parse(cls, table: str, text: str) -> Self:
        """Read the text of a table; RuleError as in `load`."""
        return cls(phrase for rule in rules.parse(table, text, _COLUMNS) for phrase in _phrases(rule))

    def find(self, reading: Reading) -> list[Found]:
        """Give every phrase of the table that a text has, in their order."""
        return [
            Found(phrase.kind, first, last)
            for first, token in enumerate(reading.tokens)
            for phrase in self._begun(token)
            if (last := _end(phrase.rest, reading.tokens, first + 1) if phrase.rest else first + 1)
        ]

    def _begun(self, token: Token) -> tuple[_Phrase, ...]:
        """Give the phrases whose first word a token is, remembered for words that were met before."""
        begun = self._met.get(token.folded)
        if begun is None:
            begun = tuple(self._beginning(token))
            if len(self._met) >= _MOST_MET:
                self._met.clear()
            if len(token.folded) <= _LONGEST_MET:
                self._met[token.folded] = begun
        return begun

    def _index(self, phrase: _Phrase) -> None:
        first = phrase.first
        for word in (word for word in first.words if not word.startswith(first.beginnings)):
            self._by_word[word].append(phrase)
        for beginning in first.beginnings:
            self._by_beginning[beginning].append(phrase)
        for ending in first.endings:
            self._by_ending[ending].append(phrase)
        if first.is_number:
            self._by_number.append(phrase)

    def _beginning(self, token: Token) -> Iterator[_Phrase]:
        if token.is_number:
            yield from self._by_number
        said = token.folded
        yield from self._by_word.get(said, ())
        for length in self._lengths:
            if length > len(said):
                break
            yield from self._by_beginning.get(said[:length], ())
        if said.endswith(self._endings):
            for ending, phrases in self._by_ending.items():
                yield from phrases if said.endswith(ending) else ()


def _end(elements: Sequence[_Element], tokens: Sequence[Token], place: int) -> int | None:
    """Give the place after a phrase's remaining words, None when they do not stand here."""
    if not elements:
        return place
    if not elements[0].is_gap:
        fits = place < len(tokens) and elements[0].fits(tokens[place])
        return _end(elements[1:], tokens, place + 1) if fits else None
    for start in range(place, min(place + _FARTHEST, len(tokens)) + 1):
        if start > place and tokens[start - 1].is_break:
            return None
        last = _end(elements[1:], tokens, start)
        if last is not None:
            return last
    return None


def _token(match: re.Match[str]) -> Token:
    said = match[0]
    if match["word"]:
        return Token(said, _folded(said), match.start(), match.end())
    return Token(said, said if match["number"] or match["sign"] else _BREAK, match.start(), match.end())


def _ended(tokens: list[Token]) -> Iterator[Token]:
    """Give the tokens without the full stops of abbreviations and after numbers."""
    before: Token | None = None
    for token in tokens:
        if not (token.said == _BREAK and before and _is_abbreviated(before)):
            yield token
        before = token


def _is_abbreviated(token: Token) -> bool:
    return token.is_number or len(token.said) <= _ABBREVIATION


def _phrases(rule: rules.Rule) -> Iterator[_Phrase]:
    """Give the phrases of a line, with oʻ also as o, which is how it is typed in haste."""
    written = rule["phrases"].split(";")
    for spelling in dict.fromkeys((*written, *(phrase.replace("oʻ", "o") for phrase in written))):
        elements = tuple(_element(word) for word in spelling.split())
        if not elements or elements[0].is_gap or elements[-1].is_gap:
            raise rules.RuleError(f"{rule.place}: a phrase begins and ends with a word: {spelling!r}")
        yield _Phrase(rule["kind"], elements[0], elements[1:])


def _element(written: str) -> _Element:
    parts = written.split("|")
    return _Element(
        words=frozenset(_folded(part.rstrip("*")) for part in parts if part[0] not in "#~*"),
        beginnings=tuple(each for part in parts if part.endswith("*") for each in _beginnings(part[:-1])),
        endings=tuple(_folded(part[1:]) for part in parts if part.startswith("*")),
        is_number=written == "#",
        is_gap=written == "~",
    )


def _folded(word: str) -> str:
    """Fold a word with ё as е, which is how it is usually typed; numbers and signs stay."""
    return fold(word.lower().replace("ё", "е")) if word[0].isalpha() else word


def _beginnings(cut: str) -> set[str]:
    """Give the folded beginnings of words that begin so: what follows may change the last sound (ket-di)."""
    plain = _folded(cut + _NEVER_GROUPED[cut.isascii()])[:-1]
    others = {_folded(cut + letter) for letter in _letters_after(cut)}
    return {plain, *(other for other in others if not other.startswith(plain))}


def _letters_after(cut: str) -> set[str]:
    """Give the letters that are written as one group with the end of a beginning."""
    return {
        letter for length in range(1, len(cut) + 1) for letter in _continued().get(cut[-length:].lower(), ())
    }


@cache
def _continued() -> dict[str, set[str]]:
    """Give the letters that may follow in a group of letters.tsv, by what stands before them in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for written in (rule["written"].strip("^$") for rule in rules.LETTERS):
        for place in range(1, len(written)):
            found[written[:place]].add(written[place])
    return found
