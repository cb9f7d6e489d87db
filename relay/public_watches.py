"""Public watches: an owner who waits lets the channel tell of it, and takes that back."""

from dataclasses import replace
from zlib import crc32

from domain.cases import Action
from domain.documents import Watch
from domain.errors import Refusal
from domain.ids import read_code
from domain.messages import Content
from domain.people import Person
from relay import caps, cases, codes, posts, troubles
from relay.caps import Cap
from relay.lost_items import Lost
from relay.work import Work
from storage import watches


def is_offered(work: Work, watch: Watch) -> bool:
    """Whether a watch can be told of in the channel: where volunteers look at everything first, it cannot."""
    return bool(work.policy.channels) and work.policy.auto_approve and not watch.code


async def prepared(work: Work, person: Person, watch: Watch) -> Watch:
    """An own open watch as it would be called in the channel; nothing is changed yet.

    Refusal when it is there already, and on a day on which a volunteer took one of this person's out.
    """
    if watch.code:
        raise Refusal("lost-public-already")
    if not is_offered(work, watch):
        raise Refusal("tap-stale")
    if await caps.is_resting(work, person):
        raise Refusal("lost-public-rest")
    return replace(watch, code=await codes.free_code(work))


def as_read(work: Work, language: str, watch: Watch) -> Content:
    """What everybody would read: in a person's language where a channel speaks it, else in the page's own."""
    spoken = [channel.language for channel in work.policy.channels]
    return Lost(watch).post(work, language if language in spoken else work.policy.channel_language)


def seal(work: Work, watch: Watch) -> str:
    """A mark of what all channels would say, 8 hexadecimal characters: another text has another one."""
    said = "\n".join(Lost(watch).post(work, channel.language).text for channel in work.policy.channels)
    return f"{crc32(said.encode()):08x}"


async def publish(work: Work, person: Person, watch: Watch, code: str, agreed: str) -> Watch:
    """Tell the channel of an own open watch, by the code and the words its owner has agreed to (`seal`).

    Refusal like `prepared`, over the daily cap, and when it would read differently by now. Of a person banned
    in silence nothing is told.
    """
    public = replace(await prepared(work, person, watch), code=code)
    if read_code(code) != code or seal(work, public) != agreed or not await codes.is_free(work, code):
        raise Refusal("tap-stale")
    await caps.spend(work, person, Cap.PUBLIC_WATCH)
    await watches.save(work.tx, public)
    if not person.is_shadowed:
        await posts.publish(work, Lost(public))
    return public


async def refresh(work: Work, person: Person, watch: Watch) -> None:
    """Bring the posts of a watch that was changed up to date."""
    if watch.code and not person.is_shadowed:
        await posts.refresh(work, Lost(watch))


async def remove(work: Work, watch: Watch) -> None:
    """Take an open watch out of the channel; its owner goes on waiting. Refusal when it is not there."""
    if not watch.code:
        raise Refusal("tap-stale")
    quiet = replace(watch, code="")
    await watches.save(work.tx, quiet)
    await _close(work, quiet, watch.code)


async def end(work: Work, watch: Watch) -> None:
    """Let the posts of a watch say that it is over, and how."""
    if watch.code:
        await _close(work, watch, watch.code)


async def forget(work: Work, watch_id: str) -> None:
    """Forget a watch that has ended, what its posts ever said, and where they stood."""
    watch = await watches.get(work.tx, watch_id)
    if watch is not None:
        await posts.forget(work, Lost(watch))
    await watches.drop(work.tx, watch_id)


async def by_code(work: Work, reader: Person, text: str) -> Watch | None:
    """The watch that this person may see by the code that was typed or tapped; None when there is none.

    Whoever is banned in silence sees their own as if everybody did.
    """
    code = read_code(text)
    watch = await watches.find_code(work.tx, code) if code else None
    if watch is None:
        return None
    owner = await work.person(watch.person_id)
    silenced = owner.ban is not None and owner.id != reader.id
    return watch if Lost(watch, silenced).is_public else None


async def hide(work: Work, moderator: Person, watch: Watch) -> None:
    """Take a watch out of the channel by a volunteer; its owner is told, and publishes none again today."""
    await remove(work, watch)
    owner = await work.person(watch.person_id)
    await caps.rest(work, owner)
    text = work.catalog.text(owner.language, "lost-public-hidden", code=watch.code)
    await work.tell(owner.id, Content(text))
    await cases.record(work, moderator.id, Action.HIDDEN, watch.code, watch.type)


async def _close(work: Work, watch: Watch, code: str) -> None:
    if not await posts.close(work, Lost(watch)):
        await troubles.ask_removal(work, code)
