"""Care: what is said when, one thing at a time, and never a report that runs out without a word before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.care import ADVISED_AFTER, LOOKED_AT_EVERY, Care, Word, of_report, of_watch
from domain.documents import Country, DocumentType, Report, ReportState, Whereabouts

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SPAN = 30 * DAY

REPORT = Report(
    id="1",
    code="K7M4Q",
    finder_id="2",
    state=ReportState.OPEN,
    type=DocumentType.PASSPORT,
    country=Country.KZ,
    name="Жаңабай Исраилов",
    place="",
    day=date(2026, 11, 22),
    whereabouts=Whereabouts.FINDER,
    handed_place="",
    created_at=START,
    renewed_at=START,
)
HANDED_IN = replace(REPORT, state=ReportState.WITH_AUTHORITIES, whereabouts=Whereabouts.POLICE)


@dataclass
class Finder:
    """Somebody with a report, and what they hear of it while the clock goes on."""

    report: Report
    span: timedelta = SPAN
    cared_at: datetime | None = None

    def __post_init__(self) -> None:
        self.heard: list[tuple[datetime, Word]] = []
        self.look_at: datetime | None = self.report.created_at

    @property
    def is_over(self) -> bool:
        return self.look_at is None

    def looks(self, now: datetime) -> None:
        """The clock looks, when it is time to."""
        if self.look_at is None or self.look_at > now:
            return
        care = of_report(self.report, self.cared_at, self.span, now)
        if care.word:
            self.heard.append((now, care.word))
            self.cared_at = now
        assert care.next_at is None or care.next_at > now, "nothing is looked at twice at one moment"
        self.look_at = care.next_at

    def renews(self, now: datetime) -> None:
        if not self.is_over:
            self.report = replace(self.report, renewed_at=now)
            self.look_at = now


def lives(finder: Finder, days: int, step: timedelta = HOUR, *renewed: int) -> list[tuple[float, Word]]:
    """Let so many days pass; what was heard and on which day after the report."""
    now = START
    left = sorted(renewed)
    while now <= START + days * DAY:
        finder.looks(now)
        if left and now >= START + left[0] * DAY:
            finder.renews(now)
            left.pop(0)
        now += step
    return [((at - START) / DAY, word) for at, word in finder.heard]


def test_a_finder_is_advised_asked_twice_and_told_the_end() -> None:
    assert lives(Finder(REPORT), 40) == [
        (7, Word.ADVICE),
        (23, Word.WARNING),
        (28, Word.WARNING),
        (30, Word.END),
    ]


def test_what_is_kept_open_is_advised_after_thirty_days_all_the_same() -> None:
    assert lives(Finder(REPORT), 60, HOUR, 23) == [
        (7, Word.ADVICE),
        (23, Word.WARNING),
        (30, Word.ADVICE),
        (46, Word.WARNING),
        (51, Word.WARNING),
        (53, Word.END),
    ]


@pytest.mark.parametrize(
    ("report", "heard"),
    [
        (HANDED_IN, [(23, Word.WARNING), (28, Word.WARNING), (30, Word.END)]),
        (
            replace(REPORT, whereabouts=Whereabouts.OTHER),
            [(23, Word.WARNING), (28, Word.WARNING), (30, Word.END)],
        ),
        (replace(REPORT, state=ReportState.QUEUED), [(30, Word.END)]),
        (replace(REPORT, state=ReportState.HIDDEN), [(30, Word.END)]),
        (replace(REPORT, state=ReportState.CLAIMED), []),
    ],
)
def test_each_state_has_its_own_words(report: Report, heard: list[tuple[float, Word]]) -> None:
    assert lives(Finder(report), 40) == heard


@pytest.mark.parametrize(
    ("span", "heard"),
    [
        (3 * DAY, [(2.25, Word.WARNING), (2.8, Word.WARNING), (3, Word.END)]),
        (DAY, [(1, Word.END)]),
        (DAY / 2, [(0.5, Word.END)]),
        (
            90 * DAY,
            [(7, Word.ADVICE), (30, Word.ADVICE), (83, Word.WARNING), (88, Word.WARNING), (90, Word.END)],
        ),
    ],
)
def test_short_and_long_spans_are_asked_about_in_time(
    span: timedelta, heard: list[tuple[float, Word]]
) -> None:
    assert lives(Finder(REPORT, span), 95, DAY / 20) == heard


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (6, None),
        (12, Word.ADVICE),
        (25, Word.WARNING),  # which holds the advice of the seventh day
        (28.5, Word.WARNING),
        (29.5, None),  # the end is near and says it all
        (30, Word.END),
        (400, Word.END),
    ],
)
def test_after_an_outage_only_what_matters_most_is_said(day: float, word: Word | None) -> None:
    assert of_report(REPORT, None, SPAN, START + day * DAY).word is word


def test_advice_that_a_warning_follows_within_a_day_is_left_to_the_warning() -> None:
    renewed = replace(REPORT, renewed_at=START + 7.5 * DAY)  # warned on day 30.5
    finder = Finder(renewed, cared_at=START + 7 * DAY)
    assert lives(finder, 31) == [(30.5, Word.WARNING)]


def test_what_falls_within_a_day_of_the_last_word_waits_for_the_next_day() -> None:
    long_ago = START + 29.5 * DAY
    care = of_report(REPORT, long_ago, 90 * DAY, START + 30 * DAY)
    assert care == Care(None, long_ago + DAY)
    assert of_report(REPORT, long_ago, 90 * DAY, long_ago + DAY).word is Word.ADVICE


def test_a_changed_setting_reaches_an_open_report_within_a_day() -> None:
    assert of_report(REPORT, None, 90 * DAY, START + 10 * DAY).next_at == START + 10 * DAY + LOOKED_AT_EVERY
    assert of_report(REPORT, None, 10 * DAY, START + 11 * DAY).word is Word.END


def test_a_clock_that_was_put_back_says_nothing_and_looks_again() -> None:
    care = of_report(REPORT, START + 20 * DAY, SPAN, START + 8 * DAY)
    assert care == Care(None, START + 8 * DAY + LOOKED_AT_EVERY)


spans = st.integers(6, 120).map(lambda days: days * DAY)
gaps = st.lists(st.integers(1, 200).map(lambda hours: hours * HOUR), min_size=1, max_size=150)
days_of = st.sets(st.integers(1, 90), max_size=6).map(sorted)


@given(spans, gaps, st.lists(st.booleans(), max_size=150))
def test_never_two_words_within_a_day_whatever_the_clock_does(
    span: timedelta, gaps: Sequence[timedelta], renewals: Sequence[bool]
) -> None:
    finder, now = Finder(REPORT, span), START
    for number, gap in enumerate(gaps):
        now += gap
        finder.looks(now)
        if number < len(renewals) and renewals[number]:
            finder.renews(now)
            finder.looks(now)
    asked = [at for at, word in finder.heard if word is not Word.END]
    assert all(later - sooner >= DAY for sooner, later in pairwise(asked))
    if finder.is_over and asked and span >= SPAN:
        assert finder.heard[-1][0] - asked[-1] >= DAY


@given(spans, days_of, st.sampled_from([3 * HOUR, 7 * HOUR, DAY]))
@example(7 * DAY, [6, 12, 18, 24], DAY)
def test_a_clock_that_ticks_skips_no_advice_and_no_warning(
    span: timedelta, renewed: Sequence[int], step: timedelta
) -> None:
    finder = Finder(REPORT, span)
    heard = lives(finder, 215, step, *renewed)
    assert heard[-1][1] is Word.END
    words = [word for _, word in heard]
    assert words[-2] is Word.WARNING, "nothing runs out without a word before"
    end = (finder.report.renewed_at + span - START) / DAY
    assert end - 7 - 0.01 <= heard[-2][0] < end
    silent_since = sorted([0, *renewed, *(at for at, _ in heard)])
    for after in (advised / DAY for advised in ADVISED_AFTER):
        if after < end:
            near = [at for at in silent_since if after - 1 <= at <= after + 2]
            assert near, f"nobody spoke of it about day {after}"


@given(st.floats(1.01, 5.9), st.sampled_from([0.01, 0.02]))
def test_a_short_span_is_warned_of_too(days: float, step: float) -> None:
    finder = Finder(REPORT, days * DAY)
    words = [word for _, word in lives(finder, 7, step * DAY)]
    assert words == [Word.WARNING, Word.WARNING, Word.END]


# who waits

EVERY = 30 * DAY


def test_an_owner_is_asked_every_month_and_dropped_after_two_silences() -> None:
    care_at, silences, asked = START, 0, []
    for day in range(200):
        now = START + day * DAY
        if care_at > now:
            continue
        care = of_watch(care_at, START, silences, EVERY, now)
        if care.word:
            asked.append((day, care.word))
            silences += 1
        if care.next_at is None:
            break
        care_at = care.next_at
    assert asked == [(30, Word.WARNING), (60, Word.WARNING), (90, Word.END)]


def test_who_has_waited_for_long_when_questions_begin_is_asked_once() -> None:
    now = START + 300 * DAY
    assert of_watch(START, START, 0, EVERY, now) == Care(Word.WARNING, now + EVERY)


def test_who_has_just_begun_to_wait_is_left_in_peace() -> None:
    assert of_watch(START, START, 0, EVERY, START + 3 * DAY) == Care(None, START + EVERY)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 3))
def test_a_watch_is_never_looked_at_twice_at_one_moment(since: int, now: int, silences: int) -> None:
    moment = START + now * DAY
    care = of_watch(START + since * DAY, START, silences, EVERY, moment)
    assert care.next_at is None or care.next_at > moment
    assert (care.word is Word.END) == (care.next_at is None)
    assert care.word is None or moment >= START + EVERY
