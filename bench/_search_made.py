"""A small population of invented people, for a quick look without any data.

Every surname stands with every given name once; half of the people are written in Cyrillic and asked for in
Latin letters, half the other way round; every third is absent.
"""

import random
from itertools import product
from typing import Final

from bench._search_dev import noisy
from bench._search_files import Material, Query

_SURNAMES: Final = """Исмаилов Ismoilov|Рахимов Rahimov|Абдуллаев Abdullayev|Тошматов Toshmatov|
Юсупов Yusupov|Хамидов Xamidov|Жумабаев Zhumabayev|Сейткалиев Seitkaliyev|Оспанов Ospanov|Асанов Asanov|
Токтогулов Toktogulov|Шарипов Sharipov|Пулатов Poʻlatov|Садыков Sadykov|Чоробаев Chorobaev|Мирзоев Mirzoev|
Қасымов Qasymov|Нурматов Nurmatov|Эргашев Ergashev|Валиев Valiyev"""
_GIVEN: Final = """Азиз Aziz|Дилшод Dilshod|Жасур Jasur|Отабек Otabek|Сардор Sardor|Улугбек Ulugʻbek|
Айбек Aibek|Бауыржан Bauyrzhan|Данияр Daniyar|Ерлан Yerlan|Бакыт Bakyt|Фирдавс Firdavs|Шухрат Shuhrat|
Хуршид Xurshid|Рустам Rustam|Тимур Temur|Нурлан Nurlan|Зафар Zafar|Камол Kamol|Бобур Bobur"""
_ABSENT: Final = 3
_SEED: Final = 11


def material() -> Material:
    """Give some 270 names and 400 queries, and the same queries with noise."""
    chance = random.Random(_SEED)  # noqa: S311 - a run that can be repeated, nothing to keep secret
    names: list[str] = []
    queries = []
    for number, (surname, given) in enumerate(product(_pairs(_SURNAMES), _pairs(_GIVEN))):
        script = number % 2
        present = bool(number % _ABSENT)
        if present:
            names.append(f"{surname[script]} {given[script]}")
        row = len(names) - 1 if present else None
        queries.append(Query(f"{surname[1 - script]} {given[1 - script]}", row, "made"))
    noise = [Query(noisy(query.name, chance), query.row, "made_noisy") for query in queries]
    return Material(names, [*queries, *noise])


def _pairs(table: str) -> list[list[str]]:
    """The entries of a table, each in Cyrillic and in Latin letters."""
    return [entry.split() for entry in table.replace("\n", "").split("|")]
