"""How an appeal stands, as a tall PNG that people share in their stories: large sums and a code to scan."""

from collections.abc import Iterator, Sequence
from typing import Final

import segno

from media.drawing import (
    CALM,
    CARD,
    DEEP_GREEN,
    INK,
    LINE,
    QUIET,
    Box,
    Colour,
    Shape,
    Words,
    fitting,
    lines,
    png,
    shrunk,
    width,
)
from media.progress import BANNERS, ProgressCard, bar

WIDTH: Final = 1080
HEIGHT: Final = 1920

SAFE: Final = (150, 1700)
"""Where words may stand: above and below, phones lay a name and a line for answers over a story."""

QUIET_ZONE: Final = 4
"""Modules around the code that stay light (ISO/IEC 18004, 5.3.8)."""

_BLACK: Final[Colour] = (0, 0, 0)
_EDGE: Final = 72
_GAP: Final = 28
_ROUND: Final = 36
_INSIDE: Final = 48  # from a card's edge to what stands on it

_BANNER: Final = (152, 120)  # top, height
_BANNER_SIZE: Final = 40
_BANNER_LINES: Final = 2
_FIRST: Final = 232  # the title's top; lower below a banner
_TITLE: Final = (92, 54)
_PURPOSE: Final = 46
_PURPOSE_LINES: Final = 2
_RAISED: Final = (108, 40)
_GOAL: Final = 48
_THICK: Final = 56
_PERCENT: Final = (64, 34)
_PERCENT_ROOM: Final = 300
_DAYS_CAPTION: Final = 42
_DAYS_ROOM: Final = 500
_SCAN: Final = 42
_SCAN_LINES: Final = 6
_CODE: Final = (50, 28)
_FOOT: Final = 40
_FOOT_LINES: Final = 2
_CARD_HEIGHT: Final = 456
_SQUARE: Final = 462  # what the code may take, its quiet zone included


def draw_story(card: ProgressCard) -> bytes:
    """The picture as PNG, 1080x1920; the same card gives the same bytes.

    segno.DataOverflowError (a ValueError) for a link of more than 2331 bytes, which fits no code.
    """
    return png((WIDTH, HEIGHT), shapes(card), texts(card))


def texts(card: ProgressCard) -> Sequence[Words]:
    """Every line of text, made smaller, torn or cut where it would be too long."""
    return [*_banner(card), *_head(card), *_sums(card), *_days(card), *_beside_code(card), *_foot(card)]


def shapes(card: ProgressCard) -> Sequence[Shape]:
    """Everything but the text, what lies below first, the dark modules of the code last."""
    banner = [Shape(_banner_box(), BANNERS[card.stamp_kind][0], _ROUND / 2)] if card.stamp else []
    return [
        *banner,
        Shape(_card_box(card), CARD, _ROUND),
        *bar(card.part, _bar_box(card)),
        Shape(_scan_box(card), CARD, _ROUND),
        *_modules(card),
    ]


