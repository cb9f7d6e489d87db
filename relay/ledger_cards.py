"""The ledger in words: for its organiser and whoever looks, and for the moderators who confirm its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.appeals import WITH_LEDGER, Appeal
from domain.cases import Case
from domain.ledger import OUT, Balance, Entry, EntryKind, Proposal, ProposalState
from domain.messages import Button
from domain.money import Money, nothing, totals
from locales.catalog import Html, clipped
from locales.dates import day_in_words
from locales.money import money_in_words
from relay import appeal_cards
from relay.work import Work
from storage import appeals
from storage import ledger as stored
from storage.ledger import Receipt, ReceiptState

PAGE: Final = 6
"""So many entries with their notes fit on a screen with a button for each."""

_ROW: Final = 2
_NOTE_ROOM: Final = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a ledger: the sums of all of it, the page's entries, how many lines wait for a moderator."""

    appeal: Appeal
    number: int
    held: Balance
    entries: Sequence[Entry]
    waiting: int


async def balance_of(work: Work, appeal: Appeal) -> Balance:
    """What an appeal's entries sum up to."""
    summed = await stored.sums(work.tx, appeal.code)
    return Balance({kind: totals(summed[kind]) for kind in EntryKind if kind in summed})


async def page_of(work: Work, appeal: Appeal, number: int = 0) -> Page:
    """A page of an appeal's ledger; 0 is the newest."""
    newest = await stored.last_entries(work.tx, appeal.code, (number + 1) * PAGE)
    waits = appeal.state in WITH_LEDGER
    return Page(
        appeal,
        number,
        await balance_of(work, appeal),
        newest[number * PAGE :],
        len(await stored.proposed(work.tx, appeal.id)) if waits else 0,
    )


def overview(work: Work, language: str, page: Page) -> str:
    """The sums of an appeal and the entries of a page as Telegram HTML."""
    title = appeal_cards.title(work, language, page.appeal)
    parts = [work.catalog.text(language, "ledger-card", title=title, code=page.appeal.code)]
    if page.held.sums:
        parts.append("\n".join(_sums(work, language, page.held)))
    else:
        parts.append(work.catalog.text(language, "ledger-empty"))
    parts += [_line(work, language, entry) for entry in page.entries]
    if page.waiting:
        parts.append(work.catalog.text(language, "ledger-waiting", count=page.waiting))
    return "\n\n".join(parts)


def rows(work: Work, language: str, page: Page, *, writes: bool) -> list[tuple[Button, ...]]:
    """The buttons below: a line more, another sum for an entry shown, older and newer ones, the web page."""
    made = _writing(work, language, page) if writes and page.appeal.state in WITH_LEDGER else []
    turns = []
    if page.entries and page.entries[-1].number > 1:
        turns.append(_turn(work, language, page, "older", 1))
    if page.number:
        turns.append(_turn(work, language, page, "newer", -1))
    made += [tuple(turns)] if turns else []
    public = work.policy.page_link(page.appeal.code, language)
    label = work.catalog.label(language, "button-page")
    return [*made, (Button(label, url=public),)] if public else made


async def case_values(work: Work, case: Case) -> dict[str, str]:
    """What the text of a case about a line needs beside its appeal: the line, its receipt, what is left."""
    proposal = await stored.get_proposal(work.tx, case.subject)
    appeal = await appeals.get(work.tx, proposal.appeal_id) if proposal else None
    if proposal is None or appeal is None:
        return dict.fromkeys(("entry", "receipt", "balance"), appeal_cards.GONE)
    return {
        "entry": Html(await _proposed(work, appeal, proposal)),
        "receipt": Html(await _receipt(work, proposal)),
        "balance": Html(await _left(work, appeal, proposal)),
    }


async def extra_rows(work: Work, case: Case) -> Sequence[tuple[Button, ...]]:
    """The button to cover a receipt, once it is there."""
    proposal = await stored.get_proposal(work.tx, case.subject)
    receipt = await _receipt_of(work, proposal) if proposal else None
    if receipt is None or receipt.state is not ReceiptState.READY:
        return []
    label = work.catalog.label(work.moderators_language, "button-receipt-open")
    return [(Button(label, tap=f"receipt:{case.id}:open"),)]


def told(work: Work, language: str, proposal: Proposal) -> dict[str, str]:
    """What a line says, for telling its author what was decided."""
    return {
        "kind": work.catalog.label(language, f"what-{proposal.kind}"),
        "sum": money_in_words(language, proposal.money),
    }


