"""What all pictures share: colours, typeface, words that fit, shapes with smooth edges, their PNG."""

import io
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

Colour = tuple[int, int, int]

PAPER: Final[Colour] = (247, 244, 238)
CARD: Final[Colour] = (255, 255, 255)
RAIL: Final[Colour] = (233, 228, 218)
INK: Final[Colour] = (31, 41, 51)
QUIET: Final[Colour] = (88, 99, 110)
CALM: Final[Colour] = (72, 85, 128)
GREEN: Final[Colour] = (16, 133, 116)
AMBER: Final[Colour] = (240, 176, 74)
# Words are darker than bars of the same kind: thin strokes look paler than they are.
DEEP_GREEN: Final[Colour] = (10, 105, 92)
DEEP_AMBER: Final[Colour] = (158, 92, 10)

LINE: Final = 1.22  # of a font's size
CUT: Final = "…"

_FINE: Final = 3  # shapes are drawn so many times larger and made small again: smooth edges
_COLOURS: Final = 128  # all that edges of letters need: the file is a third as large
_SQUEEZE: Final = 7  # zlib's level: higher ones take four times as long for a tenth of the size


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels from the upper left corner, the right and lower edges not included."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the upper edge to the lower one."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text where it stands: its baseline is reckoned from the top of the tallest letters."""

    text: str
    left: float
    top: float
    size: int
    colour: Colour
    bold: bool = False

    @property
    def box(self) -> Box:
        """What the letters cover."""
        left, top, right, bottom = font(self.size, bold=self.bold).getbbox(self.text)
        return Box(self.left + left, self.top + top, self.left + right, self.top + bottom)


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled rectangle with round corners."""

    box: Box
    colour: Colour
    radius: float


@cache
def font(size: int, *, bold: bool = False) -> FreeTypeFont:
    """The typeface of all pictures, which has every letter of our languages; the size in pixels."""
    name = "DejaVuSansCondensed-Bold.ttf" if bold else "DejaVuSansCondensed.ttf"
    data = files("media").joinpath("fonts", name).read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def width(text: str, size: int, *, bold: bool = False) -> float:
    """How long a line is, in pixels."""
    return font(size, bold=bold).getlength(text)


def fitting(text: str, room: float, size: int, *, bold: bool = False) -> str:
    """As much of the beginning of a text as there is room for, in pixels."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = bisect(range(len(text)), room, key=lambda count: width(_cut(text, count), size, bold=bold)) - 1
    return _cut(text, max(kept, 0))


def shrunk(text: str, room: float, sizes: tuple[int, int], *, bold: bool = False) -> tuple[str, int]:
    """A text and the size it fits at, between the largest and the smallest of `sizes`; then it is cut."""
    largest, smallest = sizes
    at_largest = width(text, largest, bold=bold)
    size = min(largest, max(smallest, int(largest * room / at_largest))) if at_largest else largest
    return fitting(text, room, size, bold=bold), size


def lines(text: str, room: float, size: int, most: int, *, bold: bool = False) -> Sequence[str]:
    """A text on at most so many lines, torn between its words; what does not fit is cut."""
    kept: list[str] = []
    rest = text.split()
    while rest and len(kept) < most - 1:
        count = _words_on_a_line(rest, room, size, bold=bold)
        kept.append(fitting(" ".join(rest[:count]), room, size, bold=bold))
        rest = rest[count:]
    return [*kept, fitting(" ".join(rest), room, size, bold=bold)] if rest else kept


def png(size: tuple[int, int], shapes: Sequence[Shape], texts: Sequence[Words]) -> bytes:
    """The picture as PNG: what lies below first, then the words; the same things give the same bytes."""
    image = _painted(size, shapes)
    pen = ImageDraw.Draw(image)
    for words in texts:
        pen.text((words.left, words.top), words.text, words.colour, font(words.size, bold=words.bold))
    file = io.BytesIO()
    few = image.quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(file, "PNG", compress_level=_SQUEEZE)
    return file.getvalue()


def _cut(text: str, count: int) -> str:
    return text[:count].rstrip() + CUT


def _words_on_a_line(words: Sequence[str], room: float, size: int, *, bold: bool) -> int:
    """How many words fit on one line; one that is too long has a line of its own."""
    counts = range(2, len(words) + 1)
    over = (count for count in counts if width(" ".join(words[:count]), size, bold=bold) > room)
    return next(over, len(words) + 1) - 1


def _painted(size: tuple[int, int], shapes: Sequence[Shape]) -> Image.Image:
    large = Image.new("RGB", (size[0] * _FINE, size[1] * _FINE), PAPER)
    pen = ImageDraw.Draw(large)
    for shape in shapes:
        edges = (shape.box.left, shape.box.top, shape.box.right - 1 / _FINE, shape.box.bottom - 1 / _FINE)
        pen.rounded_rectangle([edge * _FINE for edge in edges], shape.radius * _FINE, shape.colour)
    return large.reduce(_FINE)
