"""Replies: the answer to a person is an outbox message too, written with the effects and sent at once."""

from datetime import timedelta

from domain.messages import Claimed, Outgoing
from relay.work import Work
from storage import inbox

LEASE = timedelta(seconds=60)
"""Longer than any single call to Telegram lasts; a reply still claimed after it belongs to a dead process."""


async def first_time(work: Work, update_id: int) -> bool:
    """Note the update; False when its effects are here already."""
    return await inbox.record(work.tx, update_id, work.now)


async def reply(work: Work, outgoing: Outgoing, chat_id: int) -> tuple[str, Claimed | None]:
    """Write a reply for `chat_id`; its delivery's id, and the delivery itself when it may be sent at once."""
    delivery, at_once = await work.queue(outgoing, lease=LEASE)
    claimed = Claimed(
        id=delivery,
        recipient=outgoing.recipient,
        chat_id=chat_id,
        content=outgoing.content,
        lane=outgoing.lane,
        on_doubt=outgoing.on_doubt,
        attempts=1,
        message_id=outgoing.edits_message,
    )
    return delivery, claimed if at_once else None
