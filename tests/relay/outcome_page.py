"""A page with one appeal that is over or soon will be, on a database of its own; all of it is invented."""

import json
import random
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from domain.appeals import Appeal, AppealState
from domain.cases import CaseKind, Decision, Reason
from domain.errors import Refusal
from domain.forms import PREVIEW, Draft
from domain.ids import Ids
from domain.ledger import EntryKind, Proposal, ProposalState
from domain.messages import Attachment, AttachmentKind, Content, DeliveryState, chat
from domain.money import Money
from domain.people import Person
from domain.policy import Policy
from domain.reposts import ItemKind
from locales.catalog import Catalog
from relay import cases, forms, moderation, outcomes, people
from relay.places import Gazetteer
from relay.work import Relay, Work
from sandbox.clock import SandboxClock
from storage import appeals as stored
from storage import cases as stored_cases
from storage import ledger, outbox, posts
from storage.schema import deliveries, messages, metadata
from storage.transaction import Database
from tests.bot.given import entries, published, receipt, tenge
from tests.relay.given_appeals import ORGANISER, given
from tests.storage.conftest import seal_hash_key, sqlite_url
from tests.storage.store import START, vault

T = TypeVar("T")

CODE, OTHER_CODE = "K7M4Q", "T9RGC"
CHIEF, SECOND, STRANGER = 700_901, 700_902, 700_903
CHANNEL, KAZAKH, MODERATORS = chat("@Tabyldy_channel"), chat(-1001234567), chat(-1005)
SAID = "Операцию сделали 3 декабря, девочка уже ходит с поддержкой."
REASON = "Остаток уйдёт на реабилитацию в январе."
PAPER, RECEIPT, SHOWN = "AgACinventedpaper", "AgACinventedreceipt", "AgACinventedsmile"
POLICY = Policy(
    "tabyldy_bot",
    "@Tabyldy_channel",
    "ru",
    -1005,
    (CHIEF, SECOND),
    ZoneInfo("Asia/Tashkent"),
    more_channels=(("kk", -1001234567),),
    pages_url="https://tabyldy.example/appeals",
)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


class Page:
    """A page's database with one appeal, at a moment that moves on."""

    def __init__(self, database: Database) -> None:
        self.clock = SandboxClock(START)
        ids = Ids(random.Random(5).randbytes)
        self.relay = Relay(database, self.clock, POLICY, Catalog.load(), Gazetteer.load(), ids)

    async def does(self, action: Callable[[Work], Awaitable[T]]) -> T:
        return await self.relay.work(action)

    async def by(self, telegram_id: int, action: Callable[[Work, Person], Awaitable[T]]) -> T:
        async def act(work: Work) -> T:
            return await action(work, await people.meet(work, telegram_id, "ru"))

        return await self.does(act)

    async def appeal(self, code: str = CODE) -> Appeal:
        found = await self.does(lambda work: stored.find_code(work.tx, code))
        assert found is not None
        return found

    async def contents(self, recipient: str) -> list[Content]:
        """What is held of the messages to a recipient, oldest first."""

        async def read(work: Work) -> list[Content]:
            rows = await work.tx.execute(
                select(messages.c.id, messages.c.content)
                .join(deliveries, deliveries.c.message == messages.c.id)
                .where(deliveries.c.recipient == recipient)
                .order_by(deliveries.c.id)
            )
            places = [(row.content, f"messages.content.{row.id}") for row in rows]
            return [Content.from_json(json.loads(work.tx.vault.open(*place))) for place in places]

        return await self.does(read)

    async def everything_held(self) -> list[str]:
        """Every value of every table, what is sealed opened; the hash key aside."""

        async def walk(work: Work) -> list[str]:
            held = []
            for table in metadata.sorted_tables:
                for row in (await work.tx.execute(select(table))).mappings().all():
                    for column in table.columns if table.name != "secrets" else ():
                        value, key = row[column.name], row[table.primary_key.columns.values()[0].name]
                        sealed = column.info.get("sealed") and value is not None
                        place = f"{table.name}.{column.name}.{key}"
                        held.append(work.tx.vault.open(value, place) if sealed else str(value))
            return held

        return await self.does(walk)

    async def organiser_hears(self) -> list[str]:
        me = await self.by(ORGANISER, itself)
        return [content.text for content in await self.contents(me.id)]

    async def begins(self, who: int = ORGANISER, code: str = CODE) -> Draft:
        appeal = await self.appeal(code)
        return await self.by(who, lambda work, me: outcomes.begin(work, me, appeal.id))

    async def tells(self, who: int = ORGANISER, picture: AttachmentKind | None = None) -> None:
        """Tell what came of it, with an explanation where one is asked for."""
        appeal = await self.appeal()

        async def tell(work: Work, me: Person) -> None:
            draft = await outcomes.begin(work, me, appeal.id)
            draft = await forms.answer_text(work, draft, SAID)
            if draft.at == "explained":
                draft = await forms.answer_text(work, draft, REASON)
            if picture is None:
                draft = await forms.skip(work, draft)
            else:
                draft = await forms.answer_file(work, draft, Attachment(picture, SHOWN))
            assert draft.at == PREVIEW
            await outcomes.propose(work, me, draft)

        await self.by(who, tell)

    async def decides(self, decision: Decision, who: int = CHIEF, reason: Reason | None = None) -> None:
        appeal = await self.appeal()

        async def decide(work: Work, me: Person) -> None:
            [case] = await stored_cases.open_about(work.tx, appeal.id, CaseKind.OUTCOME)
            await moderation.decide(work, me, case.id, decision, reason)

        await self.by(who, decide)

    async def undoes(self, who: int = CHIEF) -> None:
        appeal = await self.appeal()

        async def undo(work: Work, me: Person) -> None:
            every = await stored_cases.all_about(work.tx, [appeal.id])
            await moderation.undo(work, me, every[-1].id)

        await self.by(who, undo)


