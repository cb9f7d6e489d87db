"""The watch over every story: what the bot said must fit Telegram, and tell nobody what is not theirs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Column, select

from matching.names import parse
from relay.work import Work
from sandbox.chats import Chat
from storage import cases, claims, conversations, documents, schema, volunteers, watches
from storage.people import get
from tests.conftest import Desk
from tests.conversations.steps import LANGUAGES, TAIL, YEAR, words

if TYPE_CHECKING:
    from sandbox.world import ApiCall

_SAYING = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendVoice",
        "sendDocument",
        "editMessageText",
        "editMessageCaption",
        "editMessageMedia",
    }
)
_MUST_WORK = frozenset(
    {"sendMessage", "sendPhoto", "sendVoice", "sendDocument", "answerCallbackQuery", "answerInlineQuery"}
)
_EVER_QUOTED = 1000


@dataclass
class Knowledge:
    """What is secret, and who may know it: Telegram ids by fact, small letters.

    `people` are all that the bot knows; 0 stands for whoever has erased themselves.
    """

    moderators: set[int]
    surnames: dict[str, set[int]] = field(default_factory=dict)
    proofs: dict[str, set[int]] = field(
        default_factory=lambda: {TAIL.casefold(): set(), YEAR.casefold(): set()}
    )
    people: set[int] = field(default_factory=set)

    def named(self, name: str, telegram_id: int) -> None:
        """Somebody found or waits for a document in this name."""
        surname = (parse(name).surname or name).casefold()
        if surname:  # what was wiped is nobody's name
            self.surnames.setdefault(surname, set()).add(telegram_id)

    def said(self, text: str, readers: set[int]) -> None:
        """Somebody has written this for these readers: what is in it is no secret from them."""
        for known in (self.surnames, self.proofs):
            for fact in known:
                if fact in text.casefold():
                    known[fact] |= readers

    def hidden_from(self, chat: Chat, *, surnames: bool) -> list[str]:
        """The facts that nobody may show in a chat, unless its person wrote them there."""
        written = " ".join(m.text for m in chat.messages.values() if not m.from_bot).casefold()
        group = chat.id < 0
        secret = [fact for fact, who in self.proofs.items() if chat.id not in who]
        if surnames and chat.id not in self.moderators:
            secret += [name for name, who in self.surnames.items() if not self._may_know(chat.id, who)]
        return [fact for fact in secret if group or fact not in written]

    def _may_know(self, chat_id: int, who: set[int]) -> bool:
        erased = chat_id not in self.people and 0 in who
        return chat_id in who or erased


async def knowledge(work: Work, moderators: set[int]) -> Knowledge:
    """Who may know what, by what is in the database at the end of a story."""
    given_a_role = [person_id for person_id, _, _ in await volunteers.with_role(work.tx)]
    known = Knowledge(moderators | {await _telegram(work, person_id) for person_id in given_a_role})
    known.people = {await _telegram(work, one) for one in await _ids(work, schema.people.c.id)}
    for report_id in await _ids(work, schema.reports.c.id):
        report = await documents.get(work.tx, report_id)
        if report is not None:
            known.named(report.name, await _telegram(work, report.finder_id))
    for watch_id in await _ids(work, schema.watches.c.id):
        watch = await watches.get(work.tx, watch_id)
        if watch is not None:
            owner = await _telegram(work, watch.person_id)
            known.named(watch.name, owner)
            known.said(" ".join(watch.facts.values()), {owner})
    await _learn_from_talks(work, known)
    await _learn_from_words_for_moderators(work, known)
    return known


async def _learn_from_talks(work: Work, known: Knowledge) -> None:
    """What one side writes both may know, and moderators too, who are shown it when one of them complains."""
    for conversation_id in await _ids(work, schema.conversations.c.id):
        talk = await conversations.get(work.tx, conversation_id)
        if talk is not None:
            sides = {await _telegram(work, talk.finder_id), await _telegram(work, talk.owner_id)}
            for line in await conversations.last_lines(work.tx, talk.id, _EVER_QUOTED):
                known.said(line.said.text, sides | known.moderators)


async def _learn_from_words_for_moderators(work: Work, known: Knowledge) -> None:
    for claim_id in await _ids(work, schema.claims.c.id):
        claim = await claims.get(work.tx, claim_id)
        if claim is not None:
            known.said(f"{claim.statement} {claim.finder_statement}", known.moderators)
    for case_id in await _ids(work, schema.cases.c.id):
        case = await cases.get(work.tx, case_id)
        if case is not None:
            known.said(" ".join(case.details.values()), known.moderators)


async def _ids(work: Work, column: "Column[str]") -> list[str]:
    return list((await work.tx.execute(select(column))).scalars())


async def _telegram(work: Work, person_id: str) -> int:
    return (await get(work.tx, person_id, work.now)).telegram_id


async def leaks(desk: Desk) -> list[str]:
    """Everything the bot ever showed to somebody who may not know it."""
    moderators = {desk.moderators.id, *desk.app.relay.policy.owner_ids}
    known = await desk.app.relay.work(lambda work: knowledge(work, moderators))
    surnames = desk.app.relay.policy.public_name != "full"
    chats = desk.world.chats.values()
    hidden = {chat.id: known.hidden_from(chat, surnames=surnames) for chat in chats}
    public = known.hidden_from(desk.channel, surnames=surnames)
    told = [
        f"{fact} was shown in {chat.title or chat.first_name}: {shown}"
        for chat, shown in _shown(desk)
        for fact in hidden[chat.id]
        if fact in shown.casefold()
    ]
    return told + [f"{fact} was offered" for fact in public for shown in _offered(desk) if fact in shown]


def _offered(desk: Desk) -> Iterator[str]:
    """What was ever offered above a text field: whoever picks it shows it to anybody. Small letters."""
    for call in desk.world.calls:
        if call.ok and call.method == "answerInlineQuery":
            offered = json.loads(call.params["results"]), json.loads(call.params["button"])
            yield json.dumps(offered, ensure_ascii=False).casefold()


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
    """Taps whose spinner never stopped, and words behind the bot's name that nothing came of."""
    taps = [query.id for query in desk.world.queries.values() if query.toast is None]
    return taps + [query.id for query in desk.world.inline_queries.values() if query.answer is None]


def _shown(desk: Desk) -> Iterator[tuple[Chat, str]]:
    """All that was ever said, with its buttons, and every file that was sent."""
    for call in desk.world.calls:
        if call.ok and call.method in _SAYING:
            yield _chat_of(desk, str(call.params["chat_id"])), _words_of(call)
    for chat in desk.world.chats.values():
        for message in chat.messages.values():
            if message.from_bot and message.document:
                yield chat, desk.world.files.content(message.document.file_id).decode(errors="ignore")


def _words_of(call: "ApiCall") -> str:
    markup = json.loads(call.params.get("reply_markup") or "{}")
    labels = [button["text"] for row in markup.get("inline_keyboard", []) for button in row]
    media = json.loads(call.params.get("media") or "{}")
    said = [str(call.params.get(part, "")) for part in ("text", "caption")]
    return " ".join([*said, str(media.get("caption", "")), *labels])


def _to_channel(desk: Desk, call: "ApiCall") -> bool:
    return str(call.params.get("chat_id")) == str(desk.channel.id)


def _chat_of(desk: Desk, named: str) -> Chat:
    """The chat that a call names, by its number or as `@name`."""
    if not named.startswith("@"):
        return desk.world.chats[int(named)]
    name = named.removeprefix("@").casefold()
    return next(chat for chat in desk.world.chats.values() if chat.username.casefold() == name)
