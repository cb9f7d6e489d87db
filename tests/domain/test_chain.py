"""The ledger's chain: whatever is changed in an export is found, and what is found is said with its line."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.chain import GENESIS, Broken, Verified, chained, export, hash_of, holds, verify
from domain.ledger import Entry, EntryKind, balance
from domain.money import Currency, Money

CODES = ("K7M4Q", "C2D3F", "XW9TP")
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NOTES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
HUNDREDTHS = st.integers(-(10**13), 10**13)


def entry(appeal: str = CODES[0], hundredths: int = 150_000, note: str = "Аударым", **changes: Any) -> Entry:
    """An entry that has no place yet."""
    made = Entry(
        seq=0,
        appeal=appeal,
        number=0,
        kind=EntryKind.RECEIVED,
        money=Money.of_hundredths(hundredths, Currency.KZT),
        day=date(2026, 11, 22),
        note=note,
        receipt="",
        corrects=None,
        recorded_at=START,
        previous="",
        before="",
        hash="",
    )
    return replace(made, **changes)


def linked(entries: Sequence[Entry]) -> list[Entry]:
    """The entries one after another: numbered, linked and hashed."""
    done: list[Entry] = []
    for seq, each in enumerate(entries, start=1):
        own = [earlier for earlier in done if earlier.appeal == each.appeal]
        placed = replace(
            each,
            seq=seq,
            number=len(own) + 1,
            recorded_at=START + timedelta(minutes=seq, microseconds=seq),
            previous=own[-1].hash if own else GENESIS,
            before=done[-1].hash if done else GENESIS,
        )
        done.append(chained(placed))
    return done


LEDGERS = st.lists(
    st.builds(
        lambda appeal, kind, hundredths, currency, note: entry(
            appeal, note=note, kind=kind, money=Money.of_hundredths(hundredths, currency)
        ),
        st.sampled_from(CODES),
        st.sampled_from(EntryKind),
        HUNDREDTHS,
        st.sampled_from(Currency),
        NOTES,
    ),
    max_size=6,
).map(linked)

SIX = linked([entry(CODES[number % 2], number * 100 + 5, f"№ {number}") for number in range(6)])


def sealed(*lines: bytes) -> bytes:
    """Lines with a right footer."""
    body = b"".join(line + b"\n" for line in lines)
    return body + b'{"sha256":"' + sha256(body).hexdigest().encode() + b'"}\n'


def rewritten(change: Callable[[list[bytes]], None], entries: Sequence[Entry] = SIX) -> bytes:
    """An export with other lines and a footer that is right for them."""
    lines = export(entries).splitlines()[:-1]
    change(lines)
    return sealed(*lines)


def edited(line: int, old: str, new: str) -> bytes:
    """An export with one line changed, whose footer is right."""

    def change(lines: list[bytes]) -> None:
        assert old.encode() in lines[line - 1]
        lines[line - 1] = lines[line - 1].replace(old.encode(), new.encode(), 1)

    return rewritten(change)


def broken(data: bytes) -> Broken:
    with pytest.raises(Broken) as raised:
        verify(data)
    return raised.value


@given(LEDGERS)
def test_sums_heads_and_moments_survive_the_round_trip(entries: list[Entry]) -> None:
    verified = verify(export(entries))
    assert export(entries) == export(iter(entries))
    assert (verified.scope, verified.count) == ("", len(entries))
    assert verified.head == (entries[-1].hash if entries else GENESIS)
    assert verified.last == (entries[-1].recorded_at if entries else None)
    for code in {each.appeal for each in entries}:
        own = [each for each in entries if each.appeal == code]
        assert verified.sums[code] == balance(own)
        assert verify(export(own, code)).sums == {code: balance(own)}


@given(LEDGERS, st.data())
def test_any_byte_altered_removed_or_inserted_breaks_it(entries: list[Entry], data: st.DataObject) -> None:
    whole = export(entries)
    at, byte = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.binary(min_size=1, max_size=1))
    for changed in (
        whole[:at] + byte + whole[at + 1 :],
        whole[:at] + whole[at + 1 :],
        whole[:at] + byte + whole[at:],
    ):
        if changed != whole:
            assert broken(changed).line <= len(whole.splitlines()) + 2


def test_every_single_byte_counts() -> None:
    whole = export(SIX[:1])
    for at, byte in enumerate(whole):
        broken(whole[:at] + bytes([byte ^ 1]) + whole[at + 1 :])
        broken(whole[:at] + whole[at + 1 :])
    broken(whole + b"\n")


@given(LEDGERS, st.data())
def test_any_line_dropped_doubled_or_swapped_breaks_it(entries: list[Entry], data: st.DataObject) -> None:
    lines = export(entries).splitlines(keepends=True)
    at, other = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines) - 1))
    swapped = list(lines)
    swapped[at], swapped[other] = swapped[other], swapped[at]
    broken(b"".join(lines[:at] + lines[at + 1 :]))
    broken(b"".join(lines[: at + 1] + lines[at:]))
    if at != other:
        broken(b"".join(swapped))


@given(st.binary(max_size=60))
def test_what_is_no_ledger_is_broken_and_no_fault(data: bytes) -> None:
    broken(data)


@pytest.mark.parametrize(
    "line",
    [b"[" * 100_000, b"1" * 10_000, b'{"sha256":"\xff"}', b"\xef\xbb\xbf{}", b"null", b'{"a":NaN}', b""],
)
def test_a_hostile_line_is_broken_and_no_fault(line: bytes) -> None:
    header = export(SIX).splitlines()[0]
    assert broken(sealed(line)).line == 1
    assert broken(sealed(header, line)).line == 2
    assert broken(header + b"\n" + line + b"\n").line == 2


@pytest.mark.parametrize(
    ("line", "old", "new", "why"),
    [
        (1, '"count":6', '"count":7', "counts 7 entries, but there are 6"),
        (1, '"head":"' + SIX[5].hash, '"head":"' + SIX[4].hash, "is not the hash of the last entry"),
        (1, "ledger-1", "ledger-2", "format of the header is not of its form"),
        (1, '"count":6', '"count":true', "count of the header"),
        (1, '"scope":""', '"scope":"K7M4Q"', ""),
        (2, '"seq":1', '"seq":true', "seq of the entry"),
        (2, '"seq":1', '"seq": 1', "not written in the one way"),
        (2, '"seq":1', '"seq":1,"seq":1', "not written in the one way"),
        (2, "№", "\\u2116", "not written in the one way"),
        (2, "№", "\\ud800", "not written in the one way"),
        (2, '"0.05"', '"00.05"', "not written in the one way"),
        (2, '"0.05"', '"-0.00"', "not written in the one way"),
        (2, '"0.05"', '"٠.٠٥"', "amount of the entry"),
        (2, '"0.05"', '"0.5"', "amount of the entry"),
        (2, '"0.05"', "0.05", "amount of the entry"),
        (2, '"0.05"', '"9999999999999.99"', "the hash is not that"),
        (2, "2026-11-22", "2026-11-31", "a day or a moment that there is not"),
        (2, "T09:", "T24:", "a day or a moment that there is not"),
        (2, '"KZT"', '"USD"', "the hash is not that"),
        (2, '"KZT"', '"XXX"', "currency of the entry"),
        (2, '"corrects":null', '"corrects":0', "corrects of the entry"),
        (2, "K7M4Q", "K7M4A", "appeal of the entry"),
        (2, '"note"', '"word"', "its fields are not seq, appeal"),
        (4, SIX[2].hash, SIX[3].hash, "the hash is not that"),
    ],
)  # fmt: skip
def test_the_line_and_the_reason_are_told(line: int, old: str, new: str, why: str) -> None:
    fault = broken(edited(line, old, new))
    assert why in fault.why
    assert str(fault) == f"Line {fault.line}: {fault.why}."
    if why:
        assert fault.line == line


@pytest.mark.parametrize(
    ("at", "changes", "why"),
    [
        (3, {"seq": 5}, "seq is 5, but 4 comes next"),
        (3, {"number": 3}, "number is 3, but 2 comes next in C2D3F"),
        (3, {"previous": GENESIS}, "`previous` is not the hash of the entry before in C2D3F"),
        (3, {"before": SIX[0].hash}, "`before` is not the hash of the entry before"),
        (0, {"before": SIX[0].hash}, "`before` is not the hash of the entry before"),
        (3, {"corrects": 2}, "it corrects number 2 of C2D3F, which is not before it"),
        (3, {"corrects": 1, "kind": EntryKind.SPENT}, "which is of another kind or currency"),
        (3, {"corrects": 1, "money": Money.of_hundredths(-1, Currency.USD)}, "of another kind or currency"),
    ],
)
def test_an_entry_with_a_right_hash_that_does_not_link_is_found(
    at: int, changes: dict[str, Any], why: str
) -> None:
    entries = list(SIX)
    entries[at] = chained(replace(entries[at], **changes))
    fault = broken(export(entries))
    assert fault.line == at + 2
    assert why in fault.why


def test_a_correction_of_an_earlier_entry_is_right() -> None:
    entries = linked([entry(hundredths=500), entry(hundredths=-300, corrects=1)])
    sums = verify(export(entries)).sums[CODES[0]]
    assert sums.of(EntryKind.RECEIVED, Currency.KZT).amount == Decimal("2.00")


def test_an_appeals_own_export_stands_alone() -> None:
    own = [each for each in SIX if each.appeal == CODES[1]]
    verified = verify(export(own, CODES[1]))
    assert (verified.scope, verified.count, verified.head) == (CODES[1], 3, own[-1].hash)
    assert "seq is 2, but 1 comes next" in broken(export(own)).why
    assert f"is of {CODES[0]}, but the file is of {CODES[1]} alone" in broken(export(SIX, CODES[1])).why
    assert "number is 2, but 1 comes next" in broken(export(own[1:], CODES[1])).why
    fallen = [own[0], chained(replace(own[1], seq=1))]
    assert "seq is 1, but has to rise above 2" in broken(export(fallen, CODES[1])).why


def test_an_empty_ledger_is_whole() -> None:
    assert verify(export([])) == Verified("", 0, GENESIS, {}, None, {GENESIS: 0})


def test_a_file_that_is_cut_off_is_told() -> None:
    assert "cut off" in broken(b"").why
    assert "cut off" in broken(export(SIX)[:-1]).why
    assert "here the footer is missing" in broken(b"".join(export(SIX).splitlines(keepends=True)[:-1])).why
    assert broken(export(SIX).replace(b"\n", b"\r\n")).line == 1


def test_sums_that_nobody_has_are_broken() -> None:
    most = entry(hundredths=10**15 - 1)
    assert "K7M4Q sum up to more than there is" in broken(export(linked([most] * 1001))).why


def test_every_posted_head_is_found_also_when_it_is_cut() -> None:
    verified = verify(export(SIX))
    assert [holds(verified, each.hash) for each in SIX] == [1, 2, 3, 4, 5, 6]
    assert holds(verified, f" {SIX[3].hash[:16].upper()}\n") == 4
    assert holds(verified, GENESIS) == 0
    assert holds(verified, "ab" * 32) is None


@pytest.mark.parametrize("head", ["", "a" * 15, "a" * 65, "g" * 16, "٣" * 16])
def test_what_is_no_head_is_refused(head: str) -> None:
    with pytest.raises(ValueError, match="16 to 64 hex digits"):
        holds(verify(export(SIX)), head)


@given(LEDGERS.filter(len), st.data())
def test_a_forged_ledger_is_whole_by_itself_but_holds_no_posted_head(
    entries: list[Entry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    posted = verify(export(entries))
    forged = linked([*entries[:at], replace(entries[at], note=entries[at].note + "!"), *entries[at + 1 :]])
    verified = verify(export(forged))
    assert holds(verified, posted.head) is None
    assert [holds(verified, each.hash) for each in entries[:at]] == list(range(1, at + 1))


def test_the_hash_is_that_of_the_line_without_it() -> None:
    line = export(SIX).splitlines()[3]
    said, _, end = line.rpartition(b',"hash":"')
    assert sha256(said + b"}").hexdigest().encode() + b'"}' == end
    assert json.loads(line)["amount"] == "2.05"


def test_the_form_of_a_line_stays_as_it_is() -> None:
    """A hash that was posted has to come out for ever: this line is never changed."""
    [one] = linked([entry(hundredths=-5, note='Два "дня"\n', receipt="ab" * 32)])
    said, _, _ = export([one]).splitlines()[1].rpartition(b',"hash"')
    assert said.decode() == (
        '{"seq":1,"appeal":"K7M4Q","number":1,"kind":"received","amount":"-0.05","currency":"KZT",'
        '"day":"2026-11-22","note":"Два \\"дня\\"\\n","receipt":"' + "ab" * 32 + '","corrects":null,'
        '"recorded_at":"2026-11-22T09:01:00.000001Z","previous":"' + GENESIS + '","before":"' + GENESIS + '"'
    )


def test_a_moment_or_a_sum_written_in_another_way_has_the_same_hash() -> None:
    east = replace(SIX[0], recorded_at=SIX[0].recorded_at.astimezone(timezone(timedelta(hours=5))))
    assert hash_of(east) == SIX[0].hash
    short, long = Money(Decimal(10), Currency.KZT), Money(Decimal("1.000E+1"), Currency.KZT)
    assert hash_of(replace(SIX[0], money=short)) == hash_of(replace(SIX[0], money=long))


def test_a_moment_without_a_zone_has_no_hash() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        hash_of(replace(SIX[0], recorded_at=SIX[0].recorded_at.replace(tzinfo=None)))
