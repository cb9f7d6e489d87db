"""Personal names that a free text mentions, without knowing where they stand.

A capital is no sign by itself: sentences, towns, clinics and months have one. A word counts as a name when
the tables of names know it, or when it has the ending of a surname or patronymic, and something beside it
agrees: another such word, a relative (сын Азамат), an age, "зовут". Names of doctors, clinics, streets and
illnesses do not count; the words that tell them stand in `matching/medical/exposure.tsv`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from matching import endings, patronymics, rules, surnames
from matching.phrases import Found, Reading
from matching.spelling import fold

_SHORTEST: Final = 4
"""Folded letters of a given name that counts by itself: Ян, Ли and Аян are words too often."""

_SHORTEST_FAMILY: Final = 5
_SHORTEST_CAPITALS: Final = 3
_MOST_CAPITALS: Final = 0.6
"""From this share of capitals on a text is typed with the key held down, and capitals say nothing."""

# Endings of cases, folded: Russian ones for Азамата, Амине; Turkic ones for Азаматтың, Amina'ga.
_CASES: Final = ("a", "u", "e", "i", "om", "em", "oi", "ei", "iu", "ia", "ie", "am", "iam", "in", "nin",
                 "din", "tin", "ga", "ge", "ka", "ke", "di", "ti", "ni", "da", "de", "ta", "te", "dan", "den",
                 "tan", "ten", "nan", "men", "ben", "pen", "im", "jan", "jon", "s")  # fmt: skip
_NOMINATIVES: Final = ("", "a", "ia", "i")
_REGION: Final = frozenset({"az", "kk", "ky", "ru", "tg", "tr", "uz"})
_NO_GIVEN_NAMES: Final = ("Western given name", "foreign surname", "Korean surname")
# English has many words with the endings that Turkmen, Armenian and French papers give to surnames.
_LATIN_FAMILIES: Final = ("ov", "ova", "ev", "eva", "zoda", "zade", "enko", "skiy", "skaya", "sky", "ski")
_ADJECTIVES: Final = ("ski", "skaia", "skoi", "skogo", "skie", "skih")
_NEVER_NAMES: Final = frozenset({"place", "doctor", "month"})
_QUOTES: Final = frozenset("«\"'„")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a word may be in a name, by itself; `short` is a pet form, which is often another word too."""

    given: bool
    short: bool
    family: bool
    father: bool

    @property
    def is_known(self) -> bool:
        return self.given or self.family or self.father


_NO_NAME: Final = _Kind(given=False, short=False, family=False, father=False)


def mentioned(reading: Reading, found: list[Found]) -> list[range]:
    """Give the places of the tokens of each name in a text, in order.

    `found` are the phrases of exposure.tsv in the same text.
    """
    text = _Text(reading, found)
    taken: set[int] = set()
    for span in sorted(text.spans(), key=lambda span: (span.start, span.stop)):
        if not text.is_somebody_elses(span):
            taken.update(span)
    return list(_runs(sorted(taken)))


