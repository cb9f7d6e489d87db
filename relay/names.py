"""The name index joined with the matching of names: who is indexed under a name, and how sure that is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from matching import index
from matching.folded import Folded, Part, Role, folded
from matching.search import SURE, compare
from matching.vocabulary import Vocabulary
from relay.work import Work
from storage import names
from storage.names import Entry, Indexed, Stored

CANDIDATES = 250
"""So many names are looked at in one stage; of two words together ten names in a million share the sounds."""

SINGLE_CANDIDATES = 150
"""So many in the last stage, which looks for single words: one that more names share tells too little."""

COMPARED = 70
"""So many of them are compared, which costs about 30 microseconds for each."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whose name was found, and how likely it is the same person's (0..1)."""

    subject_id: str
    score: float


async def put(work: Work, kind: Indexed, subject_id: str, name: str) -> None:
    """Index the name of a subject, in place of its former one."""
    await put_many(work, kind, [(subject_id, name)])


async def put_many(work: Work, kind: Indexed, named: Iterable[tuple[str, str]]) -> None:
    """Index many names, each given as subject and name, in place of their subjects' former ones."""
    await names.put(work.tx, kind, [_entry(subject_id, folded(name)) for subject_id, name in named])


async def remove(work: Work, subject_id: str) -> None:
    """Take a subject's name out of the index."""
    await names.remove(work.tx, [subject_id])


async def find(work: Work, kind: Indexed, name: str, most: int = 10) -> Sequence[Found]:
    """The indexed names that may be this one, likeliest first.

    The keys of the name itself and its short forms are tried first; only while nothing sure is found also
    those of all words spelled nearly so, and then single words.
    """
    search = _Search(work, kind, folded(name))
    await search.under(index.own(search.name))
    if search.best < SURE:
        await work.words.refresh(work.tx)
        await _look_further(search, work.words.vocabulary)
    return nlargest(most, search.found.values(), key=lambda found: (found.score, found.subject_id))


async def _look_further(search: "_Search", vocabulary: Vocabulary) -> None:
    search.resembling = index.resembling(search.name, vocabulary)
    await search.under(index.near(search.name, vocabulary))
    if search.best < index.WEAK:
        await search.under(index.single(search.name, vocabulary), SINGLE_CANDIDATES)


@dataclass(slots=True)
class _Search:
    """One search: the names compared so far, by subject; the words that resemble the name's, once known."""

    work: Work
    kind: Indexed
    name: Folded
    found: dict[str, Found] = field(default_factory=dict)
    best: float = 0.0
    resembling: Mapping[str, float] = field(default_factory=dict)

    async def under(self, weights: Mapping[str, float], most: int = CANDIDATES) -> None:
        """Compare the names under these keys: those under the heaviest, and of them the most alike."""
        met = await names.under(self.work.tx, self.kind, weights, most)
        fresh = {each.subject_id: each for _, each in met if each.subject_id not in self.found}
        words = await self.work.words.of(self.work.tx, fresh.values())
        for each in self._most_alike(fresh.values(), words):
            found = Found(each.subject_id, compare(self.name, _folded(each, words)))
            self.found[each.subject_id] = found
            self.best = max(self.best, found.score)

    def _most_alike(self, fresh: Collection[Stored], words: Mapping[int, str]) -> Collection[Stored]:
        """The candidates worth a comparison, by a first look that costs a tenth of one."""
        if not self.resembling:
            return fresh

        def at_first_look(stored: Stored) -> float:
            return sum(self.resembling.get(words[number], 0.0) for _, number in stored.parts)

        return nlargest(COMPARED, fresh, key=at_first_look)


def _entry(subject_id: str, name: Folded) -> Entry:
    parts = [(part.role.value, part.word) for part in name.parts]
    return Entry(subject_id, _SEXES[name.woman], parts, index.keys(name))


def _folded(stored: Stored, words: Mapping[int, str]) -> Folded:
    """An indexed name as it was when it was put."""
    parts = [Part(words[number], _ROLES[role]) for role, number in stored.parts]
    return Folded(tuple(parts), _WOMEN[stored.sex])


_ROLES: Sequence[Role] = tuple(Role)
_SEXES: Mapping[bool | None, int] = {False: -1, None: 0, True: 1}
_WOMEN: Mapping[int, bool | None] = {sex: woman for woman, sex in _SEXES.items()}
