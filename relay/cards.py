"""What a report says in public: the one place that decides how much of it anybody may read."""

from urllib.parse import urlencode

from domain.documents import GAZETTEER_PREFIX, PublicName, Report, Watch
from domain.messages import Button
from domain.subscriptions import Topic
from locales.catalog import Html, escaped
from locales.dates import day_in_words
from matching.names import masked
from relay.work import Work


def public_name(work: Work, language: str, name: str) -> str:
    """The name as the operator lets it be seen: given name and an initial, all of it, or a word instead."""
    match work.policy.public_name:
        case PublicName.INITIAL:
            return masked(name)
        case PublicName.FULL:
            return name
        case PublicName.NONE:
            return work.catalog.label(language, "document-name-hidden")


def title(work: Work, language: str, document: Report | Watch) -> str:
    """Type and country, as plain text: many documents are of that kind."""
    label = work.catalog.label
    return f"{label(language, f'type-{document.type}')} · {label(language, f'country-{document.country}')}"


def unbroken(words: str) -> str:
    """The same words, kept in one line: a name or a day is read at a glance."""
    return words.replace(" ", "\u00a0")


def place_in_words(work: Work, language: str, place: str) -> str:
    """A stored place for reading; the words for "unknown" when there is none or the gazetteer lost it."""
    if known := work.gazetteer.stored(place) or work.cities.stored(place):
        return known.label(language)
    written = "" if place.startswith(GAZETTEER_PREFIX) else place
    return written or work.catalog.label(language, "place-unknown")


def card(work: Work, language: str, report: Report) -> str:
    """The public facts of a report, as Telegram HTML."""
    label = work.catalog.label
    return work.catalog.text(
        language,
        "document-card",
        type=label(language, f"type-{report.type}"),
        country=label(language, f"country-{report.country}"),
        name=public_name(work, language, report.name),
        place=place_in_words(work, language, report.place),
        day=day_in_words(language, report.day),
        whereabouts=_whereabouts(work, language, report),
        code=report.code,
    )


def _whereabouts(work: Work, language: str, report: Report) -> str:
    """Where the document is now, and at which of them."""
    where = work.catalog.label(language, f"whereabouts-{report.whereabouts}")
    exactly = place_in_words(work, language, report.handed_place) if report.handed_place else ""
    return f"{where}: {exactly}" if exactly else where


def item_link(work: Work, report: Report) -> str:
    """The link that opens a report in the bot."""
    return work.policy.deep_link(f"r_{report.code}")


def follow_line(work: Work, language: str, report: Report) -> Html:
    """A quiet line with a link for whoever wants to hear of more finds: there, where it is a known place."""
    known = work.gazetteer.stored(report.place)
    topic = f"topic_{Topic.DOCUMENTS}"
    link = work.policy.deep_link(f"{topic}_{known.code}" if known else topic)
    words = escaped(work.catalog.label(language, "follow-place" if known else "follow-all"))
    return Html(f'<a href="{link}">{words}</a>')


def share_button(work: Work, language: str, report: Report) -> Button:
    """A button that lets a person pass the report on."""
    words = work.catalog.label(language, "document-share-words")
    query = urlencode({"url": item_link(work, report), "text": words})
    label = work.catalog.label(language, "button-share")
    return Button(label, url=f"https://t.me/share/url?{query}")
