"""Watches: an owner waits, and is told of every find that may be theirs, once each."""

from collections.abc import Sequence
from dataclasses import replace

from domain.documents import Country, DocumentType, ProofKind, Report, Watch, WatchState
from domain.errors import Refusal
from domain.forms import KEPT, LOST, SKIPPED, Draft
from domain.messages import Button, Content
from domain.people import Person
from locales.catalog import Html
from relay import caps, cards, matches, posts, proofs, public_watches
from relay.caps import Cap
from relay.work import Work
from storage import drafts, watches

ASKED = 3
"""So few are asked about what only may be theirs, those likeliest: who is asked for nothing stops looking."""

LISTED = 10
SHOWN = 5  # as in a search: never a list of everything


async def save_watch(
    work: Work, person: Person, draft: Draft
) -> tuple[Watch, Sequence[Report], Sequence[Report]]:
    """Open the watch a draft describes, or change the one it edits.

    With the open finds not told before: those that should be told, and at most 3 that only may be theirs,
    5 in all.
    """
    await caps.seek(work, person, draft.answers["name"])
    await caps.spend(work, person, Cap.WATCH)
    former = await own(work, person, draft.subject) if draft.subject else None
    if former is None and await watches.count_open(work.tx, person.id) >= work.policy.open_watches:
        raise Refusal("lost-too-many", limit=work.policy.open_watches)
    watch = _watch(work, person, draft, former)
    await (watches.save if draft.subject else watches.add)(work.tx, watch)
    await answered(work, watch)
    await public_watches.refresh(work, person, watch)
    await matches.index_watch(work, watch)
    await drafts.drop(work.tx, person.id)
    if person.is_shadowed:
        return watch, [], []
    told, near = await matches.reports_for(work, watch)
    few = near[: min(ASKED, max(SHOWN - len(told), 0))]
    sure = await _fresh(work, person, watch, told[:SHOWN])
    return watch, sure, await _fresh(work, person, watch, few)


async def tell_watchers(work: Work, report: Report) -> None:
    """Tell every owner whose watch may mean this report, and ask the few likeliest whose watch is near it.

    Nobody is told or asked twice for one watch.
    """
    told, near = await matches.watches_for(work, report)
    await _tell(work, report, [(watch, await work.person(watch.person_id)) for watch in told], "match-found")
    await _tell(work, report, await _few(work, near), "match-perhaps")


def notice(work: Work, language: str, report: Report, text_id: str) -> Content:
    """The message that tells an owner of a find, or asks about it."""
    card = Html(cards.card(work, language, report))
    mine = Button(work.catalog.label(language, "button-mine"), tap=f"claim:{report.code}")
    other = Button(work.catalog.label(language, "button-not-mine"), tap=f"decline:{report.code}")
    return Content(work.catalog.text(language, text_id, card=card), ((mine, other),))


async def decline(work: Work, person: Person, report: Report) -> bool:
    """Take a person's "not mine"; whether a watch of theirs was told of the report and goes on."""
    watch = await watches.watch_told_of(work.tx, report.id, person.id)
    if watch is not None:
        await watches.decline_match(work.tx, report.id, watch.id, work.now)
        await answered(work, watch)
    return watch is not None


async def answered(work: Work, watch: Watch) -> None:
    """Note a sign of the owner's: they are not asked before long whether they still look for it."""
    await watches.look_again(work.tx, watch.id, work.now + work.policy.asked_every, 0)


async def own(work: Work, person: Person, watch_id: str) -> Watch:
    """A person's own open watch; Refusal when it is not theirs or has ended."""
    watch = await watches.get(work.tx, watch_id)
    if watch is None or watch.person_id != person.id or watch.state is not WatchState.OPEN:
        raise Refusal("my-gone")
    return watch


async def withdraw(work: Work, person: Person, watch_id: str) -> None:
    """End an own watch: the owner gave up, or does not say why."""
    await finish(work, await own(work, person, watch_id))


async def have_back(work: Work, person: Person, watch_id: str) -> None:
    """End an own watch: the owner has the document."""
    await finish(work, await own(work, person, watch_id), WatchState.RETURNED)


async def came_home(work: Work, report: Report, owner_id: str) -> None:
    """End every watch by which an owner was told of a document that is with them again."""
    for watch in await watches.told_of(work.tx, report.id, owner_id):
        await finish(work, watch, WatchState.RETURNED)


async def finish(work: Work, watch: Watch, state: WatchState = WatchState.WITHDRAWN) -> None:
    """End a watch, however it came to be: its owner is told of nothing and asked nothing more.

    Where the channel told of it, that says so.
    """
    await watches.end(work.tx, watch.id, work.now, state)
    await matches.forget(work, watch.id)
    await public_watches.end(work, replace(watch, state=state))


async def of_owner(work: Work, person: Person) -> Sequence[Watch]:
    """A person's open watches, newest first."""
    return await watches.of_owner(work.tx, person.id, LISTED)


async def _tell(work: Work, report: Report, waiting: Sequence[tuple[Watch, Person]], text_id: str) -> None:
    """Send the notice to whoever had none for that watch: the surest first."""
    fresh = [pair for pair in waiting if await _first_time(work, report, pair[0])]
    sure = {
        watch.id
        for watch, person in fresh
        if watch.facts and await proofs.guess(work, person, report, watch.facts)
    }
    for _, person in sorted(fresh, key=lambda pair: pair[0].id not in sure):
        if not person.is_shadowed:
            delivery = await work.tell(person.id, notice(work, person.language, report, text_id))
            await posts.mention(work, report, delivery)


async def _few(work: Work, near: Sequence[Watch]) -> Sequence[tuple[Watch, Person]]:
    """The first watches with their owners, those who hear of nothing left out.

    The same ones while nothing changes, also those asked before: a find that is published again asks no more.
    """
    few: list[tuple[Watch, Person]] = []
    for watch in near:
        if len(few) == ASKED:
            break
        person = await work.person(watch.person_id)
        if not person.is_shadowed:
            few.append((watch, person))
    return few


async def _fresh(work: Work, person: Person, watch: Watch, reports: Sequence[Report]) -> Sequence[Report]:
    """Those not told before; where secret facts agree with the owner's, before those of namesakes.

    The order could tell whether a fact was guessed, so each comparison is a counted try.
    """
    fresh = [report for report in reports if await _first_time(work, report, watch)]
    if not watch.facts:
        return fresh
    sure = {report.id for report in fresh if await proofs.guess(work, person, report, watch.facts)}
    return sorted(fresh, key=lambda report: report.id not in sure)


async def _first_time(work: Work, report: Report, watch: Watch) -> bool:
    return await watches.add_match(work.tx, report.id, watch.id, work.now)


def _watch(work: Work, person: Person, draft: Draft, former: Watch | None) -> Watch:
    return Watch(
        id=draft.subject or work.new_id(),
        person_id=person.id,
        state=WatchState.OPEN,
        type=DocumentType(draft.answers["type"]),
        country=Country(draft.answers["country"]),
        name=draft.answers["name"],
        place=draft.answers["place"],
        created_at=work.now,
        facts=_facts(draft, former),
        code=former.code if former else "",
    )


def _facts(draft: Draft, former: Watch | None) -> dict[ProofKind, str]:
    """What the owner knows of the document, of that what can stand on it; what was kept stays."""
    shown = {question.key for question in LOST.shown(draft.answers)}
    given = {kind: draft.answers.get(kind, SKIPPED) for kind in ProofKind if kind in shown}
    known = former.facts if former else {}
    return {kind: known.get(kind, "") if fact == KEPT else fact for kind, fact in given.items() if fact}
