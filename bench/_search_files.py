"""The files of a search benchmark, read strictly: what cannot be used is told, never dropped.

Plain text in UTF-8, one row a line, tabs between the columns, no header, no comments; a quote is a letter
like any other.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

POPULATION: Final = ("id", "name")
QUERIES: Final = ("query", "expected id", "track")
PAIRS: Final = ("a", "b")

_COMMENT: Final = "#"
_HEADERS: Final = frozenset({"id", "person_id", "query"})


class BadFileError(Exception):
    """A file that cannot be used as it is; the text names the file and the line."""


class Query(NamedTuple):
    """A name to ask for; `row` is the place of the person meant in the population, None when absent."""

    name: str
    row: int | None
    track: str


class Material(NamedTuple):
    """What a run is about: the names to index, and what they are asked for."""

    names: Sequence[str]
    queries: Sequence[Query]


def material(population: Path, queries: Path) -> Material:
    """Read a population (`id name`) and its queries (`query`, expected id or nothing, `track`)."""
    found, rows = _population(population)
    return Material(found, _queries(queries, rows))


def names(population: Path) -> list[str]:
    """Read a population without its ids."""
    return _population(population)[0]


def pairs(path: Path) -> list[tuple[str, str]]:
    """Read pairs of different people's names (`a b`, more columns as one likes, `a b ...` as a header)."""
    found = []
    for line, cells in _rows(path):
        if len(cells) < len(PAIRS):
            raise BadFileError(_fewer(path, line, PAIRS, cells))
        if line > 1 or tuple(cells[:2]) != PAIRS:
            found.append((_filled(path, line, "a", cells[0]), _filled(path, line, "b", cells[1])))
    if not found:
        raise BadFileError(f"{path}: there is no pair in it.")
    return found


def _population(path: Path) -> tuple[list[str], dict[str, int]]:
    """The names, and where each id stands among them."""
    found: list[str] = []
    rows: dict[str, int] = {}
    for line, (key, name) in _exact(path, POPULATION):
        if _filled(path, line, "id", key) in rows:
            raise BadFileError(f"{path}:{line}: the id {key!r} stands on line {rows[key] + 1} too.")
        rows[key] = len(found)
        found.append(_filled(path, line, "name", name))
    return found, rows


def _queries(path: Path, rows: Mapping[str, int]) -> list[Query]:
    found = []
    for line, (name, expected, track) in _exact(path, QUERIES):
        if expected and expected not in rows:
            raise BadFileError(f"{path}:{line}: nobody in the population has the expected id {expected!r}.")
        asked = _filled(path, line, "query", name)
        found.append(Query(asked, rows.get(expected), _filled(path, line, "track", track)))
    return found


def _exact(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a file that has just these columns and no header."""
    for line, cells in _rows(path):
        if line == 1 and cells[0].strip().lower() in _HEADERS:
            raise BadFileError(
                f"{path}:1: this looks like a header; the first line has to be data: {_form(columns)}."
            )
        if len(cells) != len(columns):
            raise BadFileError(_fewer(path, line, columns, cells))
        yield line, cells


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the lines, counted from 1, cut at their tabs; an empty line or a comment is refused."""
    whole = _text(path)
    if not whole:
        raise BadFileError(f"{path}: the file is empty.")
    for line, text in enumerate(whole.removesuffix("\n").split("\n"), start=1):
        if not text.strip():
            raise BadFileError(f"{path}:{line}: the line is empty; take it out.")
        if text.startswith(_COMMENT):
            raise BadFileError(f"{path}:{line}: the file has no comments; take the line out.")
        yield line, text.split("\t")


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise BadFileError(f"{path}: the file cannot be read: {fault.strerror}.") from fault
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise BadFileError(f"{path}:{line}: this is not UTF-8.") from fault


def _filled(path: Path, line: int, column: str, cell: str) -> str:
    if not cell.strip():
        raise BadFileError(f"{path}:{line}: the column {column!r} is empty.")
    return cell


def _fewer(path: Path, line: int, columns: tuple[str, ...], cells: Sequence[str]) -> str:
    return f"{path}:{line}: {len(cells)} columns instead of {len(columns)}: {_form(columns)}."


def _form(columns: tuple[str, ...]) -> str:
    return "<TAB>".join(columns)
