"""Drafts: the form a person is filling, one row each, its answers sealed."""

import json
from datetime import datetime

from sqlalchemy import delete, select, update

from domain.forms import Draft
from storage.schema import drafts
from storage.transaction import Transaction


async def find(tx: Transaction, person_id: str) -> Draft | None:
    """The person's draft, if they are filling a form."""
    row = (await tx.execute(select(drafts).where(drafts.c.person_id == person_id))).first()
    if row is None:
        return None
    filled = json.loads(tx.vault.open(row.answers, f"drafts.answers.{row.id}"))
    return Draft(
        id=row.id,
        person_id=row.person_id,
        form=row.form,
        at=row.at,
        answers=filled["answers"],
        typed=filled["typed"],
        revision=row.revision,
        given=tuple(row.given.split(",")) if row.given else (),
        subject=row.subject,
        screen=row.screen,
        updated_at=row.updated_at,
    )


async def save(tx: Transaction, draft: Draft) -> None:
    """Store the draft in place of the person's former one."""
    filled = json.dumps({"answers": dict(draft.answers), "typed": draft.typed}, ensure_ascii=False)
    row = {
        "id": draft.id,
        "form": draft.form,
        "at": draft.at,
        "answers": tx.vault.seal(filled, f"drafts.answers.{draft.id}"),
        "revision": draft.revision,
        "given": ",".join(draft.given),
        "subject": draft.subject,
        "screen": draft.screen,
        "updated_at": draft.updated_at,
    }
    statement = tx.insert(drafts).values(person_id=draft.person_id, **row)
    await tx.execute(statement.on_conflict_do_update(index_elements=[drafts.c.person_id], set_=row))


async def set_screen(tx: Transaction, draft_id: str, delivery: str) -> None:
    """Note which delivery shows the draft's present question."""
    await tx.execute(update(drafts).where(drafts.c.id == draft_id).values(screen=delivery))


async def drop(tx: Transaction, person_id: str) -> None:
    """Forget the person's draft."""
    await tx.execute(delete(drafts).where(drafts.c.person_id == person_id))


async def drop_older(tx: Transaction, moment: datetime) -> int:
    """Forget the drafts untouched since `moment`; how many there were."""
    return (await tx.execute(delete(drafts).where(drafts.c.updated_at < moment))).rowcount
