"""What came of an appeal, in words: sums and receipts, what is said of them, the post that tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from domain.appeals import Appeal, Ending
from domain.broadcasts import CAPTION_LENGTH, TEXT_LENGTH, utf16_length
from domain.cases import Case
from domain.ledger import Balance, EntryKind, balance
from domain.messages import Attachment, AttachmentKind, Button, Content
from domain.money import Money
from locales.catalog import Html, clipped, escaped, plain
from locales.money import money_in_words
from relay import appeal_cards
from relay.work import Work
from storage import appeals, ledger

SHOWABLE: Final = (AttachmentKind.PHOTO, AttachmentKind.VIDEO)
"""What may hang on an outcome. A document would show everybody its name and where it was taken."""

LEAST_ROOM: Final = 200
"""Where less than this is left for words below a picture (UTF-16 units), they go without it."""

_GAP: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that is told at the end of an appeal; `receipts` is how many different ones are published."""

    appeal: Appeal
    balance: Balance
    receipts: int

    @property
    def ending(self) -> Ending:
        """What is said of it."""
        return self.appeal.ending

    @property
    def explains(self) -> bool:
        """Whether the sums close, or somebody says why they do not."""
        return self.balance.closes or bool(self.ending.explained)


async def of(work: Work, appeal: Appeal) -> Outcome:
    """What can be told of an appeal by what its ledger says now."""
    entries = await ledger.entries_of(work.tx, appeal.code)
    return Outcome(appeal, balance(entries), len({entry.receipt for entry in entries if entry.receipt}))


async def case_values(work: Work, case: Case) -> dict[str, str]:
    """What the text of a case about an outcome needs beside the public card: sums, words, explained."""
    appeal = await appeals.get(work.tx, case.subject)
    language = work.moderators_language
    explained = clipped(case.details.get("explained", ""))
    because = work.catalog.text(language, "outcome-because", words=explained) if explained else ""
    return {
        "sums": sums(work, language, await of(work, appeal)) if appeal else appeal_cards.GONE,
        "words": clipped(case.details.get("words", "")) or appeal_cards.GONE,
        "explained": Html(because),
    }


def sums(work: Work, language: str, told: Outcome) -> Html:
    """What came in and what became of it, what does not match, and how many receipts show it."""
    text, held = work.catalog.text, told.balance.sums
    lines = [
        text(language, "outcome-sum", kind=kind, sum=_together(language, held[kind].values()))
        for kind in EntryKind
        if held.get(kind)
    ]
    left = told.balance.left.values()
    more = [money for money in left if money.hundredths > 0]
    less = [-money for money in left if money.hundredths < 0]
    if more:
        lines.append(text(language, "outcome-left", sum=_together(language, more)))
    if less:
        lines.append(text(language, "outcome-lacking", sum=_together(language, less)))
    if told.receipts:
        lines.append(text(language, "outcome-receipts", count=told.receipts))
    return Html("\n".join(lines or [text(language, "outcome-no-sums")]))


def words(work: Work, language: str, told: Outcome) -> Html:
    """All that everybody will read, as Telegram HTML; what people wrote is cut where room is short."""
    head, shown, why, foot = _around(work, language, told)
    room = _room(work, language, told, CAPTION_LENGTH if _hangs(work, language, told) else TEXT_LENGTH)
    explained = clipped(told.ending.explained, room // 2) if why else ""
    used = max(len(escaped(explained)), utf16_length(explained))
    said = clipped(told.ending.words, room - used)
    because = work.catalog.text(language, "outcome-because", words=explained) if explained else ""
    return Html(_GAP.join(part for part in (head, escaped(said), shown, because, foot) if part))


def post(work: Work, language: str, told: Outcome) -> Content:
    """The post that tells everybody, with the photo or video if there is one and a way to the page."""
    page = work.policy.page_link(told.appeal.code, language)
    label = work.catalog.label(language, "button-page")
    rows = ((Button(label, url=page),),) if page else ()
    attached = picture(told.ending) if _hangs(work, language, told) else None
    return Content(words(work, language, told), rows, attachment=attached)


def noted(file: Attachment) -> str:
    """How an ending holds a photo or video: `kind:file id`."""
    return f"{file.kind}:{file.value}"


def picture(ending: Ending) -> Attachment | None:
    """The photo or video of an ending."""
    kind, _, value = ending.picture.partition(":")
    return Attachment(AttachmentKind(kind), value) if value else None


def _hangs(work: Work, language: str, told: Outcome) -> bool:
    """Whether a picture hangs on it: sums in many currencies leave no room for words below one."""
    room = _room(work, language, told, CAPTION_LENGTH)
    return picture(told.ending) is not None and room >= LEAST_ROOM


def _room(work: Work, language: str, told: Outcome, limit: int) -> int:
    """How much of `limit` (UTF-16 units) is left for what people wrote."""
    return limit - utf16_length(plain(_GAP.join((*_around(work, language, told), ""))))


def _around(work: Work, language: str, told: Outcome) -> tuple[str, str, str, str]:
    """What stands around people's words: the title, the sums, the heading of the explanation, thanks."""
    text = work.catalog.text
    unexplained = told.balance.closes or not told.ending.explained
    return (
        text(language, "post-outcome", title=appeal_cards.title(work, language, told.appeal)),
        sums(work, language, told),
        "" if unexplained else text(language, "outcome-because", words=""),
        text(language, "post-outcome-thanks", code=told.appeal.code),
    )


def _together(language: str, held: Iterable[Money]) -> str:
    """Sums of different currencies side by side."""
    return " + ".join(money_in_words(language, money) for money in held)
