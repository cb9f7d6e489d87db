"""What reading a question about an illness, or an answer to it, takes, and how often it is read rightly.

    python -m bench.medical
    python -m bench.medical --json

Five readers of the tables in `matching/medical`: which doctor is meant, what exposes somebody, what is an
emergency, what is a dose, what is an advertisement.

*Times* are milliseconds this process computed, median and 95th percentile by nearest rank: of the texts of
the tests' tables as they are, and of the same texts one after another, cut at 1,000 and at 4,096 characters,
once from each text on. `find` reads the first 60 words, so that its times grow little. Each text is read
twice and the second reading counts: the words are known, as they are in a bot that runs. `worst` is the
slowest of 4,096 characters of one piece repeated, which expressions may stumble over; the pieces stand below.
`load` is the first reading in a process of its own, whose modules are imported already.

*Shares* are told for each table. `recall` is the share of texts with something to find in which it is found:
for a speciality, among the three that are shown; `first` is the share in which it is the first. `false` is
the share of texts with nothing to find in which something is. For specialities there are two sets of everyday
phrases: the development set, tests/matching/speciality_phrases_dev.tsv, on which the rules were set, and the
held-out set, tests/matching/speciality_phrases.tsv, which was written by somebody else and first met when the
matcher was finished. One phrase stands in both sets. The other tables were written together with the rules:
they tell that nothing broke, not what to expect of other people's texts.

`--json` prints one object for each line.
"""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import Final, NamedTuple, TypeAlias

from bench._command import head
from bench._search_figures import milliseconds, nearest_rank
from matching import specialities
from relay import adverts, emergencies, exposure, remedies

TESTS: Final = Path(__file__).parents[1] / "tests"
LENGTHS: Final = (1_000, 4_096)
ALL: Final = "all"
NOTHING: Final = "no"
_PIECES: Final = (
    *(
        "Азамат ",
        "Касымова ",
        "зовут ",
        "улица ",
        "кв ",
        "не ",
        "отнялась ",
        "кровь из ",
        "пейте ",
        "скидка ",
    ),
    *("1 таблетка ", "три ", "+7 701 ", "22.11.2026 ", "12345 ", "1 ", "1.", "1-", "100 % ", "t . ", "a . ["),
    *("a", "a@", "a'", "'", "/", ".", ". ", "(", "🔥", "ﷺ", "эндокринолого ", "aы"),
)

Read: TypeAlias = Callable[[str], Sequence[str]]
"""Give the names of what a text has in it, the likeliest first; empty when there is nothing."""


class Case(NamedTuple):
    """A text of a table: the set it belongs to, its language, and what is to be found (`no`: nothing)."""

    of: str
    language: str
    expected: str
    text: str


class Table(NamedTuple):
    """A file below tests/: its name in the results, and the column of what is to be found (None: nothing)."""

    of: str
    path: str
    expected: str | None
    text: str = "text"


class Reader(NamedTuple):
    """One thing that is read in texts; of a ranked one the first found is the likeliest."""

    read: Read
    tables: Sequence[Table]
    is_ranked: bool = False


class Times(NamedTuple):
    """Milliseconds of processor time of one reader."""

    reader: str
    texts: int
    load_ms: float
    p50_ms: float
    p95_ms: float
    p50_of_1000_ms: float
    p95_of_1000_ms: float
    p50_of_4096_ms: float
    p95_of_4096_ms: float
    worst_ms: float


class Shares(NamedTuple):
    """What is found in a set, of texts with something (`n`) and with nothing to find; None where none are."""

    reader: str
    of: str
    language: str
    n: int
    first: float | None
    recall: float | None
    nothing: int
    false: float | None


def _if(name: str, tells: Callable[[str], bool], text: str) -> tuple[str, ...]:
    return (name,) if tells(text) else ()


def _exposed(text: str) -> tuple[str, ...]:
    return tuple(exposure.found(text))


READERS: Final = {
    "specialities.find": Reader(
        specialities.find,
        (
            Table("dev", "matching/speciality_phrases_dev.tsv", "speciality", "phrase"),
            Table("held out", "matching/speciality_phrases.tsv", "speciality", "phrase"),
            Table("other talk", "matching/speciality_none.tsv", None),
        ),
        is_ranked=True,
    ),
    "exposure.found": Reader(_exposed, (Table("table", "relay/exposure_texts.tsv", "exposes"),)),
    "emergencies.is_emergency": Reader(
        partial(_if, "yes", emergencies.is_emergency),
        (Table("table", "relay/emergency_texts.tsv", "emergency"),),
    ),
    "remedies.has_dose": Reader(
        partial(_if, "yes", remedies.has_dose), (Table("table", "relay/remedy_texts.tsv", "dose"),)
    ),
    "adverts.looks_like_advert": Reader(
        partial(_if, "yes", adverts.looks_like_advert), (Table("table", "relay/advert_texts.tsv", "advert"),)
    ),
}


