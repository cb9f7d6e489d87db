"""Records: one commit for what comes in together, nothing forgotten when a commit fails."""

import asyncio
from collections.abc import Sequence

import pytest

from delivery import records as recording
from delivery.outcome import Sent
from delivery.records import Record, Records
from domain.messages import Claimed, Content, Lane, OnDoubt


def claimed(name: str) -> Claimed:
    return Claimed(name, "somebody", 1, Content("Hello"), Lane.NOTICE, OnDoubt.RESEND, 1, None)


class Commits:
    """A database that keeps what it is given, once the gate is open and as long as it works."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.faults: list[Exception] = []
        self.written: list[list[str]] = []

    async def write(self, records: Sequence[Record]) -> None:
        await self.gate.wait()
        if self.faults:
            raise self.faults.pop()
        self.written.append([each.id for each, _ in records])


@pytest.fixture
async def commits() -> Commits:
    return Commits()


async def test_what_comes_in_during_one_commit_shares_the_next(commits: Commits) -> None:
    records = Records(commits.write, lambda: False)
    adding = [asyncio.create_task(records.add(claimed(name), Sent(1))) for name in "abcd"]
    await asyncio.sleep(0)
    commits.gate.set()
    await asyncio.gather(*adding)
    assert commits.written in ([list("abcd")], [["a"], list("bcd")])


async def test_whoever_adds_waits_for_the_commit(commits: Commits) -> None:
    records = Records(commits.write, lambda: False)
    adding = asyncio.create_task(records.add(claimed("a"), Sent(1)))
    await asyncio.sleep(0)
    assert not adding.done()
    commits.gate.set()
    await adding
    assert commits.written == [["a"]]


async def test_what_could_not_be_written_goes_with_the_next_commit(commits: Commits) -> None:
    records = Records(commits.write, lambda: False)
    commits.gate.set()
    commits.faults = [OSError("disk full")]
    with pytest.raises(OSError, match="disk full"):
        await records.add(claimed("a"), Sent(1))
    await records.add(claimed("b"), Sent(2))
    assert commits.written == [["a", "b"]]


async def test_a_flush_writes_what_is_left_and_nothing_twice(commits: Commits) -> None:
    records = Records(commits.write, lambda: False)
    commits.gate.set()
    await records.flush()
    commits.faults = [OSError("disk full")]
    with pytest.raises(OSError, match="disk full"):
        await records.add(claimed("a"), Sent(1))
    await records.flush()
    await records.flush()
    assert commits.written == [["a"]]


async def test_a_cancelled_writer_leaves_its_records_to_the_next(commits: Commits) -> None:
    records = Records(commits.write, lambda: False)
    adding = asyncio.create_task(records.add(claimed("a"), Sent(1)))
    await asyncio.sleep(0)
    adding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await adding
    commits.gate.set()
    await records.flush()
    assert commits.written == [["a"]]


async def test_while_very_many_come_in_a_commit_waits_for_company(
    commits: Commits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "LINGER", 0)
    commits.gate.set()
    records = Records(commits.write, lambda: True)
    await asyncio.gather(*(records.add(claimed(name), Sent(1)) for name in "abcd"))
    assert commits.written == [list("abcd")]
