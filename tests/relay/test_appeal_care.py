"""What time does to appeals: they end, their outcomes are asked for, and what was private is forgotten."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.appeals import Appeal, AppealState
from domain.cases import CaseKind, Decision
from domain.messages import Attachment, AttachmentKind
from relay import appeal_care, appeal_cases, appeals, cases
from relay.work import Work
from storage import appeals as stored
from storage import cases as stored_cases
from storage import ledger
from storage import people as stored_people
from tests.relay.given_appeals import CARD, NAME, OTHER_CARD, WORDS, given
from tests.relay.outcome_page import (
    CODE,
    DAY,
    MODERATORS,
    OTHER_CODE,
    PAPER,
    RECEIPT,
    SAID,
    SHOWN,
    WEEK,
    Page,
    page_in,
    proposed,
    spent_all,
)  # fmt: skip

HOUR = timedelta(hours=1)
OTHER_ORGANISER = 700_404
TO_NIGHT = timedelta(hours=10)
"""From 14:00 where the page lives to midnight."""


@pytest.fixture
async def page(tmp_path: Path, empty_database: Path) -> AsyncIterator[Page]:
    async with page_in(tmp_path, empty_database) as opened:
        yield opened


async def round_of_clock(page: Page) -> None:
    for each in (appeal_care.end_due, appeal_care.remind, appeal_care.wipe):
        while await page.does(each):
            pass


async def days(page: Page, count: int) -> None:
    """Let days pass, hour by hour."""
    for _ in range(count * 24):
        page.clock.wind(HOUR)
        await round_of_clock(page)


async def owed(page: Page) -> Appeal:
    """An appeal that its organiser has ended today."""
    appeal = await page.does(lambda work: given(work, CODE))
    return await page.does(lambda work: appeals.end(work, appeal))


def said(page: Page, text_id: str, **values: str | int) -> str:
    return page.relay.catalog.text("ru", text_id, **values)


async def told_moderators(page: Page) -> list[str]:
    return [content.text for content in await page.contents(MODERATORS)]


async def test_an_appeal_ends_after_its_last_day_and_its_organiser_is_asked_by_day(page: Page) -> None:
    await page.does(lambda work: given(work, CODE, days=0))
    await page.does(lambda work: given(work, OTHER_CODE, details=OTHER_CARD, organiser=OTHER_ORGANISER))
    await round_of_clock(page)
    assert (await page.appeal()).state is AppealState.OPEN
    page.clock.wind(TO_NIGHT)
    await round_of_clock(page)
    assert (await page.appeal()).state is AppealState.ENDED
    assert (await page.appeal(OTHER_CODE)).state is AppealState.OPEN
    assert await page.organiser_hears() == []
    await days(page, 1)
    assert await page.organiser_hears() == [said(page, "outcome-owed", code=CODE)]


async def test_a_frozen_appeal_ends_too_and_nobody_is_asked_about_its_details_any_more(page: Page) -> None:
    appeal = await page.does(lambda work: given(work, CODE, AppealState.FROZEN, days=0))
    await page.does(lambda work: appeals.ask_moderators(work, appeal, CaseKind.CHANGE, 1))
    page.clock.wind(TO_NIGHT)
    await round_of_clock(page)
    assert (await page.appeal()).state is AppealState.ENDED
    assert not await page.does(lambda work: cases.is_open(work, appeal.id, CaseKind.CHANGE))


async def test_an_owed_outcome_is_asked_for_every_week_and_moderators_hear_of_it_once(page: Page) -> None:
    await owed(page)
    await days(page, 6)
    assert await page.organiser_hears() == [], "whoever ends it is asked at that moment"
    await days(page, 22)
    told = [said(page, "outcome-reminder", code=CODE, count=count) for count in (7, 14, 21, 28)]
    assert await page.organiser_hears() == told
    assert await told_moderators(page) == [said(page, "outcomes-late", count=1, codes=CODE)]


async def test_appeals_that_are_late_together_are_told_together(page: Page) -> None:
    await owed(page)
    other = await page.does(
        lambda work: given(work, OTHER_CODE, details=OTHER_CARD, organiser=OTHER_ORGANISER)
    )
    await page.does(lambda work: appeals.end(work, other))
    await days(page, 15)
    [text] = await told_moderators(page)
    assert CODE in text
    assert OTHER_CODE in text


async def test_nobody_is_asked_at_night(page: Page) -> None:
    await owed(page)
    page.clock.wind(WEEK + TO_NIGHT)
    await round_of_clock(page)
    assert await page.organiser_hears() == []
    page.clock.wind(timedelta(hours=8))
    await round_of_clock(page)
    assert len(await page.organiser_hears()) == 1


async def test_after_an_outage_one_question_is_asked(page: Page) -> None:
    await owed(page)
    page.clock.wind(3 * WEEK + DAY)
    await round_of_clock(page)
    assert await page.organiser_hears() == [said(page, "outcome-reminder", code=CODE, count=22)]


async def test_nobody_is_asked_while_moderators_are_looking(page: Page) -> None:
    await spent_all(page)
    await page.does(_look_now)
    await page.tells()
    await days(page, 15)
    assert await page.organiser_hears() == []
    assert said(page, "outcomes-late", count=1, codes=CODE) not in await told_moderators(page)
    await page.decides(Decision.REJECT)
    await days(page, 7)
    assert (await page.organiser_hears())[-1] == said(page, "outcome-reminder", code=CODE, count=21)


async def test_who_cannot_be_reached_finds_no_pile_of_questions_later(page: Page) -> None:
    appeal = await owed(page)
    await page.does(lambda work: stored_people.mark_unreachable(work.tx, appeal.organiser_id))
    await days(page, 15)
    assert await page.organiser_hears() == []
    assert len(await told_moderators(page)) == 1


async def _look_now(work: Work) -> None:
    appeal = await stored.find_code(work.tx, CODE)
    assert appeal is not None
    await stored.care_at(work.tx, appeal.id, work.now)


async def with_papers(work: Work, appeal: Appeal) -> None:
    """Two papers and a receipt, all of which moderators were shown, and their case."""
    await appeals.ask_moderators(work, appeal, CaseKind.APPEAL, 1)
    for number in range(2):
        file = Attachment(AttachmentKind.DOCUMENT, f"{PAPER}{number}", "privatename.pdf")
        await stored.add_paper(work.tx, work.new_id(), appeal.id, file)
    [case] = await stored_cases.open_about(work.tx, appeal.id, CaseKind.APPEAL)
    assert await appeal_cases.send_papers(work, case, MODERATORS) == 2


PRIVATE = (PAPER, RECEIPT, "privatename", "за перевязку", "uncovered")


def found(private: tuple[str, ...], held: list[str]) -> list[str]:
    return [word for word in private if any(word in value for value in held)]


async def test_three_days_after_an_appeal_is_over_nothing_private_is_left_of_it(page: Page) -> None:
    appeal = await spent_all(page)
    await page.does(lambda work: with_papers(work, appeal))
    await page.tells(picture=AttachmentKind.PHOTO)
    await page.decides(Decision.REJECT)
    await page.tells()
    await page.does(lambda work: proposed(work, appeal))
    await page.does(lambda work: settled(work, appeal))
    await page.decides(Decision.APPROVE)
    assert found((*PRIVATE, SHOWN), await page.everything_held()) == [*PRIVATE[:4], SHOWN]
    page.clock.wind(3 * DAY)
    await round_of_clock(page)
    assert found(PRIVATE[:1], await page.everything_held()) == [PAPER]
    page.clock.wind(HOUR)
    await round_of_clock(page)
    held = await page.everything_held()
    assert found((*PRIVATE, SHOWN, NAME), held) == [], "of names nothing stays but what everybody read"
    assert found((WORDS[:40], SAID, CARD.value), held) == [WORDS[:40], SAID, CARD.value], (
        "what was public stays"
    )
    assert await page.does(lambda work: ledger.entries_of(work.tx, CODE))


async def settled(work: Work, appeal: Appeal) -> None:
    """Nobody is asked about its lines any more."""
    for proposal in await ledger.proposed(work.tx, appeal.id):
        await cases.settle(work, proposal.id)


@pytest.mark.parametrize("state", [AppealState.REFUSED, AppealState.WITHDRAWN])
async def test_of_what_was_never_public_not_even_the_words_stay(page: Page, state: AppealState) -> None:
    appeal = await page.does(lambda work: given(work, CODE))
    await page.does(lambda work: with_papers(work, appeal))
    await page.does(lambda work: cases.settle(work, appeal.id))
    over = replace(appeal, state=state, ended_at=page.clock.now())
    await page.does(lambda work: stored.save(work.tx, over))
    page.clock.wind(3 * DAY + HOUR)
    await round_of_clock(page)
    private = (*PRIVATE, WORDS[:40], NAME.split()[1], CARD.value)
    assert found(private, await page.everything_held()) == []
    assert (await page.appeal()).need is None


async def test_what_moderators_were_shown_is_taken_from_their_chat(page: Page) -> None:
    appeal = await page.does(lambda work: given(work, CODE, AppealState.CANCELLED))
    await page.does(lambda work: with_papers(work, appeal))
    page.clock.wind(3 * DAY + HOUR)
    await round_of_clock(page)
    shown = [content for content in await page.contents(MODERATORS) if content.attachment]
    assert shown
    assert {content.attachment.kind for content in shown if content.attachment} == {AttachmentKind.DRAWING}
    assert await page.does(lambda work: stored.copies(work.tx, appeal.id)) == []
