"""Inline mode: what people type behind the bot's name in any chat, and what they pick from its answer."""

from sandbox.accounts import Account, Json
from sandbox.chats import Chat
from sandbox.clock import SandboxClock
from sandbox.messages import Message
from sandbox.queries import InlineQuery, Offers
from sandbox.refusals import SandboxRefusal
from sandbox.traffic import Traffic

MAX_QUERY = 256
"""Characters of a query (Bot API, InlineQuery); clients send no more."""

_QUERIES_KEPT = 2_000


class Asking(Traffic):
    """Inline queries of people, in chats that the bot need not be in.

    `inline_mode` is what BotFather's /setinline switches: without it no query reaches the bot.
    """

    def __init__(self, clock: SandboxClock, *, token: str, username: str, seed: int) -> None:
        super().__init__(clock, token=token, username=username, seed=seed)
        self.inline_mode = True
        self.inline_queries: dict[str, InlineQuery] = {}

    def ask_inline(self, sender: int, chat: int, text: str) -> str:
        """A person types `text` behind the bot's name, without sending anything; the query's id."""
        account = self.person(sender)
        if not self.inline_mode:
            raise SandboxRefusal("inline mode is off for this bot")
        kind = "sender"  # the chat with the bot itself, which need not have begun
        if chat != sender:
            self.require_writing(account, self.chat(chat))
            kind = str(self.chat(chat).kind)
        number = str(self.new_id() * 10**6 + len(self.inline_queries))
        query = InlineQuery(number, sender, chat, text[:MAX_QUERY], self.clock.now())
        self.inline_queries[query.id] = query
        if len(self.inline_queries) > _QUERIES_KEPT:
            del self.inline_queries[next(iter(self.inline_queries))]
        asked = {"id": query.id, "from": account.user, "query": query.text, "offset": "", "chat_type": kind}
        self.updates.put("inline_query", asked)
        return query.id

    def pick(self, sender: int, query_id: str, result_id: str) -> Message:
        """A person taps a line of the answer: their client sends its message, via the bot."""
        account, query = self.person(sender), self.inline_queries.get(query_id)
        offers = query.answer.offers if query and query.person == sender and query.answer else ()
        offer = next((offer for offer in offers if offer.id == result_id), None)
        if query is None or offer is None:
            raise SandboxRefusal("this card is gone: type the name again")
        place = self.private_chat(account) if query.chat == sender else self.chat(query.chat)
        self.require_writing(account, place)
        message = self.new_message(place, sender=account, via=self.bot, text=offer.text)
        message.entities, message.inline = offer.entities, offer.inline
        message.link_preview = offer.link_preview
        self.publish(message)
        chosen: Json = {"result_id": offer.id, "from": account.user, "query": query.text}
        if message.inline:
            chosen["inline_message_id"] = message.inline_id
        self.updates.put("chosen_inline_result", chosen)
        return message

    def last_offers(self, person: int) -> tuple[InlineQuery, Offers] | None:
        """The newest query of a person that was answered, and its answer."""
        answered = [one for one in self.inline_queries.values() if one.person == person and one.answer]
        newest = answered[-1] if answered else None
        return (newest, newest.answer) if newest and newest.answer else None

    def require_writing(self, account: Account, place: Chat) -> None:
        """This person may write in this chat; raises SandboxRefusal."""
        if place.is_channel:
            raise SandboxRefusal("people read this channel; only the bot posts here")
        if account.id not in place.members and not place.is_open:
            raise SandboxRefusal(f"{account.first_name} is not in this chat")
        if place.is_private and self.blocked(account.id):
            raise SandboxRefusal(f"{account.first_name} has blocked the bot: unblock it first")
