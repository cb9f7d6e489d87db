"""The curve of money: round lines that cover it, few days, a small drawing whatever it is given."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from media.curves import HEIGHT, WIDTH, Curve, Point, days_for, drawn, lines_for

FIRST = date(2026, 9, 1)
SUMS = some.decimals(Decimal(-(10**10)), Decimal(10**12), places=2)


def curve(points: list[Point]) -> Curve:
    lines = lines_for([sum_ for point in points for sum_ in (point.received, point.used)])
    days = days_for(FIRST, max(point.day for point in points))
    return Curve(points, [(line, str(line)) for line in lines], [(day, str(day)) for day in days], "Words")


def places(drawing: str, kind: str) -> list[float]:
    [path] = re.findall(rf'<path class="{kind}" d="([^"]+)"', drawing)
    return [float(number) for number in re.findall(r"-?[\d.]+", path)]


@given(some.lists(SUMS, min_size=1, max_size=6))
def test_lines_are_few_round_and_cover_everything(sums: list[Decimal]) -> None:
    lines = lines_for(sums)
    assert lines[0] <= min(*sums, Decimal()) <= max(*sums, Decimal()) <= lines[-1]
    assert len(lines) <= 7
    assert Decimal() in lines
    gaps = {(later - earlier).normalize() for earlier, later in pairwise(lines)}
    assert len(gaps) <= 1
    assert all(gap >= 1 and gap.as_tuple().digits in {(1,), (2,), (2, 5), (5,)} for gap in gaps)


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        ("0", ["0"]),
        ("0.01", ["0", "1"]),
        ("3", ["0", "1", "2", "3"]),
        ("291000", ["0", "100000", "200000", "300000"]),
        ("1000000", ["0", "250000", "500000", "750000", "1000000"]),
    ],
)
def test_lines_stand_at_sums_that_people_say(most: str, lines: list[str]) -> None:
    assert lines_for([Decimal(most)]) == [Decimal(line) for line in lines]


def test_days_are_the_first_the_last_and_one_between() -> None:
    assert days_for(FIRST, FIRST + timedelta(days=80)) == [
        FIRST, FIRST + timedelta(days=40), FIRST + timedelta(days=80),
    ]  # fmt: skip
    assert days_for(FIRST, FIRST) == [FIRST, FIRST + timedelta(days=1)], "a day is as wide as the drawing"


@given(some.lists(some.tuples(some.integers(0, 400), SUMS, SUMS), min_size=1, max_size=30))
def test_nothing_is_drawn_outside(steps: list[tuple[int, Decimal, Decimal]]) -> None:
    points = [Point(FIRST + timedelta(days=day), one, other) for day, one, other in sorted(steps)]
    drawing = drawn(curve(points))
    for kind in ("received", "used"):
        assert all(0 <= place <= max(WIDTH, HEIGHT) for place in places(drawing, kind))


def test_money_steps_up_on_its_day_and_stays() -> None:
    points = [Point(FIRST + timedelta(days=5), Decimal(50), Decimal(0)),
              Point(FIRST + timedelta(days=10), Decimal(100), Decimal(50))]  # fmt: skip
    drawing = drawn(curve(points))
    left, ground, day, half, last, top, right = places(drawing, "received")
    assert (day - left) * 2 == last - left == right - left
    assert ground > half > top
    assert (ground - half) * 2 == pytest.approx(ground - top, abs=0.2)


def test_years_of_entries_stay_a_small_drawing() -> None:
    points = [Point(FIRST + timedelta(days=day), Decimal(day), Decimal(day // 2)) for day in range(4000)]
    assert len(drawn(curve(points))) < 40_000


def test_the_drawing_says_in_words_what_it_shows() -> None:
    points = [Point(FIRST, Decimal(5), Decimal(0))]
    assert drawn(curve(points)).startswith(
        f'<svg class="curve" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Words">'
    )
