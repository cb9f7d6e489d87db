"""How well a name finds its person among many, what it costs, and how the peers do on the same data.

    python -m bench.search --population FILE --queries FILE
    python -m bench.search --dev 100000 --data FOLDER
    python -m bench.search --pairs FILE
    python -m bench.search

A population is `id<TAB>name`, queries are `query<TAB>expected id or nothing<TAB>track`, pairs are names of
different people, `a<TAB>b`, and may go with the others. `--dev` makes population and queries of the name
data in a folder (or in $TABYLDY_DATA, see `bench._search_dev`). Without anything a few hundred invented
people are asked for.

`--peers` puts the same questions to FTS5 trigrams, rapidfuzz and, with `--postgres URL`, pg_trgm, which hold
folded text (`bench._search_peers`). After the tracks stands how often the best answer was right, by score.

`--json` prints one object a line: one for each track, then `{"build":
{...}}`, then `{"pairs": n, "above_notify": n}`; those of a peer have a key `engine`. Shares are 0..1, null
where there is nothing to tell; `n` counts the people asked for who are in the population, those who are not
make `fpr_at_95`.

The product runs on its true storage: a database file, encrypted, in the folder for temporary files (TMPDIR
moves it). It is built by the product's own bulk way, opened anew as after a start, and asked a few names to
load what it keeps in memory. Then each query is asked once, one after another, each in a transaction of its
own: the process is warm, the query is new to it. `cpu` is what this process computed meanwhile.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from bench import _search_dev, _search_files, _search_made
from bench._command import head, positive
from bench._search_engine import Built, Engine, measure
from bench._search_figures import Figures, Meaning
from bench._search_files import BadFileError, Material
from bench._search_peers import NoPeerError, peers
from bench._search_product import product
from matching.search import NOTIFY, score

DATA: Final = "TABYLDY_DATA"

Result: TypeAlias = Figures | Meaning | Built


class Pairs(NamedTuple):
    """Pairs of different people, and how many of them somebody who waits would be told of."""

    pairs: int
    above_notify: int


def notified(pairs: Sequence[tuple[str, str]]) -> Pairs:
    """Count the pairs that score above the notify threshold."""
    return Pairs(len(pairs), sum(score(one, two) >= NOTIFY for one, two in pairs))


async def run(material: Material, given: argparse.Namespace) -> AsyncIterator[tuple[str | None, Result]]:
    """Measure the product, then the peers asked for: each result with the peer's name."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tabyldy-bench-")))
        others: Sequence[Engine] = ()
        if given.peers:  # first, because to learn that a server is missing should not take a build
            others = await stack.enter_async_context(peers(folder, given.postgres))
        async with product(folder) as engine:
            async for result in measure(engine, material):
                yield None, result
        for peer in others:
            async for result in measure(peer, material, given.peers_queries):
                yield peer.name, result


def as_json(engine: str | None, result: Result | Pairs) -> str:
    """One line of `--json`."""
    values = {key: value for key, value in result._asdict().items() if not key.startswith("cpu_")}
    shown: dict[str, object] = {"build": values} if isinstance(result, Built) else values
    return json.dumps(shown | ({"engine": engine} if engine else {}), ensure_ascii=False)


def as_text(engine: str | None, result: Result | Pairs) -> str:
    """One line for people to read."""
    if isinstance(result, Pairs):
        share = result.above_notify / result.pairs
        return f"different people: {result.pairs} pairs, {result.above_notify} ({share:.1%}) above {NOTIFY}"
    title = engine or "tabyldy"
    if isinstance(result, Meaning):
        bands = (f"{band.least}: {band.right:.1%} of {band.answers}" for band in result.bands)
        return f"{title}: the best answer is right from a score of " + ", ".join(bands)
    if isinstance(result, Built):
        size = (
            "nothing stored" if result.bytes_per_name is None else f"{result.bytes_per_name:.0f} bytes a name"
        )
        built = f"{result.names} names built in {result.seconds} s"
        return f"{title}: {built}, {size}, adding one {result.add_ms} ms"
    shares = (result.recall_at_1, result.recall_at_10, result.mrr, result.fpr_at_95)
    times = (result.p50_ms, result.p99_ms, result.cpu_p50_ms, result.cpu_p99_ms)
    cells = [
        f"{title:<20}",
        f"{result.track:<16}",
        f"{result.n:>6}",
        *(f"{_told(share):>9}" for share in shares),
    ]
    return " ".join([*cells, *(f"{value:>9.1f}" for value in times)])


