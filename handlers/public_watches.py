"""Public watches in chat: the channel hears of a lost document too, and who has found it comes by a link."""

from domain.documents import Watch
from domain.forms import FOUND
from domain.messages import Button, Content
from domain.people import Person
from handlers import people
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import lost_items, public_watches, watches
from relay.work import Work

Rows = tuple[tuple[Button, ...], ...]


def rows(work: Work, language: str, watch: Watch) -> Rows:
    """What an owner can do about the channel: tell it, or take back what it was told."""
    if watch.code:
        return ((Button(work.catalog.label(language, "button-untell"), tap=f"untell:{watch.id}"),),)
    if public_watches.is_offered(work, watch):
        return ((Button(work.catalog.label(language, "button-tell-channel"), tap=f"tell:{watch.id}"),),)
    return ()


async def preview(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show the owner what everybody would read, before anybody does."""
    watch = await watches.own(work, person, incoming.after("tell:"))
    prepared = await public_watches.prepared(work, person, watch)
    label = work.catalog.label
    agreed = f"{prepared.id}:{prepared.code}:{public_watches.seal(work, prepared)}"
    publish_it = Button(label(person.language, "button-publish-lost"), tap=f"public:{agreed}")
    not_now = Button(label(person.language, "button-not-now"), tap=f"nottold:{prepared.id}")
    read = Html(public_watches.as_read(work, person.language, prepared).text)
    text = work.catalog.text(person.language, "lost-public-preview", post=read)
    return Screen(Content(text, ((publish_it,), (not_now,))), in_place=False, closes=False)


async def publish(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Tell the channel, in the words that were shown."""
    watch_id, _, agreed = incoming.after("public:").partition(":")
    code, _, seal = agreed.partition(":")
    watch = await watches.own(work, person, watch_id)
    public = await public_watches.publish(work, person, watch, code, seal)
    return people.with_menu(
        work, person, work.catalog.text(person.language, "lost-public-done", code=public.code)
    )


async def not_now(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Leave the channel untold; it can be told later."""
    await watches.own(work, person, incoming.after("nottold:"))
    return people.with_menu(work, person, work.catalog.text(person.language, "lost-public-not-now"))


async def remove(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Take the post away; the owner goes on waiting."""
    watch = await watches.own(work, person, incoming.after("untell:"))
    await public_watches.remove(work, watch)
    return Screen(Content(work.catalog.text(person.language, "lost-public-removed")))


async def card(work: Work, person: Person, code: str) -> Screen:
    """A lost document as anybody may see it, with the button for whoever has found it."""
    return await typed(work, person, code) or _gone(work, person)


async def typed(work: Work, person: Person, text: str) -> Screen | None:
    """The same for a code that was typed; None when the text is none, or nothing is looked for by it."""
    watch = await public_watches.by_code(work, person, text)
    if watch is None:
        return None
    label = work.catalog.label
    if watch.person_id == person.id:
        first = Button(label(person.language, "button-edit"), tap=f"my:w:{watch.id}")
    else:
        first = Button(label(person.language, "button-found-it"), tap=f"seen:{watch.code}")
    share = lost_items.share_button(work, person.language, watch)
    return Screen(Content(lost_items.card(work, person.language, watch), ((first,), (share,))))


async def seen(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "I found it": the finder reports it; what the channel says of it need not be answered again."""
    code = incoming.after("seen:")
    refused = await people.gate(work, person, f"{people.INTENT_SEEN}_{code}")
    return refused or await report(work, person, code)


async def report(work: Work, person: Person, code: str) -> Screen:
    """Begin the report of whoever has found what an owner looks for in the channel."""
    watch = await public_watches.by_code(work, person, code)
    if watch is None:
        return _gone(work, person)
    given = {"type": watch.type.value, "country": watch.country.value}
    return await people.open_form(work, person, FOUND, given)


def _gone(work: Work, person: Person) -> Screen:
    return people.with_menu(work, person, work.catalog.text(person.language, "lost-gone"))
