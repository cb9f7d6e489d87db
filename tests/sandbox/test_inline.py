"""Inline mode of the emulator: what is typed behind the bot's name, answered, picked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.asking import MAX_QUERY
from sandbox.chats import Chat, Standing
from sandbox.refusals import SandboxRefusal
from sandbox.world import World
from tests.sandbox.conftest import Api

Updates = Callable[[], list[Any]]
TOO_OLD = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
LINK = "https://t.me/tabyldy_bot?start=r_K7M4Q"


def article(**changes: Any) -> dict[str, Any]:
    content = {"message_text": "<b>Паспорт</b>", "parse_mode": "HTML"}
    made = {"type": "article", "id": "K7M4Q", "title": "Паспорт", "input_message_content": content}
    return {**made, **changes}


def keys(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Менікі", **button}]]}


@pytest.fixture
def group(world: World, aigul: Account) -> Chat:
    """A group that the bot is not in."""
    group = world.add_group("Жол", [aigul])
    group.bot = Standing("left")
    return group


@pytest.fixture
def query(world: World, aigul: Account, group: Chat) -> str:
    return world.ask_inline(aigul.id, group.id, "Исраилов")


def test_the_bot_is_told_what_was_typed_but_not_where(
    world: World, aigul: Account, group: Chat, updates: Updates
) -> None:
    updates()
    for chat, kind in ((aigul.id, "sender"), (group.id, "supergroup")):
        query = world.ask_inline(aigul.id, chat, "Исраилов")
        [update] = updates()
        assert update["inline_query"] == {
            "id": query,
            "from": aigul.user,
            "query": "Исраилов",
            "offset": "",
            "chat_type": kind,
        }
    assert not group.messages


def test_a_long_query_is_cut(world: World, aigul: Account, updates: Updates) -> None:
    updates()
    world.ask_inline(aigul.id, aigul.id, "🙂" * 300)
    assert updates()[0]["inline_query"]["query"] == "🙂" * MAX_QUERY


def test_without_inline_mode_nothing_reaches_the_bot(
    api: Api, world: World, aigul: Account, updates: Updates
) -> None:
    assert api.ok("getMe")["supports_inline_queries"] is True
    updates()
    world.inline_mode = False
    assert api.ok("getMe")["supports_inline_queries"] is False
    with pytest.raises(SandboxRefusal, match="inline mode is off"):
        world.ask_inline(aigul.id, aigul.id, "x")
    assert updates() == []


def test_nobody_asks_where_they_cannot_write(
    world: World, group: Chat, channel: Chat, aigul: Account
) -> None:
    stranger = world.add_person("Анна", "ru")
    with pytest.raises(SandboxRefusal, match="not in this chat"):
        world.ask_inline(stranger.id, group.id, "x")
    with pytest.raises(SandboxRefusal, match="only the bot posts"):
        world.ask_inline(aigul.id, channel.id, "x")


def test_a_picked_card_is_sent_by_the_person_via_the_bot(
    api: Api, world: World, group: Chat, query: str, updates: Updates
) -> None:
    group.bot, person = Standing("member"), world.inline_queries[query].person
    world.privacy_mode = True
    changes: list[tuple[str, int]] = []
    world.listen(lambda what, which: changes.append((what, which)))
    card = article(description="Шекара", reply_markup=keys(url=LINK))
    assert api.ok("answerInlineQuery", inline_query_id=query, results=[card], cache_time=0) is True
    assert changes == [("inline", person)]
    updates()
    picked = world.pick(person, query, "K7M4Q")
    assert (picked.text, picked.from_bot, picked.buttons[0]["url"]) == ("Паспорт", False, LINK)
    [update] = updates()
    assert update["message"]["via_bot"]["id"] == world.bot.id
    assert update["message"]["from"]["id"] == person
    assert update["message"]["entities"] == [{"type": "bold", "offset": 0, "length": 7}]
    drawn = world.render(group.id)["messages"][-1]
    assert (drawn["via"], drawn["from"]["name"]) == ("tabyldy_bot", "Айгүл")
    with pytest.raises(SandboxRefusal, match="cannot be edited"):
        world.edit_text(person, group.id, picked.id, "my own words")


def test_a_card_of_an_inline_answer_can_be_tapped(
    api: Api, world: World, aigul: Account, query: str, updates: Updates
) -> None:
    api.ok(
        "answerInlineQuery", inline_query_id=query, results=[article(reply_markup=keys(callback_data="x"))]
    )
    picked = world.pick(aigul.id, query, "K7M4Q")
    updates()
    world.tap(aigul.id, picked.chat_id, picked.id, "x")
    [tapped] = updates()
    assert tapped["callback_query"]["inline_message_id"] == picked.inline_id
    assert "message" not in tapped["callback_query"], "a bot is not told the chat"


@pytest.mark.parametrize("wanted", [False, True])
def test_a_choice_is_told_only_when_asked_for(
    api: Api, world: World, query: str, updates: Updates, *, wanted: bool
) -> None:
    world.updates.allow(["message", *(["chosen_inline_result"] if wanted else [])])
    api.ok("answerInlineQuery", inline_query_id=query, results=[article(reply_markup=keys(url=LINK))])
    updates()
    person = world.person(world.inline_queries[query].person)
    picked = world.pick(person.id, query, "K7M4Q")
    told = [update["chosen_inline_result"] for update in updates() if "chosen_inline_result" in update]
    chosen = {"result_id": "K7M4Q", "from": person.user, "query": "Исраилов"}
    assert told == ([{**chosen, "inline_message_id": picked.inline_id}] if wanted else [])


def test_only_what_was_offered_to_oneself_can_be_picked(
    api: Api, world: World, aigul: Account, group: Chat, query: str
) -> None:
    with pytest.raises(SandboxRefusal, match="is gone"):
        world.pick(aigul.id, query, "K7M4Q")
    api.ok("answerInlineQuery", inline_query_id=query, results=[article()])
    with pytest.raises(SandboxRefusal, match="is gone"):
        world.pick(aigul.id, query, "other")
    other = world.add_person("Анна", "ru")
    group.members.add(other.id)
    with pytest.raises(SandboxRefusal, match="is gone"):
        world.pick(other.id, query, "K7M4Q")


def test_answers_grow_old_and_are_given_once(api: Api, world: World, aigul: Account, query: str) -> None:
    assert api.refused("answerInlineQuery", inline_query_id="77", results=[]) == TOO_OLD
    assert api.ok("answerInlineQuery", inline_query_id=query, results=[]) is True
    assert api.refused("answerInlineQuery", inline_query_id=query, results=[]) == TOO_OLD
    late = world.ask_inline(aigul.id, aigul.id, "x")
    world.clock.wind(timedelta(seconds=11))
    assert api.refused("answerInlineQuery", inline_query_id=late, results=[]) == TOO_OLD


@pytest.mark.parametrize("results", [[], [article(id="ж" * 32)], [article(id=str(one)) for one in range(50)]])
def test_results_that_pass(api: Api, query: str, results: list[Any]) -> None:
    assert api.ok("answerInlineQuery", inline_query_id=query, results=results) is True


@pytest.mark.parametrize(
    ("results", "error"),
    [
        ([article(id=str(one)) for one in range(51)], "RESULTS_TOO_MUCH"),
        ([article(id="")], "RESULT_ID_INVALID"),
        ([article(id="ж" * 33)], "RESULT_ID_INVALID"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article(title=" ")], "ARTICLE_TITLE_EMPTY"),
        ([article(type="poem")], "can't parse InlineQueryResult: Unsupported type specified"),
        (
            [{"type": "article", "id": "1"}],
            "can't parse InlineQueryResultArticle: Can't find field \"title\"",
        ),
        ([article(input_message_content={"message_text": " "})], "message text is empty"),
        ([article(input_message_content={"message_text": "a" * 4097})], "message is too long"),
        ([article(reply_markup=keys(url="x y"))], "inline keyboard button URL 'x y' is invalid"),
        ([article(reply_markup=keys())], "can't parse inline keyboard button: Text buttons are unallowed"),
    ],
)
def test_results_that_do_not(api: Api, query: str, results: list[Any], error: str) -> None:
    status, said = api.refused("answerInlineQuery", inline_query_id=query, results=results)
    assert status == 400
    assert said.startswith(f"Bad Request: {error}")


def test_a_place_is_no_text(api: Api, query: str) -> None:
    place = article(input_message_content={"latitude": 41.0, "longitude": 69.0})
    status, said = api.refused("answerInlineQuery", inline_query_id=query, results=[place])
    assert (status, "message_text" in said) == (400, True)


@pytest.mark.parametrize("start", ["l", "r_K7M4Q", "a" * 64])
def test_a_button_opens_the_bot(api: Api, world: World, aigul: Account, query: str, start: str) -> None:
    button = {"text": "Хабар беріңіз", "start_parameter": start}
    api.ok("answerInlineQuery", inline_query_id=query, results=[], button=button)
    newest = world.last_offers(aigul.id)
    assert newest is not None
    assert newest[1].button == button


@pytest.mark.parametrize(
    ("button", "error"),
    [
        ({"text": "", "start_parameter": "l"}, "BUTTON_TEXT_INVALID"),
        ({"text": "Ашу"}, "inlineQueryResultsButton must have exactly one"),
        (
            {"text": "Ашу", "start_parameter": "l", "web_app": {"url": LINK}},
            "inlineQueryResultsButton must have",
        ),
        ({"text": "Ашу", "start_parameter": ""}, "START_PARAM_INVALID"),
        ({"text": "Ашу", "start_parameter": "a" * 65}, "START_PARAM_INVALID"),
        ({"text": "Ашу", "start_parameter": "жол"}, "START_PARAM_INVALID"),
        ({"start_parameter": "l"}, "can't parse InlineQueryResultsButton: Can't find field \"text\""),
    ],
)
def test_a_button_that_does_not(api: Api, query: str, button: dict[str, Any], error: str) -> None:
    status, said = api.refused("answerInlineQuery", inline_query_id=query, results=[], button=button)
    assert status == 400
    assert said.startswith(f"Bad Request: {error}")


def test_an_offset_has_its_length(api: Api, query: str) -> None:
    answer = api.refused("answerInlineQuery", inline_query_id=query, results=[], next_offset="a" * 65)
    assert answer == (400, "Bad Request: NEXT_OFFSET_INVALID")
