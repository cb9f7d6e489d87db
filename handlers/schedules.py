"""The timetable in chat: what comes to the channel next, one item's card, and the buttons that change it."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from domain.errors import Refusal
from domain.ids import read_code
from domain.messages import Button, Content
from domain.people import Person
from domain.reposts import Item as Turn
from domain.reposts import ItemKind
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import escaped
from locales.dates import day_in_words
from relay import items, roles, schedules
from relay.schedules import Digest, Overview, Standing, Wait, Why
from relay.work import Work

_Act: TypeAlias = Callable[[Work, Person, str], Awaitable[Screen]]
_Move: TypeAlias = Callable[[Work, Person, str, str], Awaitable[bool]]

LINES: Final = 40
"""So many lines are shown at most: each has some 70 characters, and a message has room for 4096."""

ITEMS: Final = 30
"""So many items of the next digest have a button: as many lines as the settings allow one."""


async def command(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/schedule`, and `/schedule CODE` for one item: unknown, ended, never public, it says so."""
    await roles.require_moderator(work, person, incoming.chat_id)
    if not incoming.argument:
        return await _list(work, person, "")
    try:
        subject = await schedules.find(work, read_code(incoming.argument) or "")
        return Screen(_card(work, await schedules.standing(work, subject)))
    except Refusal as refusal:  # nothing was changed; it is said in the moderators' language
        return Screen(Content(_text(work, refusal.text_id, **refusal.values)))


