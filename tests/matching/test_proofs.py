"""Secret facts: the finder's reading and the owner's memory become one form, and other facts do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.documents import ProofKind
from matching.proofs import normal_form

CYRILLIC = str.maketrans("ABEKMHPCTYX", "АВЕКМНРСТУХ")
FULL_WIDTH = str.maketrans({chr(sign): chr(sign + 0xFEE0) for sign in range(0x21, 0x7F)})
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

# Signs that no rule makes one with another.
DISTINCT = "023456789ABEKMHPCTYXDFGNQRUVWZ1"
numbers = st.text(DISTINCT, min_size=4, max_size=12)
kinds = st.sampled_from(ProofKind)


def tail(text: str) -> str:
    return normal_form(ProofKind.NUMBER_TAIL, text)


def year(text: str) -> str:
    return normal_form(ProofKind.BIRTH_YEAR, text)


def place(text: str) -> str:
    return normal_form(ProofKind.ISSUE_PLACE, text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("AA 1234567", "4567"),
        ("№ N12345678", "5678"),
        ("45 10 № 123 456", "3456"),
        ("567", "567"),
        ("…-…", ""),
        ("", ""),
        ("a12b", "A12B"),
        ("А12В", "A12B"),
        ("Ａ１２Ｂ", "A12B"),
        ("٤٥٦٧", "4567"),
        ("12OО", "1200"),
        ("Il1І", "1111"),
        ("ІІ-МЮ", "11MЮ"),
        ("12\u200b34\u202e", "1234"),
        ("É123", "E123"),
        ("12ʼ34", "1234"),
        ("4️⃣5️⃣6️⃣7️⃣", "4567"),
    ],
)
def test_the_end_of_a_number_is_read_as_it_looks(typed: str, expected: str) -> None:
    assert tail(typed) == expected


@given(numbers)
def test_case_script_and_spaces_of_a_number_do_not_matter(number: str) -> None:
    twins = [number.lower(), number.translate(CYRILLIC), number.translate(CYRILLIC).lower()]
    twins += [
        number.translate(FULL_WIDTH),
        number.translate(ARABIC),
        " ".join(number),
        f" {number[:2]}-{number[2:]}.",
    ]
    twins += [
        number.replace("0", "O"),
        number.replace("0", "о"),
        number.replace("1", "I"),
        number.replace("1", "l"),
    ]
    assert {tail(twin) for twin in twins} == {tail(number)}


@given(numbers, numbers)
def test_different_ends_stay_different(one: str, two: str) -> None:
    assert (tail(one) == tail(two)) == (one[-4:] == two[-4:])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1987", "1987"),
        (" 1987 г.", "1987"),
        ("1987г.р.", "1987"),
        ("1987-жыл", "1987"),
        ("1987 жылы туған", "1987"),
        ("1987 yil", "1987"),
        ("1987 doğumlu", "1987"),
        ("соли 1987", "1987"),
        ("12.03.1987", "1987"),
        ("1987-03-12", "1987"),
        ("12/03/1987 ж.", "1987"),
        ("１９８７", "1987"),
        ("١٩٨٧", "1987"),
        ("19\u200b87", "1987"),
        ("born 2001, issued 2019", "2001"),
        ("issued 2019, born 2001", "2001"),
        ("87", ""),
        ("12.03.87", ""),
        ("198", ""),
        ("19870", ""),
        ("1787", ""),
        ("2187", ""),
        ("не помню", ""),
        ("", ""),
    ],
)
def test_a_year_of_birth_has_four_digits(typed: str, expected: str) -> None:
    assert year(typed) == expected


@given(st.integers(1900, 2099), st.sampled_from(["{} г.", "12.03.{}", "{}-жыл", "{}  yil", "{}ж"]))
def test_years_stay_different(number: int, wording: str) -> None:
    assert year(wording.format(number)) == str(number)


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "ИИБ г. Ташкента",
            "Toshkent shahri IIB",
            "Тошкент шаҳар ИИБ",
            "TOSHKENT SHAHAR IIBB",
            "ташкент",
            "УВД г.Ташкент",
        ),
        ("Бухарской обл.", "Buxoro viloyati IIB", "Бухоро вилояти ИИБ", "БУХАРСКАЯ ОБЛАСТЬ", "Buxoro"),
        ("Самаркандская область", "Samarqand viloyati", "Самарқанд вилояти ИИБ"),
        ("Фергана", "Farg‘ona viloyati", "Фарғона вилоят ИИБ", "Ферганской области", "Fargʻona"),
        ("Андижан", "Andijon viloyati IIB", "Андижон"),
        ("Ургенч", "Urganch shahar IIB", "Урганч шаҳри"),
        ("Термез", "Termiz"),
        ("Ош", "Osh shaary", "Ош шаары", "Ошская область", "УВД г. Ош", "Ўш"),
        ("Бишкек", "Bishkek", "г. Бишкек", "Бишкек шаардык ИИМ", "BISHKEK CITY"),
        ("Джалал-Абад", "Жалал-Абад", "Jalal-Abad", "Jalal–Abad"),
        (
            "Алматы",
            "Алма-Ата",
            "Almaty qalasy",
            "Алматы қаласының ПД",
            "г.Алматы, Департамент ПД",
            "Алматинской области",
        ),
        ("Түркістан", "Туркестан", "Turkistan", "Түркістан облысы"),
        ("Қызылорда", "КЫЗЫЛОРДА", "Qyzylorda oblysy"),
        ("Душанбе", "ВКД ш. Душанбе", "Dushanbe", "ШВКД Душанбе"),
        ("Худжанд", "Хуҷанд", "Khujand", "ш. Хуҷанд"),
        ("Москва", "ОВД г. Москвы", "УМВД России по г. Москве", "Moskva"),
        ("Челябинск", "Челябинской области", "Chelyabinsk"),
        ("Братск", "Bratsk", "УВД г. Братска"),
        ("Ankara", "ANKARA VALİLİĞİ", "Анкара"),
        ("İstanbul", "istanbul", "ISTANBUL EMNİYET MÜDÜRLÜĞÜ"),
        ("IIV 26283", "ИИВ 26283", "26283", "МВД 26283"),
        ("MKK 211011", "МКК 211011", "SRS 211011"),
        ("ОВД Чиланзарского района Ташкента", "Ташкент, Чиланзар", "Chilonzor tumani, Toshkent"),
    ],
)
def test_a_place_of_issue_is_one_in_every_wording(spellings: tuple[str, ...]) -> None:
    forms = {spelling: place(spelling) for spelling in spellings}
    assert len(set(forms.values())) == 1, forms
    assert place(spellings[0])


TOWNS = (
    "Ташкент", "Самарканд", "Бухара", "Фергана", "Андижан", "Наманган", "Нукус", "Ургенч", "Термез",
    "Карши", "Джизак", "Навои", "Гулистан", "Коканд", "Хива", "Алматы", "Астана", "Шымкент",
    "Караганда", "Актобе", "Тараз", "Павлодар", "Семей", "Атырау", "Костанай", "Актау", "Уральск",
    "Туркестан", "Кызылорда", "Бишкек", "Ош", "Джалал-Абад", "Каракол", "Нарын", "Талас", "Баткен",
    "Токмок", "Душанбе", "Худжанд", "Бохтар", "Куляб", "Истаравшан", "Хорог", "Москва", "Казань",
    "Омск", "Томск", "Челябинск", "Екатеринбург", "Новосибирск", "Самара", "Уфа", "Оренбург", "Тюмень",
    "Ankara", "İstanbul", "İzmir", "Antalya",
)  # fmt: skip


def test_different_towns_stay_different() -> None:
    forms = [place(town) for town in TOWNS]
    assert all(forms)
    assert len(set(forms)) == len(TOWNS)


@pytest.mark.parametrize(
    "typed",
    [
        "МВД РК",
        "ҚР ІІМ",
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ІШКІ ІСТЕР МИНИСТРЛІГІ",
        "Ministry of Internal Affairs",
        "ИИБ",
        "IIB",
        "МВД Республики Узбекистан",
        "МВД России",
        "T.C. İÇİŞLERİ BAKANLIĞI",
        "г.",
        "...",
        "",
    ],
)
def test_an_office_without_a_place_is_no_fact(typed: str) -> None:
    assert place(typed) == ""


@pytest.mark.parametrize("town", ["Shahrisabz", "Городец", "Иловайск", "Шаҳрисабз", "Туркестан", "Калач"])
def test_a_town_that_begins_like_an_office_is_kept(town: str) -> None:
    assert place(town)


words = st.lists(st.sampled_from([*TOWNS, "обл.", "г.", "IIB", "26283"]), min_size=1, max_size=5)


@given(words, st.sampled_from([" ", ", ", "  ", ". ", "; "]))
def test_order_case_and_punctuation_of_a_place_do_not_matter(parts: list[str], between: str) -> None:
    wanted = place(" ".join(parts))
    assert place(between.join(reversed(parts))) == wanted
    assert place(between.join(parts).upper()) == wanted
    assert place(between.join(parts).lower()) == wanted


letters = st.text("абвгджзийкхцчшыьяёүөқўҳaeiouyshkgtzcdnq'ʻ- 0146İ.", max_size=40)


@given(kinds, letters | st.text(max_size=40))
def test_a_normal_form_is_its_own_normal_form(kind: ProofKind, text: str) -> None:
    once = normal_form(kind, text)
    assert normal_form(kind, once) == once


@given(kinds, st.text(max_size=40))
def test_invisible_signs_and_the_ends_do_not_matter(kind: ProofKind, text: str) -> None:
    assert normal_form(kind, f"\u200b {text}\u2060 ") == normal_form(kind, text)


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("IIB Chilonzor tumani, Toshkent", "taškant čalanzar"),
        ("УВД г. Ташкента, Чиланзарский район", "taškant čalanzar"),
        ("Қарағанды қаласының ІІБ", "karagand"),
        ("Карагандинское УВД", "karagand"),
        ("Самарқанд шаҳар ИИБ", "samarkand"),
        ("Samarqand", "samarkand"),
        ("МВД Республики Казахстан, Шымкент", "šamkant"),
        ("МКК 211011 Ош", "211011 aš"),
        ("Душанбе, ШВКД", "dašanb"),
        ("Дyшaнбe", "dašanb"),
        ("Хўжанд шаҳри", "hajand"),
        ("Xoʻjand", "hajand"),
        ("Jizzax viloyati", "jazah"),
        ("Джизакская область", "jazak"),
        ("Ñукус", "nakas"),
        ("Nukus shahri", "nakas"),
        ("Үскемен", "askaman"),
        ("Алма-Ата", "almat"),
        ("ALMATY", "almat"),
        ("Jalalabat", "jalalabat"),
        ("Жалал-Абад", "jalalabad"),
        ("İstanbul Valiliği", "astanbal"),
        ("Фарғона", "fargan"),
        ("Fergana", "fargan"),
        ("Urganch", "arganč"),
        ("Ургенчский ГОВД", "arganč gavd"),
    ],
)
def test_forms_that_are_stored_stay_for_ever(said: str, form: str) -> None:
    """Recorded when the first proofs were stored; a difference makes somebody's proof unanswerable."""
    assert normal_form(ProofKind.ISSUE_PLACE, said) == form
