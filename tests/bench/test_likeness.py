"""The benchmark of likeness: what is right and wrong is counted once, on a small part of the made set."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from bench import likeness
from bench.likeness import DATA, HALVES, Figures, measure, read

HEADER = "half\tcluster\tgroup\tdoctor\tclinic\tplace\tphone\tspeciality\n"
ALIKE = ["Осмонова Айзада Талантовна", "Osmonova Aizada", "Осмонова Айзада"]


def made(folder: Path, *rows: tuple[str, str, str]) -> Path:
    """A file with rows of half, group and doctor, who all work at one place."""
    path = folder / "doctors.tsv"
    lines = (
        f"{half}\t1\t{group}\t{doctor}\tШипа Тау\t@city_osh\t\tdentist\n" for half, group, doctor in rows
    )
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return path


def test_every_two_entries_are_counted(tmp_path: Path) -> None:
    path = made(
        tmp_path, *(("dev", "1", name) for name in ALIKE), ("dev", "2", "Ли Егор"), ("test", "3", "Ли")
    )
    figures = measure("dev", read(path, "dev"))
    assert (figures.entries, figures.groups, figures.same_pairs) == (4, 2, 3)
    assert (figures.proposed_precision, figures.proposed_recall) == (1.0, 1.0)
    assert (figures.same_recall, figures.keys_recall, figures.compared) == (1.0, 1.0, 0.5)
    assert figures.comparison_us > 0


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    """The labels say the contrary of the names: each share must fall."""
    rows = [("dev", str(place), name) for place, name in enumerate(ALIKE)]
    path = made(tmp_path, *rows, ("dev", "0", "Ли Егор"))
    figures = measure("dev", read(path, "dev"))
    assert (figures.proposed_precision, figures.proposed_recall) == (0.0, 0.0)
    assert (figures.same_precision, figures.same_recall, figures.keys_recall) == (0.0, 0.0, 0.0)


def test_both_halves_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(tmp_path, *((half, "1", name) for half in HALVES for name in ALIKE))
    likeness.main(["--data", str(path), "--json"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["half"] for each in told] == list(HALVES)
    assert all(list(each) == list(Figures._fields) for each in told)
    likeness.main(["--data", str(path)])
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[-2:]] == list(HALVES)


def test_the_made_set_is_what_it_says_to_be() -> None:
    rows = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()]
    assert "\t".join(rows[0]) + "\n" == HEADER
    assert {len(row) for row in rows} == {8}
    halves, groups, clusters = defaultdict(set), defaultdict(list), defaultdict(set)
    for half, cluster, group, *said in rows[1:]:
        halves[cluster].add(half)
        groups[group].append(tuple(said))
        clusters[cluster].add(group)
    assert all(len(found) == 1 for found in halves.values())  # what looks alike stands in one half
    assert all(len(said) == len(set(said)) <= 4 for said in groups.values())
    assert sum(len(said) > 1 for said in groups.values()) >= 150
    assert sum(len(found) - 1 for found in clusters.values()) >= 150
