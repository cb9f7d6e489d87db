"""Whatever people do in whatever order, what was passed on reaches the one it was meant for, once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relay import conversations
from relay.work import Work
from sandbox.messages import Message
from sandbox.person import Person
from storage import conversations as stored
from tests.conversations.beforehand import acquainted
from tests.conversations.machine import Machine
from tests.conversations.steps import data_of, words
from tests.conversations.talking import Talk, connected, exposed, shown

LINK = " t.me/quiet_dombra"
LETTERS = "abcdefghkmnopqrstuvw"
WAITS = (timedelta(minutes=6), timedelta(minutes=11), timedelta(minutes=31))
TALKING_FOR = timedelta(minutes=30)
ANSWERED_WITHIN = timedelta(minutes=10)


@dataclass
class Going:
    """What a conversation's state ought to be; `said` is who spoke when, in the order it was passed on."""

    talk: Talk
    state: str = "open"
    said: list[tuple[Person, datetime]] = field(default_factory=list)

    def is_full(self, person: Person, now: datetime) -> bool:
        """Whether three messages of this person's wait for an answer."""
        waiting = 0
        for writer, at in reversed(self.said):
            if writer is not person or at <= now - ANSWERED_WITHIN:
                break
            waiting += 1
        return waiting >= 3


@dataclass
class Written:
    """One message a person wrote: for which conversation, and what of it the other side ought to see."""

    mark: str
    writer: Person
    going: Going | None
    message: Message
    passed: str | None = None
    waits: str | None = None
    dropped: bool = False
    question: Message | None = None
    anyway: str = ""

    @property
    def reader(self) -> Person | None:
        return self.going.talk.other(self.writer) if self.going else None


