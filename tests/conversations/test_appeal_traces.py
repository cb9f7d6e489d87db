"""Of an appeal everybody sees what was meant for them and nothing more, and in the end the rest is gone."""

import base64
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from domain import chain
from media import receipts as media
from relay import appeal_pages
from relay.work import Work
from sandbox.chats import Chat
from sandbox.person import Person
from storage import appeals, ledger
from storage.schema import metadata
from tests.conversations.asking_help import (
    CARD,
    OTHER_CARD,
    appeal_card,
    asks_for_help,
    changes_payee,
    copies,
    opens_own,
    vouches,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine
from tests.conversations.machine import Machine
from tests.conversations.moderating import decides
from tests.conversations.steps import label, picks, presses, was_told
from tests.conversations.test_ledger import card_of
from tests.conversations.test_receipts import covering, does, publish
from tests.conversations.traces import all_of, everything_held, file_of

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.world import ApiCall

LANGUAGES = pytest.mark.parametrize("language", ["kk", *all_of("uz")])
ORGANISER, USERNAME, SURNAME = "Ернар Қасымбекұлы", "ernar_q1979", "Сәрсенова"
MODERATORS = ("Дәмір Әлімжанұлы", "Элеонора Ткаченко")
PAPER = "bill.pdf"
SPENT, REFUSED = "Дәріханадан дәрі алдық", "Бұл ақша туралы ешкім білмесін"
RIGHT = "Нөлді артық жазыппын"
SAID, WHY = "Ота сәтті өтті, Айгүл үйіне қайтты.", "Қалғанын аурухана келесі аптада қайтарады."
CELLS = (0, 7)
ENTRIES = 4  # received, its correction, two that were spent


@dataclass(frozen=True)
class Story:
    """An appeal with everybody in it; `before` counts the calls to Telegram before another card held good."""

    desk: Machine
    organiser: Person
    donor: Person
    moderators: Sequence[Person]
    code: str
    channels: Sequence[Chat]
    before: int = 0

    @property
    def sent(self) -> Sequence[str]:
        """The file ids of all that the organiser sent."""
        found = [one.photo or one.document for one in self.organiser.said]
        return [file.file_id for file in found if file]

    @property
    def secrets(self) -> Sequence[str]:
        """What nobody but moderators may see, ever."""
        people = (ORGANISER, USERNAME, str(self.organiser.id), SURNAME, *MODERATORS)
        return (*people, *(str(one.id) for one in self.moderators), PAPER, *self.sent, REFUSED)

    async def pages(self) -> Mapping[str, bytes]:
        """Every file of the public page."""

        async def make(work: Work) -> Mapping[str, bytes]:
            appeal = await appeals.find_code(work.tx, self.code)
            assert appeal is not None
            return await appeal_pages.files_of(work, appeal)

        return await self.desk.app.relay.work(make)

    async def exported(self) -> bytes:
        """The whole ledger as anybody may have it."""
        return chain.export(await self.desk.app.relay.work(lambda work: ledger.all_entries(work.tx)))

    def told(self) -> "Sequence[ApiCall]":
        """All that ever went to a channel or to a subscriber."""
        readers = {str(self.donor.id), *(str(chat.id) for chat in self.channels)}
        return [call for call in self.desk.world.calls if str(call.params.get("chat_id")) in readers]

    def posts(self) -> "Sequence[Message]":
        """What the channels show now."""
        return [one for chat in self.channels for one in chat.messages.values() if one.from_bot]


def receipt(shade: int) -> bytes:
    """An invented receipt; another shade, another receipt."""
    image = Image.new("RGB", (300, 450), (shade, 240, 240))
    for top in range(30, 440, 30):
        image.paste((shade, 70, 70), (30, top, 60 + top % 230, top + 11))
    file = io.BytesIO()
    image.save(file, "JPEG")
    return file.getvalue()


COVERED, WITHHELD = receipt(10), receipt(200)


async def asked(make_desk: MakeMachine, language: str) -> Story:
    """Asked with papers, looked at and approved by two, shown in two channels, told to a subscriber."""
    desk = await make_desk()
    kazakh = desk.world.add_channel("Kazakh", "tabyldy_kk")
    desk.changes(more_channels=(("kk", kazakh.id),), pages_url="https://tabyldy.example/appeals")
    await desk.restart()
    donor, organiser = await acquainted(desk, "Dilnoza", "uz"), await acquainted(desk, ORGANISER, language)
    desk.world.accounts[organiser.id].username = USERNAME
    await donor.sends("/start topic_appeals")
    code = await asks_for_help(organiser)
    moderators = [desk.moderator(name) for name in MODERATORS]
    card = appeal_card(desk, code)
    for moderator in moderators:
        await decides(moderator, card, "papers")
        await vouches(moderator, card)
    await desk.tick()
    await desk.tick()
    return Story(desk, organiser, donor, moderators, code, (desk.channel, kazakh))


async def writes(person: Person, what: str, amount: str, note: str, sent: bytes = b"") -> None:
    """Write down a sum, from `/ledger` to the end."""
    await person.sends("/ledger")
    await person.taps(label(person, "button-ledger-add"))
    await picks(person, what)
    await person.sends(amount)
    await person.sends(note)
    await (person.sends_photo(sent) if sent else presses(person, "skip"))
    await presses(person, "send")


async def kept_books(story: Story) -> None:
    """A sum with its correction, a receipt that is covered, one that is withheld, a line that is refused."""
    desk, organiser, [moderator, _] = story.desk, story.organiser, story.moderators
    await writes(organiser, "received", "150 000 тенге", SPENT)
    await decides(moderator, card_of(desk, story.code), "approve")
    for sent in (COVERED, WITHHELD):
        await writes(organiser, "spent", "20 000 тенге", SPENT, sent)
        await desk.tick()
        screen = await covering(desk, story.code, moderator)
        await does(moderator, screen, "clear")
        for cell in CELLS:
            await does(moderator, screen, f"on.{cell}")
        await does(moderator, screen, publish(screen) if sent is COVERED else "withhold")
        await decides(moderator, card_of(desk, story.code), "approve")
    await writes(organiser, "spent", "9 000 тенге", REFUSED, receipt(90))
    await desk.tick()
    card = card_of(desk, story.code)
    await decides(moderator, card, "reject.unproven")
    await decides(moderator, card, "undo")
    await desk.tick()
    await covering(desk, story.code, moderator)
    await decides(moderator, card, "reject.unproven")
    await organiser.sends("/ledger")
    await organiser.taps(label(organiser, "button-ledger-correct", number=1))
    await organiser.sends("105 000")
    await organiser.sends(RIGHT)
    await presses(organiser, "send")
    await decides(moderator, card_of(desk, story.code), "approve")
    await desk.pass_time(timedelta(minutes=10), timedelta(minutes=5))


async def changed_card(story: Story) -> Story:
    """Another card, approved by two."""
    await changes_payee(story.organiser, OTHER_CARD)
    card = appeal_card(story.desk, story.code)
    for moderator in story.moderators:
        story = replace(story, before=len(story.desk.world.calls))
        await vouches(moderator, card, ("called", "payee"))
    return story


async def ended(story: Story) -> None:
    """Ended by its organiser, and its outcome told."""
    organiser = story.organiser
    await opens_own(organiser)
    await organiser.taps(label(organiser, "button-endappeal"))
    await organiser.taps(label(organiser, "button-endedappeal"))
    await organiser.taps(label(organiser, "button-outcome"))
    await organiser.sends(SAID)
    await organiser.sends(WHY)
    await presses(organiser, "skip", "send")
    await decides(story.moderators[0], appeal_card(story.desk, story.code), "approve")
    assert was_told(organiser, "outcome-accepted", code=story.code)
    await story.desk.tick()


def without_copies(call: "ApiCall") -> str:
    """What a call said, but for what its copy buttons copy; in small letters and with no space in numbers."""
    markup = json.loads(call.params.get("reply_markup") or "{}")
    rows = [
        [{key: value for key, value in button.items() if key != "copy_text"} for button in row]
        for row in markup.get("inline_keyboard", [])
    ]
    said: list[Any] = [json.loads(call.params.get("media") or "{}"), rows]
    said += [value for key, value in call.params.items() if key not in ("reply_markup", "media")]
    return json.dumps(said, ensure_ascii=False).casefold()


def digits(text: str) -> str:
    """A text whose numbers stand without their gaps."""
    return text.replace(" ", "").replace("\u00a0", "").replace("-", "")


def found(secrets: Sequence[str], text: str) -> list[str]:
    return [secret for secret in secrets if secret.casefold() in text.casefold()]


@LANGUAGES
async def test_the_public_sees_what_was_meant_for_it_and_nothing_more(
    make_desk: MakeMachine, language: str
) -> None:
    story = await asked(make_desk, language)
    assert copies(story.posts()[0]) == [CARD]
    assert [one for one in story.donor.messages if story.code in one.text and one.photo]
    await kept_books(story)
    story = await changed_card(story)
    assert {copied for post in story.posts() for copied in copies(post)} == {OTHER_CARD}
    await ended(story)
    said = [without_copies(call) for call in story.told()]
    assert any("айгүл с." in one for one in said)
    assert found(story.secrets, "\n".join(said)) == []
    assert found((CARD, OTHER_CARD), digits("\n".join(said))) == []
    since = [call for call in story.desk.world.calls[story.before :] if call in story.told()]
    assert CARD not in digits(json.dumps([call.params for call in since]))
    assert [copied for post in story.posts() for copied in copies(post)] == []


@LANGUAGES
async def test_the_page_and_the_ledger_tell_no_more_either(make_desk: MakeMachine, language: str) -> None:
    story = await asked(make_desk, language)
    await kept_books(story)
    await tells_no_more(story)
    await ended(await changed_card(story))
    await tells_no_more(story)


async def tells_no_more(story: Story) -> None:
    """See that page and ledger hold the covered receipt, the notes and the sums, and nothing private."""
    pages, exported = await story.pages(), await story.exported()
    pictures = [held for path, held in pages.items() if path.startswith("receipts/")]
    texts = [held for path, held in pages.items() if not path.startswith("receipts/")]
    told = b"\n".join([exported, *texts]).decode()
    assert found(story.secrets, told) == []
    assert found((CARD, OTHER_CARD), digits(told)) == []
    assert SPENT in told
    assert pictures == [media.covered(media.opened(COVERED), frozenset(CELLS))]
    assert chain.verify(exported).count == ENTRIES


@LANGUAGES
async def test_logs_plain_columns_and_the_file_hold_nothing_private(
    make_desk: MakeMachine, written: io.StringIO, tmp_path: Path, language: str
) -> None:
    story = await asked(make_desk, language)
    await kept_books(story)
    await ended(await changed_card(story))
    own = (*story.secrets, CARD, OTHER_CARD, SAID, WHY)
    assert found((*own, SPENT, RIGHT), written.getvalue()) == []
    sealed = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if column.info.get("sealed")
    }
    held = await everything_held(story.desk)
    assert [one.place for one in held if one.place not in sealed and found(own, one.words)] == []
    opened = " ".join(one.words for one in held)
    assert set(found((*own, REFUSED), opened)) >= {SURNAME, CARD, OTHER_CARD, REFUSED, *story.sent}
    file = file_of(story.desk, tmp_path)
    assert [secret for secret in own if secret.encode() in file] == []
    pictures = [sent for one in (COVERED, WITHHELD) for sent in (one, media.opened(one))]
    assert [sent for sent in pictures if sent in file or base64.b64encode(sent) in file] == []


@LANGUAGES
async def test_days_after_the_end_only_what_was_public_is_left(make_desk: MakeMachine, language: str) -> None:
    story = await asked(make_desk, language)
    await kept_books(story)
    await ended(await changed_card(story))
    public, exported = await story.pages(), await story.exported()
    await story.desk.days(6, timedelta(hours=6))
    held = await everything_held(story.desk)
    gone = (PAPER, REFUSED, ORGANISER, USERNAME, *story.sent)
    assert {one.place: found(gone, one.words) for one in held if found(gone, one.words)} == {}
    shown = [media.with_grid(media.opened(one), frozenset(CELLS)) for one in (COVERED, WITHHELD)]
    pictures = [*shown, COVERED, WITHHELD, media.opened(COVERED), media.opened(WITHHELD)]
    kept = {
        one.place
        for one in held
        for sent in pictures
        if base64.b64encode(sent).decode() in one.words or sent.hex() in one.words
    }
    assert kept == set()
    seen = [one for one in story.desk.to_moderators if story.code in one.text]
    assert found((SURNAME, REFUSED), "\n".join(one.text for one in seen)) == []
    assert [one for one in story.desk.to_moderators if one.document] == []
    assert await story.exported() == exported
    assert set(await story.pages()) == set(public)
