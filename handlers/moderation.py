"""Moderation in chat: yes or no to a waiting report, and what to do with a post in doubt."""

from domain.errors import Refusal
from domain.messages import Content
from domain.people import Person
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import moderation
from relay.work import Work


async def approve(work: Work, __: Person, incoming: Incoming) -> Screen:
    """Open a waiting report."""
    _check(work, incoming)
    code, _, stamp = incoming.after("approve:").partition(":")
    report = await moderation.approve(work, code, stamp)
    return _settled(work, "review-approved", report.code)


async def reject(work: Work, __: Person, incoming: Incoming) -> Screen:
    """Close a waiting report."""
    _check(work, incoming)
    code, _, stamp = incoming.after("reject:").partition(":")
    report = await moderation.reject(work, code, stamp)
    return _settled(work, "review-rejected", report.code)


async def send_again(work: Work, __: Person, incoming: Incoming) -> Screen:
    """Send a post in doubt once more."""
    _check(work, incoming)
    delivery, _, code = incoming.after("resend:").partition(":")
    await moderation.send_again(work, delivery, code)
    return Screen(Content(work.catalog.text(work.moderators_language, "trouble-resent")))


async def leave(work: Work, _: Person, incoming: Incoming) -> Screen:
    """Leave a post in doubt as it is."""
    _check(work, incoming)
    return Screen(Content(work.catalog.text(work.moderators_language, "trouble-left")))


def _check(work: Work, incoming: Incoming) -> None:
    if not moderation.may_moderate(work, incoming.chat_id, incoming.telegram_id):
        raise Refusal("not-a-moderator")


def _settled(work: Work, text_id: str, code: str) -> Screen:
    return Screen(Content(work.catalog.text(work.moderators_language, text_id, code=code)))
