"""The words of the name index as this process knows them: read once, then only what is new."""

from collections.abc import Collection, Mapping, Sequence

from matching.vocabulary import Vocabulary
from storage import names
from storage.names import Stored, Word
from storage.transaction import Transaction


class KnownWords:
    """The vocabulary in memory."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.by_number: dict[int, str] = {}
        self._last: Word | None = None

    async def of(self, tx: Transaction, stored: Collection[Stored]) -> Mapping[int, str]:
        """Each word by its number, those of these names too; read only when one is unknown here yet."""
        if any(number not in self.by_number for name in stored for _, number in name.parts):
            await self.refresh(tx)
        return self.by_number

    async def refresh(self, tx: Transaction) -> None:
        """Learn the words that were added since.

        The last word known is looked at first: as long as it stands as it was sealed, all that came later
        has a higher place. If it does not, places were given away again (its names are gone, or it was
        learned in a transaction that was undone), and all is read.
        """
        fresh = await names.words_from(tx, self._last.order if self._last else 0)
        if self._last is not None and fresh[:1] != [self._last]:
            fresh = await names.words_from(tx, 0)
        self._learn(fresh)

    def _learn(self, fresh: Sequence[Word]) -> None:
        for word in fresh:
            self.by_number[word.number] = word.word
            self.vocabulary.add(word.word)
        self._last = fresh[-1] if fresh else None
