"""Finding names: by the name itself, by words spelled nearly so, by a single word; by every process."""

import random
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from matching import index
from matching.folded import folded
from matching.search import NOTIFY, SHOW, SURE
from relay import names
from relay.names import CANDIDATES, Found
from relay.work import Relay, Work
from storage.names import Indexed
from storage.opening import open_database
from tests.storage.store import keyring, relay_on

REPORT, WATCH = Indexed.REPORT, Indexed.WATCH
JANABAI, DINA, FARHAD = "Жаңабай Исраилов", "Дина Омарова", "Фархад Умаров"


class Index:
    """The index as one process has it."""

    def __init__(self, relay: Relay) -> None:
        self.relay = relay

    async def put(self, kind: Indexed = REPORT, /, **named: str) -> None:
        """Index names by their subjects."""
        await self.relay.work(lambda work: names.put_many(work, kind, named.items()))

    async def remove(self, subject_id: str) -> None:
        await self.relay.work(lambda work: names.remove(work, subject_id))

    async def find(self, name: str, kind: Indexed = REPORT, most: int = 10) -> list[Found]:
        return list(await self.relay.work(lambda work: names.find(work, kind, name, most)))

    async def ids(self, name: str, kind: Indexed = REPORT) -> list[str]:
        return [found.subject_id for found in await self.find(name, kind)]

    def stages(self, typed: str, stored: str) -> list[bool]:
        """Whether a stored name stands under the keys of each stage of a search, its own keys first."""
        name = folded(typed)
        words = self.relay.words.vocabulary
        stages = (index.own(name), index.near(name, words))
        return [bool(keys.keys() & index.keys(folded(stored))) for keys in stages]

    @contextmanager
    def looks(self) -> Iterator[list[str]]:
        """Collect the questions that the index of keys is asked."""
        asked: list[str] = []
        engine = self.relay.database._writer.sync_engine

        def note(_: object, __: object, statement: str, *___: object) -> None:
            if statement.startswith("SELECT name_keys."):
                asked.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        yield asked
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def file(tmp_path: Path, empty_database: Path) -> Path:
    return Path(shutil.copy(empty_database, tmp_path / "tabyldy.db"))


async def process_on(file: Path) -> Relay:
    chance = random.Random(1)
    return relay_on(await open_database(f"sqlite+aiosqlite:///{file}", keyring(), chance.randbytes))


@pytest.fixture
async def here(file: Path) -> AsyncIterator[Index]:
    """The index in a process that knows no words yet."""
    relay = await process_on(file)
    yield Index(relay)
    await relay.database.close()


@pytest.fixture
async def elsewhere(here: Index, file: Path) -> AsyncIterator[Index]:
    """The same index in a second process."""
    assert here
    relay = await process_on(file)
    yield Index(relay)
    await relay.database.close()


# the stages


async def test_a_name_is_found_by_its_own_keys_at_one_look(here: Index) -> None:
    await here.put(a=JANABAI, b=DINA)
    with here.looks() as asked:
        assert await here.find(JANABAI) == [Found("a", 1.0)]
    assert len(asked) == 1


@pytest.mark.parametrize("spelling", ["Janaboy Isroilov", "ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ"])
async def test_other_spellings_need_no_look_at_similar_words(here: Index, spelling: str) -> None:
    await here.put(a=JANABAI, b=DINA)
    with here.looks() as asked:
        [best] = await here.find(spelling)
    assert best.subject_id == "a"
    assert best.score >= SURE
    assert len(asked) <= 2


async def test_a_misspelled_name_is_found_by_the_words_it_resembles(here: Index) -> None:
    await here.put(a=JANABAI, b=DINA)
    [best] = await here.find("Жанабай Исраипов")
    assert best.subject_id == "a"
    assert SHOW <= best.score < SURE
    assert here.stages("Жанабай Исраипов", JANABAI) == [False, True]


async def test_a_single_word_finds_all_who_bear_it(here: Index) -> None:
    await here.put(a=JANABAI, b="Дина Исраилова", c=FARHAD)
    with here.looks() as asked:
        found = await here.find("Исраилов")
    assert {each.subject_id for each in found} == {"a", "b"}
    assert len(asked) == 1, "a single word makes no pairs"
    assert found[0].subject_id == "a", "a woman bears it otherwise"


async def test_where_no_two_words_agree_one_is_looked_for(here: Index) -> None:
    await here.put(a=JANABAI, b=DINA)
    [best] = await here.find("Исраилов Кенжебек")
    assert best.subject_id == "a"
    assert best.score < index.WEAK
    assert not any(here.stages("Исраилов Кенжебек", JANABAI))


async def test_who_is_found_surely_stands_before_who_may_be_meant(here: Index) -> None:
    await here.put(a="Жанабай Исраипов", b=JANABAI, c="Дина Исраилова")
    found = await here.find("Janabay Israilov")
    assert [each.subject_id for each in found][:1] == ["b"]
    assert found[0].score >= NOTIFY


