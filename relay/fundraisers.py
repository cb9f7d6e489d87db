"""Fundraisers: an appeal as the channel shows it, with a picture of how far it has come."""

from dataclasses import dataclass
from typing import ClassVar, Final

from domain.appeals import Appeal, AppealState, Need
from domain.broadcasts import CAPTION_LENGTH, utf16_length
from domain.ledger import Entry, EntryKind
from domain.messages import Attachment, Content
from domain.money import totals
from domain.payees import Payee
from domain.reposts import ItemKind
from locales.catalog import Html, clipped, escaped, plain
from locales.dates import day_in_words
from locales.money import money_in_words
from relay import appeal_cards, appeal_pictures
from relay.raised import Raised
from relay.work import Work
from storage import appeals, ledger

LAST: Final = 3
"""So many entries stand on the picture."""

SAID: Final = 300
"""So much of why an appeal was ended, and of what becomes of its money, stands below the picture."""


@dataclass(frozen=True, slots=True)
class Fundraiser:
    """An appeal in the channel. `last` are its newest entries, the newest first."""

    appeal: Appeal
    payee: Payee | None
    raised: Raised
    last: tuple[Entry, ...]
    kind: ClassVar[ItemKind] = ItemKind.APPEAL
    alone: ClassVar[bool] = True

    @property
    def subject(self) -> str:
        """The appeal's id."""
        return self.appeal.id

    @property
    def code(self) -> str:
        """The appeal's code."""
        return self.appeal.code

    @property
    def place(self) -> str:
        """Nowhere: people far away give too."""
        return ""

    @property
    def is_public(self) -> bool:
        """Whether it stands in the channel and is not over."""
        return self.appeal.is_public

    @property
    def comes_back(self) -> bool:
        """Whether money may be sent by now."""
        return self.appeal.state is AppealState.OPEN

    def post(self, work: Work, language: str) -> Content:
        """The picture, what it is for, where the money goes, and ways to check it."""
        rows = appeal_cards.public_rows(work, language, self.appeal, self.payee)
        return Content(self._caption(work, language), tuple(rows), attachment=self.picture(work, language))

    def closed(self, work: Work, language: str) -> Content:
        """The picture with how it ended; the sums stay for everybody to see."""
        room = CAPTION_LENGTH - utf16_length(plain(self._over(work, language, 0)))
        text = self._over(work, language, min(SAID, room // 2))
        rows = appeal_cards.public_rows(work, language, self.appeal, None)
        return Content(text, tuple(rows), attachment=self.picture(work, language))

    def ended_words(self, work: Work, language: str, room: int) -> str:
        """How it ended and, where it was cancelled, why and what became of the money; as Telegram HTML."""
        said = appeal_cards.state_line(work, language, self.appeal)
        ending = self.appeal.ending
        if self.appeal.state in (AppealState.CANCELLED, AppealState.REFUSED):
            why = {
                "why": clipped(appeal_cards.why(work, language, self.appeal), room),
                "money": clipped(ending.money, room) or appeal_cards.GONE,
            }
            said = f"{said}\n{work.catalog.text(language, f'appeal-why-{self.appeal.state}', **why)}"
        return said

    def line(self, work: Work, language: str) -> Html:
        """For whom, with a link, and how far it has come."""
        title = escaped(self.title(work, language))
        what = Html(f'<a href="{appeal_cards.link(work, self.appeal)}">{title}</a>')
        return Html(work.catalog.text(language, "digest-appeal", what=what, percent=self.percent))

    def ended_line(self, work: Work, language: str) -> Html:
        """The same, struck through."""
        what = Html(f"<s>{escaped(self.title(work, language))}</s>")
        return Html(work.catalog.text(language, "digest-appeal-over", what=what))

    def title(self, work: Work, language: str) -> str:
        """For whom and what for."""
        return appeal_cards.title(work, language, self.appeal)

    def card(self, work: Work, language: str) -> str:
        """All that everybody may know of it."""
        return appeal_cards.card(work, language, self.appeal, self.payee)

    def picture(self, work: Work, language: str) -> Attachment:
        """How far it has come, as a picture."""
        return appeal_pictures.card(work, language, self.appeal, self.raised, self.last)

    @property
    def percent(self) -> int:
        """How much of its goal was received, in whole percent."""
        return self.raised.percent(self.appeal.need) if self.appeal.need else 0

    def _over(self, work: Work, language: str, room: int) -> str:
        """The words below the picture when it is over, with so much room for each thing somebody wrote."""
        need = self.appeal.need
        return work.catalog.text(
            language,
            "post-appeal-over",
            title=appeal_cards.title(work, language, self.appeal),
            state=Html(self.ended_words(work, language, room)),
            raised=self.raised.in_words(work, language, need) if need else "",
            code=self.code,
        )

    def _caption(self, work: Work, language: str) -> str:
        """The words below the picture; the appeal's own are cut where a caption would grow too long."""
        need = self.appeal.need
        if need is None:
            return appeal_cards.card(work, language, self.appeal, None)
        without = self._worded(work, language, need, "")
        room = CAPTION_LENGTH - utf16_length(plain(without))
        return self._worded(work, language, need, clipped(need.words, max(room, 1)))

    def _worded(self, work: Work, language: str, need: Need, words: str) -> str:
        frozen = self.appeal.state is AppealState.FROZEN
        payee = appeal_cards.payee_line(work, language, self.payee) if self.payee else appeal_cards.GONE
        return work.catalog.text(
            language,
            "post-appeal-frozen" if frozen else "post-appeal",
            title=appeal_cards.title(work, language, self.appeal),
            words=words,
            raised=self.raised.in_words(work, language, need),
            goal=money_in_words(language, need.goal),
            percent=self.percent,
            ends=day_in_words(language, need.ends),
            payee=payee,
            state=Html(appeal_cards.state_line(work, language, self.appeal)),
            changed="yes" if self.appeal.changed_at else "no",
            code=self.code,
        )


async def of(work: Work, appeal: Appeal) -> Fundraiser:
    """The appeal as the channel shows it now."""
    version = await appeals.payee(work.tx, appeal.id)
    summed = await ledger.sums(work.tx, appeal.code)
    received = totals(summed.get(EntryKind.RECEIVED, ()))
    return Fundraiser(
        appeal,
        version.payee if version else None,
        Raised(received, await ledger.known_rates(work.tx)),
        tuple(await ledger.last_entries(work.tx, appeal.code, LAST)),
    )
