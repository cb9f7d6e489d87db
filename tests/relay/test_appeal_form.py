"""Answers of an appeal's form: days ahead, sums with and without a currency, what cannot be asked for."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from domain.appeal_forms import APPEAL, ENTRY, ENTRY_CORRECTION
from domain.errors import Refusal
from domain.forms import Answers, Draft, Form
from domain.messages import Attachment, AttachmentKind
from domain.money import Currency, Money
from relay import appeal_form

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
WORK: Any = SimpleNamespace(today=date(2026, 11, 22))
"""What reading needs of a transaction: the day."""

PHOTO = Attachment(AttachmentKind.PHOTO, "AgACinvented")


def draft(answers: Answers, at: str, form: Form = APPEAL) -> Draft:
    return Draft("d" * 32, "p" * 32, form.key, at, answers, 1, (), None, None, NOW)


def read(at: str, text: str, form: Form = APPEAL, **answers: str) -> str:
    return appeal_form.read(WORK, draft(answers, at, form), form.question(at), text)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25.12", "2026-12-25"),
        ("25.12.2026", "2026-12-25"),
        ("1/2/27", "2027-02-01"),
        ("22.11", "2026-11-22"),
        ("٢٥.١٢", "2026-12-25"),
        ("15 01", "2027-01-15"),
    ],
)
def test_a_last_day_is_read_with_or_without_its_year(typed: str, day: str) -> None:
    assert read("ends", typed) == day


@pytest.mark.parametrize(
    "typed", ["21.11.2026", "21.11", "31.02", "00.12", "tomorrow", "25.12.2028", "25", "", "1.1.1.1", "🗓"]
)
def test_a_day_that_is_over_or_far_or_none_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="form-deadline-unreadable"):
        read("ends", typed)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("5 млн тг", "5000000.00 KZT"), ("500", "500.00"), ("$20", "20.00 USD"), ("700 som", "700.00")],
)
def test_a_sum_keeps_the_currency_that_was_typed(typed: str, stored: str) -> None:
    assert read("amount", typed) == stored


def test_only_a_correction_may_say_that_it_was_nothing() -> None:
    assert read("amount", " 0 ", ENTRY_CORRECTION) == "0.00"
    with pytest.raises(Refusal, match="form-amount-nothing"):
        read("amount", "0", ENTRY)


def test_a_typed_currency_counts_before_a_picked_one() -> None:
    answers: Answers = {"amount": "20.00 USD", "currency": "KZT"}
    assert appeal_form.money_in(answers) == Money(Decimal(20), Currency.USD)
    assert appeal_form.money_in({"amount": "20.00", "currency": "KGS"}).currency is Currency.KGS


def test_every_slip_in_a_number_has_words_of_its_own() -> None:
    with pytest.raises(Refusal, match="form-details-card-check"):
        read("details", "4400 4301 1234 5671", how="card")
    with pytest.raises(Refusal, match="form-details-account-bank"):
        read("details", "40817810500000000001", how="account")


def test_papers_are_gathered_up_to_a_number() -> None:
    answer = ""
    for number in range(10):
        photo = Attachment(AttachmentKind.PHOTO, f"AgAC{number}", "")
        answer = appeal_form.with_file({"papers": answer}, "papers", photo)
    assert [file.value for file in appeal_form.files_in(answer)] == [f"AgAC{number}" for number in range(10)]
    with pytest.raises(Refusal, match="appeal-papers-enough"):
        appeal_form.with_file({"papers": answer}, "papers", PHOTO)


@pytest.mark.parametrize(
    ("key", "value", "answers", "refused"),
    [
        ("consent", "none", {}, "appeal-needs-consent"),
        ("payee", "mine", {}, "appeal-not-own-account"),
        ("payee", "recipient", {"relation": "self"}, "appeal-not-own-account"),
        ("words", "Пишите мне @someone_there", {}, "appeal-no-contacts"),
        ("note", "карта 4400430112345670", {}, "appeal-no-contacts"),
    ],
)
def test_answers_that_will_not_do_say_why(key: str, value: str, answers: Answers, refused: str) -> None:
    with pytest.raises(Refusal, match=refused):
        appeal_form.require_allowed(draft(answers, key), key, value)


def test_an_organisation_may_receive_for_the_organiser_themselves() -> None:
    appeal_form.require_allowed(draft({"relation": "self"}, "payee"), "payee", "organisation")
