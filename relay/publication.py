"""Publication: the moment a report becomes visible to the channel and to those who wait for it."""

from dataclasses import replace

from domain.claims import ClaimState
from domain.conversations import Conversation
from domain.documents import Report
from domain.messages import Content
from locales.catalog import Html
from relay import cards, cases, conversations, news, posts, watches
from relay.items import Find
from relay.work import Work
from storage import claims


async def publish(work: Work, report: Report) -> None:
    """Show a public report to everybody: the channel, the owners who wait for it, who follows its place."""
    await posts.publish(work, Find(report))
    await watches.tell_watchers(work, report)
    await news.begin(work, report)


async def tell_handed_in(work: Work, report: Report, conversation: Conversation | None) -> None:
    """Tell everybody who claims a document where it is now; nothing is left to prove to the finder."""
    if conversation is not None:
        await conversations.hang_up(work, conversation)
        await conversations.release(work, conversation)
        await _tell_where(work, conversation.owner_id, report)
    for claim in await claims.of_report(work.tx, report.id, ClaimState.ASKED, ClaimState.DISPUTED):
        await claims.save(work.tx, replace(claim, state=ClaimState.DROPPED))
        await _tell_where(work, claim.person_id, report)
    await cases.settle_report(work, report)


async def _tell_where(work: Work, person_id: str, report: Report) -> None:
    person = await work.person(person_id)
    card = Html(cards.card(work, person.language, report))
    await work.tell(person.id, Content(work.catalog.text(person.language, "handed-in-owner", card=card)))
