"""What people do on the page around an appeal for money: on phones, in the moderators' chat, with time."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ARTIFACTS
from tests.browser.test_doctors import LANGUAGES, last
from tests.browser.test_inline import says
from tests.browser.test_month import winds
from tests.browser.test_story import label, words

FIRST, SECOND = "Сәуле", "Марат"
"""The moderators of the desk (`sandbox.__main__.MODERATORS`)."""

HOURS = 16  # until the channel has a part of its day at the latest


@dataclass(frozen=True)
class Story:
    """What is said in one language; `public_name` and `raised` are as everybody reads them."""

    language: str
    organiser: str
    stranger: str
    beneficiary: str
    public_name: str
    asks: str
    goal: str
    card: str
    mistyped: str
    other_card: str
    unknown_card: str
    received: str
    received_for: str
    raised: str
    spent: str
    spent_for: str
    explains: str
    outcome: str


class Talk:
    """Somebody's talk with the bot, in one language."""

    def __init__(self, page: Page, phone: Locator, language: str) -> None:
        self.page, self.phone, self.language = page, phone, language

    def begins(self) -> None:
        """Get acquainted with the bot."""
        self.phone.get_by_test_id("start").click()
        self.reads("language-ask").presses(LANGUAGES[self.language])
        self.reads("consent").taps("button-agree")
        self.reads("home")

    def reads(self, text_id: str, **values: str | int) -> "Talk":
        """Wait until the newest message says this."""
        expect(last(self.phone)).to_contain_text(words(self.language, text_id, **values))
        return self

    def says(self, text: str) -> None:
        """Type to the bot."""
        says(self.phone, text)

    def taps(self, text_id: str) -> None:
        """Tap a button of the newest message."""
        self.presses(label(self.language, text_id))

    def presses(self, name: str) -> None:
        """Tap the button of the newest message that reads so."""
        last(self.phone).get_by_role("button", name=name, exact=True).click()

    def photographs(self, sample: str) -> None:
        """Send one of the page's sample photos."""
        self._attaches("attach-photo", sample)

    def sends_file(self, sample: str) -> None:
        """Send one of the page's sample files."""
        self._attaches("attach-file", sample)

    def opens_own(self, code: str) -> None:
        """Open one's appeal under `/my`."""
        self.says("/my")
        self.reads("my-title")
        last(self.phone).get_by_role("button", name=code).click()

    def code(self) -> str:
        """The code in the newest message."""
        return last(self.phone).locator(".code").first.inner_text()

    def _attaches(self, kind: str, sample: str) -> None:
        self.phone.get_by_test_id("attach-open").click()
        self.phone.get_by_test_id(kind).click()
        self.page.get_by_test_id(f"sample-{sample}").click()


class Volunteer:
    """A moderator who acts in the pane of the moderators' chat."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name
        self.chat = page.get_by_test_id("moderators")

    def card(self, text_id: str, code: str) -> Locator:
        """The newest card of that kind about an appeal."""
        cards = self.chat.get_by_test_id("message").filter(has_text=words("ru", text_id))
        return cards.filter(has_text=code).last

    def taps(self, card: Locator, text_id: str) -> None:
        """Tap a button of a message, as this moderator."""
        self.presses(card, label("ru", text_id))

    def presses(self, card: Locator, name: str) -> None:
        """The same by what the button reads."""
        self.page.get_by_test_id("show-moderators").click()
        self.chat.get_by_test_id("acting-as").select_option(label=self.name)
        card.get_by_role("button", name=name, exact=True).click()

    def vouches(self, card: Locator, *checks: str) -> None:
        """Tick the whole checklist, see one's name at every line of it, and say yes."""
        for check in checks:
            self.taps(card, f"button-check-{check}")
        signed = rf"(?:{self.name}.*?){{{len(checks)}}}"
        expect(card).to_contain_text(re.compile(signed, re.DOTALL))
        self.taps(card, "button-case-approve")

    def hears(self, text_id: str) -> None:
        """Read a toast on the moderator's own phone."""
        toast = self.page.get_by_label(f"Phone of {self.name}").get_by_test_id("toast")
        expect(toast).to_contain_text(words("ru", text_id))


def person(page: Page, name: str, language: str) -> Locator:
    """The phone of somebody new, who has never spoken with the bot."""
    page.get_by_test_id("add-person").click()
    page.get_by_test_id("person-name").fill(name)
    page.get_by_test_id("person-language").select_option(language)
    page.get_by_test_id("person-add").click()
    return page.get_by_label(f"Phone of {name}")


def decided(card: Locator, decision: str) -> None:
    """Wait until a card says that this was decided."""
    expect(card).to_contain_text(label("ru", f"decided-{decision}"))


def posts(page: Page, code: str) -> Locator:
    """What the channel says of an appeal."""
    return page.get_by_test_id("channel").get_by_test_id("message").filter(has_text=code)


def own_post(page: Page, code: str) -> Locator:
    """The one post that shows an appeal: whoever reads it can check it."""
    return posts(page, code).filter(has=page.locator(f'[data-url$="start=check_{code}"]'))


def winds_until(page: Page, is_there: Callable[[], bool]) -> None:
    """Wind the clock hour by hour until something is there; a night passes so."""
    for _ in range(HOURS):
        winds(page, "hour")
        if is_there():
            return


def closely(element: Locator, name: str) -> None:
    """Keep a picture of one thing for whoever looks through the artifacts."""
    ARTIFACTS.mkdir(exist_ok=True)
    element.screenshot(path=ARTIFACTS / f"{name}.png")
