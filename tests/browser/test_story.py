"""The main story, played on the page as a newcomer would."""

import pytest
from playwright.sync_api import Locator, Page, expect

from sandbox.story import STORY
from tests.browser.conftest import ARTIFACTS

pytestmark = pytest.mark.browser

OWNER, FINDER, SEEKER = "phone-0", "phone-1", "phone-2"


class Phone:
    """One phone on the page."""

    def __init__(self, page: Page, testid: str) -> None:
        self.element = page.get_by_test_id(testid)

    def says(self, words: str) -> None:
        self.element.get_by_test_id("composer-input").fill(words)
        self.element.get_by_test_id("composer-send").click()

    def taps(self, label: str) -> None:
        self.element.get_by_role("button", name=label).last.click()

    def last(self) -> Locator:
        return self.element.get_by_test_id("message").last

    def reads(self, words: str) -> None:
        expect(self.last()).to_contain_text(words)


def begins(phone: Phone, language: str, agree: str) -> None:
    phone.taps("Start")
    phone.taps(language)
    phone.taps(agree)


def test_a_found_passport_comes_home(page: Page) -> None:
    owner, finder, seeker = Phone(page, OWNER), Phone(page, FINDER), Phone(page, SEEKER)

    begins(owner, "Русский", "Да, соглашаюсь")
    owner.taps("Потерялся документ")
    owner.taps("Паспорт")
    owner.taps("Казахстан")
    owner.reads("3")
    owner.says("Жанабай Исраилов")
    owner.taps("Пропустить")
    owner.taps("Сообщить, когда найдётся")
    owner.reads("Жанабай Исраилов")

    begins(finder, "Қазақша", "Келісемін")
    finder.taps("Құжат тауып алдым")
    finder.taps("Паспорт")
    finder.taps("Қазақстан")
    finder.says("ИСРАИЛОВ ЖАҢАБАЙ")
    finder.says("Жібек жолы")
    finder.says("4471")
    finder.reads("Жаңабай И.")
    finder.taps("Жіберу")
    finder.reads("Рақмет")

    post = page.get_by_test_id("channel").get_by_test_id("message").last
    expect(post).to_contain_text("Жаңабай И.")
    expect(post).not_to_contain_text("Исраилов", ignore_case=True)
    expect(post).not_to_contain_text("4471")

    owner.reads("Возможно, нашёлся ваш документ")
    owner.reads("Жаңабай И.")

    seeker.taps("Start")
    seeker.taps("Oʻzbekcha")
    seeker.says("Janaboy Isroilov")
    seeker.reads("Gʻishtkoʻprik")
    seeker.reads("Жаңабай И.")

    ARTIFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTIFACTS / "story.png")


def test_the_guided_story_plays_to_its_end(page: Page) -> None:
    page.get_by_test_id("show-me").click()
    for step in range(1, len(STORY) + 1):
        expect(page.locator("#tour-count")).to_have_text(f"{step} of {len(STORY)}")
        expect(page.locator("#tour-problem")).to_be_hidden()
        page.get_by_test_id("story-next").click()
    expect(page.locator("#tour")).to_be_hidden()
    expect(page.locator(".pane.current")).to_contain_text("Gʻishtkoʻprik")


def test_the_desk_fits_a_phone_and_the_dark(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    ARTIFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTIFACTS / "phone-dark.png")
