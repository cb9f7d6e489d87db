"""The directory: what is shown to whom in which order, how cards read, what a table holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.cases import CaseKind
from domain.doctors import Details, Entry, EntryState, Standing
from domain.medical import Recommended
from domain.specialities import Speciality
from locales.choice import NAMES
from relay import corrections, doctor_cards, doctor_csv, doctors
from relay.doctor_cards import Shown
from relay.work import Work
from storage import cases as stored_cases
from storage import doctors as stored
from storage import endorsements
from tests.relay.directory import Directory
from tests.storage.store import START

DENTIST = Speciality.DENTIST
ALMATY, ASTANA, TASHKENT = "@city_almaty", "@city_astana", "@city_tashkent"
ANNA, BORIS, VERA = 7_734_512_001, 7_734_512_002, 7_734_512_003
KIM = Recommended(doctor="Ким Алексей Викторович", clinic="Сункар", place=ALMATY, phone="+77272500000")


@pytest.fixture
def directory() -> Iterator[Directory]:
    made = Directory()
    yield made
    made.close()


def entered(directory: Directory, said: Recommended, *helped: int, paid: bool = False) -> Entry:
    entry = directory.does(lambda work: doctors.enter(work, DENTIST, said))
    for person in helped:
        directory.by(person, lambda work, known: doctors.endorse(work, known, entry, paid=paid))
    return entry


def named(directory: Directory, doctor: str, place: str, *helped: int, paid: bool = False) -> str:
    return entered(directory, Recommended(doctor=doctor, place=place), *helped, paid=paid).id


def known(directory: Directory, place: str) -> list[str]:
    found = directory.does(lambda work: doctors.known(work, DENTIST, place))
    return [each.entry.id for each in found]


def now(directory: Directory, entry_id: str) -> Entry:
    entry = directory.does(lambda work: stored.get(work.tx, entry_id))
    assert entry is not None
    return entry


# order


def test_the_very_city_comes_first_then_its_country_and_no_other(directory: Directory) -> None:
    far = named(directory, "Умаров Фархад", TASHKENT, ANNA, BORIS, VERA)
    near = named(directory, "Ли Вера", ASTANA, ANNA, BORIS)
    here = named(directory, "Омарова Дина", ALMATY, ANNA)
    assert known(directory, ALMATY) == [here, near]
    assert known(directory, TASHKENT) == [far]
    assert known(directory, "@country_kz") == [near, here]
    assert known(directory, "@city_bishkek") == []
    assert known(directory, "совхоз Заря") == []


def test_old_words_weigh_half_and_of_equals_the_latest_comes_first(directory: Directory) -> None:
    old = named(directory, "Умаров Фархад", ALMATY, ANNA, BORIS)
    directory.clock.wind(timedelta(days=366))
    first = named(directory, "Ли Вера", ALMATY, ANNA)
    directory.clock.wind(timedelta(days=1))
    latest = named(directory, "Омарова Дина", ALMATY, ANNA)
    assert known(directory, ALMATY) == [latest, first, old]


def test_whose_every_word_is_paid_stands_last_and_who_has_none_nowhere(directory: Directory) -> None:
    paid = named(directory, "Умаров Фархад", ALMATY, ANNA, BORIS, VERA, paid=True)
    honest = named(directory, "Ли Вера", ALMATY, ANNA)
    left = entered(directory, Recommended(doctor="Омарова Дина", place=ALMATY), ANNA)
    directory.by(ANNA, lambda work, person: doctors.retract(work, person, left))
    assert known(directory, ALMATY) == [honest, paid]


def test_pages_end_and_a_later_one_is_the_last(directory: Directory) -> None:
    names = ("Омарова", "Умаров", "Лазарева", "Кенжебеков", "Турсунов", "Петренко")
    every = [named(directory, name, ALMATY, ANNA) for name in names]
    first = directory.does(lambda work: doctors.find(work, DENTIST))
    last = directory.does(lambda work: doctors.find(work, DENTIST, page=7))
    assert (first.page, first.pages, first.total, len(first.shown)) == (0, 2, 6, 5)
    assert (last.page, len(last.shown)) == (1, 1)
    assert {each.entry.id for each in (*first.shown, *last.shown)} == set(every)


def test_cities_are_offered_by_how_many_stand_there(directory: Directory) -> None:
    for name, place in (("Омарова", ASTANA), ("Умаров", ALMATY), ("Ли", ASTANA), ("Петренко", "хутор")):
        named(directory, name, place, ANNA)
    found = directory.does(lambda work: doctors.places_of(work, DENTIST))
    assert [place.code for place in found] == ["city_astana", "city_almaty"]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Kim Aleksey", True),
        ("профессор Ким Алексей", True),
        ("Сункар", True),
        ("Sunqar", True),
        ("sunk", True),
        ("Сункар 2", False),
        ("Омарова Дина", False),
        ("Су", False),
        ("", False),
    ],
)
def test_names_of_doctors_and_of_clinics_are_found(directory: Directory, text: str, met: bool) -> None:  # noqa: FBT001 - a case
    entry = entered(directory, KIM, ANNA)
    found = directory.does(lambda work: doctors.by_name(work, text))
    assert [each.entry.id for each in found] == ([entry.id] if met else [])


# growing


def test_the_same_again_fills_what_was_not_known(directory: Directory) -> None:
    entry = entered(directory, replace(KIM, why="Хорошо лечит"))
    again = replace(KIM, doctor="Kim Aleksey Viktorovich", clinic="Sunkar", languages=("ru",), why="Добрый")
    assert entered(directory, again).id == entry.id
    assert now(directory, entry.id).details == Details(KIM.doctor, KIM.clinic, KIM.phone, ("ru",), "Добрый")


def test_words_with_a_contact_are_left_out(directory: Directory) -> None:
    entry = entered(directory, replace(KIM, why="Пишите мне @kim_helper"))
    assert entry.details is not None
    assert entry.details.why == ""
    entered(directory, replace(KIM, why="Внимательный"))
    entered(directory, replace(KIM, why="Мой номер +998 90 123 45 67"))
    details = now(directory, entry.id).details
    assert details is not None
    assert details.why == "Внимательный"


def test_what_may_be_the_same_is_asked_about_once(directory: Directory) -> None:
    entered(directory, KIM)
    perhaps = entered(directory, Recommended(doctor="Ким А.В.", clinic="Сункар", place=ALMATY))

    async def waiting(work: Work) -> int:
        return len(await stored_cases.open_about(work.tx, perhaps.id, CaseKind.DUPLICATE))

    assert directory.does(waiting) == 1
    other = directory.does(
        lambda work: doctors.enter(work, Speciality.SURGEON, Recommended(doctor="Ким А.В.", place=ALMATY))
    )
    assert other.speciality is Speciality.SURGEON
    assert directory.does(waiting) == 1


def test_what_was_removed_is_forgotten_after_three_days(directory: Directory) -> None:
    kept = entered(directory, Recommended(doctor="Омарова Дина", place=ALMATY), ANNA)
    entry = entered(directory, KIM, ANNA)

    async def remove(work: Work) -> None:
        await stored.save(work.tx, replace(entry, state=EntryState.REMOVED, updated_at=work.now))

    directory.does(remove)
    assert directory.does(corrections.forget) == 0
    assert now(directory, entry.id).details == entry.details
    directory.clock.wind(timedelta(days=3, seconds=1))
    assert directory.does(corrections.forget) == 1
    assert now(directory, entry.id).details is None
    words = directory.does(lambda work: endorsements.of_each(work.tx, [entry.id, kept.id]))
    assert [len(words[each.id]) for each in (entry, kept)] == [0, 1]
    assert directory.does(corrections.forget) == 0


# cards


def shown(**changes: object) -> Shown:
    details = Details("Ким <Алексей>", "Сункар & Ко", "+77272500000", ("kk", "ru"), "Помог")
    entry = Entry("e", "K7M4Q", EntryState.OPEN, DENTIST, ALMATY, details, None, START, START)
    return Shown(replace(entry, **changes), Standing(4, 1, 3.5, START))  # type: ignore[arg-type]  # any field


def written(directory: Directory, language: str, each: Shown) -> str:
    async def write(work: Work) -> str:
        return doctor_cards.card(work, language, each)

    return directory.does(write)


@pytest.mark.parametrize("language", NAMES)
def test_a_card_says_all_and_no_number_of_weight(directory: Directory, language: str) -> None:
    text = written(directory, language, shown())
    for part in ("Ким &lt;Алексей&gt;", "Сункар &amp; Ко", "+7 7272 50 00 00", "Помог", "K7M4Q", "2026", "4"):
        assert part in text
    assert "3.5" not in text
    assert "<Алексей>" not in text


@pytest.mark.parametrize("language", NAMES)
def test_disputed_and_forgotten_entries_say_so(directory: Directory, language: str) -> None:
    plain = written(directory, language, shown())
    disputed = written(directory, language, shown(state=EntryState.DISPUTED))
    assert disputed != plain
    assert len(disputed.splitlines()) == len(plain.splitlines()) + 1
    gone = written(directory, language, shown(details=None))
    assert "Ким" not in gone
    assert "K7M4Q" in gone


def test_no_cell_is_a_formula(directory: Directory) -> None:
    entered(directory, replace(KIM, doctor="=1+1", clinic="\t@SUM"), ANNA)
    table = directory.does(doctor_csv.table)
    head, row, end = table.split("\r\n")
    assert head == "\ufeff" + ",".join(doctor_csv.COLUMNS)
    cells = row.split(",")
    assert cells[3] == "'=1+1"
    assert cells[4].startswith("'")
    assert cells[-3:] == ["1", "0", "2026-11"]
    assert end == ""
