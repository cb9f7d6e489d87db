"""A ledger that is kept by the use cases themselves: lines proposed, decided, corrected, receipts covered."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from PIL import Image

from domain.appeal_forms import ENTRY
from domain.appeals import AppealState
from domain.cases import Case, CaseKind, Decision, Reason
from domain.ledger import Entry, Proposal
from domain.messages import Attachment, AttachmentKind
from domain.money import Currency, Money
from domain.people import Person
from media import receipts as media
from relay import appeal_form, case_cards, forms, ledger, moderation, receipts
from relay.work import Work
from storage import cases as stored_cases
from storage import ledger as stored
from storage import outbox
from tests.relay.directory import CHIEF, Directory
from tests.relay.given_appeals import ORGANISER, given

CODE = "K7M4Q"
FILE = Attachment(AttachmentKind.DOCUMENT, "BQACinvented", "receipt.pdf")
DAY = timedelta(days=1)


class Desk:
    """An appeal in the channel, and people who keep its ledger."""

    def __init__(self, state: AppealState = AppealState.OPEN) -> None:
        self.directory = Directory()
        self.appeal = self.directory.does(lambda work: given(work, CODE, state))

    def proposes(
        self, person: int = ORGANISER, amount: str = "1200.00", what: str = "received", **said: str
    ) -> Proposal:
        """Say what happened, as a filled form would."""

        async def propose(work: Work, known: Person) -> Proposal:
            answers = {"what": what, "amount": amount, "note": "Перевод от соседей", "receipt": "", **said}
            draft = await forms.begin(work, known, ENTRY, answers, self.appeal.id)
            return await ledger.propose(work, known, draft)

        return self.directory.by(person, propose)

    def corrects(self, number: int, amount: str, person: int = ORGANISER) -> Proposal:
        async def correct(work: Work, known: Person) -> Proposal:
            draft = await ledger.begin_correction(work, known, self.appeal.id, number)
            draft = replace(draft, answers={**draft.answers, "amount": amount, "note": "Опечатка"})
            return await ledger.correct(work, known, draft)

        return self.directory.by(person, correct)

    def decides(
        self, proposal: Proposal, decision: Decision = Decision.APPROVE, moderator: int = CHIEF
    ) -> str:
        """Decide what was proposed; the case's id."""

        async def decide(work: Work, known: Person) -> str:
            case = await self.case(work, proposal)
            return (await moderation.decide(work, known, case.id, decision, Reason.UNPROVEN)).id

        return self.directory.by(moderator, decide)

    def undoes(self, case_id: str, moderator: int = CHIEF) -> None:
        self.directory.by(moderator, lambda work, known: moderation.undo(work, known, case_id))

    def enters(self, amount: str = "1200.00", what: str = "received", **said: str) -> Entry:
        """A line that was proposed and confirmed."""
        self.decides(self.proposes(ORGANISER, amount, what, **said))
        return self.entries()[-1]

    def entries(self) -> list[Entry]:
        return list(self.directory.does(lambda work: stored.entries_of(work.tx, CODE)))

    def proposal(self, proposal: Proposal) -> Proposal:
        found = self.directory.does(lambda work: stored.get_proposal(work.tx, proposal.id))
        assert found is not None
        return found

    def card(self, proposal: Proposal) -> str:
        """What moderators read about a line."""

        async def look(work: Work) -> str:
            return (await case_cards.card(work, await self.case(work, proposal))).text

        return self.directory.does(look).replace("\u00a0", " ")

    def told(self, person: int = ORGANISER) -> str:
        """Everything a person was told so far."""

        async def look(work: Work, known: Person) -> str:
            return "\n".join(text for _, text in await outbox.shown_to(work.tx, known.id))

        return self.directory.by(person, look).replace("\u00a0", " ")

    def fetched(self, proposal: Proposal, proposed: frozenset[int] | None = None) -> bytes:
        """Fetch the receipt of a line as the clock would; its picture."""
        picture = media.opened(photo())
        receipt_id = proposal.receipt_id or ""
        self.directory.does(lambda work: receipts.keep(work, receipt_id, picture, proposed))
        return picture

    def covers(self, proposal: Proposal, cells: frozenset[int]) -> None:
        """Cover these cells and say that the receipt is published like this."""

        async def cover(work: Work) -> None:
            held = await receipts.covering(work, await self.case(work, proposal))
            held = await receipts.cover(work, held, cells)
            await receipts.allow(work, held, held.mask)

        self.directory.does(cover)

    async def case(self, work: Work, proposal: Proposal) -> Case:
        [case] = await stored_cases.open_about(work.tx, proposal.id, CaseKind.LEDGER)
        return case


def photo() -> bytes:
    """An invented receipt of a few grey lines."""
    image = Image.new("RGB", (300, 450), (250, 250, 250))
    for top in range(40, 440, 40):
        image.paste((70, 70, 70), (30, top, 30 + top // 2, top + 9))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def sent(*files: Attachment) -> str:
    """A form's answer that holds files."""
    answer = ""
    for file in files:
        answer = appeal_form.with_file({"receipt": answer}, "receipt", file)
    return answer


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), Currency.KZT)


async def today(work: Work) -> date:
    return work.today
