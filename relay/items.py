"""Items: what stands in the channel and comes back while it is unresolved, whatever kind of thing it is."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Protocol

from domain.documents import GAZETTEER_PREFIX, Report, ReportState
from domain.messages import Button, Content
from domain.reposts import ItemKind
from locales.catalog import Html, escaped
from locales.dates import day_in_words
from relay import cards, fundraisers
from relay.lost_items import Lost
from relay.referrals import Referral
from relay.work import Work
from storage import appeals, documents, medical, watches

_COMING_BACK: Final = (ReportState.OPEN, ReportState.WITH_AUTHORITIES)
"""A claimed document is on its way home: nobody need look for its owner meanwhile."""


class Item(Protocol):
    """An item as the channel shows it; `place` is stored: a gazetteer code behind `@`, or free text."""

    @property
    def kind(self) -> ItemKind:
        """What kind of thing it is."""
        ...

    @property
    def subject(self) -> str:
        """Its id."""
        ...

    @property
    def code(self) -> str:
        """What it is called in public."""
        ...

    @property
    def place(self) -> str:
        """Where it belongs in a digest."""
        ...

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        ...

    @property
    def comes_back(self) -> bool:
        """Whether it is to be shown again by now."""
        ...

    def post(self, work: Work, language: str) -> Content:
        """The message of its own that first shows it, and what it says by now."""
        ...

    def closed(self, work: Work, language: str) -> Content:
        """What its own message says when it is over: how, and nothing of what it said."""
        ...

    def title(self, work: Work, language: str) -> str:
        """What it is in a few words, as plain text, with nothing personal in it."""
        ...

    def card(self, work: Work, language: str) -> str:
        """All that everybody may know of it, as Telegram HTML."""
        ...

    @property
    def alone(self) -> bool:
        """Whether it always has a message for itself, with its own picture and buttons."""
        ...

    def line(self, work: Work, language: str) -> Html:
        """Its line in a digest, with a link that opens it in the bot."""
        ...

    def ended_line(self, work: Work, language: str) -> Html:
        """The same when it is over: struck through, with nothing personal in it."""
        ...


@dataclass(frozen=True, slots=True)
class Find:
    """A found document in the channel."""

    report: Report
    kind: ClassVar[ItemKind] = ItemKind.FIND
    alone: ClassVar[bool] = False

    @property
    def subject(self) -> str:
        """The report's id."""
        return self.report.id

    @property
    def code(self) -> str:
        """The report's code."""
        return self.report.code

    @property
    def place(self) -> str:
        """Where it was found; the finder's own words for it are gone as soon as it is over."""
        kept = self.is_public or self.report.place.startswith(GAZETTEER_PREFIX)
        return self.report.place if kept else ""

    @property
    def is_public(self) -> bool:
        """Whether everybody may find it."""
        return self.report.is_public

    @property
    def comes_back(self) -> bool:
        """Whether its owner is still being looked for."""
        return self.report.state in _COMING_BACK

    def post(self, work: Work, language: str) -> Content:
        """A masked card, a way to hear of more, and two buttons."""
        text_id = "post-claimed" if self.report.state is ReportState.CLAIMED else "post-found"
        text = work.catalog.text(language, text_id, card=Html(cards.card(work, language, self.report)))
        text = f"{text}\n\n{cards.follow_line(work, language, self.report)}"
        mine = Button(work.catalog.label(language, "button-mine"), url=cards.item_link(work, self.report))
        return Content(text, ((mine, cards.share_button(work, language, self.report)),))

    def closed(self, work: Work, language: str) -> Content:
        """Home again, or no longer looked for."""
        return Content(work.catalog.text(language, f"post-{self._end}", code=self.code))

    def line(self, work: Work, language: str) -> Html:
        """What it is, with a link; the name as everybody may see it, and the day."""
        text_id = "digest-claimed" if self.report.state is ReportState.CLAIMED else "digest-find"
        what = f'<a href="{cards.item_link(work, self.report)}">{escaped(self.title(work, language))}</a>'
        return Html(
            work.catalog.text(
                language,
                text_id,
                what=Html(what),
                name=cards.unbroken(cards.public_name(work, language, self.report.name)),
                day=cards.unbroken(day_in_words(language, self.report.day)),
            )
        )

    def ended_line(self, work: Work, language: str) -> Html:
        """Type and country alone: many documents are of that kind."""
        what = Html(f"<s>{escaped(self.title(work, language))}</s>")
        end = "expired" if self.report.state is ReportState.EXPIRED else self._end
        return Html(work.catalog.text(language, f"digest-{end}", what=what))

    def title(self, work: Work, language: str) -> str:
        """Type and country."""
        return cards.title(work, language, self.report)

    def card(self, work: Work, language: str) -> str:
        """Type, country, name as everybody may see it, place, day and code."""
        return cards.card(work, language, self.report)

    @property
    def _end(self) -> str:
        return "returned" if self.report.state is ReportState.RETURNED else "closed"


async def _find(work: Work, subject: str) -> Item | None:
    report = await documents.get(work.tx, subject)
    return Find(report) if report else None


async def _lost(work: Work, subject: str) -> Item | None:
    watch = await watches.get(work.tx, subject)
    if watch is None:
        return None
    owner = await work.person(watch.person_id)
    return Lost(watch, silenced=owner.ban is not None)


async def _question(work: Work, subject: str) -> Item | None:
    question = await medical.get(work.tx, subject)
    if question is None:
        return None
    return Referral(question, helped=await medical.is_helped(work.tx, subject))


async def _appeal(work: Work, subject: str) -> Item | None:
    appeal = await appeals.get(work.tx, subject)
    return await fundraisers.of(work, appeal) if appeal else None


_LOADERS: Final[Mapping[ItemKind, Callable[[Work, str], Awaitable[Item | None]]]] = {
    ItemKind.FIND: _find,
    ItemKind.WATCH: _lost,
    ItemKind.QUESTION: _question,
    ItemKind.APPEAL: _appeal,
}

KINDS: Final = frozenset(_LOADERS)
"""What there is by now of all that may stand in the channel."""


async def load(work: Work, kind: ItemKind, subject: str) -> Item | None:
    """The item as it is by now; None when it is forgotten."""
    return await _LOADERS[kind](work, subject)
