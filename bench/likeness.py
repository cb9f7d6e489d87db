"""How often the directory sees that two entries are one doctor or clinic, and how often it only seems so.

    python -m bench.likeness
    python -m bench.likeness --data FILE --json

`bench/data/doctors.tsv` has invented doctors and clinics, each written in several ways by people of four
languages, and others that look like them: namesakes elsewhere, relatives at one clinic, hospitals with
another number. All entries of one `group` are one doctor or clinic. A `cluster` is a doctor with those that
look alike; it stands in one half, so that no rule can be set on one half with what the other asks. The rules
were set on `dev`; `test` was written afterwards and only counted.

Every two entries of a half are asked. `proposed` is what moderators would be shown or what would be joined,
`same` what would be joined without asking; both only of entries with a key in common, as the product asks.
`keys` is the share of true pairs with a key in common, `compared` the share of all pairs. Times are of the
second round: the words are known, as they are in a bot that runs. `--json` prints one object for each half.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from bench._command import head
from matching.doctors import Described, Verdict, keys, likeness, verdict

DATA: Final = Path(__file__).parent / "data" / "doctors.tsv"
HALVES: Final = ("dev", "test")


class Entry(NamedTuple):
    """A line of the data: whose spelling it is, what is written, and the keys it is found by."""

    group: str
    described: Described
    keys: frozenset[str]


class Pair(NamedTuple):
    """Two entries: whether they are one, whether they share a key, and what the product would do."""

    is_same: bool
    has_key: bool
    verdict: Verdict


class Figures(NamedTuple):
    """What a half gave: entries, groups, true pairs, shares (0..1), microseconds for a comparison."""

    half: str
    entries: int
    groups: int
    same_pairs: int
    proposed_precision: float
    proposed_recall: float
    same_precision: float
    same_recall: float
    keys_recall: float
    compared: float
    comparison_us: float


def read(path: Path, half: str) -> list[Entry]:
    """Read one half of the data."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["half"] == half
        ]
    return [_entry(row) for row in rows]


def measure(half: str, entries: Sequence[Entry]) -> Figures:
    """Ask every two of at least two entries."""
    pairs = [_asked(*both) for both in combinations(entries, 2)]
    near = [both for both in combinations(entries, 2) if both[0].keys & both[1].keys]
    true = [pair for pair in pairs if pair.is_same]
    proposed = [pair for pair in pairs if pair.has_key and pair.verdict is not Verdict.DIFFERENT]
    joined = [pair for pair in pairs if pair.has_key and pair.verdict is Verdict.SAME]
    return Figures(
        half=half,
        entries=len(entries),
        groups=len({entry.group for entry in entries}),
        same_pairs=len(true),
        proposed_precision=_share(sum(pair.is_same for pair in proposed), len(proposed)),
        proposed_recall=_share(sum(pair.is_same for pair in proposed), len(true)),
        same_precision=_share(sum(pair.is_same for pair in joined), len(joined)),
        same_recall=_share(sum(pair.is_same for pair in joined), len(true)),
        keys_recall=_share(sum(pair.has_key for pair in true), len(true)),
        compared=_share(len(near), len(pairs)),
        comparison_us=_microseconds(near),
    )


def _entry(row: dict[str, str]) -> Entry:
    described = Described(row["doctor"], row["clinic"], row["place"], row["phone"], row["speciality"])
    return Entry(row["group"], described, keys(described))


def _asked(one: Entry, two: Entry) -> Pair:
    score = likeness(one.described, two.described)
    return Pair(one.group == two.group, not one.keys.isdisjoint(two.keys), verdict(score))


def _share(part: int, whole: int) -> float:
    """Give a share of 0..1; where there was nothing to get right, nothing was wrong."""
    return round(part / whole, 4) if whole else 1.0


def _microseconds(pairs: Sequence[tuple[Entry, Entry]]) -> float:
    start = perf_counter()
    for one, two in pairs:
        likeness(one.described, two.described)
    return round((perf_counter() - start) / max(1, len(pairs)) * 1e6, 1)


def as_text(figures: Figures) -> str:
    """One line for people to read."""
    shares = figures[4:10]
    counts = (figures.half, figures.entries, figures.groups, figures.same_pairs)
    return _line([*counts, *(f"{share:.1%}" for share in shares), f"{figures.comparison_us:.0f}"])


def _line(cells: Iterable[object]) -> str:
    return " ".join(f"{cell!s:>10}" for cell in cells)


_HEAD: Final = "\n".join(
    (
        _line(["", "", "", "true", "proposed", "proposed", "same", "same", "keys", "compared", "one"]),
        _line(
            ["half", "entries", "groups", "pairs", *["precision", "recall"] * 2, "recall", "of pairs", "µs"]
        ),
    )
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.likeness", description=usage)
    parser.add_argument(
        "--data", type=Path, default=DATA, metavar="FILE", help="another set of the same form"
    )
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    print(*head("likeness"), _HEAD, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    for half in HALVES:
        figures = measure(half, read(given.data, half))
        print(json.dumps(figures._asdict()) if given.json else as_text(figures), flush=True)


if __name__ == "__main__":
    main()
