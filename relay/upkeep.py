"""Upkeep: what nobody needs any more is forgotten."""

from datetime import timedelta

from relay.work import Work
from storage import counters, digests, drafts, inbox, outbox, reposts

INBOX_KEPT = timedelta(days=3)
"""Telegram itself forgets an update after 24 hours."""

DRAFTS_KEPT = timedelta(days=7)
COUNTERS_KEPT = timedelta(days=2)
TRIES_KEPT = timedelta(days=2)
REPLIES_KEPT = timedelta(days=2)

SHOWINGS_KEPT = timedelta(days=35)
"""The budgets look a week back; so much later a clock put back by a month still knows what was shown."""


async def tidy(work: Work) -> dict[str, int]:
    """Forget old update ids, abandoned drafts, spent counters and finished replies; how many of each."""
    return {
        "inbox": await inbox.drop_older(work.tx, work.now - INBOX_KEPT),
        "drafts": await drafts.drop_older(work.tx, work.now - DRAFTS_KEPT),
        "counters": await counters.drop_older(work.tx, work.today - COUNTERS_KEPT, work.now - TRIES_KEPT),
        "digests": await digests.forget_older(work.tx, work.now - SHOWINGS_KEPT),
        "showings": await reposts.forget_older(work.tx, work.now - SHOWINGS_KEPT),
        "replies": await outbox.drop_older(work.tx, work.now - REPLIES_KEPT),
    }
