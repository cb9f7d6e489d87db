"""How well copies of an appeal's words are told from other appeals, and what it takes.

    python -m bench.clones
    python -m bench.clones --data FILE --json

`tests/matching/clone_texts.tsv` has an appeal's words and another text on each line: a copy, edited as copies
are, or an appeal about a similar need that was written by itself. The threshold was set on `dev`; `held` has
other appeals and was only counted. Both were written by the hand that wrote the rules. `lowest` is the least
likeness of a copy, `highest` the greatest of another text; between them stands the threshold.

*Times* are milliseconds this process computed, the median of several runs but for `first`: `first` of
600 characters against 4,096 for the first time in this process, `one` of the same whose words are known, as
they are in a bot that runs, `known` of 4,096 characters against as many open appeals as `--appeals` says.

`--json` prints one object for each half.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final, NamedTuple

from bench._command import head, positive
from matching import rules
from matching.clones import CLONE, LONGEST, Known, likeness

DATA: Final = Path(__file__).parents[1] / "tests" / "matching" / "clone_texts.tsv"
HALVES: Final = ("dev", "held")
APPEALS: Final = 200
_WORDS: Final = 600
_RUNS: Final = 15


class Pair(NamedTuple):
    """A line of the data: whether the text is a copy of the words."""

    is_copy: bool
    words: str
    text: str


class Figures(NamedTuple):
    """What a half gave: pairs, shares and likeness (0..1), milliseconds."""

    half: str
    copies: int
    others: int
    precision: float
    recall: float
    lowest: float
    highest: float
    first_ms: float
    one_ms: float
    known_ms: float


def read(path: Path, half: str) -> list[Pair]:
    """Read one half of the data; RuleError for a line that is not of its form."""
    lines = rules.parse(path.name, path.read_text(encoding="utf-8"), ("half", "is", "words", "text"))
    return [
        Pair(line["is"] == "copy", line["words"], line["text"].replace(r"\n", "\n"))
        for line in lines
        if line["half"] == half
    ]


def measure(half: str, pairs: Sequence[Pair], appeals: int) -> Figures:
    """Compare every pair of a half that has both kinds."""
    words = _long(" ".join(pair.words for pair in pairs), _WORDS)
    text = _long("\n".join(pair.text for pair in reversed(pairs)), LONGEST)
    first = _milliseconds(lambda: likeness(words, text))
    known = Known({str(place): words for place, words in enumerate(_many(pairs, appeals))})
    found = [(pair.is_copy, likeness(pair.words, pair.text)) for pair in pairs]
    copies = [score for is_copy, score in found if is_copy]
    others = [score for is_copy, score in found if not is_copy]
    right = sum(score >= CLONE for score in copies)
    told = right + sum(score >= CLONE for score in others)
    return Figures(
        half=half,
        copies=len(copies),
        others=len(others),
        precision=round(right / told, 4) if told else 1.0,
        recall=round(right / len(copies), 4),
        lowest=round(min(copies), 3),
        highest=round(max(others), 3),
        first_ms=first,
        one_ms=_median(lambda: likeness(words, text)),
        known_ms=_median(lambda: known.most_like(text)),
    )


def _long(text: str, length: int) -> str:
    return "".join(islice(cycle(text), length))


def _many(pairs: Sequence[Pair], appeals: int) -> list[str]:
    """Give so many appeals of 600 characters: the data one after another, begun at another place each."""
    whole = " ".join(dict.fromkeys(text for pair in pairs for text in (pair.words, pair.text)))
    step = max(1, len(whole) // appeals)
    return [_long(whole[place * step % len(whole) :] + whole, _WORDS) for place in range(appeals)]


def _milliseconds(task: Callable[[], object]) -> float:
    start = process_time()
    task()
    return round((process_time() - start) * 1e3, 2)


def _median(task: Callable[[], object]) -> float:
    return round(median(_milliseconds(task) for _ in range(_RUNS)), 2)


def as_text(figures: Figures) -> str:
    """One line for people to read."""
    half, copies, others, precision, recall, *numbers = figures
    return _line((half, copies, others, f"{precision:.1%}", f"{recall:.1%}", *numbers))


def _line(cells: Sequence[object]) -> str:
    return " ".join(f"{cell!s:>9}" for cell in cells)


_COLUMNS: Final = ("half", "copies", "others", "precision", "recall", "lowest", "highest")
_HEAD: Final = _line((*_COLUMNS, "first ms", "one ms", "known ms"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.clones", description=usage)
    parser.add_argument(
        "--data", type=Path, default=DATA, metavar="FILE", help="another set of the same form"
    )
    parser.add_argument("--appeals", type=positive, default=APPEALS, help=f"open at once ({APPEALS})")
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    print(*head("clones"), _HEAD, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    for half in HALVES:
        figures = measure(half, read(given.data, half), given.appeals)
        print(json.dumps(figures._asdict()) if given.json else as_text(figures), flush=True)


if __name__ == "__main__":
    main()
