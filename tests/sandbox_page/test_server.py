import base64
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from sandbox.acts import sample
from sandbox.files import Upload
from sandbox.methods import call
from sandbox.pictures import sample_picture
from sandbox.server import MAX_BODY_BYTES, make_app
from sandbox.world import World
from tests.sandbox_page.conftest import ADDRESS, EchoBot, Page


async def test_the_page_and_its_parts_are_served_with_safe_headers(page: Page) -> None:
    answer = await page.client.get("/")
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert (await page.client.get("/static/js/app.js")).status_code == 200
    assert (await page.client.get("/static/../server.py")).status_code == 404


async def test_a_public_page_keeps_the_policy_that_it_has_itself(world: World, tmp_path: Path) -> None:
    (tmp_path / "K7M4Q").mkdir()
    (tmp_path / "K7M4Q" / "index.html").write_text("<style>p { margin: 0 }</style>", encoding="utf-8")
    app = make_app(world, settle=EchoBot(world).settle, casts={}, pages=tmp_path)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS) as client:
        answer = await client.get("/appeals/K7M4Q/")
    assert answer.headers.get_list("content-security-policy") == ["frame-ancestors 'none'"]
    assert answer.headers.get_list("referrer-policy") == ["no-referrer"]


async def test_state_tells_people_time_switches_and_chats(page: Page) -> None:
    await page.act("send", person=page.casts["owner"], chat=page.casts["owner"], text="salem")
    state = await page.state()
    assert state["now"] == "2026-11-22T09:00:00+00:00"
    assert state["offset_seconds"] == 0
    assert state["switches"] == {"net_down": False, "flood": False}
    assert state["bot"] == {"username": "tabyldy_bot", "name": "Tabyldy"}
    assert [(one["name"], one["language"], one["blocked"]) for one in state["people"]] == [
        ("Жаңабай", "ru", False),
        ("Dilnoza", "uz", False),
    ]
    assert {chat["type"] for chat in state["chats"]} == {"private", "supergroup", "channel"}
    assert state["roles"] == page.casts
    assert state["story"] is None


async def test_people_see_the_bot_in_their_own_language(page: Page) -> None:
    url = f"/bot{page.world.token}/"
    menus = {"uz": "Qidirish", "": "Search"}
    for language, words in menus.items():
        commands = [{"command": "search", "description": words}]
        asked = {"commands": commands, "language_code": language}
        assert (await page.client.post(f"{url}setMyCommands", json=asked)).json()["ok"]
        name = {"name": f"Bot {words}", "language_code": language}
        assert (await page.client.post(f"{url}setMyName", json=name)).json()["ok"]
        about = {"description": f"About {words}", "language_code": language}
        assert (await page.client.post(f"{url}setMyDescription", json=about)).json()["ok"]
    owner, seeker = (await page.state())["people"]
    assert (owner["bot_name"], owner["description"]) == ("Bot Search", "About Search")
    assert (seeker["bot_name"], seeker["description"]) == ("Bot Qidirish", "About Qidirish")
    assert seeker["commands"] == [{"command": "search", "description": "Qidirish"}]


async def test_a_text_is_answered_by_the_bot(page: Page) -> None:
    owner = page.casts["owner"]
    answer = await page.act("send", person=owner, chat=owner, text="salem")
    said, echoed = await page.chat(owner)
    assert (said["id"], said["html"], said["from"]["id"]) == (answer["message"], "salem", owner)
    assert (echoed["html"], echoed["from"]["is_bot"]) == ("salem", True)


async def test_a_moderator_answers_a_message_of_the_group(page: Page) -> None:
    owner, group = page.casts["owner"], page.casts["moderators"]
    first = await page.act("send", person=owner, chat=group, text="one")
    await page.act("send", person=owner, chat=group, text="two", reply_to=first["message"])
    assert (await page.chat(group))[-1]["reply_to"] == first["message"]


