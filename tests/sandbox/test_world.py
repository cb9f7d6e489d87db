from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.chats import Chat, Standing
from sandbox.clock import SandboxClock
from sandbox.pictures import sample_picture
from sandbox.refusals import NetDown, SandboxRefusal
from sandbox.world import World
from tests.sandbox.conftest import Api

Updates = Callable[[], list[Any]]
LINK = "https://t.me/Tabyldy_Bot?start=f_12"


def test_a_chat_begins_with_the_first_message(world: World, updates: Updates) -> None:
    account = world.add_person("Борис", "ru")
    assert account.id not in world.chats
    sent = world.send_text(account.id, account.id, "  /start 🙂 ")
    (update,) = updates()
    message = update["message"]
    assert message["text"] == sent.text == "/start 🙂"
    assert message["from"] == {
        "id": account.id,
        "is_bot": False,
        "first_name": "Борис",
        "language_code": "ru",
    }
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["chat"]["type"] == "private"


def test_the_same_seed_makes_the_same_world() -> None:
    start = SandboxClock(datetime(2026, 3, 1, tzinfo=UTC))
    first, second, other = World(start, seed=3), World(start, seed=3), World(start, seed=4)
    assert first.add_person("A", "ru").id == second.add_person("A", "ru").id
    assert first.add_person("B", "ru").id != other.add_person("B", "ru").id


def test_pictures_and_places_reach_the_bot(world: World, aigul: Account, updates: Updates) -> None:
    updates()
    world.send_photo(aigul.id, aigul.id, sample_picture(), "паспорт")
    world.send_location(aigul.id, aigul.id, 41.31, 69.28)
    photo, place = updates()
    assert (photo["message"]["caption"], photo["message"]["photo"][0]["width"]) == ("паспорт", 90)
    assert place["message"]["location"] == {"latitude": 41.31, "longitude": 69.28}
    assert world.render(aigul.id)["messages"][-1]["location"] == {"lat": 41.31, "lon": 69.28}


def test_what_a_client_would_not_send(world: World, aigul: Account, channel: Chat) -> None:
    other = world.add_person("Борис", "ru")
    group = world.add_group("Шекара", [other])
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: world.send_text(aigul.id, aigul.id, " \n "), "empty"),
        (lambda: world.send_text(aigul.id, aigul.id, "a" * 4097), "at most 4096"),
        (lambda: world.send_photo(aigul.id, aigul.id, b"x"), "cannot be sent as a photo"),
        (lambda: world.send_photo(aigul.id, aigul.id, sample_picture(), "a" * 1025), "at most 1024"),
        (lambda: world.send_location(aigul.id, aigul.id, 91, 0), "latitude"),
        (lambda: world.send_text(aigul.id, channel.id, "a"), "only the bot posts"),
        (lambda: world.send_text(aigul.id, group.id, "a"), "not in this chat"),
        (lambda: world.send_text(aigul.id, other.id, "a"), "no chat"),
        (lambda: world.send_text(aigul.id, 5, "a"), "no chat 5"),
        (lambda: world.send_text(5, 5, "a"), "no person 5"),
        (lambda: world.send_text(world.bot.id, aigul.id, "a"), "no person"),
        (lambda: world.send_text(aigul.id, aigul.id, "a", reply_to=99), "gone"),
        (lambda: world.tap(aigul.id, group.id, 1, "a"), "not in this chat"),
        (lambda: world.block(other.id), "no chat with the bot yet"),
        (lambda: world.join(aigul.id, channel.id), "only groups"),
        (lambda: world.open_link(aigul.id, "https://a.kz"), "outside"),
        (lambda: world.open_link(aigul.id, "https://t.me/other_bot?start=1"), "outside"),
        (lambda: world.open_link(aigul.id, "https://t.me/tabyldy_bot?start=a%20b"), "does not work"),
        (lambda: world.render(5), "no chat 5"),
    ]
    for act, reason in acts:
        with pytest.raises(SandboxRefusal, match=reason):
            act()


