"""News of appeals: who subscribed to them hears of a new one, one a day, without where its money goes.

A message that was sent cannot be called back from thousands of chats: the details that hold good stand in the
post and in the bot alone.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from domain.appeals import Need
from domain.broadcasts import CAPTION_LENGTH, LANGUAGES, Audience, Broadcast, BroadcastState, utf16_length
from domain.messages import Button, Content
from domain.subscriptions import Topic
from locales.catalog import clipped, plain
from locales.dates import day_in_words
from locales.money import money_in_words
from relay import appeal_cards
from relay.fundraisers import Fundraiser
from relay.work import Work
from storage import appeals, broadcasts

REST: Final = timedelta(days=1)
"""At most one broadcast a day (product.md, "Aid" 2)."""

_STOPPABLE: Final = (BroadcastState.SCHEDULED, BroadcastState.RUNNING, BroadcastState.PAUSED)


async def begin(work: Work, item: Fundraiser) -> None:
    """Have an appeal told to who subscribed to appeals, as soon as the last one is a day ago."""
    broadcast = Broadcast(
        id=work.new_id(),
        author_id=None,
        state=BroadcastState.SCHEDULED,
        audience=Audience(Topic.APPEALS),
        starts_at=await _start(work),
        created_at=work.now,
    )
    await broadcasts.add(work.tx, broadcast)
    for language in LANGUAGES:
        await broadcasts.put_text(
            work.tx, broadcast, work.new_id(), _content(work, language, item), [language]
        )
    await appeals.told_by(work.tx, item.subject, broadcast.id)


async def stop(work: Work, appeal_id: str) -> None:
    """Nobody more hears of an appeal that is over or whose details are in question."""
    broadcast_id = await appeals.broadcast_of(work.tx, appeal_id)
    broadcast = await broadcasts.get(work.tx, broadcast_id) if broadcast_id else None
    if broadcast is not None and broadcast.state in _STOPPABLE:
        ended = replace(broadcast, state=BroadcastState.CANCELLED, ended_at=work.now)
        await broadcasts.save(work.tx, ended)


async def begin_again(work: Work, item: Fundraiser) -> None:
    """The same for one that was stopped before anybody heard of it."""
    broadcast_id = await appeals.broadcast_of(work.tx, item.subject)
    former = await broadcasts.get(work.tx, broadcast_id) if broadcast_id else None
    if former is not None and former.state is BroadcastState.CANCELLED and former.started_at is None:
        await begin(work, item)


async def _start(work: Work) -> datetime:
    """The next moment that is a day after the last one and outside the channel's quiet hours."""
    last = await broadcasts.last_start(work.tx, Topic.APPEALS)
    start = max(work.now, last + REST) if last else work.now
    quiet = work.policy.reposts.quiet
    return (quiet.until(start, work.policy.zone) if quiet else None) or start


def _content(work: Work, language: str, item: Fundraiser) -> Content:
    need = item.appeal.need
    if need is None:
        raise LookupError("an appeal without its words")
    room = CAPTION_LENGTH - utf16_length(plain(_worded(work, language, item, need, "")))
    text = _worded(work, language, item, need, clipped(need.words, room))
    label = work.catalog.label
    look = Button(label(language, "button-appeal-open"), url=appeal_cards.link(work, item.appeal))
    share = appeal_cards.share_button(work, language, item.appeal)
    stop_news = Button(label(language, "button-news"), url=work.policy.deep_link(f"topic_{Topic.APPEALS}"))
    rows = ((look,), (share,), (stop_news,))
    return Content(text, rows, attachment=item.picture(work, language))


def _worded(work: Work, language: str, item: Fundraiser, need: Need, words: str) -> str:
    return work.catalog.text(
        language,
        "news-appeal",
        title=item.title(work, language),
        words=words,
        goal=money_in_words(language, need.goal),
        ends=day_in_words(language, need.ends),
        code=item.code,
    )
