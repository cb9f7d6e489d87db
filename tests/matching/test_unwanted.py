"""What no money is asked for: the table is well formed, asking for it is seen, a hard life is no offence."""

import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.appeals import Unwanted
from matching import rules
from matching.unwanted import unwanted

HERE = Path(__file__).parent
NAME = "unwanted_texts.tsv"
TABLE = "unwanted.tsv"
NONE = "none"
LANGUAGES = {"ru", "kk", "uz", "ky", "tg", "tr", "en"}
KINDS = {*Unwanted, "arms", "campaign", "strait", "ask", "need", "harmless"}
LINES = rules.parse(NAME, (HERE / NAME).read_text(encoding="utf-8"), ("half", "language", "asks", "text"))


def shares(half: str, capsys: pytest.CaptureFixture[str]) -> tuple[float, float]:
    """Print and give precision (the right thing told, of all told) and recall of one half."""
    asked = [(line["asks"], unwanted(line["text"]) or NONE, line) for line in LINES if line["half"] == half]
    right = sum(asks == told != NONE for asks, told, _ in asked)
    precision = right / sum(told != NONE for _, told, _ in asked)
    recall = right / sum(asks != NONE for asks, _, _ in asked)
    wrong = [f"  {told} for {asks}: {line['text']}" for asks, told, line in asked if asks != told]
    head = f"{NAME} {half}: {len(asked)} texts, precision {precision:.3f}, recall {recall:.3f}"
    with capsys.disabled():
        sys.stdout.write("\n".join(["", head, *wrong, ""]))
    return precision, recall


def test_what_the_table_was_made_with_is_told_rightly(capsys: pytest.CaptureFixture[str]) -> None:
    assert shares("dev", capsys) == (1.0, 1.0)


def test_texts_met_afterwards_are_seldom_blamed_and_mostly_seen(capsys: pytest.CaptureFixture[str]) -> None:
    precision, recall = shares("held", capsys)
    assert precision >= 0.95
    assert recall >= 0.7


def test_both_halves_have_every_language_and_as_many_allowed_texts() -> None:
    for half in ("dev", "held"):
        here = [line for line in LINES if line["half"] == half]
        counted = Counter(line["asks"] for line in here)
        assert set(counted) == {*Unwanted, NONE}
        assert 0.4 <= counted[NONE] / len(here) <= 0.6
        for asks in (True, False):
            assert {line["language"] for line in here if (line["asks"] == NONE) == asks} == LANGUAGES
    texts = [line["text"] for line in LINES]
    assert len(set(texts)) == len(texts) >= 120


def test_every_kind_stands_in_every_language() -> None:
    text = (files("matching") / "appeals" / TABLE).read_text(encoding="utf-8")
    table = rules.parse(TABLE, text, ("kind", "language", "phrases"))
    assert Counter((line["kind"], line["language"]) for line in table) == Counter(
        (kind, language) for kind in KINDS for language in LANGUAGES
    )


@pytest.mark.parametrize(
    "text",
    [
        "ПОМОГИТЕ ЗАКРЫТЬ КРЕДИТ",
        "помогите закрыть крe\u200bдит",
        "Помогите закрыть к\u0336р\u0336е\u0336д\u0336и\u0336т\u0336",
        "kreditimni yopishga yordam bering",
        "кредитимни ёпишга ёрдам беринг",
    ],
)
def test_case_alphabet_and_invisible_signs_hide_nothing(text: str) -> None:
    assert unwanted(text) is Unwanted.LOAN


def test_a_debt_that_weighs_counts_only_where_nothing_else_is_needed() -> None:
    assert unwanted("Нечем платить кредит, поддержите") is Unwanted.LOAN
    assert unwanted("Нечем платить кредит. Собираем на операцию дочери") is None


def test_a_thing_counts_where_its_sentence_asks_for_it() -> None:
    assert unwanted("Нужен бронежилет") is Unwanted.MILITARY
    assert unwanted("На нём был бронежилет. Нужен дом") is None


def test_the_first_thing_named_is_told() -> None:
    assert unwanted("Собираем на дроны и помогите закрыть кредит") is Unwanted.MILITARY
    assert unwanted("Помогите закрыть кредит. Собираем на дроны") is Unwanted.LOAN


@pytest.mark.parametrize(
    "text",
    [
        "Дронова Алла, рак, помогите собрать на химию",
        "Муж на СВО, нужны деньги на ремонт крыши",
        "Жолдасым майданға кетті, үш баламмен қалдым, көмек керек",
        "Аскер Алиев, 5 жаш, операция керек",
        "На площадке сломалась карусель, собираем на новую",
        "Помогите семье Бронниковых, сгорела баня",
    ],
)
def test_names_and_lives_are_no_goods_for_war(text: str) -> None:
    assert unwanted(text) is None


@given(st.text(max_size=600))
def test_any_text_is_read(text: str) -> None:
    assert unwanted(text) in {*Unwanted, None}
