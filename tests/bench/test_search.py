"""The search benchmark: its figures, its files, and one small run on the true storage."""

import json
import math
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import _search_dev, _search_engine, _search_files, search
from bench._command import head
from bench._search_engine import Built, Hit, measure
from bench._search_figures import (
    Answer,
    Band,
    Figures,
    Meaning,
    false_positives,
    figures,
    meaning,
    nearest_rank,
)
from bench._search_files import BadFileError, Material, Query
from bench._search_peers import BruteForce, folded, peers
from matching.search import NOTIFY, score

TRACK_KEYS = ["track", "n", "recall_at_1", "recall_at_10", "mrr", "fpr_at_95", "p50_ms", "p99_ms"]
BUILD_KEYS = ["names", "seconds", "bytes_per_name", "add_ms"]

NAMES = """Исраилов Жаңабай|Karimova Dilnoza|Оспанов Ерлан|Токтогулов Бакыт|Yusupov Otabek|Қасымов Данияр
Шарипов Далер|Nazarova Malika|Асанов Эрмек|Сулейменова Айгүл|Ergashev Sardor|Мирзоев Сухроб|Садыкова Жылдыз
Usmonov Farrux|Байжанов Нурлан|Қодирова Зулфия|Маматов Азамат|Холиков Фирдавс|Abdiyev Temur|Жумабаева Сауле"""


def names() -> list[str]:
    return NAMES.replace("\n", "|").split("|")


def answer(rank: int, own: float, best: float, seconds: float = 0.001) -> Answer:
    return Answer(rank, own, best, seconds, seconds / 2)


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


class Parrot:
    """An engine that finds a name by itself and anything else nowhere."""

    name: str | None = None

    def __init__(self) -> None:
        self.names: list[str] = []
        self.added: list[str] = []

    async def build(self, names: Sequence[str]) -> None:
        self.names = list(names)

    async def ready(self) -> None:
        pass

    async def find(self, name: str) -> Sequence[Hit]:
        return [Hit(row, 1.0) for row, known in enumerate(self.names) if known == name]

    async def add(self, name: str) -> None:
        self.added.append(name)

    async def stored(self) -> int:
        return 100 * len(self.names)


def test_the_figures_of_a_track() -> None:
    present = [answer(1, 0.9, 0.9), answer(2, 0.8, 0.9), answer(4, 0.7, 0.9), answer(1, 0.9, 0.9)]
    absent = [answer(0, -math.inf, 0.75, 0.003), answer(0, -math.inf, 0.65), answer(0, -math.inf, -math.inf)]
    got = figures("real", present, absent)
    assert (got.track, got.n, got.recall_at_1, got.recall_at_10) == ("real", 4, 0.5, 1.0)
    assert got.mrr == 0.6875  # (1 + 1/2 + 1/4 + 1) / 4
    assert got.fpr_at_95 == 0.3333  # all four must be kept: the threshold is 0.7
    assert (got.p50_ms, got.p99_ms, got.cpu_p50_ms, got.cpu_p99_ms) == (1.0, 3.0, 0.5, 1.5)


def test_the_threshold_keeps_ninety_five_of_a_hundred() -> None:
    own = [0.9] * 19 + [-math.inf]
    assert false_positives(own, [0.95, 0.9, 0.89, 0.1]) == 0.5
    assert false_positives([0.9] * 18 + [-math.inf] * 2, [0.95]) is None
    assert false_positives([0.9] * 95 + [0.2] * 5, [0.95, 0.3]) == 0.5
    assert false_positives([0.9] * 94 + [0.2] * 6, [0.95, 0.3]) == 1.0


def test_a_track_without_present_or_absent_people_leaves_that_open() -> None:
    alone = figures("real", [], [answer(0, -math.inf, 0.5)])
    assert (alone.n, alone.recall_at_1, alone.recall_at_10, alone.mrr, alone.fpr_at_95) == (0, *[None] * 4)
    assert figures("real", [answer(1, 0.9, 0.9)], []).fpr_at_95 is None


@pytest.mark.parametrize(("percent", "expected"), [(50, 3), (99, 5), (60, 3), (61, 4), (1, 1)])
def test_percentiles_are_by_nearest_rank(percent: int, expected: float) -> None:
    assert nearest_rank([5, 3, 1, 2, 4], percent) == expected


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing"):
        nearest_rank([], 50)


