import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import index
from matching.folded import folded
from matching.lexicon import Lexicon
from matching.likeness import likeness
from matching.search import NOTIFY, SHOW, score
from matching.spelling import fold
from matching.vocabulary import Vocabulary

SPELLINGS = (
    "Жаңабай Исраилов",
    "Жанабай Исраилов",
    "Janaboy Isroilov",
    "Жанабой Исроилов",
    "ZHANABAI ISSRAILOV",
    "ISRAILOV<<JANABAY<<",
    "ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ",
    "Исраилов Жанабай Абдираимович",
    "Isroilov Janaboy Abdirayim oʻgʻli",
    "Исраилов Жанабай Абдыраим уулу",
)
WOMEN = (
    "Қурбонова Меҳрангез Раҳмоновна",
    "Курбанова Мехрангез Рахмановна",
    "QURBONOVA MEHRANGEZ",
    "KURBONOVA MEKHRANGEZ",
    "mehrangez qurbonova",
    "Qurbonova Mehrangez Rahmon qizi",
)
ALL = SPELLINGS + WOMEN


def finds(typed: str, stored: str) -> bool:
    """Whether a search for one name looks at the other."""
    known, words = folded(stored), Vocabulary()
    for part in known.parts:
        words.add(part.word)
    asked = index.own(folded(typed)) | index.near(folded(typed), words)
    return bool(index.keys(known) & asked.keys()) or bool(index.single(folded(typed), words))


@pytest.mark.parametrize(("one", "two"), [*combinations(SPELLINGS, 2), *combinations(WOMEN, 2)])
def test_spellings_of_one_name_find_each_other(one: str, two: str) -> None:
    assert score(one, two) >= NOTIFY
    assert finds(one, two)


def test_strangers_do_not_find_each_other() -> None:
    assert all(score(man, woman) < SHOW for man in SPELLINGS for woman in WOMEN)


@pytest.mark.parametrize("shape", list("'`´ʻʼ‘’′"))
def test_any_apostrophe_will_do(shape: str) -> None:
    assert score(f"Yo{shape}ldosheva Ra{shape}no G{shape}ani qizi", "Йўлдошева Раъно Ғани қизи") >= NOTIFY


def test_letters_of_another_keyboard_do_no_harm() -> None:
    assert score("Жанaбaй Иcрaилoв", "Janaboy Isroilov") >= NOTIFY


@pytest.mark.parametrize("seed", range(8))
def test_one_typo_still_finds_the_name(seed: int) -> None:
    chance = random.Random(seed)
    for stored, typed in combinations(SPELLINGS, 2):
        wrong = _with_typo(typed, chance)
        assert score(stored, wrong) >= SHOW, (stored, wrong)
        assert finds(wrong, stored), (stored, wrong)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ахметов Ерлан Маратович", "AKHMETOV YERLANBEK"),
        ("Сафарзода Дилшод", "Сафаров Дилшод"),
        ("Асан уулу Тилек", "Асанов Тилек"),
        ("Сыдык кызы Айпери", "Сыдыкова Айпери"),
        ("гулом ака тошматов", "Toshmatov Gʻulom Anvar oʻgʻli"),
        ("Мырзатай Ерсін", "Мырзатаев Ерсин"),
    ],
)
def test_everyday_forms_are_shown(one: str, two: str) -> None:
    assert score(one, two) >= SHOW
    assert finds(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Исраилов Жаңабай Абдираимович", "Исраилов Талғат Абдираимович"),
        ("ISRAILOV ZHANABAI", "Isroilov Jahongir"),
        ("Оразов Серик Муратович", "Оразов Мурат Серикович"),
        ("ORAZOV SERIK MURAT", "ORAZOV MURAT SERIK"),
        ("Orazov Murat", "Orazov Serik Murat oʻgʻli"),
        ("Оразов Серик Муратович", "Оразов Серик Болатович"),
        ("Оразов Нодир", "Оразова Нодира"),
        ("Hasan Orazov", "Husan Orazov"),
        ("Серик Нурланов", "Нурлан Сериков"),
        ("Айгүл Оразова", "Айнұр Оразова"),
        ("Орынбаев Серик", "Орынбеков Серик"),
        ("Оразов", "Оразов Серик"),
    ],
)
def test_relatives_and_namesakes_in_part_are_not_told(one: str, two: str) -> None:
    assert score(one, two) < NOTIFY


def test_a_brother_is_not_even_shown() -> None:
    assert score("Исраилов Жаңабай Абдираимович", "Исраилов Талғат Абдираимович") < SHOW


def test_a_shared_surname_beside_other_words_is_not_shown() -> None:
    assert score("Оразов Муратұлы", "Оразов Серик") < SHOW
    assert score("Оразов Муратұлы", "Оразов Серик Муратович") >= SHOW


def test_a_patronymic_on_one_side_is_neutral_and_another_father_is_not() -> None:
    with_father = score("Оразов Серик Муратович", "Оразов Серик")
    same_father = score("Оразов Серик Муратович", "ОРАЗОВ СЕРІК МҰРАТҰЛЫ")
    other_father = score("Оразов Серик Муратович", "Оразов Серик Болатович")
    assert with_father >= NOTIFY
    assert same_father >= with_father > other_father + 0.1


def test_one_word_shows_but_does_not_tell() -> None:
    assert SHOW <= score("Исроилов", "Исраилов Жаңабай") < NOTIFY


@given(st.text(max_size=80) | st.sampled_from(ALL), st.text(max_size=80) | st.sampled_from(ALL))
def test_a_score_is_symmetric_and_within_bounds(one: str, two: str) -> None:
    value = score(one, two)
    assert value == score(two, one)
    assert 0.0 <= value <= 1.0


@given(st.sampled_from(ALL))
def test_a_name_is_itself(name: str) -> None:
    assert score(name, name) == 1.0
    assert score(name, name.upper()) >= NOTIFY


@pytest.mark.parametrize(
    "text", ["", "😀", "...", "\u202e", "я" * 4_000, "Ab " * 1_300, "מזל טוב", "🇰🇿" * 500]
)
def test_hard_texts_are_scored_calmly(text: str) -> None:
    assert 0.0 <= score(text, "Исраилов Жаңабай") < SHOW


def test_texts_without_letters_match_nothing() -> None:
    assert score("😀", "😀") == 0.0
    assert folded("...").parts == ()


def test_likeness_weighs_letters_by_how_spellings_exchange_them() -> None:
    assert likeness("janabai", "janaboi") > likeness("janabai", "janabui")
    assert likeness("serik", "serki") > likeness("serik", "sertk")
    assert likeness("aminov", "iminov") < likeness("karamov", "karimov")


def test_a_lexicon_gives_the_words_spelled_nearly_so() -> None:
    known = Lexicon(map(fold, ("Чорсу", "Дордой", "Чорбоғ")))
    assert list(known.alike(fold("Chorsi"), 0.8)) == [fold("Чорсу")]
    assert known.begun(fold("Чор")) == sorted(map(fold, ("Чорбоғ", "Чорсу")))


def _with_typo(name: str, chance: random.Random) -> str:
    words = name.replace("<", " ").split()
    place = max(range(len(words)), key=lambda number: (len(words[number]), number))
    word = words[place]
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice("abdegiklmnorstuyz" if word.isascii() else "абдегиклмнорстуыз")
    kinds = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
    )
    words[place] = chance.choice(kinds)
    return " ".join(words)
