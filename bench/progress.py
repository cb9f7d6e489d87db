"""What the pictures of an appeal cost: milliseconds of processor time and kilobytes for each.

    python -m bench.progress --times 20

An ordinary card, one with the longest words and sums there are, and the story of each. The first picture,
which also opens the typeface, is not counted.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from bench._command import head, positive
from media.progress import LastEntry, ProgressCard, Tone, draw
from media.progress_story import draw_story

_SUM: Final = "12 345 678 901 234,00 so'm"
USUAL: Final = ProgressCard(
    title="Aigul S.",
    purpose="Heart surgery in Almaty",
    raised="1 250 000 ₸",
    goal="of 5 000 000 ₸",
    part=Fraction(1, 4),
    percent="25 %",
    days="12",
    days_caption="days left",
    entries=(
        LastEntry("20 November", "received", "150 000 ₸"),
        LastEntry("18 November", "transferred to the hospital", "900 000 ₸"),
        LastEntry("12 November", "received", "40 000 ₸"),
    ),
    entries_caption="What happened to the money",
    no_entries="",
    code="K7M4P2",
    foot="Check before you send: @tabyldy_bot",
    scan="Scan to check who it is for and what became of the money",
    link="https://t.me/tabyldy_bot?start=appeal_K7M4P2",
)
LONGEST: Final = replace(
    USUAL,
    title="Gʻayratilla Oʻgʻiloy " * 8,
    purpose="a roof and a stove after the flood, " * 8,
    raised=_SUM,
    goal=_SUM,
    part=1.6,
    entries=(LastEntry("20-noyabr", "bought what was needed, " * 8, _SUM),) * 3,
    scan="Scan to check who it is for, " * 8,
    stamp="The payment details are being checked: please do not send yet. " * 4,
    stamp_kind=Tone.WARN,
)
PICTURES: Final[Mapping[str, tuple[Callable[[ProgressCard], bytes], ProgressCard]]] = {
    "card": (draw, USUAL),
    "card, longest": (draw, LONGEST),
    "story": (draw_story, USUAL),
    "story, longest": (draw_story, LONGEST),
}


class Figures(NamedTuple):
    """One picture: milliseconds of processor time to draw it (mean, most), kilobytes (1000 bytes)."""

    picture: str
    mean_ms: float
    most_ms: float
    kilobytes: float


def measure(picture: str, times: int) -> Figures:
    """Draw one of `PICTURES` so many times, at least once, and once before that."""
    drawn, card = PICTURES[picture]
    size = len(drawn(card))
    spent = [_milliseconds(drawn, card) for _ in range(times)]
    return Figures(picture, round(sum(spent) / times, 1), round(max(spent), 1), round(size / 1000, 1))


def _milliseconds(drawn: Callable[[ProgressCard], bytes], card: ProgressCard) -> float:
    start = time.process_time()
    drawn(card)
    return (time.process_time() - start) * 1000


def as_text(figures: Figures) -> str:
    """One line for people to read."""
    return f"{figures.picture:16}" + " ".join(f"{figure:>8.1f}" for figure in figures[1:])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.progress", description=usage)
    parser.add_argument("--times", type=positive, default=20, metavar="N", help="how often each is drawn")
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    line = f"{'':16}" + " ".join(f"{cell:>8}" for cell in ("mean ms", "most ms", "kB"))
    print(*head("progress"), line, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    for picture in PICTURES:
        figures = measure(picture, given.times)
        print(json.dumps(figures._asdict()) if given.json else as_text(figures), flush=True)


if __name__ == "__main__":
    main()
