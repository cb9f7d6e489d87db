"""Receipts: fetched once, seen by moderators alone, covered cell by cell before everybody sees them.

What is covered so far stands in the case, so that all moderators see the same and a restart loses nothing. It
counts only once somebody has said "publish" of exactly what their screen showed: `Proposal.covered`.
"""

import asyncio
import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.cases import Case, CaseKind
from domain.errors import Refusal
from domain.ledger import Proposal
from domain.messages import Attachment, AttachmentKind, Button, Content
from media import receipt_texts
from media import receipts as media
from relay import appeal_cards, appeal_pictures, cases
from relay.work import Work
from storage import appeals, outbox
from storage import cases as stored_cases
from storage import ledger as stored
from storage.ledger import Receipt, ReceiptState

AT_ONCE: Final = 5
"""So many are fetched in one turn; a PDF and its words take seconds each."""

CELLS_SO_FAR: Final = "cells"
SCREENS: Final = "screens"
"""What a case keeps of its receipt: the cells covered so far, and the messages that show the picture."""

ALL: Final = media.CELLS
"""Every cell of the grid."""

ON, OFF = "■", "□"


@dataclass(frozen=True, slots=True)
class Covering:
    """A receipt being covered: `cells` are covered so far."""

    case: Case
    proposal: Proposal
    receipt: Receipt
    cells: frozenset[int]

    @property
    def mask(self) -> str:
        """The cells as a number in hex: what a button says its screen showed."""
        return f"{sum(1 << cell for cell in self.cells):x}"

    @property
    def is_settled(self) -> bool:
        """Whether somebody has said that it is published like this."""
        return self.proposal.covered == self.cells


# Fetching


async def waiting(work: Work) -> Sequence[Receipt]:
    """Receipts that are still to be fetched, oldest first."""
    return await stored.waiting_receipts(work.tx, AT_ONCE)


def read(data: bytes) -> tuple[bytes, frozenset[int] | None]:
    """The picture of what was sent, and the cells that had better be covered; Unopenable. It blocks."""
    picture = media.opened(data)
    return picture, receipt_texts.proposed(picture)


async def keep(work: Work, receipt_id: str, picture: bytes, proposed: frozenset[int] | None) -> None:
    """Keep a fetched receipt, unless it is not wanted any more."""
    proposal = await stored.proposal_with(work.tx, receipt_id)
    if proposal is None:
        await stored.give_up(work.tx, receipt_id)
        return
    await stored.keep_picture(work.tx, receipt_id, picture, proposed)
    await cases.refresh(work, proposal.id, CaseKind.LEDGER)


async def give_up(work: Work, receipt_id: str) -> None:
    """Note that a receipt cannot be read, and ask who sent it for another one."""
    await stored.give_up(work.tx, receipt_id)
    proposal = await stored.proposal_with(work.tx, receipt_id)
    if proposal is None:
        return
    await cases.refresh(work, proposal.id, CaseKind.LEDGER)
    author = await work.person(proposal.author_id)
    appeal = await appeals.get(work.tx, proposal.appeal_id)
    if author.is_gone or appeal is None:
        return
    again = Button(work.catalog.label(author.language, "button-reentry"), tap=f"reentry:{proposal.id}")
    text = work.catalog.text(author.language, "receipt-unreadable", code=appeal.code)
    await work.tell(author.id, Content(text, ((again,),)))


# Covering


async def covering(work: Work, case: Case) -> Covering:
    """The receipt of a case as it is covered so far; Refusal when there is none to be seen.

    At first all is covered that a program takes for words about a person.
    """
    proposal = await stored.get_proposal(work.tx, case.subject)
    if proposal is None or case.kind is not CaseKind.LEDGER:
        raise Refusal("case-moved-on")
    receipt = await stored.get_receipt(work.tx, proposal.receipt_id) if proposal.receipt_id else None
    if receipt is None or receipt.state is not ReceiptState.READY:
        raise Refusal("receipt-not-there")
    noted = case.details.get(CELLS_SO_FAR)
    cells = (receipt.proposed or frozenset()) if noted is None else _cells_in(noted)
    return Covering(case, proposal, receipt, cells)


