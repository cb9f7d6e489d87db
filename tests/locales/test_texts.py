"""The texts: the same in every language in all that a machine can compare, and within Telegram's limits."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from config.settings import Settings
from domain.all_forms import FORMS
from domain.broadcasts import BroadcastState
from domain.cases import DECISIONS, Action, CaseKind, Decision, Reason
from domain.conversations import Side
from domain.documents import AUTHORITIES, Country, DocumentType, ReportState, Whereabouts
from domain.medical import SPOKEN, Budget, Mark, Patient, Urgency
from domain.messages import AttachmentKind
from domain.people import BanChoice, Role
from domain.specialities import Speciality
from domain.subscriptions import Topic
from locales.catalog import Catalog, sources_of
from locales.choice import NAMES, choose
from locales.dates import day_in_words
from relay import items
from relay.exposure import Exposure
from tests.locales.ids_of_appeals import ids_of_appeals, ids_of_money

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = tuple(NAMES)
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
TAGS = {"b", "i", "code", "a"}
LIMITS = {"privacy": 3500, "profile-name": 64, "profile-short": 120, "profile-description": 512}
TOASTS = {
    "tap-stale", "not-a-moderator", "not-an-owner", "document-gone", "trouble-settled",
    "form-finish-first", "my-gone", "my-claimed", "my-hidden", "form-cannot-skip", "fault",
    "storage-down", "claim-own", "claim-asked", "claim-refused", "claim-accepted", "claim-stopped",
    "claim-settled", "claim-too-many", "about-me-too-many", "conversation-wait", "conversation-only",
    "conversation-frozen", "conversation-over", "conversation-gone", "complaint-again", "share-nobody",
    "case-decided-already", "case-undone-already", "case-moved-on", "case-already-claimed",
    "case-nobody-to-ask", "undo-late", "undo-impossible", "banned-toast", "ban-nobody", "ban-none",
    "handover-no-tries", "story-late", "story-no-contacts", "search-too-many-names",
    "lost-too-many-today", "role-unreadable", "broadcast-no-text", "broadcast-nobody",
    "broadcast-already", "broadcast-over", "broadcast-wait",
    "broadcast-nobody-again", "broadcast-not-ready", "news-too-many-places",
    "schedule-paused-already", "schedule-resumed-already", "schedule-moved-already", "schedule-gone",
    "lost-public-already", "lost-public-rest", "lost-public-too-many",
    "medical-has-contact", "medical-too-many", "recommend-too-many", "recommend-nobody", "question-gone",
    "answer-own", "answer-gone", "answer-author-away", "entry-gone", "endorse-done", "endorse-paid",
    "endorse-taken-back", "correction-nobody", "correction-same", "duplicate-decide-first",
    "outcome-own", "outcome-waits", "outcome-entries-wait", "outcome-end-first", "outcome-told",
    "outcome-sums-changed", "outcome-sums-moved", "outcome-picture-unfit",
    "approve-twice", "approve-own", "approve-none", "approve-check-first", "case-no-papers",
    "appeal-papers-none", "appeal-not-going", "appeal-change-waits", "appeal-details-taken",
    "doctor-endorse-too-many", "doctor-dispute-too-many",
}  # fmt: skip
SAME_IN_SOME_LANGUAGES = {
    "case-check",
    "digest-appeal",
    "how-iban",
    "my-appeal",
    "picture-percent",
    "rate-line",
    "answer-none",
    "button-change",
    "profile-name",
    "form-answer",
    "document-card",
    "my-report",
    "my-watch",
    "my-conversation",
    "audit-line",
    "queue-line",
    "case-past",
    "case-decided",
    "broadcast-fix",
    "broadcast-readers",
    "broadcast-line",
    "broadcast-quote",
    "digest-find",
    "stuck-kind",
    "digest-place",
    "digest-watch",
    "digest-question",
    "my-question",
    "my-question-card",
    "question-card",
    "answer-doctor",
    "answer-clinic",
    "answer-place",
    "answer-phone",
    "answer-languages",
    "answer-why",
}


class Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the visitor's protocol
        self.names.add(node.id.name)


class Tags(HTMLParser):
    """Collects the tags of a text and whether they close."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.seen.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    found: dict[str, ftl.Message] = {}
    for name, source in sources_of(language).items():
        for entry in parse(source).body:
            assert not isinstance(entry, ftl.Junk), f"{language}/{name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def variables(message: ftl.Message) -> set[str]:
    visitor = Variables()
    visitor.visit(message)
    return visitor.names


def filled(language: str, text_id: str, number: int = 2) -> str:
    """The text with invented values, the number in place of every count."""
    counts = {"count", "limit", "number", "total"}
    wanted = variables(messages(language)[text_id])
    values: dict[str, str | int] = {name: number if name in counts else "Xx" for name in wanted}
    return loaded().text(language, text_id, **values)


@cache
def loaded() -> Catalog:
    return Catalog.load()


def tags_of(text: str) -> list[str]:
    parser = Tags()
    parser.feed(text)
    assert not parser.open, f"unclosed {parser.open} in {text}"
    return sorted(parser.seen)


