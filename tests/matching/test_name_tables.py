"""The tables of names: short_forms.tsv (Наталья: Наташа) and same_names.tsv (Юсуф, Жүсіп)."""

from itertools import pairwise, permutations
from typing import Final

import pytest

from matching import rules, scripts
from matching.spelling import fold

SHORT: Final = rules.read("short_forms.tsv", "language", "full", "short", "source")
SAME: Final = rules.read("same_names.tsv", "names", "languages", "source")

_RUSSIAN: Final = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_ALPHABETS: Final = {
    "kk": _RUSSIAN | set("әғқңөұүһі"),
    "ky": _RUSSIAN | set("ңөү"),
    "ru": _RUSSIAN,
    "tg": _RUSSIAN | set("ғӣқӯҳҷ"),
    "tr": set("abcçdefgğhıijklmnoöprsştuüvyzâî"),
    "uz": set("abcdefghijklmnopqrstuvxyz'"),
}
_LATIN: Final = {"az", "de", "en", "tr", "uz"}
_CYRILLIC: Final = {"be", "kk", "ky", "ru", "tg", "uk", "uz"}
_OTHER_SCRIPTS: Final = {"ja", "ko", "zh"}  # stand here only as they are spelled in Latin and Cyrillic
_NAMES: Final = {"full", "short", "names"}
_SHORTEST: Final = 2

# Names that look, sound or come alike and are borne by different people, often of one family.
_DIFFERENT: Final = (
    "Асан Үсен", "Хасан Хусан", "Hasan Husan", "Хасан Хусейн", "Айгүл Айнұр", "Айгүл Айсұлу",
    "Айжан Айнаш", "Айнұр Айнұра", "Эльнара Эльнура", "Эльмира Эльвира", "Сара Зара", "Фатима Халима",
    "Зухра Фатима", "Назым Назира", "Мадина Малика", "Сабина Сабрина", "Дилноза Дилфуза",
    "Гүлнар Гүлмира", "Гулноза Гулнора", "Нигора Нигина", "Нодира Назира", "Камила Камола",
    "Жамиля Жамал", "Юсуф Иосиф", "Юсуф Юнус", "Юнус Якуб", "Якуб Яков", "Исмаил Исхак", "Ибрагим Исмаил",
    "Дауд Давид", "Сулейман Соломон", "Муса Моисей", "Иса Мұса", "Абдулла Абдували",
    "Абдурахим Абдурахман", "Абдукарим Абдукадыр", "Абдулхамид Абдулхалик", "Рахим Рахман", "Карим Рахим",
    "Хамид Хаким", "Хамид Ахмед", "Махмуд Мухаммад", "Ахмед Мухаммад", "Ахмед Махмуд", "Умар Амир",
    "Али Вали", "Шамсиддин Зайниддин", "Жалолиддин Камалиддин", "Одил Обид", "Адиль Адилет", "Олим Одил",
    "Бахтияр Баходир", "Бахром Баходир", "Фархад Фаррух", "Шухрат Шавкат", "Темірлан Темірхан",
    "Нұрлан Нұржан", "Ерлан Ержан", "Ербол Ерболат", "Берік Серік", "Дамир Замир", "Арман Арсен",
    "Мақсат Мақсұт", "Рафаил Рафаэль", "Тимур Темір", "Қайрат Ғайрат", "Ғани Ғали", "Александр Алексей",
    "Александр Александра", "Анна Яна", "Мария Марина", "Иван Ян", "Георгий Юрий", "Игорь Егор",
    "Елена Алина", "Ксения Оксана", "Дмитрий Денис", "Даниил Данияр", "Виктор Виталий",
    "Владимир Владислав", "Валентин Валерий", "Валерий Валерия", "Евгений Евгения", "Юлия Ульяна",
    "Антон Антонина", "James Jacob", "John Joan", "John Ivan", "Jane Jean", "Julian Julia", "Louis Lewis",
    "Martin Mark", "Christina Christian", "Eric Erica",
)  # fmt: skip


