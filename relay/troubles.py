"""Troubles: posts that failed or whose fate is in doubt; moderators look and decide."""

from domain.cases import Action
from domain.errors import Refusal
from domain.messages import Button, Content, DeliveryState
from domain.people import Person
from relay import cases, items, posts
from relay.items import Item
from relay.work import Work
from storage import documents, outbox
from storage import posts as stored_posts

AT_ONCE = 20
"""How many troubles are told of in one go."""


async def ask_removal(work: Work, code: str, text_id: str = "trouble-delete") -> None:
    """Ask the moderators to look for a post that may be out although what it tells of does not hold good."""
    text = work.catalog.text(work.moderators_language, text_id, code=code)
    await cases.tell(work, Content(text))


async def report_troubles(work: Work) -> int:
    """Tell the moderators of posts that failed or are in doubt, once each; how many."""
    troubles = await outbox.unreported_troubles(work.tx, AT_ONCE)
    for delivery, state, problem in troubles:
        original, _ = await _original(work, delivery)
        await cases.tell(work, _trouble(work, delivery, await _told(work, original), state, problem))
        await outbox.mark_reported(work.tx, delivery, work.now)
    return len(troubles) + await _report_notices(work)


async def _report_notices(work: Work) -> int:
    """Tell of notices in private chats that still show what has ended and cannot be changed."""
    stuck = await outbox.unreported_notices(work.tx, AT_ONCE)
    for delivery, report_id, problem in stuck:
        report = await documents.get(work.tx, report_id)
        if report is not None:
            language = work.moderators_language
            text = work.catalog.text(language, "trouble-notice", code=report.code, problem=problem)
            await cases.tell(work, Content(text))
        await outbox.mark_reported(work.tx, delivery, work.now)
    return len(stuck)


async def send_again(work: Work, moderator: Person, delivery: str) -> None:
    """Send a post that failed or is in doubt once more, as it should read by now.

    Refusal when that was done before, or when all it tells of has ended and nothing need be posted.
    """
    original, recipient = await _original(work, delivery)
    shown = await _told(work, original)
    if not any(item.is_public or delivery != original for item in shown):
        raise Refusal("document-gone")
    if not await outbox.requeue(work.tx, delivery, work.now):
        raise Refusal("trouble-settled")
    await outbox.rewrite(work.tx, delivery, await posts.present(work, shown, original, recipient))
    code = shown[0].code if len(shown) == 1 else ""
    await cases.record(work, moderator.id, Action.SENT_AGAIN, code, "post")


async def _original(work: Work, delivery: str) -> tuple[str, str]:
    """The post that a delivery is or changes, and its channel; Refusal when it is forgotten."""
    found = await outbox.original_of(work.tx, delivery)
    if found is None:
        raise Refusal("document-gone")
    return found


async def _told(work: Work, original: str) -> list[Item]:
    """What a post tells of: one item, or all of a digest."""
    found = await stored_posts.shown_by(work.tx, original)
    known = [await items.load(work, post.kind, post.subject) for post in found]
    return [item for item in known if item is not None]


def _trouble(work: Work, delivery: str, shown: list[Item], state: DeliveryState, problem: str) -> Content:
    language = work.moderators_language
    text_id = "trouble-unknown" if state is DeliveryState.UNKNOWN else "trouble-undeliverable"
    if len(shown) > 1:
        text_id = f"{text_id}-digest"
    codes = ", ".join(item.code for item in shown)
    text = work.catalog.text(language, text_id, code=codes, problem=problem)
    again = Button(work.catalog.label(language, "button-send-again"), tap=f"resend:{delivery}")
    leave = Button(work.catalog.label(language, "button-leave"), tap=f"leave:{delivery}")
    return Content(text, ((again, leave),))
