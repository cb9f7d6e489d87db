"""Claims: a person says that a found document is theirs, and a volunteer is asked to bring both together."""

from datetime import timedelta

from domain.documents import Report
from domain.errors import Refusal
from domain.messages import Content
from domain.people import Person
from locales.catalog import Html
from relay import cards, documents, moderation
from relay.work import Work
from storage import claims, people

DAY = timedelta(days=1)


async def claim(work: Work, person: Person, code: str) -> Report:
    """Tell the moderators who says that a report is theirs.

    Refusal for one's own report, a second claim of the same report, or too many claims in 24 hours.
    """
    report = await documents.open_report(work, code)
    if report.finder_id == person.id:
        raise Refusal("claim-own")
    if await claims.count_since(work.tx, person.id, work.now - DAY) >= work.policy.claims_per_day:
        raise Refusal("claim-too-many", limit=work.policy.claims_per_day)
    if not await claims.add(work.tx, report.id, person.id, work.now):
        raise Refusal("claim-again")
    await moderation.tell(work, await _request(work, person, report))
    return report


async def _request(work: Work, person: Person, report: Report) -> Content:
    """Both sides as links that open a chat with them: seen in the moderators' private chat only."""
    language = work.moderators_language
    finder = await people.get(work.tx, report.finder_id)
    facts = sorted(await documents.proof_kinds(work, report))
    return Content(
        work.catalog.text(
            language,
            "claim-request",
            card=Html(cards.card(work, language, report)),
            name=report.name,
            claimant=_account(work, person, "claim-claimant"),
            finder=_account(work, finder, "claim-finder"),
            facts=", ".join(work.catalog.label(language, f"proof-{kind}") for kind in facts) or "—",
        )
    )


def _account(work: Work, person: Person, text_id: str) -> Html:
    label = work.catalog.text(work.moderators_language, text_id)
    return Html(f'<a href="tg://user?id={person.telegram_id}">{label}</a>')
