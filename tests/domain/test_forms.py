"""Walking a form: whatever people press, nobody is stuck, lost or asked for nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.all_forms import FORMS
from domain.documents import AUTHORITIES, ProofKind, Whereabouts
from domain.errors import Refusal
from domain.forms import (
    CLAIM,
    FOUND,
    LOST,
    PREVIEW,
    SEARCH,
    SKIPPED,
    Draft,
    Form,
    Kind,
    answered,
    asked_which,
    back,
    changing,
    first_open,
    kept,
    skipped,
    steps_of,
)

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def begun(form: Form, *given: str, subject: str | None = None) -> Draft:
    """A form as it opens, with some questions answered beforehand."""
    answers = {**form.defaults(), **{key: value_for(form, key) for key in given}}
    at = PREVIEW if subject else first_open(form, answers)
    return Draft("0123456789abcdef", "anna", form.key, at, answers, 1, given, subject, None, START)


def value_for(form: Form, key: str, words: int = 2) -> str:
    question = form.question(key)
    if question.kind is Kind.NAME:
        return " ".join(["Исраилов", "Жанабай"][:words])
    return question.choices[0] if question.choices else "words"


def complete(form: Form, draft: Draft) -> bool:
    return all(question.key in draft.answers for question in form.asked(draft.answers))


def is_changing(form: Form, draft: Draft) -> bool:
    return draft.at != PREVIEW and complete(form, draft)


def buttons(form: Form, draft: Draft) -> list[str]:
    """What a person may do at this screen, as the screens offer it."""
    if draft.at == PREVIEW:
        return [f"change {question.key}" for question in form.shown(draft.answers)] if form.preview else []
    offered = ["one word", "two words"]
    if form.question(draft.at).kind is Kind.PLACE:
        offered.append("which")
    if form.question(draft.at).optional:
        offered.append("skip")
    offered.append("keep" if is_changing(form, draft) else "back")
    return offered


Press: TypeAlias = Callable[[], Draft]


def pressed(form: Form, draft: Draft, button: str) -> Draft:
    verb, _, key = button.partition(" ")
    doing: dict[str, Press] = {
        "one": lambda: answered(form, draft, value_for(form, draft.at, 1)),
        "two": lambda: answered(form, draft, value_for(form, draft.at, 2)),
        "which": lambda: asked_which(draft, "жибек"),
        "skip": lambda: skipped(form, draft),
        "keep": lambda: kept(draft),
        "back": lambda: back(form, draft),
        "change": lambda: changing(form, draft, key),
    }
    return doing[verb]()


OFTEN = settings(max_examples=40)
FORM = st.sampled_from(list(FORMS.values()))


@st.composite
def walks(draw: st.DrawFn) -> list[tuple[Form, Draft]]:
    """The drafts a person passes through: a form, opened any way, and any buttons pressed."""
    form = draw(FORM)
    given_keys = draw(st.lists(st.sampled_from([q.key for q in form.questions if q.asked]), unique=True))
    editing = form.preview and draw(st.booleans())
    every = [question.key for question in form.questions]
    draft = begun(form, *every, subject="item") if editing else begun(form, *given_keys)
    seen = [(form, draft)]
    for _ in range(draw(st.integers(0, 20))):
        offered = buttons(form, draft)
        if not offered:
            break
        draft = pressed(form, draft, draw(st.sampled_from(offered)))
        seen.append((form, draft))
    return seen


@OFTEN
@given(walks())
def test_a_draft_always_stands_at_a_question_that_applies_or_at_the_preview(
    walk: list[tuple[Form, Draft]],
) -> None:
    for form, draft in walk:
        assert draft.at in {PREVIEW, *(question.key for question in form.shown(draft.answers))}


@OFTEN
@given(walks())
def test_the_preview_is_reached_exactly_when_everything_asked_has_its_answer(
    walk: list[tuple[Form, Draft]],
) -> None:
    for form, draft in walk:
        assert complete(form, draft) is (draft.at == PREVIEW or is_changing(form, draft))
        if draft.at == PREVIEW:
            assert first_open(form, draft.answers) == PREVIEW


@OFTEN
@given(walks())
def test_a_step_is_never_outside_its_total(walk: list[tuple[Form, Draft]]) -> None:
    for form, draft in walk:
        steps = [question.key for question in steps_of(form, draft)]
        if draft.at != PREVIEW and not is_changing(form, draft):
            assert 1 <= steps.index(draft.at) + 1 <= len(steps)


@OFTEN
@given(walks())
def test_every_change_makes_the_former_buttons_old(walk: list[tuple[Form, Draft]]) -> None:
    for (_, before), (_, after) in pairwise(walk):
        if after == before:  # back, at the first question
            continue
        assert after.revision > before.revision
        assert after.token != before.token


@OFTEN
@given(walks())
def test_nobody_is_stuck(walk: list[tuple[Form, Draft]]) -> None:
    form, draft = walk[-1]
    for _ in range(len(form.questions) + 1):
        if draft.at == PREVIEW:
            break
        draft = answered(form, draft, value_for(form, draft.at))
    assert draft.at == PREVIEW


@OFTEN
@given(walks())
def test_what_was_asked_which_is_forgotten_with_the_next_step(walk: list[tuple[Form, Draft]]) -> None:
    for (form, before), (_, after) in pairwise(walk):
        moved = after.at != before.at or after.answers != before.answers
        assert not (moved and after.typed)
        assert not after.typed or form.question(after.at).kind is Kind.PLACE


@OFTEN
@given(walks())
def test_going_back_and_answering_again_changes_nothing_else(walk: list[tuple[Form, Draft]]) -> None:
    form, draft = walk[-1]
    if draft.at == PREVIEW or is_changing(form, draft):
        return
    earlier = back(form, draft)
    if earlier == draft:
        assert steps_of(form, draft)[0].key == draft.at
        return
    assert earlier.at not in earlier.answers
    forgotten = draft.answers[earlier.at]
    again = answered(form, earlier, forgotten)
    assert (again.at, again.answers) == (draft.at, draft.answers)


# examples


def test_a_finder_walks_five_steps_and_sees_the_preview() -> None:
    draft = begun(FOUND)
    walked = []
    while draft.at != PREVIEW:
        walked.append(draft.at)
        draft = answered(FOUND, draft, value_for(FOUND, draft.at))
    assert walked == ["type", "country", "name", "place", "number_tail"]
    assert (draft.answers["day"], draft.answers["whereabouts"]) == ("today", "finder")


def test_a_link_from_a_place_saves_its_step() -> None:
    draft = begun(FOUND, "place")
    assert [question.key for question in steps_of(FOUND, draft)] == ["type", "country", "name", "number_tail"]
    draft = answered(FOUND, replace(draft, at="name"), "Исраилов Жанабай")
    assert back(FOUND, replace(draft, at="number_tail")).at == "name"


@pytest.mark.parametrize(
    ("kind", "country", "facts"),
    [
        ("passport", "UZ", {"number_tail", "birth_year", "issue_place"}),
        ("passport", "KZ", {"number_tail", "birth_year"}),
        ("vehicle_papers", "KZ", {"number_tail", "issue_place"}),
        ("other", "XX", {"number_tail", "birth_year"}),
    ],
)
def test_only_facts_that_stand_on_the_document_are_asked(kind: str, country: str, facts: set[str]) -> None:
    for form in (FOUND, LOST):
        shown = {question.key for question in form.shown({"type": kind, "country": country})}
        assert shown & set(ProofKind) == facts


def test_where_exactly_is_asked_only_of_what_was_handed_to_an_authority() -> None:
    draft = begun(FOUND, "type", "country", "name", "place", "number_tail")
    assert draft.at == PREVIEW
    for where in Whereabouts:
        told = answered(FOUND, changing(FOUND, draft, "whereabouts"), where)
        assert told.at == ("handed_place" if where in AUTHORITIES else PREVIEW)


def test_the_claims_questions_are_those_of_the_facts_there_are() -> None:
    asked = begun(CLAIM, "birth_year")
    assert [question.key for question in steps_of(CLAIM, asked)] == ["number_tail", "issue_place"]


@pytest.mark.parametrize(
    ("name", "asked"),
    [("Исраилов Жанабай", ["name"]), ("Исраилов", ["name", "type", "country"])],
)
def test_a_search_by_one_word_is_narrowed(name: str, asked: list[str]) -> None:
    draft = answered(SEARCH, begun(SEARCH), name)
    assert [question.key for question in steps_of(SEARCH, draft)] == asked
    assert (draft.at == PREVIEW) is (len(asked) == 1)


def test_only_what_is_optional_is_skipped() -> None:
    draft = begun(LOST)
    with pytest.raises(Refusal) as refused:
        skipped(LOST, draft)
    assert refused.value.text_id == "form-cannot-skip"
    at_place = replace(draft, at="place", answers={"type": "passport", "country": "KZ", "name": "Иса Али"})
    done = skipped(LOST, at_place)
    assert (done.at, done.answers["place"]) == (PREVIEW, SKIPPED)


def test_an_answer_changed_from_the_preview_returns_to_it() -> None:
    draft = begun(LOST, "type", "country", "name", "place")
    assert draft.at == PREVIEW
    there = changing(LOST, draft, "name")
    assert there.at == "name"
    assert answered(LOST, there, "Новое Имя").at == PREVIEW
    assert kept(there).answers == draft.answers


def test_an_unknown_question_is_no_place_to_go() -> None:
    with pytest.raises(KeyError):
        changing(LOST, begun(LOST), "age")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_fits_its_columns_and_buttons(form: Form) -> None:
    keys = [question.key for question in form.questions]
    assert len(keys) == len(set(keys))
    for question in form.questions:
        assert len(question.key) <= 32
        assert len(f"q:abcdef.9999:change:{question.key}".encode()) <= 64
        assert all(len(f"q:abcdef.9999:a:{choice}".encode()) <= 64 for choice in question.choices)
    assert len(",".join(keys)) <= 255
