"""One of everything that can be held of people, and the words that must not be readable in the file."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select

from domain.broadcasts import Audience, Broadcast, BroadcastState
from domain.cases import Action, CaseKind, Record
from domain.claims import ClaimState
from domain.conversations import Line, LineState, Said, Side
from domain.doctors import Details, Entry, EntryState
from domain.documents import Country, ProofKind, Report, ReportState, Watch, Whereabouts
from domain.forms import Draft
from domain.medical import (
    AnswerState,
    Asked,
    Budget,
    Mark,
    MedicalAnswer,
    MedicalQuestion,
    Patient,
    QuestionState,
    Recommended,
    Source,
    Urgency,
)
from domain.messages import Attachment, AttachmentKind, Content, chat
from domain.people import Ban, BanKind, Person, Role
from domain.reposts import Item, ItemKind, Showing
from domain.specialities import Speciality
from domain.subscriptions import QUIET_AT_NIGHT, Subscriber, Topic
from matching import index
from matching.folded import folded
from storage import (
    audit,
    bans,
    broadcasts,
    cases,
    conversations,
    counters,
    digests,
    doctors,
    documents,
    drafts,
    endorsements,
    handovers,
    inbox,
    leases,
    medical,
    news,
    notes,
    people,
    posts,
    reposts,
    subscribers,
    volunteers,
    watches,
)
from storage.names import Indexed
from storage.schema import metadata
from storage.transaction import Transaction
from tests.storage import everything_of_appeals
from tests.storage.store import LEASE, START, Store, claim_one, outgoing

NAME = "Жаңабай Исраилов"
WANTED = "Janaboy Isroilov"
SOUGHT = "Гүлнар Сейтқали"
VOLUNTEER = "Перизат"
PLACE = "чайхана у моста"
HANDED = "третье окно паспортного стола"
TAIL = "AN48XZ"
YEAR = "Y1949"
OFFICE = "РОВД Ташлакского района"
STATEMENT = "Обложка синяя, внутри билет до Шымкента"
ANSWER = "Да, обложка синяя, билета не вижу"
HELLO = "Сәлеметсіз бе, құжат кімде?"
VOICE = "AwACAgIAAxkBAAIBvoice"
CODE = "048213"
REASON = "Почему вы уверены, что это вы?"
THANKS = "Рахмет тапқан адамға"
NOTICE = "Кажется, ваш документ нашли"
USERNAME = "@perizat_b_1990"
PHONE = "+998 90 123-45-67"
FILE = "Барлық деректеріңіз осы файлда"
ILLNESS = "Апамның ауруы қатерлі деп шықты"
DOCTOR = "Серғазин Ақжан"
CLINIC = "Нұрлы шипажай"
CLINIC_PHONE = "+77272501949"

WORDS = (
    *NAME.split(),
    *WANTED.split(),
    *SOUGHT.split(),
    VOLUNTEER,
    PLACE,
    HANDED,
    TAIL,
    YEAR,
    OFFICE,
    STATEMENT,
    ANSWER,
    HELLO,
    VOICE,
    CODE,
    REASON,
    THANKS,
    NOTICE,
    USERNAME,
    USERNAME.removeprefix("@"),
    PHONE,
    PHONE.replace(" ", "").replace("-", ""),
    FILE,
    ILLNESS,
    DOCTOR,
    CLINIC,
    CLINIC_PHONE,
    *everything_of_appeals.WORDS,
)


@dataclass
class Everything:
    """What was put in."""

    anna: Person
    boris: Person
    report: Report
    watch: Watch
    draft: Draft
    line: Line

    @property
    def secret(self) -> list[bytes]:
        """What must not be seen in the file, in every encoding it could have."""
        words = [*WORDS, *_index_words()]
        spelled = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
        escaped = [f"\\u{ord(letter):04x}".encode() for letter in "Жңү"]
        ids = [person.telegram_id for person in (self.anna, self.boris)]
        numbers = [
            form
            for number in ids
            for form in (str(number).encode(), number.to_bytes(6, "big"), number.to_bytes(8, "little"))
        ]
        return spelled + escaped + numbers


def _index_words() -> list[str]:
    """What the index of names is made of: folded words, and the keys of two words together."""
    found = [folded(name) for name in (NAME, WANTED)]
    return [
        *(part.word for name in found for part in name.parts),
        *(key for name in found for key in index.keys(name)),
    ]


async def fill(store: Store) -> Everything:
    """Put in one of everything; no table is left empty and no sealed column without a value."""
    anna, boris = await store.person(), await store.person()
    report = await store.report(
        anna,
        name=NAME,
        place=PLACE,
        state=ReportState.WITH_AUTHORITIES,
        whereabouts=Whereabouts.POLICE,
        handed_place=HANDED,
    )
    facts = {ProofKind.NUMBER_TAIL: TAIL, ProofKind.BIRTH_YEAR: YEAR, ProofKind.ISSUE_PLACE: OFFICE}
    watch = await store.watch(boris, name=WANTED, place=PLACE, facts=facts)
    answers = {"name": NAME, "place": PLACE, "number_tail": TAIL, "words": THANKS}
    draft = Draft(store.new_id(), anna.id, "found", "preview", answers, 3, (), None, None, START, SOUGHT)
    await store.write(lambda tx: drafts.save(tx, draft))
    await _known(store, anna, boris)
    await _findable(store, report, watch)
    await _counted(store, boris, report)
    line = await _talked(store, report, boris)
    await _decided(store, report, anna, boris)
    await _broadcast(store, anna)
    await _asked(store, anna, boris)
    await everything_of_appeals.put_appeal(store, anna, boris)
    return Everything(anna, boris, report, watch, draft, line)


async def _known(store: Store, anna: Person, boris: Person) -> None:
    asked = Subscriber(boris.id, frozenset(Topic), ("b_dostyk",), Country.KZ, QUIET_AT_NIGHT, START)

    async def act(tx: Transaction) -> None:
        await people.mark_unreachable(tx, boris.id)
        await subscribers.save(tx, asked)
        await bans.put(tx, boris.telegram_id, Ban(BanKind.SHADOW, START + timedelta(days=7)))
        await volunteers.put(tx, anna.id, Role.COURIER, VOLUNTEER)
        await inbox.record(tx, 7, START)
        await notes.put(tx, "profile", "1")

    await store.write(act)


async def _findable(store: Store, report: Report, watch: Watch) -> None:
    await store.index(Indexed.REPORT, report.id, NAME)
    await store.index(Indexed.WATCH, watch.id, WANTED)

    async def act(tx: Transaction) -> None:
        await documents.add_proof(tx, report.id, ProofKind.NUMBER_TAIL, TAIL, b"salt of the tail")
        await documents.add_proof(tx, report.id, ProofKind.BIRTH_YEAR, YEAR, b"salt of the year")
        await documents.add_proof(tx, report.id, ProofKind.ISSUE_PLACE, OFFICE, b"salt of the place")
        await watches.add_match(tx, report.id, watch.id, START)
        await documents.save(tx, report)

    await store.write(act)


async def _counted(store: Store, boris: Person, report: Report) -> None:
    async def act(tx: Transaction) -> None:
        who, today = counters.seeker(tx, boris.telegram_id), date(2026, 11, 22)
        await counters.increase(tx, who, "search", today)
        await counters.add_sought(tx, store.new_id(), who, today, SOUGHT)
        await counters.add_try(tx, store.new_id(), who, report.id, START)
        await handovers.add(tx, report.id, "code", START)
        await leases.hold(tx, "sender", "process", START, START + LEASE)

    await store.write(act)


async def _talked(store: Store, report: Report, boris: Person) -> Line:
    """A conversation with words, a voice, a contact shared; a claim with both sides' statements."""
    talk = await store.conversation(report, boris, code=CODE)
    told = [
        await store.queued(outgoing(report.finder_id, f"{NOTICE}: {NAME}\n{HELLO}")),
        await store.queued(outgoing(boris.id, f"{ANSWER}: {USERNAME}, {PHONE}")),
    ]
    file = Content(NOTICE, attachment=Attachment(AttachmentKind.FILE, FILE, "mydata.json"))
    await store.queued(outgoing(boris.id, "", content=file))
    line = await store.line(talk, f"{HELLO} {USERNAME} {PHONE}", delivery=told[0])
    voice = Said(HELLO, Attachment(AttachmentKind.VOICE, VOICE))
    await store.line(talk, "", said=voice, side=Side.FINDER, state=LineState.HELD, source=102)
    await store.write(lambda tx: posts.mention(tx, report.id, told[1]))
    await store.write(lambda tx: claim_one(tx, START, START + LEASE))
    await store.write(lambda tx: conversations.end(tx, talk.id, START))
    await store.claim(
        report,
        await store.person(),
        state=ClaimState.DISPUTED,
        statement=STATEMENT,
        finder_statement=ANSWER,
    )
    return line


