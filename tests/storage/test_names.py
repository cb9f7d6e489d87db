"""The name index: candidates by shared keys, without a name in it."""

from sqlalchemy import select

from storage import names
from storage.names import Indexed
from storage.schema import name_keys
from tests.storage.store import Store

REPORT, WATCH = Indexed.REPORT, Indexed.WATCH


async def put(store: Store, subject_id: str, *keys: str, kind: Indexed = REPORT) -> None:
    await store.write(lambda tx: names.put(tx, kind, subject_id, keys))


async def candidates(store: Store, *keys: str, kind: Indexed = REPORT, limit: int = 10) -> list[str]:
    return list(await store.read(lambda tx: names.candidates(tx, kind, keys, limit)))


async def test_those_who_share_most_keys_come_first(store: Store) -> None:
    await put(store, "a-one", "jnb")
    await put(store, "b-three", "jnb", "srl", "srlf")
    await put(store, "c-two", "jnb", "srl")
    await put(store, "d-none", "ktb")
    assert await candidates(store, "jnb", "srl", "srlf") == ["b-three", "c-two", "a-one"]


async def test_of_equals_the_newest_come_first_and_only_so_many(store: Store) -> None:
    for subject in ("01", "03", "02", "04"):
        await put(store, subject, "jnb")
    assert await candidates(store, "jnb", limit=3) == ["04", "03", "02"]


async def test_reports_and_watches_are_searched_apart(store: Store) -> None:
    await put(store, "a-report", "jnb")
    await put(store, "a-watch", "jnb", kind=WATCH)
    assert await candidates(store, "jnb") == ["a-report"]
    assert await candidates(store, "jnb", kind=WATCH) == ["a-watch"]


async def test_a_new_name_replaces_the_former_one(store: Store) -> None:
    await put(store, "a", "jnb", "srl")
    await put(store, "a", "srl", "mrt")
    assert await candidates(store, "jnb") == []
    assert await candidates(store, "srl", "mrt") == ["a"]


async def test_a_removed_name_is_found_no_more(store: Store) -> None:
    await put(store, "a", "jnb")
    await put(store, "b", "jnb")
    await store.write(lambda tx: names.remove(tx, "a"))
    assert await candidates(store, "jnb") == ["b"]


async def test_no_keys_find_nobody(store: Store) -> None:
    await put(store, "a", "jnb")
    await put(store, "b")
    assert await candidates(store) == []


async def test_a_key_given_twice_counts_once(store: Store) -> None:
    await put(store, "a", "jnb", "jnb")
    await put(store, "b", "jnb", "srl")
    assert await candidates(store, "jnb", "jnb", "srl") == ["b", "a"]


async def test_the_index_holds_short_hashes_only(store: Store) -> None:
    await put(store, "a", "jnb", "srl")
    digests = (await store.read(lambda tx: tx.execute(select(name_keys.c.digest)))).scalars().all()
    assert {len(digest) for digest in digests} == {8}
    assert not {b"jnb", b"srl"} & set(digests)