def _words(row: rules.Rule) -> list[str]:
    """Give every name of a line, as it is written."""
    return [word for column, cell in row.cells.items() if column in _NAMES for word in cell.split(" ")]


def _folded(row: rules.Rule, column: str) -> set[str]:
    return {fold(word) for word in row[column].split(" ")}


def test_a_cell_is_single_names_with_one_space_between_them() -> None:
    for row in (*SHORT, *SAME):
        for word in _words(row):
            letters = scripts.straight(word).replace("'", "")
            assert letters.isalpha(), f"{row.place}: {word!r} is not one name"
            assert word[0].isupper(), f"{row.place}: {word!r} begins with a small letter"
            assert len(fold(word)) >= _SHORTEST, f"{row.place}: {word!r} is too short to mean anybody"


def test_no_form_stands_twice_in_a_line() -> None:
    for row in (*SHORT, *SAME):
        words = [word.casefold() for word in _words(row)]
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, f"{row.place}: {sorted(twice)} twice"


def test_the_letters_are_those_of_the_language() -> None:
    for row in SHORT:
        alphabet = _ALPHABETS[row["language"]]
        for word in _words(row):
            strange = set(scripts.straight(word).replace("İ", "i").lower()) - alphabet
            assert not strange, f"{row.place}: {word!r} has {sorted(strange)}, not in {row['language']}"


def test_a_short_form_differs_from_its_name() -> None:
    for row in SHORT:
        same = _folded(row, "full") & _folded(row, "short")
        assert not same, f"{row.place}: {sorted(same)} is the name itself for the letter rules"


def test_a_name_has_one_line_in_a_language() -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in SHORT:
        for name in row["full"].casefold().split():
            place = seen.setdefault((row["language"], name), row.place)
            assert place == row.place, f"{row.place}: {name} stands at {place} already"


def test_lines_of_a_language_stand_together() -> None:
    languages = [row["language"] for row in SHORT]
    begun = [languages[0], *(after for before, after in pairwise(languages) if before != after)]
    assert begun == sorted(set(begun)), f"short_forms.tsv: the languages stand in this order: {begun}"


def test_a_spelling_is_in_one_script_of_the_languages() -> None:
    for row in SAME:
        languages = set(row["languages"].split(" "))
        assert languages <= _LATIN | _CYRILLIC | _OTHER_SCRIPTS, f"{row.place}: {sorted(languages)}"
        for name in _words(row):
            letters = scripts.straight(name).replace("'", "")
            cyrillic = all(map(scripts.is_cyrillic, letters))
            assert cyrillic or all(map(scripts.is_latin, letters)), f"{row.place}: {name!r} mixes scripts"
            fitting = languages & (_CYRILLIC if cyrillic else _LATIN)
            assert fitting, f"{row.place}: none of {sorted(languages)} writes {name!r}"


def test_a_spelling_stands_in_one_line_only() -> None:
    seen: dict[str, str] = {}
    for row in SAME:
        for name in _folded(row, "names"):
            place = seen.setdefault(name, row.place)
            assert place == row.place, f"{row.place}: {name!r} stands at {place} already"


@pytest.mark.parametrize("pair", _DIFFERENT)
def test_different_names_stay_apart(pair: str) -> None:
    both = {fold(name) for name in pair.split()}
    assert len(both) > 1
    joining = [row.place for row in SAME if both <= _folded(row, "names")]
    assert not joining, f"{joining[0]} joins {pair}"


@pytest.mark.parametrize("pair", _DIFFERENT)
def test_neither_of_two_different_names_is_short_for_the_other(pair: str) -> None:
    for one, two in permutations(map(fold, pair.split())):
        joining = [row.place for row in SHORT if one in _folded(row, "full") and two in _folded(row, "short")]
        assert not joining, f"{joining[0]} makes one of {pair} short for the other"
