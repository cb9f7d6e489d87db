"""The hash chain of the public ledger, and its export as a file that anybody can check by themselves. Pure.

Each line of the export is JSON in UTF-8, written in the one way there is: the fields in the order of
`FIELDS`, no spaces, amounts as exact text with two decimals, days and moments as in ISO 8601 (UTC,
microseconds, `Z`). An entry's hash is the SHA-256 of its line without `,"hash":"..."`, so that every hash
can be made again with the commonest of tools.

    {"format":"tabyldy-ledger-1","scope":"","count":2,"head":"<64 hex digits>"}
    {"seq":1,"appeal":"K7M4Q","number":1, ... ,"previous":"<64>","before":"<64>","hash":"<64>"}
    {"seq":2,"appeal":"K7M4Q","number":2, ... ,"previous":"<64>","before":"<64>","hash":"<64>"}
    {"sha256":"<of all bytes before this line>"}
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Final

from domain.ids import CODE_ALPHABET, CODE_LENGTH
from domain.ledger import Balance, Entry, EntryKind, balance
from domain.money import Currency, Money

GENESIS: Final = "0" * 64
"""The hash before the first entry, of the page and of each appeal."""

FORMAT: Final = "tabyldy-ledger-1"
FIELDS: Final = (
    "seq", "appeal", "number", "kind", "amount", "currency", "day", "note", "receipt", "corrects",
    "recorded_at", "previous", "before", "hash",
)  # fmt: skip
SHORTEST_HEAD: Final = 16
"""Hex digits: nobody meets 64 bits by chance."""

_CODE: Final = re.compile(f"[{CODE_ALPHABET}]{{{CODE_LENGTH}}}")
_HASH: Final = re.compile("[0-9a-f]{64}")
_SHAPES: Final = {
    "format": re.compile(FORMAT),
    "scope": re.compile(f"({_CODE.pattern})?"),
    "head": _HASH,
    "sha256": _HASH,
    "appeal": _CODE,
    "kind": re.compile("|".join(EntryKind)),
    "amount": re.compile(r"-?[0-9]{1,13}\.[0-9]{2}"),
    "currency": re.compile("|".join(Currency)),
    "day": re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "note": re.compile(".*", re.DOTALL),
    "receipt": re.compile(f"({_HASH.pattern})?"),
    "recorded_at": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z"),
    "previous": _HASH,
    "before": _HASH,
    "hash": _HASH,
}
_HEAD: Final = re.compile(f"[0-9a-f]{{{SHORTEST_HEAD},64}}")
_FEWEST_LINES: Final = 2


class Broken(ValueError):  # noqa: N818 - reads as what is found
    """An export that is not what was exported: its first wrong line, from 1, and why in plain English."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"Line {line}: {why}.")
        self.line = line
        self.why = why


@dataclass(frozen=True, slots=True)
class Verified:
    """What an export says, once all of it is known to be whole.

    `scope` is the appeal's code, empty for the whole ledger; `head` the last entry's hash (GENESIS: none is
    there); `sums` are by appeal, in the order of their first entries; `last` is when the last entry was
    recorded; `seqs` has each hash's entry, GENESIS as 0.
    """

    scope: str
    count: int
    head: str
    sums: Mapping[str, Balance]
    last: datetime | None
    seqs: Mapping[str, int]


class _Line(StrEnum):
    """What a line is called when something is wrong with it."""

    HEADER = "header"
    ENTRY = "entry"
    FOOTER = "footer"


def hash_of(entry: Entry) -> str:
    """The hash of everything but the entry's own: 64 hex digits; ValueError for a moment without a zone."""
    return sha256(_written(_said(entry))).hexdigest()


def chained(entry: Entry) -> Entry:
    """The entry with its hash, whatever it had; it has to name the two hashes before it already."""
    return replace(entry, hash=hash_of(entry))


def export(entries: Iterable[Entry], appeal: str = "") -> bytes:
    """The entries as a file: all of them by seq, or those of one appeal by number under its code.

    No moment of export stands in it: the same ledger gives the same bytes. Nothing is checked here.
    """
    listed = list(entries)
    header = {
        "format": FORMAT,
        "scope": appeal,
        "count": len(listed),
        "head": listed[-1].hash if listed else GENESIS,
    }
    lines = [header, *({**_said(entry), "hash": entry.hash} for entry in listed)]
    body = b"".join(_written(line) + b"\n" for line in lines)
    return body + _written(_footer(body)) + b"\n"