def test_deep_links_start_the_bot(world: World, updates: Updates) -> None:
    account = world.add_person("Борис", "ru")
    world.open_link(account.id, LINK)
    assert updates()[0]["message"]["text"] == "/start f_12"
    newest = world.open_link(account.id, "https://t.me/tabyldy_bot")
    assert newest.text == "/start f_12"
    assert updates() == []
    newcomer = world.add_person("Анна", "ru")
    assert world.open_link(newcomer.id, "tg://resolve?domain=tabyldy_bot").text == "/start"


def test_blocking_is_told_and_stops_both_sides(world: World, aigul: Account, updates: Updates) -> None:
    updates()
    world.block(aigul.id)
    world.block(aigul.id)
    (update,) = updates()
    change = update["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    assert world.blocked(aigul.id)
    with pytest.raises(SandboxRefusal, match="unblock"):
        world.send_text(aigul.id, aigul.id, "a")
    world.open_link(aigul.id, LINK)
    unblocked, started = updates()
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert started["message"]["text"] == "/start f_12"


def test_taps_carry_the_message_or_what_is_left_of_it(
    api: Api, world: World, aigul: Account, updates: Updates
) -> None:
    sent = api.ok("sendMessage", chat_id=aigul.id, text="a")
    updates()
    world.tap(aigul.id, aigul.id, sent["message_id"], "yes")
    api.ok("deleteMessage", chat_id=aigul.id, message_id=sent["message_id"])
    world.tap(aigul.id, aigul.id, sent["message_id"], "yes")
    whole, rest = (update["callback_query"] for update in updates())
    assert (whole["message"]["text"], whole["data"], whole["from"]["id"]) == ("a", "yes", aigul.id)
    assert rest["message"] == {"chat": whole["message"]["chat"], "message_id": sent["message_id"], "date": 0}
    assert whole["id"] != rest["id"]


def test_anyone_taps_in_a_public_channel(
    world: World, aigul: Account, channel: Chat, updates: Updates
) -> None:
    updates()
    world.tap(aigul.id, channel.id, 1, "x")
    assert updates()[0]["callback_query"]["message"]["chat"]["id"] == channel.id


def test_privacy_mode_hides_group_talk(api: Api, world: World, aigul: Account, updates: Updates) -> None:
    group = world.add_group("Шекара", [aigul])
    updates()
    world.send_text(aigul.id, group.id, "паспорт таптым")
    assert len(updates()) == 1
    world.privacy_mode = True
    asked = api.ok("sendMessage", chat_id=group.id, text="Қайда?")["message_id"]
    world.send_text(aigul.id, group.id, "паспорт таптым")
    assert updates() == []
    world.send_text(aigul.id, group.id, "шекарада", reply_to=asked)
    world.send_text(aigul.id, group.id, "/found")
    assert [update["message"]["text"] for update in updates()] == ["шекарада", "/found"]
    world.set_standing(group, Standing("administrator"), by=aigul)
    updates()
    world.send_text(aigul.id, group.id, "паспорт таптым")
    assert len(updates()) == 1


def test_a_group_without_the_bot_is_silent(world: World, aigul: Account, updates: Updates) -> None:
    group = world.add_group("Шекара", [aigul], supergroup=False)
    world.set_standing(group, Standing("left"), by=aigul)
    updates()
    world.send_text(aigul.id, group.id, "a")
    assert updates() == []


def test_joining_leaves_a_line(world: World, aigul: Account, updates: Updates) -> None:
    group = world.add_group("Шекара", [])
    world.join(aigul.id, group.id)
    assert world.render(group.id)["messages"][0]["service"] == "Айгүл joined the group"
    assert updates()[-1]["message"]["new_chat_members"] == [aigul.user]
    assert world.render(group.id)["members"] == [aigul.id]


def test_message_ids_count_per_channel_and_over_all_private_chats(
    api: Api, world: World, aigul: Account
) -> None:
    other = world.add_person("Борис", "ru")
    assert world.send_text(other.id, other.id, "a").id == 2
    assert world.send_text(aigul.id, aigul.id, "a").id == 3
    channels = [world.add_channel(name, name) for name in ("one", "two")]
    sent = [api.ok("sendMessage", chat_id=chat.id, text="a")["message_id"] for chat in channels]
    assert sent == [1, 1]


def test_listeners_hear_every_change(api: Api, world: World, aigul: Account) -> None:
    heard: list[tuple[str, int]] = []
    world.listen(lambda what, which: heard.append((what, which)))
    world.add_person("Борис", "ru")
    world.net_down = True
    world.net_down = False
    sent = api.ok("sendMessage", chat_id=aigul.id, text="a")
    api.ok("editMessageText", chat_id=aigul.id, message_id=sent["message_id"], text="b")
    api.ok("deleteMessage", chat_id=aigul.id, message_id=sent["message_id"])
    api.ok("answerCallbackQuery", callback_query_id=world.tap(aigul.id, aigul.id, 1, "x"))
    world.block(aigul.id)
    assert heard == [
        ("world", 0),
        ("world", 0),
        ("world", 0),
        ("chat", aigul.id),
        ("chat", aigul.id),
        ("chat", aigul.id),
        ("toast", aigul.id),
        ("world", 0),
    ]


def test_the_page_gets_what_it_draws(api: Api, world: World, aigul: Account) -> None:
    buttons = [
        {"text": "Иә", "callback_data": "yes"},
        {"text": "Ашу", "url": "https://t.me/tabyldy_bot"},
        {"text": "Код", "copy_text": {"text": "T-12"}},
    ]
    api.ok(
        "sendMessage",
        chat_id=aigul.id,
        text="<code>T-12</code> & <b>co</b>".replace("&", "&amp;"),
        parse_mode="HTML",
        reply_markup={"inline_keyboard": [buttons]},
    )
    drawn = world.render(aigul.id)
    assert (drawn["id"], drawn["type"], drawn["title"]) == (aigul.id, "private", "Айгүл")
    message = drawn["messages"][-1]
    assert message == {
        "id": 2,
        "from": {"id": 4242, "name": "Tabyldy", "is_bot": True},
        "sender_chat": None,
        "date": "2026-03-01T09:00:00+00:00",
        "edited": False,
        "html": "<code>T-12</code> &amp; <b>co</b>",
        "photo": None,
        "video": None,
        "voice": None,
        "document": None,
        "location": None,
        "inline": [
            [
                {"text": "Иә", "data": "yes"},
                {"text": "Ашу", "url": "https://t.me/tabyldy_bot"},
                {"text": "Код", "copy": "T-12"},
            ]
        ],
        "reply_to": None,
        "service": None,
        "reaction": "",
        "via": None,
        "reply_keyboard": None,
        "remove_keyboard": False,
    }


def test_calls_are_remembered_but_not_for_ever(api: Api, world: World) -> None:
    for _ in range(20_001):
        api.ok("getMe")
    assert len(world.calls) == 10_001
    api.answer("sendMessage", chat_id=5, text="a")
    last = world.calls[-1]
    assert (last.method, last.ok, last.error_code, last.params) == (
        "sendMessage",
        False,
        400,
        {"chat_id": 5, "text": "a"},
    )


def test_nothing_is_answered_while_the_net_is_down(api: Api, world: World, aigul: Account) -> None:
    world.net_down = True
    with pytest.raises(NetDown):
        api.answer("getMe")
    world.send_text(aigul.id, aigul.id, "тор жоқ")
    world.net_down = False
    assert api.ok("getUpdates")[-1]["message"]["text"] == "тор жоқ"


def test_a_discussion_group_is_a_supergroup(world: World, aigul: Account) -> None:
    group = world.add_group("Пікірлер", [aigul], supergroup=False)
    with pytest.raises(ValueError, match="supergroup"):
        world.add_channel("Табылды", "tabyldy_channel", discussion=group)
