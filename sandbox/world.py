"""The world: what people do, what becomes of it, and what the bot is told."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.accounts import Account, Json
from sandbox.asking import Asking
from sandbox.chats import Chat, ChatKind, Standing
from sandbox.clock import SandboxClock
from sandbox.detection import with_detected
from sandbox.entities import utf16_length
from sandbox.files import FileStore, Upload, footage, recording
from sandbox.limits import SendLimits
from sandbox.links import BadLinkError, deep_link
from sandbox.messages import Media, Message
from sandbox.pictures import NotAPictureError, PictureStore
from sandbox.profile import Profile
from sandbox.queries import Query, Toast
from sandbox.refusals import SandboxRefusal
from sandbox.render import render_chat

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_VOICE_SECONDS = 3600
MAX_VIDEO_SECONDS = 3600
#: People edit what they wrote within this time, as clients allow it.
EDITABLE = timedelta(hours=48)
_CALLS_KEPT = 20_000
_QUERIES_KEPT = 2_000


@dataclass(slots=True, frozen=True)
class ApiCall:
    """One request of the bot; `error_code` is None when it went well."""

    method: str
    params: Json
    ok: bool
    error_code: int | None
    at: datetime


@dataclass(slots=True)
class Webhook:
    """What setWebhook set; an empty url means polling. `last_error`: Unix time and reason."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: tuple[int, str] | None = None


@dataclass(slots=True, frozen=True)
class Draft:
    """What a person is about to send."""

    text: str = ""
    entities: list[Json] = field(default_factory=list)
    media: Media | None = None
    location: Json | None = None
    reply_to: int | None = None