def test_a_population_and_its_queries_are_read_as_plain_text(tmp_path: Path) -> None:
    population = written(tmp_path / "p.tsv", "a7\tAli “Bek”", 'b\t"Otabek" Yusupov', "c\tЕрлан, Оспанов")
    queries = written(tmp_path / "q.tsv", 'Otabek "Y\tb\treal', "Nobody\t\tnoisy")
    assert _search_files.material(population, queries) == Material(
        ["Ali “Bek”", '"Otabek" Yusupov', "Ерлан, Оспанов"],
        [Query('Otabek "Y', 1, "real"), Query("Nobody", None, "noisy")],
    )


def test_a_mark_of_the_byte_order_and_windows_lines_are_read(tmp_path: Path) -> None:
    population = tmp_path / "p.tsv"
    population.write_bytes("\ufeffa\tАли\r\nb\tБек".encode())
    queries = written(tmp_path / "q.tsv", "Али\ta\treal")
    assert _search_files.material(population, queries).names == ["Али", "Бек"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["a\tАли", "", "b\tБек"], ":2: the line is empty"),
        (["a\tАли", "# names"], ":2: the file has no comments"),
        (["id\tname", "a\tАли"], ":1: this looks like a header"),
        (["a\tАли", "b"], ":2: 1 columns instead of 2: id<TAB>name"),
        (["a\tАли\tБек"], ":1: 3 columns instead of 2"),
        (["a\tАли", "b\tБек", "a\tАли"], ":3: the id 'a' stands on line 1 too"),
        (["a\tАли", "\tБек"], ":2: the column 'id' is empty"),
        (["a\tАли", "b\t "], ":2: the column 'name' is empty"),
        ([], ": the file is empty"),
    ],
)
def test_a_bad_population_is_told_by_file_and_line(tmp_path: Path, lines: list[str], said: str) -> None:
    population = written(tmp_path / "p.tsv", *lines)
    queries = written(tmp_path / "q.tsv", "Али\ta\treal")
    with pytest.raises(BadFileError) as told:
        _search_files.material(population, queries)
    assert str(told.value).startswith(f"{population}{said}")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Али\ta\treal", "Бек\tz\treal"], ":2: nobody in the population has the expected id 'z'"),
        (["query\texpected\ttrack", "Али\ta\treal"], ":1: this looks like a header"),
        (["Али\ta"], ":1: 2 columns instead of 3: query<TAB>expected id<TAB>track"),
        (["Али\ta\t"], ":1: the column 'track' is empty"),
        (["\ta\treal"], ":1: the column 'query' is empty"),
    ],
)
def test_bad_queries_are_told_by_file_and_line(tmp_path: Path, lines: list[str], said: str) -> None:
    population, queries = written(tmp_path / "p.tsv", "a\tАли"), written(tmp_path / "q.tsv", *lines)
    with pytest.raises(BadFileError) as told:
        _search_files.material(population, queries)
    assert str(told.value).startswith(f"{queries}{said}")


def test_files_that_are_missing_or_no_text_are_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_bytes(b"a\tb\nc\t\xff\n")
    with pytest.raises(BadFileError, match=r"bad\.tsv:2: this is not UTF-8"):
        _search_files.pairs(bad)
    with pytest.raises(BadFileError, match=r"none\.tsv: the file cannot be read: No such file"):
        _search_files.pairs(tmp_path / "none.tsv")


def test_pairs_may_have_a_header_and_more_columns(tmp_path: Path) -> None:
    plain = written(tmp_path / "plain.tsv", "Ali\tVali")
    full = written(tmp_path / "full.tsv", "a\tb\twhy", "Ali\tVali\tbrothers", "Ann\tBob\tstrangers")
    assert _search_files.pairs(plain) == [("Ali", "Vali")]
    assert _search_files.pairs(full) == [("Ali", "Vali"), ("Ann", "Bob")]
    with pytest.raises(BadFileError, match="there is no pair"):
        _search_files.pairs(written(tmp_path / "header.tsv", "a\tb\twhy"))
    with pytest.raises(BadFileError, match=":2: 1 columns instead of 2"):
        _search_files.pairs(written(tmp_path / "short.tsv", "Ali\tVali", "Ann"))


def test_pairs_are_counted_at_the_notify_threshold() -> None:
    assert score("Оспанов Ерлан", "Ospanov Yerlan") >= NOTIFY
    pairs = [("Оспанов Ерлан", "Ospanov Yerlan"), ("Оспанов Ерлан", "Karimova Dilnoza")]
    assert search.notified(pairs) == (2, 1)


