"""What is published of a receipt is one and the same picture everywhere, whatever was covered of it."""

from collections.abc import Iterator

import pytest
from hypothesis import given as example
from hypothesis import settings
from hypothesis import strategies as st

from domain import chain
from media import receipts as media
from relay import appeal_pages, receipts
from relay.work import Work
from storage import appeals
from tests.relay.keeping import CODE, FILE, Desk, sent


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.directory.close()


@example(st.frozensets(st.sampled_from(sorted(receipts.ALL))))
@settings(max_examples=25)
def test_its_hash_is_the_ledgers_and_the_name_of_the_pages_file(desk: Desk, cells: frozenset[int]) -> None:
    proposal = desk.proposes(receipt=sent(FILE))
    original = desk.fetched(proposal)
    desk.covers(proposal, cells)
    desk.decides(proposal)
    entry = desk.entries()[-1]

    async def made(work: Work) -> dict[str, bytes]:
        appeal = await appeals.find_code(work.tx, CODE)
        assert appeal is not None
        return dict(await appeal_pages.files_of(work, appeal))

    files = desk.directory.does(made)
    shown = files[f"receipts/{entry.receipt}.jpg"]
    assert media.digest(shown) == entry.receipt
    assert shown == media.covered(original, cells)
    assert original not in files.values()
    exported = chain.verify(files["ledger.jsonl"])
    assert exported.head == entry.hash
    assert f'"receipt":"{entry.receipt}"'.encode() in files["ledger.jsonl"]
    assert all(f"receipts/{entry.receipt}.jpg".encode() in files[f"{each}.html"] for each in ("kk", "ru"))
