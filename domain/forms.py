"""Forms as data: questions in order, the answers so far, and the walk between them. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.broadcasts import LANGUAGES, TEXT_LENGTH
from domain.documents import AUTHORITIES, Country, DocumentType, ProofKind, Whereabouts
from domain.errors import Refusal
from domain.medical import SPOKEN, Budget, Patient, Urgency
from domain.proofs import suggested
from domain.specialities import Speciality
from domain.subscriptions import Topic

PREVIEW = "preview"
"""Where a draft stands when every question asked has its answer."""

SKIPPED = ""
"""The answer of a question that was passed over."""

KEPT = "="
"""The answer that stands for a secret given before, which nobody can read any more."""

Answers = Mapping[str, str]


class Kind(StrEnum):
    """How a question is answered, and so how what a person sends is read."""

    CHOICE = "choice"
    NAME = "name"
    PLACE = "place"
    DAY = "day"
    NUMBER_TAIL = "number_tail"
    YEAR = "year"
    ISSUE_PLACE = "issue_place"
    WORDS = "words"
    CODE = "code"
    TEXT = "text"
    PHOTO = "photo"
    LINKS = "links"
    MOMENT = "moment"
    SPECIALITY = "speciality"
    CITY = "city"
    PHONE = "phone"
    LABEL = "label"
    LANGUAGES = "languages"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    DETAILS = "details"
    PAPERS = "papers"
    FILE = "file"
    LOOKUP = "lookup"


def _always(_: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Its text id is `<form>-<key>`; its choices' labels are `<key>-<choice>`.

    `asked` is False for what has a `default` good for most people and is changed from the preview only.
    `when` looks at the answers before it: a question that does not apply is neither asked nor shown.
    `longest` is how many characters free words may have. `known` takes no other places than the gazetteer's.
    """

    key: str
    kind: Kind
    choices: tuple[str, ...] = ()
    columns: int = 2
    optional: bool = False
    asked: bool = True
    default: str = SKIPPED
    secret: bool = False
    longest: int = 500
    known: bool = False
    when: Callable[[Answers], bool] = field(default=_always, compare=False)


@dataclass(frozen=True, slots=True)
class Form:
    """An ordered list of questions.

    `preview` is False where the last answer acts at once (a search). `edits` is False where a draft's subject
    is what the form is about rather than what it changes. `way_out` is the verb of a button that leads away
    from every question, to whoever cannot answer.
    """

    key: str
    questions: tuple[Question, ...]
    preview: bool = True
    edits: bool = True
    way_out: str = ""

    def question(self, key: str) -> Question:
        """The question of that key; KeyError when the form has none."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """The questions that are asked one after another, given the answers so far."""
        return tuple(question for question in self.questions if question.asked and question.when(answers))

    def shown(self, answers: Answers) -> tuple[Question, ...]:
        """The questions that stand in the preview."""
        return tuple(question for question in self.questions if question.when(answers))

    def defaults(self) -> dict[str, str]:
        """The answers that stand without being asked."""
        return {question.key: question.default for question in self.questions if not question.asked}


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled by one person; a row in the database, so that a restart loses nothing.

    `at` is a question's key or PREVIEW. `revision` grows with every change: buttons carry it, so that an old
    or doubly tapped one is recognised. `given` are the keys answered beforehand (by a deep link), which are
    not counted as steps. `subject` is the id of what is edited or what the form is about, None for a new one.
    `screen` is the delivery that showed the current question. `typed` is what the person wrote when it could
    mean several things, until they have tapped which.
    """

    id: str
    person_id: str
    form: str
    at: str
    answers: Answers
    revision: int
    given: tuple[str, ...]
    subject: str | None
    screen: str | None
    updated_at: datetime
    typed: str = ""

    @property
    def token(self) -> str:
        """What this draft's present buttons carry: 6 characters of the id and the revision."""
        return f"{self.id[-6:]}.{self.revision}"


def answered(form: Form, draft: Draft, value: str) -> Draft:
    """The draft after the current question got `value`: at the next open question, or at the preview."""
    answers = {**draft.answers, draft.at: value}
    return _moved(draft, answers, _next_open(form, answers))


def skipped(form: Form, draft: Draft) -> Draft:
    """The draft after the current question was passed over; Refusal when it may not be."""
    if not form.question(draft.at).optional:
        raise Refusal("form-cannot-skip")
    return answered(form, draft, SKIPPED)