async def _decided(store: Store, report: Report, anna: Person, boris: Person) -> None:
    """A case with words of its author, its card, the post in the channel, a line in the log."""
    details = {"words": THANKS, "asked": REASON, "answered": STATEMENT}
    case = await store.case(
        report,
        kind=CaseKind.STORY,
        about_id=anna.id,
        opened_by=boris.id,
        details=details,
        former={"name": NAME},
    )
    await store.case(report)
    card = await store.queued(outgoing(chat(-1005), f"{NAME}: {STATEMENT}, {VOLUNTEER}"))
    post = await store.queued(outgoing(chat(-1001), "Табылды: Жаңабай И."))
    line = Record(store.new_id(), START, anna.id, Action.DECIDED, report.code, "publish")

    async def act(tx: Transaction) -> None:
        await cases.add_card(tx, case.id, card)
        await posts.put(tx, ItemKind.FIND, report.id, chat(-1001), post)
        await reposts.begin(tx, Item(ItemKind.FIND, report.id, 1, 1, START, START, START))
        await reposts.note(tx, [store.new_id()], [Showing(ItemKind.FIND, report.id, START, post)])
        await digests.make(tx, START, START)
        await digests.add_lines(tx, post, [digests.Line(ItemKind.FIND, report.id)])
        await news.begin(tx, report.id)
        await news.reach(tx, report.id, boris.id)
        await audit.add(tx, line)

    await store.write(act)


