"""What came of an appeal: told by whom it may be, looked at by a moderator, read by everybody."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.appeals import Appeal, AppealState, Consent, Ending, Need, Purpose, Relation
from domain.broadcasts import CAPTION_LENGTH, TEXT_LENGTH, utf16_length
from domain.cases import Decision, Reason
from domain.forms import PREVIEW, Draft
from domain.ledger import Balance, EntryKind
from domain.messages import Attachment, AttachmentKind, Content
from domain.money import CENT, MOST, Currency, Money
from domain.people import Ban, BanKind, Person
from locales.catalog import escaped, plain
from locales.choice import NAMES
from relay import appeals, cases, forms, moderation, outcome_cards, outcomes
from relay.outcome_cards import LEAST_ROOM, Outcome
from relay.work import Work
from storage import cases as stored_cases
from storage import drafts
from tests.bot.given import tenge
from tests.relay.given_appeals import ORGANISER
from tests.relay.outcome_page import (
    CHANNEL,
    CHIEF,
    CODE,
    DAY,
    KAZAKH,
    MODERATORS,
    REASON,
    SAID,
    SECOND,
    SHOWN,
    STRANGER,
    Page,
    ended,
    one_more,
    page_in,
    posted,
    proposed,
    refused,
    spent_all,
)  # fmt: skip
from tests.storage.store import START


@pytest.fixture
async def page(tmp_path: Path, empty_database: Path) -> AsyncIterator[Page]:
    async with page_in(tmp_path, empty_database) as opened:
        yield opened


async def test_sums_that_do_not_close_have_to_be_explained(page: Page) -> None:
    await ended(page, (EntryKind.RECEIVED, tenge(300_000)), (EntryKind.SPENT, tenge(250_000)))
    draft = await page.begins()
    draft = await page.does(lambda work: forms.answer_text(work, draft, SAID))
    assert draft.at == "explained"
    draft = await page.does(lambda work: forms.answer_text(work, draft, REASON))
    assert draft.at == "picture"


async def test_sums_that_close_need_no_explanation(page: Page) -> None:
    await spent_all(page)
    draft = await page.begins()
    draft = await page.does(lambda work: forms.answer_text(work, draft, SAID))
    assert draft.at == "picture"


async def test_sums_that_change_before_it_is_sent_are_asked_about_then(page: Page) -> None:
    await spent_all(page)
    draft = await page.begins()
    draft = await page.does(lambda work: forms.answer_text(work, draft, SAID))
    draft = await page.does(lambda work: forms.skip(work, draft))
    assert await page.does(lambda work: outcomes.recounted(work, draft)) == draft
    await one_more(page, tenge(1))
    sent = page.by(ORGANISER, lambda work, me: outcomes.propose(work, me, draft))
    assert await refused(sent) == "outcome-sums-changed"
    asked = await page.does(lambda work: outcomes.recounted(work, draft))
    assert (asked.at, asked.answers["words"]) == ("explained", SAID)
    assert asked == await page.does(lambda work: _draft_of(work, asked.person_id))
    asked = await page.does(lambda work: forms.answer_text(work, asked, REASON))
    assert asked.at == PREVIEW
    told = await page.by(ORGANISER, lambda work, me: outcomes.propose(work, me, asked))
    assert told.ending == Ending(words=SAID, explained=REASON)


async def _draft_of(work: Work, person_id: str) -> Draft | None:
    return await drafts.find(work.tx, person_id)


async def test_only_its_organiser_and_moderators_tell(page: Page) -> None:
    await spent_all(page)
    assert await refused(page.begins(STRANGER)) == "my-gone"
    assert (await page.begins(CHIEF)).form == "outcome"
    assert (await page.begins()).form == "outcome"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (AppealState.OPEN, "outcome-end-first"),
        (AppealState.FROZEN, "outcome-end-first"),
        (AppealState.QUEUED, "appeal-not-going"),
        (AppealState.CANCELLED, "appeal-not-going"),
        (AppealState.CLOSED, "outcome-told"),
    ],
)
async def test_it_is_told_once_an_appeal_has_ended_and_once_alone(
    page: Page, state: AppealState, said: str
) -> None:
    await ended(page, state=state)
    assert await refused(page.begins()) == said


async def test_nothing_is_told_while_moderators_are_looking(page: Page) -> None:
    await spent_all(page)
    await page.tells()
    assert await refused(page.begins()) == "outcome-waits"
    assert await refused(page.begins(CHIEF)) == "outcome-waits"


async def test_entries_that_wait_come_first(page: Page) -> None:
    appeal = await spent_all(page)
    await page.tells()
    proposal = await page.does(lambda work: proposed(work, appeal))
    assert await refused(page.decides(Decision.APPROVE)) == "outcome-entries-wait"
    await page.decides(Decision.REJECT)
    assert await refused(page.begins()) == "outcome-entries-wait"
    await page.does(lambda work: cases.settle(work, proposal.id))
    assert (await page.begins()).at == "words"


async def test_whoever_owes_an_outcome_asks_for_nothing_else(page: Page) -> None:
    await spent_all(page)
    asked = page.by(ORGANISER, appeals.require_free)
    assert await refused(asked) == "appeal-owes-outcome"
    await page.tells()
    assert await refused(page.by(ORGANISER, appeals.require_free)) == "appeal-owes-outcome"
    await page.decides(Decision.APPROVE)
    await page.by(ORGANISER, appeals.require_free)


async def test_a_yes_closes_the_appeal_and_tells_every_channel_below_its_post(page: Page) -> None:
    appeal = await ended(page, (EntryKind.RECEIVED, tenge(300_000)), (EntryKind.SPENT, tenge(250_000)))
    await posted(page, appeal)
    await page.tells(picture=AttachmentKind.VIDEO)
    assert (await page.appeal()).state is AppealState.ENDED
    page.clock.wind(DAY)
    await page.decides(Decision.APPROVE)
    closed = await page.appeal()
    assert (closed.state, closed.ended_at) == (AppealState.CLOSED, page.clock.now())
    assert closed.ending == Ending(words=SAID, explained=REASON, picture=f"video:{SHOWN}")
    russian, kazakh = (await page.contents(CHANNEL))[-1], (await page.contents(KAZAKH))[-1]
    assert (russian.answers, kazakh.answers) == (77, None)
    for told in (russian, kazakh):
        assert told.attachment == Attachment(AttachmentKind.VIDEO, SHOWN)
        for part in ("300\u00a0000\u00a0₸", "250\u00a0000\u00a0₸", "50\u00a0000\u00a0₸", SAID, REASON, CODE):
            assert part in told.text
    assert "Пришло" in russian.text
    assert "Келді" in kazakh.text
    assert kazakh.buttons[0][0].url == f"https://tabyldy.example/appeals/{CODE}/kk.html"
    assert any(CODE in said for said in await page.organiser_hears())


async def test_nobody_says_yes_to_their_own_words_or_their_own_appeal(page: Page) -> None:
    await spent_all(page)
    await page.tells(CHIEF)
    assert await refused(page.decides(Decision.APPROVE, CHIEF)) == "outcome-own"
    assert await refused(page.decides(Decision.APPROVE, ORGANISER)) == "outcome-own"
    await page.decides(Decision.APPROVE, SECOND)
    assert (await page.appeal()).state is AppealState.CLOSED


async def test_what_everybody_has_read_is_not_taken_back(page: Page) -> None:
    await spent_all(page)
    await page.tells()
    await page.decides(Decision.APPROVE)
    assert await refused(page.undoes()) == "undo-impossible"


async def test_sums_that_moved_while_it_waited_are_not_told(page: Page) -> None:
    await spent_all(page)
    await page.tells()
    await one_more(page, tenge(7))
    assert await refused(page.decides(Decision.APPROVE)) == "outcome-sums-moved"
    assert (await page.appeal()).state is AppealState.ENDED


async def test_a_no_says_why_and_lets_it_be_told_again(page: Page) -> None:
    await spent_all(page)
    await page.tells()
    await page.decides(Decision.REJECT, reason=Reason.PERSONAL)
    assert (await page.appeal()).ending == Ending()
    why = page.relay.catalog.label("ru", "outcome-refused-personal")
    assert why in (await page.organiser_hears())[-1]
    await page.undoes()
    assert (await page.appeal()).ending == Ending(words=SAID)
    await page.decides(Decision.REJECT)
    await page.tells()
    await page.decides(Decision.APPROVE)
    assert (await page.appeal()).state is AppealState.CLOSED


async def test_a_no_is_not_taken_back_when_it_was_told_anew(page: Page) -> None:
    await spent_all(page)
    await page.tells()
    await page.decides(Decision.REJECT)
    appeal = await page.appeal()
    [first] = await page.does(lambda work: stored_cases.all_about(work.tx, [appeal.id]))
    await page.tells()
    undone = page.by(CHIEF, lambda work, me: moderation.undo(work, me, first.id))
    assert await refused(undone) == "undo-impossible"


async def test_a_document_is_no_picture_of_an_outcome(page: Page) -> None:
    await spent_all(page)
    told = page.tells(picture=AttachmentKind.DOCUMENT)
    assert await refused(told) == "outcome-picture-unfit"


async def test_what_is_told_of_a_silent_ban_is_shown_to_nobody(page: Page) -> None:
    appeal = await spent_all(page)

    async def tell(work: Work, me: Person) -> None:
        draft = await outcomes.begin(work, me, appeal.id)
        draft = await forms.skip(work, await forms.answer_text(work, draft, SAID))
        banned = replace(me, ban=Ban(BanKind.SHADOW, None))
        await outcomes.propose(work, banned, draft)

    await page.by(ORGANISER, tell)
    assert await page.contents(MODERATORS) == []


def told_of(currencies: int, picture: str, words: str, explained: str) -> Outcome:
    """Very large sums, nothing that matches, the longest words."""
    most = {currency: Money(MOST / 10 - CENT, currency) for currency in list(Currency)[:currencies]}
    sums: dict[EntryKind, dict[Currency, Money]] = {
        kind: most for kind in EntryKind if kind is not EntryKind.RECEIVED
    }
    need = Need(
        "Ж" * 60, Consent.FULL, Relation.FAMILY, Purpose.COMMUNITY, "—", tenge(1), START.date(), START.date()
    )
    ending = Ending(words=words, explained=explained, picture=picture)
    shown = Appeal("", CODE, "", AppealState.CLOSED, need, START, ending=ending)
    return Outcome(shown, Balance(sums), 9999)


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("sign", ["ы", "&", "𐐷"])
async def test_every_outcome_fits_below_its_picture(page: Page, language: str, sign: str) -> None:
    long, why = sign * 600, sign * 400
    for currencies in range(1, len(Currency) + 1):
        content = await _post(page, language, told_of(currencies, f"photo:{SHOWN}", long, why))
        read = plain(content.text)
        assert utf16_length(read) <= (CAPTION_LENGTH if content.attachment else TEXT_LENGTH)
        assert read.count(sign) >= LEAST_ROOM // len(escaped(sign)) // 2 - 2
        assert content.attachment or currencies > 3, "with some currencies there is room for both"


@pytest.mark.parametrize("language", NAMES)
async def test_without_a_picture_every_word_is_read(page: Page, language: str) -> None:
    content = await _post(page, language, told_of(8, "", "ы" * 600, "э" * 400))
    assert "ы" * 600 in content.text
    assert "э" * 400 in content.text


async def _post(page: Page, language: str, told: Outcome) -> Content:
    async def make(work: Work) -> Content:
        return outcome_cards.post(work, language, told)

    return await page.does(make)