def words_in_code() -> Iterator[str]:
    for package in ("bot", "domain", "handlers", "relay"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def ids_made_of_data() -> set[str]:
    """Text ids that the code puts together: choices, labels, questions, states."""
    ids = {f"type-{value}" for value in DocumentType} | {f"country-{value}" for value in Country}
    ids |= {f"whereabouts-{value}" for value in Whereabouts} | {f"handed_to-{value}" for value in AUTHORITIES}
    ids |= {f"state-{value}" for value in ReportState if value is not ReportState.SHADOWED}
    ids |= {"day-today", "day-yesterday"} | {f"topic-{topic}" for topic in Topic}
    for form in FORMS.values():
        ids |= {f"{form.key}-title"}
        ids |= {f"{form.key}-{question.key}" for question in form.questions}
        if form.preview:
            ids |= {f"{form.key}-preview", f"button-send-{form.key}"}
            ids |= {f"label-{question.key}" for question in form.questions}
    ids |= {f"button-{verb}" for verb in ("keep", "back", "skip", "cancel")}
    ids |= {f"button-withdraw-{kind}{sure}" for kind in "rw" for sure in ("", "-sure")}
    ids |= {f"withdraw-{kind}-{step}" for kind in "rw" for step in ("ask", "done")}
    ids |= {f"profile-{part}" for part in ("name", "short", "description")}
    ids |= {"found-whereabouts-finder", "my-claimed", "my-hidden"}
    ids |= {f"button-{form.way_out}" for form in FORMS.values() if form.way_out}
    ids |= {f"digest-title-{kind}" for kind in items.KINDS} | {"digest-expired"}
    ids |= {f"digest-foot-{kind}" for kind in ("watch", "question")}
    ids |= {f"trouble-{end}-digest" for end in ("unknown", "undeliverable")}
    ids |= _ids_of_conversations() | _ids_of_moderation() | _ids_of_broadcasts() | _ids_of_doctors()
    return ids | ids_of_appeals() | ids_of_money()


def _ids_of_doctors() -> set[str]:
    """Choices of a question and an answer, what is warned of, how an answer is marked, talks."""
    ids = {f"speciality-{value}" for value in Speciality} | {f"spoken-{code}" for code in SPOKEN}
    for key, values in (("patient", Patient), ("urgency", Urgency), ("budget", Budget)):
        ids |= {f"{key}-{value}" for value in values} | {f"medical-{key}-{value}" for value in values}
    ids |= {f"recommend-paid-{value}" for value in ("no", "yes")}
    ids |= {f"exposure-{value}" for value in Exposure} | {f"medical-exposes-{value}" for value in Exposure}
    ids |= {f"button-answer-{mark}" for mark in Mark} | {"question-open", "question-queued"}
    ids |= {f"answer-why-{reason}" for reason in ("paid", "link", "advert", "phone")}
    ids |= {f"{where}-question-{end}" for where in ("post", "digest") for end in ("found", "over")}
    two_sided = ("side", "conversation-opened", "conversation-card", "talk", "line-from")
    ids |= {f"medical-{text_id}-{side}" for text_id in two_sided for side in Side}
    return ids | {f"medical-conversation-{what}" for what in ("frozen-notice", "silent", "undone")}


def _ids_of_broadcasts() -> set[str]:
    """Who a broadcast is for, when it leaves, how it stands, what the log says of it."""
    ids = {"broadcast-topic-everybody", "broadcast-country-all"}
    ids |= {f"broadcast-language-{language}" for language in ("all", *LANGUAGES)}
    ids |= {f"broadcast-moment-{moment}" for moment in ("now", "tonight", "tomorrow")}
    ids |= {f"broadcast-state-{state}" for state in BroadcastState}
    notes = ("scheduled", "started", "paused", "running", "cancelled", "again")
    ids |= {f"broadcast-note-{note}" for note in notes}
    return ids | {f"button-broadcast-{verb}" for verb in ("pause", "resume", "cancel")}


def _ids_of_conversations() -> set[str]:
    """What is told to either side, and asked before something is done."""
    two_sided = (
        "side",
        "conversation-opened",
        "conversation-card",
        "conversation-resumed",
        "talk",
        "line-from",
    )
    ids = {f"{text_id}-{side}" for text_id in (*two_sided, "thanks", "confirm") for side in Side}
    of_the_bot = (AttachmentKind.FILE, AttachmentKind.DRAWING, AttachmentKind.PICTURE_FILE)
    ids |= {f"attachment-{kind}" for kind in AttachmentKind if kind not in of_the_bot}
    ids |= {"button-given", "button-received"}
    for verb in ("share", "stop", "money", "complain"):
        ids |= {f"{verb}-ask", f"{verb}-done", f"button-{verb}-sure"}
    for verb in ("delete", "unconsent"):
        ids |= {f"{verb}-ask", f"button-{verb}-sure"}
    return ids | {f"{where}-{end}" for where in ("post", "mention") for end in ("returned", "closed")}


def _ids_of_moderation() -> set[str]:
    """Cards, their buttons, the log."""
    ids = {f"case-{kind}" for kind in CaseKind} | {f"kind-{kind}" for kind in CaseKind}
    ids |= {f"button-case-{decision}" for decisions in DECISIONS.values() for decision in decisions}
    ids |= {f"decided-{decision}" for decision in Decision}
    ids |= {f"{what}-{reason}" for what in ("reason", "rejected") for reason in Reason}
    ids |= {f"button-ban-{choice}" for choice in BanChoice} | {"case-asked", "case-answered"}
    ids |= {f"audit-{action}" for action in Action}
    ids |= {f"schedule-note-{note}" for note in ("paused", "resumed", "skipped", "forward")}
    return ids | {f"role-{role}" for role in (*Role, "none")}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_has_the_same_texts_with_the_same_variables(language: str) -> None:
    english, other = messages("en"), messages(language)
    assert set(other) == set(english)
    different = {key for key in english if variables(english[key]) != variables(other[key])}
    assert not different


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_marks_up_alike(language: str) -> None:
    for text_id in messages("en"):
        assert tags_of(filled(language, text_id)) == tags_of(filled("en", text_id)), text_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_telegrams_tags_are_used(language: str) -> None:
    for text_id in messages(language):
        assert set(tags_of(filled(language, text_id))) <= TAGS, text_id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 2, 5, 11, 21, 100])
