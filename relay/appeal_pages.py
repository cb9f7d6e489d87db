"""The public page of an appeal: every file of its folder, in every language, from what is known in public.

Entries stand on pages by blocks of 200: `ru-1.html` holds 1-200 for ever, so that an address given to
somebody stays right and what is written once is not written again; the first page holds the newest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from domain import chain
from domain.appeals import HAD_MONEY, Appeal
from domain.ledger import Entry, EntryKind
from locales.choice import NAMES
from media import pages
from relay.appeal_page_parts import Told, Words
from relay.work import Work
from storage import appeals, ledger

BLOCK: Final = 200
NEWEST_RECEIPTS: Final = 12
COMMAND: Final = "python -m bot ledger verify ledger.jsonl"

_EXPORT: Final = "ledger.jsonl"
_SHORT: Final = 12
"""Signs of a hash that tell entries apart at a glance."""


async def read(work: Work, appeal: Appeal) -> Told:
    """All that the page tells."""
    return Told(
        appeal,
        await appeals.payee(work.tx, appeal.id),
        tuple(await ledger.entries_of(work.tx, appeal.code)),
        await ledger.published(work.tx, appeal.code),
        tuple(await ledger.known_rates(work.tx)),
    )


async def files_of(work: Work, appeal: Appeal) -> Mapping[str, bytes]:
    """Every file of an appeal's folder by its path there; none for one that never was public."""
    return files(work, await read(work, appeal))


def files(work: Work, told: Told) -> Mapping[str, bytes]:
    """The same from what was read; touches no storage and takes a while: seconds for 10,000 entries.

    What is linked to comes before what links to it, and `index.html` last.
    """
    if told.appeal.state not in HAD_MONEY:
        return {}
    made = {_receipt(digest): picture for digest, picture in told.published.items()}
    if told.entries:
        made[_EXPORT] = chain.export(told.entries, appeal=told.appeal.code)
    for language in NAMES:
        made.update(_Folder(work, language, told).files())
    made["index.html"] = made[f"{work.policy.channel_language}.html"]
    return made


@dataclass(frozen=True)
class _Folder:
    """The pages of one appeal in one language."""

    work: Work
    language: str
    told: Told

    @cached_property
    def words(self) -> Words:
        return Words(self.work, self.language, self.told)

    @property
    def full(self) -> int:
        """How many blocks have pages of their own: all but the last two, or the first page were a stub."""
        return max(0, -(-len(self.told.entries) // BLOCK) - 2)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Names and bytes, the first page last."""
        for block in range(1, self.full + 1):
            yield self.name(block), pages.render_older(self.older(block))
        yield self.name(), pages.render(self.page())

    def name(self, block: int = 0, language: str = "") -> str:
        """The file of a block; 0: the first page."""
        return f"{language or self.language}{f'-{block}' if block else ''}.html"

    def page(self) -> pages.Page:
        """The first page."""
        words = self.words
        need = self.told.appeal.need
        return pages.Page(
            frame=self.frame(),
            status=words.status(),
            purpose=words.purpose(),
            words=need.words if need else words.label("page-forgotten-words"),
            progress=words.progress(),
            payee=words.payee(),
            advice=words.advice(),
            outcome=words.outcome(),
            sums=words.sums(),
            graph=words.graph(),
            gallery=self.gallery(),
            entries=self.newest(),
            chain=self.chain(),
        )

    def older(self, block: int) -> pages.Older:
        """The page of one block of entries, which never changes."""
        words = self.words
        first, last = (block - 1) * BLOCK, block * BLOCK
        title = words.label("page-span", first=str(first + 1), last=str(last))
        older = pages.Link(words.label("page-older"), self.name(block - 1)) if block > 1 else None
        following = self.name(block + 1) if block < self.full else f"{self.name()}#entries"
        newer = pages.Link(words.label("page-newer"), following)
        lines = [self.line(entry) for entry in reversed(self.told.entries[first:last])]
        back = pages.Link(words.label("page-back"), self.name())
        return pages.Older(self.frame(block), back, pages.Entries(title, lines, "", older, newer))

    def newest(self) -> pages.Entries:
        """The entries on the first page."""
        words = self.words
        lines = [self.line(entry) for entry in reversed(self.told.entries[self.full * BLOCK :])]
        older = pages.Link(words.label("page-older"), self.name(self.full)) if self.full else None
        return pages.Entries(words.label("page-entries"), lines, words.label("page-no-entries"), older)

    def frame(self, block: int = 0) -> pages.Frame:
        """What surrounds the page."""
        words, code = self.words, self.told.appeal.code
        bot = words.label("page-bot")
        return pages.Frame(
            language=self.language,
            window=f"{words.name()} · {code} · {bot}",
            tongues=[
                pages.Tongue(language, name, self.name(block, language)) for language, name in NAMES.items()
            ],
            tongues_title=words.label("page-languages"),
            home=pages.Link(bot, self.work.policy.bot_link),
            kicker=words.label("page-kicker", code=code),
            title=words.name(),
            foot=[] if block else [words.updated()],
        )

    def line(self, entry: Entry) -> pages.Line:
        """One entry."""
        words, shown = self.words, entry.receipt in self.told.published
        corrects = entry.corrects
        return pages.Line(
            anchor=entry.number,
            inward=entry.kind is EntryKind.RECEIVED,
            kind=words.kind(entry.kind),
            money=words.money(entry.money),
            day=words.day(entry.day),
            number=words.label("page-number", number=entry.number),
            fingerprint=entry.hash[:_SHORT],
            note=entry.note,
            corrects=pages.Link(words.label("page-corrects", number=corrects), self.place(corrects))
            if corrects
            else None,
            receipt=pages.Link(words.label("page-receipt"), _receipt(entry.receipt)) if shown else None,
        )

    def place(self, number: int) -> str:
        """Where an entry stands."""
        block = -(-number // BLOCK)
        return f"{self.name(block if block <= self.full else 0)}#n{number}"

    def gallery(self) -> pages.Gallery | None:
        """The newest receipts, each once."""
        words = self.words
        newest: dict[str, int] = {}
        for entry in reversed(self.told.entries):
            if entry.receipt in self.told.published and len(newest) < NEWEST_RECEIPTS:
                newest.setdefault(entry.receipt, entry.number)
        pictures = [
            pages.picture(
                _receipt(digest),
                self.told.published[digest],
                words.label("page-receipt-of", number=number),
            )
            for digest, number in newest.items()
        ]
        notes = [words.label("page-receipts-note")]
        return pages.Gallery(words.label("page-receipts"), pictures, notes) if pictures else None

    def chain(self) -> pages.Chain | None:
        """How to verify the entries; None while there are none."""
        entries, words = self.told.entries, self.words
        if not entries:
            return None
        return pages.Chain(
            words.label("page-chain"),
            self._chain_words(entries),
            (words.label("page-head"), entries[-1].hash),
            pages.Link(words.label("page-export"), _EXPORT),
            COMMAND,
        )

    def _chain_words(self, entries: Sequence[Entry]) -> Sequence[str]:
        label = self.words.label
        return [label("page-chain-words", count=len(entries)), label("page-verify")]


def _receipt(digest: str) -> str:
    """Where a published receipt lies; its name is its SHA-256."""
    return f"receipts/{digest}.jpg"
