"""One chart: big numbers on cards, bars by place in two colours, as a PNG for a phone's screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from media.drawing import (
    AMBER,
    CALM,
    CARD,
    DEEP_AMBER,
    DEEP_GREEN,
    GREEN,
    INK,
    LINE,
    QUIET,
    RAIL,
    Box,
    Colour,
    Shape,
    Words,
    fitting,
    png,
    width,
)

WIDTH: Final = 1280
HEIGHT: Final = 720

MOST_BARS: Final = 6
"""More would be too small to read on a phone, where the picture is a third as wide."""

# The first of two is what came home, the second what still waits.
_BARS: Final[tuple[Colour, Colour]] = (GREEN, AMBER)
_WORDS: Final[tuple[Colour, Colour]] = (DEEP_GREEN, DEEP_AMBER)
_FIGURES: Final[Sequence[Colour]] = (*_WORDS, CALM)

_EDGE: Final = 52
_GAP: Final = 24
_ROUND: Final = 22

_TITLE: Final = (34, 38)  # top, size
_CARDS: Final = (96, 302)  # top, bottom
_FIGURE: Final = (12, 90)
_CAPTION: Final = (118, 29)
_ROWS: Final = (324, 648)
_ROW: Final = 76  # at most
_THICK: Final = 30
_NAMES: Final = 450  # what names of places may take, in pixels
_NAME: Final = 30
_FOOT: Final = (664, 28)
_KEY: Final = 24
_LEGEND: Final = 330


@dataclass(frozen=True, slots=True)
class Figure:
    """One big number, as it is written, and what it counts."""

    value: str
    caption: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A place with two numbers, 0 or more: came home, still waits."""

    name: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: 1-3 figures, 0-6 bars, the two words of the legend, what is said where no bar is."""

    title: str
    figures: Sequence[Figure]
    bars: Sequence[Bar]
    legend: tuple[str, str]
    footer: str
    empty: str


def draw(chart: Chart) -> bytes:
    """The picture as PNG, 1280x720; the same chart gives the same picture."""
    return png((WIDTH, HEIGHT), shapes(chart), texts(chart))


def texts(chart: Chart) -> Sequence[Words]:
    """Every line of text of a chart, cut where it would be too long."""
    title = fitting(chart.title, WIDTH - 2 * _EDGE, _TITLE[1], bold=True)
    return [
        Words(title, _EDGE, _TITLE[0], _TITLE[1], INK, bold=True),
        *_figures(chart),
        *_names_and_numbers(chart),
        *_foot(chart),
    ]


def shapes(chart: Chart) -> Sequence[Shape]:
    """Everything but the text, what lies below first."""
    cards = [Shape(box, CARD, _ROUND) for box in _cards(len(chart.figures))]
    keys = [
        Shape(Box(left, top, left + _KEY, top + _KEY), colour, _KEY / 4) for left, top, colour in _keys(chart)
    ]
    return [*cards, *_bars(chart), *keys]


def _figures(chart: Chart) -> Iterator[Words]:
    """A big number on each card and below it, in at most two lines, what it is."""
    for card, figure, colour in zip(_cards(len(chart.figures)), chart.figures, _FIGURES, strict=False):
        room = card.right - card.left - 2 * _GAP
        left, (top, size) = card.left + _GAP, _FIGURE
        yield Words(
            fitting(figure.value, room, size, bold=True), left, card.top + top, size, colour, bold=True
        )
        top, size = _CAPTION
        for number, line in enumerate(_lines(figure.caption, room, size)):
            yield Words(line, left, card.top + top + number * size * LINE, size, QUIET)


def _names_and_numbers(chart: Chart) -> Iterator[Words]:
    """The name before each bar, the numbers behind it; without bars one line in their place."""
    if not chart.bars:
        words = fitting(chart.empty, WIDTH - 2 * _EDGE, _NAME)
        yield Words(words, (WIDTH - width(words, _NAME)) / 2, sum(_ROWS) / 2 - _NAME, _NAME, QUIET)
    for bar, middle in zip(chart.bars, _middles(chart), strict=True):
        top = middle - _NAME * LINE / 2
        yield Words(fitting(bar.name, _names_width(chart), _NAME), _EDGE, top, _NAME, INK)
        yield from _numbers(chart, bar, top)


def _numbers(chart: Chart, bar: Bar, top: float) -> Iterator[Words]:
    """What a bar shows, each number in its column; a 0 stays away."""
    for number, right, colour in zip((bar.first, bar.second), _columns(chart), _WORDS, strict=True):
        if number:
            left = right - width(str(number), _NAME, bold=True)
            yield Words(str(number), left, top, _NAME, colour, bold=True)


def _bars(chart: Chart) -> Iterator[Shape]:
    """A rail for each place and on it both numbers, one behind the other, all in one scale."""
    start, end = _EDGE + _names_width(chart) + _GAP, _columns(chart)[0] - _column(chart, 0) - _GAP
    most = max((bar.first + bar.second for bar in chart.bars), default=0) or 1
    for bar, middle in zip(chart.bars, _middles(chart), strict=True):
        rail = Box(start, middle - _THICK / 2, end, middle + _THICK / 2)
        yield Shape(rail, RAIL, _THICK / 4)
        yield from _parts(bar, most, rail)


def _parts(bar: Bar, most: int, rail: Box) -> Iterator[Shape]:
    left = rail.left
    for length, colour in zip(_lengths(bar, most, rail.right - rail.left), _BARS, strict=True):
        if length:
            yield Shape(Box(left, rail.top, left + length, rail.bottom), colour, _THICK / 4)
        left += length


def _lengths(bar: Bar, most: int, room: float) -> tuple[float, float]:
    """How long both parts of a bar are: one that is not 0 can always be seen."""
    least = _THICK / 2
    first, second = (
        max(room * number / most, least) if number else 0.0 for number in (bar.first, bar.second)
    )
    over = max(first + second - room, 0.0)
    return (first - over, second) if first > second else (first, second - over)


def _names_width(chart: Chart) -> float:
    """As wide as the longest name, within bounds: the bars take the rest."""
    return min(max((width(bar.name, _NAME) for bar in chart.bars), default=0), _NAMES)


def _column(chart: Chart, which: int) -> float:
    """How wide one of both columns of numbers is; 0 when nothing stands in it."""
    numbers = [(bar.first, bar.second)[which] for bar in chart.bars]
    return max((width(str(number), _NAME, bold=True) for number in numbers if number), default=0)


def _columns(chart: Chart) -> tuple[float, float]:
    """The right edges of both columns of numbers."""
    last, second = WIDTH - _EDGE, _column(chart, 1)
    return last - second - (_GAP if second else 0), last


def _middles(chart: Chart) -> Sequence[float]:
    """How far from the top each bar lies: a few lie together in the middle."""
    (top, bottom), count = _ROWS, len(chart.bars)
    row = min(_ROW, (bottom - top) / max(count, 1))
    first = (top + bottom - row * count) / 2
    return [first + row * (number + 0.5) for number in range(count)]


def _cards(count: int) -> Sequence[Box]:
    (top, bottom), room = _CARDS, WIDTH - 2 * _EDGE + _GAP
    lefts = [_EDGE + room * number / count for number in range(count)]
    return [Box(left, top, left + room / count - _GAP, bottom) for left in lefts]


def _foot(chart: Chart) -> Iterator[Words]:
    """The days on the left, the legend on the right."""
    top, size = _FOOT
    keys = _keys(chart)
    yield Words(fitting(chart.footer, keys[0][0] - _EDGE - _GAP, size), _EDGE, top, size, QUIET)
    for (left, _, __), words in zip(keys, chart.legend, strict=True):
        yield Words(fitting(words, _LEGEND, size), left + _KEY + _GAP / 2, top, size, INK)


def _keys(chart: Chart) -> Sequence[tuple[float, float, Colour]]:
    """The little square before each word of the legend: left, top, colour."""
    top, size = _FOOT
    first, second = (width(fitting(words, _LEGEND, size), size) + _KEY + _GAP / 2 for words in chart.legend)
    right = WIDTH - _EDGE - second
    middle = top + (size * LINE - _KEY) / 2
    return [(right - 2 * _GAP - first, middle, _BARS[0]), (right, middle, _BARS[1])]


def _lines(text: str, room: float, size: int) -> Sequence[str]:
    """A text on one line, or on two that are about as long as each other; what does not fit is cut."""
    words = text.split()
    if len(words) < 2 or width(text, size) <= room:  # noqa: PLR2004 - one word has nothing to be torn between
        return [fitting(text, room, size)]
    torn = [(" ".join(words[:count]), " ".join(words[count:])) for count in range(1, len(words))]
    best = min(torn, key=lambda both: max(width(line, size) for line in both))
    return [fitting(line, room, size) for line in best]
