"""Pictures of appeals: how far one has come, for its post and for a story that people share."""

import base64
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from domain.appeals import WAITING, Appeal, AppealState
from domain.ledger import Entry
from domain.messages import Attachment, AttachmentKind
from locales.dates import day_in_words
from locales.money import money_in_words
from media import drawing, progress, progress_story
from media.progress import LastEntry, ProgressCard, Tone
from relay import appeal_cards
from relay.raised import Raised
from relay.work import Work

_WARNED: Final = (AppealState.FROZEN, AppealState.CANCELLED, AppealState.REFUSED)
_KEPT: Final = 64
"""So many pictures stay in memory: one is sent to channels, subscribers and whoever opens it."""


def card(work: Work, language: str, appeal: Appeal, raised: Raised, last: Sequence[Entry]) -> Attachment:
    """The picture of a post, with the last entries of the ledger, newest first."""
    drawn = _drawn(_worded(work, language, appeal, raised, last))
    return Attachment(AttachmentKind.DRAWING, drawn, f"{appeal.code}.png")


def story(work: Work, language: str, appeal: Appeal, raised: Raised) -> Attachment:
    """The tall picture with a code to scan, as a file, so that nobody makes it smaller."""
    drawn = _drawn_story(_worded(work, language, appeal, raised, ()))
    return Attachment(AttachmentKind.PICTURE_FILE, drawn, f"{appeal.code}-story.png")


def blank() -> Attachment:
    """A picture of nothing, in place of one that is wiped: a picture's message becomes no plain words."""
    return Attachment(AttachmentKind.DRAWING, _blank(), "wiped.png")


@lru_cache(1)
def _blank() -> str:
    return base64.b64encode(drawing.png((64, 64), (), ())).decode()


@lru_cache(_KEPT)
def _drawn(words: ProgressCard) -> str:
    return base64.b64encode(progress.draw(words)).decode()


@lru_cache(_KEPT)
def _drawn_story(words: ProgressCard) -> str:
    return base64.b64encode(progress_story.draw_story(words)).decode()


def _worded(work: Work, language: str, appeal: Appeal, raised: Raised, last: Sequence[Entry]) -> ProgressCard:
    need, label = appeal.need, work.catalog.label
    if need is None:
        raise LookupError("an appeal without its words has no picture")
    days = appeal_cards.days_left(work, need) if appeal.is_public else 0
    stands = appeal.state in (AppealState.OPEN, *WAITING)
    whole = money_in_words(language, raised.whole(need))
    about = "≈ " if raised.is_converted(need) else ""
    return ProgressCard(
        title=appeal_cards.beneficiary(need),
        purpose=label(language, f"purpose-{need.purpose}"),
        raised=f"{about}{whole}",
        goal=label(language, "picture-goal", goal=money_in_words(language, need.goal)),
        part=raised.part(need),
        percent=label(language, "picture-percent", percent=raised.percent(need)),
        days=str(days) if days else "",
        days_caption=label(language, "picture-days", days=days) if days else "",
        entries=tuple(_entry(work, language, entry) for entry in last),
        entries_caption=label(language, "picture-entries"),
        no_entries=label(language, "picture-no-entries"),
        code=appeal.code,
        foot=label(language, "picture-foot", bot=work.policy.bot_username, code=appeal.code),
        scan=label(language, "picture-scan"),
        link=appeal_cards.check_link(work, appeal),
        stamp="" if stands else label(language, f"picture-{appeal.state}"),
        stamp_kind=Tone.WARN if appeal.state in _WARNED else Tone.CALM,
    )


def _entry(work: Work, language: str, entry: Entry) -> LastEntry:
    kind = work.catalog.label(language, f"what-{entry.kind}")
    return LastEntry(day_in_words(language, entry.day), kind, money_in_words(language, entry.money))
