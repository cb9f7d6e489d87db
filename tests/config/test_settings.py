from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.opening import policy_of
from config.reading import DaysOpen
from config.settings import Settings, read_settings
from domain.documents import DocumentType, PublicName
from domain.errors import StartRefused
from domain.policy import Channel, Policy, Thresholds
from domain.reposts import Rules
from domain.subscriptions import Quiet
from matching.search import ASK, NOTIFY, SHOW

TOKEN = "4242:AAbb_cc-dd"
TASHKENT = ZoneInfo("Asia/Tashkent")

Env = Callable[..., None]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine reaches a test, and no `.env` of the project."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def env(monkeypatch: pytest.MonkeyPatch) -> Env:
    def put(**settings: str) -> None:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)

    return put


def refusal() -> list[str]:
    with pytest.raises(StartRefused) as caught:
        read_settings()
    return str(caught.value).splitlines()


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = read_settings()
    assert settings.model_dump() == {
        "bot_token": None,
        "telegram_api_url": "https://api.telegram.org",
        "database_url": "sqlite+aiosqlite:///data/tabyldy.db",
        "data_key": "",
        "data_key_file": Path("keys/data.key"),
        "channel_id": None,
        "channel_language": "ru",
        "moderators_chat_id": None,
        "owner_ids": (),
        "time_zone": ZoneInfo("Asia/Tashkent"),
        "public_name": PublicName.INITIAL,
        "auto_approve": True,
        "search_show": SHOW,
        "search_ask": ASK,
        "search_notify": NOTIFY,
        "more_channels": (),
        "repost_after_days": Rules().after,
        "channel_quiet_hours": {"start": 22, "end": 8},
        "digest_hours": Rules().parts,
        "digest_lines": Rules().lines,
        "digest_rest_hours": Rules().rest_hours,
        "posts_per_day": Rules().posts_per_day,
        "appeals_per_week": Rules().appeals_per_week,
        "appeal_share": Rules().appeal_share,
        "expire_days": {"usual": 30, "types": {}},
        "ask_owners_days": 30,
        "messages_per_second": 30,
        "messages_per_chat_burst": 3,
        "messages_per_group_minute": 20,
        "pages_folder": None,
        "pages_url": None,
        "webhook_url": None,
        "webhook_secret": None,
        "port": 8080,
    }
    assert settings.data_folder == Path("data")


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("BOT_TOKEN", TOKEN, TOKEN),
        ("TELEGRAM_API_URL", "http://localhost:8081/", "http://localhost:8081"),
        ("DATABASE_URL", "postgresql+asyncpg://me@host/db", "postgresql+asyncpg://me@host/db"),
        ("DATA_KEY", "abc,def", "abc,def"),
        ("DATA_KEY_FILE", "/run/secrets/key", Path("/run/secrets/key")),
        ("CHANNEL_ID", "-1001234567890", -1001234567890),
        ("CHANNEL_ID", "@my_channel", "@my_channel"),
        ("CHANNEL_LANGUAGE", "kk", "kk"),
        ("MODERATORS_CHAT_ID", "-100777", -100777),
        ("OWNER_IDS", "12345", (12345,)),
        ("OWNER_IDS", "12345, 67890", (12345, 67890)),
        ("OWNER_IDS", "12345 67890,", (12345, 67890)),
        ("TIME_ZONE", "Europe/Istanbul", ZoneInfo("Europe/Istanbul")),
        ("PUBLIC_NAME", "none", PublicName.NONE),
        ("AUTO_APPROVE", "no", False),
        ("AUTO_APPROVE", "1", True),
        ("SEARCH_SHOW", "0", 0.0),
        ("SEARCH_NOTIFY", "1", 1.0),
        ("REPOST_AFTER_DAYS", "7", (7,)),
        ("REPOST_AFTER_DAYS", " 2, 365 ", (2, 365)),
        ("CHANNEL_QUIET_HOURS", "0-6", Quiet(0, 6)),
        ("CHANNEL_QUIET_HOURS", "23 - 7", Quiet(23, 7)),
        ("CHANNEL_QUIET_HOURS", "None", None),
        ("DIGEST_HOURS", "12", (12,)),
        ("DIGEST_HOURS", "0,8,", (0, 8)),
        ("DIGEST_LINES", "30", 30),
        ("DIGEST_REST_HOURS", "0", 0),
        ("POSTS_PER_DAY", "1", 1),
        ("APPEALS_PER_WEEK", "0", 0),
        ("APPEAL_SHARE", "1", 1.0),
        ("EXPIRE_DAYS", "45", DaysOpen(45)),
        ("EXPIRE_DAYS", "student_card=14, 60", DaysOpen(60, {DocumentType.STUDENT_CARD: 14})),
        ("EXPIRE_DAYS", "passport=365", DaysOpen(30, {DocumentType.PASSPORT: 365})),
        ("ASK_OWNERS_DAYS", "7", 7),
        ("MESSAGES_PER_SECOND", "1000", 1000),
        ("MESSAGES_PER_CHAT_BURST", "1", 1),
        ("MESSAGES_PER_GROUP_MINUTE", "60", 60),
        ("PORT", "8443", 8443),
    ],
)
def test_a_setting_is_read_from_the_environment(env: Env, name: str, given: str, read: object) -> None:
    env(**{name: given})
    assert getattr(read_settings(), name.lower()) == read


