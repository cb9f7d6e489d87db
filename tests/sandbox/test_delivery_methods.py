import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.polling import respond
from sandbox.refusals import NetDown
from sandbox.world import World
from tests.sandbox.conftest import Api


def texts(updates: list[Any]) -> list[str]:
    return [update["message"]["text"] for update in updates]


@pytest.fixture
def talk(world: World, aigul: Account) -> Callable[..., None]:
    world.updates.forget()

    def say(*lines: str) -> None:
        for line in lines:
            world.send_text(aigul.id, aigul.id, line)

    return say


def test_updates_come_again_until_a_higher_offset_confirms_them(api: Api, talk: Callable[..., None]) -> None:
    talk("1", "2", "3")
    first = api.ok("getUpdates")
    assert texts(first) == ["1", "2", "3"]
    ids = [update["update_id"] for update in first]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert api.ok("getUpdates") == first
    assert api.ok("getUpdates", offset=ids[0]) == first
    assert texts(api.ok("getUpdates", offset=ids[1])) == ["2", "3"]
    assert texts(api.ok("getUpdates", offset=ids[0])) == ["2", "3"]
    talk("4")
    assert texts(api.ok("getUpdates", offset=ids[2] + 1)) == ["4"]
    assert api.ok("getUpdates", offset=ids[2] + 2) == []


def test_limit_and_negative_offset(api: Api, talk: Callable[..., None]) -> None:
    talk(*map(str, range(120)))
    assert len(api.ok("getUpdates")) == 100
    assert len(api.ok("getUpdates", limit=1000)) == 100
    assert texts(api.ok("getUpdates", limit=2)) == ["0", "1"]
    assert texts(api.ok("getUpdates", offset=-2)) == ["118", "119"]
    assert texts(api.ok("getUpdates")) == ["118", "119"]


def test_only_the_kinds_asked_for(api: Api, world: World, aigul: Account, talk: Callable[..., None]) -> None:
    api.ok("getUpdates", allowed_updates=["callback_query"])
    talk("unheard")
    world.tap(aigul.id, aigul.id, 1, "heard")
    (update,) = api.ok("getUpdates", allowed_updates=[])
    assert update["callback_query"]["data"] == "heard"
    talk("heard again")
    assert len(api.ok("getUpdates")) == 2


async def ask(world: World, **params: Any) -> Any:
    answer = await respond(world, "getUpdates", params, {})
    return answer.body.get("result", answer.body.get("description"))


async def test_a_long_poll_answers_when_something_happens(world: World, talk: Callable[..., None]) -> None:
    poll = asyncio.create_task(ask(world, timeout=50))
    await asyncio.sleep(0)
    assert not poll.done()
    talk("кеш")
    assert texts(await poll) == ["кеш"]


async def test_a_short_poll_answers_at_once(world: World, talk: Callable[..., None]) -> None:
    talk()
    assert await ask(world) == []
    assert await ask(world, timeout=-5) == []


async def test_a_poll_confirms_before_it_waits(world: World, talk: Callable[..., None]) -> None:
    talk("1")
    (update,) = await ask(world)
    poll = asyncio.create_task(ask(world, timeout=50, offset=update["update_id"] + 1))
    await asyncio.sleep(0)
    assert not poll.done()
    talk("2")
    assert texts(await poll) == ["2"]


async def test_a_second_poll_ends_the_first(world: World, talk: Callable[..., None]) -> None:
    first = asyncio.create_task(ask(world, timeout=50))
    await asyncio.sleep(0)
    second = asyncio.create_task(ask(world, timeout=50))
    assert (await first).startswith("Conflict: terminated by other getUpdates request")
    talk("1")
    assert texts(await second) == ["1"]


async def test_the_net_going_down_breaks_a_poll(world: World, talk: Callable[..., None]) -> None:
    talk()
    poll = asyncio.create_task(ask(world, timeout=50))
    await asyncio.sleep(0)
    world.net_down = True
    with pytest.raises(NetDown):
        await poll


async def test_polling_and_a_webhook_exclude_one_another(
    api: Api, world: World, talk: Callable[..., None]
) -> None:
    talk("1")
    poll = asyncio.create_task(ask(world, timeout=50, offset=2**40))
    await asyncio.sleep(0)
    api.ok("setWebhook", url="https://bot.example.kz/hook", secret_token="s_1", max_connections=5)
    reason = (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert await poll == reason
    assert api.refused("getUpdates") == (409, reason)
    talk("2")
    info = api.ok("getWebhookInfo")
    assert info["url"] == "https://bot.example.kz/hook"
    assert (info["pending_update_count"], info["max_connections"]) == (1, 5)
    api.ok("deleteWebhook")
    assert texts(api.ok("getUpdates")) == ["2"]
    api.ok("deleteWebhook", drop_pending_updates=True)
    assert api.ok("getWebhookInfo") == {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"url": "http://a.kz"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://a.kz", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "https://a.kz", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
def test_wrong_webhooks(api: Api, params: dict[str, str], error: str) -> None:
    assert api.refused("setWebhook", **params) == (400, f"Bad Request: {error}")


def test_an_empty_webhook_is_none(api: Api, world: World) -> None:
    api.ok("setWebhook", url="https://a.kz", allowed_updates=["message"])
    assert api.ok("getWebhookInfo")["allowed_updates"] == ["message"]
    api.ok("setWebhook", url="")
    assert world.webhook.url == ""
