"""Broadcasts being written: their messages, their readers, how long they take, and their beginning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.broadcasts import (
    CAPTION_LENGTH,
    LANGUAGES,
    TEXT_LENGTH,
    Audience,
    Broadcast,
    BroadcastState,
    takes,
    utf16_length,
)
from domain.cases import Action
from domain.documents import GAZETTEER_PREFIX, Country
from domain.errors import Refusal
from domain.forms import ALL, BROADCAST, EVERYBODY, NOW, SKIPPED, Answers, Draft
from domain.messages import Attachment, AttachmentKind, Content
from domain.people import Person
from domain.subscriptions import EVERYWHERE, Quiet, Topic, zone_of
from locales.catalog import escaped
from relay import cases, links, moments
from relay.work import Work
from storage import audiences, broadcasts, drafts

CUT_FROM: Final = TEXT_LENGTH // 2
"""UTF-16 units; clients cut a text at the end of a line or a word in the second half of what fits."""

AT_ONCE: Final = timedelta(seconds=3)
"""Both halves of a cut text come within this time, and no other two answers do."""

_TEXTS: Final = tuple(f"text_{language}" for language in LANGUAGES)


@dataclass(frozen=True, slots=True)
class Readers:
    """How many there are of each language, and how many of them all get it only after their quiet hours."""

    languages: Mapping[str, int]
    later: int

    @property
    def count(self) -> int:
        """All of them."""
        return sum(self.languages.values())


def written(answers: Answers) -> Mapping[str, str]:
    """The texts there are, by language."""
    texts = {language: answers.get(f"text_{language}", SKIPPED) for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text}


def read_by(work: Work, answers: Answers, language: str) -> str:
    """In which language the readers of one get it: their own, the channel's, else the first that is there."""
    texts = written(answers)
    wanted = (language, work.policy.channel_language, *texts)
    return next(each for each in wanted if each in texts)


def contents(answers: Answers) -> Mapping[str, Content]:
    """The messages as they will be sent, by the language they are written in."""
    held = answers.get("picture", SKIPPED)
    picture = Attachment(AttachmentKind.PHOTO, held) if held else None
    buttons = tuple((button,) for button in links.of_answer(answers.get("links", SKIPPED)))
    return {
        language: Content(escaped(text), buttons, attachment=picture)
        for language, text in written(answers).items()
    }


def audience_of(answers: Answers) -> Audience:
    """Whom it is for."""
    asked = {question.key for question in BROADCAST.shown(answers)}
    topic, country, language = (answers.get(key, ALL) for key in ("topic", "country", "language"))
    place = answers.get("place", EVERYWHERE) if "place" in asked else EVERYWHERE
    return Audience(
        topic=Topic(topic) if topic not in (ALL, EVERYBODY) else None,
        place=place.removeprefix(GAZETTEER_PREFIX),
        country=Country(country) if country != ALL else None,
        language=language if language != ALL else None,
    )


async def readers(work: Work, answers: Answers) -> Readers:
    """Who would get it, counted now; quiet hours are those at the moment it starts."""
    moment = answers.get("moment", NOW)
    start = work.now if moment == NOW else datetime.fromisoformat(moment)
    counted = dict.fromkeys(LANGUAGES, 0)
    later = 0
    for group in await audiences.groups(work.tx, audience_of(answers), work.now):
        counted[group.language] = counted.get(group.language, 0) + group.count
        later += group.count if quiet_until(work, group.country, group.quiet, start) else 0
    return Readers({language: count for language, count in counted.items() if count}, later)


def quiet_until(work: Work, country: Country | None, quiet: Quiet | None, at: datetime) -> datetime | None:
    """When somebody's quiet hours end that hold at a moment; None when they hold not."""
    return quiet.until(at, zone_of(country, work.policy.zone)) if quiet else None


def duration(work: Work, count: int) -> timedelta:
    """How long so many messages take at the pace that Telegram allows."""
    return takes(count, work.policy.messages_per_second)


