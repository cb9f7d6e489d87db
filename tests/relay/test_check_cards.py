"""What whoever checks something reads, in every language: short, whole, and never a whole number."""

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.appeals import Appeal, AppealState, Consent, Ending, Need, Purpose, Relation
from domain.ids import Ids
from domain.money import Currency, Money
from domain.payees import Details, DetailsKind
from domain.policy import Policy
from locales.catalog import Catalog, plain
from locales.choice import NAMES
from relay import check_cards
from relay.checks import Asked, Checked, Verdict
from relay.work import Work
from tests.relay.given_appeals import CARD, NAME, WORDS, payee
from tests.storage.store import START

CODE = "K7M4Q"
IBAN = Details(DetailsKind.IBAN, "KZ86125KZT5004100100")
ACCOUNT = Details(DetailsKind.ACCOUNT, "40817810099910004312", "044525225")
PHONE = Details(DetailsKind.PHONE, "+77011234567")
MESSAGE = 4096
ONE_LINE = 40
"""Characters of a title in a list above a text field, on a small phone."""

STATES = {
    Verdict.OPEN: AppealState.OPEN,
    Verdict.WAITING: AppealState.QUEUED,
    Verdict.FROZEN: AppealState.FROZEN,
    Verdict.PROPOSED: AppealState.FROZEN,
    Verdict.ENDED: AppealState.ENDED,
    Verdict.CLOSED: AppealState.CLOSED,
    Verdict.REFUSED: AppealState.REFUSED,
    Verdict.WITHDRAWN: AppealState.WITHDRAWN,
    Verdict.CANCELLED: AppealState.CANCELLED,
    Verdict.CHANGED: AppealState.OPEN,
    Verdict.MISMATCH: AppealState.OPEN,
}
NEVER_PUBLIC = (Verdict.WAITING, Verdict.REFUSED, Verdict.WITHDRAWN)
STRANGER = (Verdict.UNKNOWN, Verdict.UNREADABLE, Verdict.NOTHING)


def tools(**changes: Any) -> Work:
    """What drawing an answer needs; the transaction is never touched."""
    policy = Policy("tabyldy_bot", None, "ru", None, (1,), ZoneInfo("Asia/Tashkent"))
    nothing: Any = None
    ids = Ids(random.Random(5).randbytes)
    return Work(nothing, START, replace(policy, **changes), Catalog.load(), nothing, nothing, ids, nothing)


def checked(verdict: Verdict, details: tuple[Details, ...] = (), asked: Asked = Asked.CODE) -> Checked:
    """An answer of that verdict, with as much behind it as there may be."""
    if verdict in STRANGER:
        return Checked(verdict, asked, details=details)
    today = START.date()
    goal = Money.of_hundredths(250_000_000, Currency.KZT)
    days = (today - timedelta(days=5), today + timedelta(days=30))
    need = Need(NAME, Consent.INITIAL, Relation.FAMILY, Purpose.TREATMENT, WORDS, goal, *days)
    state = STATES[verdict]
    appeal = Appeal(
        "appeal", CODE, "organiser", state, need, START, changed_at=START, ended_at=START,
        ending=Ending(why="Больница <не> подтвердила", money="вернут & всем"),
    )  # fmt: skip
    goes_to = payee() if state is AppealState.OPEN else None
    until = START if verdict is Verdict.CHANGED else None
    return Checked(verdict, asked, appeal, goes_to, details, until)


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("asked", Asked)
def test_every_answer_is_whole_and_fits(language: str, verdict: Verdict, asked: Asked) -> None:
    work = tools()
    answer = check_cards.answer(work, language, checked(verdict, (CARD,), asked))
    assert len(answer.text) <= MESSAGE
    assert "<b>" in answer.text
    assert "{" not in answer.text
    assert answer.buttons
    assert 1 <= len(check_cards.short(work, language, checked(verdict))) <= ONE_LINE


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("details", [CARD, IBAN, ACCOUNT, PHONE])
def test_no_answer_repeats_a_whole_number(language: str, verdict: Verdict, details: Details) -> None:
    work = tools()
    asked = checked(verdict, (details,), Asked.DETAILS)
    for content in (check_cards.answer(work, language, asked), check_cards.shared(work, language, asked)):
        bare = "".join(plain(content.text).split())
        for secret in (details, CARD):
            assert secret.value not in bare
            assert secret.value[4:-4] not in bare


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("verdict", Verdict)
def test_only_what_was_public_is_told(language: str, verdict: Verdict) -> None:
    told = check_cards.answer(tools(), language, checked(verdict, (), Asked.DETAILS)).text
    assert (NAME.split()[0] in told) is (verdict not in (*NEVER_PUBLIC, *STRANGER))
    assert NAME.split()[1] not in told
    assert (CODE in told) is (verdict not in (*NEVER_PUBLIC, *STRANGER))


@pytest.mark.parametrize("verdict", Verdict)
def test_where_money_goes_stands_under_open_appeals_alone(verdict: Verdict) -> None:
    content = check_cards.answer(tools(), "ru", checked(verdict))
    copies = [button.copy for row in content.buttons for button in row if button.copy]
    is_open = STATES.get(verdict) is AppealState.OPEN
    assert copies == ([CARD.value] if is_open else [])
    assert ("6789" in content.text) is is_open


@pytest.mark.parametrize("verdict", Verdict)
def test_what_is_shared_has_links_alone_and_lets_everybody_check(verdict: Verdict) -> None:
    content = check_cards.shared(tools(pages_url="https://example.org/a"), "en", checked(verdict, (CARD,)))
    every = [button for row in content.buttons for button in row]
    assert all(button.url for button in every)
    code = "" if verdict in STRANGER else f"_{CODE}"
    assert every[0].url == f"https://t.me/tabyldy_bot?start=check{code}"
    was_public = verdict not in (*NEVER_PUBLIC, *STRANGER)
    assert (f"https://example.org/a/{CODE}/en.html" in [button.url for button in every]) is was_public


@pytest.mark.parametrize("language", NAMES)
def test_reasons_are_told_as_they_were_written(language: str) -> None:
    told = check_cards.answer(tools(), language, checked(Verdict.CANCELLED)).text
    assert "Больница &lt;не&gt; подтвердила" in told
    assert "вернут &amp; всем" in told
