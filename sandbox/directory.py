"""Who and where: accounts, chats, the bot's standing in them, and who listens to changes."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

from sandbox.accounts import Account
from sandbox.chats import Chat, ChatKind, Standing
from sandbox.clock import SandboxClock
from sandbox.objects import ObjectMaker, bot_member, unix
from sandbox.refusals import SandboxRefusal
from sandbox.updates import UpdateQueue

Listener = Callable[[str, int], None]


class Directory:
    """The tables of the sandbox and the ways to add to them."""

    def __init__(self, clock: SandboxClock, *, token: str, username: str, seed: int) -> None:
        self.clock = clock
        self.token = token
        self._ids = random.Random(seed)  # noqa: S311 - invented ids that must repeat, no secrets
        self.bot = Account(int(token.partition(":")[0]), "Tabyldy", username=username, is_bot=True)
        self.accounts: dict[int, Account] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue(self._ids.randrange(10**8, 9 * 10**8))
        self.objects = ObjectMaker(self.chats)
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call on every change: ("chat", chat id) | ("world", 0) | ("toast" or "inline", person id)."""
        self._listeners.append(listener)

    def changed(self, what: str, which: int = 0) -> None:
        """Tell the listeners."""
        for listener in self._listeners:
            listener(what, which)

    def new_id(self) -> int:
        """An unused positive id above 32 bits, as Telegram's newer accounts have."""
        fresh = self._ids.randrange(5 * 10**9, 8 * 10**9)
        return fresh if fresh not in self.accounts and -fresh not in self.chats else self.new_id()

    def add_person(self, first_name: str, language_code: str) -> Account:
        """A new person; their chat with the bot begins with their first message."""
        account = Account(self.new_id(), first_name, language_code=language_code)
        self.accounts[account.id] = account
        self.changed("world")
        return account

    def add_channel(
        self, title: str, username: str, *, bot_can_post: bool = True, discussion: Chat | None = None
    ) -> Chat:
        """A public channel with the bot as administrator; posts are forwarded to the discussion group."""
        standing = Standing(
            "administrator", can_post=bot_can_post, can_edit=bot_can_post, can_delete=bot_can_post
        )
        chat = Chat(self._channel_id(), ChatKind.CHANNEL, title, username, bot=standing)
        if discussion is not None:
            self.link(chat, discussion)
        return self._added(chat)

    def link(self, channel: Chat, discussion: Chat) -> None:
        """Make a group the place where a channel's posts are talked over; raises ValueError."""
        if discussion.kind is not ChatKind.SUPERGROUP:
            raise ValueError("a discussion group is a supergroup")
        channel.linked, discussion.linked = discussion.id, channel.id
        self.changed("world")

    def add_group(self, title: str, members: Iterable[Account], *, supergroup: bool = True) -> Chat:
        """A group with these members and the bot."""
        kind = ChatKind.SUPERGROUP if supergroup else ChatKind.GROUP
        number = self._channel_id() if supergroup else -self.new_id()
        return self._added(Chat(number, kind, title, members={account.id for account in members}))

    def set_standing(self, chat: Chat, standing: Standing, *, by: Account) -> None:
        """Change the bot's place in a chat; the bot hears of it (`my_chat_member`)."""
        before, chat.bot = chat.bot, replace(standing)
        change = {
            "chat": chat.as_json,
            "from": by.user,
            "date": unix(self.clock.now()),
            "old_chat_member": bot_member(self.bot, chat, before),
            "new_chat_member": bot_member(self.bot, chat, chat.bot),
        }
        self.updates.put("my_chat_member", change)
        self.changed("world")

    def blocked(self, person: int) -> bool:
        """Whether this person has blocked the bot."""
        return person in self.chats and self.chats[person].bot.status == "kicked"

    def has_met(self, person: int) -> bool:
        """Whether the bot has seen this person: in their own chat, as a member or a writer in a group."""
        return person in self.chats or any(
            person in chat.members or chat.is_written_by(person)
            for chat in self.chats.values()
            if chat.bot.present
        )

    def deactivated(self, person: int) -> bool:
        """Whether this person has deleted their account."""
        return person in self.accounts and self.accounts[person].deleted

    def person(self, person: int) -> Account:
        """The account of a person who can still act; raises SandboxRefusal."""
        account = self.accounts.get(person)
        if account is None or account.is_bot:
            raise SandboxRefusal(f"there is no person {person} in this sandbox")
        if account.deleted:
            raise SandboxRefusal(f"{account.first_name} has deleted their account")
        return account

    def chat(self, chat: int) -> Chat:
        """The chat with this id; raises SandboxRefusal."""
        if chat not in self.chats:
            raise SandboxRefusal(f"there is no chat {chat} in this sandbox")
        return self.chats[chat]

    def private_chat(self, account: Account) -> Chat:
        """The chat of this person with the bot, begun now if there is none."""
        if account.id not in self.chats:
            chat = Chat(
                account.id, ChatKind.PRIVATE, username=account.username, first_name=account.first_name
            )
            chat.members.add(account.id)
            self._added(chat)
        return self.chats[account.id]

    def _channel_id(self) -> int:
        return -(10**12 + self._ids.randrange(10**9, 3 * 10**9))

    def _added(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        self.changed("world")
        return chat
