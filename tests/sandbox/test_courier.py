import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from sandbox.accounts import Account
from sandbox.courier import deliver
from sandbox.world import World
from tests.sandbox.conftest import Api

HOOK = "https://bot.example.kz/hook"


class Bot:
    """The receiving end: keeps what arrives and answers with the next status."""

    def __init__(self) -> None:
        self.heard: list[Any] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.statuses and self.statuses[0] == 0:
            raise httpx.ConnectError("nobody there")
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.heard.append(json.loads(request.content)["message"]["text"])
        return httpx.Response(self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
def say(api: Api, world: World, aigul: Account) -> Callable[..., None]:
    api.ok("setWebhook", url=HOOK, secret_token="s_1", drop_pending_updates=True)

    def speak(*lines: str) -> None:
        for line in lines:
            world.send_text(aigul.id, aigul.id, line)

    return speak


async def test_updates_are_posted_in_order_with_the_secret(world: World, say: Callable[..., None]) -> None:
    bot = Bot()
    say("1", "2")
    async with httpx.AsyncClient(transport=httpx.MockTransport(bot)) as client:
        assert await deliver(world, client) == 2
        assert await deliver(world, client) == 0
    assert (bot.heard, bot.secrets) == (["1", "2"], ["s_1", "s_1"])


@pytest.mark.parametrize(
    ("status", "error"), [(500, "Wrong response from the webhook: 500"), (0, "Connection refused")]
)
async def test_what_was_not_accepted_comes_again(
    api: Api, say: Callable[..., None], status: int, error: str
) -> None:
    world, bot = api.world, Bot()
    say("1", "2", "3")
    async with httpx.AsyncClient(transport=httpx.MockTransport(bot)) as client:
        bot.statuses = [status]
        assert await deliver(world, client) == 0
        info = api.ok("getWebhookInfo")
        assert (info["last_error_message"], info["pending_update_count"]) == (error, 3)
        assert info["last_error_date"] == int(world.clock.now().timestamp())
        bot.statuses, bot.heard = [200, 200, 200], []
        assert await deliver(world, client) == 3
    assert bot.heard == ["1", "2", "3"]


async def test_nothing_is_posted_without_a_webhook_or_a_net(
    api: Api, world: World, say: Callable[..., None]
) -> None:
    bot = Bot()
    say("1")
    async with httpx.AsyncClient(transport=httpx.MockTransport(bot)) as client:
        world.net_down = True
        assert await deliver(world, client) == 0
        world.net_down = False
        api.ok("deleteWebhook")
        assert await deliver(world, client) == 0
    assert bot.heard == []
