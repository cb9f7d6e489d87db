"""An appeal for money on the page: from the first question to what a stranger finds out about it later."""

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, ViewportSize, expect

from media import receipts
from tests.browser.appeal_steps import (
    FIRST,
    SECOND,
    Story,
    Talk,
    Volunteer,
    closely,
    decided,
    own_post,
    person,
    posts,
    winds_until,
)
from tests.browser.conftest import ARTIFACTS, running_sandbox
from tests.browser.test_doctors import LANGUAGES
from tests.browser.test_month import winds
from tests.browser.test_story import label, pictured, words

pytestmark = pytest.mark.browser

TALL: ViewportSize = {"width": 1440, "height": 1500}  # CSS pixels: a whole card is seen at once
NARROW: ViewportSize = {"width": 390, "height": 844}
CELLS = ("C5", "D5", "C6", "D6")  # the names on the sample
DARK = 60  # of 255; a covered pixel is ink
SIX = 6  # digits of a card that nobody tells

STORIES = [
    Story(
        "kk",
        organiser="Нұргүл",
        stranger="Серік",
        beneficiary="Оспанова Дана",
        public_name="Дана О.",
        asks="Данаға жеті жаста, жүрегіне ота керек. Емхана ақысын есептеп берді, жартысын өзіміз жинадық.",
        goal="5 000 000 теңге",
        card="4400430099112234",
        mistyped="4400430099112243",
        other_card="5169490000770023",
        unknown_card="4003039988776651",
        received="1 250 000 теңге",
        received_for="Көршілер мен туыстар жинаған ақша",
        raised="1 250 000",
        spent="145 000 теңге",
        spent_for="Отадан бұрынғы талдаулар мен дәрі",
        explains="Қалған ақша келесі айдағы тексеруге сақталып тұр.",
        outcome="Ота жақсы өтті, Дана үйіне шықты. Көмектескен әр адамға рақмет!",
    ),
    Story(
        "ru",
        organiser="Людмила",
        stranger="Азиз",
        beneficiary="Юлдашев Темур",
        public_name="Темур Ю.",
        asks="Темуру девять лет, нужна операция на колене. Больница выставила счёт, половину собрали сами.",
        goal="40 000 000 сум",
        card="8600490011223344",
        mistyped="8600490011223354",
        other_card="9860120066778891",
        unknown_card="5614680033445566",
        received="15 000 000 сум",
        received_for="Перевели коллеги и соседи",
        raised="15 000 000",
        spent="2 500 000 сум",
        spent_for="Анализы и снимки перед операцией",
        explains="Остаток пойдёт на занятия с врачом после операции.",
        outcome="Операция прошла хорошо, Темур уже ходит сам. Спасибо каждому!",
    ),
]