def verify(data: bytes) -> Verified:
    """Check every byte of an export; Broken names the first wrong line.

    In an appeal's own export `before` is the hash of an entry that mostly stands elsewhere: there it is
    checked as part of the hash, and as a link only between entries that follow one another directly.

    A file that somebody has forged and hashed anew throughout is whole by itself: that it is the ledger
    which the page has shown is known only when it `holds` a head that the channel posted earlier.
    """
    lines = _lines(data)
    header = _read(_Line.HEADER, 1, lines[0])
    walk = _Walk(str(header["scope"]))
    for number, line in enumerate(lines[1:-1], start=2):
        walk.take(number, _entry(number, line))
    footer = _read(_Line.FOOTER, len(lines), lines[-1])
    if header["count"] != walk.count:
        raise Broken(1, f"the header counts {header['count']} entries, but there are {walk.count}")
    if header["head"] != walk.hash:
        raise Broken(1, "the header's head is not the hash of the last entry")
    if footer != _footer(data[: -len(lines[-1]) - 1]):
        raise Broken(len(lines), "the footer's SHA-256 is not that of the lines before it")
    return Verified(walk.scope, walk.count, walk.hash, walk.sums(), walk.last, walk.seqs)


def holds(verified: Verified, head: str) -> int | None:
    """The seq of the entry whose hash the channel posted, 0 for GENESIS; None: of none in this file.

    Then this entry is what it was when the head was posted, and in a whole export all before it are too. In
    an appeal's own export None often means only that the head is another appeal's entry.

    `head` may be cut to its first 16 hex digits or more (ValueError for what is no head). So short a one
    binds whoever would meet it with another ledger later; a page that prepared two ledgers for one short
    head from the start is bound by a whole one alone.
    """
    wanted = read_head(head)
    return next((seq for known, seq in verified.seqs.items() if known.startswith(wanted)), None)


def read_head(text: str) -> str:
    """A head as somebody copied it, tidied; ValueError when it cannot be one."""
    head = text.strip().lower()
    if not _HEAD.fullmatch(head):
        message = f"a head is the first {SHORTEST_HEAD} to 64 hex digits of a hash"
        raise ValueError(message)
    return head


@dataclass(slots=True)
class _Walk:
    """The way along the entries: what the next one has to link to."""

    scope: str
    count: int = 0
    seq: int = 0
    hash: str = GENESIS
    last: datetime | None = None
    appeals: dict[str, list[Entry]] = field(default_factory=dict)
    seqs: dict[str, int] = field(default_factory=lambda: {GENESIS: 0})

    def take(self, line: int, entry: Entry) -> None:
        """Go on to the next entry; Broken when it is not that."""
        own = self.appeals.get(entry.appeal, [])
        for why in (
            *self._wrong_in_page(entry),
            *_wrong_in_appeal(entry, own),
            *_wrong_correction(entry, own),
        ):
            raise Broken(line, why)
        self.appeals.setdefault(entry.appeal, own).append(entry)
        self.seqs[entry.hash] = entry.seq
        self.count += 1
        self.seq, self.hash, self.last = entry.seq, entry.hash, entry.recorded_at

    def sums(self) -> Mapping[str, Balance]:
        """What each appeal's entries sum up to; Broken when that is more than money can be."""
        sums = {}
        for appeal, entries in self.appeals.items():
            try:
                sums[appeal] = balance(entries)
            except ValueError as fault:
                raise Broken(1, f"the entries of {appeal} sum up to more than there is") from fault
        return sums

    def _wrong_in_page(self, entry: Entry) -> Iterator[str]:
        if entry.hash != hash_of(entry):
            yield "the hash is not that of the entry's words: one of both was changed"
        if self.scope and entry.appeal != self.scope:
            yield f"the entry is of {entry.appeal}, but the file is of {self.scope} alone"
        if not self.scope and entry.seq != self.seq + 1:
            yield f"seq is {entry.seq}, but {self.seq + 1} comes next"
        if entry.seq <= self.seq:
            yield f"seq is {entry.seq}, but has to rise above {self.seq}"
        if entry.seq == self.seq + 1 and entry.before != self.hash:
            yield "`before` is not the hash of the entry before"


def _wrong_in_appeal(entry: Entry, own: Sequence[Entry]) -> Iterator[str]:
    if entry.number != len(own) + 1:
        yield f"number is {entry.number}, but {len(own) + 1} comes next in {entry.appeal}"
    if entry.previous != (own[-1].hash if own else GENESIS):
        yield f"`previous` is not the hash of the entry before in {entry.appeal}"