def test_webhook_settings_are_read_together(env: Env) -> None:
    env(WEBHOOK_URL="https://bot.example/hook/", WEBHOOK_SECRET="s3cret-word")
    settings = read_settings()
    assert (settings.webhook_url, settings.webhook_secret) == ("https://bot.example/hook", "s3cret-word")


def test_an_empty_value_counts_as_absent(env: Env) -> None:
    env(**{name.upper(): "" for name in Settings.model_fields})
    assert read_settings() == Settings()
    env(BOT_TOKEN=" ", CHANNEL_ID=" ", MODERATORS_CHAT_ID=" ", WEBHOOK_URL=" ", WEBHOOK_SECRET=" ")
    settings = read_settings()
    assert settings.bot_token is settings.channel_id is settings.moderators_chat_id is None
    assert settings.webhook_url is settings.webhook_secret is None


def test_settings_may_stand_in_a_file(env: Env, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f'# my bot\nexport BOT_TOKEN="{TOKEN}"\nPUBLIC_NAME=full # as it stands\nOWNER_IDS=1,2\nSTRANGER=1\n'
    )
    settings = read_settings()
    assert (settings.bot_token, settings.public_name, settings.owner_ids) == (TOKEN, PublicName.FULL, (1, 2))
    env(PUBLIC_NAME="none")
    assert read_settings().public_name is PublicName.NONE, "the environment goes before the file"


