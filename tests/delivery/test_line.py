"""The line: which recipients rest, and that no more of them are remembered than may matter."""

from telegram.ext import ExtBot

from delivery.limiter import Limiter, Limits
from delivery.line import MOST_KNOWN, Line
from domain.messages import Claimed, Content, Lane, OnDoubt


def claimed(chat_id: int) -> Claimed:
    content = Content("Hello")
    return Claimed("d", f"person {chat_id}", chat_id, content, Lane.NOTICE, OnDoubt.RESEND, 1, None)


def line() -> Line:
    bot = ExtBot("1:a")
    return Line(bot, bot, Limiter(lambda: 0.0, Limits(chat_burst=1)))


def test_however_many_are_answered_few_are_remembered() -> None:
    busy = line()
    busy.took(claimed(1))
    for chat in range(2, 3 * MOST_KNOWN):
        busy.know(claimed(chat))
    assert len(busy._recipients) <= MOST_KNOWN
    assert busy.resting() == ["person 1"], "whoever rests is not forgotten"


def test_after_a_move_the_group_rests_under_the_name_it_had_when_it_was_written_to() -> None:
    moved = line()
    for chat in (-5, -1005):
        moved.took(claimed(chat))
    assert moved.resting() == ["person -5", "person -1005"]