def test_counted_texts_read_for_every_number(language: str, number: int) -> None:
    for text_id, message in messages(language).items():
        if variables(message) & {"count", "limit", "number", "total"}:
            assert str(number) in filled(language, text_id, number) or number == 1, text_id


def test_russian_counts_documents_in_all_its_forms() -> None:
    said = {number: filled("ru", "search-found", number) for number in (1, 2, 5)}
    first_lines = {text.splitlines()[0].replace(str(number), "") for number, text in said.items()}
    assert len(first_lines) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegrams_lengths_are_kept(language: str) -> None:
    for text_id in messages(language):
        text = filled(language, text_id)
        if text_id in LIMITS:
            assert len(text) <= LIMITS[text_id], text_id
        elif text_id.startswith("command-"):
            assert 1 <= len(text) <= 256, text_id
        elif text_id in TOASTS:
            assert len(text) <= 200, text_id
        else:
            assert 1 <= len(text) <= 1500, text_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_fit_a_small_phone(language: str) -> None:
    longest = {"menu-": 28, "button-": 34, "type-": 34, "country-": 34, "whereabouts-": 34, "label-": 20}
    for text_id in messages(language):
        limit = next((size for prefix, size in longest.items() if text_id.startswith(prefix)), None)
        assert limit is None or len(filled(language, text_id)) <= limit, text_id


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_was_left_in_english(language: str) -> None:
    same = {
        text_id
        for text_id in messages("en")
        if filled(language, text_id) == filled("en", text_id) and text_id not in SAME_IN_SOME_LANGUAGES
    }
    assert not same


def test_each_script_is_pure() -> None:
    """Look-alike letters of another alphabet would break search and reading aloud."""
    for language in ("kk", "ru"):
        words = re.findall(
            r"[^\W\d_]+", " ".join(filled(language, text_id) for text_id in messages(language))
        )
        mixed = [
            word
            for word in words
            if re.search("[a-z]", word, re.IGNORECASE) and re.search("[а-яёәғқңөұүһі]", word, re.IGNORECASE)
        ]
        assert not mixed, language
    uzbek = " ".join(filled("uz", text_id) for text_id in messages("uz"))
    assert not re.search("[а-яё]", uzbek, re.IGNORECASE)
    assert not re.search(r"[og]['’‘`]", uzbek), "Uzbek oʻ and gʻ take U+02BB"


def test_every_text_the_code_names_exists_and_none_is_idle() -> None:
    known = set(messages("en"))
    said = set(words_in_code())
    made = ids_made_of_data()
    assert made <= known
    commands = {text_id for text_id in known if text_id.startswith("command-")}
    idle = known - said - made - commands
    assert not idle


def test_the_settings_and_the_catalog_know_the_same_languages() -> None:
    for language in LANGUAGES:
        assert Settings(channel_language=language).channel_language == language


@pytest.mark.parametrize(
    ("client", "language"),
    [
        ("kk", "kk"),
        ("uz-UZ", "uz"),
        ("ru", "ru"),
        ("ky", "ru"),
        ("tg", "ru"),
        ("tr", "en"),
        (None, "ru"),
        ("de", "en"),
    ],
)
def test_a_client_is_spoken_to_in_the_nearest_language(client: str | None, language: str) -> None:
    assert choose(client) == language


def test_values_are_escaped_unless_they_are_markup() -> None:
    text = loaded().text("en", "search-nothing", name="<b>&")
    assert "&lt;b&gt;&amp;" in text


def test_days_are_written_as_people_say_them() -> None:
    day = date(2026, 11, 22)
    assert {language: day_in_words(language, day) for language in LANGUAGES} == {
        "kk": "22 қараша", "uz": "22-noyabr", "ru": "22 ноября", "en": "22 November",
    }  # fmt: skip
