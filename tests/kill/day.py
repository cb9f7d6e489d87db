"""A day of several people: each takes the next step when the bot has answered the former one."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.world import World

LOOK = 0.02  # seconds between looks at a screen
PATIENCE = 150.0  # seconds a person waits for an answer, longer than all the kills last

_TOKEN = re.compile(r"q:([^:]+):cancel")
_CODE = re.compile(r"under the code ([A-Z0-9]{5})")
_DIGITS = re.compile(r"\b\d{6}\b")


async def until(seen: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Look until it is so. The bot is another process: nothing in this one tells when it has answered."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience
    while not seen():
        assert loop.time() < deadline, f"nothing came of this in {patience:.0f} s: {what}"
        await asyncio.sleep(LOOK)


@dataclass
class Phone:
    """One person: what they did, and what the bot told them."""

    world: World
    name: str
    documents: tuple[str, ...] = ()
    id: int = 0
    answered: set[str] = field(default_factory=set)
    codes: dict[str, str] = field(default_factory=dict)
    searches: int = 0
    has_reported: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.id = self.world.add_person(self.name, "en").id

    @property
    def told(self) -> list[Message]:
        chat = self.world.chats.get(self.id)
        return [message for message in chat.messages.values() if message.from_bot] if chat else []

    def says(self, text: str) -> None:
        self.world.send_text(self.id, self.id, text)

    def count(self, *fragments: str) -> int:
        """How many messages hold all of these."""
        return sum(all(fragment in message.text for fragment in fragments) for message in self.told)

    async def sees(self, seen: Callable[[], bool], what: str) -> None:
        """Wait for something; when it does not come, tell what came instead."""
        try:
            await until(seen, f"{self.name} waits for {what}")
        except AssertionError as silence:
            last = [message.text[:80] for message in self.told[-3:]]
            raise AssertionError(f"{silence}; told last: {last}") from None

    async def hears(self, *fragments: str) -> None:
        await self.sees(lambda: self.count(*fragments) > 0, " ".join(fragments))

    async def taps(self, data: str) -> None:
        """Tap a button that is there sooner or later."""
        await self.sees(lambda: self._button(data) is not None, f"the button {data}")
        message = self._button(data)
        assert message is not None
        self.world.tap(self.id, self.id, message.id, data)

    async def taps_first(self, prefix: str, code: str = "") -> None:
        """Tap the newest button whose data begins so, under a message about this report."""
        await self.sees(lambda: self._beginning(prefix, code) is not None, f"a button {prefix} of {code}")
        found = self._beginning(prefix, code)
        assert found is not None
        self.world.tap(self.id, self.id, *found)

    async def begins(self) -> None:
        """Say hello, choose a language, agree."""
        self.says("/start")
        await self.taps("language:en")
        await self.taps("agree")
        await self.hears("Write the name")

    async def picks(self, question: str, answer: str) -> None:
        """Answer a question by its button."""
        token = await self._asked(question)
        await self.taps(f"q:{token}:{answer}")

    async def types(self, question: str, answer: str) -> None:
        """Answer a question in words."""
        await self._asked(question)
        self.says(answer)

    async def reports(self, document: str) -> None:
        """Report a find to its end."""
        known = len(self.codes)
        self.says("/found")
        await self.picks("What did you find?", "a:passport")
        await self.picks("Which country issued it?", "a:KZ")
        await self.types("Whose is it?", document)
        await self.types("Where did you find it?", "in the red minibus")
        await self.types("last 4 characters", "N 1234821")
        await self.picks("Please check", "send")
        await self.sees(lambda: len(self._thanks()) > known, "a thank-you")
        new = self._thanks() - set(self.codes.values())
        assert len(new) == 1, f"one report, {len(new)} codes"
        self.codes[document] = new.pop()

    async def waits_for(self, document: str) -> None:
        """Open a watch."""
        self.says("/lost")
        await self.picks("What did you lose?", "a:passport")
        await self.picks("Which country issued it?", "a:KZ")
        await self.types("as it stands in the document", document)
        await self.picks("Where do you think", "skip")
        await self.picks("Please check", "send")
        await self.hears("We are watching.", document)

    async def searches_for(self, names: list[str]) -> None:
        """Type several names in one go, and wait for all the answers."""
        nothing = "Nobody has found a document in the name"
        answered = {name: self.count(nothing, name) for name in names}
        for name in names:
            self.says(name)
            self.searches += 1
        for name in names:
            await self.sees(lambda name=name: self.count(nothing, name) > answered[name], name)  # type: ignore[misc]

    async def proves(self, code: str) -> None:
        """Claim a document and answer its secret fact."""
        await self.taps_first(f"claim:{code}")
        await self.types("last 4 characters", "4821")
        await self.hears("the document is yours!", code)

    async def asks_volunteer(self, code: str) -> None:
        """Claim a document without knowing its secret fact."""
        self.says(code)
        await self.taps_first(f"claim:{code}")
        await self._asked("last 4 characters")
        await self.taps_first("state:")
        await self.types("why it is yours", "It has a torn corner")
        await self.hears("the document is yours!", code)

    async def writes(self, code: str, lines: list[str]) -> None:
        """Write to the other side of a conversation, and mean the bot again afterwards."""
        await self.taps_first("talk:", code)
        await self.hears("What you send now goes to", code)
        for line in lines:
            self.says(line)
        await self.taps_first("untalk:")
        await self.hears("What you write now is for me again")

    async def code_to_say(self, code: str) -> str:
        """Ask for the code of the handover."""
        await self.taps_first("code:", code)
        await self.hears("Say this code to the finder")
        shown = next(message for message in self.told if "Say this code to the finder" in message.text)
        return str(_DIGITS.findall(shown.text)[0])

    async def hands_over(self, code: str, digits: str) -> None:
        """Type the code that the owner says."""
        await self.taps_first("handed:", code)
        await self.types("6-digit code", digits)
        await self.hears("Because of you somebody has their document back")

    def told_of(self, code: str) -> int:
        """How often this person was told that a find may be theirs; a notice says later that it is home."""
        notices = ("Perhaps your document was found!", "These are here already", "is with its owner again")
        return sum(self.count(notice, code) for notice in notices)

    async def _asked(self, question: str) -> str:
        """The token of a question that was not answered yet."""
        await self.sees(lambda: self._fresh(question) is not None, question)
        token = self._fresh(question)
        assert token is not None
        self.answered.add(token)
        return token

    def _fresh(self, question: str) -> str | None:
        for message in self.told:
            token = next(tokens(message), None)
            if question in message.text and token is not None and token not in self.answered:
                return token
        return None

    def _button(self, data: str) -> Message | None:
        newest_first = sorted(self.told, key=lambda message: -message.id)
        return next((message for message in newest_first if data in datas(message)), None)

    def _beginning(self, prefix: str, code: str) -> tuple[int, str] | None:
        for message in sorted(self.told, key=lambda message: -message.id):
            data = next((data for data in datas(message) if data.startswith(prefix)), None)
            if data is not None and code in message.text:
                return message.id, data
        return None

    def _thanks(self) -> set[str]:
        return {code for message in self.told for code in _CODE.findall(message.text)}


def datas(message: Message) -> list[str]:
    """The callback data of a message's buttons."""
    return [str(button.get("callback_data", "")) for button in message.buttons]


