"""Reading answers: whatever is typed, a reader gives a stored form or a refusal with advice."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.documents import ProofKind
from domain.errors import Refusal
from domain.forms import FOUND, HANDOVER, STATEMENT, Question
from domain.policy import Policy
from locales.catalog import Catalog
from relay import answers
from relay.places import Gazetteer
from relay.work import Work

NOON = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
Read = Callable[[str, str], str]


@pytest.fixture(scope="module")
def work() -> Work:
    """The tools a reader needs; it never touches the transaction."""
    policy = Policy(
        bot_username="tabyldy_bot",
        channel=None,
        channel_language="ru",
        moderators_chat=None,
        owner_ids=(1,),
        zone=ZoneInfo("Asia/Tashkent"),
    )
    untouched: object = None
    return Work(untouched, NOON, policy, Catalog.load(), Gazetteer.load(), untouched, untouched, untouched)  # type: ignore[arg-type] # see above


def question(key: str) -> Question:
    return FOUND.question(key)


def read(work: Work, key: str, text: str) -> str:
    return answers.read(work, question(key), text)


@pytest.mark.parametrize(
    ("typed", "tail"),
    [
        ("N12345678", "5678"),
        ("AB 123 456", "3456"),
        ("№ 7-89-1", "7891"),
        ("4a8b", "4A8B"),
        ("Номер: 0012", "0012"),
    ],
)
def test_the_last_four_characters_are_taken_from_any_way_of_writing(
    work: Work, typed: str, tail: str
) -> None:
    assert read(work, ProofKind.NUMBER_TAIL, typed) == tail


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22.11", "2026-11-22"),
        ("1/2", "2026-02-01"),
        ("23.11.25", "2025-11-23"),
        ("2026-11-01", "2026-11-01"),
        ("31-12", "2025-12-31"),
        ("23.11", "2025-11-23"),
    ],
)
def test_a_day_is_read_as_people_write_it(work: Work, typed: str, day: str) -> None:
    assert read(work, "day", typed) == day


@pytest.mark.parametrize(
    "typed", ["23.11.26", "22.11.1926", "22.11.2024", "30.02", "0.0", "22", "22.11.20266"]
)
def test_a_day_that_cannot_be_is_refused(work: Work, typed: str) -> None:
    with pytest.raises(Refusal, match="form-day-unreadable"):
        read(work, "day", typed)


@pytest.mark.parametrize(("typed", "year"), [("1987", "1987"), (" 2026 ", "2026"), ("1916", "1916")])
def test_a_year_of_birth_is_one_of_a_living_person(work: Work, typed: str, year: str) -> None:
    assert read(work, ProofKind.BIRTH_YEAR, typed) == year
    with pytest.raises(Refusal, match="form-year-unreadable"):
        read(work, ProofKind.BIRTH_YEAR, "1915")


@pytest.mark.parametrize(
    "typed", ["<b>Иван</b>", "Иван & Анна", "a@b", "x=y", "Иван/Анна", "t.me/ivan", "#иван"]
)
def test_markup_and_addresses_are_no_names(work: Work, typed: str) -> None:
    with pytest.raises(Refusal, match="form-name-unreadable"):
        read(work, "name", typed)


@pytest.mark.parametrize("typed", ["И", "И. Ж.", "Ж И", "i j k", "Ё.Ж"])
def test_initials_are_no_name(work: Work, typed: str) -> None:
    with pytest.raises(Refusal, match="form-name-unreadable"):
        read(work, "name", typed)


@pytest.mark.parametrize("typed", ["Ли", "Исраилов Ж.", "Ан Ю"])
def test_a_short_name_is_one(work: Work, typed: str) -> None:
    assert read(work, "name", typed) == typed


@pytest.mark.parametrize("typed", ["МВД РК", "IIB tomonidan berilgan", "ministry of internal affairs", "г."])
def test_an_office_without_its_town_is_no_place_of_issue(work: Work, typed: str) -> None:
    with pytest.raises(Refusal, match="form-issue-place-unreadable"):
        read(work, ProofKind.ISSUE_PLACE, typed)
    assert read(work, ProofKind.ISSUE_PLACE, f"{typed} Чиназ") == f"{typed} Чиназ"


@pytest.mark.parametrize("typed", ["402917", "402 917", " 402-917 ", "٤٠٢٩١٧", "4 0 2 9 1 7"])
def test_a_code_is_six_digits_in_any_script(work: Work, typed: str) -> None:
    assert answers.read(work, HANDOVER.question("code"), typed) == "402917"


@pytest.mark.parametrize("typed", ["40291", "4029177", "402917a", "код 402917", ""])
def test_what_is_not_six_digits_is_no_code(work: Work, typed: str) -> None:
    with pytest.raises(Refusal, match="form-code-unreadable"):
        answers.read(work, HANDOVER.question("code"), typed)


def test_words_are_as_long_as_the_question_allows(work: Work) -> None:
    words = STATEMENT.question("words")
    assert answers.read(work, words, " синяя \n обложка\u202e ") == "синяя обложка"
    assert len(answers.read(work, words, "ж" * 500)) == 500
    with pytest.raises(Refusal, match="form-text-too-long"):
        answers.read(work, words, "ж" * 501)


def test_a_machine_readable_line_is_a_name(work: Work) -> None:
    assert read(work, "name", "ISRAILOV<<ZHANABAI<<<<<<") == "ISRAILOV ZHANABAI"


@pytest.mark.parametrize(
    "typed", ["+998 90 123 45 67", "90.123.45.67", "Рынок 123456", "@ivan", "t.me/x", "www.ivan.uz"]
)
def test_a_place_holds_no_contact(work: Work, typed: str) -> None:
    with pytest.raises(Refusal, match="form-place-no-contacts"):
        read(work, "place", typed)


def test_a_known_place_is_kept_as_its_code_and_another_as_written(work: Work) -> None:
    assert read(work, "place", "Gishtkoprik") == "@kzuz_zhibek_zholy"
    assert read(work, "place", "  Кафе\u202e у  Юры, 5 км ") == "Кафе у Юры, 5 км"


def test_a_choice_is_read_in_any_language_and_case(work: Work) -> None:
    assert {read(work, "type", said) for said in ("ПАСПОРТ", "passport", " Паспорт. ")} == {"passport"}


def test_a_button_stands_for_its_day(work: Work) -> None:
    assert date.fromisoformat(read(work, "day", "21.11")) < work.today


@given(text=st.text(max_size=60), kind=st.sampled_from([one.key for one in FOUND.questions]))
def test_any_text_is_read_or_refused_with_advice(work: Work, text: str, kind: str) -> None:
    try:
        outcome = read(work, kind, text)
    except Refusal as refusal:
        outcome = work.catalog.text("ru", refusal.text_id, **refusal.values)
    assert outcome
    assert not any(sign in outcome for sign in "\n\u202e\u200b")
