"""The peers of the product's search: FTS5 trigrams, rapidfuzz by brute force, pg_trgm.

They are given every word folded by the product's own `matching.spelling.fold`, in plain letters: more than a
transliteration, which takes none of the letters of the region for another and none of the sounds of passport
Latin. It makes each peer stronger than it is off the shelf.
"""

import re
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path
from typing import Any, Final

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from rapidfuzz import fuzz, process

from bench._search_engine import Engine, Hit
from bench._search_figures import TOP
from matching.spelling import fold

_PLAIN: Final = str.maketrans({"č": "ch", "š": "sh"})
_TRIGRAM: Final = 3
_SIMILAR: Final = "0.3"
"""pg_trgm's own default of what is similar at all."""

_TABLE: Final = "bench_search_names"
_WORDS: Final = re.compile(r"[\s-]+")


class NoPeerError(Exception):
    """A peer that cannot take part; the text says why."""


@asynccontextmanager
async def peers(folder: Path, postgres: str | None) -> AsyncIterator[Sequence[Engine]]:
    """The peers, each empty; pg_trgm only for a URL. NoPeerError when that server cannot be used."""
    async with AsyncExitStack() as stack:
        database = stack.enter_context(closing(sqlite3.connect(folder / "fts5.db", isolation_level=None)))
        found: list[Engine] = [Trigrams(database), BruteForce()]
        if postgres is not None:
            found.append(await stack.enter_async_context(_postgres(postgres)))
        yield found


def folded(name: str) -> str:
    """A whole name in the folded alphabet, in plain Latin letters."""
    return " ".join(filter(None, map(fold, _WORDS.split(name)))).translate(_PLAIN)


class Trigrams:
    """SQLite's FTS5 with the trigram tokenizer: names that share trigrams, ranked by bm25."""

    name = "fts5_trigram"

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")

    async def build(self, names: Sequence[str]) -> None:
        """Index a population."""
        self._database.execute("BEGIN")
        rows = enumerate(map(folded, names))
        self._database.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", rows)
        self._database.execute("COMMIT")

    async def ready(self) -> None:
        """Nothing to do."""

    async def find(self, name: str) -> Sequence[Hit]:
        """The ten likeliest; a name without a trigram finds nothing."""
        asked = {word[at : at + _TRIGRAM] for word in folded(name).split() for at in range(len(word) - 2)}
        if not asked:
            return []
        rows = self._database.execute(
            "SELECT rowid, bm25(names) FROM names WHERE names MATCH ? ORDER BY bm25(names) LIMIT ?",
            (" OR ".join(f'"{trigram}"' for trigram in sorted(asked)), TOP),
        )
        return [Hit(row, -rank / len(asked)) for row, rank in rows]

    async def add(self, name: str) -> None:
        """Index one more name."""
        self._database.execute("INSERT INTO names(name) VALUES (?)", (folded(name),))

    async def stored(self) -> int:
        """The pages of its file."""
        return pages_in_use(self._database)


class BruteForce:
    """rapidfuzz's token_set_ratio against every name."""

    name = "rapidfuzz_token_set"

    def __init__(self) -> None:
        self._names: list[str] = []

    async def build(self, names: Sequence[str]) -> None:
        """Fold the names."""
        self._names = [folded(name) for name in names]

    async def ready(self) -> None:
        """Nothing to do."""

    async def find(self, name: str) -> Sequence[Hit]:
        """The ten likeliest."""
        hits = process.extract(folded(name), self._names, scorer=fuzz.token_set_ratio, limit=TOP)
        return [Hit(row, score) for _, score, row in hits]

    async def add(self, name: str) -> None:
        """Remember one more name."""
        self._names.append(folded(name))

    async def stored(self) -> None:
        """It stores nothing."""


class Postgres:
    """PostgreSQL's pg_trgm with a GIN index: names that are similar at all, ranked by similarity."""

    name = "pg_trgm_gin"

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - asyncpg ships no types
        self._connection = connection
        self._count = 0

    async def build(self, names: Sequence[str]) -> None:
        """Fill the table, then index it."""
        self._count = len(names)
        rows = enumerate(map(folded, names))
        await self._connection.copy_records_to_table(_TABLE, records=rows, columns=("id", "name"))
        await self._connection.execute(f"CREATE INDEX ON {_TABLE} USING gin (name gin_trgm_ops)")

    async def ready(self) -> None:
        """Let the planner know the table."""
        await self._connection.execute(f"VACUUM ANALYZE {_TABLE}")
        await self._connection.execute(f"SET pg_trgm.similarity_threshold = {_SIMILAR}")

    async def find(self, name: str) -> Sequence[Hit]:
        """The ten likeliest."""
        rows = await self._connection.fetch(
            f"SELECT id, similarity(name, $1) AS score FROM {_TABLE}"  # noqa: S608 - a name of this module
            " WHERE name % $1 ORDER BY score DESC LIMIT $2",
            folded(name),
            TOP,
        )
        return [Hit(row["id"], row["score"]) for row in rows]

    async def add(self, name: str) -> None:
        """Index one more name."""
        await self._connection.execute(
            f"INSERT INTO {_TABLE} VALUES ($1, $2)",  # noqa: S608 - a name of this module
            self._count,
            folded(name),
        )
        self._count += 1

    async def stored(self) -> int:
        """The table with its index."""
        return int(await self._connection.fetchval("SELECT pg_total_relation_size($1::regclass)", _TABLE))


@asynccontextmanager
async def _postgres(url: str) -> AsyncIterator[Postgres]:
    try:
        connection = await asyncpg.connect(url.replace("+asyncpg", "", 1))
    except (OSError, ValueError, asyncpg.PostgresError) as fault:
        raise NoPeerError(f"The PostgreSQL server cannot be reached: {fault}") from fault
    try:
        await _prepare(connection)
        yield Postgres(connection)
    finally:
        await connection.execute(f"DROP TABLE IF EXISTS {_TABLE}")
        await connection.close()


async def _prepare(connection: Any) -> None:  # noqa: ANN401 - asyncpg ships no types
    try:
        await connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except asyncpg.PostgresError as fault:
        raise NoPeerError(
            f"PostgreSQL's extension pg_trgm is missing and cannot be made: {fault}. "
            "Let an administrator run `CREATE EXTENSION pg_trgm` in this database."
        ) from fault
    await connection.execute(f"DROP TABLE IF EXISTS {_TABLE}")
    await connection.execute(f"CREATE UNLOGGED TABLE {_TABLE} (id integer, name text)")


def pages_in_use(database: sqlite3.Connection) -> int:
    """The bytes of a SQLite file's pages that hold something, what is not checkpointed yet included."""
    size, pages, free = (
        database.execute(f"PRAGMA {pragma}").fetchone()[0]
        for pragma in ("page_size", "page_count", "freelist_count")
    )
    return int(size * (pages - free))
