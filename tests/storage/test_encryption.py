"""Sealed values, the keys that open them, and the file that holds the keys."""

import base64
import random
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from domain.errors import StartRefused
from storage import documents, keyfile, people
from storage.encryption import Keyring, Vault, WrongKey, key_identity, new_key
from storage.opening import open_database
from storage.schema import reports, secrets
from storage.transaction import Database, Transaction
from tests.storage.conftest import store_fixture
from tests.storage.store import HASH_KEY, KEY, START, Store, keyring, vault

PLACE = "people.telegram_id.7"
ENTROPY = random.Random(9).randbytes
OTHER = new_key(ENTROPY)


# values


@given(st.text())
def test_what_is_sealed_opens_again(text: str) -> None:
    sealed = vault().seal(text, PLACE)
    assert vault().open(sealed, PLACE) == text


def test_the_same_words_never_look_the_same() -> None:
    safe = vault()
    assert len({safe.seal("Исраилов", PLACE) for _ in range(20)}) == 20


@pytest.mark.parametrize("place", ["people.telegram_id.8", "people.other.7", "reports.telegram_id.7", ""])
def test_a_value_opens_only_in_its_own_place(place: str) -> None:
    sealed = vault().seal("Исраилов", PLACE)
    with pytest.raises(WrongKey):
        vault().open(sealed, place)


@pytest.mark.parametrize("position", [4, 15, 16, -1])
def test_an_altered_value_does_not_open(position: int) -> None:
    sealed = bytearray(vault().seal("Исраилов", PLACE))
    sealed[position] ^= 1
    with pytest.raises(WrongKey, match=r"people\.telegram_id was altered or moved"):
        vault().open(bytes(sealed), PLACE)


def test_what_is_told_of_an_altered_value_names_no_row() -> None:
    with pytest.raises(WrongKey) as fault:
        vault().open(vault().seal("x", PLACE), "people.telegram_id.secret")
    assert "secret" not in str(fault.value)


def test_another_key_does_not_open_it() -> None:
    sealed = vault(KEY).seal("Исраилов", PLACE)
    with pytest.raises(WrongKey, match="does not open this database"):
        vault(OTHER).open(sealed, PLACE)


def test_every_key_of_the_ring_opens_and_the_first_seals() -> None:
    old = vault(KEY).seal("old", PLACE)
    both = vault(OTHER, KEY)
    new = both.seal("new", PLACE)
    assert (both.open(old, PLACE), both.open(new, PLACE)) == ("old", "new")
    assert (both.is_current(old), both.is_current(new)) == (False, True)
    assert vault(OTHER).open(new, PLACE) == "new"


async def test_a_value_moved_to_another_row_is_noticed(store: Store) -> None:
    finder = await store.person()
    one, two = await store.report(finder), await store.report(finder)

    async def swap(tx: Transaction) -> None:
        name = (await tx.execute(select(reports.c.name).where(reports.c.id == one.id))).scalar_one()
        await tx.execute(update(reports).where(reports.c.id == two.id).values(name=name))

    await store.write(swap)
    with pytest.raises(WrongKey, match=r"reports\.name"):
        await store.read(lambda tx: documents.get(tx, two.id))


# hashes


def test_hashes_depend_on_the_key_the_purpose_and_the_words() -> None:
    digest = vault().digest("proof", "4821")
    other_key = vault().with_hash_key(b"another hash key")
    assert digest == vault().digest("proof", "4821")
    assert len({digest, vault().digest("proof", "4822"), vault().digest("name", "4821")}) == 3
    assert other_key.digest("proof", "4821") != digest


def test_hashes_do_not_depend_on_the_data_key() -> None:
    assert vault(KEY).digest("proof", "4821") == vault(OTHER).digest("proof", "4821")


# keys


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "not a key",
        "ключ",
        KEY[:-2],
        KEY + "A===",
        KEY.replace("=", "!"),
        base64.b64encode(b"too short").decode(),
        base64.b64encode(bytes(33)).decode(),
        f"{KEY},half",
        "\ufffd\ufffd",
    ],
)
def test_a_malformed_key_is_refused_with_advice(text: str) -> None:
    with pytest.raises(StartRefused, match="32 bytes in base64"):
        Keyring.read(text)


