import pytest

from matching.scripts import LONGEST, one_script, visible
from matching.spelling import fold


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
    assert fold("Ishoq") != fold("Isʼhoq")


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
