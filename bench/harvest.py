"""What a harvester learns in a week: from 1 and from 20 accounts, with the caps of the product and without.

Run `python -m bench.harvest [--names 1000] [--reports 200] [FOLDER]`; FOLDER holds `names_*_dev.tsv`
(person_id, source, lang, name). Without one the names are put together from common surnames and given names.

Every account asks for names of the list (with standing alerts, then by searches when it may have no more of
them), guesses the secret facts of all reports that any of them was shown, and has reports hidden as "about
me" on the last two days; it asks for at most 150 names and makes 20 guesses a day. Half of the reports
carry names of the list; three in four finders gave the last four digits of the number and the year of
birth, the others the digits alone. A fifth of the reports is there at the beginning, another comes in on
each day from the second to the fifth.

`beyond the post` counts facts in what the accounts were shown (cards and every message to them) that the
public post does not tell: any other word of the name, the digits, the year, looked for as whole words. `tied`
are reports that answered to a name of their owner's that the harvester had typed: what a search is for, and
what the caps keep small.
"""

import argparse
import asyncio
import csv
import platform
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice, product
from pathlib import Path
from typing import Final, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from domain.documents import ProofKind, Report
from domain.errors import Refusal
from domain.forms import FOUND, LOST, SKIPPED
from domain.ids import CODE_ALPHABET, CODE_LENGTH, Ids
from domain.people import Person
from domain.policy import Policy
from locales.catalog import Catalog
from matching.search import NOTIFY, score
from relay import cards, claims, documents, forms, moderation, people, proofs, watches
from relay.claims import Way
from relay.items import Find
from relay.places import Gazetteer
from relay.search import search
from relay.work import Relay, Work
from sandbox.clock import SandboxClock
from storage import outbox
from storage.encryption import Keyring, new_key
from storage.opening import open_database
from storage.upgrade import upgrade

T = TypeVar("T")

DAYS: Final = 7
NAMES_A_DAY: Final = 150
GUESSES_A_DAY: Final = 20
"""Of one account: a hand that taps for an hour or two, or a program below Telegram's own limits."""

SEEDS: Final = (1, 2)
_MEMORY_DISK: Final = Path("/dev/shm")  # noqa: S108 - a folder of one's own is made in it
_START: Final = datetime(2026, 3, 2, 6, tzinfo=UTC)
_ENDLESS: Final = 10**9
_YEARS: Final = range(1945, 2009)
_LATE_DAYS: Final = (1, 2, 3, 4)
_HIDES_FROM: Final = 5
_CODE: Final = re.compile(rf"\b[{CODE_ALPHABET}]{{{CODE_LENGTH}}}\b")
_TAILS: Final = 10_000

_SURNAMES: Final = """Karimov Rahimov Yusupov Ismoilov Abdullayev Toshmatov Ergashev Nazarov Saidov Umarov
Aliyev Sultanov Axmedov Xolmatov Mirzayev Qodirov Tursunov Usmonov Hamidov Yoʻldoshev Оспанов Ахметов Нурланов
Сулейменов Касымов Жумабаев Сейткалиев Токтогулов Асанов Бекмуратов Рустамов Шарипов Пулатов Ибраимов
Садыков Абдиев Маматов Байжанов Давлатов Холиков"""
_GIVEN: Final = """Aziz Bobur Dilshod Farrux Jasur Kamol Otabek Rustam Sardor Temur Ulugʻbek Zafar Айбек Арман
Бауыржан Данияр Ерлан Нурлан Руслан Тимур Бакыт Эрмек Далер Фирдавс Сухроб"""


@dataclass
class Loot:
    """What the accounts of one harvester got."""

    asked: int = 0
    refused: int = 0
    seen: set[str] = field(default_factory=set)
    tied: set[str] = field(default_factory=set)
    guesses: int = 0
    right: int = 0
    hidden: int = 0
    shown: list[str] = field(default_factory=list)


class Secret(NamedTuple):
    """What the post of a report does not tell."""

    report: Report
    post: str
    tail: str
    year: str


@dataclass
class Desk:
    """The product with a clock that is wound, and the random numbers of one run."""

    relay: Relay
    clock: SandboxClock
    chance: random.Random


@asynccontextmanager
async def desk(policy: Policy, seed: int) -> AsyncIterator[Desk]:
    """The product on an empty database that is gone afterwards."""
    chance = random.Random(seed)  # noqa: S311 - a run that can be repeated, nothing to keep secret
    clock = SandboxClock(_START)
    where = _MEMORY_DISK if _MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        url = f"sqlite+aiosqlite:///{folder}/harvest.db"
        await upgrade(url, Path(folder), clock.now())
        ring = Keyring.read(new_key(chance.randbytes))
        database = await open_database(url, ring, chance.randbytes)
        ids = Ids(chance.randbytes)
        relay = Relay(database, clock, policy, Catalog.load(), Gazetteer.load(), ids)
        try:
            yield Desk(relay, clock, chance)
        finally:
            await database.close()


