"""What happened before a story begins, done by the use cases themselves: people met, documents reported."""

from domain.forms import FOUND, LOST, Draft, Form
from domain.people import Person as Known
from relay import documents, forms, people, watches
from relay.work import Work
from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.steps import CHECKPOINT, TAIL, YEAR


async def acquainted(desk: Desk, name: str, language: str) -> Person:
    """A person who has said hello, chosen a language and agreed."""

    async def meet(work: Work) -> None:
        known = await people.meet(work, person.id, language)
        await people.agree(work, await people.choose_language(work, known, language))

    person = desk.person(name, language)
    desk.world.private_chat(desk.world.person(person.id))
    await desk.app.relay.work(meet)
    return person


async def reported(desk: Desk, finder: Person, name: str, **answers: str) -> str:
    """A document that was reported and posted; its code."""

    async def report(work: Work) -> str:
        known = await people.meet(work, finder.id, None)
        facts = {"number_tail": TAIL, "birth_year": YEAR, "issue_place": ""}
        draft = await _filled(work, known, FOUND, {"name": name, **facts, **answers})
        return (await documents.save_report(work, known, draft)).code

    code = await desk.app.relay.work(report)
    await desk.settle()
    return code


async def waiting(desk: Desk, owner: Person, name: str, **answers: str) -> None:
    """A watch that was opened."""

    async def wait(work: Work) -> None:
        known = await people.meet(work, owner.id, None)
        await watches.save_watch(work, known, await _filled(work, known, LOST, {"name": name, **answers}))

    await desk.app.relay.work(wait)


async def _filled(work: Work, known: Known, form: Form, answers: dict[str, str]) -> Draft:
    usual = {"type": "passport", "country": "KZ", "place": f"@{CHECKPOINT}", "day": work.today.isoformat()}
    if form is FOUND:
        usual["whereabouts"] = "finder"
    else:
        del usual["day"]
    return await forms.begin(work, known, form, {**usual, **answers})
