"""Posts in the channel: one live post per report, changed in place when the report changes."""

from domain.documents import Report, ReportState
from domain.messages import Button, Content, DeliveryState, Lane, OnDoubt, Outgoing, chat
from locales.catalog import Html
from relay import cards, news
from relay.work import Work
from storage import outbox, posts

_NOT_OUT = (DeliveryState.QUEUED, DeliveryState.UNKNOWN, DeliveryState.UNDELIVERABLE)
"""A post in these states has no message that could be edited: what it will say is changed instead."""


async def publish(work: Work, report: Report) -> None:
    """Post a report, where there is a channel; one that was posted before is brought up to date."""
    if work.policy.channel is None:
        return
    live = await posts.live(work.tx, report.id)
    if live is not None and await outbox.state_of(work.tx, live) is not DeliveryState.CANCELLED:
        await refresh(work, report)
        return
    outgoing = Outgoing(chat(work.policy.channel), post(work, report), Lane.POST, OnDoubt.PARK)
    delivery, _ = await work.queue(outgoing)
    await posts.put(work.tx, report.id, delivery)


async def refresh(work: Work, report: Report) -> None:
    """Bring the report's post up to date."""
    await _replace(work, report, post(work, report))


async def close(work: Work, report: Report) -> bool:
    """Take everything personal out of the report's post and say that the search is over.

    A post that has not left is not sent any more. False when nobody knows whether the post is out, so that
    it cannot be changed from here.
    """
    live = await posts.live(work.tx, report.id)
    state = await outbox.state_of(work.tx, live) if live else None
    if live and state is DeliveryState.QUEUED:
        await outbox.finish(work.tx, live, DeliveryState.CANCELLED, work.now)
        return True
    await _replace(work, report, _closed(work, report), or_delete=True)
    return state is not DeliveryState.UNKNOWN


async def is_wanted(work: Work, report: Report, delivery: str) -> bool:
    """Whether this delivery is still worth sending: nobody needs a first post of what has ended."""
    return report.is_public or delivery != await posts.live(work.tx, report.id)


def present(work: Work, report: Report) -> Content:
    """What the report's post is to say by now."""
    return post(work, report) if report.is_public else _closed(work, report)


def post(work: Work, report: Report) -> Content:
    """The post itself: a masked card, a way to hear of more, and two buttons."""
    language = work.policy.channel_language
    text = work.catalog.text(
        language,
        "post-claimed" if report.state is ReportState.CLAIMED else "post-found",
        card=Html(cards.card(work, language, report)),
    )
    text = f"{text}\n\n{cards.follow_line(work, language, report)}"
    mine = Button(work.catalog.label(language, "button-mine"), url=cards.item_link(work, report))
    return Content(text, ((mine, cards.share_button(work, language, report)),))


async def mention(work: Work, report: Report, delivery: str) -> None:
    """Remember a notice that tells somebody of a report."""
    await posts.mention(work.tx, report.id, delivery)


async def amend_mentions(work: Work, report: Report) -> None:
    """Take the report's facts out of every notice that told of it, and say how it ended."""
    await news.take_back(work, report)
    for delivery, recipient in await posts.mentioned(work.tx, report.id):
        if await outbox.state_of(work.tx, delivery) is DeliveryState.QUEUED:
            await outbox.finish(work.tx, delivery, DeliveryState.CANCELLED, work.now)
            continue
        person = await work.person(recipient)
        content = Content(_ending(work, person.language, "mention", report))
        await work.amend(delivery, recipient, content, or_delete=True)


async def forget(work: Work, report: Report) -> None:
    """Forget what the report's post and notices ever said, and who was told of it."""
    live = await posts.live(work.tx, report.id)
    if live is not None:
        await outbox.overwrite(work.tx, live, _closed(work, report))
    for delivery, recipient in await posts.mentioned(work.tx, report.id):
        language = (await work.person(recipient)).language
        await outbox.overwrite(work.tx, delivery, Content(_ending(work, language, "mention", report)))
    await posts.forget_mentions(work.tx, report.id)
    await news.forget(work, report)


def _closed(work: Work, report: Report) -> Content:
    return Content(_ending(work, work.policy.channel_language, "post", report))


def _ending(work: Work, language: str, where: str, report: Report) -> str:
    """How a report ended, without anything of what it said."""
    ended = "returned" if report.state is ReportState.RETURNED else "closed"
    return work.catalog.text(language, f"{where}-{ended}", code=report.code)


async def _replace(work: Work, report: Report, content: Content, *, or_delete: bool = False) -> None:
    live = await posts.live(work.tx, report.id)
    if live is None or work.policy.channel is None:
        return
    state = await outbox.state_of(work.tx, live)
    if state in _NOT_OUT:
        await outbox.rewrite(work.tx, live, content)
        return
    channel = chat(work.policy.channel)
    await work.queue(Outgoing(channel, content, Lane.POST, OnDoubt.RESEND, edits=live, or_delete=or_delete))
