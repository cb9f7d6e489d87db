"""Cards of broadcasts: how far one is, how it ended, and the buttons that change its course."""

from collections.abc import Iterator
from datetime import timedelta

from domain.broadcasts import FILLED, Broadcast, BroadcastState, Progress, in_minutes
from domain.messages import Button, Content
from locales.catalog import clipped, plain
from locales.dates import moment_in_words
from relay import broadcast_drafts
from relay.work import Work
from storage import broadcasts

QUOTED = 80
"""So much of a text tells which broadcast it is."""

LONG = 120
"""From so many minutes on people count in hours."""

_VERBS = {
    BroadcastState.SCHEDULED: ("cancel",),
    BroadcastState.RUNNING: ("pause", "cancel"),
    BroadcastState.PAUSED: ("resume", "cancel"),
}


async def card(work: Work, language: str, broadcast: Broadcast) -> Content:
    """A broadcast as it stands, with its buttons; without numbers while none of the audience is written."""
    progress = await broadcasts.progress(work.tx, broadcast, work.now)
    parts = [await _head(work, language, broadcast)]
    written = broadcast.recipients or broadcast.reached == FILLED or broadcast.ended_at
    if broadcast.started_at is not None and written:
        parts.append(await _numbers(work, language, broadcast, progress))
        parts += _outlook(work, language, broadcast, progress)
    return Content("\n\n".join(parts), tuple(_rows(work, language, broadcast, progress)))


async def report(work: Work, language: str, broadcast: Broadcast) -> Content:
    """How a broadcast ended, for whoever has no hand in it: no buttons."""
    return Content((await card(work, language, broadcast)).text)


def figures(progress: Progress) -> str:
    """The numbers that outlive a broadcast, in signs that need no language; at most 64 characters."""
    counted = zip(
        "✅🚫❓⚠✖",
        (progress.sent, progress.blocked, progress.unknown, progress.failed, progress.cancelled),
        strict=True,
    )
    return " ".join(f"{sign}{count}" for sign, count in counted)


async def line(work: Work, language: str, broadcast: Broadcast) -> str:
    """A scheduled broadcast in a line: when, and its first words."""
    return work.catalog.text(
        language,
        "broadcast-line",
        moment=starts_in_words(work, language, broadcast),
        words=await _quote(work, language, broadcast),
    )


def starts_in_words(work: Work, language: str, broadcast: Broadcast) -> str:
    """When a broadcast starts, on the clock of the page."""
    return moment_in_words(language, broadcast.starts_at.astimezone(work.policy.zone))


def span_in_words(work: Work, language: str, span: timedelta) -> str:
    """A length of time in minutes, or in hours when it is long."""
    minutes = in_minutes(span)
    if not minutes:
        return work.catalog.label(language, "broadcast-moments")
    if minutes < LONG:
        return work.catalog.label(language, "broadcast-minutes", count=minutes)
    return work.catalog.label(language, "broadcast-hours", count=round(minutes / 60))


async def _head(work: Work, language: str, broadcast: Broadcast) -> str:
    state = work.catalog.label(language, f"broadcast-state-{broadcast.state}")
    title = work.catalog.text(language, "broadcast-head", state=state)
    moment = starts_in_words(work, language, broadcast)
    when = work.catalog.text(language, "broadcast-starts", moment=moment)
    words = work.catalog.text(language, "broadcast-quote", words=await _quote(work, language, broadcast))
    return "\n".join([title, *([] if broadcast.started_at else [when]), words])


async def _quote(work: Work, language: str, broadcast: Broadcast) -> str:
    """The first words of a broadcast in the reader's language."""
    said = await broadcasts.contents(work.tx, broadcast.id)
    first = said[language].text.partition("\n")[0] if language in said else "—"
    return clipped(plain(first), QUOTED)


async def _numbers(work: Work, language: str, broadcast: Broadcast, progress: Progress) -> str:
    problem = await broadcasts.first_problem(work.tx, broadcast.id) if progress.failed else ""
    numbers = work.catalog.text(
        language,
        "broadcast-numbers",
        bar=progress.bar,
        percent=progress.percent,
        recipients=progress.recipients,
        sent=progress.sent,
        blocked=progress.blocked,
        unknown=progress.unknown,
        failed=progress.failed,
    )
    lines = [numbers]
    if problem:
        lines.append(work.catalog.text(language, "broadcast-problem", problem=problem))
    if progress.cancelled:
        lines.append(work.catalog.text(language, "broadcast-taken-back", count=progress.cancelled))
    return "\n".join(lines)


def _outlook(work: Work, language: str, broadcast: Broadcast, progress: Progress) -> list[str]:
    """What is still to come, or how long it all took."""
    text = work.catalog.text
    if broadcast.ended_at is not None and broadcast.started_at is not None:
        took = span_in_words(work, language, broadcast.ended_at - broadcast.started_at)
        return [text(language, "broadcast-took", span=took)]
    lines = []
    if progress.queued:
        span = span_in_words(work, language, broadcast_drafts.duration(work, progress.queued))
        lines.append(text(language, "broadcast-left", number=progress.queued, span=span))
    if progress.later:
        lines.append(text(language, "broadcast-later", count=progress.later))
    return ["\n".join(lines)] if lines else []


def _rows(
    work: Work, language: str, broadcast: Broadcast, progress: Progress
) -> Iterator[tuple[Button, ...]]:
    label = work.catalog.label
    verbs = _VERBS.get(broadcast.state, ())
    buttons = [
        Button(label(language, f"button-broadcast-{verb}"), tap=f"broadcast:{verb}:{broadcast.id}")
        for verb in verbs
    ]
    if buttons:
        yield tuple(buttons)
    if broadcast.state is BroadcastState.DONE and progress.unknown:
        again = label(language, "button-broadcast-again", count=progress.unknown)
        yield (Button(again, tap=f"broadcast:again:{broadcast.id}"),)
