import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names import Name, clean, is_name, masked, parse
from matching.scripts import LONGEST
from matching.surnames import is_surname

WORDS = st.sampled_from(
    [
        "Исраилов",
        "Жаңабай",
        "Karimova",
        "Dilnoza",
        "oʻgʻli",
        "qizi",
        "уулу",
        "Ким",
        "Ли",
        "Эркин",
        "Бекзода",
        "Али-Вали",
        "Петрова-Водкина",
        "ака",
        "Ивановна",
        "Әбдірайымұлы",
        "O'ktam",
        "<<,",
        "😀",
        "ИСРАИЛОВ",
        "SHEVCHENKO",
        "а",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)


@pytest.mark.parametrize(
    ("text", "surname", "given_names", "patronymic"),
    [
        ("ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ", "ИСРАИЛОВ", ("ЖАҢАБАЙ",), "ӘБДІРАЙЫМҰЛЫ"),
        ("Жаңабай Исраилов", "Исраилов", ("Жаңабай",), None),
        ("Rahimova Nodira Sobirjon qizi", "Rahimova", ("Nodira",), "Sobirjon qizi"),
        ("Раҳимов Шерзод Собир ўғли", "Раҳимов", ("Шерзод",), "Собир ўғли"),
        ("RAHIMOV SHERZOD SOBIR OGLI", "RAHIMOV", ("SHERZOD",), "SOBIR OGLI"),
        ("Асан уулу Тилек", None, ("Тилек",), "Асан уулу"),
        ("Айпери Асан кызы", None, ("Айпери",), "Асан кызы"),
        ("Сардор Анварович Шокиров", "Шокиров", ("Сардор",), "Анварович"),
        ("Вера Петровна Пак", "Пак", ("Вера",), "Петровна"),
        ("Пак Вера Петровна", "Пак", ("Вера",), "Петровна"),
        ("Назаров Фирдавс Раҳмон", "Назаров", ("Фирдавс",), "Раҳмон"),
        ("Рахмонзода Ситора", "Рахмонзода", ("Ситора",), None),
        ("ситора опа рахмонзода", "рахмонзода", ("ситора",), None),
        ("SADYK<<BEIBIT<MARAT", "SADYK", ("BEIBIT", "MARAT"), None),
        ("Ким", "Ким", (), None),
        ("Айсулу Касымова", "Касымова", ("Айсулу",), None),
    ],
)
def test_parts_of_a_name(
    text: str, surname: str | None, given_names: tuple[str, ...], patronymic: str | None
) -> None:
    name = parse(text)
    assert (name.surname, name.given, name.patronymic) == (surname, given_names, patronymic)


def test_nothing_typed_is_no_name() -> None:
    assert parse(" \u200b😀 ") == Name(None, (), None, ())
    assert masked("") == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ", "Жаңабай И."),
        ("Janaboy Isroilov", "Janaboy I."),
        ("ISRAILOV<<ZHANABAI<<<<", "Zhanabai I."),
        ("Rahimova Oʻgʻiloy Sobirjon qizi", "Oʻgʻiloy R."),
        ("Асан уулу Тилек", "Тилек А."),
        ("Петрова-Водкина Анна", "Анна П."),
        ("Вера Петровна Пак", "Вера П."),
        ("Исраилов Каримов", "И."),
        ("Ким", "К."),
        ("Али Али", "А."),
        ("Ли Анна-Ли", "Л."),
        ("İBRAHİMOV İSMAİL", "İsmail İ."),
    ],
)
def test_the_public_sees_a_given_name_and_an_initial(text: str, shown: str) -> None:
    assert masked(text) == shown


@given(NAMES | st.text(max_size=60))
def test_a_mask_never_shows_the_surname(text: str) -> None:
    name = parse(text)
    hidden = {word for word in re.split(r"[\W_]+", (name.surname or "").casefold()) if len(word) > 1}
    shown = set(re.split(r"[\W_]+", masked(text).casefold()))
    assert not hidden & shown


@given(NAMES)
def test_a_mask_shows_no_word_that_ends_like_a_surname(text: str) -> None:
    sure = {word.casefold() for word in parse(text).words if is_surname(word)}
    assert not sure & set(masked(text).casefold().split())


@given(st.text())
def test_any_text_can_be_cleaned_parsed_and_masked(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= LONGEST
    assert clean(cleaned) == cleaned
    assert parse(text).words == tuple(cleaned.split())
    assert len(masked(text)) <= LONGEST + len(" И.")
    assert is_name(text) in {True, False}


@pytest.mark.parametrize(
    "text", ["я" * 4_000, "Ab " * 1_300, "مرحبا \u202e بالعالم", "👩‍👩‍👧‍👦🇰🇿", "\ud800", "a" + "\u0300" * 999]
)
def test_hard_texts_are_taken_calmly(text: str) -> None:
    assert len(clean(text)) <= LONGEST
    assert len(parse(text).words) <= LONGEST
    assert masked(text) != text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  O'ktam   Raʻno ", "Oʻktam Raʼno"),
        ("G`ayrat Ma’rufov", "Gʻayrat Maʼrufov"),
        ("ISRAILOV<<ZHANABAI<<<", "ISRAILOV ZHANABAI"),
        ("Анна 😀\u202eПак", "Анна Пак"),
        ("<b>Анна</b>", "b Анна b"),
        ("Серик\u200bбай", "Серикбай"),
        ("- Анна - Мария", "Анна Мария"),
        ("Ａｎｎａ", "Anna"),
        ("🙂", ""),
    ],
)
def test_a_typed_name_is_made_fit_to_show(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Жаңабай Исраилов",
        "Oʻktam Gʻaniyev",
        "ким",
        "Пак В.П.",
        "Али-Вали Нур",
        "ISRAILOV<<ZHANABAI",
        "Анна Пак 🙏",
    ],
)
def test_names_are_recognised(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/start",
        "a",
        "AA1234567",
        "+998 90 123 45 67",
        "https://example.org",
        "t.me/someone",
        "site.example.org",
        "@someone",
        "<b>Анна</b>",
        "здравствуйте",
        "помогите найти паспорт",
        "Рахмет",
        "hujjat topdim",
        "один два три четыре пять шесть семь",
        "Анна" * 100,
        "?",
        "Анна, где ты?",
    ],
)
def test_other_texts_are_not_names(text: str) -> None:
    assert not is_name(text)