@pytest.mark.parametrize(
    ("name", "given", "advice"),
    [
        ("BOT_TOKEN", "my-bot", "does not look like a token; copy it from @BotFather"),
        ("TELEGRAM_API_URL", "api.telegram.org", "must be an address that starts with https://"),
        ("CHANNEL_ID", "my channel", "must be a number such as -1001234567890 or a name such as @my_channel"),
        ("CHANNEL_ID", "@1st", "must be a number such as -1001234567890"),
        ("CHANNEL_LANGUAGE", "de", "must be one of kk, uz, ru, en"),
        ("MODERATORS_CHAT_ID", "@mods", "valid integer"),
        ("OWNER_IDS", "@anna", "must be Telegram ids separated by commas, such as 1234567,7654321"),
        ("TIME_ZONE", "Tashkent", "must be a time zone such as Asia/Tashkent"),
        ("TIME_ZONE", "../etc/passwd", "must be a time zone such as Asia/Tashkent"),
        ("PUBLIC_NAME", "half", "'initial', 'full' or 'none'"),
        ("AUTO_APPROVE", "perhaps", "valid boolean"),
        ("WEBHOOK_URL", "bot.example", "must be an address that starts with https://"),
        ("PAGES_URL", "help.example", "must be an address that starts with https://"),
        ("WEBHOOK_SECRET", "with space", "must be 1 to 256 letters, digits, _ or -"),
        ("SEARCH_SHOW", "-0.1", "greater than or equal to 0"),
        ("SEARCH_ASK", "often", "valid number"),
        ("SEARCH_ASK", "nan", "finite number"),
        ("SEARCH_NOTIFY", "86", "less than or equal to 1"),
        ("MORE_CHANNELS", "@tabyldy_kk", "such as kk=@tabyldy_kk, uz=-1001234567890; “@tabyldy_kk” is none"),
        ("MORE_CHANNELS", "de=@tabyldy_de", "“de” must be one of kk, uz, ru, en, such as kk=@tabyldy_kk"),
        ("MORE_CHANNELS", "kk=@one_kk, kk=@two_kk", "“kk” must have one channel only, such as"),
        ("MORE_CHANNELS", "kk=@one_one, uz=@one_one", "every language must have a channel of its own"),
        ("MORE_CHANNELS", "kk=", "must be a number such as -1001234567890 or a name such as @my_channel"),
        ("MORE_CHANNELS", "kk=@tabyldy_kk", "needs the page's own channel too, such as CHANNEL_ID=@my"),
        ("REPOST_AFTER_DAYS", "1,3,3", "must be whole days from 1 to 365, the smallest first, such as 1,3,7"),
        ("REPOST_AFTER_DAYS", "0,3", "must be whole days from 1 to 365"),
        ("REPOST_AFTER_DAYS", "366", "must be whole days from 1 to 365"),
        ("REPOST_AFTER_DAYS", "1.5", "must be whole days from 1 to 365"),
        ("REPOST_AFTER_DAYS", ",", "must be whole days from 1 to 365"),
        ("CHANNEL_QUIET_HOURS", "22", "must be two different hours from 0 to 23, such as 22-8, or none"),
        ("CHANNEL_QUIET_HOURS", "22-24", "must be two different hours from 0 to 23"),
        ("CHANNEL_QUIET_HOURS", "8-8", "must be two different hours from 0 to 23"),
        (
            "DIGEST_HOURS",
            "19,9",
            "must be hours of the day from 0 to 23, the smallest first, such as 9,13,19",
        ),
        ("DIGEST_HOURS", "9,24", "must be hours of the day from 0 to 23"),
        (
            "DIGEST_HOURS",
            "22,23",
            "must have an hour outside CHANNEL_QUIET_HOURS, now 22-8; with 22-8 such as",
        ),
        ("DIGEST_LINES", "0", "must be a whole number from 1 to 30, such as 10"),
        ("DIGEST_LINES", "31", "must be a whole number from 1 to 30, such as 10"),
        ("DIGEST_REST_HOURS", "-1", "must be a whole number from 0 to 24, such as 2"),
        ("POSTS_PER_DAY", "0", "must be a whole number from 1 to 1000, such as 20"),
        ("APPEALS_PER_WEEK", "some", "must be a whole number from 0 to 1000, such as 2"),
        ("APPEAL_SHARE", "20", "must be a number from 0 (nothing) to 1 (everything), such as 0.2"),
        ("APPEAL_SHARE", "nan", "must be a number from 0 (nothing) to 1 (everything), such as 0.2"),
        ("APPEAL_SHARE", "20%", "must be a number from 0 (nothing) to 1 (everything), such as 0.2"),
        ("EXPIRE_DAYS", "0", "must be whole days from 1 to 365, such as 30, or 30, passport=60"),
        ("EXPIRE_DAYS", "30, 40", "must be whole days from 1 to 365"),
        ("EXPIRE_DAYS", "=30", "must be whole days from 1 to 365"),
        ("EXPIRE_DAYS", "passport=1, passport=2", "each type once"),
        (
            "EXPIRE_DAYS",
            "pasport=60",
            "“pasport” is no type of document; there are passport, id_card, driver",
        ),
        ("ASK_OWNERS_DAYS", "366", "must be a whole number from 1 to 365, such as 30"),
        ("MESSAGES_PER_SECOND", "0", "greater than or equal to 1"),
        ("MESSAGES_PER_SECOND", "1001", "less than or equal to 1000"),
        ("MESSAGES_PER_SECOND", "many", "valid integer"),
        ("MESSAGES_PER_CHAT_BURST", "0", "greater than or equal to 1"),
        ("MESSAGES_PER_GROUP_MINUTE", "0", "greater than or equal to 1"),
        ("MESSAGES_PER_GROUP_MINUTE", "61", "less than or equal to 60"),
        ("PORT", "0", "greater than or equal to 1"),
        ("PORT", "70000", "less than or equal to 65535"),
        ("DATABASE_URL", "mysql://x", "must start with sqlite+aiosqlite:/// or postgresql+asyncpg://"),
    ],
)
def test_a_wrong_value_is_named_with_advice(env: Env, name: str, given: str, advice: str) -> None:
    env(**{name: given})
    lines = refusal()
    assert len(lines) == 1
    assert lines[0].startswith(f"{name}: ")
    assert advice in lines[0]


