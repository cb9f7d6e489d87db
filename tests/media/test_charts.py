"""The chart: of the right size, in every letter of our languages, with nothing cut off or in the way."""

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from media.charts import HEIGHT, MOST_BARS, WIDTH, Bar, Chart, Figure, draw, shapes, texts
from media.drawing import Box, font

ALPHABETS = {
    "Kazakh": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "Kyrgyz": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "Tajik": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "Uzbek": "abdefghijklmnopqrstuvxyz" + "аўқғҳ",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Turkish": "abcçdefgğhıijklmnoöprsştuüvyz",
    "English": "abcdefghijklmnopqrstuvwxyz",
}
SIGNS = "0123456789ʻʼ’“”«»()–—-.,:…·<>№İ"
LETTERS = "".join(ALPHABETS.values())
LETTERS += LETTERS.upper() + SIGNS
NOT_A_LETTER = "\N{OLD PERSIAN SIGN A}"

PLAIN = Chart(
    title="Неделя в цифрах",
    figures=[
        Figure("7", "документов вернулись домой"),
        Figure("134", "документа ждут хозяев"),
        Figure("4", "дня обычно длится дорога домой"),
    ],
    bars=[Bar("Жібек жолы", 3, 24), Bar("Gʻishtkoʻprik", 0, 12), Bar("Другие места", 4, 98)],
    legend=("вернулись домой", "ждут хозяев"),
    footer="15 ноября – 21 ноября",
    empty="Сейчас ни один документ не ждёт хозяина",
)
LONG = "Щёлковская автовокзалы, Ыстамбұлға баратын жол бойында " * 3
EXTREME = Chart(
    title=LONG,
    figures=[Figure("12345", LONG)] * 3,
    bars=[Bar(LONG, 99_999, 99_999), Bar("Ә", 99_999, 1), Bar(LONG, 1, 99_999), *[Bar(LONG, 0, 1)] * 3],
    legend=(LONG, LONG),
    footer=LONG,
    empty=LONG,
)
NOTHING = replace(PLAIN, figures=[Figure("0", "documents came home")], bars=[])

words = some.text(alphabet=LETTERS + "  ", min_size=1, max_size=80)
numbers = some.integers(0, 99_999)
bars = some.lists(some.builds(Bar, words, numbers, numbers), max_size=MOST_BARS)
figures = some.lists(some.builds(Figure, numbers.map(str), words), min_size=1, max_size=3)
charts = some.builds(Chart, words, figures, bars, some.tuples(words, words), words, words)


def glyph(letter: str, *, bold: bool) -> tuple[object, ...]:
    """What the typeface draws for a letter."""
    mask = font(40, bold=bold).getmask(letter)
    return mask.size, bytes(mask)


def apart(one: Box, other: Box) -> bool:
    """Whether two boxes share no pixel."""
    beside = one.right <= other.left or other.right <= one.left
    return beside or one.bottom <= other.top or other.bottom <= one.top


def outside(boxes: Sequence[Box]) -> list[Box]:
    return [box for box in boxes if box.left < 0 or box.top < 0 or box.right > WIDTH or box.bottom > HEIGHT]


@pytest.mark.parametrize("chart", [PLAIN, EXTREME, NOTHING])
def test_the_picture_is_a_small_png_of_its_size(chart: Chart) -> None:
    drawn = draw(chart)
    image = Image.open(io.BytesIO(drawn))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(drawn) < 100_000, "it is stored with the message, for every language"


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_of_every_language_is_drawn(language: str, *, bold: bool) -> None:
    letters = ALPHABETS[language] + ALPHABETS[language].upper() + SIGNS
    missing = glyph(NOT_A_LETTER, bold=bold)
    assert [letter for letter in letters if glyph(letter, bold=bold) == missing] == []


def test_the_same_numbers_give_the_same_picture_and_others_another() -> None:
    assert draw(PLAIN) == draw(replace(PLAIN, title=PLAIN.title))
    others = [
        replace(PLAIN, title="The week"),
        replace(PLAIN, footer="22"),
        replace(PLAIN, figures=PLAIN.figures[:2]),
        replace(PLAIN, bars=[*PLAIN.bars[:2], Bar("Другие места", 5, 98)]),
        replace(PLAIN, bars=[]),
    ]
    assert len({draw(PLAIN), *map(draw, others)}) == len(others) + 1


@pytest.mark.parametrize("chart", [PLAIN, EXTREME, NOTHING])
def test_what_is_measured_is_what_is_drawn(chart: Chart) -> None:
    """Every line of text leaves its colour within its box."""
    image = Image.open(io.BytesIO(draw(chart))).convert("RGB")
    for line in texts(chart):
        box = line.box
        found = image.crop((int(box.left), int(box.top), int(box.right) + 1, int(box.bottom) + 1))
        nearest = min(
            sum(abs(have - want) for have, want in zip(colour, line.colour, strict=True))
            for _, colour in found.getcolors(WIDTH * HEIGHT) or []
            if isinstance(colour, tuple)
        )
        assert nearest < 48, line


@given(charts)
def test_no_text_leaves_the_picture_or_covers_another(chart: Chart) -> None:
    boxes = [line.box for line in texts(chart)]
    assert outside(boxes) == []
    assert [pair for pair in combinations(boxes, 2) if not apart(*pair)] == []


@given(charts)
def test_no_shape_leaves_the_picture_and_no_bar_lies_under_a_text(chart: Chart) -> None:
    every = shapes(chart)
    assert outside([shape.box for shape in every]) == []
    cards = len(chart.figures)
    boxes = [line.box for line in texts(chart)]
    assert [shape for shape in every[cards:] for box in boxes if not apart(shape.box, box)] == []


def test_a_number_that_is_not_zero_can_be_seen_beside_a_huge_one() -> None:
    lone = replace(PLAIN, bars=[Bar("Ә", 1, 99_999), Bar("Ғ", 99_999, 1), Bar("Ң", 0, 0)])
    one, two, none = _parts(lone)
    assert [part > 10 for part in (*one, *two)] == [True] * 4
    assert none == []
    assert sum(one) == pytest.approx(sum(two))


def _parts(chart: Chart) -> list[list[float]]:
    """How long both parts of each bar are, those that can be seen."""
    rails: dict[float, list[float]] = {}
    for shape in shapes(chart)[len(chart.figures) : -2]:
        rails.setdefault(shape.box.top, []).append(shape.box.right - shape.box.left)
    return [lengths[1:] for lengths in rails.values()]


def test_long_names_end_with_dots_and_short_ones_stay() -> None:
    named = [line.text for line in texts(replace(PLAIN, bars=[Bar(LONG, 1, 1), Bar("Достық", 1, 1)]))]
    assert "Достық" in named
    assert any(text.endswith("…") and LONG.startswith(text[:-1]) for text in named)


def test_where_no_place_is_known_a_sentence_says_so() -> None:
    assert NOTHING.empty in [line.text for line in texts(NOTHING)]
    assert NOTHING.empty not in [line.text for line in texts(PLAIN)]
