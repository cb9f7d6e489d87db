"""Stories of a net that fails: nothing is lost, nothing comes twice, what needs a human is asked about."""

from datetime import timedelta

from sandbox.accounts import Json
from sandbox.chats import Standing
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.machine import Machine
from tests.conversations.steps import (
    asks,
    code_in,
    fills_found,
    having,
    label,
    newest,
    picks,
    presses,
    sees,
    told_of,
    words,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
A_WHILE = timedelta(minutes=10)


async def test_who_blocked_the_bot_is_told_after_coming_back(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    await waiting(desk, boris, "Жанабай Исраилов")
    boris.blocks()
    code = await reported(desk, aliya, NAME)
    assert told_of(boris, code) == []
    boris.unblocks()
    await boris.sends("/start")
    assert len(told_of(boris, code)) == 1
    await boris.sends("/start")
    assert len(told_of(boris, code)) == 1


async def test_a_channel_that_takes_no_posts_is_told_of_once_and_sent_again_when_it_does(
    desk: Desk, someone: Newcomer
) -> None:
    desk.channel.bot = Standing("administrator")
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    assert desk.posts == []
    await desk.tick()
    await desk.tick()
    [trouble] = desk.to_moderators
    assert code in trouble.text
    timur = desk.moderator("Timur")
    await timur.taps_stale(trouble, _data(trouble.buttons, "resend:"))
    await desk.tick()
    assert desk.posts == []
    second = desk.to_moderators[-1]
    assert code in second.text
    desk.channel.bot = Standing("administrator", can_post=True, can_edit=True)
    await timur.taps_stale(second, _data(second.buttons, "resend:"))
    assert second.text == words("ru", "trouble-resent")
    assert [code in post.text for post in desk.posts] == [True]


async def test_a_post_sent_again_says_what_the_report_says_by_then(desk: Desk, someone: Newcomer) -> None:
    desk.channel.bot = Standing("administrator")
    aliya, timur = await someone("Aliya", "kk"), desk.moderator("Timur")
    await reported(desk, aliya, NAME)
    await desk.tick()
    await aliya.sends("/my")
    await aliya.taps(NAME)
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:whereabouts")
    await picks(aliya, "police")
    await presses(aliya, "skip", "send")
    desk.channel.bot = Standing("administrator", can_post=True, can_edit=True)
    [trouble] = desk.to_moderators
    await timur.taps_stale(trouble, _data(trouble.buttons, "resend:"))
    [post] = desk.posts
    assert words("ru", "whereabouts-police") in post.text


async def test_a_post_of_a_report_taken_back_is_not_sent_again(desk: Desk, someone: Newcomer) -> None:
    desk.channel.bot = Standing("administrator")
    aliya, timur = await someone("Aliya", "kk"), desk.moderator("Timur")
    await reported(desk, aliya, NAME)
    await desk.tick()
    await aliya.sends("/my")
    for button in (NAME, label(aliya, "button-withdraw-r"), label(aliya, "button-withdraw-r-sure")):
        await aliya.taps(button)
    desk.channel.bot = Standing("administrator", can_post=True, can_edit=True)
    [trouble] = desk.to_moderators
    data = _data(trouble.buttons, "resend:")
    assert await timur.taps_stale(trouble, data) == words("ru", "document-gone")
    assert desk.posts == []


async def test_a_post_whose_answer_was_lost_is_asked_about_and_not_sent_by_itself(machine: Machine) -> None:
    aliya = await acquainted(machine, "Aliya", "kk")
    await fills_found(aliya, NAME)
    message, send = newest(aliya, "send")
    machine.world.tap(aliya.id, aliya.id, message.id, send)
    await machine.takes_all()
    code = code_in(aliya.screen)
    machine.world.answers_lost = True
    await machine.app.worker.drain()
    machine.world.answers_lost = False
    assert len(machine.posts) == 1
    machine.world.clock.wind(A_WHILE)
    await machine.settle()
    await machine.tick()
    assert len(machine.posts) == 1
    [asked] = machine.to_moderators
    assert asked.text == words("ru", "trouble-unknown", code=code)
    timur, zarina = machine.moderator("Timur"), machine.moderator("Zarina")
    data = _data(asked.buttons, "resend:")
    await timur.taps_stale(asked, data)
    assert len(machine.posts) == 2
    assert await zarina.taps_stale(asked, data) == words("ru", "trouble-settled")
    await machine.tick()
    assert len(machine.to_moderators) == 1


async def test_a_post_in_doubt_may_be_left_as_it_is(machine: Machine) -> None:
    aliya, timur = await acquainted(machine, "Aliya", "kk"), machine.moderator("Timur")
    machine.channel.bot = Standing("administrator")
    await reported(machine, aliya, NAME)
    await machine.tick()
    [trouble] = machine.to_moderators
    await timur.taps_stale(trouble, _data(trouble.buttons, "leave:"))
    assert trouble.text == words("ru", "trouble-left")
    await machine.tick()
    assert len(machine.to_moderators) == 1


async def test_while_the_net_is_down_screens_wait_and_come_once_in_order(machine: Machine) -> None:
    ivan = await acquainted(machine, "Ivan", "ru")
    machine.world.net_down = True
    for text in ("/help", "/settings", "/found"):
        machine.world.send_text(ivan.id, ivan.id, text)
    await machine.takes_all()
    assert ivan.messages == []
    machine.world.net_down = False
    machine.world.clock.wind(A_WHILE)
    await machine.settle()
    shown = [message.text for message in ivan.messages]
    assert shown[:2] == [words("ru", "help"), words("ru", "settings", current="Русский")]
    assert asks(ivan, "found-type")
    assert len(shown) == 3
    machine.world.clock.wind(A_WHILE)
    await machine.settle()
    assert len(ivan.messages) == 3


async def test_a_report_confirmed_while_the_net_is_down_is_kept_posted_and_told(machine: Machine) -> None:
    ivan, boris = await acquainted(machine, "Ivan", "ru"), await acquainted(machine, "Boris", "uz")
    await waiting(machine, boris, "Isroilov Janaboy")
    await fills_found(ivan, NAME)
    message, send = newest(ivan, "send")
    machine.world.tap(ivan.id, ivan.id, message.id, send)
    machine.world.net_down = True
    await machine.takes_all()
    await machine.app.worker.drain()
    assert machine.posts == []
    machine.world.net_down = False
    machine.world.clock.wind(A_WHILE)
    await machine.settle()
    code = code_in(ivan.screen)
    assert sees(ivan, "found-thanks", code=code)
    assert [code in post.text for post in machine.posts] == [True]
    assert len(told_of(boris, code)) == 1


async def test_flood_delays_screens_and_loses_none(machine: Machine) -> None:
    ivan = await acquainted(machine, "Ivan", "ru")
    machine.world.flood_seconds = 20
    for text in ("/help", "/found"):
        machine.world.send_text(ivan.id, ivan.id, text)
    await machine.settle()
    assert ivan.messages == []
    machine.world.flood_seconds = 0
    machine.world.clock.wind(timedelta(seconds=21))
    await machine.settle()
    assert ivan.messages[0].text == words("ru", "help")
    assert asks(ivan, "found-type")
    assert len(ivan.messages) == 2


async def test_a_reply_whose_answer_was_lost_is_sent_again_rather_than_lost(machine: Machine) -> None:
    ivan = await acquainted(machine, "Ivan", "ru")
    machine.world.send_text(ivan.id, ivan.id, "/help")
    [update] = await machine.updates()
    machine.world.answers_lost = True
    await machine.app.take(update)
    machine.world.answers_lost = False
    machine.world.updates.confirm(update.update_id + 1)
    machine.world.clock.wind(A_WHILE)
    await machine.settle()
    assert having(lambda message: message.text == words("ru", "help"), ivan.messages) == 2


async def test_an_update_delivered_again_changes_nothing(machine: Machine) -> None:
    ivan = await acquainted(machine, "Ivan", "ru")
    await fills_found(ivan, NAME)
    message, send = newest(ivan, "send")
    machine.world.tap(ivan.id, ivan.id, message.id, send)
    [update] = await machine.updates()
    for _ in range(3):
        await machine.app.take(update)
    machine.world.updates.confirm(update.update_id + 1)
    await machine.settle()
    assert len(machine.posts) == 1
    thanks = words("ru", "found-thanks", code=code_in(ivan.screen))
    assert having(lambda message: message.text == thanks, ivan.messages) == 1


def _data(buttons: list[Json], start: str) -> str:
    held = [str(button["callback_data"]) for button in buttons]
    return next(data for data in held if data.startswith(start))
