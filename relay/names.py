"""The name index joined with the matching of names: who is indexed under a name, and how sure that is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from matching import index
from matching.folded import Folded, Part, Role, folded
from matching.search import CERTAIN, compare
from matching.vocabulary import Vocabulary
from relay.work import Work
from storage import names
from storage.names import Entry, Indexed, Stored

CANDIDATES = 120
"""So many names are compared in one stage, those under the likeliest keys."""

ENOUGH = 300
"""After so many no further stage is begun; a comparison costs about 20 microseconds."""

ROWS = 1_000
"""So many names are met in one stage; of two words together ten names in a million share the sounds."""


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

    The keys of the name itself are tried first; only while nothing certain is found also those of short forms
    and of all words spelled nearly so, and then single words.
    """
    search = _Search(work, kind, folded(name))
    await search.under(index.own(search.name))
    if search.best < CERTAIN:
        await work.words.refresh(work.tx)
        await _look_further(search, work.words.vocabulary)
    return nlargest(most, search.found.values(), key=lambda found: (found.score, found.subject_id))


async def _look_further(search: "_Search", vocabulary: Vocabulary) -> None:
    for enough, keys in index.stages(search.name, vocabulary):
        if search.best >= enough or len(search.found) >= ENOUGH:
            break
        await search.under(keys)
    if search.best < index.WEAK:
        await search.under(index.single(search.name, vocabulary))


@dataclass(slots=True)
class _Search:
    """One search: the names compared so far, by their ids."""

    work: Work
    kind: Indexed
    name: Folded
    found: dict[int, Found] = field(default_factory=dict)
    best: float = 0.0

    async def under(self, weights: Mapping[str, float]) -> None:
        """Compare the names that stand under these keys, those under the heaviest ones."""
        met: dict[int, float] = defaultdict(float)
        for key, name_id in await names.under(self.work.tx, self.kind, list(weights), ROWS):
            met[name_id] += weights[key]
        fresh = [name_id for name_id in met if name_id not in self.found]
        likeliest = nlargest(CANDIDATES, fresh, key=met.__getitem__)
        stored = await names.get(self.work.tx, likeliest)
        words = await self.work.words.of(self.work.tx, stored.values())
        for name_id, one in stored.items():
            known = _folded(one, words)
            self.found[name_id] = Found(one.subject_id, compare(self.name, known))
            self.best = max(self.best, self.found[name_id].score)


def _entry(subject_id: str, name: Folded) -> Entry:
    parts = [(part.role.value, part.word) for part in name.parts]
    return Entry(subject_id, _SEXES[name.woman], parts, index.keys(name))


def _folded(stored: Stored, words: Mapping[int, str]) -> Folded:
    """An indexed name as it was when it was put."""
    parts = [Part(words[number], Role(role)) for role, number in stored.parts]
    return Folded(tuple(parts), _WOMEN[stored.sex])


_SEXES: Mapping[bool | None, int] = {False: -1, None: 0, True: 1}
_WOMEN: Mapping[int, bool | None] = {sex: woman for woman, sex in _SEXES.items()}
