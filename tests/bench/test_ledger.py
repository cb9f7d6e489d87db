"""The benchmark of the ledger: what is made is a true ledger, the same for a seed, and each step is told."""

import json

import pytest

from bench import ledger
from bench.ledger import Cost
from domain import chain


def test_a_seed_makes_one_ledger_that_is_whole() -> None:
    entries = list(ledger.made(300, 8))
    assert entries == list(ledger.made(300, 8))
    assert entries != list(ledger.made(300, 9))
    verified = chain.verify(chain.export(entries))
    assert verified.count == 300
    assert len(verified.sums) <= ledger.APPEALS
    assert any(entry.corrects for entry in entries)


def test_each_step_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    ledger.main(["--entries", "120", "--json"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["step"] for each in told] == ["export", "verify", "appeal, export", "appeal, verify"]
    assert [each["entries"] for each in told[:2]] == [120, 120]
    assert all(list(each) == list(Cost._fields) for each in told)


def test_a_cost_is_read_at_a_glance() -> None:
    assert ledger.as_text(Cost("verify", 10_000, 0.4504, 0.4496, 5.226)).split() == [
        "verify", "10000", "0.450", "0.450", "5.23",
    ]  # fmt: skip
