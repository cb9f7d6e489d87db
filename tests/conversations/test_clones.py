"""Stories of somebody who takes an appeal's words and puts another card below them."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import pytest

from domain.appeal_forms import CHECK
from domain.appeals import AppealState
from domain.cases import Case, CaseKind
from domain.people import Person as Known
from domain.people import Role
from relay import clone_watch, forms, fundraisers, people, posts
from relay.work import Work
from storage import cases, volunteers
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted
from tests.conversations.steps import sees
from tests.relay.given_appeals import (
    CARD,
    ORGANISER,
    OTHER_CARD,
    THIRD_CARD,
    WORDS,
    changed,
    given,
    proposed,
)

if TYPE_CHECKING:
    from sandbox.messages import Message

T = TypeVar("T")

CODE, OTHER_CODE = "K7M4Q", "T9RGC"
WRITER = 700_404
COPY = f"{WORDS}\n\nКарта: {OTHER_CARD.value}"
REWORDED = WORDS.replace("сестры", "брата").replace("Алматы", "Астане") + " 8600-1234-5678-9012"
OTHER_WORDS = (
    "После весеннего паводка наш дом стоит без крыши, печь разобрало водой. Дети живут у соседей, а мы с "
    "мужем разбираем завалы. Нужны шифер, доски и гвозди, работу сделаем сами вместе с мечетью."
)


async def does(desk: Desk, action: Callable[[Work], Awaitable[T]]) -> T:
    return await desk.app.relay.work(action)


async def says(
    desk: Desk, text: str, *, writer: int = WRITER, below: str | None = None, public: bool = False
) -> None:
    async def watch(work: Work) -> None:
        person = await people.meet(work, writer, "ru")
        await clone_watch.watch(work, person, text, post=below, public=public)

    await does(desk, watch)


async def flagged(desk: Desk) -> list[Case]:
    async def look(work: Work) -> list[Case]:
        every = await cases.oldest_open(work.tx, 50)
        return [case for case in every if case.kind is CaseKind.CLONE]

    return await does(desk, look)


async def of(desk: Desk, writer: int = WRITER) -> Known:
    return await does(desk, lambda work: people.meet(work, writer, "ru"))


@pytest.mark.parametrize(
    "text",
    [
        COPY,
        REWORDED,
        COPY.upper(),
        f"Помогите, код сбора {CODE}, карта {OTHER_CARD.value}",
        f"https://t.me/some_bot?start=check_{CODE} переводить на +998901234567",
    ],
)
async def test_a_copy_with_another_card_is_shown_to_moderators_once(desk: Desk, text: str) -> None:
    appeal = await does(desk, lambda work: given(work, CODE))
    await says(desk, text)
    await says(desk, text)
    [case] = await flagged(desk)
    assert (case.subject, case.about_id, case.opened_by) == (appeal.id, (await of(desk)).id, None)
    assert case.details["where"] == clone_watch.PRIVATE
    assert OTHER_CARD.value not in case.details["details"]
    await says(desk, text, writer=700_505)
    assert len(await flagged(desk)) == 2


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        f"{WORDS}\n\nКарта: {CARD.value}",
        f"{OTHER_WORDS} Карта {OTHER_CARD.value}",
        f"Нашёл карту {OTHER_CARD.value}",
        OTHER_CARD.value,
        f"/check {COPY}",
        "",
    ],
)
async def test_what_is_no_copy_is_nobodys_business(desk: Desk, text: str) -> None:
    await does(desk, lambda work: given(work, CODE))
    await says(desk, text)
    assert not await flagged(desk)


async def test_below_a_post_any_details_but_the_payees_are_looked_at(desk: Desk) -> None:
    appeal = await does(desk, lambda work: given(work, CODE))
    await says(desk, f"Вот карта {CARD.value}", below=appeal.id)
    await says(desk, "Держитесь!", below=appeal.id)
    assert not await flagged(desk)
    await says(desk, f"Лучше сюда: {OTHER_CARD.value}", below=appeal.id)
    [case] = await flagged(desk)
    assert case.details["where"] == clone_watch.COMMENT


@pytest.mark.parametrize("state", [AppealState.OPEN, AppealState.FROZEN, AppealState.ENDED])
async def test_also_an_appeal_that_is_paused_or_has_just_ended_is_copied(
    desk: Desk, state: AppealState
) -> None:
    await does(desk, lambda work: given(work, CODE, state))
    await says(desk, COPY)
    assert len(await flagged(desk)) == 1


@pytest.mark.parametrize("state", [AppealState.QUEUED, AppealState.CLOSED, AppealState.WITHDRAWN])
async def test_an_appeal_that_is_not_public_or_long_over_has_no_copies(
    desk: Desk, state: AppealState
) -> None:
    await does(desk, lambda work: given(work, CODE, state))
    await says(desk, COPY)
    assert not await flagged(desk)


async def test_former_details_are_known_and_proposed_ones_are_not(desk: Desk) -> None:
    appeal = await does(desk, lambda work: given(work, CODE))
    appeal = await does(desk, lambda work: changed(work, appeal, THIRD_CARD, work.now))
    await says(desk, f"{WORDS} {CARD.value}")
    assert not await flagged(desk)
    await does(desk, lambda work: proposed(work, appeal, OTHER_CARD))
    await says(desk, COPY)
    assert len(await flagged(desk)) == 1


async def test_the_organiser_and_moderators_are_not_suspected(desk: Desk) -> None:
    appeal = await does(desk, lambda work: given(work, CODE))
    moderator = await of(desk, 700_606)
    helper = await of(desk, 700_707)
    courier = await of(desk, 700_808)
    for one, role in ((moderator, Role.MODERATOR), (helper, None), (courier, Role.COURIER)):
        await does(desk, lambda work, one=one, role=role: volunteers.put(work.tx, one.id, role, "Saule"))  # type: ignore[misc] # bound per round
    for writer in (ORGANISER, 700_606, 700_707):
        await says(desk, COPY, writer=writer, below=appeal.id)
        await says(desk, COPY, writer=writer)
    assert not await flagged(desk)
    await says(desk, COPY, writer=700_808)
    assert len(await flagged(desk)) == 1


async def test_what_is_typed_to_be_checked_is_a_question(desk: Desk) -> None:
    await does(desk, lambda work: given(work, CODE))

    async def begin(work: Work) -> None:
        await forms.begin(work, await people.meet(work, WRITER, "ru"), CHECK)

    await does(desk, begin)
    await says(desk, COPY)
    assert not await flagged(desk)


@pytest.mark.parametrize("said", [COPY, f"/check {OTHER_CARD.value}", f"/ карта {OTHER_CARD.value}"])
async def test_what_others_read_is_no_question(desk: Desk, said: str) -> None:
    appeal = await does(desk, lambda work: given(work, CODE))

    async def begin(work: Work) -> None:
        await forms.begin(work, await people.meet(work, WRITER, "ru"), CHECK)

    await does(desk, begin)
    await says(desk, said, below=appeal.id)
    assert len(await flagged(desk)) == 1
    await says(desk, COPY, writer=700_505, public=True)
    assert [case.details["where"] for case in await flagged(desk)] == [clone_watch.COMMENT] * 2


async def test_an_appeal_in_anothers_words_is_shown_to_moderators(desk: Desk) -> None:
    await does(desk, lambda work: given(work, CODE, organiser=700_909))

    async def ask(work: Work, telegram_id: int, words: str) -> None:
        person = await people.meet(work, telegram_id, "ru")
        await clone_watch.in_appeal(work, person, words, OTHER_CARD)

    await does(desk, lambda work: ask(work, WRITER, OTHER_WORDS))
    await does(desk, lambda work: ask(work, 700_909, WORDS))
    assert not await flagged(desk)
    await does(desk, lambda work: ask(work, WRITER, WORDS))
    [case] = await flagged(desk)
    assert case.details["where"] == clone_watch.APPEAL


async def test_of_two_appeals_the_one_that_was_copied_is_named(desk: Desk) -> None:
    await does(desk, lambda work: given(work, OTHER_CODE, words=OTHER_WORDS, details=THIRD_CARD))
    copied = await does(desk, lambda work: given(work, CODE, organiser=700_909))
    await says(desk, COPY)
    [case] = await flagged(desk)
    assert case.subject == copied.id


async def posted(desk: Desk) -> "Message":
    """An appeal that stands in the channel, with a discussion below it."""
    assert desk.discussion

    async def publish(work: Work) -> None:
        await posts.publish(work, await fundraisers.of(work, await given(work, CODE)))

    await does(desk, publish)
    await desk.settle()
    return desk.posts[-1]


def said_by_bot(desk: Desk) -> list[str]:
    return [message.text for message in desk.discussion.messages.values() if message.from_bot]


async def test_a_comment_with_another_card_goes_to_moderators_and_is_not_answered(desk: Desk) -> None:
    post = await posted(desk)
    boris = desk.person("Boris", "ru")
    await boris.comments(post, "Держитесь, мы с вами!")
    assert not await flagged(desk)
    await boris.comments(post, f"Новая карта: {OTHER_CARD.value}")
    [case] = await flagged(desk)
    assert case.details["where"] == clone_watch.COMMENT
    shown = desk.to_moderators[-1].text
    assert CODE in shown
    assert "8600 •••• •••• 9012" in shown
    assert not said_by_bot(desk)
    assert not boris.messages


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_a_copy_sent_in_private_is_answered_as_any_other_words(desk: Desk, language: str) -> None:
    await does(desk, lambda work: given(work, CODE, words=OTHER_WORDS))
    boris = await acquainted(desk, "Boris", language)
    await boris.sends(f"{OTHER_WORDS} {OTHER_CARD.value}")
    assert len(await flagged(desk)) == 1
    assert sees(boris, "home")


async def test_what_is_sent_to_be_checked_reaches_no_moderator(desk: Desk) -> None:
    await does(desk, lambda work: given(work, CODE))
    boris = await acquainted(desk, "Boris", "ru")
    await boris.sends(f"/check {COPY}")
    assert sees(boris, "checked-unknown", asked="details")
    await boris.sends("/check")
    await boris.sends(f"{WORDS[:120]} код {CODE} {OTHER_CARD.value}")
    assert sees(boris, "checked-mismatch", code=CODE)
    assert not await flagged(desk)
