"""The pictures of an appeal: every word in its place, nothing in the way, a code that can be scanned."""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from bench import progress as bench
from media import progress, progress_story
from media.drawing import CARD, INK, RAIL, Box, Colour, Shape, Words, font
from media.progress import BANNERS, LastEntry, ProgressCard, Tone, bar, draw
from media.progress_story import QUIET_ZONE, SAFE, code_box, draw_story

LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя" + "abcçdefgğhıijklmnoöpqrsştuüvwxyz" + "ӣӯҳҷў"
LETTERS += (
    LETTERS.upper()
    + "0123456789"
    + "₸₽₺€$ʻʼ’'“”«»()–—−-.,:…·<>№%@_ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
)
NOT_A_LETTER = "\N{OLD PERSIAN SIGN A}"

HALF = ProgressCard(
    title="Айгүл С.",
    purpose="На операцию на сердце · Алматы",
    raised="2 500 000 ₸",
    goal="из 5 000 000 ₸",
    part=Fraction(1, 2),
    percent="50 %",
    days="12",
    days_caption="дней осталось",
    entries=(
        LastEntry("20 ноября", "поступило", "150 000 ₸"),
        LastEntry("18 ноября", "переведено в больницу", "1 340 500,50 ₸"),
    ),
    entries_caption="Что произошло с деньгами",
    no_entries="Пока никто не перевёл. Ваш перевод может стать первым.",
    code="K7M4P2",
    foot="Проверьте перед переводом: @tabyldy_bot",
    scan="Наведите камеру и проверьте, кому и на что",
    link="https://t.me/tabyldy_bot?start=appeal_K7M4P2",
)
EMPTY = replace(HALF, raised="0 ₸", part=0, percent="0 %", entries=())
OVER = replace(
    HALF, part=1.62, percent="162 %", days="", days_caption="", raised="12 345 678 901 234,00 so'm"
)
FROZEN = replace(HALF, stamp="Реквизиты проверяются: пока не переводите", stamp_kind=Tone.WARN)
ENDED = replace(HALF, stamp="Жинау аяқталды. Рақмет!", title="Гүлсезім Әбдіғаниқызы Ө.")
LONG = "Щёлковская, Ыстамбұлға баратын жол бойында " * 4
EXTREME = ProgressCard(
    *(LONG,) * 4, 0.0001, *(LONG,) * 3, (LastEntry(LONG, LONG, LONG),) * 5, *(LONG,) * 5,
    "https://t.me/" + "x" * 200, LONG, Tone.WARN,
)  # fmt: skip
CARDS = {"half": HALF, "empty": EMPTY, "over": OVER, "frozen": FROZEN, "ended": ENDED, "extreme": EXTREME}

words = some.text(alphabet=LETTERS, max_size=60)
entries = some.lists(some.builds(LastEntry, words, words, words), max_size=5).map(tuple)
parts = some.one_of(some.floats(0, 40), some.fractions(0, 3))
links = some.text("abcXYZ019_-?=", min_size=1, max_size=90).map("https://".__add__)
cards = some.builds(
    ProgressCard, words, words, words, words, parts, words, words, words, entries, words, words, words, words,
    words, links, words, some.sampled_from(Tone),
)  # fmt: skip


class Kind(NamedTuple):
    """One of both pictures, and what it is made of."""

    size: tuple[int, int]
    draw: Callable[[ProgressCard], bytes]
    texts: Callable[[ProgressCard], Sequence[Words]]
    shapes: Callable[[ProgressCard], Sequence[Shape]]


CARD_KIND = Kind((1280, 720), draw, progress.texts, progress.shapes)
STORY_KIND = Kind((1080, 1920), draw_story, progress_story.texts, progress_story.shapes)
KINDS = pytest.mark.parametrize("kind", [CARD_KIND, STORY_KIND], ids=["card", "story"])
EVERY_CARD = pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)


def apart(one: Box, other: Box) -> bool:
    beside = one.right <= other.left or other.right <= one.left
    return beside or one.bottom <= other.top or other.bottom <= one.top


def within(box: Box, size: tuple[int, int]) -> bool:
    return 0 <= box.left <= box.right <= size[0] and 0 <= box.top <= box.bottom <= size[1]


def opened(drawn: bytes) -> Image.Image:
    return Image.open(io.BytesIO(drawn)).convert("RGB")


@KINDS
@EVERY_CARD
def test_the_picture_is_a_small_png_of_its_size(kind: Kind, card: ProgressCard) -> None:
    drawn = kind.draw(card)
    image = Image.open(io.BytesIO(drawn))
    assert (image.format, image.size, image.info) == ("PNG", kind.size, {})
    assert len(drawn) < 100_000


@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_and_sign_of_money_is_drawn(*, bold: bool) -> None:
    def glyph(letter: str) -> tuple[object, bytes]:
        mask = font(40, bold=bold).getmask(letter)
        return mask.size, bytes(mask)

    missing = glyph(NOT_A_LETTER)
    assert [letter for letter in LETTERS if glyph(letter) == missing] == []


@KINDS
def test_the_same_card_gives_the_same_picture_and_another_one_another(kind: Kind) -> None:
    drawn = [kind.draw(card) for card in CARDS.values()]
    assert drawn == [kind.draw(replace(card, title=card.title)) for card in CARDS.values()]
    assert len(set(drawn)) == len(CARDS)
    assert hash(HALF) == hash(replace(HALF)), "a card is a key"


@KINDS
@given(card=cards)
def test_nothing_leaves_the_picture_and_no_text_covers_another(kind: Kind, card: ProgressCard) -> None:
    boxes = [line.box for line in kind.texts(card) if line.text.strip()]
    assert [box for box in boxes if not within(box, kind.size)] == []
    assert [pair for pair in combinations(boxes, 2) if not apart(*pair)] == []
    assert [shape for shape in kind.shapes(card) if not within(shape.box, kind.size)] == []


