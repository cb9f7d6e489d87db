"""Reposts: the clock makes digests of what is due; an item's former post goes once its new one is out."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.messages import Content, DeliveryState
from domain.reposts import Item as Turn
from domain.reposts import ItemKind, Showing
from relay import cases, channel, digests, items, repost_policy
from relay.digests import Message
from relay.items import Item
from relay.repost_policy import Week
from relay.work import Work
from storage import digests as stored_digests
from storage import notes, outbox, posts
from storage import reposts as stored
from storage.broadcasts import put_off
from storage.digests import Line
from storage.posts import Post
from storage.transaction import Transaction

PAGE: Final = 50
"""So many posts move on in one transaction."""

LOOKED_BACK: Final = timedelta(days=8)
"""A week of showings, and the day around it in whatever zone."""

PAUSED: Final = "paused"
"""The note that names the kinds which are not reposted for now."""

TRIED_FOR: Final = timedelta(days=30)
"""So long each digest tries again to remove former posts that could not be removed before."""

NOT_NOW: Final = timedelta(days=1)
"""So long what is due and not to be shown just now, a claimed find, is left alone."""


async def advance(work: Work) -> int:
    """Bring the channels on by one step; 0 when nothing is left to do."""
    if not work.policy.channels:
        return 0
    return await _move_on(work) or await _hush(work) or await _digest(work)


async def single_post_fits(work: Work, item: Item) -> bool:
    """Whether the channels can take a message for one item alone, or have had enough of such for now."""
    last = await stored_digests.last(work.tx)
    done, shown = last[0] if last else None, await week(work)
    rules, zone = work.policy.reposts, work.policy.zone
    if item.kind is ItemKind.APPEAL and not repost_policy.appeal_fits(shown, rules):
        return False
    return repost_policy.single_post_fits(work.now, done, shown, rules, zone)


async def begin(work: Work, item: Item, posted: str | None) -> None:
    """Let an item come back from now on: it was just posted by itself, or waits for the next digest.

    Nothing changes for one that comes back already.
    """
    first = repost_policy.first(
        item.kind, item.subject, work.now, work.policy.reposts, work.policy.zone, posted=posted is not None
    )
    await stored.begin(work.tx, first)
    if posted is not None:
        showing = Showing(item.kind, item.subject, work.now, posted)
        await stored.note(work.tx, [work.new_id()], [showing])


async def end(work: Work, item: Item) -> None:
    """Let an item come back no more."""
    await stored.end(work.tx, item.subject)


async def week(work: Work) -> Week:
    """What was shown in the last seven days."""
    shown = await stored.shown_since(work.tx, work.now - LOOKED_BACK)
    return repost_policy.week_of(shown, work.now, work.policy.zone)


async def paused(tx: Transaction) -> frozenset[ItemKind]:
    """The kinds that are not reposted for now."""
    noted = await notes.find(tx, PAUSED)
    return frozenset(ItemKind(kind) for kind in noted.split(",")) if noted else frozenset()


async def _digest(work: Work) -> int:
    """Make the digest of the present part of the day, once however many processes try; 0 for none."""
    rules, zone = work.policy.reposts, work.policy.zone
    last = await stored_digests.last(work.tx)
    done, made_at = last or (None, None)
    if repost_policy.part_at(work.now, rules, zone) in (None, done):
        return 0  # as nearly always: a week need not be counted for that
    shown = await week(work)
    part = repost_policy.may_digest(work.now, made_at, done, shown, rules, zone)
    if part is None:
        return 0
    resting = await paused(work.tx)
    due = await stored.due(work.tx, items.KINDS - resting, len(rules.gaps) + 1, part, rules.lines)
    chosen = repost_policy.choose(due, shown, rules, resting)
    if not chosen:
        return 0
    known = {turn.subject: await items.load(work, turn.kind, turn.subject) for turn in chosen}
    idle = [turn for turn in chosen if not _is_wanted(known[turn.subject])]
    if idle:
        await _leave_out(work, idle, known)
        return len(idle)
    if not await stored_digests.make(work.tx, part, work.now):
        return 0
    standing = [item for item in known.values() if item is not None]
    subjects = await _write(work, standing, repost_policy.messages_left(shown, rules))
    turned = [
        repost_policy.shown(turn, part, work.now, rules, zone) for turn in chosen if turn.subject in subjects
    ]
    await stored.save(work.tx, turned)
    return 1


def _is_wanted(item: Item | None) -> bool:
    return item is not None and item.comes_back


async def _leave_out(work: Work, idle: Sequence[Turn], known: dict[str, Item | None]) -> None:
    """What has ended comes back no more; what is only claimed may come back tomorrow."""
    for turn in idle:
        item = known[turn.subject]
        if item is None or not item.is_public:
            await stored.end(work.tx, turn.subject)
        else:
            await stored.put_off(work.tx, turn.subject, work.now + NOT_NOW)


async def _write(work: Work, shown: Sequence[Item], left: int) -> Collection[str]:
    """Queue a digest in every channel, in so many messages at most; what stands in it."""
    own, *others = work.policy.channels
    for each in work.policy.channels:  # the bot may have been shut out for a while
        await posts.remove_again(work.tx, each.recipient, work.now - TRIED_FOR)
    messages = _fitting(work, own.language, shown, left)
    standing = [item for message in messages for item in message.items]
    showings = await _put(work, own.recipient, messages)
    for other in others:
        await _put(work, other.recipient, digests.written(work, other.language, standing))
    await stored.note(work.tx, [work.new_id() for _ in showings], showings)
    return {item.subject for item in standing}


def _fitting(work: Work, language: str, shown: Sequence[Item], left: int) -> Sequence[Message]:
    """A digest in as many messages as are left: what goes first stands in it, wherever it belongs."""
    messages = digests.written(work, language, shown)
    while len(messages) > left:
        shown = shown[: sum(len(message.items) for message in messages[:left])]
        messages = digests.written(work, language, shown)
    return messages


async def _put(work: Work, recipient: str, messages: Sequence[Message]) -> list[Showing]:
    showings = []
    for message in messages:
        await _overtake(work, recipient, message.items)
        delivery = await channel.put(work, recipient, message.content)
        if not message.items[0].alone:
            lines = [Line(item.kind, item.subject) for item in message.items]
            await stored_digests.add_lines(work.tx, delivery, lines)
        for item in message.items:
            await posts.succeed(work.tx, item.kind, item.subject, recipient, delivery)
            showings.append(Showing(item.kind, item.subject, work.now, delivery))
    return showings


async def _overtake(work: Work, recipient: str, shown: Sequence[Item]) -> None:
    """Take items out of digests that were to take their place and are not known to be out: another will now.

    Else whichever of them comes late, or is sent again, would show them beside that one. Of one that may be
    out already nothing can be changed from here: a person has to look.
    """
    doubtful = set()
    for post in await posts.awaiting(work.tx, recipient, [item.subject for item in shown]):
        late = post.next or ""
        if await outbox.state_of(work.tx, late) is DeliveryState.UNKNOWN:
            doubtful.add(late)
        await digests.drop_line(work, late, recipient, post.subject)
    if doubtful:
        codes = ", ".join(item.code for item in shown)
        text = work.catalog.text(work.moderators_language, "trouble-overtaken", code=codes)
        await cases.tell(work, Content(text))


async def _move_on(work: Work) -> int:
    """Take away the former posts of items whose new one is out: one live post of each; how many."""
    moved = await posts.succeeded(work.tx, PAGE)
    for post in moved:
        await posts.move_on(work.tx, post)
        if await stored_digests.has_lines(work.tx, post.delivery):
            await digests.drop_line(work, post.delivery, post.channel, post.subject)
        else:
            pointer = await _pointer(work, post)
            await channel.take_away(work, post.channel, post.delivery, pointer)
    return len(moved)


async def _pointer(work: Work, post: Post) -> Content:
    """What stays of a post too old to be deleted; a picture keeps one, for it becomes no plain words."""
    pointer = digests.pointer(work, post.channel)
    item = await items.load(work, post.kind, post.subject)
    if item is None or not item.alone:
        return pointer
    return replace(pointer, attachment=item.post(work, work.policy.language_of(post.channel)).attachment)


async def _hush(work: Work) -> int:
    """Let digests wait that an outage has kept until the quiet hours; how many."""
    quiet = work.policy.reposts.quiet
    end = quiet.until(work.now, work.policy.zone) if quiet else None
    if end is None:
        return 0
    late = await stored_digests.waiting(work.tx, work.now)
    await put_off(work.tx, dict.fromkeys(late, end))
    return len(late)
