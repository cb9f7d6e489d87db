"""What people do besides writing: edit, record, leave Telegram."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.chats import Chat
from sandbox.pictures import sample_picture
from sandbox.refusals import SandboxRefusal
from sandbox.world import World
from tests.sandbox.conftest import Api

Updates = Callable[[], list[Any]]


def test_a_person_edits_a_text(world: World, aigul: Account, updates: Updates) -> None:
    said = world.send_text(aigul.id, aigul.id, "ертең")
    updates()
    world.clock.wind(timedelta(hours=47, minutes=59))
    world.edit_text(aigul.id, aigul.id, said.id, " бүгін /my ")
    (update,) = updates()
    edited = update["edited_message"]
    assert (edited["message_id"], edited["text"]) == (said.id, "бүгін /my")
    assert edited["entities"] == [{"type": "bot_command", "offset": 6, "length": 3}]
    assert edited["edit_date"] == int(world.clock.now().timestamp())
    assert edited["date"] == edited["edit_date"] - (48 * 60 - 1) * 60
    assert world.render(aigul.id)["messages"][-1]["edited"] is True


def test_a_person_edits_a_caption(world: World, aigul: Account, updates: Updates) -> None:
    photo = world.send_photo(aigul.id, aigul.id, sample_picture(), "бір")
    voice = world.send_voice(aigul.id, aigul.id)
    updates()
    world.edit_text(aigul.id, aigul.id, photo.id, "")
    world.edit_text(aigul.id, aigul.id, voice.id, "екі")
    empty, full = (update["edited_message"] for update in updates())
    assert "caption" not in empty
    assert empty["photo"][0]["width"] == 90
    assert (full["caption"], full["voice"]["duration"]) == ("екі", 3)


def test_the_same_words_are_no_edit(world: World, aigul: Account, updates: Updates) -> None:
    said = world.send_text(aigul.id, aigul.id, "ертең")
    updates()
    assert world.edit_text(aigul.id, aigul.id, said.id, " ертең ") is said
    assert updates() == []
    assert said.edited is None


def test_edits_are_told_only_when_asked_for(world: World, aigul: Account, updates: Updates) -> None:
    said = world.send_text(aigul.id, aigul.id, "a")
    updates()
    world.updates.allow(["message"])
    world.edit_text(aigul.id, aigul.id, said.id, "b")
    assert updates() == []
    assert said.text == "b"


def test_privacy_mode_hides_edits_too(world: World, aigul: Account, updates: Updates) -> None:
    group = world.add_group("Шекара", [aigul])
    said = world.send_text(aigul.id, group.id, "a")
    updates()
    world.privacy_mode = True
    world.edit_text(aigul.id, group.id, said.id, "b")
    assert updates() == []
    world.edit_text(aigul.id, group.id, said.id, "/found")
    assert updates()[0]["edited_message"]["text"] == "/found"


def test_what_cannot_be_edited(api: Api, world: World, aigul: Account, channel: Chat) -> None:
    other = world.add_person("Борис", "ru")
    group = world.add_group("Шекара", [aigul])
    world.join(other.id, group.id)
    theirs = world.send_text(other.id, group.id, "a").id
    mine = world.send_text(aigul.id, aigul.id, "a").id
    photo = world.send_photo(aigul.id, aigul.id, sample_picture()).id
    place = world.send_location(aigul.id, aigul.id, 1, 1).id
    bots = api.ok("sendMessage", chat_id=aigul.id, text="a")["message_id"]
    post = api.ok("sendMessage", chat_id=channel.id, text="a")["message_id"]
    acts: list[tuple[tuple[int, int, int, str], str]] = [
        ((aigul.id, group.id, theirs, "b"), "only one's own"),
        ((aigul.id, aigul.id, bots, "b"), "only one's own"),
        ((other.id, group.id, 1, "b"), "no words"),
        ((aigul.id, aigul.id, place, "b"), "no words"),
        ((aigul.id, aigul.id, 99, "b"), "gone"),
        ((aigul.id, aigul.id, mine, " "), "write something"),
        ((aigul.id, aigul.id, mine, "🙂" * 2049), "at most 4096"),
        ((aigul.id, aigul.id, photo, "a" * 1025), "at most 1024"),
        ((aigul.id, channel.id, post, "b"), "only the bot posts"),
        ((other.id, aigul.id, mine, "b"), "not in this chat"),
        ((other.id, other.id, mine, "b"), "no chat"),
    ]
    for arguments, reason in acts:
        with pytest.raises(SandboxRefusal, match=reason):
            world.edit_text(*arguments)
    world.clock.wind(timedelta(hours=48))
    with pytest.raises(SandboxRefusal, match="two days"):
        world.edit_text(aigul.id, aigul.id, mine, "b")
    world.block(aigul.id)
    with pytest.raises(SandboxRefusal, match="unblock"):
        world.edit_text(aigul.id, aigul.id, mine, "b")


def test_a_voice_reaches_the_bot(world: World, aigul: Account, updates: Updates) -> None:
    updates()
    first, second = world.send_voice(aigul.id, aigul.id, 9), world.send_voice(aigul.id, aigul.id, 9)
    voice = updates()[0]["message"]["voice"]
    assert first.voice is not None
    assert second.voice is not None
    assert first.voice.file_id != second.voice.file_id
    assert voice == {
        "file_id": first.voice.file_id,
        "file_unique_id": first.voice.unique_id,
        "duration": 9,
        "mime_type": "audio/ogg",
        "file_size": len(world.files.content(first.voice.file_id)),
    }
    for seconds in (0, 3601):
        with pytest.raises(SandboxRefusal, match="lasts 1 to 3600"):
            world.send_voice(aigul.id, aigul.id, seconds)


def test_a_deleted_account_is_reached_no_more(
    api: Api, world: World, aigul: Account, updates: Updates
) -> None:
    sent = api.ok("sendMessage", chat_id=aigul.id, text="a")["message_id"]
    updates()
    world.deactivate(aigul.id)
    assert updates() == []
    gone = (403, "Forbidden: user is deactivated")
    assert api.refused("sendMessage", chat_id=aigul.id, text="b") == gone
    assert api.refused("sendLocation", chat_id=aigul.id, latitude=1, longitude=1) == gone
    assert api.refused("sendDocument", {"document": b"x"}, chat_id=aigul.id) == gone
    assert api.refused("editMessageText", chat_id=aigul.id, message_id=sent, text="b") == gone
    assert api.ok("getChat", chat_id=aigul.id)["type"] == "private"


def test_a_deleted_account_does_nothing(world: World, aigul: Account) -> None:
    acts: list[Callable[[], object]] = [
        lambda: world.send_text(aigul.id, aigul.id, "a"),
        lambda: world.send_voice(aigul.id, aigul.id),
        lambda: world.edit_text(aigul.id, aigul.id, 1, "a"),
        lambda: world.tap(aigul.id, aigul.id, 1, "x"),
        lambda: world.open_link(aigul.id, "https://t.me/tabyldy_bot"),
        lambda: world.block(aigul.id),
        lambda: world.deactivate(aigul.id),
    ]
    world.deactivate(aigul.id)
    for act in acts:
        with pytest.raises(SandboxRefusal, match="has deleted their account"):
            act()