async def tapped(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a button of the timetable; about what is over meanwhile it says so and shows what is left."""
    await roles.require_moderator(work, person, incoming.chat_id)
    verb, _, value = incoming.after("schedule:").partition(":")
    act = _ACTS.get(verb)
    if act is None:
        raise Refusal("tap-stale")
    await roles.note_name(work, person, incoming.name)
    return await act(work, person, value)


async def _list(work: Work, _: Person, __: str) -> Screen:
    return Screen(_overview(work, await schedules.overview(work)))


async def _pause(work: Work, person: Person, value: str) -> Screen:
    done = await schedules.pause(work, person, _kind(value))
    shown = await _list(work, person, "")
    return shown if done else replace(shown, toast=_label(work, "schedule-paused-already"))


async def _resume(work: Work, person: Person, value: str) -> Screen:
    done = await schedules.resume(work, person, _kind(value))
    shown = await _list(work, person, "")
    return shown if done else replace(shown, toast=_label(work, "schedule-resumed-already"))


async def _show(work: Work, person: Person, subject: str) -> Screen:
    try:
        return Screen(_card(work, await schedules.standing(work, subject)))
    except Refusal as refusal:
        return await _gone(work, person, refusal)


async def _skip(work: Work, person: Person, value: str) -> Screen:
    def said(standing: Standing) -> str:
        return _text(work, "schedule-skipped", moment=_moment(work, standing.turn.due_at))

    return await _moved(work, person, value, schedules.skip, said)


async def _forward(work: Work, person: Person, value: str) -> Screen:
    def said(standing: Standing) -> str:
        if standing.at is None:
            return _text(work, "schedule-forwarded-later")
        return _text(work, "schedule-forwarded", moment=_moment(work, standing.at))

    return await _moved(work, person, value, schedules.forward, said)


async def _moved(
    work: Work, person: Person, value: str, move: _Move, said: Callable[[Standing], str]
) -> Screen:
    """The item's card after a move, which says what has come of it; one that was tapped twice acts once."""
    subject, _, mark = value.partition(".")
    try:
        done = await move(work, person, subject, mark)
        standing = await schedules.standing(work, subject)
    except Refusal as refusal:
        return await _gone(work, person, refusal)
    if not done:
        return Screen(_card(work, standing), toast=_label(work, "schedule-moved-already"))
    return Screen(_card(work, standing, said(standing)))


async def _gone(work: Work, person: Person, refusal: Refusal) -> Screen:
    """What is over is told over the button; what is left stands in its place."""
    return replace(await _list(work, person, ""), toast=_label(work, refusal.text_id))


_ACTS: dict[str, _Act] = {
    "list": _list,
    "pause": _pause,
    "resume": _resume,
    "item": _show,
    "skip": _skip,
    "forward": _forward,
}
"""What each verb behind `schedule:` does with the kind, the subject, or the subject and its mark."""


def _overview(work: Work, seen: Overview) -> Content:
    parts = [_text(work, "schedule-title")]
    if not work.policy.channels:
        parts.append(_text(work, "schedule-no-channel"))
    parts += _digests(work, seen)
    if not seen.plan.digests:
        parts.append(_text(work, "schedule-empty"))
    if seen.later:
        parts.append(_text(work, "schedule-later", count=seen.later))
    parts.append("\n".join(_figures(work, seen)))
    return Content("\n\n".join(parts), tuple(_rows(work, seen)))


def _digests(work: Work, seen: Overview) -> Iterator[str]:
    """Each digest with its lines, as many as a message has room for."""
    room = LINES
    for digest in seen.plan.digests:
        moment, count = _moment(work, digest.at), len(digest.turns)
        shown = digest.turns[:room]
        room -= len(shown)
        lines = [_text(work, "schedule-digest", moment=moment, count=count)]
        lines += [_line(work, turn, seen.plan.codes[turn.subject]) for turn in shown]
        if len(shown) < count:
            lines.append(_text(work, "schedule-more", count=count - len(shown)))
        yield "\n".join(lines)


def _line(work: Work, turn: Turn, code: str) -> str:
    kind = _text(work, "schedule-kind", kind=turn.kind)
    return f"• <code>{code}</code> · {kind} · {_why(work, turn)}"


def _why(work: Work, turn: Turn) -> str:
    if (why := schedules.why(turn)) is Why.FIRST_TIME or turn.shown_at is None:
        return _text(work, "schedule-first")
    if why is Why.FORWARD:
        return _text(work, "schedule-brought")
    return _text(work, "schedule-again", count=turn.shown + 1, day=_day(work, turn.shown_at))


def _figures(work: Work, seen: Overview) -> Iterator[str]:
    """What is paused, and how full the channel is."""
    for kind in sorted(seen.plan.paused):
        yield _text(work, "schedule-paused", kind=kind, count=seen.counts.get(kind, 0))
    rules, week = work.policy.reposts, seen.week
    yield _text(work, "schedule-posts", number=week.posts_today, limit=rules.posts_per_day)
    if week.appeals or ItemKind.APPEAL in items.KINDS:
        yield _text(work, "schedule-appeals", number=week.appeals, limit=rules.appeals_per_week)


def _rows(work: Work, seen: Overview) -> Iterator[tuple[Button, ...]]:
    """A button for each item of the next digest, and one for each kind."""
    following = seen.plan.digests[0] if seen.plan.digests else Digest(work.now, ())
    for turn in following.turns[:ITEMS]:
        yield (Button(seen.plan.codes[turn.subject], tap=f"schedule:item:{turn.subject}"),)
    for kind in ItemKind:
        if kind in items.KINDS:
            verb = "resume" if kind in seen.plan.paused else "pause"
            text_id = "button-schedule-resume" if verb == "resume" else "button-schedule-pause"
            yield (Button(_label(work, text_id, kind=kind), tap=f"schedule:{verb}:{kind}"),)


def _card(work: Work, standing: Standing, said: str = "") -> Content:
    """One item: what it is, how often it was shown, when it comes next and why not earlier."""
    turn, item = standing.turn, standing.item
    head = f"🗓 <b>{item.code}</b> · {_text(work, 'schedule-kind', kind=turn.kind)}"
    what = escaped(item.title(work, work.moderators_language))
    facts = "\n".join(_facts(work, standing))
    text = "\n\n".join(part for part in (f"{head}\n{what}", facts, said) if part)
    back = (Button(_label(work, "button-schedule-back"), tap="schedule:list"),)
    if standing.wait is Wait.RESTING:
        return Content(text, (back,))
    target = f"{turn.subject}.{schedules.mark_of(turn)}"
    forward = (Button(_label(work, "button-schedule-forward"), tap=f"schedule:forward:{target}"),)
    skip = (Button(_label(work, "button-schedule-skip"), tap=f"schedule:skip:{target}"),)
    return Content(text, (forward, skip, back))


def _facts(work: Work, standing: Standing) -> Iterator[str]:
    turn, since = standing.turn, _day(work, standing.turn.since)
    yield _text(work, "schedule-since", day=since)
    if turn.shown_at is None:
        yield _text(work, "schedule-unshown")
    else:
        yield _text(work, "schedule-shown", count=turn.shown, day=_day(work, turn.shown_at))
    if turn.due_at <= work.now:
        yield _text(work, "schedule-due-now")
    else:
        yield _text(work, "schedule-due", moment=_moment(work, turn.due_at))
    if standing.at is not None:
        yield _text(work, "schedule-next", moment=_moment(work, standing.at))
    if standing.wait is not None:
        yield _text(work, standing.wait, kind=turn.kind)


def _moment(work: Work, moment: datetime) -> str:
    """A moment of the channel's clock; what is due is to come in a moment."""
    local = moment.astimezone(work.policy.zone)
    time = f"{local:%H:%M}"
    if moment <= work.now:
        return _label(work, "schedule-now")
    if local.date() == work.today:
        return _label(work, "schedule-today", time=time)
    if local.date() == work.today + timedelta(days=1):
        return _label(work, "schedule-tomorrow", time=time)
    return f"{_day(work, moment)}, {time}"


def _day(work: Work, moment: datetime) -> str:
    return day_in_words(work.moderators_language, moment.astimezone(work.policy.zone).date())


def _kind(value: str) -> ItemKind:
    """The kind that a button names; Refusal when there is none of it."""
    if value not in tuple(items.KINDS):
        raise Refusal("tap-stale")
    return ItemKind(value)


def _text(work: Work, text_id: str, **values: str | int) -> str:
    return work.catalog.text(work.moderators_language, text_id, **values)


def _label(work: Work, text_id: str, **values: str | int) -> str:
    return work.catalog.label(work.moderators_language, text_id, **values)
