"""A year of reposts in memory: outages, clocks that jump, pauses; nothing bursts and nothing is forgotten."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import TypeAlias
from zoneinfo import ZoneInfo

from hypothesis import Phase, given, reject, settings
from hypothesis import strategies as st

from domain.reposts import ItemKind, Rules
from domain.subscriptions import Quiet
from relay import repost_policy as policy
from tests.relay.repost_channel import Channel

START = datetime(2026, 2, 1, 5, tzinfo=UTC)
YEAR = timedelta(days=365)
QUARTER = timedelta(days=90)
SEVERAL_YEARS = settings(
    max_examples=max(5, settings().max_examples // 4),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a year is not made smaller while somebody waits
)


@dataclass(frozen=True)
class Trouble:
    """From a day on the bot is down or a kind is paused for so many hours, or the clock jumps by them."""

    what: str
    day: float
    hours: float
    kind: ItemKind


@dataclass(frozen=True)
class Plan:
    """What a year is made of; `seed` is that of births, ends, and what moderators do."""

    rules: Rules
    zone: ZoneInfo
    births_a_day: float
    days_open: int
    troubles: tuple[Trouble, ...]
    seed: int
    length: timedelta = YEAR


Act: TypeAlias = Callable[[Channel, datetime], None]


def play(plan: Plan) -> Channel:
    """Let a year go by. People go on while the bot is down; it hears of it when it is up again."""
    channel, dice = Channel(plan.rules, plan.zone), Random(plan.seed)
    acts = sorted(acts_of(plan, dice), key=lambda each: each[0])
    rounds = START
    for true, act in [*acts, (START + plan.length, lambda _, __: None)]:
        while rounds <= true:
            now = rounds + channel.clock
            channel.round(now)
            to_part = policy.next_part(now, plan.rules, plan.zone) - now
            late = timedelta(minutes=max(0, dice.randint(-60, 60)))
            rounds = awake(plan, rounds + min(to_part + late, timedelta(hours=dice.uniform(0.1, 8))))
        act(channel, true + channel.clock)
    channel.check_end()
    return channel


def awake(plan: Plan, true: datetime) -> datetime:
    """When the bot can act on what happens at a moment."""
    for trouble in plan.troubles:
        begin, length = START + timedelta(days=trouble.day), timedelta(hours=trouble.hours)
        if trouble.what == "outage" and begin <= true < begin + length:
            return awake(plan, begin + length)
    return true


def acts_of(plan: Plan, dice: Random) -> list[tuple[datetime, Act]]:
    """All that happens in the year but the bot's own rounds, each when the bot hears of it."""
    acts: list[tuple[datetime, Act]] = []
    for number in range(int(plan.births_a_day * YEAR.days)):
        born = START + dice.random() * YEAR
        over = born + timedelta(days=dice.expovariate(1 / plan.days_open))
        subject = f"{number:04}"
        acts.append(
            (awake(plan, born), partial(Channel.bear, subject=subject, kind=dice.choice(list(ItemKind))))
        )
        acts.append((awake(plan, over), partial(Channel.end, subject=subject)))
    chances = (awake(plan, START + dice.random() * YEAR) for _ in range(60))
    acts += [(at, partial(Channel.moderate_any, dice=dice)) for at in chances]
    for trouble in plan.troubles:
        begin, length = START + timedelta(days=trouble.day), timedelta(hours=trouble.hours)
        pause = partial(Channel.pause, kind=trouble.kind)
        acts += {
            "outage": [],
            "on": [(begin, partial(Channel.jump, hours=trouble.hours))],
            "back": [(begin, partial(Channel.jump, hours=-trouble.hours))],
            "pause": [(awake(plan, begin), pause), (awake(plan, begin + length), pause)],
        }[trouble.what]
    return [each for each in acts if each[0] <= START + plan.length]


hours = st.integers(0, 23)
troubles = st.builds(
    Trouble,
    st.sampled_from(["outage", "on", "back", "pause"]),
    st.floats(1, 90) | st.floats(1, 360),
    st.sampled_from([0.1, 1.0, 3.0, 23.0, 26.0, 60.0, 130.0]),
    st.sampled_from(ItemKind),
)


@st.composite
def timetables(draw: st.DrawFn) -> Rules:
    try:
        return Rules(
            after=tuple(sorted(draw(st.sets(st.integers(1, 40), min_size=1, max_size=6)))),
            quiet=draw(
                st.none()
                | st.builds(
                    lambda start, length: Quiet(start, (start + length) % 24), hours, st.integers(1, 16)
                )
            ),
            parts=tuple(sorted(draw(st.sets(hours, min_size=1, max_size=4)))),
            lines=draw(st.integers(1, 12)),
            posts_per_day=draw(st.sampled_from([1, 2, 3, 6, 12])),
            appeals_per_week=draw(st.sampled_from([0, 1, 2, 4])),
            appeal_share=draw(st.integers(0, 100)) / 100,
            rest_hours=draw(st.sampled_from([0, 2, 2, 5, 30])),
        )
    except ValueError:
        reject()


plans = st.builds(
    Plan,
    timetables(),
    st.sampled_from(
        ["Asia/Tashkent", "Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe"]
    ).map(ZoneInfo),
    st.sampled_from([0.2, 0.7, 1.5]),
    st.sampled_from([3, 20, 60]),
    st.lists(troubles, max_size=8).map(tuple),
    st.integers(0, 2**32),
    st.sampled_from([YEAR, QUARTER, QUARTER]),
)


@SEVERAL_YEARS
@given(plans)
def test_whatever_happens_in_a_year_the_rules_are_kept_and_nobody_is_forgotten(plan: Plan) -> None:
    play(plan)


CALM = Plan(Rules(), ZoneInfo("Asia/Tashkent"), 1.5, 20, (), 1)


def test_in_a_calm_year_everything_is_shown_in_time() -> None:
    channel = play(CALM)
    assert len(channel.made) > 2 * YEAR.days
    waiting = [held.item for held in channel.open.values() if held.item.kind is not ItemKind.APPEAL]
    assert all(START + YEAR - item.due_at < timedelta(days=1) for item in waiting)
    assert len(waiting) > 5


def test_after_an_outage_there_is_one_digest_for_the_part_it_ends_in() -> None:
    outage = Trouble("outage", 100.0, 103.0, ItemKind.FIND)  # from 10:00 until 17:00 four days later
    made = play(replace(CALM, births_a_day=4.0, troubles=(outage,), length=timedelta(days=106))).made
    before = START + timedelta(days=100)
    after = [digest for digest in made if digest.at >= before]
    local = [digest.at.astimezone(CALM.zone) for digest in after[:3]]
    assert [f"{at:%d %H}" for at in local] == ["16 17", "16 19", "17 09"]
    assert after[0].lines == 10, "what is stale collapses into it"
    assert after[1].at - after[0].at >= timedelta(hours=2)
