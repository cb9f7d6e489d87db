"""Ids that sort by time, and codes that survive being read aloud."""

import random
import string
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import CODE_ALPHABET, CODE_LENGTH, Ids, new_code, read_code

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def ids(seed: int = 1) -> Ids:
    return Ids(random.Random(seed).randbytes)


@given(st.lists(st.timedeltas(-timedelta(days=1), timedelta(days=3650)), min_size=2, max_size=50))
def test_each_id_sorts_after_all_before_it_whatever_the_clock_does(steps: list[timedelta]) -> None:
    source = ids()
    made = [source.next(START + step) for step in steps]
    assert made == sorted(set(made))


def test_thousands_in_one_tick_stay_in_order_and_apart() -> None:
    source = ids()
    made = [source.next(START) for _ in range(10_000)]
    assert made == sorted(set(made))


def test_two_processes_never_make_the_same_id() -> None:
    one, two = ids(1), ids(2)
    assert not {one.next(START) for _ in range(500)} & {two.next(START) for _ in range(500)}


def test_a_later_id_of_another_process_sorts_later() -> None:
    assert ids(1).next(START) < ids(2).next(START + MILLISECOND)


def test_an_id_is_a_uuid_of_version_7_with_its_moment_in_front() -> None:
    made = uuid.UUID(ids().next(START))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == START.timestamp() * 1000
    assert len(made.hex) == 32


def test_codes_have_no_letters_that_are_mistaken_or_make_words() -> None:
    entropy = random.Random(1).randbytes
    codes = [new_code(entropy) for _ in range(3000)]
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) == set(CODE_ALPHABET)
    assert not set(CODE_ALPHABET) & set("AEIOUY")
    for mistaken in ("0O", "1IL", "5S", "8B", "2Z"):
        assert len(set(CODE_ALPHABET) & set(mistaken)) <= 1, mistaken
    assert len(set(codes)) > 2990


def test_every_letter_is_as_likely() -> None:
    entropy = random.Random(2).randbytes
    letters = "".join(new_code(entropy) for _ in range(6000))
    shares = [letters.count(letter) / len(letters) * len(CODE_ALPHABET) for letter in CODE_ALPHABET]
    assert min(shares) > 0.85
    assert max(shares) < 1.15


@given(st.integers(0, 2**64 - 1), st.sampled_from(["", " ", "-"]), st.booleans())
def test_a_code_is_read_as_people_type_it(noise: int, between: str, lower: bool) -> None:  # noqa: FBT001 - drawn
    code = new_code(lambda n: noise.to_bytes(n, "big"))
    typed = f" #{code[:3]}{between}{code[3:]} "
    assert read_code(typed.lower() if lower else typed) == code


@pytest.mark.parametrize(
    "text", ["", "K7M4", "K7M4QQ", "K7M4O", "K7M41", "К7М4Q", "hello", "K7M4Q!", "12345"]
)
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert read_code(text) is None


@given(st.text(alphabet=string.printable, max_size=8))
def test_reading_gives_a_code_or_nothing(text: str) -> None:
    code = read_code(text)
    assert code is None or (len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET))
