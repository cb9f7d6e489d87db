"""The benchmark of a busy bot: a short stretch on the true bot, and what it prints."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bench import _crowd, busy
from bench.busy import Difference, Street, Stretch

NAMES = _crowd.names(30)


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    async with busy.street(tmp_path, NAMES) as opened:
        yield opened


async def test_everybody_gets_an_answer_and_its_time_is_told(street: Street) -> None:
    waited = await street.send(["/help", "/start", "/help"], 50, 2)
    assert len(waited) == 3
    assert all(0 < seconds < busy.PATIENCE_SECONDS for seconds in waited)


async def test_a_search_reaches_the_indexed_reports(street: Street) -> None:
    await street.send([NAMES[7]], 1, 1)
    told = [message.text for chat in street._world.chats.values() for message in chat.messages.values()]
    assert any("№ 0000007" in text or "0000007" in text for text in told)


def test_a_line_of_each_kind_is_read_at_a_glance() -> None:
    assert busy.as_text(Stretch("quiet", 10, 5.04, 9.96, 0, None, None)).split() == [
        "quiet", "10", "5.0", "10.0", "0", "-", "-",
    ]  # fmt: skip
    assert "+14.9 ms" in busy.as_text(Difference(14.892, 190.7))


def test_both_stretches_and_their_difference_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    busy.main(["--names", "30", "--seconds", "1", "--rate", "10", "--searches", "5", "--json"])
    quiet, searching, difference = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(quiet) == list(searching) == list(Stretch._fields)
    assert (quiet["stretch"], quiet["replies"], quiet["searches"], quiet["search_p99_ms"]) == (
        "quiet",
        10,
        0,
        None,
    )
    assert (searching["stretch"], searching["replies"], searching["searches"]) == ("searching", 10, 5)
    assert list(difference) == ["added_p99_ms", "first_search_ms"]
    assert difference["added_p99_ms"] == pytest.approx(searching["p99_ms"] - quiet["p99_ms"], abs=0.002)


def test_a_bad_population_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "p.tsv"
    file.write_text("only one column\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        busy.main(["--population", str(file)])
    assert ended.value.code == 2
    assert f"{file}:1: 1 columns instead of 2" in capsys.readouterr().err


def test_invented_names_are_the_same_each_time_and_many() -> None:
    many = _crowd.names(2000)
    assert many[:30] == NAMES
    assert len(set(many)) > 1900
    assert len({word for name in many for word in name.lower().split()}) > 2000
    assert sum("ов" in name for name in many) == 1000
