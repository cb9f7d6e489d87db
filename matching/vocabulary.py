"""The words of all names that are indexed, in memory: there are far fewer words than people."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching import endings, kin
from matching.likeness import likeness, other_readings, sound_class

_TWO_SLIPS: Final = 5
_SHORTEST_CLASS: Final = 3
_NEAR: Final = 0.6
_HALF: Final = 0.5
_MOST_COMPARED: Final = 50
_MOST_FOUND: Final = 1_000
_MOST_NEAR: Final = 60
_SHORTEST_CUT: Final = 4


class Vocabulary:
    """Folded words by the class of their sounds; words are only ever added."""

    def __init__(self) -> None:
        self._classes: dict[str, list[str]] = {}
        self._by_length: dict[int, list[str]] = {}
        self._unended: dict[str, set[str]] = {}
        self._sorted: list[str] = []
        self._known: set[str] = set()
        self._found: dict[str, dict[str, float]] = {}

    def add(self, word: str) -> None:
        """Make a folded word known."""
        if word in self._known:
            return
        self._known.add(word)
        self._found.clear()
        insort(self._sorted, word)
        sounds = sound_class(word)
        if sounds not in self._classes:
            self._by_length.setdefault(len(sounds), []).append(sounds)
        self._classes.setdefault(sounds, []).append(word)
        shorter = endings.without(word)
        if shorter:
            self._unended.setdefault(sound_class(shorter), set()).add(sounds)

    def kindred(self, word: str) -> frozenset[str]:
        """Give the classes under which the same name may stand: cheap, without a look at all words."""
        sounds = sound_class(word)
        found = {sounds, *self._unended.get(sounds, ())}
        shorter = endings.without(word)
        if shorter:
            found.add(sound_class(shorter))
        found.update(sound_class(other) for other in kin.of(word))
        return frozenset(found)

    def near(self, word: str) -> dict[str, float]:
        """Give the known words that are spelled nearly so, with their likeness, nearest first; at most 60."""
        if word not in self._found:
            if len(self._found) >= _MOST_FOUND:
                self._found.clear()
            self._found[word] = self._nearest(word)
        return self._found[word]

    def begun(self, word: str, most: int) -> Sequence[str]:
        """Give known words that begin with this one of at least four letters: lines get cut off."""
        if len(word) < _SHORTEST_CUT:
            return []
        place = bisect_left(self._sorted, word)
        return [known for known in self._sorted[place : place + most] if known.startswith(word)]

    def _nearest(self, word: str) -> dict[str, float]:
        nearby = (known for heard in (word, *other_readings(word)) for known in self._nearby(heard))
        found = {known: likeness(word, known) for known in nearby}
        best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return {known: value for known, value in best[:_MOST_NEAR] if value >= _NEAR}

    def _nearby(self, word: str) -> Iterator[str]:
        """Give the known words whose sounds differ by a slip or two, and whose letters are half the same."""
        words = [known for near in set(self._near_classes(word)) for known in self._classes[near]]
        alike = process.extract(
            word, words, scorer=OSA.normalized_similarity, score_cutoff=_HALF, limit=_MOST_COMPARED
        )
        yield from (known for known, _, _ in alike)

    def _near_classes(self, word: str) -> Iterator[str]:
        """Give the classes a slip or two away, and those whose surname ending was misspelled in this word."""
        sounds = sound_class(word)
        for shorter in range(_SHORTEST_CLASS, len(sounds)):
            if sounds[:shorter] in self._classes:
                yield sounds[:shorter]
        slips = 1 + (len(sounds) >= _TWO_SLIPS)
        for length in range(len(sounds) - slips, len(sounds) + slips + 1):
            yield from self._within(sounds, slips, length)

    def _within(self, sounds: str, slips: int, length: int) -> Iterator[str]:
        near = process.extract(
            sounds, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        yield from (known for known, _, _ in near)
