"""Two ledgers in any order of what may happen: sums never drift, the chain holds, nobody says yes alone."""

import io
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PIL import Image

from domain import chain
from domain.appeal_forms import ENTRY
from domain.appeals import Appeal
from domain.cases import Case, CaseKind, Decision, Reason
from domain.errors import Refusal
from domain.ledger import EntryKind, ProposalState
from domain.messages import Attachment, AttachmentKind
from domain.money import Currency, Money
from domain.people import Person, Role
from media import receipts as media
from relay import appeal_form, case_cards, forms, ledger, ledger_cards, moderation, receipts, roles
from relay.work import Work
from storage import cases as stored_cases
from storage import ledger as stored
from tests.relay.directory import CHIEF, Directory
from tests.relay.given_appeals import CARD, OTHER_CARD, given

FIRST, SECOND = 7_734_512_031, 7_734_512_032
"""Those who ask; the first one is a moderator too."""

COURIER, MODERATOR = 7_734_512_033, 7_734_512_034
CODES = {"K7M4Q": FIRST, "X2C3D": SECOND}
FILE = Attachment(AttachmentKind.PHOTO, "AgACinvented")
MINUTE = timedelta(minutes=1)

T = TypeVar("T")

codes = st.sampled_from(sorted(CODES))
writers = st.sampled_from([FIRST, SECOND, COURIER, CHIEF])
moderators = st.sampled_from([CHIEF, FIRST, MODERATOR])
sums = st.decimals(Decimal("0.01"), Decimal("9999999999.99"), places=2)
monies = st.builds(Money, sums, st.sampled_from([Currency.KZT, Currency.UZS]))
receipts_sent = st.sampled_from(["waiting", "none"])
cells = st.frozensets(st.sampled_from(sorted(media.CELLS)), max_size=5)
which = st.integers(0, 5)


@dataclass
class Line:
    """A line as it should stand; `right` is the whole sum that it says. `refused` is its case's last no."""

    id: str
    code: str
    author: int
    kind: EntryKind
    right: Money
    corrects: int | None
    receipt: str = "none"
    published: bytes | None = None
    state: ProposalState = ProposalState.QUEUED
    refused: str = ""
    since: int = 0


