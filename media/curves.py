"""Money over time: two cumulative curves as an SVG drawing that takes its colours from the page's style."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Final

WIDTH: Final = 360
HEIGHT: Final = 216

_LEFT: Final = 2
_RIGHT: Final = 358
_TOP: Final = 24
_BOTTOM: Final = 190
_ABOVE: Final = 5  # words stand so far above their line
_BELOW: Final = 18  # words of days so far below the lowest line
_FINE: Final = 2  # a step begins at a half of a pixel: years of entries stay a small drawing
_STEPS: Final = 4
_NICE: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))

Scale = Callable[[Decimal], float]


@dataclass(frozen=True, slots=True)
class Point:
    """What had been received and used by the end of a day, in units of the currency."""

    day: date
    received: Decimal
    used: Decimal


@dataclass(frozen=True, slots=True)
class Curve:
    """What is drawn: points by rising day, lines of sums and marks of days with their words.

    The lines cover every sum and 0 (`lines_for`), the marks begin and end the drawing (`days_for`).
    """

    points: Sequence[Point]
    lines: Sequence[tuple[Decimal, str]]
    days: Sequence[tuple[date, str]]
    words: str


def lines_for(sums: Sequence[Decimal]) -> Sequence[Decimal]:
    """Few round sums, evenly apart, the first not above and the last not below any sum and 0; rising."""
    least, most = min(*sums, Decimal()), max(*sums, Decimal())
    step = _round_step((most - least) / _STEPS)
    first, last = int((least / step).to_integral_value("ROUND_FLOOR")), most / step
    return [step * number for number in range(first, int(last.to_integral_value("ROUND_CEILING")) + 1)]


def days_for(first: date, last: date) -> Sequence[date]:
    """The first day, the last, and one between when there is one; two days where both are the same."""
    last = max(last, first + timedelta(days=1))
    middle = first + (last - first) / 2
    return sorted({first, middle, last})


def drawn(curve: Curve) -> str:
    """The drawing as an `svg` element; the same curve gives the same drawing."""
    across, up = _across(curve), _up(curve)
    received = _steps([(across(point.day), up(point.received)) for point in curve.points], up)
    used = _steps([(across(point.day), up(point.used)) for point in curve.points], up)
    ground = _number(up(Decimal()))
    parts = [
        f'<svg class="curve" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(curve.words)}">',
        *(_line(up(sum_), is_ground=not sum_) for sum_, _ in curve.lines),
        f'<path class="used-area" d="M{_LEFT} {ground}{used}V{ground}Z"/>',
        f'<path class="used" d="M{_LEFT} {ground}{used}"/>',
        f'<path class="received" d="M{_LEFT} {ground}{received}"/>',
        *(_label(up(sum_), words) for sum_, words in curve.lines if sum_),
        *_day_labels(curve, across),
        "</svg>",
    ]
    return "".join(parts)


def _round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 2.5, 5 and their tens that is not below `least`; at least 1."""
    least = max(least, Decimal(1))
    ten = Decimal(10) ** least.adjusted()
    return next(each * ten for each in _NICE if each * ten >= least)


def _across(curve: Curve) -> Callable[[date], float]:
    first, last = curve.days[0][0], curve.days[-1][0]
    each = (_RIGHT - _LEFT) / (last - first).days
    return lambda day: _LEFT + round((day - first).days * each * _FINE) / _FINE


def _up(curve: Curve) -> Scale:
    least, most = curve.lines[0][0], curve.lines[-1][0]
    span = most - least or Decimal(1)
    return lambda sum_: round(_BOTTOM - float((sum_ - least) / span) * (_BOTTOM - _TOP), 1)


def _steps(places: Sequence[tuple[float, float]], up: Scale) -> str:
    """A path across, then up or down at each place where the height changes; to the right edge."""
    path, height = [], up(Decimal())
    for left, same in groupby(places, key=itemgetter(0)):
        *_, (_, top) = same
        if top != height:
            path.append(f"H{_number(left)}V{_number(top)}")
            height = top
    return "".join([*path, f"H{_RIGHT}"])


def _line(top: float, *, is_ground: bool) -> str:
    kind = "ground" if is_ground else "grid"
    return f'<path class="{kind}" d="M{_LEFT} {_number(top)}H{_RIGHT}"/>'


def _label(top: float, words: str) -> str:
    return f'<text x="{_LEFT}" y="{_number(top - _ABOVE)}">{escape(words)}</text>'


def _day_labels(curve: Curve, across: Callable[[date], float]) -> Sequence[str]:
    """The first day's words begin at the left edge, the last day's end at the right one."""
    anchors = {curve.days[0][0]: "start", curve.days[-1][0]: "end"}
    top = _BOTTOM + _BELOW
    return [
        f'<text class="day" x="{_number(across(day))}" y="{top}" text-anchor="{anchors.get(day, "middle")}">'
        f"{escape(words)}</text>"
        for day, words in curve.days
    ]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
