"""What the weekly summary says: a caption and a chart for the channels, a list for the moderators."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from domain.cases import CaseKind
from domain.reposts import ItemKind
from domain.summaries import Place, Stuck, Summary, Week
from locales.catalog import Catalog
from locales.dates import day_in_words
from media.charts import Bar, Chart, Figure
from relay.places import Gazetteer
from relay.work import Work

_PAUSED: Final[Mapping[ItemKind, str]] = {
    ItemKind.APPEAL: "stuck-paused-appeal",
    ItemKind.FIND: "stuck-paused-find",
    ItemKind.WATCH: "stuck-paused-watch",
    ItemKind.QUESTION: "stuck-paused-question",
}


@dataclass(frozen=True)
class Words:
    """The words of one week's numbers, in any language."""

    catalog: Catalog
    gazetteer: Gazetteer
    week: Week
    summary: Summary

    def caption(self, language: str) -> str:
        """What stands below the picture: a line for each number that is worth one."""
        text, summary = partial(self.catalog.text, language), self.summary
        first, last = self._dates(language)
        lines = [
            text("summary-returned", count=summary.returned),
            text("summary-found", count=summary.found) if summary.found else "",
            text("summary-days", days=summary.days) if summary.days is not None else "",
            text("summary-waiting", count=summary.waiting) if summary.waiting else "",
            text("summary-owners", count=summary.owners) if summary.owners else "",
            text("summary-answered", count=summary.answered) if summary.answered else "",
            text("summary-appeals", count=summary.appeals) if summary.appeals else "",
            text("summary-proven", count=summary.proven) if summary.proven else "",
        ]
        told = "\n".join(line for line in lines if line)
        return "\n\n".join((text("summary-title", first=first, last=last), told, text("summary-thanks")))

    def chart(self, language: str) -> Chart:
        """The picture: the same numbers, and where the documents are from."""
        label = partial(self.catalog.label, language)
        first, last = self._dates(language)
        return Chart(
            title=label("chart-title"),
            figures=list(self._figures(language)),
            bars=[
                Bar(self._place(language, place), place.returned, place.waiting)
                for place in self.summary.places
            ],
            legend=(label("chart-first"), label("chart-second")),
            footer=label("chart-dates", first=first, last=last),
            empty=label("chart-empty"),
        )

    def _figures(self, language: str) -> Iterator[Figure]:
        label, summary = partial(self.catalog.label, language), self.summary
        yield Figure(str(summary.returned), label("chart-returned", amount=summary.returned))
        yield Figure(str(summary.waiting), label("chart-waiting", amount=summary.waiting))
        if summary.days is not None:
            yield Figure(str(summary.days or "<1"), label("chart-days", days=summary.days))

    def _place(self, language: str, place: Place) -> str:
        known = self.gazetteer.get(place.code)
        return known.label(language) if known else self.catalog.label(language, "chart-elsewhere")

    def _dates(self, language: str) -> tuple[str, str]:
        return day_in_words(language, self.week.days[0]), day_in_words(language, self.week.days[-1])


def stuck(work: Work, counted: Stuck) -> str:
    """What waits too long and what to do about it, as Telegram HTML; a friendly line when nothing does."""
    return "\n\n".join(_stuck_lines(work, counted))


def _stuck_lines(work: Work, stuck: Stuck) -> Iterator[str]:
    text = partial(work.catalog.text, work.moderators_language)
    if stuck.is_empty:
        yield text("stuck-nothing")
        return
    yield text("stuck-title")
    others: Mapping[CaseKind, int] = {
        kind: count for kind, count in stuck.cases.items() if kind is not CaseKind.APPEAL
    }
    if others:
        yield text("stuck-cases", count=sum(others.values()), kinds=_kinds_of_cases(work, others))
    counted = {
        "stuck-appeals": stuck.cases.get(CaseKind.APPEAL, 0),
        "stuck-outcomes": stuck.outcomes,
        "stuck-claims": stuck.claims,
        "stuck-posts": stuck.posts,
        "stuck-talks": stuck.conversations,
        "stuck-unclaimed": stuck.unclaimed,
        "stuck-overdue": stuck.overdue,
    }
    yield from (text(text_id, count=count) for text_id, count in counted.items() if count)
    if stuck.paused:
        label = partial(work.catalog.label, work.moderators_language)
        yield text("stuck-paused", kinds=", ".join(label(_PAUSED[kind]) for kind in stuck.paused))


def _kinds_of_cases(work: Work, cases: Mapping[CaseKind, int]) -> str:
    label = partial(work.catalog.label, work.moderators_language)
    return ", ".join(
        label("stuck-kind", kind=label(f"kind-{kind}"), number=count) for kind, count in cases.items()
    )