class _Text:
    """A text with what stands where: phrases by their beginnings and ends, kinds of words."""

    def __init__(self, reading: Reading, found: list[Found]) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        self._starts: dict[int, set[str]] = defaultdict(set)
        self._ends: dict[int, set[str]] = defaultdict(set)
        asked = [each for each in found if each.kind == "ask"]
        for each in found:
            if each.kind == "intro" and any(map(each.overlaps, asked)):
                continue
            self._starts[each.first].add(each.kind)
            self._ends[each.last].add(each.kind)
        self._barred = _covered(found, _NEVER_NAMES)
        self._words = _covered(found, frozenset({"word"}))
        letters = [sign for sign in reading.text if sign.isalpha()]
        self._is_shouted = sum(map(str.isupper, letters)) > _MOST_CAPITALS * len(letters)

    def spans(self) -> Iterator[range]:
        """Give the places of everything that looks like a name, overlapping."""
        for place, token in enumerate(self._tokens):
            if not (token.said[0].isupper() or token.folded in _given_names() or self._is_pointed_at(place)):
                continue
            if self._is_pair(place):
                yield range(place, place + 2)
            elif self._is_alone(place) or self._is_introduced(place):
                yield range(place, place + 1)

    def is_somebody_elses(self, span: range) -> bool:
        """Tell whether a name is a doctor's, a clinic's, a street's, an illness's, or stands in quotes."""
        before = self._ends[span.start]
        if self._is_quoted(span.start):
            return True
        if "after" in self._starts[span.stop] or "house" in before or "doctor" in before:
            return True
        if {"kin", "intro"} & before:
            return False
        return "doctor" in self._starts[span.stop] or (
            span.start > 1
            and not self._tokens[span.start - 1].is_break
            and "doctor" in self._ends[span.start - 1]
        )

    def _kind(self, place: int) -> _Kind:
        if place in self._barred or (place in self._words and not self._is_relative(place)):
            return _NO_NAME
        return _kind(self._tokens[place].said)

    def _is_pair(self, place: int) -> bool:
        """Tell whether this word and the next are two parts of a name."""
        if place + 1 >= len(self._tokens) or not self._are_together(place):
            return False
        if self._is_initial(place + 1):
            return self._kind(place).family and self._is_titled(place)
        capitals = self._is_capital(place), self._is_capital(place + 1)
        if all(capitals):
            return self._are_parts(place, self._kind(place), self._kind(place + 1))
        if capitals[0] and patronymics.is_mark(self._tokens[place + 1].said):
            return self._kind(place).given and not self._is_genitive(place)
        return not any(capitals) and self._are_lazy_parts(place)

    def _are_parts(self, place: int, one: _Kind, two: _Kind) -> bool:
        """Judge two words with capitals: both known, or one surely part of a name and the other no word."""
        if one.is_known and two.is_known:
            return one.given or two.given or one.father or two.father
        if self._is_shouted or not (self._may_be_unknown(place) and self._may_be_unknown(place + 1)):
            return False
        sure = two if two.is_known else one
        unsure = place if two.is_known else place + 1
        if sure.father:
            return True
        adjective = fold(self._tokens[place + (sure is two)].said).endswith(_ADJECTIVES)
        return sure.family and not adjective and not self._is_first(unsure)

    def _are_lazy_parts(self, place: int) -> bool:
        """Judge two words without capitals: a given name with a surname or a patronymic."""
        pair = self._tokens[place], self._tokens[place + 1]
        if not any(token.folded in _given_names() for token in pair):
            return False
        one, two = self._kind(place), self._kind(place + 1)
        return (one.given and (two.family or two.father)) or (two.given and one.family)

    def _is_alone(self, place: int) -> bool:
        """Tell whether one given name is meant: with a capital inside a sentence, or by what is beside it."""
        kind, is_titled = self._kind(place), self._is_titled(place)
        of_kin, of_age = "kin" in self._ends[place], "age" in self._starts[place + 1]
        if kind.given:
            return of_kin or of_age or (is_titled and not self._is_first(place))
        if of_kin and self._may_be_unknown(place):
            return of_age or kind.short or endings.without(fold(self._tokens[place].said)) is not None
        return kind.short and of_age and is_titled

    def _is_introduced(self, place: int) -> bool:
        """Tell whether the text says that this is a name: зовут Азамат, Азамат есімді."""
        kind = self._kind(place)
        said = "intro" in self._ends[place] or "named" in self._starts[place + 1]
        if not said and "intro" in self._ends[place - 1]:  # имя пациента Азамат
            return kind.given
        if not said:
            return False
        return kind.is_known or (self._is_titled(place) and self._may_be_unknown(place))

    def _is_pointed_at(self, place: int) -> bool:
        return "intro" in self._ends[place] or "named" in self._starts[place + 1] or self._is_lazy_pair(place)

    def _is_lazy_pair(self, place: int) -> bool:
        """Tell whether a given name follows a word in small letters: касымова айгерим."""
        after = place + 1
        return after < len(self._tokens) and self._tokens[after].folded in _given_names()

    def _are_together(self, place: int) -> bool:
        one, two = self._tokens[place], self._tokens[place + 1]
        return not self._reading.text[one.end : two.start].strip(" -") and not two.is_break

    def _is_capital(self, place: int) -> bool:
        said = self._tokens[place].said
        return said[0].isupper() and (self._is_titled(place) or len(said) >= _SHORTEST_CAPITALS)

    def _is_titled(self, place: int) -> bool:
        said = self._tokens[place].said
        return said[0].isupper() and not said[1:].isupper() and len(said) > 1

    def _may_be_unknown(self, place: int) -> bool:
        return self._is_titled(place) and place not in self._barred and place not in self._words

    def _is_relative(self, place: int) -> bool:
        """Tell whether a capital stands after a relative: тётя Роза is no flower."""
        return "kin" in self._ends[place] and self._is_titled(place)

    def _is_initial(self, place: int) -> bool:
        token = self._tokens[place]
        return len(token.said) == 1 and token.said.isupper() and self._reading.text[token.end :][:1] == "."

    def _is_first(self, place: int) -> bool:
        return place == 0 or self._tokens[place - 1].is_break or self._is_new_line(place)

    def _is_new_line(self, place: int) -> bool:
        between = self._reading.text[self._tokens[place - 1].end : self._tokens[place].start]
        return any(sign in between for sign in ":—–-•\n)")

    def _is_genitive(self, place: int) -> bool:
        """Tell Айгүлдің қызы, somebody's daughter, from Мұрат қызы, a patronymic."""
        return self._tokens[place].folded.endswith(("nin", "din", "tin"))

    def _is_quoted(self, place: int) -> bool:
        start = self._tokens[place].start
        return start > 0 and self._reading.text[start - 1] in _QUOTES


