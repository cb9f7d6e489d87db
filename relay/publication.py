"""Publication: the moment a report becomes visible to the channel and to the owners who wait."""

from domain.documents import Report
from relay import posts, watches
from relay.work import Work


async def publish(work: Work, report: Report) -> None:
    """Show an open report to everybody: the channel, and the owners who wait for it."""
    await posts.publish(work, report)
    await watches.tell_watchers(work, report)