def test_every_wrong_setting_has_its_line(env: Env) -> None:
    env(BOT_TOKEN="x", PORT="x", TIME_ZONE="x", OWNER_IDS="x")
    assert [line.partition(":")[0] for line in refusal()] == ["BOT_TOKEN", "OWNER_IDS", "TIME_ZONE", "PORT"]


def test_a_webhook_needs_its_secret(env: Env) -> None:
    env(WEBHOOK_URL="https://bot.example")
    assert refusal() == ["WEBHOOK_SECRET: must be set together with WEBHOOK_URL"]


@pytest.mark.parametrize(
    ("show", "ask", "notify"), [("0.7", "0.6", "0.9"), ("0.5", "0.9", "0.8"), ("0.9", "0.5", "0.1")]
)
def test_thresholds_out_of_order_are_refused(env: Env, show: str, ask: str, notify: str) -> None:
    env(SEARCH_SHOW=show, SEARCH_ASK=ask, SEARCH_NOTIFY=notify)
    [line] = refusal()
    assert line.startswith("SEARCH_ASK: must not be below SEARCH_SHOW nor above SEARCH_NOTIFY; ")
    assert line.endswith(f"now SEARCH_SHOW is {show}, SEARCH_ASK {ask}, SEARCH_NOTIFY {notify}")


def test_one_threshold_alone_is_held_against_the_others_defaults(env: Env) -> None:
    env(SEARCH_NOTIFY=str(ASK / 2))
    [line] = refusal()
    assert f"SEARCH_ASK {ASK}" in line


def test_thresholds_may_be_one_and_each_reaches_its_place(env: Env) -> None:
    env(SEARCH_SHOW="0.8", SEARCH_ASK="0.8", SEARCH_NOTIFY="0.8", OWNER_IDS="1")
    assert policy_of(read_settings(), "tabyldy_bot").thresholds == Thresholds(0.8, 0.8, 0.8)
    env(SEARCH_SHOW="0.1", SEARCH_ASK="0.2", SEARCH_NOTIFY="0.3")
    assert policy_of(read_settings(), "tabyldy_bot").thresholds == Thresholds(show=0.1, ask=0.2, notify=0.3)


def test_channels_of_other_languages_stand_beside_the_pages_own(env: Env) -> None:
    env(CHANNEL_ID="@tabyldy", MORE_CHANNELS="kk=@tabyldy_kk, uz = -100123", OWNER_IDS="1")
    settings = read_settings()
    assert settings.more_channels == (("kk", "@tabyldy_kk"), ("uz", -100123))
    assert policy_of(settings, "tabyldy_bot").channels == (
        Channel("chat:@tabyldy", "ru"),
        Channel("chat:@tabyldy_kk", "kk"),
        Channel("chat:-100123", "uz"),
    )


