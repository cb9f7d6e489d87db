"""Posts in the channels: one live post of each item in each, changed in place when the item changes."""

from collections.abc import Collection, Sequence

from domain.documents import Report, ReportState
from domain.messages import Content, DeliveryState
from domain.reposts import ItemKind
from relay import channel, digests, news, reposts
from relay.items import Item
from relay.work import Work
from storage import digests as stored_digests
from storage import outbox, posts


async def publish(work: Work, item: Item) -> None:
    """Post an item in every channel; where it was posted before, its post is brought up to date.

    When the channels have had enough for today it waits for the next digest. From now on it comes back.
    """
    if not work.policy.channels:
        return
    posted = None
    if await _stands(work, item):
        await refresh(work, item)
    elif await reposts.single_post_fits(work, item):
        posted = await _post(work, item)
    await reposts.begin(work, item, posted)


async def refresh(work: Work, item: Item) -> None:
    """Bring an item's posts up to date."""
    for recipient, delivery in await _places(work, item):
        if await stored_digests.has_lines(work.tx, delivery):
            await digests.refresh(work, delivery, recipient)
        else:
            content = item.post(work, work.policy.language_of(recipient))
            await channel.change(work, recipient, delivery, content)


async def present(work: Work, shown: Sequence[Item], delivery: str, recipient: str) -> Content:
    """What a post that tells of these items is to say by now."""
    if await stored_digests.has_lines(work.tx, delivery):
        return await digests.present(work, delivery, recipient)
    language = work.policy.language_of(recipient)
    return shown[0].post(work, language) if shown[0].is_public else shown[0].closed(work, language)


async def close(work: Work, item: Item) -> bool:
    """Take everything personal out of an item's posts and say that it is over; it comes back no more.

    False when nobody knows whether one of them is out, so that it cannot be changed from here.
    """
    await reposts.end(work, item)
    known = True
    for recipient, delivery in await _places(work, item):
        if await stored_digests.has_lines(work.tx, delivery):
            known &= await digests.close_line(work, delivery, recipient)
        else:
            content = item.closed(work, work.policy.language_of(recipient))
            known &= await channel.close(work, recipient, delivery, content)
    return known


async def is_in_doubt(work: Work, item: Item) -> bool:
    """Whether nobody knows of one of an item's posts if it is out: then it cannot be changed from here."""
    states = [await outbox.state_of(work.tx, delivery) for _, delivery in await _places(work, item)]
    return DeliveryState.UNKNOWN in states


async def forget(work: Work, item: Item) -> None:
    """Forget where an item stood and what its posts ever said; its line leaves the digest."""
    for recipient, delivery in await _places(work, item):
        if await stored_digests.has_lines(work.tx, delivery):
            await digests.drop_line(work, delivery, recipient, item.subject)
        else:
            content = item.closed(work, work.policy.language_of(recipient))
            await outbox.overwrite(work.tx, delivery, content)
    await posts.forget(work.tx, item.subject)


async def standing_as(work: Work, names: Collection[str], message: int) -> tuple[ItemKind, str] | None:
    """The item that a channel's message shows by itself: its kind and id; a digest stands for none.

    `names` are the channel's as recipients, in small letters: by its number, and by its public name.
    """
    for each in work.policy.channels:
        if each.recipient.casefold() not in names:
            continue
        shown = await posts.standing_as(work.tx, each.recipient, message)
        return (shown[0].kind, shown[0].subject) if len(shown) == 1 else None
    return None


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
        await work.amend(delivery, recipient, _ending(work, person.language, report), or_delete=True)


async def forget_mentions(work: Work, report: Report) -> None:
    """Forget what the notices of a report ever said, and who was told of it."""
    for delivery, recipient in await posts.mentioned(work.tx, report.id):
        language = (await work.person(recipient)).language
        await outbox.overwrite(work.tx, delivery, _ending(work, language, report))
    await posts.forget_mentions(work.tx, report.id)
    await news.forget(work, report)


def _ending(work: Work, language: str, report: Report) -> Content:
    """How a report ended, without anything of what it said."""
    ended = "returned" if report.state is ReportState.RETURNED else "closed"
    return Content(work.catalog.text(language, f"mention-{ended}", code=report.code))


async def _post(work: Work, item: Item) -> str:
    """Post an item by itself in every channel; the delivery in the page's own."""
    out = []
    for each in work.policy.channels:
        delivery = await channel.put(work, each.recipient, item.post(work, each.language))
        await posts.put(work.tx, item.kind, item.subject, each.recipient, delivery)
        out.append(delivery)
    return out[0]


async def _stands(work: Work, item: Item) -> bool:
    """Whether an item has a post that left, or may yet."""
    states = [await outbox.state_of(work.tx, delivery) for _, delivery in await _places(work, item)]
    return any(state is not DeliveryState.CANCELLED for state in states)


async def _places(work: Work, item: Item) -> list[tuple[str, str]]:
    """Where an item stands or is to stand: (channel, delivery)."""
    found = await posts.of_item(work.tx, item.subject)
    return [(post.channel, delivery) for post in found for delivery in (post.delivery, post.next) if delivery]
