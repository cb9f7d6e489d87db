"""Two descriptions of doctors and clinics: which are one, may be one, are two (matching/doctors.py)."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.likeness import DATA, Figures, measure, read
from domain.specialities import Speciality
from matching import clinics
from matching.doctor_names import readings
from matching.doctors import PERHAPS, SAME, Described, Verdict, keys, likeness, verdict

PHONE, OTHER_PHONE = "+77270000901", "+77270000902"
ALMATY, ASTANA = "@city_almaty", "@city_astana"
SHIPA = "Шипа Тау"

NAMES = st.sampled_from(
    [
        "Осмонова Айзада Талантовна",
        "Ким А.В.",
        "проф.",
        "Dr. Yusupov",
        "Айгүл апай",
        "(Ли) Анна",
        "Y. Kim",
        "",
        ".",
    ]
)
CLINICS = st.sampled_from(["ГКБ №4", "НИИ кардиологии", "ТОО Шипа-Тау", "Емхана", "ул. Тау 5", "№", "+", ""])
PLACES = st.sampled_from([ALMATY, ASTANA, "Алматы", "Чуст тумани", "@", "г.", ""])
PHONES = st.sampled_from([PHONE, OTHER_PHONE, ""])
SPECIALITIES = st.sampled_from([*map(str, Speciality), ""])
DESCRIBED = st.builds(
    Described,
    NAMES | st.text(max_size=40),
    CLINICS | st.text(max_size=40),
    PLACES | st.text(),
    PHONES,
    SPECIALITIES,
)


def doctor(
    name: str, clinic: str = "", place: str = "", phone: str = "", speciality: str = "cardiologist"
) -> Described:
    return Described(name, clinic, place, phone, speciality)


def clinic(name: str, place: str = ALMATY, phone: str = "") -> Described:
    return Described("", name, place, phone, "therapist")


def judged(one: Described, two: Described) -> Verdict:
    return verdict(likeness(one, two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ким Алексей Викторович", "проф. Ким Алексей"),
        ("Ахметова Айгүл Маратқызы", "Akhmetova Aigul"),
        ("Юсупов Шерзод", "Dr. Sherzod Yusupov"),
        ("Тўхтаева Мавлуда", "Toʻxtayeva Mavluda Ergashevna"),
        ("Нұрғалиев Бауыржан", "к.м.н. Бауыржан Нургалиев"),
        ("Осмонова Айзада эже", "доктор Осмонова Айзада Талантовна"),
        ("кардиолог Хван Игорь", "Igor Khvan"),
        ("Ayşe Demirtaş", "Op. Dr. Ayse Demirtas"),
    ],
)
def test_one_phone_and_a_whole_name_are_one_doctor(one: str, two: str) -> None:
    assert judged(doctor(one, phone=PHONE), doctor(two, phone=PHONE)) is Verdict.SAME
    assert judged(doctor(one, phone=PHONE), doctor(two, phone=OTHER_PHONE)) is Verdict.PERHAPS
    at_work = [doctor(name, workplace, ALMATY) for name, workplace in ((one, SHIPA), (two, "ТОО «Шипа-Тау»"))]
    assert judged(*at_work) is Verdict.SAME


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ким А.В.", "Ким Алексей Викторович"),
        ("А.В. Ким", "Ким Алексей"),
        ("Ю.С. Ли", "Ли Юлия Сергеевна"),
        ("Y. Ospanov", "Оспанов Ерлан"),
        ("проф. Каримова", "Каримова Нодира"),
        ("Айгүл апай", "Ахметова Айгүл"),
        ("Людмила Борисовна", "Тен Людмила Борисовна"),
        ("Нигора Хасановна", "Рашидова Нигора"),
        ("Иванова Анна Сергеевна", "Петрова Анна Сергеевна"),
    ],
)
def test_half_a_name_at_one_clinic_is_shown_to_moderators(one: str, two: str) -> None:
    assert judged(doctor(one, SHIPA, ALMATY), doctor(two, SHIPA, ALMATY)) is Verdict.PERHAPS
    assert judged(doctor(one, SHIPA, ALMATY, PHONE), doctor(two, SHIPA, ALMATY, PHONE)) is Verdict.PERHAPS


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Каримов Азиз Рустамович", "Каримов Шухрат Рустамович"),
        ("Каримов Рустам", "Каримова Дилноза Рустамовна"),
        ("Ким А.В.", "Ким С.В."),
        ("Ким А.В.", "Ким Сергей Викторович"),
        ("З.С. Мамытова", "Мамытова Салтанат Сериковна"),
        ("Осмонова Айзада", "Осмонов Тилек"),
        ("Людмила Борисовна", "Людмила Аркадьевна"),
        ("Цой Сергей", "Ли Сергей"),
    ],
)
def test_relatives_and_colleagues_at_one_clinic_stay_apart(one: str, two: str) -> None:
    assert judged(doctor(one, SHIPA, ALMATY, PHONE), doctor(two, SHIPA, ALMATY, PHONE)) is Verdict.DIFFERENT


def test_a_namesake_elsewhere_or_of_another_speciality_is_not_the_same() -> None:
    name = "Оспанов Ерлан Болатович"
    own = doctor(name, SHIPA, ALMATY)
    assert judged(own, doctor(name, "Городская больница №4", ASTANA)) is Verdict.DIFFERENT
    assert (
        judged(own, doctor(name, "Городская больница №4", ALMATY, speciality="dentist")) is Verdict.DIFFERENT
    )
    assert judged(doctor(name, SHIPA, ALMATY, PHONE), doctor(name, SHIPA, ASTANA, PHONE)) is Verdict.PERHAPS
    moved = doctor(name, SHIPA, ALMATY, PHONE, "heart_surgeon")
    assert judged(doctor(name, SHIPA, ALMATY, PHONE), moved) is Verdict.PERHAPS


def test_a_former_surname_in_brackets_is_read() -> None:
    one, two = doctor("Петрова (Иванова) Анна", phone=PHONE), doctor("Иванова Анна", phone=PHONE)
    assert judged(one, two) is Verdict.SAME


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Городская больница №4", "4-я горбольница"),
        ("ГКБ 4", "№4 қалалық аурухана"),
        ("1-son shahar klinik shifoxonasi", "Городская клиническая больница № 01"),
        ("НИИ кардиологии", "Kardiologiya instituti"),
        ("Институт глазных болезней", "Көз аурулары институты"),
        ("ТОО «Шипа Тау»", "шипатау"),
        ("Доктор+", "Doctor Plus"),
        ("Детская больница №2", "ДГБ 2"),
        ("Роддом №3", "3-tugʻruqxona"),
        ("Поликлиника №15", "15-ші емхана"),
        ("Smile Dental", "Смайл Дентал"),
        ("Семейный доктор, ул. Тополиная 12", "Семейный доктор"),
        ("Шипагер", "Шипагер Алматы"),
    ],
)
def test_one_clinic_is_known_in_other_words(one: str, two: str) -> None:
    assert judged(clinic(one, phone=PHONE), clinic(two, phone=PHONE)) is Verdict.SAME
    assert judged(clinic(one), clinic(two)) in {Verdict.SAME, Verdict.PERHAPS}
    assert judged(clinic(one), clinic(two, ASTANA)) is Verdict.DIFFERENT
    assert keys(clinic(one)) & keys(clinic(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Городская больница №4", "Городская больница №7"),
        ("Городская больница №4", "Поликлиника №4"),
        ("Городская больница №4", "Детская городская больница №4"),
        ("НИИ кардиологии", "НИИ онкологии"),
        ("Шипа Тау", "Шипа Дент"),
        ("Роддом №3", "Роддом №13"),
        ("Областная больница", "Областной роддом"),
        ("Шипа Тау", "Ак Булут"),
    ],
)
def test_clinics_that_look_alike_stay_apart(one: str, two: str) -> None:
    assert judged(clinic(one), clinic(two)) is Verdict.DIFFERENT


def test_a_hospital_without_a_name_needs_its_city() -> None:
    assert judged(clinic("ГКБ 4", ""), clinic("Городская больница №4")) is Verdict.DIFFERENT
    assert judged(clinic("ГКБ 4", "", PHONE), clinic("Городская больница №4", phone=PHONE)) is Verdict.SAME
    assert judged(clinic(SHIPA, ""), clinic(SHIPA)) is Verdict.PERHAPS


def test_a_doctor_is_never_a_clinic() -> None:
    one, two = doctor("Ким Алексей", SHIPA, ALMATY, PHONE), clinic(SHIPA, ALMATY, PHONE)
    assert likeness(one, two) == 0.0
    assert not keys(one) & keys(two)
    assert likeness(Described("", "", ALMATY, PHONE, ""), Described("", "", ALMATY, PHONE, "")) == 0.0


@pytest.mark.parametrize(
    ("place", "other", "expected"),
    [
        ("Чуст тумани", "Chust", Verdict.SAME),
        ("Ташкент шаҳри", "@city_tashkent", Verdict.SAME),
        ("Чуст тумани", "Поп тумани", Verdict.PERHAPS),
        ("Чуст", ALMATY, Verdict.PERHAPS),
    ],
)
def test_free_words_are_a_place_too(place: str, other: str, expected: Verdict) -> None:
    name = "Юсупов Шерзод"
    assert judged(doctor(name, place=place, phone=PHONE), doctor(name, place=other, phone=PHONE)) is expected


def test_the_verdict_changes_at_its_thresholds() -> None:
    assert [verdict(score) for score in (0.0, PERHAPS - 0.001, PERHAPS, SAME - 0.001, SAME, 1.0)] == [
        *[Verdict.DIFFERENT] * 2, *[Verdict.PERHAPS] * 2, *[Verdict.SAME] * 2,
    ]  # fmt: skip


@given(DESCRIBED, DESCRIBED)
def test_likeness_is_symmetric_and_a_share(one: Described, two: Described) -> None:
    score = likeness(one, two)
    assert 0.0 <= score <= 1.0
    assert score == pytest.approx(likeness(two, one))
    if verdict(score) is Verdict.SAME:
        assert keys(one) & keys(two)


@given(DESCRIBED)
def test_a_doctor_is_like_himself(one: Described) -> None:
    if readings(one.doctor):
        assert likeness(one, one) >= PERHAPS
        assert keys(one)


@given(st.text(), st.text(), st.text())
def test_any_text_is_taken(name: str, workplace: str, place: str) -> None:
    one = Described(name, workplace, place, "", "")
    for two in (
        one,
        Described("", workplace, place, "", ""),
        Described("Ким А.", SHIPA, ALMATY, PHONE, "ent"),
    ):
        assert 0.0 <= likeness(one, two) <= 1.0
        assert all(key.split(":")[0] in {"doctor", "clinic"} for key in keys(one))


def test_a_name_of_titles_alone_is_still_a_name() -> None:
    assert [len(name.parts) for name in readings("профессор")] == [1]
    assert clinics.is_title("Д-р")
    assert not clinics.is_title("Дронов")


@cache
def development() -> Figures:
    return measure("dev", read(DATA, "dev"))


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("figure", "least"),
    [
        ("proposed_precision", 0.90),
        ("proposed_recall", 0.95),
        ("same_precision", 0.99),
        ("same_recall", 0.45),
        ("keys_recall", 0.98),
    ],
)
def test_the_development_half_is_met(figure: str, least: float) -> None:
    assert getattr(development(), figure) >= least


@pytest.mark.thorough
def test_keys_leave_few_pairs_to_compare() -> None:
    assert development().compared <= 0.03
