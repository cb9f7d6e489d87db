"""The ledger of an appeal: lines are proposed, a moderator confirms them, and then they stand for ever."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain import chain
from domain.appeal_forms import ENTRY, ENTRY_CORRECTION
from domain.appeals import WITH_LEDGER, Appeal
from domain.cases import CaseKind
from domain.clock import local_day
from domain.errors import Refusal
from domain.forms import Draft
from domain.ledger import Entry, EntryKind, Proposal, ProposalState
from domain.messages import Content
from domain.money import Currency, Money, totals
from domain.people import Person
from relay import appeal_form, cases, channel, forms, receipts, roles
from relay.work import Work
from storage import appeals, drafts, notes
from storage import ledger as stored

OPEN_PROPOSALS: Final = 20
"""So many lines of one appeal may wait at once: moderators look at each by itself."""

BEFORE_OPENING: Final = timedelta(days=7)
"""A line may tell of a day so long before the appeal was public: families begin to collect earlier."""

HEAD_HOUR: Final = 20
"""From this hour of the channel's clock on the head of the chain is posted."""

HEAD_TOLD: Final = "ledger_head_told"
"""The note of the last head that was posted: its day and its `seq`."""


_INSTEAD: Final = "instead"
"""The answer given beforehand that names the proposal which this one takes the place of."""


async def may_write(work: Work, person: Person, appeal: Appeal) -> bool:
    """Whether a person may propose lines: the organiser, couriers, and who moderates the page."""
    own = appeal.organiser_id == person.id
    return own or await roles.is_courier(work, person) or await roles.acts_for_page(work, person)


async def begin(work: Work, person: Person, appeal_id: str) -> Draft:
    """Begin a line; Refusal for whoever may not write it, and where nothing is written any more."""
    appeal = await _writable(work, person, appeal_id)
    return await forms.begin_about(work, person, ENTRY, appeal.id, {"currency": _usual(appeal)})


async def begin_again(work: Work, person: Person, proposal_id: str) -> Draft:
    """Begin a line with all that was said before but its receipt, which could not be read."""
    former = await _waiting(work, proposal_id)
    if former.author_id != person.id or former.corrects is not None:
        raise Refusal("my-gone")
    appeal = await _writable(work, person, former.appeal_id)
    given = {
        "what": former.kind.value,
        "amount": f"{former.money.amount:.2f}",
        "currency": former.money.currency.value,
        "note": former.note,
        "day": former.day.isoformat(),
        _INSTEAD: former.id,
    }
    return await forms.begin_about(work, person, ENTRY, appeal.id, given)


async def begin_correction(work: Work, person: Person, appeal_id: str, number: int) -> Draft:
    """Begin to say the right sum of an entry; Refusal as for `correct`."""
    appeal = await _writable(work, person, appeal_id)
    entry, _ = await _corrected(work, appeal, number)
    given = {"currency": entry.money.currency.value}
    return await forms.begin_about(work, person, ENTRY_CORRECTION, f"{appeal.id}:{number}", given)


async def propose(work: Work, person: Person, draft: Draft) -> Proposal:
    """Ask moderators to confirm what a draft says; its receipt is fetched by the clock.

    Refusal for whoever may not write here, for a day that cannot be, for words that are nobody's business,
    and while too many lines wait.
    """
    appeal = await _writable(work, person, draft.subject or "")
    answers = draft.answers
    day = date.fromisoformat(answers["day"])
    first = local_day(appeal.opened_at or appeal.created_at, work.policy.zone) - BEFORE_OPENING
    if not first <= day <= work.today:
        raise Refusal("ledger-day-wrong")
    files = appeal_form.files_in(answers.get("receipt", ""))
    proposal = Proposal(
        id=work.new_id(),
        appeal_id=appeal.id,
        author_id=person.id,
        state=ProposalState.QUEUED,
        kind=EntryKind(answers["what"]),
        money=appeal_form.money_in(answers, _usual(appeal)),
        day=day,
        note=answers["note"],
        corrects=None,
        receipt_id=work.new_id() if files else None,
        covered=None,
        created_at=work.now,
    )
    await _let_go(work, person, answers.get(_INSTEAD, ""))
    if proposal.receipt_id is not None:
        await stored.add_receipt(work.tx, proposal.receipt_id, files[0], work.now)
    return await _put(work, person, appeal, draft, proposal)


