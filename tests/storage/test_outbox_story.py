"""The outbox in every story Hypothesis can think of: senders die, answers are lost, people edit and insist.

The test plays the sender and Telegram. What Telegram really has is written down beside what the outbox
believes, so that a message lost, doubled or out of order shows.
"""

import asyncio
from collections import defaultdict
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Claimed, Content, DeliveryState, Lane, OnDoubt, Outgoing, chat
from storage import outbox, sending
from storage.schema import deliveries
from storage.transaction import Database, Transaction
from tests.storage.conftest import sqlite_url
from tests.storage.store import LEASE, SECOND, START, Store, claim_one, vault

pytestmark = pytest.mark.thorough

T = TypeVar("T")

CHATS = (chat(-1), chat(-2))
LANES = (Lane.NOTICE, Lane.POST)
QUEUED, SENDING, SENT = DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.SENT
UNKNOWN, UNDELIVERABLE = DeliveryState.UNKNOWN, DeliveryState.UNDELIVERABLE
FAILED = (UNKNOWN, UNDELIVERABLE, DeliveryState.UNREACHABLE)


@dataclass
class Story:
    """What the test knows of one delivery. `excuses`: how often it may rightly have arrived once more."""

    id: str
    told: Outgoing
    text: str
    due_at: datetime
    state: DeliveryState = QUEUED
    lease_until: datetime | None = None
    message: int | None = None
    arrivals: int = 0
    excuses: int = 0
    insisted: bool = False

    @property
    def line(self) -> tuple[str, Lane]:
        return self.told.recipient, self.told.lane

    @property
    def unfinished(self) -> bool:
        return self.state in {QUEUED, SENDING}


@dataclass
class World:
    """One database for all examples; each example's changes are undone at its end."""

    runner: asyncio.Runner
    database: Database

    def does(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)


