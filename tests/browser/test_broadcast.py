"""A broadcast played on the page: somebody subscribes, a moderator writes to all who did."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_inline import phone_of, taps
from tests.browser.test_story import Phone, begins, label, pictured, words

pytestmark = pytest.mark.browser

MODERATOR = "phone-3"
WORDS = "Жол жабық: ертең сағат 10-ға дейін күтіңіз."


def test_who_asked_for_appeals_gets_the_broadcast(page: Page) -> None:
    reader, moderator = phone_of(page, "Гүлнар", "ru"), Phone(page, MODERATOR)
    reader.get_by_test_id("composer-input").fill("/settings")
    reader.get_by_test_id("composer-send").click()
    taps(reader, label("ru", "button-news"), label("ru", "topic-appeals"))
    taps(reader, "🌙", label("ru", "quiet-none"))  # the page's clock may stand at night

    begins(moderator, "Русский", label("ru", "button-agree"))
    moderator.says("/broadcast")
    moderator.reads("1")
    moderator.says(WORDS)
    for language in ("uz", "ru", "en"):
        moderator.reads(words("ru", f"broadcast-text_{language}"))
        moderator.taps(label("ru", "button-skip"))
    moderator.taps(label("ru", "topic-appeals"))
    moderator.taps(label("ru", "button-send-broadcast"))
    pictured(page, "broadcast-ask")
    moderator.taps(label("ru", "button-broadcast-go", count=1))

    expect(reader.get_by_test_id("message").last).to_contain_text(WORDS)
    expect(moderator.last()).to_contain_text(label("ru", "broadcast-state-done"))
    expect(moderator.last()).to_contain_text("100")
    pictured(page, "broadcast-done")
