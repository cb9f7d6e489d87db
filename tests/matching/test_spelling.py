import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import rules
from matching.likeness import likeness
from matching.scripts import LONGEST, is_cyrillic, one_script, visible
from matching.spelling import fold

WRITTEN = sorted({rule["written"].strip("^$") for rule in rules.LETTERS})
CYRILLIC_NAMES = {
    "kk": (
        "Жаңабай",
        "Әлия",
        "Қайрат",
        "Шыңғыс",
        "Өмірзақ",
        "Ғалымжан",
        "Үміт",
        "Хамит",
        "Исраилов",
        "Дәурен",
    ),
    "uz": ("Ўктам", "Ғайрат", "Шерзод", "Қодир", "Хуршид", "Чўлпон", "Жасур", "Йўлдошев", "Ҳикмат", "Нигора"),
    "ky": (
        "Жээнбек",
        "Гүлнара",
        "Өмүрбек",
        "Чолпон",
        "Тынчтык",
        "Шеримбек",
        "Хадича",
        "Айпери",
        "Цой",
        "Бакыт",
    ),
    "tg": ("Ҷамшед", "Рӯзӣ", "Қурбоналӣ", "Ғафур", "Хуршед", "Шодмон", "Чаман", "Муҳиддин", "Юсуф", "Ситора"),
    "ru": (
        "Жанна",
        "Юлия",
        "Щербаков",
        "Цветкова",
        "Чернов",
        "Харитон",
        "Дмитрий",
        "Быков",
        "Соловьев",
        "Элла",
    ),
}


def latin_forms(language: str) -> dict[str, tuple[str, ...]]:
    """Every Latin way in which a language writes one sound anywhere in a word."""
    forms: dict[str, set[str]] = defaultdict(set)
    for rule in rules.LETTERS:
        latin = not any(map(is_cyrillic, rule["written"])) and not set("^$") & set(rule["written"])
        if rule["language"] == language and latin and len(rule["sound"]) == 1:
            forms[rule["sound"]].add(rule["written"])
    return {sound: tuple(sorted(written)) for sound, written in forms.items()}


LATIN = {language: latin_forms(language) for language in CYRILLIC_NAMES}
CYRILLIC = {
    rule["written"]: rule["sound"].replace(rules.NOTHING, "")
    for rule in rules.LETTERS
    if is_cyrillic(rule["written"][0]) and len(rule["written"]) == 1
}


@st.composite
def respelled(draw: st.DrawFn) -> tuple[str, str, str]:
    """A name in the Cyrillic of a language, and two of its spellings in that language's Latin letters."""
    language = draw(st.sampled_from(sorted(CYRILLIC_NAMES)))
    name = draw(st.sampled_from(CYRILLIC_NAMES[language]))
    sounds = "".join(CYRILLIC[letter] for letter in name.lower())
    choices = [(*LATIN[language].get(sound, ()), *filter(str.isascii, sound)) for sound in sounds]
    one, two = ("".join(draw(st.sampled_from(choice)) for choice in choices) for _ in range(2))
    return name, one, two


@pytest.mark.parametrize(
    "spellings",
    [
        ("Жүсіпбек", "Jüsıpbek", "ZHUSIPBEK", "Жусипбек"),
        ("Шерзод", "SHERZOD", "Şerzod"),
        ("Ғайрат", "Gʻayrat", "G'ayrat", "GHAYRAT", "Гайрат"),
        ("Қодир", "Qodir", "Кодир"),
        ("Хуршид", "Xurshid", "KHURSHID", "Хуршид"),
        ("Сұңғат", "Sūñğat", "SUNGAT", "Сунгат"),
        ("Тоҷиддин", "Tojiddin", "TODZHIDDIN", "Тоджиддин"),
        ("Чўлпон", "Choʻlpon", "CHO'LPON"),
        ("Юлдашев", "YULDASHEV", "Yuldashev", "Iuldashev"),
        ("Алиев", "Aliyev", "ALIEV", "Әлиев"),
        ("Щербаков", "SHCHERBAKOV", "Shcherbakov"),
        ("Cengiz", "Dzhengiz", "Ҷенгиз"),
        ("İsmail", "Ismail", "Исмаил"),
        ("Жээнбек", "ZHEENBEK", "Женбек"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(spellings: tuple[str, ...]) -> None:
    assert {fold(word) for word in spellings} == {fold(spellings[0])}


@pytest.mark.parametrize(("one", "two"), [("Асан", "Усен"), ("Болат", "Булат"), ("Дамир", "Замир")])
def test_different_words_stay_different(one: str, two: str) -> None:
    assert fold(one) != fold(two)


@pytest.mark.parametrize("shape", list("'`´ʻʼ‘’′ʹʽ＇"))
def test_every_shape_of_the_apostrophe_is_one(shape: str) -> None:
    assert fold(f"O{shape}ktam") == fold("Ўктам")
    assert fold(f"Ma{shape}ruf") == fold("Маъруф")


def test_s_and_h_kept_apart_by_an_apostrophe_are_two_sounds() -> None:
    assert fold("Is'hoq") == fold("Исҳоқ")
    assert fold("Asʼhob") != fold("Ashob")


def test_chat_digits_stand_for_letters() -> None:
    assert fold("lo4in") == fold("lochin")
    assert fold("6avkat") == fold("shavkat")


def test_letters_of_the_other_script_are_read_as_they_look() -> None:
    assert one_script("Cерик") == "Серик"
    assert one_script("Аlisher") == "Alisher"
    assert one_script("Серик") == "Серик"
    assert fold("Сeрик") == fold("Серик")


def test_other_alphabets_are_kept() -> None:
    assert fold("李") == "李"
    assert fold("محمد") == "محمد"


def test_invisible_signs_go_and_length_is_cut() -> None:
    assert visible("Се\u200bр\u202eик\u2066") == "Серик"
    assert visible("Серик\nОмаров") == "Серик Омаров"
    assert visible("а" + "\u0301" * 50) == "а\u0301\u0301"
    assert len(visible("я" * 4_000)) == LONGEST


@given(respelled())
def test_all_spellings_that_the_tables_make_of_one_name_meet(spellings: tuple[str, str, str]) -> None:
    folded = [fold(spelling) for spelling in spellings]
    assert all(likeness(one, two) >= 0.85 for one in folded for two in folded), folded


@given(st.text(max_size=20) | st.lists(st.sampled_from(WRITTEN), max_size=6).map("".join))
def test_a_folded_word_is_its_own_folded_form(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=6).map("".join))
def test_words_of_known_letters_fold_into_the_folded_alphabet(word: str) -> None:
    assert re.fullmatch("[abčdefghijklmnoprsštuvwz]*", fold(word))


@given(st.text(max_size=20))
def test_case_does_not_matter_in_ascii_and_cyrillic(word: str) -> None:
    plain = "".join(letter for letter in word if letter.isascii() or "а" <= letter <= "я")
    assert fold(plain.upper()) == fold(plain.lower())
