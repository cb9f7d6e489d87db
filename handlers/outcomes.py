"""Outcomes in chat: what came of an appeal is told by its organiser, or by a moderator in private."""

from dataclasses import replace

from domain.errors import Refusal
from domain.forms import PREVIEW, Draft
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import appeals, forms, outcome_cards, outcomes, roles
from relay.work import Work

_OF_SUMS = ("words", "explained")
"""The questions that are answered with the sums in view."""


async def begin(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Begin to tell what came of an appeal; moderators go on in private, where there is room to write."""
    appeal = await appeals.by_id(work, incoming.after("outcome:"))
    if incoming.private:
        return await _begun(work, person, appeal.id)
    await roles.require_moderator(work, person, incoming.chat_id)
    await roles.note_name(work, person, incoming.name)
    link = work.policy.deep_link(f"outcome_{appeal.code}")
    button = Button(work.catalog.label(work.moderators_language, "button-outcome"), url=link)
    text = work.catalog.text(work.moderators_language, "appeal-in-private")
    return Screen(Content(text, ((button,),)), in_place=False, closes=False)


async def linked(work: Work, person: Person, code: str) -> Screen:
    """The same for whoever came by a link."""
    appeal = await appeals.known(work, code)
    if appeal is None:
        raise Refusal("my-gone")
    return await _begun(work, person, appeal.id)


async def screen(work: Work, person: Person, draft: Draft, notice: str | None = None) -> Screen:
    """The screen of an outcome being told; its preview is what everybody will read."""
    language = person.language
    if outcomes.is_unfit(draft):
        draft = await forms.change(work, draft, "picture")
        notice = work.catalog.text(language, "outcome-picture-unfit")
    if draft.at in _OF_SUMS:
        return await _with_sums(work, person, draft, questions.render(work, person, draft, notice))
    if draft.at != PREVIEW:
        return questions.render(work, person, draft, notice)
    told = await outcomes.previewed(work, draft)
    text = work.catalog.text(
        language,
        "outcome-preview",
        card=outcome_cards.words(work, language, told),
        picture="yes" if outcome_cards.picture(told.ending) else "no",
    )
    parts = [f"⚠️ {notice}", text] if notice else [text]
    rows = questions.preview_rows(work, language, draft)
    return Screen(Content("\n\n".join(parts), tuple(rows)), draft=draft)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Ask moderators to look at what was previewed; where the sums have changed meanwhile, ask why first."""
    now = await outcomes.recounted(work, draft)
    if now.at != PREVIEW:
        notice = work.catalog.text(person.language, "outcome-sums-changed")
        return await screen(work, person, now, notice)
    appeal = await outcomes.propose(work, person, now)
    text = work.catalog.text(person.language, "outcome-queued", code=appeal.code)
    return people.with_menu(work, person, text)


async def _begun(work: Work, person: Person, appeal_id: str) -> Screen:
    draft = await outcomes.begin(work, person, appeal_id)
    asked = await screen(work, person, draft)
    return replace(asked, in_place=False, closes=False)


async def _with_sums(work: Work, person: Person, draft: Draft, drawn: Screen) -> Screen:
    """A question with what the ledger says below it."""
    if drawn.content is None:
        return drawn
    told = await outcomes.previewed(work, draft)
    text = f"{drawn.content.text}\n\n{outcome_cards.sums(work, person.language, told)}"
    return replace(drawn, content=replace(drawn.content, text=text))
