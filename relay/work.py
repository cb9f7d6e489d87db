"""What every use case is given: the tools of the product and the one transaction it works in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeVar

from domain.clock import Clock, local_day
from domain.ids import Ids
from domain.messages import Content, Lane, OnDoubt, Outgoing, chat
from domain.people import Person
from domain.policy import Policy
from locales.catalog import Catalog
from relay.places import Gazetteer
from relay.vocabulary import KnownWords
from storage import outbox, people
from storage.transaction import Database, Transaction

T = TypeVar("T")


@dataclass(frozen=True)
class Work:
    """One transaction at one moment, with the tools at hand.

    `queued` are the deliveries written in it that the outbox worker is to send.
    """

    tx: Transaction
    now: datetime
    policy: Policy
    catalog: Catalog
    gazetteer: Gazetteer
    cities: Gazetteer
    ids: Ids
    words: KnownWords
    queued: list[str] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The calendar day where the page lives."""
        return local_day(self.now, self.policy.zone)

    def new_id(self) -> str:
        """An id for a row written now."""
        return self.ids.next(self.now)

    async def queue(self, outgoing: Outgoing, *, lease: timedelta | None = None) -> tuple[str, bool]:
        """Write a message to the outbox; its delivery's id, and whether the writer may send it at once."""
        ticket = outbox.Ticket(self.new_id(), self.new_id(), self.now)
        until = self.now + lease if lease else None
        claimed = await outbox.add(self.tx, outgoing, ticket, until)
        if not claimed:
            self.queued.append(ticket.delivery)
        return ticket.delivery, claimed

    async def tell(self, person_id: str, content: Content) -> str:
        """Send a person a notice; the delivery's id."""
        delivery, _ = await self.queue(Outgoing(person_id, content, Lane.NOTICE, OnDoubt.RESEND))
        return delivery

    async def tell_chat(self, chat_id: int, content: Content) -> str:
        """Send a notice to a group; the delivery's id."""
        outgoing = Outgoing(chat(chat_id), content, Lane.NOTICE, OnDoubt.RESEND)
        return (await self.queue(outgoing))[0]

    async def amend(
        self, delivery: str, recipient: str, content: Content, *, or_delete: bool = False
    ) -> None:
        """Change a notice in place; with `or_delete` it goes away where it cannot be changed."""
        await self.queue(
            Outgoing(recipient, content, Lane.NOTICE, OnDoubt.RESEND, edits=delivery, or_delete=or_delete)
        )

    async def person(self, person_id: str) -> Person:
        """The person of that id."""
        return await people.get(self.tx, person_id, self.now)

    @property
    def moderators_language(self) -> str:
        """The language moderators work in: the channel's."""
        return self.policy.channel_language


@dataclass(frozen=True)
class Relay:
    """The product as the process holds it: opens a `Work` for each thing a person or the clock does."""

    database: Database
    clock: Clock
    policy: Policy
    catalog: Catalog
    gazetteer: Gazetteer
    ids: Ids
    words: KnownWords = field(default_factory=KnownWords)
    cities: Gazetteer = field(default_factory=Gazetteer.load_cities)

    async def work(self, action: Callable[[Work], Awaitable[T]]) -> T:
        """Run a use case in a transaction of its own; it may be run again when the database was busy."""

        async def act(tx: Transaction) -> T:
            return await action(self._work(tx))

        return await self.database.write(act)

    def _work(self, tx: Transaction) -> Work:
        now = self.clock.now()
        return Work(tx, now, self.policy, self.catalog, self.gazetteer, self.cities, self.ids, self.words)