def cases(name: str) -> list[Case]:
    """Read all tables of a reader."""
    return [case for table in READERS[name].tables for case in _lines(table)]


def measure(name: str, given: Sequence[Case]) -> Iterator[Times | Shares]:
    """Give the times of a reader, then its shares, for at least one text."""
    texts = [case.text for case in given]
    yield _times(name, texts)
    for of in dict.fromkeys(case.of for case in given):
        here = [case for case in given if case.of == of]
        languages = sorted({case.language for case in here}) if READERS[name].is_ranked else []
        for language in (*languages, ALL):
            yield _shares(name, language, [case for case in here if language in {case.language, ALL}])


def _lines(table: Table) -> Iterator[Case]:
    with (TESTS / table.path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            expected = row[table.expected] if table.expected else NOTHING
            yield Case(table.of, row["language"], expected, row[table.text])


def _times(name: str, texts: Sequence[str]) -> Times:
    read, longest = READERS[name].read, LENGTHS[-1]
    lengths = (texts, *(_long(texts, length) for length in LENGTHS))
    seconds = [[_second_reading(read, text) for text in given] for given in lengths]
    worst = max(_second_reading(read, (piece * longest)[:longest]) for piece in _PIECES)
    ranks = [nearest_rank(taken, percent) for taken in seconds for percent in (50, 95)]
    return Times(name, len(texts), *map(milliseconds, (_load(name, texts[0]), *ranks, worst)))


def _long(texts: Sequence[str], length: int) -> list[str]:
    """Give the texts one after another, once from each on, begun anew where they are too few."""
    whole = ". ".join((*texts, ""))
    starts = accumulate((len(text) + 2 for text in texts[:-1]), initial=0)
    endless = whole * (length // len(whole) + 2)
    return [endless[start : start + length] for start in starts]


def _second_reading(read: Read, text: str) -> float:
    """Give the seconds of processor time of reading a text again."""
    read(text)
    start = process_time()
    read(text)
    return process_time() - start


def _load(name: str, text: str) -> float:
    """Give the seconds of processor time of the first reading in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_first_reading, name, text).result()


def _first_reading(name: str, text: str) -> float:
    start = process_time()
    READERS[name].read(text)
    return process_time() - start


def _shares(name: str, language: str, given: Sequence[Case]) -> Shares:
    reader = READERS[name]
    found = [(case.expected, reader.read(case.text)) for case in given]
    something = [(expected, said) for expected, said in found if expected != NOTHING]
    nothing = [bool(said) for expected, said in found if expected == NOTHING]
    first = [said[:1] == (expected,) for expected, said in something] if reader.is_ranked else []
    recalled = [expected in said for expected, said in something]
    shares = (_share(first), _share(recalled), _share(nothing))
    return Shares(name, given[0].of, language, len(something), shares[0], shares[1], len(nothing), shares[2])


def _share(of: Sequence[bool]) -> float | None:
    return round(sum(of) / len(of), 4) if of else None


def as_text(result: Times | Shares) -> str:
    """One line for people to read."""
    if isinstance(result, Times):
        return _line([*result[:2], *(f"{cell:.2f}" for cell in result[2:])])
    return _line(
        "" if cell is None else f"{cell:.1%}" if isinstance(cell, float) else cell for cell in result
    )


def _line(cells: Iterable[object]) -> str:
    name, *others = cells
    return f"{name!s:<25}" + "".join(f"{cell!s:>11}" for cell in others)


_HEADS: Final = {
    Times: _line(
        [
            "ms",
            "texts",
            "load",
            "p50",
            "p95",
            *(f"{p} {n:,}" for n in LENGTHS for p in ("p50", "p95")),
            "worst",
        ]
    ),
    Shares: _line(["shares", "set", "language", "texts", "first", "recall", "texts: no", "false"]),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table: times of all readers, then shares of all."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.medical", description=usage)
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    print(*head("medical"), sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    results = [result for name in READERS for result in measure(name, cases(name))]
    for kind, heading in _HEADS.items():
        of_kind = [result for result in results if isinstance(result, kind)]
        if given.json:
            print(*(json.dumps(result._asdict()) for result in of_kind), sep="\n")
        else:
            print(heading, *map(as_text, of_kind), sep="\n")


if __name__ == "__main__":
    main()
