import dataclasses

import pytest

from domain.places import Place, PlaceKind
from matching.place_words import Typed
from relay.places import Gazetteer

LANGUAGES = ("kk", "ru", "uz", "ky", "tg", "tr", "en")
COUNTRIES = {"UZ", "KZ", "KG", "TJ", "RU", "TR"}
NEIGHBOURS = COUNTRIES | {"TM", "CN", None}
LONGEST_BUTTON = 40


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load()


def found(places: Gazetteer, text: str) -> list[str]:
    return [place.code for place in places.find(text)]


def test_the_gazetteer_is_whole(places: Gazetteer) -> None:
    known = places.all()
    assert len(known) == len({place.code for place in known}) > 200
    for place in known:
        assert place.country in COUNTRIES
        assert place.neighbour in NEIGHBOURS
        assert (place.neighbour is not None) == place.kind.startswith("border")
        assert {"en", "ru"} <= place.names.keys()
        assert "?" not in "".join(place.aliases)
        assert (place.lat is None) == (place.lon is None)
        assert place.lat is None or (35 < place.lat < 62 and 26 < (place.lon or 0) < 90)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_fits_a_button(places: Gazetteer, language: str) -> None:
    for place in places.all():
        label = place.label(language)
        assert label == label.strip()
        assert 2 < len(label) <= LONGEST_BUTTON, place.code
        assert label[0].upper() == label[0], place.code


@pytest.mark.parametrize("language", ["kk", "uz", "ru", "en"])
def test_labels_of_one_language_differ(places: Gazetteer, language: str) -> None:
    labels = [(place.label(language), place.kind, place.country, place.neighbour) for place in places.all()]
    assert len(labels) == len(set(labels))


def test_an_uzbek_label_is_latin(places: Gazetteer) -> None:
    assert all(not "Ѐ" <= sign <= "ԯ" for place in places.all() for sign in place.label("uz"))


def test_a_code_gives_its_place(places: Gazetteer) -> None:
    place = places.get("kzuz_zhibek_zholy")
    assert place is not None
    assert (place.kind, place.country, place.neighbour) == (PlaceKind.BORDER_ROAD, "KZ", "UZ")
    assert places.get("nowhere") is None


@pytest.mark.thorough
@pytest.mark.parametrize("code", [place.code for place in Gazetteer.load().all()])
def test_every_place_is_found_by_each_of_its_labels_and_aliases(places: Gazetteer, code: str) -> None:
    place = places.get(code)
    assert place is not None
    spellings = {Typed.read(text).whole: text for text in (*place.names.values(), *place.aliases)}
    for text in spellings.values():
        assert code in [match.code for match in places.find(text, limit=12)], text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("жибек жолы", "kzuz_zhibek_zholy"),
        ("Жібек Жолы", "kzuz_zhibek_zholy"),
        ("jibek joli", "kzuz_zhibek_zholy"),
        ("Gishtkoprik", "kzuz_zhibek_zholy"),
        ("гишткуприк", "kzuz_zhibek_zholy"),
        ("G'ishtko'prik", "kzuz_zhibek_zholy"),
        ("гишткуприг", "kzuz_zhibek_zholy"),
        ("Ғишткўприкда", "kzuz_zhibek_zholy"),
        ("Chorsu", "tashkent_chorsu"),
        ("чорсу бозорида", "tashkent_chorsu"),
        ("ALA", "ala_airport"),
        ("аэропорт Алматы", "ala_airport"),
        ("Алматы 2", "almaty2_rail"),
        ("almaty-1", "almaty1_rail"),
        ("в Шереметьево", "svo_airport"),
        ("кордай бекетінде", "kzkg_korday"),
        ("Дордойдо", "bishkek_dordoi"),
        ("Нукус вокзал", "nukus_rail"),
        ("nukus bozori", "nukus_bazaar"),
        ("казанский вокзал", "moscow_kazansky"),
        ("Хоргос", "kzcn_nur_zholy"),
        ("Toshkent aeroporti", "tas_airport"),
    ],
)
def test_typed_names_find_their_place_first(places: Gazetteer, text: str, code: str) -> None:
    assert found(places, text)[0] == code