async def itself(_: Work, me: Person) -> Person:
    return me


@asynccontextmanager
async def page_in(folder: Path, empty_database: Path) -> AsyncIterator[Page]:
    """A page where nothing has happened yet."""
    path = Path(shutil.copy(empty_database, folder / "page.db"))
    database = Database(sqlite_url(path), vault())
    await database.write(seal_hash_key)
    yield Page(database)
    await database.close()


async def ended(page: Page, *said: tuple[EntryKind, Money], state: AppealState = AppealState.ENDED) -> Appeal:
    """An appeal that has ended, with these entries."""
    appeal = await page.does(lambda work: given(work, CODE, state))

    async def write(work: Work) -> None:
        digest = await published(receipt(), work)
        for entry in entries(said, work, code=CODE, digest=digest):
            await ledger.append(work.tx, entry)

    await page.does(write)
    return appeal


async def spent_all(page: Page) -> Appeal:
    return await ended(page, (EntryKind.RECEIVED, tenge(300_000)), (EntryKind.SPENT, tenge(300_000)))


async def one_more(page: Page, money: Money) -> None:
    async def write(work: Work) -> None:
        [entry] = entries([(EntryKind.RECEIVED, money)], work, code=CODE, after=2)
        await ledger.append(work.tx, entry)

    await page.does(write)


async def refused(action: Awaitable[object]) -> str:
    with pytest.raises(Refusal) as refusal:
        await action
    return refusal.value.text_id


async def posted(page: Page, appeal: Appeal) -> None:
    """Let the appeal stand in the page's own channel as message 77."""

    async def put(work: Work) -> None:
        delivery = await work.tell(CHANNEL, Content("…"))
        await outbox.finish(work.tx, delivery, DeliveryState.SENT, work.now, 77)
        await posts.put(work.tx, ItemKind.APPEAL, appeal.id, CHANNEL, delivery)

    await page.does(put)


async def proposed(work: Work, appeal: Appeal) -> Proposal:
    """A line of the ledger that moderators are asked about, with its receipt."""
    organiser = await people.meet(work, ORGANISER, "ru")
    held = Proposal(
        id=work.new_id(),
        appeal_id=appeal.id,
        author_id=organiser.id,
        state=ProposalState.QUEUED,
        kind=EntryKind.SPENT,
        money=tenge(1),
        day=work.today,
        note="за перевязку",
        corrects=None,
        receipt_id=work.new_id(),
        covered=None,
        created_at=work.now,
    )
    assert held.receipt_id is not None
    await ledger.add_receipt(work.tx, held.receipt_id, Attachment(AttachmentKind.PHOTO, RECEIPT), work.now)
    await ledger.add_proposal(work.tx, held)
    await cases.open_case(
        work, CaseKind.LEDGER, appeal.code, subject=held.id, about_id=organiser.id, opened_by=organiser.id
    )
    return held