async def cover(work: Work, held: Covering, cells: frozenset[int]) -> Covering:
    """Cover these cells; what was said about publishing it does not count any more."""
    case = await _noted(work, held.case, CELLS_SO_FAR, f"{replace(held, cells=cells).mask}")
    return await _settled(work, replace(held, case=case, cells=cells), None)


async def allow(work: Work, held: Covering, mask: str) -> Covering:
    """Publish the receipt, when its entry is confirmed, as it was shown with that mask.

    Refusal when another moderator has changed it since: nobody is to publish what they have not seen.
    """
    if held.mask != mask:
        raise Refusal("receipt-changed")
    return await _settled(work, held, held.cells)


async def withhold(work: Work, held: Covering) -> Covering:
    """Do not publish the receipt: its entry stands without one."""
    return await _settled(work, held, None)


async def publish(work: Work, proposal: Proposal) -> str:
    """Keep what everybody may see of a receipt; its SHA-256, empty for one that is withheld or not there.

    Refusal while it is being fetched: an entry cannot get its receipt later.
    """
    receipt = await stored.get_receipt(work.tx, proposal.receipt_id) if proposal.receipt_id else None
    if receipt is None:
        return ""
    if receipt.state is ReceiptState.WAITING:
        raise Refusal("ledger-receipt-waits")
    picture = await stored.picture(work.tx, receipt.id)
    if proposal.covered is None or not picture:
        return ""
    covered = await asyncio.to_thread(media.covered, picture, proposal.covered)
    digest = media.digest(covered)
    await stored.publish(work.tx, receipt.id, covered, digest)
    return digest


async def forget_original(work: Work, proposal: Proposal) -> None:
    """Forget the picture of a line that was not taken; Telegram still has the file for a while."""
    if proposal.receipt_id is not None:
        await stored.forget_picture(work.tx, proposal.receipt_id)


async def fetch_again(work: Work, proposal: Proposal) -> str | None:
    """Let the receipt of a line that waits again be fetched once more; its id, None when it is forgotten."""
    former = await stored.get_receipt(work.tx, proposal.receipt_id) if proposal.receipt_id else None
    if former is None or former.file is None:
        return None
    await stored.wait_again(work.tx, former.id)
    return former.id


# What moderators see


async def show(work: Work, held: Covering, recipient: str) -> None:
    """Send the screen on which a receipt is covered; its picture is taken away when the case is decided."""
    delivery = await work.tell(recipient, await screen(work, held))
    await appeals.note_copy(work.tx, held.proposal.appeal_id, delivery)
    known = held.case.details.get(SCREENS, "").split()
    await _noted(work, held.case, SCREENS, " ".join([*known, delivery]))


async def screen(work: Work, held: Covering, *, as_published: bool = False) -> Content:
    """The picture with its grid, or as everybody would see it, and the buttons to cover it."""
    original = await _original(work, held)
    drawn = media.covered if as_published else media.with_grid
    picture = await asyncio.to_thread(drawn, original, held.cells)
    text_id = "receipt-published-so" if held.is_settled else "receipt-cover"
    if as_published and not held.is_settled:
        text_id = "receipt-as-published"
    text = work.catalog.text(
        work.moderators_language, text_id, code=await _code(work, held), count=len(held.cells)
    )
    return Content(text, tuple(_rows(work, held)), attachment=_drawing(picture))


async def ask_bare(work: Work, held: Covering) -> Content:
    """Ask once more before a receipt is published of which nothing is covered."""
    picture = await _original(work, held)
    text = work.catalog.text(work.moderators_language, "receipt-bare", code=await _code(work, held))
    rows = (
        (_button(work, held, "bare", f"bare.{held.mask}"),),
        (_button(work, held, "back", "grid"),),
    )
    return Content(text, rows, attachment=_drawing(picture))


