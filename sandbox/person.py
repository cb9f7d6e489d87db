"""A person in a test: types, taps and looks, through the same emulator as the page."""

from collections.abc import Awaitable, Callable, Iterator

from sandbox.accounts import Account, Json
from sandbox.files import Upload
from sandbox.links import BadLinkError, deep_link
from sandbox.messages import Message
from sandbox.pictures import sample_picture
from sandbox.queries import Offers
from sandbox.world import World


class Person:
    """One person's phone; every act is followed by `settle`, which lets the bot answer.

    A tap on what is not there raises AssertionError with the buttons that are.
    """

    def __init__(self, world: World, account: Account, settle: Callable[[], Awaitable[None]]) -> None:
        self._world = world
        self._account = account
        self._settle = settle
        self._asked: str | None = None

    @property
    def id(self) -> int:
        """The account's id, which is also the id of the chat with the bot."""
        return self._account.id

    @property
    def language(self) -> str:
        """What the client reports."""
        return self._account.language_code

    @property
    def messages(self) -> list[Message]:
        """What the bot has said in the private chat, oldest first."""
        chat = self._world.chats.get(self.id)
        if chat is None:
            return []
        return [chat.messages[key] for key in sorted(chat.messages) if chat.messages[key].from_bot]

    @property
    def said(self) -> list[Message]:
        """What this person has said in the private chat, oldest first."""
        chat = self._world.chats.get(self.id)
        if chat is None:
            return []
        every = (chat.messages[key] for key in sorted(chat.messages))
        return [message for message in every if message.sender is self._account]

    @property
    def documents(self) -> list[tuple[str, bytes]]:
        """The files that the bot sent to the private chat, oldest first: name and contents."""
        files = [message.document for message in self.messages if message.document]
        return [(file.name, self._world.files.content(file.file_id)) for file in files]

    @property
    def screen(self) -> str:
        """The text of the newest message of the bot."""
        assert self.messages, f"the bot has not said anything to {self._account.first_name} yet"  # noqa: S101 - the driver speaks in assertions
        return self.messages[-1].text

    def told(self, fragment: str) -> bool:
        """Whether any message of the bot contains this."""
        return any(fragment in message.text for message in self.messages)

    def buttons(self) -> list[str]:
        """The labels under the newest message that has inline buttons."""
        newest = next((message for message in reversed(self.messages) if message.inline), None)
        return [button["text"] for button in newest.buttons] if newest else []

    def keys(self) -> list[str]:
        """The labels of the reply keyboard that shows, if one does."""
        markups = [message.keyboard for message in self.messages if message.keyboard]
        rows = markups[-1].get("keyboard", []) if markups else []
        return [button["text"] for row in rows for button in row]

    @property
    def offers(self) -> list[tuple[str, str]]:
        """What the bot offers above the text field for what was typed last: title and description."""
        answer = self._answered()
        return [(offer.title, offer.description) for offer in answer.offers] if answer else []

    @property
    def door(self) -> str | None:
        """The label of the button above the offers that opens the bot; None without an answer."""
        answer = self._answered()
        return answer.button.get("text") if answer else None

    async def asks_inline(self, text: str, *, chat: int | None = None) -> None:
        """Types behind the bot's name in a group, or in the chat with the bot."""
        self._asked = self._world.ask_inline(self.id, chat or self.id, text)
        await self._settle()

    async def picks(self, wanted: str) -> Message:
        """Taps the first offer whose title or description contains this; the message it became."""
        answer = self._answered()
        for offer in answer.offers if answer else ():
            if self._asked and (wanted in offer.title or wanted in offer.description):
                message = self._world.pick(self.id, self._asked, offer.id)
                await self._settle()
                return message
        raise AssertionError(f"no offer {wanted!r}; there are {self.offers}")

    async def takes_door(self) -> None:
        """Taps the button above the offers: the chat with the bot opens."""
        answer = self._answered()
        assert answer, "the bot has not answered what was typed"  # noqa: S101 - the driver speaks in assertions
        start = answer.button["start_parameter"]
        await self.opens(f"https://t.me/{self._world.bot.username}?start={start}")

    async def sends(self, text: str, *, chat: int | None = None, reply_to: int | None = None) -> None:
        """Types into the private chat, or into a group."""
        self._world.send_text(self.id, chat or self.id, text, reply_to=reply_to)
        await self._settle()

    async def sends_photo(self, image: bytes | None = None, caption: str = "") -> None:
        """Sends a picture, a grey sample by default."""
        self._world.send_photo(self.id, self.id, image or sample_picture(), caption)
        await self._settle()

    async def sends_document(self, name: str, content: bytes, caption: str = "") -> None:
        """Sends a file of any kind under its name, a picture too as it is."""
        self._world.send_document(self.id, self.id, Upload(content, name), caption)
        await self._settle()

    async def sends_video(self, seconds: int = 5, caption: str = "") -> None:
        """Sends a video, without pictures or sound."""
        self._world.send_video(self.id, self.id, seconds, caption)
        await self._settle()

    async def sends_location(self, latitude: float, longitude: float) -> None:
        """Sends a point in degrees."""
        self._world.send_location(self.id, self.id, latitude, longitude)
        await self._settle()

    async def sends_voice(self, seconds: int = 3) -> None:
        """Records a voice message."""
        self._world.send_voice(self.id, self.id, seconds)
        await self._settle()

    async def replies(self, message: Message, text: str) -> None:
        """Answers a message of the private chat, as Telegram's own reply does."""
        await self.sends(text, reply_to=message.id)

    async def comments(self, post: Message, text: str) -> None:
        """Writes below a channel's post: answers its copy in the discussion group, without joining that."""
        copy = self._world.copy_of(post)
        assert copy, f"nobody can comment on the post {post.id}: it has no copy in a discussion group"  # noqa: S101 - the driver speaks in assertions
        await self.sends(text, chat=copy.chat_id, reply_to=copy.id)

    async def edits(self, message: Message, text: str) -> None:
        """Changes the words of one of their own messages."""
        self._world.edit_text(self.id, message.chat_id, message.id, text)
        await self._settle()

    async def opens(self, url: str) -> None:
        """Opens a deep link to the bot."""
        self._world.open_link(self.id, url)
        await self._settle()

    async def taps(self, label_or_data: str, *, message: Message | None = None) -> str | None:
        """Taps the newest button whose label contains or whose data equals this; returns the toast.

        A link button that leads to the bot is opened; a key of the reply keyboard sends its label.
        """
        found = self._button(label_or_data, message)
        if found is not None:
            return await self._press(*found)
        if message is None and (key := self._key(label_or_data)):
            await self.sends(key)
            return None
        raise AssertionError(f"no button {label_or_data!r}; there are {self._all_labels(message)}")

    async def taps_stale(self, message: Message, data: str) -> str | None:
        """Sends data that the message may no longer offer, as a slow client does."""
        return await self._query(message, data)

    def blocks(self) -> None:
        """Blocks the bot."""
        self._world.block(self.id)

    def unblocks(self) -> None:
        """Lets the bot write again."""
        self._world.unblock(self.id)

    def deletes_account(self) -> None:
        """Leaves Telegram for ever."""
        self._world.deactivate(self.id)

    def _answered(self) -> Offers | None:
        return self._world.inline_queries[self._asked].answer if self._asked else None

    def _button(self, wanted: str, message: Message | None) -> tuple[Message, Json] | None:
        """The newest message with such a button; inside a message an exact fit goes before a part."""
        for place in [message] if message is not None else reversed(self.messages):
            exact = (b for b in place.buttons if wanted in {b.get("callback_data"), b["text"]})
            partly = (b for b in place.buttons if wanted in b["text"])
            button = next(exact, None) or next(partly, None)
            if button is not None:
                return place, button
        return None

    def _key(self, wanted: str) -> str | None:
        return next((label for label in self.keys() if wanted in label), None)

    async def _press(self, message: Message, button: Json) -> str | None:
        if "callback_data" in button:
            return await self._query(message, button["callback_data"])
        if "url" in button and self._leads_to_bot(button["url"]):
            await self.opens(button["url"])
        return None

    async def _query(self, message: Message, data: str) -> str | None:
        query = self._world.tap(self.id, message.chat_id, message.id, data)
        await self._settle()
        return self._world.toast(query)

    def _leads_to_bot(self, url: str) -> bool:
        try:
            link = deep_link(url)
        except BadLinkError:
            return False
        return link is not None and link.username.lower() == self._world.bot.username.lower()

    def _all_labels(self, message: Message | None) -> list[str]:
        return list(self._labels(message))

    def _labels(self, message: Message | None) -> Iterator[str]:
        for place in [message] if message is not None else reversed(self.messages):
            yield from (button["text"] for button in place.buttons)
        yield from self.keys()
