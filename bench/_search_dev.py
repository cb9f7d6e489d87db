"""A population and its queries out of the name data of a folder: for one size always the same.

`names_dev.tsv` and `names_everyday_dev.tsv` hold people in several spellings (person_id source lang name);
of each person one spelling is indexed, of 30 % none, up to two spellings of other languages are asked for.
Background names of the folder's `make_population.py` stand around them, but none that is folded to the same
as a spelling of somebody in the files.

Tracks: `real` are people of `net_dev`, `parts` composites of name parts, `everyday` invented people as papers
and chats write them; `noisy` and `everyday_noisy` ask for the people of `real` and `everyday` without the
patronymic, with the words shuffled and one typo.
"""

import csv
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench._search_files import BadFileError, Material, Query
from matching.spelling import fold

DIFFERENT: Final = "names_different_dev.tsv"
TRACKS: Final = ("real", "noisy", "parts", "everyday", "everyday_noisy")

_NOISE_OF: Final = {"noisy": "real", "everyday_noisy": "everyday"}
_SEED: Final = 11
_PEOPLE: Final = 330
_PRESENT: Final = 0.7
_SPELLINGS_ASKED: Final = 2
_COLUMNS: Final = {"person_id", "source", "lang", "name"}
_PATRONYMIC: Final = re.compile("(вич|вна|ұлы|улы|қызы|кызы|vich|vna|uly|yzy)$")
_GIVEN_AND_SURNAME: Final = 2
_LATIN: Final = "abdegiklmnorstuyz"
_CYRILLIC: Final = "абдегиклмнорстуыз"


class _Spelling(NamedTuple):
    lang: str
    name: str


_Group = Sequence[Sequence[_Spelling]]
"""People, each by their spellings."""


def material(folder: Path, count: int, tracks: Sequence[str]) -> Material:
    """Give `count` background names and the people of the tracks; BadFileError when something is missing."""
    groups = _groups(folder)
    taken = {folded(each.name) for group in groups.values() for person in group for each in person}
    names = [name for name in _background(folder, count) if folded(name) not in taken]
    asked: dict[str, list[Query]] = {track: [] for track in tracks}
    for group, people in groups.items():
        wanted = [track for track in tracks if _NOISE_OF.get(track, track) == group]
        if wanted:
            queries = list(_queries(people, names, _chance(group)))
            asked.update((track, _as_track(queries, track)) for track in wanted)
    return _shuffled(names, [query for queries in asked.values() for query in queries])


def folded(name: str) -> str:
    """The folded words of a name in alphabetic order: the same for names that differ in spelling alone."""
    return " ".join(sorted(filter(None, map(fold, name.replace("-", " ").split()))))


def noisy(name: str, chance: random.Random) -> str:
    """The name without its patronymic, in another order, with a typo in its longest word or so."""
    words = name.split()
    if len(words) > _GIVEN_AND_SURNAME:
        words = [word for word in words if not _PATRONYMIC.search(word.lower())] or words
    chance.shuffle(words)
    longest = max(range(len(words)), key=lambda place: len(words[place]) + chance.random())
    words[longest] = _mistyped(words[longest], chance)
    return " ".join(words)


def _mistyped(word: str, chance: random.Random) -> str:
    """The word with a letter left out, added, replaced or changed for its neighbour; the ends stay mostly."""
    at = chance.randrange(1, max(2, len(word) - 1))
    letter = chance.choice(_LATIN if re.search("[a-z]", word.lower()) else _CYRILLIC)
    before, here, after = word[:at], word[at : at + 1], word[at + 1 :]
    return chance.choice((
        before + after,
        before + letter + here + after,
        before + letter + after,
        before[:-1] + here + before[-1:] + after,
    ))  # fmt: skip


def _queries(people: _Group, names: list[str], chance: random.Random) -> Iterator[Query]:
    """Index one spelling of most people, at the end of `names`, and ask for others; the track is yet open."""
    for person in people:
        indexed, present = chance.choice(person), chance.random() < _PRESENT
        others = [each.name for each in person if _differs(each, indexed)]
        if not others:
            continue
        if present:
            names.append(indexed.name)
        row = len(names) - 1 if present else None
        chance.shuffle(others)
        yield from (Query(name, row, "") for name in others[:_SPELLINGS_ASKED])


def _differs(one: _Spelling, two: _Spelling) -> bool:
    return one.lang != two.lang and one.name.casefold() != two.name.casefold()


def _as_track(queries: Sequence[Query], track: str) -> list[Query]:
    if track not in _NOISE_OF:
        return [query._replace(track=track) for query in queries]
    chance = _chance(track)
    return [Query(noisy(query.name, chance), query.row, track) for query in queries]


def _shuffled(names: Sequence[str], queries: Sequence[Query]) -> Material:
    """Put the people looked for among the others: where scores tie, the order must not help."""
    order = list(range(len(names)))
    _chance("order").shuffle(order)
    place = {row: at for at, row in enumerate(order)}
    moved = [query if query.row is None else query._replace(row=place[query.row]) for query in queries]
    return Material([names[row] for row in order], moved)


def _chance(purpose: str) -> random.Random:
    """Random numbers of one purpose, so that leaving a track out changes nothing in the others."""
    return random.Random(f"{_SEED} {purpose}")  # noqa: S311 - a run that can be repeated, nothing to keep secret


def _groups(folder: Path) -> Mapping[str, _Group]:
    people = _people(folder / "names_dev.tsv")
    real = [spellings for source, spellings in people if source == "net_dev"]
    parts = [spellings for source, spellings in people if source.startswith("wd_parts")]
    _chance("parts people").shuffle(parts)
    everyday = [spellings for _, spellings in _people(folder / "names_everyday_dev.tsv")]
    return {"real": real[:_PEOPLE], "parts": parts[:_PEOPLE], "everyday": everyday}


def _people(path: Path) -> list[tuple[str, list[_Spelling]]]:
    """The people of a file, each with their source, in the order of the file."""
    people: dict[tuple[str, str], list[_Spelling]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not _COLUMNS.issubset(rows.fieldnames or ()):
                raise BadFileError(f"{path}:1: the header has to name {', '.join(sorted(_COLUMNS))}.")
            for row in rows:
                known = people.setdefault((row["source"], row["person_id"]), [])
                known.append(_Spelling(row["lang"], row["name"]))
    except OSError as fault:
        raise BadFileError(f"{path}: the file cannot be read: {fault.strerror}.") from fault
    return [(source, spellings) for (source, _), spellings in people.items()]


def _background(folder: Path, count: int) -> list[str]:
    script = folder / "make_population.py"
    if not script.is_file():
        raise BadFileError(f"{script}: there is no such file.")
    made = subprocess.run(  # noqa: S603 - a script the caller points at
        [sys.executable, script, str(count)], capture_output=True, encoding="utf-8", check=False
    )
    if "No module named 'names_dataset'" in made.stderr:
        raise BadFileError(
            f"{script} needs the package names-dataset in {sys.executable}: "
            "install it there (it is no dependency of the project)."
        )
    if made.returncode:
        raise BadFileError(f"{script} {count} failed: {made.stderr.strip().rpartition(chr(10))[2]}")
    return made.stdout.splitlines()
