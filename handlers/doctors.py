"""The directory in chat: `/doctors`, a page of cards, one card, a word for it or against it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.doctors import Entry
from domain.documents import GAZETTEER_PREFIX
from domain.errors import Refusal
from domain.forms import CORRECTION, DISPUTE, DOCTORS, Draft
from domain.medical import SPOKEN
from domain.messages import Attachment, AttachmentKind, Button, Content
from domain.people import Person
from domain.specialities import Speciality
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html, escaped
from relay import corrections, doctor_cards, doctor_csv, doctors, forms, roles
from relay.doctor_cards import Shown
from relay.referrals import speciality_in_words
from relay.work import Work

Rows = tuple[tuple[Button, ...], ...]

CITIES = 8
"""So many cities are buttons of the choice, those with most entries."""

_ANY = "any"
_CSV = "csv"
_WHERE, _SPOKEN = "where", "spoken"
"""In place of a page's number: the choice of a city, and of a language."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a page shows: `place` is a code of `relay/cities.tsv` and `language` one of ours, "" for any."""

    speciality: Speciality
    place: str = ""
    language: str = ""
    page: int = 0

    def tap(self, view: str = "") -> str:
        """A button's callback data, at most 64 bytes: `doctors:<speciality>:<place>:<language>:<page>`."""
        return f"doctors:{self.speciality}:{self.place}:{self.language}:{view or self.page}"


