"""How well names find themselves: recall, false notices and cost, on the name files of a folder.

Run `python -m bench.names FOLDER`; FOLDER holds `names_*_dev.tsv` (person_id, source, lang, name) and
`names_different_dev.tsv` (two different people a line). Without a folder only the cost is printed.
"""

import csv
import platform
import statistics
import sys
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from matching.search import NOTIFY, SHOW, keys, score

_TOP: Final = 10
_QUERIES: Final = 600
_EXAMPLE: Final = (
    "Исраилов Жаңабай Әбдірайымұлы",
    "janaboy isroilov",
    "Жанабой Исроилов",
    "ISSRAILOV ZHANABAI",
)


class Row(NamedTuple):
    """One spelling of one person's name."""

    person: str
    name: str


class Recall(NamedTuple):
    """Queries asked; how many met their person first, among ten, shown, notified, as a candidate at all."""

    asked: int
    first: int
    ten: int
    shown: int
    notified: int
    reached: int
    candidates: float


def read(path: Path) -> list[Row]:
    """Give the rows of one file of name variants."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(line["person_id"], line["name"]) for line in csv.DictReader(file, delimiter="\t", quoting=3)
        ]


def recall(rows: list[Row], most: int = _QUERIES) -> Recall:
    """Ask every second spelling of a person for the first one, among the first ones of all people."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        spellings[row.person].append(row.name)
    stored = {person: names[0] for person, names in spellings.items()}
    index: dict[str, set[str]] = defaultdict(set)
    for person, name in stored.items():
        for key in keys(name):
            index[key].add(person)
    asked = [Row(person, name) for person, names in spellings.items() for name in names[1:]]
    step = max(1, len(asked) // most)
    results = [_ask(row, stored, index) for row in asked[::step]]
    ranks, scores, sizes = zip(*results, strict=True)
    return Recall(
        len(results),
        sum(rank == 1 for rank in ranks),
        sum(0 < rank <= _TOP for rank in ranks),
        sum(value >= SHOW for value in scores),
        sum(value >= NOTIFY for value in scores),
        sum(rank > 0 for rank in ranks),
        statistics.mean(sizes),
    )


def _ask(row: Row, stored: dict[str, str], index: dict[str, set[str]]) -> tuple[int, float, int]:
    """Give the right person's rank (0: no candidate), the score with them, and the number of candidates."""
    found: set[str] = set().union(*(index.get(key, set()) for key in keys(row.name)))
    own = score(row.name, stored[row.person])
    if row.person not in found:
        return 0, own, len(found)
    better = sum(score(row.name, stored[person]) > own for person in found)
    ties = sum(score(row.name, stored[person]) == own for person in found if person < row.person)
    return 1 + better + ties, own, len(found)


def false_notices(path: Path) -> tuple[int, int, int]:
    """Give how many pairs of different people there are, how many would be shown and how many notified."""
    with path.open(encoding="utf-8", newline="") as file:
        values = [score(line["a"], line["b"]) for line in csv.DictReader(file, delimiter="\t", quoting=3)]
    return len(values), sum(value >= SHOW for value in values), sum(value >= NOTIFY for value in values)


def cost(names: list[str]) -> tuple[float, float]:
    """Give the microseconds of one `keys` and of one `score` of names seen for the first time."""
    start = time.perf_counter()
    for name in names:
        keys(name)
    middle = time.perf_counter()
    pairs = list(pairwise(names))
    for one, two in pairs:
        score(one, two)
    end = time.perf_counter()
    return (middle - start) / len(names) * 1e6, (end - middle) / max(1, len(pairs)) * 1e6


def main(arguments: list[str]) -> None:
    """Print the table."""
    print(f"python -m bench.names {' '.join(arguments)}".rstrip())
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    names = list(_EXAMPLE)
    for path in (path for folder in map(Path, arguments) for path in sorted(folder.glob("names_*dev.tsv"))):
        names += _print_file(path)
    spent = cost(names)
    print(f"keys {spent[0]:.0f} µs, score {spent[1]:.0f} µs a name")


def _print_file(path: Path) -> list[str]:
    """Print one file's line and give its names, each new to every cache."""
    if "different" in path.name:
        pairs, shown, notified = false_notices(path)
        print(f"{path.name}: {pairs} pairs, shown {shown / pairs:.1%}, notified {notified / pairs:.1%}")
        return []
    rows = read(path)
    _print_recall(path.name, recall(rows))
    return [f"{row.name} " for row in rows]


def _print_recall(title: str, got: Recall) -> None:
    shares = {
        "recall@1": got.first,
        "recall@10": got.ten,
        "candidate": got.reached,
        "shown": got.shown,
        "notified": got.notified,
    }
    told = ", ".join(f"{name} {count / got.asked:.1%}" for name, count in shares.items())
    print(f"{title}: {got.asked} queries, {told}, {got.candidates:.0f} candidates")


if __name__ == "__main__":
    main(sys.argv[1:])
