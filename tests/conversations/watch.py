"""The watch over every story: what the bot said must fit Telegram, and tell nobody what is not theirs."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import select

from matching.names import parse
from relay.work import Work
from sandbox.chats import Chat
from storage import documents, people, watches
from storage.schema import reports
from storage.schema import watches as watches_table
from tests.conftest import Desk
from tests.conversations.steps import LANGUAGES, TAIL, YEAR, words

if TYPE_CHECKING:
    from sandbox.world import ApiCall

_SAYING = frozenset({"sendMessage", "editMessageText"})
_MUST_WORK = frozenset({"sendMessage", "answerCallbackQuery"})


async def surnames(work: Work) -> dict[str, set[int]]:
    """The surname in each report, and the Telegram ids of those who found or wait for such a document."""
    known: dict[str, set[int]] = {}
    for report_id in (await work.tx.execute(select(reports.c.id))).scalars().all():
        report = await documents.get(work.tx, report_id)
        if report is not None:
            await _note(work, known, report.name, report.finder_id)
    for watch_id in (await work.tx.execute(select(watches_table.c.id))).scalars().all():
        watch = await watches.get(work.tx, watch_id)
        if watch is not None:
            await _note(work, known, watch.name, watch.person_id)
    return known


async def _note(work: Work, known: dict[str, set[int]], name: str, person_id: str) -> None:
    person = await people.get(work.tx, person_id)
    known.setdefault((parse(name).surname or name).casefold(), set()).add(person.telegram_id)


async def leaks(desk: Desk) -> list[str]:
    """Everything the bot ever showed to somebody who may not know it."""
    secret = await desk.app.relay.work(surnames)
    return [
        f"{fact} was shown in {chat.title or chat.first_name}: {shown}"
        for chat, shown in _said(desk)
        for fact in _facts(desk, chat, secret)
        if fact in shown.casefold()
    ]


def refusals(desk: Desk) -> list[str]:
    """What Telegram would not take: too long, badly marked up, a button wrongly made."""
    return [
        f"{call.method} was refused: {call.params}"
        for call in desk.world.calls
        if call.error_code == 400 and call.method in _MUST_WORK and not _to_channel(desk, call)
    ]


def faults(desk: Desk) -> list[str]:
    """Screens and toasts that say that the bot is broken."""
    broken = [words(language, text_id) for language in LANGUAGES for text_id in ("fault", "storage-down")]
    said = [str(call.params.get("text", "")) for call in desk.world.calls]
    return [text for text in said if any(text.startswith(start[:40]) for start in broken)]


def unanswered(desk: Desk) -> list[str]:
    """Taps whose spinner never stopped."""
    return [query.id for query in desk.world.queries.values() if query.toast is None]


def _said(desk: Desk) -> Iterator[tuple[Chat, str]]:
    for call in desk.world.calls:
        if call.ok and call.method in _SAYING:
            markup = json.loads(call.params.get("reply_markup") or "{}")
            rows = markup.get("inline_keyboard", [])
            labels = [button["text"] for row in rows for button in row]
            yield _chat(desk, call), " ".join([str(call.params["text"]), *labels])


def _chat(desk: Desk, call: "ApiCall") -> Chat:
    return desk.world.chats[int(call.params["chat_id"])]


def _to_channel(desk: Desk, call: "ApiCall") -> bool:
    return str(call.params.get("chat_id")) == str(desk.channel.id)


def _facts(desk: Desk, chat: Chat, known: dict[str, set[int]]) -> list[str]:
    """What must not be shown in a chat: for a person, what they did not write themselves."""
    secret = [TAIL.casefold(), YEAR]
    moderators = {desk.moderators.id, *desk.app.relay.policy.owner_ids}
    if desk.app.relay.policy.public_name != "full" and chat.id not in moderators:
        secret += [surname for surname, people_ in known.items() if chat.id not in people_]
    written = " ".join(m.text for m in chat.messages.values() if not m.from_bot).casefold()
    return [
        fact for fact in secret if chat.id in {desk.channel.id, desk.moderators.id} or fact not in written
    ]
