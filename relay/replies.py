"""Replies: the answer to a person is an outbox message too, written with the effects and sent at once."""

from datetime import timedelta

from domain.messages import Claimed, Content, Lane, OnDoubt, Outgoing
from relay.work import Work
from storage import inbox, outbox

LEASE = timedelta(seconds=60)
"""Longer than any single call to Telegram lasts; a reply still claimed after it belongs to a dead process."""


async def first_time(work: Work, update_id: int) -> bool:
    """Note the update; False when its effects are here already."""
    return await inbox.record(work.tx, update_id, work.now)


async def reply(
    work: Work, recipient: str, content: Content, edits_message: int | None = None
) -> tuple[str, Claimed | None]:
    """Write a reply; its delivery's id, and the claimed delivery when it may be sent at once."""
    outgoing = Outgoing(recipient, content, Lane.REPLY, OnDoubt.RESEND, edits_message=edits_message)
    delivery, at_once = await work.queue(outgoing, lease=LEASE)
    return delivery, await outbox.load(work.tx, delivery) if at_once else None