async def take_away(work: Work, proposal: Proposal) -> None:
    """Let the messages in which moderators covered a line's receipt show it no more; forget what they showed.

    To be called while its cases still know of these messages.
    """
    every = await stored_cases.all_about(work.tx, [proposal.id])
    screens = {delivery for case in every for delivery in case.details.get(SCREENS, "").split()}
    if not screens:
        return
    appeal = await appeals.get(work.tx, proposal.appeal_id)
    code = appeal.code if appeal else appeal_cards.GONE
    text = work.catalog.text(work.moderators_language, "receipt-gone", code=code)
    content = Content(text, attachment=appeal_pictures.blank())
    for delivery, recipient in await appeals.copies(work.tx, proposal.appeal_id):
        if delivery in screens:
            await work.amend(delivery, recipient, content, or_delete=True)
            await outbox.overwrite(work.tx, delivery, content)


def _rows(work: Work, held: Covering) -> list[tuple[Button, ...]]:
    """The cells as on the picture, what covers many at once, and what becomes of it."""
    cells = [_cell(held, cell) for cell in sorted(ALL)]
    rows = [tuple(cells[start : start + media.COLUMNS]) for start in range(0, len(cells), media.COLUMNS)]
    if held.receipt.proposed:
        rows.append((_button(work, held, "found", "found"),))
    rows.append((_button(work, held, "all", "all"), _button(work, held, "clear", "clear")))
    rows.append((_button(work, held, "show", "show"),))
    if held.is_settled:
        return [*rows, (_button(work, held, "withhold", "withhold"),)]
    publish_ = _button(work, held, "publish", f"publish.{held.mask}")
    return [*rows, (publish_, _button(work, held, "withhold", "withhold"))]


def _cell(held: Covering, cell: int) -> Button:
    """A button says what it does rather than "the other way": tapped twice, it does the same."""
    is_on = cell in held.cells
    verb = f"{'off' if is_on else 'on'}.{cell}"
    return Button(f"{ON if is_on else OFF} {media.label(cell)}", tap=f"receipt:{held.case.id}:{verb}")


def _button(work: Work, held: Covering, name: str, verb: str) -> Button:
    label = work.catalog.label(work.moderators_language, f"button-receipt-{name}")
    return Button(label, tap=f"receipt:{held.case.id}:{verb}")


def _drawing(picture: bytes) -> Attachment:
    return Attachment(AttachmentKind.DRAWING, base64.b64encode(picture).decode(), "receipt.jpg")


async def _original(work: Work, held: Covering) -> bytes:
    picture = await stored.picture(work.tx, held.receipt.id)
    if not picture:
        raise Refusal("receipt-not-there")
    return picture


async def _code(work: Work, held: Covering) -> str:
    appeal = await appeals.get(work.tx, held.proposal.appeal_id)
    if appeal is None:
        raise Refusal("case-moved-on")
    return appeal.code


async def _settled(work: Work, held: Covering, covered: frozenset[int] | None) -> Covering:
    """Note what is published, and let the case's cards say it."""
    if held.proposal.covered == covered:
        return held
    proposal = replace(held.proposal, covered=covered)
    await stored.save_proposal(work.tx, proposal)
    await cases.refresh(work, proposal.id, CaseKind.LEDGER)
    return replace(held, proposal=proposal)


async def _noted(work: Work, case: Case, key: str, value: str) -> Case:
    noted = replace(case, details={**case.details, key: value})
    await stored_cases.save(work.tx, noted)
    return noted


def _cells_in(mask: str) -> frozenset[int]:
    """The cells of a mask."""
    bits = int(mask or "0", 16)
    return frozenset(cell for cell in ALL if bits >> cell & 1)
