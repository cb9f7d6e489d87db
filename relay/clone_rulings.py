"""Rulings about suspected copies of an appeal: who sent one is kept out for good, or it was harmless."""

from collections.abc import Mapping

from domain.cases import Case, CaseKind, Decision, Reason
from domain.people import BanChoice
from relay import bans
from relay.decisions import Former, Ruling
from relay.work import Work


async def _shut_out(work: Work, case: Case, _: Reason | None) -> Former:
    await bans.choose(work, await work.person(case.decided_by or ""), case, BanChoice.FOREVER)
    return {}


async def _let_in(work: Work, case: Case) -> None:
    await bans.choose(work, await work.person(case.decided_by or ""), case, BanChoice.LIFT)


async def _leave(_: Work, __: Case, ___: Reason | None) -> Former:
    return {}


async def _unleave(_: Work, __: Case) -> None:
    return None


RULINGS: Mapping[tuple[CaseKind, Decision], Ruling] = {
    (CaseKind.CLONE, Decision.FRAUD): Ruling(_shut_out, _let_in),
    (CaseKind.CLONE, Decision.HARMLESS): Ruling(_leave, _unleave),
}
