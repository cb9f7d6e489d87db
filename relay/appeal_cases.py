"""Cases about appeals as moderators see them: everything they have to look at, and their checklist."""

from collections.abc import Sequence

from domain.appeals import CHECKS, Appeal, PayeeVersion, Vouch
from domain.cases import Case, CaseKind
from domain.messages import Button, Content
from locales.catalog import Html
from locales.dates import day_in_words
from matching import payees
from relay import appeal_cards
from relay.work import Work
from storage import appeals, volunteers

_TOLD = ("beneficiary", "relation", "consent", "starts", "former", "proposed", "checks")
SIGN_TICKED, SIGN_OPEN = "☑", "☐"


async def values(work: Work, case: Case) -> dict[str, str]:
    """What the text of a case about an appeal or its payee needs beside the public card."""
    appeal = await appeals.get(work.tx, case.subject)
    if appeal is None or appeal.need is None:
        return dict.fromkeys(_TOLD, appeal_cards.GONE)
    language, label = work.moderators_language, work.catalog.label
    version = await appeals.payee_of(work.tx, appeal.id, version_of(case))
    former = await appeals.payee(work.tx, appeal.id) if case.kind is CaseKind.CHANGE else None
    return {
        "beneficiary": appeal.need.beneficiary,
        "relation": label(language, f"relation-{appeal.need.relation}"),
        "consent": label(language, f"consent-{appeal.need.consent}"),
        "starts": day_in_words(language, appeal.need.starts),
        "former": whole_payee(work, former),
        "proposed": whole_payee(work, version),
        "checks": Html(await _checks(work, appeal, case)),
    }


def version_of(case: Case) -> int:
    """Which payee a case is about."""
    return int(case.details["version"])


def whole_payee(work: Work, version: PayeeVersion | None) -> str:
    """A payee with its whole number, for those who compare it digit by digit."""
    if version is None:
        return appeal_cards.GONE
    language, label = work.moderators_language, work.catalog.label
    kind = label(language, f"payee-{version.payee.kind}")
    how = label(language, f"how-{version.payee.details.kind}")
    return f"{kind}: {version.payee.name} · {how} {payees.grouped(version.payee.details)}"


async def rows(work: Work, case: Case) -> list[tuple[Button, ...]]:
    """The buttons of an open case: its papers, the checklist, taking one's own yes back."""

    def button(text_id: str, verb: str) -> Button:
        label = work.catalog.label(work.moderators_language, text_id)
        return Button(label, tap=f"case:{case.id}:{verb}")

    ticks = [button(f"button-check-{check}", f"tick.{check}") for check in CHECKS[case.kind]]
    pairs = [tuple(ticks[start : start + 2]) for start in range(0, len(ticks), 2)]
    return [(button("button-papers", "papers"),), *pairs, (button("button-unvouch", "unvouch"),)]


async def send_papers(work: Work, case: Case, recipient: str) -> int:
    """Send an appeal's papers to a chat of moderators; how many. They are emptied when papers are wiped."""
    held = await appeals.papers(work.tx, case.subject)
    for file in held:
        caption = work.catalog.text(work.moderators_language, "case-paper", code=await _code(work, case))
        delivery = await work.tell(recipient, Content(caption, attachment=file))
        await appeals.note_copy(work.tx, case.subject, delivery)
    return len(held)


async def _code(work: Work, case: Case) -> str:
    appeal = await appeals.get(work.tx, case.subject)
    return appeal.code if appeal else appeal_cards.GONE


async def _checks(work: Work, appeal: Appeal, case: Case) -> str:
    """The checklist with who did what, and who said yes; as Telegram HTML."""
    said = await appeals.vouched(work.tx, appeal.id, version_of(case))
    names = await volunteers.names(work.tx, [vouch.person_id for vouch in said])
    language, text = work.moderators_language, work.catalog.text
    lines = []
    for check in CHECKS[case.kind]:
        who = _signed(names, [vouch for vouch in said if check in vouch.checks])
        sign = SIGN_TICKED if who else SIGN_OPEN
        what = work.catalog.label(language, f"check-{check}")
        lines.append(
            text(
                language,
                "case-check",
                sign=sign,
                what=what,
                who=who,
            )
        )
    approved = _signed(names, [vouch for vouch in said if vouch.approved_at is not None])
    lines.append(text(language, "case-approvals", who=approved or appeal_cards.GONE))
    return "\n".join(lines)


def _signed(names: dict[str, str], said: Sequence[Vouch]) -> str:
    return ", ".join(names.get(vouch.person_id, appeal_cards.GONE) for vouch in said)
