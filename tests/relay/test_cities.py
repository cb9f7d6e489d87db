import pytest

from domain.places import PlaceKind
from relay.places import Gazetteer

LANGUAGES = ("kk", "ru", "uz", "ky", "tg", "tr", "en")
HOME = {"UZ", "KZ", "KG", "TJ", "RU", "TR"}
ABROAD = {"DE", "IL", "KR", "IN", "CN", "AE"}
LONGEST_BUTTON = 40


@pytest.fixture(scope="module")
def cities() -> Gazetteer:
    return Gazetteer.load_cities()


def found(cities: Gazetteer, text: str) -> list[str]:
    return [place.code for place in cities.find(text)]


def test_the_table_of_cities_is_whole(cities: Gazetteer) -> None:
    known = cities.all()
    assert len(known) == len({place.code for place in known}) > 110
    for place in known:
        assert place.code.startswith(f"{place.kind}_")
        assert place.names.keys() == set(LANGUAGES)
        assert place.neighbour is None
        assert all(alias == alias.strip() != "" for alias in place.aliases)
    countries = {place.country for place in known if place.kind is PlaceKind.COUNTRY}
    assert countries == HOME | ABROAD
    towns = [place for place in known if place.kind is PlaceKind.CITY]
    assert {place.country for place in towns} == HOME
    assert all(35 < (place.lat or 0) < 61 and 26 < (place.lon or 0) < 133 for place in towns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_fits_a_button_and_is_one_of_a_kind(cities: Gazetteer, language: str) -> None:
    labels = [place.label(language) for place in cities.all()]
    assert len(labels) == len(set(labels))
    for label in labels:
        assert label == label.strip()
        assert 1 < len(label) <= LONGEST_BUTTON
        assert label[0].upper() == label[0]


def test_latin_alphabets_stay_latin(cities: Gazetteer) -> None:
    for language in ("uz", "tr", "en"):
        for place in cities.all():
            assert not any("Ѐ" <= sign <= "ԯ" for sign in place.label(language)), place.code


def test_every_spelling_gives_its_own_city_first(cities: Gazetteer) -> None:
    for place in cities.all():
        for spelling in (*place.names.values(), *place.aliases):
            assert found(cities, spelling)[:1] == [place.code], spelling


def test_places_of_documents_and_cities_are_two_tables(cities: Gazetteer) -> None:
    documents = Gazetteer.load()
    assert not {place.code for place in documents.all()} & {place.code for place in cities.all()}
    assert all(place.kind not in {PlaceKind.CITY, PlaceKind.COUNTRY} for place in documents.all())
    assert cities is Gazetteer.load_cities()
    assert documents is Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # Kazakh, with its letters, without them, in Latin
        ("Алматыда", "city_almaty"),
        ("алматыдан", "city_almaty"),
        ("Астанаға", "city_astana"),
        ("Астана қаласында", "city_astana"),
        ("қарағандыда", "city_karaganda"),
        ("карагандыда", "city_karaganda"),
        ("Qaragandy", "city_karaganda"),
        ("шымкентте", "city_shymkent"),
        ("актобе", "city_aktobe"),
        ("Өскемен", "city_oskemen"),
        ("оскеменде", "city_oskemen"),
        ("Түркістан", "city_turkistan"),
        ("Мәскеуге", "city_moscow"),
        ("маскеуде", "city_moscow"),
        ("Ыстамбул", "city_istanbul"),
        ("Орал қаласы", "city_uralsk"),
        ("Омбыда", "city_omsk"),
        ("Қазақстанның кез келген қаласы", "country_kz"),
        ("Өзбекстанда", "country_uz"),
        ("озбекстан", "country_uz"),
        ("Түркияда", "country_tr"),
        ("Оңтүстік Корея", "country_kr"),
        # Russian, in its cases, with old names
        ("Ташкент", "city_tashkent"),
        ("г. Шымкент", "city_shymkent"),
        ("город Алматы", "city_almaty"),
        ("мне нужно в Алматы для мамы", "city_almaty"),
        ("в Москве", "city_moscow"),
        ("мы из Москвы", "city_moscow"),
        ("можем приехать в Казань", "city_kazan"),
        ("живём в Уфе", "city_ufa"),
        ("Уфа, Россия", "city_ufa"),
        ("в Оше", "city_osh"),
        ("Алма-Ата", "city_almaty"),
        ("Целиноград", "city_astana"),
        ("Нур-Султан", "city_astana"),
        ("Чимкент", "city_shymkent"),
        ("Ленинабад", "city_khujand"),
        ("Фрунзе", "city_bishkek"),
        ("питер", "city_petersburg"),
        ("Екатеренбург", "city_yekaterinburg"),
        ("Навои", "city_navoi"),
        ("Казахстан", "country_kz"),
        ("любой город Казахстана", "country_kz"),
        ("Алматы, Казахстан", "city_almaty"),
        ("лечение в Турции", "country_tr"),
        ("в Южной Корее", "country_kr"),
        ("в Германии", "country_de"),
        ("из России", "country_ru"),
        ("ОАЭ", "country_ae"),
        # Uzbek, Latin and Cyrillic, with any apostrophe
        ("Toshkentda", "city_tashkent"),
        ("Тошкент шаҳри", "city_tashkent"),
        ("Тошкентдан", "city_tashkent"),
        ("Samarqandga", "city_samarkand"),
        ("Самарқандда", "city_samarkand"),
        ("Farg'ona", "city_fergana"),
        ("Fargona", "city_fergana"),
        ("Fargʻonada", "city_fergana"),
        ("Qo`qon", "city_kokand"),
        ("Buxoroda", "city_bukhara"),
        ("Qarshida", "city_qarshi"),
        ("Қарши шаҳри", "city_qarshi"),
        ("Almatiga boramiz", "city_almaty"),
        ("Turkiyada", "country_tr"),
        ("Oʻzbekistonning istalgan shahri", "country_uz"),
        ("Ўзбекистон", "country_uz"),
        ("Hindiston", "country_in"),
        ("Isroil", "country_il"),
        # English, Turkish, Kyrgyz, Tajik
        ("in Istanbul", "city_istanbul"),
        ("İstanbul'da", "city_istanbul"),
        ("near Astana", "city_astana"),
        ("anywhere in Kazakhstan", "country_kz"),
        ("St. Petersburg", "city_petersburg"),
        ("South Korea", "country_kr"),
        ("Türkiye", "country_tr"),
        ("Бишкекте", "city_bishkek"),
        ("Ошто", "city_osh"),
        ("Жалал-Абадда", "city_jalalabad"),
        ("Хуҷанд", "city_khujand"),
        # slips of the finger
        ("Ташкнет", "city_tashkent"),
        ("Алмвты", "city_almaty"),
        ("шымкетн", "city_shymkent"),
        ("Samrqand", "city_samarkand"),
        ("Istambul", "city_istanbul"),
        ("новосибирс", "city_novosibirsk"),
    ],
)
def test_typed_cities_and_countries_are_understood_alone(cities: Gazetteer, text: str, code: str) -> None:
    assert found(cities, text) == [code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Алматы или Астана", ["city_almaty", "city_astana"]),
        ("Toshkent yoki Samarqand", ["city_tashkent", "city_samarkand"]),
        ("Турция или Германия", ["country_tr", "country_de"]),
        ("Ташкент или Турция", ["city_tashkent", "country_tr"]),
        ("Алма", ["city_almaty", "city_almalyk", "country_de"]),
    ],
)
def test_several_are_given_with_the_likelier_first(cities: Gazetteer, text: str, codes: list[str]) -> None:
    assert found(cities, text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Анамның жүрегі ауырады, жақсы кардиолог керек",
        "Аллергияға қарши дәрі ішіп жүр",
        "Астан кейін асқазаны ауырады",
        "Қазан айында операция жасалды",
        "Балаға екі жас, құлағы естімейді",
        "Тіс дәрігеріне қанша төлейміз",
        "Ищу врача по суставам, маме 60 лет",
        "Воспалилась бурса на колене",
        "Помощь для семей с больными детьми",
        "После операции на сердце прошло два года",
        "Сына зовут Нурсултан, ему пять лет",
        "Сколько стоит МРТ с контрастом?",
        "Не можем забеременеть третий год, нужно ЭКО",
        "Saraton kasalligiga qarshi dori kerak",
        "Onamning buyragida tosh bor",
        "Osh yegandan keyin oshqozonim ogʻriydi",
        "Онамнинг кўзи хира кўради",
        "Bolam uch yoshda, gapirmaydi",
        "My father needs a good heart surgeon",
        "How much is a hip replacement?",
        "She has had a cough since October",
        "The child is allergic to milk",
        "",
        "😀",
        "12",
    ],
)
def test_a_medical_sentence_without_a_place_names_none(cities: Gazetteer, text: str) -> None:
    assert found(cities, text) == []


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("kk", ["Алматы", "Астана", "Шымкент", "Қарағанды", "Ташкент", "Түркия"]),
        ("uz", ["Toshkent", "Samarqand", "Andijon", "Fargʻona", "Buxoro", "Nukus"]),
        ("ru", ["Алматы", "Ташкент", "Москва", "Астана", "Бишкек", "Стамбул"]),
        ("en", ["Almaty", "Tashkent", "Astana", "Istanbul", "Bishkek", "Moscow"]),
        ("ky", ["Бишкек", "Ош", "Жалал-Абад", "Каракол", "Алматы", "Москва"]),
        ("tg", ["Душанбе", "Хуҷанд", "Бохтар", "Кӯлоб", "Тошканд", "Маскав"]),
        ("tr", ["İstanbul", "Ankara", "İzmir", "Antalya", "Taşkent", "Almatı"]),
    ],
)
def test_likely_cities_come_in_the_language(cities: Gazetteer, language: str, first: list[str]) -> None:
    assert [place.label(language) for place in cities.likely(language)] == first


def test_the_city_around_a_position_is_near(cities: Gazetteer) -> None:
    assert cities.near(43.25, 76.92)[0].code == "city_almaty"
    assert cities.near(0.0, 0.0) == ()


def test_a_country_has_no_neighbourhood(cities: Gazetteer) -> None:
    country = cities.stored("@country_kz")
    assert country is not None
    assert cities.around(country) == {"country_kz"}