def test_advice_does_not_repeat_the_key() -> None:
    with pytest.raises(StartRefused) as fault:
        Keyring.read(KEY[:-3])
    assert KEY[:10] not in str(fault.value)


@pytest.mark.parametrize("between", [",", " ", "\n", ", ", "\r\n"])
def test_keys_stand_in_a_row(between: str) -> None:
    assert Keyring.read(f"{KEY}{between}{OTHER}\n").keys == keyring(KEY, OTHER).keys


def test_a_key_made_by_another_tool_is_read() -> None:
    raw = bytes([251, 255]) * 16
    ring = Keyring.read(base64.urlsafe_b64encode(raw).decode())
    assert ring.keys == (raw,)
    assert ring.by_id(key_identity(raw)) == raw


# the key file


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_key_file_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "data.key"
    made = keyfile.keyring("", path, ENTROPY, make=True)
    assert mode_of(path) == 0o600
    assert mode_of(path.parent) == 0o700
    assert keyfile.keyring("", path, ENTROPY, make=True) == made
    assert keyfile.keyring("", path, ENTROPY, make=False) == made


def test_a_key_in_the_settings_needs_no_file(tmp_path: Path) -> None:
    path = tmp_path / "data.key"
    assert keyfile.keyring(KEY, path, ENTROPY, make=True) == keyring(KEY)
    assert not path.exists()


def test_a_missing_key_file_of_an_existing_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data.key"
    with pytest.raises(StartRefused, match="is missing, but the database exists"):
        keyfile.keyring("", path, ENTROPY, make=False)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"half a key\n", b"\xff\xfe\x00binary"])
def test_a_spoilt_key_file_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "data.key"
    path.write_bytes(content)
    with pytest.raises(StartRefused, match="32 bytes in base64"):
        keyfile.keyring("", path, ENTROPY, make=True)
    assert path.read_bytes() == content


def _file_for_a_folder(tmp_path: Path) -> Path:
    (tmp_path / "keys").write_text("a file")
    return tmp_path / "keys" / "data.key"


def _folder_for_a_file(tmp_path: Path) -> Path:
    (tmp_path / "data.key").mkdir()
    return tmp_path / "data.key"


@pytest.mark.parametrize("spoil", [_file_for_a_folder, _folder_for_a_file])
def test_a_key_file_that_cannot_be_used_is_named(tmp_path: Path, spoil: Callable[[Path], Path]) -> None:
    path = spoil(tmp_path)
    with pytest.raises(StartRefused, match=f"The key file {path} cannot be used"):
        keyfile.keyring("", path, ENTROPY, make=True)


def test_a_replaced_key_file_keeps_its_mode_whatever_lay_about(tmp_path: Path) -> None:
    path = tmp_path / "data.key"
    left_over = path.with_suffix(".new")
    left_over.write_text("from a write that was interrupted")
    left_over.chmod(0o644)
    keyfile.write(path, [OTHER, KEY])
    assert mode_of(path) == 0o600
    assert keyfile.keyring("", path, ENTROPY, make=False) == keyring(OTHER, KEY)
    assert not left_over.exists()


# opening


async def test_a_database_opens_with_its_key_and_the_same_hashes(store: Store) -> None:
    anna = await store.person()
    database = await open_database(store.url, keyring(OTHER, KEY), ENTROPY)
    assert await database.read(lambda tx: people.find(tx, anna.telegram_id, START)) == anna
    await database.close()


async def test_a_database_does_not_open_with_another_key(store: Store) -> None:
    with pytest.raises(WrongKey, match="nothing was changed"):
        await open_database(store.url, keyring(OTHER), ENTROPY)


async def test_a_first_opening_makes_the_hash_key(empty_hash_key: str) -> None:
    hashes = []
    for _ in range(2):
        database = await open_database(empty_hash_key, keyring(), ENTROPY)
        hashes.append(await database.read(_digest))
        await database.close()
    assert hashes[0] == hashes[1]
    assert hashes[0] != Vault(keyring(), ENTROPY, HASH_KEY).digest("name", "x")


async def _digest(tx: Transaction) -> bytes:
    return tx.vault.digest("name", "x")


@store_fixture
async def empty_hash_key(file_store: Store) -> str:
    """A database that was migrated but never opened."""
    database: Database = file_store.database
    await database.write(lambda tx: tx.execute(secrets.delete()))
    return file_store.url
