"""Receipts: what people send becomes one clean picture, and nothing is left of what is covered."""

import hashlib
import io
import shutil
from collections.abc import Callable

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, ImageDraw

from media.drawing import font
from media.receipt_texts import Word, cells_of, proposed
from media.receipts import (
    CELLS,
    COLUMNS,
    LONGEST_SIDE,
    MOST_BYTES,
    ROWS,
    Unopenable,
    covered,
    digest,
    label,
    opened,
    with_grid,
)

NEEDS_TESSERACT = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="the program tesseract is not installed"
)
PRINT = [
    ("ЧЕК", 60),
    ("Дата 20.11.2026 14:35", 160),
    ("Сумма 150 000,00 KZT", 240),
    ("Комиссия 0,00 KZT", 320),
    ("Отправитель Айгерим Выдуманная", 480),
    ("ИИН 990101400123", 560),
    ("Карта 4400 4301 2345 6789", 640),
    ("Телефон +7 700 000 00 00", 720),
    ("СПАСИБО", 1000),
]
"""An invented receipt: lines and how far from the top they stand."""
SIZE = (900, 1170)


def saved(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def receipt() -> Image.Image:
    image = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(image)
    for text, top in PRINT:
        pen.text((40, top), text, "black", font(40))
    return image


def pdf(*pages: tuple[int, int], locked: bool = False) -> bytes:
    """A PDF of empty pages in points; a locked one has no key that anybody has."""
    document = pypdfium2.PdfDocument.new()
    for size in pages:
        document.new_page(*size).close()
    file = io.BytesIO()
    document.save(file)
    document.close()
    key = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32)
    crypt = b"/Encrypt %s/ID[<%s><%s>]" % (key, b"33" * 16, b"33" * 16)
    return file.getvalue().replace(b"/Root", crypt + b"/Root") if locked else file.getvalue()


def read(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


def bomb() -> bytes:
    """A small file of many pixels."""
    return saved(Image.new("1", (8000, 8000)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "PDF"])
def test_pictures_and_a_pdf_become_a_jpeg_of_colours(kind: str) -> None:
    picture = read(opened(saved(receipt(), kind)))
    assert (picture.format, picture.mode) == ("JPEG", "RGB")
    assert max(picture.size) <= LONGEST_SIDE
    assert picture.width / picture.height == pytest.approx(SIZE[0] / SIZE[1], rel=0.01)
    dark = picture.convert("L").point(lambda light: 255 * (light < 128)).getbbox()
    assert dark is not None
    assert dark[0] / picture.width == pytest.approx(40 / SIZE[0], abs=0.02)


def test_a_large_picture_becomes_smaller_and_a_small_one_stays() -> None:
    assert read(opened(saved(Image.new("RGB", (4000, 3000)), "JPEG"))).size == (1600, 1200)
    assert read(opened(saved(Image.new("RGB", (300, 200))))).size == (300, 200)


def test_a_picture_stands_upright_and_tells_nothing_of_its_camera() -> None:
    lying = receipt().rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn to the right to see it
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"
    picture = opened(saved(lying, "JPEG", exif=exif, comment=b"where it was"))
    assert read(picture).size == SIZE
    assert not read(picture).getexif()
    assert set(read(picture).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"camera" not in picture
    assert b"where" not in picture


def test_what_is_transparent_is_white() -> None:
    for mode in ("RGBA", "LA", "P"):
        clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0)).convert(mode)
        picture = read(opened(saved(clear)))
        assert picture.getpixel((50, 50)) == (255, 255, 255), mode


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([(595, 842)], (1131, 1600)),
        ([(595, 842)] * 2, (1600, 1132)),
        ([(842, 300)] * 2, (1600, 1140)),
        ([(842, 300)] * 5, (1600, 1140)),
        ([(1_000_000, 500_000)], (1600, 800)),
    ],
    ids=["one", "upright ones stand side by side", "broad ones below one another", "two at most", "huge"],
)
def test_pages_of_a_pdf_stand_where_they_are_largest(
    pages: list[tuple[int, int]], expected: tuple[int, int]
) -> None:
    wide, high = read(opened(pdf(*pages))).size
    assert abs(wide - expected[0]) <= 2
    assert abs(high - expected[1]) <= 2


