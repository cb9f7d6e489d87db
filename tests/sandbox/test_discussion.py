"""The discussion group of a channel: comments below posts, and what the bot answers there."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.chats import Chat, Standing
from sandbox.messages import Message
from sandbox.person import Person
from sandbox.world import World
from tests.sandbox.conftest import Api

Updates = Callable[[], list[Any]]


@pytest.fixture
def group(world: World, channel: Chat) -> Chat:
    group = world.add_group("Пікірлер", [])
    world.link(channel, group)
    return group


@pytest.fixture
def post(api: Api, channel: Chat, group: Chat) -> Message:
    assert channel.linked == group.id
    return channel.messages[api.ok("sendMessage", chat_id=channel.id, text="Кардиолог керек")["message_id"]]


@pytest.fixture
def anna(world: World) -> Person:
    """A person who has never written to the bot and is in no group."""

    async def settle() -> None:
        return

    return Person(world, world.add_person("Анна", "ru"), settle)


async def test_anybody_comments_below_a_post_without_joining(
    api: Api, group: Chat, post: Message, anna: Person, updates: Updates
) -> None:
    updates()
    await anna.comments(post, "Есть хороший врач")
    (update,) = updates()
    said = update["message"]
    assert (said["text"], said["chat"]["id"], said["from"]["id"]) == ("Есть хороший врач", group.id, anna.id)
    answered = said["reply_to_message"]
    assert answered["is_automatic_forward"] is True
    origin = answered["forward_origin"]
    assert (origin["type"], origin["chat"]["id"], origin["message_id"]) == ("channel", group.linked, post.id)
    assert said["message_thread_id"] == answered["message_id"]
    assert group.members == set()
    assert api.ok("getChatMember", chat_id=group.id, user_id=anna.id)["status"] == "left"
    assert anna.messages == anna.said == []


async def test_there_is_nothing_to_comment_on_without_a_copy(
    api: Api, world: World, channel: Chat, anna: Person
) -> None:
    before = channel.messages[api.ok("sendMessage", chat_id=channel.id, text="a")["message_id"]]
    with pytest.raises(AssertionError, match="no copy in a discussion group"):
        await anna.comments(before, "b")
    world.link(channel, world.add_group("Пікірлер", []))
    with pytest.raises(AssertionError, match="no copy in a discussion group"):
        await anna.comments(before, "b")
    after = channel.messages[api.ok("sendMessage", chat_id=channel.id, text="a")["message_id"]]
    await anna.comments(after, "b")
    copy = world.copy_of(after)
    assert copy is not None
    world.remove(copy)
    with pytest.raises(AssertionError, match="no copy in a discussion group"):
        await anna.comments(after, "c")


async def test_a_comment_does_not_let_the_bot_write_first(api: Api, post: Message, anna: Person) -> None:
    assert api.refused("sendMessage", chat_id=anna.id, text="a") == (400, "Bad Request: chat not found")
    await anna.comments(post, "Есть хороший врач")
    refused = (403, "Forbidden: bot can't initiate conversation with a user")
    assert api.refused("sendMessage", chat_id=anna.id, text="a") == refused


async def test_in_privacy_mode_only_an_administrator_reads_comments(
    world: World, group: Chat, post: Message, anna: Person, updates: Updates
) -> None:
    world.privacy_mode = True
    updates()
    await anna.comments(post, "бір")
    assert updates() == []
    group.bot = Standing("administrator")
    await anna.comments(post, "екі")
    assert [update["message"]["text"] for update in updates()] == ["екі"]


async def test_the_bots_answer_quotes_the_comment(
    api: Api, world: World, group: Chat, post: Message, anna: Person
) -> None:
    await anna.comments(post, "Есть хороший врач")
    comment = next(iter(group.newest_first))
    reply = {"message_id": comment.id, "allow_sending_without_reply": True}
    sent = api.ok("sendMessage", chat_id=group.id, text="Спасибо", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "Есть хороший врач"
    assert sent["message_thread_id"] == comment.thread == post.copy_in_discussion
    drawn = world.render(group.id)["messages"][-1]
    assert (drawn["html"], drawn["reply_to"]) == ("Спасибо", comment.id)


async def test_the_bot_answers_a_comment_that_is_gone_only_when_it_may(
    api: Api, world: World, group: Chat, post: Message, anna: Person
) -> None:
    await anna.comments(post, "Есть хороший врач")
    comment = next(iter(group.newest_first))
    world.remove(comment)
    strict = f'{{"message_id": {comment.id}}}'
    answer = api.refused("sendMessage", chat_id=group.id, text="a", reply_parameters=strict)
    assert answer == (400, "Bad Request: message to be replied not found")
    lenient = f'{{"message_id": {comment.id}, "allow_sending_without_reply": true}}'
    sent = api.ok("sendMessage", chat_id=group.id, text="a", reply_parameters=lenient)
    assert "reply_to_message" not in sent
    assert world.render(group.id)["messages"][-1]["reply_to"] is None


async def test_who_comments_may_tap_and_edit_there_too(
    api: Api, group: Chat, post: Message, anna: Person, updates: Updates
) -> None:
    await anna.comments(post, "Есть врач")
    comment = next(iter(group.newest_first))
    keys = {"inline_keyboard": [[{"text": "Дополнить", "callback_data": "more"}]]}
    sent = api.ok("sendMessage", chat_id=group.id, text="Спасибо", reply_markup=keys)
    updates()
    await anna.taps("more", message=group.messages[sent["message_id"]])
    await anna.edits(comment, "Есть хороший врач")
    tapped, edited = updates()
    assert tapped["callback_query"]["from"]["id"] == anna.id
    assert edited["edited_message"]["reply_to_message"]["is_automatic_forward"] is True


def test_a_discussion_group_says_that_it_is_open(api: Api, world: World, group: Chat) -> None:
    other = world.add_group("Шекара", [])
    assert "join_to_send_messages" not in api.ok("getChat", chat_id=group.id)
    assert api.ok("getChat", chat_id=other.id)["join_to_send_messages"] is True
    assert (world.render(group.id)["open"], world.render(other.id)["open"]) == (True, False)
