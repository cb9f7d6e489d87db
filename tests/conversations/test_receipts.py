"""Stories of receipts: fetched, covered cell by cell by moderators, published as they were covered or not."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import receipts
from media import receipts as media
from relay.work import Work
from sandbox.person import Person
from storage import appeals
from storage import ledger as stored
from tests.conftest import Desk
from tests.conversations.asking_help import opened
from tests.conversations.beforehand import acquainted
from tests.conversations.machine import Machine
from tests.conversations.moderating import case_of, decides, reads
from tests.conversations.steps import data_of, label, picks, presses, sees, was_told, words
from tests.conversations.test_ledger import card_of

if TYPE_CHECKING:
    from sandbox.messages import Message

LANGUAGES = pytest.mark.parametrize("language", ["kk", "uz"])
SAMPLES = Path(__file__).resolve().parents[2] / "sandbox" / "page" / "samples"
NOTE = "Дорога до больницы и обратно"


async def writes_with_receipt(person: Person, name: str = "receipt.jpg", content: bytes = b"") -> None:
    """Write down a sum with a receipt, from `/ledger` to the end."""
    await person.sends("/ledger")
    await person.taps(label(person, "button-ledger-add"))
    await picks(person, "spent")
    await person.sends("20 000 тенге")
    await person.sends(NOTE)
    await sends_receipt(person, name, content)
    await presses(person, "send")


async def sends_receipt(person: Person, name: str, content: bytes = b"") -> None:
    held = content or (SAMPLES / name).read_bytes()
    if name.endswith("jpg"):
        await person.sends_photo(held)
    else:
        await person.sends_document(name, held)


async def covering(desk: Desk, code: str, moderator: Person) -> "Message":
    """Open the screen on which the newest line's receipt is covered."""
    card = card_of(desk, code)
    await moderator.taps_stale(card, data_of(card, "receipt:"))
    return desk.to_moderators[-1]


async def does(moderator: Person, screen: "Message", verb: str) -> str | None:
    """Tap a button of that screen by what it does; the toast."""
    case = data_of(screen, "receipt:").split(":")[1] if len(screen.buttons) == 1 else case_in(screen)
    return await moderator.taps_stale(screen, f"receipt:{case}:{verb}")


def case_in(screen: "Message") -> str:
    return str(screen.buttons[0]["callback_data"]).split(":")[1]


def publish(screen: "Message") -> str:
    """What the button says that publishes what this screen shows."""
    [verb] = [
        str(button["callback_data"]).split(":")[2]
        for button in screen.buttons
        if ":publish." in str(button["callback_data"])
    ]
    return verb


def covered_cells(screen: "Message") -> set[int]:
    return {
        int(str(button["callback_data"]).rpartition(".")[2])
        for button in screen.buttons
        if ":off." in str(button["callback_data"])
    }


async def published(desk: Desk, code: str) -> list[bytes]:
    held = await desk.app.relay.work(lambda work: stored.published(work.tx, code))
    assert all(media.digest(picture) == digest for digest, picture in held.items())
    return list(held.values())


@LANGUAGES
async def test_a_receipt_is_covered_cell_by_cell_and_published(desk: Desk, language: str) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", language), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await writes_with_receipt(organiser)
    assert sees(organiser, "ledger-sent-with-receipt")
    card = card_of(desk, code)
    assert words("ru", "ledger-receipt-waiting") in card.text
    assert await decides(moderator, card, "approve") == words("ru", "ledger-receipt-waits")
    await desk.tick()
    assert words("ru", "ledger-receipt-ready") in card.text
    screen = await covering(desk, code, moderator)
    assert screen.photo
    await does(moderator, screen, "clear")
    for cell in (0, 1, 6, 7):
        await does(moderator, screen, f"on.{cell}")
    await does(moderator, screen, "off.7")
    assert covered_cells(screen) == {0, 1, 6}
    await does(moderator, screen, "show")
    assert words("ru", "receipt-as-published", code=code) in screen.text
    await does(moderator, screen, publish(screen))
    assert words("ru", "ledger-receipt-covered", count=3) in card.text
    assert not await decides(moderator, card, "approve")
    [picture] = await published(desk, code)
    original = media.opened((SAMPLES / "receipt.jpg").read_bytes())
    assert picture == media.covered(original, frozenset({0, 1, 6}))
    assert words("ru", "receipt-gone", code=code) in screen.text
    assert not screen.buttons


async def test_a_pdf_waits_while_telegram_is_out_of_reach(machine: Machine) -> None:
    organiser = await acquainted(machine, "Ернар", "kk")
    code = await opened(machine, organiser)
    await writes_with_receipt(organiser, "receipt.pdf")
    machine.world.net_down = True
    await receipts.fetch(machine.app)
    machine.world.net_down = False
    await machine.settle()
    assert words("ru", "ledger-receipt-waiting") in card_of(machine, code).text
    await machine.tick()
    assert words("ru", "ledger-receipt-ready") in card_of(machine, code).text