def back(form: Form, draft: Draft) -> Draft:
    """The draft one question earlier, its answer forgotten; unchanged at the first question."""
    steps = [question.key for question in steps_of(form, draft)]
    here = steps.index(draft.at) if draft.at in steps else len(steps)
    if here == 0:
        return draft
    earlier = steps[here - 1]
    answers = {key: value for key, value in draft.answers.items() if key != earlier}
    return _moved(draft, answers, earlier)


def changing(form: Form, draft: Draft, key: str) -> Draft:
    """The draft gone from the preview to one question, to answer it anew; KeyError for an unknown key."""
    return _moved(draft, draft.answers, form.question(key).key)


def asked_which(draft: Draft, typed: str) -> Draft:
    """The draft at the same question, which now asks what the typed words mean."""
    return replace(draft, typed=typed, revision=draft.revision + 1)


def gathered(draft: Draft, value: str) -> Draft:
    """The draft at the same question, whose answer may still grow."""
    return replace(draft, answers={**draft.answers, draft.at: value}, revision=draft.revision + 1)


def kept(draft: Draft) -> Draft:
    """The draft returned to the preview without a change."""
    return _moved(draft, draft.answers, PREVIEW)


def steps_of(form: Form, draft: Draft) -> tuple[Question, ...]:
    """The questions this person walks: those asked, without the ones answered beforehand."""
    return tuple(question for question in form.asked(draft.answers) if question.key not in draft.given)


def first_open(form: Form, answers: Answers) -> str:
    """Where a draft with these answers starts."""
    return _next_open(form, answers)


def _moved(draft: Draft, answers: Answers, at: str) -> Draft:
    return replace(draft, answers=answers, at=at, revision=draft.revision + 1, typed="")


def _next_open(form: Form, answers: Answers) -> str:
    for question in form.asked(answers):
        if question.key not in answers:
            return question.key
    return PREVIEW


def _one_word(answers: Answers) -> bool:
    """A single word is too little to search by: the document's type and country must narrow it."""
    name = answers.get("name")
    return name is not None and " " not in name


def _about_documents(answers: Answers) -> bool:
    return answers.get("topic") == Topic.DOCUMENTS


def _handed_in(answers: Answers) -> bool:
    return answers.get("whereabouts") in AUTHORITIES


def _stands_on_it(kind: ProofKind) -> Callable[[Answers], bool]:
    """Whether such a fact stands on the document that the answers tell of."""

    def stands(answers: Answers) -> bool:
        if "type" not in answers or "country" not in answers:
            return False
        return kind in suggested(DocumentType(answers["type"]), Country(answers["country"]))

    return stands


def _proof(kind: ProofKind, how: Kind, *, asked: bool = False) -> Question:
    """A secret fact; every document has a number, so that question is counted from the first step."""
    when = _always if kind is ProofKind.NUMBER_TAIL else _stands_on_it(kind)
    return Question(kind, how, optional=True, asked=asked, secret=True, when=when)


_TYPE = Question("type", Kind.CHOICE, tuple(DocumentType))
_COUNTRY = Question("country", Kind.CHOICE, tuple(Country))
_NAME = Question("name", Kind.NAME)

FOUND = Form(
    "found",
    (
        _TYPE,
        _COUNTRY,
        _NAME,
        Question("place", Kind.PLACE),
        _proof(ProofKind.NUMBER_TAIL, Kind.NUMBER_TAIL, asked=True),
        Question("day", Kind.DAY, ("today", "yesterday"), asked=False, default="today"),
        Question("whereabouts", Kind.CHOICE, tuple(Whereabouts), asked=False, default=Whereabouts.FINDER),
        Question("handed_place", Kind.PLACE, optional=True, when=_handed_in),
        _proof(ProofKind.BIRTH_YEAR, Kind.YEAR),
        _proof(ProofKind.ISSUE_PLACE, Kind.ISSUE_PLACE),
    ),
)

LOST = Form(
    "lost",
    (
        _TYPE,
        _COUNTRY,
        _NAME,
        Question("place", Kind.PLACE, optional=True),
        _proof(ProofKind.NUMBER_TAIL, Kind.NUMBER_TAIL),
        _proof(ProofKind.BIRTH_YEAR, Kind.YEAR),
        _proof(ProofKind.ISSUE_PLACE, Kind.ISSUE_PLACE),
    ),
)