def problems(work: Work, person: Person, answers: Answers) -> Sequence[str]:
    """What keeps it from being sent, in the writer's words."""
    label, texts = work.catalog.label, written(answers)
    found = [] if texts else [label(person.language, "broadcast-no-text")]
    limit = CAPTION_LENGTH if answers.get("picture") else TEXT_LENGTH
    for language, text in texts.items():
        if (length := utf16_length(text)) > limit:
            name = label(person.language, f"broadcast-language-{language}")
            found.append(label(person.language, "broadcast-too-long", name=name, total=length, limit=limit))
    place = answers.get("place", "") if audience_of(answers).place else ""
    if place and work.gazetteer.get(place.removeprefix(GAZETTEER_PREFIX)) is None:
        found.append(label(person.language, "broadcast-place-unknown"))
    return [*found, *_over(work, person, answers)]


def check(work: Work, person: Person, answers: Answers) -> None:
    """Refusal with the first thing that keeps it from being sent."""
    for problem in problems(work, person, answers):
        raise Refusal("broadcast-not-ready", problem=problem)


async def back_at_torn_text(work: Work, draft: Draft) -> Draft | None:
    """The draft back at a text whose second half has come as the next answer; None when none has.

    Telegram's clients cut what is longer than a message into several, and send them at once.
    """
    asked = [question.key for question in BROADCAST.asked(draft.answers)]
    here = asked.index(draft.at) if draft.at in asked else 0
    first, second = asked[max(0, here - 2) : here] if here > 1 else ("", "")
    came = second in _TEXTS and draft.answers.get(second, SKIPPED)
    if not came or not _may_be_cut(draft, first) or not await _asked_just_now(work, draft):
        return None
    answers = {key: value for key, value in draft.answers.items() if key not in (first, second)}
    back = replace(draft, answers=answers, at=first, revision=draft.revision + 1, updated_at=work.now)
    await drafts.save(work.tx, back)
    return back


async def perhaps_torn(work: Work, draft: Draft) -> bool:
    """Whether what was just refused may be the second half of a text."""
    asks_for_text = draft.at in _TEXTS
    long = any(_may_be_cut(draft, key) for key in _TEXTS)
    return not asks_for_text and long and await _asked_just_now(work, draft)


def _may_be_cut(draft: Draft, key: str) -> bool:
    return key in _TEXTS and utf16_length(draft.answers.get(key, SKIPPED)) > CUT_FROM


async def _asked_just_now(work: Work, draft: Draft) -> bool:
    """Whether the last answer came sooner after its question than anybody writes."""
    asked = await broadcasts.asked_at(work.tx, draft.screen)
    return asked is not None and timedelta() <= work.now - asked < AT_ONCE  # a clock may be put back


async def plan(work: Work, author: Person, draft: Draft) -> Broadcast:
    """Store what was previewed; the clock starts it. Refusal while something is wrong with it."""
    check(work, author, draft.answers)
    broadcast = Broadcast(
        id=work.new_id(),
        author_id=author.id,
        state=BroadcastState.SCHEDULED,
        audience=audience_of(draft.answers),
        starts_at=moments.opened(work, draft.answers.get("moment", NOW)),
        created_at=work.now,
    )
    await broadcasts.add(work.tx, broadcast)
    for language, content in contents(draft.answers).items():
        reading = [each for each in LANGUAGES if read_by(work, draft.answers, each) == language]
        await broadcasts.put_text(work.tx, broadcast, work.new_id(), content, reading)
    await drafts.drop(work.tx, author.id)
    await record(work, author, broadcast, "scheduled")
    return broadcast


async def samples(work: Work, person: Person, draft: Draft) -> None:
    """Send a person what would be sent, once in each language. Refusal while something is wrong with it."""
    check(work, person, draft.answers)
    for content in contents(draft.answers).values():
        await work.tell(person.id, content)


async def record(work: Work, person: Person, broadcast: Broadcast, note: str) -> None:
    """Write what a person did with a broadcast into the audit log."""
    await cases.record(work, person.id, Action.BROADCAST, broadcast.id[-6:], note)


def _over(work: Work, person: Person, answers: Answers) -> Sequence[str]:
    """That the chosen moment has gone by while the rest was being written."""
    try:
        moments.opened(work, answers.get("moment", NOW))
    except Refusal as refusal:
        return [work.catalog.label(person.language, refusal.text_id, **refusal.values)]
    return []
