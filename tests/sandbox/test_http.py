from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from telegram import Bot
from telegram.error import InvalidToken, NetworkError
from telegram.request import HTTPXRequest

from sandbox.accounts import Account
from sandbox.http import bot_api_routes
from sandbox.pictures import sample_picture
from sandbox.world import World

API = "http://sandbox.test/bot4242:sandbox"


@pytest.fixture
def asgi(world: World) -> httpx.ASGITransport:
    return httpx.ASGITransport(Starlette(routes=bot_api_routes(world)))


@pytest.fixture
async def client(asgi: httpx.ASGITransport) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=asgi) as made:
        yield made


def ptb(asgi: httpx.ASGITransport, token: str) -> Bot:
    """PTB with its own HTTP client, only the socket is replaced."""
    requests = [HTTPXRequest(httpx_kwargs={"transport": asgi}) for _ in range(2)]
    return Bot(
        token,
        base_url="http://sandbox.test/bot",
        base_file_url="http://sandbox.test/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    )


async def test_the_three_kinds_of_request(client: httpx.AsyncClient, aigul: Account) -> None:
    wanted = {"chat_id": str(aigul.id), "text": "Сәлем"}
    answers = [
        await client.get(f"{API}/sendMessage", params=wanted),
        await client.post(f"{API}/sendMessage", data=wanted),
        await client.post(f"{API}/sendMessage", json=wanted),
        await client.post(
            f"{API}/sendPhoto", data={**wanted, "caption": "a"}, files={"photo": sample_picture()}
        ),
    ]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert answers[0].json()["result"]["text"] == "Сәлем"
    assert answers[3].json()["result"]["caption"] == "a"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot4242:wrong/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot4242:sandbox/getMoon", 404, "Not Found"),
        ("/file/bot4242:sandbox/photos/x.png", 404, "Not Found"),
        ("/file/bot4242:wrong/photos/x.png", 401, "Unauthorized"),
    ],
)
async def test_wrong_addresses(client: httpx.AsyncClient, path: str, status: int, description: str) -> None:
    answer = await client.get(f"http://sandbox.test{path}")
    assert answer.status_code == status
    assert answer.json() == {"ok": False, "error_code": status, "description": description}


async def test_broken_bodies_are_a_bad_request(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"{API}/getMe", content=b"{", headers={"content-type": "application/json"})
    assert answer.json()["description"] == "Bad Request: can't parse JSON body"


async def test_ptb_talks_to_it_over_http(asgi: httpx.ASGITransport, world: World, aigul: Account) -> None:
    async with ptb(asgi, world.token) as bot:
        assert bot.username == "tabyldy_bot"
        updates = await bot.get_updates(timeout=0)
        assert updates[0].effective_user is not None
        assert updates[0].effective_user.id == aigul.id
        sent = await bot.send_photo(aigul.id, sample_picture(), caption="<b>a</b>", parse_mode="HTML")
        file = await bot.get_file(sent.photo[-1].file_id)
        assert await file.download_as_bytearray() == sample_picture()
        document = (await bot.send_document(aigul.id, b"{}", filename="Деректер.json")).document
        assert document is not None
        assert document.file_name == "Деректер.json"
        assert await (await document.get_file()).download_as_bytearray() == b"{}"
        world.net_down = True
        for attempt in (bot.get_me(), file.download_as_bytearray()):
            with pytest.raises(NetworkError, match="Bad Gateway"):
                await attempt
        world.net_down = False


async def test_ptb_learns_of_a_wrong_token(asgi: httpx.ASGITransport) -> None:
    bot = ptb(asgi, "4242:wrong")
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()
