"""Cards of the directory: what an entry says, and how much the words of people for it weigh."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_skeleton

from domain.broadcasts import utf16_length
from domain.cases import Case, CaseKind
from domain.doctors import HALVED_AFTER, Details, Entry, EntryState, Standing
from domain.messages import Button
from locales.catalog import Html, escaped
from relay import cards, medical_form
from relay.referrals import GONE, speciality_in_words
from relay.work import Work
from storage import doctors

ABOUT_ME = "about"
"""What a case about an entry says of its reason when somebody is the doctor, or from the clinic."""

ROOM = 2800
"""So much of a message cards may take where more stands above and below them."""

LONGEST_TITLE = 60
"""So much of a name stands on a button: Telegram cuts what does not fit on a small phone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry with what people say of it."""

    entry: Entry
    standing: Standing


def title(entry: Entry) -> str:
    """The doctor's name, or the clinic's where no doctor is named, as plain text."""
    details = entry.details
    return (details.doctor or details.clinic)[:LONGEST_TITLE] if details else GONE


def facts(work: Work, language: str, entry: Entry) -> str:
    """What an entry says, line by line, as Telegram HTML; a word in its place once it is forgotten."""
    if entry.details is None:
        return work.catalog.text(language, "entry-past", code=entry.code)
    return "\n".join(_facts(work, language, entry, entry.details))


def card(work: Work, language: str, shown: Shown) -> str:
    """An entry and who stands for it, as Telegram HTML."""
    told = "\n".join(_standing(work, language, shown))
    return f"{facts(work, language, shown.entry)}\n\n{told}\n<code>{shown.entry.code}</code>"


def fitting(work: Work, language: str, found: Iterable[Shown]) -> str:
    """Cards one below the other, the first ones that fit together; the others stand in `/doctors`."""
    text = ""
    for each in found:
        longer = f"{text}\n\n{card(work, language, each)}".strip()
        if utf16_length(longer) > ROOM:
            break
        text = longer
    return text


def short_card(work: Work, language: str, shown: Shown) -> str:
    """The same in a few lines, to be read among others."""
    entry = shown.entry
    clinic = entry.details.clinic if entry.details and entry.details.doctor else ""
    named = " · ".join(part for part in (f"<b>{escaped(title(entry))}</b>", escaped(clinic)) if part)
    place = f"📍 {escaped(cards.place_in_words(work, language, entry.place))}"
    return "\n".join([named, place, *_standing(work, language, shown)])


def link(work: Work, entry: Entry) -> str:
    """The link that opens an entry in the bot."""
    return work.policy.deep_link(f"d_{entry.code}")


def share_button(work: Work, language: str, entry: Entry) -> Button:
    """A button that lets a person pass an entry on to somebody who needs it."""
    words = work.catalog.label(language, "entry-share-words", name=title(entry))
    query = urlencode({"url": link(work, entry), "text": words})
    return Button(work.catalog.label(language, "button-share"), url=f"https://t.me/share/url?{query}")


async def case_values(work: Work, case: Case) -> dict[str, str]:
    """What the texts of cases about entries need beside their subject."""
    language = work.moderators_language
    if case.kind is CaseKind.ENTRY:
        disputed = await doctors.get(work.tx, case.subject)
        said = "entry-said-about" if disputed and is_about(case, disputed) else "entry-said-untrue"
        words = case.details.get("words") or GONE
        return {"why": work.catalog.label(language, said), "words": words}
    if case.kind is CaseKind.CORRECTION:
        entry, written = await doctors.get(work.tx, case.subject), case.details.get("proposed")
        proposed = corrected(entry, json.loads(written)) if entry and entry.details and written else None
        return {"proposed": Html(facts(work, language, proposed)) if proposed else GONE}
    other = await doctors.get(work.tx, case.details.get("other", ""))
    return {
        "other": Html(facts(work, language, other)) if other else GONE,
        "other_code": other.code if other else GONE,
    }


def is_about(case: Case, entry: Entry) -> bool:
    """Whether a case about an entry was opened by somebody who says that it is about them.

    Of who has erased themselves no word is left: then the entry tells, which is hidden for nothing else.
    """
    return case.details.get("why", ABOUT_ME if entry.state is EntryState.HIDDEN else "") == ABOUT_ME


def corrected(entry: Entry, proposed: Mapping[str, Any]) -> Entry:
    """An entry as a correction would have it: answers of that form by their keys, as JSON holds them.

    What is not among them stays as it is.
    """
    details = entry.details or Details("", "", "", (), "")
    spoken = proposed.get("languages", ",".join(details.languages))
    said = replace(
        details,
        doctor=proposed.get("doctor", details.doctor),
        clinic=proposed.get("clinic", details.clinic),
        phone=proposed.get("phone", details.phone),
        languages=tuple(code for code in spoken.split(",") if code),
    )
    return replace(entry, place=proposed.get("city", entry.place), details=said)


def _facts(work: Work, language: str, entry: Entry, details: Details) -> Iterator[str]:
    if details.doctor:
        yield f"👩‍⚕️ <b>{escaped(details.doctor)}</b>"
    if details.clinic:
        yield f"🏥 <b>{escaped(details.clinic)}</b>"
    yield f"🩺 {escaped(speciality_in_words(work, language, entry.speciality))}"
    yield f"📍 {escaped(cards.place_in_words(work, language, entry.place))}"
    if details.phone:
        yield f"📞 {escaped(medical_form.phone_in_words(details.phone))}"
    if details.languages:
        spoken = medical_form.languages_in_words(work, language, ",".join(details.languages))
        yield f"🗣 {escaped(spoken)}"
    if details.why:
        yield f"💬 {escaped(details.why)}"


def _standing(work: Work, language: str, shown: Shown) -> Iterator[str]:
    """What people say of an entry: how many were helped and when, who works there, whether it is disputed."""
    standing, text = shown.standing, work.catalog.text
    if standing.last_at is None:
        yield text(language, "standing-nobody")
    else:
        when = _month(work, language, standing.last_at)
        is_old = work.now - standing.last_at >= HALVED_AFTER
        text_id = "standing-helped-long-ago" if is_old else "standing-helped"
        yield text(language, text_id, count=standing.helped, when=when)
        old = round((standing.helped - standing.weight) * 2)
        if old and not is_old:
            yield text(language, "standing-some-old", count=old)
    if standing.paid:
        yield text(language, "standing-paid", count=standing.paid)
    if shown.entry.state is EntryState.DISPUTED:
        yield text(language, "standing-disputed")


def _month(work: Work, language: str, moment: datetime) -> str:
    """A month with its year: `октябрь 2026 г.`."""
    return str(format_skeleton("yMMMM", moment.astimezone(work.policy.zone), locale=language))