_HEAD: Final = " ".join((f"{'engine':<20}", f"{'track':<16}", f"{'n':>6}", *(f"{title:>9}" for title in (
    "recall@1", "recall@10", "MRR", "FPR@95", "p50 ms", "p99 ms", "cpu p50", "cpu p99"))))  # fmt: skip


def _told(share: float | None) -> str:
    return "-" if share is None else f"{share:.4f}"


def _read(given: argparse.Namespace) -> Material | None:
    """The data asked for; None when only pairs are."""
    if given.population:
        return _search_files.material(given.population, given.queries)
    if given.dev:
        return _search_dev.material(given.data, given.dev, given.tracks)
    return None if given.pairs else _search_made.material()


def _pairs(given: argparse.Namespace) -> Path | None:
    """The file of pairs asked for; the name data has one of its own."""
    chosen: Path | None = given.pairs or (given.data / _search_dev.DIFFERENT if given.dev else None)
    return chosen


def _head(material: Material | None, given: argparse.Namespace) -> list[str]:
    if material is None:
        return head("search")
    source = given.population or (given.dev and f"the name data of {given.data}") or "invented people"
    asked, absent = len(material.queries), sum(query.row is None for query in material.queries)
    return [
        *head("search"),
        f"{len(material.names)} names of {source}; {asked} queries, {absent} of them for absent people",
        "a database file, encrypted; the process warm, each query new to it",
        _HEAD,
    ]


async def _print(given: argparse.Namespace) -> None:
    """Print everything asked for; whatever is no JSON goes to the side in `--json`."""
    material, pairs = _read(given), _pairs(given)
    different = notified(_search_files.pairs(pairs)) if pairs else None
    print(*_head(material, given), sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    if material is not None:
        async for engine, result in run(material, given):
            _show(engine, result, json_lines=given.json)
    if different is not None:
        _show(None, different, json_lines=given.json)


def _show(engine: str | None, result: Result | Pairs, *, json_lines: bool) -> None:
    """Print one result; what a score means is for people to read only."""
    if not json_lines:
        print(as_text(engine, result), flush=True)
    elif not isinstance(result, Meaning):
        print(as_json(engine, result), flush=True)


def _tracks(text: str) -> Sequence[str]:
    chosen = text.split(",")
    unknown = [track for track in chosen if track not in _search_dev.TRACKS]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"no track {unknown[0]!r}; there are {', '.join(_search_dev.TRACKS)}"
        )
    return chosen


def _parser() -> argparse.ArgumentParser:
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=usage)
    parser.add_argument("--population", type=Path, metavar="FILE", help="id<TAB>name")
    parser.add_argument(
        "--queries", type=Path, metavar="FILE", help="query<TAB>expected id or nothing<TAB>track"
    )
    parser.add_argument("--pairs", type=Path, metavar="FILE", help="a<TAB>b, different people")
    parser.add_argument(
        "--dev", type=positive, metavar="N", help="N background names and the people of --data"
    )
    parser.add_argument(
        "--data", type=Path, metavar="FOLDER", default=os.environ.get(DATA), help=f"or ${DATA}"
    )
    parser.add_argument("--tracks", type=_tracks, default=_search_dev.TRACKS, help="of --dev: real,noisy,...")
    parser.add_argument("--peers", action="store_true", help="ask the peers too")
    parser.add_argument("--postgres", metavar="URL", help="a server for pg_trgm among the peers")
    parser.add_argument("--peers-queries", type=positive, metavar="N", help="of each track, for the peers")
    parser.add_argument("--json", action="store_true", help="one object a line")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit 2 with a message when something asked for cannot be used."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if bool(given.population) != bool(given.queries):
        parser.error("--population and --queries go together")
    if given.dev and given.population:
        parser.error("--dev makes a population of its own: leave --population out")
    if given.dev and given.data is None:
        parser.error(f"--dev needs --data FOLDER, or the environment variable {DATA}")
    if given.postgres and not given.peers:
        parser.error("--postgres is for the peers: add --peers")
    try:
        asyncio.run(_print(given))
    except (BadFileError, NoPeerError) as fault:
        parser.exit(2, f"{fault}\n")


if __name__ == "__main__":
    main()
