"""Roles: who may decide for the page, and who carries documents for it."""

from collections.abc import Sequence

from domain.cases import Action
from domain.errors import Refusal
from domain.people import Person, Role
from relay import cases
from relay.people import meet
from relay.work import Work
from storage import volunteers


async def may_moderate(work: Work, person: Person, chat_id: int) -> bool:
    """Whether what a person does in this chat counts as a moderator's.

    The page's owners and moderators may anywhere; in the moderators' chat everybody but couriers.
    """
    if await is_owner(work, person):
        return True
    role = await volunteers.role_of(work.tx, person.id)
    in_chat = work.policy.moderators_chat is not None and chat_id == work.policy.moderators_chat
    return role is Role.MODERATOR or (in_chat and role is not Role.COURIER)


async def require_moderator(work: Work, person: Person, chat_id: int) -> None:
    """Refusal unless what a person does in this chat counts as a moderator's."""
    if not await may_moderate(work, person, chat_id):
        raise Refusal("not-a-moderator")


async def acts_for_page(work: Work, person: Person) -> bool:
    """Whether a person may act for the page in private too.

    Whoever has decided something among moderators has their first name noted, and no role but a courier's
    takes that from them.
    """
    if await may_moderate(work, person, person.telegram_id):
        return True
    noted = await volunteers.names(work.tx, [person.id])
    return bool(noted) and not await is_courier(work, person)


async def is_owner(work: Work, person: Person) -> bool:
    """Whether the settings or another owner made a person the page's owner."""
    named = person.telegram_id in work.policy.owner_ids
    return named or await volunteers.role_of(work.tx, person.id) is Role.OWNER


async def is_courier(work: Work, person: Person) -> bool:
    """Whether a person carries documents for the page."""
    return await volunteers.role_of(work.tx, person.id) is Role.COURIER


async def note_name(work: Work, person: Person, name: str) -> None:
    """Remember a moderator's first name, for the cards and the log they sign."""
    await volunteers.put(work.tx, person.id, await volunteers.role_of(work.tx, person.id), name)


async def give(work: Work, owner: Person, telegram_id: int, role: Role | None, name: str) -> None:
    """Give somebody a role or take it back; Refusal for whoever is no owner of the page."""
    if not await is_owner(work, owner):
        raise Refusal("not-an-owner")
    target = await meet(work, telegram_id, None)
    await volunteers.put(work.tx, target.id, role, name)
    await cases.record(work, owner.id, Action.ROLE, target.id[-6:], role or "none")


async def everybody(work: Work) -> Sequence[tuple[Role, str]]:
    """All who were given a role: (role, first name)."""
    return [(role, name) for _, role, name in await volunteers.with_role(work.tx)]
