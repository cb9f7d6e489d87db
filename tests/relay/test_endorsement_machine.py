"""Words for entries in any order of what may happen: one person counts once, who is paid never counts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.cases import CaseKind, Decision
from domain.doctors import HALVED_AFTER, SHOWN_ENTRIES, Details, Entry, EntryState
from domain.errors import Refusal
from domain.forms import DISPUTE
from domain.medical import Recommended
from domain.people import Person
from domain.specialities import Speciality
from matching.doctors import Verdict
from relay import corrections, doctors, forms, likenesses, moderation, privacy
from relay.doctor_cards import Shown
from relay.likenesses import Met
from relay.work import Work
from storage import cases as stored_cases
from storage import doctors as stored
from tests.relay.directory import CHIEF, Directory

PEOPLE = (7_734_512_001, 7_734_512_002, 7_734_512_003)
ENTRIES = 4
DAY = timedelta(days=1)

who = st.sampled_from(PEOPLE)
which = st.integers(0, ENTRIES - 1)
pairs = st.tuples(which, which).filter(lambda pair: pair[0] != pair[1])


@dataclass
class Word:
    """What one person said for one entry."""

    at: datetime
    paid: bool


@dataclass
class Kept:
    """An entry as it should stand: its own words, by who said them, and what it was merged into."""

    entry_id: str
    state: EntryState = EntryState.OPEN
    into: int | None = None
    words: dict[int, Word] = field(default_factory=dict)


@dataclass
class Decided:
    """What can still be taken back: the case, and how the entries stood before."""

    case_id: str
    states: list[tuple[EntryState, int | None]]


class Endorsing(RuleBasedStateMachine):
    """`kept` is what every entry should be; `decided` the decisions that can be undone, the last one last."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = Directory()
        self.kept = [Kept(self._entered(number)) for number in range(ENTRIES)]
        self.decided: list[Decided] = []

    def teardown(self) -> None:
        self.directory.close()

    @rule(person=who, number=which, paid=st.booleans())
    def recommends(self, person: int, number: int, paid: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        """An answer that helped: its author's word, perhaps paid, perhaps for what was merged since."""
        root = self._root(number)
        new = self.directory.by(
            person,
            lambda work, known: self._with_entry(
                work, number, lambda entry: doctors.endorse(work, known, entry, paid=paid)
            ),
        )
        assert new == self._say(person, root, paid=paid)

    @rule(person=who, number=which)
    def taps_helped(self, person: int, number: int) -> None:
        root = self._root(number)
        if self.kept[root].state not in SHOWN_ENTRIES:
            return
        stands = self.directory.by(
            person,
            lambda work, known: self._with_entry(
                work, number, lambda entry: doctors.helped_too(work, known, entry)
            ),
        )
        self._say(person, root, paid=False)
        assert stands == (not any(word.paid for word in self._words_of(person, root)))

    @rule(person=who, number=which)
    def takes_back(self, person: int, number: int) -> None:
        root = self._root(number)
        gone = self.directory.by(
            person,
            lambda work, known: self._with_entry(
                work, number, lambda entry: doctors.retract(work, known, entry)
            ),
        )
        had = [word for word in self._words_of(person, root) if not word.paid]
        for each in self._family(root):
            word = self.kept[each].words.get(person)
            if word is not None and not word.paid:
                del self.kept[each].words[person]
        assert gone == bool(had)

    @rule(days=st.sampled_from([1, 200, 365]))
    def time_passes(self, days: int) -> None:
        self.directory.clock.wind(days * DAY)
        self.decided.clear()

    @rule(person=who)
    def leaves_and_comes_back(self, person: int) -> None:
        """Whoever erases themselves comes back as a new person, and their words are still theirs."""
        self.directory.by(person, privacy.erase)

    @rule(pair=pairs)
    def are_merged(self, pair: tuple[int, int]) -> None:
        one, other = pair
        if not all(self.kept[each].state is EntryState.OPEN for each in pair):
            return
        case_id = self.directory.does(lambda work: self._duplicate(work, one, other))
        if case_id is None:  # they were told apart, or proposed before
            return
        self._decide(case_id, Decision.MERGE)
        self.kept[one].state, self.kept[one].into = EntryState.MERGED, other

    @rule(person=who, number=which, decision=st.sampled_from([Decision.REMOVE, Decision.KEEP]))
    def is_disputed(self, person: int, number: int, decision: Decision) -> None:
        if self.kept[number].state is not EntryState.OPEN:
            return
        self.directory.by(person, lambda work, known: self._dispute(work, known, number))
        self.kept[number].state = EntryState.DISPUTED
        self._agrees()
        [case_id] = self.directory.does(lambda work: self._open(work, number))
        self._decide(case_id, decision)
        removed = decision is Decision.REMOVE
        self.kept[number].state = EntryState.REMOVED if removed else EntryState.OPEN

    @precondition(lambda self: self.decided)
    @rule()
    def the_last_decision_is_taken_back(self) -> None:
        last = self.decided.pop()
        self.directory.by(CHIEF, lambda work, known: moderation.undo(work, known, last.case_id))
        for kept, (state, into) in zip(self.kept, last.states, strict=True):
            kept.state, kept.into = state, into
        disputed = [number for number in range(ENTRIES) if self.kept[number].state is EntryState.DISPUTED]
        for number in disputed:  # what waits again is kept, so that the next step finds an open entry
            [case_id] = self.directory.does(partial(self._open, number=number))
            self._decide(case_id, Decision.KEEP)
            self.kept[number].state = EntryState.OPEN
        if disputed:
            self.decided.clear()

    @invariant()
    def stands_as_it_should(self) -> None:
        self._agrees()

    def _agrees(self) -> None:
        now = self.directory.clock.now()
        for number, found in enumerate(self.directory.does(self._all_shown)):
            root = self._root(number)
            assert found.entry.id == self.kept[root].entry_id
            assert found.entry.state is self.kept[root].state
            words = [word for each in self._family(root) for word in self.kept[each].words.values()]
            counted = [word for word in words if not word.paid]
            halves = [0.5 if now - word.at >= HALVED_AFTER else 1.0 for word in counted]
            assert found.standing.helped == len(counted)
            assert found.standing.paid == len(words) - len(counted)
            assert found.standing.weight == sum(halves)
            assert found.standing.last_at == max((word.at for word in counted), default=None)

    # what the model says

    def _say(self, person: int, root: int, *, paid: bool) -> bool:
        words = self._words_of(person, root)
        for word in words:
            word.paid = word.paid or paid
        if not words:
            self.kept[root].words[person] = Word(self.directory.clock.now(), paid)
        return not words

    def _words_of(self, person: int, root: int) -> list[Word]:
        every = (self.kept[each].words.get(person) for each in self._family(root))
        return [word for word in every if word is not None]

    def _root(self, number: int) -> int:
        into = self.kept[number].into
        return number if into is None else self._root(into)

    def _family(self, root: int) -> list[int]:
        return [number for number in range(ENTRIES) if self._root(number) == root]

    # what the product does

    def _entered(self, number: int) -> str:
        said = Recommended(clinic=f"Клиника {'АБВГ'[number] * 5}", place="@city_almaty")
        speciality = tuple(Speciality)[number]
        return self.directory.does(lambda work: doctors.enter(work, speciality, said)).id

    async def _with_entry(self, work: Work, number: int, action: Callable[[Entry], Awaitable[bool]]) -> bool:
        entry = await stored.get(work.tx, self.kept[number].entry_id)
        assert entry is not None
        return await action(entry)

    async def _all_shown(self, work: Work) -> list[Shown]:
        entries = [await doctors.of_id(work, kept.entry_id) for kept in self.kept]
        return [await doctors.shown(work, entry) for entry in entries if entry is not None]

    async def _duplicate(self, work: Work, one: int, other: int) -> str | None:
        entry = await stored.get(work.tx, self.kept[one].entry_id)
        twin = await stored.get(work.tx, self.kept[other].entry_id)
        assert entry is not None
        assert twin is not None
        await likenesses.propose(work, entry, [Met(twin, 0.7, Verdict.PERHAPS)])
        waiting = await stored_cases.open_about(work.tx, entry.id, CaseKind.DUPLICATE)
        return next((case.id for case in waiting if case.details["other"] == twin.id), None)

    async def _dispute(self, work: Work, known: Person, number: int) -> None:
        subject = self.kept[number].entry_id
        draft = await forms.begin(work, known, DISPUTE, {"words": "Там другой врач"}, subject)
        await corrections.dispute(work, known, draft)

    async def _open(self, work: Work, number: int) -> list[str]:
        return await self._open_of(work, self.kept[number].entry_id)

    async def _open_of(self, work: Work, entry_id: str) -> list[str]:
        return [case.id for case in await stored_cases.open_about(work.tx, entry_id, CaseKind.ENTRY)]

    def _decide(self, case_id: str, decision: Decision) -> None:
        states = [(kept.state, kept.into) for kept in self.kept]
        self.directory.by(CHIEF, lambda work, known: moderation.decide(work, known, case_id, decision))
        self.decided.append(Decided(case_id, states))


TestEndorsing = Endorsing.TestCase
TestEndorsing.settings = settings(max_examples=12, stateful_step_count=25)


def test_an_entry_whose_words_are_all_paid_counts_nobody() -> None:
    directory = Directory()
    said = Recommended(doctor="Ким Алексей", clinic="Сункар", place="@city_almaty")
    entry = directory.does(lambda work: doctors.enter(work, Speciality.DENTIST, said))
    for person in PEOPLE:
        directory.by(person, lambda work, known: doctors.endorse(work, known, entry, paid=True))
    shown = directory.does(lambda work: doctors.shown(work, entry))
    assert (shown.standing.helped, shown.standing.paid, shown.standing.weight) == (0, 3, 0)
    directory.close()


def test_nothing_can_be_merged_while_one_of_both_is_disputed() -> None:
    story = Endorsing()
    story.directory.by(PEOPLE[0], lambda work, known: story._dispute(work, known, 1))
    case_id = story.directory.does(lambda work: story._duplicate(work, 0, 1))
    assert case_id is not None
    with pytest.raises(Refusal, match="duplicate-decide-first"):
        story._decide(case_id, Decision.MERGE)
    story.teardown()


def test_details_that_were_not_known_come_with_a_merge_and_go_with_its_undoing() -> None:
    directory = Directory()

    async def made(work: Work) -> tuple[Entry, Entry]:
        bare = Recommended(doctor="Ким Алексей", place="@city_almaty")
        told = Recommended(
            doctor="Омарова Дина", place="@city_almaty", phone="+77272500000", languages=("kk",)
        )
        return (
            await doctors.enter(work, Speciality.DENTIST, bare),
            await doctors.enter(work, Speciality.DENTIST, told),
        )

    bare, told = directory.does(made)

    async def propose(work: Work) -> str:
        await likenesses.propose(work, told, [Met(bare, 0.7, Verdict.PERHAPS)])
        [case] = await stored_cases.open_about(work.tx, told.id, CaseKind.DUPLICATE)
        return case.id

    case_id = directory.does(propose)
    directory.by(CHIEF, lambda work, known: moderation.decide(work, known, case_id, Decision.MERGE))
    whole = directory.does(lambda work: stored.get(work.tx, bare.id))
    assert whole is not None
    assert whole.details == Details("Ким Алексей", "", "+77272500000", ("kk",), "")
    directory.by(CHIEF, lambda work, known: moderation.undo(work, known, case_id))
    both = directory.does(lambda work: stored.among(work.tx, [bare.id, told.id]))
    assert [entry.details for entry in both] == [bare.details, told.details]
    assert [entry.state for entry in both] == [EntryState.OPEN, EntryState.OPEN]
    directory.close()
