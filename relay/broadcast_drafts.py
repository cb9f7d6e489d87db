"""Broadcasts being written: their messages, their readers, how long they take, and their beginning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

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
