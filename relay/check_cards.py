"""What whoever checks something reads: the verdict first, then as much as everybody may know."""

from collections.abc import Iterator
from typing import Final

from domain.appeals import HAD_MONEY, Appeal, AppealState
from domain.clock import local_day
from domain.messages import Button, Content
from locales.catalog import clipped, escaped
from locales.dates import day_in_words
from matching import payees
from relay import appeal_cards
from relay.checks import Asked, Checked, Verdict
from relay.work import Work

CHECK: Final = "check"
"""The start of the bot that asks what is to be checked; with `_` and a code behind it the answer comes."""

QUOTED: Final = 300
"""So much of somebody's reasons stands in an answer."""

_ELSEWHERE: Final = (Verdict.CHANGED, Verdict.MISMATCH)
"""What was asked about is not where money goes: what is said of the appeal is headed as the right one."""

_SHORT: Final = {
    Verdict.OPEN: "check-short-good",
    Verdict.WAITING: "check-short-wait",
    Verdict.FROZEN: "check-short-wait",
    Verdict.PROPOSED: "check-short-wait",
    Verdict.ENDED: "check-short-over",
    Verdict.CLOSED: "check-short-over",
    Verdict.UNKNOWN: "check-short-unknown",
}
_SHORT_OTHERWISE: Final = "check-short-stop"


def answer(work: Work, language: str, checked: Checked) -> Content:
    """The answer in private, with all that can be done next."""
    return Content(_text(work, language, checked), tuple(_rows(work, language, checked)))


def shared(work: Work, language: str, checked: Checked) -> Content:
    """The same for a chat of others: its buttons let everybody check by themselves."""
    label = work.catalog.label
    payload = f"{CHECK}_{checked.appeal.code}" if _is_named(checked) and checked.appeal else CHECK
    rows = [(Button(label(language, "button-check-yourself"), url=work.policy.deep_link(payload)),)]
    return Content(_text(work, language, checked), (*rows, *_links(work, language, checked)))


def short(work: Work, language: str, checked: Checked) -> str:
    """The verdict in one line, as plain text."""
    return work.catalog.label(language, _SHORT.get(checked.verdict, _SHORT_OTHERWISE))


def what(work: Work, language: str, checked: Checked) -> str:
    """What was asked about, as plain text; of a number never the whole."""
    label = work.catalog.label
    if checked.details:
        covered = " · ".join(payees.masked(each) for each in checked.details)
        return f"{label(language, f'how-{checked.details[0].kind}')} {covered}"
    if _is_named(checked) and checked.appeal:
        return label(language, "check-what-appeal", code=checked.appeal.code)
    return label(language, "check-what-link" if checked.asked is Asked.LINK else "check-what-code")


def _text(work: Work, language: str, checked: Checked) -> str:
    parts = [_verdict(work, language, checked), *_facts(work, language, checked)]
    if checked.verdict not in (Verdict.UNREADABLE, Verdict.NOTHING):
        parts.insert(0, f"🔎 {escaped(what(work, language, checked))}")
    return "\n\n".join(parts)


def _verdict(work: Work, language: str, checked: Checked) -> str:
    appeal = checked.appeal
    moment = checked.until or (appeal.ended_at if appeal else None)
    return work.catalog.text(
        language,
        f"checked-{checked.verdict}",
        asked=checked.asked,
        code=appeal.code if appeal else appeal_cards.GONE,
        day=day_in_words(language, local_day(moment, work.policy.zone)) if moment else appeal_cards.GONE,
        why=clipped(appeal_cards.why(work, language, appeal), QUOTED) if appeal else appeal_cards.GONE,
        money=clipped(appeal.ending.money, QUOTED) or appeal_cards.GONE if appeal else appeal_cards.GONE,
    )


def _facts(work: Work, language: str, checked: Checked) -> Iterator[str]:
    """What everybody may know of the appeal; where money goes only while it may be sent."""
    appeal = checked.appeal
    if appeal is None or appeal.need is None or appeal.state not in HAD_MONEY:
        return
    text = work.catalog.text
    lines = [f"<b>{escaped(appeal_cards.title(work, language, appeal))}</b>"]
    if checked.payee is not None:
        if checked.verdict in _ELSEWHERE:
            lines.insert(0, text(language, "check-right"))
        lines.append(text(language, "check-ends", day=day_in_words(language, appeal.need.ends)))
        lines.append(f"💳 {escaped(appeal_cards.payee_line(work, language, checked.payee))}")
    if appeal.changed_at is not None:
        changed = local_day(appeal.changed_at, work.policy.zone)
        lines.append(text(language, "check-changed", day=day_in_words(language, changed)))
    lines.append(f"🔑 <code>{appeal.code}</code>")
    yield "\n".join(lines)


def _rows(work: Work, language: str, checked: Checked) -> Iterator[tuple[Button, ...]]:
    if checked.payee is not None:
        yield (appeal_cards.copy_button(work, language, checked.payee),)
    yield from _links(work, language, checked)
    if checked.verdict is Verdict.OPEN and checked.appeal is not None:
        yield (appeal_cards.share_button(work, language, checked.appeal),)
    again = Button(work.catalog.label(language, "button-check-again"), tap=CHECK)
    yield (again,)


def _links(work: Work, language: str, checked: Checked) -> Iterator[tuple[Button, ...]]:
    appeal = checked.appeal
    if appeal is None or appeal.state not in HAD_MONEY:
        return
    label = work.catalog.label
    if appeal.state is AppealState.OPEN:
        yield (Button(label(language, "button-appeal-open"), url=appeal_cards.link(work, appeal)),)
    page = work.policy.page_link(appeal.code, language)
    if page:
        yield (Button(label(language, "button-page"), url=page),)


def _is_named(checked: Checked) -> bool:
    """Whether the code of the appeal may be told: it was asked about by it, or everybody knows it."""
    appeal: Appeal | None = checked.appeal
    return appeal is not None and (checked.asked is not Asked.DETAILS or appeal.state in HAD_MONEY)