@LANGUAGES
async def test_what_is_no_receipt_is_asked_for_again_and_nothing_else(desk: Desk, language: str) -> None:
    organiser = await acquainted(desk, "Ернар", language)
    code = await opened(desk, organiser)
    await writes_with_receipt(organiser, "bill.docx", b"PK invented")
    former = card_of(desk, code)
    await desk.tick()
    assert words("ru", "ledger-receipt-unreadable") in former.text
    assert was_told(organiser, "receipt-unreadable", code=code)
    await organiser.taps(label(organiser, "button-reentry"))
    assert sees(organiser, "entry-receipt")
    await sends_receipt(organiser, "receipt.jpg")
    assert NOTE in organiser.screen
    await presses(organiser, "send")
    assert sees(organiser, "ledger-sent-with-receipt")
    assert reads(former, "settled")
    card = card_of(desk, code)
    assert card is not former
    assert NOTE in card.text


async def test_a_receipt_with_nothing_covered_is_asked_about_once_more(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await writes_with_receipt(organiser)
    await desk.tick()
    screen = await covering(desk, code, moderator)
    await does(moderator, screen, "clear")
    await does(moderator, screen, publish(screen))
    assert words("ru", "receipt-bare", code=code) in screen.text
    assert words("ru", "ledger-receipt-ready") in card_of(desk, code).text
    await does(moderator, screen, "bare.0")
    await decides(moderator, card_of(desk, code), "approve")
    assert len(await published(desk, code)) == 1


async def test_a_withheld_receipt_is_shown_to_nobody(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await writes_with_receipt(organiser)
    await desk.tick()
    screen = await covering(desk, code, moderator)
    await does(moderator, screen, "all")
    await does(moderator, screen, publish(screen))
    assert await does(moderator, screen, "withhold") == words("ru", "receipt-withheld")
    await decides(moderator, card_of(desk, code), "approve")
    assert await published(desk, code) == []


async def test_two_moderators_and_a_restart_see_the_same(machine: Machine) -> None:
    organiser = await acquainted(machine, "Ернар", "ru")
    first, second = machine.moderator("Зере"), machine.moderator("Елена")
    code = await opened(machine, organiser)
    await writes_with_receipt(organiser)
    await machine.tick()
    screen = await covering(machine, code, first)
    await does(first, screen, "clear")
    await does(first, screen, "on.3")
    await machine.restart()
    other = await covering(machine, code, second)
    assert covered_cells(other) == {3}
    seen_by_first = publish(screen)
    await does(second, other, "on.4")
    assert await does(first, screen, seen_by_first) == words("ru", "receipt-changed")
    await does(first, screen, "on.4")
    await does(first, screen, publish(screen))
    assert words("ru", "ledger-receipt-covered", count=2) in card_of(machine, code).text


async def test_strangers_cover_nothing(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await writes_with_receipt(organiser)
    await desk.tick()
    screen = await covering(desk, code, moderator)
    case = case_of(card_of(desk, code))
    own = organiser.messages[-1]
    assert await organiser.taps_stale(own, f"receipt:{case}:clear") == words("ru", "not-a-moderator")
    assert await moderator.taps_stale(screen, f"receipt:{case}:on.99") == words("ru", "tap-stale")
    assert await moderator.taps_stale(screen, f"receipt:{case}:burn") == words("ru", "tap-stale")


async def test_no_picture_stays_with_moderators_when_a_line_is_refused(desk: Desk) -> None:
    organiser, moderator = await acquainted(desk, "Ернар", "ru"), desk.moderator("Зере")
    code = await opened(desk, organiser)
    await writes_with_receipt(organiser)
    await desk.tick()
    screen = await covering(desk, code, moderator)
    card = card_of(desk, code)
    await decides(moderator, card, "reject.unproven")
    assert words("ru", "receipt-gone", code=code) in screen.text
    assert await moderator.taps_stale(screen, f"receipt:{case_of(card)}:show") == words(
        "ru", "case-decided-already"
    )
    await decides(moderator, card, "undo")
    assert words("ru", "ledger-receipt-waiting") in card.text
    await desk.tick()
    assert words("ru", "ledger-receipt-ready") in card.text


async def test_a_receipt_that_was_forgotten_is_not_fetched_and_nobody_hears_of_it(desk: Desk) -> None:
    organiser = await acquainted(desk, "Ернар", "ru")
    code = await opened(desk, organiser)
    await writes_with_receipt(organiser)

    async def forget(work: Work) -> None:
        appeal = await appeals.find_code(work.tx, code)
        assert appeal is not None
        await stored.wipe(work.tx, appeal.id)

    await desk.app.relay.work(forget)
    await receipts.fetch(desk.app)
    await desk.settle()
    assert await desk.app.relay.work(lambda work: stored.waiting_receipts(work.tx, 9)) == []
    assert not was_told(organiser, "receipt-unreadable", code=code)