def policy(*, capped: bool) -> Policy:
    """The operator's choices: those of the product, or as if nothing were limited."""
    usual = Policy("tabyldy_bot", None, "ru", None, (), ZoneInfo("Asia/Tashkent"))
    if capped:
        return usual
    return replace(
        usual,
        new_for=timedelta(0),
        searches_per_day=_ENDLESS,
        names_per_day=_ENDLESS,
        claims_per_day=_ENDLESS,
        watches_per_day=_ENDLESS,
        hides_per_day=_ENDLESS,
        open_watches=_ENDLESS,
        tries_per_report=_ENDLESS,
        tries_per_person=_ENDLESS,
        tries_at_report=_ENDLESS,
    )


async def reported(desk: Desk, number: int, name: str) -> Secret:
    """A found document, reported by somebody of their own."""
    tail = f"{desk.chance.randrange(_TAILS):04}"
    year = str(desk.chance.choice(_YEARS)) if number % 4 else SKIPPED

    async def report(work: Work) -> Secret:
        finder = await _met(10_000 + number, work)
        answers = {
            "type": "passport",
            "country": "UZ",
            "name": name,
            "place": "vokzal",
            "whereabouts": "finder",
        }
        facts = {
            "day": work.today.isoformat(),
            "number_tail": tail,
            "birth_year": year,
            "issue_place": SKIPPED,
        }
        draft = await forms.begin(work, finder, FOUND, {**answers, **facts})
        saved = await documents.save_report(work, finder, draft)
        return Secret(saved, Find(saved).post(work, work.policy.channel_language).text, tail, year)

    return await desk.relay.work(report)


async def _met(telegram_id: int, work: Work) -> Person:
    return await people.agree(work, await people.meet(work, telegram_id, "ru"))


async def _say_about_me(account: Person, code: str, work: Work) -> None:
    await moderation.about_me(work, account, code)


