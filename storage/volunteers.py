"""Volunteers: who acts for the page, by which role, under which first name."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from domain.people import Role
from storage.schema import volunteers
from storage.transaction import Transaction


async def put(tx: Transaction, person_id: str, role: Role | None, name: str) -> None:
    """Note a volunteer; None is a member of the moderators' chat without a role of their own."""
    row = {
        "role": role.value if role else None,
        "name": tx.vault.seal(name, f"volunteers.name.{person_id}"),
    }
    statement = tx.insert(volunteers).values(person_id=person_id, **row)
    await tx.execute(statement.on_conflict_do_update(index_elements=[volunteers.c.person_id], set_=row))


async def role_of(tx: Transaction, person_id: str) -> Role | None:
    """The role somebody was given."""
    role = select(volunteers.c.role).where(volunteers.c.person_id == person_id)
    given = (await tx.execute(role)).scalar()
    return Role(given) if given else None


async def with_role(tx: Transaction) -> Sequence[tuple[str, Role, str]]:
    """Everybody who was given a role: (person, role, first name)."""
    rows = await tx.execute(select(volunteers).where(volunteers.c.role.is_not(None)))
    return [(row.person_id, Role(row.role), _name(tx, row.person_id, row.name)) for row in rows]


async def names(tx: Transaction, people_ids: Sequence[str]) -> dict[str, str]:
    """First names by person, of those who are known."""
    rows = await tx.execute(select(volunteers).where(volunteers.c.person_id.in_(people_ids)))
    return {row.person_id: _name(tx, row.person_id, row.name) for row in rows}


async def drop(tx: Transaction, person_id: str) -> None:
    """Forget a volunteer."""
    await tx.execute(delete(volunteers).where(volunteers.c.person_id == person_id))


def _name(tx: Transaction, person_id: str, sealed: bytes) -> str:
    return tx.vault.open(sealed, f"volunteers.name.{person_id}")
