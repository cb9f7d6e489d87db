"""The benchmark of clones: what is right and wrong is counted, and both halves are told."""

import json
from pathlib import Path

import pytest

from bench import clones
from bench.clones import DATA, HALVES, Figures, measure, read

ONE = next(pair.words for pair in read(DATA, "dev"))
TWO = next(pair.words for pair in read(DATA, "held"))


def made(folder: Path, *rows: tuple[str, str, str, str]) -> Path:
    """A file with rows of half, what the text is, words and text."""
    path = folder / "clones.tsv"
    lines = ("\t".join(row) for row in (("half", "is", "words", "text"), *rows))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_what_is_right_is_counted(tmp_path: Path) -> None:
    path = made(tmp_path, ("dev", "copy", ONE, rf"Друзья!\n{ONE}"), ("dev", "other", ONE, TWO))
    pairs = read(path, "dev")
    assert pairs[0].text.startswith("Друзья!\n")
    figures = measure("dev", pairs, 3)
    assert (figures.copies, figures.others, figures.precision, figures.recall) == (1, 1, 1.0, 1.0)
    assert figures.lowest > figures.highest


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    path = made(tmp_path, ("dev", "other", ONE, ONE), ("dev", "copy", ONE, TWO))
    figures = measure("dev", read(path, "dev"), 3)
    assert (figures.precision, figures.recall) == (0.0, 0.0)


def test_both_halves_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(half, kind, ONE, text) for half in HALVES for kind, text in (("copy", ONE), ("other", TWO))]
    path = str(made(tmp_path, *rows))
    clones.main(["--data", path, "--appeals", "3", "--json"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["half"] for each in told] == list(HALVES)
    assert all(list(each) == list(Figures._fields) for each in told)
    clones.main(["--data", path, "--appeals", "3"])
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[-2:]] == list(HALVES)
