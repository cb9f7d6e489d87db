"""Subscriptions in chat: one screen that is changed in place, `/stop`, and the links of posts."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from domain.documents import GAZETTEER_PREFIX, Country
from domain.errors import Refusal
from domain.forms import NEAR, Draft
from domain.messages import Button, Content
from domain.people import Person
from domain.subscriptions import MOST_PLACES, Quiet, Subscriber, Topic
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import cards, forms, subscriptions
from relay.work import Work

ANY: Final = "any"
NONE: Final = "none"
"""The choices that leave something open: any country, no quiet hours."""


async def show(work: Work, person: Person, _: Incoming) -> Screen:
    """Show what a person hears of, with a button for each thing that can be changed."""
    return _overview(work, person, await subscriptions.of(work, person))


async def tapped(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a button of these screens: `news:<verb>` or `news:<verb>:<value>`."""
    verb, _, value = incoming.after("news:").partition(":")
    if verb not in _VERBS:
        raise Refusal("tap-stale")
    return await _VERBS[verb](work, person, value)


async def stop(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/stop`: nothing more is sent that nobody waits for. Saying it twice does no harm."""
    await subscriptions.stop(work, person)
    label = work.catalog.label
    mine = Button(label(person.language, "menu-my"), tap="my")
    again = Button(label(person.language, "button-news"), tap="news")
    return Screen(Content(work.catalog.text(person.language, "news-stopped"), ((mine,), (again,))))


async def follow(work: Work, person: Person, payload: str) -> Screen:
    """Handle a link that subscribes; one that means nothing here leads home."""
    meant = subscriptions.read_link(work, payload)
    if meant is None:
        return people.with_menu(work, person, work.catalog.text(person.language, "home"))
    try:
        now = await subscriptions.follow(work, person, *meant)
    except Refusal as refusal:  # a no as an answer: the language chosen on the way here is to be kept
        return people.with_menu(
            work, person, work.catalog.text(person.language, refusal.text_id, **refusal.values)
        )
    what = _in_words(work, person.language, now, meant[0])
    return people.with_menu(work, person, work.catalog.text(person.language, "news-followed", what=what))


async def finish_place(work: Work, person: Person, draft: Draft) -> Screen:
    """Take the place that was named; the question about it is answered, and its buttons go."""
    now = await subscriptions.add_place(work, person, draft.answers["place"].removeprefix(GAZETTEER_PREFIX))
    await forms.drop(work, person)
    return replace(_places(work, person, now), draft=draft)


async def _choose(work: Work, person: Person, value: str) -> Screen:
    topic = _topic(value)
    asked = await people.gate(work, person, f"{people.INTENT_TOPIC}_{topic}")
    return asked or _overview(work, person, await subscriptions.choose(work, person, topic))


async def _leave(work: Work, person: Person, value: str) -> Screen:
    return _overview(work, person, await subscriptions.leave(work, person, _topic(value)))


async def _show_places(work: Work, person: Person, _: str) -> Screen:
    return _places(work, person, await _subscriber(work, person))


async def _ask_place(work: Work, person: Person, _: str) -> Screen:
    now = await _subscriber(work, person)
    if len(now.places) >= MOST_PLACES:
        raise Refusal("news-too-many-places", limit=MOST_PLACES)
    return questions.render(work, person, await forms.begin_about(work, person, NEAR, person.id))


async def _drop_place(work: Work, person: Person, value: str) -> Screen:
    now = await subscriptions.drop_place(work, person, value)
    if now is not None and now.places:
        return _places(work, person, now)
    return _overview(work, person, now)


async def _everywhere(work: Work, person: Person, _: str) -> Screen:
    return _places(work, person, await subscriptions.everywhere(work, person))


async def _country(work: Work, person: Person, value: str) -> Screen:
    if not value:
        return _countries(work, person, await _subscriber(work, person))
    if value not in {ANY, *Country}:
        raise Refusal("tap-stale")
    country = None if value == ANY else Country(value)
    return _overview(work, person, await subscriptions.choose_country(work, person, country))


async def _quiet(work: Work, person: Person, value: str) -> Screen:
    if not value:
        return _hours(work, person, await _subscriber(work, person))
    offered = {_span(quiet): quiet for quiet in (*subscriptions.QUIETS, None)}
    if value not in offered:
        raise Refusal("tap-stale")
    return _overview(work, person, await subscriptions.choose_quiet(work, person, offered[value]))


async def _subscriber(work: Work, person: Person) -> Subscriber:
    """Who has something to change; Refusal for a button that outlived the subscription."""
    now = await subscriptions.of(work, person)
    if now is None:
        raise Refusal("tap-stale")
    return now


def _topic(value: str) -> Topic:
    if value not in set(Topic):
        raise Refusal("tap-stale")
    return Topic(value)


def _overview(work: Work, person: Person, now: Subscriber | None) -> Screen:
    """Everything at a glance. What a button says it will do is done however often it is tapped."""
    language = person.language
    rows = [(_switch(work, language, now, topic),) for topic in Topic]
    if now is not None:
        rows += [(button,) for button in _choices(work, language, now)]
    text_id = "news-nothing" if now is None else "news-chosen"
    return Screen(Content(work.catalog.text(language, text_id), tuple(rows)))


def _switch(work: Work, language: str, now: Subscriber | None, topic: Topic) -> Button:
    chosen = now is not None and topic in now.topics
    words = work.catalog.label(language, f"topic-{topic}")
    return Button(f"{'✅' if chosen else '▫️'} {words}", tap=f"news:{'off' if chosen else 'on'}:{topic}")


def _choices(work: Work, language: str, now: Subscriber) -> Iterable[Button]:
    label = work.catalog.label
    if Topic.DOCUMENTS in now.topics:
        yield Button(label(language, "button-news-places", count=len(now.places)), tap="news:places")
    country = label(language, f"country-{now.country}" if now.country else "country-any")
    yield Button(f"🌍 {country}", tap="news:country")
    hours = _hours_in_words(work, language, now.quiet)
    quiet = label(language, "button-news-quiet", hours=hours) if now.quiet else f"🌙 {hours}"
    yield Button(quiet, tap="news:quiet")
    yield Button(label(language, "button-news-stop"), tap="news.stop")


def _places(work: Work, person: Person, now: Subscriber) -> Screen:
    """Where a subscriber hears of documents: a tap on a place takes it off."""
    language, label = person.language, work.catalog.label
    if Topic.DOCUMENTS not in now.topics:
        return _overview(work, person, now)
    rows = [(Button(f"✖️ {_place(work, language, code)}", tap=f"news:drop:{code}"),) for code in now.places]
    if len(now.places) < MOST_PLACES:
        rows.append((Button(label(language, "button-news-add"), tap="news:add"),))
    if now.places:
        rows.append((Button(label(language, "button-news-everywhere"), tap="news:everywhere"),))
    rows.append((_back(work, language),))
    if now.places:
        text = work.catalog.text(language, "news-places", count=len(now.places), limit=MOST_PLACES)
    else:
        text = work.catalog.text(language, "news-everywhere", limit=MOST_PLACES)
    return Screen(Content(text, tuple(rows)))


def _countries(work: Work, person: Person, now: Subscriber) -> Screen:
    language = person.language
    buttons = [_country_button(work, language, now, country) for country in (*Country, None)]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    rows.append((_back(work, language),))
    return Screen(Content(work.catalog.text(language, "news-country"), tuple(rows)))


def _country_button(work: Work, language: str, now: Subscriber, country: Country | None) -> Button:
    value = country.value if country else ANY
    words = work.catalog.label(language, f"country-{value}")
    return Button(_marked(words, chosen=now.country == country), tap=f"news:country:{value}")


def _hours(work: Work, person: Person, now: Subscriber) -> Screen:
    """The quiet hours to choose from, and whose clock they go by, told by what it shows."""
    language = person.language
    rows = [
        (
            Button(
                _marked(_hours_in_words(work, language, quiet), chosen=now.quiet == quiet),
                tap=f"news:quiet:{_span(quiet)}",
            ),
        )
        for quiet in (*subscriptions.QUIETS, None)
    ]
    rows.append((_back(work, language),))
    clock = f"{subscriptions.clock_of(work, now):%H:%M}"
    return Screen(Content(work.catalog.text(language, "news-quiet", clock=clock), tuple(rows)))


def _marked(words: str, *, chosen: bool) -> str:
    return f"✅ {words}" if chosen else words


def _span(quiet: Quiet | None) -> str:
    return f"{quiet.start}-{quiet.end}" if quiet else NONE


def _hours_in_words(work: Work, language: str, quiet: Quiet | None) -> str:
    return f"{quiet.start}:00–{quiet.end}:00" if quiet else work.catalog.label(language, "quiet-none")


def _in_words(work: Work, language: str, now: Subscriber, topic: Topic) -> str:
    """A topic, and where it is bound to places, those."""
    words = work.catalog.label(language, f"topic-{topic}")
    if topic is not Topic.DOCUMENTS or not now.places:
        return words
    return f"{words}: {', '.join(_place(work, language, code) for code in now.places)}"


def _place(work: Work, language: str, code: str) -> str:
    """A place by its name."""
    return cards.place_in_words(work, language, f"{GAZETTEER_PREFIX}{code}")


def _back(work: Work, language: str) -> Button:
    return Button(work.catalog.label(language, "button-back"), tap="news")


_VERBS = {
    "on": _choose,
    "off": _leave,
    "places": _show_places,
    "add": _ask_place,
    "drop": _drop_place,
    "everywhere": _everywhere,
    "country": _country,
    "quiet": _quiet,
}
"""What a button of these screens does."""