@KINDS
@given(card=cards)
def test_no_text_lies_on_the_bar_or_on_the_code(kind: Kind, card: ProgressCard) -> None:
    boxes = [line.box for line in kind.texts(card) if line.text.strip()]
    rail, *_ = [shape.box for shape in kind.shapes(card) if shape.colour == RAIL and shape.box.width > 400]
    taken = [rail, code_box(card)[0]] if kind is STORY_KIND else [rail]
    assert [(box, other) for box in boxes for other in taken if not apart(box, other)] == []


@given(cards)
def test_a_story_stands_where_a_phone_lays_nothing_over_it(card: ProgressCard) -> None:
    boxes = [shape.box for shape in progress_story.shapes(card)]
    boxes += [line.box for line in progress_story.texts(card) if line.text.strip()]
    assert [box for box in boxes if box.top < SAFE[0] or box.bottom > SAFE[1]] == []


@KINDS
@EVERY_CARD
def test_what_is_measured_is_what_is_drawn(kind: Kind, card: ProgressCard) -> None:
    image = opened(kind.draw(card))
    for line in kind.texts(card):
        box = line.box
        crop = image.crop((int(box.left), int(box.top), int(box.right) + 1, int(box.bottom) + 1))
        assert _distance(crop, line.colour) < 48, line


def _distance(image: Image.Image, colour: Colour) -> int:
    """How far the nearest colour of an image is."""
    found = [each for _, each in image.getcolors(image.width * image.height) or []]
    return min(
        sum(abs(a - b) for a, b in zip(each, colour, strict=True))
        for each in found
        if isinstance(each, tuple)
    )


@EVERY_CARD
def test_the_code_of_a_story_is_that_of_the_link_with_light_all_around(card: ProgressCard) -> None:
    image = opened(draw_story(card)).convert("L")
    box, scale = code_box(card)
    for row, modules in enumerate(segno.make_qr(card.link).matrix_iter(border=QUIET_ZONE)):
        for column, is_dark in enumerate(modules):
            left, top = int(box.left) + column * scale, int(box.top) + row * scale
            lightness = image.crop((left, top, left + scale, top + scale)).getextrema()
            assert lightness[1] < 40 if is_dark else lightness[0] > 215, (row, column)  # type: ignore[operator]  # of one band


def test_a_usual_link_gives_a_code_large_enough_for_an_arm_s_length() -> None:
    box, scale = code_box(HALF)
    assert scale >= 10
    assert box.width >= progress_story.WIDTH * 0.35


@pytest.mark.parametrize(
    ("part", "expected"),
    [(0, 0), (Fraction(1, 10**9), 40), (0.5, 500), (0.9999, 980), (1, 1000), (1.5, 1000), (10**6, 1000)],
)
def test_a_bar_is_as_long_as_its_part_and_full_only_with_all_of_it(part: float, expected: int) -> None:
    rail, *rest = bar(part, Box(0, 0, 1000, 40))
    filled = [shape.box.width for shape in rest if shape.colour != CARD]
    assert rail.box.width == 1000
    assert filled == ([pytest.approx(expected)] if expected else [])


def test_above_the_goal_a_mark_shows_where_the_goal_was() -> None:
    marks = [shape.box for shape in bar(Fraction(5, 4), Box(0, 0, 1000, 40)) if shape.colour == CARD]
    assert [(mark.left, mark.right) for mark in marks] == [(797, 803)]
    assert not any(shape.colour == CARD for shape in bar(1, Box(0, 0, 1000, 40)))


@KINDS
def test_a_banner_says_that_an_appeal_is_not_open(kind: Kind) -> None:
    usual = {line.text for line in kind.texts(HALF)}
    assert " ".join(line.text for line in kind.texts(FROZEN) if line.text not in usual) == FROZEN.stamp
    assert any(shape.colour == BANNERS[Tone.WARN][0] for shape in kind.shapes(FROZEN))
    assert len(kind.shapes(FROZEN)) == len(kind.shapes(HALF)) + 1


def test_the_words_of_a_banner_stand_out() -> None:
    def luminance(colour: Colour) -> float:
        """By WCAG 2.2, "relative luminance"."""
        linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for pair in BANNERS.values():
        dark, light = sorted(map(luminance, pair))
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_three_entries_are_shown_and_a_friendly_line_where_there_is_none() -> None:
    many = replace(HALF, entries=tuple(LastEntry(str(day), "in", "1 ₸") for day in range(40, 45)))
    told = [line.text for line in progress.texts(many)]
    assert [day for day in map(str, range(40, 45)) if day in told] == ["40", "41", "42"]
    assert HALF.no_entries not in told
    assert EMPTY.no_entries in [line.text for line in progress.texts(EMPTY)]


@KINDS
def test_a_long_sum_is_made_smaller_and_not_cut(kind: Kind) -> None:
    line = next(line for line in kind.texts(OVER) if line.text == OVER.raised)
    usual = next(line for line in kind.texts(HALF) if line.text == HALF.raised)
    assert 40 <= line.size < usual.size
    assert line.colour == usual.colour != INK


def test_the_bench_tells_what_each_picture_costs(capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--times", "1", "--json"])
    told = [bench.Figures(**json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    assert [each.picture for each in told] == list(bench.PICTURES)
    assert all(0 < each.mean_ms <= each.most_ms and 10 < each.kilobytes < 100 for each in told)
    assert bench.as_text(told[0]).split()[0] == "card"