def _wrong_correction(entry: Entry, own: Sequence[Entry]) -> Iterator[str]:
    if entry.corrects is None:
        return
    if entry.corrects > len(own):
        yield f"it corrects number {entry.corrects} of {entry.appeal}, which is not before it"
        return
    wrong = own[entry.corrects - 1]
    if (entry.kind, entry.money.currency) != (wrong.kind, wrong.money.currency):
        yield f"it corrects number {entry.corrects} of {entry.appeal}, which is of another kind or currency"


def _said(entry: Entry) -> dict[str, object]:
    """All but the hash, in the order of `FIELDS`."""
    if entry.recorded_at.tzinfo is None:
        raise ValueError("a moment without a time zone is no moment of the ledger")
    moment = entry.recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
    return {
        "seq": entry.seq,
        "appeal": entry.appeal,
        "number": entry.number,
        "kind": entry.kind.value,
        "amount": _amount(entry.money),
        "currency": entry.money.currency.value,
        "day": entry.day.isoformat(),
        "note": entry.note,
        "receipt": entry.receipt,
        "corrects": entry.corrects,
        "recorded_at": moment.replace("+00:00", "Z"),
        "previous": entry.previous,
        "before": entry.before,
    }


def _amount(money: Money) -> str:
    """The exact sum with two decimals, of whatever exponent it was made; nothing has no sign."""
    sign = "-" if money.hundredths < 0 else ""
    whole, part = divmod(abs(money.hundredths), 100)
    return f"{sign}{whole}.{part:02}"


def _written(line: Mapping[str, object]) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()


def _footer(body: bytes) -> dict[str, object]:
    return {"sha256": sha256(body).hexdigest()}


_ORDER: Final = {
    _Line.HEADER: ("format", "scope", "count", "head"),
    _Line.ENTRY: FIELDS,
    _Line.FOOTER: ("sha256",),
}


def _lines(data: bytes) -> Sequence[bytes]:
    """The lines without their ends: a header, entries, a footer."""
    *lines, rest = data.split(b"\n")
    if rest:
        raise Broken(len(lines) + 1, "the line does not end: the file is cut off")
    if len(lines) < _FEWEST_LINES:
        raise Broken(len(lines) + 1, "the file is cut off: a ledger has a header and a footer at least")
    return lines


def _read(kind: _Line, number: int, line: bytes) -> Mapping[str, object]:
    """The fields of a line, each of its shape; Broken for any byte that would not be written so."""
    fields = _fields(kind, number, line)
    for name, value in fields.items():
        if not _is_fit(name, value):
            raise Broken(number, f"{name} of the {kind} is not of its form")
    try:
        is_written_so = _written(fields) == line
    except UnicodeEncodeError:  # half of a surrogate pair
        is_written_so = False
    if not is_written_so:
        raise Broken(number, f"the {kind} is not written in the one way of {FORMAT}")
    return fields


def _fields(kind: _Line, number: int, line: bytes) -> dict[str, object]:
    try:
        fields = json.loads(line.decode())
    except (ValueError, RecursionError) as fault:
        raise Broken(number, f"the {kind} cannot be read as JSON in UTF-8") from fault
    if not isinstance(fields, dict) or tuple(fields) != _ORDER[kind]:
        raise Broken(number, f"here the {kind} is missing, or its fields are not {', '.join(_ORDER[kind])}")
    return fields


def _is_fit(name: str, value: object) -> bool:
    if name in _SHAPES:
        return isinstance(value, str) and _SHAPES[name].fullmatch(value) is not None
    if name == "corrects" and value is None:
        return True
    return type(value) is int and value >= (0 if name == "count" else 1)  # True is an int too, but no number


def _entry(number: int, line: bytes) -> Entry:
    """The entry on a line; Broken when there is none."""
    said: Mapping[str, object] = _read(_Line.ENTRY, number, line)
    text = {name: value for name, value in said.items() if isinstance(value, str)}
    whole = {name: value for name, value in said.items() if isinstance(value, int)}
    try:
        money = Money(Decimal(text["amount"]), Currency(text["currency"]))
        day, moment = date.fromisoformat(text["day"]), datetime.fromisoformat(text["recorded_at"])
    except ValueError as fault:
        raise Broken(number, "the entry has a sum, a day or a moment that there is not") from fault
    entry = Entry(
        seq=whole["seq"],
        appeal=text["appeal"],
        number=whole["number"],
        kind=EntryKind(text["kind"]),
        money=money,
        day=day,
        note=text["note"],
        receipt=text["receipt"],
        corrects=whole.get("corrects"),
        recorded_at=moment,
        previous=text["previous"],
        before=text["before"],
        hash=text["hash"],
    )
    if _written({**_said(entry), "hash": entry.hash}) != line:  # such as -0.00 or 007.00
        raise Broken(number, f"the entry is not written in the one way of {FORMAT}")
    return entry
