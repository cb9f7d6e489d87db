"""A search finds the same on either engine: the same people in the same order with the same scores."""

import random
from functools import partial
from itertools import product

import pytest

from relay import names
from relay.names import Found
from relay.work import Work
from storage.names import Indexed
from tests.storage.store import Store

pytestmark = pytest.mark.thorough

SEED = 7
BULK = 150
FAMILIES = (
    "Исраилов", "Isroilov", "Омарова", "Каримов", "Karimova", "Сейтқали", "Нурланов", "Юлдашев", "Yoʻldoshev",
    "Раҳмонов", "Рахманова", "Токтоналиев", "Абдрахманов", "Шарипзода", "Çelik", "Ким", "Пак", "Василенко",
)  # fmt: skip
GIVEN = (
    "Жаңабай", "Janaboy", "Дина", "Фархад", "Farhod", "Мадина", "Айгүл", "Меҳрангез", "Наталья", "Нурсултан",
    "Мирзоҳид", "Ержан", "Гулнар", "Mehmet", "Анна", "Шахзод",
)  # fmt: skip
FATHERS = ("", "Әбдірайымұлы", "Рахмонович", "Karim qizi", "оглы Али")


def population() -> list[tuple[str, str]]:
    """Invented people, each with an id; half of the names there can be."""
    chance = random.Random(SEED)
    every = [" ".join(filter(None, parts)) for parts in product(FAMILIES, GIVEN, FATHERS[:2])]
    every += [" ".join(parts) for parts in product(FAMILIES[:6], GIVEN[:6], FATHERS[2:])]
    return [(f"{number:032x}", name) for number, name in enumerate(chance.sample(every, len(every) // 2))]


def misspelled(name: str, chance: random.Random) -> str:
    """A name as it is typed: shuffled, a letter lost or changed, or one word of it alone."""
    words = name.split()
    chance.shuffle(words)
    place = chance.randrange(len(words))
    word, letter = words[place], chance.randrange(1, len(words[place]))
    words[place] = word[:letter] + chance.choice(["", "а", "m", word[letter]]) + word[letter + 1 :]
    return chance.choice([" ".join(words), words[place], name, name.upper()])


async def filled(store: Store, people: list[tuple[str, str]]) -> None:
    for first in range(0, len(people), BULK):
        await store.relay.work(
            partial(_put_many, named=people[first : first + BULK], kind=Indexed(first // BULK % 2))
        )


async def _put_many(work: Work, named: list[tuple[str, str]], kind: Indexed) -> None:
    await names.put_many(work, kind, named)


async def hits(store: Store, kind: Indexed, name: str) -> list[Found]:
    return list(await store.relay.work(lambda work: names.find(work, kind, name)))


async def test_the_same_names_rank_the_same_on_both_engines(file_store: Store, server: Store) -> None:
    people = population()
    chance = random.Random(SEED)
    for store in (file_store, server):
        await filled(store, people)
    found = 0
    for _, name in people[::2]:
        kind, typed = chance.choice(list(Indexed)), misspelled(name, chance)
        one, two = await hits(file_store, kind, typed), await hits(server, kind, typed)
        assert one == two, typed
        assert [hit.score for hit in one] == sorted((hit.score for hit in one), reverse=True)
        found += bool(one)
    assert found > len(people) // 3


async def test_everybody_is_found_first_under_their_own_name(server: Store) -> None:
    people = population()
    await server.relay.work(partial(_put_many, named=people, kind=Indexed.REPORT))
    for subject_id, name in people[::5]:
        found = await hits(server, Indexed.REPORT, name)
        best = [hit.subject_id for hit in found if hit.score == found[0].score]
        assert subject_id in best