class Table:
    """People at a desk with a bystander, and a model of what they ought to see."""

    def __init__(self, machine: Machine, talks: list[Talk], bystander: Person) -> None:
        self.machine = machine
        self.goings = [Going(talk) for talk in talks]
        self.people = list({id(p): p for talk in talks for p in (talk.finder, talk.owner)}.values())
        self.bystander = bystander
        self.written: list[Written] = []
        self.order: list[Written] = []
        self.typing: dict[int, tuple[Going, datetime]] = {}
        self.away: set[int] = set()

    @property
    def now(self) -> datetime:
        return self.machine.world.clock.now()

    def person(self, chance: int) -> Person | None:
        """One of the people; None when they have blocked the bot and cannot act."""
        person = self.people[chance % len(self.people)]
        return None if person.id in self.away else person

    async def enters(self, chance: int) -> None:
        going = self.goings[chance % len(self.goings)]
        person = self._of(going, chance)
        if person is None:
            return
        toast = await person.taps_stale(person.messages[-1], f"talk:{going.talk.id}")
        refused = {"frozen": "conversation-frozen", "ended": "conversation-over"}
        assert toast == (words(person.language, refused[going.state]) if going.state in refused else "")
        if going.state == "open":
            self.typing[person.id] = (going, self.now + TALKING_FOR)

    async def leaves(self, chance: int) -> None:
        person = self.person(chance)
        if person is not None:
            await person.sends("/my")
            self.typing.pop(person.id, None)

    async def writes(self, chance: int) -> None:
        typing = [person for person in self.people if person.id in self.typing.keys() - self.away]
        person = typing[chance % len(typing)] if typing and chance % 6 else self.person(chance)
        if person is None:
            return
        going, until = self.typing.get(person.id, (None, self.now))
        going = going if until >= self.now else None
        text = self._text(chance)
        if chance % 5 == 0:
            await person.sends_photo(caption=text)
        else:
            await person.sends(text)
        if self._noted(person, going, text) and going is not None:
            self.typing[person.id] = (going, self.now + TALKING_FOR)

    async def replies(self, chance: int) -> None:
        came = [one for one in self.order if one.reader is not None and one.reader.id not in self.away]
        if not came:
            return
        answered = came[-1 - chance % min(len(came), 4)]
        person = answered.going.talk.other(answered.writer) if answered.going else self.bystander
        [line] = shown(person, answered.mark)
        text = self._text(chance)
        await person.replies(line, text)
        going = answered.going
        present, until = self.typing.get(person.id, (None, self.now))
        taken = self._noted(person, going, text)
        if taken and going is not None and present is going and until >= self.now:
            self.typing[person.id] = (going, self.now + TALKING_FOR)

    async def edits(self, chance: int) -> None:
        if not self.written:
            return
        one = self.written[-1 - chance % min(len(self.written), 6)]
        if one.writer.id in self.away:
            return
        text = f"{one.mark} v{chance % 97}{LINK if chance % 3 == 0 else ''}"
        if text == one.message.text:
            return
        await one.writer.edits(one.message, text)
        if one.going is None or one.going.state != "open" or one.dropped:
            return
        if one.passed is not None and not (LINK in text and LINK not in one.passed):
            one.passed, one.waits = text, None
        elif one.passed is not None or one.waits is not None:
            one.waits = text
            self._asked(one)

    async def thinks_again(self, chance: int) -> None:
        """Send or drop what is held; somebody else's tap on the same button does nothing."""
        held = [one for one in self.written if one.waits is not None and one.writer.id not in self.away]
        if not held:
            return
        one = held[chance % len(held)]
        assert one.question is not None
        verb = "anyway:" if chance % 3 else "unsent:"
        data = one.anyway.replace("anyway:", verb)
        await self.bystander.taps_stale(self.bystander.messages[-1], data)
        toast = await one.writer.taps_stale(one.question, data)
        assert (toast == "") is self._settled(one, verb)

    async def freezes(self, chance: int) -> None:
        going = self.goings[chance % len(self.goings)]
        if going.state == "open":
            await self._by_moderators(going, conversations.freeze)
            going.state = "frozen"
            self._nobody_types_to(going)

    async def thaws(self, _: int) -> None:
        for going in self.goings:
            if going.state == "frozen":
                await self._by_moderators(going, conversations.thaw)
                going.state = "open"

    async def stops(self, chance: int) -> None:
        going = self.goings[chance % len(self.goings)]
        person = self._of(going, chance)
        if person is None or going.state == "ended" or chance % 4:
            return
        await person.taps_stale(person.messages[0], f"sure.stop:{going.talk.id}")
        going.state = "ended"
        self._nobody_types_to(going)

    async def blocks(self, chance: int) -> None:
        person = self.person(chance)
        if person is not None:
            person.blocks()
            self.away.add(person.id)
            await self.machine.settle()

    async def comes_back(self, _: int) -> None:
        for person in self.people:
            if person.id in self.away:
                person.unblocks()
        self.away.clear()
        await self.machine.settle()

    async def waits(self, chance: int) -> None:
        self.machine.world.clock.wind(WAITS[chance % len(WAITS)])
        await self.machine.tick()

    async def restarts(self, _: int) -> None:
        self.machine.world.clock.wind(timedelta(seconds=1))
        await self.machine.restart()

    async def strangers_speak(self, chance: int) -> None:
        """Somebody outside types, and taps what is not theirs."""
        going = self.goings[chance % len(self.goings)]
        await self.bystander.taps_stale(self.bystander.messages[-1], f"talk:{going.talk.id}")
        self.written.append(Written(self._mark(), self.bystander, None, self.bystander.messages[-1]))
        await self.bystander.sends(f"{self.written[-1].mark} hello")
        self.written[-1].message = self.bystander.said[-1]

    def check(self) -> None:
        """What was passed on is shown once, as it reads by now, to whom it was meant for; nothing else is."""
        for one in self.written:
            for person in (*self.people, self.bystander):
                if person is one.writer:
                    continue
                found = [message.text.split("\n\n")[-1] for message in shown(person, one.mark)]
                meant = [one.passed] if one.passed is not None and person is one.reader else []
                assert found == meant, (one.mark, one.passed, found)
        for person in self.people:
            for going in self.goings:
                came = [one for one in self.order if one.going is going and one.reader is person]
                places = [shown(person, one.mark)[0].id for one in came]
                assert places == sorted(places)
        assert exposed(self.machine, *self.people, self.bystander) == []

    def _noted(self, person: Person, going: Going | None, text: str) -> bool:
        """Note what was written; whether it was taken, to be sent or held."""
        one = Written(text.partition(" ")[0], person, going, person.said[-1])
        self.written.append(one)
        taken = going is not None and going.state == "open" and not going.is_full(person, self.now)
        if taken and LINK in text:
            one.waits = text
            self._asked(one)
        elif taken:
            self._passed(one, text)
        assert bool(one.message.reaction) is (one.passed is not None)
        return taken

    def _passed(self, one: Written, text: str) -> None:
        assert one.going is not None
        one.passed, one.waits = text, None
        one.going.said.append((one.writer, self.now))
        self.order.append(one)

    def _settled(self, one: Written, verb: str) -> bool:
        """What a tap under the question ought to do; whether it does anything."""
        going = one.going
        if going is None or one.waits is None or going.state == "ended":
            return False
        if verb == "unsent:":
            one.dropped = one.passed is None
            one.waits = None
            return True
        if going.state == "frozen" or (one.passed is None and going.is_full(one.writer, self.now)):
            return False
        if one.passed is None:
            self._passed(one, one.waits)
        else:
            one.passed, one.waits = one.waits, None
        return True

    def _asked(self, one: Written) -> None:
        """Remember the question about what is held of this message, the newest one."""
        one.question = one.writer.messages[-1]
        one.anyway = data_of(one.question, "anyway:")

    def _nobody_types_to(self, going: Going) -> None:
        self.typing = {who: typed for who, typed in self.typing.items() if typed[0] is not going}

    def _of(self, going: Going, chance: int) -> Person | None:
        person = (going.talk.finder, going.talk.owner)[chance // 7 % 2]
        return None if person.id in self.away else person

    async def _by_moderators(self, going: Going, ruling: Callable[..., Awaitable[None]]) -> None:
        async def rule(work: Work) -> None:
            await ruling(work, await stored.get(work.tx, going.talk.id))

        await self.machine.app.relay.work(rule)
        await self.machine.settle()

    def _text(self, chance: int) -> str:
        return f"{self._mark()} said{LINK if chance % 4 == 0 else ''}"

    def _mark(self) -> str:
        number, base = len(self.written), len(LETTERS)
        letters = (LETTERS[number // base**place % base] for place in range(3))
        return f"z{''.join(letters)}z"


async def seated(machine: Machine) -> Table:
    """Four conversations of four people, two of whom meet in two of them, each once as the finder."""
    aliya, boris = await acquainted(machine, "Aliya", "kk"), await acquainted(machine, "Boris", "ru")
    dina, timur = await acquainted(machine, "Dina", "uz"), await acquainted(machine, "Timur", "en")
    bystander = await acquainted(machine, "Stranger", "en")
    await bystander.sends("/help")
    pairs = ((aliya, boris), (aliya, dina), (timur, boris), (boris, aliya))
    names = ("ИСРАИЛОВ ЖАҢАБАЙ", "ОМАРОВА ДИНА", "КАРИМОВ АЛИШЕР", "ЖУСУПОВ НУРЛАН")
    talks = [await connected(machine, *pair, name) for pair, name in zip(pairs, names, strict=True)]
    table = Table(machine, talks, bystander)
    for chance in range(4):
        await table.enters(chance)
    return table


OFTEN = ("writes",) * 5 + ("replies",) * 4 + ("enters",) * 4 + ("edits",) * 3 + ("thinks_again",) * 3
ACTS = (
    *OFTEN,
    *("leaves", "freezes", "thaws", "thaws", "stops", "blocks", "comes_back", "comes_back", "waits"),
    *("strangers_speak", "restarts"),
)
steps = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 10_000)), min_size=40, max_size=80)


async def _lives(machine: Machine, acts: list[tuple[str, int]]) -> None:
    table = await seated(machine)
    for act, chance in acts:
        await getattr(table, act)(chance)
    await table.comes_back(0)
    table.check()


@pytest.mark.thorough
async def test_no_word_goes_astray(machine: Machine) -> None:
    """One life, the same in every run; the next test lives many."""
    chances = Random(12)
    await _lives(machine, [(chances.choice(ACTS), chances.randrange(10_000)) for _ in range(40)])


@pytest.mark.thorough
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=steps)
async def test_no_word_goes_astray_in_many_lives(machine: Machine, acts: list[tuple[str, int]]) -> None:
    await _lives(machine, acts)
