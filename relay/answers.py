"""Reading what a person sent as the answer to a question: one reader per kind, a clear refusal otherwise."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from domain.all_forms import FORMS
from domain.broadcasts import utf16_length
from domain.documents import GAZETTEER_PREFIX, ProofKind
from domain.errors import Refusal
from domain.forms import Draft, Kind, Question
from domain.messages import Attachment, AttachmentKind
from domain.places import Place
from domain.specialities import Speciality
from matching.names import clean
from matching.proofs import normal_form
from matching.spelling import fold
from relay import contacts, links, medical_form, moments
from relay.places import Gazetteer
from relay.search import is_searchable
from relay.work import Work

NAME_LENGTH = 80
TEXT_LENGTH = 80
TAIL_LENGTH = 4
CODE_LENGTH = 6
OLDEST_FIND = timedelta(days=365)
OLDEST_PERSON = 110  # years
AS_WRITTEN = "as_written"
WHICH_PLACES = 5
LAST_SHORT_YEAR = 99
DAYS_AGO = {"today": 0, "yesterday": 1}
_ATLASES = (Kind.PLACE, Kind.CITY)

_UNPRINTABLE = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_INVISIBLE = re.compile(r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What cannot be seen, but for line ends and the joiners that hold emoji and letters together."""

_EMPTY_LINES = re.compile(r"\n{3,}")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`ʻʼ])*")
_NOT_IN_NAMES = re.compile(r"[>&=@/\\#{}\[\]|*_]")
"""Signs of markup, addresses and code; `<` is not among them: machine-readable lines are full of it."""

_NUMBER = re.compile(r"(?!.*//)[\w\s№#.,:/()\-–—]+")
"""How a document's number is written, perhaps with a word before it; a link is none."""

_DAY = re.compile(r"^(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?$")


def read(work: Work, question: Question, text: str) -> str:
    """The answer in `text`, in the form it is stored; Refusal with advice when it is none."""
    return _READERS[question.kind](work, question, text)


def pick(work: Work, draft: Draft, question: Question, value: str) -> str:
    """The answer a button stands for; Refusal when the question has no such button."""
    if question.kind is Kind.MOMENT and value in question.choices:
        return moments.pick(work, value)
    if question.kind is Kind.DAY and value in DAYS_AGO:
        return (work.today - timedelta(days=DAYS_AGO[value])).isoformat()
    if question.kind in _ATLASES and value == AS_WRITTEN:
        return _free_place(work, question, draft.typed)
    if question.kind in _ATLASES and atlas(work, question).get(value):
        return f"{GAZETTEER_PREFIX}{value}"
    if value in question.choices:
        return value
    raise Refusal("tap-stale")


def wanted(question: Question | None) -> str:
    """The text that says how to answer, to who sent a thing that is no answer; None is the preview."""
    return "form-use-buttons" if question is None else _WANTED.get(question.kind, "form-text-wanted")


def which_places(work: Work, question: Question, text: str) -> tuple[Place, ...]:
    """The known places that typed words may mean, when they mean more than one."""
    if question.kind not in _ATLASES:
        return ()
    places = atlas(work, question).find(text[:TEXT_LENGTH], limit=WHICH_PLACES)
    return places if len(places) > 1 else ()


def which_specialities(question: Question, text: str) -> tuple[Speciality, ...]:
    """The specialities that typed words may mean, when they mean more than one."""
    if question.kind is not Kind.SPECIALITY:
        return ()
    if text == medical_form.ALL:
        return tuple(Speciality)
    meant = medical_form.specialities_meant(text)
    return meant if len(meant) > 1 else ()


def atlas(work: Work, question: Question) -> Gazetteer:
    """The places a question is about: where documents get lost, or cities with their doctors."""
    return work.cities if question.kind is Kind.CITY else work.gazetteer


def read_location(work: Work, question: Question, latitude: float, longitude: float) -> str:
    """The known place nearest to where a person stands; Refusal when it is not asked or none is near."""
    if question.kind not in _ATLASES:
        raise Refusal(wanted(question))
    near = atlas(work, question).near(latitude, longitude, limit=1)
    if not near:
        raise Refusal("form-no-place-near")
    return f"{GAZETTEER_PREFIX}{near[0].code}"


def read_photo(question: Question, attachment: Attachment | None) -> str:
    """The picture that was sent, as Telegram's own file id; Refusal when none is asked or it is none."""
    if question.kind is not Kind.PHOTO or attachment is None or attachment.kind is not AttachmentKind.PHOTO:
        raise Refusal(wanted(question))
    return attachment.value


def _choice(work: Work, question: Question, text: str) -> str:
    """A choice by its label in any language: people answer a Russian button in Kazakh."""
    said = _folded(text)
    for value in question.choices:
        if said and said in _spellings(work, question, value):
            return value
    raise Refusal("form-pick-a-button")


def _spellings(work: Work, question: Question, value: str) -> set[str]:
    """All that the buttons for a choice say, in every language and form."""
    common = f"{question.key}-{value}"
    ids = [
        text_id for text_id in (common, *(f"{form}-{common}" for form in FORMS)) if work.catalog.has(text_id)
    ]
    languages = work.catalog.languages
    return {_folded(work.catalog.label(each, text_id)) for text_id in ids for each in languages}


def _name(_: Work, __: Question, text: str) -> str:
    name = clean(text)
    if _NOT_IN_NAMES.search(text) or not is_searchable(name) or len(name) > NAME_LENGTH:
        raise Refusal("form-name-unreadable")
    return name


def _place(work: Work, question: Question, text: str) -> str:
    """A place of the gazetteer in any spelling, else the words themselves."""
    known = atlas(work, question).find(text[:TEXT_LENGTH], limit=1)
    return f"{GAZETTEER_PREFIX}{known[0].code}" if known else _free_place(work, question, text)


def _free_place(work: Work, question: Question, text: str) -> str:
    if question.known:
        raise Refusal("form-place-unknown")
    if not contacts.fits_in_public(text):
        raise Refusal("form-place-no-contacts")
    return _text(work, question, text)


def _day(work: Work, _: Question, text: str) -> str:
    """A day as `22.11`, `22.11.2026` or `2026-11-22`, not in the future and not over a year ago."""
    day = _parsed_day(text.strip(), work.today)
    if day is None or not work.today - OLDEST_FIND <= day <= work.today:
        raise Refusal("form-day-unreadable")
    return day.isoformat()


def _parsed_day(text: str, today: date) -> date | None:
    found = _DAY.match(text)
    try:
        if not found:
            return date.fromisoformat(text)
        day, month = int(found[1]), int(found[2])
        if found[3]:
            year = int(found[3])
            return date(year if year > LAST_SHORT_YEAR else year + 2000, month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year <= today else date(today.year - 1, month, day)
    except ValueError:
        return None


def _number_tail(_: Work, __: Question, text: str) -> str:
    """The last four characters of a document's number, whatever part of it was typed."""
    tail = "".join(letter for letter in text.upper() if letter.isalnum())[-TAIL_LENGTH:]
    readable = len(text) <= TEXT_LENGTH and _NUMBER.fullmatch(text)
    if not readable or len(tail) < TAIL_LENGTH or not any(letter.isdigit() for letter in tail):
        raise Refusal("form-tail-unreadable")
    return tail


def _year(work: Work, _: Question, text: str) -> str:
    said = text.strip()
    if not (said.isascii() and said.isdigit()) or not 0 <= work.today.year - int(said) <= OLDEST_PERSON:
        raise Refusal("form-year-unreadable")
    return said


def _text(_: Work, __: Question, text: str) -> str:
    return _short(text, TEXT_LENGTH)


def _issue_place(work: Work, question: Question, text: str) -> str:
    """A place of issue that says more than "the ministry", which everybody would answer."""
    said = _text(work, question, text)
    if not normal_form(ProofKind.ISSUE_PLACE, said):
        raise Refusal("form-issue-place-unreadable")
    return said


def _words(_: Work, question: Question, text: str) -> str:
    return _short(text, question.longest)


def _paragraphs(_: Work, question: Question, text: str) -> str:
    """Words with their lines as they were typed, but never more than one empty line."""
    lines = [line.rstrip() for line in _INVISIBLE.sub("", text).splitlines()]
    said = _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()
    if utf16_length(said) > question.longest or not any(letter.isalnum() for letter in said):
        raise Refusal("form-text-too-long", limit=question.longest)
    return said


def _no_photo(_: Work, question: Question, __: str) -> str:
    raise Refusal(wanted(question))


def _no_file(_: Work, question: Question, __: str) -> str:
    raise Refusal(wanted(question))


def _links(_: Work, __: Question, text: str) -> str:
    return links.to_answer(links.read(text))


def _moment(work: Work, _: Question, text: str) -> str:
    return moments.read(work, text)


def _short(text: str, longest: int) -> str:
    said = " ".join(_UNPRINTABLE.sub(" ", text).split())
    if len(said) > longest or not any(letter.isalpha() for letter in said):
        raise Refusal("form-text-too-long", limit=longest)
    return said


def _code(_: Work, __: Question, text: str) -> str:
    """Six digits in any script, with or without spaces and dashes."""
    digits = "".join(
        str(unicodedata.digit(sign)) for sign in text if unicodedata.digit(sign, None) is not None
    )
    others = [sign for sign in text if unicodedata.digit(sign, None) is None and sign not in " -–—\u00a0"]
    if len(digits) != CODE_LENGTH or others:
        raise Refusal("form-code-unreadable")
    return digits


def _folded(text: str) -> str:
    """Words as they sound, so that any alphabet and any apostrophe will do."""
    return " ".join(fold(word) for word in _WORD.findall(text[:TEXT_LENGTH]))


_READERS: dict[Kind, Callable[[Work, Question, str], str]] = {
    Kind.CHOICE: _choice,
    Kind.NAME: _name,
    Kind.PLACE: _place,
    Kind.DAY: _day,
    Kind.NUMBER_TAIL: _number_tail,
    Kind.YEAR: _year,
    Kind.ISSUE_PLACE: _issue_place,
    Kind.WORDS: _words,
    Kind.CODE: _code,
    Kind.TEXT: _paragraphs,
    Kind.PHOTO: _no_photo,
    Kind.LINKS: _links,
    Kind.MOMENT: _moment,
    Kind.SPECIALITY: medical_form.speciality,
    Kind.CITY: _place,
    Kind.PHONE: medical_form.phone,
    Kind.LABEL: medical_form.label,
    Kind.LANGUAGES: medical_form.languages,
    Kind.PAPERS: _no_file,
    Kind.FILE: _no_file,
}

_WANTED = {
    Kind.CHOICE: "form-pick-a-button",
    Kind.TEXT: "form-text-first",
    Kind.PHOTO: "form-photo-wanted",
    Kind.PAPERS: "form-papers-wanted",
    Kind.FILE: "form-file-wanted",
    Kind.LINKS: "form-link-unreadable",
    Kind.MOMENT: "form-moment-unreadable",
}
"""What is said to who sends something that cannot be an answer; words are wanted everywhere else."""
