import re
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.files import Upload
from sandbox.person import Person
from sandbox.refusals import SandboxRefusal
from sandbox.world import World
from tests.sandbox.conftest import Api

LINK = "https://t.me/tabyldy_bot?start=c_7"
ROWS = [
    [{"text": "Да, это оно", "callback_data": "yes"}, {"text": "Да", "callback_data": "y"}],
    [{"text": "Открыть", "url": LINK}, {"text": "Код", "copy_text": {"text": "T-1"}}],
]


@pytest.fixture
def anna(api: Api, world: World) -> Person:
    """A person whose bot repeats what it hears, with buttons under it, and confirms every tap."""

    async def settle() -> None:
        for update in world.updates.take(100):
            world.updates.confirm(update["update_id"] + 1)
            answer(api, update)

    return Person(world, world.add_person("Анна", "ru"), settle)


def answer(api: Api, update: dict[str, Any]) -> None:
    if "callback_query" in update:
        query = update["callback_query"]
        api.ok("answerCallbackQuery", callback_query_id=query["id"], text=f"got {query['data']}")
    elif "edited_message" in update:
        message = update["edited_message"]
        words = message.get("text") or message["caption"]
        api.ok("sendMessage", chat_id=message["from"]["id"], text=f"edited {words}")
    elif "message" in update and update["message"]["chat"]["type"] == "private":
        message = update["message"]
        heard = message.get("text") or message.get("caption") or "location" in message
        if "reply_to_message" in message:
            heard = f"{heard} to {message['reply_to_message']['text']}"
        sent = {"chat_id": message["from"]["id"], "text": f"heard {heard}"}
        api.ok("sendMessage", **sent, reply_markup={"inline_keyboard": ROWS})


async def test_typing_and_reading(anna: Person) -> None:
    with pytest.raises(AssertionError, match="has not said anything"):
        _ = anna.screen
    assert anna.messages == []
    await anna.sends("паспорт")
    assert anna.screen == "heard паспорт"
    await anna.sends_photo(caption="снимок")
    await anna.sends_location(41.3, 69.2)
    assert [message.text for message in anna.messages] == ["heard паспорт", "heard снимок", "heard True"]
    assert anna.told("снимок")
    assert not anna.told("билет")
    assert anna.language == "ru"
    assert anna.buttons() == ["Да, это оно", "Да", "Открыть", "Код"]


async def test_tapping_by_label_and_by_data(anna: Person) -> None:
    await anna.sends("a")
    assert await anna.taps("это оно") == "got yes"
    assert await anna.taps("yes") == "got yes"
    assert await anna.taps("Да") == "got y"
    assert await anna.taps("Код") is None
    assert await anna.taps_stale(anna.messages[0], "gone") == "got gone"


async def test_link_buttons_open_the_bot(anna: Person) -> None:
    await anna.sends("a")
    assert await anna.taps("Открыть") is None
    assert anna.screen == "heard /start c_7"
    await anna.opens("tg://resolve?domain=tabyldy_bot&start=x")
    assert anna.screen == "heard /start x"


async def test_keys_of_the_reply_keyboard(api: Api, anna: Person) -> None:
    await anna.sends("a")
    keyboard = {"keyboard": [["Найти", "Потерял"]]}
    api.ok("sendMessage", chat_id=anna.id, text="menu", reply_markup=keyboard)
    assert anna.keys() == ["Найти", "Потерял"]
    await anna.taps("Поте")
    assert anna.screen == "heard Потерял"
    api.ok("sendMessage", chat_id=anna.id, text="menu", reply_markup={"remove_keyboard": True})
    assert anna.keys() == []


async def test_a_missing_button_is_told_with_those_there_are(anna: Person) -> None:
    await anna.sends("a")
    labels = "['Да, это оно', 'Да', 'Открыть', 'Код']"
    with pytest.raises(AssertionError, match=re.escape(f"no button 'Нет'; there are {labels}")):
        await anna.taps("Нет")
    with pytest.raises(AssertionError, match="no button"):
        await anna.taps("Нет", message=anna.messages[0])


async def test_older_messages_are_tapped_when_given(api: Api, world: World, anna: Person) -> None:
    await anna.sends("a")
    first = anna.messages[0]
    channel = world.add_channel("Табылды", "tabyldy_channel")
    markup = {"inline_keyboard": [[{"text": "Моё", "callback_data": "mine"}]]}
    api.ok("sendMessage", chat_id=channel.id, text="post", reply_markup=markup)
    assert await anna.taps("mine", message=channel.messages[1]) == "got mine"
    assert await anna.taps("y", message=first) == "got y"


async def test_editing_answering_and_speaking(anna: Person) -> None:
    assert anna.said == []
    await anna.sends("завтра")
    await anna.replies(anna.messages[0], "где?")
    assert anna.screen == "heard где? to heard завтра"
    await anna.sends_voice()
    assert [message.text for message in anna.said] == ["завтра", "где?", ""]
    assert anna.said[-1].voice is not None
    await anna.edits(anna.said[0], "сегодня")
    assert anna.said[0].text == "сегодня"
    assert anna.screen == "edited сегодня"


async def test_files_from_the_bot(api: Api, anna: Person) -> None:
    await anna.sends("a")
    for name, content in (("a.json", b"{}"), ("b.pdf", b"%PDF")):
        api.ok("sendDocument", {"document": Upload(content, name)}, chat_id=anna.id)
    assert anna.documents == [("a.json", b"{}"), ("b.pdf", b"%PDF")]


async def test_files_and_videos_of_a_person(world: World, anna: Person) -> None:
    await anna.sends_document("чек.pdf", b"%PDF", "за билет")
    await anna.sends_video(caption="поезд")
    document, video = (message.media for message in anna.said)
    assert document is not None
    assert world.files.content(document.file_id) == b"%PDF"
    assert video is not None
    assert len(world.files.content(video.file_id)) == video.size
    assert [message.text for message in anna.messages] == ["heard за билет", "heard поезд"]
    await anna.edits(anna.said[0], "за два билета")
    assert anna.said[0].text == "за два билета"


async def test_leaving_telegram(api: Api, anna: Person) -> None:
    await anna.sends("a")
    anna.deletes_account()
    with pytest.raises(SandboxRefusal, match="deleted"):
        await anna.sends("b")
    assert api.refused("sendMessage", chat_id=anna.id, text="b")[0] == 403
    assert [message.text for message in anna.said] == ["a"]


async def test_groups_and_blocking(world: World, anna: Person, aigul: Account) -> None:
    group = world.add_group("Шекара", [aigul, world.accounts[anna.id]])
    await anna.sends("привет", chat=group.id)
    assert anna.messages == []
    assert [message.text for message in group.messages.values()] == ["привет"]
    await anna.sends("личное")
    anna.blocks()
    with pytest.raises(SandboxRefusal, match="unblock"):
        await anna.sends("ещё")
    anna.unblocks()
    await anna.sends("снова")
    assert anna.screen == "heard снова"