def _sums(work: Work, language: str, held: Balance) -> list[str]:
    """A line for each kind of movement, and one for what is left."""
    label = work.catalog.label
    lines = [
        _named(work, language, label(language, f"what-{kind}"), list(sums.values()))
        for kind, sums in held.sums.items()
    ]
    currencies = [currency for sums in held.sums.values() for currency in sums]
    left = list(held.left.values()) or [nothing(currencies[0])]
    return [*lines, _named(work, language, label(language, "ledger-left"), left)]


def _named(work: Work, language: str, name: str, sums: Sequence[Money]) -> str:
    told_ = " + ".join(money_in_words(language, money) for money in sums)
    return work.catalog.text(language, "form-answer", question=name, answer=told_)


def _line(work: Work, language: str, entry: Entry) -> str:
    """One entry with its note."""
    text_id = "ledger-line-correction" if entry.corrects else "ledger-line"
    return work.catalog.text(
        language,
        text_id,
        number=entry.number,
        day=day_in_words(language, entry.day),
        kind=work.catalog.label(language, f"what-{entry.kind}"),
        sum=money_in_words(language, entry.money),
        note=clipped(entry.note, _NOTE_ROOM),
        **({"corrects": entry.corrects} if entry.corrects else {"receipt": "yes" if entry.receipt else "no"}),
    )


def _writing(work: Work, language: str, page: Page) -> list[tuple[Button, ...]]:
    """What whoever may write has to tap; a correction is corrected by its own entry."""
    label = work.catalog.label
    add = Button(label(language, "button-ledger-add"), tap=f"entry:{page.appeal.id}")
    fixes = [
        Button(
            label(language, "button-ledger-correct", number=entry.number),
            tap=f"fix:{page.appeal.id}:{entry.number}",
        )
        for entry in page.entries
        if entry.corrects is None
    ]
    return [(add,), *(tuple(fixes[start : start + _ROW]) for start in range(0, len(fixes), _ROW))]


def _turn(work: Work, language: str, page: Page, way: str, step: int) -> Button:
    label = work.catalog.label(language, f"button-ledger-{way}")
    return Button(label, tap=f"ledgerof:{page.appeal.id}:{page.number + step}")


async def _proposed(work: Work, appeal: Appeal, proposal: Proposal) -> str:
    """The line as it would stand, and whether the organiser wrote it or a volunteer."""
    language, label = work.moderators_language, work.catalog.label
    own = proposal.author_id == appeal.organiser_id
    said = {
        **told(work, language, proposal),
        "day": day_in_words(language, proposal.day),
        "note": clipped(proposal.note, _NOTE_ROOM),
        "by": label(language, "ledger-by-organiser" if own else "ledger-by-volunteer"),
    }
    if proposal.corrects is None:
        return work.catalog.text(language, "ledger-proposed", **said)
    entries = await stored.entries_of(work.tx, appeal.code)
    wrong = entries[proposal.corrects - 1]
    former = money_in_words(language, wrong.money)
    return work.catalog.text(
        language, "ledger-proposed-correction", **said, number=wrong.number, former=former
    )


async def _receipt(work: Work, proposal: Proposal) -> str:
    """Whether there is a receipt and what becomes of it."""
    receipt = await _receipt_of(work, proposal)
    covered, text = proposal.covered, work.catalog.text
    if receipt is not None and receipt.state is ReceiptState.READY and covered is not None:
        return text(work.moderators_language, "ledger-receipt-covered", count=len(covered))
    state = receipt.state if receipt is not None else "none"
    return text(work.moderators_language, f"ledger-receipt-{state}")


async def _receipt_of(work: Work, proposal: Proposal) -> Receipt | None:
    return await stored.get_receipt(work.tx, proposal.receipt_id) if proposal.receipt_id else None


async def _left(work: Work, appeal: Appeal, proposal: Proposal) -> str:
    """What is left when the line stands; a warning when more would be gone than came."""
    currency = proposal.money.currency
    left = (await balance_of(work, appeal)).left.get(currency, nothing(currency))
    if proposal.state is not ProposalState.CONFIRMED:
        left += _change(proposal)
    text_id = "ledger-balance-short" if left.hundredths < 0 else "ledger-balance"
    return work.catalog.text(
        work.moderators_language, text_id, sum=money_in_words(work.moderators_language, left)
    )


def _change(proposal: Proposal) -> Money:
    """What a line does to what is left."""
    if proposal.kind in OUT:
        return -proposal.money
    return proposal.money if proposal.kind is EntryKind.RECEIVED else nothing(proposal.money.currency)
