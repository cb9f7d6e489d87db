"""How an appeal stands, as a PNG for its post: what was raised, of how much, what happened last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from media.drawing import (
    AMBER,
    CALM,
    CARD,
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
    shrunk,
    width,
)

WIDTH: Final = 1280
HEIGHT: Final = 720

MOST_ENTRIES: Final = 3
"""More would be too small to read on a phone, where the picture is a third as wide."""

_EDGE: Final = 56
_GAP: Final = 24
_ROUND: Final = 24
_INSIDE: Final = 36  # from a card's edge to what stands on it

_BANNER: Final = (72, 34)  # height, size
_TITLE: Final = (54, 38)  # largest and smallest size
_PURPOSE: Final = 32
_CODE: Final = 28
_RAISED: Final = (84, 34)
_GOAL: Final = 34
_DAYS: Final = (68, 40)
_DAYS_CAPTION: Final = 28
_DAYS_ROOM: Final = 320
_PERCENT: Final = (40, 26)
_PERCENT_ROOM: Final = 190
_THICK: Final = 36
_CAPTION: Final = 28
_ENTRY: Final = 30
_AMOUNT_ROOM: Final = 500
_DAY_ROOM: Final = 210
_FOOT: Final = (658, 28)
_CARD_HEIGHT: Final = 240


class Tone(StrEnum):
    """How a banner is meant: it is over, or do not send just now."""

    CALM = "calm"
    WARN = "warn"


BANNERS: Final[dict[Tone, tuple[Colour, Colour]]] = {Tone.CALM: (CALM, CARD), Tone.WARN: (AMBER, INK)}
"""The ground of a banner and its letters; their contrast is 4.5 or more (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class LastEntry:
    """One line of the ledger as it is read: a day, what happened, a sum."""

    day: str
    kind: str
    amount: str


@dataclass(frozen=True, slots=True)
class ProgressCard:
    """What both pictures of an appeal say, in ready words of one language; it can be a key.

    `part` is the raised part of the goal, 0 or more, above 1 when more came. `entries` are the last of the
    ledger, newest first: three are drawn, `no_entries` stands where there is none. `stamp` is the banner of
    an appeal that is not open, empty for one that is. `days` and `days_caption` may be empty. `foot` says
    where to check before one sends, `scan` what the story's QR code is for; the code holds `link`.
    """

    title: str
    purpose: str
    raised: str
    goal: str
    part: Fraction | float
    percent: str
    days: str
    days_caption: str
    entries: tuple[LastEntry, ...]
    entries_caption: str
    no_entries: str
    code: str
    foot: str
    scan: str
    link: str
    stamp: str = ""
    stamp_kind: Tone = Tone.CALM


def draw(card: ProgressCard) -> bytes:
    """The picture as PNG, 1280x720; the same card gives the same bytes."""
    return png((WIDTH, HEIGHT), shapes(card), texts(card))


def texts(card: ProgressCard) -> Sequence[Words]:
    """Every line of text, made smaller or cut where it would be too long."""
    return [*_banner(card), *_head(card), *_sums(card), *_days(card), *_entries(card), *_foot(card)]


def shapes(card: ProgressCard) -> Sequence[Shape]:
    """Everything but the text, what lies below first."""
    ground, _ = BANNERS[card.stamp_kind]
    banner = [Shape(Box(0, 0, WIDTH, _BANNER[0]), ground, 0)] if card.stamp else []
    rules = [Shape(Box(_EDGE, top, WIDTH - _EDGE, top + 2), RAIL, 0) for top in _rows(card)[1:]]
    return [
        *banner,
        Shape(_code_box(card), RAIL, _ROUND / 2),
        Shape(_card_box(card), CARD, _ROUND),
        *bar(card.part, _bar_box(card)),
        *rules[: max(len(card.entries[:MOST_ENTRIES]) - 1, 0)],
    ]


def bar(part: Fraction | float, rail: Box) -> Iterator[Shape]:
    """How much of the goal is there, on its rail; when there is more, the goal is a mark in a full bar."""
    radius = rail.height / 2
    yield Shape(rail, RAIL, radius)
    if part > 0:
        # The least there is can be seen as a dot, and what is not all yet is not drawn as all.
        length = max(rail.width * min(float(part), 1.0), rail.height)
        short = length if part >= 1 else min(length, rail.width - radius)
        yield Shape(Box(rail.left, rail.top, rail.left + short, rail.bottom), GREEN, radius)
    if part > 1:
        mark = rail.left + max(rail.width / float(part), radius)
        yield Shape(Box(min(mark, rail.right - radius) - 3, rail.top, mark + 3, rail.bottom), CARD, 0)


def _banner(card: ProgressCard) -> Iterator[Words]:
    """A word over everything: that the appeal is over, or must wait."""
    if card.stamp:
        height, size = _BANNER
        text = fitting(card.stamp, WIDTH - 2 * _EDGE, size, bold=True)
        left = (WIDTH - width(text, size, bold=True)) / 2
        yield Words(text, left, (height - size * LINE) / 2, size, BANNERS[card.stamp_kind][1], bold=True)


def _head(card: ProgressCard) -> Iterator[Words]:
    """For whom and for what, and the code by which it is checked."""
    top, box = _top(card), _code_box(card)
    title, size = shrunk(card.title, box.left - _EDGE - _GAP, _TITLE, bold=True)
    yield Words(title, _EDGE, top + (_TITLE[0] - size) * LINE / 2, size, INK, bold=True)
    purpose = fitting(card.purpose, WIDTH - 2 * _EDGE, _PURPOSE)
    yield Words(purpose, _EDGE, top + _TITLE[0] * LINE + 4, _PURPOSE, QUIET)
    code = fitting(card.code, box.width - _GAP, _CODE, bold=True)
    yield Words(code, box.left + _GAP / 2, box.top + (box.height - _CODE * LINE) / 2, _CODE, QUIET, bold=True)


def _sums(card: ProgressCard) -> Iterator[Words]:
    """What was raised, of how much, and the part of it behind the bar."""
    box, rail = _card_box(card), _bar_box(card)
    left, room = box.left + _INSIDE, _sums_room(card)
    raised, size = shrunk(card.raised, room, _RAISED, bold=True)
    lowered = (_RAISED[0] - size) * 0.8
    yield Words(raised, left, box.top + 12 + lowered, size, DEEP_GREEN, bold=True)
    goal = fitting(card.goal, room, _GOAL)
    yield Words(goal, left, box.top + 112, _GOAL, QUIET)
    percent, size = shrunk(card.percent, _PERCENT_ROOM, _PERCENT, bold=True)
    right, middle = box.right - _INSIDE, (rail.top + rail.bottom) / 2
    start = right - width(percent, size, bold=True)
    yield Words(percent, start, middle - size * LINE / 2, size, DEEP_GREEN, bold=True)


def _days(card: ProgressCard) -> Iterator[Words]:
    """How many days are left, at the right edge of the card."""
    box = _card_box(card)
    right = box.right - _INSIDE
    if card.days:
        days, size = shrunk(card.days, _DAYS_ROOM, _DAYS, bold=True)
        yield Words(days, right - width(days, size, bold=True), box.top + 24, size, CALM, bold=True)
    if card.days_caption:
        caption = fitting(card.days_caption, _DAYS_ROOM, _DAYS_CAPTION)
        yield Words(caption, right - width(caption, _DAYS_CAPTION), box.top + 116, _DAYS_CAPTION, QUIET)


def _entries(card: ProgressCard) -> Iterator[Words]:
    """The last lines of the ledger: a day, what happened, and the sum at the right edge."""
    yield Words(
        fitting(card.entries_caption, WIDTH - 2 * _EDGE, _CAPTION, bold=True),
        _EDGE,
        _card_box(card).bottom + 18,
        _CAPTION,
        QUIET,
        bold=True,
    )
    rows = _rows(card)
    if not card.entries:
        words = fitting(card.no_entries, WIDTH - 2 * _EDGE, _ENTRY)
        yield Words(words, _EDGE, rows[1] - _ENTRY, _ENTRY, INK)
    shown = card.entries[:MOST_ENTRIES]
    day_room = min(max((width(entry.day, _ENTRY) for entry in shown), default=0), _DAY_ROOM)
    for entry, top, bottom in zip(shown, rows, rows[1:], strict=False):
        yield from _entry(entry, day_room, (top + bottom) / 2 - _ENTRY * LINE / 2)


def _entry(entry: LastEntry, day_room: float, top: float) -> Iterator[Words]:
    amount, size = shrunk(entry.amount, _AMOUNT_ROOM, (_ENTRY, 20), bold=True)
    right = WIDTH - _EDGE - width(amount, size, bold=True)
    yield Words(fitting(entry.day, day_room, _ENTRY), _EDGE, top, _ENTRY, QUIET)
    kind_left = _EDGE + day_room + _GAP
    yield Words(fitting(entry.kind, right - kind_left - _GAP, _ENTRY), kind_left, top, _ENTRY, INK)
    yield Words(amount, right, top + (_ENTRY - size) * LINE / 2, size, INK, bold=True)


def _foot(card: ProgressCard) -> Iterator[Words]:
    top, size = _FOOT
    yield Words(fitting(card.foot, WIDTH - 2 * _EDGE, size, bold=True), _EDGE, top, size, CALM, bold=True)


def _top(card: ProgressCard) -> float:
    """Where the title begins: under a banner everything moves closer together."""
    return _BANNER[0] + 14 if card.stamp else 30


def _code_box(card: ProgressCard) -> Box:
    wide = min(width(card.code, _CODE, bold=True) + _GAP, WIDTH / 3)
    middle = _top(card) + _TITLE[0] * LINE / 2
    return Box(WIDTH - _EDGE - wide, middle - _CODE, WIDTH - _EDGE, middle + _CODE)


def _card_box(card: ProgressCard) -> Box:
    top = _top(card) + (_TITLE[0] + _PURPOSE) * LINE + (14 if card.stamp else 22)
    return Box(_EDGE, top, WIDTH - _EDGE, top + _CARD_HEIGHT)


def _bar_box(card: ProgressCard) -> Box:
    """The rail of the bar; the part in words stands behind it."""
    box = _card_box(card)
    percent, size = shrunk(card.percent, _PERCENT_ROOM, _PERCENT, bold=True)
    right = box.right - _INSIDE - width(percent, size, bold=True) - (_GAP if percent else 0)
    bottom = box.bottom - _INSIDE
    return Box(box.left + _INSIDE, bottom - _THICK, right, bottom)


def _sums_room(card: ProgressCard) -> float:
    """How wide the sums may be: all of the card but the days."""
    days, size = shrunk(card.days, _DAYS_ROOM, _DAYS, bold=True)
    caption = fitting(card.days_caption, _DAYS_ROOM, _DAYS_CAPTION)
    taken = max(width(days, size, bold=True), width(caption, _DAYS_CAPTION))
    box = _card_box(card)
    return box.width - 2 * _INSIDE - (taken + 2 * _GAP if taken else 0)


def _rows(card: ProgressCard) -> Sequence[float]:
    """The edges of the rows of entries, one more than there are rows."""
    first, last = _card_box(card).bottom + 18 + _CAPTION * LINE + 4, _FOOT[0] - 12
    return [first + (last - first) * number / MOST_ENTRIES for number in range(MOST_ENTRIES + 1)]