class Harvester:
    """One person behind several accounts, who shares among them what each was shown."""

    def __init__(self, desk: Desk, accounts: Sequence[Person], names: Sequence[str]) -> None:
        self._desk = desk
        self._accounts = accounts
        self._names = list(names)
        self._tried: Counter[tuple[str, str]] = Counter()
        self._hidden: set[str] = set()
        self.loot = Loot()

    async def day(self, *, hides: bool) -> None:
        """All that every account can do in a day."""
        for account in self._accounts:
            await self._read(account)
            await self._look(account)
            await self._guess(account)
        for account in self._accounts if hides else ():
            await self._hide(account)

    async def _look(self, account: Person) -> None:
        """Ask for names, with a standing alert while that is allowed, until it is refused."""
        ask = self._wait
        for _ in range(min(NAMES_A_DAY, len(self._names))):
            name = self._names[-1]
            try:
                found = await ask(account, name)
            except Refusal as refusal:
                self.loot.refused += 1
                if ask == self._search or not refusal.text_id.startswith("lost-"):
                    return
                ask = self._search
                continue
            self._names.pop()
            self.loot.asked += 1
            self.loot.seen |= {report.code for report in found}
            self.loot.tied |= {report.code for report in found if score(name, report.name) >= NOTIFY}

    async def _search(self, account: Person, name: str) -> Sequence[Report]:
        return await self._desk.relay.work(
            lambda work: self._shown(work, search(work, account, {"name": name}))
        )

    async def _wait(self, account: Person, name: str) -> Sequence[Report]:
        async def wait(work: Work) -> Sequence[Report]:
            given = {"type": "passport", "country": "UZ", "name": name, "place": SKIPPED}
            draft = await forms.begin(work, account, LOST, given)
            _, sure, perhaps = await watches.save_watch(work, account, draft)
            return [*sure, *perhaps]

        return await self._desk.relay.work(lambda work: self._shown(work, wait(work)))

    async def _shown(self, work: Work, found: Awaitable[Sequence[Report]]) -> Sequence[Report]:
        reports = await found
        self.loot.shown += [cards.card(work, "ru", report) for report in reports]
        return reports

    async def _guess(self, account: Person) -> None:
        """Guess at the reports this account has tried least, until it is refused."""
        order = sorted(self.loot.seen - self._hidden, key=lambda code: (self._tried[account.id, code], code))
        left = GUESSES_A_DAY
        for code in order:
            most = min(left, max(3, GUESSES_A_DAY // len(order)))
            try:
                tried = await self._desk.relay.work(partial(self._prove, account, code, most))
            except Refusal as refusal:
                self.loot.refused += 1
                if refusal.text_id == "claim-too-many":
                    return
                continue
            self._tried[account.id, code] += tried
            left -= tried

    async def _prove(self, account: Person, code: str, most: int, work: Work) -> int:
        """Claim a report and guess while tries are left; how many were made."""
        report, way = await claims.way(work, account, code)
        if way is not Way.PROVE:
            return 0
        asked = sorted(await proofs.kinds(work, report))
        tries = min(most, await proofs.tries_left(work, account, report))
        for _ in range(tries):
            facts = {kind: self._fact(kind) for kind in asked}
            self.loot.right += await proofs.guess(work, account, report, facts)
        self.loot.guesses += tries
        return tries

    def _fact(self, kind: ProofKind) -> str:
        chance = self._desk.chance
        tail = f"{chance.randrange(_TAILS):04}"
        return tail if kind is ProofKind.NUMBER_TAIL else str(chance.choice(_YEARS))

    async def _hide(self, account: Person) -> None:
        """Have reports hidden, until it is refused."""
        for code in sorted(self.loot.seen - self._hidden):
            try:
                await self._desk.relay.work(partial(_say_about_me, account, code))
            except Refusal:
                self.loot.refused += 1
                return
            self._hidden.add(code)
            self.loot.hidden += 1

    async def _read(self, account: Person) -> None:
        """Read what the bot wrote by itself: alerts, which name reports too."""
        told = await self._desk.relay.work(lambda work: outbox.shown_to(work.tx, account.id))
        self.loot.shown += [text for _, text in told]
        alerted = {code for _, text in told for code in _CODE.findall(text)}
        self.loot.seen |= alerted
        self.loot.tied |= alerted

    async def ends(self) -> None:
        """Read everything once more."""
        for account in self._accounts:
            await self._read(account)


def beyond(loot: Loot, secrets: Sequence[Secret]) -> int:
    """How many facts the accounts were shown that the public posts do not tell."""
    words = set(re.findall(r"\w+", "\n".join(loot.shown).casefold()))
    seen = [secret for secret in secrets if secret.report.code in loot.seen]
    public = set(re.findall(r"\w+", "\n".join(secret.post for secret in secrets).casefold()))
    facts = {
        fact for secret in seen for fact in (*secret.report.name.casefold().split(), secret.tail, secret.year)
    }
    return len((facts - {SKIPPED}) & words - public)


async def week(accounts: int, *, capped: bool, seed: int, names: list[str], reports: int) -> Loot:
    """One harvester's week; `names` are twice as many as are typed, reports carry every second of them."""
    async with desk(policy(capped=capped), seed) as on:
        on.chance.shuffle(names)
        typed, printed = names[: len(names) // 2], iter(names[:: max(1, len(names) // reports)])
        secrets = [await reported(on, number, next(printed)) for number in range(reports // 5)]
        people_ = [await on.relay.work(partial(_met, one)) for one in range(1, accounts + 1)]
        harvester = Harvester(on, people_, typed)
        for day in range(DAYS):
            if day in _LATE_DAYS:
                first = len(secrets)
                secrets += [
                    await reported(on, first + number, next(printed)) for number in range(reports // 5)
                ]
            await harvester.day(hides=day >= _HIDES_FROM)
            on.clock.wind(timedelta(days=1))
        await harvester.ends()
        loot = harvester.loot
        print(_line(accounts, capped, seed, loot, beyond(loot, secrets)), flush=True)
        return loot


_HEAD: Final = ("accounts", "caps", "seed", "names asked", "refused", "seen", "tied", "beyond the post",
                "guesses", "right", "hidden")  # fmt: skip


def _line(accounts: int, capped: bool, seed: int, loot: Loot, facts: int) -> str:  # noqa: FBT001 - a column of the table
    values = (accounts, "on" if capped else "off", seed, loot.asked, loot.refused, len(loot.seen),
              len(loot.tied), facts, loot.guesses, loot.right, loot.hidden)  # fmt: skip
    return "  ".join(f"{value!s:>{len(head)}}" for head, value in zip(_HEAD, values, strict=True))


def _names(folder: Path | None, count: int) -> list[str]:
    """Twice `count` names: the harvester types half of them."""
    return list(islice(_from_files(folder) if folder else _made(), 2 * count))


def _from_files(folder: Path) -> Iterable[str]:
    """The first spelling of every person in the files of a folder."""
    rows = (row for path in sorted(folder.glob("names_*dev.tsv")) for row in _rows(path) if "name" in row)
    spelled: dict[str, str] = {}
    for row in rows:
        spelled.setdefault(row["person_id"], row["name"])
    return (name for name in spelled.values() if " " in name)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _made() -> Iterator[str]:
    """Names of men, then of women."""
    for ending in ("", "a"):
        for given in _GIVEN.split():
            yield from (f"{surname}{ending} {given}{ending}" for surname in _SURNAMES.split())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.harvest", description=str(__doc__).partition("\n")[0]
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--reports", type=int, default=200)
    given = parser.parse_args()
    print(f"python -m bench.harvest --names {given.names} --reports {given.reports}")
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    start = time.perf_counter()
    print("  ".join(_HEAD))
    for accounts, capped, seed in product((1, 20), (True, False), SEEDS):
        names = _names(given.folder, given.names)
        asyncio.run(week(accounts, capped=capped, seed=seed, names=names, reports=given.reports))
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
