"""News of finds: who follows a place is told of a find near it, once, without a name."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from domain.clock import local_day
from domain.documents import Report
from domain.messages import Button, Content
from locales.dates import day_in_words
from relay import cards
from relay.broadcast_drafts import quiet_until
from relay.work import Work
from storage import counters, documents
from storage import news as stored
from storage.broadcasts import Part, put_off
from storage.news import EVERYBODY, Follower

MOST_A_DAY: Final = 5
"""Who hears of every find at a busy border post soon reads none. `locales/*/subscriptions.ftl` promise it."""

PAGE: Final = 200
"""So many people are written in one transaction: others need the database too."""

COUNTED: Final = "news"
"""Under what the finds somebody hears of in a day are counted."""

_OWN_DIGITS: Final = 15
"""Hexadecimal digits of a message's id that are its own; those before, its moment, are the report's."""


async def begin(work: Work, report: Report) -> None:
    """Have a public find told to who follows its place; one that was public before is not news."""
    await stored.begin(work.tx, report.id)


async def tell(work: Work) -> int:
    """Tell the oldest find that is left to one page of its followers; 0 when nothing is left to do.

    A find that is hidden meanwhile is told no further until it is public again.
    """
    left = await stored.next_one(work.tx)
    if left is None:
        return await _hush(work)
    report_id, reached = left
    [report] = await documents.public_among(work.tx, [report_id])
    page = await stored.following(work.tx, _around(work, report), reached, PAGE)
    await _write(work, report, await stored.followers(work.tx, report.id, page, work.now))
    await stored.reach(work.tx, report.id, page[-1] if len(page) == PAGE else EVERYBODY)
    return 1


async def take_back(work: Work, report: Report) -> None:
    """Nobody hears any more of a find that is not public: what waits for the morning is not sent."""
    texts = [_message_id(report, language) for language in work.catalog.languages]
    await stored.take_back(work.tx, texts, work.now)


async def forget(work: Work, report: Report) -> None:
    """Forget up to whom a find was told."""
    await stored.forget(work.tx, report.id)


async def _write(work: Work, report: Report, followers: Sequence[Follower]) -> None:
    """Queue a find for those who are not told of too many that day, one message for each language."""
    due = {follower.seeker: _due(work, follower) for follower in followers}
    days = {seeker: _day(work, moment) for seeker, moment in due.items()}
    counts = await counters.counts(work.tx, COUNTED, days)
    told = [follower for follower in followers if counts.get(follower.seeker, 0) < MOST_A_DAY]
    for language in sorted({follower.language for follower in told}):
        content = _content(work, language, report)
        await stored.put_text(work.tx, _message_id(report, language), content, work.now)
    parts = [
        Part(
            work.new_id(),
            follower.person_id,
            _message_id(report, follower.language),
            due[follower.seeker],
        )
        for follower in told
    ]
    await stored.write(work.tx, parts)
    told_on = {follower.seeker: days[follower.seeker] for follower in told}
    await counters.increase_each(work.tx, COUNTED, told_on)


async def _hush(work: Work) -> int:
    """Let those wait who sleep by now: what was due by day may have waited for the bot until the night."""
    ends = {
        waiting.delivery: quiet_until(work, waiting.country, waiting.quiet, work.now)
        for waiting in await stored.next_due(work.tx, work.now, PAGE)
    }
    moved = {delivery: end for delivery, end in ends.items() if end is not None}
    await put_off(work.tx, moved)
    return len(moved)


def _content(work: Work, language: str, report: Report) -> Content:
    """What may be read of it for ever, however it ends: nobody's name."""
    label = work.catalog.label
    text = work.catalog.text(
        language,
        "news-find",
        type=label(language, f"type-{report.type}"),
        country=label(language, f"country-{report.country}"),
        place=cards.place_in_words(work, language, report.place),
        day=day_in_words(language, report.day),
        code=report.code,
    )
    look = Button(label(language, "button-look"), url=cards.item_link(work, report))
    change = Button(label(language, "button-change-news"), tap="news")
    return Content(text, ((look,), (change,)))


def _around(work: Work, report: Report) -> Sequence[str]:
    """The code of the report's place and of those within the gazetteer's reach; none of an unknown place."""
    place = work.gazetteer.stored(report.place)
    return sorted(work.gazetteer.around(place)) if place else []


def _due(work: Work, follower: Follower) -> datetime:
    """Now, or when the follower's quiet hours end."""
    return quiet_until(work, follower.country, follower.quiet, work.now) or work.now


def _day(work: Work, moment: datetime) -> date:
    """The day a message counts for: what is written at night is read in the morning."""
    return local_day(moment, work.policy.zone)


def _message_id(report: Report, language: str) -> str:
    """The id of a find's message in a language: every page of its followers, and its end, know it."""
    own = sha256(f"{report.id} {language}".encode()).hexdigest()
    return f"{report.id[:-_OWN_DIGITS]}{own[:_OWN_DIGITS]}"
