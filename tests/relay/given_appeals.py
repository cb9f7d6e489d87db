"""Appeals that are there before a story begins, put by storage itself; all of it is invented."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from domain.appeals import (
    HAD_MONEY,
    OVER,
    WAITING,
    WITH_LEDGER,
    Appeal,
    AppealState,
    Consent,
    Need,
    PayeeVersion,
    Purpose,
    Relation,
)
from domain.money import Currency, Money
from domain.payees import Details, DetailsKind, Payee, PayeeKind
from relay import people
from relay.work import Work
from storage import appeals

ORGANISER = 700_101
"""The Telegram id of whoever asks, unless a story says otherwise."""

CARD = Details(DetailsKind.CARD, "4400430123456789")
OTHER_CARD = Details(DetailsKind.CARD, "8600123456789012")
THIRD_CARD = Details(DetailsKind.CARD, "5536913812345672")
PHONE = Details(DetailsKind.PHONE, "+77011234567")

WORDS = (
    "Дочке моей сестры нужна операция на позвоночнике. Врачи в Алматы сказали, что тянуть нельзя: с каждым "
    "месяцем кривизна растёт. Часть денег собрали родные и соседи, не хватает на имплант и на реабилитацию "
    "после больницы. Будем благодарны за любую помощь и расскажем о каждом чеке."
)
"""Enough of an appeal to be known again; no text of the bot holds it."""

NAME = "Айгерим Сатпаева"


def payee(details: Details = CARD) -> Payee:
    return Payee(PayeeKind.RECIPIENT, NAME, details)


async def given(  # noqa: PLR0913 - each story differs in another of them
    work: Work,
    code: str,
    state: AppealState = AppealState.OPEN,
    *,
    details: Details = CARD,
    organiser: int = ORGANISER,
    words: str = WORDS,
    days: int = 30,
) -> Appeal:
    """Put an appeal that stands so, with its first payee: in force once it was approved, and still then."""
    asker = await people.meet(work, organiser, "ru")
    need = Need(
        NAME,
        Consent.INITIAL,
        Relation.FAMILY,
        Purpose.TREATMENT,
        words,
        Money(Decimal(2_500_000), Currency.KZT),
        work.today - timedelta(days=5),
        work.today + timedelta(days=days),
    )
    appeal = Appeal(work.new_id(), code, asker.id, state, need, work.now)
    if state in HAD_MONEY:
        appeal = replace(appeal, approved_at=work.now, opened_at=work.now)
    if state in OVER or state is AppealState.ENDED:
        appeal = replace(appeal, ended_at=work.now)
    await appeals.add(work.tx, appeal, need)
    since = None if state in (*WAITING, AppealState.REFUSED, AppealState.WITHDRAWN) else work.now
    await appeals.propose(
        work.tx, PayeeVersion(work.new_id(), appeal.id, 1, payee(details), work.now, since=since)
    )
    return appeal


async def proposed(work: Work, appeal: Appeal, details: Details) -> Appeal:
    """Put other details that nobody has approved yet: the appeal is frozen by them."""
    if appeal.state in WITH_LEDGER:
        appeal = replace(appeal, state=AppealState.FROZEN)
        await appeals.save(work.tx, appeal)
    version = PayeeVersion(work.new_id(), appeal.id, appeal.version + 1, payee(details), work.now)
    await appeals.propose(work.tx, version)
    return appeal


async def changed(work: Work, appeal: Appeal, details: Details, at: datetime) -> Appeal:
    """Put other details in force in place of the former ones."""
    former = await appeals.payee_of(work.tx, appeal.id, appeal.version)
    assert former is not None
    await appeals.turn(work.tx, former, since=former.since, until=at)
    new = PayeeVersion(work.new_id(), appeal.id, appeal.version + 1, payee(details), at, since=at)
    await appeals.propose(work.tx, new)
    going = replace(appeal, state=AppealState.OPEN, version=new.version, changed_at=at)
    await appeals.save(work.tx, going)
    return going