async def command(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/doctors`, `/doctors cardiologist`, `/doctors Kim`, and a volunteer's `/doctors csv`."""
    if incoming.argument.lower() == _CSV:
        return await _table(work, person, incoming)
    if await forms.unfinished(work, person) is not None or not incoming.argument:
        return await people.open_form(work, person, DOCTORS)
    draft = await forms.begin(work, person, DOCTORS)
    try:
        draft = await forms.answer_text(work, draft, incoming.argument)
    except Refusal as refusal:
        found = await by_name(work, person, incoming.argument)
        notice = work.catalog.text(person.language, refusal.text_id, **refusal.values)
        return found or questions.render(work, person, draft, notice)
    return questions.render(work, person, draft)


async def by_name(work: Work, person: Person, text: str) -> Screen | None:
    """The doctors and clinics called so; None when there are none."""
    found = await doctors.by_name(work, text)
    if not found:
        return None
    listed = _listed(work, person.language, found)
    text = work.catalog.text(person.language, "doctors-named", cards=Html(listed))
    return Screen(Content(text, _entries(found)), in_place=False, closes=False)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Show the first page of what was looked for."""
    said = draft.answers.get("city", "")
    place = work.cities.stored(said)
    language = draft.answers.get("language", _ANY)
    sought = _Sought(
        Speciality(draft.answers["speciality"]),
        place.code if place else "",
        "" if language == _ANY else language,
    )
    unknown = said if place is None else ""
    return Screen(await _page(work, person, sought, unknown), draft=draft)


async def listed(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle the buttons of a page: another one, another city, another language."""
    sought, view = _read(work, incoming.after("doctors:"))
    if view == _WHERE:
        return Screen(await _where(work, person, sought))
    if view == _SPOKEN:
        return Screen(_spoken(work, person, sought))
    return Screen(await _page(work, person, sought))


async def card(work: Work, person: Person, code: str) -> Screen:
    """One entry as anybody may read it."""
    try:
        entry = await doctors.public_entry(work, code)
    except Refusal as refusal:
        return people.with_menu(work, person, work.catalog.text(person.language, refusal.text_id))
    return await _card(work, person, entry)


async def typed(work: Work, person: Person, text: str) -> Screen | None:
    """The same for a code that was typed; None when no entry is called so."""
    entry = await doctors.by_code(work, text)
    return await _card(work, person, entry) if entry else None


async def tapped(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle the buttons of one entry: `doctor:<code>[:<verb>]`."""
    code, _, verb = incoming.after("doctor:").partition(":")
    entry = await doctors.public_entry(work, code)
    if verb in _GATED:
        refused = await people.gate(work, person, f"{people.INTENT_DOCTOR}_{entry.code}")
        if refused is not None:
            return refused
    if verb not in _VERBS:
        raise Refusal("tap-stale")
    return await _VERBS[verb](work, person, entry)


async def finish_correction(work: Work, person: Person, draft: Draft) -> Screen:
    """Put a correction before volunteers."""
    entry = await corrections.correct(work, person, draft)
    return _done(work, person, entry, "correction-done")


async def finish_dispute(work: Work, person: Person, draft: Draft) -> Screen:
    """Put before volunteers what is untrue."""
    entry = await corrections.dispute(work, person, draft)
    return _done(work, person, entry, "dispute-done")


async def _table(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Send the whole directory as a file to a volunteer."""
    await roles.require_moderator(work, person, incoming.chat_id)
    written = await doctor_csv.table(work)
    held = Attachment(AttachmentKind.FILE, written, "doctors.csv")
    return Screen(Content(work.catalog.text(person.language, "doctors-csv"), attachment=held), in_place=False)


# One entry


async def _opened(work: Work, person: Person, entry: Entry) -> Screen:
    """Show the card beside the list it was tapped in."""
    return replace(await _card(work, person, entry), in_place=False, closes=False)


async def _helped(work: Work, person: Person, entry: Entry) -> Screen:
    stands = await doctors.helped_too(work, person, entry)
    toast = work.catalog.label(person.language, "endorse-done" if stands else "endorse-paid")
    return replace(await _card(work, person, entry, stands=stands), toast=toast)


async def _taken_back(work: Work, person: Person, entry: Entry) -> Screen:
    await doctors.retract(work, person, entry)
    toast = work.catalog.label(person.language, "endorse-taken-back")
    return replace(await _card(work, person, entry, stands=False), toast=toast)


async def _wrong(work: Work, person: Person, entry: Entry) -> Screen:
    text = work.catalog.text(person.language, "entry-wrong", name=doctor_cards.title(entry))
    verbs = ("correct", "about", "dispute", "card")
    return Screen(Content(text, tuple((_button(work, person, entry, verb),) for verb in verbs)))


async def _about(work: Work, person: Person, entry: Entry) -> Screen:
    """Ask once before an entry is hidden because somebody says that it is about them."""
    text = work.catalog.text(person.language, "entry-about-ask", name=doctor_cards.title(entry))
    return Screen(Content(text, tuple((_button(work, person, entry, verb),) for verb in ("hide", "card"))))


async def _hide(work: Work, person: Person, entry: Entry) -> Screen:
    await corrections.about_me(work, person, entry.code)
    return Screen(Content(work.catalog.text(person.language, "entry-about-done", code=entry.code)))


async def _correct(work: Work, person: Person, entry: Entry) -> Screen:
    given = corrections.answers_of(entry)
    draft = await forms.begin_about(work, person, CORRECTION, entry.id, given)
    return questions.beside(work, person, draft)


async def _dispute(work: Work, person: Person, entry: Entry) -> Screen:
    return questions.beside(work, person, await forms.begin_about(work, person, DISPUTE, entry.id))


async def _card(work: Work, person: Person, entry: Entry, *, stands: bool | None = None) -> Screen:
    """An entry with what can be done about it; `stands`: the person has a word for it, None if not known."""
    if stands is None:
        stands = await doctors.has_endorsed(work, person, entry)
    text = doctor_cards.card(work, person.language, await doctors.shown(work, entry))
    first = _button(work, person, entry, "takeback" if stands else "helped")
    wrong = _button(work, person, entry, "wrong")
    share = doctor_cards.share_button(work, person.language, entry)
    return Screen(Content(text, ((first,), (wrong,), (share,))))


def _button(work: Work, person: Person, entry: Entry, verb: str) -> Button:
    label = work.catalog.label(person.language, _LABELS[verb])
    return Button(label, tap=f"doctor:{entry.code}:{verb}")


def _done(work: Work, person: Person, entry: Entry, text_id: str) -> Screen:
    text = work.catalog.text(person.language, text_id, name=doctor_cards.title(entry))
    return people.with_menu(work, person, text)


_VERBS = {
    "": _opened,
    "card": _card,
    "helped": _helped,
    "takeback": _taken_back,
    "wrong": _wrong,
    "about": _about,
    "hide": _hide,
    "correct": _correct,
    "dispute": _dispute,
}
_LABELS = {
    "card": "button-entry-card",
    "helped": "button-entry-helped",
    "takeback": "button-entry-takeback",
    "wrong": "button-entry-wrong",
    "about": "button-entry-about",
    "hide": "button-entry-hide",
    "correct": "button-entry-correct",
    "dispute": "button-entry-dispute",
}
_GATED = ("helped", "hide", "correct", "dispute")
"""What needs the consent first."""


# Pages


async def _page(work: Work, person: Person, sought: _Sought, unknown: str = "") -> Content:
    """A page of short cards; `unknown` is a place that was typed and that nobody knows."""
    language = person.language
    found = await doctors.find(work, sought.speciality, _stored(sought.place), sought.language, sought.page)
    sought = replace(sought, page=found.page)
    head = _head(work, language, sought)
    if not found.total:
        return Content(
            work.catalog.text(language, "doctors-nothing", head=Html(head)), _ways(work, language, sought)
        )
    parts = [work.catalog.text(language, "doctors-place-unknown", place=unknown)] if unknown else []
    parts.append(
        work.catalog.text(
            language,
            "doctors-found",
            head=Html(head),
            count=found.total,
            cards=Html(_listed(work, language, found.shown)),
        )
    )
    rows = (*_entries(found.shown), *_turns(sought, found.pages), *_ways(work, language, sought))
    return Content("\n\n".join(parts), rows)


async def _where(work: Work, person: Person, sought: _Sought) -> Content:
    """The cities that have such a doctor, and their countries."""
    known = await doctors.places_of(work, sought.speciality)
    countries = dict.fromkeys(place.country for place in known)
    whole = [work.cities.get(f"country_{country.lower()}") for country in countries]
    choices = dict.fromkeys([*known[:CITIES], *(place for place in whole if place)])
    every = Button(work.catalog.label(person.language, "button-all-cities"), tap=_at(sought, "").tap())
    made = [Button(place.label(person.language), tap=_at(sought, place.code).tap()) for place in choices]
    text = work.catalog.text(person.language, "doctors-which-city")
    return Content(text, ((every,), *_in_pairs(made)))


def _spoken(work: Work, person: Person, sought: _Sought) -> Content:
    def button(text_id: str, code: str) -> Button:
        tap = replace(sought, language=code, page=0).tap()
        return Button(work.catalog.label(person.language, text_id), tap=tap)

    made = [button(f"spoken-{code}", code) for code in SPOKEN]
    text = work.catalog.text(person.language, "doctors-which-language")
    return Content(text, ((button("button-any-language", ""),), *_in_pairs(made)))


def _head(work: Work, language: str, sought: _Sought) -> str:
    """What is looked for: a speciality, where, and in which language."""
    label = work.catalog.label
    place = work.cities.get(sought.place)
    where = place.label(language) if place else label(language, "doctors-everywhere")
    parts = [f"<b>{escaped(speciality_in_words(work, language, sought.speciality))}</b>", escaped(where)]
    if sought.language:
        parts.append(escaped(label(language, f"spoken-{sought.language}")))
    return " · ".join(parts)


def _listed(work: Work, language: str, found: Sequence[Shown]) -> str:
    return "\n\n".join(doctor_cards.short_card(work, language, each) for each in found)


def _entries(found: Sequence[Shown]) -> Rows:
    return tuple((Button(doctor_cards.title(each.entry), tap=f"doctor:{each.entry.code}"),) for each in found)


def _turns(sought: _Sought, pages: int) -> Rows:
    """The buttons to the pages before and after, with where one is between them."""
    if pages == 1:
        return ()
    row = [Button(f"{sought.page + 1}/{pages}", tap=sought.tap())]
    if sought.page > 0:
        row.insert(0, Button("◀️", tap=replace(sought, page=sought.page - 1).tap()))
    if sought.page < pages - 1:
        row.append(Button("▶️", tap=replace(sought, page=sought.page + 1).tap()))
    return (tuple(row),)


def _ways(work: Work, language: str, sought: _Sought) -> Rows:
    label = work.catalog.label
    where = Button(label(language, "button-other-city"), tap=sought.tap(_WHERE))
    spoken = Button(label(language, "button-other-language"), tap=sought.tap(_SPOKEN))
    return ((where, spoken),)


def _at(sought: _Sought, place: str) -> _Sought:
    return replace(sought, place=place, page=0)


def _in_pairs(made: list[Button]) -> Rows:
    return tuple(tuple(made[start : start + 2]) for start in range(0, len(made), 2))


def _stored(code: str) -> str:
    return f"{GAZETTEER_PREFIX}{code}" if code else ""


def _read(work: Work, data: str) -> tuple[_Sought, str]:
    """What a button asks for, and the view of it; Refusal when it cannot be one of ours."""
    parts = data.split(":")
    if len(parts) != len(("speciality", "place", "language", "view")) or parts[0] not in tuple(Speciality):
        raise Refusal("tap-stale")
    speciality, place, language, view = parts
    if (place and work.cities.get(place) is None) or language not in ("", *SPOKEN):
        raise Refusal("tap-stale")
    number = int(view) if view.isascii() and view.isdigit() else 0
    return _Sought(Speciality(speciality), place, language, number), view
