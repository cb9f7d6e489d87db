"""What the database holds when the day is over."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from domain.conversations import LineState
from domain.messages import DeliveryState, Lane
from domain.people import Person
from storage import conversations, counters, documents, drafts, outbox, people, schema, watches
from storage.transaction import Transaction
from tests.kill.day import Phone


@dataclass
class Truth:
    """Reports (code by name), watches and matches (document, owner), update ids, searches by person.

    `forms` are the half-filled ones: (person, form, question, name). `ends` count deliveries by lane and
    state, `resent` their attempts beyond the first. `states` are the reports' by name, `lines` what was
    written in conversations, `decisions` the log's lines by action.
    """

    reports: dict[str, str]
    watches: Counter[tuple[str, str]]
    matches: Counter[tuple[str, str]]
    inbox: set[int]
    searches: dict[str, int]
    forms: set[tuple[str, str, str, str]]
    ends: dict[Lane, Counter[DeliveryState]]
    resent: int
    states: dict[str, str]
    lines: Counter[str]
    handovers: int
    decisions: Counter[str]


async def read_truth(tx: Transaction, phones: Iterable[Phone]) -> Truth:
    known = {}
    for phone in phones:
        person = await people.find(tx, phone.id, datetime.now(UTC))
        assert person is not None, f"{phone.name} was never met"
        known[person.id] = (phone.name, person)
    names = {person_id: name for person_id, (name, _) in known.items()}
    seekers = {counters.seeker(tx, person.telegram_id): name for name, person in known.values()}
    return Truth(
        reports=await _reports(tx),
        watches=await _watches(tx, names),
        matches=await _matches(tx, names),
        inbox=set((await tx.execute(select(schema.inbox.c.update_id))).scalars()),
        searches=await _searches(tx, seekers),
        forms=await _forms(tx, list(known.values())),
        ends=await _ends(tx),
        resent=await _resent(tx),
        states=await _states(tx),
        lines=await _lines(tx),
        handovers=int((await tx.execute(select(func.count()).select_from(schema.handovers))).scalar() or 0),
        decisions=Counter((await tx.execute(select(schema.audit.c.action))).scalars()),
    )


def unfinished(database: Path) -> int:
    """How many deliveries wait or are on their way, while the bot works."""
    with closing(sqlite3.connect(database)) as connection:
        marks = ",".join("?" * len(outbox.UNFINISHED))
        query = f"SELECT count(*) FROM deliveries WHERE state IN ({marks})"  # noqa: S608 - marks only
        return int(connection.execute(query, outbox.UNFINISHED).fetchone()[0])


async def _reports(tx: Transaction) -> dict[str, str]:
    codes = (await tx.execute(select(schema.reports.c.code))).scalars().all()
    found = {}
    for code in codes:
        report = await documents.find_code(tx, code)
        assert report is not None
        assert report.name not in found, f"{report.name} was reported twice"
        found[report.name] = report.code
    return found


async def _watches(tx: Transaction, names: dict[str, str]) -> Counter[tuple[str, str]]:
    ids = (await tx.execute(select(schema.watches.c.id))).scalars().all()
    return Counter([(watch.name, names[watch.person_id]) for watch in await watches.open_among(tx, ids)])


async def _matches(tx: Transaction, names: dict[str, str]) -> Counter[tuple[str, str]]:
    rows = (await tx.execute(select(schema.matches))).all()
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        report, watch = await documents.get(tx, row.report_id), await watches.get(tx, row.watch_id)
        assert report is not None
        assert watch is not None
        found[report.name, names[watch.person_id]] += 1
    return found


async def _searches(tx: Transaction, seekers: dict[str, str]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    searched = schema.counters.c.action == "search"
    rows = await tx.execute(
        select(schema.counters.c.seeker, schema.counters.c.count.label("number")).where(searched)
    )
    for row in rows:  # a day may end in the middle of the test
        counted[seekers[row.seeker]] += row.number
    return dict(counted)


async def _states(tx: Transaction) -> dict[str, str]:
    codes = (await tx.execute(select(schema.reports.c.code))).scalars().all()
    found = [await documents.find_code(tx, code) for code in codes]
    return {report.name: report.state for report in found if report}


async def _lines(tx: Transaction) -> Counter[str]:
    ids = (await tx.execute(select(schema.lines.c.id))).scalars().all()
    found = [await conversations.get_line(tx, line_id) for line_id in ids]
    return Counter(line.said.text for line in found if line and line.state is LineState.SENT)


async def _forms(tx: Transaction, known: list[tuple[str, Person]]) -> set[tuple[str, str, str, str]]:
    found = set()
    for name, person in known:
        draft = await drafts.find(tx, person.id)
        if draft is not None and draft.form != "search":
            found.add((name, draft.form, draft.at, draft.answers["name"]))
    return found


async def _ends(tx: Transaction) -> dict[Lane, Counter[DeliveryState]]:
    lane, state = schema.deliveries.c.lane, schema.deliveries.c.state
    ends: dict[Lane, Counter[DeliveryState]] = {}
    for row in await tx.execute(select(lane, state, func.count().label("number")).group_by(lane, state)):
        ends.setdefault(Lane(row.lane), Counter())[DeliveryState(row.state)] += row.number
    return ends


async def _resent(tx: Transaction) -> int:
    tries = select(func.sum(schema.deliveries.c.attempts - 1)).where(schema.deliveries.c.attempts > 1)
    return int((await tx.execute(tries)).scalar() or 0)