async def _broadcast(store: Store, anna: Person) -> None:
    """A broadcast that waits for its moment, in one language."""
    state, day = BroadcastState.SCHEDULED, START + timedelta(days=1)
    planned = Broadcast(store.new_id(), anna.id, state, Audience(Topic.DOCUMENTS, "b_dostyk"), day, START)
    message = store.new_id()

    async def act(tx: Transaction) -> None:
        await broadcasts.add(tx, planned)
        await broadcasts.put_text(tx, planned, message, Content(f"{HELLO} {PHONE}"), ["kk"])

    await store.write(act)


async def _asked(store: Store, anna: Person, boris: Person) -> None:
    """A medical question with an answer, and two entries of the directory that may be one."""
    asked = Asked(Speciality.ONCOLOGIST, PLACE, Patient.ADULT, Budget.FREE, Urgency.DAYS, ILLNESS)
    question = MedicalQuestion(store.new_id(), "Q2345", boris.id, QuestionState.OPEN, asked, START, START)
    said = Recommended(DOCTOR, CLINIC, PLACE, CLINIC_PHONE, ("kk",), STATEMENT)
    entries = [
        Entry(store.new_id(), code, EntryState.OPEN, Speciality.ONCOLOGIST, PLACE, known, None, START, START)
        for code, known in (
            ("D2345", Details(DOCTOR, CLINIC, CLINIC_PHONE, ("kk",), STATEMENT)),
            ("D2346", Details(DOCTOR, "", "", (), "")),
        )
    ]

    async def act(tx: Transaction) -> None:
        await medical.add(tx, question)
        for entry in entries:
            await doctors.add(tx, entry)
        answer = MedicalAnswer(
            store.new_id(),
            question.id,
            anna.id,
            Source.FORM,
            AnswerState.SENT,
            Mark.HELPED,
            entries[0].id,
            said,
            START,
        )
        await medical.put_answer(tx, answer)
        await endorsements.endorse(tx, entries[0].id, boris.telegram_id, START, paid=False)
        await doctors.propose(tx, entries[0].id, entries[1].id, 0.8, START)

    await store.write(act)


async def sealed_values(tx: Transaction) -> dict[str, int]:
    """How many values each sealed column (`table.column`) holds."""
    found = {}
    for table in metadata.sorted_tables:
        for column in table.columns:
            if column.info.get("sealed"):
                count = select(func.count(column))
                found[f"{table.name}.{column.name}"] = int((await tx.execute(count)).scalar_one())
    return found


async def rows_of(tx: Transaction) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table.name: int((await tx.execute(select(func.count()).select_from(table))).scalar_one())
        for table in metadata.sorted_tables
    }
