"""Receipts: a photo or a PDF becomes one clean picture, parts of which are covered before all see it."""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable, Sequence
from math import ceil
from threading import Lock
from typing import Final

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from PIL import Image, ImageDraw, ImageOps

from media.drawing import CALM, CARD, INK, LINE, Colour, font, width

MOST_BYTES: Final = 20_000_000
"""A bot cannot fetch larger files (Bot API, getFile)."""

MOST_PIXELS: Final = 50_000_000
"""What the cameras of phones give; more is a small file that means to fill the memory."""

LONGEST_SIDE: Final = 1600
"""In pixels: small print of a sheet of A4 can still be read, and a photo of Telegram is not larger."""

SHORTEST_SIDE: Final = 64
"""In pixels: on less nothing can be read, and no cell of the grid can be told from another."""

MOST_PAGES: Final = 2

COLUMNS: Final = 6
"""Of the grid, for upright and broad pictures alike.

A row of a Telegram keyboard has at most 8 buttons, so a turned grid of 9 columns is none; and lines of print
are broad, so that broad cells suit a broad picture too.
"""

ROWS: Final = 9
CELLS: Final = frozenset(range(COLUMNS * ROWS))
"""All cells: numbered from 0, row by row, from the upper left corner."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_QUALITY: Final = 90
_BLOCK: Final = 8  # pixels of a JPEG that are kept as one (ITU-T T.81, A.3.3)
_WHITE: Final[Colour] = (255, 255, 255)
_SHADE: Final = 165  # of 255: how dark a covered cell is in the preview
_LINES: Final = 150
_LABELS: Final = (13, 24)  # smallest and largest size
_BROKEN: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
_PDFIUM: Final = Lock()  # the library works for one thread at a time

_Corners = tuple[int, int, int, int]


class Unopenable(ValueError):  # noqa: N818 - a word for what a person sent, not for a fault
    """What was sent is no picture and no PDF that can be read, or too large."""


def opened(data: bytes) -> bytes:
    """A picture, or the first two pages of a PDF, as an RGB JPEG without metadata, at most 1600 pixels long.

    It stands upright as its camera meant it; what is transparent becomes white. Unopenable for everything
    else: other files, more than 20 MB or 50 million pixels, tiny pictures, PDFs that are empty or locked.
    """
    if len(data) > MOST_BYTES:
        raise Unopenable(f"{len(data)} bytes")
    picture = _of_pdf(data) if b"%PDF-" in data[:1024] else _of_picture(data)
    if min(picture.size) < SHORTEST_SIDE:
        raise Unopenable(f"only {picture.size[0]}x{picture.size[1]} pixels")
    return _jpeg(picture)


def label(cell: int) -> str:
    """How a cell is called, as on a map: A1 is the upper left one, F9 the lower right one."""
    row, column = divmod(_known(cell), COLUMNS)
    return f"{chr(ord('A') + column)}{row + 1}"


def with_grid(picture: bytes, cells: frozenset[int]) -> bytes:
    """The preview for a moderator, a JPEG: all cells with their names, these dark but still readable.

    ValueError for a cell that is not of the grid.
    """
    image = _decoded(picture)
    veil = Image.new("RGBA", image.size, (*INK, 0))
    pen = ImageDraw.Draw(veil)
    for cell in sorted(cells):
        left, top, right, bottom = _corners(cell, image.size)
        pen.rectangle((left, top, right - 1, bottom - 1), (*INK, _SHADE))
    for cell in sorted(CELLS):
        _draw_cell(pen, cell, image.size)
    return _jpeg(Image.alpha_composite(image.convert("RGBA"), veil))


def covered(picture: bytes, cells: frozenset[int]) -> bytes:
    """What is published, a JPEG: these cells are painted over, nothing of them is left.

    So is a pixel around them and the rest of the blocks of 8x8 pixels in which a JPEG blends what is on both
    sides of an edge. The same picture and cells give the same bytes, without metadata. ValueError as for
    the preview.
    """
    image = _decoded(picture)
    pen = ImageDraw.Draw(image)
    for cell in sorted(cells):
        left, top, right, bottom = _corners(cell, image.size)
        first = ((left - 1) // _BLOCK * _BLOCK, (top - 1) // _BLOCK * _BLOCK)
        last = (right // _BLOCK * _BLOCK + _BLOCK - 1, bottom // _BLOCK * _BLOCK + _BLOCK - 1)
        pen.rectangle((*first, *last), INK)
    return _jpeg(image)


def cells_under(corners: _Corners, size: tuple[int, int]) -> Iterable[int]:
    """The cells that a rectangle (left, top, right, bottom) of a picture of this size lies in."""
    for cell in CELLS:
        left, top, right, bottom = _corners(cell, size)
        if corners[0] < right and corners[2] > left and corners[1] < bottom and corners[3] > top:
            yield cell


def digest(picture: bytes) -> str:
    """The SHA-256 of a picture, 64 hex digits: what the ledger keeps of a published receipt."""
    return hashlib.sha256(picture).hexdigest()


def _of_picture(data: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as found:
            _refuse_too_many(found.width * found.height)
            found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(found)
            return _small(_on_white(upright))
    except Unopenable:
        raise
    except _BROKEN as fault:
        raise Unopenable("no picture") from fault


def _refuse_too_many(pixels: int) -> None:
    """Before they are in the memory: so far only the head of the file was read."""
    if pixels > MOST_PIXELS:
        raise Unopenable(f"{pixels} pixels")


def _of_pdf(data: bytes) -> Image.Image:
    """The first pages as one picture: below one another, or beside when that leaves them larger."""
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            raise Unopenable("no PDF, or a locked one") from fault
        try:
            pages = [_rendered(document[number]) for number in range(min(len(document), MOST_PAGES))]
        except pypdfium2.PdfiumError as fault:
            raise Unopenable("a broken PDF") from fault
        finally:
            document.close()
    if not pages:
        raise Unopenable("an empty PDF")
    return _small(min(_arranged(pages), key=lambda sheet: max(sheet.size)))


def _rendered(page: pypdfium2.PdfPage) -> Image.Image:
    """A page as large as a picture may be, however large the page calls itself."""
    longest = max(page.get_size())
    if longest <= 0:
        raise Unopenable("a page without a size")
    found: Image.Image = page.render(scale=LONGEST_SIDE / longest).to_pil()
    return found.convert("RGB")


def _arranged(pages: Sequence[Image.Image]) -> Sequence[Image.Image]:
    """All pages below one another, and all beside one another."""
    below = Image.new("RGB", (max(page.width for page in pages), sum(page.height for page in pages)), _WHITE)
    beside = Image.new("RGB", (sum(page.width for page in pages), max(page.height for page in pages)), _WHITE)
    top = left = 0
    for page in pages:
        below.paste(page, (0, top))
        beside.paste(page, (left, 0))
        top, left = top + page.height, left + page.width
    return below, beside


def _on_white(image: Image.Image) -> Image.Image:
    """A new picture of the pixels alone: what a file says beside them stays behind."""
    clean = Image.new("RGB", image.size, _WHITE)
    if image.has_transparency_data:
        solid = image.convert("RGBA")
        clean.paste(solid, mask=solid.getchannel("A"))
    else:
        clean.paste(image.convert("RGB"))
    return clean


def _small(image: Image.Image) -> Image.Image:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return image


def _decoded(picture: bytes) -> Image.Image:
    with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG")) as found:
        return _on_white(found)


def _jpeg(image: Image.Image) -> bytes:
    """Colours are kept as fine as light and dark: small coloured print stays readable."""
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return file.getvalue()


def _corners(cell: int, size: tuple[int, int]) -> _Corners:
    """Left, top, right and bottom of a cell, rounded outwards; right and bottom are not included."""
    row, column = divmod(_known(cell), COLUMNS)
    wide, high = size
    right, bottom = ceil((column + 1) * wide / COLUMNS), ceil((row + 1) * high / ROWS)
    return column * wide // COLUMNS, row * high // ROWS, right, bottom


def _known(cell: int) -> int:
    if cell not in CELLS:
        raise ValueError(f"no cell of the grid: {cell}")
    return cell


def _draw_cell(pen: ImageDraw.ImageDraw, cell: int, size: tuple[int, int]) -> None:
    """Its lines, and its name on a small plate in the corner, where it hides least."""
    left, top, right, bottom = _corners(cell, size)
    pen.rectangle((left, top, right - 1, bottom - 1), outline=(*CALM, _LINES))
    smallest, largest = _LABELS
    letters = max(smallest, min(largest, (bottom - top) // 4, (right - left) // 5))
    name = label(cell)
    plate = (left + 1, top + 1, left + width(name, letters, bold=True) + 7, top + letters * LINE)
    pen.rectangle(plate, (*CARD, 205))
    pen.text((left + 4, top + 1), name, (*CALM, 255), font(letters, bold=True))
