"""What is written on a receipt and where: a proposal of what to cover; a moderator decides."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Final

import pytesseract  # type: ignore[import-untyped]  # it ships no types
from PIL import Image

from media.receipts import CELLS, cells_under

LANGUAGES: Final = ("eng", "rus", "kaz", "uzb", "uzb_cyrl", "kir", "tgk", "tur")
"""Tesseract's names of the languages of our people; those that are installed are used."""

SECONDS: Final = 10
"""A moderator waits no longer for a proposal."""

SURE: Final = 60.0
"""Tesseract's confidence (0..100) from which a word is believed to be harmless; the others are covered."""

_MONEY_SIGNS: Final = "₸₽₺€$"
_NUMBER: Final = re.compile(rf"[{_MONEY_SIGNS}]?[+\-−]?\d[\d.,]*[{_MONEY_SIGNS}]?")
# Groups of three, or few enough digits that they are no number of a card, an account or a person.
_SUM: Final = re.compile(r"[+\-−]?(?:\d{1,3}(?:[ .,]\d{3}){1,4}|\d{1,7})(?P<cents>[.,]\d{2})?")
_DATE: Final = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}")
_TIME: Final = re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?")
_AROUND: Final = ' .,:;!*()[]«»"“”|'


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read: where it stands in pixels, in which line, how sure that is (0..100)."""

    text: str
    left: int
    top: int
    width: int
    height: int
    line: int
    sure: float = 100.0


def proposed(picture: bytes) -> frozenset[int] | None:
    """The cells to cover; None when Tesseract is not installed, fails, or takes longer than ten seconds.

    All cells where nothing could be read: it may be a photo that people can read and a program cannot. The
    picture is in a file of the system's temporary folder while it is read, and deleted then. It blocks.
    """
    with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG")) as image:
        words = _read(image)
        size = image.size
    if words is None:
        return None
    return cells_of(words, size) if words else CELLS


def cells_of(words: Iterable[Word], size: tuple[int, int]) -> frozenset[int]:
    """The cells that hold a word which may tell of a person, in a picture of this size.

    Left open are sums, times, common words of receipts (`receipt_words.tsv`), and a date beside such a word
    in a line without others: any other date may be one of birth.
    """
    ordered = sorted(words, key=lambda word: word.line)
    found: set[int] = set()
    for _, line in groupby(ordered, key=lambda word: word.line):
        for word in _telling(list(line)):
            # Letters reach a little over the edges that are told of them.
            over = word.height // 4 + 1
            right, bottom = word.left + word.width + over, word.top + word.height + over
            found.update(cells_under((word.left - over, word.top - over, right, bottom), size))
    return frozenset(found)


def _telling(line: Sequence[Word]) -> Iterator[Word]:
    """The words of a line that may tell of a person."""
    texts = [word.text.strip(_AROUND).casefold() if word.sure >= SURE else word.text for word in line]
    sums = _sums(texts, [word.sure >= SURE for word in line])
    plain = [
        number in sums or (word.sure >= SURE and _is_plain(text))
        for number, (word, text) in enumerate(zip(line, texts, strict=True))
    ]
    dates = [
        word.sure >= SURE and bool(_DATE.fullmatch(text)) for word, text in zip(line, texts, strict=True)
    ]
    says_when = any(plain) and all(one or other for one, other in zip(plain, dates, strict=True))
    for word, is_plain, is_date in zip(line, plain, dates, strict=True):
        if not (is_plain or (is_date and says_when)) and any(map(str.isalnum, word.text)):
            yield word


def _is_plain(text: str) -> bool:
    """Whether a word tells of nobody, wherever it stands."""
    return text in _known() or bool(_TIME.fullmatch(text))


def _sums(texts: Sequence[str], sure: Sequence[bool]) -> frozenset[int]:
    """Which words of a line belong to a sum: numbers with hundredths, or with a currency beside them."""
    found: set[int] = set()
    numbered = [(number, bool(_NUMBER.fullmatch(text)) and sure[number]) for number, text in enumerate(texts)]
    for is_number, run in groupby(numbered, key=lambda each: each[1]):
        places = [number for number, _ in run]
        if is_number and _is_sum(texts, places[0], places[-1] + 1):
            found.update(places)
    return frozenset(found)


def _is_sum(texts: Sequence[str], begin: int, end: int) -> bool:
    written = " ".join(texts[begin:end])
    beside = [*texts[max(begin - 1, 0) : begin], *texts[end : end + 1]]
    bare = written.strip(_MONEY_SIGNS)
    has_currency = bare != written or any(_known().get(text) == "currency" for text in beside)
    match = _SUM.fullmatch(bare)
    return match is not None and (has_currency or match["cents"] is not None)


@cache
def _known() -> Mapping[str, str]:
    """The words that every receipt has, small letters, and their kind: label or currency."""
    table = files("media").joinpath("receipt_words.tsv").read_text(encoding="utf-8")
    return {row["word"]: row["kind"] for row in csv.DictReader(io.StringIO(table), delimiter="\t")}


def _read(image: Image.Image) -> Sequence[Word] | None:
    """All words of a picture; None when they cannot be read here."""
    with suppress(pytesseract.TesseractNotFoundError, RuntimeError):  # the second is also: too slow
        installed = set(pytesseract.get_languages())
        languages = "+".join(each for each in LANGUAGES if each in installed)
        told = pytesseract.image_to_data(
            image, lang=languages or None, timeout=SECONDS, output_type=pytesseract.Output.DICT
        )
        return list(_words(told))
    return None


def _words(told: Mapping[str, Sequence[str | int | float]]) -> Iterator[Word]:
    """The words of Tesseract's table; its other rows are of pages, blocks and lines."""
    columns = ("block_num", "par_num", "line_num", "left", "top", "width", "height", "conf", "text")
    lines: dict[tuple[int, ...], int] = {}
    for *numbers, sure, text in zip(*(told[column] for column in columns), strict=True):
        block, paragraph, line, left, top, width, height = (int(number) for number in numbers)
        if str(text).strip() and float(sure) >= 0:
            place = lines.setdefault((block, paragraph, line), len(lines))
            yield Word(str(text), left, top, width, height, place, float(sure))