@pytest.fixture
def sandbox_address() -> Iterator[str]:
    """A desk for each story: a channel takes one appeal a week."""
    with running_sandbox() as address:
        yield address


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_an_appeal_is_checked_by_two_told_to_the_last_sum_and_known_to_a_stranger(
    page: Page, story: Story
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(TALL)
    page.locator("#hello-close").click()
    organiser = Talk(page, person(page, story.organiser, story.language), story.language)
    organiser.begins()
    code = asks(page, organiser, story)
    two_check(page, organiser, story, code)
    writes_down(organiser, story)
    confirms(page, organiser, story, code)
    changes_the_card(page, organiser, story, code)
    tells_the_outcome(page, organiser, story, code)
    a_stranger_makes_sure(page, story, code)


def asks(page: Page, organiser: Talk, story: Story) -> str:
    """Ask for help, with a card that is mistyped at first; the appeal's code."""
    organiser.says("/appeal")
    organiser.reads("appeal-purpose").taps("purpose-treatment")
    organiser.reads("appeal-beneficiary").says(story.beneficiary)
    organiser.reads("appeal-consent").taps("appeal-consent-initial")
    organiser.reads("appeal-relation").taps("appeal-relation-family")
    organiser.reads("appeal-words").says(story.asks)
    organiser.reads("appeal-amount").says(story.goal)
    organiser.reads("appeal-ends").taps("ends-30")
    organiser.reads("appeal-payee").taps("payee-recipient")
    organiser.reads("appeal-payee_name").says(story.beneficiary)
    organiser.reads("appeal-how").taps("how-card")
    organiser.reads("appeal-details").says(story.mistyped)
    organiser.reads("form-details-card-check")
    pictured(page, f"appeals-mistyped-{story.language}")
    organiser.says(story.card)
    organiser.reads("appeal-papers").photographs("receipt")
    organiser.reads("appeal-papers-held", count=1).sends_file("receipt.pdf")
    organiser.reads("appeal-papers-held").taps("button-papers-done")
    organiser.reads("appeal-preview")
    pictured(page, f"appeals-preview-{story.language}")
    organiser.taps("button-send-appeal")
    return organiser.reads("appeal-queued").code()


def two_check(page: Page, organiser: Talk, story: Story, code: str) -> None:
    """Two moderators say yes, nobody twice; then the channel shows it with its picture."""
    first, second = Volunteer(page, FIRST), Volunteer(page, SECOND)
    card = first.card("case-appeal", code)
    first.vouches(card, "papers", "called", "payee", "place")
    expect(card).to_contain_text(re.compile(rf"{words('ru', 'case-approvals')}\s*{FIRST}"))
    first.taps(card, "button-case-approve")
    first.hears("approve-twice")
    closely(card, f"appeals-card-{story.language}")
    pictured(page, f"appeals-checked-{story.language}")
    expect(own_post(page, code)).to_have_count(0)
    second.vouches(card, "papers", "called", "payee", "place")
    decided(card, "approve")
    organiser.reads("appeal-approved")
    post = own_post(page, code)
    winds_until(page, lambda: post.count() > 0)
    page.get_by_test_id("show-channel").click()
    expect(post).to_contain_text(story.public_name)
    expect(post).to_contain_text(story.asks)
    expect(post).not_to_contain_text(story.beneficiary)
    expect(post.get_by_role("img", name="Photo")).to_be_visible()
    copies(page, post, story.card)
    organiser.reads("appeal-opened")
    closely(post, f"appeals-post-{story.language}")
    pictured(page, f"appeals-posted-{story.language}")


def writes_down(organiser: Talk, story: Story) -> None:
    """Write two sums down, one with a receipt."""
    organiser.says("/ledger")
    organiser.reads("ledger-empty").taps("button-ledger-add")
    organiser.reads("entry-what").taps("entry-what-received")
    organiser.reads("entry-amount").says(story.received)
    organiser.reads("entry-note").says(story.received_for)
    organiser.reads("entry-receipt").taps("button-skip")
    organiser.reads("entry-preview").taps("button-send-entry")
    organiser.reads("ledger-sent").says("/ledger")
    organiser.reads("ledger-empty").taps("button-ledger-add")
    organiser.reads("entry-what").taps("entry-what-spent")
    organiser.reads("entry-amount").says(story.spent)
    organiser.reads("entry-note").says(story.spent_for)
    organiser.reads("entry-receipt").sends_file("receipt.pdf")
    organiser.reads("entry-preview").taps("button-send-entry")
    organiser.reads("ledger-sent-with-receipt")


def confirms(page: Page, organiser: Talk, story: Story, code: str) -> None:
    """A moderator covers the receipt and confirms both sums; the post shows them an hour later."""
    post, moderator = own_post(page, code), Volunteer(page, FIRST)
    photo = post.get_by_role("img", name="Photo")
    former = photo.get_attribute("src") or ""
    received = moderator.chat.get_by_test_id("message").filter(has_text=story.received_for)
    spent = moderator.chat.get_by_test_id("message").filter(has_text=story.spent_for)
    moderator.taps(received, "button-case-approve")
    decided(received, "approve")
    covers(page, moderator, story, spent)
    closely(spent, f"appeals-entry-{story.language}")
    moderator.taps(spent, "button-case-approve")
    decided(spent, "approve")
    organiser.reads("ledger-confirmed", code=code)
    winds(page, "hour")
    page.get_by_test_id("show-channel").click()
    expect(photo).not_to_have_attribute("src", former)
    expect(post).to_contain_text(story.raised)
    closely(post, f"appeals-redrawn-{story.language}")


def covers(page: Page, moderator: Volunteer, story: Story, entry: Locator) -> None:
    """Cover some cells of an entry's receipt, look at what will be seen, publish it."""
    winds(page, "hour")  # receipts are fetched by the clock
    expect(entry).to_contain_text(words("ru", "ledger-receipt-ready"))
    moderator.taps(entry, "button-receipt-open")
    publish = page.get_by_role("button", name=label("ru", "button-receipt-publish"))
    opened = moderator.chat.get_by_test_id("message").filter(has=publish)
    number = opened.get_attribute("data-message")
    screen = moderator.chat.locator(f'[data-message="{number}"]')
    moderator.taps(screen, "button-receipt-clear")
    for cell in CELLS:
        moderator.presses(screen, f"□ {cell}")
    for cell in CELLS:
        expect(screen.get_by_role("button", name=f"■ {cell}")).to_be_visible()
    closely(screen, f"appeals-covering-{story.language}")
    moderator.taps(screen, "button-receipt-show")
    expect(screen).to_contain_text(words("ru", "receipt-as-published"))
    closely(screen, f"appeals-covered-{story.language}")
    pictured(page, f"appeals-receipt-{story.language}")
    moderator.taps(screen, "button-receipt-publish")
    expect(screen).to_contain_text(words("ru", "receipt-published-so", count=len(CELLS)))
    expect(entry).to_contain_text(words("ru", "ledger-receipt-covered", count=len(CELLS)))


def changes_the_card(page: Page, organiser: Talk, story: Story, code: str) -> None:
    """Another card: nobody is to send anything until two have looked, and everybody is told of both."""
    organiser.opens_own(code)
    organiser.taps("button-newpayee")
    organiser.reads("payee_change-payee").taps("payee-recipient")
    organiser.reads("payee_change-payee_name").says(story.beneficiary)
    organiser.reads("payee_change-how").taps("how-card")
    organiser.reads("payee_change-details").says(story.other_card)
    organiser.reads("payee_change-papers").photographs("receipt")
    organiser.reads("appeal-papers-held", count=1).taps("button-papers-done")
    organiser.reads("payee_change-preview").taps("button-send-payee_change")
    organiser.reads("appeal-change-queued")
    post = own_post(page, code)
    expect(post).to_contain_text(words("ru", "appeal-state-frozen"))
    page.get_by_test_id("show-channel").click()
    expect(post.get_by_role("button", name=label("ru", "button-copy-card"))).to_have_count(0)
    expect(posts(page, code).last).to_contain_text(words("ru", "appeal-change-begun"))
    closely(post, f"appeals-frozen-{story.language}")
    pictured(page, f"appeals-change-{story.language}")
    card = Volunteer(page, FIRST).card("case-change", code)
    Volunteer(page, FIRST).vouches(card, "called", "payee")
    Volunteer(page, SECOND).vouches(card, "called", "payee")
    decided(card, "approve")
    organiser.reads("appeal-change-accepted")
    copies(page, post, story.other_card)
    expect(posts(page, code).last).to_contain_text(words("ru", "appeal-change-done"))
    pictured(page, f"appeals-changed-{story.language}")


def tells_the_outcome(page: Page, organiser: Talk, story: Story, code: str) -> None:
    """End it and tell what came of it; a moderator looks, then everybody reads it."""
    organiser.opens_own(code)
    organiser.taps("button-endappeal")
    organiser.reads("appeal-end-ask").taps("button-endedappeal")
    organiser.reads("appeal-ended").taps("button-outcome")
    organiser.reads("outcome-words").says(story.outcome)
    organiser.reads("outcome-explained").says(story.explains)
    organiser.reads("outcome-picture").photographs("steppe")
    organiser.reads("outcome-preview")
    pictured(page, f"appeals-outcome-preview-{story.language}")
    organiser.taps("button-send-outcome")
    organiser.reads("outcome-queued")
    moderator = Volunteer(page, SECOND)
    card = moderator.card("case-outcome", code)
    expect(card).to_contain_text(story.outcome)
    moderator.taps(card, "button-case-approve")
    decided(card, "approve")
    organiser.reads("outcome-accepted")
    page.get_by_test_id("show-channel").click()
    told = posts(page, code).filter(has_text=words("ru", "post-outcome"))
    for text in (story.outcome, story.explains, story.public_name):
        expect(told).to_contain_text(text)
    expect(told.get_by_role("img", name="Photo")).to_be_visible()
    expect(own_post(page, code)).to_contain_text(words("ru", "appeal-state-closed"))
    closely(told, f"appeals-outcome-{story.language}")
    closely(own_post(page, code), f"appeals-closed-{story.language}")


def a_stranger_makes_sure(page: Page, story: Story, code: str) -> None:
    """Somebody whom the bot has never seen checks the post, two cards, and opens the page."""
    stranger = Talk(page, person(page, story.stranger, story.language), story.language)
    channel = page.get_by_test_id("channel")
    channel.get_by_test_id("acting-as").select_option(label=story.stranger)
    own_post(page, code).get_by_role("button", name=label("ru", "button-check")).click()
    stranger.reads("language-ask").presses(LANGUAGES[story.language])
    stranger.reads("checked-closed")
    pictured(page, f"appeals-check-post-{story.language}")
    stranger.says(story.card)
    stranger.reads("checked-changed")
    closely(stranger.phone, f"appeals-check-old-{story.language}")
    stranger.says(story.unknown_card)
    stranger.reads("checked-unknown", asked="details")
    closely(stranger.phone, f"appeals-check-unknown-{story.language}")
    with page.context.expect_page() as opened:
        stranger.phone.get_by_role("button", name=label(story.language, "button-page")).last.click()
    the_page_tells(opened.value, story)


def the_page_tells(page: Page, story: Story) -> None:
    """The public page on a small phone in the dark: everything that is everybody's, nothing else."""
    page.set_viewport_size(NARROW)
    page.emulate_media(color_scheme="dark")
    told = page.locator("body")
    for text in (story.public_name, story.raised, story.received_for, story.outcome, story.explains):
        expect(told).to_contain_text(text)
    expect(told).to_contain_text(words(story.language, "page-chain"))
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    shown = told.inner_text()
    for secret in (story.organiser, story.beneficiary, story.beneficiary.split()[0]):
        assert secret not in shown
    for card in (story.card, story.other_card):
        assert card[SIX:-4] not in "".join(shown.split())
    the_receipt_is_covered(page)
    page.screenshot(path=ARTIFACTS / f"appeals-page-dark-{story.language}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.screenshot(path=ARTIFACTS / f"appeals-page-light-{story.language}.png", full_page=True)


def the_receipt_is_covered(page: Page) -> None:
    """The page has one receipt, and its covered cells are ink."""
    shown = page.locator('img[src*="receipts/"]')
    expect(shown).to_have_count(1)
    shown.scroll_into_view_if_needed()
    page.wait_for_function("(image) => image.naturalWidth > 0", arg=shown.element_handle())
    address = shown.evaluate("(image) => image.src")
    picture = Image.open(io.BytesIO(page.request.get(address).body())).convert("L")
    names = {receipts.label(cell): cell for cell in receipts.CELLS}
    for name in CELLS:
        row, column = divmod(names[name], receipts.COLUMNS)
        across = int((column + 0.5) * picture.width / receipts.COLUMNS)
        down = int((row + 0.5) * picture.height / receipts.ROWS)
        assert picture.tobytes()[down * picture.width + across] < DARK


def copies(page: Page, post: Locator, card: str) -> None:
    """Tap a post's copy button and see which number it copies."""
    page.get_by_test_id("show-channel").click()
    post.get_by_role("button", name=label("ru", "button-copy-card")).click()
    expect(page.get_by_test_id("note").last).to_contain_text(card)
