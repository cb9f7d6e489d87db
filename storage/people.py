"""People: found by a keyed hash of their Telegram id, which itself is sealed."""

from datetime import datetime

from sqlalchemy import Row, select, update

from domain.people import Ban, BanKind, Person
from storage.schema import bans, people
from storage.transaction import Transaction

_KNOWN = select(people, bans.c.kind.label("ban"), bans.c.until.label("ban_until")).outerjoin(
    bans, bans.c.telegram_key == people.c.telegram_key
)


async def find(tx: Transaction, telegram_id: int, now: datetime) -> Person | None:
    """The person with that Telegram id, their row locked until the transaction ends."""
    which = people.c.telegram_key == telegram_key(tx, telegram_id)
    row = (await tx.execute(_KNOWN.where(which).with_for_update(of=people))).first()
    return _person(tx, row, now) if row else None


async def get(tx: Transaction, person_id: str, now: datetime) -> Person:
    """The person of that id; NoResultFound when there is none."""
    return _person(tx, (await tx.execute(_KNOWN.where(people.c.id == person_id))).one(), now)


async def add(tx: Transaction, person: Person) -> None:
    """Store a new person."""
    await tx.execute(
        people.insert().values(
            id=person.id,
            telegram_key=telegram_key(tx, person.telegram_id),
            telegram_id=tx.vault.seal(str(person.telegram_id), f"people.telegram_id.{person.id}"),
            created_at=person.known_since,
            **_changeable(person),
        )
    )


async def save(tx: Transaction, person: Person) -> None:
    """Store what may change about a person."""
    await tx.execute(update(people).where(people.c.id == person.id).values(**_changeable(person)))


async def mark_unreachable(tx: Transaction, person_id: str) -> None:
    """Remember that Telegram refuses to deliver to this person until they come back."""
    await tx.execute(update(people).where(people.c.id == person_id).values(reachable=False))


async def stop_talking(tx: Transaction, conversation_id: str) -> None:
    """Nobody's words go to this conversation any more."""
    which = people.c.talking == conversation_id
    await tx.execute(update(people).where(which).values(talking=None, talking_until=None))


async def erase(tx: Transaction, person: Person, noise: bytes) -> None:
    """Leave a row that is nobody's: what concerns others goes on pointing at it.

    `noise` (32 random bytes) takes the place of the key by which the person was found.
    """
    blank = {
        "telegram_key": noise,
        "telegram_id": tx.vault.seal("0", f"people.telegram_id.{person.id}"),
        "language_chosen": False,
        "consented_at": None,
        "reachable": False,
        "intent": None,
        "talking": None,
        "talking_until": None,
    }
    await tx.execute(update(people).where(people.c.id == person.id).values(**blank))


def telegram_key(tx: Transaction, telegram_id: int) -> bytes:
    """The keyed hash by which a person is found."""
    return tx.vault.digest("telegram", str(telegram_id))


def open_telegram_id(tx: Transaction, person_id: str, sealed: bytes) -> int:
    """The Telegram id in a person's sealed column."""
    return int(tx.vault.open(sealed, f"people.telegram_id.{person_id}"))


def _changeable(person: Person) -> dict[str, object]:
    return {
        "language": person.language,
        "language_chosen": person.language_chosen,
        "consented_at": person.consented_at,
        "reachable": person.reachable,
        "intent": person.intent,
        "talking": person.talking,
        "talking_until": person.talking_until,
    }


def _person(tx: Transaction, row: Row[tuple[object, ...]], now: datetime) -> Person:
    banned = row.ban is not None and (row.ban_until is None or row.ban_until > now)
    return Person(
        id=row.id,
        telegram_id=open_telegram_id(tx, row.id, row.telegram_id),
        language=row.language,
        language_chosen=row.language_chosen,
        consented_at=row.consented_at,
        reachable=row.reachable,
        intent=row.intent,
        known_since=row.created_at,
        talking=row.talking,
        talking_until=row.talking_until,
        ban=Ban(BanKind(row.ban), row.ban_until) if banned else None,
    )
