"""The benchmark of delivery: a fake Telegram that keeps limits and counts, figures that say what it saw."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ServerDisconnectedError
from aiohttp.test_utils import TestClient, TestServer

from bench import _delivery_peers, _delivery_server, delivery
from bench._delivery_faults import NO_FAULTS, Fate, Faults
from bench._delivery_figures import Conditions, Figures, Losses, Report, fates, figures, line
from bench._delivery_ledger import Counts, Ledger
from bench._delivery_limits import WINDOWS, Bucket, Limits, SoftFlood, WindowFlood
from bench._delivery_newcomers import Newcomers
from bench._delivery_peers import PEERS, NoPeerError
from bench._delivery_people import prepare
from bench._delivery_product import product
from bench._delivery_run import measured
from bench._delivery_server import Server
from bench._delivery_task import FIRST_NEWCOMER, TOKEN, Task, recipients
from bench._delivery_telegram import Telegram, chat_of
from domain.messages import OnDoubt

ANNA, BORIS, *_ = recipients(20)
GROUP = -42
KEYS = (
    "strategy flood fraction too_many_requests lost duplicated unknown cpu_ms_per_message memory_growth_mb "
    "start_p50_ms start_p99_ms"
)


def test_a_bucket_gives_a_seconds_worth_at_once_and_fills_up_again() -> None:
    bucket = Bucket(4, 4)
    for _ in range(4):
        assert not bucket.missing(10)
        bucket.take(10)
    assert bucket.missing(10) == pytest.approx(0.25)
    assert bucket.missing(10.25) == 0
    bucket.take(1000)
    assert bucket.missing(1000) == 0


def test_soft_refuses_only_while_the_bucket_is_empty() -> None:
    limits = Limits(2, SoftFlood())
    chats = iter(recipients(9))
    assert [limits.ask(next(chats), at) for at in (0, 0, 0, 0.4, 0.5, 0.6, 1.0)] == [
        None, None, 1, 1, None, 1, None,
    ]  # fmt: skip


def test_one_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    limits = Limits(1000, SoftFlood())
    assert [limits.ask(ANNA, 0) for _ in range(4)] == [None, None, None, 1]
    assert limits.ask(BORIS, 0) is None
    assert [limits.ask(ANNA, 1.0), limits.ask(ANNA, 1.5)] == [None, 1]


@pytest.mark.parametrize("group", [GROUP, "@channel"])
def test_a_group_gets_twenty_within_a_minute(group: int | str) -> None:
    limits = Limits(1000, SoftFlood())
    assert [limits.ask(group, second) for second in range(20)] == [None] * 20
    assert [limits.ask(group, 20), limits.ask(group, 59.5), limits.ask(group, 60)] == [40, 1, None]


def test_a_refusal_opens_a_window_for_everybody_and_each_makes_the_next_longer() -> None:
    limits = Limits(1, WindowFlood())
    asked = ((ANNA, 0.0), (BORIS, 0.5), (BORIS, 1.4), (BORIS, 1.6), (ANNA, 1.7), (BORIS, 6.6), (BORIS, 6.8))
    assert [limits.ask(chat, at) for chat, at in asked] == [None, 1, 1, None, 5, 1, None]


def test_no_window_is_longer_than_the_longest() -> None:
    limits = Limits(1, WindowFlood())
    for _ in range(30):
        limits.ask(ANNA, 0)
    assert limits.ask(ANNA, 2) is None
    assert [limits.ask(ANNA, at) for at in (2.1, 37, 37.2)] == [WINDOWS[-1], 1, None]


def test_a_window_is_forgiven_slowly() -> None:
    limits = Limits(1, WindowFlood())
    limits.ask(ANNA, 0)
    assert [limits.ask(ANNA, 0.1), limits.ask(ANNA, 0.2)] == [1, 1]
    assert [limits.ask(ANNA, at) for at in (5, 5.1)] == [None, 5]
    assert [limits.ask(ANNA, at) for at in (20.2, 30.3, 30.4)] == [None, None, 3]


def test_faults_strike_by_their_shares_and_the_same_way_each_time() -> None:
    faults, chats = Faults(), recipients(50_000)
    fates_ = [faults.fate(chat, 1) for chat in chats]
    assert fates_ == [Faults().fate(chat, 1) for chat in chats]
    assert fates_ != [Faults(seed=12).fate(chat, 1) for chat in chats]
    shares = {fate: fates_.count(fate) / len(chats) for fate in Fate}
    assert shares[Fate.BLOCKED] == pytest.approx(0.03, rel=0.1)
    assert shares[Fate.BROKEN] == pytest.approx(0.005, rel=0.25)
    assert shares[Fate.DROPPED] == pytest.approx(0.002, rel=0.35)


def test_whoever_blocked_stays_blocked_and_newcomers_meet_no_fault() -> None:
    blocked = [chat for chat in recipients(2000) if Faults().fate(chat, 1) is Fate.BLOCKED]
    assert {Faults().fate(chat, attempt) for chat in blocked for attempt in range(5)} == {Fate.BLOCKED}
    always = Faults(blocked=1, broken=1, dropped=1)
    assert {always.fate(chat, 1) for chat in (FIRST_NEWCOMER, GROUP, "@channel")} == {Fate.SENT}


def told(telegram: Telegram, chat: int, text: str = "hello", at: float = 0) -> int:
    return telegram.call("sendMessage", {"chat_id": str(chat), "text": text}, at, 0).status


def test_the_ledger_tells_accepted_repeated_blocked_and_refused() -> None:
    telegram = Telegram(Limits(4, SoftFlood()), NO_FAULTS)
    assert [told(telegram, ANNA), told(telegram, ANNA), told(telegram, BORIS), told(telegram, GROUP)] == [
        200
    ] * 4
    assert told(telegram, BORIS) == 429
    assert told(telegram, BORIS, "something else", at=2) == 200
    counts = telegram.counts(2)
    assert (counts.accepted, counts.too_many) == ({ANNA: 2, BORIS: 1}, 1)
    assert (counts.handled, counts.seconds, counts.per_second) == (5, 2, 2)


def test_the_sending_lasts_until_the_last_call_even_when_it_was_refused() -> None:
    telegram = Telegram(Limits(2, WindowFlood()), NO_FAULTS)
    calls = ((ANNA, 0.0), (BORIS, 0.0), (BORIS, 0.1), (BORIS, 1.0))
    assert [told(telegram, chat, at=at) for chat, at in calls] == [200, 200, 429, 429]
    counts = telegram.counts(9)
    assert (counts.handled, counts.seconds, counts.per_second) == (2, 1, 1)


def test_blocked_and_broken_calls_are_not_accepted_and_dropped_ones_are() -> None:
    for faults, status, dropped, accepted in (
        (Faults(blocked=1), 403, False, {}),
        (Faults(blocked=0, broken=1), 500, False, {}),
        (Faults(blocked=0, broken=0, dropped=1), 200, True, {ANNA: 1}),
    ):
        telegram = Telegram(Limits(9, SoftFlood()), faults)
        reply = telegram.call("sendPhoto", {"chat_id": ANNA, "caption": "look"}, 0, 0)
        assert (reply.status, reply.dropped) == (status, dropped)
        counts = telegram.counts(0)
        assert counts.accepted == accepted
        assert list(counts.blocked) == ([ANNA] if status == 403 else [])
        assert counts.handled == 1


def test_only_what_puts_or_changes_a_message_counts() -> None:
    telegram = Telegram(Limits(1, SoftFlood()), NO_FAULTS)
    harmless: list[tuple[str, Mapping[str, Any]]] = [
        ("getMe", {}),
        ("setMyCommands", {"commands": "[]"}),
        ("answerCallbackQuery", {"callback_query_id": "1"}),
        ("sendChatAction", {"chat_id": ANNA, "action": "typing"}),
        ("deleteMessage", {"chat_id": ANNA, "message_id": 1}),
    ]
    for method, params in harmless:
        assert telegram.call(method, params, 0, 0).status == 200
    edit = {"chat_id": ANNA, "message_id": "7", "text": "new"}
    answers = [telegram.call("editMessageText", edit, 0, 0) for _ in range(2)]
    assert [answer.status for answer in answers] == [200, 429]
    assert answers[0].body["result"]["message_id"] == 7
    assert answers[1].body["parameters"] == {"retry_after": 1}


def test_a_chat_is_read_from_json_and_from_a_form() -> None:
    assert [chat_of({"chat_id": chat}) for chat in (5, "5", "-5", "@name")] == [5, 5, -5, "@name"]
    assert chat_of({}) is None


def test_newcomers_stay_until_confirmed_and_wait_for_their_first_answer() -> None:
    newcomers = Newcomers()
    newcomers.come(1, 0)
    newcomers.come(2, 0)
    first, second = newcomers.updates(0)
    chat = first["message"]["chat"]["id"]
    assert newcomers.updates(first["update_id"]) == [first, second]
    assert newcomers.updates(second["update_id"]) == [second]
    newcomers.answer(chat, 1.5)
    newcomers.answer(chat, 9)
    newcomers.answer(ANNA, 9)
    assert newcomers.waiting == 1
    assert newcomers.waits(10) == [0.5, 8]


COUNTS = Counts(3, 61, 4.0, {ANNA: 1, BORIS: 2}, [BORIS + 1], [0.05, 0.06, 0.54], 0)


def test_counts_travel_as_json() -> None:
    assert Counts.from_json(json.loads(json.dumps(COUNTS.to_json()))) == COUNTS
    assert Ledger().counts([], 0).per_second == 0


def test_figures_tell_share_of_the_limit_fates_costs_and_waits() -> None:
    report = Report(0.122, 1.26, [BORIS + 2, BORIS + 3])
    found = figures("ours", Conditions("soft", 30, 20, 0.04), COUNTS, report)
    assert found == Figures("ours", "soft", 0.5, 3, 15, 1, 2, 2.0, 1.3, 20.0, 500.0)
    assert list(found._asdict()) == KEYS.split()
    assert line(found).split()[:5] == ["ours", "soft", "0.500", "3", "15"]
    nobody = figures("ours", Conditions("soft", 30, 20, 0.04), COUNTS._replace(waits=[]), report)
    assert (nobody.start_p50_ms, nobody.start_p99_ms) == (None, None)
    assert line(nobody).split()[-2:] == ["-", "-"]


def test_who_is_listed_as_unknown_is_not_lost_even_when_it_arrived() -> None:
    assert fates(5, COUNTS, []) == (2, 1, 0)
    assert fates(5, COUNTS, [ANNA, BORIS + 2]) == (1, 1, 2)


Serve = Callable[..., Awaitable[TestClient[Any, Any]]]


@pytest.fixture
async def serve(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Serve]:
    """Serve a Telegram without latency; keyword arguments say how many newcomers come a second."""
    monkeypatch.setattr(_delivery_server, "LATENCY", 0)
    clients = []

    async def start(faults: Faults = NO_FAULTS, newcomers: int = 0) -> TestClient[Any, Any]:
        telegram = Telegram(Limits(1000, SoftFlood()), faults)
        client = TestClient(TestServer(Server(telegram, newcomers).application()))
        await client.start_server()
        clients.append(client)
        return client

    yield start
    for client in clients:
        await client.close()


async def counts_of(client: TestClient[Any, Any]) -> Counts:
    return Counts.from_json(await (await client.get("/control/counts")).json())


async def test_calls_are_read_as_json_form_and_upload(serve: Serve) -> None:
    client = await serve()
    ways: list[Callable[[dict[str, str]], dict[str, Any]]] = [
        lambda call: {"json": call},
        lambda call: {"data": call},
        lambda call: {"data": {**call, "photo": BytesIO(b"picture")}},
        lambda call: {"params": call},
    ]
    for chat, way in zip(recipients(4), ways, strict=True):
        body = way({"chat_id": str(chat), "text": "hello"})
        answer = await (await client.post(f"/bot{TOKEN}/sendMessage", **body)).json()
        assert (answer["result"]["text"], answer["result"]["chat"]["id"]) == ("hello", chat)
    assert (await counts_of(client)).accepted == dict.fromkeys(recipients(4), 1)


async def test_a_dropped_answer_closes_the_connection_after_accepting(serve: Serve) -> None:
    client = await serve(Faults(blocked=0, broken=0, dropped=1))
    with pytest.raises(ServerDisconnectedError):
        await client.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": ANNA, "text": "hello"})
    assert (await counts_of(client)).accepted == {ANNA: 1}


async def test_newcomers_come_from_the_first_message_until_the_sending_is_over(
    serve: Serve,
) -> None:
    client = await serve(newcomers=1000)
    polled = asyncio.create_task(client.post(f"/bot{TOKEN}/getUpdates", json={"timeout": 30}))
    await client.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": ANNA, "text": "hello"})
    found = await (await polled).json()
    rested = asyncio.create_task(client.post("/control/rest"))
    answered: set[int] = set()
    while not rested.done():
        for update in found["result"]:
            chat = update["message"]["chat"]["id"]
            await client.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": chat, "text": "welcome"})
            answered.add(chat)
        offset = found["result"][-1]["update_id"] + 1 if found["result"] else 1
        found = await (await client.post(f"/bot{TOKEN}/getUpdates", json={"offset": offset})).json()
    counts = await counts_of(client)
    assert counts.waiting == 0
    assert len(counts.waits) == len(answered) > 0


@pytest.mark.parametrize("strategy", ["loop", "gather"])
async def test_a_peer_reaches_everybody_when_nothing_breaks(serve: Serve, strategy: str) -> None:
    client = await serve(newcomers=20)
    task = Task(client.port or 0, 500, 20)
    async with PEERS[strategy](task) as send:
        report = await measured(send, task)
    counts = await counts_of(client)
    assert fates(20, counts, report.unknown) == (0, 0, 0)
    assert counts.waiting == 0
    assert len(counts.waits) > 0
    assert report.cpu_seconds > 0


async def test_the_product_tells_everybody_and_answers_newcomers(serve: Serve, tmp_path: Path) -> None:
    client = await serve(newcomers=20)
    task = Task(client.port or 0, 300, 20)
    await prepare(tmp_path, task, OnDoubt.RESEND)
    async with product(tmp_path, task) as send:
        report = await measured(send, task)
    counts = await counts_of(client)
    assert counts.accepted == dict.fromkeys(task.chats, 1)
    assert fates(20, counts, report.unknown) == (0, 0, 0)
    assert counts.waiting == counts.too_many == 0


@pytest.mark.thorough
async def test_the_product_lists_who_perhaps_got_a_broadcast(serve: Serve, tmp_path: Path) -> None:
    client = await serve(Faults(blocked=0.3, broken=0.2, dropped=0.2, seed=1))
    task = Task(client.port or 0, 300, 20)
    await prepare(tmp_path, task, OnDoubt.PARK)
    async with product(tmp_path, task) as send:
        report = await measured(send, task)
    counts = await counts_of(client)
    assert report.unknown
    assert counts.blocked
    assert fates(20, counts, report.unknown) == (0, 0, len(report.unknown))


@pytest.mark.thorough
def test_a_whole_run_prints_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    delivery.main(["--recipients", "20", "--limit", "200", "--flood", "soft", "--json"])
    (told,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(told) == KEYS.split()
    assert (told["strategy"], told["flood"], told["lost"], told["duplicated"]) == ("tabyldy", "soft", 0, 0)


@pytest.mark.thorough
def test_a_run_with_kills_prints_both_policies(capsys: pytest.CaptureFixture[str]) -> None:
    delivery.main(["--recipients", "60", "--limit", "60", "--kill", "2", "--json"])
    resend, park = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(resend) == list(park) == list(Losses._fields)
    assert (resend["policy"], resend["lost"], resend["unknown"]) == ("resend", 0, 0)
    assert (park["policy"], park["lost"], park["duplicated"]) == ("park", 0, 0)


def test_kills_are_for_the_product_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        delivery.main(["--kill", "1", "--peers"])
    assert ended.value.code == 2
    assert "leave --peers out" in capsys.readouterr().err


def test_a_missing_peer_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(_delivery_peers, "find_spec", lambda _: None)
    with pytest.raises(NoPeerError):
        _delivery_peers.require()
    with pytest.raises(SystemExit) as ended:
        delivery.main(["--peers", "--recipients", "1"])
    assert ended.value.code == 2
    assert "pip install aiolimiter" in capsys.readouterr().err
