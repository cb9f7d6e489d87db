"""One message of a channel: changed in place as long as it stands there, or taken away."""

from typing import Final

from domain.messages import Content, DeliveryState, Lane, OnDoubt, Outgoing
from relay.work import Work
from storage import outbox

NOT_OUT: Final = (DeliveryState.QUEUED, DeliveryState.UNKNOWN, DeliveryState.UNDELIVERABLE)
"""A post in these states has no message that could be edited: what it will say is changed instead."""


async def put(work: Work, channel: str, content: Content) -> str:
    """Post a message; its delivery. One whose answer is lost is not repeated: the moderators are asked."""
    return (await work.queue(Outgoing(channel, content, Lane.POST, OnDoubt.PARK)))[0]


async def change(work: Work, channel: str, delivery: str, content: Content) -> None:
    """Let a message say something else; a change that has not left yet is changed itself, so none pile up."""
    if await outbox.state_of(work.tx, delivery) in NOT_OUT:
        await outbox.rewrite(work.tx, delivery, content)
        return
    waiting = await outbox.waiting_edit(work.tx, delivery)
    if waiting is not None:
        await outbox.rewrite(work.tx, waiting, content)
        return
    await work.queue(Outgoing(channel, content, Lane.POST, OnDoubt.RESEND, edits=delivery))


async def close(work: Work, channel: str, delivery: str, content: Content) -> bool:
    """Let a message say its last words; one that cannot be changed is deleted, one that waits is not sent.

    False when nobody knows whether it is out, so that it cannot be changed from here.
    """
    state = await outbox.state_of(work.tx, delivery)
    if state is DeliveryState.QUEUED:
        await outbox.finish(work.tx, delivery, DeliveryState.CANCELLED, work.now)
    elif state in NOT_OUT:
        await outbox.rewrite(work.tx, delivery, content)
    else:
        await _overrule(work, delivery)
        last = Outgoing(channel, content, Lane.POST, OnDoubt.RESEND, edits=delivery, or_delete=True)
        await work.queue(last)
    return state is not DeliveryState.UNKNOWN


async def _overrule(work: Work, delivery: str) -> None:
    """Let a change that has not left yet stay where it is: another one follows."""
    waiting = await outbox.waiting_edit(work.tx, delivery)
    if waiting is not None:
        await outbox.finish(work.tx, waiting, DeliveryState.CANCELLED, work.now)


async def take_away(work: Work, channel: str, delivery: str, pointer: Content) -> None:
    """Delete a message whose place another has taken; where it is too old, it points on to that one.

    One that waits is not sent. What it said is forgotten here at once.
    """
    if await outbox.state_of(work.tx, delivery) is DeliveryState.QUEUED:
        await outbox.finish(work.tx, delivery, DeliveryState.CANCELLED, work.now)
    else:
        gone = Outgoing(channel, pointer, Lane.POST, OnDoubt.RESEND, edits=delivery, deletes=True)
        await work.queue(gone)
    await outbox.overwrite(work.tx, delivery, pointer)