@pytest.mark.parametrize(
    "text", ["", "😀", "xyz", "я" * 4_000, "Исраилов Жаңабай", "вокзал", "12", "<b>", "Бахыт"]
)
def test_other_texts_name_no_place(places: Gazetteer, text: str) -> None:
    assert found(places, text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("паспорт нашёл на Гишткуприк посту вчера", "kzuz_zhibek_zholy"),
        ("Yallamada hujjat topdim", "kzuz_konysbayev"),
        ("кеше Жібек жолы бекетінде паспорт таптым", "kzuz_zhibek_zholy"),
        ("Ойбекда паспорт топдим", "uztj_oybek"),
        ("на Ойбеке нашли паспорт", "uztj_oybek"),
    ],
)
def test_a_place_is_heard_in_a_sentence(places: Gazetteer, text: str, code: str) -> None:
    assert found(places, text) == [code]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ойбек", "uztj_oybek"),
        ("Малик", "kzuz_syrdarya"),
        ("Ауыл", "kzru_auyl"),
        ("Мадина", "bishkek_madina"),
    ],
)
def test_a_place_that_is_also_a_name_or_word_is_not_heard_beside_other_words(
    places: Gazetteer, name: str, code: str
) -> None:
    assert found(places, name)[0] == code
    assert found(places, f"{name} Саматов паспорт") == []
    assert found(places, f"паспорт {name} Саматов жоғалды") == []


def test_a_post_word_or_an_ending_makes_it_a_place(places: Gazetteer) -> None:
    assert found(places, "Малик пости") == found(places, "пост Малик") == ["kzuz_syrdarya"]
    assert found(places, "Ойбекда") == found(places, "Ойбек пост") == ["uztj_oybek"]


def test_a_city_gives_its_airport_stations_and_bazaars(places: Gazetteer) -> None:
    kinds = [place.kind for place in places.find("Самарқанд")]
    assert kinds == [PlaceKind.AIRPORT, PlaceKind.RAILWAY, PlaceKind.BAZAAR]
    assert places.find("Самарканд вокзал")[0].kind is PlaceKind.RAILWAY


def test_the_limit_is_kept(places: Gazetteer) -> None:
    assert len(places.find("Москва")) == 5
    assert len(places.find("Москва", limit=2)) == 2


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("kk", ["Жібек жолы", "Б. Қонысбаев", "Қапланбек", "Қордай", "Нұр жолы"]),
        ("uz", ["Gʻishtkoʻprik", "Yallama", "Oybek", "Doʻstlik", "Chorsu bozori"]),
        ("ru", ["Жибек Жолы – Гишткуприк", "Конысбаева – Яллама", "Кордай – Ак-Жол"]),
        ("en", ["Zhibek Zholy – Gishtkuprik", "Konysbayev – Yallama"]),
    ],
)
def test_likely_places_come_in_the_language(places: Gazetteer, language: str, first: list[str]) -> None:
    likely = places.likely(language)
    assert len(likely) == 6
    assert [place.label(language) for place in likely][: len(first)] == first


def test_a_language_without_a_list_gets_the_english_one(places: Gazetteer) -> None:
    assert places.likely("de") == places.likely("en")
    assert all(places.likely(language, limit=3) for language in LANGUAGES)


def test_places_near_a_position_come_nearest_first(places: Gazetteer) -> None:
    assert places.near(41.326, 69.235)[0].code == "tashkent_chorsu"
    assert places.near(43.02, 74.70)[0].code == "kzkg_korday"
    assert len(places.near(41.3, 69.25)) == 4
    assert places.near(0.0, 0.0) == ()


def test_forty_kilometres_is_the_reach(places: Gazetteer) -> None:
    degree_km = 111.2
    post = places.get("kgcn_torugart")
    assert post is not None
    assert post.lat is not None
    assert post.lon is not None
    assert post in places.near(post.lat - 39 / degree_km, post.lon)
    assert post not in places.near(post.lat - 41 / degree_km, post.lon)


def test_a_label_falls_back_to_what_readers_know() -> None:
    place = Place("x", PlaceKind.OTHER, "KG", None, None, None, {"en": "Mill", "ru": "Мельница"}, ())
    assert place.label("kk") == place.label("ky") == place.label("ru") == "Мельница"
    assert place.label("uz") == place.label("tr") == place.label("de") == "Mill"
    assert hash(place) == hash(dataclasses.replace(place, names={"en": "Mill"}))
