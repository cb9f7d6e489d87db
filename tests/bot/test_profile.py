"""The profile: given to Telegram in every language, once, and again only after a change."""

from dataclasses import replace
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot import profile
from handlers.routes import COMMANDS
from locales.catalog import Catalog
from locales.choice import NAMES
from relay.work import Relay
from sandbox.profile import DEFAULT
from sandbox.transport import InProcessRequest
from sandbox.world import World
from tests.conftest import Desk


def changed(relay: Relay) -> Relay:
    """The product in its next version, which speaks a language less."""
    bundles = {code: bundle for code, bundle in relay.catalog._bundles.items() if code != "kk"}
    return replace(relay, catalog=Catalog(bundles, relay.catalog._ids))


def calls(world: World) -> int:
    return sum(call.method.startswith("setMy") for call in world.calls)


async def test_every_language_gets_its_profile(desk: Desk) -> None:
    assert await profile.register(desk.app.bot, desk.app.relay)
    told = desk.world.profile
    assert set(told.names) == set(told.descriptions) == set(told.short_descriptions) == {*NAMES, ""}
    for language in NAMES:
        catalog = desk.app.relay.catalog
        assert told.names[language] == catalog.label(language, "profile-name")
        menu = {line["command"]: line["description"] for line in told.commands[DEFAULT, language]}
        assert list(menu) == [name for name in COMMANDS if name != "start"]
        assert menu["found"] == catalog.label(language, "command-found")
    assert told.names[""] == told.names["ru"], "who speaks none of the languages sees the default"


async def test_a_person_sees_the_menu_in_their_language(desk: Desk) -> None:
    await profile.register(desk.app.bot, desk.app.relay)
    person = desk.person("Dilnoza", "uz")
    menu = desk.world.profile.commands_for(person.id, person.language)
    assert menu[0]["description"] == desk.app.relay.catalog.label("uz", "command-found")


async def test_nothing_is_set_twice(desk: Desk) -> None:
    await profile.register(desk.app.bot, desk.app.relay)
    before = calls(desk.world)
    assert not await profile.register(desk.app.bot, desk.app.relay)
    assert calls(desk.world) == before


async def test_a_change_is_told_once(desk: Desk) -> None:
    await profile.register(desk.app.bot, desk.app.relay)
    assert await profile.register(desk.app.bot, changed(desk.app.relay))
    assert not await profile.register(desk.app.bot, changed(desk.app.relay))


async def test_a_net_that_is_down_leaves_it_to_the_next_start(desk: Desk) -> None:
    desk.world.net_down = True
    with capture_logs() as logs:
        assert not await profile.register(desk.app.bot, desk.app.relay)
    assert len(logs) == 1
    assert "next start" in logs[0]["event"]
    desk.world.net_down = False
    assert await profile.register(desk.app.bot, desk.app.relay)


class Strict(ExtBot[None]):
    """Telegram allows few changes of a name a day."""

    async def set_my_name(self, *_: Any, **__: Any) -> bool:
        raise RetryAfter(80_000)


async def test_a_daily_limit_is_survived_and_tried_again(desk: Desk) -> None:
    strict = Strict(desk.world.token, request=InProcessRequest(desk.world))
    await strict.initialize()
    with capture_logs() as logs:
        assert not await profile.register(strict, desk.app.relay)
    assert logs[0]["log_level"] == "warning"
    assert await profile.register(desk.app.bot, desk.app.relay)


@pytest.mark.parametrize("language", NAMES)
def test_every_command_but_start_stands_in_the_menu(desk: Desk, language: str) -> None:
    menu = profile.commands(desk.app.relay.catalog, language)
    assert [line.command for line in menu] == [name for name in COMMANDS if name != "start"]
    assert all(line.description for line in menu)