async def correct(work: Work, person: Person, draft: Draft) -> Proposal:
    """Ask moderators to confirm another sum of an entry, by the difference to what it is so far.

    Refusal as for `propose`, for a correction of a correction, in another currency, without a difference,
    and while another one of the same entry waits.
    """
    appeal_id, _, number = (draft.subject or "").partition(":")
    appeal = await _writable(work, person, appeal_id)
    entry, so_far = await _corrected(work, appeal, int(number))
    right = appeal_form.money_in(draft.answers, entry.money.currency)
    if right.currency is not entry.money.currency:
        raise Refusal("ledger-same-currency", currency=entry.money.currency.value)
    if right == so_far:
        raise Refusal("ledger-same-sum")
    proposal = Proposal(
        id=work.new_id(),
        appeal_id=appeal.id,
        author_id=person.id,
        state=ProposalState.QUEUED,
        kind=entry.kind,
        money=right - so_far,
        day=work.today,
        note=draft.answers["note"],
        corrects=entry.number,
        receipt_id=None,
        covered=None,
        created_at=work.now,
    )
    return await _put(work, person, appeal, draft, proposal)


async def confirm(work: Work, moderator: Person, proposal: Proposal) -> Entry:
    """Write a proposed line into the ledger, for ever, with its receipt as it was covered.

    Refusal for its author and for the appeal's organiser, while its receipt is still being fetched, and when
    things have moved on.
    """
    appeal = await appeals.locked(work.tx, proposal.appeal_id)
    waiting = await _waiting(work, proposal.id)
    if appeal is None or appeal.state not in WITH_LEDGER:
        raise Refusal("case-moved-on")
    if moderator.id in (waiting.author_id, appeal.organiser_id):
        raise Refusal("ledger-own")
    digest = await receipts.publish(work, waiting)
    entry = await _next(work, appeal, waiting, digest)
    await stored.append(work.tx, entry)
    await stored.save_proposal(work.tx, replace(waiting, state=ProposalState.CONFIRMED))
    await appeals.save(work.tx, replace(appeal, stale=True))
    return entry


async def refuse(work: Work, proposal_id: str) -> Proposal:
    """Do not take a proposed line; its receipt is forgotten. Refusal when it waits no more."""
    waiting = await _waiting(work, proposal_id)
    refused = replace(waiting, state=ProposalState.REFUSED)
    await stored.save_proposal(work.tx, refused)
    await receipts.forget_original(work, refused)
    return refused


async def bring_back(work: Work, proposal_id: str, known: int) -> Proposal:
    """Let a refused line wait again; its receipt is fetched anew.

    `known` is how many entries there were when it was refused. Refusal when it is forgotten, and for a
    correction whose entry was corrected otherwise since, or is about to be: its difference is wrong by now.
    """
    refused = await stored.get_proposal(work.tx, proposal_id)
    appeal = await appeals.locked(work.tx, refused.appeal_id) if refused else None
    if refused is None or appeal is None or refused.state is not ProposalState.REFUSED:
        raise Refusal("undo-impossible")
    if refused.corrects is not None:
        since = (await stored.entries_of(work.tx, appeal.code))[known:]
        corrected = [entry.corrects for entry in since]
        corrected += [other.corrects for other in await stored.proposed(work.tx, appeal.id)]
        if refused.corrects in corrected:
            raise Refusal("undo-impossible")
    back = replace(refused, state=ProposalState.QUEUED, covered=None)
    back = replace(back, receipt_id=await receipts.fetch_again(work, back))
    await stored.save_proposal(work.tx, back)
    return back


async def tell_head(work: Work) -> int:
    """Post where the chain ends, once a day and only when it grew; how many posts.

    Whoever keeps such a post can prove later that no older line was changed. However many processes try, the
    head is locked by the first one until its note is there.
    """
    if not work.policy.channels or not _is_evening(work):
        return 0
    known = await stored.head_seen(work.tx)
    if known is None or not await _is_news(work, known.seq):
        return 0
    head = await stored.head(work.tx, chain.GENESIS)
    if not await _is_news(work, head.seq):
        return 0
    await notes.put(work.tx, HEAD_TOLD, f"{work.today.isoformat()} {head.seq}")
    for each in work.policy.channels:
        await channel.put(work, each.recipient, _head_post(work, each.language, head))
    return len(work.policy.channels)


