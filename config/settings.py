"""Every setting there is, its default, and the words that say what is wrong with it."""

import re
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.documents import PublicName
from domain.errors import StartRefused
from matching.search import ASK, NOTIFY, SHOW

_TOKEN = re.compile(r"^\d+:[\w-]+$")
_SECRET = re.compile(r"^[\w-]{1,256}$")  # Bot API, setWebhook
_USERNAME = re.compile(r"^@[A-Za-z]\w{3,31}$")
_LANGUAGES = ("kk", "uz", "ru", "en")


def _blank_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _token(value: str | None) -> str | None:
    if value is not None and not _TOKEN.match(value):
        raise ValueError("does not look like a token; copy it from @BotFather (digits:letters)")
    return value


def _channel(value: str | None) -> int | str | None:
    if value is None:
        return None
    if re.fullmatch(r"-\d+", value):
        return int(value)
    if not _USERNAME.match(value):
        raise ValueError("must be a number such as -1001234567890 or a name such as @my_channel")
    return value


def _ids(value: object) -> object:
    if not isinstance(value, str):
        return value
    words = value.replace(",", " ").split()
    if not all(word.isdigit() for word in words):
        raise ValueError("must be Telegram ids separated by commas, such as 1234567,7654321")
    return tuple(int(word) for word in words)


def _zone(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return ZoneInfo(value)
    except (KeyError, ValueError, OSError) as fault:
        raise ValueError("must be a time zone such as Asia/Tashkent") from fault


def _language(value: str) -> str:
    if value not in _LANGUAGES:
        raise ValueError(f"must be one of {', '.join(_LANGUAGES)}")
    return value


def _web_address(value: str | None) -> str | None:
    if value is not None and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).netloc):
        raise ValueError("must be an address that starts with https:// (or http://)")
    return value.rstrip("/") if value else value


def _secret(value: str | None) -> str | None:
    if value is not None and not _SECRET.match(value):
        raise ValueError("must be 1 to 256 letters, digits, _ or -")
    return value


_Blank = BeforeValidator(_blank_is_none)
_Likeness = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
_PAID_PER_SECOND = (
    1000  # core.telegram.org/bots/faq, "How can I message all of my bot's subscribers at once?"
)
_SECONDS_PER_MINUTE = 60  # one chat never gets more than one message a second


class Settings(BaseSettings):
    """The settings. README explains each; names in the environment are these in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: Annotated[str | None, _Blank, AfterValidator(_token)] = None
    telegram_api_url: Annotated[str, AfterValidator(_web_address)] = "https://api.telegram.org"
    database_url: str = "sqlite+aiosqlite:///data/tabyldy.db"
    data_key: str = ""
    data_key_file: Path = Path("keys/data.key")
    channel_id: Annotated[str | int | None, _Blank, AfterValidator(_channel)] = None
    channel_language: Annotated[str, AfterValidator(_language)] = "ru"
    moderators_chat_id: Annotated[int | None, _Blank] = None
    owner_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ids)] = ()
    time_zone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Asia/Tashkent")
    public_name: PublicName = PublicName.INITIAL
    auto_approve: bool = True
    search_show: _Likeness = SHOW
    search_ask: _Likeness = ASK
    search_notify: _Likeness = NOTIFY
    messages_per_second: Annotated[int, Field(ge=1, le=_PAID_PER_SECOND)] = 30
    messages_per_chat_burst: Annotated[int, Field(ge=1)] = 3
    messages_per_group_minute: Annotated[int, Field(ge=1, le=_SECONDS_PER_MINUTE)] = 20
    webhook_url: Annotated[str | None, _Blank, AfterValidator(_web_address)] = None
    webhook_secret: Annotated[str | None, _Blank, AfterValidator(_secret)] = None
    port: Annotated[int, Field(ge=1, le=65535)] = 8080

    @model_validator(mode="after")
    def _together(self) -> Self:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_SECRET: must be set together with WEBHOOK_URL")
        if not self.database_url.startswith(("sqlite+aiosqlite:///", "postgresql+asyncpg://")):
            raise ValueError("DATABASE_URL: must start with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        if not self.search_show <= self.search_ask <= self.search_notify:
            raise ValueError(
                f"SEARCH_ASK: must not be below SEARCH_SHOW nor above SEARCH_NOTIFY; now SEARCH_SHOW is "
                f"{self.search_show}, SEARCH_ASK {self.search_ask}, SEARCH_NOTIFY {self.search_notify}"
            )
        return self

    @property
    def data_folder(self) -> Path:
        """Where files beside the database go: backups, the heartbeat."""
        if self.database_url.startswith("sqlite"):
            return Path(self.database_url.partition(":///")[2].partition("?")[0]).parent
        return Path("data")


def read_settings() -> Settings:
    """The settings of this process; StartRefused with one line for each that is wrong."""
    try:
        return Settings()
    except ValidationError as fault:
        lines = [_line(tuple(map(str, error["loc"])), error["msg"]) for error in fault.errors()]
        raise StartRefused("\n".join(lines)) from fault


def _line(place: tuple[str, ...], message: str) -> str:
    message = message.removeprefix("Value error, ")
    return f"{place[0].upper()}: {message}" if place else message