async def test_a_tap_reaches_the_bot_also_twice(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("send", person=owner, chat=owner, text="salem")
    message = (await page.chat(owner))[-1]
    taps = [
        await page.act("tap", person=owner, chat=owner, message=message["id"], data="token:salem")
        for _ in range(2)
    ]
    assert [page.world.toast(tap["query"]) for tap in taps] == ["heard", "heard"]


async def test_photos_come_from_samples_and_files(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("photo", person=owner, chat=owner, sample="passport", caption="look")
    picture = sample_picture()
    await page.act("photo", person=owner, chat=owner, image=base64.b64encode(picture).decode())
    shown = [message for message in await page.chat(owner) if message["photo"]]
    assert shown[0]["html"] == "look"
    jpeg, png = [await page.client.get(message["photo"]) for message in shown]
    assert (jpeg.headers["content-type"], jpeg.content) == ("image/jpeg", sample("passport"))
    assert (png.headers["content-type"], png.content) == ("image/png", picture)


@pytest.mark.parametrize("name", ["passport", "licence", "receipt", "steppe"])
def test_every_sample_the_page_offers_is_a_jpeg(name: str) -> None:
    assert sample(name).startswith(b"\xff\xd8")


async def test_files_come_from_samples_and_from_the_computer(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("document", person=owner, chat=owner, name="receipt.pdf", sample=True, caption="look")
    held = base64.b64encode(b"a,b").decode()
    await page.act("document", person=owner, chat=owner, name="list.csv", content=held)
    pdf, csv = [message for message in await page.chat(owner) if message["document"]]
    assert pdf["html"] == "look"
    assert (pdf["document"]["type"], csv["document"]["type"]) == ("application/pdf", "text/csv")
    assert (csv["document"]["name"], csv["document"]["size"]) == ("list.csv", 3)
    assert (await page.client.get(csv["document"]["url"])).content == b"a,b"


@pytest.mark.parametrize(("name", "head"), [("receipt.pdf", b"%PDF-"), ("receipt.jpg", b"\xff\xd8")])
async def test_a_sample_receipt_is_opened_in_the_browser(page: Page, name: str, head: bytes) -> None:
    owner = page.casts["owner"]
    await page.act("document", person=owner, chat=owner, name=name, sample=True)
    shown = (await page.chat(owner))[0]["document"]
    opened = await page.client.get(shown["url"])
    assert opened.content.startswith(head)
    assert opened.headers["content-type"] == shown["type"]
    assert opened.headers["content-disposition"] == f"inline; filename*=UTF-8''{name}"


async def test_a_video_is_sent_and_its_length_shown(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("video", person=owner, chat=owner, caption="look")
    await page.act("video", person=owner, chat=owner, seconds=65)
    videos = [message for message in await page.chat(owner) if message["video"]]
    assert [message["video"] for message in videos] == [{"seconds": 5}, {"seconds": 65}]
    assert [message["html"] for message in videos] == ["look", ""]


async def test_a_location_is_sent(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("location", person=owner, chat=owner, latitude=41.45, longitude=69.32)
    assert (await page.chat(owner))[0]["location"] == {"lat": 41.45, "lon": 69.32}


async def test_a_voice_is_sent_and_its_length_shown(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("voice", person=owner, chat=owner)
    await page.act("voice", person=owner, chat=owner, seconds=65)
    voices = [message["voice"] for message in await page.chat(owner) if message["voice"]]
    assert voices == [{"seconds": 3}, {"seconds": 65}]


async def test_own_words_are_edited(page: Page) -> None:
    owner = page.casts["owner"]
    said = await page.act("send", person=owner, chat=owner, text="one")
    await page.act("edit", person=owner, chat=owner, message=said["message"], text="two")
    first = (await page.chat(owner))[0]
    assert (first["html"], first["edited"]) == ("two", True)


@pytest.mark.parametrize("name", ["mydata.json", 'Деректер; "1".html'])
async def test_a_file_of_the_bot_is_saved_and_never_shown(page: Page, name: str) -> None:
    owner = page.casts["owner"]
    page.world.send_text(owner, owner, "x")
    answer = call(page.world, "sendDocument", {"chat_id": owner}, {"document": Upload(b"<b>x</b>", name)})
    assert answer.status == 200
    shown = (await page.chat(owner))[-1]["document"]
    assert (shown["name"], shown["size"]) == (name, 8)
    saved = await page.client.get(shown["url"])
    assert saved.content == b"<b>x</b>"
    assert saved.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert unquote(saved.headers["content-disposition"]).endswith(name)


async def test_an_account_is_deleted(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("delete_account", person=owner)
    first, second = (await page.state())["people"]
    assert (first["deleted"], second["deleted"]) == (True, False)
    assert "has deleted their account" in await page.refused("send", person=owner, chat=owner, text="x")


async def test_a_deep_link_starts_the_bot(page: Page) -> None:
    seeker = page.casts["seeker"]
    await page.act("open", person=seeker, url="https://t.me/tabyldy_bot?start=f_korday")
    assert (await page.chat(seeker))[0]["html"] == "/start f_korday"


async def test_block_and_unblock(page: Page) -> None:
    owner = page.casts["owner"]
    await page.act("send", person=owner, chat=owner, text="salem")
    await page.act("block", person=owner)
    assert (await page.state())["people"][0]["blocked"] is True
    assert "has blocked the bot" in await page.refused("send", person=owner, chat=owner, text="hm")
    await page.act("unblock", person=owner)
    assert (await page.state())["people"][0]["blocked"] is False


async def test_a_card_is_asked_for_by_the_bots_name_and_picked(page: Page) -> None:
    owner, group = page.casts["owner"], page.casts["moderators"]
    asked = await page.act("ask", person=owner, chat=group, text="Исраилов")
    assert await page.chat(group) == []
    await page.act("pick", person=owner, query=asked["query"], result="1")
    [picked] = await page.chat(group)
    assert (picked["html"], picked["via"], picked["from"]["id"]) == (
        "card of Исраилов",
        "tabyldy_bot",
        owner,
    )
    words = await page.refused("pick", person=owner, query=asked["query"], result="2")
    assert words == "This card is gone: type the name again."
    page.world.inline_mode = False
    words = await page.refused("ask", person=owner, chat=group, text="Исраилов")
    assert words == "Inline mode is off for this bot."


async def test_the_clock_is_wound(page: Page) -> None:
    await page.act("wind", seconds=86_400)
    await page.act("wind", seconds=3_600)
    state = await page.state()
    assert state["now"] == "2026-11-23T10:00:00+00:00"
    assert state["offset_seconds"] == 90_000


async def test_switches(page: Page) -> None:
    await page.act("switch", name="net_down", on=True)
    await page.act("switch", name="flood", on=True)
    assert (await page.state())["switches"] == {"net_down": True, "flood": True}
    await page.act("switch", name="net_down", on=False)
    assert page.world.net_down is False
    answer = await page.client.post(
        f"/bot{page.world.token}/sendMessage", json={"chat_id": page.casts["moderators"], "text": "x"}
    )
    assert answer.status_code == 429
    await page.act("switch", name="flood", on=False)
    assert (await page.state())["switches"] == {"net_down": False, "flood": False}


async def test_a_new_person_has_a_name_and_a_language(page: Page) -> None:
    answer = await page.act("add_person", name="  Гулнора ", language="tg")
    newcomer = (await page.state())["people"][-1]
    assert (newcomer["id"], newcomer["name"], newcomer["language"]) == (answer["person"], "Гулнора", "tg")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ({"do": "send", "person": 1, "chat": 1, "text": "x"}, "no person 1"),
        ({"do": "send", "person": "OWNER", "chat": "OWNER", "text": " \n"}, "Write something first"),
        ({"do": "send", "person": "OWNER", "chat": "OWNER", "text": "я" * 4097}, "at most 4096"),
        ({"do": "send", "person": "OWNER", "chat": "CHANNEL", "text": "x"}, "only the bot posts here"),
        ({"do": "send", "person": "SEEKER", "chat": "MODERATORS", "text": "x"}, "is not in this chat"),
        ({"do": "send", "person": "OWNER"}, "chat: Field required"),
        ({"do": "photo", "person": "OWNER", "chat": "OWNER", "image": "?"}, "did not arrive whole"),
        ({"do": "photo", "person": "OWNER", "chat": "OWNER", "image": "eHg="}, "only PNG and JPEG"),
        ({"do": "photo", "person": "OWNER", "chat": "OWNER"}, "cannot be sent as a photo"),
        (
            {"do": "photo", "person": "OWNER", "chat": "OWNER", "sample": "cat"},
            "licence, passport, receipt, steppe",
        ),
        ({"do": "document", "person": "OWNER", "chat": "OWNER", "name": "a", "content": "?"}, "file did not"),
        ({"do": "document", "person": "OWNER", "chat": "OWNER", "name": "a"}, "this file is empty"),
        ({"do": "document", "person": "OWNER", "chat": "OWNER", "name": ""}, "document.name"),
        (
            {"do": "document", "person": "OWNER", "chat": "OWNER", "name": "../acts.py", "sample": True},
            "no sample file",
        ),
        ({"do": "video", "person": "OWNER", "chat": "OWNER", "seconds": 0}, "lasts 1 to"),
        ({"do": "video", "person": "OWNER", "chat": "OWNER", "caption": "я" * 1025}, "at most 1024"),
        ({"do": "location", "person": "OWNER", "chat": "OWNER", "latitude": 91, "longitude": 0}, "-90 to 90"),
        ({"do": "voice", "person": "OWNER", "chat": "OWNER", "seconds": 0}, "lasts 1 to"),
        ({"do": "edit", "person": "OWNER", "chat": "MODERATORS", "message": 9, "text": "x"}, "is gone"),
        ({"do": "tap", "person": "OWNER", "chat": "MODERATORS", "message": 1, "data": ""}, "tap.data"),
        ({"do": "open", "person": "OWNER", "url": "https://example.org"}, "outside of the sandbox"),
        ({"do": "open", "person": "OWNER", "url": "https://t.me/tabyldy_bot?start=a+b"}, "does not work"),
        ({"do": "block", "person": "OWNER"}, "no chat with the bot yet"),
        ({"do": "wind", "seconds": -1}, "wind.seconds"),
        ({"do": "wind", "seconds": 10**9}, "wind.seconds"),
        ({"do": "switch", "name": "gravity", "on": True}, "switch.name"),
        ({"do": "add_person", "name": "  ", "language": "kk"}, "add_person.name"),
        ({"do": "add_person", "name": "Ann", "language": "xx"}, "add_person.language"),
        ({"do": "story", "move": "next"}, "no story is being told"),
        ({"do": "fly"}, "This cannot be done"),
    ],
)
async def test_what_cannot_be_done_is_said(page: Page, act: dict[str, object], words: str) -> None:
    ids = {name.upper(): number for name, number in page.casts.items()}
    filled = {name: ids.get(str(value), value) for name, value in act.items()}
    assert words.lower() in (await page.refused(**filled)).lower()  # type: ignore[arg-type] # any JSON
    assert page.bot.turns == 0


async def test_broken_json_is_refused(page: Page) -> None:
    answer = await page.client.post("/act", content="{", headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["ok"] is False


async def test_only_this_pages_own_json_is_taken(page: Page) -> None:
    wind = '{"do": "wind", "seconds": 60}'
    json = {"content-type": "application/json; charset=utf-8"}
    form = await page.client.post("/act", content=wind, headers={"content-type": "text/plain"})
    foreign = await page.client.post("/act", content=wind, headers=json | {"origin": "https://evil.example"})
    other_port = await page.client.post(
        "/act", content=wind, headers=json | {"origin": "http://127.0.0.1:9999"}
    )
    assert [form.status_code, foreign.status_code, other_port.status_code] == [415, 403, 403]
    assert (await page.state())["offset_seconds"] == 0
    own = await page.client.post("/act", content=wind, headers=json | {"origin": "http://127.0.0.1:8765"})
    assert own.status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", ""])
async def test_another_host_name_reads_nothing(page: Page, host: str) -> None:
    answer = await page.client.get("/state", headers={"host": host})
    assert answer.status_code == 403
    assert "people" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8765", "[::1]:8765", "127.0.0.1"])
async def test_this_computers_own_names_are_served(page: Page, host: str) -> None:
    assert (await page.client.get("/state", headers={"host": host})).status_code == 200


async def test_a_body_without_end_is_cut(page: Page) -> None:
    body = b" " * (MAX_BODY_BYTES + 1)
    answer = await page.client.post("/act", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 413


@pytest.mark.parametrize("address", ["/photo/nothing", "/document/nothing"])
async def test_an_unknown_file_is_404(page: Page, address: str) -> None:
    assert (await page.client.get(address)).status_code == 404


async def test_the_bot_api_stands_beside_the_page(page: Page) -> None:
    answer = await page.client.post(f"/bot{page.world.token}/getMe")
    assert answer.json()["result"]["username"] == "tabyldy_bot"