class OutboxStory(RuleBasedStateMachine):
    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.connection = world.does(_begun(world.database))
        self.tx = Transaction(self.connection, vault())
        self.store = Store("", world.database)
        self.stories: dict[str, Story] = {}
        self.held: dict[str, Claimed] = {}
        self.telegram: dict[int, str] = {}
        self.arrived: dict[tuple[str, Lane], list[str]] = defaultdict(list)
        self.numbers = count(1)
        self.now = START

    def teardown(self) -> None:
        try:
            self._run_dry()
        finally:
            self.world.does(self.connection.rollback())
            self.world.does(self.connection.close())

    # what the bot does

    @rule(
        where=st.sampled_from(CHATS),
        lane=st.sampled_from(LANES),
        doubt=st.sampled_from(OnDoubt),
        edits=st.none() | st.integers(0, 20),
    )
    def writes(self, where: str, lane: Lane, doubt: OnDoubt, edits: int | None) -> None:
        originals = [story for story in self._in_line((where, lane)) if story.told.edits is None]
        original = originals[edits % len(originals)].id if originals and edits is not None else None
        text = f"words {next(self.numbers)}"
        told = Outgoing(where, Content(text), lane, OnDoubt.RESEND if original else doubt, edits=original)
        ticket = outbox.Ticket(self.store.new_id(), self.store.new_id(), self.now)
        self.world.does(outbox.add(self.tx, told, ticket))
        self.stories[ticket.delivery] = Story(ticket.delivery, told, text, self.now)

    @precondition(lambda self: self._with_state(QUEUED))
    @rule(data=st.data())
    def rewrites(self, data: st.DataObject) -> None:
        story = data.draw(st.sampled_from(self._with_state(QUEUED)))
        story.text = f"words {next(self.numbers)}"
        self.world.does(outbox.rewrite(self.tx, story.id, Content(story.text)))

    @rule()
    def claims(self) -> None:
        self._claim()

    @rule(most=st.integers(2, 5))
    def claims_many(self, most: int) -> None:
        """Nobody's turn comes before an earlier one of the same line, and nothing due is left out."""
        claimed = self.world.does(sending.claim(self.tx, self.now, self.now + LEASE, most))
        for edit in [story for story in self._with_state(QUEUED) if self._is_cancelled(story)]:
            original = self._original(edit)
            assert original is not None
            assert original.message is None, "an edit is cancelled only when there is nothing to change"
            original.text, edit.state = edit.text, DeliveryState.CANCELLED
        for each in claimed:
            story = self.stories[each.id]
            assert self._may_leave(story)
            assert each.content.text == story.text
        for each in claimed:
            story = self.stories[each.id]
            story.state, story.lease_until = SENDING, self.now + LEASE
            self.held[each.id] = each
        if len(claimed) < most:
            assert not [story for story in self._with_state(QUEUED) if self._may_leave(story)]

    # what becomes of an attempt

    @precondition(lambda self: any(each.edits is None for each in self.held.values()))
    @rule()
    def many_are_sent(self) -> None:
        """What is recorded together is recorded as if one after another."""
        plain = [self.held.pop(each.id) for each in list(self.held.values()) if each.edits is None]
        sent = [(each.id, self._arrive(each, gone=False)) for each in plain]
        self.world.does(sending.sent(self.tx, sent, self.now))
        for delivery, message in sent:
            self.stories[delivery].state, self.stories[delivery].message = SENT, message

    @precondition(lambda self: self.held)
    @rule(data=st.data(), gone=st.booleans())
    def is_sent(self, data: st.DataObject, gone: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        self._send(self._held(data), gone=gone)

    @precondition(lambda self: self.held)
    @rule(data=st.data(), arrives=st.booleans())
    def answer_is_lost(self, data: st.DataObject, arrives: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        claimed = self._held(data)
        story = self.stories[claimed.id]
        if arrives:
            self._arrive(claimed, gone=False)
        if story.told.on_doubt is OnDoubt.RESEND:
            story.excuses += 1
            return self._postpone(story)
        return self._finish(story, UNKNOWN)

    @precondition(lambda self: self.held)
    @rule(data=st.data(), state=st.sampled_from([UNDELIVERABLE, DeliveryState.UNREACHABLE]))
    def is_refused(self, data: st.DataObject, state: DeliveryState) -> None:
        self._finish(self.stories[self._held(data).id], state, "refused")

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def is_not_sent(self, data: st.DataObject) -> None:
        self._postpone(self.stories[self._held(data).id])

    @precondition(lambda self: self.held)
    @rule(data=st.data(), arrives=st.booleans())
    def sender_dies(self, data: st.DataObject, arrives: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        claimed = self._held(data)
        if arrives:
            self._arrive(claimed, gone=False)

    @rule(seconds=st.integers(1, 90))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self._recover()

    # what people do

    @precondition(lambda self: self._with_state(*FAILED))
    @rule(data=st.data())
    def moderator_insists(self, data: st.DataObject) -> None:
        story = data.draw(st.sampled_from(self._with_state(*FAILED)))
        again = self.world.does(outbox.requeue(self.tx, story.id, self.now))
        assert again is (story.state in {UNKNOWN, UNDELIVERABLE} and not self._replaced(story))
        if again:
            story.excuses += 1
            story.insisted = True
            story.state, story.due_at = QUEUED, self.now

    # what must hold

    @invariant()
    def the_outbox_and_the_story_agree(self) -> None:
        columns = select(deliveries.c.id, deliveries.c.state)
        rows = self.world.does(self.tx.execute(columns)).all()
        assert {row.id: row.state for row in rows} == {s.id: s.state.value for s in self.stories.values()}

    @invariant()
    def nothing_arrives_twice_without_a_reason(self) -> None:
        for story in self.stories.values():
            assert story.arrivals <= 1 + story.excuses

    @invariant()
    def each_line_arrives_in_the_order_it_was_written(self) -> None:
        for arrived in self.arrived.values():
            freely = [delivery for delivery in arrived if not self.stories[delivery].insisted]
            assert freely == sorted(freely)

    # the sender

    def _claim(self) -> Claimed | None:
        story = self._next()
        claimed = self.world.does(claim_one(self.tx, self.now, self.now + LEASE))
        if claimed is None or story is None:
            assert (claimed, story) == (None, None)
            return None
        assert (claimed.id, claimed.content.text) == (story.id, story.text)
        story.state, story.lease_until = SENDING, self.now + LEASE
        self.held[claimed.id] = claimed
        return claimed

    def _next(self) -> Story | None:
        """What must leave next; on the way there, an edit without a message lends its original its words."""
        while due := [story for story in self._with_state(QUEUED) if self._may_leave(story)]:
            first = min(due, key=lambda story: (story.told.lane, story.due_at, story.id))
            original = self._original(first)
            if original is None or original.message is not None:
                return first
            original.text, first.state = first.text, DeliveryState.CANCELLED
        return None

    def _is_cancelled(self, story: Story) -> bool:
        state = self.world.does(outbox.state_of(self.tx, story.id))
        return state is DeliveryState.CANCELLED

    def _original(self, story: Story) -> Story | None:
        return self.stories[story.told.edits] if story.told.edits else None

    def _may_leave(self, story: Story) -> bool:
        ahead = [other for other in self._in_line(story.line) if other.id < story.id and other.unfinished]
        return story.due_at <= self.now and not ahead

    def _held(self, data: st.DataObject) -> Claimed:
        return self.held.pop(data.draw(st.sampled_from(sorted(self.held))))

    def _send(self, claimed: Claimed, *, gone: bool = False) -> None:
        story = self.stories[claimed.id]
        message = self._arrive(claimed, gone=gone)
        self._finish(story, SENT, message)
        for changed in filter(None, (story, self._original(story))):
            changed.message = message

    def _arrive(self, claimed: Claimed, *, gone: bool) -> int:
        story = self.stories[claimed.id]
        original = self._original(story)
        assert claimed.message_id == (original.message if original else None)
        edited = claimed.message_id is not None and not gone
        message = claimed.message_id if edited and claimed.message_id else next(self.numbers)
        self.telegram[message] = claimed.content.text
        self.arrived[story.line].append(story.id)
        story.arrivals += 1
        return message

    def _finish(self, story: Story, state: DeliveryState, result: int | str | None = None) -> None:
        story.state = state
        self.world.does(outbox.finish(self.tx, story.id, state, self.now, result))

    def _postpone(self, story: Story) -> None:
        story.state, story.due_at = QUEUED, self.now + 5 * SECOND
        self.world.does(sending.postpone(self.tx, story.id, story.due_at))

    def _recover(self) -> None:
        dead = [s for s in self._with_state(SENDING) if s.lease_until and s.lease_until <= self.now]
        assert self.world.does(sending.recover(self.tx, self.now)) == len(dead)
        for story in dead:
            self.held.pop(story.id, None)
            resent = story.told.on_doubt is OnDoubt.RESEND
            story.state, story.excuses = (QUEUED, story.excuses + 1) if resent else (UNKNOWN, story.excuses)

    def _run_dry(self) -> None:
        """At the end everything works: all that waits leaves, and Telegram shows the newest words."""
        self.now += timedelta(days=1)
        self._recover()
        while (claimed := self._claim()) is not None:
            del self.held[claimed.id]
            self._send(claimed)
        self.the_outbox_and_the_story_agree()
        self.nothing_arrives_twice_without_a_reason()
        self.each_line_arrives_in_the_order_it_was_written()
        for story in self.stories.values():
            note(f"{story}")
            assert not story.unfinished
            if story.state is SENT and story.told.edits is None:
                assert self.telegram[story.message or 0] == self._newest_words(story)

    def _newest_words(self, original: Story) -> str:
        edits = [s for s in self.stories.values() if s.told.edits == original.id and s.state is SENT]
        return max(edits, key=lambda story: story.id, default=original).text

    # looking things up

    def _in_line(self, line: tuple[str, Lane]) -> list[Story]:
        return [story for story in self.stories.values() if story.line == line]

    def _with_state(self, *states: DeliveryState) -> list[Story]:
        return [story for story in self.stories.values() if story.state in states]

    def _replaced(self, story: Story) -> bool:
        return any(
            other.id > story.id and (other.unfinished or other.state is SENT)
            for other in self.stories.values()
            if story.told.edits is not None and other.told.edits == story.told.edits
        )


async def _begun(database: Database) -> AsyncConnection:
    connection = await database._writer.connect()
    await connection.begin()
    return connection


@pytest.fixture
def world(sqlite_file: Path) -> Iterator[World]:
    with asyncio.Runner() as runner:
        database = Database(sqlite_url(sqlite_file), vault())
        yield World(runner, database)
        runner.run(database.close())


def test_no_story_breaks_the_outbox(world: World) -> None:
    often = settings(
        max_examples=10,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    run_state_machine_as_test(lambda: OutboxStory(world), settings=often)  # type: ignore[arg-type]  # any factory will do
