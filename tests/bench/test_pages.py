"""The benchmark of pages: a small appeal, and what it prints."""

import json

import pytest

from bench import pages
from bench.pages import Figures


def test_every_figure_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    pages.main(["--entries", "25", "--json"])
    [line] = capsys.readouterr().out.splitlines()
    figures = json.loads(line)
    assert list(figures) == list(Figures._fields)
    assert (figures["entries"], figures["files"]) == (25, 6)
    assert 5_000 < figures["largest"] < figures["whole"]
    assert all(figures[step] >= 0 for step in ("read", "made", "written", "again"))


def test_the_table_is_read_at_a_glance() -> None:
    table = pages.as_text(Figures(10_000, 202, 139_800, 17_400_000, 0.31, 1.9, 0.05, 2.2))
    assert "10000 entries: 202 files, 17.4 MB" in table
    assert "139.8 kB" in table