async def test_every_track_is_measured_then_the_building() -> None:
    parrot = Parrot()
    queries = [
        Query("A B", 0, "one"),
        Query("C D", 1, "two"),
        Query("X Y", None, "one"),
        Query("x", 1, "one"),
    ]
    results = [result async for result in measure(parrot, Material(["A B", "C D"], queries))]
    one, two, told, built = results
    assert isinstance(one, Figures)
    assert isinstance(two, Figures)
    assert isinstance(told, Meaning)
    assert sum(band.answers for band in told.bands) == 2  # the others got no answer at all
    assert isinstance(built, Built)
    assert (one.track, one.n, one.recall_at_1, one.recall_at_10, one.mrr) == ("one", 2, 0.5, 0.5, 0.5)
    assert (two.track, two.n, two.recall_at_1, two.fpr_at_95) == ("two", 1, 1.0, None)
    assert (built.names, built.bytes_per_name, len(parrot.added)) == (2, 100.0, 200)


def test_a_score_means_how_often_its_answer_is_right() -> None:
    answers = [answer(1, 0.97, 0.97), answer(2, 0.9, 0.98), answer(1, 0.99, 0.99), answer(0, -1.0, 0.3)]
    assert meaning(answers).bands == [Band(0.0, 1, 0.0), Band(0.95, 2, 0.5), Band(0.99, 1, 1.0)]


async def test_the_queries_of_a_track_can_be_limited() -> None:
    queries = [Query("A B", 0, track) for track in ("one", "one", "one", "two")]
    results = [result async for result in measure(Parrot(), Material(["A B"], queries), 2)]
    assert [result.n for result in results if isinstance(result, Figures)] == [2, 1]


def test_the_lines_of_json_have_just_their_keys() -> None:
    track = json.loads(search.as_json(None, figures("real", [answer(1, 0.9, 0.9)], [])))
    built = json.loads(search.as_json(None, Built(20, 0.5, 321.0, 1.2)))
    assert list(track) == TRACK_KEYS
    assert track["fpr_at_95"] is None
    assert list(built) == ["build"]
    assert list(built["build"]) == BUILD_KEYS
    assert json.loads(search.as_json(None, search.Pairs(150, 3))) == {"pairs": 150, "above_notify": 3}


def test_the_lines_of_peers_name_their_engine() -> None:
    track = json.loads(search.as_json("fts5", figures("real", [answer(1, 0.9, 0.9)], [])))
    assert list(track) == [*TRACK_KEYS, "engine"]
    assert json.loads(search.as_json("fts5", Built(20, 0.5, None, 1.2)))["engine"] == "fts5"


async def test_peers_find_another_spelling(tmp_path: Path) -> None:
    async with peers(tmp_path, None) as found:
        assert [peer.name for peer in found] == ["fts5_trigram", "rapidfuzz_token_set"]
        for peer in found:
            await peer.build(names())
            await peer.ready()
            assert (await peer.find("Daniyar Kasymov"))[0].row == 5
            await peer.add("Пулатов Бобур")
            assert (await peer.find("Pulatov Bobur"))[0].row == len(names())


async def test_peers_take_names_with_signs_or_without_letters(tmp_path: Path) -> None:
    async with peers(tmp_path, None) as found:
        for peer in found:
            await peer.build([*names(), "O'G\"LI * -", "--"])
            await peer.find('"a" OR *')
            await peer.find("12")
    assert folded("Қодирова-Шарипова  Ғани") == "kodirova sharipova gani"


async def test_what_brute_force_stores_is_nothing() -> None:
    results = [result async for result in measure(BruteForce(), Material(["A B"], [Query("A B", 0, "one")]))]
    assert isinstance(results[-1], Built)
    assert results[-1].bytes_per_name is None


