"""The benchmark of reports: everybody's report is really made, and every step is counted once."""

import json
from pathlib import Path

import pytest

from bench import reports
from bench.reports import STEPS, Stretch
from domain.documents import ReportState
from storage.schema import reports as stored


async def test_each_person_sends_a_report_and_each_step_is_measured(tmp_path: Path) -> None:
    async with reports.desk(tmp_path) as (app, world):
        crowd = await reports.crowd_of(app, world, ["Karimov Sherzod", "Ким Алишер", "Асанова Айгүл"])
        stretch = await reports.saturated(crowd, at_once=2)
        rows = await app.relay.database.read(lambda tx: tx.execute(stored.select()))
        assert [row.state for row in rows] == [ReportState.OPEN.value] * 3
    assert (stretch.stretch, stretch.updates) == ("saturated", 3 * len(STEPS))
    assert 0 < stretch.p50_ms <= stretch.p99_ms


def test_both_stretches_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    reports.main(["--people", "2", "--at-once", "2", "--rate", "14", "--seconds", "1", "--json"])
    saturated, offered = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(saturated) == list(offered) == list(Stretch._fields)
    assert (saturated["stretch"], saturated["updates"]) == ("saturated", 2 * len(STEPS))
    assert (offered["stretch"], offered["updates"]) == ("offered", 14)


def test_a_stretch_is_read_at_a_glance() -> None:
    assert reports.as_text(Stretch("offered", 14, 149.96, 5.04, 9.96)).split() == [
        "offered", "14", "150.0", "5.0", "10.0",
    ]  # fmt: skip
