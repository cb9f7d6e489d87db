"""A database with the things in it that storage tests begin from."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from domain.cases import Case, CaseKind, CaseState
from domain.claims import Claim, ClaimState
from domain.conversations import Conversation, ConversationState, Line, LineState, Said, Side
from domain.documents import Country, DocumentType, Report, ReportState, Watch, WatchState, Whereabouts
from domain.ids import Ids, new_code
from domain.messages import Claimed, Content, Lane, OnDoubt, Outgoing
from domain.people import Person
from relay import names
from relay.work import Relay
from sandbox.clock import SandboxClock
from storage import cases, claims, conversations, documents, outbox, people, sending, watches
from storage.encryption import Keyring, Vault, new_key
from storage.names import Indexed
from storage.transaction import Database, Transaction

T = TypeVar("T")

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LEASE = 60 * SECOND

KEY = new_key(random.Random(1).randbytes)
HASH_KEY = bytes(range(32))


def keyring(*keys: str) -> Keyring:
    return Keyring.read(",".join(keys or (KEY,)))


def vault(*keys: str) -> Vault:
    return Vault(keyring(*keys), random.Random(2).randbytes, HASH_KEY)


def outgoing(recipient: str, text: str, **changes: Any) -> Outgoing:
    plain = Outgoing(recipient, Content(text), Lane.NOTICE, OnDoubt.RESEND)
    return replace(plain, **changes)


def relay_on(database: Database) -> Relay:
    """As much of the product as names need, in a process that knows no words yet."""
    nothing: Any = None
    return Relay(database, SandboxClock(START), nothing, nothing, nothing, nothing)


async def claim_one(
    tx: Transaction, now: datetime, until: datetime, resting: Sequence[str] = ()
) -> Claimed | None:
    """The next delivery that is due, taken; None when nothing is."""
    return next(iter(await sending.claim(tx, now, until, 1, resting)), None)


@dataclass
class Store:
    """A database and short ways to put things into it, at one moment."""

    url: str
    database: Database
    now: datetime = START
    entropy: Callable[[int], bytes] = field(default_factory=lambda: random.Random(3).randbytes)

    def __post_init__(self) -> None:
        self._ids = Ids(self.entropy)
        self.relay = relay_on(self.database)
        self._telegram_ids = iter(range(7_734_512_001, 7_734_513_000))

    def new_id(self) -> str:
        return self._ids.next(self.now)

    async def write(self, action: Callable[[Transaction], Awaitable[T]]) -> T:
        return await self.database.write(action)

    async def read(self, action: Callable[[Transaction], Awaitable[T]]) -> T:
        return await self.database.read(action)

    async def index(self, kind: Indexed, subject_id: str, name: str) -> None:
        await self.relay.work(lambda work: names.put(work, kind, subject_id, name))

    async def found(self, kind: Indexed, name: str) -> list[str]:
        """The ids of those indexed under a name that may be this one, likeliest first."""
        found = await self.relay.work(lambda work: names.find(work, kind, name))
        return [each.subject_id for each in found]

    async def person(self, **changes: Any) -> Person:
        plain = Person(
            id=self.new_id(),
            telegram_id=next(self._telegram_ids),
            language="kk",
            language_chosen=True,
            consented_at=self.now,
            reachable=True,
            intent=None,
            known_since=self.now,
        )
        person = replace(plain, **changes)
        await self.write(lambda tx: people.add(tx, person))
        return person

    async def report(self, finder: Person, **changes: Any) -> Report:
        plain = Report(
            id=self.new_id(),
            code=new_code(self.entropy),
            finder_id=finder.id,
            state=ReportState.OPEN,
            type=DocumentType.PASSPORT,
            country=Country.KZ,
            name="Жаңабай Исраилов",
            place="чайхана у моста",
            day=date(2026, 11, 21),
            whereabouts=Whereabouts.FINDER,
            handed_place="",
            created_at=self.now,
            renewed_at=self.now,
        )
        report = replace(plain, **changes)
        await self.write(lambda tx: documents.add(tx, report))
        return report

    async def ended(self, report: Report, **changes: Any) -> Report:
        over = replace(report, **{"state": ReportState.WITHDRAWN, "ended_at": self.now, **changes})
        await self.write(lambda tx: documents.save(tx, over))
        return over

    async def watch(self, owner: Person, **changes: Any) -> Watch:
        plain = Watch(
            id=self.new_id(),
            person_id=owner.id,
            state=WatchState.OPEN,
            type=DocumentType.PASSPORT,
            country=Country.KZ,
            name="Жанабай Исраилов",
            place="",
            created_at=self.now,
        )
        watch = replace(plain, **changes)
        await self.write(lambda tx: watches.add(tx, watch))
        return watch

    async def claim(self, report: Report, claimant: Person, **changes: Any) -> Claim:
        plain = Claim(
            id=self.new_id(),
            report_id=report.id,
            person_id=claimant.id,
            state=ClaimState.TRIED,
            proven=False,
            statement="",
            finder_statement="",
            created_at=self.now,
        )
        claim = replace(plain, **changes)
        await self.write(lambda tx: claims.add(tx, claim))
        return claim

    async def conversation(self, report: Report, owner: Person, **changes: Any) -> Conversation:
        claim = await self.claim(report, owner, state=ClaimState.ACCEPTED, proven=True)
        plain = Conversation(
            id=self.new_id(),
            report_id=report.id,
            claim_id=claim.id,
            finder_id=report.finder_id,
            owner_id=owner.id,
            state=ConversationState.OPEN,
            code="048213",
            code_tries=0,
            given=False,
            received=False,
            absence_told=False,
            created_at=self.now,
            last_at=self.now,
        )
        conversation = replace(plain, **changes)
        await self.write(lambda tx: conversations.add(tx, conversation))
        return conversation

    async def line(self, conversation: Conversation, words: str, **changes: Any) -> Line:
        plain = Line(
            id=self.new_id(),
            conversation_id=conversation.id,
            side=Side.OWNER,
            source=101,
            delivery=None,
            state=LineState.SENT,
            said=Said(words),
            created_at=self.now,
        )
        line = replace(plain, **changes)
        await self.write(lambda tx: conversations.put_line(tx, line))
        return line

    async def case(self, report: Report, **changes: Any) -> Case:
        plain = Case(
            id=self.new_id(),
            kind=CaseKind.REVIEW,
            subject=report.id,
            report_id=report.id,
            about_id=None,
            opened_by=None,
            state=CaseState.OPEN,
            decision=None,
            decided_by=None,
            decided_at=None,
            details={},
            former={},
            created_at=self.now,
        )
        case = replace(plain, **changes)
        await self.write(lambda tx: cases.add(tx, case))
        return case

    async def queued(self, message: Outgoing) -> str:
        ticket = outbox.Ticket(self.new_id(), self.new_id(), self.now)
        await self.write(lambda tx: outbox.add(tx, message, ticket))
        return ticket.delivery