SEARCH = Form(
    "search",
    (_NAME, replace(_TYPE, when=_one_word), replace(_COUNTRY, when=_one_word)),
    preview=False,
)

CLAIM = Form(
    "claim",
    (
        Question(ProofKind.NUMBER_TAIL, Kind.NUMBER_TAIL, secret=True),
        Question(ProofKind.BIRTH_YEAR, Kind.YEAR, secret=True),
        Question(ProofKind.ISSUE_PLACE, Kind.ISSUE_PLACE, secret=True),
    ),
    preview=False,
    edits=False,
    way_out="state",
)
"""What the finder gave no fact about is answered beforehand, with SKIPPED."""

_WORDS = Question("words", Kind.WORDS)
STATEMENT = Form("statement", (_WORDS,), preview=False, edits=False)
DESCRIBE = Form("describe", (_WORDS,), preview=False, edits=False)
ANSWER = Form("answer", (_WORDS,), preview=False, edits=False)
STORY = Form("story", (replace(_WORDS, longest=200),), edits=False)
HANDOVER = Form("handover", (Question("code", Kind.CODE),), preview=False, edits=False, way_out="given")
HAND_IN = Form(
    "hand_in",
    (Question("handed_to", Kind.CHOICE, tuple(AUTHORITIES)), Question("handed_place", Kind.PLACE)),
    edits=False,
)

NEAR = Form("near", (Question("place", Kind.PLACE, known=True),), preview=False, edits=False)
"""A place that a subscriber wants to hear of."""

_SPECIALITY = Question("speciality", Kind.SPECIALITY, tuple(Speciality))
_CITY = Question("city", Kind.CITY)
_DOCTOR = Question("doctor", Kind.LABEL, optional=True, longest=80)
_CLINIC = Question("clinic", Kind.LABEL, optional=True, longest=80)
_PHONE = Question("phone", Kind.PHONE, optional=True)
_SPOKEN = Question("languages", Kind.LANGUAGES, SPOKEN, optional=True, asked=False)

MEDICAL = Form(
    "medical",
    (
        _SPECIALITY,
        _CITY,
        Question("patient", Kind.CHOICE, tuple(Patient)),
        Question("urgency", Kind.CHOICE, tuple(Urgency), columns=1),
        Question("budget", Kind.CHOICE, tuple(Budget), columns=1),
        replace(_WORDS, longest=600),
    ),
    edits=False,
)
"""A question about a doctor, for everybody to read."""

RECOMMEND = Form(
    "recommend",
    (
        _DOCTOR,
        _CLINIC,
        _CITY,
        _PHONE,
        Question("why", Kind.WORDS, longest=600),
        Question("paid", Kind.CHOICE, ("no", "yes"), columns=1),
        _SPOKEN,
    ),
    edits=False,
)
"""An answer; its subject is the question, or the reply that is to be completed."""

DOCTORS = Form(
    "doctors",
    (
        _SPECIALITY,
        replace(_CITY, optional=True),
        Question("language", Kind.CHOICE, ("any", *SPOKEN), asked=False, default="any"),
    ),
    preview=False,
)
"""A look into the directory."""

CORRECTION = Form("correction", (_DOCTOR, _CLINIC, _CITY, _PHONE, replace(_SPOKEN, asked=True)), edits=False)
"""What an entry should say; it opens at its preview."""

DISPUTE = Form("dispute", (_WORDS,), preview=False, edits=False)
"""What is wrong about an entry."""

EVERYBODY = "everybody"
ALL = "all"
NOW = "now"

BROADCAST = Form(
    "broadcast",
    (
        *(Question(f"text_{each}", Kind.TEXT, optional=True, longest=TEXT_LENGTH) for each in LANGUAGES),
        Question("topic", Kind.CHOICE, (*Topic, EVERYBODY)),
        Question("place", Kind.PLACE, optional=True, asked=False, when=_about_documents),
        Question("country", Kind.CHOICE, (ALL, *Country), asked=False, default=ALL),
        Question("language", Kind.CHOICE, (ALL, *LANGUAGES), asked=False, default=ALL),
        Question("picture", Kind.PHOTO, optional=True, asked=False),
        Question("links", Kind.LINKS, optional=True, asked=False),
        Question("moment", Kind.MOMENT, (NOW, "tonight", "tomorrow"), asked=False, default=NOW),
    ),
)
"""What is sent to many. Most need no picture, no buttons and no moment: those are chosen from the preview."""