class Keeping(RuleBasedStateMachine):
    """`lines` is all that was proposed; `worth` what each entry should be worth with its corrections."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = Directory()
        self.directory.by(CHIEF, lambda work, chief: roles.give(work, chief, COURIER, Role.COURIER, "Ержан"))
        self.appeals = {code: self._appeal(code, organiser) for code, organiser in CODES.items()}
        self.lines: list[Line] = []
        self.worth: dict[str, list[tuple[EntryKind, Money] | None]] = {code: [] for code in CODES}
        self.pictures: dict[str, list[bytes]] = defaultdict(list)
        self.original = _picture()

    def teardown(self) -> None:
        self.directory.close()

    @rule(who=writers, code=codes, kind=st.sampled_from(EntryKind), money=monies, receipt=receipts_sent)
    def proposes(self, who: int, code: str, kind: EntryKind, money: Money, receipt: str) -> None:
        async def propose(work: Work, person: Person) -> str:
            held = appeal_form.with_file({}, "receipt", FILE) if receipt == "waiting" else ""
            amount = f"{money.amount:.2f} {money.currency}"
            answers = {"what": kind.value, "amount": amount, "receipt": held}
            answers |= {"note": "An invented sum"}
            draft = await forms.begin(work, person, ENTRY, answers, self.appeals[code].id)
            return (await ledger.propose(work, person, draft)).id

        may = who in (CODES[code], COURIER, CHIEF) and len(self._queued(code)) < ledger.OPEN_PROPOSALS
        made = self._tried(who, propose)
        assert (made is not None) == may
        if made is not None:
            self.lines.append(Line(made, code, who, kind, money, None, receipt))

    @precondition(lambda self: any(self.worth.values()))
    @rule(who=writers, index=which, amount=sums)
    def corrects(self, who: int, index: int, amount: Decimal) -> None:
        every = [(code, number) for code in CODES for number in range(1, len(self.worth[code]) + 1)]
        code, number = every[-1 - index % len(every)]

        async def correct(work: Work, person: Person) -> str:
            draft = await ledger.begin_correction(work, person, self.appeals[code].id, number)
            draft = replace(draft, answers={**draft.answers, "amount": f"{amount:.2f}", "note": "A slip"})
            return (await ledger.correct(work, person, draft)).id

        wrong = self.worth[code][number - 1]
        waits = any(line.corrects == number for line in self._queued(code))
        may = who in (CODES[code], COURIER, CHIEF) and len(self._queued(code)) < ledger.OPEN_PROPOSALS
        made = self._tried(who, correct)
        assert (made is not None) == (may and wrong is not None and not waits and wrong[1].amount != amount)
        if made is not None and wrong is not None:
            right = Money(amount, wrong[1].currency)
            self.lines.append(Line(made, code, who, wrong[0], right, number))

    @precondition(lambda self: any(line.receipt == "waiting" for line in self.lines))
    @rule(readable=st.booleans())
    def fetches(self, readable: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        for held in self.directory.does(receipts.waiting):
            if readable:
                self._does(receipts.keep, held.id, self.original, None)
            else:
                self._does(receipts.give_up, held.id)
        for line in self.lines:
            if line.receipt == "waiting" and line.state is ProposalState.QUEUED:
                line.receipt = "ready" if readable else "unreadable"

    @precondition(lambda self: any(line.receipt != "none" for line in self.lines))
    @rule(index=which, covered=cells, allowed=st.booleans())
    def covers(self, index: int, covered: frozenset[int], allowed: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        line = self._line(index, [line for line in self.lines if line.receipt != "none"])

        async def cover(work: Work, _: Person) -> None:
            held = await receipts.covering(work, await self._case(work, line))
            held = await receipts.cover(work, held, covered)
            if allowed:
                await receipts.allow(work, held, held.mask)

        done = self._tried(MODERATOR, lambda work, person: _done(cover(work, person)))
        assert bool(done) == (line.receipt == "ready" and line.state is ProposalState.QUEUED)
        if done:
            line.published = media.covered(self.original, covered) if allowed else None

    @precondition(lambda self: self.lines)
    @rule(who=moderators, index=which)
    def confirms(self, who: int, index: int) -> None:
        line = self._line(index, self._queued() or self.lines)
        done = self._decided(who, line, Decision.APPROVE)
        own = who in (line.author, CODES[line.code])
        queued = line.state is ProposalState.QUEUED
        assert bool(done) == (queued and not own and line.receipt != "waiting")
        if done:
            line.state = ProposalState.CONFIRMED
            self._write(line)

    @precondition(lambda self: self.lines)
    @rule(who=moderators, index=which)
    def refuses(self, who: int, index: int) -> None:
        line = self._line(index, self._queued() or self.lines)
        done = self._decided(who, line, Decision.REJECT)
        assert bool(done) == (line.state is ProposalState.QUEUED)
        if done:
            line.state, line.refused = ProposalState.REFUSED, done
            line.since = len(self.lines)

    @precondition(lambda self: len(self._queued()) < len(self.lines))
    @rule(who=moderators, index=which)
    def undoes(self, who: int, index: int) -> None:
        line = self._line(index, [line for line in self.lines if line.state is not ProposalState.QUEUED])

        async def undo(work: Work, person: Person) -> None:
            every = await stored_cases.all_about(work.tx, [line.id])
            await moderation.undo(work, person, every[-1].id)

        done = self._tried(who, lambda work, person: _done(undo(work, person)))
        assert not (done and line.state is ProposalState.CONFIRMED)
        others = [
            other
            for other in self.lines[line.since :]
            if other.code == line.code and other.corrects == line.corrects
        ]
        stale = line.corrects is not None and any(
            other.state is not ProposalState.REFUSED for other in others
        )
        if done:
            assert line.state is ProposalState.REFUSED
            assert not stale
            line.state, line.published = ProposalState.QUEUED, None
            line.receipt = "none" if line.receipt == "none" else "waiting"

    @rule(code=codes, kind=st.sampled_from(EntryKind), money=monies, covered=cells)
    def is_entered(self, code: str, kind: EntryKind, money: Money, covered: frozenset[int]) -> None:
        """All that makes an entry, one after another: by themselves the steps seldom meet."""
        before = len(self.lines)
        self.proposes(COURIER, code, kind, money, "waiting")
        if len(self.lines) > before:
            self.fetches(readable=True)
            self.covers(0, covered, allowed=True)
            self.confirms(MODERATOR, 0)

    @precondition(lambda self: any(self.worth.values()))
    @rule(index=which, amount=sums)
    def is_corrected(self, index: int, amount: Decimal) -> None:
        before = len(self.lines)
        self.corrects(COURIER, index, amount)
        if len(self.lines) > before:
            self.confirms(MODERATOR, 0)

    @rule(minutes=st.sampled_from([1, 4, 6]))
    def time_passes(self, minutes: int) -> None:
        self.directory.clock.wind(minutes * MINUTE)

    @invariant()
    def the_sums_are_what_was_said(self) -> None:
        for code, appeal in self.appeals.items():
            held = self._does(ledger_cards.balance_of, appeal)
            for kind in EntryKind:
                for currency in (Currency.KZT, Currency.UZS):
                    said = [
                        each[1].amount
                        for each in self.worth[code]
                        if each and each[0] is kind and each[1].currency is currency
                    ]
                    assert held.of(kind, currency).amount == sum(said, Decimal(0))

    @invariant()
    def the_chain_holds(self) -> None:
        entries = self._asks(stored.all_entries)
        verified = chain.verify(chain.export(entries))
        assert verified.count == sum(len(every) for every in self.worth.values())
        head = self._asks(stored.head_seen)
        assert (head.hash if head else chain.GENESIS) == verified.head
        for code in CODES:
            own = self._asks(stored.entries_of, code)
            assert chain.verify(chain.export(own, code)).count == len(self.worth[code])

    @invariant()
    def what_is_published_is_what_was_covered(self) -> None:
        for code in CODES:
            shown = self._asks(stored.published, code)
            own = self._asks(stored.entries_of, code)
            assert set(shown) == {entry.receipt for entry in own if entry.receipt}
            assert all(media.digest(picture) == digest for digest, picture in shown.items())
            assert set(shown.values()) == set(self.pictures[code])

    @invariant()
    def cards_can_be_read(self) -> None:
        for line in self.lines[-2:]:
            if line.state is ProposalState.QUEUED:
                self._does(self._read, line)

    # what the model says

    def _write(self, line: Line) -> None:
        worth = self.worth[line.code]
        if line.corrects is None:
            worth.append((line.kind, line.right))
        else:
            worth[line.corrects - 1] = (line.kind, line.right)
            worth.append(None)
        if line.published is not None:
            self.pictures[line.code].append(line.published)

    def _queued(self, *codes: str) -> list[Line]:
        """The lines that wait, of these appeals or of both."""
        wanted = codes or tuple(CODES)
        return [one for one in self.lines if one.state is ProposalState.QUEUED and one.code in wanted]

    def _line(self, index: int, lines: list[Line]) -> Line:
        """One of these; the newest ones the most, so that much happens to the same."""
        return lines[-1 - index % len(lines)]

    # what the product does

    def _appeal(self, code: str, organiser: int) -> Appeal:
        details = CARD if organiser == FIRST else OTHER_CARD
        return self.directory.does(lambda work: given(work, code, details=details, organiser=organiser))

    def _decided(self, who: int, line: Line, decision: Decision) -> str | None:
        async def decide(work: Work, person: Person) -> str:
            case = await self._case(work, line)
            await moderation.decide(work, person, case.id, decision, Reason.UNCLEAR)
            return case.id

        return self._tried(who, decide)

    def _does(self, action: Callable[..., Awaitable[T]], *said: object) -> T:
        return self.directory.does(lambda work: action(work, *said))

    def _asks(self, action: Callable[..., Awaitable[T]], *said: object) -> T:
        return self.directory.does(lambda work: action(work.tx, *said))

    def _tried(self, telegram_id: int, action: Callable[[Work, Person], Awaitable[T]]) -> T | None:
        try:
            return self.directory.by(telegram_id, action)
        except Refusal:
            return None

    async def _case(self, work: Work, line: Line) -> Case:
        waiting = await stored_cases.open_about(work.tx, line.id, CaseKind.LEDGER)
        if not waiting:
            raise Refusal("case-moved-on")
        return waiting[0]

    async def _read(self, work: Work, line: Line) -> None:
        assert (await case_cards.card(work, await self._case(work, line))).text


async def _done(action: Awaitable[None]) -> bool:
    await action
    return True


def _picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (120, 180), (250, 250, 250)).save(file, "PNG")
    return media.opened(file.getvalue())


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(max_examples=12, stateful_step_count=30)