def test_noise_drops_the_patronymic_and_keeps_the_words() -> None:
    chance = random.Random(1)
    for _ in range(200):
        noise = _search_dev.noisy("Исраилов Жаңабай Әбдірайымұлы", chance)
        assert len(noise.split()) == 2
        assert "ұлы" not in noise
    assert _search_dev.noisy("Ли", chance)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name data of the shape `--dev` reads."""
    head = "person_id\tsource\tlang\tname"
    real = [(f"n{i}\tnet_dev\ten\tAnna{i} Berg", f"n{i}\tnet_dev\tru\tАнна{i} Берг") for i in range(40)]
    parts = [
        (f"p{i}\twd_parts_dev\tlatn\tOra{i} Kim", f"p{i}\twd_parts_dev\tcyrl\tОра{i} Ким") for i in range(9)
    ]
    daily = [
        (f"e{i}\teveryday_dev\tru\tДима{i} Цой", f"e{i}\teveryday_dev\tmrz\tDIMA{i} TSOY") for i in range(9)
    ]
    rows = [row for pair in (*real, *parts) for row in pair]
    written(tmp_path / "names_dev.tsv", head, *rows)
    written(tmp_path / "names_everyday_dev.tsv", head, *(row for pair in daily for row in pair))
    written(tmp_path / "make_population.py", "import sys", "print('Анна Берг')", "print('Karim Ali')")
    return tmp_path


def test_dev_data_become_a_population_with_a_third_absent(folder: Path) -> None:
    made = _search_dev.material(folder, 2, ("real", "noisy"))
    real = [query for query in made.queries if query.track == "real"]
    assert len(real) == 40
    assert len(made.queries) == 80
    present = [query for query in real if query.row is not None]
    assert 20 <= len(present) <= 35
    assert len(made.names) == 1 + len(
        present
    )  # the background name folded like a person of the files is left out
    assert "Karim Ali" in made.names
    for query in present:
        assert query.row is not None
        assert folded(made.names[query.row]) == folded(query.name)
    assert made == _search_dev.material(folder, 2, ("real", "noisy"))


def test_a_track_left_out_changes_nothing_in_the_others(folder: Path) -> None:
    every = _search_dev.material(folder, 2, _search_dev.TRACKS)
    alone = _search_dev.material(folder, 2, ("everyday_noisy",))
    assert [query.track for query in alone.queries] == ["everyday_noisy"] * 9
    both = [[q.name for q in made.queries if q.track == "everyday_noisy"] for made in (every, alone)]
    assert both[0] == both[1]


def test_a_missing_package_for_background_names_is_told(folder: Path) -> None:
    written(folder / "make_population.py", "raise ModuleNotFoundError(\"No module named 'names_dataset'\")")
    with pytest.raises(BadFileError, match="needs the package names-dataset"):
        _search_dev.material(folder, 2, ("real",))
    written(folder / "make_population.py", "raise ValueError('broken')")
    with pytest.raises(BadFileError, match="failed: ValueError: broken"):
        _search_dev.material(folder, 2, ("real",))
    (folder / "make_population.py").unlink()
    with pytest.raises(BadFileError, match="there is no such file"):
        _search_dev.material(folder, 2, ("real",))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--population", "p.tsv"], "go together"),
        (["--dev", "0"], "no number above 0"),
        (["--dev", "9"], "--dev needs --data FOLDER"),
        (["--dev", "9", "--tracks", "real,unreal"], "no track 'unreal'"),
        (["--postgres", "postgresql://x"], "add --peers"),
        (["--pairs", "/nowhere/pairs.tsv"], "/nowhere/pairs.tsv: the file cannot be read"),
    ],
)
def test_what_cannot_be_asked_for_ends_with_two(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(search.DATA, raising=False)
    with pytest.raises(SystemExit) as ended:
        search.main(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_small_run_on_the_true_storage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_search_engine, "ADDS", 5)
    population = written(tmp_path / "p.tsv", *(f"p{row}\t{name}" for row, name in enumerate(names())))
    queries = written(
        tmp_path / "q.tsv", "Данияр Касымов\tp5\treal", "EMIL KERIMOV\t\treal", "оспонов ерлан\tp2\tnoisy"
    )
    pairs = written(tmp_path / "d.tsv", "Оспанов Ерлан\tKarimova Dilnoza")
    search.main(
        [
            "--population",
            str(population),
            "--queries",
            str(queries),
            "--pairs",
            str(pairs),
            "--json",
            "--peers",
        ]
    )
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    ours = [line for line in lines if "engine" not in line]
    assert [list(line) for line in ours[:2]] == [TRACK_KEYS, TRACK_KEYS]
    assert [(line["track"], line["n"], line["recall_at_1"]) for line in ours[:2]] == [
        ("real", 1, 1.0),
        ("noisy", 1, 1.0),
    ]
    assert ours[2]["build"]["names"] == 20
    assert ours[2]["build"]["bytes_per_name"] >= 0  # so few names fit on the pages that were there
    assert ours[3] == {"pairs": 1, "above_notify": 0}
    assert [line["engine"] for line in lines if "build" in line and "engine" in line] == [
        "fts5_trigram",
        "rapidfuzz_token_set",
    ]


def test_the_command_above_a_table_tells_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["x", "--postgres", "postgresql://me:secret@host/db", "--json"])
    assert head("search")[0] == "python -m bench.search --postgres postgresql://***@host/db --json"
