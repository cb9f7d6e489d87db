"""Reminders: whoever has a document, or waits for one, is asked in time whether that still holds."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain import care
from domain.care import Word
from domain.documents import Country, Report, Watch, WatchState, Whereabouts
from domain.messages import Button, Content
from domain.people import Person
from domain.subscriptions import QUIET_AT_NIGHT
from locales.dates import day_in_words
from relay import documents, retention, watches
from relay.broadcast_drafts import quiet_until
from relay.work import Work
from storage import documents as stored_reports
from storage import subscribers
from storage import watches as stored_watches

AT_ONCE: Final = 50
"""So many are looked after in one transaction: others need the database too."""


async def look_after_reports(work: Work) -> int:
    """Advise and ask the finders of reports that are due, and end what ran out; how many were looked at."""
    due = await stored_reports.due(work.tx, work.now, AT_ONCE)
    for report, cared_at in due:
        await _look_after(work, report, cared_at)
    return len(due)


async def look_after_watches(work: Work) -> int:
    """Ask owners whether they still wait; drop who has left two questions unanswered. How many were due."""
    due = await stored_watches.due(work.tx, work.now, AT_ONCE)
    for each in due:
        await _ask_owner(work, each)
    return len(due)


async def still_looking(work: Work, person: Person, watch_id: str) -> bool:
    """Take an owner's "yes"; False when nobody waits by that watch any more."""
    watch = await stored_watches.get(work.tx, watch_id)
    if watch is None or watch.person_id != person.id or watch.state is not WatchState.OPEN:
        return False
    await watches.answered(work, watch)
    return True


def advice(work: Work, language: str, report: Report) -> Content:
    """Where a document can be handed in, and that it may stay where it is."""
    label = work.catalog.label
    place = work.gazetteer.stored(report.place)
    there = Country(place.country) if place else Country.ELSEWHERE
    text = work.catalog.text(
        language,
        "care-advice",
        type=label(language, f"type-{report.type}"),
        code=report.code,
        count=(work.now - report.created_at).days,
        at=there,
        there=label(language, f"country-{there}"),
        issuer=report.country,
        country=label(language, f"country-{report.country}"),
    )
    keep = Button(label(language, "button-still-have"), tap=f"renew:{report.id}")
    return Content(text, ((_hand_in(work, language, report),), (keep,)))


def warning(work: Work, language: str, report: Report) -> Content:
    """Whether a document is still where its report says, before the report runs out."""
    label = work.catalog.label
    with_finder = report.whereabouts is Whereabouts.FINDER
    text = work.catalog.text(
        language,
        "care-warning-finder" if with_finder else "care-warning-elsewhere",
        type=label(language, f"type-{report.type}"),
        code=report.code,
        day=day_in_words(language, documents.open_until(work, report)),
    )
    keep = Button(label(language, "button-keep-open"), tap=f"renew:{report.id}")
    over = Button(label(language, "button-settled"), tap=f"withdraw:r:{report.id}")
    hand_in = ((_hand_in(work, language, report),),) if with_finder else ()
    return Content(text, ((keep,), (over,), *hand_in))


_SAID: Final[Mapping[Word, Callable[[Work, str, Report], Content]]] = {
    Word.ADVICE: advice,
    Word.WARNING: warning,
}


async def _look_after(work: Work, report: Report, cared_at: datetime | None) -> None:
    # A silent ban stays silent: its finder hears what everybody hears.
    known = replace(report, state=documents.as_told(work, report))
    span = work.policy.open_for_type(report.type)
    due = care.of_report(known, cared_at, span, work.now)
    finder = await work.person(report.finder_id)
    awake = await awake_at(work, finder) if due.word else None
    if awake is not None:
        await stored_reports.look_again(work.tx, report.id, awake, cared_at)
    elif due.next_at is None:
        await retention.expire(work, report)
    else:
        if due.word and _hears(finder):
            await work.tell(finder.id, _SAID[due.word](work, finder.language, report))
        heard = work.now if due.word else cared_at
        await stored_reports.look_again(work.tx, report.id, due.next_at, heard)


async def _ask_owner(work: Work, waiting: stored_watches.Due) -> None:
    watch, silences = waiting.watch, waiting.silences
    every = work.policy.asked_every
    due = care.of_watch(waiting.care_at, watch.created_at, silences, every, work.now)
    owner = await work.person(watch.person_id)
    awake = await awake_at(work, owner) if due.word else None
    if awake is not None:
        await stored_watches.look_again(work.tx, watch.id, awake, silences)
        return
    if due.next_at is None:
        await watches.finish(work, watch)
    else:
        asked = silences + 1 if due.word else silences
        await stored_watches.look_again(work.tx, watch.id, due.next_at, asked)
    if due.word and _hears(owner):
        say = _over if due.word is Word.END else _question
        await work.tell(owner.id, say(work, owner.language, watch))


def _question(work: Work, language: str, watch: Watch) -> Content:
    label = work.catalog.label
    looking = Button(label(language, "button-still-looking"), tap=f"looking:{watch.id}")
    home = Button(label(language, "button-have-it"), tap=f"athome:{watch.id}")
    return Content(_about(work, language, "care-lost", watch), ((looking,), (home,)))


def _over(work: Work, language: str, watch: Watch) -> Content:
    return Content(_about(work, language, "care-lost-over", watch), ((anew(work, language),),))


def anew(work: Work, language: str) -> Button:
    """The way to wait again."""
    return Button(work.catalog.label(language, "button-lost-again"), tap="lost")


def _about(work: Work, language: str, text_id: str, watch: Watch) -> str:
    kind = work.catalog.label(language, f"type-{watch.type}")
    return work.catalog.text(language, text_id, type=kind, name=watch.name)


def _hand_in(work: Work, language: str, report: Report) -> Button:
    return Button(work.catalog.label(language, "button-hand-in"), tap=f"handin:{report.id}")


def _hears(person: Person) -> bool:
    """Whether a question can and may be put to somebody; one that cannot counts as unanswered."""
    return person.reachable and not person.is_banned


async def awake_at(work: Work, person: Person) -> datetime | None:
    """When a person's quiet hours end that hold now: those they chose, else the night; None by day."""
    subscriber = await subscribers.get(work.tx, person.id)
    if subscriber is None:
        return quiet_until(work, None, QUIET_AT_NIGHT, work.now)
    return quiet_until(work, subscriber.country, subscriber.quiet, work.now)