async def _put(work: Work, person: Person, appeal: Appeal, draft: Draft, proposal: Proposal) -> Proposal:
    """Let a line wait for a moderator; that of somebody who reaches nobody is shown to nobody."""
    appeal_form.require_allowed(draft, "note", proposal.note)
    if len(await stored.proposed(work.tx, appeal.id)) >= OPEN_PROPOSALS:
        raise Refusal("ledger-too-many", limit=OPEN_PROPOSALS)
    await stored.add_proposal(work.tx, proposal)
    await drafts.drop(work.tx, person.id)
    if not person.is_shadowed:
        await cases.open_case(
            work, CaseKind.LEDGER, appeal.code, subject=proposal.id, about_id=person.id, opened_by=person.id
        )
    return proposal


async def _writable(work: Work, person: Person, appeal_id: str) -> Appeal:
    appeal = await appeals.locked(work.tx, appeal_id)
    if appeal is None or not await may_write(work, person, appeal):
        raise Refusal("my-gone")
    if appeal.state not in WITH_LEDGER:
        raise Refusal("ledger-closed")
    return appeal


async def _waiting(work: Work, proposal_id: str) -> Proposal:
    proposal = await stored.get_proposal(work.tx, proposal_id)
    if proposal is None or proposal.state is not ProposalState.QUEUED:
        raise Refusal("case-moved-on")
    return proposal


async def _let_go(work: Work, person: Person, former_id: str) -> None:
    """Take a waiting line of a person's own back, because another one takes its place."""
    former = await stored.get_proposal(work.tx, former_id) if former_id else None
    waits = former is not None and former.state is ProposalState.QUEUED
    if former is not None and waits and former.author_id == person.id:
        await refuse(work, former.id)
        await cases.settle(work, former.id)


async def _corrected(work: Work, appeal: Appeal, number: int) -> tuple[Entry, Money]:
    """The entry of that number and what it is worth with all its corrections."""
    entries = await stored.entries_of(work.tx, appeal.code)
    entry = next((one for one in entries if one.number == number), None)
    if entry is None:
        raise Refusal("my-gone")
    if entry.corrects is not None:
        raise Refusal("ledger-correct-first", number=entry.corrects)
    if any(one.corrects == number for one in await stored.proposed(work.tx, appeal.id)):
        raise Refusal("ledger-correction-waits", number=number)
    parts = [entry.money, *(one.money for one in entries if one.corrects == number)]
    return entry, totals(parts)[entry.money.currency]


async def _next(work: Work, appeal: Appeal, proposal: Proposal, digest: str) -> Entry:
    """The entry that comes next; nobody else adds one until this transaction ends."""
    head = await stored.head(work.tx, chain.GENESIS)
    newest = await stored.last_entries(work.tx, appeal.code, 1)
    number, previous = (newest[0].number, newest[0].hash) if newest else (0, chain.GENESIS)
    return chain.chained(
        Entry(
            seq=head.seq + 1,
            appeal=appeal.code,
            number=number + 1,
            kind=proposal.kind,
            money=proposal.money,
            day=proposal.day,
            note=proposal.note,
            receipt=digest,
            corrects=proposal.corrects,
            recorded_at=work.now.replace(microsecond=0),
            previous=previous,
            before=head.hash,
            hash="",
        )
    )


def _usual(appeal: Appeal) -> Currency:
    """The currency of a sum that was typed without one: that of the goal."""
    return appeal.need.goal.currency if appeal.need else Currency.KZT


def _is_evening(work: Work) -> bool:
    """Whether the head may be posted now; where the evening is quiet, the hour before has to do."""
    local, quiet = work.now.astimezone(work.policy.zone), work.policy.reposts.quiet
    if quiet is None:
        return local.hour >= HEAD_HOUR
    in_quiet = quiet.holds(local.replace(hour=HEAD_HOUR))
    hour = quiet.start - 1 if in_quiet else HEAD_HOUR
    return local.hour >= hour and not quiet.holds(local)


async def _is_news(work: Work, seq: int) -> bool:
    """Whether this head was not posted yet, and none was today."""
    noted = await notes.find(work.tx, HEAD_TOLD)
    day, _, told = (noted or "").partition(" ")
    return day != work.today.isoformat() and seq > int(told or 0)


def _head_post(work: Work, language: str, head: stored.Head) -> Content:
    text = work.catalog.text(
        language,
        "ledger-head",
        count=head.seq,
        head=head.hash,
        pages="yes" if work.policy.pages_url else "no",
    )
    return Content(text)