def code_box(card: ProgressCard) -> tuple[Box, int]:
    """Where the code stands, its quiet zone included, and how many pixels one module is wide."""
    count = segno.make_qr(card.link).symbol_size(border=QUIET_ZONE)[0]
    scale = int(_SQUARE // count)
    box = _scan_box(card)
    left, top = box.left + _GAP, round((box.top + box.bottom - scale * count) / 2)
    return Box(left, top, left + scale * count, top + scale * count), scale


def _modules(card: ProgressCard) -> Iterator[Shape]:
    """The dark modules, those beside one another in one piece."""
    box, scale = code_box(card)
    for row, modules in enumerate(segno.make_qr(card.link).matrix_iter(border=QUIET_ZONE)):
        top = box.top + row * scale
        for begin, end in _runs(list(modules)):
            left, right = box.left + begin * scale, box.left + end * scale
            yield Shape(Box(left, top, right, top + scale), _BLACK, 0)


def _runs(modules: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin, and where the light ones after them do."""
    edges = [
        place
        for place in range(len(modules) + 1)
        if (place < len(modules) and modules[place]) != (place > 0 and modules[place - 1])
    ]
    yield from zip(edges[::2], edges[1::2], strict=True)


def _banner(card: ProgressCard) -> Iterator[Words]:
    """A word over everything: that the appeal is over, or must wait."""
    if card.stamp:
        box = _banner_box()
        colour, size = BANNERS[card.stamp_kind][1], _BANNER_SIZE
        told = lines(card.stamp, box.width - 2 * _GAP, size, _BANNER_LINES, bold=True)
        top = (box.top + box.bottom - len(told) * size * LINE) / 2
        for number, line in enumerate(told):
            left = (WIDTH - width(line, size, bold=True)) / 2
            yield Words(line, left, top + number * size * LINE, size, colour, bold=True)


def _head(card: ProgressCard) -> Iterator[Words]:
    """For whom, and in at most two lines for what."""
    top, room = _top(card), WIDTH - 2 * _EDGE
    title, size = shrunk(card.title, room, _TITLE, bold=True)
    yield Words(title, _EDGE, top + (_TITLE[0] - size) * LINE / 2, size, INK, bold=True)
    for number, line in enumerate(lines(card.purpose, room, _PURPOSE, _PURPOSE_LINES)):
        below = top + _TITLE[0] * LINE + 8 + number * _PURPOSE * LINE
        yield Words(line, _EDGE, below, _PURPOSE, QUIET)


def _sums(card: ProgressCard) -> Iterator[Words]:
    """What was raised, of how much, and below the bar the part of it."""
    box = _card_box(card)
    left, room = box.left + _INSIDE, box.width - 2 * _INSIDE
    raised, size = shrunk(card.raised, room, _RAISED, bold=True)
    lowered = (_RAISED[0] - size) * 0.8  # a smaller sum stands on the same line
    yield Words(raised, left, box.top + 24 + lowered, size, DEEP_GREEN, bold=True)
    goal, size = shrunk(card.goal, room, (_GOAL, 30))
    yield Words(goal, left, box.top + 160, size, QUIET)
    percent, size = shrunk(card.percent, _PERCENT_ROOM, _PERCENT, bold=True)
    top = _bar_box(card).bottom + 24 + (_PERCENT[0] - size) * LINE / 2
    yield Words(percent, left, top, size, DEEP_GREEN, bold=True)


def _days(card: ProgressCard) -> Iterator[Words]:
    """How many days are left, in one line at the right edge of the card."""
    box, top = _card_box(card), _bar_box(card).bottom + 24
    days, size = shrunk(card.days, _DAYS_ROOM / 2, _PERCENT, bold=True)
    long = width(days, size, bold=True)
    caption = fitting(card.days_caption, _DAYS_ROOM - long - _GAP / 2, _DAYS_CAPTION)
    right = box.right - _INSIDE
    if caption:
        left = right - width(caption, _DAYS_CAPTION)
        lowered = (_PERCENT[0] - _DAYS_CAPTION) * 0.93  # both stand on one line
        yield Words(caption, left, top + lowered, _DAYS_CAPTION, QUIET)
        right = left - _GAP / 2
    if days:
        yield Words(days, right - long, top + (_PERCENT[0] - size) * 0.93, size, CALM, bold=True)


def _beside_code(card: ProgressCard) -> Iterator[Words]:
    """What the code is for, and below it the code of the appeal, in the middle of what room there is."""
    box, (square, _) = _scan_box(card), code_box(card)
    left = square.right + _GAP
    room = box.right - _INSIDE - left
    told = lines(card.scan, room, _SCAN, _SCAN_LINES)
    code, size = shrunk(card.code, room, _CODE, bold=True)
    high = len(told) * _SCAN * LINE + _GAP + size * LINE
    top = (box.top + box.bottom - high) / 2
    for number, line in enumerate(told):
        yield Words(line, left, top + number * _SCAN * LINE, _SCAN, INK)
    yield Words(code, left, top + high - size * LINE, size, CALM, bold=True)


def _foot(card: ProgressCard) -> Iterator[Words]:
    top, room = _scan_box(card).bottom + 32, WIDTH - 2 * _EDGE
    for number, line in enumerate(lines(card.foot, room, _FOOT, _FOOT_LINES, bold=True)):
        yield Words(line, _EDGE, top + number * _FOOT * LINE, _FOOT, CALM, bold=True)


def _banner_box() -> Box:
    top, height = _BANNER
    return Box(_EDGE, top, WIDTH - _EDGE, top + height)


def _top(card: ProgressCard) -> float:
    return sum(_BANNER) + 20 if card.stamp else _FIRST


def _card_box(card: ProgressCard) -> Box:
    top = round(_top(card) + _TITLE[0] * LINE + _PURPOSE_LINES * _PURPOSE * LINE + 40)
    return Box(_EDGE, top, WIDTH - _EDGE, top + _CARD_HEIGHT)


def _bar_box(card: ProgressCard) -> Box:
    box = _card_box(card)
    top = box.top + 250
    return Box(box.left + _INSIDE, top, box.right - _INSIDE, top + _THICK)


def _scan_box(card: ProgressCard) -> Box:
    top = _card_box(card).bottom + 36
    return Box(_EDGE, top, WIDTH - _EDGE, top + _SQUARE + 2 * 20)
