"""Copies of an appeal's words: found however they are edited; appeals about the same need stay apart."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import rules
from matching.clones import CLONE, LONGEST, Known, likeness

HERE = Path(__file__).parent
NAME = "clone_texts.tsv"
LINES = rules.parse(NAME, (HERE / NAME).read_text(encoding="utf-8"), ("half", "is", "words", "text"))
COPY, OTHER = "copy", "other"
WORDS = next(line["words"] for line in LINES)


def shares(half: str, capsys: pytest.CaptureFixture[str]) -> tuple[float, float]:
    """Print and give precision and recall of one half at the threshold."""
    told = Counter(
        (line["is"], likeness(line["words"], line["text"].replace(r"\n", "\n")) >= CLONE)
        for line in LINES
        if line["half"] == half
    )
    right = told[COPY, True]
    precision, recall = right / (right + told[OTHER, True]), right / (right + told[COPY, False])
    with capsys.disabled():
        sys.stdout.write(
            f"\n{NAME} {half}: {told.total()} pairs, precision {precision:.3f}, recall {recall:.3f}\n"
        )
    return precision, recall


def test_the_pairs_the_threshold_was_set_on_are_told_rightly(capsys: pytest.CaptureFixture[str]) -> None:
    assert shares("dev", capsys) == (1.0, 1.0)


def test_other_pairs_are_told_rightly_too(capsys: pytest.CaptureFixture[str]) -> None:
    precision, recall = shares("held", capsys)
    assert precision >= 0.95
    assert recall >= 0.95


def test_both_halves_have_copies_and_others_of_different_appeals() -> None:
    words: dict[str, set[str]] = {"dev": set(), "held": set()}
    for line in LINES:
        words[line["half"]].add(line["words"])
    assert words["dev"].isdisjoint(words["held"])
    counted = Counter((line["half"], line["is"]) for line in LINES)
    assert counted.total() >= 60
    assert all(counted[half, each] >= 20 for half in words for each in (COPY, OTHER))


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        WORDS.upper(),
        WORDS.lower().replace(",", " ").replace(".", "\n🙏"),
        " ".join(WORDS.replace(" ", "")),
        WORDS.replace("о", "0"),
        WORDS.translate(str.maketrans("асеорхуктмі", "aceopxyktmi")),
        "\ufeff".join(WORDS),
    ],
    ids=["same", "capitals", "signs", "spaced", "digits", "look-alikes", "invisible"],
)
def test_disguises_hide_nothing(text: str) -> None:
    assert likeness(WORDS, text) > 0.8


def test_few_words_are_nobodys_own() -> None:
    words = "Помогите на операцию"
    assert likeness(words, words) == 0.0
    assert Known({"a": words}).most_like(words) is None


def test_what_stands_in_the_first_4096_characters_counts() -> None:
    assert likeness(WORDS, "я " * (LONGEST // 2) + WORDS) == 0.0
    assert likeness(WORDS, "я " * (LONGEST // 2 - len(WORDS)) + WORDS) > 0.9


def test_known_appeals_give_the_one_a_text_is_most_like() -> None:
    words = dict.fromkeys(line["words"] for line in LINES)
    known = Known({each: each for each in words})
    for line in (line for line in LINES if line["is"] == COPY):
        text = line["text"].replace(r"\n", "\n")
        found = known.most_like(text)
        assert found == (line["words"], likeness(line["words"], text))


@pytest.mark.parametrize("text", ["", "🙏🙏🙏", "4400 4301 0000 0000", "Добрый день"])
def test_a_text_that_shares_nothing_is_like_none(text: str) -> None:
    assert likeness(WORDS, text) == 0.0
    assert Known({"a": WORDS}).most_like(text) is None
    assert likeness(text, WORDS) == 0.0
    assert Known({}).most_like(WORDS) is None


@given(st.text(max_size=600), st.text(max_size=900))
def test_any_two_texts_have_a_likeness(words: str, text: str) -> None:
    assert 0.0 <= likeness(words, text) <= 1.0
    assert 0.0 <= likeness(words, words + text) <= 1.0
