"""Proofs: the finder's secret facts, kept as keyed hashes, and every guess at them, counted."""

from collections.abc import Mapping
from datetime import timedelta

from domain.documents import ProofKind, Report
from domain.forms import KEPT, SKIPPED, Answers
from domain.people import Person
from matching.proofs import normal_form
from relay.work import Work
from storage import counters, documents

SALT_BYTES = 16
WITHIN = timedelta(hours=24)


async def kinds(work: Work, report: Report) -> frozenset[ProofKind]:
    """Which secret facts the finder gave."""
    return await documents.proof_kinds(work.tx, report.id)


async def save(work: Work, report: Report, answers: Answers) -> None:
    """Keep the facts of a form as hashes; what was skipped is forgotten, what was kept stays."""
    given = {kind: answers.get(kind, SKIPPED) for kind in ProofKind}
    kept = [kind for kind, fact in given.items() if fact == KEPT]
    await documents.drop_proofs(work.tx, report.id, kept)
    for kind, fact in given.items():
        folded = normal_form(kind, fact) if fact not in (SKIPPED, KEPT) else ""
        if folded:  # "the ministry" is no fact: everybody would answer it
            salt = work.ids.entropy(SALT_BYTES)
            await documents.add_proof(work.tx, report.id, kind, folded, salt)


async def tried(work: Work, person: Person, report: Report) -> int:
    """How often this person's facts were compared with this report's today."""
    who = counters.seeker(work.tx, person.telegram_id)
    return await counters.tries_since(work.tx, work.now - WITHIN, who=who, report_id=report.id)


async def tries_left(work: Work, person: Person, report: Report) -> int:
    """How many guesses this person has left at this report today: the least of three counts."""
    since, policy = work.now - WITHIN, work.policy
    who = counters.seeker(work.tx, person.telegram_id)
    here = await tried(work, person, report)
    anywhere = await counters.tries_since(work.tx, since, who=who)
    by_all = await counters.tries_since(work.tx, since, report_id=report.id)
    left = (
        policy.tries_per_report - here,
        policy.tries_per_person - anywhere,
        policy.tries_at_report - by_all,
    )
    return max(min(left), 0)


async def guess(work: Work, person: Person, report: Report, facts: Mapping[ProofKind, str]) -> bool:
    """Whether all facts agree with the finder's; every guess is counted, wherever it was made.

    False without comparing when no tries are left.
    """
    if not await tries_left(work, person, report):
        return False
    who = counters.seeker(work.tx, person.telegram_id)
    await counters.add_try(work.tx, work.new_id(), who, report.id, work.now)
    folded = {kind: normal_form(kind, fact) for kind, fact in facts.items()}
    agree = await documents.proofs_agree(work.tx, report.id, folded)
    return agree and not person.is_shadowed