@pytest.mark.parametrize(
    "made",
    [
        lambda: b"",
        lambda: b"Bought bread for 150 000",
        lambda: b"%PDF-1.7 and nothing of it",
        pdf,
        lambda: pdf((595, 842), locked=True),
        lambda: saved(receipt(), "JPEG")[:3000],
        lambda: saved(receipt())[:3000],
        lambda: saved(receipt(), "ICO", sizes=[(64, 64)]),
        lambda: saved(Image.new("RGB", (63, 400))),
        lambda: saved(Image.new("RGB", (400, 40_000))),
        bomb,
        lambda: b"\xff\xd8" + bytes(MOST_BYTES),
    ],
    ids=[
        "nothing", "text", "torn PDF", "PDF without pages", "locked PDF", "torn JPEG", "torn PNG", "icon",
        "tiny", "a thread", "bomb", "heavy",
    ],
)  # fmt: skip
def test_what_is_no_receipt_is_refused(made: Callable[[], bytes]) -> None:
    with pytest.raises(Unopenable):
        opened(made())


@given(
    some.binary(max_size=200),
    some.sampled_from([b"", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"]),
)
def test_no_bytes_break_it(rest: bytes, begin: bytes) -> None:
    with pytest.raises(Unopenable):
        opened(begin + rest)


def test_cells_are_called_as_on_a_map_and_fit_a_keyboard() -> None:
    assert [label(cell) for cell in (0, 5, 6, 53)] == ["A1", "F1", "A2", "F9"]
    assert len({label(cell) for cell in CELLS}) == ROWS * COLUMNS == 54
    assert COLUMNS <= 8, "buttons of a row"
    with pytest.raises(ValueError, match="54"):
        label(54)


@pytest.mark.parametrize("size", [(900, 1170), (1600, 901), (64, 64), (65, 1600), (1599, 71)])
def test_together_all_cells_cover_all_and_one_covers_only_around_itself(size: tuple[int, int]) -> None:
    white = saved(Image.new("RGB", size, "white"))
    everything = read(covered(white, CELLS)).convert("L")
    assert everything.getextrema()[1] < 60  # type: ignore[operator]  # of one band
    one = read(covered(white, frozenset({0}))).convert("L")
    for left, top in ((size[0] // COLUMNS + 24, 0), (0, size[1] // ROWS + 24)):
        assert left >= size[0] or top >= size[1] or one.getpixel((left, top)) > 230  # type: ignore[operator]


@settings(max_examples=25)
@given(
    some.frozensets(some.sampled_from(sorted(CELLS)), min_size=1, max_size=12),
    some.sampled_from([(90, 120), (333, 217), (640, 480)]),
    some.tuples(*[some.integers(0, 255)] * 3),
    some.sampled_from(["as sent", "opened"]),
)
def test_nothing_is_left_of_what_is_covered(
    cells: frozenset[int], size: tuple[int, int], colour: tuple[int, int, int], how: str
) -> None:
    """Two pictures that differ only in covered cells are published as the same bytes."""
    one = Image.linear_gradient("L").resize(size).convert("RGB")
    other = one.copy()
    pen = ImageDraw.Draw(other)
    wide, high = size[0] / COLUMNS, size[1] / ROWS
    for cell in cells:
        row, column = divmod(cell, COLUMNS)
        edges = (column * wide, row * high, (column + 1) * wide - 1, (row + 1) * high - 1)
        pen.rectangle([int(edge) for edge in edges], colour)
        pen.text((column * wide, row * high), "4400", (255, 0, 0), font(12))
    same = one.copy()
    same.paste(other, mask=_mask(cells, size))
    first, second = saved(one), saved(same)
    if how == "opened":
        first, second = opened(first), opened(second)
    assert covered(first, cells) == covered(second, cells)


def _mask(cells: frozenset[int], size: tuple[int, int]) -> Image.Image:
    """Every pixel that lies in one of the cells, wholly or in part."""
    mask = Image.new("1", size)
    pen = ImageDraw.Draw(mask)
    for cell in cells:
        row, column = divmod(cell, COLUMNS)
        first = (column * size[0] // COLUMNS, row * size[1] // ROWS)
        last = (((column + 1) * size[0] - 1) // COLUMNS, ((row + 1) * size[1] - 1) // ROWS)
        pen.rectangle((*first, *last), 1)
    return mask


def test_the_published_picture_carries_no_metadata_and_is_the_same_every_time() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    told = saved(receipt(), "JPEG", exif=exif, comment=b"a camera")
    published = covered(told, frozenset({1, 2}))
    assert b"camera" not in published.lower()
    assert published == covered(told, frozenset({2, 1}))
    assert digest(published) == hashlib.sha256(published).hexdigest()
    assert digest(published) != digest(covered(told, frozenset({1})))


def test_the_preview_darkens_covered_cells_and_leaves_them_readable() -> None:
    picture = opened(saved(receipt()))
    shown, plain = (
        read(with_grid(picture, cells)).convert("L") for cells in (frozenset({24}), frozenset[int]())
    )
    middle = (60, 530, 140, 640)  # within A5
    light, dark = shown.crop(middle).getextrema()[1], plain.crop(middle).getextrema()[1]
    assert light < 140 < dark  # type: ignore[operator]  # of one band
    low, high = shown.crop((0, 560, 150, 610)).getextrema()
    assert high - low > 40, "letters below are seen"  # type: ignore[operator]
    assert shown.crop((200, 530, 280, 640)).tobytes() == plain.crop((200, 530, 280, 640)).tobytes()


@pytest.mark.parametrize("cell", [-1, 54])
def test_a_cell_that_is_not_of_the_grid_is_refused(cell: int) -> None:
    picture = saved(receipt())
    for draw in (with_grid, covered):
        with pytest.raises(ValueError, match=str(cell)):
            draw(picture, frozenset({cell}))


def shown(line: str) -> str:
    """The words of a line that stay open: each stands in its own cell of the first row."""
    words = line.split()
    found = cells_of(
        [Word(text, 40 + 100 * place, 40, 20, 20, 1) for place, text in enumerate(words)], (600, 900)
    )
    return " ".join(text for place, text in enumerate(words) if place not in found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Сумма: 150 000,00 ₸", "Сумма: 150 000,00 ₸"),
        ("ИТОГО 1500 тг", "ИТОГО 1500 тг"),
        ("Total $2,400.50", "Total $2,400.50"),
        ("Jami 12 345 678,00 so'm", "Jami 12 345 678,00 so'm"),
        ("1 250 000 ₸", "1 250 000 ₸"),
        ("Дата 20.11.2026 14:35", "Дата 20.11.2026 14:35"),
        ("20.11.2026 14:35:01", "20.11.2026 14:35:01"),
        ("20.11.2020", ""),
        ("Дата рождения 20.11.2020", "Дата"),
        ("Айгерим В.", ""),
        ("990101400123", ""),
        ("ИИН 990101400123 тг", "тг"),
        ("4400 4301 2345 6789", ""),
        ("Карта 6789 ₸", "6789 ₸"),
        ("+7 700 000 00 00", ""),
        ("+7 700 000", ""),
        ("87000000000", ""),
        ("№ 12345", "№"),
        ("— | … :", "— | … :"),
        ("Сумма Асель", "Сумма"),
    ],
)
def test_only_sums_times_and_common_words_stay_open(line: str, expected: str) -> None:
    assert shown(line) == expected


def test_a_word_that_is_read_unsurely_is_covered() -> None:
    sure, unsure = (Word("Сумма", 40, 40, 20, 20, 1, sure=sure) for sure in (60.0, 59.9))
    assert cells_of([sure], (600, 900)) == frozenset()
    assert cells_of([unsure], (600, 900)) == {0}


def test_a_word_covers_every_cell_that_it_touches_and_a_little_more() -> None:
    assert cells_of([Word("Айгерим", 50, 120, 260, 40, 1)], (600, 900)) == {6, 7, 8, 9}
    assert cells_of([Word("Айгерим", 10, 195, 50, 40, 1)], (600, 900)) == {6, 12}, "letters reach over edges"
    assert cells_of([Word("Айгерим", 580, 880, 90, 40, 1)], (600, 900)) == {53}
    assert cells_of([], (600, 900)) == frozenset()


@NEEDS_TESSERACT
def test_all_that_names_a_person_on_a_receipt_is_proposed_to_be_covered() -> None:
    found = proposed(opened(saved(receipt())))
    assert found is not None
    rows = {cell // COLUMNS for cell in found}
    assert {top // (SIZE[1] // ROWS) for _, top in PRINT[4:8]} <= rows
    assert found < CELLS, "not everything"


@NEEDS_TESSERACT
def test_all_is_proposed_where_nothing_can_be_read() -> None:
    assert proposed(saved(Image.new("RGB", (600, 800), "white"))) == CELLS


def test_without_the_program_nothing_is_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-program")
    assert proposed(saved(Image.new("RGB", (600, 800), "white"))) is None
