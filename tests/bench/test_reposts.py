"""The benchmark of reposts: a page of some days is really played, and its figures can be true."""

import json

import pytest

from bench import reposts
from bench._reposts_year import Page, births, simulate
from bench.reposts import Figure
from domain.reposts import ItemKind, Rules

PAGE = Page(20, {ItemKind.FIND: 42, ItemKind.APPEAL: 4, ItemKind.WATCH: 5, ItemKind.QUESTION: 6}, seed=1)


def test_everything_that_becomes_public_is_shown_or_open() -> None:
    year = simulate(PAGE, Rules())
    born = births(PAGE)
    assert len(born) == 120 + 11 + 14 + 17
    assert len(year.open) + len(year.times) == len(born)
    assert sum(year.times) + sum(item.shown for item, _ in year.open.values()) == len(year.showings)
    assert simulate(PAGE, Rules()).showings == year.showings, "the same year every time"


def test_the_figures_are_sane(capsys: pytest.CaptureFixture[str]) -> None:
    reposts.main(["--days", "20", "--json"])
    told = [Figure(**json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    most = {figure.what: figure.most or 0.0 for figure in told}
    assert all((figure.mean or 0) <= (figure.most or 0) for figure in told)
    assert 3 < most["posts a day"] <= 20
    assert 1 <= most["lines of a digest"] <= 10
    assert 0 < most["appeals in 7 days"] <= 2
    assert most["showings until the end"] >= 2
    assert most["hours of waiting"] < 48
    assert most["hours of waiting, appeals"] > 48, "more ask than may be shown"
    assert most["CPU seconds"] > 0


def test_a_figure_is_read_at_a_glance() -> None:
    assert reposts.as_text(Figure("posts a day", 10.564, 15, None)).split() == [
        "posts", "a", "day", "10.56", "15", "-",
    ]  # fmt: skip
