"""The product's database before the sending: people who subscribed, and what is to be sent to them."""

import secrets
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bench._delivery_task import MODERATORS, TEXT, TOKEN, USERNAME, Task
from bot import opening
from bot.assembly import make_relay
from config.settings import Settings
from domain.broadcasts import LANGUAGES, Audience, Broadcast, BroadcastState
from domain.clock import SystemClock
from domain.messages import Content, OnDoubt
from domain.people import Person
from domain.subscriptions import EVERYWHERE, Topic
from relay.work import Relay, Work
from storage import broadcasts, people
from storage.schema import subscribers, subscriptions

AUTHOR: Final = 7
"""The chat of the moderator who wrote the broadcast and is shown how far it is."""

BULK: Final = 2_000
"""People written in one transaction."""


def settings_of(folder: Path, task: Task) -> Settings:
    """What the operator of the bot on this database would set."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # pydantic-settings' own, unknown to mypy
        bot_token=TOKEN,
        telegram_api_url=task.address,
        database_url=f"sqlite+aiosqlite:///{folder / 'tabyldy.db'}",
        data_key_file=folder / "data.key",
        owner_ids=(AUTHOR,),
        moderators_chat_id=MODERATORS,
        messages_per_second=task.limit,
    )


async def prepare(folder: Path, task: Task, on_doubt: OnDoubt) -> None:
    """Make the database: with a broadcast that is due, or with notices where doubt means to send again."""
    settings, clock = settings_of(folder, task), SystemClock()
    database = await opening.open_database(settings, clock.now())
    policy = opening.policy_of(settings, USERNAME)
    relay = make_relay(database, clock, policy, secrets.token_bytes)
    try:
        await _write(relay, task.chats, on_doubt)
    finally:
        await database.close()


async def _write(relay: Relay, chats: Sequence[int], on_doubt: OnDoubt) -> None:
    for first in range(0, len(chats), BULK):
        await relay.work(partial(_subscribe, chats[first : first + BULK], on_doubt))
    if on_doubt is OnDoubt.PARK:
        await relay.work(_plan)


async def _subscribe(chats: Sequence[int], on_doubt: OnDoubt, work: Work) -> None:
    """Write people who asked for appeals at any hour, and a notice for each if they get notices."""
    added = [await _add(work, chat) for chat in chats]
    rows = [{"person_id": person.id, "since": work.now} for person in added]
    await work.tx.execute(subscribers.insert(), rows)
    asked = {"topic": Topic.APPEALS.value, "place": EVERYWHERE}
    await work.tx.execute(subscriptions.insert(), [{"person_id": person.id, **asked} for person in added])
    if on_doubt is OnDoubt.RESEND:
        for person in added:
            await work.tell(person.id, Content(TEXT))


async def _plan(work: Work) -> None:
    """Plan a broadcast for this moment."""
    author = await _add(work, AUTHOR)
    audience = Audience(topic=Topic.APPEALS)
    planned = Broadcast(work.new_id(), author.id, BroadcastState.SCHEDULED, audience, work.now, work.now)
    await broadcasts.add(work.tx, planned)
    await broadcasts.put_text(work.tx, planned, work.new_id(), Content(TEXT), LANGUAGES)


async def _add(work: Work, chat: int) -> Person:
    person = Person(
        id=work.new_id(),
        telegram_id=chat,
        language="ru",
        language_chosen=True,
        consented_at=work.now,
        reachable=True,
        intent=None,
        known_since=work.now,
    )
    await people.add(work.tx, person)
    return person
