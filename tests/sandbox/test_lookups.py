from datetime import timedelta

import pytest

from sandbox.accounts import Account
from sandbox.chats import Chat, Standing
from sandbox.world import World
from tests.sandbox.conftest import Api


def test_the_bot_knows_itself(api: Api, world: World) -> None:
    me = api.ok("getMe")
    assert (me["id"], me["username"], me["is_bot"]) == (4242, "tabyldy_bot", True)
    assert me["can_read_all_group_messages"] is True
    world.privacy_mode = True
    assert api.ok("getme")["can_read_all_group_messages"] is False


def test_unknown_methods_and_files(api: Api) -> None:
    assert api.refused("sendGift") == (404, "Not Found")
    assert api.refused("getFile", file_id="x") == (400, "Bad Request: invalid file_id")


def test_chats_tell_what_they_are(api: Api, world: World, aigul: Account) -> None:
    group = world.add_group("Пікірлер", [aigul])
    channel = world.add_channel("Табылды", "tabyldy_channel", discussion=group)
    assert api.ok("getChat", chat_id=channel.id)["linked_chat_id"] == group.id
    assert api.ok("getChat", chat_id=group.id)["permissions"]["can_send_messages"] is True
    private = api.ok("getChat", chat_id=aigul.id)
    assert (private["type"], private["first_name"]) == ("private", "Айгүл")
    assert api.refused("getChat", chat_id=1) == (400, "Bad Request: chat not found")


def test_members(api: Api, world: World, aigul: Account, channel: Chat) -> None:
    bot = api.ok("getChatMember", chat_id=channel.id, user_id=world.bot.id)
    assert (bot["status"], bot["can_post_messages"], bot["can_delete_messages"]) == (
        "administrator",
        True,
        True,
    )
    assert api.ok("getChatMember", chat_id=channel.id, user_id=aigul.id)["status"] == "left"
    group = world.add_group("Шекара", [aigul])
    assert api.ok("getChatMember", chat_id=group.id, user_id=aigul.id)["status"] == "member"
    assert api.refused("getChatMember", chat_id=group.id, user_id=5) == (
        400,
        "Bad Request: invalid user_id specified",
    )
    world.set_standing(channel, Standing("member"), by=aigul)
    assert api.refused("getChatMember", chat_id=channel.id, user_id=aigul.id) == (
        400,
        "Bad Request: member list is inaccessible",
    )


def test_a_tap_is_answered_once(api: Api, world: World, aigul: Account) -> None:
    query = world.tap(aigul.id, aigul.id, 1, "stale")
    assert world.toast(query) is None
    assert api.ok("answerCallbackQuery", callback_query_id=query, text="Дайын", show_alert=True) is True
    assert api.ok("answerCallbackQuery", callback_query_id=query, text="Тағы") is True
    assert world.toast(query) == "Дайын"
    answer = world.answer(query)
    assert answer is not None
    assert answer.alert is True
    assert world.last_toast(aigul.id) == answer


def test_an_empty_answer_is_an_answer(api: Api, world: World, aigul: Account) -> None:
    query = world.tap(aigul.id, aigul.id, 1, "x")
    api.ok("answerCallbackQuery", callback_query_id=query)
    assert world.toast(query) == ""


@pytest.mark.parametrize(("length", "fits"), [(200, True), (201, False)])
def test_a_toast_has_its_length(api: Api, world: World, aigul: Account, *, length: int, fits: bool) -> None:
    query = world.tap(aigul.id, aigul.id, 1, "x")
    answer = api.answer("answerCallbackQuery", callback_query_id=query, text="қ" * length)
    assert answer.body["ok"] is fits
    assert answer.body.get("description") == (None if fits else "Bad Request: MESSAGE_TOO_LONG")


def test_taps_grow_old(api: Api, world: World, aigul: Account) -> None:
    query = world.tap(aigul.id, aigul.id, 1, "x")
    world.clock.wind(timedelta(minutes=2))
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert api.refused("answerCallbackQuery", callback_query_id=query) == (400, too_old)
    assert api.refused("answerCallbackQuery", callback_query_id="77") == (400, too_old)


def test_an_answer_may_open_the_bot_and_nothing_else(api: Api, world: World, aigul: Account) -> None:
    query = world.tap(aigul.id, aigul.id, 1, "x")
    for url in ("https://a.kz", "https://t.me/tabyldy_bot?start=a%20b"):
        answer = api.refused("answerCallbackQuery", callback_query_id=query, url=url)
        assert answer == (400, "Bad Request: URL_INVALID")
    link = "https://t.me/tabyldy_bot?start=c_1"
    api.ok("answerCallbackQuery", callback_query_id=query, url=link)
    answered = world.answer(query)
    assert answered is not None
    assert answered.url == link