class World(Asking):
    """Everything in one asyncio loop; no method blocks.

    Switches: `net_down` (no request is answered), `answers_lost` (requests take effect, their
    answers never arrive), `flood_seconds` (every write is answered 429 with that wait; 0 = off),
    `limits.on` (the real limits per chat), `privacy_mode` (the bot sees commands only in groups).
    """

    def __init__(
        self,
        clock: SandboxClock,
        *,
        token: str = "4242:sandbox",  # noqa: S107 - opens nothing but this emulator
        username: str = "tabyldy_bot",
        seed: int = 1,
    ) -> None:
        super().__init__(clock, token=token, username=username, seed=seed)
        self.pictures = PictureStore()
        self.files = FileStore()
        self._recorded = 0
        self.profile = Profile()
        self.webhook = Webhook()
        self.limits = SendLimits()
        self.flood_seconds = 0
        self.answers_lost = False
        self.queries: dict[str, Query] = {}
        self.calls: list[ApiCall] = []
        self._net_down = False

    @property
    def net_down(self) -> bool:
        """Whether the bot's network is switched off."""
        return self._net_down

    @net_down.setter
    def net_down(self, down: bool) -> None:
        self._net_down = down
        self.updates.interrupt()
        self.changed("world")

    def send_text(self, sender: int, chat: int, text: str, *, reply_to: int | None = None) -> Message:
        """A person types a message; for their chat with the bot, `chat` is their own id."""
        body = text.strip()
        if not body:
            raise SandboxRefusal("write something first: Telegram does not send an empty message")
        if utf16_length(body) > MAX_TEXT:
            raise SandboxRefusal(f"a message holds at most {MAX_TEXT} characters")
        return self._say(sender, chat, Draft(body, with_detected(body, []), reply_to=reply_to))

    def send_photo(self, sender: int, chat: int, image: bytes, caption: str = "") -> Message:
        """A person sends a PNG or JPEG picture."""
        body = _caption(caption)
        try:
            photo = self.pictures.keep(image)
        except NotAPictureError as error:
            raise SandboxRefusal(f"this file cannot be sent as a photo: {error}") from error
        return self._say(sender, chat, Draft(body, with_detected(body, []), photo))

    def send_document(self, sender: int, chat: int, upload: Upload, caption: str = "") -> Message:
        """A person sends any file under its name; a picture sent so is not made smaller."""
        body = _caption(caption)
        if not upload.content:
            raise SandboxRefusal("this file is empty: Telegram sends none such")
        document = self.files.keep_document(upload)
        return self._say(sender, chat, Draft(body, with_detected(body, []), document))

    def send_video(self, sender: int, chat: int, seconds: int = 5, caption: str = "") -> Message:
        """A person sends a video of that length; each one is another file."""
        body = _caption(caption)
        if not 1 <= seconds <= MAX_VIDEO_SECONDS:
            raise SandboxRefusal(f"a video lasts 1 to {MAX_VIDEO_SECONDS} seconds")
        self._recorded += 1
        video = self.files.keep_video(footage(seconds, self._recorded), seconds)
        return self._say(sender, chat, Draft(body, with_detected(body, []), video))

    def send_location(self, sender: int, chat: int, latitude: float, longitude: float) -> Message:
        """A person sends a point in degrees."""
        if not on_the_globe(latitude, longitude):
            raise SandboxRefusal("a place has a latitude of -90 to 90 and a longitude of -180 to 180 degrees")
        return self._say(sender, chat, Draft(location={"latitude": latitude, "longitude": longitude}))

    def send_voice(self, sender: int, chat: int, seconds: int = 3) -> Message:
        """A person records a voice message of that length; each one is another file."""
        if not 1 <= seconds <= MAX_VOICE_SECONDS:
            raise SandboxRefusal(f"a voice message lasts 1 to {MAX_VOICE_SECONDS} seconds")
        self._recorded += 1
        voice = self.files.keep_voice(recording(seconds, self._recorded), seconds)
        return self._say(sender, chat, Draft(media=voice))

    def edit_text(self, sender: int, chat: int, message_id: int, text: str) -> Message:
        """A person changes their own text or caption; the same words again change nothing."""
        account, place = self.person(sender), self.chat(chat)
        self.require_writing(account, place)
        message = self._own(account, place, message_id)
        body = text.strip()
        if not body and not message.media:
            raise SandboxRefusal("write something first: to take a message back, delete it")
        limit = MAX_CAPTION if message.media else MAX_TEXT
        if utf16_length(body) > limit:
            raise SandboxRefusal(
                f"a {'caption' if message.media else 'message'} holds at most {limit} characters"
            )
        if body != message.text:
            message.text, message.entities = body, with_detected(body, [])
            self.tell_edit(message)
        return message

    def tap(self, sender: int, chat: int, message_id: int, data: str) -> str:
        """A person taps an inline button; returns the query's id.

        Any message id and data go through, as real clients may send a button that is gone by now.
        """
        account, place = self.person(sender), self.chat(chat)
        if not (place.is_channel or place.is_open or sender in place.members):
            raise SandboxRefusal(f"{account.first_name} is not in this chat")
        query = Query(str(self.new_id() * 10**6 + len(self.queries)), sender, self.clock.now())
        self.queries[query.id] = query
        if len(self.queries) > _QUERIES_KEPT:
            del self.queries[next(iter(self.queries))]
        asked: Json = {"id": query.id, "from": account.user, "chat_instance": str(chat * 31), "data": data}
        message = place.messages.get(message_id)
        if message is not None and message.via:
            asked["inline_message_id"] = message.inline_id
        else:
            asked["message"] = self.objects.tapped(place, message_id)
        self.updates.put("callback_query", asked)
        return query.id

    def open_link(self, sender: int, url: str) -> Message:
        """A person opens a link to the bot: their client sends `/start <payload>`, unblocking first.

        Without a payload a chat that has begun is merely opened: its newest message is returned.
        """
        self.person(sender)
        try:
            link = deep_link(url)
        except BadLinkError as error:
            raise SandboxRefusal(f"this link does not work: {error}") from error
        if link is None or link.username.lower() != self.bot.username.lower():
            raise SandboxRefusal(f"this link leads outside of the sandbox: {url}")
        if self.blocked(sender):
            self.unblock(sender)
        newest = next(iter(self.chats[sender].newest_first), None) if sender in self.chats else None
        if newest is not None and not link.payload:
            return newest
        return self.send_text(sender, sender, f"/start {link.payload}")

    def block(self, person: int) -> None:
        """A person blocks the bot; the bot is told and can no longer write to them."""
        account = self.person(person)
        if person not in self.chats:
            raise SandboxRefusal(f"{account.first_name} has no chat with the bot yet")
        if not self.blocked(person):
            self.set_standing(self.chats[person], Standing("kicked"), by=account)

    def unblock(self, person: int) -> None:
        """A person lets the bot write again; the bot is told."""
        account = self.person(person)
        if self.blocked(person):
            self.set_standing(self.chats[person], Standing("member"), by=account)

    def deactivate(self, person: int) -> None:
        """A person deletes their account for ever; nobody is told, their chats stay as they are."""
        self.person(person).deleted = True
        self.changed("world")

    def join(self, person: int, chat: int) -> None:
        """A person joins a group, with the line that clients show."""
        account, group = self.person(person), self.chat(chat)
        if not group.is_group:
            raise SandboxRefusal("only groups are joined here")
        if person not in group.members:
            group.members.add(person)
            self.publish(self.new_message(group, sender=account, joined=[account]))

    def answer(self, query_id: str) -> Toast | None:
        """The whole answer to a tap; None while unanswered or unknown."""
        query = self.queries.get(query_id)
        return query.toast if query else None

    def toast(self, query_id: str) -> str | None:
        """The text of the answer to a tap (empty when the bot said nothing); None while unanswered."""
        answer = self.answer(query_id)
        return answer.text if answer else None

    def last_toast(self, person: int) -> Toast | None:
        """The newest answer this person's client got."""
        answers = [query.toast for query in self.queries.values() if query.person == person and query.toast]
        return answers[-1] if answers else None

    def render(self, chat_id: int) -> Json:
        """A chat as JSON for the page."""
        return render_chat(self.chats, self.chat(chat_id))

    def photo(self, file_id: str) -> bytes:
        """The bytes of a picture; raises KeyError for an unknown id."""
        return self.pictures.image(file_id)

    def download(self, path: str) -> bytes | None:
        """The bytes behind a path that getFile told, or None."""
        return self.pictures.by_path(path) or self.files.by_path(path)

    def record(self, call: ApiCall) -> None:
        """Remember what the bot asked for; the oldest half goes when there are very many."""
        if len(self.calls) >= _CALLS_KEPT:
            del self.calls[: _CALLS_KEPT // 2]
        self.calls.append(call)

    def _say(self, sender: int, chat: int, draft: Draft) -> Message:
        account = self.person(sender)
        place = self.private_chat(account) if chat == sender else self.chat(chat)
        self.require_writing(account, place)
        answered = self._answered(place, draft.reply_to)
        thread = (answered.thread or answered.id) if answered and place.kind is ChatKind.SUPERGROUP else None
        message = self.new_message(
            place, sender=account, text=draft.text, entities=draft.entities, thread=thread
        )
        message.media, message.location = draft.media, draft.location
        message.reply_to = draft.reply_to
        return self.publish(message)

    def _own(self, account: Account, place: Chat, message_id: int) -> Message:
        """The message this person may edit now; raises SandboxRefusal."""
        message = place.messages.get(message_id)
        if message is None:
            raise SandboxRefusal("the message to edit is gone")
        if message.sender is not account:
            raise SandboxRefusal("only one's own messages can be edited")
        if message.service or message.location:
            raise SandboxRefusal("there are no words in this message to edit")
        if message.via:
            raise SandboxRefusal("these are the words of a bot: they cannot be edited")
        if self.clock.now() - message.date >= EDITABLE:
            raise SandboxRefusal("this message is more than two days old: it can no longer be edited")
        return message

    def _answered(self, chat: Chat, reply_to: int | None) -> Message | None:
        if reply_to is not None and reply_to not in chat.messages:
            raise SandboxRefusal("the message to answer is gone")
        return chat.messages[reply_to] if reply_to is not None else None


def _caption(words: str) -> str:
    """The words under a picture, video or file."""
    body = words.strip()
    if utf16_length(body) > MAX_CAPTION:
        raise SandboxRefusal(f"a caption holds at most {MAX_CAPTION} characters")
    return body


def on_the_globe(latitude: float, longitude: float) -> bool:
    """Whether there is such a point, in degrees."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180  # noqa: PLR2004 - the globe's own limits
