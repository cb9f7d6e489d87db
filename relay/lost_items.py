"""Lost documents in the channel: what everybody may read of a watch whose owner asked for it."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from domain.documents import GAZETTEER_PREFIX, Watch, WatchState
from domain.messages import Button, Content
from domain.reposts import ItemKind
from locales.catalog import Html, escaped
from relay import cards
from relay.work import Work


@dataclass(frozen=True, slots=True)
class Lost:
    """A lost document in the channel. `silenced`: its owner was banned, so that nothing of it is shown."""

    watch: Watch
    silenced: bool = False
    kind: ClassVar[ItemKind] = ItemKind.WATCH
    alone: ClassVar[bool] = False

    @property
    def subject(self) -> str:
        """The watch's id."""
        return self.watch.id

    @property
    def code(self) -> str:
        """What it is called in public; a dash once its owner took it out of the channel."""
        return self.watch.code or "—"

    @property
    def place(self) -> str:
        """Where it was lost; empty when nobody knows. The owner's own words for it go when it is over."""
        coded = self.watch.place.startswith(GAZETTEER_PREFIX)
        return self.watch.place if coded or self.is_public else ""

    @property
    def is_public(self) -> bool:
        """Whether its owner still waits and lets everybody know."""
        return self.watch.state is WatchState.OPEN and bool(self.watch.code) and not self.silenced

    @property
    def comes_back(self) -> bool:
        """Whether it is still being looked for in public."""
        return self.is_public

    def post(self, work: Work, language: str) -> Content:
        """A masked card, what to do for whoever finds it, and two buttons."""
        text = work.catalog.text(language, "post-lost", card=Html(card(work, language, self.watch)))
        found = Button(work.catalog.label(language, "button-found-it"), url=link(work, self.watch))
        return Content(text, ((found, share_button(work, language, self.watch)),))

    def closed(self, work: Work, language: str) -> Content:
        """Back with its owner, or no longer looked for here."""
        text_id = "post-lost-home" if self._is_home else "post-lost-over"
        return Content(work.catalog.text(language, text_id))

    def line(self, work: Work, language: str) -> Html:
        """What it is, with a link, and the name as everybody may see it."""
        what = Html(f'<a href="{link(work, self.watch)}">{escaped(self.title(work, language))}</a>')
        name = cards.unbroken(cards.public_name(work, language, self.watch.name))
        return Html(work.catalog.text(language, "digest-watch", what=what, name=name))

    def ended_line(self, work: Work, language: str) -> Html:
        """Type and country alone: many documents are of that kind."""
        text_id = "digest-returned" if self._is_home else "digest-closed"
        what = Html(f"<s>{escaped(self.title(work, language))}</s>")
        return Html(work.catalog.text(language, text_id, what=what))

    def title(self, work: Work, language: str) -> str:
        """Type and country."""
        return cards.title(work, language, self.watch)

    def card(self, work: Work, language: str) -> str:
        """Type, country, name as everybody may see it, place and code."""
        return card(work, language, self.watch)

    @property
    def _is_home(self) -> bool:
        return self.watch.state is WatchState.RETURNED


def card(work: Work, language: str, watch: Watch) -> str:
    """The public facts of a lost document, as Telegram HTML."""
    label = work.catalog.label
    return work.catalog.text(
        language,
        "lost-card",
        type=label(language, f"type-{watch.type}"),
        country=label(language, f"country-{watch.country}"),
        name=cards.public_name(work, language, watch.name),
        known="yes" if watch.place else "no",
        place=cards.place_in_words(work, language, watch.place),
        code=watch.code,
    )


def link(work: Work, watch: Watch) -> str:
    """The link that opens a lost document in the bot."""
    return work.policy.deep_link(f"w_{watch.code}")


def share_button(work: Work, language: str, watch: Watch) -> Button:
    """A button that lets a person pass on that a document is looked for."""
    words = work.catalog.label(language, "lost-share-words")
    query = urlencode({"url": link(work, watch), "text": words})
    return Button(work.catalog.label(language, "button-share"), url=f"https://t.me/share/url?{query}")
