"""A day with everything in it, of which no log line and no byte of the file tells anything about anybody."""

import io
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot import jobs, timetable
from domain.messages import Content
from relay.people import meet
from relay.work import Work
from sandbox.person import Person
from storage.schema import reports
from tests.conversations.conftest import MakeMachine
from tests.conversations.machine import Machine
from tests.conversations.steps import CHECKPOINT, TAIL, YEAR, code_in, label, picks, presses, sees, words
from tests.conversations.traces import (
    decides,
    erases,
    everything_held,
    file_of,
    report_id,
    takes_consent_back,
    writes,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
OTHER = "Турсынбекова Мадина"
SPOILT = "Бүлінген"
"""What stands where a document's type should, so that a handler's fault quotes it."""

PHONE = "+998901234567"
WRONG_TAIL, WRONG_YEAR, WRONG_CODE = "7X7Q", "1937", "918273"
_ID = re.compile("[0-9a-f]{32}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T][\d:.]+")
SAID = (
    "құжатыңыз менде сақтаулы",
    "жду вас у старого вокзала",
    "там штамп города Ош",
    "көк мұқаба жыртылған",
    "qizil avtobusda yo‘qotdim",
    "Какой там штамп",
    "рахмет сізге мың мәрте",
    "он просит сто долларов",
)


async def comes(desk: Machine, name: str, language: str) -> Person:
    """Somebody new, with an account that has a name."""
    person = desk.person(name, language)
    desk.world.accounts[person.id].username = f"{name.lower()}_uz"
    await person.sends("/start")
    await person.taps(f"language:{language}")
    return person


async def finds(desk: Machine, finder: Person, name: str, moderator: Person) -> str:
    """A report that a moderator lets out; its code."""
    await finder.sends("/found")
    if "agree" in [button.get("callback_data") for button in finder.messages[-1].buttons]:
        await finder.taps("agree")
    await picks(finder, "passport", "KZ")
    await finder.sends(name)
    await picks(finder, CHECKPOINT)
    await finder.sends(f"N{TAIL}")
    await presses(finder, "change:birth_year")
    await finder.sends(YEAR)
    await presses(finder, "send")
    code = code_in(finder.screen)
    await decides(desk, moderator, "approve")
    return code


async def waits(owner: Person, name: str) -> None:
    """Walk `/lost`, with a fact."""
    await owner.sends("/lost")
    await owner.taps("agree")
    await picks(owner, "passport", "KZ")
    await owner.sends(name)
    await owner.sends(SAID[4])
    await presses(owner, "change:number_tail")
    await owner.sends(TAIL)
    await presses(owner, "send")


async def claims(claimant: Person, code: str, *answers: tuple[str, str]) -> str:
    """Claim a report and answer until it is right; the conversation's id, or nothing."""
    await claimant.sends(code)
    await claimant.taps(f"claim:{code}")
    if sees(claimant, "consent", public="initial"):
        await claimant.taps("agree")
    for tail, year in answers:
        await claimant.sends(tail)
        await claimant.sends(year)
        if (tail, year) != answers[-1]:
            await claimant.taps(label(claimant, "button-try-again"))
    data = [str(button.get("callback_data")) for button in claimant.messages[-1].buttons]
    return next((one.partition(":")[2] for one in data if one.startswith("talk:")), "")


async def talks(finder: Person, owner: Person, conversation: str) -> None:
    """Everything that can be sent in a conversation, and a moderator's look at it."""
    await writes(finder, conversation, SAID[0])
    await owner.taps(f"talk:{conversation}")
    await owner.sends(SAID[1])
    await owner.sends(f"{SAID[1]} {PHONE}")
    await owner.taps(label(owner, "button-anyway"))
    await owner.edits(owner.said[-1], f"{SAID[1]} !")
    await owner.sends_location(41.2995, 69.2401)
    await owner.taps(label(owner, "button-done"))
    await owner.taps(f"share:{conversation}")
    await owner.taps(f"sure.share:{conversation}")
    await finder.taps(f"talk:{conversation}")
    await finder.sends_photo(caption=SAID[3])
    await finder.sends_voice()
    await finder.taps(label(finder, "button-done"))
    await owner.taps(f"money:{conversation}")
    await owner.taps(f"sure.money:{conversation}")


async def goes_home(finder: Person, owner: Person, conversation: str) -> str:
    """The code shown, once mistyped, then right; the code."""
    await owner.taps(f"code:{conversation}")
    digits = next(word for word in owner.screen.split() if word.isdigit())
    await finder.taps(f"handed:{conversation}")
    await finder.sends(WRONG_CODE)
    await finder.taps(f"handed:{conversation}")
    await finder.sends(digits)
    await finder.taps(label(finder, "button-story"))
    await finder.sends(SAID[6])
    await presses(finder, "send")
    return digits


async def breaks(desk: Machine, finder: Person, code: str) -> None:
    """A handler's fault that quotes what it met, a message that Telegram refuses, a job's fault, the net."""
    found = await report_id(desk, code)

    async def spoil(work: Work) -> None:
        known = await meet(work, finder.id, None)
        await work.tell(known.id, Content(f"<{NAME.split()[1]}>{PHONE}"))
        await work.tx.execute(reports.update().where(reports.c.id == found).values(type=SPOILT))

    async def fails() -> None:
        raise ValueError(f"{NAME} {PHONE}")

    await desk.app.relay.work(spoil)
    await desk.settle()
    await finder.sends("/my")
    assert finder.screen == words("kk", "fault")
    await timetable._guarded("a job", fails)

    async def mend(work: Work) -> None:
        await work.tx.execute(reports.update().where(reports.c.id == found).values(type="passport"))

    await desk.app.relay.work(mend)
    desk.world.net_down = True
    desk.world.send_text(finder.id, finder.id, "/my")
    await desk.takes_all()
    desk.world.net_down = False
    await desk.settle()


async def a_day(desk: Machine) -> tuple[list[Person], str]:
    """Every way through the product, in four languages; who was there, and the handover's code."""
    aliya, boris = await comes(desk, "Aliyabonu", "kk"), await comes(desk, "Borisbek", "ru")
    carla, emma = await comes(desk, "Karlagul", "uz"), await comes(desk, "Emmanur", "en")
    dina = desk.moderator("Dinarakhon")
    await waits(emma, "Janaboy Isroilov")
    code = await finds(desk, aliya, NAME, dina)
    await boris.sends("Жанабай Исраилов")
    conversation = await claims(boris, code, (WRONG_TAIL, WRONG_YEAR), (TAIL, WRONG_YEAR), (TAIL, YEAR))
    assert conversation
    assert not await claims(carla, code, (TAIL, YEAR))
    await aliya.taps(label(aliya, "button-describe"))
    await aliya.sends(SAID[3])
    await decides(desk, dina, "first")
    await talks(aliya, boris, conversation)
    await decides(desk, dina, "resume")
    digits = await goes_home(aliya, boris, conversation)
    await decides(desk, dina, "publish")
    assert SAID[6] in desk.posts[-1].text
    second = await finds(desk, aliya, OTHER, dina)
    await boris.sends(second)
    await boris.taps(f"claim:{second}")
    await boris.taps(f"state:{await report_id(desk, second)}")
    await boris.sends(SAID[2])
    await dina.sends(SAID[5], chat=desk.moderators.id, reply_to=desk.to_moderators[-1].id)
    await decides(desk, dina, "menu.more")
    await decides(desk, dina, "ban.week")
    await breaks(desk, aliya, second)
    await emma.sends(second)
    await emma.taps(f"aboutme:{second}")
    await emma.taps(f"hideme:{second}")
    await aliya.sends("/mydata")
    await boris.sends("/mydata")
    await dina.sends("/queue", chat=desk.moderators.id)
    await dina.sends("/audit", chat=desk.moderators.id)
    await erases(carla)
    await takes_consent_back(emma)
    return [aliya, boris, carla, emma, dina], digits


@pytest.mark.thorough
async def test_a_day_leaves_no_trace_in_the_logs_or_the_file(
    unwatched: MakeMachine, written: io.StringIO, tmp_path: Path
) -> None:
    desk = await unwatched(auto_approve=False, new_for=timedelta(0))
    everybody, digits = await a_day(desk)
    names = [account.first_name for account in desk.world.accounts.values() if not account.is_bot]
    numbers = [str(person.id) for person in everybody] + [PHONE, "41.2995"]
    told = [*NAME.split(), *OTHER.split(), "Жанабай", "Исраилов", "Janaboy", "Isroilov", *SAID]
    long = [*names, *(f"{name.lower()}_uz" for name in names), *numbers, *told, desk.world.token]
    short = [TAIL, YEAR, WRONG_TAIL, WRONG_YEAR, digits, WRONG_CODE]
    assert len(names) == 5
    assert traces([*long, *short], await in_clear(desk)) == []
    assert traces(long, file_of(desk, tmp_path).decode("latin-1")) == []
    assert traces(long, all_files(desk)) == []
    desk.world.clock.wind(timedelta(days=3))
    await desk.tick()
    await jobs._tidy(desk.app)
    log = said_in(written)
    assert traces([*long, *short, SPOILT], log) == []
    assert [event for event in ("undeliverable", "fault", "job failed", "tidied") if event not in log] == []


def said_in(log: io.StringIO) -> str:
    """A log as its reader sees it, JSON unescaped; without times and ids, in which any digits may stand."""
    lines = [
        json.loads(line) if line.startswith("{") else {"line": line} for line in log.getvalue().splitlines()
    ]
    told = "\n".join(str({key: value for key, value in line.items() if key != "timestamp"}) for line in lines)
    return _ID.sub("id", told)


async def in_clear(desk: Machine) -> str:
    """What stands in the database unsealed, without moments and ids."""
    values = [held.words for held in await everything_held(desk) if held.words.encode() == held.stored]
    return "\n".join(_MOMENT.sub("", _ID.sub("", value)) for value in values)


def all_files(desk: Machine) -> str:
    """The database with all that lies beside it, byte by byte."""
    folder = Path(str(desk.app.relay.database._writer.url.database)).parent
    return "".join(path.read_bytes().decode("latin-1") for path in sorted(folder.iterdir()))


def traces(secrets: list[str], where: str) -> list[str]:
    """The secrets that stand there, in whatever case and in the spellings of a file."""
    folded = where + where.casefold()
    return [secret for secret in secrets if any(way in folded for way in _ways(secret))]


def _ways(secret: str) -> list[str]:
    spelled = [secret.encode(code).decode("latin-1") for code in ("utf-8", "utf-16-le")]
    return [secret, secret.casefold(), *spelled]


def test_the_look_would_find_what_stands_there() -> None:
    assert traces([NAME, "1234567"], f"x{NAME.encode().decode('latin-1')}y 1234567") == [NAME, "1234567"]
    assert traces([NAME], "жаңабай исраилов") == []
    assert traces([NAME], NAME.lower()) == [NAME]
