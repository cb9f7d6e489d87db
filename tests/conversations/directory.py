"""Entries of the directory as answers that helped have made them, and how they stand."""

from datetime import timedelta

from domain.doctors import Entry
from domain.medical import Recommended
from domain.people import Ban, BanKind
from domain.people import Person as Known
from domain.specialities import Speciality
from relay import doctors, people
from relay.work import Work
from sandbox.person import Person
from storage import bans
from storage import doctors as stored
from tests.conftest import Desk
from tests.conversations.steps import picks

ALMATY, ASTANA, TASHKENT = "@city_almaty", "@city_astana", "@city_tashkent"
KIM = Recommended(
    doctor="Ким Алексей Викторович",
    clinic="Сункар",
    place=ALMATY,
    phone="+77272500000",
    languages=("ru", "kk"),
    why="Объяснил всё спокойно и не назначил лишнего",
)
YEAR = timedelta(days=366)


async def entered(
    desk: Desk,
    said: Recommended,
    *helped: Person,
    speciality: Speciality = Speciality.CARDIOLOGIST,
    paid: bool = False,
) -> str:
    """An entry that an answer has made, with a word of each of these people; its code."""

    async def enter(work: Work) -> str:
        entry = await doctors.enter(work, speciality, said)
        for person in helped:
            known = await people.meet(work, person.id, None)
            await doctors.endorse(work, known, entry, paid=paid)
        return entry.code

    code = await desk.app.relay.work(enter)
    await desk.settle()
    return code


async def entry_of(desk: Desk, code: str) -> Entry:
    """The entry of a code as it is stored."""
    entry = await desk.app.relay.work(lambda work: stored.find_code(work.tx, code))
    assert entry is not None
    return entry


async def helped_by(desk: Desk, code: str) -> tuple[int, int]:
    """How many were helped by an entry, and how many paid words it has."""

    async def look(work: Work) -> tuple[int, int]:
        entry = await stored.find_code(work.tx, code)
        assert entry is not None
        standing = (await doctors.shown(work, await stored.current(work.tx, entry))).standing
        return standing.helped, standing.paid

    return await desk.app.relay.work(look)


async def silenced(desk: Desk, person: Person) -> None:
    """Ban somebody so that they do not know it."""

    async def ban(work: Work) -> None:
        known: Known = await people.meet(work, person.id, None)
        await bans.put(work.tx, known.telegram_id, Ban(BanKind.SHADOW, None))

    await desk.app.relay.work(ban)


async def looks(person: Person, speciality: str = Speciality.CARDIOLOGIST) -> None:
    """Walk `/doctors` to its first page, for a city."""
    await person.sends("/doctors")
    await picks(person, speciality)
    await person.sends("Алматы")


async def opens(person: Person, code: str) -> None:
    """See the card of an entry by its code."""
    await person.sends(code)
