"""What an appeal has raised: every currency by itself, and together where moderators entered the rates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from domain.appeals import Need
from domain.money import Currency, Money, Rate, converted, nothing
from locales.dates import day_in_words
from locales.money import money_in_words
from relay.work import Work


@dataclass(frozen=True, slots=True)
class Raised:
    """What was received, by currency, and what moderators say the currencies are worth."""

    sums: Mapping[Currency, Money] = field(default_factory=dict, hash=False)
    rates: Sequence[Rate] = ()

    def whole(self, need: Need) -> Money:
        """All of it in the goal's currency; what no rate is known for is left out."""
        into = need.goal.currency
        return converted(self.sums, into, self.rates) or self.sums.get(into, nothing(into))

    def part(self, need: Need) -> Fraction:
        """How much of the goal that is; more than 1 when more came."""
        return max(Fraction(0), Fraction(self.whole(need).hundredths, need.goal.hundredths))

    def percent(self, need: Need) -> int:
        """The same in whole percent."""
        return int(self.part(need) * 100)

    def is_converted(self, need: Need) -> bool:
        """Whether the whole holds sums of other currencies."""
        into = need.goal.currency
        return set(self.sums) - {into} != set() and converted(self.sums, into, self.rates) is not None

    def in_words(self, work: Work, language: str, need: Need) -> str:
        """Every sum by itself; with what they are worth together where moderators entered the rates."""
        sums = [money_in_words(language, each) for each in self.sums.values()]
        said = " + ".join(sums or [money_in_words(language, nothing(need.goal.currency))])
        if not self.is_converted(need):
            return said
        used = [rate for rate in self.rates if rate.of in self.sums and rate.into is need.goal.currency]
        oldest = min(used, key=lambda rate: rate.day)
        return work.catalog.label(
            language,
            "appeal-converted",
            sums=said,
            whole=money_in_words(language, self.whole(need)),
            day=day_in_words(language, oldest.day),
            source=oldest.source,
        )
