"""The outbox worker is woken by what it has to send, not by every answer."""

import pytest

from tests.conftest import Desk


@pytest.fixture
def woken(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    calls: list[bool] = []
    monkeypatch.setattr(type(desk.app.worker), "wake", lambda _: calls.append(True))
    return calls


async def test_an_answer_alone_wakes_nobody(desk: Desk, woken: list[bool]) -> None:
    anna = desk.person("Anna", "en")
    await anna.sends("/start")
    await anna.taps("language:en")
    await anna.sends("/help")
    assert anna.messages[-1].from_bot
    assert woken == []


async def test_what_others_must_be_told_wakes_it(desk: Desk, woken: list[bool]) -> None:
    anna = desk.person("Anna", "en")
    await anna.sends("/start")
    await anna.taps("language:en")
    await anna.taps("agree")
    await anna.sends("/found")
    await anna.taps("Passport")
    await anna.taps("Kazakhstan")
    for words in ("ИСРАИЛОВ ЖАҢАБАЙ", "teahouse Dostarkhan", "N 1234821"):
        await anna.sends(words)
    assert woken == []
    await anna.taps("Send")
    assert woken == [True]
    assert len(desk.posts) == 1