async def test_short_forms_find_the_whole_name(here: Index) -> None:
    await here.put(a="Наталья Василенко")
    [best] = await here.find("Наташа Василенко")
    assert best.subject_id == "a"
    assert best.score > NOTIFY
    own, _ = here.stages("Наташа Василенко", "Наталья Василенко")
    assert own


async def test_a_name_without_letters_finds_nobody(here: Index) -> None:
    await here.put(a=JANABAI, b="...")
    for typed in ("", "...", "3"):
        assert await here.find(typed) == []


async def test_nobody_is_found_under_another_name(here: Index) -> None:
    await here.put(a=JANABAI, b=DINA)
    assert await here.find("Sardor Qodirov") == []


# how many, in which order


async def test_of_equals_the_newest_come_first_and_only_so_many(here: Index) -> None:
    await here.put(**{f"{number:02}": JANABAI for number in range(12)})
    assert await here.ids(JANABAI) == [f"{number:02}" for number in range(11, 1, -1)]
    assert [found.subject_id for found in await here.find(JANABAI, most=2)] == ["11", "10"]


async def test_the_likeliest_of_more_than_are_compared_is_found(here: Index) -> None:
    """Many share one key; who shares all three is among those that are looked at."""
    endings = [f"{number:03}" for number in range(CANDIDATES + 50)]
    others = {ending: f"Исраилов Жаңабай {'А' * (int(ending) % 7)}лмас" for ending in endings}
    await here.put(**others, z="Исраилов Жаңабай Дарханұлы")
    assert (await here.ids("Isroilov Janaboy Darxon oʻgʻli"))[0] == "z"


async def test_the_same_search_finds_the_same_twice(here: Index) -> None:
    await here.put(a=JANABAI, b="Жанабай Исраипов", c=DINA)
    assert await here.find("Janaboy Isroilov") == await here.find("Janaboy Isroilov")


# changes


async def test_a_watch_and_a_report_of_one_name_are_found_apart(here: Index) -> None:
    await here.put(report=JANABAI)
    await here.put(WATCH, watch=JANABAI)
    assert await here.ids(JANABAI) == ["report"]
    assert await here.ids(JANABAI, WATCH) == ["watch"]
    await here.remove("report")
    assert await here.ids(JANABAI) == []
    assert await here.find(JANABAI, WATCH) == [Found("watch", 1.0)], "its words are still borne"


async def test_who_was_removed_is_not_found(here: Index) -> None:
    await here.put(a=JANABAI, b=JANABAI)
    await here.remove("a")
    for typed in (JANABAI, "Жанабай Исраипов", "Исраилов"):
        assert await here.ids(typed) == ["b"]
    await here.remove("b")
    for typed in (JANABAI, "Жанабай Исраипов", "Исраилов"):
        assert await here.ids(typed) == []


async def test_a_changed_name_is_found_by_the_new_one_only(here: Index) -> None:
    await here.put(a=JANABAI)
    await here.put(a=FARHAD)
    assert await here.ids(JANABAI) == []
    assert await here.ids("Farhod Umarov") == ["a"]


async def test_the_sex_comes_back_from_the_index(here: Index) -> None:
    await here.put(he="Исраилов Нур", she="Исраилова Нур", unknown="Исраил Нур")
    assert (await here.ids("Israilova Nur"))[0] == "she"
    assert (await here.ids("Israilov Nur"))[0] == "he"


async def test_a_long_name_is_indexed_by_its_first_words(here: Index) -> None:
    await here.put(a=" ".join(["Исраилов", "Жаңабай", *(["Али", "Вали", "Сали", "Гани", "Соли", "Тоҳир"])]))
    assert await here.ids("Israilov Janabay Ali") == ["a"]


# several processes


async def test_a_second_process_learns_the_words_of_the_first(here: Index, elsewhere: Index) -> None:
    await here.put(a=DINA)
    assert await elsewhere.ids(DINA) == ["a"]
    await here.put(b=JANABAI)
    assert await elsewhere.ids("Жанабай Исраипов") == ["b"], "only who knows the words finds it misspelled"
    await elsewhere.put(c="Кенжебек Тұрсынов")
    assert await here.ids("Кенжебик Турсынав") == ["c"]


async def test_a_second_process_does_not_find_what_the_first_removed(here: Index, elsewhere: Index) -> None:
    await here.put(a=JANABAI, b=DINA)
    assert await elsewhere.ids(JANABAI) == ["a"]
    await here.remove("a")
    assert await elsewhere.ids(JANABAI) == []
    assert await elsewhere.ids(DINA) == ["b"]


async def test_a_name_put_and_found_in_one_transaction(here: Index) -> None:
    """As when a report is made and its waiting owner is looked for."""

    async def reports(work: Work) -> list[str]:
        await names.put(work, REPORT, "a", JANABAI)
        return [found.subject_id for found in await names.find(work, REPORT, "Жанабай Исраипов")]

    assert await here.relay.work(reports) == ["a"]