def test_the_pages_own_channel_and_language_are_not_repeated(env: Env) -> None:
    env(CHANNEL_ID="@tabyldy", CHANNEL_LANGUAGE="uz", MORE_CHANNELS="kk=@tabyldy_kk, uz=@tabyldy_uz")
    [line] = refusal()
    assert line.startswith("MORE_CHANNELS: uz is CHANNEL_LANGUAGE already, whose channel is CHANNEL_ID; ")
    env(MORE_CHANNELS="kk=@tabyldy")
    assert refusal() == ["MORE_CHANNELS: must not repeat CHANNEL_ID; each language has a channel of its own"]


def test_without_quiet_hours_a_digest_may_come_at_any_hour(env: Env) -> None:
    env(CHANNEL_QUIET_HOURS="none", DIGEST_HOURS="2,3")
    assert read_settings().digest_hours == (2, 3)
    env(CHANNEL_QUIET_HOURS="1-4", DIGEST_HOURS="2,4")
    assert read_settings().digest_hours == (2, 4), "one that is not quiet is enough"


def test_the_timetables_numbers_reach_their_places(env: Env) -> None:
    env(OWNER_IDS="1")
    usual, thresholds = policy_of(read_settings(), "tabyldy_bot"), Thresholds(SHOW, ASK, NOTIFY)
    assert usual == Policy("tabyldy_bot", None, "ru", None, (1,), TASHKENT, thresholds=thresholds)
    env(REPOST_AFTER_DAYS="2,5", CHANNEL_QUIET_HOURS="23-7", DIGEST_HOURS="8,20", DIGEST_LINES="7")
    env(DIGEST_REST_HOURS="4", POSTS_PER_DAY="12", APPEALS_PER_WEEK="3", APPEAL_SHARE="0.5")
    env(EXPIRE_DAYS="45, passport=60", ASK_OWNERS_DAYS="14")
    policy = policy_of(read_settings(), "tabyldy_bot")
    assert policy.reposts == Rules((2, 5), Quiet(23, 7), (8, 20), 7, 12, 3, 0.5, 4)
    assert policy.open_for_type(DocumentType.PASSPORT) == timedelta(days=60)
    assert policy.open_for_type(DocumentType.ID_CARD) == timedelta(days=45)
    assert policy.asked_every == timedelta(days=14)


def test_a_wrong_secret_value_is_not_repeated(env: Env) -> None:
    env(BOT_TOKEN="very-secret", WEBHOOK_SECRET="also secret")
    said = "\n".join(refusal())
    assert "very-secret" not in said
    assert "also secret" not in said


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("sqlite+aiosqlite:////data/tabyldy.db", "/data"),
        ("sqlite+aiosqlite:///here/there/a.db?timeout=1", "here/there"),
        ("sqlite+aiosqlite:///a.db", "."),
        ("postgresql+asyncpg://me@host/db", "data"),
    ],
)
def test_files_beside_the_database_go_into_its_folder(env: Env, url: str, folder: str) -> None:
    env(DATABASE_URL=url)
    assert read_settings().data_folder == Path(folder)


def test_pages_lie_beside_the_database_unless_they_have_a_folder(env: Env) -> None:
    env(DATABASE_URL="sqlite+aiosqlite:////data/tabyldy.db")
    assert read_settings().pages_home == Path("/data/pages")
    env(PAGES_FOLDER="/srv/pages")
    assert read_settings().pages_home == Path("/srv/pages")


def test_pages_are_linked_where_they_are_served(env: Env) -> None:
    env(OWNER_IDS="1")
    assert policy_of(read_settings(), "tabyldy_bot").page_link("A12") is None
    env(WEBHOOK_URL="https://bot.example/", WEBHOOK_SECRET="x")
    assert policy_of(read_settings(), "tabyldy_bot").page_link("A12") == "https://bot.example/appeals/A12/"
    env(PAGES_URL="https://help.example/a/")
    link = policy_of(read_settings(), "tabyldy_bot").page_link("A12", "kk")
    assert link == "https://help.example/a/A12/kk.html"
