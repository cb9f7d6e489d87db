"""Every setting there is, its default, and what must fit together."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Final, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from config import reading
from config.reading import DaysOpen
from domain.documents import PublicName
from domain.errors import StartRefused
from domain.policy import Policy
from domain.reposts import Rules
from domain.subscriptions import Quiet
from matching.search import ASK, NOTIFY, SHOW

_RULES: Final = Rules()
_POLICY: Final[dict[str, Any]] = {each.name: each.default for each in fields(Policy)}
_OPEN: Final[timedelta] = _POLICY["open_for"]
_ASKED: Final[timedelta] = _POLICY["asked_every"]

_Blank = BeforeValidator(reading.blank_is_none)
_Likeness = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
_Days = BeforeValidator(reading.rising("whole days", 1, reading.MOST_DAYS, "1,3,7,14,30"))
_Hours = BeforeValidator(reading.rising("hours of the day", 0, 23, "9,13,19"))
_PAID_PER_SECOND = (
    1000  # core.telegram.org/bots/faq, "How can I message all of my bot's subscribers at once?"
)
_SECONDS_PER_MINUTE = 60  # one chat never gets more than one message a second
_MOST_POSTS = 1000  # a day in one channel or a week of appeals: nobody reads more


class Settings(BaseSettings):
    """The settings. README explains each; names in the environment are these in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: Annotated[str | None, _Blank, AfterValidator(reading.token)] = None
    telegram_api_url: Annotated[str, AfterValidator(reading.web_address)] = "https://api.telegram.org"
    database_url: str = "sqlite+aiosqlite:///data/tabyldy.db"
    data_key: str = ""
    data_key_file: Path = Path("keys/data.key")
    channel_id: Annotated[str | int | None, _Blank, AfterValidator(reading.channel)] = None
    channel_language: Annotated[str, AfterValidator(reading.language)] = "ru"
    more_channels: Annotated[
        tuple[tuple[str, int | str], ...], NoDecode, BeforeValidator(reading.channels)
    ] = ()
    moderators_chat_id: Annotated[int | None, _Blank] = None
    owner_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(reading.ids)] = ()
    time_zone: Annotated[ZoneInfo, BeforeValidator(reading.zone)] = ZoneInfo("Asia/Tashkent")
    public_name: PublicName = PublicName.INITIAL
    auto_approve: bool = True
    search_show: _Likeness = SHOW
    search_ask: _Likeness = ASK
    search_notify: _Likeness = NOTIFY
    repost_after_days: Annotated[tuple[int, ...], NoDecode, _Days] = _RULES.after
    channel_quiet_hours: Annotated[Quiet | None, NoDecode, BeforeValidator(reading.quiet_hours)] = (
        _RULES.quiet
    )
    digest_hours: Annotated[tuple[int, ...], NoDecode, _Hours] = _RULES.parts
    digest_lines: Annotated[int, BeforeValidator(reading.whole(1, 30, 10))] = _RULES.lines
    digest_rest_hours: Annotated[int, BeforeValidator(reading.whole(0, 24, 2))] = _RULES.rest_hours
    posts_per_day: Annotated[int, BeforeValidator(reading.whole(1, _MOST_POSTS, 20))] = _RULES.posts_per_day
    appeals_per_week: Annotated[int, BeforeValidator(reading.whole(0, _MOST_POSTS, 2))] = (
        _RULES.appeals_per_week
    )
    appeal_share: Annotated[float, BeforeValidator(reading.part)] = _RULES.appeal_share
    expire_days: Annotated[DaysOpen, NoDecode, BeforeValidator(reading.days_open(_OPEN.days))] = DaysOpen(
        _OPEN.days
    )
    ask_owners_days: Annotated[int, BeforeValidator(reading.whole(1, reading.MOST_DAYS, 30))] = _ASKED.days
    messages_per_second: Annotated[int, Field(ge=1, le=_PAID_PER_SECOND)] = 30
    messages_per_chat_burst: Annotated[int, Field(ge=1)] = 3
    messages_per_group_minute: Annotated[int, Field(ge=1, le=_SECONDS_PER_MINUTE)] = 20
    webhook_url: Annotated[str | None, _Blank, AfterValidator(reading.web_address)] = None
    webhook_secret: Annotated[str | None, _Blank, AfterValidator(reading.secret)] = None
    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    pages_folder: Annotated[Path | None, _Blank] = None
    pages_url: Annotated[str | None, _Blank, AfterValidator(reading.web_address)] = None

    @model_validator(mode="after")
    def _together(self) -> Self:
        for problem in (*self._wrong_connections(), *self._wrong_channels(), *self._wrong_numbers()):
            raise ValueError(problem)
        return self

    def _wrong_connections(self) -> Iterator[str]:
        if self.webhook_url and not self.webhook_secret:
            yield "WEBHOOK_SECRET: must be set together with WEBHOOK_URL"
        if not self.database_url.startswith(("sqlite+aiosqlite:///", "postgresql+asyncpg://")):
            yield "DATABASE_URL: must start with sqlite+aiosqlite:/// or postgresql+asyncpg://"

    def _wrong_channels(self) -> Iterator[str]:
        more = dict(self.more_channels)
        if more and self.channel_id is None:
            yield "MORE_CHANNELS: needs the page's own channel too, such as CHANNEL_ID=@my_channel"
        if self.channel_language in more:
            yield (
                f"MORE_CHANNELS: {self.channel_language} is CHANNEL_LANGUAGE already, whose channel is "
                "CHANNEL_ID; name other languages here, such as kk=@tabyldy_kk"
            )
        if self.channel_id in more.values():
            yield "MORE_CHANNELS: must not repeat CHANNEL_ID; each language has a channel of its own"

    def _wrong_numbers(self) -> Iterator[str]:
        if not self.search_show <= self.search_ask <= self.search_notify:
            yield (
                f"SEARCH_ASK: must not be below SEARCH_SHOW nor above SEARCH_NOTIFY; now SEARCH_SHOW is "
                f"{self.search_show}, SEARCH_ASK {self.search_ask}, SEARCH_NOTIFY {self.search_notify}"
            )
        if quiet := self.channel_quiet_hours:
            day = datetime.min.replace(tzinfo=UTC)
            if all(quiet.holds(day.replace(hour=hour)) for hour in self.digest_hours):
                yield (
                    f"DIGEST_HOURS: must have an hour outside CHANNEL_QUIET_HOURS, now {quiet.start}-"
                    f"{quiet.end}; with 22-8 such as 9,13,19"
                )

    @property
    def data_folder(self) -> Path:
        """Where files beside the database go: backups, the heartbeat."""
        if self.database_url.startswith("sqlite"):
            return Path(self.database_url.partition(":///")[2].partition("?")[0]).parent
        return Path("data")

    @property
    def pages_home(self) -> Path:
        """The folder of the appeals' public pages."""
        return self.pages_folder or self.data_folder / "pages"

    @property
    def pages_address(self) -> str | None:
        """Under which address that folder is served, without a slash at its end; None: nowhere."""
        own = f"{self.webhook_url}/appeals" if self.webhook_url else None
        return self.pages_url or own


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
