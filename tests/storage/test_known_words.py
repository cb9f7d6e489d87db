"""The words a process knows: learned once, right again after whatever others or an undone change did."""

import random
from collections.abc import AsyncIterator
from functools import partial

import pytest

from relay import names
from relay.work import Relay, Work
from storage.names import Indexed
from storage.transaction import Database
from tests.storage.conftest import store_fixture
from tests.storage.store import Store, relay_on, vault

REPORT = Indexed.REPORT
CHANGED = 0.5  # so many are changed, the others removed


async def put(relay: Relay, subject_id: str, name: str) -> None:
    await relay.work(lambda work: names.put(work, REPORT, subject_id, name))


async def remove(relay: Relay, subject_id: str) -> None:
    await relay.work(lambda work: names.remove(work, subject_id))


async def found(relay: Relay, name: str) -> list[tuple[str, float]]:
    hits = await relay.work(lambda work: names.find(work, REPORT, name))
    return [(hit.subject_id, hit.score) for hit in hits]


async def learn(relay: Relay) -> set[str]:
    await relay.work(lambda work: work.words.refresh(work.tx))
    return set(relay.words.by_number.values())


@store_fixture
async def other(store: Store) -> AsyncIterator[Relay]:
    """A second process on the same database."""
    database = Database(store.url, vault())
    yield relay_on(database)
    await database.close()


async def test_an_empty_index_has_no_words(store: Store) -> None:
    assert await learn(store.relay) == set()
    assert await found(store.relay, "Жаңабай Исраилов") == []


async def test_words_are_read_once_and_then_only_what_is_new(store: Store) -> None:
    await put(store.relay, "a", "Жаңабай Исраилов")
    assert await learn(store.relay) == {"janabai", "israilov"}
    await put(store.relay, "b", "Дина Омарова")
    assert await learn(store.relay) == {"janabai", "israilov", "dina", "omarov"}


async def test_what_another_process_added_is_learned(store: Store, other: Relay) -> None:
    await put(store.relay, "a", "Дина Омарова")
    assert await found(other, "Dina Omarova") == [("a", 1.0)]
    await put(store.relay, "b", "Жаңабай Исраилов")
    [(subject, score)] = await found(other, "Жанабай Исраипов")
    assert subject == "b"
    assert 0.6 < score < 1
    await put(other, "c", "Фархад Умаров")
    assert (await found(store.relay, "Farhod Umarov"))[0][0] == "c"


async def test_a_corrected_name_is_found_whole(store: Store) -> None:
    """The places of its former words may be given to the new ones."""
    await put(store.relay, "a", "Жаңабай Исраилов")
    await learn(store.relay)
    for name in ("Жаңабай Омаров", "Дархан Омаров", "Нурлан Исраилов", "Жаңабай Исраилов"):
        await put(store.relay, "a", name)
        assert await found(store.relay, name) == [("a", 1.0)]


@pytest.mark.parametrize("kept", ["Жаңабай", "Исраилов"])
async def test_a_word_that_went_and_came_back_hides_no_other(store: Store, kept: str) -> None:
    """It may have its former place again, and others may have come before it meanwhile."""
    await put(store.relay, "a", "Жаңабай Исраилов")
    await learn(store.relay)
    await remove(store.relay, "a")
    await put(store.relay, "b", f"{kept} Дархан")
    assert await found(store.relay, f"{kept} Дархан") == [("b", 1.0)]


async def test_what_another_process_dropped_and_added_hides_nothing(store: Store, other: Relay) -> None:
    chance = random.Random(5)
    people = ["Жаңабай", "Исраилов", "Дина", "Омаров", "Дархан", "Фархад", "Мадина", "Нурлан"]
    for _ in range(40):
        subject, name = f"{chance.randrange(3)}", " ".join(chance.sample(people, 2))
        await (put(other, subject, name) if chance.random() < CHANGED else remove(other, subject))
        await put(other, "last", name)
        assert ("last", 1.0) in await found(store.relay, name)


class UndoneError(Exception):
    """Ends a transaction that nothing may be left of."""


async def test_words_learned_in_a_transaction_that_was_undone_are_put_right(store: Store) -> None:
    await put(store.relay, "a", "Дина Омарова")

    async def reports_in_vain(work: Work) -> None:
        await names.put(work, REPORT, "b", "Жаңабай Исраилов")
        assert (await names.find(work, REPORT, "Жаңабай Исраилов"))[0].subject_id == "b"
        raise UndoneError

    with pytest.raises(UndoneError):
        await store.relay.work(reports_in_vain)
    assert await found(store.relay, "Жаңабай Исраилов") == []
    await put(store.relay, "c", "Фархад Нурланов")  # it has the places that the undone words had
    assert await found(store.relay, "Фархад Нурланов") == [("c", 1.0)]
    assert await found(store.relay, "Дина Омарова") == [("a", 1.0)]


async def test_the_same_name_put_again_after_it_was_undone_hides_nothing(store: Store) -> None:
    async def reports(work: Work, name: str, *, undone: bool) -> None:
        await names.put(work, REPORT, "a", name)
        await names.find(work, REPORT, name)
        if undone:
            raise UndoneError

    with pytest.raises(UndoneError):
        await store.relay.work(partial(reports, name="Жаңабай Исраилов", undone=True))
    for name in ("Дархан Исраилов", "Жаңабай Дархан", "Жаңабай Исраилов"):
        await store.relay.work(partial(reports, name=name, undone=False))
        assert await found(store.relay, name) == [("a", 1.0)]


async def test_nothing_is_known_of_a_vocabulary_that_is_empty_again(store: Store) -> None:
    await put(store.relay, "a", "Жаңабай Исраилов")
    await learn(store.relay)
    await remove(store.relay, "a")
    assert await found(store.relay, "Жаңабай Исраилов") == []
    await put(store.relay, "b", "Дина Омарова")
    assert await found(store.relay, "Дина Омарова") == [("b", 1.0)]
