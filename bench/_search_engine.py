"""One engine under test: build it, ask it, add to it, and time all of that the same way for every engine."""

import gc
import math
import statistics
import sys
import time
from collections.abc import AsyncIterator, Sequence
from itertools import cycle, islice
from typing import Final, NamedTuple, Protocol

from bench._search_figures import Answer, Figures, Meaning, figures, meaning, milliseconds
from bench._search_files import Material, Query

ADDS: Final = 200
_WARM_UPS: Final = 20


class Hit(NamedTuple):
    """An answer: a place in the population (or beyond it, for a name added later) and its score."""

    row: int
    score: float


class Engine(Protocol):
    """A search by name."""

    @property
    def name(self) -> str | None:
        """How it is called; None for the product itself."""

    async def build(self, names: Sequence[str]) -> None:
        """Index a population."""

    async def ready(self) -> None:
        """Get into the state in which the engine runs for weeks; called once after building."""

    async def find(self, name: str) -> Sequence[Hit]:
        """The ten likeliest, likeliest first."""

    async def add(self, name: str) -> None:
        """Index one more name, in a transaction of its own."""

    async def stored(self) -> int | None:
        """The bytes in use on the disk, all told; None where nothing is stored."""


class Built(NamedTuple):
    """What the index cost: seconds for all names, bytes for each, median milliseconds for one more."""

    names: int
    seconds: float
    bytes_per_name: float | None
    add_ms: float


async def measure(
    engine: Engine, material: Material, most: int | None = None
) -> AsyncIterator[Figures | Meaning | Built]:
    """Give the figures of every track (of its first `most` queries), what scores mean, what building cost."""
    _forget_words()
    before = await engine.stored()
    start = time.perf_counter()
    await engine.build(material.names)
    seconds = time.perf_counter() - start
    after = await engine.stored()
    await _warm(engine, material.names)
    answers: list[Answer] = []
    for track in dict.fromkeys(query.track for query in material.queries):
        queries = [query for query in material.queries if query.track == track][:most]
        present = [await _ask(engine, query) for query in queries if query.row is not None]
        absent = [await _ask(engine, query) for query in queries if query.row is None]
        answers += [*present, *absent]
        yield figures(track, present, absent)
    yield meaning(answers)
    size = None if before is None or after is None else round((after - before) / len(material.names), 1)
    yield Built(len(material.names), round(seconds, 2), size, await _add(engine, material.queries))


def _forget_words() -> None:
    """Empty the caches that comparing names fills, which a fresh process would not have filled."""
    modules = [module for name, module in sys.modules.items() if name.startswith("matching.")]
    for value in [value for module in modules for value in vars(module).values()]:
        if hasattr(value, "cache_clear"):
            value.cache_clear()


async def _warm(engine: Engine, names: Sequence[str]) -> None:
    """Ask for a few names of the population; what the benchmark itself holds is kept from the collector."""
    _forget_words()
    await engine.ready()
    for name in names[:: max(1, len(names) // _WARM_UPS)]:
        await engine.find(name)
    gc.collect()
    gc.freeze()


async def _ask(engine: Engine, query: Query) -> Answer:
    cpu, start = time.process_time(), time.perf_counter()
    hits = await engine.find(query.name)
    seconds, spent = time.perf_counter() - start, time.process_time() - cpu
    rank, own = next(
        ((i, hit.score) for i, hit in enumerate(hits, 1) if hit.row == query.row), (0, -math.inf)
    )
    return Answer(rank, own, hits[0].score if hits else -math.inf, seconds, spent)


async def _add(engine: Engine, queries: Sequence[Query]) -> float:
    """The median of adding further names: those of the queries, as new people spell as they like."""
    spent = []
    for name in islice(cycle([query.name for query in queries]), ADDS):
        start = time.perf_counter()
        await engine.add(name)
        spent.append(time.perf_counter() - start)
    return milliseconds(statistics.median(spent))
