"""Known folded words, found again by a word that is spelled nearly so."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching.likeness import likeness, skeleton

_NEAR: Final = 0.5


class Lexicon:
    """A fixed set of folded words; whole words are compared only where their consonants are near."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(sorted(set(words)))
        self._skeletons = tuple(skeleton(word) for word in self._words)

    def alike(self, word: str, least: float) -> dict[str, float]:
        """Give the known words at least so alike (0..1) to a folded one, with their likeness."""
        near = process.extract_iter(
            skeleton(word), self._skeletons, scorer=OSA.normalized_similarity, score_cutoff=_NEAR
        )
        found = {self._words[place]: likeness(word, self._words[place]) for _, _, place in near}
        return {known: value for known, value in found.items() if value >= least}

    def begun(self, beginning: str) -> list[str]:
        """Give the known words that start with these letters, in their order."""
        return [word for word in self._words if word.startswith(beginning)]
