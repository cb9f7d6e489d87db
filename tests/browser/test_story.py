"""The main story, played on the page as a newcomer would."""

import html
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from locales.catalog import Catalog, sources_of
from sandbox.story import STORY
from tests.browser.conftest import ARTIFACTS

pytestmark = pytest.mark.browser

ENOUGH = 8  # letters
VARIABLE = re.compile(r"\$(\w+)")  # of a text in Fluent

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

    pictured(page, "found")

    proves_it_the_third_time(owner)
    finder.reads(words("kk", "conversation-opened-finder"))
    expect(post).to_contain_text(words("ru", "post-claimed"))
    pictured(page, "claimed")

    they_talk(owner, finder)
    pictured(page, "talking")

    comes_home(owner, finder)
    expect(post).to_contain_text(words("ru", "post-returned"))
    expect(post).not_to_contain_text("Жаңабай")
    expect(seeker.element.get_by_text(words("kk", "mention-returned"))).to_have_count(0)
    pictured(page, "returned")


def proves_it_the_third_time(owner: Phone) -> None:
    owner.taps(label("ru", "button-mine"))
    for wrong in ("4417", "7144"):
        owner.says(wrong)
        owner.reads(words("ru", "claim-wrong"))
        owner.taps(label("ru", "button-try-again"))
    owner.says("4471")
    owner.reads(words("ru", "conversation-opened-owner"))


def they_talk(owner: Phone, finder: Phone) -> None:
    owner.taps(label("ru", "button-write"))
    owner.says("Здравствуйте! Когда вы будете на посту?")
    finder.reads("Здравствуйте! Когда вы будете на посту?")
    finder.taps(label("kk", "button-answer"))
    finder.says("Ертең. Нөмірім +7 701 555 01 23")
    finder.reads(words("kk", "held-ask"))
    finder.taps(label("kk", "button-unsent"))
    finder.says("Ертең сағат онда")
    owner.reads("Ертең сағат онда")
    expect(owner.element).not_to_contain_text("555 01 23")


def comes_home(owner: Phone, finder: Phone) -> None:
    owner.taps(label("ru", "button-show-code"))
    owner.reads(words("ru", "handover-code-shown"))
    code = re.search(r"\b\d{6}\b", owner.last().inner_text())
    assert code
    finder.taps(label("kk", "button-type-code"))
    finder.says("000000" if code[0] != "000000" else "111111")
    finder.reads(words("kk", "handover-wrong"))
    finder.taps(label("kk", "button-try-again"))
    finder.says(code[0])
    finder.reads(words("kk", "thanks-finder"))
    owner.reads(words("ru", "thanks-owner"))


def words(language: str, text_id: str, **values: str | int) -> str:
    """The first words of a text, up to anything that varies: enough to know it again."""
    varying = dict.fromkeys(VARIABLE.findall("\n".join(sources_of(language).values())), "\x00")
    text = Catalog.load().text(language, text_id, **{**varying, "count": 2, **values})
    plain = html.unescape(re.sub(r"<[^>]+>", "", text))
    return next(part.strip() for part in re.split(r"[\0\n]|\d", plain) if len(part) > ENOUGH)


def label(language: str, text_id: str, **values: int) -> str:
    return Catalog.load().label(language, text_id, **values)


def pictured(page: Page, name: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"{name}.png")


def test_the_guided_story_plays_to_its_end(page: Page) -> None:
    page.get_by_test_id("show-me").click()
    for step in range(1, len(STORY) + 1):
        expect(page.locator("#tour-count")).to_have_text(f"{step} of {len(STORY)}")
        expect(page.locator("#tour-problem")).to_be_hidden()
        page.get_by_test_id("story-next").click()
    expect(page.locator("#tour")).to_be_hidden()
    expect(page.locator(".pane.current")).to_contain_text(words("ru", "thanks-owner"))


def test_the_desk_fits_a_phone_and_the_dark(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    pictured(page, "phone-dark")