def tokens(message: Message) -> Iterator[str]:
    """The token of the form a message shows."""
    yield from (found[1] for data in datas(message) if (found := _TOKEN.fullmatch(data)))


@dataclass
class Volunteer:
    """A moderator who connects claimants, and looks into the channel before settling a post in doubt."""

    world: World
    group: Chat
    channel: Chat
    decided: Counter[str] = field(default_factory=Counter)
    seen: set[int] = field(default_factory=set)
    connected: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.id = self.world.add_person("Saule", "en").id
        self.world.join(self.id, self.group.id)

    async def decides(self) -> None:
        """Decide about every trouble and every claim as it comes, for ever."""
        while True:
            await until(lambda: bool(self._undecided() or self._asked()), "a trouble", float("inf"))
            for message in self._undecided():
                self._decide(message)
            for card, data in self._asked():
                self.connected.add(data)
                self.world.tap(self.id, self.group.id, card, data)

    def posts_of(self, code: str) -> int:
        return sum(code in message.text for message in self.channel.messages.values())

    def _undecided(self) -> list[Message]:
        messages = [message for message in self.group.messages.values() if message.from_bot]
        return [m for m in messages if m.id not in self.seen and any("resend:" in d for d in datas(m))]

    def _asked(self) -> list[tuple[int, str]]:
        """A card of each claim that waits, and its button."""
        cards = {
            data: message.id
            for message in self.group.messages.values()
            for data in datas(message)
            if data.endswith(":connect") and data not in self.connected
        }
        return [(message, data) for data, message in cards.items()]

    def _decide(self, message: Message) -> None:
        self.seen.add(message.id)
        code = re.findall(r"report ([A-Z0-9]{5})", message.text, re.IGNORECASE)[0]
        verb = "leave:" if self.posts_of(code) else "resend:"
        self.decided[verb] += 1
        data = next(data for data in datas(message) if data.startswith(verb))
        self.world.tap(self.id, self.group.id, message.id, data)