def _covered(found: list[Found], kinds: frozenset[str]) -> set[int]:
    """Give the places of the tokens of all phrases of these kinds."""
    return {place for each in found if each.kind in kinds for place in range(each.first, each.last)}


@lru_cache(maxsize=16_384)
def _kind(said: str) -> _Kind:
    """Give what a word may be in a name, in any case of Russian and the Turkic languages."""
    folded = fold(said)
    if not said[0].isalpha() or len(folded) < _SHORTEST - 1:
        return _NO_NAME
    stems = _stems(folded)
    return _Kind(
        given=_has(_given_names(), folded, stems),
        short=folded in _short_names() or any(stem in _short_names() for stem in stems),
        family=any(_is_family(said, word) for word in (folded, *stems)),
        father=_ends_as(_is_father, folded, stems),
    )


def _has(names: frozenset[str], folded: str, stems: list[str]) -> bool:
    """Tell whether a word or what it is a case of is a name, of names long enough."""
    return folded in names or any(stem in names for stem in stems)


def _ends_as(test: Callable[[str], bool], folded: str, stems: list[str]) -> bool:
    return test(folded) or any(map(test, stems))


def _is_family(said: str, folded: str) -> bool:
    if len(folded) < _SHORTEST_FAMILY or (said.isascii() and not folded.endswith(_folded_families())):
        return False
    return surnames.is_surname(folded)


def _is_father(folded: str) -> bool:
    return patronymics.father(folded) is not None and len(folded) > _SHORTEST + 2


def _stems(folded: str) -> list[str]:
    """Give a folded word without each case ending it may have, with the vowel that the ending replaced."""
    return [
        folded.removesuffix(ending) + vowel
        for ending in _CASES
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST
        for vowel in _NOMINATIVES
    ]


@cache
def _folded_families() -> tuple[str, ...]:
    return tuple(fold(ending) for ending in _LATIN_FAMILIES)


@cache
def _given_names() -> frozenset[str]:
    """Give the folded given names of the region's papers that are long enough to be no other word."""
    full = {word for rule in rules.SHORT_FORMS for word in rule["full"].split()}
    for rule in rules.SAME_NAMES:
        if not _REGION.isdisjoint(rule["languages"].split()) and not _is_foreign(rule["source"]):
            full.update(rule["names"].split())
    return frozenset(name for name in map(fold, full) if len(name) >= _SHORTEST)


def _is_foreign(source: str) -> bool:
    return any(words in source for words in _NO_GIVEN_NAMES)


@cache
def _short_names() -> frozenset[str]:
    short = (fold(word) for rule in rules.SHORT_FORMS for word in rule["short"].split())
    return frozenset(name for name in short if len(name) >= _SHORTEST - 1)


def _runs(places: list[int]) -> Iterator[range]:
    """Give numbers that follow one another as ranges."""
    first = 0
    for here, place in enumerate(places):
        if here + 1 == len(places) or places[here + 1] != place + 1:
            yield range(places[first], place + 1)
            first = here + 1
