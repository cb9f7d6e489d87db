"""What the page of an appeal says in one language: how it stands, its sums, who checked it, its curve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Final

from domain.appeals import Appeal, AppealState, PayeeVersion
from domain.clock import local_day
from domain.ledger import OUT, Balance, Entry, EntryKind, balance
from domain.money import Currency, Money, Rate, nothing
from locales.catalog import Value
from locales.dates import day_in_words, time_in_words
from locales.money import money_in_words
from matching import payees
from media import curves, pages
from relay import appeal_cards
from relay.raised import Raised
from relay.work import Work

_TONES: Final[Mapping[AppealState, pages.Tone]] = {
    AppealState.OPEN: pages.Tone.OPEN,
    AppealState.FROZEN: pages.Tone.PAUSED,
    AppealState.CANCELLED: pages.Tone.CANCELLED,
}
_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class Told:
    """All that is known of an appeal in public; `published` are covered receipts by their SHA-256."""

    appeal: Appeal
    payee: PayeeVersion | None
    entries: Sequence[Entry]
    published: Mapping[str, bytes]
    rates: Sequence[Rate]

    @property
    def balance(self) -> Balance:
        """What its entries sum up to."""
        return balance(self.entries)


@dataclass(frozen=True)
class Words:
    """One appeal in one language; each days' words are made once, since entries share their days."""

    work: Work
    language: str
    told: Told

    def label(self, text_id: str, **values: Value) -> str:
        """A text of the catalog, plain."""
        return self.work.catalog.label(self.language, text_id, **values)

    def day(self, day: date) -> str:
        """A day with its year: pages are read years later."""
        if day not in self._days:
            short = day_in_words(self.language, day)
            self._days[day] = self.label("page-day", day=short, year=str(day.year))
        return self._days[day]

    def money(self, money: Money) -> str:
        """A sum in words."""
        return money_in_words(self.language, money)

    def name(self) -> str:
        """For whom it is, as everybody may know it."""
        need = self.told.appeal.need
        return appeal_cards.beneficiary(need) if need else self.label("page-forgotten")

    def purpose(self) -> str:
        """What for; empty when it is forgotten."""
        need = self.told.appeal.need
        return self.label(f"purpose-{need.purpose}") if need else ""

    def updated(self) -> str:
        """When the page was written."""
        now = self.work.now.astimezone(self.work.policy.zone)
        return self.label("page-updated", day=self.day(now.date()), time=time_in_words(self.language, now))

    def status(self) -> pages.Status:
        """How the appeal stands, and for one that was cancelled why and what became of money."""
        appeal = self.told.appeal
        tone = _TONES.get(appeal.state, pages.Tone.OVER)
        match appeal.state:
            case AppealState.OPEN if appeal.need:
                title, lines = self.label("page-open", day=self.day(appeal.need.ends)), [self._days_left()]
            case AppealState.FROZEN:
                title, lines = self.label("page-frozen"), [self.label("page-frozen-more")]
            case AppealState.CANCELLED:
                title, lines = self._over("page-cancelled"), [self.label("page-cancelled-more")]
            case AppealState.CLOSED:
                title, lines = self._over("page-closed"), [self.label("page-closed-more")]
            case _:
                title, lines = self._over("page-ended"), [self.label("page-ended-more")]
        return pages.Status(tone, title, lines, self._cancelled())

    def progress(self) -> pages.Progress | None:
        """How near the goal is; None when it is forgotten. Other currencies count where rates are known."""
        need = self.told.appeal.need
        if need is None:
            return None
        raised = Raised(self._held.sums.get(EntryKind.RECEIVED, {}), self.told.rates)
        part = int(raised.part(need) * _ALL)
        words = self.label("page-received", sum=self.money(raised.whole(need)), goal=self.money(need.goal))
        if raised.is_converted(need):
            notes = [self.label("page-converted"), *self._rates(raised, need.goal.currency)]
        else:
            others = set(raised.sums) - {need.goal.currency}
            notes = [self.label("page-other-currencies")] if others else []
        return pages.Progress(min(part, _ALL), f"{part}%", words, notes)

    def outcome(self) -> Sequence[pages.Part]:
        """What came of it, and why the sums do not close."""
        ending = self.told.appeal.ending
        said = (("page-outcome", ending.words), ("page-explained", ending.explained))
        if self.told.appeal.state is not AppealState.CLOSED:
            return []
        return [pages.Part(self.label(text_id), [words]) for text_id, words in said if words]

    def payee(self) -> pages.Facts | None:
        """Who gets the money, the number covered, and by whom that was checked."""
        version, appeal = self.told.payee, self.told.appeal
        if version is None:
            return None
        how, number = self.label(f"how-{version.payee.details.kind}"), payees.masked(version.payee.details)
        facts = [
            (self.label("page-payee-name"), appeal_cards.payee_name(version.payee)),
            (self.label("page-payee-details"), f"{how} {number}"),
        ]
        lines = [
            self.label("page-checked", day=self._moment(appeal.approved_at)) if appeal.approved_at else "",
            self.label("page-changed", day=self._moment(appeal.changed_at)) if appeal.changed_at else "",
            self.label("page-not-held"),
        ]
        return pages.Facts(self.label("page-payee"), facts, [line for line in lines if line])

    def advice(self) -> pages.Advice:
        """How to check before giving."""
        appeal = self.told.appeal
        asks = appeal.state is AppealState.OPEN
        line = self.label("page-check-open" if asks else "page-check-over", code=appeal.code)
        link = pages.Link(self.label("page-check"), appeal_cards.check_link(self.work, appeal))
        return pages.Advice(self.label("page-check-title"), [line], link)

    def sums(self) -> pages.Sums | None:
        """Everything by kind and currency, last what is left; None while there is nothing."""
        if not self.told.entries:
            return None
        rows = [
            (self.kind(kind), [self.money(money) for money in held.values()])
            for kind, held in self._held.sums.items()
        ]
        left = list(self._held.left.values()) or [nothing(self._currency())]
        rows.append((self.label("page-left"), [self.money(money) for money in left]))
        notes = [self.label("page-delivered-note")] if EntryKind.DELIVERED in self._held.sums else []
        return pages.Sums(self.label("page-sums"), rows, notes)

    def kind(self, kind: EntryKind) -> str:
        """What happened to money, in a word or two."""
        return self.label("page-kind", kind=kind.value)

    def graph(self) -> pages.Graph | None:
        """Money in the goal's currency over time; None while none has moved."""
        currency = self._currency()
        points = curve_points(self.told.entries, currency)
        if not points:
            return None
        received, used = self._both(points[-1], currency)
        others = {entry.money.currency for entry in self.told.entries} - {currency}
        words = self.label("page-graph-words", received=received, used=used)
        return pages.Graph(
            self.label("page-graph"),
            self._curve(points, currency, words),
            (self.label("page-graph-in"), self.label("page-graph-out")),
            words,
            [self.label("page-graph-only", currency=currency.value)] if others else [],
        )

    def _curve(self, points: Sequence[curves.Point], currency: Currency, words: str) -> curves.Curve:
        lines = curves.lines_for([sum_ for point in points for sum_ in (point.received, point.used)])
        first, last = self._span(points)
        return curves.Curve(
            points,
            [(line, self.money(Money(line, currency))) for line in lines],
            [(day, day_in_words(self.language, day)) for day in curves.days_for(first, last)],
            words,
        )

    def _span(self, points: Sequence[curves.Point]) -> tuple[date, date]:
        """From the first day in the channel, or of money, to today, or to the end."""
        appeal, zone = self.told.appeal, self.work.policy.zone
        opened = local_day(appeal.opened_at or appeal.created_at, zone)
        ended = local_day(appeal.ended_at, zone) if appeal.ended_at else self.work.today
        return min(opened, points[0].day), max(ended, points[-1].day)

    def _both(self, point: curves.Point, currency: Currency) -> tuple[str, str]:
        received, used = Money(point.received, currency), Money(point.used, currency)
        return self.money(received), self.money(used)

    def _currency(self) -> Currency:
        """The goal's currency; when that is forgotten, the first entry's."""
        need = self.told.appeal.need
        return need.goal.currency if need else self.told.entries[0].money.currency

    def _rates(self, raised: Raised, into: Currency) -> Sequence[str]:
        return [
            f"1 {rate.of} = {rate.worth:f} {into} · {self.day(rate.day)} · {rate.source}"
            for rate in self.told.rates
            if rate.into is into and rate.of in raised.sums
        ]

    def _cancelled(self) -> Sequence[pages.Part]:
        ending = self.told.appeal.ending
        said = (("page-why", ending.why), ("page-money-given", ending.money))
        if self.told.appeal.state is not AppealState.CANCELLED:
            return []
        return [pages.Part(self.label(text_id), [words]) for text_id, words in said if words]

    def _days_left(self) -> str:
        need = self.told.appeal.need
        left = appeal_cards.days_left(self.work, need) if need else 0
        return self.label("page-days-left", count=left) if left > 1 else self.label("page-last-day")

    def _over(self, text_id: str) -> str:
        return self.label(text_id, day=self._moment(self.told.appeal.ended_at))

    def _moment(self, moment: datetime | None) -> str:
        return self.day(local_day(moment or self.work.now, self.work.policy.zone))

    @cached_property
    def _held(self) -> Balance:
        return self.told.balance

    @cached_property
    def _days(self) -> dict[date, str]:
        return {}


def curve_points(entries: Sequence[Entry], currency: Currency) -> Sequence[curves.Point]:
    """What had come and gone by the end of each day on which money of a currency moved, by rising day."""
    moved = [
        entry
        for entry in entries
        if entry.money.currency is currency and entry.kind is not EntryKind.DELIVERED
    ]
    received = used = Decimal()
    points: list[curves.Point] = []
    for day, of_day in groupby(sorted(moved, key=attrgetter("day")), key=attrgetter("day")):
        listed = list(of_day)
        used += sum((entry.money.amount for entry in listed if entry.kind in OUT), Decimal())
        received += sum(
            (entry.money.amount for entry in listed if entry.kind is EntryKind.RECEIVED), Decimal()
        )
        points.append(curves.Point(day, received, used))
    return points
