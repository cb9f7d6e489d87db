"""People: found by a keyed hash of their Telegram id, which itself is sealed."""

from datetime import datetime

from sqlalchemy import Row, select, update

from domain.people import Person
from storage.schema import people
from storage.transaction import Transaction


async def find(tx: Transaction, telegram_id: int) -> Person | None:
    """The person with that Telegram id, their row locked until the transaction ends."""
    key = tx.vault.digest("telegram", str(telegram_id))
    row = (await tx.execute(select(people).where(people.c.telegram_key == key).with_for_update())).first()
    return _person(tx, row) if row else None


async def get(tx: Transaction, person_id: str) -> Person:
    """The person of that id; NoResultFound when there is none."""
    return _person(tx, (await tx.execute(select(people).where(people.c.id == person_id))).one())


async def add(tx: Transaction, person: Person, now: datetime) -> None:
    """Store a new person."""
    await tx.execute(
        people.insert().values(
            id=person.id,
            telegram_key=tx.vault.digest("telegram", str(person.telegram_id)),
            telegram_id=tx.vault.seal(str(person.telegram_id), f"people.telegram_id.{person.id}"),
            language=person.language,
            language_chosen=person.language_chosen,
            consented_at=person.consented_at,
            reachable=person.reachable,
            intent=person.intent,
            created_at=now,
        )
    )


async def save(tx: Transaction, person: Person) -> None:
    """Store what may change about a person."""
    await tx.execute(
        update(people)
        .where(people.c.id == person.id)
        .values(
            language=person.language,
            language_chosen=person.language_chosen,
            consented_at=person.consented_at,
            reachable=person.reachable,
            intent=person.intent,
        )
    )


async def mark_unreachable(tx: Transaction, person_id: str) -> None:
    """Remember that Telegram refuses to deliver to this person until they come back."""
    await tx.execute(update(people).where(people.c.id == person_id).values(reachable=False))


def open_telegram_id(tx: Transaction, person_id: str, sealed: bytes) -> int:
    """The Telegram id in a person's sealed column."""
    return int(tx.vault.open(sealed, f"people.telegram_id.{person_id}"))


def _person(tx: Transaction, row: Row[tuple[object, ...]]) -> Person:
    return Person(
        id=row.id,
        telegram_id=open_telegram_id(tx, row.id, row.telegram_id),
        language=row.language,
        language_chosen=row.language_chosen,
        consented_at=row.consented_at,
        reachable=row.reachable,
        intent=row.intent,
    )
