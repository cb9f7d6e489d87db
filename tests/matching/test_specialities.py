"""Which doctor a text means: the table is well formed, everyday phrases are understood, other talk is not."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from domain.specialities import Speciality
from locales.choice import NAMES
from matching import rules
from matching.specialities import Phrase, find, phrases

LANGUAGES = tuple(NAMES)
HERE = Path(__file__).parent
PHRASES = phrases()
DEVELOPED, WRITTEN_BY_OTHERS = "speciality_phrases_dev.tsv", "speciality_phrases.tsv"
NO_DOCTOR = "speciality_none.tsv"
"""What the bot hears besides: papers, roads, prices, greetings, names of people."""


def read(name: str) -> list[tuple[str, str, str]]:
    """Read language, speciality and phrase of every line of a file beside this one."""
    table = rules.parse(name, (HERE / name).read_text(encoding="utf-8"), ("language", "speciality", "phrase"))
    return [(line["language"], line["speciality"], line["phrase"]) for line in table]


def recall(name: str, capsys: pytest.CaptureFixture[str]) -> float:
    """Print the part of the phrases whose speciality is first and within three; give the latter, of all."""
    asked: Counter[str] = Counter()
    first: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    missed = []
    for language, speciality, phrase in read(name):
        found = find(phrase)
        asked[language] += 1
        first[language] += found[:1] == (speciality,)
        shown[language] += speciality in found
        if speciality not in found:
            missed.append(f"  {language} {speciality}: {phrase} -> {', '.join(found) or 'nothing'}")
    lines = [
        f"  {each}  {asked[each]} phrases"
        f"  recall@1 {first[each] / asked[each]:.3f}  recall@3 {shown[each] / asked[each]:.3f}"
        for each in sorted(asked)
    ]
    with capsys.disabled():
        sys.stdout.write("\n".join(["", name, *lines, *missed, ""]))
    return shown.total() / asked.total()


def test_every_speciality_has_names_in_every_language() -> None:
    named = {(phrase.speciality, phrase.language) for phrase in PHRASES if phrase.kind == "name"}
    assert named == {(speciality, language) for speciality in Speciality for language in LANGUAGES}


def test_no_phrase_stands_twice_in_a_cell_or_a_kind() -> None:
    told = Counter((each.speciality, each.language, each.kind, each.written.lower()) for each in PHRASES)
    assert [line for line, times in told.items() if times > 1] == []


def test_every_phrase_finds_its_speciality() -> None:
    def fault(phrase: Phrase) -> bool:
        found = find(phrase.written.replace("*", ""))
        return phrase.speciality not in (found[:1] if phrase.kind == "name" else found)

    faults = [f"{each.speciality} {each.language} {each.written}" for each in PHRASES if fault(each)]
    assert faults == []


def test_the_phrases_of_development_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert recall(DEVELOPED, capsys) >= 0.97


def test_the_phrases_that_others_wrote_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert recall(WRITTEN_BY_OTHERS, capsys) >= 0.95


def test_what_means_no_doctor_finds_none() -> None:
    table = rules.parse(NO_DOCTOR, (HERE / NO_DOCTOR).read_text(encoding="utf-8"), ("language", "text"))
    said = [line["text"] for line in table]
    heard = [f"{text} -> {', '.join(find(text))}" for text in said if find(text)]
    assert len(said) == 60
    assert len(heard) <= 2, heard


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("операция на сердце", Speciality.HEART_SURGEON),
        ("сердце", Speciality.CARDIOLOGIST),
        ("детский кардиолог", Speciality.CARDIOLOGIST),
        ("детский врач", Speciality.PEDIATRICIAN),
        ("женский врач", Speciality.GYNECOLOGIST),
        ("глазная клиника", Speciality.OPHTHALMOLOGIST),
        ("глазной хирург", Speciality.OPHTHALMOLOGIST),
        ("детский глазной врач", Speciality.OPHTHALMOLOGIST),
        ("ухо горло нос", Speciality.ENT),
        ("камни в почках", Speciality.UROLOGIST),
        ("грыжа позвоночника", Speciality.NEUROLOGIST),
        ("toʻngʻich bola boʻlmayapti", Speciality.FERTILITY),
        ("Подскажите хорошего врача по суставам в Алматы, маме 60 лет", Speciality.RHEUMATOLOGIST),
    ],
)
def test_more_words_say_more(text: str, first: Speciality) -> None:
    assert find(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        *("жүрекке", "жүректің", "журек", "jurek", "zhurek", "жүрегім", "JÜREK"),
        *("yuragim", "yurakka", "юрак", "юрагим", "сердца", "сердцу", "heart", "кардиолгоа", "kardiologga"),
    ],
)
def test_the_heart_is_heard_in_every_spelling(text: str) -> None:
    assert find(text)[0] == Speciality.CARDIOLOGIST


@pytest.mark.parametrize("eye", ["koʻz", "ko'z", "ko`z", "ko‘z", "koz", "кўз", "көзге", "козге", "глазам"])
def test_apostrophes_alphabets_and_cases_make_no_difference(eye: str) -> None:
    assert find(eye)[0] == Speciality.OPHTHALMOLOGIST


@pytest.mark.parametrize(
    "text", ["", "   ", "🙂", "60", "врач", "дәрігер керек", "көзқарас", "тиіс", "o'zi", "ўзи"]
)
def test_nothing_is_found_where_no_speciality_is_said(text: str) -> None:
    assert find(text) == ()


def test_no_more_are_found_than_asked_for() -> None:
    said = "кардиолог невролог хирург уролог"
    assert len(find(said)) == 3
    assert len(find(said, limit=1)) == 1
    assert len(find(said, limit=9)) == 4
