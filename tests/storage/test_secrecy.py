"""A stolen database file or backup reveals nobody: what people wrote is not in its bytes."""

from pathlib import Path

import pytest

from domain.documents import ProofKind
from domain.forms import Draft
from matching.search import keys
from sandbox.person import Person
from storage import documents, drafts, names, people
from storage.backup import backup
from storage.names import Indexed
from storage.transaction import Transaction
from tests.conftest import Desk
from tests.storage.store import START, Store, outgoing

NAME = "Жаңабай Исраилов"
WANTED = "Janaboy Isroilov"
PLACE = "чайхана у моста"
WORDS = "Кажется, ваш документ нашли"
TAIL = "AN4821"


async def fill(store: Store) -> list[bytes]:
    """A realistic set of writes; what must not be seen in the file."""
    anna, boris = await store.person(), await store.person()
    report = await store.report(anna, name=NAME, place=PLACE)
    watch = await store.watch(boris, name=WANTED, place=PLACE)
    answers = {"name": NAME, "place": PLACE, "number_tail": TAIL}
    draft = Draft(store.new_id(), anna.id, "found", "preview", answers, 3, (), None, None, START, WANTED)

    async def act(tx: Transaction) -> None:
        await names.put(tx, Indexed.REPORT, report.id, keys(NAME))
        await names.put(tx, Indexed.WATCH, watch.id, keys(WANTED))
        await documents.add_proof(tx, report.id, ProofKind.NUMBER_TAIL, TAIL, b"salt")
        await drafts.save(tx, draft)
        await people.mark_unreachable(tx, boris.id)

    await store.write(act)
    await store.queued(outgoing(boris.id, f"{WORDS}: {NAME}"))
    await store.write(lambda tx: documents.save(tx, report))
    words = [*NAME.split(), *WANTED.split(), PLACE, WORDS, TAIL, *(keys(NAME) | keys(WANTED))]
    spelled = [word.encode(code) for word in words if len(word) > 3 for code in ("utf-8", "utf-16-le")]
    escaped = [f"{ord(letter):04x}" for letter in "Жң"]
    ids = [person.telegram_id for person in (anna, boris)]
    numbers = [str(number).encode() for number in ids] + [number.to_bytes(6, "big") for number in ids]
    return spelled + numbers + [f"\\u{code}".encode() for code in escaped]


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture
async def secret(file_store: Store) -> list[bytes]:
    return await fill(file_store)


def seen_in(folder: Path, secret: list[bytes]) -> list[bytes]:
    held = bytes_of(folder)
    return [word for word in secret if word in held]


async def test_nothing_personal_is_in_the_files_of_a_running_bot(secret: list[bytes], tmp_path: Path) -> None:
    assert (tmp_path / "tabyldy.db-wal").stat().st_size > 0
    assert seen_in(tmp_path, secret) == []


async def test_nothing_personal_is_in_the_file_of_a_stopped_bot(
    file_store: Store, secret: list[bytes], tmp_path: Path
) -> None:
    await file_store.database.close()
    assert names_in(tmp_path) == ["tabyldy.db"]
    assert seen_in(tmp_path, secret) == []


async def test_nothing_personal_is_in_a_backup(
    secret: list[bytes], sqlite_file: Path, tmp_path: Path
) -> None:
    copy = backup(sqlite_file, tmp_path / "backups", START, "nightly")
    assert copy.stat().st_mode & 0o077 == 0
    assert seen_in(copy.parent, secret) == []


async def test_the_look_through_the_bytes_would_find_what_stands_in_clear(
    file_store: Store, secret: list[bytes], tmp_path: Path
) -> None:
    await file_store.person(intent=NAME, telegram_id=1)
    assert NAME.split(maxsplit=1)[0].encode() in seen_in(tmp_path, secret)


async def test_a_day_of_people_leaves_nothing_personal_in_the_files(desk: Desk, tmp_path: Path) -> None:
    boris, anna = desk.person("Бақытжан", "ru"), desk.person("Gulnara", "en")
    await plays(boris, "/start", tap("language:ru"), tap("agree"), "/lost", tap("Паспорт"), tap("Казахстан"))
    await plays(boris, "Жанабай Исраилов", "чайхана Достархан", tap("Сообщ"))
    await plays(anna, "/found", tap("agree"), tap("Passport"), tap("Kazakhstan"), "ИСРАИЛОВ ЖАҢАБАЙ")
    await plays(anna, "teahouse Dostarkhan", "N 1234821", tap("Send"))
    told = ["Жанабай", "Исраилов", "ИСРАИЛОВ", "Достархан", "Dostarkhan", "4821", "Бақытжан", "Gulnara"]
    messages = [*boris.messages, *anna.messages, *desk.posts]
    screens = [line for message in messages for line in message.text.splitlines() if len(line) > 12]
    assert any("Исраилов" in message.text for message in boris.messages)
    assert len(desk.posts) == 1
    assert seen_in(tmp_path, [word.encode() for word in told + screens]) == []


def tap(label: str) -> tuple[str]:
    return (label,)


async def plays(person: Person, *steps: str | tuple[str]) -> None:
    for step in steps:
        await (person.sends(step) if isinstance(step, str) else person.taps(*step))
