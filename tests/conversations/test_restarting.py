"""Stories of a bot that stops in the middle: the next one goes on from what is in the database."""

from tests.conversations.beforehand import acquainted, waiting
from tests.conversations.machine import Machine
from tests.conversations.steps import (
    CHECKPOINT,
    TAIL,
    asks,
    code_in,
    fills_found,
    having,
    newest,
    picks,
    presses,
    sees,
    told_of,
    words,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"


async def test_a_form_goes_on_at_the_same_question_after_every_step(machine: Machine) -> None:
    ivan = await acquainted(machine, "Ivan", "ru")
    await ivan.sends("/found")
    await machine.restart()
    await picks(ivan, "passport")
    await machine.restart()
    await picks(ivan, "KZ")
    await machine.restart()
    assert asks(ivan, "found-name")
    await ivan.sends(NAME)
    await machine.restart()
    await picks(ivan, CHECKPOINT)
    await machine.restart()
    await ivan.sends(f"N{TAIL}")
    await machine.restart()
    await presses(ivan, "send")
    code = code_in(ivan.screen)
    assert [code in post.text for post in machine.posts] == [True]


async def test_power_lost_before_the_reply_loses_neither_the_answer_nor_the_question(
    machine: Machine,
) -> None:
    ivan = await acquainted(machine, "Ivan", "ru")
    await ivan.sends("/found")
    await picks(ivan, "passport", "KZ")
    machine.world.send_text(ivan.id, ivan.id, NAME)
    await machine.dies_while_answering("sendMessage")
    await machine.settle()
    assert asks(ivan, "found-place")
    assert having(lambda message: words("ru", "found-place") in message.text, ivan.messages) == 1
    await picks(ivan, CHECKPOINT)
    await presses(ivan, "skip")
    assert NAME in ivan.screen


async def test_power_lost_while_sending_a_report_makes_one_report_one_post_and_one_notice(
    machine: Machine,
) -> None:
    ivan, boris = await acquainted(machine, "Ivan", "ru"), await acquainted(machine, "Boris", "ru")
    await waiting(machine, boris, "Жанабай Исраилов")
    await fills_found(ivan, NAME)
    message, send = newest(ivan, "send")
    machine.world.tap(ivan.id, ivan.id, message.id, send)
    await machine.dies_while_answering("answerCallbackQuery")
    await machine.settle()
    code = code_in(ivan.screen)
    assert sees(ivan, "found-thanks", code=code)
    assert [code in post.text for post in machine.posts] == [True]
    assert len(told_of(boris, code)) == 1
    await ivan.sends("/my")
    assert len(ivan.messages[-1].buttons) == 1


async def test_power_lost_before_the_commit_takes_the_update_again(machine: Machine) -> None:
    ivan = await acquainted(machine, "Ivan", "ru")
    machine.world.send_text(ivan.id, ivan.id, "/found")
    await machine.updates()
    await machine.restart()
    await machine.settle()
    assert asks(ivan, "found-type")
    assert len(ivan.messages) == 1
